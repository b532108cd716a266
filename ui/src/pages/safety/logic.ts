// What the forms of a hazard begin with and send, which form a duty points at, and the ladder as it is drawn. Pure but for words.
import type { SafetyHazard, HazardAssurances, HazardEvent, HazardEventInput, HazardEventKind, HazardGrade, HazardInput, HazardLevel, HazardProposal } from "../../contract/bindings";
import type { Rung } from "../../parts/Ladder.vue";
import { hazardRecord as text } from "../../text/safety";

/** What moves a hazard: its own tables, its files, and its papers with their receipts. */
export const listened = ["hazard", "hazard_event", "attachment", "paper", "paper_sending", "own_rule"];

export type Form =
  | { kind: "change" | "proposal" | "assurances" }
  | { kind: "event"; event: HazardEventKind; level?: HazardLevel; standing?: HazardEvent };

const some = (words: string | null | undefined) => words?.trim() || undefined;

export type HazardDraft = Omit<HazardInput, "grade"> & { grade: HazardGrade | "" };

/** The form of a standing hazard, or of one seen today. */
export function hazardOf(standing: SafetyHazard | null, today: string): HazardDraft {
  const r = standing?.record;
  return {
    id: r?.id,
    foundOn: r?.foundOn ?? today,
    foundAt: r?.foundAt ?? "",
    finder: r?.finder ?? "",
    foundHow: r?.foundHow ?? "snapshot",
    unit: r?.unit ?? "",
    place: r?.place ?? "",
    kind: r?.kind ?? "machine",
    matter: r?.matter ?? "",
    details: r?.details ?? "",
    basis: r?.basis ?? "",
    grade: r?.grade ?? "",
    gradeReason: r?.gradeReason ?? "",
    danger: r?.danger ?? false,
    evacuees: r?.evacuees ?? "",
    lateEntry: r?.lateEntry ?? "",
  };
}

/** What is sent: nothing empty, and nobody leaves where nothing is in danger. */
export const sentHazard = (form: HazardDraft): HazardInput => ({
  ...form,
  foundAt: some(form.foundAt),
  finder: some(form.finder),
  unit: some(form.unit),
  details: some(form.details),
  basis: some(form.basis),
  grade: form.grade || undefined,
  gradeReason: form.grade ? some(form.gradeReason) : undefined,
  evacuees: form.danger ? some(form.evacuees) : undefined,
  lateEntry: some(form.lateEntry),
});

export const proposalOf = (one: SafetyHazard): HazardProposal => ({
  id: one.id,
  advice: one.proposal?.advice ?? "",
  advisedBy: one.proposal?.advisedBy ?? "",
  contact: one.proposal?.contact ?? "",
});
export const sentProposal = (form: HazardProposal): HazardProposal => ({ ...form, advisedBy: some(form.advisedBy), contact: some(form.contact) });

/** The five as they stand; a new day begins with what the union proposed. */
export const assurancesOf = (one: SafetyHazard): HazardAssurances => ({
  id: one.id,
  assuredBy: one.assurances.assuredBy ?? "",
  measures: one.assurances.measures ?? "",
  funds: one.assurances.funds ?? "",
  dueOn: one.assurances.dueOn ?? one.proposal?.advisedBy ?? "",
  plan: one.assurances.plan ?? "",
});
export const sentAssurances = (form: HazardAssurances): HazardAssurances => ({
  id: form.id,
  assuredBy: some(form.assuredBy),
  measures: some(form.measures),
  funds: some(form.funds),
  dueOn: some(form.dueOn),
  plan: some(form.plan),
});

/** Which kinds say a time, set a day. */
export const hasTime = (kind: HazardEventKind) => kind === "evacuation" || kind === "decided";
export const hasUntil = (kind: HazardEventKind) => ["extended", "failed", "reopened", "escalated"].includes(kind);

export type EventDraft = Omit<HazardEventInput, "answer" | "level"> & { answer: NonNullable<HazardEventInput["answer"]> | ""; level: HazardLevel | "" };

/** The form of an event, standing or new today; an answer is never chosen beforehand. */
export function eventOf(id: string, form: Extract<Form, { kind: "event" }>, today: string): EventDraft {
  const r = form.standing?.record;
  return {
    id: r?.id,
    hazard: id,
    kind: form.event,
    happenedOn: r?.happenedOn ?? today,
    happenedAt: r?.happenedAt ?? "",
    text: r?.text ?? "",
    who: r?.who ?? "",
    answer: r?.answer ?? "",
    level: r?.level ?? form.level ?? "",
    untilOn: r?.untilOn ?? "",
    lateEntry: r?.lateEntry ?? "",
  };
}

export const sentEvent = (form: EventDraft): HazardEventInput => ({
  ...form,
  happenedAt: hasTime(form.kind) ? some(form.happenedAt) : undefined,
  who: some(form.who),
  answer: form.kind === "replied" ? form.answer || undefined : undefined,
  level: form.kind === "escalated" ? form.level || undefined : undefined,
  untilOn: hasUntil(form.kind) ? some(form.untilOn) : undefined,
  lateEntry: some(form.lateEntry),
});

/** The ladder as it is drawn; `day` words a date. */
export function rungsOf(one: SafetyHazard, day: (iso: string) => string): Rung[] {
  const note = (rung: SafetyHazard["rungs"][number]) => {
    if (!rung.on) return "";
    return rung.state === "done" ? day(rung.on) : text.by(day(rung.on));
  };
  return one.rungs.map((rung) => ({ key: rung.step, title: text.steps[rung.step], state: rung.state, note: note(rung) }));
}

/** The papers that a hazard can print now. */
export function papersOf(one: SafetyHazard): ("sheet" | "proposal" | "evacuation")[] {
  const all = [
    ["sheet", true],
    ["proposal", one.proposal !== null],
    ["evacuation", one.record.danger],
  ] as const;
  return all.filter(([, can]) => can).map(([name]) => name);
}

/** The form that a duty of 今日 points at: `change`, `proposal`, `assurances`, `event:passed`, `event:escalated:shop`. */
export function formOf(part: string | undefined): Form | null {
  if (part === "change" || part === "proposal" || part === "assurances") return { kind: part };
  const [what, which, level] = part?.split(":") ?? [];
  return what === "event" && which ? { kind: "event", event: which as HazardEventKind, level: level as HazardLevel | undefined } : null;
}
