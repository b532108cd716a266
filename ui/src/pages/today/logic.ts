// How today's duties are grouped, ordered and worded. Pure; which day is today, the core says.
import type { Band, Duty } from "../../contract/bindings";
import { today } from "../../text/today";

export const bands: readonly Band[] = ["overdue", "week", "month", "later"];

export type Group = { band: Band; duties: Duty[] };

/** Duties by band, earliest first within each; bands with nothing in them are left out. */
export function groups(duties: readonly Duty[]): Group[] {
  return bands
    .map((band) => ({
      band,
      duties: duties.filter((d) => d.band === band).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)),
    }))
    .filter((g) => g.duties.length > 0);
}

/** Days left or over, in words: negative days are over. */
export function daysInWords(days: number): string {
  if (days < 0) return today.over(-days);
  return days === 0 ? today.isToday : today.left(days);
}

/** The mark a duty wears: overdue red, within three days amber, else quiet. */
export function urgency(duty: Pick<Duty, "days">): "late" | "soon" | "" {
  if (duty.days < 0) return "late";
  return duty.days <= 3 ? "soon" : "";
}

/** Where each skipped day stands between start and end, 0 to 1, for the small drawing. */
export function marks(start: string, end: string, dates: readonly string[]): number[] {
  const from = Date.parse(`${start.slice(0, 10)}T00:00Z`);
  const span = Date.parse(`${end.slice(0, 10)}T00:00Z`) - from;
  if (!(Math.abs(span) > 0)) return [];
  return dates
    .map((d) => (Date.parse(`${d.slice(0, 10)}T00:00Z`) - from) / span)
    .filter((at) => at >= 0 && at <= 1);
}
