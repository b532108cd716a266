// What the forms of terms and delegates begin with and send: numbers typed as text become numbers, empty text is no value. Pure.
import type { CongressDelegate, CongressDelegateInput, CongressEnding, CongressTerm, CongressTermInput } from "../../contract/bindings";
import { wholeNumber } from "../../parts/numbers";

/** What moves the pages of the congress. */
export const listened = ["congress_term", "congress_delegate", "congress_session", "workforce", "attachment", "paper"];

export const count = (typed: string) => wholeNumber(typed) ?? undefined;
export const shown = (n: number | undefined) => (n === undefined ? "" : String(n));
export const some = (words: string | undefined) => words?.trim() || undefined;

const termNumbers = ["years", "workers", "womenWorkers", "dispatchedWorkers", "seats"] as const;
type TermNumber = (typeof termNumbers)[number];
export type TermDraft = Omit<CongressTermInput, TermNumber> & Record<TermNumber, string>;

/** The form of a standing term, or of a new one that begins today with the workers that were entered last. */
export function termOf(standing: CongressTermInput | null, today: string, workers: number | undefined): TermDraft {
  return {
    id: standing?.id,
    name: standing?.name ?? "",
    beganOn: standing?.beganOn ?? today,
    years: shown(standing?.years ?? 3),
    workers: shown(standing?.workers ?? workers),
    womenWorkers: shown(standing?.womenWorkers),
    dispatchedWorkers: shown(standing?.dispatchedWorkers),
    seats: shown(standing?.seats),
    postedOn: standing?.postedOn ?? "",
    note: standing?.note ?? "",
    lateEntry: standing?.lateEntry ?? "",
  };
}

/** The first field that should hold a number and does not; those that may stand empty are wrong only when something else is typed. */
export const wrongTerm = (form: TermDraft) =>
  termNumbers.find((name) => count(form[name]) === undefined && (form[name].trim() !== "" || !["womenWorkers", "dispatchedWorkers"].includes(name)));

export const sentTerm = (form: TermDraft): CongressTermInput => ({
  ...form,
  years: count(form.years) ?? 0,
  workers: count(form.workers) ?? 0,
  womenWorkers: count(form.womenWorkers),
  dispatchedWorkers: count(form.dispatchedWorkers),
  seats: count(form.seats) ?? 0,
  postedOn: form.postedOn || undefined,
  note: some(form.note),
  lateEntry: some(form.lateEntry),
});

const delegateNumbers = ["unitWorkers", "voters", "votesFor", "recallVoters", "recallVotes"] as const;
type DelegateNumber = (typeof delegateNumbers)[number];
export type DelegateDraft = Omit<CongressDelegateInput, DelegateNumber | "endedHow"> & Record<DelegateNumber, string> & { endedHow: CongressEnding | "" };

/** The form of a standing delegate, or of a new one: whoever was elected by the same unit shares its day and its numbers. */
export function delegateOf(term: string, standing: CongressDelegateInput | null, today: string, before?: DelegateDraft): DelegateDraft {
  return {
    id: standing?.id,
    term,
    person: standing?.person,
    name: standing?.name ?? "",
    woman: standing?.woman ?? false,
    unit: standing?.unit ?? before?.unit ?? "",
    rank: standing?.rank ?? before?.rank ?? "front",
    dispatched: standing?.dispatched ?? false,
    electedOn: standing?.electedOn ?? before?.electedOn ?? today,
    unitWorkers: shown(standing?.unitWorkers) || (before?.unitWorkers ?? ""),
    voters: shown(standing?.voters) || (before?.voters ?? ""),
    votesFor: shown(standing?.votesFor),
    endedOn: standing?.endedOn ?? "",
    endedHow: standing?.endedHow ?? "",
    endedWhy: standing?.endedWhy ?? "",
    recallVoters: shown(standing?.recallVoters),
    recallVotes: shown(standing?.recallVotes),
    lateEntry: standing?.lateEntry ?? "",
  };
}

/** The first field that should hold a number and does not. */
export const wrongDelegate = (form: DelegateDraft) => delegateNumbers.find((name) => form[name].trim() !== "" && count(form[name]) === undefined);

export const sentDelegate = (form: DelegateDraft): CongressDelegateInput => ({
  ...form,
  unitWorkers: count(form.unitWorkers),
  voters: count(form.voters),
  votesFor: count(form.votesFor),
  endedOn: form.endedOn || undefined,
  endedHow: form.endedHow || undefined,
  endedWhy: some(form.endedWhy),
  recallVoters: count(form.recallVoters),
  recallVotes: count(form.recallVotes),
  lateEntry: some(form.lateEntry),
});

export type Which = "standing" | "ended" | "all";

/** The delegates of a list by where they stand and by words in their name, unit or work. */
export function found(term: CongressTerm, which: Which, words: string, today: string): CongressDelegate[] {
  const ended = (one: CongressDelegate) => one.record.endedOn !== undefined && one.record.endedOn <= today;
  const of = term.delegates.filter((one) => which === "all" || ended(one) === (which === "ended"));
  const asked = words.trim();
  return asked === "" ? of : of.filter((one) => [one.record.name, one.record.unit, one.work].some((text) => text.includes(asked)));
}
