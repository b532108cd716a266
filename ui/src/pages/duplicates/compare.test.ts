// The keyboard's way through two records.
import { describe, expect, it } from "vitest";
import type { MergeRow } from "../../contract/bindings";
import { chosen, first, next, turned } from "./compare";

const row = (field: MergeRow["field"], kept: string | null, gone: string | null): MergeRow => ({
  field,
  label: field,
  kept,
  gone,
  differs: kept !== null && gone !== null && kept !== gone,
  take: kept === null && gone !== null,
});
const rows = [row("name", "王小明", "王晓明"), row("sex", "男", "男"), row("phone", null, "138****8000"), row("shop", "装配", "喷涂")];

describe("choosing between two records", () => {
  it("takes from the other what it alone has", () => {
    expect([...first(rows)]).toEqual(["phone"]);
  });
  it("goes with the arrows, and leaves what only one side has", () => {
    const taken = chosen(first(rows), rows[0]!, "gone");
    expect(taken.has("name")).toBe(true);
    expect(chosen(taken, rows[0]!, "kept").has("name")).toBe(false);
    expect([...chosen(first(rows), rows[2]!, "kept")]).toEqual(["phone"]);
  });
  it("goes on with Enter to what differs, and ends", () => {
    expect(next(rows, -1)).toBe(0);
    expect(next(rows, 0)).toBe(3);
    expect(next(rows, 3)).toBe(null);
  });
  it("keeps the choice when the two are changed round", () => {
    expect([...turned(rows, new Set(["name", "phone"]))].sort()).toEqual(["sex", "shop"]);
  });
});
