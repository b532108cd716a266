// Pay levels as they are typed and as they are sent, and reading them out of cells pasted from a sheet. Pure.
import type { SaveSkillPay, SkillPay, SkillPayForm, SkillPayLevel, SkillPayPeople } from "../../contract/bindings";
import { toFen, typedYuan, yuanWrong } from "../../parts/money";
import { wholeNumber, wholeWrong } from "../../parts/numbers";
import type { Problem } from "../../platform";
import { skillPayText as text } from "../../text/contract";

export type Grade = SkillPayLevel["grade"];
/** The eight grades, the lowest first. */
export const grades = Object.keys(text.grades) as Grade[];
export const kinds = Object.keys(text.kinds) as SkillPayForm["kind"][];

/** A level as it is typed: sums and people as text. */
export type TypedLevel = { id?: string; trade: string; grade: Grade | ""; from: string; to: string; allowance: string; people: string; note: string };
export type TypedForm = { id?: string; kind: SkillPayForm["kind"]; who: string; people: string; terms: string; since: string };
export type TypedTable = { levels: TypedLevel[]; forms: TypedForm[] };

export const blankLevel = (trade = "", grade: Grade | "" = ""): TypedLevel => ({ trade, grade, from: "", to: "", allowance: "", people: "", note: "" });
export const blankForm = (): TypedForm => ({ kind: "yearly", who: "", people: "", terms: "", since: "" });
/** One row a grade of a new trade. */
export const wholeTrade = (trade: string): TypedLevel[] => grades.map((grade) => blankLevel(trade, grade));

const number = (n: number | null | undefined) => (n === null || n === undefined ? "" : String(n));
const short = (fen: number | null | undefined) => typedYuan(fen).replace(/\.00$/, "");

/** What stands, as it is typed. */
export const typedTable = (kept: SkillPay): TypedTable => ({
  levels: kept.levels.map((l) => ({ id: l.id, trade: l.trade, grade: l.grade, from: short(l.from), to: short(l.to), allowance: short(l.allowance), people: number(l.people), note: l.note ?? "" })),
  forms: kept.forms.map((f) => ({ id: f.id, kind: f.kind, who: f.who, people: number(f.people), terms: f.terms, since: f.since ?? "" })),
});

const whole = (typed: string) => wholeNumber(typed) ?? undefined;
const untouched = (l: TypedLevel) => [l.from, l.to, l.allowance, l.people, l.note].every((x) => x.trim() === "");

/** How many of the roster have the grade at posts in whose name the trade is. */
export const onRoster = (roster: readonly SkillPayPeople[], trade: string, grade: Grade | ""): number =>
  trade.trim() === "" ? 0 : roster.filter((one) => one.grade === grade && one.post.includes(trade.trim())).reduce((sum, one) => sum + one.people, 0);

/** What is advised at the field of how many: so few that everybody sees what they are paid, another number than the roster's. */
export function peopleHints(typed: string, known: number, { few, employees }: Pick<SkillPay, "few" | "employees">): string[] {
  const people = whole(typed);
  const of = people ?? known;
  const hints: string[] = [];
  if (of > 0 && of < few) hints.push(of === 1 ? text.tellsOne : text.tellsFew(of));
  if (people !== undefined && known > 0 && people !== known) hints.push(text.otherOnRoster(known));
  else if (people !== undefined && employees > 0 && people > employees) hints.push(text.moreThanAll(employees));
  return hints;
}

/** The number of the roster that is offered for a level without one; 0 for none. */
export const offeredPeople = (roster: readonly SkillPayPeople[], l: TypedLevel): number => (l.people.trim() === "" && l.from.trim() !== "" ? onRoster(roster, l.trade, l.grade) : 0);

/** The same hints for a level that somebody has begun to fill in. */
export const levelHints = (kept: Pick<SkillPay, "few" | "employees" | "roster">, l: TypedLevel): string[] =>
  l.from.trim() === "" && l.people.trim() === "" ? [] : peopleHints(l.people, onRoster(kept.roster, l.trade, l.grade), kept);

