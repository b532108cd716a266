// Money as a person reads and types it: whole fen inside, yuan with two places outside. Nothing is reckoned in fractions.
import { numberText } from "../text/numbers";
import { narrow } from "./days";

/** 123450 → 1,234.50. */
export function yuan(fen: number): string {
  const all = Math.abs(fen);
  const whole = Math.floor(all / 100).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0 ? "-" : ""}${whole}.${String(all % 100).padStart(2, "0")}`;
}

/** The same for a field: without commas, and nothing for no sum. */
export const typedYuan = (fen: number | null | undefined) => (fen === null || fen === undefined ? "" : yuan(fen).replaceAll(",", ""));

/** A typed sum in fen; null where nothing, or no sum, was typed. */
export function toFen(typed: string | null | undefined): number | null {
  const text = narrow(typed ?? "").replace(/[,\s\u00a5\uffe5\u5143]/g, "");
  const found = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text);
  return found ? Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0")) : null;
}

/** What is wrong with what was typed for a sum; nothing is wrong with an empty field. */
export const yuanWrong = (typed: string) => (typed.trim() !== "" && toFen(typed) === null ? numberText.notYuan(typed.trim()) : undefined);

/** The twelve months of a year: 2026-01 … */
export const monthsOf = (year: number) => Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, "0")}`);

/** So many months after another. */
export function plusMonths(month: string, n: number): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const at = year * 12 + number - 1 + n;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
}
