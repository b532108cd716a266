// What the agreements' part of the affair's page works out: which facts an event's form asks for, what a place opens, a
// session as its form holds it. Pure; what is allowed and what is due, the core says.
import type { AddEvent, Agreement, CongressMeetingInput, Event, EventFacts, EventKind, Negotiation, NegotiationPeople, Preparation, SaveAgreementVote, Side } from "../../contract/bindings";
import { agreementText } from "../../text/agreement";
import { ladders } from "./amendments";

export type Fact = Exclude<keyof EventFacts, "representative">;

/** The facts that belong to a kind of event, in the order of its form. */
export const facts: Partial<Record<EventKind, Fact[]>> = {
  petitioned: ["people", "whole", "askedBy", "larger"],
  posted: ["side", "receiver", "untilOn"],
  suspended: ["untilOn", "receiver"],
  reminded: ["receiver", "untilOn"],
  warned: ["receiver", "untilOn"],
  reported: ["receiver"],
  applied: ["receiver"],
  extended: ["untilOn"],
  drafted: ["workersChief", "employerChief"],
  notified: ["receiver"],
  signed: ["workersChief", "employerChief", "copies", "termFrom", "termTo"],
  filed: ["receiver", "copies"],
  received: ["number"],
  returned: ["number"],
  inEffect: ["how", "number", "termFrom", "termTo"],
  published: ["receiver"],
  sentUp: ["receiver"],
  explained: ["receiver"],
  changed: ["untilOn"],
  renewed: ["untilOn"],
  rescinded: ["untilOn"],
  rescissionFiled: ["receiver"],
  ended: ["untilOn"],
};

/** What happens to an agreement, in its order; the rest happens to the talks. */
export const ofAgreement: EventKind[] = ["drafted", "notified", "signed", "filed", "received", "returned", "inEffect", "published", "sentUp", "explained", "changed", "renewed", "rescinded", "rescissionFiled", "ended"];
export const ofTalks: EventKind[] = ["petitioned", "posted", "vacated", "replaced", "reminded", "warned", "reported", "applied", "accepted", "extended", "coordinated", "noted"];

/** What changes, rescinds, ends or renews an agreement goes its own ladder; of an event entered before, the kind stays. */
const amending: readonly EventKind[] = ["changed", "renewed", "rescinded", "ended"];
export const offered = (kind: EventKind, standing?: EventKind) => !amending.includes(kind) || kind === standing;

/** Whether a kind is entered by the common form: a seat falls vacant and is filled by forms of its own. */
export const entered = (kind: EventKind) => kind !== "vacated" && kind !== "replaced";

/** A form of an agreement: `agreement:<id>:<what>`, where what is an event's kind, `vote` or `term`. */
export type AgreementForm = { agreement: string; what: string };
export function formOf(part: string | undefined): (AgreementForm & { record?: string }) | null {
  const [head, agreement, what, record] = (part ?? "").split(":");
  return head === "agreement" && agreement && what ? { agreement, what, record } : null;
}

const blank = (value: string | undefined) => (value?.trim() ? value.trim() : undefined);

/** The facts of a form that belong to its kind; the others are not sent. */
export function factsOf(kind: EventKind, form: EventFacts): EventFacts {
  const kept: EventFacts = {};
  const has = (name: Fact) => facts[kind]?.includes(name) ?? false;
  if (has("workersChief")) kept.workersChief = blank(form.workersChief);
  if (has("employerChief")) kept.employerChief = blank(form.employerChief);
  if (has("side")) kept.side = form.side;
  if (has("receiver")) kept.receiver = blank(form.receiver);
  if (has("number")) kept.number = blank(form.number);
  if (has("copies") && form.copies) kept.copies = Number(form.copies);
  if (has("people") && form.people) kept.people = Number(form.people);
  if (has("whole") && form.whole) kept.whole = Number(form.whole);
  if (has("askedBy")) kept.askedBy = form.askedBy ?? "workers";
  if (has("larger")) kept.larger = form.larger ?? false;
  // Of whose seat it tells is no field of the form, and stays.
  if (form.representative) kept.representative = form.representative;
  if (has("how") && form.how) kept.how = form.how;
  if (has("untilOn")) kept.untilOn = blank(form.untilOn);
  if (has("termFrom")) kept.termFrom = blank(form.termFrom);
  if (has("termTo")) kept.termTo = blank(form.termTo);
  return kept;
}

/** An event as it is being typed: "" while nobody chose what happened. */
export type EventDraft = Omit<AddEvent, "kind"> & { kind: EventKind | ""; facts: EventFacts };

type Proposed = Pick<EventFacts, "receiver" | "copies">;
/** What is known of an event before anything of it is typed: where the agreement is handed in, how many copies of it there are. */
export function proposed(kind: EventDraft["kind"], agreement?: Agreement): Proposed {
  if (kind === "filed") return { receiver: agreement?.filing?.department || undefined, copies: agreement?.checklist.copies ?? undefined };
  return { receiver: undefined, copies: kind === "signed" ? (agreement?.copies ?? undefined) : undefined };
}
/** Another kind is chosen: what was proposed for the one before goes with it, what was typed stays. */
export function proposeAnew(form: EventFacts, now: Proposed, before: Proposed): void {
  if (!form.receiver || form.receiver === before.receiver) form.receiver = now.receiver;
  if (!form.copies || form.copies === before.copies) form.copies = now.copies;
}

