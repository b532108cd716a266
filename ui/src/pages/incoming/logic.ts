// How an incoming paper stands, in words and by mark, and what its form sends. Pure but for the day at the desk.
import type { Incoming, IncomingInput } from "../../contract/bindings";
import { daysInWords, urgency } from "../../parts/duties";
import { incoming as text } from "../../text/incoming";

/** A row of the register and the record's own page say it alike; `day` words a date. */
export function standing(paper: Pick<Incoming, "done" | "band" | "days" | "dueOn" | "dueTime">, day: (iso: string) => string): { words: string; mark: "late" | "soon" | "done" | "" } {
  if (paper.done) return { words: text.doneOn(day(paper.done.on)), mark: "done" };
  if (!paper.dueOn || !paper.band) return { words: text.noDay, mark: "" };
  const due = paper.dueTime ? text.atTime(day(paper.dueOn), paper.dueTime) : day(paper.dueOn);
  const near = { days: paper.days, band: paper.band };
  return { words: text.dueWith(daysInWords(near), due), mark: urgency(near) };
}

/** The form of a standing paper, or of a new one received today. */
export function formOf(paper: Incoming | null, today: string): IncomingInput {
  return {
    id: paper?.id,
    kind: paper?.kind ?? "notice",
    source: paper?.source ?? "",
    theirNumber: paper?.theirNumber ?? "",
    title: paper?.title ?? "",
    receivedOn: paper?.receivedOn ?? today,
    asked: paper?.asked ?? "",
    dueOn: paper?.dueOn ?? "",
    dueTime: paper?.dueTime ?? "",
    wantsAnswer: paper?.wantsAnswer ?? false,
    handler: paper?.handler ?? "",
    note: paper?.note ?? "",
  };
}

/** What is sent: a field left empty is absent. */
export function tidy(form: IncomingInput): IncomingInput {
  const some = (words: string | undefined) => words?.trim() || undefined;
  return {
    ...form,
    theirNumber: some(form.theirNumber),
    dueOn: some(form.dueOn),
    dueTime: some(form.dueTime),
    dueAsWritten: form.dueAsWritten || undefined,
    handler: some(form.handler),
    note: some(form.note),
  };
}
