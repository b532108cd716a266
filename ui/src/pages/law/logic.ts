// What the law page asks for and how it reads the answer. Pure; how rules stand, the core says.
import type { RuleFull, RuleLine, RuleSubject, RulesQuery } from "../../contract/bindings";

/** What the page's fields ask for; an empty one asks for nothing. */
export function queryOf(words: string, theme: string, changed: boolean): RulesQuery {
  return { text: words.trim() || undefined, theme: theme || undefined, changed: changed || undefined };
}

/** A rule that another set aside, or that is over, is shown struck out. */
export const setAside = (line: Pick<RuleLine, "standing">): boolean => line.standing === "beaten" || line.standing === "ended";

/** A binding number beside the others of its subject, with the day it would give. */
export type Side = { rule: RuleFull; day: string | null };

/** The rules of a subject whose binding numbers disagree; none where they agree. */
export function sides({ rules, example }: RuleSubject): Side[] {
  const days = new Map(example ? [[example.rule.id, example.due], ...example.others.map((o) => [o.rule.id, o.due] as const)] : []);
  return rules.filter((rule) => rule.line.conflict).map((rule) => ({ rule, day: days.get(rule.line.id) ?? null }));
}
