// What the negotiation pages work out from an affair: the ladder's rungs, the next step, fresh forms, and forms as they
// are sent. Pure; what is allowed and what is due, the core says.
import type {
  AgreementKind,
  EventKind,
  MeetingInput,
  MeetingTopic,
  Negotiation,
  Offer,
  PaperLine,
  Place,
  RecordReply,
  Reply,
  Representative,
  RepresentativeInput,
  SaveOffer,
  SaveTopic,
  Side,
  Step,
  StepKind,
  TopicAside,
  TopicResult,
  WordingPart,
} from "../../contract/bindings";
import type { Rung } from "../../parts/Ladder.vue";
import { parseDay } from "../../parts/days";
import { dayHere } from "../../parts/today";
import { negotiation as text, representativesText } from "../../text/negotiation";
import { electionOfSeats } from "../../text/talks";
import { suspensionText } from "../../text/talksCourse";
import { lasting } from "./talksCourse";

/** What a step says of itself beside its name: whose it is, what is missing, by when, and by which article. */
export function stepInfo(step: Step): string[] {
  const open = !step.done;
  return [text.stepWho(step.whose), step.missing.length > 0 ? text.stepMissing(step.missing) : "", open && step.due ? text.stepDue(dayHere(step.due)) : "", step.origin].filter((line) => line !== "");
}

/** The ladder: a late reply or a running clock that is over marks the current rung late. */
export function rungs(affair: Negotiation): Rung[] {
  const over = affair.day !== null && affair.ofDays !== null && affair.day > affair.ofDays;
  // What the affair went past is not still to come: it can be entered at any time.
  const at = affair.steps.findIndex((step) => step.current);
  return affair.steps.map((step, i) => ({
    key: step.kind,
    title: `${i + 1} ${step.name}`,
    state: step.done ? "done" : step.unrecorded || i < at ? "gap" : step.current ? (over ? "late" : "now") : "next",
    note: !step.current ? "" : step.due ? text.stepNow(step.whose, dayHere(step.due)) : step.whose,
    info: stepInfo(step),
  }));
}

export function current(affair: Negotiation) {
  return affair.steps.find((s) => s.current) ?? null;
}

/** What the affair lacks where it stands: of the step that comes now, unless a rung of an agreement tells it, and what is still owed
 *  of the finished ones. */
export function lacking(affair: Negotiation, ofRung: boolean): string[] {
  if (!current(affair)) return [];
  return affair.steps.filter((s) => s.done || (s.current && !ofRung)).flatMap((s) => s.missing);
}

/** Whether both sides talk or have talked: from then on the page of an affair begins with what was said last. */
export function talking(affair: Negotiation): boolean {
  const step = current(affair);
  return step === null || step.kind === "meetings" || step.kind === "conclusion";
}
/** The fold of what comes before the offer. */
export const preparationBlock = (affair: string) => `preparation-${affair}`;
/** Whether what comes before the offer is done, with nothing of it waiting to be taken into the talks. */
export const prepared = (affair: Negotiation, waiting: number): boolean => waiting === 0 && (affair.steps.find((step) => step.kind === "preparation")?.done ?? false);

/** Whether the workers' side is to be chosen again before anything else: an upheld objection undid its election. */
export const chosenAnew = (affair: Negotiation): boolean => affair.electionUndone && current(affair)?.kind === "representatives";

/** The form that the one filled button opens: refused or unanswered talks go on by what is entered as an event, an election that
 *  was undone by another, a list with a vacant seat by filling it. */
export function nextForm(affair: Negotiation): string {
  const kind = current(affair)?.kind ?? "";
  if (chosenAnew(affair)) return "election";
  if (affair.vacancy && kind === "representatives") return `seat:${affair.vacancy}`;
  const broken = lasting(affair);
  if (broken && kind === "meetings") return `resume:${broken.id}`;
  if (disputed(affair)) return "dispute";
  return affair.refusal && kind === "reply" ? "refusal" : kind;
}

/** What is to be done about talks that came to nothing in their time, or for which coordination was asked. */
export const disputed = (affair: Negotiation) => (current(affair)?.kind === "meetings" ? affair.dispute : undefined);

