// What the statistics page reckons by itself. Pure; every figure is the core's.
import type { MemberFlow } from "../../contract/bindings";

/** All that came in a month. */
export const came = (flow: MemberFlow): number => flow.joined + flow.movedIn + flow.resumed;
/** All that went. */
export const went = (flow: MemberFlow): number => flow.movedOut + flow.withdrawn + flow.expelled + flow.died;
/** A share of all to a tenth of a percent; a dash of nobody. */
export const share = (part: number, all: number): string => (all === 0 ? "—" : `${(Math.round((part * 1000) / all) / 10).toFixed(1)}%`);
