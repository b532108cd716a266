// What the forms of annual leave begin with and send, and where a place of the core leads. Pure.
import type {
  LeaveBar,
  LeaveBarInput,
  LeaveBarKind,
  LeaveCrossing,
  LeaveFilter,
  LeaveKind,
  LeaveLine,
  LeaveOfPerson,
  LeavePayInput,
  LeavePeriod,
  LeavePeriodInput,
  LeavePeriodsInput,
  LeaveScheduleInput,
  LeaveYearInput,
  Place,
} from "../../contract/bindings";
import { toFen, typedYuan } from "../../parts/money";
import { leaveWords as words } from "../../text/leave";

/** The module's own tables, and of the roster what leave is reckoned from. */
export const listened = ["leave_period", "leave_year", "leave_bar", "leave_pay", "leave_schedule", "person", "person_identity", "employment", "calendar_notice", "paper"];

export const tabs = ["list", "schedule", "rules"] as const;
export type Tab = (typeof tabs)[number];

/** What is open: a part of the page, or one person's year; of which year, and the filter of the list. */
export type Opened = { tab: Tab; year: number; filter: LeaveFilter | ""; person: string };

/** Where a place leads: the year as its id; `list:unused`, `schedule`, `person:<id>` as its part. */
export function opened(place: Place, thisYear: number): Opened {
  const [what, more = ""] = place.part?.split(":") ?? [];
  const year = /^\d{4}$/.test(place.id ?? "") ? Number(place.id) : thisYear;
  const filter = more in words.filters ? (more as LeaveFilter) : "";
  if (what === "person") return { tab: "list", year, filter: "", person: more };
  return { tab: tabs.find((tab) => tab === what) ?? "list", year, filter, person: "" };
}

const some = (text: string | null | undefined) => text?.trim() || undefined;

/** Half days as they read: 4.5 of nine; with a sign where more was taken than was due. */
export function days(halves: number): string {
  const all = Math.abs(halves);
  return `${halves < 0 ? "-" : ""}${Math.floor(all / 2)}${all % 2 ? ".5" : ""}`;
}

/** Typed days as half days: nothing for an empty field, null for what is no number of half days. */
export function halves(typed: string): number | undefined | null {
  const text = typed.normalize("NFKC").trim().replace(words.dayUnit, "");
  if (text === "") return undefined;
  const found = /^(\d{1,3})(?:\.(0|5))?$/.exec(text);
  return found ? Number(found[1]) * 2 + (found[2] === "5" ? 1 : 0) : null;
}

/** Typed whole days: nothing for an empty field, null for no number. */
export function whole(typed: string): number | undefined | null {
  const text = typed.normalize("NFKC").trim().replace(words.dayUnit, "");
  if (text === "") return undefined;
  return /^\d{1,3}$/.test(text) ? Number(text) : null;
}

/** A typed sum: nothing for an empty field, null for no sum. */
export function sum(typed: string): number | undefined | null {
  return typed.trim() === "" ? undefined : toFen(typed);
}

const shown = (n: number | null | undefined) => (n == null ? "" : String(n));
const shownDays = (n: number | null | undefined) => (n == null ? "" : days(n));

/** Days due as the list shows them. */
export const dueOf = (line: LeaveLine) => (line.due != null ? String(line.due) : line.least != null ? words.least(line.least) : words.open);
export const leftOf = (line: LeaveLine) => (line.left == null ? words.open : days(line.left));
export const lacksOf = (line: LeaveLine) => line.lacks.map((lack) => words.lacks[lack]).join(words.semicolon);

export function periodOf(person: string, year: number, standing: LeavePeriod | null, today: string) {
  const r = standing?.record;
  return {
    id: r?.id,
    person,
    year: String(r?.year ?? year),
    kind: r?.kind ?? ("taken" as LeaveKind),
    from: r?.from ?? (String(year) === today.slice(0, 4) ? today : ""),
    to: r?.to ?? "",
    days: shownDays(r?.halves),
    note: r?.note ?? "",
  };
}
export const sentPeriod = (form: ReturnType<typeof periodOf>): LeavePeriodInput => ({
  id: form.id,
  person: form.person,
  year: Number(form.year),
  kind: form.kind,
  from: form.from,
  to: form.to || form.from,
  halves: halves(form.days) ?? undefined,
  note: some(form.note),
});

