// The one next act of an affair, for the head of its page and for the folds of its agreements: whose it is, what it is, by when,
// what its button opens and where on the page it stands. Pure; what is due and whose it is, the core says.
import type { Agreement, AgreementRung, Negotiation } from "../../contract/bindings";
import { agreementText } from "../../text/agreement";
import { negotiation as text } from "../../text/negotiation";
import { ladders } from "./amendments";
import { chosenAnew, current, disputed, nextForm, nextRound, nextWords, refusedPlace } from "./logic";
import { lasting } from "./talksCourse";

export type NextAct = {
  whose: string;
  what: string;
  /** The last day (ISO), or null where none is set. */
  due: string | null;
  /** The words of the button. */
  button: string;
  /** Whether the button does it: one that only leads to another part of the page is not filled. */
  does: boolean;
  /** The part of the page where it stands: an element's id. */
  at: string;
  /** The form it opens, or the rung of an agreement that it is. */
  opens: { form: string } | { agreement: Agreement; rung: AgreementRung };
};

/** The element of an agreement's block. */
export const blockOf = (agreement: string) => `agreement-${agreement}`;

/** What we or the employer must do by a day comes first, then what has no day; an office's answer is only waited for. */
const order = (rung: AgreementRung) => (rung.whose === "upper" ? 2 : rung.due ? 0 : 1);
const ours = (rung: AgreementRung) => (rung.whose === "union" ? 0 : 1);
/** What is to be done now, what is due next first; what opens on a later day is not to be done yet. */
function due(rungs: readonly AgreementRung[], today: string): AgreementRung[] {
  const now = rungs.filter((rung) => rung.state === "now" && (!rung.opens || rung.opens <= today));
  return now.sort((a, b) => order(a) - order(b) || (a.due ?? "").localeCompare(b.due ?? "") || ours(a) - ours(b));
}

/** The next act of one agreement. */
export const nextRung = (agreement: Agreement, today: string): AgreementRung | undefined => due(agreement.rungs, today)[0];

/** The next act of all the agreements, and of what amends them. */
export function nextOfAgreements(affair: Negotiation, today: string): { agreement: Agreement; rung: AgreementRung } | undefined {
  const all = ladders(affair);
  const first = due(all.flatMap((one) => one.rungs), today)[0];
  const agreement = first && all.find((one) => one.rungs.includes(first));
  return agreement && { agreement, rung: first };
}

/** The agreement whose block is open until somebody folds it: the one due next, once the talks have come to their agreements. */
export const openBlock = (affair: Negotiation, today: string): string | undefined => nextOfAgreements(affair, today)?.agreement.id;

/** What stands next of a step of the talks. */
function ofTalks(affair: Negotiation): Pick<NextAct, "what" | "due" | "at" | "does"> {
  const step = current(affair)!;
  const plain = { due: null, does: true };
  if (chosenAnew(affair)) return { ...plain, what: text.electAnew, at: "part-elections" };
  if (step.kind === "representatives") return { ...plain, what: affair.vacancy ? text.fillSeat : step.name, at: "part-representatives" };
  if (step.kind === "offer") return { ...plain, what: text.sendOffer(affair.offerName), at: "part-topics" };
  if (step.kind === "reply" && affair.refusal) {
    const todo = affair.refusal.todos[0];
    // On its own page it need not be named.
    const what = todo?.title.replace(text.ofAgreement("", affair.title), "") ?? step.name;
    return { due: todo?.due ?? null, what, at: "part-refusal", does: refusedPlace(affair) !== null };
  }
  if (step.kind === "reply") return { ...plain, what: step.name, due: affair.offer?.replyDeadline?.due ?? null, at: "part-topics" };
  const broken = lasting(affair);
  if (broken) return { ...plain, what: text.goOn, due: broken.record.resumeOn, at: "part-suspensions" };
  const apart = disputed(affair);
  if (apart) return { ...plain, what: apart.title.replace(text.ofAgreement("", affair.title), ""), due: apart.due ?? null, at: "part-meetings" };
  return { ...plain, what: text.meeting(nextRound(affair)), at: "part-meetings" };
}

/** The next act of an affair; null where nothing is to be done now. */
export function nextAct(affair: Negotiation, today: string): NextAct | null {
  const step = current(affair);
  if (step && step.kind !== "conclusion") {
    return { whose: step.whose, button: nextWords(affair), opens: { form: nextForm(affair) }, ...ofTalks(affair) };
  }
  const next = nextOfAgreements(affair, today);
  if (next) {
    const { agreement, rung } = next;
    const what = ladders(affair).length > 1 ? text.ofAgreement(rung.title, agreement.title) : rung.title;
    return { whose: agreementText.whose[rung.whose], what, due: rung.due, button: rung.button, does: true, at: blockOf(agreement.id), opens: next };
  }
  return step && { whose: step.whose, what: step.name, due: null, button: nextWords(affair), does: false, at: "part-agreements", opens: { form: "conclusion" } };
}
