// Pure helpers of the pages of wage data: periods as they are typed, decisions laid over one another, averages to the fen.
import type { PayColumn, PayDecision, PayOptions, PayPreview, PayRowPerson, SheetProblemKind } from "../../contract/bindings";
import { narrow } from "../../parts/days";
import { periodMarks } from "../../text/pay";

/** What changes what these pages show. */
export const listened = ["pay_sheet", "pay_line", "pay_total", "pay_band", "person", "person_identity", "employment"];

/** 2026-10, 2026年10月, 202610, 2026 as the core wants them; null for what is no month and no year. */
export function period(typed: string): string | null {
  const text = narrow(typed).trim().replaceAll(periodMarks.year, "-").replaceAll(periodMarks.month, "").replace(/[./]/g, "-").replace(/-$/, "");
  const found = /^(\d{4})(?:-?(0?[1-9]|1[0-2]))?$/.exec(text);
  if (!found) return null;
  return found[2] ? `${found[1]}-${found[2].padStart(2, "0")}` : found[1]!;
}

/** An average, half up to the fen; null where nobody was paid. */
export const average = (sum: number | null, people: number) => (sum === null || people === 0 ? null : Math.round(sum / people));

const without = <T extends object, K extends keyof T>(of: T, key: K): T => {
  const { [key]: _, ...rest } = of;
  return rest as T;
};

/** What was proposed of the scale of a table was said of the sums as they were read then: another reading may propose another one. */
const unscaled = (kinds: PayOptions["kinds"] = {}) => (kinds.scale === "proposed" ? without(kinds, "scale") : kinds);
/** What decides how the sums are read, before their scale is asked about. */
const beforeScale: readonly SheetProblemKind[] = ["yearly", "unitDiffers"];

/** A decision about all doubts of a kind; the empty text takes it back. */
export function decidedKind(options: PayOptions, kind: SheetProblemKind, value: PayDecision | ""): PayOptions {
  const others = beforeScale.includes(kind) ? unscaled(options.kinds) : options.kinds;
  const kinds = value === "" ? without(others ?? {}, kind) : { ...others, [kind]: value };
  // What was said of single rows stands only until all are decided alike.
  return { ...options, kinds, rows: options.rows?.filter((one) => one.kind !== kind) };
}

/** A decision about one row. */
export function decidedRow(options: PayOptions, row: number, kind: SheetProblemKind, value: PayDecision | ""): PayOptions {
  const others = (options.rows ?? []).filter((one) => one.row !== row || one.kind !== kind);
  return { ...options, rows: value === "" ? others : [...others, { row, kind, decision: value }] };
}

/** Whose a row is, by hand; the empty text for nobody of the roster. */
export function chosenPerson(options: PayOptions, row: number, person: string): PayOptions {
  const one: PayRowPerson = person === "" ? { row } : { row, person };
  return { ...options, people: [...(options.people ?? []).filter((other) => other.row !== row), one] };
}

/** Doubts that are decided by saying which column is what was paid in all. */
const ofColumns: readonly SheetProblemKind[] = ["noGrossColumn", "hiddenGross", "secondGross", "unsureGross", "grossBelow"];

/** Whether it is asked which column is what was paid in all. */
export const asksForColumn = (preview: PayPreview) => preview.doubts.some((one) => one.open > 0 && ofColumns.includes(one.kind));

/** Another month or year: what was said of sums being a year's, and the scale that was proposed of them, was said of the period before. */
export function chosenPeriod(options: PayOptions, period: string): PayOptions {
  return { ...options, period, kinds: without(unscaled(options.kinds), "yearly") };
}

/** What a column is taken for. */
export const chosenColumn = (options: PayOptions, place: number, field: PayColumn | null): PayOptions => ({
  ...options,
  columns: { ...options.columns, [place]: field },
  kinds: unscaled(options.kinds),
});

/** 2080 or -0.3 in hundredths; null for what is no number with at most two places. */
export function hundredths(typed: string): number | null {
  const text = narrow(typed).replace(/[,\s]/g, "");
  const found = /^(-?)(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text);
  if (!found) return null;
  const all = Number(found[2]) * 100 + Number((found[3] ?? "").padEnd(2, "0"));
  return found[1] ? -all : all;
}

/** The same for a field and a table: without what is nothing behind the point. */
export function ofHundredths(value: number): string {
  const all = Math.abs(value);
  const cents = String(all % 100).padStart(2, "0").replace(/0+$/, "");
  return `${value < 0 ? "-" : ""}${Math.floor(all / 100)}${cents ? `.${cents}` : ""}`;
}
