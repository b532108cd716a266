// Members in hardship: the list with who still lacks a file, what a form sends, what stays covered and is never written over unseen.
import { flushPromises, mount, type VueWrapper } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { HardshipFile, HardshipLine, HardshipPage as Page, MemberAidLine, Place } from "../../contract/bindings";
import { barOf, desk, go, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import AidsPage from "./AidsPage.vue";
import HardshipPage from "./HardshipPage.vue";
import { aidOf, fileOf, heads, sentAid, sentFile, sum } from "./logic";

const line: HardshipLine = {
  id: "f1", person: "p1", name: "王伟", shop: "焊接", level: "relative", openedOn: "2026-03-02", decidedOn: null, aids: 2, given: 250000, lastOn: "2026-09-22",
  visitOn: "2026-12-01", closedOn: null, ended: null,
};
const covered: HardshipFile = {
  id: "f1", name: "王伟", shop: "焊接", record: { id: "f1", person: "p1", openedOn: "2026-03-02", level: "relative", visitOn: "2026-12-01" },
  aids: [{ id: "a1", givenOn: "2026-09-22", amount: 50000, source: "union", who: "沈一诺", kind: null, what: null }], given: 50000, health: "masked",
};
const full: HardshipFile = {
  ...covered, record: { ...covered.record, source: "班组评议", cause: "familyIllness", details: "父亲每周透析三次", household: 4, income: 98000 },
  aids: [{ ...covered.aids[0]!, kind: "medical", what: "垫付药费" }], health: "full",
};
const given: MemberAidLine = { id: "a1", person: "p1", removed: false, name: "王伟", shop: "焊接", givenOn: "2026-09-22", amount: 50000, source: "union", who: "沈一诺", kind: null, what: null };
let page: Page;
let file: HardshipFile;
let fake: FakePlatform;
let shown: VueWrapper | null = null;
beforeEach(() => {
  file = covered;
  page = { total: 1, rows: [line], kept: 1, years: [2026], open: 1, given: 250000, unfiled: [], rule: null };
  fake = new FakePlatform({
    "hardship.list": () => page,
    "hardship.get": () => file,
    "hardship.save": () => "f9",
    "hardship.saveAid": () => "a9",
    "hardship.removeAid": () => null,
    "hardship.aids": () => ({ total: 1, rows: [given], kept: 1, years: [2026], sum: 50000, health: "masked" }),
    "hardship.aid": () => given,
    "members.search": () => ({ total: 0, rows: [] }),
    "files.list": () => [],
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => {
  shown?.unmount();
  forgetDrafts();
  setStatus({ known: [], home: "/", open: null });
  go({ page: "today" });
  document.body.innerHTML = "";
});
async function show(at: Partial<Place> = {}) {
  shown = mount(at.page === "aids" ? AidsPage : HardshipPage, { props: { place: { page: "hardship", ...at } }, attachTo: document.body });
  await flushPromises();
  return shown;
}
async function press(on: VueWrapper, name: string) {
  await on.findAll("button").find((b) => b.text() === name || b.attributes("aria-label") === name)!.trigger("click");
  await flushPromises();
}
const sent = (name: string) => fake.calls.filter((call) => call.name === name).at(-1)?.args;

it("lists who is helped and by how much, in the place of the members", async () => {
  const text = (await show()).text();
  for (const words of ["王伟", "相对困难", "2 次，2,500.00 元", "没有结束 1 份", "今年帮扶 2,500.00 元"]) expect(text, words).toContain(words);
  expect(barOf("hardship")).toBe("members");
});

it("says what to do first while it is empty, and begins a file for whoever is flagged", async () => {
  page = { ...page, total: 0, rows: [], kept: 0, years: [], open: 0, given: 0, unfiled: [{ person: "p1", name: "王伟" }] };
  const on = await show();
  expect(on.text()).toContain("还没有困难职工档案");
  expect(on.text()).toContain("花名册上还有 1 人标记为困难职工");
  await press(on, "给王伟建档");
  await on.get("form").trigger("submit");
  await flushPromises();
  expect(sent("hardship.save")).toMatchObject({ person: "p1", openedOn: "2026-11-16", level: "relative", told: true });
});

it("wants somebody picked", async () => {
  const on = await show({ id: "new" });
  await on.get("form").trigger("submit");
  await flushPromises();
  expect(sent("hardship.save")).toBeUndefined();
  expect(on.text()).toContain("请从花名册上选一个人");
});

it("keeps covered why somebody is in need, and offers no change of what is not seen", async () => {
  const on = await show({ id: "f1" });
  expect(on.text()).toContain("没有显示");
  expect(on.text()).not.toContain("透析");
  expect(on.findAll("button").some((b) => b.attributes("aria-label")?.startsWith("修改"))).toBe(false);
  await press(on, "修改");
  expect(on.text()).toContain("保存时不会改动");
  expect(on.text(), "what it goes by stands in no field").not.toContain("例如“本人申请，班组评议”");
  await on.get("form").trigger("submit");
  await flushPromises();
  expect(sent("hardship.save")).toMatchObject({ id: "f1", told: false, details: undefined, cause: undefined, source: undefined });
});

it("shows it once it is revealed", async () => {
  file = full;
  const on = await show({ id: "f1" });
  for (const words of ["班组评议", "家人患病", "父亲每周透析三次", "4人", "980.00", "医疗救助", "垫付药费"]) expect(on.text(), words).toContain(words);
  await press(on, "看花名册");
  expect(desk.place).toEqual({ page: "members", id: "p1" });
});

it("sends what was given with the visit that is still promised", async () => {
  const on = await show({ id: "f1" });
  await press(on, "登记帮扶");
  await on.get("form").trigger("submit");
  await flushPromises();
  expect(sent("hardship.saveAid")).toMatchObject({ person: "p1", givenOn: "2026-11-16", kind: "visit", source: "union", visited: true, nextVisit: "2026-12-01" });
});

it("opens the form of what was given where a duty asks for the visit", async () => {
  const on = await show({ id: "f1", part: "aid" });
  expect(on.text()).toContain("登记对王伟的帮扶");
  await press(on, "返回困难职工");
  expect(on.text()).toContain("登记帮扶");
  await press(on, "返回困难职工");
  expect(on.text()).toContain("建立档案");
});

it("lists what was given to anybody, filters by whose money, and prints the ledger of a year", async () => {
  const on = await show({ page: "aids" });
  for (const words of ["9月22日", "王伟", "500.00", "工会经费", "合计 500.00 元"]) expect(on.text(), words).toContain(words);
  expect(on.text()).not.toContain("打印2026年台账");
  await on.get("[aria-label='资金来源']").setValue("union");
  await on.get("[aria-label='年份']").setValue("2026");
  await flushPromises();
  expect(sent("hardship.aids")).toMatchObject({ source: "union", year: 2026 });
  await press(on, "打印2026年台账");
  expect(desk.place).toEqual({ page: "papers", id: "hardship.aids@2026" });
  expect(barOf("aids")).toBe("members");
});

it("wants somebody picked for a gift, and says nothing of a promised visit", async () => {
  const on = await show({ page: "aids", id: "new" });
  await on.get("form").trigger("submit");
  await flushPromises();
  expect(sent("hardship.saveAid")).toBeUndefined();
  expect(on.text()).toContain("请从花名册上选一个人");
  expect(on.text()).not.toContain("下次回访");
});

it("offers no change of an entry that is covered", async () => {
  const on = await show({ page: "aids", id: "a1" });
  expect(on.text()).toContain("怎样帮扶没有显示");
  expect(on.findAll("button").some((b) => b.text() === "修改")).toBe(false);
});

it("keeps the files of an entry, for readers of health alone", async () => {
  const on = await show({ page: "aids", id: "a1" });
  await press(on, "附件");
  expect(sent("files.list")).toEqual({ of: { kind: "memberAid", id: "a1" } });
  on.unmount();
  setStatus(statusOf("chair", { sight: { identity: "masked", wages: "never", health: "never", account: "never" } }));
  expect((await show({ page: "aids", id: "a1" })).findAll("button").some((b) => b.text() === "附件")).toBe(false);
});

it("keeps what was given to somebody who was removed or erased, and offers neither a way to them nor a change", async () => {
  const buttons = async (over: Partial<MemberAidLine>) => {
    shown?.unmount();
    fake.handlers["hardship.aid"] = () => ({ ...given, kind: "medical", ...over });
    const on = await show({ page: "aids", id: "a1" });
    return [on.text(), on.findAll("button").map((b) => b.text())] as const;
  };
  expect((await buttons({}))[1]).toEqual(expect.arrayContaining(["看花名册", "修改"]));
  for (const over of [{ removed: true }, { person: null, name: "（已清除）" }]) {
    const [text, all] = await buttons(over);
    expect(text).toContain("500.00");
    expect(text.includes("已从花名册移除")).toBe("removed" in over);
    expect(all).not.toContain("看花名册");
    expect(all).not.toContain("修改");
  }
});

it("knows a sum and heads, and writes over nothing that a form did not show", () => {
  expect([sum(""), sum("500"), sum("很多")]).toEqual([undefined, 50000, null]);
  expect([heads(""), heads("４"), heads("四口"), heads("100")]).toEqual([undefined, 4, null, null]);
  expect(sentFile(fileOf(full, null, true, "2026-11-16"))).toMatchObject({ cause: "familyIllness", household: 4, income: 98000, told: true });
  expect(sentFile(fileOf(full, null, false, "2026-11-16"))).toMatchObject({ source: undefined, cause: undefined, household: undefined, income: undefined, told: false });
  const who = { person: "p1", name: "王伟" };
  expect(aidOf(who, "2026-11-01", null, "2026-11-16").nextVisit, "one that has come is made now").toBe("");
  expect(sentAid(aidOf(who, "2026-12-01", full.aids[0]!, "2026-11-16"))).toMatchObject({ id: "a1", kind: "medical", visited: undefined, nextVisit: undefined });
  expect(sentAid(aidOf(who, null, null, "2026-11-16")), "a gift is no visit").toMatchObject({ visited: undefined, nextVisit: undefined });
});
