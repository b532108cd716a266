// Short dates as the pages show them: seen from the open ledger's today, so that only another year is spelled out.
import { desk } from "../desk";
import { dayShort } from "./days";

/** The open ledger's day, ISO; "" when none is open. */
export const todayIso = (): string => desk.status?.open?.today ?? "";
/** "11月16日", with the year when it is not this one. */
export const dayHere = (iso: string): string => dayShort(iso, todayIso());
