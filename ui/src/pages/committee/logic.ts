// What a committee's form begins with and what it sends. Pure.
import type { CommitteeBody, CommitteeInput, CommitteeMember, CommitteeRecord, CommitteeTopicInput } from "../../contract/bindings";
import { wholeNumber, wholeWrong } from "../../parts/numbers";
import type { Problem } from "../../platform";
import { committeeForm as text } from "../../text/committee";
import { numberText } from "../../text/numbers";

/** A topic as it is typed: without a vote its three numbers wait empty. */
export type TopicDraft = { id?: string; title: string; said: string; voted: boolean; favour: string; against: string; abstained: string; decision: string };
export type CommitteeDraft = Omit<CommitteeInput, "topics" | "members"> & { members: CommitteeMember[]; topics: TopicDraft[] };

export const blankTopic = (): TopicDraft => ({ title: "", said: "", voted: true, favour: "", against: "0", abstained: "0", decision: "" });
export const blankMember = (): CommitteeMember => ({ name: "", post: "", present: true });

const topicOf = (topic: CommitteeTopicInput, keepId: boolean): TopicDraft => ({
  id: keepId ? topic.id : undefined,
  title: topic.title,
  said: topic.said ?? "",
  // What is decided is voted on: its numbers are still wanted.
  voted: topic.votes !== undefined || topic.decision !== undefined,
  favour: topic.votes ? String(topic.votes.favour) : "",
  against: String(topic.votes?.against ?? 0),
  abstained: String(topic.votes?.abstained ?? 0),
  decision: topic.decision ?? "",
});

/** The form of a standing record, or, with `correct`, of a new one that corrects it. */
export function draftOf({ id, record }: CommitteeRecord, correct: boolean): CommitteeDraft {
  return {
    ...record,
    id: correct ? undefined : id,
    corrects: correct ? id : record.corrects,
    members: record.members.map((one) => ({ ...one })),
    topics: record.topics.map((topic) => topicOf(topic, !correct)),
  };
}

/**
 * What a new meeting takes over from the last one of its body: the place, who leads and writes, and who belongs to it. Without
 * a last one, those who serve in the body, the first of them leading.
 */
export function takenOver(last: CommitteeRecord | null, serving: readonly CommitteeMember[]): Pick<CommitteeDraft, "place" | "chair" | "recorder" | "members"> {
  if (!last) {
    const members = serving.length > 0 ? serving.map((one) => ({ ...one })) : [blankMember(), blankMember(), blankMember()];
    return { place: "", chair: serving[0]?.name ?? "", recorder: "", members };
  }
  const { place, chair, recorder, members } = last.record;
  return { place, chair, recorder, members: members.map(({ person, name, post }) => ({ person, name, post, present: true })) };
}

/** A new meeting held today, with what the last one gives. */
export const freshDraft = (last: CommitteeRecord | null, today: string, serving: readonly CommitteeMember[] = [], body: CommitteeBody = "committee"): CommitteeDraft => ({
  body: last?.record.body ?? body,
  heldOn: today,
  begins: "",
  ends: "",
  observers: "",
  note: "",
  ...takenOver(last, serving),
  topics: [blankTopic()],
});

const some = (words: string | undefined) => words?.trim() || undefined;
export const counts = ["favour", "against", "abstained"] as const;
/** Whether votes were typed: those in favour, or others than the 0 that stands there from the beginning. */
const cast = (topic: Pick<TopicDraft, "voted" | (typeof counts)[number]>) => topic.voted && (topic.favour.trim() !== "" || [topic.against, topic.abstained].some((typed) => typed.trim() !== "" && wholeNumber(typed) !== 0));
/** One left empty is none; what cannot be read was refused before. */
const number = (typed: string) => wholeNumber(typed) ?? 0;
export const filledMembers = (draft: CommitteeDraft) => draft.members.filter((one) => one.name.trim() !== "");
export const presentIn = (draft: CommitteeDraft) => filledMembers(draft).filter((one) => one.present);

/** The first number of a vote that cannot be read, refused at its field: it is never taken for none. */
export function misreadVote(draft: CommitteeDraft): Problem | null {
  const refused = (field: string, message: string): Problem => ({ code: "bad_input", message, field, rule: null });
  for (const [at, topic] of draft.topics.entries()) {
    if (!cast(topic)) continue;
    if (topic.favour.trim() === "") return refused(`topics.${at}.favour`, text.favourWanted);
    const wrong = counts.find((count) => wholeWrong(topic[count]));
    if (wrong) return refused(`topics.${at}.${wrong}`, numberText.noCount(text[wrong], topic[wrong].trim()));
  }
  return null;
}

/** What is sent: a field left empty is absent, a blank row is none. */
export function asCommittee(draft: CommitteeDraft): CommitteeInput {
  return {
    ...draft,
    begins: some(draft.begins),
    ends: some(draft.ends),
    observers: some(draft.observers),
    note: some(draft.note),
    members: filledMembers(draft).map((one) => ({ ...one, name: one.name.trim(), post: some(one.post), reason: one.present ? undefined : some(one.reason) })),
    topics: draft.topics.map(({ id, title, said, decision, ...topic }) => ({
      id,
      title,
      said: some(said),
      votes: cast(topic) ? { favour: number(topic.favour), against: number(topic.against), abstained: number(topic.abstained) } : undefined,
      decision: some(decision),
    })),
  };
}
