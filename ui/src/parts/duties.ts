// How one duty or its deadline is worded and marked. Pure; how days are counted, the core says.
import type { Deadline, Duty, RuleRef } from "../contract/bindings";
import { today } from "../text/today";

/** Days left or over, in words: negative days are over. Without a day: at once what the law asks for, else no day set. */
export function daysInWords({ days, band }: Pick<Duty, "days" | "band">): string {
  if (days === undefined) return band === "noDay" ? today.noDay : today.soon;
  if (days < 0) return today.over(-days);
  return days === 0 ? today.isToday : today.left(days);
}

/** The mark a duty wears: overdue red, within three days amber, else quiet. */
export function urgency(duty: Pick<Duty, "days" | "band">): "late" | "soon" | "" {
  if (duty.days === undefined) return duty.band === "noDay" ? "" : "soon";
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

/** Why a deadline wants checking before it is relied on: a missing calendar, an article not read in the original; "" when sure. */
export function doubt({ deadline, rule }: { deadline?: Pick<Deadline, "certain" | "rule">; rule?: RuleRef }): string {
  const article = deadline?.rule ?? rule;
  if (!article) return "";
  return (deadline?.certain === false ? today.uncertain : "") + (today.confidence[article.confidence] ?? "");
}
