// What the forms of recuperation begin with and send, and where a place of the core leads. Pure.
import type {
  Place,
  RecuperationBatchInput,
  RecuperationCounts,
  RecuperationPlace,
  RecuperationPlaceInput,
  RecuperationPlanInput,
  RecuperationReason,
} from "../../contract/bindings";
import { typedYuan } from "../../parts/money";
import { sum, whole } from "./logic";

/** Its own tables, and of the roster and of leave what its warnings hang on. */
export const heard = ["recuperation_plan", "recuperation_batch", "recuperation_place", "leave_period", "person", "person_identity", "employment", "paper"];

/** What is open: a batch with a form, or a year. */
export type Opened = { batch: string; form: string; year: number };
export function opened(place: Place, thisYear: number): Opened {
  const [what, form = ""] = place.part?.split(":") ?? [];
  if (what === "batch" && place.id) return { batch: place.id, form, year: thisYear };
  return { batch: "", form: "", year: /^\d{4}$/.test(place.id ?? "") ? Number(place.id) : thisYear };
}

const some = (text: string | null | undefined) => text?.trim() || undefined;
const shown = (n: number | null | undefined) => (n == null ? "" : String(n));

/** A standing plan; a new one takes over the policy of the year before, and none of its money or meeting. */
export function planOf(year: number, standing: RecuperationPlanInput | null, before: RecuperationPlanInput | null) {
  const policy = standing ?? before;
  return {
    year,
    policy: policy?.policy ?? "",
    daysInside: shown(policy?.daysInside),
    daysOutside: shown(policy?.daysOutside),
    dayCap: typedYuan(policy?.dayCap),
    yearCap: typedYuan(policy?.yearCap),
    frontShare: shown(policy?.frontShare),
    gapYears: shown(policy?.gapYears),
    gapOutOnly: policy?.gapOutOnly ?? false,
    countsLeave: policy?.countsLeave ?? ("unsettled" as RecuperationCounts),
    welfareBudget: typedYuan(standing?.welfareBudget),
    unionBudget: typedYuan(standing?.unionBudget),
    ownBudget: typedYuan(standing?.ownBudget),
    decidedOn: standing?.decidedOn ?? "",
    decidedBy: standing?.decidedBy ?? "",
    note: standing?.note ?? "",
  };
}
export const sentPlan = (form: ReturnType<typeof planOf>): RecuperationPlanInput => ({
  year: form.year,
  policy: form.policy,
  daysInside: whole(form.daysInside) ?? undefined,
  daysOutside: whole(form.daysOutside) ?? undefined,
  dayCap: sum(form.dayCap) ?? undefined,
  yearCap: sum(form.yearCap) ?? undefined,
  frontShare: whole(form.frontShare) ?? undefined,
  gapYears: whole(form.gapYears) ?? undefined,
  gapOutOnly: form.gapOutOnly,
  countsLeave: form.countsLeave,
  welfareBudget: sum(form.welfareBudget) ?? undefined,
  unionBudget: sum(form.unionBudget) ?? undefined,
  ownBudget: sum(form.ownBudget) ?? undefined,
  decidedOn: some(form.decidedOn),
  decidedBy: some(form.decidedBy),
  note: some(form.note),
});

export function batchOf(plan: string, standing: RecuperationBatchInput | null) {
  const r = standing;
  return {
    id: r?.id,
    plan,
    name: r?.name ?? "",
    base: r?.base ?? "",
    outside: r?.outside ?? false,
    from: r?.from ?? "",
    to: r?.to ?? "",
    quota: shown(r?.quota),
    personCost: typedYuan(r?.personCost),
    bought: r?.bought ?? "",
    insurer: r?.insurer ?? "",
    postedFrom: r?.postedFrom ?? "",
    postedUntil: r?.postedUntil ?? "",
    spent: typedYuan(r?.spent),
    settledOn: r?.settledOn ?? "",
    note: r?.note ?? "",
  };
}
export const sentBatch = (form: ReturnType<typeof batchOf>): RecuperationBatchInput => ({
  id: form.id,
  plan: form.plan,
  name: form.name,
  base: form.base,
  outside: form.outside,
  from: form.from,
  to: form.to,
  quota: whole(form.quota) ?? undefined,
  personCost: sum(form.personCost) ?? undefined,
  bought: some(form.bought),
  insurer: some(form.insurer),
  postedFrom: some(form.postedFrom),
  postedUntil: some(form.postedUntil),
  spent: sum(form.spent) ?? undefined,
  settledOn: some(form.settledOn),
  note: some(form.note),
});

/** `told`: whether what they eat and whom to call is shown; else the form leaves them as they are. */
export function placeOf(batch: string, standing: RecuperationPlace | null, told: boolean) {
  const r = standing?.record;
  return {
    id: r?.id,
    batch,
    person: r?.person ?? "",
    name: standing?.name ?? "",
    frontLine: r?.frontLine ?? true,
    reasons: [...(r?.reasons ?? [])] as RecuperationReason[],
    room: r?.room ?? "",
    meals: r?.meals ?? "",
    emergency: r?.emergency ?? "",
    note: r?.note ?? "",
    told: told || !standing,
  };
}
export const sentPlace = (form: ReturnType<typeof placeOf>): RecuperationPlaceInput => ({
  id: form.id,
  batch: form.batch,
  person: form.person,
  frontLine: form.frontLine,
  reasons: form.reasons,
  room: some(form.room),
  meals: form.told ? form.meals.trim() : undefined,
  emergency: form.told ? form.emergency.trim() : undefined,
  note: some(form.note),
});