/** The first sum or number that cannot be read, at its cell: it is never taken for none. The rows count as they are sent. */
export function misreadCell(table: TypedTable): Problem | null {
  const refused = (field: string, row: string, message: string): Problem => ({ code: "bad_input", message: text.ofRow(row, message), field });
  for (const [at, l] of table.levels.filter((one) => !untouched(one)).entries()) {
    const name = (["from", "to", "allowance", "people"] as const).find((one) => (one === "people" ? wholeWrong : yuanWrong)(l[one]));
    if (name) return refused(`levels.${at}.${name}`, l.trade.trim(), (name === "people" ? wholeWrong : yuanWrong)(l[name])!);
  }
  for (const [at, f] of table.forms.entries()) {
    const wrong = wholeWrong(f.people);
    if (wrong) return refused(`forms.${at}.people`, f.who.trim(), wrong);
  }
  return null;
}

/** As it is sent: rows of a trade's grades that nobody filled in are left out; one sum alone is both ends. */
export function asTable(negotiation: string, table: TypedTable): SaveSkillPay {
  return {
    negotiation,
    levels: table.levels
      .filter((l) => !untouched(l))
      .map((l) => {
        const from = toFen(l.from) ?? 0;
        return {
          id: l.id,
          trade: l.trade.trim(),
          grade: l.grade || "noGrade",
          from,
          to: l.to.trim() === "" ? from : (toFen(l.to) ?? 0),
          allowance: toFen(l.allowance) ?? undefined,
          people: whole(l.people),
          note: l.note.trim() || undefined,
        };
      }),
    forms: table.forms
      .filter((f) => [f.who, f.people, f.terms].some((x) => x.trim() !== ""))
      .map((f) => ({ id: f.id, kind: f.kind, who: f.who.trim(), people: whole(f.people) ?? 0, terms: f.terms.trim(), since: f.since || undefined })),
  };
}

/** Why a table changes that lies with a signed contract: which of the three ways, its reason, or the amendment. */
export type Why = { kind: "lateEntry" | "correction" | "amendment"; reason: string; amendment: string };

/** Under a signed contract what stands is corrected; where nothing stands yet, what lay with it is entered late. */
export const firstWhy = (kept: Pick<SkillPay, "levels">): Why => ({ kind: kept.levels.length > 0 ? "correction" : "lateEntry", reason: "", amendment: "" });

/** Why, as it is sent; nothing where the contract is not signed. */
export function sentWhy(kept: Pick<SkillPay, "signed">, why: Why): Pick<SaveSkillPay, "lateEntry" | "correction" | "amendment"> {
  if (!kept.signed) return {};
  if (why.kind === "amendment") return { amendment: why.amendment || undefined };
  const reason = why.reason.trim() || undefined;
  return why.kind === "correction" ? { correction: reason } : { lateEntry: reason };
}

/** The row of the table that a refusal is about: the core counts the rows that were sent. */
export function refusedLevel(field: string | null | undefined, table: TypedTable): { row: number; name: string } | null {
  const found = /^levels\.(\d+)\.(\w+)$/.exec(field ?? "");
  if (!found) return null;
  const sent = table.levels.flatMap((l, i) => (untouched(l) ? [] : [i]));
  const row = sent[Number(found[1])];
  return row === undefined ? null : { row, name: found[2]! };
}

const gradeOf = (word: string) => grades.find((g) => text.grades[g] === word.replace(/\s/g, ""));

/** Cells pasted from a sheet: 工种, 技能等级, 低端, 高端, 津贴, 人数. An empty trade is that of the row above, as in merged cells. */
export function pastedLevels(cells: string): { levels: TypedLevel[]; skipped: number } {
  const levels: TypedLevel[] = [];
  let skipped = 0;
  let trade = "";
  for (const line of cells.split(/\r?\n/).filter((l) => l.trim() !== "")) {
    const [first = "", second = "", from = "", to = "", allowance = "", people = ""] = line.split("\t").map((c) => c.trim());
    const grade = gradeOf(second);
    if (first) trade = first;
    if (!grade || !trade || toFen(from) === null) skipped += 1;
    else levels.push({ ...blankLevel(trade, grade), from, to, allowance: toFen(allowance) === null ? "" : allowance, people: whole(people) === undefined ? "" : people });
  }
  return { levels, skipped };
}