export function shopOf(year: number, shop: string) {
  return { year, shop, kind: "planned" as LeaveKind, from: "", to: "", note: "" };
}
export const sentShop = (form: ReturnType<typeof shopOf>): LeavePeriodsInput => ({ ...form, to: form.to || form.from, note: some(form.note) });

export function factsOf(one: LeaveOfPerson) {
  const r = one.record;
  return {
    person: one.line.id,
    year: one.year,
    before: r?.workedBefore === undefined || r.workedBefore === null ? "" : r.workedBefore ? "yes" : "no",
    ownDays: shown(r?.ownDays),
    ownSource: r?.ownSource ?? "",
    opening: shownDays(r?.opening),
    carried: shownDays(r?.carried),
    carryConsentOn: r?.carryConsentOn ?? "",
    unarrangedOn: r?.unarrangedOn ?? "",
    waived: shownDays(r?.waived),
    waivedOn: r?.waivedOn ?? "",
    waivedReason: r?.waivedReason ?? "",
    note: r?.note ?? "",
  };
}
export const sentFacts = (form: ReturnType<typeof factsOf>): LeaveYearInput => ({
  person: form.person,
  year: form.year,
  workedBefore: form.before === "" ? undefined : form.before === "yes",
  ownDays: whole(form.ownDays) ?? undefined,
  ownSource: some(form.ownSource),
  opening: halves(form.opening) ?? undefined,
  carried: halves(form.carried) ?? undefined,
  carryConsentOn: some(form.carryConsentOn),
  unarrangedOn: some(form.unarrangedOn),
  waived: halves(form.waived) ?? undefined,
  waivedOn: some(form.waivedOn),
  waivedReason: some(form.waivedReason),
  note: some(form.note),
});

export function barOf(person: string, year: number, standing: LeaveBar | null) {
  const r = standing?.record;
  return { id: r?.id, person, year, kind: r?.kind ?? ("personal" as LeaveBarKind), amount: shown(r?.amount), note: r?.note ?? "" };
}
export const sentBar = (form: ReturnType<typeof barOf>): LeaveBarInput => ({ ...form, amount: whole(form.amount) ?? 0, note: some(form.note) });

/** Standing pay, or new pay of what is left. */
export function payOf(one: LeaveOfPerson) {
  const r = one.pay?.record;
  return {
    person: one.line.id,
    year: one.year,
    days: r ? days(r.halves) : one.line.left && one.line.left > 0 ? days(one.line.left) : "",
    average: typedYuan(r?.average),
    daily: typedYuan(r?.daily),
    paid: typedYuan(r?.paid),
    paidOn: r?.paidOn ?? "",
    note: r?.note ?? "",
  };
}
export const sentPay = (form: ReturnType<typeof payOf>): LeavePayInput => ({
  person: form.person,
  year: form.year,
  halves: halves(form.days) ?? 0,
  average: sum(form.average) ?? undefined,
  daily: sum(form.daily) ?? undefined,
  paid: sum(form.paid) ?? undefined,
  paidOn: some(form.paidOn),
  note: some(form.note),
});

export function scheduleOf(year: number, standing: LeaveScheduleInput | null, crossing: LeaveCrossing | null) {
  return {
    year,
    crossing: (standing ? standing.crossing : crossing) ?? ("" as LeaveCrossing | ""),
    extraDays: shown(standing?.extraDays),
    extraSource: standing?.extraSource ?? "",
    askedOn: standing?.askedOn ?? "",
    madeOn: standing?.madeOn ?? "",
    postedOn: standing?.postedOn ?? "",
    note: standing?.note ?? "",
  };
}
export const sentSchedule = (form: ReturnType<typeof scheduleOf>): LeaveScheduleInput => ({
  year: form.year,
  crossing: form.crossing || undefined,
  extraDays: whole(form.extraDays) ?? undefined,
  extraSource: some(form.extraSource),
  askedOn: some(form.askedOn),
  madeOn: some(form.madeOn),
  postedOn: some(form.postedOn),
  note: some(form.note),
});
