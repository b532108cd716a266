// What the pages of figures and simulation reckon by themselves: numbers as a person reads and types them, steps as the form
// holds them. Pure; every figure is the core's.
import type { InjectionKey } from "vue";
import type { Between, PayBeside, PayFigures, PayScenario, PaySimulated, PaySimulation, PayStep, PayStepKind, PayStepOnly } from "../../contract/bindings";
import { dayShort, narrow } from "../../parts/days";
import { yuan } from "../../parts/money";
import { payReferences } from "../../text/pay";
import { figures, simulator, wages as text } from "../../text/wages";

const ranged = (one: Between | null, said: (n: number) => string): string => {
  if (one === null) return text.none;
  if (one.to === null) return text.above(said(one.from));
  return one.to === one.from ? said(one.from) : text.between(said(one.from), said(one.to));
};
/** Hundredths as 2.49. */
export const hundredths = (n: number) => `${n < 0 ? "-" : ""}${Math.floor(Math.abs(n) / 100)}.${String(Math.abs(n) % 100).padStart(2, "0")}`;
/** Hundredths of a percent as 3.10%. */
export const percent = (n: number) => `${hundredths(n)}%`;
/** A figure beside the wages as 2.30% or 98,456.00 元/年. */
export const besideOf = (one: Pick<PayBeside, "value" | "unit">) => (one.unit === "percent" ? percent(one.value) : `${yuan(one.value)} ${payReferences.units[one.unit]}`);
/** What a sum lies between, in yuan. */
export const yuanOf = (one: Between | null) => ranged(one, yuan);
export const percentOf = (one: Between | null) => ranged(one, percent);
export const timesOf = (one: Between | null) => ranged(one, (n) => figures.times(hundredths(n)));
/** Ten-thousandths as 0.1872. */
export const giniOf = (one: Between | null) => ranged(one, (n) => `0.${String(n).padStart(4, "0")}`);
/** What the payroll of those counted is: as it was paid, or what it comes to for whole months, a whole year, the average month of one. */
export function payrollKind({ partMonth, monthly, period }: Pick<PayFigures, "partMonth" | "monthly" | "period">): keyof typeof figures.payroll {
  if (partMonth > 0) return monthly ? "month" : "year";
  return monthly && period.length === 4 ? "average" : "paid";
}
/** What a figure is broken into where columns are narrow: before and after at an arrow, else the two bounds; none is broken inside. */
export const linesOf = (said: string): string[] => said.split(simulator.atArrow.test(said) ? simulator.atArrow : text.atBound);
/** A source with its days in words: the core names them as they are kept. */
export const sourceWords = (source: string): string => source.replace(/\d{4}-\d{2}-\d{2}/g, (iso) => dayShort(iso, ""));
/** Whole yuan for a bar; the middle of what a sum lies between. */
export const bar = (one: Between | number | null) => {
  if (one === null) return 0;
  if (typeof one === "number") return Math.round(one / 100);
  return Math.round((one.from + (one.to ?? one.from)) / 200);
};

/** What was tried, a column each: ours, theirs, and what lies between. */
export function columnsOf(found: PaySimulation): { name: string; result: PaySimulated }[] {
  const names = [simulator.ours, simulator.theirs];
  const own = found.results.map((result, at) => ({ name: names[at] ?? "", result }));
  return found.middle ? [...own, { name: simulator.middle, result: found.middle.result }] : own;
}

/** A typed percentage as hundredths: 5.5 → 550; null where it is none. */
export function toHundredths(typed: string): number | null {
  const found = /^(-?)(\d{1,4})(?:\.(\d{1,2}))?$/.exec(narrow(typed).trim().replace(/%$/, ""));
  if (!found) return null;
  const n = Number(found[2]) * 100 + Number((found[3] ?? "").padEnd(2, "0"));
  return found[1] === "-" ? -n : n;
}
/** 550 → 5.5, for a field. */
export const typedPercent = (n: number) => String(n / 100);

/** For everybody. */
const everybody = (): PayStepOnly => ({ shops: [], forms: [], grades: [] });

/** A step as it begins: a rise comes to nothing until it is typed, for it is added to what the steps before it come to. */
export function freshStep(kind: PayStepKind["kind"], grades: string[], certificates: string[]): PayStep {
  const rise = { percent: 0, fixed: 0 };
  const what: Record<PayStepKind["kind"], () => PayStepKind> = {
    rise: () => ({ kind: "rise", rise: { ...rise } }),
    tiers: () => ({ kind: "tiers", tiers: [{ from: 0, rise: { percent: 800, fixed: 0 } }, { from: 500000, rise: { percent: 500, fixed: 0 } }] }),
    floor: () => ({ kind: "floor", fen: 250000 }),
    cap: () => ({ kind: "cap", fen: 80000 }),
    grades: () => ({ kind: "grades", grades: grades.map((grade) => ({ grade, rise: { ...rise } })) }),
    certificates: () => ({ kind: "certificates", certificates: certificates.map((name) => ({ name, fixed: 10000 })) }),
  };
  return { what: what[kind](), only: everybody() };
}
/** A scenario to begin with: five percent for all. */
export const freshScenario = (percent = 500): PayScenario => ({ steps: [{ what: { kind: "rise", rise: { percent, fixed: 0 } }, only: everybody() }], round: "yuan" });

/** For whom a step is, as the choice of a list: "", "front", "office", "shop:焊接". */
export function whoOf(only: PayStepOnly): string {
  if (only.frontLine !== undefined) return only.frontLine ? "front" : "office";
  if (only.shops?.[0]) return `shop:${only.shops[0]}`;
  if (only.forms?.[0]) return `form:${only.forms[0]}`;
  if (only.grades?.[0]) return `grade:${only.grades[0]}`;
  return "";
}
/** The other way round. */
export function onlyOf(who: string): PayStepOnly {
  const name = who.slice(who.indexOf(":") + 1);
  if (who === "front" || who === "office") return { ...everybody(), frontLine: who === "front" };
  if (who.startsWith("shop:")) return { ...everybody(), shops: [name] };
  if (who.startsWith("form:")) return { ...everybody(), forms: [name] };
  if (who.startsWith("grade:")) return { ...everybody(), grades: [name] };
  return everybody();
}

/** The fields whose words cannot be read, for the page that holds them. */
export const unreadKey: InjectionKey<Set<string>> = Symbol("unread");

/** What stands on the page of the simulator: a draft, so that it is there again from another tab and on another day. */
export type Trial = { ours: PayScenario; theirs: PayScenario | null; months: number; sheet: string };
export const freshTrial = (sheet = ""): Trial => ({ ours: freshScenario(), theirs: null, months: 12, sheet });
/** Whether somebody worked on it: the wage data alone is no work. */
export const begunTrial = (one: Trial): boolean => JSON.stringify({ ...one, sheet: "" }) !== JSON.stringify(freshTrial());
