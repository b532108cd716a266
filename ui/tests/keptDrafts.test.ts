// Small forms on pages: what was typed in them outlives a crash and a refresh, and is kept no longer once it was sent. That no form
// lacks its draft is found by the lint (scripts/undrafted.mjs, lint.test.ts), which reads every page.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Component } from "vue";
import { duesMonth, duesOverview } from "../dev/money";
import { yearReport } from "../dev/report";
import { dismissal } from "../dev/rights";
import type { SkillPay, TrashLine } from "../src/contract/bindings";
import { setStatus } from "../src/desk";
import { flushDrafts, forgetDrafts, keepDraftsIn } from "../src/drafts";
import ChecksPart from "../src/pages/dismissals/ChecksPart.vue";
import BasisPart from "../src/pages/dues/BasisPart.vue";
import MonthPart from "../src/pages/dues/MonthPart.vue";
import AffairInformation from "../src/pages/negotiation/AffairInformation.vue";
import SkillPayTable from "../src/pages/negotiation/SkillPayTable.vue";
import ReportPhotos from "../src/pages/report/ReportPhotos.vue";
import FilingForm from "../src/pages/safety/FilingForm.vue";
import DeskPersonForm from "../src/pages/settings/DeskPersonForm.vue";
import PacksPart from "../src/pages/settings/PacksPart.vue";
import ProvePaper from "../src/pages/settings/ProvePaper.vue";
import TrashPart from "../src/pages/settings/TrashPart.vue";
import StatisticsPage from "../src/pages/statistics/StatisticsPage.vue";
import { usePlatform } from "../src/platform";
import { FakePlatform } from "../src/platform/fake";
import { affair, item } from "./affair";
import { statusOf } from "./status";

