// What the people's page works out from the list: grants in words, and whether only one person has a way in. Pure.
import type { DeskPerson, DeskPersonInput, DeskPersonLine } from "../../contract/bindings";
import { people as text } from "../../text/desk";
import { roster } from "../../text/members";

/** What a person may do and read, in one line. */
export function grants(person: Pick<DeskPerson, "role" | "parts" | "reads">): string {
  const named = (names: readonly string[], words: Record<string, string>) =>
    names.length === 0 ? text.nothing : names.map((n) => words[n] ?? n).join(roster.listComma);
  const chair = person.role === "chair";
  const does = chair ? text.all : person.role === "auditor" ? text.nothing : named(person.parts, text.partNames);
  return text.grants(does, chair ? text.all : named(person.reads, text.readNames));
}

/** Whether a forgotten passphrase would leave the recovery sheet alone. */
export const onlyOneWay = (list: readonly DeskPersonLine[]): boolean => list.filter((l) => l.hasPassphrase).length < 2;

/** The form of a person: a new one is an officer who may work on everything there is and reads nothing guarded. */
export function inputOf(person?: DeskPerson): DeskPersonInput {
  if (!person) return { name: "", role: "officer", parts: ["members", "negotiation", "office"], reads: [] };
  return { name: person.name, role: person.role, parts: [...person.parts], reads: [...person.reads] };
}

/** As it is sent: an auditor works on nothing. */
export const sent = (form: DeskPersonInput): DeskPersonInput => ({
  ...form,
  name: form.name.trim(),
  parts: form.role === "officer" ? form.parts : [],
});
