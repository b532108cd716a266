// What the page of a contract works out from a draft.
import { describe, expect, it } from "vitest";
import { contractDraft } from "../../../tests/contract";
import { cardsOf, chaptersShown, clauseBlanks, clausesOf, gravest, movedOrder, neighbour, partyBlanks, typed } from "./contractLogic";

describe("the clauses of a draft", () => {
  const draft = contractDraft();
  it("are walked through across chapters and stop at both ends", () => {
    expect(clausesOf(draft).map((c) => c.number)).toEqual([1, 2, 3]);
    expect(neighbour(draft, "c1", 1)).toBe("c2");
    expect(neighbour(draft, "c1", -1)).toBe("c1");
    expect(neighbour(draft, "c3", 1)).toBe("c3");
  });
  it("move within their chapter only", () => {
    expect(movedOrder(draft, "c1", 1)).toBeNull();
    expect(movedOrder(draft, "c2", 1)).toEqual(["c1", "c3", "c2"]);
    expect(movedOrder(draft, "c3", 1)).toBeNull();
    expect(movedOrder(draft, "none", 1)).toBeNull();
  });
  it("bear the gravest of their findings, and a chapter that must be written is shown empty", () => {
    expect(gravest(draft.findings).get("c2")).toBe("must");
    expect(chaptersShown(draft).map((c) => c.item)).toEqual(["term", "level", "breach"]);
  });
});

describe("the findings of a draft", () => {
  it("are one card for the open blanks that are mended alike, and a card each else, in their order", () => {
    const [breach, blank] = contractDraft().findings;
    const other = { ...blank!, clause: "c3", number: 3, message: "第3条还有空没有填：工资增长幅度。" };
    const crossed = { ...blank!, severity: "should" as const, wayOut: "写上数字或者文字。" };
    const cards = cardsOf([blank!, breach!, other, breach!, crossed]);
    expect(cards.map(({ all }) => all)).toEqual([[blank, other], [breach], [breach], [crossed]]);
  });
});

describe("the blanks of a draft", () => {
  it("of the parties stand apart from those of the clauses", () => {
    expect(partyBlanks(contractDraft()).map((b) => b.name)).toEqual(["企业法定代表人"]);
    expect(clauseBlanks(contractDraft()).map((b) => b.name)).toEqual(["企业最低月工资", "工资增长幅度"]);
  });
  it("are typed as a person writes them", () => {
    const blank = contractDraft().blanks[1]!;
    expect(typed({ ...blank, value: "236000" })).toBe("2360");
    expect(typed({ ...blank, value: "236050" })).toBe("2360.5");
    expect(typed({ ...blank, value: "200000" })).toBe("2000");
    expect(typed({ ...blank, kind: "percent", value: "650" })).toBe("6.5");
    expect(typed({ ...blank, kind: "day", value: "10" })).toBe("10");
    expect(typed({ ...blank, value: null })).toBe("");
  });
});
