// What the forms of a notice begin with and send, and which form a duty points at. Pure.
import type { Dismissal, DismissalInput, DismissalOpinion, DismissalOpinionDraft, DismissalStance } from "../../contract/bindings";

/** What moves a notice: its own tables, its mediation, and the registers in which its letter is issued and sent. */
export const listened = ["dismissal", "dismissal_check", "mediation_case", "paper", "paper_sending"];

export const steps = ["deliver", "answer", "help", "close"] as const;
export type Step = (typeof steps)[number];
export type Form = "change" | "opinion" | Step;

const some = (words: string | null | undefined) => words?.trim() || undefined;

/** The form of a standing notice, or of a new one that came today. */
export function noticeOf(standing: Dismissal | null, today: string): DismissalInput {
  const r = standing?.record;
  return {
    id: r?.id,
    kind: r?.kind ?? "fault",
    person: r?.person,
    name: r?.name ?? "",
    employer: r?.employer ?? "",
    receivedOn: r?.receivedOn ?? today,
    written: r?.written ?? true,
    reasons: r?.reasons ?? "",
    grounds: r?.grounds ?? "",
    plannedOn: r?.plannedOn ?? "",
  };
}

/** What is sent: nothing empty. */
export const sentNotice = (form: DismissalInput): DismissalInput => ({
  ...form,
  person: form.person || undefined,
  employer: some(form.employer),
  grounds: some(form.grounds),
  plannedOn: some(form.plannedOn),
});

/** An opinion as it begins: what the core offers; whether to object is nobody's to say beforehand. */
export const opinionOf = (id: string, begun: DismissalOpinionDraft | null) => ({
  id,
  stance: (begun?.stance ?? "") as DismissalStance | "",
  unchecked: false,
  opinedOn: begun?.opinedOn ?? "",
  findings: begun?.findings ?? "",
  articles: begun?.articles ?? "",
  request: begun?.request ?? "",
  answerBy: begun?.answerBy ?? "",
  contact: begun?.contact ?? "",
});

/** A text with lines added below. */
export const withLines = (text: string, lines: string[]) => [text.trim(), ...lines].filter(Boolean).join("\n");

/** What is sent of an opinion; without objection only that. */
export function sentOpinion(form: Omit<ReturnType<typeof opinionOf>, "stance"> & { stance: DismissalStance }): DismissalOpinion {
  const { id, stance, opinedOn, unchecked, ...rest } = form;
  if (stance === "none") return { id, stance, opinedOn, unchecked: unchecked || undefined };
  return {
    id,
    stance,
    opinedOn,
    findings: some(rest.findings),
    articles: some(rest.articles),
    request: some(rest.request),
    answerBy: some(rest.answerBy),
    contact: some(rest.contact),
  };
}

/** The form that a duty of 今日 points at. */
export const formOf = (part: string | undefined): Form | null => (part === "opinion" || steps.includes(part as Step) ? (part as Form) : null);
