// The list of members: which of its questions narrow it, and how they are put to the core.
import { expect, it } from "vitest";
import { anySet, askable, isNarrowed, moreSet, narrowed, parts, tidy } from "./lists";

const group = (key: string) => ({ key, label: key, people: 1 });

it("narrows a list to a group that is pressed, and widens it when it is pressed again", () => {
  const once = narrowed({ state: "member" }, "ageBand", group("26-35"));
  expect(once).toEqual({ state: "member", ageFrom: 26, ageTo: 35 });
  expect(isNarrowed(once, "ageBand", group("26-35"))).toBe(true);
  expect(narrowed(once, "ageBand", group("56-"))).toEqual({ state: "member", ageFrom: 56 });
  expect(narrowed(once, "ageBand", group("26-35"))).toEqual({ state: "member" });
  expect(narrowed({}, "joinedYear", group("2019"))).toEqual({ joinedFrom: "2019-01-01", joinedTo: "2019-12-31" });
  expect(narrowed({}, "shop", group(""))).toEqual({ shop: "" });
  expect(narrowed({}, "flag", group("hardship"))).toEqual({ flags: ["hardship"] });
});

it("asks for nobody whose age or year is not entered", () => {
  expect(askable("ageBand", group(""))).toBe(false);
  expect(askable("shop", group(""))).toBe(true);
});

it("counts the conditions that stand behind the button", () => {
  expect(moreSet({ shop: "焊接", sex: "female", ageFrom: 30, flags: ["women"] })).toBe(2);
  expect(anySet(tidy({ flags: [], sex: undefined }))).toBe(false);
  expect(anySet({ shop: "" })).toBe(true);
});

it("reads a kept list back into the parts of the page", () => {
  const view = { query: { text: "王", sex: "female" as const, sort: "birth" as const, descending: true }, columns: ["name" as const, "age" as const], by: "shop" as const };
  expect(parts(view)).toEqual({ words: "王", conditions: { sex: "female" }, order: { key: "birth", descending: true }, columns: ["name", "age"], by: "shop" });
});
