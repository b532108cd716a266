// What the form of a letter begins with and what is sent of it. Pure.
import type { UnionLetterInput } from "../../contract/bindings";

/** Every field there, so that a draft keeps what is typed into any of them. */
export const formOf = (letter: UnionLetterInput): UnionLetterInput => ({
  id: letter.id ?? undefined,
  answers: letter.answers ?? undefined,
  addressee: letter.addressee,
  title: letter.title,
  body: letter.body ?? "",
  enclosures: letter.enclosures ?? "",
  copies: letter.copies ?? "",
  contact: letter.contact ?? "",
});

/** What is sent: an empty text is none. */
export function tidy(form: UnionLetterInput): UnionLetterInput {
  const kept = (text: string | null | undefined) => text?.trim() || undefined;
  return { ...form, body: kept(form.body), enclosures: kept(form.enclosures), copies: kept(form.copies), contact: kept(form.contact) };
}
