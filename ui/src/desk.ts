// What every page shares: which ledger is open, who sits at the desk, where the person is, and the one quiet line
// that says what just happened. Nothing here is written to disk.
import { reactive, readonly } from "vue";
import { call, whenAsked, whenLedgerCloses } from "./contract/client";
import type { Contract, HandedOver, Place, Status } from "./contract/bindings";
import { listen } from "./contract/refresh";
import { flushDrafts, forgetDrafts, putDraftsAway, sightOfDrafts, whileErasing, whileOpening } from "./drafts";

/** The places of the left bar. */
export const barNames = ["today", "incoming", "negotiation", "congress", "safety", "appeals", "leave", "members", "platform", "reform", "report", "papers", "law", "journal", "settings"] as const;
export const pageNames = [...barNames, "outgoing", "committee", "letters", "forms", "correspondence", "joining", "dues", "dossier", "statistics", "union", "duplicates", "dismissals", "mediation", "election", "membersCongress", "pay", "payFigures", "paySimulate", "contract", "skillPay", "recuperation", "safetyVisits", "safetyReport", "congressMotions", "congressMeetings", "reformMeasures", "hardship", "aids"] as const;
export type PageName = (typeof pageNames)[number];
/** Pages of the registers' one place: 收文, 发文 with its letters, 会议记录 and 上级表格. */
const registers: readonly PageName[] = ["outgoing", "committee", "forms", "correspondence"];
/** Pages of the place of workers' rights beside their appeals. */
const rights: readonly PageName[] = ["dismissals", "mediation", "letters"];
/** Pages of the members' place beside the roster. */
const beside: readonly PageName[] = ["dossier", "joining", "dues", "statistics", "union", "duplicates", "election", "membersCongress", "hardship", "aids"];
/** Pages of the talks' place beside the years: pay and its figures, the text of a contract, pay by trade and skill grade. */
const talks: readonly PageName[] = ["pay", "payFigures", "paySimulate", "contract", "skillPay"];
/** Pages of the place of work safety beside the ledger of hazards. */
const safety: readonly PageName[] = ["safetyVisits", "safetyReport"];
/** Pages of the congress's place beside its delegates. */
const congress: readonly PageName[] = ["congressMotions", "congressMeetings"];
/** The place of the bar that a page stands under. */
export const barOf = (page: PageName) =>
  (registers.includes(page) ? "incoming" : beside.includes(page) ? "members" : rights.includes(page) ? "appeals" : talks.includes(page) ? "negotiation" : safety.includes(page) ? "safety" : page === "recuperation" ? "leave" : congress.includes(page) ? "congress" : page === "reformMeasures" ? "reform" : page) as (typeof barNames)[number];

/** What came of a hand-over, and the name of the new chair. */
export type AfterHandOver = HandedOver & { name: string };

/** `came`: the page and record from which the present page was opened. */
type Desk = { status: Status | null; place: Place; came: Place | null; said: string; fontSize: 16 | 18 | 20; handedOver: AfterHandOver | null };

const state = reactive<Desk>({ status: null, place: { page: "today" }, came: null, said: "", fontSize: 16, handedOver: null });
export const desk = readonly(state) as Readonly<Desk>;

let lastOpen: string | null = null;

/** Takes in which ledger is open and who sits there. Drafts of one ledger or person never show to another. */
export function setStatus(status: Status): void {
  const sitting = status.open && `${status.open.person.id}@${status.open.dir}`;
  if (sitting !== null && sitting !== lastOpen) {
    if (lastOpen !== null) forgetDrafts();
    lastOpen = sitting;
  }
  const reopened = status.open !== null && state.status?.open === null;
  if (status.open === null && state.status?.open) putDraftsAway();
  if (status.open?.dir !== state.status?.open?.dir) state.said = "";
  state.status = status;
  sightOfDrafts(status.open?.sight ?? null);
  // What was typed while the ledger locked itself is kept now.
  if (reopened) void flushDrafts();
}

/** Asks anew which ledger is open and what can be undone. */
export async function refreshStatus(): Promise<void> {
  setStatus(await call("ledger.status", {}));
}

/** The chair was handed over: until someone goes to the door, the window shows what came of it and nothing else. */
export function handedOver(done: AfterHandOver): void {
  state.handedOver = done;
}

/** From what came of a hand-over to the door, behind which the new chair finds today's page. */
export async function throughTheDoor(): Promise<void> {
  await refreshStatus();
  go({ page: "today" });
  state.handedOver = null;
}

/** Goes to a page, where what was said on the last one no longer stands; an unknown page leads to today's, so that a duty's button never leads nowhere. */
export function go(place: Place): void {
  state.said = "";
  const known = (pageNames as readonly string[]).includes(place.page);
  const { page, id } = state.place;
  if (place.page !== page) state.came = { page, id };
  state.place = known ? { ...place } : { page: "today" };
}

/** Remembers where the person stands; the answer tells later whether they still stand there, or have gone elsewhere meanwhile. */
export function standing(): () => boolean {
  const { page, id } = state.place;
  return () => state.place.page === page && state.place.id === id;
}

/** Says what happened, in the quiet line at the foot of the window (also read aloud). */
export function say(sentence: string): void {
  state.said = sentence;
  old = false;
  if (sentence) for (const press of ["pointerdown", "click", "keydown"]) window.addEventListener(press, age, { once: true, capture: true });
}
/** Whether something was pressed since the sentence was said: it is of an act before. */
let old = false;
const age = () => void (old = true);

/** A form opens: what was said of an act before would be read as said of it. What was said as it opened, that it was saved and
 *  begins anew, stays. */
export function hush(): void {
  if (old) say("");
}

export function setFontSize(size: 16 | 18 | 20): void {
  state.fontSize = size;
  document.documentElement.dataset.size = String(size);
}

/** What takes the sitting person's own drafts out of the ledger without their form knowing: a purge, and a copy put in its place. */
const erasing: ReadonlySet<keyof Contract> = new Set<keyof Contract>(["trash.purge", "trash.purgeStep", "ledger.restore"]);
/** What opens a ledger that may have been worked on elsewhere since it was locked here. */
const opening: ReadonlySet<keyof Contract> = new Set<keyof Contract>(["ledger.open", "ledger.openRecovery", "ledger.bring", "demo.open"]);

/** After any write the undo label may differ; and a ledger that locked itself leads back to the start page; and what was
 *  erased in the ledger stays in no form. */
export function watchLedger(): () => void {
  const refresh = () => void refreshStatus().catch(() => undefined);
  whenLedgerCloses(refresh);
  whenAsked((name, run) => (erasing.has(name) ? whileErasing(run) : opening.has(name) ? whileOpening(run) : run()));
  return listen(["*"], refresh);
}
