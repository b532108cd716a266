// What the forms of the register begin with and send. Pure.
import type { HardshipCause, HardshipEnd, HardshipFile, HardshipFileInput, HardshipLevel, MemberAid, MemberAidInput, MemberAidKind, MemberAidSource } from "../../contract/bindings";
import { toFen, typedYuan } from "../../parts/money";
import { wholeNumber } from "../../parts/numbers";

/** Its own tables, and of the roster who is flagged, what people are called, and what is revealed. */
export const listened = ["hardship_file", "member_aid", "person_tag", "person", "person_identity", "employment"];

/** Who a new file is for, where the page knows it. */
export type Wanted = { person: string; name: string };

const some = (text: string | null | undefined) => text?.trim() || undefined;

/** A typed sum: nothing for an empty field, null for no sum. */
export const sum = (typed: string): number | undefined | null => (typed.trim() === "" ? undefined : toFen(typed));

/** Typed heads of a household: nothing for an empty field, null for no such number. */
export function heads(typed: string): number | undefined | null {
  if (typed.trim() === "") return undefined;
  const n = wholeNumber(typed);
  return n !== null && n < 100 ? n : null;
}

/** The form of a standing file, or of a new one of today. `told`: whether it shows why somebody is in need; kept with a draft. */
export function fileOf(standing: HardshipFile | null, wanted: Wanted | null, told: boolean, today: string) {
  const r = standing?.record;
  return {
    id: r?.id,
    person: r?.person ?? wanted?.person ?? "",
    name: standing?.name ?? wanted?.name ?? "",
    openedOn: r?.openedOn ?? today,
    level: r?.level ?? ("relative" as HardshipLevel),
    cause: r?.cause ?? ("" as HardshipCause | ""),
    details: r?.details ?? "",
    household: r?.household == null ? "" : String(r.household),
    income: typedYuan(r?.income),
    source: r?.source ?? "",
    decidedOn: r?.decidedOn ?? "",
    visitOn: r?.visitOn ?? "",
    closedOn: r?.closedOn ?? "",
    ended: r?.ended ?? ("" as HardshipEnd | ""),
    told,
  };
}
export const sentFile = (form: ReturnType<typeof fileOf>): HardshipFileInput => ({
  id: form.id,
  person: form.person,
  openedOn: form.openedOn,
  level: form.level,
  cause: (form.told && form.cause) || undefined,
  details: form.told ? some(form.details) : undefined,
  household: form.told ? (heads(form.household) ?? undefined) : undefined,
  income: form.told ? (sum(form.income) ?? undefined) : undefined,
  source: form.told ? some(form.source) : undefined,
  decidedOn: some(form.decidedOn),
  visitOn: some(form.visitOn),
  closedOn: some(form.closedOn),
  ended: form.ended || undefined,
  told: form.told,
});

/** Something given, as a form changes it. */
export type Given = Pick<MemberAid, "id" | "givenOn" | "kind" | "source" | "amount" | "what" | "who">;

/**
 * The form of a standing entry, or of something given today. `promised`: the visit that somebody with a file was promised, null
 * where the form is of no file; one that is promised for later stays so unless it is changed.
 */
export function aidOf(wanted: Wanted | null, promised: string | null, standing: Given | null, today: string) {
  const visited = !standing && promised !== null;
  return {
    id: standing?.id,
    person: wanted?.person ?? "",
    name: wanted?.name ?? "",
    givenOn: standing?.givenOn ?? today,
    kind: standing?.kind ?? ("visit" as MemberAidKind),
    source: standing?.source ?? ("union" as MemberAidSource),
    amount: typedYuan(standing?.amount),
    what: standing?.what ?? "",
    who: standing?.who ?? "",
    visited,
    nextVisit: visited && promised > today ? promised : "",
  };
}
export const sentAid = (form: ReturnType<typeof aidOf>): MemberAidInput => ({
  id: form.id,
  person: form.person,
  givenOn: form.givenOn,
  kind: form.kind,
  source: form.source,
  amount: sum(form.amount) ?? undefined,
  what: some(form.what),
  who: some(form.who),
  visited: form.visited || undefined,
  nextVisit: form.visited ? some(form.nextVisit) : undefined,
});
