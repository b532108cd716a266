// What the form of a motion begins with and sends: nothing empty is sent. Pure.
import type { CongressFeedback, CongressMotion, CongressMotionInput, CongressReview, CongressTermChoice } from "../../contract/bindings";
import { some } from "./logic";

/** What moves the register of motions. */
export const listened = ["congress_motion", "congress_term", "congress_delegate", "attachment"];

const lines = (words: string) => words.split("\n").map((line) => line.trim()).filter(Boolean);

export type MotionDraft = Omit<CongressMotionInput, "seconders" | "review" | "feedback"> & { seconders: string; review: CongressReview | ""; feedback: CongressFeedback | "" };

/** The form of a standing motion, or of one of today in the newest term. */
export function motionOf(standing: CongressMotion | null, today: string, terms: readonly CongressTermChoice[]): MotionDraft {
  const r = standing?.record;
  return {
    id: r?.id,
    term: r?.term ?? terms[0]?.id ?? "",
    matter: r?.matter ?? "",
    kind: r?.kind ?? "welfare",
    proposer: r?.proposer ?? "",
    seconders: r?.seconders.join("\n") ?? "",
    reasons: r?.reasons ?? "",
    advice: r?.advice ?? "",
    collectedOn: r?.collectedOn ?? today,
    review: r?.review ?? "",
    reviewedOn: r?.reviewedOn ?? "",
    reviewNote: r?.reviewNote ?? "",
    department: r?.department ?? "",
    handedOn: r?.handedOn ?? "",
    dueOn: r?.dueOn ?? "",
    answeredOn: r?.answeredOn ?? "",
    answer: r?.answer ?? "",
    feedback: r?.feedback ?? "",
    feedbackOn: r?.feedbackOn ?? "",
    feedbackNote: r?.feedbackNote ?? "",
    lateEntry: r?.lateEntry ?? "",
  };
}

export const sentMotion = (form: MotionDraft): CongressMotionInput => ({
  ...form,
  seconders: lines(form.seconders),
  reasons: some(form.reasons),
  review: form.review || undefined,
  reviewedOn: form.reviewedOn || undefined,
  reviewNote: some(form.reviewNote),
  department: some(form.department),
  handedOn: form.handedOn || undefined,
  dueOn: form.dueOn || undefined,
  answeredOn: form.answeredOn || undefined,
  answer: some(form.answer),
  feedback: form.feedback || undefined,
  feedbackOn: form.feedbackOn || undefined,
  feedbackNote: some(form.feedbackNote),
  lateEntry: some(form.lateEntry),
});
