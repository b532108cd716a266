// What the form of a session begins with and sends: numbers typed as text become numbers, empty text is no value. Pure.
import type { CongressMatter, CongressMeetingInput, CongressTermChoice } from "../../contract/bindings";
import { count, shown, some } from "./logic";

/** What moves the list of sessions. */
export const listened = ["congress_meeting", "congress_matter", "congress_term", "congress_delegate", "attachment", "paper"];

/** More matters than these the core takes of no session. */
export const most = 60;

type Vote = "votesFor" | "votesAgainst" | "abstained";
export type MatterDraft = Omit<CongressMatter, Vote | "decision"> & Record<Vote, string> & { decision: string };
export type MeetingDraft = Omit<CongressMeetingInput, "due" | "present" | "matters"> & { due: string; present: string; matters: MatterDraft[] };

export const newMatter = (): MatterDraft => ({ title: "", kind: "pass", secret: true, votesFor: "", votesAgainst: "", abstained: "", decision: "" });

/** The form of a standing session, or of one of today to which the delegates of the newest term should come. */
export function meetingOf(standing: CongressMeetingInput | null, today: string, terms: readonly CongressTermChoice[]): MeetingDraft {
  const r = standing;
  const matters = r?.matters.map((one) => ({
    id: one.id,
    title: one.title,
    kind: one.kind,
    secret: one.secret,
    votesFor: shown(one.votesFor),
    votesAgainst: shown(one.votesAgainst),
    abstained: shown(one.abstained),
    decision: one.decision ?? "",
  }));
  return {
    id: r?.id,
    term: r?.term ?? terms[0]?.id ?? "",
    name: r?.name ?? "",
    heldOn: r?.heldOn ?? today,
    place: r?.place ?? "",
    host: r?.host ?? "",
    agreedOn: r?.agreedOn ?? "",
    reportedOn: r?.reportedOn ?? "",
    noticedOn: r?.noticedOn ?? "",
    papersOn: r?.papersOn ?? "",
    due: r ? shown(r.due) : shown(terms[0]?.delegates.length || undefined),
    present: shown(r?.present),
    publishedOn: r?.publishedOn ?? "",
    upperOn: r?.upperOn ?? "",
    note: r?.note ?? "",
    lateEntry: r?.lateEntry ?? "",
    matters: matters ?? [newMatter()],
  };
}

export const votes: readonly Vote[] = ["votesFor", "votesAgainst", "abstained"];
/** The first field that should hold a number and does not. */
export function wrongMeeting(form: MeetingDraft): string | undefined {
  if (count(form.due) === undefined) return "due";
  if (form.present.trim() !== "" && count(form.present) === undefined) return "present";
  for (const [at, one] of form.matters.entries()) {
    const wrong = votes.find((name) => one[name].trim() !== "" && count(one[name]) === undefined);
    if (wrong) return `matters.${at}.${wrong}`;
  }
  return undefined;
}

/** What is sent: a matter that nobody wrote anything of is none. */
export const sentMeeting = (form: MeetingDraft): CongressMeetingInput => ({
  ...form,
  host: some(form.host),
  agreedOn: form.agreedOn || undefined,
  reportedOn: form.reportedOn || undefined,
  noticedOn: form.noticedOn || undefined,
  papersOn: form.papersOn || undefined,
  due: count(form.due) ?? 0,
  present: count(form.present),
  publishedOn: form.publishedOn || undefined,
  upperOn: form.upperOn || undefined,
  note: some(form.note),
  lateEntry: some(form.lateEntry),
  matters: form.matters
    .filter((one) => one.title.trim() || one.decision.trim() || one.votesFor.trim())
    .map((one) => ({ ...one, votesFor: count(one.votesFor), votesAgainst: count(one.votesAgainst), abstained: count(one.abstained), decision: some(one.decision) })),
});
