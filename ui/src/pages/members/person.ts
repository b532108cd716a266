// The person panel's plain text fields, and how a record is tidied before it is sent. Pure.
import type { PersonRecord } from "../../contract/bindings";
import { educations, ethnicities, households, idKinds, members, politicals, skillGrades, workStatuses } from "../../text/members";

export type TextField =
  | "shop"
  | "post"
  | "phone"
  | "idNumber"
  | "birth"
  | "memberSince"
  | "workNumber"
  | "hiredOn"
  | "leftOn"
  | "team"
  | "cardNumber"
  | "education"
  | "skillGrade"
  | MoreField;

/** What the upper system asks for beside, folded away until it is wanted. */
export type MoreField = "ethnicity" | "political" | "title" | "startedOn" | "email" | "idKind" | "household" | "householdPlace" | "nativePlace" | "status" | "employer";

/** Identity that came masked, as the person may see it; what came in full has no star. */
const isMasked = (value: string | null | undefined) => value?.includes("*") ?? false;

/** The fields in the order they stand; identity says that it is masked where `person` came so. */
export function fieldsOf(isNew: boolean, person: PersonRecord): { name: TextField; hint?: string }[] {
  const hint = (value: string | null | undefined) => (isMasked(value) ? members.panel.maskedHint : undefined);
  return [
    { name: "shop" },
    { name: "team" },
    { name: "post" },
    { name: "phone", hint: hint(person.phone) },
    { name: "idNumber", hint: hint(person.idNumber) },
    { name: "birth", hint: isMasked(person.birth) ? members.panel.birthHint : members.panel.dateHint },
    // Of a known person the day of joining is an event of their membership.
    ...(isNew ? [{ name: "memberSince" as const }] : []),
    { name: "workNumber" },
    { name: "hiredOn", hint: members.panel.dateHint },
    // Nobody is entered who has left already.
    ...(isNew ? [] : [{ name: "leftOn" as const, hint: members.panel.leftHint }]),
    { name: "cardNumber" },
    { name: "education" },
    { name: "skillGrade" },
  ];
}

/** The fields that are folded away, in their order. */
export const moreFieldsOf = (person: PersonRecord): { name: MoreField; hint?: string }[] => [
  { name: "ethnicity" },
  { name: "political" },
  { name: "title" },
  { name: "startedOn", hint: members.panel.startedHint },
  { name: "email", hint: isMasked(person.email) ? members.panel.emailHint : undefined },
  { name: "idKind", hint: members.panel.idKindHint },
  { name: "household" },
  { name: "householdPlace" },
  { name: "nativePlace" },
  { name: "status" },
  { name: "employer", hint: members.panel.employerHint },
];

/** Words that a field offers, where it has a table of them. */
export const wordsOf: Partial<Record<TextField, readonly string[]>> = {
  education: educations,
  ethnicity: ethnicities,
  skillGrade: Object.values(skillGrades),
  political: politicals,
  idKind: idKinds,
  household: households,
  status: workStatuses,
};

/** Whether anything is entered in the folded fields, or wrong there: then they stand open. */
export function moreOpen(person: PersonRecord, wrong?: string | null): boolean {
  return moreFieldsOf(person).some((f) => f.name === wrong || Boolean(person[f.name]));
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