/** An event's form: what stands, or a new one of a kind, with the agreement's term, the kept chiefs and what is known filled in. */
export function eventForm(affair: Negotiation, today: string, kind: EventDraft["kind"], standing?: Event, agreement?: Agreement): EventDraft {
  const chief = (side: "workers" | "employer") => affair.representatives.find((r) => r.side === side && r.record.chief)?.record.name;
  return {
    negotiation: affair.id,
    agreement: agreement?.id ?? standing?.agreement ?? undefined,
    kind,
    happenedOn: standing?.happenedOn ?? today,
    text: standing?.text ?? "",
    lateEntry: standing?.lateEntry ?? "",
    facts: {
      workersChief: chief("workers"),
      employerChief: chief("employer"),
      how: "silence",
      ...(standing ? standing.facts : proposed(kind, agreement)),
      termFrom: agreement?.termFrom ?? undefined,
      termTo: agreement?.termTo ?? undefined,
    },
  };
}

/** A new event with what the ledger knows of it: how the posting was planned, how many workers there are. */
export function known(form: EventDraft, standing?: Event, people?: NegotiationPeople, before?: Preparation, side?: Side): EventDraft {
  if (standing) return form;
  if (form.kind === "posted" && side === "employer") {
    form.facts.side = side;
    return form;
  }
  const planned = people?.elections[people.elections.length - 1]?.record;
  if (form.kind === "posted" && planned) {
    form.happenedOn = planned.postFrom && planned.postFrom <= form.happenedOn ? planned.postFrom : form.happenedOn;
    form.facts.untilOn = planned.postTo;
    form.facts.receiver = planned.postPlaces;
  }
  if (form.kind === "petitioned") Object.assign(form.facts, { askedBy: "workers", whole: before?.workers ?? undefined });
  return form;
}

/** A session as it is being typed: counts as text, each agreement with a box that says whether it was voted on. */
export type VoteDraft = {
  session: Omit<SaveAgreementVote["session"], "tellers" | "scrutineers"> & { tellers: string; scrutineers: string };
  votes: { agreement: string; title: string; voted: boolean; votesFor: number; votesAgainst: number; abstained: number }[];
};

/** The last session of an agreement to correct, or a new one with all agreements that wait for a vote, chaired by the union's chair
 *  until somebody else is named. */
export function voteDraft(affair: Negotiation, agreement: Agreement, today: string, session?: string, chair = ""): VoteDraft {
  const standing = agreement.votes.find((v) => v.session.id === session)?.session;
  const of = (one: Agreement) => one.votes.find((v) => v.session.id === session)?.ballot;
  return {
    session: standing
      ? { ...standing, tellers: standing.tellers.join(agreementText.comma), scrutineers: standing.scrutineers.join(agreementText.comma) }
      : { form: "congress", name: "", heldOn: today, due: 0, present: 0, way: "secret", chair, chairPost: chair ? agreementText.chairPost : "", heard: "", tellers: "", scrutineers: "", lateEntry: "" },
    votes: ladders(affair).map((one) => {
      const ballot = session ? of(one) : undefined;
      const voted = session ? ballot !== undefined : one.id === agreement.id || one.state === "drafted";
      return { agreement: one.id, title: one.title, voted, votesFor: ballot?.votesFor ?? 0, votesAgainst: ballot?.votesAgainst ?? 0, abstained: ballot?.abstained ?? 0 };
    }),
  };
}

/** What the congress's own room knows of a session, in the order of the form. */
export const calledFields = ["form", "name", "heldOn", "due", "present", "chair"] as const;
export type Called = Partial<Pick<VoteDraft["session"], (typeof calledFields)[number]>>;

/** The session as it was called there: what is known is not typed again. */
export function calledAs({ name, heldOn, due, present, host }: CongressMeetingInput): Called {
  return { form: "congress", name, heldOn, due, ...(present ? { present } : {}), ...(host ? { chair: host } : {}) };
}

/** Fills what nobody typed: what is empty, or stands as the form `begun`. Answers what it filled in, what stood there before, and
 *  what was typed otherwise and stays. */
export function fillIn(session: VoteDraft["session"], known: Called, begun: Called): { now: Called; before: Called; left: Called } {
  const [now, before, left]: [Called, Called, Called] = [{}, {}, {}];
  for (const name of calledFields) {
    if (!(name in known) || session[name] === known[name]) continue;
    const typed = session[name] && session[name] !== begun[name];
    if (typed) Object.assign(left, { [name]: session[name] });
    else {
      Object.assign(before, { [name]: session[name] });
      Object.assign(now, { [name]: known[name] });
    }
  }
  Object.assign(session, now);
  return { now, before, left };
}

/** Takes back what was filled in, but for what was typed over it since. */
export function takeBack(session: VoteDraft["session"], { now, before }: { now: Called; before: Called }): void {
  for (const name of calledFields) if (name in now && session[name] === now[name]) Object.assign(session, { [name]: before[name] });
}

export const names = (text: string) =>
  text
    .split(agreementText.betweenNames)
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** The session as it is sent: only the agreements that were voted on. */
export function asVote(negotiation: string, draft: VoteDraft): SaveAgreementVote {
  const { session } = draft;
  return {
    negotiation,
    session: {
      ...session,
      due: Number(session.due) || 0,
      present: Number(session.present) || 0,
      given: Number(session.given) || undefined,
      returned: Number(session.returned) || undefined,
      chairPost: blank(session.chairPost),
      heard: blank(session.heard),
      lateEntry: blank(session.lateEntry),
      tellers: names(session.tellers),
      scrutineers: names(session.scrutineers),
    },
    votes: draft.votes
      .filter((v) => v.voted)
      .map((v) => ({ agreement: v.agreement, votesFor: Number(v.votesFor) || 0, votesAgainst: Number(v.votesAgainst) || 0, abstained: Number(v.abstained) || 0 })),
  };
}
