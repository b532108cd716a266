// What the yearly report's page decides by itself: which tables stand under which head, why a value is missing, and what
// the form begins with. Pure.
import type { Chapter, YearReport, YearTable, YearTexts } from "../../contract/bindings";

/** The heads in the report's order; the last is the ledger's own and has no words. */
export const chapters: readonly Chapter[] = ["guidance", "merit", "quality", "standing", "growth", "running"];
/** What the chair writes under a head. */
export type Written = Exclude<Chapter, "running">;
export const written = (chapter: Chapter): chapter is Written => chapter !== "running";

export const under = (report: YearReport, chapter: Chapter): YearTable[] => report.tables.filter((table) => table.chapter === chapter);

/** Why values that are shown are missing, each reason once. */
export function reasons(table: YearTable): string[] {
  const shown = table.figures.flatMap((figure) => (table.compared ? [figure.now, figure.before] : [figure.now]));
  return [...new Set(shown.flatMap((value) => value.why ?? []))];
}

/** The form as it stands in the ledger; names that were never kept begin with who is at the desk and who chairs the committee. */
export function formOf(texts: YearTexts, person: { name: string; role: string } | undefined, chair: string | null): YearTexts {
  const name = person?.name ?? "";
  return {
    year: texts.year,
    guidance: texts.guidance ?? "",
    merit: texts.merit ?? "",
    quality: texts.quality ?? "",
    standing: texts.standing ?? "",
    growth: texts.growth ?? "",
    problems: texts.problems ?? "",
    plans: texts.plans ?? "",
    addressee: texts.addressee ?? "",
    filledBy: texts.filledBy ?? name,
    responsible: texts.responsible ?? chair ?? (person?.role === "chair" ? name : ""),
  };
}

/** What is sent: an empty text is none. */
export function tidy(form: YearTexts): YearTexts {
  const { year, ...texts } = form;
  const kept = Object.entries(texts).map(([field, text]) => [field, text?.trim() || undefined] as const);
  return { year, ...Object.fromEntries(kept) };
}
