// What the import preview decides: which decisions are given, which rows would be imported. Pure; what is wrong with a
// row, the core says.
import type { ImportDecision, ImportPreview, ImportRow } from "../../contract/bindings";

export type Decisions = {
  /** One decision for every row of a kind. */
  byKind: Record<string, string>;
  /** A row's own decision, which beats the one for its kind: `${row}:${kind}`. */
  byRow: Record<string, string>;
};

export const noDecisions = (): Decisions => ({ byKind: {}, byRow: {} });

export const rowKey = (row: number, kind: string) => `${row}:${kind}`;

/** The decision that holds for a problem of a row, or "" while there is none. */
export function decisionFor(decisions: Decisions, row: number, kind: string): string {
  return decisions.byRow[rowKey(row, kind)] ?? decisions.byKind[kind] ?? "";
}

export type RowState = "good" | "open" | "decided" | "skipped" | "refused";

/** Where a row stands: refused rows stay out whatever is decided; one "skip" keeps the whole row out. */
export function stateOf(row: ImportRow, decisions: Decisions): RowState {
  if (row.problems.some((p) => p.level === "refuse")) return "refused";
  const wanted = row.problems.filter((p) => p.level === "decide");
  if (wanted.length === 0) return "good";
  const given = wanted.map((p) => decisionFor(decisions, row.row, p.kind));
  if (given.includes("skip")) return "skipped";
  return given.every((d) => d !== "") ? "decided" : "open";
}

export type Counts = { ready: number; open: number };

/** How many people the button would import, and how many rows still wait for a decision. */
export function counts(preview: ImportPreview, decisions: Decisions): Counts {
  const states = preview.rows.map((r) => stateOf(r, decisions));
  const listed = preview.rows.filter((r) => r.problems.length === 0).length;
  return {
    ready: preview.good - listed + states.filter((s) => s === "good" || s === "decided").length,
    open: states.filter((s) => s === "open").length,
  };
}

/** The decisions as the core takes them: a row's own first, kinds as "for all of this kind". */
export function asSent(decisions: Decisions): ImportDecision[] {
  const rows = Object.entries(decisions.byRow)
    .filter(([, value]) => value !== "")
    .map(([key, value]) => {
      const cut = key.indexOf(":");
      return { row: Number(key.slice(0, cut)), kind: key.slice(cut + 1), value };
    });
  const kinds = Object.entries(decisions.byKind)
    .filter(([, value]) => value !== "")
    .map(([kind, value]) => ({ row: null, kind, value }));
  return [...rows, ...kinds];
}
