// What the forms of seats, elections, mandates and opinions work out: fresh forms from what the ledger knows, and forms as they
// are sent. Pure; what is allowed and what is due, the core says.
import type {
  FillSeat,
  Mandate,
  MandateKind,
  Negotiation,
  NegotiationPeople,
  OpinionSurvey,
  RepresentativeElection,
  SeatCandidate,
  Side,
  Vacancy,
} from "../../contract/bindings";
import { agreementText } from "../../text/agreement";
import { electionOfSeats, mandateText, opinionsText } from "../../text/talks";
import { names } from "./agreement";
import { blankRepresentative } from "./logic";

const blank = (value: string | null | undefined) => (value?.trim() ? value.trim() : undefined);
const number = (value: unknown) => Number(value) || 0;
const counted = (value: unknown) => (value === "" || value === undefined || value === null ? undefined : number(value));

/** Someone for a vacant seat: chief where the seat was the chief's and no one has become it since. */
export function fillForm(affair: Negotiation, vacancy: Vacancy, today: string): FillSeat {
  const chief = vacancy.chief && !affair.representatives.some((r) => r.side === vacancy.side && r.record.chief);
  return { negotiation: affair.id, vacancy: vacancy.event, person: { ...blankRepresentative(vacancy.side), chief, chosenOn: today }, lateEntry: "" };
}

export const asFilling = (form: FillSeat): FillSeat => ({
  ...form,
  person: { ...form.person, name: form.person.name.trim(), chosenOn: blank(form.person.chosenOn) },
  lateEntry: blank(form.lateEntry),
});

/** An election as it is typed: names in one line each. */
export type ElectionDraft = Omit<RepresentativeElection, "tellers" | "scrutineers"> & { tellers: string; scrutineers: string };

export const candidate = (): SeatCandidate => ({ name: "", sex: "unspecified", post: "", frontLine: false, votesFor: 0, votesAgainst: 0, abstained: 0 });

/** The election to correct, or a new one of all workers' representatives whom no kept election names. */
export function electionDraft(affair: Negotiation, people: NegotiationPeople, today: string, id?: string): ElectionDraft {
  const standing = people.elections.find((e) => e.record.id === id)?.record;
  if (standing) return { ...standing, tellers: standing.tellers.join(agreementText.comma), scrutineers: standing.scrutineers.join(agreementText.comma) };
  // Whom an upheld objection undid stands to be chosen again, on a day of its own.
  const last = people.elections[people.elections.length - 1]?.record;
  const anew = last?.objections === "upheld";
  const known = new Set(people.elections.filter((e) => e.record.objections !== "upheld").flatMap((e) => e.record.candidates.map((c) => c.representative)));
  const chosen = affair.representatives.filter((r) => r.side === "workers" && !known.has(r.id));
  // Who stands for a seat does not hear objections to it.
  const stands = (name: string) => chosen.some((r) => r.record.name.trim() === name.trim());
  const hears = last?.objectionsWho ?? people.known.chair;
  return {
    negotiation: affair.id,
    meeting: "",
    heldOn: (anew ? undefined : chosen[0]?.record.chosenOn) ?? today,
    begins: "",
    place: last?.place ?? "",
    chair: people.known.chair,
    chairPost: electionOfSeats.chairPostUsual,
    recorder: last?.recorder ?? "",
    recorderPost: last?.recorderPost ?? "",
    due: people.known.due ?? 0,
    present: 0,
    way: "secret",
    proposedBy: electionOfSeats.proposedByUsual,
    candidates: chosen.map((r) => ({ ...candidate(), representative: r.id, name: r.record.name, sex: r.record.sex, post: r.record.post, frontLine: r.record.frontLine })),
    tellers: "",
    scrutineers: "",
    remarks: "",
    postFrom: undefined,
    postTo: undefined,
    postPlaces: last?.postPlaces ?? "",
    objectionsWho: stands(hears) ? "" : hears,
    objectionsOffice: last?.objectionsOffice ?? "",
    objectionsPhone: last?.objectionsPhone ?? "",
    objections: undefined,
    objectionsSaid: "",
    objectionsSettled: "",
    lateEntry: "",
  };
}

/** The election as it is sent: rows without a name are left out, empty counts are not told. */
export function asElection(draft: ElectionDraft): RepresentativeElection {
  const secret = draft.way === "secret";
  const objected = draft.objections === "settled" || draft.objections === "upheld";
  return {
    ...draft,
    due: number(draft.due),
    present: number(draft.present),
    begins: blank(draft.begins),
    place: blank(draft.place),
    chair: blank(draft.chair),
    chairPost: blank(draft.chairPost),
    recorder: blank(draft.recorder),
    recorderPost: blank(draft.recorderPost),
    proposedBy: blank(draft.proposedBy),
    given: secret ? counted(draft.given) : undefined,
    returned: secret ? counted(draft.returned) : undefined,
    valid: secret ? counted(draft.valid) : undefined,
    candidates: draft.candidates
      .filter((c) => c.name.trim() !== "")
      .map((c) => ({ ...c, name: c.name.trim(), votesFor: number(c.votesFor), votesAgainst: number(c.votesAgainst), abstained: number(c.abstained) })),
    tellers: names(draft.tellers),
    scrutineers: names(draft.scrutineers),
    remarks: blank(draft.remarks),
    postFrom: blank(draft.postFrom),
    postTo: blank(draft.postTo),
    postPlaces: blank(draft.postPlaces),
    objectionsWho: blank(draft.objectionsWho),
    objectionsOffice: blank(draft.objectionsOffice),
    objectionsPhone: blank(draft.objectionsPhone),
    objections: draft.objections || undefined,
    objectionsSaid: objected ? blank(draft.objectionsSaid) : undefined,
    objectionsSettled: objected ? blank(draft.objectionsSettled) : undefined,
    lateEntry: blank(draft.lateEntry),
  };
}

