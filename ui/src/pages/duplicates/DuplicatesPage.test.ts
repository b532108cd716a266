// The search for duplicates: what speaks for a pair is told, two people need a reason, and two records are chosen from and
// merged by keyboard.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import { desk, setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import DuplicatesPage from "./DuplicatesPage.vue";

const someone = (id: string, name: string) => ({ id, name, sex: "male", birth: "1980-01-01", shop: "装配", post: null, idNumber: null, phone: null, state: "member", left: null });
const [one, other] = [someone("p1", "张小明"), someone("p2", "章晓明")];
const row = (field: string, label: string, kept: string | null, gone: string | null) => ({ field, label, kept, gone, differs: kept !== null && gone !== null && kept !== gone, take: kept === null });
let fake: FakePlatform;
beforeEach(() => {
  fake = new FakePlatform({
    "members.duplicates": () => ({ total: 1, pairs: [{ one, other, grounds: ["sound", "birth"], strength: "possible", against: null }], sameName: 2, crowded: 0, apart: [] }),
    "members.compare": () => ({
      kept: one,
      gone: other,
      grounds: ["sound", "birth"],
      strength: "possible",
      against: null,
      rows: [row("name", "姓名", "张小明", "章晓明"), row("education", "学历", null, "大专"), row("shop", "车间", "装配", "喷涂")],
      moves: [{ label: "用工", rows: 1 }],
      notes: ["两边都有现在的用工，合成一条。"],
      refused: [],
    }),
    "members.merge": () => "p1",
    "members.setApart": () => "a1",
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));
const open = async () => {
  const page = mount(DuplicatesPage, { props: { place: { page: "duplicates" } }, attachTo: document.body });
  await flushPromises();
  return page;
};
const button = (page: Awaited<ReturnType<typeof open>>, words: string) => page.findAll("button").filter((b) => b.text() === words);
const sent = (name: string) => fake.calls.filter((c) => c.name === name).map((c) => c.args);

it("tells what speaks for a pair, and keeps two people with a reason", async () => {
  const page = await open();
  for (const word of ["共有 1 对", "姓名读音相近", "出生日期相同", "可能是一个人", "2 个姓名"]) expect(page.text()).toContain(word);
  await button(page, "是两个人")[0]!.trigger("click");
  await page.find("input[autocomplete=off]").setValue("双胞胎");
  await page.find("form").trigger("submit");
  await flushPromises();
  expect(sent("members.setApart")).toEqual([{ one: "p1", other: "p2", reason: "双胞胎" }]);
  expect(desk.said).toContain("张小明和章晓明是两个人");
  page.unmount();
});

it("chooses by the arrows, goes on with Enter to what differs, and merges what was chosen", async () => {
  const page = await open();
  await button(page, "并排核对")[0]!.trigger("click");
  await flushPromises();
  const rows = page.findAll("[data-row]");
  expect(document.activeElement).toBe(rows[0]!.element);
  await rows[0]!.trigger("keydown", { key: "ArrowRight" });
  await rows[0]!.trigger("keydown", { key: "Enter" });
  expect(document.activeElement).toBe(rows[2]!.element);
  await rows[2]!.trigger("keydown", { key: "Enter" });
  expect(document.activeElement?.textContent).toContain("合并成一个人");
  await button(page, "合并成一个人")[0]!.trigger("click");
  await flushPromises();
  expect(sent("members.merge")).toEqual([{ kept: "p1", gone: "p2", take: ["education", "name"] }]);
  expect(desk.said).toContain("章晓明");
  page.unmount();
});
