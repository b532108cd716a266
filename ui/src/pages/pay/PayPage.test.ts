// Wage data: an empty page says what to do; a payroll is taken in once its doubts are decided; sums that the core keeps back are
// not shown; totals and figures are typed.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { PayOptions, PayPreview, PaySheet, PaySheetLine } from "../../contract/bindings";
import { desk, setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import PayPage from "./PayPage.vue";
import { average, chosenColumn, chosenPeriod, chosenPerson, decidedKind, decidedRow, hundredths, ofHundredths, period } from "./logic";

const line = (more: Partial<PaySheetLine> = {}): PaySheetLine => ({
  id: "s1", period: "2026-10", depth: "single", divided: false, headcount: 49, sum: 29_400_000, note: null,
  source: { file: "十月工资.xlsx", sha256: "ab12", page: "工资表", pasted: false, takenAt: "2026-11-10T09:00:00+08:00", takenBy: "张建国", givenBy: "公司财务部" }, ...more,
});
const preview = (open: number, more: Partial<PayPreview> = {}): PayPreview => ({
  file: "粘贴的表格", sha256: "abc", page: "粘贴", pages: ["粘贴"], period: "2026-10", periodNamed: true, yearly: false,
  columns: [{ place: 5, letters: "E", heading: "本月合计", field: null }], remembered: null, rows: 50, passed: 1, ready: 49, leftOut: 1, headcount: 49, sum: 29_400_000,
  doubts: [
    {
      kind: "ambiguous", label: "同名，分不清是谁", count: 1, open, choices: [{ decision: "leaveOut", words: "这一行不要" }],
      first: [{ row: 7, message: "第7行：花名册里有几个同名的人", who: "王伟（焊接）", gross: 520_000, was: "王伟", proposal: null, decision: null, candidates: [{ id: "p1", name: "王伟", shop: "焊接", post: null, workNumber: "G1" }] }],
    },
  ],
  open, notes: [{ kind: "zero", label: "零", count: 2, first: ["第9行：是零"] }], missing: [], missingCount: 0, shops: ["焊接"], officeShops: null, attended: false, fullHalfDays: null, standing: null, ...more,
});
const sheet = (more: Partial<PaySheet> = {}): PaySheet => ({
  line: line(), shops: [{ shop: "焊接", headcount: 30, sum: 18_000_000 }, { shop: "仓储", headcount: 3, sum: null }], bands: [], columns: [], shown: "masked",
  people: { rows: 49, matched: 48, unmatched: 1, inPart: 2, settled: 0, notPaid: 0, missing: [{ id: "p9", name: "漏掉乙", shop: null, elsewhere: false }], missingCount: 1 }, ...more,
});
const row = { id: "l1", row: 7, person: "p1", name: "王伟", workNumber: "G1", shop: "焊接", post: null, form: null, frontLine: null, skill: null, sex: "male", share: { days: 15, of: 31 }, sums: null };
let fake: FakePlatform;
let periods: PaySheetLine[];
beforeEach(() => {
  periods = [line()];
  fake = new FakePlatform({
    "pay.list": () => periods,
    "pay.get": () => sheet(),
    "pay.lines": () => ({ total: 1, rows: [row], shown: "masked" }),
    "pay.preview": ({ options }: { options: PayOptions }) => preview(options.people || options.kinds?.ambiguous ? 0 : 1),
    "pay.import": () => ({ id: "s2", rows: 49, headcount: 49, matched: 48, leftOut: 1, replaced: false }),
    "pay.references": () => [{ id: "r1", kind: "minimum", region: "南昌市", period: "2026-04-01", value: 208_000, unit: "yuanMonth", source: "省厅文件" }],
    "pay.save": () => "s3",
    "drafts.get": () => null,
    "drafts.save": () => null,
    "drafts.discard": () => null,
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));
const open = async (place: Partial<Parameters<typeof Object.assign>[0]> = {}) => {
  const page = mount(PayPage, { props: { place: { page: "pay", ...place } }, attachTo: document.body });
  await flushPromises();
  return page;
};
type Page = Awaited<ReturnType<typeof open>>;
const button = (page: Page, words: string) => page.findAll("button").find((one) => one.text() === words)!;
const sent = (name: string) => fake.calls.filter((one) => one.name === name).at(-1)?.args;

it("says what to do first, and lists each period with how much it tells", async () => {
  periods = [];
  const empty = await open();
  expect(empty.text()).toContain("还没有工资数据");
  expect(button(empty, "导入工资表").attributes("disabled")).toBeUndefined();
  periods = [line(), line({ id: "s0", period: "2025", depth: "total", divided: true, sum: null })];
  const page = await open();
  for (const words of ["2026年10月", "逐人", "294,000.00", "十月工资.xlsx", "2025年", "总额", "按月平均"]) expect(page.text()).toContain(words);
});

it("takes a payroll in once every doubt is decided", async () => {
  const page = await open({ part: "import" });
  const paste = new Event("paste") as Event & { clipboardData: unknown };
  Object.assign(paste, { clipboardData: { getData: (type: string) => (type === "text/plain" ? "工号\t姓名\t应发" : "") } });
  page.get("textarea").element.dispatchEvent(paste);
  await flushPromises();
  expect(page.text()).toContain("还有 1 处没有决定");
  expect(page.text(), "whose row it is, and the sum").toContain("王伟（焊接）应发 5,200.00 元");
  expect(button(page, "导入 49 行（可撤销）").attributes("disabled"), "nothing goes in while something is open").toBeDefined();
  await page.get("select[aria-label=是哪一位]").setValue("p1");
  await flushPromises();
  expect(sent("pay.preview")).toMatchObject({ pasted: "工号\t姓名\t应发", options: { people: [{ row: 7, person: "p1" }] } });
  expect(page.text()).toContain("都决定好了");
  await button(page, "导入 49 行（可撤销）").trigger("click");
  await flushPromises();
  expect(sent("pay.import")).toMatchObject({ sha256: "abc", options: { people: [{ row: 7, person: "p1" }] } });
  expect(desk.said).toContain("48 行对上了花名册");
});

it("opens the columns where none is known for what was paid in all", async () => {
  const asked = { kind: "noGrossColumn" as const, label: "没有认出应发一列", count: 1, open: 1, choices: [{ decision: "proposed" as const, words: "按各项相加记" }], first: [{ row: 0, message: "没有认出应发一列", who: null, gross: null, was: "", proposal: null, decision: null, candidates: [] }] };
  fake.handlers["pay.preview"] = ({ options }: { options: PayOptions }) => (options.columns ? preview(0, { doubts: [] }) : preview(1, { doubts: [asked] }));
  const page = await open({ part: "import" });
  const paste = new Event("paste") as Event & { clipboardData: unknown };
  Object.assign(paste, { clipboardData: { getData: () => "x" } });
  page.get("textarea").element.dispatchEvent(paste);
  await flushPromises();
  expect(page.text()).toContain("49 人，没有认出应发一列，各项相加 294,000.00 元");
  const columns = page.get("details.columns");
  const lies = () => columns.element.hasAttribute("open") || (columns.element as HTMLDetailsElement).open;
  expect(lies()).toBe(true);
  await columns.get("select").setValue("gross");
  await flushPromises();
  expect(sent("pay.preview")).toMatchObject({ options: { columns: { 5: "gross" } } });
  expect(page.text()).toContain("49 人，应发合计 294,000.00 元");
  expect(lies(), "it stays open for the next column").toBe(true);
});

it("names every sheet of a workbook and reads the one that is chosen", async () => {
  fake.handlers["pay.preview"] = () => preview(0, { page: "焊接", pages: ["焊接", "机加工"] });
  const page = await open({ part: "import" });
  const paste = new Event("paste") as Event & { clipboardData: unknown };
  Object.assign(paste, { clipboardData: { getData: () => "x" } });
  page.get("textarea").element.dispatchEvent(paste);
  await flushPromises();
  const label = page.findAll("label").find((one) => one.text() === "读哪张工作表")!;
  await page.get(`#${label.element.getAttribute("for")!}`).setValue("机加工");
  await flushPromises();
  expect(sent("pay.preview")).toMatchObject({ options: { page: "机加工" } });
});

it("names the table it would replace, and does not take the same file again", async () => {
  fake.handlers["pay.preview"] = () => preview(0, { standing: { line: line(), same: false } });
  const page = await open({ part: "import" });
  const paste = new Event("paste") as Event & { clipboardData: unknown };
  Object.assign(paste, { clipboardData: { getData: () => "x" } });
  page.get("textarea").element.dispatchEvent(paste);
  await flushPromises();
  await button(page, "换下原来的，导入 49 行（可撤销）").trigger("click");
  await flushPromises();
  expect(sent("pay.import")).toMatchObject({ replaces: "s1" });
});

it("shows no sum that the core keeps back, and says who is in no row", async () => {
  const page = await open({ id: "s1" });
  expect(page.text()).toContain("180,000.00");
  expect(page.text()).toContain("人数很少的，以及能从别的数推出来的");
  expect(page.text()).toContain("花名册里有 1 人不在这份表里");
  expect(page.text(), "15 of 31 days").toContain("15/31");
  const cells = page.findAll("td.sum").map((one) => one.text());
  expect(cells.at(-1), "the wage of one").toBe("—");
  fake.handlers["pay.lines"] = () => ({ total: 49, rows: [], shown: "never" });
  const never = await open({ id: "s1" });
  expect(never.text()).toContain("您没有查看个人工资的权限");
});

it("types totals, and figures with their source", async () => {
  periods = [];
  const page = await open({ part: "typed" });
  const field = (label: string) => page.findAll("label").find((one) => one.text() === label)!.element.getAttribute("for")!;
  await page.get(`#${field("人数")}`).setValue("320");
  await page.get(`#${field("工资总额（元）")}`).setValue("1,862,400.50");
  await page.get("form").trigger("submit");
  await flushPromises();
  expect(sent("pay.save")).toMatchObject({ period: "2026-10", headcount: 320, sum: 186_240_050, shops: [] });
  const figures = await open({ part: "references" });
  expect(figures.text()).toContain("2,080.00 元/月");
  expect(figures.text()).toContain("2026年4月1日起");
});

it("asks about a total that can hardly be meant, and keeps it once it was looked at", async () => {
  periods = [];
  fake.handlers["pay.save"] = ({ certain }: { certain?: boolean }) => {
    if (!certain) throw { code: "implausible", message: "这里人均0.05元，差得太远", field: "sum" };
    return "s3";
  };
  const page = await open({ part: "typed" });
  const field = (label: string) => page.get(`#${page.findAll("label").find((one) => one.text() === label)!.element.getAttribute("for")!}`);
  await field("人数").setValue("50");
  await field("工资总额（元）").setValue("2.70");
  expect(page.find("input[type=checkbox]").exists(), "nothing to tick before it is asked").toBe(false);
  await page.get("form").trigger("submit");
  await flushPromises();
  expect(page.text()).toContain("这里人均0.05元");
  await page.get("input[type=checkbox]").setValue(true);
  await field("工资总额（元）").setValue("2.80");
  expect((page.get("form").element.querySelector("input[type=checkbox]") as HTMLInputElement | null)?.checked ?? false, "another sum is asked about again").toBe(false);
  await page.get("form").trigger("submit");
  await flushPromises();
  await page.get("input[type=checkbox]").setValue(true);
  await page.get("form").trigger("submit");
  await flushPromises();
  expect(sent("pay.save")).toMatchObject({ sum: 280, certain: true });
});

it("takes bands of a year for a year", async () => {
  periods = [];
  fake.handlers["pay.readBands"] = () => ({ bands: [{ from: 8_000_000, to: 12_000_000, headcount: 12 }], yearly: true, problems: [] });
  const page = await open({ part: "typed" });
  await page.get("select").setValue("bands");
  const field = (label: string) => page.get(`#${page.findAll("label").find((one) => one.text() === label)!.element.getAttribute("for")!}`);
  await field("把分档粘贴到这里").setValue("x");
  await button(page, "读入分档").trigger("click");
  await flushPromises();
  expect(page.text()).toContain("时间已经改成2026年");
  await page.get("form").trigger("submit");
  await flushPromises();
  expect(sent("pay.save")).toMatchObject({ period: "2026" });
});

it("keeps a payroll beside bands, and sends no number that it cannot read", async () => {
  periods = [];
  fake.handlers["pay.readBands"] = () => ({ bands: [{ from: 400_000, to: 500_000, headcount: 12 }, { from: 500_000, headcount: 8 }], problems: [] });
  const page = await open({ part: "typed" });
  await page.get("select").setValue("bands");
  const field = (label: string) => page.get(`#${page.findAll("label").find((one) => one.text() === label)!.element.getAttribute("for")!}`);
  await field("把分档粘贴到这里").setValue("0.4-0.5万 12");
  await button(page, "读入分档").trigger("click");
  await flushPromises();
  expect(page.text()).toContain("各档合计 20 人");
  await field("工资总额（元，知道的话）").setValue("98000");
  await page.findAll("input[aria-label=人数]")[0]!.setValue("2.5");
  await page.get("form").trigger("submit");
  await flushPromises();
  expect(page.text()).toContain("这一行有看不懂的数");
  expect(sent("pay.save")).toBeUndefined();
  await page.findAll("input[aria-label=人数]")[0]!.setValue("12");
  await page.get("form").trigger("submit");
  await flushPromises();
  expect(sent("pay.save")).toMatchObject({ sum: 9_800_000, bands: [{ headcount: 12 }, { headcount: 8 }] });
});

it("reads periods and figures as they are typed, and lays decisions over one another", () => {
  expect(["2026-10", "2026年10月", "202610", "2026.9", "2026", "2026年", "10月", "2026-13"].map(period)).toEqual(["2026-10", "2026-10", "2026-10", "2026-09", "2026", "2026", null, null]);
  expect(["2,080", "-0.3", "5.55", "5.555", "五"].map(hundredths)).toEqual([208_000, -30, 555, null, null]);
  expect([208_000, -30, 555].map(ofHundredths)).toEqual(["2080", "-0.3", "5.55"]);
  expect([average(1_000, 3), average(null, 3), average(5, 0)]).toEqual([333, null, null]);
  const one = decidedRow({}, 7, "negative", "asRead");
  expect(decidedRow(one, 7, "negative", "").rows).toEqual([]);
  const all = decidedKind(one, "negative", "leaveOut");
  expect([all.kinds, all.rows]).toEqual([{ negative: "leaveOut" }, []]);
  expect(decidedKind(all, "negative", "").kinds).toEqual({});
  expect(chosenPerson({}, 7, "").people).toEqual([{ row: 7 }]);
  expect(chosenColumn({}, 5, "gross").columns).toEqual({ 5: "gross" });
  expect(chosenPeriod({ kinds: { yearly: "proposed", scale: "asRead" } }, "2025")).toEqual({ period: "2025", kinds: { scale: "asRead" } });
  // A proposal that was accepted is not another one's that takes its place.
  const scaled = { kinds: { scale: "proposed", negative: "asRead" } } as const;
  expect([chosenPeriod(scaled, "2025").kinds, chosenColumn(scaled, 5, "gross").kinds]).toEqual([{ negative: "asRead" }, { negative: "asRead" }]);
  expect(decidedKind(scaled, "yearly", "proposed").kinds).toEqual({ negative: "asRead", yearly: "proposed" });
  expect(decidedKind(scaled, "twice", "asRead").kinds).toEqual({ scale: "proposed", negative: "asRead", twice: "asRead" });
});
