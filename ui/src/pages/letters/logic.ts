// What the forms of supervision begin with and send, and where an act leads. Pure.
import type {
  Place,
  SupervisionCase,
  SupervisionEvent,
  SupervisionEventInput,
  SupervisionEventKind,
  SupervisionInput,
  SupervisionLetterInput,
  SupervisionLetterKind,
} from "../../contract/bindings";
import type { Rung } from "../../parts/Ladder.vue";
import { caseRecord as text } from "../../text/letters";
import { paperKey } from "../papers/logic";

/** What moves a case: its own tables, and the registers of papers in which its letters are issued and sent. */
export const listened = ["supervision_case", "supervision_event", "supervision_letter", "supervision_informer", "paper", "paper_sending"];

/** The form that is open on a case's page. */
export type Form =
  | { kind: "change" }
  | { kind: "event"; event: SupervisionEventKind; standing?: SupervisionEvent }
  | { kind: "letter"; letter: SupervisionLetterKind }
  | { kind: "serve"; letter: SupervisionLetterKind };

const some = (words: string | null | undefined) => words?.trim() || undefined;

/** The form of a standing case, or of a new clue that came today. */
export function caseOf(standing: SupervisionCase | null, today: string): SupervisionInput & { name: string; contact: string } {
  const r = standing?.record;
  return {
    id: r?.id,
    source: r?.source ?? "complaint",
    topic: r?.topic ?? "wages",
    receivedOn: r?.receivedOn ?? today,
    employer: r?.employer ?? "",
    matter: r?.matter ?? "",
    details: r?.details ?? "",
    name: standing?.informer?.name ?? "",
    contact: standing?.informer?.contact ?? "",
  };
}

/** What is sent. An informer that is not shown stays as kept: it is not sent at all. */
export function sentCase(form: ReturnType<typeof caseOf>, mayName: boolean): SupervisionInput {
  const { name, contact, ...rest } = form;
  return {
    ...rest,
    employer: some(rest.employer),
    details: some(rest.details),
    informer: mayName ? { name: name.trim(), contact: some(contact) } : undefined,
  };
}

/** The form of an event, standing or new today; one of the department begins with the department that is known. */
export function eventOf(id: string, kind: SupervisionEventKind, standing: SupervisionEvent | undefined, today: string, department: string | null) {
  const r = standing?.record;
  return {
    id: r?.id,
    case: id,
    kind,
    happenedOn: r?.happenedOn ?? today,
    text: r?.text ?? "",
    place: r?.place ?? "",
    asked: r?.asked ?? "",
    one: r?.inspectors?.[0] ?? "",
    two: r?.inspectors?.[1] ?? "",
    finding: r?.finding ?? ("" as const),
    signedOn: r?.signedOn ?? "",
    outcome: r?.outcome ?? ("" as const),
    number: r?.number ?? "",
    department: (r ? r.department : ofDepartment(kind) && department) || "",
    lateEntry: r?.lateEntry ?? "",
  };
}

/** Which fields a kind of event has. */
export const inquires = (kind: SupervisionEventKind) => kind === "inquired";
export const hasOutcome = (kind: SupervisionEventKind) => ["talked", "reminderAnswered", "opinionAnswered"].includes(kind);
export const ofDepartment = (kind: SupervisionEventKind) => ["recommended", "filed", "decided"].includes(kind);

/** What is sent: only what the kind knows, and nothing empty. */
export function sentEvent(form: ReturnType<typeof eventOf>): SupervisionEventInput {
  const inquiry = inquires(form.kind);
  const department = ofDepartment(form.kind);
  return {
    id: form.id,
    case: form.case,
    kind: form.kind,
    happenedOn: form.happenedOn,
    text: form.text,
    place: inquiry ? some(form.place) : undefined,
    asked: inquiry ? some(form.asked) : undefined,
    inspectors: inquiry ? [form.one, form.two].filter((id) => id !== "") : [],
    finding: (inquiry && form.finding) || undefined,
    signedOn: (inquiry && form.signedOn) || undefined,
    outcome: (hasOutcome(form.kind) && form.outcome) || undefined,
    number: department ? some(form.number) : undefined,
    department: department ? some(form.department) : undefined,
    lateEntry: some(form.lateEntry),
  };
}

/** What is sent of a letter: nothing empty. */
export function sentLetter(form: SupervisionLetterInput): SupervisionLetterInput {
  return {
    ...form,
    addressee: some(form.addressee),
    facts: some(form.facts),
    evidence: some(form.evidence),
    articles: some(form.articles),
    request: some(form.request),
    answerBy: form.answerBy || undefined,
    contact: some(form.contact),
    lateEntry: some(form.lateEntry),
  };
}

/** The ladder as it is drawn: what was passed over is said, not hidden. */
export function rungs(one: SupervisionCase, day: (iso: string) => string, overdue: boolean): Rung[] {
  return one.steps.map((step, at) => ({
    key: String(at),
    title: step.name,
    state: step.current ? (overdue ? "late" : "now") : step.done ? "done" : "next",
    note: step.on ? day(step.on) : step.passed ? text.passed : "",
  }));
}

/** The paper of a letter. */
export const letterPaper = (kind: SupervisionLetterKind, id: string): Place => ({ page: "papers", id: paperKey({ kind: `letters.${kind}`, of: id }) });

/** The form that a duty of 今日 points at: `event:talked`, `letter:opinion`, `serve:opinion`. */
export function formOf(part: string | undefined): Form | null {
  const [what, which] = part?.split(":") ?? [];
  if (!which) return null;
  if (what === "event") return { kind: "event", event: which as SupervisionEventKind };
  if (what === "letter") return { kind: "letter", letter: which as SupervisionLetterKind };
  return what === "serve" ? { kind: "serve", letter: which as SupervisionLetterKind } : null;
}
