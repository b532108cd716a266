// The import's pure rules: cells, questions and decisions.
import { describe, expect, it } from "vitest";
import type { RosterCellProblem, PersonDraft, RosterAskKind, RosterPage, RosterRow } from "../../contract/bindings";
import { allAsks, cells, choices, decided, noOptions, pageCount, spokenProblems, stored } from "./logic";

const person = {
  name: "阿卜杜拉·买买提",
  sex: "male",
  birth: { date: "1990-03-01", precision: "month" },
  phones: ["13800138000", "0791-88123456"],
  migrant: true,
  employment: "dispatched",
  skillGrade: "senior",
  shop: null,
} as unknown as PersonDraft;
const problem = (severity: RosterCellProblem["severity"], column: number): RosterCellProblem => ({
  row: 7,
  column,
  field: null,
  severity,
  kind: "dateDot",
  message: severity,
  was: "",
  proposal: null,
});
const pages: RosterPage[] = [
  {
    name: "Sheet1",
    people: 1,
    header: {
      row: 4,
      lastRow: 4,
      unknown: [],
      columns: [
        { column: 2, field: "name", heading: "姓名" },
        { column: 3, field: "sex", heading: "性别" },
        { column: 4, field: "birth", heading: "出生日期" },
        { column: 5, field: "ethnicity", heading: "民族" },
      ],
    },
  },
];
const row: RosterRow = {
  page: 0,
  row: 7,
  status: "ask",
  raw: ["1", "阿卜杜拉·买买提", "1", "1990.3"],
  person,
  problems: [problem("ask", 4)],
  of: null,
  changes: [],
};
const ask = (kind: RosterAskKind["kind"], canKeep = false): RosterAskKind => ({ kind, count: 2, question: "?", proposal: "按年月存", canKeep });

describe("a row of the import preview", () => {
  it("says what will be stored as a person reads it", () => {
    expect(stored(person, "birth")).toBe("1990-03");
    expect(stored(person, "phone")).toBe("13800138000、0791-88123456");
    expect(stored(person, "employment")).toBe("劳务派遣");
    expect(stored(person, "skillGrade")).toBe("高级工");
    expect(stored(person, "shop")).toBe("");
  });
  it("shows the chief columns and those with something to say, marking what is rewritten", () => {
    expect(cells(row, pages, false)).toEqual([
      { heading: "姓名", was: "阿卜杜拉·买买提", now: "阿卜杜拉·买买提", changed: false },
      { heading: "性别", was: "1", now: "男", changed: true },
      { heading: "出生日期", was: "1990.3", now: "1990-03", changed: true },
    ]);
    expect(cells(row, pages, true)).toHaveLength(4);
  });
  it("tells the gravest problem first", () =>
    expect(spokenProblems([problem("note", 1), problem("stop", 2), problem("ask", 3)]).map((p) => p.severity)).toEqual([
      "stop",
      "ask",
      "note",
    ]));
});

describe("deciding all questions of one kind in one act", () => {
  it("offers to keep what is written only where that makes sense", () => {
    expect(choices(ask("dateDot")).map((c) => c.value)).toEqual(["takeProposal", "leaveEmpty", "skipRow"]);
    expect(choices(ask("nameSpaces", true)).map((c) => c.value)).toContain("keepWritten");
  });
  it("takes a decision and takes it back", () => {
    const one = decided(noOptions(), "dateDot", "takeProposal");
    expect(one.decisions).toEqual({ dateDot: "takeProposal" });
    expect(decided(one, "dateDot", "").decisions).toEqual({});
  });
  it("keeps a question on the page after it has been decided", () =>
    expect(allAsks([ask("dateDot")], [ask("sexCode")]).map((a) => a.kind)).toEqual(["dateDot", "sexCode"]));
  it("pages the rows by the hundred", () => {
    expect(pageCount(0)).toBe(1);
    expect(pageCount(100)).toBe(1);
    expect(pageCount(100_001)).toBe(1001);
  });
});