/** The drafts of the open ledger, by form and record. */
const ledger = new Map<string, object>();
const key = (form: string, record?: string) => (record === undefined ? form : `${form}@${record}`);
let fake: FakePlatform;
const photo = (id: string) => ({ id, of: { kind: "report", id: "2026" }, name: `${id}.jpg`, bytes: 9, media: "image/jpeg", sort: "照片", place: "none", addedAt: "2026-11-02T09:00:00+08:00", addedBy: "张敏", thumbnail: false });
const removed: TrashLine = { kind: "meeting", kindLabel: "会议", id: "m4", title: "第4轮会议", removedAt: "2025-10-16T09:32:10.000+08:00", removedBy: null, purgeFrom: "2026-10-16", mayPurge: true, reckoned: "保存1年。", stays: null } as unknown as TrashLine;
const counted = { asOf: "2026-11-16", says: null, year: 2026, people: 1, retained: 0, tables: [{ by: "sex", title: "按性别", rows: [], total: 1 }], flags: [], flows: [], flow: { month: 0, start: 1, joined: 0, movedIn: 0, resumed: 0, movedOut: 0, withdrawn: 0, expelled: 0, died: 0, end: 1 }, density: { members: 1, workers: null, rate: "—", counted: "", told: null }, chair: "周敏" };
beforeEach(() => {
  ledger.clear();
  keepDraftsIn({
    get: async (form, record) => (ledger.has(key(form, record)) ? { body: structuredClone(ledger.get(key(form, record))!), savedAt: "2026-11-16T09:00" } : null),
    save: async (form, record, body) => void ledger.set(key(form, record), body),
    discard: async (form, record) => void ledger.delete(key(form, record)),
    list: async () => [...ledger.keys()].map((one) => ({ form: one.split("@")[0]!, record: one.split("@")[1] ?? null })),
  });
  fake = new FakePlatform({
    "dismissals.saveChecks": () => null,
    "files.list": () => [photo("f1"), photo("f2")],
    "law.packs": () => ({ version: "abc", taken: [], publishers: [], leftOut: [] }),
    "law.trust": () => null,
    "ledger.prove": () => ({ kind: "differs", wrong: null, fits: null }),
    "ledger.strength": () => ({ score: 3, advice: "" }),
    "members.saveDuesBasis": () => "b2",
    "members.duesMonth": () => duesMonth,
    "members.exportStatistics": () => ({ rows: 1 }),
    "members.statistics": () => counted,
    "negotiation.markInformation": () => null,
    "people.add": () => "new",
    "report.savePhotos": () => null,
    "safety.saveFiling": () => null,
    "skillPay.save": () => null,
    "trash.list": () => [removed],
    "trash.purge": () => ({ seq: 9, held: null, copies: "", stays: "", drafts: "" }),
    "trash.purged": () => ({ lines: [], outside: "" }),
    "trash.takenBack": () => [],
    "trash.retentions": () => [],
    "union.groups": () => ({ groups: [], ungrouped: 0, shops: [] }),
    "union.workforce": () => [],
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));

async function show(what: Component, props: Record<string, unknown> = {}) {
  const page = mount(what, { props, attachTo: document.body });
  await flushPromises();
  return page;
}
type Page = Awaited<ReturnType<typeof show>>;
async function press(words: string) {
  [...document.querySelectorAll("button")].filter((one) => one.textContent?.trim() === words).at(-1)!.click();
  await flushPromises();
}
/** Fields may stand in a question above the page. */
function field(label: string) {
  const at = [...document.querySelectorAll("label")].find((one) => one.textContent?.trim() === label);
  const of = at?.getAttribute("for");
  return at?.querySelector("input") ?? document.querySelector<HTMLInputElement>(of ? `[id="${of}"]` : `[aria-label="${label}"]`);
}
async function type(label: string, words: string) {
  const one = field(label)!;
  one.value = words;
  one.dispatchEvent(new Event("input"));
  one.dispatchEvent(new Event("change"));
  await flushPromises();
}
/** The window goes without a farewell half a second after the last word. */
async function crash(page: Page) {
  await flushDrafts();
  page.unmount();
  forgetDrafts();
  document.body.innerHTML = "";
}
async function submit() {
  document.querySelector("form")!.dispatchEvent(new Event("submit"));
  await flushPromises();
}
const sent = (name: string) => fake.calls.filter((one) => one.name === name).map((one) => one.args);

const asked = (more: object = {}) => ({ affair: { ...affair(), information: { ...affair().information, items: [item("i1", "工资总额"), { ...item("i2", "利润总额"), ...more }] } } });
const levels: SkillPay = { negotiation: "n", affair: "", signed: { title: "2026年度工资专项集体合同", amendments: [] }, levels: [], forms: [], advice: [], few: 5, employees: 0, roster: [] };
const note = "说明：事实查清楚了，有证据，听过本人的说明";

const forms = [
  { name: "the checks of a dismissal", what: ChecksPart, props: () => ({ one: dismissal() }), label: note, words: "问过班组长", send: () => press("保存核对"), command: "dismissals.saveChecks" },
  { name: "what came of an item of information", what: AffairInformation, props: asked, open: () => press("不提供"), label: "不提供的理由", words: "商业秘密", send: submit, command: "negotiation.markInformation" },
  { name: "why pay levels of a signed contract change", what: SkillPayTable, props: () => ({ kept: levels }), label: "理由", words: "签字时漏登", send: submit, command: "skillPay.save" },
  { name: "the photos of a report", what: ReportPhotos, props: () => ({ report: yearReport }), open: () => press("放进报告：f1.jpg"), label: "第1张的说明", words: "技能比武", send: () => press("保存照片"), command: "report.savePhotos" },
  { name: "a publisher of rules", what: PacksPart, props: () => ({}), label: "单位名称", words: "某省总工会", send: submit, command: "law.trust" },
  { name: "why a record is erased", what: TrashPart, props: () => ({}), open: () => press("彻底清除"), label: "理由", words: "保存期满", send: () => press("彻底清除"), command: "trash.purge" },
  { name: "who fills in the statistics", what: StatisticsPage, props: () => ({}), label: "填报人", words: "李强", send: () => press("导出 Excel"), command: "members.exportStatistics" },
  { name: "the day on which statistics of safety were sent", what: FilingForm, props: () => ({ period: "2026-Q3" }), label: "单位报送的日期", words: "2026-10-09", send: submit, command: "safety.saveFiling" },
  { name: "by what dues are reckoned", what: BasisPart, props: () => ({ overview: duesOverview }), open: () => press("加一条标准"), label: "依据", words: "会员代表大会决定", send: submit, command: "members.saveDuesBasis" },
  { name: "the digits of a paper that proves the ledger", what: ProvePaper, props: () => ({}), label: "校验码（至少前八位）", words: "ab12cd34", send: submit, command: "ledger.prove" },
];

describe.each(forms)("$name", ({ what, props, open, label, words, send, command }) => {
  it("is offered back after a crash, and kept no longer once it was sent", async () => {
    fake.nextPick = { handle: "h", name: "统计.xlsx" };
    const page = await show(what, props());
    await open?.();
    await type(label, words);
    await crash(page);
    expect(JSON.stringify([...ledger.values()])).toContain(words);
    const again = await show(what, props());
    expect(document.body.textContent).toContain("上次没有保存完的草稿");
    await press("继续填写");
    expect(field(label)!.value).toBe(words);
    await send();
    expect(sent(command)).toHaveLength(1);
    expect([...ledger.keys()]).toEqual([]);
    again.unmount();
  });
});

describe("a refresh", () => {
  it("loses nothing of the checks that were typed, and brings what the ledger answers since", async () => {
    const page = await show(ChecksPart, { one: dismissal() });
    await type(note, "问过班组长");
    const [facts, women] = dismissal().looks;
    const since = { ...facts!, answer: { item: "injured" as const, yes: true }, label: "工伤停工留薪期内", settled: true };
    await page.setProps({ one: dismissal({ looks: [facts!, women!, since] }) });
    expect(field(note)!.value).toBe("问过班组长");
    expect(field("核对：工伤停工留薪期内")!.value).toBe("yes");
    page.unmount();
  });

  it("leaves what waits to be taken as it was left, and brings what stands since where it is refused", async () => {
    const page = await show(ChecksPart, { one: dismissal() });
    await type(note, "问过班组长");
    await crash(page);
    const left = JSON.stringify([...ledger]);
    const again = await show(ChecksPart, { one: dismissal() });
    const [facts, women] = dismissal().looks;
    const since = { ...facts!, answer: { item: "injured" as const, yes: true }, label: "工伤停工留薪期内", settled: true };
    await again.setProps({ one: dismissal({ looks: [facts!, women!, since] }) });
    await flushDrafts();
    expect(JSON.stringify([...ledger])).toBe(left);
    await press("丢弃草稿");
    expect([field(note)!.value, field("核对：工伤停工留薪期内")!.value]).toEqual(["", "yes"]);
    expect(ledger.size).toBe(0);
    again.unmount();
  });

  it("loses nothing that was typed while the checks were being saved", async () => {
    let taken: () => void = () => undefined;
    fake.handlers["dismissals.saveChecks"] = () => new Promise<null>((done) => (taken = () => done(null)));
    const page = await show(ChecksPart, { one: dismissal() });
    await type(note, "问过班组长");
    await press("保存核对");
    await type(note, "问过班组长和本人");
    taken();
    await flushPromises();
    await page.setProps({ one: dismissal() });
    expect(field(note)!.value).toBe("问过班组长和本人");
    page.unmount();
  });

  it("brings the checks that somebody else kept, where nothing was typed", async () => {
    const page = await show(ChecksPart, { one: dismissal() });
    const [facts, women] = dismissal().looks;
    await page.setProps({ one: dismissal({ looks: [{ ...facts!, answer: { item: "facts", yes: true, note: "有记录" } }, women!] }) });
    expect(field(note)!.value).toBe("有记录");
    await flushDrafts();
    expect(ledger.size).toBe(0);
    page.unmount();
  });

  it("loses no photo that was picked and none of its words", async () => {
    const page = await show(ReportPhotos, { report: yearReport });
    await press("放进报告：f1.jpg");
    await type("第1张的说明", "技能比武");
    await page.setProps({ report: { ...yearReport, photos: [] } });
    expect(field("第1张的说明")!.value).toBe("技能比武");
    page.unmount();
    const saved = await show(ReportPhotos, { report: { ...yearReport, year: 2025, photos: [] } });
    await saved.setProps({ report: { ...yearReport, year: 2025, photos: [{ file: "f2", caption: "班组会" }] } });
    expect(field("第1张的说明")!.value, "where nothing was picked, what stands in the ledger").toBe("班组会");
    saved.unmount();
  });
});

it("a reader who fills in the statistics is not told that no draft of theirs is kept", async () => {
  keepDraftsIn({ get: async () => null, save: () => Promise.reject({ code: "forbidden", message: "这里只能查看，不能改动。" }), discard: async () => undefined, list: async () => [] });
  setStatus(statusOf("auditor"));
  const page = await show(StatisticsPage);
  await type("填报人", "李强");
  await flushDrafts();
  await flushPromises();
  expect(page.text()).not.toContain("只能查看");
  expect(field("填报人")!.value).toBe("李强");
  page.unmount();
});

it("of somebody at the desk all is kept but the passphrase", async () => {
  const page = await show(DeskPersonForm);
  await type("姓名", "熊秀英");
  await type("口令（请本人输入）", "青山 渡口 算盘");
  await crash(page);
  expect(JSON.stringify([...ledger.values()])).toContain("熊秀英");
  expect(JSON.stringify([...ledger.values()])).not.toContain("青山");
  const again = await show(DeskPersonForm);
  await press("继续填写");
  expect([field("姓名")!.value, field("口令（请本人输入）")!.value]).toEqual(["熊秀英", ""]);
  await type("口令（请本人输入）", "青山 渡口 算盘");
  await type("再输入一次口令", "青山 渡口 算盘");
  await submit();
  expect(sent("people.add")).toHaveLength(1);
  expect(ledger.size).toBe(0);
  again.unmount();
});

it("whoever was taken out of a month of dues stays out, in that month", async () => {
  const ticks = () => [...document.querySelectorAll<HTMLInputElement>("tbody input[type=checkbox]")];
  const page = await show(MonthPart, { overview: duesOverview });
  const months = () => document.querySelector<HTMLSelectElement>("select")!;
  months().value = "2026-10";
  months().dispatchEvent(new Event("change"));
  await flushPromises();
  ticks()[0]!.checked = false;
  ticks()[0]!.dispatchEvent(new Event("change"));
  await flushPromises();
  await crash(page);
  const again = await show(MonthPart, { overview: duesOverview });
  expect(months().value).toBe("2026-11");
  await press("继续填写");
  expect(months().value).toBe("2026-10");
  expect(ticks().map((one) => one.checked)[0]).toBe(false);
  expect(ticks().slice(1).every((one) => one.checked)).toBe(true);
  again.unmount();
});

it("a table of pay levels that was typed before its contract was signed asks for the reason then", async () => {
  ledger.set(key("skillPay", "n"), { levels: [], forms: [] });
  const page = await show(SkillPayTable, { kept: levels });
  await press("继续填写");
  expect(field("理由")!.value).toBe("");
  page.unmount();
});
