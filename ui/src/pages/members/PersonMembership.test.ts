// A person's life in the union: the newest event on top, as exactly as its day is known; entered, taken back, and its papers
// opened from it.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import { desk, setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import PersonMembership from "./PersonMembership.vue";
import { exactDay, tidyEvent } from "./membership";

const rung = (id: string, kind: string, on: string | null, more = {}) => ({ id, kind, on, reason: null, reasonText: null, note: null, otherUnion: null, until: null, state: "member", ...more });
const choice = (kind: string, next: boolean, reasons: string[] = []) => ({ kind, reasons, next });
let fake: FakePlatform;
beforeEach(() => {
  fake = new FakePlatform({
    "members.life": () => ({
      state: "left",
      left: "已转出",
      begun: true,
      rungs: [rung("e1", "joined", "2019-07"), rung("e2", "movedOut", "2026-09-14", { reason: "employment", otherUnion: "南昌市快递行业工会" })],
      choices: [choice("joined", true), choice("movedIn", true, ["employment"]), choice("retained", false, ["unemployed"]), choice("expelled", false, ["crime"])],
    }),
    "members.saveEvent": () => "e3",
    "members.removeEvent": () => null,
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));
const open = async () => {
  const page = mount(PersonMembership, { props: { person: "p1" }, attachTo: document.body });
  await flushPromises();
  return page;
};
const press = async (page: Awaited<ReturnType<typeof open>>, words: string) => {
  await page.findAll("button").find((b) => b.text() === words)!.trigger("click");
  await flushPromises();
};

it("shows the newest on top, why and where to, and opens the letter of a transfer", async () => {
  const page = await open();
  const rungs = page.findAll("li").map((li) => li.text());
  expect(rungs[0]).toContain("会籍转出2026年9月14日");
  expect(rungs[0]).toContain("劳动（工作）关系变化；转往南昌市快递行业工会");
  expect(rungs[1]).toContain("入会2019年7月");
  expect(page.text()).toContain("已转出");
  expect(page.text(), "nobody who has left is expelled").not.toContain("开除会籍");
  await press(page, "介绍信");
  expect(desk.place).toEqual({ page: "papers", id: "members.transfer@e2" });
});

it("opens the receipt of a moving in, which goes back to the union that sent the letter", async () => {
  fake = new FakePlatform({
    "members.life": () => ({ state: "member", left: null, begun: true, rungs: [rung("e7", "movedIn", "2026-09-14", { otherUnion: "南昌市快递行业工会" })], choices: [] }),
  });
  usePlatform(fake);
  const page = await open();
  expect(page.text()).toContain("转自南昌市快递行业工会");
  await press(page, "回执");
  expect(desk.place).toEqual({ page: "papers", id: "members.transferReceipt@e7" });
});

it("offers what can happen next first, and sends what belongs to the event", async () => {
  const page = await open();
  await press(page, "登记变动");
  const kinds = page.find("select");
  expect(kinds.findAll(":scope > option").map((o) => o.text())).toEqual(["入会", "会籍转入"]);
  expect(kinds.findAll("optgroup option").map((o) => o.text()), "an expulsion has its own form").toEqual(["保留会籍"]);
  await kinds.setValue("movedIn");
  await page.find("input").setValue(" 2026-09 ");
  await page.find("form").trigger("submit");
  await flushPromises();
  expect(fake.calls.find((c) => c.name === "members.saveEvent")?.args).toEqual({ person: "p1", kind: "movedIn", on: "2026-09" });
  expect(desk.said).toBe("已登记“会籍转入”。可以撤销。");
});

it("says a day as exactly as it is known, and sends nothing of another kind", () => {
  expect([null, "2019", "2019-07", "2019-07-05"].map(exactDay)).toEqual(["日期不详", "2019年", "2019年7月", "2019年7月5日"]);
  const form = { person: "p1", kind: "withdrawn" as const, on: "", otherUnion: "某会", until: "2026-01-01", note: " " };
  expect(JSON.parse(JSON.stringify(tidyEvent(form)))).toEqual({ person: "p1", kind: "withdrawn" });
});
