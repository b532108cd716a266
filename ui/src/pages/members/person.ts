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

/** The fields in the order they stand; identity says that it is masked when the person is known already. */
export function fieldsOf(isNew: boolean): { name: TextField; hint?: string }[] {
  const masked = isNew ? undefined : members.panel.maskedHint;
  return [
    { name: "shop" },
    { name: "team" },
    { name: "post" },
    { name: "phone", hint: masked },
    { name: "idNumber", hint: masked },
    { name: "birth", hint: isNew ? members.panel.dateHint : members.panel.birthHint },
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
export const moreFields: readonly { name: MoreField; hint?: string }[] = [
  { name: "ethnicity" },
  { name: "political" },
  { name: "title" },
  { name: "startedOn", hint: members.panel.startedHint },
  { name: "email", hint: members.panel.emailHint },
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
  return moreFields.some((f) => f.name === wrong || Boolean(person[f.name]));
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
