// What the page of re-elections opens and what its forms send: numbers typed as text become numbers, empty text is no value.
import type { ElectionBallotInput, ElectionEventKind, ElectionInput, ElectionPost, ElectionVote } from "../../contract/bindings";
import { wholeNumber, wholeWrong } from "../../parts/numbers";
import type { Problem } from "../../platform";
import { electionBallot } from "../../text/election";
import { numberText } from "../../text/numbers";

/** A form that stands in place of the record. */
export type Form = { kind: "change" } | { kind: "event"; event: ElectionEventKind } | { kind: "candidates"; post: ElectionPost } | { kind: "ballot"; post: ElectionPost };

/** The core names a kind as its column does. */
const camel = (code: string) => code.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The form that a place's part names; none for a part that is no form. */
export function formOf(part: string | undefined, first: ElectionPost): Form | null {
  const [what, code] = (part ?? "").split(":");
  if (what === "change") return { kind: "change" };
  if (what === "event" && code) return { kind: "event", event: camel(code) as ElectionEventKind };
  if (what === "candidates") return { kind: "candidates", post: code ? (camel(code) as ElectionPost) : first };
  if (what === "ballot" && code) return { kind: "ballot", post: camel(code) as ElectionPost };
  return null;
}

export const numbers = ["session", "years", "members", "committeeSeats", "standingSeats", "viceSeats", "auditSeats", "womenSeats"] as const;
export type ElectionDraft = Omit<ElectionInput, (typeof numbers)[number]> & Record<(typeof numbers)[number], string>;

/** A record as its form holds it. */
export function draftOf(record: ElectionInput): ElectionDraft {
  const typed = Object.fromEntries(numbers.map((name) => [name, String(record[name] ?? "")])) as Record<(typeof numbers)[number], string>;
  return { ...record, ...typed };
}

/** The number of a field; nothing for an empty one. What is no number is refused before it is sent. */
export const count = (typed: string) => wholeNumber(typed) ?? undefined;

/** The first field that should hold a number and does not. */
export const wrongNumber = (draft: ElectionDraft) => numbers.find((name) => count(draft[name]) === undefined);

export function asElection(draft: ElectionDraft): ElectionInput {
  const typed = Object.fromEntries(numbers.map((name) => [name, count(draft[name]) ?? 0])) as Record<(typeof numbers)[number], number>;
  return { ...draft, ...typed, place: draft.place || undefined, note: draft.note || undefined };
}

export type VoteDraft = { candidate?: string; person?: string; name: string; for: string; against: string; abstained: string };
export type BallotDraft = {
  heldOn: string;
  due: string;
  present: string;
  given: string;
  returned: string;
  valid: string;
  tellers: string;
  scrutineers: string;
  lateEntry: string;
  votes: VoteDraft[];
};

export function ballotDraft(record: ElectionBallotInput): BallotDraft {
  const typed = (n: number) => (n === 0 ? "" : String(n));
  const fresh = record.id === undefined;
  return {
    heldOn: record.heldOn,
    due: typed(record.due),
    present: typed(record.present),
    given: typed(record.given),
    returned: typed(record.returned),
    valid: typed(record.valid),
    tellers: record.tellers ?? "",
    scrutineers: record.scrutineers ?? "",
    lateEntry: record.lateEntry ?? "",
    votes: record.votes.map((vote) => ({
      candidate: vote.candidate,
      person: vote.person,
      name: vote.name,
      for: fresh ? "" : String(vote.votesFor),
      against: fresh ? "" : String(vote.votesAgainst),
      abstained: fresh ? "" : String(vote.abstained),
    })),
  };
}

/** The first votes that cannot be read, refused at their line: they are never taken for none. The lines count as they are sent. */
export function misreadVote(votes: readonly VoteDraft[]): Problem | null {
  for (const [at, vote] of votes.filter((one) => one.name.trim()).entries()) {
    const wrong = (["for", "against", "abstained"] as const).find((name) => wholeWrong(vote[name]));
    if (wrong) return { code: "bad_input", message: numberText.noCount(electionBallot[wrong], vote[wrong].trim()), field: `votes.${at}.${wrong}` };
  }
  return null;
}

/** Votes against left empty are the valid ballots less the others; a write-in has none. */
export function asVote(vote: VoteDraft, valid: number): ElectionVote {
  const yes = count(vote.for) ?? 0;
  const abstained = count(vote.abstained) ?? 0;
  const left = vote.candidate ? Math.max(valid - yes - abstained, 0) : 0;
  return { candidate: vote.candidate, person: vote.person, name: vote.name, votesFor: yes, votesAgainst: count(vote.against) ?? left, abstained };
}

export function asBallot(draft: BallotDraft, of: Pick<ElectionBallotInput, "id" | "election" | "post">): ElectionBallotInput {
  const valid = count(draft.valid) ?? 0;
  return {
    ...of,
    heldOn: draft.heldOn,
    due: count(draft.due) ?? 0,
    present: count(draft.present) ?? 0,
    given: count(draft.given) ?? 0,
    returned: count(draft.returned) ?? 0,
    valid,
    tellers: draft.tellers || undefined,
    scrutineers: draft.scrutineers || undefined,
    lateEntry: draft.lateEntry || undefined,
    votes: draft.votes.filter((vote) => vote.name.trim()).map((vote) => asVote(vote, valid)),
  };
}

/** What a page of re-elections shows changes with these tables. */
export const listened = ["election", "election_event", "election_candidate", "election_ballot", "election_vote", "members_delegate", "paper"];
