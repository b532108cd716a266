// What the forms of the members' meetings and delegates send: numbers typed as text become numbers, empty text is no value.
import type { MembersDelegate, MembersMeetingInput, MembersTopic } from "../../contract/bindings";
import { count } from "../election/logic";
import { wholeWrong } from "../../parts/numbers";
import type { Problem } from "../../platform";
import { membersCongress as words } from "../../text/election";
import { numberText } from "../../text/numbers";

type Typed = "session" | "round" | "due" | "present" | "askers";
export type TopicDraft = { id?: string; title: string; decision: string; for: string; against: string; abstained: string };
export type MeetingDraft = Omit<MembersMeetingInput, Typed | "topics"> & Record<Typed, string> & { topics: TopicDraft[] };

const typed = (n: number | undefined) => (n === undefined ? "" : String(n));

export const blankTopic = (): TopicDraft => ({ title: "", decision: "", for: "", against: "", abstained: "" });

export function meetingDraft(record: MembersMeetingInput): MeetingDraft {
  const topics = record.topics.map((topic) => ({
    id: topic.id,
    title: topic.title,
    decision: topic.decision ?? "",
    for: typed(topic.votesFor),
    against: typed(topic.votesAgainst),
    abstained: typed(topic.abstained),
  }));
  return {
    ...record,
    session: typed(record.session),
    round: typed(record.round),
    due: typed(record.due),
    present: typed(record.present),
    askers: typed(record.askers),
    topics: topics.length > 0 ? topics : [blankTopic()],
  };
}

const asTopic = (draft: TopicDraft): MembersTopic => ({
  id: draft.id,
  title: draft.title,
  decision: draft.decision || undefined,
  votesFor: count(draft.for),
  votesAgainst: count(draft.against),
  abstained: count(draft.abstained),
});

/** The first votes that cannot be read, told with their topic: they are never taken for none. */
export function misreadVote(topics: readonly TopicDraft[]): Problem | null {
  for (const [at, topic] of topics.entries()) {
    const wrong = (["for", "against", "abstained"] as const).find((name) => wholeWrong(topic[name]));
    if (wrong) return { code: "bad_input", message: words.form.ofTopic(topic.title.trim(), numberText.noCount(words.form[wrong], topic[wrong].trim())), field: `topics.${at}.${wrong}` };
  }
  return null;
}

export const asMeeting = (draft: MeetingDraft): MembersMeetingInput => ({
  ...draft,
  session: count(draft.session) ?? 0,
  round: count(draft.round),
  due: count(draft.due) ?? 0,
  present: count(draft.present),
  askers: count(draft.askers),
  noticedOn: draft.noticedOn || undefined,
  host: draft.host || undefined,
  recorder: draft.recorder || undefined,
  course: draft.course || undefined,
  lateEntry: draft.lateEntry || undefined,
  topics: draft.topics.filter((topic) => topic.title.trim() || topic.decision.trim()).map(asTopic),
});

export const blankDelegate = (): MembersDelegate => ({ name: "", manager: false });

/** A further line: most of one list are elected on one day, and by one unit after another. */
export function nextDelegate(lines: readonly MembersDelegate[]): MembersDelegate {
  const last = lines.at(-1);
  return { ...blankDelegate(), unit: last?.unit, electedOn: last?.electedOn };
}

/** The delegates of a pasted list, one a line, where it has more than one: name, unit and certificate as the columns of a sheet. A
 * head is left out, and what the sheet has no column for is that of the line it was pasted into. */
export function pastedDelegates(text: string, into: MembersDelegate): MembersDelegate[] {
  const rows = text.split(/\r?\n/).map((line) => line.split("\t").map((cell) => cell.trim())).filter((cells) => cells[0]);
  if (rows.length < 2) return [];
  const named = rows.filter(([name]) => !words.pastedHead.test(name!));
  return named.map(([name, unit, certificate]) => ({
    ...blankDelegate(),
    name: name!,
    unit: unit || into.unit,
    certificate: certificate || undefined,
    electedOn: into.electedOn,
  }));
}

/** Who stood in the session before, to be looked through: persons and units, no certificate and no day of that session. */
export const again = (before: readonly MembersDelegate[]): MembersDelegate[] =>
  before.map(({ person, name, unit, manager }) => ({ person, name, unit, manager }));

/** Lines that name somebody, their empty fields left out. */
export const asDelegates = (lines: readonly MembersDelegate[]): MembersDelegate[] =>
  lines
    .filter((one) => one.name.trim())
    .map((one) => ({ ...one, unit: one.unit || undefined, certificate: one.certificate || undefined, electedOn: one.electedOn || undefined, endedOn: one.endedOn || undefined }));
