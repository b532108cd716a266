// What the forms of the reform ledger begin with and send, and which articles a filter shows. Pure.
import type { Place, ReformArticleInput, ReformArticleLine, ReformEnding, ReformMeasure, ReformMeasureInput, ReformOutcome } from "../../contract/bindings";

/** What moves the ledger. */
export const listened = ["reform_measure", "reform_article", "reform_note", "attachment"];

const some = (words: string | null | undefined) => words?.trim() || undefined;

/** Where a measure for an article of a year is entered. */
export const entering = (article: number, year: number): Place => ({ page: "reformMeasures", id: "new", part: `${article}:${year}` });

/** What such a place begins a form with; 0 for an article that is still to be chosen. */
export function begun(part: string | undefined, year: number): { article: number; year: number } {
  const found = /^(\d+):(\d+)$/.exec(part ?? "");
  return found ? { article: Number(found[1]), year: Number(found[2]) } : { article: 0, year };
}

export type Which = "all" | "none" | "open" | "late";
export const shownArticles = (all: ReformArticleLine[], which: Which) =>
  all.filter((one) => which === "all" || (which === "none" ? one.measures === 0 : which === "open" ? one.open > 0 : one.late > 0));

export function measureOf(standing: ReformMeasure | null, begin: { article: number; year: number }): ReformMeasureInput {
  const r = standing?.record;
  return {
    id: r?.id,
    year: r?.year ?? begin.year,
    article: r?.article ?? begin.article,
    measure: r?.measure ?? "",
    target: r?.target ?? "",
    side: r?.side ?? "union",
    unit: r?.unit ?? "",
    handler: r?.handler ?? "",
    dueOn: r?.dueOn ?? "",
    lateEntry: r?.lateEntry ?? "",
  };
}

/** What is sent: nothing empty. */
export const sentMeasure = (form: ReformMeasureInput): ReformMeasureInput => ({
  ...form,
  target: some(form.target),
  unit: some(form.unit),
  handler: some(form.handler),
  dueOn: form.dueOn || undefined,
  lateEntry: some(form.lateEntry),
});

export type EndingDraft = Omit<ReformEnding, "outcome"> & { outcome: ReformOutcome | "" };
/** What came of a measure; one that still runs is mostly done when its form is opened. */
export const endingOf = (one: ReformMeasure, today: string): EndingDraft => ({
  id: one.id,
  outcome: one.ending.outcome ?? "done",
  endedOn: one.ending.endedOn ?? today,
  result: one.ending.result ?? "",
});
/** What runs again has neither day nor result. */
export const sentEnding = (form: EndingDraft): ReformEnding =>
  form.outcome === "" ? { id: form.id } : { id: form.id, outcome: form.outcome, endedOn: form.endedOn || undefined, result: some(form.result) };

export const wordsOf = (line: ReformArticleLine, year: number): ReformArticleInput => ({
  article: line.article,
  year,
  words: line.words ?? "",
  handler: line.handler ?? "",
  note: line.note ?? "",
});
export const sentWords = (form: ReformArticleInput): ReformArticleInput => ({ ...form, words: some(form.words), handler: some(form.handler), note: some(form.note) });
