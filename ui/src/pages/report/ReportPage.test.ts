// The yearly report: what an empty ledger is told, the figures with their reasons, the words sent, and the way to issue.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { yearReport } from "../../../dev/report";
import { statusOf } from "../../../tests/status";
import type { YearReport } from "../../contract/bindings";
import { desk, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import ReportPage from "./ReportPage.vue";
import { formOf, reasons, tidy } from "./logic";

const photo = { id: "f1", of: { kind: "report", id: "2026" }, name: "比武.jpg", bytes: 9, media: "image/jpeg", sort: "照片", place: "none", addedAt: "2026-11-02T09:00:00+08:00", addedBy: "张敏", thumbnail: false };
let kept: YearReport;
let fake: FakePlatform;
beforeEach(() => {
  kept = yearReport;
  fake = new FakePlatform({
    "report.year": ({ year }: { year: number }) => ({ ...kept, year }),
    "report.saveTexts": () => null,
    "report.savePhotos": () => null,
    "files.list": () => [photo],
    "files.thumbnail": () => new ArrayBuffer(4),
    "drafts.get": () => null,
    "drafts.save": () => null,
    "drafts.discard": () => null,
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => {
  forgetDrafts();
  setStatus({ known: [], home: "/", open: null });
  document.body.innerHTML = "";
});

async function show(id = "2026") {
  const page = mount(ReportPage, { props: { place: { page: "report", id } }, attachTo: document.body });
  await flushPromises();
  return page;
}
type Page = Awaited<ReturnType<typeof show>>;
const button = (page: Page, words: string) => page.findAll("button").find((b) => b.text() === words)!;
const field = (page: Page, label: string) =>
  page.get<HTMLTextAreaElement>(`[id="${page.findAll("label").find((l) => l.text() === label)!.attributes("for")}"]`);
const sent = (name: string) => fake.calls.filter((c) => c.name === name).map((c) => c.args);

describe("the yearly report", () => {
  it("says on an empty ledger what to do first, with one filled button", async () => {
    kept = { ...yearReport, empty: true };
    const page = await show();
    expect(page.text()).toContain("账本里还没有可以报告的内容");
    expect(page.findAll(".el-button--primary").map((b) => b.text())).toEqual(["去导入花名册"]);
  });

  it("shows each table with how it was counted, the year before where there is one, and why a value is missing", async () => {
    const page = await show();
    const [members, forms, incoming] = page.findAll("table");
    expect(members!.findAll("thead th").map((h) => h.text())).toEqual(["项目", "单位", "2026年", "2025年"]);
    expect(forms!.findAll("thead th").map((h) => h.text())).toEqual(["项目", "单位", "2026年"]);
    expect(members!.findAll("tbody tr").map((r) => r.findAll("th, td").map((c) => c.text()).join(" "))).toEqual([
      "年初会员 人 316 310",
      "入会 人 6 8",
      "减：转出 人 2 2",
      "期末会员 人 320 316",
    ]);
    expect(page.text()).toContain("怎样数的：按花名册和登记的会籍变动，一人计一次。");
    expect(incoming!.element.parentElement!.textContent).toContain("“—”不是零，是没有数：没有到期应办结的文件。");
    expect(reasons(yearReport.tables[1]!), "a column that is not shown has no reason to give").toEqual([]);
    expect(page.text()).toContain("数字截至2026年11月16日");
  });

  it("begins with the names of who is at the desk, sends an empty text as none, and can then be issued", async () => {
    const page = await show();
    expect([field(page, "填报人").element.value, field(page, "负责人").element.value]).toEqual(["张建国", "张建国"]);
    expect(button(page, "去印发").attributes("disabled")).toBeDefined();
    await field(page, "这一年的建功立业").setValue("技能比武两场。");
    await field(page, "下一年打算").setValue("  ");
    kept = { ...yearReport, missing: [] };
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(sent("report.saveTexts")).toEqual([{ year: 2026, merit: "技能比武两场。", filledBy: "张建国", responsible: "张建国" }]);
    expect(desk.said).toBe("已保存，可以撤销。");
    await page.get("select").setValue("2025");
    await flushPromises();
    expect(sent("report.year").at(-1)).toEqual({ year: 2025 });
    await button(page, "去印发").trigger("click");
    expect(desk.place).toEqual({ page: "papers", id: "report.year@2025" });
  });

  it("keeps what is typed after saving as a draft again", async () => {
    const page = await show();
    await page.get("form").trigger("submit");
    await flushPromises();
    await field(page, "存在的问题").setValue("夜校缺老师");
    page.unmount();
    const again = await show();
    expect(field(again, "存在的问题").element.value).toBe("夜校缺老师");
  });

  it("bears the photos that are chosen, in their order, each with its words", async () => {
    kept = { ...yearReport, photos: [{ file: "f0", caption: "班组会" }] };
    const page = await show();
    expect(button(page, "保存照片").attributes("disabled"), "nothing was changed").toBeDefined();
    await button(page, "放进报告：比武.jpg").trigger("click");
    await field(page, "第2张的说明").setValue("技能比武现场");
    await page.get('[aria-label="第2张上移"]').trigger("click");
    expect(field(page, "第1张的说明").element.value).toBe("技能比武现场");
    await button(page, "保存照片").trigger("click");
    await flushPromises();
    expect(sent("report.savePhotos")).toEqual([{ year: 2026, photos: [{ file: "f1", caption: "技能比武现场" }, { file: "f0", caption: "班组会" }] }]);
    await page.get('[aria-label="第1张不放"]').trigger("click");
    expect(field(page, "第1张的说明").element.value).toBe("班组会");
  });

  it("has no photos before it was saved", async () => {
    kept = { ...yearReport, saved: false };
    expect((await show()).text()).toContain("先保存报告，再添加照片。");
  });

  it("is read and not written by an auditor", async () => {
    setStatus(statusOf("auditor"));
    const page = await show();
    expect(button(page, "保存").attributes("disabled")).toBeDefined();
    expect(field(page, "负责人").element.value, "an auditor does not answer for it").toBe("");
  });
});

describe("the form", () => {
  it("takes what is kept before who is at the desk", () => {
    const form = formOf({ year: 2026, filledBy: "李强" }, { name: "张敏", role: "officer" }, null);
    expect([form.filledBy, form.responsible, form.plans]).toEqual(["李强", "", ""]);
    const chaired = formOf({ year: 2026 }, { name: "张敏", role: "officer" }, "周敏");
    expect([chaired.filledBy, chaired.responsible]).toEqual(["张敏", "周敏"]);
    expect(tidy(form)).toEqual({ year: 2026, filledBy: "李强" });
  });
});