/** Where the next step of a refusal leads that lies on another page: its paper, or a form of this one. */
export function refusedPlace(affair: Negotiation): Place | null {
  const place = affair.refusal?.todos[0]?.place;
  return place && !(place.page === "negotiation" && place.part === "refusal") ? place : null;
}

/** The kind of event of the talks that comes next: the next remedy of refused ones, else anything. */
export const nextEvent = (affair: Negotiation): EventKind => affair.remedy ?? "noted";

/** The words of the one filled button. */
export function nextWords(affair: Negotiation): string {
  const step = current(affair);
  if (!step) return "";
  if (chosenAnew(affair)) return electionOfSeats.add;
  if (affair.vacancy && step.kind === "representatives") return text.act.seat;
  if (affair.refusal && step.kind === "reply") return affair.refusal.todos[0]?.button ?? text.act.refusal;
  if (lasting(affair) && step.kind === "meetings") return suspensionText.resume;
  const apart = disputed(affair);
  if (apart) return apart.button;
  const words: Record<StepKind, string> = {
    preparation: text.act.preparation,
    representatives: text.act.representatives,
    offer: text.act.offer(affair.offerName),
    reply: text.act.reply,
    meetings: text.act.meetings(nextRound(affair)),
    conclusion: text.act.conclusion,
  };
  return words[step.kind];
}

export const nextRound = (affair: Negotiation): number => affair.meetings.reduce((n, m) => Math.max(n, m.round), 0) + 1;

/** Every answer to the offer, by day. */
export const answersOf = (affair: Negotiation): Reply[] => [...affair.earlierReplies, ...(affair.reply ? [affair.reply] : [])];

/** The answer that a form corrects: the one it was opened for, else the last, unless what is typed comes on a later day and says
 *  something else or refuses. Then it is another answer, and those before it stay. */
export function corrected(affair: Negotiation, opened: string | undefined, typed: Pick<RecordReply, "kind" | "repliedOn">): Reply | undefined {
  const last = affair.reply ?? undefined;
  const another = last && (parseDay(typed.repliedOn) ?? "") > last.repliedOn && (typed.kind !== last.kind || typed.kind === "refused");
  return answersOf(affair).find((one) => one.id === opened) ?? (another ? undefined : last);
}

/** The papers of this affair: those made from it, its offer, its answers, one of its meetings or suspensions, or from `others` of its records. */
export function papersOf(affair: Negotiation, papers: readonly PaperLine[], others: readonly (string | undefined)[] = []): PaperLine[] {
  const ids = new Set([affair.id, affair.offer?.id, ...answersOf(affair).map((one) => one.id), ...affair.meetings.map((m) => m.id), ...affair.suspensions.map((s) => s.id), ...others]);
  return papers.filter((p) => ids.has(p.of));
}

export function blankRepresentative(side: Side): RepresentativeInput {
  return {
    name: "",
    sex: "unspecified",
    post: "",
    chief: false,
    outside: false,
    frontLine: false,
    personnelManager: false,
    chosenHow: representativesText.ways[side] ?? "",
  };
}

/** At least three rows a side to fill; rows with no name are not sent. */
export function sideRows(affair: Negotiation, side: Side): RepresentativeInput[] {
  const rows = affair.representatives.filter((r) => r.side === side).map((r) => ({ ...r.record }));
  while (rows.length < 3) rows.push(blankRepresentative(side));
  return rows;
}
export const filled = (rows: readonly RepresentativeInput[]): RepresentativeInput[] =>
  rows.filter((r) => r.name.trim() !== "").map((r) => ({ ...r, name: r.name.trim() }));

/** Whom the rows of the form name otherwise than the list does, by the name that stands there. */
export function renamed(affair: Negotiation, rows: readonly RepresentativeInput[]): string[] {
  const named = new Set(rows.map((r) => r.name.trim()));
  const other = (one: RepresentativeInput) => !named.has(one.name.trim()) && filled(rows).some((r) => r.id !== undefined && r.id === one.id);
  return affair.representatives.map((r) => r.record).filter(other).map((one) => one.name.trim());
}

