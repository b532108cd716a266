// What the parts about refused and broken off talks and about the information work out: the papers and events of the rungs of a
// refusal, fresh forms, forms as they are sent. Pure; what is allowed and what is due, the core says.
import type {
  CorrectionOrder,
  EventKind,
  InformationItem,
  MarkInformation,
  Negotiation,
  RefusalRungKind,
  SaveInformation,
  Side,
  Suspension,
  SuspensionInput,
  SuspensionTerms,
} from "../../contract/bindings";
import { daysBetween, parseDay } from "../../parts/days";
import type { Problem } from "../../platform";
import { informationText, suspensionText } from "../../text/talksCourse";

/** The paper of a rung that is the union's own. */
export const refusalPapers: Partial<Record<RefusalRungKind, string>> = {
  demand: "negotiation.demand",
  report: "negotiation.refusalReport",
  coordination: "negotiation.coordination",
};
/** The event by which a rung is entered. */
export const refusalEvents: Partial<Record<RefusalRungKind, EventKind>> = {
  demand: "reminded",
  warning: "warned",
  report: "reported",
  coordination: "applied",
};

const blank = (value: string | null | undefined) => value?.trim() || undefined;
const chief = (affair: Negotiation, side: Side) => affair.representatives.find((r) => r.side === side && r.record.chief)?.record.name ?? "";

/** The order as it stands, or a new one asked for today. */
export function orderForm(affair: Negotiation, today: string): CorrectionOrder {
  const kept = affair.refusal?.order;
  return {
    id: kept?.id,
    negotiation: affair.id,
    department: kept?.department ?? "",
    askedOn: kept?.askedOn ?? today,
    orderedOn: kept?.orderedOn ?? "",
    number: kept?.number ?? "",
    correctBy: kept?.correctBy ?? "",
    note: kept?.note ?? "",
    lateEntry: kept?.lateEntry ?? "",
  };
}
export const asOrder = (form: CorrectionOrder): CorrectionOrder => ({
  ...form,
  orderedOn: blank(form.orderedOn),
  number: blank(form.number),
  correctBy: blank(form.correctBy),
  note: blank(form.note),
  lateEntry: blank(form.lateEntry),
});

/** A suspension as it stands, or a new one agreed in a meeting or today, on what is still open. */
export function suspensionForm(affair: Negotiation, today: string, id?: string, meeting?: string): SuspensionInput {
  const kept = affair.suspensions.find((one) => one.id === id)?.record;
  if (kept) return { ...kept, meeting: kept.meeting ?? "", lateEntry: kept.lateEntry ?? "" };
  const round = affair.meetings.find((one) => one.id === meeting)?.record;
  const open = affair.topics.filter((topic) => topic.result !== "agreed").map((topic) => topic.title);
  return {
    negotiation: affair.id,
    meeting: meeting ?? "",
    reason: "",
    forceMajeure: false,
    fromOn: round?.heldOn ?? today,
    resumeOn: round?.nextOn ?? "",
    resumePlace: round?.nextPlace ?? affair.meetings.at(-1)?.record.place ?? "",
    resumeSubject: open.join("\n"),
    workersAgreed: chief(affair, "workers"),
    employerAgreed: chief(affair, "employer"),
    lateEntry: "",
  };
}
export const asSuspension = (form: SuspensionInput): SuspensionInput => ({ ...form, meeting: form.meeting || undefined, lateEntry: blank(form.lateEntry) });

/** What the law of the place says of suspensions, in one line. */
export const termsWords = (terms: SuspensionTerms): string => [terms.ground, terms.says].filter((one) => one !== "").join(suspensionText.between);

/** The suspension that lasts. */
export const lasting = (affair: Negotiation): Suspension | undefined => affair.suspensions.find((one) => !one.resumedOn);

