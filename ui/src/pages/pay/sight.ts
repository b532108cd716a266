// What a page of wages says where something is covered: to who may see single wages, which button shows them; to who may not, whom
// to ask; and where the data has none, that.
import type { PayDepth } from "../../contract/bindings";
import { desk } from "../../desk";
import { simulator, wages } from "../../text/wages";

const sight = () => desk.status?.open?.sight.wages ?? "never";
/** Whether single wages are covered for somebody who has the right to see them. */
export const mayReveal = (): boolean => sight() === "masked";
/** Under figures that are covered; empty where nothing is to be had by the button. */
export const revealHint = (depth: PayDepth): string => (depth === "single" && mayReveal() ? wages.revealHint : "");
/** Why nobody counts who gets more. */
export const whyUncounted = (depth: PayDepth): string => (depth !== "single" ? simulator.raisedNoSingles : mayReveal() ? simulator.raisedCovered : simulator.raisedOnlyFull);
/** Why the effect on groups is not shown. */
export const onlyFull = (depth: PayDepth): string => (depth !== "single" ? simulator.noSingles : mayReveal() ? simulator.coveredGroups : simulator.onlyFull);
