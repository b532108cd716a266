// The pages of figures and simulation: what may not be told is said with its reason; a slider asks with its newest value; the
// middle is taken over; a scenario is kept.
import { flushPromises, mount } from "@vue/test-utils";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { PayFigures, PaySimulated, PaySimulation, PaySimulator, SimulatePay } from "../../contract/bindings";
import { desk, setStatus } from "../../desk";
import { todayIso } from "../../parts/today";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import FiguresPage from "./FiguresPage.vue";
import SimulatePage from "./SimulatePage.vue";
import { forgetDrafts, flushDrafts, keepDraftsIn, type KeptDraft } from "../../drafts";

const exactly = (n: number) => ({ from: n, to: n });
const figures: PayFigures = {
  sheet: "s1", period: "2026-10", monthly: true, depth: "single", inFull: false, people: 320, partMonth: 3, unpaid: 0,
  payroll: exactly(187513600), average: exactly(585980), deciles: [{ tenth: 5, value: { from: 521460, to: 566035 } }],
  spread: { from: 201, to: 338 }, gini: { from: 1872, to: 2051 },
  heaps: [{ name: "第1组（最低）", people: 160, average: 431200 }, { name: "第2组（最高）", people: 160, average: 740760 }],
  cuts: [{ by: "shop", title: "按车间（部门）", groups: [
    { name: "装配", people: 310, average: 585000, median: null, toAll: 9983, hidden: null },
    { name: "门卫", people: null, average: null, median: null, toAll: null, hidden: "少于5人" },
  ] }],
  lowest: { lowest: null, minimum: 200000, source: "南昌市", words: "都不低于当地标准2,000.00元。", basis: "这里比的是应发，要核对。", compared: null, without: [], under: false },
  before: null, beside: [], notes: ["人数太少的组不列。"],
};
const result = (percent: number): PaySimulated => ({
  words: `普遍增长${percent / 100}%`, raised: null, before: exactly(585980), after: exactly(600000), growth: exactly(percent),
  cost: { monthly: exactly(100), wages: exactly(1200), insurance: exactly(300), fee: exactly(24), total: exactly(1524), ofPayroll: exactly(70), breakEven: exactly(60) },
  heaps: [{ name: "全部", people: 320, before: 585980, after: exactly(600000) }], cuts: [],
  spreadBefore: null, spreadAfter: null, giniBefore: null, giniAfter: null, lowest: null,
});
const simulator: PaySimulator = {
  sheet: { id: "s1", period: "2026-10", depth: "single", people: 320, shops: ["装配"], forms: [], grades: ["高级工"], certificates: [] },
  kept: [], insurance: [], fee: "2%", feeRule: "工会法第四十三条",
};
let fake: FakePlatform;
let simulated: (input: SimulatePay) => PaySimulation | Promise<PaySimulation>;
beforeEach(() => {
  simulated = (input) => {
    const percents = input.scenarios.map((one) => (one.steps[0]!.what.kind === "rise" ? one.steps[0]!.what.rise.percent : 0));
    const middle = percents.length < 2 ? null : { scenario: { steps: [{ what: { kind: "rise" as const, rise: { percent: 400, fixed: 0 } }, only: { shops: [], forms: [], grades: [] } }], round: "yuan" as const }, found: "取中间", result: result(400) };
    return { sheet: "s1", period: "2026-10", depth: "single", inFull: false, people: 320, partMonth: 0, results: percents.map(result), middle, method: "逐步计算", notes: ["没有登记费率。"] };
  };
  fake = new FakePlatform({
    "pay.list": () => [{ id: "s1", period: "2026-10", depth: "single", divided: false, headcount: 323, sum: null, source: { file: null, sha256: null, page: null, pasted: false, takenAt: "", takenBy: "", givenBy: null }, note: null }],
    "pay.figures": () => figures,
    "pay.simulator": () => simulator,
    "pay.simulate": (input) => simulated(input as SimulatePay),
    "negotiation.list": () => [],
    "pay.saveScenario": () => "k1",
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));
// What one test leaves on the page is not there in the next.
const nowhere = { get: async () => null, save: async () => undefined, discard: async () => undefined, list: async () => [] };
beforeEach(() => {
  forgetDrafts();
  keepDraftsIn(nowhere);
});
const asked = () => fake.calls.filter((call) => call.name === "pay.simulate").map((call) => (call.args as SimulatePay).scenarios.map((one) => one.steps[0]!.what));
const press = async (page: ReturnType<typeof mount>, words: string) => {
  await page.findAll("button").find((button) => button.text() === words)!.trigger("click");
  await flushPromises();
};

it("shows what may be told, what it lies between, and why a group is not told", async () => {
  const page = mount(FiguresPage, { props: { place: { page: "payFigures" } }, attachTo: document.body });
  await flushPromises();
  expect(page.text()).toContain("5,214.60 ～ 5,660.35");
  expect(page.text()).toContain("0.1872 ～ 0.2051");
  const row = page.findAll("tbody tr").find((one) => one.text().includes("门卫"))!;
  expect(row.text()).toBe("门卫少于5人");
  expect(page.text()).toContain("都不低于当地标准2,000.00元。");
  expect(page.text()).toContain("这里比的是应发，要核对。");
  expect(page.text(), "the minimum with its source").toContain("当地月最低工资标准 2,000.00 元：南昌市");
  page.unmount();
});

it("leads to where the local minimum is recorded while there is none", async () => {
  const words = "还没有登记当地的月最低工资标准，登记以后这里会比较。";
  fake.handlers["pay.figures"] = () => ({ ...figures, lowest: { ...figures.lowest, minimum: null, source: null, words, basis: "" } });
  const page = mount(FiguresPage, { props: { place: { page: "payFigures" } }, attachTo: document.body });
  await flushPromises();
  await press(page, "去登记（工资数据 → 参考数据）");
  expect(desk.place).toMatchObject({ page: "pay", part: "references" });
  page.unmount();
});

it("says when a scenario goes into the topics, whose it is, and from which year a rate holds", async () => {
  const kept = {
    id: "k1", sheet: "s1", year: 2027, side: "workers" as const, name: "争取方案", scenario: null, said: "普遍增长8%", months: 12, people: 320, beforeAverage: null,
    targetAverage: null, targetFloor: null, wages: null, insurance: null, fee: null, total: null, bounds: null, covered: false, chosen: false, keptOn: "2026-10-20", replaced: false,
  };
  const fund = { id: "f1", name: "基本养老保险", rate: 1600, from: `${todayIso().slice(0, 4)}-01-01`, source: "文件" };
  fake.handlers["pay.simulator"] = () => ({ ...simulator, kept: [kept], insurance: [fund] });
  fake.handlers["pay.chooseScenario"] = () => null;
  const page = mount(SimulatePage, { props: { place: { page: "paySimulate" } }, attachTo: document.body });
  await flushPromises();
  expect(page.text(), "the year too").toContain(`${todayIso().slice(0, 4)}年1月1日`);
  await press(page, "选定");
  expect(desk.said).toContain("开始这一年的协商时写进协商议题");
  page.unmount();
});

it("names what was reckoned to whole months as such, with what was paid beside it", async () => {
  const list = fake.handlers["pay.list"] as unknown as () => Record<string, unknown>[];
  const show = async (figure: Partial<PayFigures>, sum: number | null) => {
    fake.handlers["pay.list"] = () => list().map((one) => ({ ...one, sum }));
    fake.handlers["pay.figures"] = () => ({ ...figures, ...figure });
    const page = mount(FiguresPage, { props: { place: { page: "payFigures" } }, attachTo: document.body });
    await flushPromises();
    const fact = page.findAll(".facts > div").find((one) => one.text().includes("工资总额"))!;
    const told = fact.findAll("p").map((one) => one.text());
    page.unmount();
    return told;
  };
  const whole = exactly(27450009);
  expect(await show({ payroll: whole }, 26584897)).toEqual(["折算成整月的工资总额（元）", "274,500.09", "2026年10月应发的总额 265,848.97 元"]);
  expect(await show({ payroll: whole }, null), "what was paid is not told").toEqual(["折算成整月的工资总额（元）", "274,500.09"]);
  expect(await show({ payroll: whole, partMonth: 0 }, 27450009), "they are the same").toEqual(["工资总额（元）", "274,500.09"]);
  expect(await show({ payroll: whole, partMonth: 0, period: "2025" }, 329400108)).toEqual(["平均每月的工资总额（元）", "274,500.09", "2025年应发的总额 3,294,001.08 元"]);
  expect((await show({ payroll: whole, monthly: false, period: "2025" }, null))[0]).toBe("折算成整年的工资总额（元）");
});

it("says of what a cost is a share: of as many months, reckoned to whole ones where people came or left", async () => {
  const page = mount(SimulatePage, { props: { place: { page: "paySimulate" } }, attachTo: document.body });
  await flushPromises();
  expect(page.find(".main").text()).toContain("合计占12个月工资总额0.70%");
  const at = simulated;
  simulated = (input) => ({ ...(at(input) as PaySimulation), partMonth: 3 });
  await page.find<HTMLInputElement>('[data-slider="ours-0"]').setValue("510");
  await flushPromises();
  expect(page.find(".main").text()).toContain("合计占12个月工资总额（折算成整月的）0.70%");
  page.unmount();
});

it("lays the local average beside the wages, and a year's average month where the month before is not known", async () => {
  const beside = [
    { name: "居民消费价格涨幅", value: 20, unit: "percent" as const, source: "江西省，2025" },
    { name: "当地平均工资（合每月8,204.67元）", value: 9_845_600, unit: "yuanYear" as const, source: "南昌市，2025" },
  ];
  fake.handlers["pay.figures"] = () => ({ ...figures, beside, before: { period: "2025", people: 315, average: 560_000, growth: 464 } });
  const page = mount(FiguresPage, { props: { place: { page: "payFigures" } }, attachTo: document.body });
  await flushPromises();
  const rows = page.findAll("tbody tr").slice(0, 3).map((one) => one.text());
  expect(rows).toEqual([
    "比上年月平均4.64%2025年的月平均 5,600.00 元",
    "居民消费价格涨幅0.20%江西省，2025",
    "当地平均工资（合每月8,204.67元）98,456.00 元/年南昌市，2025",
  ]);
  page.unmount();
});

it("says where the figures would stand why none are told, and whom to ask", async () => {
  const why = "这一份不列数字，需要看的请由主席授权。";
  fake.handlers["pay.figures"] = () => ({ ...figures, payroll: null, average: null, deciles: [], spread: null, gini: null, heaps: [], cuts: [], notes: [why, "另有3人不计。"] });
  const page = mount(FiguresPage, { props: { place: { page: "payFigures" } }, attachTo: document.body });
  await flushPromises();
  expect(page.find("p.panel").text()).toBe(why);
  expect(page.findAll("ul.note li").map((one) => one.text())).toEqual(["另有3人不计。"]);
  page.unmount();
});

it("asks with the newest value of the slider only, however often it moves", async () => {
  const page = mount(SimulatePage, { props: { place: { page: "paySimulate" } }, attachTo: document.body });
  await flushPromises();
  expect(asked()).toHaveLength(1);
  let answer: () => void = () => undefined;
  const at = simulated;
  simulated = (input) => new Promise((done) => (answer = () => done(at(input))));
  const slider = page.find<HTMLInputElement>('[data-slider="ours-0"]');
  for (const value of ["510", "520", "530", "540"]) {
    await slider.setValue(value);
    await flushPromises();
  }
  expect(asked(), "one is under way").toHaveLength(2);
  answer();
  await flushPromises();
  answer();
  await flushPromises();
  expect(asked()).toHaveLength(3);
  expect(asked()[2]).toEqual([{ kind: "rise", rise: { percent: 540, fixed: 0 } }]);
  expect(page.text()).toContain("普遍增长5.4%");
  page.unmount();
});

it("lays the employer's scenario beside ours and takes the middle over", async () => {
  const page = mount(SimulatePage, { props: { place: { page: "paySimulate" } }, attachTo: document.body });
  await flushPromises();
  await press(page, "加上企业方的方案");
  expect(asked().at(-1)).toHaveLength(2);
  expect(page.text()).toContain("取中间");
  await press(page, "用它作职工方方案");
  expect(asked().at(-1)![0]).toEqual({ kind: "rise", rise: { percent: 400, fixed: 0 } });
  page.unmount();
});

it("leaves the result as it is when a step is added, until something is typed into it", async () => {
  const page = mount(SimulatePage, { props: { place: { page: "paySimulate" } }, attachTo: document.body });
  await flushPromises();
  await press(page, "加一步");
  expect(page.findAll<HTMLInputElement>('[aria-label$="步的增长比例"]').map((one) => one.element.value)).toEqual(["500", "0"]);
  page.unmount();
});

it("says of social insurance without rates that it is not reckoned, and the sum where they hold", async () => {
  const cell = async (insurance: PaySimulator["insurance"]) => {
    fake.handlers["pay.simulator"] = () => ({ ...simulator, insurance });
    const page = mount(SimulatePage, { props: { place: { page: "paySimulate" } }, attachTo: document.body });
    await flushPromises();
    const row = page.findAll("tr").find((one) => one.text().includes("单位社会保险费（元）"))!;
    page.unmount();
    return row.get("td").text();
  };
  const fund = { id: "f", name: "基本养老保险", rate: 1600, from: "2026-01-01", source: "文件" };
  expect(await cell([])).toBe("未计");
  expect(await cell([{ ...fund, from: "2027-01-01" }]), "it holds only from next year").toBe("未计");
  expect(await cell([fund])).toBe("3.00");
});

it("explains the figures that are no plain sums, and why nobody is counted", async () => {
  const page = mount(SimulatePage, { props: { place: { page: "paySimulate" } }, attachTo: document.body });
  await flushPromises();
  const hints = page.findAll("tr.hint").map((one) => one.text());
  expect(hints).toContain("高收入的一成人至少挣到的，是低收入的一成人至多挣到的几倍");
  expect(hints).toContain("点“显示个人工资”以后才数得出有多少人增资。");
  page.unmount();
});

it("gives each bound a line of its own where plans stand beside each other, in columns of one width", async () => {
  const at = simulated;
  simulated = (input) => {
    const answer = at(input) as PaySimulation;
    return { ...answer, results: answer.results.map((one) => ({ ...one, growth: { from: 499, to: 501 } })) };
  };
  const page = mount(SimulatePage, { props: { place: { page: "paySimulate" } }, attachTo: document.body });
  await flushPromises();
  const growth = () => page.findAll("tr").find((one) => one.text().startsWith("平均增幅"))!.get("td").findAll("span").map((one) => one.text());
  expect(growth()).toEqual(["4.99% ～ 5.01%"]);
  await press(page, "加上企业方的方案");
  expect(growth()).toEqual(["4.99%", "～ 5.01%"]);
  const widths = page.findAll(".result table").map((one) => one.findAll("col").map((col) => col.classes("what")));
  expect(widths).toEqual([[true, false, false, false], [true, false, false, false]]);
  page.unmount();
});

it("keeps what is on the page under a name", async () => {
  const page = mount(SimulatePage, { props: { place: { page: "paySimulate" } }, attachTo: document.body });
  await flushPromises();
  await page.find("form.keep input").setValue("争取方案");
  await page.find("form.keep").trigger("submit");
  await flushPromises();
  const kept = fake.calls.find((call) => call.name === "pay.saveScenario")?.args as Record<string, unknown>;
  expect([kept.name, kept.side, kept.months, kept.sheet]).toEqual(["争取方案", "workers", 12, "s1"]);
  page.unmount();
});

it("shows no result of an older number while one cannot be read, and says so beside its field", async () => {
  const page = mount(SimulatePage, { props: { place: { page: "paySimulate" } }, attachTo: document.body });
  await flushPromises();
  const percent = page.find<HTMLInputElement>("ol input.field");
  for (const typed of ["abc", "5.555"]) {
    await percent.setValue(typed);
    await flushPromises();
    expect(page.text()).toContain("请填数，最多两位小数");
    expect(page.text(), "nothing of the number before").not.toContain("工会经费（元）");
  }
  await percent.setValue("6");
  await flushPromises();
  expect(page.text()).toContain("普遍增长6%");
  await page.find("input.months").setValue("13");
  await flushPromises();
  expect(page.text()).toContain("请填 1 到 12 的整数");
  expect(page.text()).not.toContain("13个月");
  simulated = () => Promise.reject(Object.assign(new Error(), { code: "bad_input", message: "增长比例要在 -99% 和 1000% 之间，请检查。", field: "steps.0" }));
  await page.find("input.months").setValue("12");
  await flushPromises();
  expect(page.text()).not.toContain("工会经费（元）");
  page.unmount();
});

it("has the scenario still when one comes back from another tab", async () => {
  const first = mount(SimulatePage, { props: { place: { page: "paySimulate" } }, attachTo: document.body });
  await flushPromises();
  await press(first, "加上企业方的方案");
  await first.find<HTMLInputElement>("ol input.field").setValue("7.5");
  await flushPromises();
  first.unmount();
  const again = mount(SimulatePage, { props: { place: { page: "paySimulate" } }, attachTo: document.body });
  await flushPromises();
  expect(again.find<HTMLInputElement>("ol input.field").element.value).toBe("7.5");
  expect(asked().at(-1)).toHaveLength(2);
  again.unmount();
});

it("has the scenario again after the program was closed, and begins anew when asked to", async () => {
  let kept: KeptDraft | null = null;
  keepDraftsIn({
    get: async () => kept,
    save: async (_form, _record, body) => void (kept = { body, savedAt: "2026-11-16T09:00:00" }),
    discard: async () => void (kept = null),
    list: async () => [],
  });
  const first = mount(SimulatePage, { props: { place: { page: "paySimulate" } }, attachTo: document.body });
  await flushPromises();
  expect(kept, "looking is no work").toBeNull();
  await press(first, "加上企业方的方案");
  await first.find<HTMLInputElement>("ol input.field").setValue("7.5");
  await flushDrafts();
  first.unmount();
  forgetDrafts();
  const again = mount(SimulatePage, { props: { place: { page: "paySimulate" } }, attachTo: document.body });
  await flushPromises();
  expect(again.find<HTMLInputElement>("ol input.field").element.value).toBe("7.5");
  expect(asked().at(-1)![0]).toEqual({ kind: "rise", rise: { percent: 750, fixed: 0 } });
  expect(asked().at(-1)).toHaveLength(2);
  await press(again, "重新开始");
  expect(again.find<HTMLInputElement>("ol input.field").element.value, "asked first: it cannot be had back").toBe("7.5");
  [...document.querySelectorAll<HTMLElement>(".el-dialog button")].find((b) => b.textContent?.trim() === "重新开始")!.click();
  await flushPromises();
  await flushDrafts();
  expect(again.find<HTMLInputElement>("ol input.field").element.value).toBe("5");
  expect(asked().at(-1)).toHaveLength(1);
  expect(kept, "nothing is left to come back").toBeNull();
  again.unmount();
});

it("tells whoever may see single wages which button shows them, and whoever may not whom to ask", async () => {
  const chair = statusOf("chair");
  const words = async (wages: "masked" | "never") => {
    setStatus({ ...chair, open: { ...chair.open!, sight: { ...chair.open!.sight, wages } } });
    const page = mount(SimulatePage, { props: { place: { page: "paySimulate" } }, attachTo: document.body });
    await flushPromises();
    const text = page.text();
    page.unmount();
    return text;
  };
  expect(await words("masked")).toContain("点右上角的“显示个人工资”");
  expect(await words("never")).toContain("请由主席授权");
});

it("says beside a kept scenario that its wage data was replaced", async () => {
  const kept = {
    id: "k1", sheet: "s0", year: 2026, side: "workers" as const, name: "争取方案", scenario: null, said: "普遍增长8%", months: 12, people: 320, beforeAverage: null,
    targetAverage: null, targetFloor: null, wages: null, insurance: null, fee: null, total: null, bounds: null, covered: false, chosen: true, keptOn: "2026-10-20", replaced: true,
  };
  fake.handlers["pay.simulator"] = () => ({ ...simulator, kept: [kept] });
  const page = mount(SimulatePage, { props: { place: { page: "paySimulate" } }, attachTo: document.body });
  await flushPromises();
  expect(page.text()).toContain("它的工资数据已经换下");
  page.unmount();
});

it("reads in the table of kept scenarios as words, and each row with months of its own", async () => {
  const kept = (id: string, name: string, months: number) => ({
    id, sheet: "s1", year: 2026, side: "workers" as const, name, scenario: null, said: "普遍增长8%", months, people: 320, beforeAverage: 585980,
    targetAverage: 632858, targetFloor: null, wages: 180_000_00, insurance: 0, fee: 360_000, total: 18_360_000, bounds: null, covered: false, chosen: id === "k1", keptOn: "2026-10-20", replaced: false,
  });
  fake.handlers["pay.simulator"] = () => ({ ...simulator, kept: [kept("k1", "争取方案", 12), kept("k2", "底线方案", 6)] });
  const page = mount(SimulatePage, { props: { place: { page: "paySimulate" } }, attachTo: document.body });
  await flushPromises();
  const table = page.findAll("table").find((one) => one.text().includes("争取方案"))!;
  expect(table.findAll("th").map((one) => one.text())).toEqual(["协商年度", "方案名称", "方案内容", "平均增幅", "合计多花（元）", ""]);
  expect(table.findAll("tbody tr").map((row) => row.findAll("td")[4]!.text().replace(/\s+/g, " "))).toEqual(["183,600.00 12个月", "183,600.00 6个月"]);
  for (const code of ["=>", "${", "function", "undefined", "[object"]) expect(page.text(), code).not.toContain(code);
  page.unmount();
});

it("shows what a kept scenario lies between, and why a sum does not stand there", async () => {
  const chair = statusOf("chair");
  const between = (from: number, to: number) => ({ from, to });
  const one = {
    id: "k1", sheet: "s1", year: 2026, side: "workers" as const, name: "争取方案", scenario: null, said: "普遍增长7%", months: 12, people: 320, beforeAverage: 562500,
    targetAverage: null, targetFloor: null, wages: null, insurance: null, fee: null, total: null, covered: false, chosen: true, keptOn: "2026-10-20", replaced: false,
    bounds: { before: exactly(562500), after: between(601874, 601876), growth: exactly(700), wages: null, insurance: null, fee: null, total: between(163270718, 163278553) },
  };
  const row = async (kept: object, wages: "full" | "masked" | "never") => {
    setStatus({ ...chair, open: { ...chair.open!, sight: { ...chair.open!.sight, wages } } });
    fake.handlers["pay.simulator"] = () => ({ ...simulator, kept: [kept] });
    const page = mount(SimulatePage, { props: { place: { page: "paySimulate" } }, attachTo: document.body });
    await flushPromises();
    const cells = page.findAll("table").find((table) => table.text().includes("争取方案"))!.findAll("tbody td").map((cell) => cell.text());
    page.unmount();
    return [cells[3], cells[4]!.replace(/\s*12个月$/, "")];
  };
  expect(await row(one, "masked")).toEqual(["7.00%", "1,632,707.18 ～ 1,632,785.53"]);
  const covered = { ...one, beforeAverage: null, bounds: null, covered: true };
  expect(await row(covered, "masked")).toEqual(["—", "点“显示个人工资”后显示"]);
  expect(await row(covered, "never")).toEqual(["—", "要有查看权限"]);
  expect(await row({ ...covered, covered: false }, "full"), "whoever sees all is sent to nobody").toEqual(["—", "当时没有留下数字，请点“放上来”重新保存"]);
});

it("hides nothing of the row above the figures that stay in sight", () => {
  const read = (file: string) => readFileSync(`src/pages/pay/${file}`, "utf8");
  const px = (css: string, what: RegExp) => Number(what.exec(css)![1]);
  const part = read("SimulatedPart.vue");
  const reach = px(part, /box-shadow: 0 -(\d+)px 0/);
  const gap = px(read("pay-figures.css"), /\.column\.stack \{\s*gap: (\d+)px/);
  expect(reach, "no further up than what stands between them").toBeLessThanOrEqual(gap);
  const padding = px(readFileSync("src/style.css", "utf8"), /\.page \{[^}]*?padding: (\d+)px/);
  expect(reach - px(part, /top: (-?\d+)px/), "and to the edge of the page").toBe(padding);
});