/** The last day of a suspension that begins on a day, by the longest that binds; "" where none does or the day is not whole. */
export function lastDay(affair: Negotiation, fromOn: string, id?: string): string {
  const { maximum, binding, together } = affair.suspensionTerms;
  const first = parseDay(fromOn);
  if (!maximum || !binding || !first) return "";
  const gone = together ? affair.suspensions.filter((one) => one.id !== id).reduce((sum, one) => sum + one.days, 0) : 0;
  const day = new Date(`${first}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + Math.max(maximum - gone, 0));
  return day.toISOString().slice(0, 10);
}

/** Items that were neither received nor refused. */
export const openItems = (items: readonly InformationItem[]): InformationItem[] => items.filter((one) => !one.receivedOn && !one.refusedOn);

/** By how many days an item came after the last day; 0 where it did not, or was asked for only afterwards. */
export function lateDays(item: InformationItem, due: string | undefined): number {
  if (!due || !item.receivedOn || item.askedOn > due) return 0;
  return Math.max(Math.round((Date.parse(item.receivedOn) - Date.parse(due)) / 86_400_000), 0);
}

/** Days by which the information is overdue: an item that was asked for in time has neither come nor been refused. 0 where none is. */
export function overdueDays(items: readonly InformationItem[], due: string | undefined, today: string): number {
  if (!due || !openItems(items).some((one) => one.askedOn <= due)) return 0;
  return Math.max(daysBetween(due, today), 0);
}

/** A new item, of the year before unless its name says itself of which time it is. */
export function freshItem(affair: Negotiation, today: string, name = "", of: Side = "employer"): InformationItem {
  return { of, name, period: name && !informationText.namesPeriod.test(name) ? String(affair.year - 1) : "", secret: false, askedOn: today, askedBy: chief(affair, "workers") };
}

/** The list as it stands, or a new one with all that is usually asked for. */
export function informationForm(affair: Negotiation, today: string): SaveInformation {
  const { items, proposal } = affair.information;
  const asked = affair.offer?.issuedOn ?? today;
  return {
    negotiation: affair.id,
    items: items.length > 0 ? items.map((one) => ({ ...one })) : proposal.map((name) => freshItem(affair, asked, name)),
  };
}
/** The rows that are sent: a new one without a name is not written yet, one that is kept needs its name. */
export const written = (items: InformationItem[]): InformationItem[] => items.filter((one) => one.id || one.name.trim() !== "");
/** The first row without a day, at its field. */
export function listWrong(form: SaveInformation): Problem | null {
  const at = form.items.findIndex((one) => one.askedOn === "");
  return at < 0 ? null : { code: "bad_input", message: informationText.askedOnWrong(at + 1), field: `items.${at}.askedOn` };
}
/** The list as it is sent: new rows without a name are left out. */
export const asInformation = (form: SaveInformation): SaveInformation => ({
  negotiation: form.negotiation,
  items: written(form.items).map((one) => ({ ...one, period: blank(one.period), note: blank(one.note) })),
});

/** What came of an item, as it is being typed. */
export type MarkDraft = { kind: "received" | "refused"; on: string; from: string; form: string; pages: string; reason: string };
/** The number of pages as people write it (20, 20页, ２０ 页); null for what is no number. */
export function pagesOf(typed: string): number | undefined | null {
  const bare = typed.normalize("NFKC").replace(/\s/g, "").replace(informationText.pageWords, "");
  if (bare === "") return typed.trim() === "" ? undefined : null;
  return /^\d{1,5}$/.test(bare) && Number(bare) > 0 ? Number(bare) : null;
}
/** What cannot be sent as it was typed, at its field. */
export const markWrong = (draft: MarkDraft): Problem | null =>
  draft.kind === "received" && pagesOf(draft.pages) === null ? { code: "bad_input", message: informationText.pagesWrong(draft.pages), field: "pages" } : null;
export function asMark(item: string, draft: MarkDraft): MarkInformation {
  if (draft.kind === "refused") return { item, refusedOn: draft.on || undefined, refusedReason: blank(draft.reason) };
  return { item, receivedOn: draft.on || undefined, receivedFrom: blank(draft.from), form: blank(draft.form), pages: pagesOf(draft.pages) ?? undefined };
}
