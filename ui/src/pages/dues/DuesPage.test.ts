// Dues: the page says what to do first, takes a month with its exceptions, asks about doubtful lines, and hides single sums from
// whoever may not see them.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { DuesLineRead, DuesMonthPage, DuesOverview, DuesPerson, DuesState } from "../../contract/bindings";
import { desk, setStatus } from "../../desk";
import { flushDrafts, keepDraftsIn } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import { duesBasis } from "../../text/dues";
import DuesPage from "./DuesPage.vue";
import { asPerMille, monthsToChoose, paid, perMille, sure } from "./logic";

const rule = { id: "CN-FU-04", instrument: "通知", number: "", article: "", verifiedOn: "2026-11-28", layer: "national", layerName: "国家", confidence: "medium", short: "会费通知" } as const;
const overview = (more: Partial<DuesOverview> = {}): DuesOverview => ({
  month: "2026-09", bases: [{ id: "b1", from: "2026-07", kind: "lawful" }], law: { rate: 50, step: 1000, exempt: ["奖金"], rule }, seen: true, sums: true, years: [2026], ...more,
});
const person = (id: string, name: string, state: DuesState, due: number | null): DuesPerson => ({
  id, name, shop: "焊接", group: null, state: "member", base: null, months: [{ month: "2026-09", state, due, paid: 0 }],
});
const month: DuesMonthPage = {
  total: 3, open: 3, paid: 0, exempt: 0, withoutBase: 1, dueSum: 5860, paidSum: 0,
  rows: [person("p1", "王小明", "open", 2930), person("p2", "李强", "open", 2930), person("p3", "何平", "unknown", null)],
};
let fake: FakePlatform;
let told: DuesOverview;
beforeEach(() => {
  told = overview();
  fake = new FakePlatform({
    "members.dues": () => told,
    "members.duesMonth": () => month,
    "union.groups": () => ({ groups: [], ungrouped: 0, shops: [] }),
    "members.payDuesOf": () => ({ entry: "e1", people: 1, withoutBase: ["何平"] }),
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));
const open = async (part?: string, id?: string) => {
  const page = mount(DuesPage, { props: { place: { page: "dues", part, id } }, attachTo: document.body });
  await flushPromises();
  return page;
};
const sent = (name: string) => fake.calls.find((c) => c.name === name)?.args;

it("says what to do first while nothing is settled, and leads to it", async () => {
  told = overview({ bases: [] });
  const page = await open();
  expect(page.text()).toContain("还没有定会费怎么收");
  await page.findAll("button").find((b) => b.text() === "定收缴标准")!.trigger("click");
  await flushPromises();
  expect(page.text(), "the lawful rate with its doubt").toContain("月工资的千分之五");
  expect(page.text()).toContain("待核实");
});

it("gives up what was typed for a basis as it is cancelled", async () => {
  const kept: string[] = [];
  keepDraftsIn({
    get: async () => null,
    save: async (form) => void kept.push(form),
    discard: async (form) => void kept.splice(0, kept.length, ...kept.filter((one) => one !== form)),
    list: async () => [],
  });
  const page = await open("basis");
  const press = (word: string) => page.findAll("button").find((one) => one.text() === word)!.trigger("click");
  const from = () => page.find<HTMLInputElement>("form input");
  await press(duesBasis.add);
  await from().setValue("2026-11");
  await flushDrafts();
  expect(kept).toEqual(["members.duesBasis"]);
  await press("取消");
  await flushPromises();
  expect(kept).toEqual([]);
  await press(duesBasis.add);
  expect(from().element.value).toBe("2026-09");
  keepDraftsIn({ get: async () => null, save: async () => undefined, discard: async () => undefined, list: async () => [] });
});

it("takes everyone who owes the month in one step, but for those taken out", async () => {
  const page = await open();
  expect(page.findAll("tbody input"), "who has no base cannot be taken so").toHaveLength(2);
  await page.findAll("tbody input")[1]!.setValue(false);
  const button = page.findAll("button").find((b) => b.text() === "登记1人2026年9月已交")!;
  await button.trigger("submit");
  await flushPromises();
  expect(sent("members.payDuesOf")).toMatchObject({ month: "2026-09", scope: {}, except: ["p2"] });
  expect(desk.said).toContain("没有登记的：何平");
});

it("shows no sum that the core keeps back, and lets an auditor only read", async () => {
  fake.handlers["members.duesMonth"] = () => ({ ...month, dueSum: null, rows: month.rows.map((row) => ({ ...row, months: [{ ...row.months[0]!, due: null, paid: null }] })) });
  told = overview({ seen: false, sums: false });
  setStatus(statusOf("auditor"));
  const page = await open();
  expect(page.text()).not.toContain("29.30");
  expect(page.text(), "and says that sums of several are kept back too").toContain("几个人合计的数前后一减也看得出工资");
  const button = page.findAll("button").find((b) => b.text().startsWith("登记2人"))!;
  expect(button.attributes("disabled")).toBeDefined();
});

it("tells of the six months as a reminder, and offers the end only after a talk in vain", async () => {
  const lapse = { person: "p1", name: "王小明", shop: null, group: null, since: "2026-03", months: 6, seenOn: null, talks: [], mayEnd: false };
  fake.handlers["members.duesLapses"] = () => ({ months: 6, rule, people: [lapse, { ...lapse, person: "p2", name: "李强", mayEnd: true }] });
  const page = await open("lapse");
  expect(page.text()).toContain("这只是提醒，不是结论");
  expect(page.findAll("button").filter((b) => b.text() === "登记视为退会")).toHaveLength(1);
});

it("brings into sight whom a duty asks about", async () => {
  const brought: string[] = [];
  Element.prototype.scrollIntoView = function (this: Element) {
    brought.push(this.id);
  };
  const lapse = { person: "p1", name: "王小明", shop: null, group: null, since: "2026-03", months: 6, seenOn: null, talks: [], mayEnd: false };
  fake.handlers["members.duesLapses"] = () => ({ months: 6, rule, people: [lapse, { ...lapse, person: "p2", name: "李强" }] });
  const page = await open("lapse", "p2");
  expect(brought).toEqual(["lapse-p2"]);
  expect(page.findAll(".about").map((one) => one.attributes("id"))).toEqual(["lapse-p2"]);
});

it("offers months from the first basis to a year ahead, and reads 千分之", () => {
  const months = monthsToChoose("2026-07", "2026-09");
  expect([months[0], months.at(-1), months.length]).toEqual(["2027-09", "2026-07", 15]);
  expect(["5", "2.5", "", "五", "5.55"].map(perMille)).toEqual([50, 25, null, null, null]);
  expect([50, 25].map(asPerMille)).toEqual(["5", "2.5"]);
});

it("keeps of pasted lines what is sure, and doubtful ones once they were looked at", () => {
  const line = (n: number, more: Partial<DuesLineRead>): DuesLineRead => ({ line: n, person: `p${n}`, name: "", months: ["2026-09"], amount: 2930, doubt: null, trouble: null, ...more });
  const lines = [line(1, {}), line(2, { doubt: "少了" }), line(3, { trouble: "没有这个人", person: null })];
  expect(sure(lines, false).map((one) => one.line)).toEqual([1]);
  expect(sure(lines, true).map((one) => one.line)).toEqual([1, 2]);
  expect(paid([line(4, { amount: null })])).toEqual([{ person: "p4", months: ["2026-09"], amount: undefined }]);
});