const orUndefined = (value: string | null | undefined) => (value ? value : undefined);

/** An offer to fill: what stands already, or a new one from the workers' side to the employer, dated today. */
export function offerForm(affair: Negotiation, today: string, employer: string): SaveOffer {
  const o: Partial<Offer> = affair.offer ?? {};
  return {
    negotiation: affair.id,
    by: o.by ?? "workers",
    addressee: o.addressee ?? employer,
    reasons: o.reasons ?? "",
    issuedOn: o.issuedOn ?? today,
    receivedOn: orUndefined(o.receivedOn),
    receivedBy: orUndefined(o.receivedBy),
    proposedOn: orUndefined(o.proposedOn),
    proposedPlace: orUndefined(o.proposedPlace),
    contact: o.contact ?? "",
    information: o.information ?? "",
    lateEntry: orUndefined(o.lateEntry),
    topics:
      affair.topics.length > 0
        ? affair.topics.map((t) => ({ id: t.id, title: t.title, proposal: t.proposal, ...(affair.agreements.length > 1 ? { agreements: t.agreements } : {}) }))
        : [{ title: "", proposal: "" }],
  };
}

/** A topic's place as its form holds it: "" where the talks go on with it. */
export type TopicDraft = { agreements: AgreementKind[]; aside: TopicAside | ""; asideWhy: string };
export function topicForm(affair: Negotiation, id: string): TopicDraft {
  const topic = affair.topics.find((t) => t.id === id);
  return { agreements: [...(topic?.agreements ?? [])], aside: topic?.aside ?? "", asideWhy: topic?.asideWhy ?? "" };
}
/** The place as it is sent: what was said of a topic that is talked about again is not. */
export const asTopic = (id: string, draft: TopicDraft): SaveTopic => ({
  topic: id,
  agreements: draft.agreements,
  aside: draft.aside || undefined,
  asideWhy: draft.aside ? orUndefined(draft.asideWhy.trim()) : undefined,
});

/** How the result of a topic is marked. */
export const resultMarks = { agreed: "done", disputed: "late", deferred: "soon" } as const;

/** What was said before, where less than half of the longer wording is common to both: letter by letter nobody can read the two in one. */
export function rewritten(parts: readonly WordingPart[]): string {
  const of = (change: WordingPart["change"]) => parts.filter((part) => part.change !== change).map((part) => part.text).join("");
  const [before, after] = [of("added"), of("removed")];
  const common = parts.filter((part) => part.change === "kept").reduce((sum, part) => sum + part.text.length, 0);
  return common * 2 < Math.max(before.length, after.length) ? before : "";
}

/** What a topic says before a word of this round is typed. */
export type TopicWords = Pick<MeetingTopic, "workersPosition" | "employerPosition" | "evidence"> & { agreedText: string };
/** A meeting as it is being typed: a topic with no result was not talked about in this round. */
export type TypedTopic = Pick<MeetingTopic, "topic"> & TopicWords & { result: TopicResult | ""; carried: TopicWords };
export type MeetingDraft = Omit<MeetingInput, "topics"> & { topics: TypedTopic[] };

/** Everyone of an affair who may be named: who stands, and who stood before. */
export const everyone = (affair: Negotiation): Representative[] => [...affair.representatives, ...affair.earlier];

/** Who stood on a day: who left is there up to the vacancy, who fills another's seat from the day chosen. */
export function listedOn(affair: Negotiation, day: string): Representative[] {
  const standing = affair.representatives.filter((r) => !r.replaces || !r.record.chosenOn || r.record.chosenOn <= day);
  return [...standing, ...affair.earlier.filter((r) => r.until !== undefined && day < r.until && (!r.replaces || (r.record.chosenOn ?? "") <= day))];
}

/** Whom the attendance of a meeting asks for: who stood on its day, and whom it names already. */
function asked(affair: Negotiation, day: string, named: readonly { representative: string }[]): Representative[] {
  const listed = listedOn(affair, day);
  return [...listed, ...affair.earlier.filter((r) => !listed.includes(r) && named.some((a) => a.representative === r.id))];
}

