// Annual leave: the list asks by year, shop and filter and shows what is uncertain as such; a person's year says why, hides reasons
// and wages from whoever may not see them; forms send half days; a duty opens what it is about.
import { flushPromises, mount, type VueWrapper } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { LeaveLine, LeaveOfPerson, LeaveSheetRead, LeaveSummary, Place, RuleRef } from "../../contract/bindings";
import { desk, go, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import { leavePage as text } from "../../text/leave";
import LeavePage from "./LeavePage.vue";
import { days, dueOf, factsOf, halves, opened, payOf, sentFacts, sentPay, sentPeriod, sentSchedule, periodOf, scheduleOf } from "./logic";

const rule: RuleRef = { id: "CN-AL-02", instrument: "职工带薪年休假条例", number: "", article: "第三条", verifiedOn: "2026-11-28", layer: "national", layerName: "国家", confidence: "high", short: "职工带薪年休假条例第三条" };
const line = (more: Partial<LeaveLine> = {}): LeaveLine => ({
  id: "p1", name: "王伟", shop: "焊接", workNumber: null, startedOn: "2003-07", hiredOn: "2009-04-01", due: 15, least: null, lacks: [],
  taken: 24, planned: 0, brought: 0, carried: 0, waived: 0, paid: 0, left: 6, ...more,
});
const summary = (more: Partial<LeaveSummary> = {}): LeaveSummary => ({
  year: 2026, years: [2027, 2026, 2025], people: 2, entitled: 2, unarranged: 1, underHalf: 1, unused: 1, unusedHalves: 6, missing: 1, exchanged: 0,
  calendar: true, shops: ["焊接"], schedule: null, crossing: null, crossingPeople: 0, rules: [{ rule, title: "累计工作满二十年的休十五天", note: null }], todos: [], ...more,
});
const person = (more: Partial<LeaveOfPerson> = {}): LeaveOfPerson => ({
  year: 2026, line: line(), form: "contract", sentences: ["2003年7月1日参加工作，全年15天（《职工带薪年休假条例》第三条）。"], both: null, rules: [rule],
  record: null, recordId: null,
  periods: [{ id: "t1", record: { id: "t1", person: "p1", year: 2026, kind: "planned", from: "2026-12-14", to: "2026-12-18" }, halves: 10, counted: "计5天。" }],
  bars: [], barsShown: "full", payShown: "full", pay: null, payDone: false, ...more,
});
let fake: FakePlatform;
let told: LeaveSummary;
let one: LeaveOfPerson;
beforeEach(() => {
  [told, one] = [summary(), person()];
  fake = new FakePlatform({
    "leave.summary": () => told,
    "leave.list": () => ({ total: 2, rows: [line(), line({ id: "p2", name: "邓玉兰", due: null, least: 5, lacks: ["started"], left: null, taken: 0 })] }),
    "leave.person": () => one,
    "leave.savePeriod": () => "t9",
    "leave.savePeriods": () => 12,
    "leave.takePeriod": () => null,
    "leave.saveYear": () => "y1",
    "leave.savePay": () => "m1",
    "leave.saveSchedule": () => "s1",
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
type Page = VueWrapper;
let shown: Page | null = null;
async function show(place: Partial<Place> = {}): Promise<Page> {
  shown?.unmount();
  shown = mount(LeavePage, { props: { place: { page: "leave", ...place } }, attachTo: document.body });
  await flushPromises();
  return shown;
}
async function press(page: Page, name: string) {
  await page.findAll("button").find((b) => b.text() === name || b.attributes("aria-label") === name)!.trigger("click");
  await flushPromises();
}
const field = (page: Page, label: string) => page.find(`[id="${page.findAll("label").find((l) => l.text() === label)!.attributes("for")}"]`);
async function send(page: Page) {
  await page.find("form").trigger("submit");
  await flushPromises();
}
const sent = (name: string) => fake.calls.filter((call) => call.name === name).at(-1)?.args;

describe("the list", () => {
  it("shows what is due, and what is not certain as such", async () => {
    const page = await show();
    const rows = page.findAll("[role=row]").map((row) => row.text());
    expect(rows.some((row) => row.includes("王伟") && row.includes("15"))).toBe(true);
    const unsure = rows.find((row) => row.includes("邓玉兰"))!;
    expect(unsure).toContain("至少5");
    expect(unsure).toContain("没有参加工作时间");
    expect(unsure, "no rest is told while the days are not certain").toContain("待定");
  });

  it("asks by filter and shop, and comes filtered from a duty", async () => {
    const page = await show({ id: "2026", part: "list:unused" });
    expect(sent("leave.list")).toMatchObject({ year: 2026, filter: "unused" });
    await page.find(`select[aria-label="${text.shop}"]`).setValue("焊接");
    await flushPromises();
    expect(sent("leave.list")).toMatchObject({ filter: "unused", shop: "焊接" });
    await press(page, text.missing(1));
    expect(sent("leave.list")).toMatchObject({ filter: "missing" });
  });

  it("says what to do first on an empty roster, and warns where the calendar is missing", async () => {
    told = summary({ people: 0 });
    expect((await show()).text()).toContain(text.emptyTitle);
    told = summary({ calendar: false });
    expect((await show()).text()).toContain("放假安排还没有录入");
  });
});

describe("the sheet that was kept before", () => {
  const read: LeaveSheetRead = {
    page: "休假表", rows: 3, fits: 2, nobody: 1, several: 0, planned: 1, taken: 2, carried: 1, differences: ["第2行王伟：表里应休12天，按规定算是15天；以算出来的为准。"], different: 1,
    problemCount: 0, problems: [], sha256: "ab",
  };
  it("is read and compared before it is taken, and taken by the hash that was read", async () => {
    fake.nextPick = { handle: "f1", name: "休假表.xlsx" };
    fake.handlers["leave.readSheet"] = () => read;
    fake.handlers["leave.importSheet"] = () => ({ people: 2, planned: 1, taken: 2, carried: 1, unknown: 1 });
    const page = await show();
    await press(page, "导入休假表");
    await press(page, "选择文件");
    expect(page.text()).toContain("在花名册上找到 2 人");
    expect(page.text()).toContain("按规定算是15天");
    await press(page, "导入（可撤销）");
    expect(sent("leave.importSheet")).toEqual({ file: "f1", year: 2026, sha256: "ab" });
    expect(desk.said).toContain("已登记 2 人，1 人没有找到");
  });
});

describe("one person's year", () => {
  it("says why, and marks a plan as taken", async () => {
    const page = await show({ id: "2026", part: "person:p1" });
    expect(page.text()).toContain("2003年7月1日参加工作");
    const take = page.findAll("button").find((b) => b.text() === "已休完")!;
    await take.trigger("click");
    await flushPromises();
    expect(sent("leave.takePeriod")).toEqual({ id: "t1" });
    expect(desk.said).toContain("已登记为已休");
  });

  it("sends a period with typed half days, and refuses what is no number of days", async () => {
    const page = await show({ id: "2026", part: "person:p1" });
    await press(page, "登记休假");
    await field(page, "按几天计算").setValue("三天");
    await send(page);
    expect(sent("leave.savePeriod"), "it is not sent").toBeUndefined();
    expect(page.text()).toContain("请写天数");
    await field(page, "按几天计算").setValue("2.5");
    await send(page);
    expect(sent("leave.savePeriod")).toMatchObject({ person: "p1", year: 2026, kind: "taken", halves: 5 });
  });

  it("hides the reasons from whoever may not read health and the pay from whoever has not revealed it", async () => {
    one = person({ bars: null, barsShown: "never", payShown: "masked" });
    const page = await show({ id: "2026", part: "person:p1" });
    expect(page.text()).toContain("您没有查看健康情况的权限");
    expect(page.text()).toContain("写明用途后才显示");
    expect(page.findAll("button").some((b) => b.text() === "计算报酬" || b.text() === "登记情形")).toBe(false);
  });

  it("offers the files of a year, the signed reason among them, to whoever may read health", async () => {
    const offered = async (barsShown: LeaveOfPerson["barsShown"]) => {
      one = person({ recordId: "y1", bars: null, barsShown });
      const page = await show({ id: "2026", part: "person:p1" });
      const why = page.text().includes("由有权查看的人添加和打开");
      return [page.findAll("button").some((b) => b.text() === "附件"), why];
    };
    expect(await offered("masked")).toEqual([true, false]);
    expect(await offered("never")).toEqual([false, true]);
  });

  it("lets an auditor only read", async () => {
    setStatus(statusOf("auditor"));
    const page = await show({ id: "2026", part: "person:p1" });
    const button = page.findAll("button").find((b) => b.text() === "登记休假")!;
    expect(button.attributes("disabled")).toBeDefined();
  });
});

describe("the schedule", () => {
  it("is begun, and one period is kept for a whole shop", async () => {
    const page = await show({ id: "2026", part: "schedule" });
    await press(page, "开始排计划");
    await send(page);
    expect(sent("leave.saveSchedule")).toMatchObject({ year: 2026 });
    await press(page, "按车间登记");
    await send(page);
    expect(sent("leave.savePeriods")).toMatchObject({ year: 2026, shop: "焊接", kind: "planned" });
    expect(desk.said).toContain("已登记 12 人");
  });

  it("shows the rules with their articles", async () => {
    expect((await show({ part: "rules" })).text()).toContain("《职工带薪年休假条例》第三条");
  });
});

describe("what is reckoned on the page", () => {
  it("reads days in halves", () => {
    expect(["5", "4.5", "4.5天", "", "五", "4.2", "０.５"].map(halves)).toEqual([10, 9, 9, undefined, null, null, 1]);
    expect([10, 9, 0, -3].map(days)).toEqual(["5", "4.5", "0", "-1.5"]);
    expect(dueOf(line({ due: null, least: null }))).toBe("待定");
  });

  it("knows where a place leads", () => {
    expect(opened({ page: "leave" }, 2026)).toEqual({ tab: "list", year: 2026, filter: "", person: "" });
    expect(opened({ page: "leave", id: "2025", part: "list:unarranged" }, 2026)).toMatchObject({ year: 2025, filter: "unarranged" });
    expect(opened({ page: "leave", id: "2025", part: "list:nothing" }, 2026).filter).toBe("");
    expect(opened({ page: "leave", id: "2026", part: "person:p1" }, 2026)).toMatchObject({ tab: "list", person: "p1" });
    expect(opened({ page: "leave", id: "2026", part: "schedule" }, 2026).tab).toBe("schedule");
  });

  it("sends nothing for an empty field, and what stands for one that was not touched", () => {
    const facts = factsOf(person({ record: { person: "p1", year: 2026, workedBefore: false, carried: 3, waived: 2, waivedOn: "2026-11-12" } }));
    expect(sentFacts(facts)).toEqual({ person: "p1", year: 2026, workedBefore: false, ownDays: undefined, ownSource: undefined, opening: undefined, carried: 3, carryConsentOn: undefined, unarrangedOn: undefined, waived: 2, waivedOn: "2026-11-12", waivedReason: undefined, note: undefined });
    expect(sentPay(payOf(person()))).toMatchObject({ halves: 6, average: undefined, daily: undefined });
    expect(sentPay({ ...payOf(person()), daily: "300.00" })).toMatchObject({ daily: 30000 });
    expect(sentPeriod({ ...periodOf("p1", 2026, null, "2026-11-16"), to: "" })).toMatchObject({ from: "2026-11-16", to: "2026-11-16" });
    expect(sentSchedule(scheduleOf(2026, null, "ratio"))).toMatchObject({ crossing: "ratio", extraDays: undefined });
  });
});
