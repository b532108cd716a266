import { describe, expect, it } from "vitest";
import type { ImportPreview, ImportRow } from "../../contract/bindings";
import { asSent, counts, decisionFor, noDecisions, rowKey, stateOf } from "./logic";

const row = (n: number, ...problems: ["decide" | "refuse", string][]): ImportRow => ({
  row: n,
  cells: [],
  problems: problems.map(([level, kind]) => ({ level, kind, title: kind, column: "", message: "" })),
});
const preview: ImportPreview = {
  file: "名册.xlsx",
  total: 300,
  good: 287,
  decide: 3,
  refused: 1,
  groups: [],
  rows: [row(5, ["decide", "day"]), row(6, ["decide", "day"], ["decide", "phone"]), row(7, ["refuse", "id"]), row(8, ["decide", "day"])],
};

describe("deciding what an import does with doubtful rows", () => {
  it("imports only the good rows while nothing is decided", () =>
    expect(counts(preview, noDecisions())).toEqual({ ready: 287, open: 3 }));

  it("decides all rows of a kind in one act, and leaves those with another open question", () => {
    const d = noDecisions();
    d.byKind.day = "month";
    expect(counts(preview, d)).toEqual({ ready: 289, open: 1 });
  });

  it("lets a row's own decision beat the one for its kind", () => {
    const d = noDecisions();
    d.byKind.day = "month";
    d.byRow[rowKey(8, "day")] = "skip";
    expect(decisionFor(d, 8, "day")).toBe("skip");
    expect(stateOf(preview.rows[3]!, d)).toBe("skipped");
    expect(counts(preview, d).ready).toBe(288);
  });

  it("never imports a refused row, whatever is decided", () => {
    const d = noDecisions();
    d.byKind.id = "keep";
    expect(stateOf(preview.rows[2]!, d)).toBe("refused");
  });

  it("sends a row's own decision with its row, and a kind's for all", () => {
    const d = noDecisions();
    d.byKind.day = "month";
    d.byRow[rowKey(8, "day:x")] = "skip";
    d.byRow[rowKey(9, "day")] = "";
    expect(asSent(d)).toEqual([
      { row: 8, kind: "day:x", value: "skip" },
      { row: null, kind: "day", value: "month" },
    ]);
  });
});
