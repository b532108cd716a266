// What the founding form still lacks, and on which step each field stands; and a sheet with its one wrong character put right. Pure.
import { found } from "../../text/start";

export type FoundForm = {
  unionName: string;
  creditCode: string;
  employer: string;
  province: string;
  city: string;
  chairName: string;
  passphrase: string;
  repeat: string;
};

const STEPS: readonly (readonly string[])[] = [
  ["unionName", "creditCode", "employer"],
  ["province", "city"],
  ["chairName", "passphrase", "repeat", "folder"],
];

/** The step on which a field stands, or null for a field the form does not know. */
export function stepOfField(name: string): number | null {
  const at = STEPS.findIndex((fields) => fields.includes(name));
  return at < 0 ? null : at;
}

/** Every fault of the form by field; empty when it may be sent. `score` is the passphrase's strength, 0 (guessed at once) to 4. */
export function faultsOf(form: FoundForm, score?: number): Partial<Record<keyof FoundForm, string>> {
  const faults: Partial<Record<keyof FoundForm, string>> = {};
  if (form.unionName.trim() === "") faults.unionName = found.unionNameMissing;
  if (form.province === "") faults.province = found.provinceMissing;
  if (form.chairName.trim() === "") faults.chairName = found.chairNameMissing;
  if (form.passphrase === "") faults.passphrase = found.passphraseMissing;
  else if (score === 0) faults.passphrase = found.passphraseWeak;
  if (form.passphrase !== "" && form.passphrase !== form.repeat) faults.repeat = found.repeatDiffers;
  return faults;
}

/** The characters of a sheet as typed, with the one at `place` (from one on) put right; what stands between them does not count. */
export function putRight(words: string, place: number, right: string): string {
  let at = 0;
  return [...words].map((c) => (/\p{Alphabetic}/u.test(c) && ++at === place ? right : c)).join("");
}
