// The unified social credit code (GB 32100-2015) as it is typed: says what is wrong, as early as it can be known. Pure.
import { found } from "../../text/start";

const LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const UNION = "81";

/** Wide characters narrowed, spaces dropped, capitals. */
export function tidyCode(typed: string): string {
  return typed
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\s|-/g, "")
    .toUpperCase();
}

function checkLetter(code: string): string {
  let weight = 1;
  let sum = 0;
  for (const letter of code.slice(0, 17)) {
    sum += LETTERS.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return LETTERS[(31 - (sum % 31)) % 31] ?? "";
}

/** What is wrong with a code, in a sentence, or "" when nothing is. `whole` = the person has finished typing. */
export function creditFault(typed: string, whole: boolean): string {
  const code = tidyCode(typed);
  const bad = [...code].findIndex((c) => !LETTERS.includes(c));
  if (bad >= 0) return found.creditLetter(code[bad] ?? "", bad + 1);
  if (code.length > 18 || (whole && code.length !== 18)) return found.creditLength(code.length);
  if (code.length < 18) return "";
  if (checkLetter(code) !== code[17]) return found.creditCheck;
  return "";
}

/** A right code that is hardly the union's own: worth a word, no refusal. */
export function creditDoubt(typed: string): string {
  const code = tidyCode(typed);
  return code.length === 18 && creditFault(code, true) === "" && !code.startsWith(UNION) ? found.creditNotUnion : "";
}