/** Whether someone led the side at a meeting: as it names it, else as the list does. */
export const ledAt = (r: Representative, listed: MeetingInput["attendance"]): boolean => listed.find((a) => a.representative === r.id)?.chief ?? r.record.chief;

/** Someone whom a meeting did not list yet: where it says who led it, this one did not. */
const joined = (r: Representative, present: boolean, listed: MeetingInput["attendance"]): MeetingInput["attendance"][number] => ({
  representative: r.id,
  present,
  ...(listed.some((a) => a.chief !== undefined) ? { chief: false } : {}),
});

/** Someone led the side at this meeting, whoever does now; the chair that the other held goes to who led it. */
export function letLead(affair: Negotiation, draft: MeetingDraft, leader: Representative): void {
  for (const r of everyone(affair).filter((one) => one.side === leader.side)) {
    const listed = draft.attendance.find((a) => a.representative === r.id);
    if (!listed) continue;
    listed.chief = r.id === leader.id;
    if (draft.chair === r.id) draft.chair = leader.id;
  }
}

/** Whether a meeting says for itself who led each side: one that is kept or entered afterwards. A new one goes by the list. */
export const namesChiefs = (draft: MeetingDraft): boolean => Boolean(draft.id || draft.lateEntry?.trim());

/** The meeting that was held last: the last by its day and hour, whatever number it bears. */
export const lastHeld = (affair: Negotiation) => affair.meetings.at(-1);

/** Minutes since midnight of `9:00` or `14:30`; none for what is no hour yet. */
function minutesOf(hour: string | undefined): number | null {
  const [, h, m] = /^(\d{1,2}):(\d{2})$/.exec(hour?.trim() ?? "") ?? [];
  return h === undefined || m === undefined || Number(h) > 23 || Number(m) > 59 ? null : Number(h) * 60 + Number(m);
}

/** Whether a meeting ended on the day after it began: its end is earlier on the clock. */
export function pastMidnight(draft: { begins: string; ends?: string }): boolean {
  const [begins, ends] = [minutesOf(draft.begins), minutesOf(draft.ends)];
  return begins !== null && ends !== null && ends < begins;
}

/** A fresh meeting: everyone present, last positions carried over, the chiefs in turn as chair. */
export function freshMeeting(affair: Negotiation, today: string): MeetingDraft {
  const last = lastHeld(affair)?.record;
  const chiefs = affair.representatives.filter((r) => r.record.chief);
  const turn = chiefs.find((r) => r.side === affair.nextChair?.side);
  const chair = turn ?? chiefs.find((r) => r.id !== last?.chair) ?? chiefs[0];
  // The day of the first is agreed upon with the answer, else the one that the offer named.
  const agreedOn = affair.reply?.meetsOn ?? (affair.reply ? affair.offer?.proposedOn : undefined);
  return {
    negotiation: affair.id,
    heldOn: last ? (last.nextOn ?? today) : (agreedOn ?? today),
    // Two on one day do not begin at one hour.
    begins: (last?.nextOn === last?.heldOn ? last?.ends : last?.begins) ?? last?.begins ?? "09:00",
    ends: undefined,
    place: last?.nextPlace ?? last?.place ?? affair.reply?.meetsPlace ?? affair.offer?.proposedPlace ?? "",
    chair: chair?.id ?? "",
    recorder: last?.recorder ?? "",
    recorderPost: last?.recorderPost ?? "",
    agenda: affair.nextAgenda.join("\n"),
    attendance: affair.representatives.map((r) => ({ representative: r.id, present: true })),
    topics: affair.topics.map((t) =>
      typedTopic(t.id, { ...noWords, workersPosition: t.workersPosition || t.proposal, employerPosition: t.employerPosition }),
    ),
    undertakings: [],
    noted: "",
  };
}

