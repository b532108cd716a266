// How one duty or its deadline is worded and marked. Pure; how days are counted, the core says.
import type { Deadline, Duty, Run, RuleRef } from "../contract/bindings";
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

/** A run of days as it is drawn: where it begins and how wide it is, in the drawing's own units. */
export type Stretch = Run & { x: number; width: number };

/**
 * Lays the runs of a count side by side over `width`, each as wide as it has days. Time goes to the right, so a clock
 * that counts back from its event is laid from the right.
 */
export function stretches(runs: readonly Run[], back: boolean, left: number, width: number): Stretch[] {
  const total = runs.reduce((sum, run) => sum + run.days, 0);
  let done = 0;
  return runs.map((run) => {
    const wide = (run.days / total) * width;
    const from = (done / total) * width;
    done += run.days;
    return { ...run, x: back ? left + width - from - wide : left + from, width: wide };
  });
}

/** Days passed over for one reason: how many, and the runs they stand in. */
export type Passed = { why: string; days: number; runs: Run[] };

/** What was passed over inside a count, by reason, in the order met. */
export function passedOver(runs: readonly Run[]): Passed[] {
  const by = new Map<string, Passed>();
  for (const run of runs.filter((r) => r.kind === "skipped")) {
    const why = run.why ?? "";
    const one = by.get(why) ?? { why, days: 0, runs: [] };
    one.days += run.days;
    one.runs.push(run);
    by.set(why, one);
  }
  return [...by.values()];
}

/** The day that is in time whatever the notice of days off will say, where it is another than the day reckoned. */
export function certainDay({ due, deadline }: { due?: string | null; deadline?: Pick<Deadline, "certainDue"> | null }): string | null {
  const certain = deadline?.certainDue ?? null;
  return certain === due ? null : certain;
}

/** The later day, where the last one is a day of rest that no law moves: both are shown. */
export function dayAfterRest({ deadline }: { deadline?: Pick<Deadline, "weekendDue"> | null }): string | null {
  return deadline?.weekendDue ?? null;
}

/** Why a deadline wants checking before it is relied on: a missing calendar, an article not read in the original; "" when sure. */
export function doubt({ deadline, rule }: { deadline?: Pick<Deadline, "certain" | "rule">; rule?: RuleRef }): string {
  const article = deadline?.rule ?? rule;
  if (!article) return "";
  return (deadline?.certain === false ? today.uncertain : "") + (today.confidence[article.confidence] ?? "");
}
