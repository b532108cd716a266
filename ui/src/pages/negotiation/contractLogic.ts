// What the page of a contract's text works out from the draft: which clauses stand in a chapter, what a move makes of their
// order, what the left list shows, how blanks are typed. Pure; what is wrong with a draft, the core says.
import type { ContractBlank, ContractChapter, ContractClauseShown, ContractDraft, ContractFinding } from "../../contract/bindings";
import { typedYuan } from "../../parts/money";
import { contractText } from "../../text/contract";

/** Every clause in the order of the contract. */
export const clausesOf = (draft: ContractDraft): ContractClauseShown[] => draft.chapters.flatMap((c) => c.clauses);

/** How many findings there are of a severity. */
export const countOf = (findings: readonly ContractFinding[], severity: ContractFinding["severity"]) => findings.filter((f) => f.severity === severity).length;

/** The findings as cards, in their order: the open blanks of several clauses that are mended alike are one. */
export function cardsOf(findings: readonly ContractFinding[]): { first: ContractFinding; all: ContractFinding[] }[] {
  const cards: { first: ContractFinding; all: ContractFinding[] }[] = [];
  const alike = (one: ContractFinding, other: ContractFinding) => one.kind === other.kind && one.severity === other.severity && one.wayOut === other.wayOut && one.article === other.article;
  for (const f of findings) {
    const card = f.kind === "blankOpen" ? cards.find(({ first }) => alike(first, f)) : undefined;
    if (card) card.all.push(f);
    else cards.push({ first: f, all: [f] });
  }
  return cards;
}

/** The gravest finding of each clause, for the list on the left. */
export function gravest(findings: readonly ContractFinding[]): Map<string, ContractFinding["severity"]> {
  const of = new Map<string, ContractFinding["severity"]>();
  for (const f of findings) if (f.clause && !of.has(f.clause)) of.set(f.clause, f.severity);
  return of;
}

/** Chapters that need a word: those with clauses, and those without that are not left to the parties. */
export const chaptersShown = (draft: ContractDraft): ContractChapter[] => draft.chapters.filter((c) => c.clauses.length > 0 || c.need !== "may");

/** A clause's text in pieces, its open blanks told apart. */
export const pieces = (filled: string): { text: string; blank: boolean }[] =>
  filled
    .split(contractText.blanks)
    .filter((piece) => piece !== "")
    .map((piece) => ({ text: piece, blank: piece.startsWith(contractText.blankBegins) }));

/** The ids of all clauses after one moved by a step within its chapter; null where it cannot. */
export function movedOrder(draft: ContractDraft, id: string, by: 1 | -1): string[] | null {
  const chapter = draft.chapters.find((c) => c.clauses.some((x) => x.clause.id === id));
  if (!chapter) return null;
  const ids = chapter.clauses.map((x) => x.clause.id);
  const at = ids.indexOf(id);
  const to = at + by;
  if (to < 0 || to >= ids.length) return null;
  [ids[at], ids[to]] = [ids[to]!, ids[at]!];
  return draft.chapters.flatMap((c) => (c === chapter ? ids : c.clauses.map((x) => x.clause.id)));
}

/** A clause up or down from one in the left list, staying at the ends. */
export function neighbour(draft: ContractDraft, id: string, by: 1 | -1): string {
  const ids = clausesOf(draft).map((x) => x.clause.id);
  const at = ids.indexOf(id);
  return ids[Math.min(Math.max(at + by, 0), ids.length - 1)] ?? "";
}

/** The names of the blanks that tell of the parties: they stand in no clause. */
export function partyBlanks(draft: ContractDraft): ContractBlank[] {
  const used = new Set(clausesOf(draft).flatMap((x) => x.blanks));
  return draft.blanks.filter((b) => !used.has(b.name));
}
export function clauseBlanks(draft: ContractDraft): ContractBlank[] {
  const used = new Set(clausesOf(draft).flatMap((x) => x.blanks));
  return draft.blanks.filter((b) => used.has(b.name));
}

/** A kept value as it stands in its field. */
export function typed(blank: ContractBlank): string {
  if (blank.value === null) return "";
  if (blank.kind === "sum" || blank.kind === "percent") return typedYuan(Number(blank.value)).replace(/\.?0+$/, "");
  return blank.value;
}

/** The kind of paper of a kind of contract. */
export const paperOf = (kind: ContractDraft["kind"]) => (kind === "wage" ? "negotiation.wageContract" : "negotiation.contract");
