// Numbers as a person types them: wide digits are digits, and what is no number is never taken for one.
import { numberText } from "../text/numbers";
import { narrow } from "./days";

/** A whole number of at most nine digits; null where something else, or nothing, was typed. */
export function wholeNumber(typed: string): number | null {
  const text = narrow(typed).trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** What is wrong with what was typed for a whole number; nothing is wrong with an empty field. */
export const wholeWrong = (typed: string) => (typed.trim() !== "" && wholeNumber(typed) === null ? numberText.notWhole(typed.trim()) : undefined);
