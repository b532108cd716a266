// What the forms of mediation begin with and send, and which form a duty points at. Pure.
import type { MediationCase, MediationEvent, MediationEventInput, MediationEventKind, MediationInput } from "../../contract/bindings";

/** What moves a case: its own tables, what it came from, and the register of issued papers. */
export const listened = ["mediation_case", "mediation_event", "mediator", "appeal", "dismissal", "paper"];

export type Form = { kind: "change" } | { kind: "event"; event: MediationEventKind; standing?: MediationEvent };

const some = (words: string | null | undefined) => words?.trim() || undefined;

/** The form of a standing case, or of one asked for today by word of mouth. */
export function caseOf(standing: MediationCase | null, today: string): MediationInput {
  const r = standing?.record;
  return {
    id: r?.id,
    topic: r?.topic ?? "wages",
    person: r?.person,
    worker: r?.worker ?? "",
    employer: r?.employer ?? "",
    applicant: r?.applicant ?? "worker",
    oral: r?.oral ?? true,
    talksOn: r?.talksOn ?? "",
    appliedOn: r ? (r.appliedOn ?? "") : today,
    knownOn: r?.knownOn ?? "",
    facts: r?.facts ?? "",
    claims: r?.claims ?? "",
    mediator: r?.mediator ?? "",
  };
}

/** What is sent: nothing empty. */
export const sentCase = (form: MediationInput): MediationInput => ({
  ...form,
  person: form.person || undefined,
  employer: some(form.employer),
  talksOn: some(form.talksOn),
  appliedOn: some(form.appliedOn),
  knownOn: some(form.knownOn),
  mediator: form.mediator || undefined,
});

/** Which kinds of event name a day that something ends by. */
export const hasUntil = (kind: MediationEventKind) => kind === "extended" || kind === "agreed";

/** Which kind of event says in which manner it is performed. */
export const hasManner = (kind: MediationEventKind) => kind === "agreed";

/** The form of an event, standing or new today. */
export function eventOf(id: string, kind: MediationEventKind, standing: MediationEvent | undefined, today: string) {
  const r = standing?.record;
  return { id: r?.id, case: id, kind, happenedOn: r?.happenedOn ?? today, text: r?.text ?? "", untilOn: r?.untilOn ?? "", manner: r?.manner ?? "", lateEntry: r?.lateEntry ?? "" };
}

export const sentEvent = (form: ReturnType<typeof eventOf>): MediationEventInput => ({
  ...form,
  untilOn: hasUntil(form.kind) ? some(form.untilOn) : undefined,
  manner: hasManner(form.kind) ? some(form.manner) : undefined,
  lateEntry: some(form.lateEntry),
});

/** The papers that a case can print now. */
export function papersOf(one: MediationCase): ("application" | "acceptance" | "agreement" | "closing")[] {
  const has = (...kinds: MediationEventKind[]) => one.events.some((event) => kinds.includes(event.record.kind));
  const all = [
    ["application", !!one.record.appliedOn],
    ["acceptance", has("accepted")],
    ["agreement", has("agreed")],
    ["closing", has("refused", "failed", "withdrawn")],
  ] as const;
  return all.filter(([, can]) => can).map(([name]) => name);
}

/** The form that a duty of 今日 points at: `change`, `event:accepted`. */
export function formOf(part: string | undefined): Form | null {
  if (part === "change") return { kind: "change" };
  const [what, which] = part?.split(":") ?? [];
  return what === "event" && which ? { kind: "event", event: which as MediationEventKind } : null;
}
