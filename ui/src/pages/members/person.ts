// The person panel's plain text fields, and how a record is tidied before it is sent. Pure.
import type { PersonRecord } from "../../contract/bindings";
import { members } from "../../text/members";

export type TextField =
  | "shop"
  | "post"
  | "phone"
  | "idNumber"
  | "birth"
  | "memberSince"
  | "workNumber"
  | "cardNumber"
  | "education"
  | "skillGrade";

/** The fields in the order they stand; identity says that it is masked when the person is known already. */
export function fieldsOf(isNew: boolean): { name: TextField; hint?: string }[] {
  const masked = isNew ? undefined : members.panel.maskedHint;
  return [
    { name: "shop" },
    { name: "post" },
    { name: "phone", hint: masked },
    { name: "idNumber", hint: masked },
    { name: "birth", hint: members.panel.dateHint },
    // Of a known person the day of joining is an event of their membership.
    ...(isNew ? [{ name: "memberSince" as const }] : []),
    { name: "workNumber" },
    { name: "cardNumber" },
    { name: "education" },
    { name: "skillGrade" },
  ];
}

/** Outer spaces dropped, and empty text left out, so that "not entered" and "entered as nothing" are one. */
export function tidyPerson(person: PersonRecord): PersonRecord {
  const tidy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(person)) {
    const kept = typeof value === "string" ? value.trim() : value;
    if (kept !== "" && kept !== null && kept !== undefined) tidy[key] = kept;
  }
  return { name: "", ...tidy } as PersonRecord;
}
