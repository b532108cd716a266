// What the forms of an appeal begin with and send, and how one stands in words. Pure but for the words.
import type { Appeal, AppealInput, AppealKind, AppealWorker } from "../../contract/bindings";
import { daysInWords, urgency } from "../../parts/duties";
import { appeals as text } from "../../text/appeals";

/** What moves an appeal: its own tables, and the records that it went on to. */
export const listened = ["appeal", "appeal_person", "supervision_case", "mediation_case", "committee_meeting"];

const some = (words: string | null | undefined) => words?.trim() || undefined;

export type AppealDraft = AppealInput & { name: string; contact: string; picked: string };

/** The form of a standing appeal, or of a new one brought today. */
export function appealOf(standing: Appeal | null, today: string): AppealDraft {
  const r = standing?.record;
  return {
    id: r?.id,
    worker: r?.worker ?? "member",
    kind: r?.kind ?? "wages",
    channel: r?.channel ?? "visit",
    raisedOn: r?.raisedOn ?? today,
    matter: r?.matter ?? "",
    details: r?.details ?? "",
    handler: r?.handler ?? "",
    promisedOn: r?.promisedOn ?? "",
    answer: "",
    name: r?.person?.name ?? "",
    contact: r?.person?.contact ?? "",
    picked: r?.person?.person ?? "",
  };
}

/** What is sent. A person who is not shown stays as kept: they are not sent at all. */
export function sentAppeal(form: AppealDraft, mayName: boolean): AppealInput {
  const { name, contact, picked, ...rest } = form;
  return {
    ...rest,
    details: some(rest.details),
    handler: some(rest.handler),
    promisedOn: some(rest.promisedOn),
    answer: some(rest.answer),
    person: mayName && (name.trim() || rest.id) ? { person: picked || undefined, name: name.trim(), contact: some(contact) } : undefined,
  };
}

/** A row of the register and the record's own page say it alike; `day` words a date. */
export function standing(one: Appeal, day: (iso: string) => string): { words: string; mark: "late" | "soon" | "done" | "" } {
  if (one.answeredOn) return { words: text.answeredOn(day(one.answeredOn)), mark: "done" };
  const due = one.record.promisedOn;
  if (!due || !one.band) return { words: text.noPromise, mark: "" };
  const near = { days: one.days ?? undefined, band: one.band };
  return { words: text.promised(daysInWords(near), day(due)), mark: urgency(near) };
}

export const kinds = Object.keys(text.kinds) as AppealKind[];
export const workers = Object.keys(text.workers) as AppealWorker[];
