// What the forms of the union's record begin with and what they send. Pure.
import type { UnionBody, UnionBodyState, UnionDetails, UnionGroup, UnionGroupInput, UnionOffice, UnionSeat, UnionSheet, UnionTerm, UnionTermInput } from "../../contract/bindings";
import { wholeNumber } from "../../parts/numbers";
import type { Problem } from "../../platform";
import { unionBodies as words, unionTerm as text } from "../../text/union";

const some = (typed: string | undefined | null) => typed?.trim() || undefined;

/** The record's form: what is missing stands as empty text. */
export type DetailsDraft = Omit<UnionDetails, "name" | "creditCode" | "enterprises" | "kind" | "form" | "seal"> & {
  name: string;
  creditCode: string;
  kind: UnionDetails["kind"] | "";
  form: UnionDetails["form"] | "";
  seal: "" | "yes" | "no";
  enterprises: { name: string; creditCode: string; representative: string }[];
};
export function detailsDraft({ name, creditCode, details }: Pick<UnionSheet, "name" | "creditCode" | "details">): DetailsDraft {
  return {
    ...details,
    name,
    creditCode,
    kind: details.kind ?? "",
    form: details.form ?? "",
    seal: details.seal === undefined ? "" : details.seal ? "yes" : "no",
    enterprises: details.enterprises.map(({ name, creditCode, representative }) => ({ name, creditCode: creditCode ?? "", representative: representative ?? "" })),
  };
}
export function asDetails(draft: DetailsDraft): UnionDetails {
  return {
    name: draft.name,
    creditCode: some(draft.creditCode),
    kind: draft.kind || undefined,
    form: draft.form || undefined,
    seal: draft.seal === "" ? undefined : draft.seal === "yes",
    // A draft of an earlier version has no such field.
    enterprises: draft.enterprises
      .filter((one, at) => at === 0 || [one.name, one.creditCode, one.representative].some((typed) => some(typed) !== undefined))
      .map((one) => ({ name: one.name, creditCode: some(one.creditCode), representative: some(one.representative) })),
    establishedOn: draft.establishedOn || undefined,
    approvalNumber: some(draft.approvalNumber),
    upperUnion: some(draft.upperUnion),
    bank: some(draft.bank),
    bankAccount: some(draft.bankAccount),
    certificateNumber: some(draft.certificateNumber),
    certificateUntil: draft.certificateUntil || undefined,
    office: some(draft.office),
    phone: some(draft.phone),
  };
}

/** What the offices of a body are called, in order. */
export const officesOf = (body: UnionBody): [UnionOffice, string][] => Object.entries(body === "committee" ? words.offices : words.officesBeside) as [UnionOffice, string][];
export const officeOf = (body: UnionBody, office: UnionOffice) => officesOf(body).find(([one]) => one === office)?.[1] ?? words.offices.member;

/** A term as it is typed: its two numbers wait as text. */
export type TermDraft = Omit<UnionTermInput, "session" | "years"> & { session: string; years: string };
export const blankSeat = (office: UnionOffice = "member"): UnionSeat => ({ name: "", office, duty: "", fromOn: "", toOn: "", certificateNumber: "", certificateUntil: "" });

/**
 * The form of a standing term, or of the one after it: the other bodies take the committee's day and length, which are
 * elected with it.
 */
export function termDraft(state: UnionBodyState, term: UnionTerm | null, committee: UnionTerm | null, years: readonly number[]): TermDraft {
  if (term) {
    const { record } = term;
    return { ...record, id: term.id, session: String(record.session), years: String(record.years), members: record.members.map((one) => ({ ...one })) };
  }
  const newest = Math.max(0, ...[state.current, ...state.past].map((one) => one?.record.session ?? 0));
  const like = state.body === "committee" ? null : committee;
  return {
    body: state.body,
    session: newest > 0 ? String(newest + 1) : like ? String(like.record.session) : "",
    startedOn: like && newest === 0 ? like.record.startedOn : "",
    years: String(like?.record.years ?? state.current?.record.years ?? years.at(-1) ?? ""),
    approvalNumber: "",
    endedOn: "",
    cleared: false,
    note: "",
    members: [blankSeat("chair"), blankSeat(), blankSeat()],
  };
}
export const filledSeats = (draft: TermDraft) => draft.members.filter((one) => one.name.trim() !== "");
const tidySeat = (one: UnionSeat): UnionSeat => ({
  id: one.id,
  person: one.person,
  name: one.name,
  office: one.office,
  duty: some(one.duty),
  fromOn: one.fromOn || undefined,
  toOn: one.toOn || undefined,
  certificateNumber: some(one.certificateNumber),
  certificateUntil: one.certificateUntil || undefined,
});
/** The term to send, or the refusal of a number that cannot be read. */
export function asTerm(draft: TermDraft): UnionTermInput {
  const refused = (field: string, message: string): Problem => ({ code: "bad_input", message, field, rule: null });
  const session = wholeNumber(draft.session);
  if (session === null) throw refused("session", text.sessionWanted);
  const years = wholeNumber(draft.years);
  if (years === null) throw refused("years", text.yearsWanted);
  return {
    id: draft.id,
    body: draft.body,
    session,
    startedOn: draft.startedOn,
    years,
    approvalNumber: some(draft.approvalNumber),
    endedOn: draft.endedOn || undefined,
    cleared: draft.cleared,
    note: some(draft.note),
    members: filledSeats(draft).map(tidySeat),
  };
}

/** Whether someone has left by a day. */
export const hasLeft = (seat: UnionSeat, today: string) => seat.toOn !== undefined && seat.toOn < today;

export const blankGroup = (parent?: string): UnionGroupInput => ({ kind: parent ? "group" : "branch", name: "", parent, leaderName: "" });
export const asGroup = (draft: UnionGroupInput): UnionGroupInput => ({ ...draft, parent: draft.parent || undefined, leader: draft.leader, leaderName: some(draft.leaderName) });
/** Where a group can stand: not under itself. The tree lists each one before those under it. */
export function parentsOf(groups: readonly UnionGroup[], id: string | undefined): UnionGroup[] {
  const at = groups.findIndex((one) => one.id === id);
  if (at < 0) return [...groups];
  const own = groups[at]!;
  const after = groups.slice(at + 1);
  const end = after.findIndex((one) => one.depth <= own.depth);
  return [...groups.slice(0, at), ...(end < 0 ? [] : after.slice(end))];
}
