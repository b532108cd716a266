// How an issued paper stands, in words and by mark, and what its forms send. Pure.
import type { FilePaper, Outgoing, OutgoingState, Sending, SendingInput } from "../../contract/bindings";

/** By mark: what waits for somebody else's signature is soon, what is closed is done. */
export const markOf = (state: OutgoingState): "" | "soon" | "done" => ({ issued: "", sent: "soon", signed: "done", filed: "done" })[state] as "" | "soon" | "done";

/** The one act that comes next in a paper's life; nothing once it is filed. */
export const nextAct = (state: OutgoingState): "send" | "sign" | "file" | null =>
  ({ issued: "send", sent: "sign", signed: "file", filed: null })[state] as "send" | "sign" | "file" | null;

/** The form of a standing sending, or of a new one sent today to whom the paper is addressed. */
export function sendingOf(paper: string, sending: Sending | null, today: string, receiver = ""): SendingInput {
  return {
    id: sending?.id,
    paper,
    receiver: sending?.receiver ?? receiver,
    manner: sending?.manner ?? "handed",
    sentOn: sending?.sentOn ?? today,
    signedBy: sending?.signedBy ?? "",
    signedOn: sending?.signedOn ?? "",
    note: sending?.note ?? "",
  };
}

const some = (words: string | undefined) => words?.trim() || undefined;

/** What is sent: a field left empty is absent. */
export const tidySending = (form: SendingInput): SendingInput => ({
  ...form,
  signedBy: some(form.signedBy),
  signedOn: some(form.signedOn),
  note: some(form.note),
});

/** The form of a paper's filing. */
export const filingOf = (paper: Outgoing, today: string): FilePaper => ({
  id: paper.id,
  filedOn: paper.filed?.on ?? today,
  number: paper.filed?.number ?? "",
  place: paper.filed?.place ?? "",
});

export const tidyFiling = (form: FilePaper): FilePaper => ({ ...form, number: some(form.number), place: some(form.place) });