/** A mandate as it is typed: its scope as lines of one text. */
export type MandateDraft = Omit<Mandate, "scope"> & { scope: string };

/** The mandate to correct, or a new one from the workers' side. */
export function mandateDraft(affair: Negotiation, people: NegotiationPeople, today: string, id?: string): MandateDraft {
  const standing = people.mandates.find((m) => m.id === id);
  if (standing) return { ...standing, scope: standing.scope.join("\n") };
  const fresh: MandateDraft = {
    negotiation: affair.id,
    kind: "chief",
    side: "workers",
    representative: undefined,
    name: "",
    sex: "unspecified",
    unit: "",
    profession: "",
    certificate: "",
    idLast4: "",
    principal: "",
    principalPost: "",
    reason: "",
    scope: "",
    givenOn: today,
    fromOn: today,
    untilOn: undefined,
    lateEntry: "",
  };
  turned(fresh, people, "chief", "workers");
  return fresh;
}

/** Turns a mandate that was not kept yet to another kind or side: what is usual for it stands in it. */
export function turned(form: MandateDraft, people: NegotiationPeople, kind: MandateKind, side: Side): void {
  const usual = Object.values(mandateText.scopes).map((lines) => lines.join("\n"));
  if (form.scope.trim() === "" || usual.includes(form.scope)) form.scope = mandateText.scopes[kind].join("\n");
  const principals = ["", people.known.chair];
  if (principals.includes(form.principal)) form.principal = side === "workers" ? people.known.chair : "";
  if (["", ...Object.values(mandateText.principalPosts)].includes(form.principalPost ?? "")) form.principalPost = mandateText.principalPosts[side];
  Object.assign(form, { kind, side });
}

/** Who can be named in a mandate: a chief's agent is of the firm, an adviser comes from outside. */
export const agents = (affair: Negotiation, kind: MandateKind, side: Side) =>
  affair.representatives.filter((r) => r.side === side && r.record.outside === (kind === "adviser"));

/** Takes over what the list and the roster know of who was picked. */
export function picked(form: MandateDraft, affair: Negotiation, people: NegotiationPeople, id: string): void {
  const one = affair.representatives.find((r) => r.id === id);
  form.representative = one?.id;
  if (!one) return;
  form.name = one.record.name;
  form.sex = one.record.sex;
  if (form.kind === "chief") form.unit = one.record.post;
  form.idLast4 = people.known.lastFour.find(([of]) => of === id)?.[1] ?? form.idLast4;
}

export function asMandate(draft: MandateDraft): Mandate {
  return {
    ...draft,
    representative: blank(draft.representative),
    name: draft.name.trim(),
    unit: blank(draft.unit),
    profession: draft.kind === "adviser" ? blank(draft.profession) : undefined,
    certificate: draft.kind === "adviser" ? blank(draft.certificate) : undefined,
    reason: draft.kind === "chief" ? blank(draft.reason) : undefined,
    idLast4: blank(draft.idLast4),
    principal: draft.principal.trim(),
    principalPost: blank(draft.principalPost),
    scope: draft.scope.split("\n").map((line) => line.trim()).filter((line) => line !== ""),
    untilOn: blank(draft.untilOn),
    lateEntry: blank(draft.lateEntry),
  };
}

/** The opinions to correct, or a new collection with rows to fill. */
export function opinionsDraft(affair: Negotiation, today: string, standing: OpinionSurvey | null): OpinionSurvey {
  if (standing) return { ...standing, topics: standing.topics.map((t) => ({ ...t })) };
  const topics = Array.from({ length: 3 }, () => ({ title: "", people: 0, gist: "" }));
  return { negotiation: affair.id, fromOn: affair.startedOn, toOn: today, how: opinionsText.howUsual, handedOut: 0, returned: 0, topics, lateEntry: "" };
}

export function asOpinions(draft: OpinionSurvey): OpinionSurvey {
  return {
    ...draft,
    how: blank(draft.how),
    handedOut: number(draft.handedOut),
    returned: number(draft.returned),
    topics: draft.topics
      .filter((t) => t.title.trim() !== "")
      .map((t) => ({ title: t.title.trim(), people: number(t.people), gist: t.gist.trim() })),
    lateEntry: blank(draft.lateEntry),
  };
}
