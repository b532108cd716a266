// What the form of an inspection begins with and sends. Pure.
import type { HazardGrade, SafetyVisit, SafetyVisitInput, VisitHazard, VisitItem } from "../../contract/bindings";

/** What moves the register of inspections. */
export const listened = ["safety_visit", "safety_visit_item", "hazard", "hazard_event", "attachment"];

const some = (words: string | null | undefined) => words?.trim() || undefined;
const lines = (words: string) => words.split("\n").map((line) => line.trim()).filter(Boolean);

export type HazardRow = Omit<VisitHazard, "grade"> & { grade: HazardGrade | "" };
export type VisitDraft = Omit<SafetyVisitInput, "places" | "people" | "accompanied" | "hazards"> & { places: string; people: string; accompanied: string; hazards: HazardRow[] };

export const newItem = (): VisitItem => ({ item: "", result: "right", note: "" });
/** A hazard mostly lies where the visit went. */
export const newHazard = (form: VisitDraft): HazardRow => ({ matter: "", place: lines(form.places)[0] ?? "", kind: "machine", grade: "", basis: "" });

/** The form of a standing visit, or of one of today by whoever sits at the desk. */
export function visitOf(standing: SafetyVisit | null, today: string, sitting: string): VisitDraft {
  const r = standing?.record;
  return {
    id: r?.id,
    visitedOn: r?.visitedOn ?? today,
    topic: r?.topic ?? "",
    places: r?.places.join("\n") ?? "",
    people: r?.people.join("\n") ?? sitting,
    accompanied: r?.accompanied.join("\n") ?? "",
    items: r?.items.map((item) => ({ ...item, note: item.note ?? "" })) ?? [],
    summary: r?.summary ?? "",
    lateEntry: r?.lateEntry ?? "",
    hazards: [],
  };
}

/** What is sent: nothing empty; a row that nobody filled is none. */
export const sentVisit = (form: VisitDraft): SafetyVisitInput => ({
  ...form,
  places: lines(form.places),
  people: lines(form.people),
  accompanied: lines(form.accompanied),
  items: form.items.filter((item) => item.item.trim() || item.note?.trim()).map((item) => ({ ...item, note: some(item.note) })),
  summary: some(form.summary),
  lateEntry: some(form.lateEntry),
  hazards: form.hazards.filter((one) => one.matter.trim() || one.basis?.trim()).map((one) => ({ ...one, unit: some(one.unit), grade: one.grade || undefined, basis: some(one.basis) })),
});