/** A meeting that stands, opened to change: its own topics, and those it did not talk about, empty. */
export function meetingDraft(affair: Negotiation, id: string): MeetingDraft | null {
  const found = affair.meetings.find((m) => m.id === id);
  if (!found) return null;
  const had = new Map(found.record.topics.map((t) => [t.topic, t]));
  const came = new Map(found.record.attendance.map((a) => [a.representative, a]));
  return {
    ...found.record,
    id,
    attendance: asked(affair, found.record.heldOn, found.record.attendance).map((r) => ({ ...(came.get(r.id) ?? joined(r, false, found.record.attendance)) })),
    topics: affair.topics.map((t) => {
      const h = had.get(t.id);
      return h ? { ...typedTopic(t.id), ...h, agreedText: h.agreedText ?? "" } : typedTopic(t.id);
    }),
    undertakings: found.record.undertakings.map((u) => ({ ...u })),
  };
}

const noWords: TopicWords = { workersPosition: "", employerPosition: "", evidence: "", agreedText: "" };
const wordNames = Object.keys(noWords) as (keyof TopicWords)[];

function typedTopic(topic: string, carried: TopicWords = noWords): TypedTopic {
  return { topic, ...carried, result: "", carried: { ...carried } };
}

/** Whether words stand at a topic that has no result: they would be lost, so the form asks for the result first. */
export const wantsResult = (t: TypedTopic): boolean =>
  t.result === "" && wordNames.some((name) => t[name].trim() !== t.carried[name].trim());

/** Puts a topic back to what was carried over: it was not talked about after all. */
export function clearTopic(t: TypedTopic): void {
  Object.assign(t, t.carried, { result: "" });
}

/** A draft that lay while the affair went on: topics and representatives that came are added, those that went are left out.
 *  While no whole day stands in it, nobody can say who stood on it, and all stay as they are. */
export function reconcile(draft: MeetingDraft, affair: Negotiation): void {
  const topics = affair.topics.map((t) => draft.topics.find((d) => d.topic === t.id) ?? typedTopic(t.id));
  if (topics.length !== draft.topics.length || topics.some((t, i) => t !== draft.topics[i])) draft.topics = topics;
  if (!parseDay(draft.heldOn)) return;
  const kept = affair.meetings.find((m) => m.id === draft.id)?.record.attendance ?? [];
  const came = asked(affair, draft.heldOn, kept).map(
    (r) => draft.attendance.find((a) => a.representative === r.id) ?? joined(r, true, draft.attendance),
  );
  if (came.length !== draft.attendance.length || came.some((a, i) => a !== draft.attendance[i])) draft.attendance = came;
  if (!came.some((a) => a.representative === draft.chair)) draft.chair = "";
}

/** The meeting as it is sent: topics not talked about and empty undertakings are left out; see `wantsResult`. */
export function asMeeting(draft: MeetingDraft): MeetingInput {
  return {
    ...draft,
    ends: orUndefined(draft.ends),
    nextOn: orUndefined(draft.nextOn),
    nextPlace: orUndefined(draft.nextPlace),
    noted: orUndefined(draft.noted?.trim()),
    lateEntry: orUndefined(draft.lateEntry?.trim()),
    attendance: draft.attendance.map((a) => ({
      representative: a.representative,
      present: a.present,
      reason: a.present ? undefined : orUndefined(a.reason?.trim()),
      chief: namesChiefs(draft) ? a.chief : undefined,
    })),
    topics: draft.topics.flatMap(({ carried: _, result, ...t }) =>
      result === "" ? [] : [{ ...t, result, agreedText: result === "agreed" ? orUndefined(t.agreedText.trim()) : undefined }],
    ),
    undertakings: draft.undertakings
      .filter((u) => u.what.trim() !== "")
      .map((u) => ({ ...u, dueOn: orUndefined(u.dueOn) })),
  };
}

/** The meeting as its paper shows it while it is typed: half a day is not written yet. */
export function previewed(draft: MeetingDraft): MeetingInput {
  const sent = asMeeting(draft);
  const whole = (day: string | undefined) => (day && parseDay(day)) || undefined;
  return { ...sent, nextOn: whole(sent.nextOn), undertakings: sent.undertakings.map((u) => ({ ...u, dueOn: whole(u.dueOn) })) };
}
