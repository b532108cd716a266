// The ledger of hazards, one hazard with its ladder and its one filled button, what its forms send, and where they lead.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { figures, hazard, hazardLine, hazardPage, ledgerSeen, visit, visitLine } from "../../../dev/safety";
import { statusOf } from "../../../tests/status";
import type { SafetyHazard, HazardLine, Place } from "../../contract/bindings";
import { barOf, desk, go, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import ReportPage from "./ReportPage.vue";
import SafetyPage from "./SafetyPage.vue";
import VisitsPage from "./VisitsPage.vue";
import { formOf } from "./logic";

let one: SafetyHazard;
let lines: HazardLine[];
let fake: FakePlatform;
beforeEach(() => {
  one = hazard();
  lines = [hazardLine()];
  fake = new FakePlatform({
    "safety.list": () => hazardPage(lines),
    "safety.get": () => one,
    "safety.save": () => "h9",
    "safety.remove": () => null,
    "safety.saveProposal": () => null,
    "safety.saveAssurances": () => null,
    "safety.saveEvent": () => "e9",
    "safety.removeEvent": () => null,
    "safety.visits": () => ({ total: 1, rows: [visitLine], kept: 1, years: [2026], items: ["双手按钮有没有失灵"] }),
    "safety.visit": () => visit(),
    "safety.saveVisit": () => "v9",
    "safety.readLedger": () => ledgerSeen,
    "safety.importLedger": () => ({ added: 1, held: 0, wrong: 1 }),
    "safety.figures": (args) => figures((args as { period: string }).period),
    "safety.saveReport": () => null,
    "safety.saveFiling": () => null,
    "union.groups": () => ({ groups: [], ungrouped: 0, shops: [] }),
    "members.search": () => ({ total: 0, rows: [] }),
    "files.list": () => [],
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => {
  forgetDrafts();
  setStatus({ known: [], home: "/", open: null });
  go({ page: "today" });
  document.body.innerHTML = "";
});

const pages = { safety: SafetyPage, safetyVisits: VisitsPage, safetyReport: ReportPage };
async function show(place: Place) {
  const shown = mount(pages[place.page as keyof typeof pages], { props: { place }, attachTo: document.body });
  await flushPromises();
  return shown;
}
type Shown = Awaited<ReturnType<typeof show>>;
async function press(shown: Shown, words: string) {
  await shown.findAll("button").find((b) => b.text() === words)!.trigger("click");
  await flushPromises();
}
const field = (shown: Shown, label: string) => shown.get<HTMLInputElement>(`[id="${shown.findAll("label").find((l) => l.text() === label)!.attributes("for")}"]`);
const submit = async (shown: Shown) => {
  await shown.get("form").trigger("submit");
  await flushPromises();
};
const sent = (name: string) => fake.calls.filter((c) => c.name === name).map((c) => c.args);
const filled = (shown: Shown) => shown.findAll(".el-button--primary").map((b) => b.text());

describe("the ledger of hazards", () => {
  it("shows photo, place, day, whose move it is, and what is late, unanswered or major", async () => {
    lines = [hazardLine(), hazardLine({ id: "h2", grade: "major", danger: true, photos: 0, unanswered: true, late: true, dueOn: "2026-11-12" })];
    const shown = await show({ page: "safety" });
    for (const words of ["2 张", "冲压车间3号冲床", "企业办：落实责任", "重大", "危及生命", "没有答复", "超期", "超期 1 件", "重大 1 件"]) expect(shown.text()).toContain(words);
    expect(filled(shown)).toEqual(["登记隐患"]);
    expect(barOf("safety")).toBe("safety");
    await shown.get("[aria-label='办理情况']").setValue("unanswered");
    await flushPromises();
    expect(sent("safety.list").at(-1)).toMatchObject({ which: "unanswered", order: "number", descending: true });
  });

  it("says what to do first while it is empty", async () => {
    lines = [];
    const shown = await show({ page: "safety" });
    expect(shown.text()).toContain("还没有登记过隐患");
    expect(shown.text()).toContain("先拍照");
    expect(filled(shown)).toEqual(["登记隐患"]);
  });

  it("takes a line and a place, and sends nothing empty", async () => {
    const shown = await show({ page: "safety", id: "new" });
    await field(shown, "隐患是什么").setValue("配电箱门缺失");
    await field(shown, "在哪里").setValue("装配车间");
    await submit(shown);
    expect(sent("safety.save")).toEqual([
      expect.objectContaining({ matter: "配电箱门缺失", place: "装配车间", foundOn: "2026-11-16", danger: false, grade: undefined, evacuees: undefined, finder: undefined, lateEntry: undefined }),
    ]);
  });
});

describe("a hazard", () => {
  it("has its ladder, what is missing, one filled button, and its papers", async () => {
    const shown = await show({ page: "safety", id: "h1" });
    for (const words of ["五落实", "还缺：资金、预案", "工安建〔2026〕2号，11月10日签收", "采纳", "逾期", "整改建议书", "登记表"]) expect(shown.text()).toContain(words);
    expect(filled(shown)).toEqual(["登记五落实"]);
    expect(shown.get("[aria-label='办理进度'] li[aria-current='step']").text()).toContain("五落实");
    expect(shown.text(), "no lives in danger").not.toContain("撤离建议书");
    const may = shown.get("[aria-label='登记别的事']").findAll("option").map((o) => o.text());
    expect(may).toContain("同意延期");
    expect(may).toContain("验收合格（补录）");
    await press(shown, "整改建议书");
    expect(desk.place).toEqual({ page: "papers", id: "safety.proposal@h1" });
    await press(shown, "检〔2026〕4号");
    expect(desk.place).toEqual({ page: "safetyVisits", id: "v1" });
  });

  it("takes the five assurances, the day begun with what the union proposed", async () => {
    one = hazard({ assurances: { id: "h1" } });
    const shown = await show({ page: "safety", id: "h1", part: "assurances" });
    expect(field(shown, "时限：哪天以前完成").element.value).toContain("2026");
    await field(shown, "措施：怎样整改").setValue("更换双手按钮");
    await submit(shown);
    expect(sent("safety.saveAssurances")).toEqual([{ id: "h1", assuredBy: undefined, measures: "更换双手按钮", funds: undefined, dueOn: "2026-11-20", plan: undefined }]);
  });

  it("asks for the level that the core proposes, and never chooses the employer's answer", async () => {
    const shown = await show({ page: "safety", id: "h1", part: "event:escalated:shop" });
    expect(field(shown, "升级到哪一级").element.value).toBe("shop");
    await submit(shown);
    expect(sent("safety.saveEvent")[0]).toMatchObject({ hazard: "h1", kind: "escalated", level: "shop", happenedOn: "2026-11-16", answer: undefined });
    const reply = await show({ page: "safety", id: "h1", part: "event:replied" });
    expect(field(reply, "单位的答复").element.value).toBe("");
  });

  it("asks the reason of what is entered out of its order", async () => {
    const shown = await show({ page: "safety", id: "h1" });
    await shown.get("[aria-label='登记别的事']").setValue("event:passed");
    await field(shown, "复查人").setValue("吴刚");
    await field(shown, "补录原因").setValue("纸上验收过");
    await submit(shown);
    expect(sent("safety.saveEvent")[0]).toMatchObject({ kind: "passed", who: "吴刚", lateEntry: "纸上验收过", untilOn: undefined });
    await shown.get("[aria-label='登记别的事']").setValue("event:rectified");
    expect(shown.findAll("label").map((l) => l.text()), "in its order no reason is asked").not.toContain("补录原因");
  });

  it("opens the form that a duty points at", () => {
    expect(formOf("change")).toEqual({ kind: "change" });
    expect(formOf("event:decided")).toEqual({ kind: "event", event: "decided", level: undefined });
    expect(formOf("event:escalated:authority")).toEqual({ kind: "event", event: "escalated", level: "authority" });
    expect(formOf(undefined)).toBeNull();
  });
});

describe("a ledger that was led in a sheet", () => {
  it("shows what would be registered, what stands and what cannot be, and is taken as it was shown", async () => {
    fake.nextPick = { handle: "f1", name: "隐患台账.xlsx" };
    const shown = await show({ page: "safety", id: "import" });
    await press(shown, "选择文件");
    for (const words of ["可以登记 1 件，已经登记过 0 件，不能登记 1 件", "浮着 2 张照片", "没有发现日期", "没有能用的完成日期"]) expect(shown.text()).toContain(words);
    expect(filled(shown)).toEqual(["导入 1 件（可撤销）"]);
    await press(shown, "导入 1 件（可撤销）");
    expect(sent("safety.importLedger")).toEqual([{ file: "f1", sha256: "ab12" }]);
    expect(desk.said).toContain("已登记 1 件");
  });
});

describe("an inspection", () => {
  it("stands in its register with what was found and how much of it is closed", async () => {
    const shown = await show({ page: "safetyVisits" });
    for (const words of ["检〔2026〕4号", "冲压设备安全装置", "冲压车间、模具库", "2 件，已销号 1 件"]) expect(shown.text()).toContain(words);
    expect(barOf("safetyVisits")).toBe("safety");
    expect(shown.get("nav button[aria-current='page']").text()).toBe("劳动保护检查");
  });

  it("is sent with its checklist and the hazards that were found, and with no empty row", async () => {
    const shown = await show({ page: "safetyVisits", id: "new" });
    await field(shown, "检查内容").setValue("秋季防火");
    await field(shown, "检查的地方").setValue("喷涂车间\n调漆间");
    await field(shown, "检查的人").setValue("何平");
    await press(shown, "加一项");
    await press(shown, "加一件隐患");
    expect(field(shown, "地点").element.value, "mostly where the visit went").toBe("喷涂车间");
    await field(shown, "隐患").setValue("灭火器被挡住");
    await press(shown, "加一件隐患");
    await submit(shown);
    expect(sent("safety.saveVisit")).toEqual([
      expect.objectContaining({
        topic: "秋季防火",
        places: ["喷涂车间", "调漆间"],
        people: ["何平"],
        accompanied: [],
        items: [],
        hazards: [{ matter: "灭火器被挡住", place: "喷涂车间", kind: "machine", grade: undefined, basis: undefined, unit: undefined }],
      }),
    ]);
  });

  it("leads to each hazard that was found on it, and to the record to print", async () => {
    const shown = await show({ page: "safetyVisits", id: "v1" });
    expect(filled(shown)).toEqual(["打印检查记录"]);
    await press(shown, "隐〔2026〕6号");
    expect(desk.place).toEqual({ page: "safety", id: "h1" });
  });
});

describe("figures and the report", () => {
  it("say why there is no rate, and print the papers of the period", async () => {
    const shown = await show({ page: "safetyReport" });
    for (const words of ["销号率", "—", "没有送达建议书", "还没有写"]) expect(shown.text()).toContain(words);
    expect(filled(shown)).toEqual(["打印职代会报告"]);
    await press(shown, "打印职代会报告");
    expect(desk.place).toEqual({ page: "papers", id: "safety.report@2026" });
    await shown.get("[aria-label='期间']").setValue("2026-Q3");
    await flushPromises();
    expect(filled(shown), "a quarter has its notice and no report").toEqual(["打印公示"]);
    expect(sent("safety.figures").at(-1)).toEqual({ period: "2026-Q3" });
  });

  it("open at the period of a duty, and take the day on which the employer sent the statistics", async () => {
    const shown = await show({ page: "safetyReport", id: "2026-Q3", part: "filing" });
    expect(shown.text()).toContain("是否已被新条例代替尚未确认");
    await submit(shown);
    expect(sent("safety.saveFiling")).toEqual([{ period: "2026-Q3", filedOn: "2026-11-16" }]);
  });

  it("take the union's words of a year, nothing empty sent", async () => {
    const shown = await show({ page: "safetyReport" });
    await press(shown, "写问题和建议");
    await field(shown, "存在的问题").setValue("备件不足");
    await field(shown, "工会的建议").setValue("每月检查");
    await submit(shown);
    expect(sent("safety.saveReport")).toEqual([{ year: 2026, training: undefined, funds: undefined, problems: "备件不足", plans: "每月检查" }]);
  });
});
