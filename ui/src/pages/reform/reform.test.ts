// The reform ledger: the articles with what is done for each, the measures, what their forms send, and where they lead.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { articleLine, measure, measureLine, measuresPage, overview } from "../../../dev/reform";
import { statusOf } from "../../../tests/status";
import type { Place, ReformArticleLine, ReformLine, ReformMeasure } from "../../contract/bindings";
import { barOf, desk, go, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import MeasuresPage from "./MeasuresPage.vue";
import ReformPage from "./ReformPage.vue";
import { begun, sentEnding, shownArticles } from "./logic";

const bare = articleLine({ article: 3, number: "（三）", title: "", asks: "", handler: null, measures: 0, open: 0, late: 0, done: 0 });
let articles: ReformArticleLine[];
let lines: ReformLine[];
let one: ReformMeasure;
let fake: FakePlatform;
beforeEach(() => {
  articles = [bare, articleLine()];
  lines = [measureLine()];
  one = measure();
  fake = new FakePlatform({
    "reform.articles": () => overview(articles),
    "reform.article": (args) => ({ year: 2026, line: articles.find((line) => line.article === (args as { article: number }).article)!, measures: lines, figures: [{ title: "荣誉", counted: "按电子档案里登记的荣誉。", figures: [{ name: "工匠", unit: "项", value: "2", why: null }, { name: "占比", unit: "", value: "—", why: "没有可以比的数" }] }] }),
    "reform.saveArticle": () => null,
    "reform.list": () => measuresPage(lines),
    "reform.get": () => one,
    "reform.save": () => "rm9",
    "reform.finish": () => null,
    "reform.remove": () => null,
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

const pages = { reform: ReformPage, reformMeasures: MeasuresPage };
async function show(place: Place) {
  const shown = mount(pages[place.page as keyof typeof pages], { props: { place }, attachTo: document.body });
  await flushPromises();
  return shown;
}
type Shown = Awaited<ReturnType<typeof show>>;
async function press(shown: Shown, words: string) {
  await shown.findAll("button").find((b) => b.text() === words || b.attributes("aria-label") === words)!.trigger("click");
  await flushPromises();
}
const field = (shown: Shown, label: string) => shown.get<HTMLInputElement>(`[id="${shown.findAll("label").find((l) => l.text() === label)!.attributes("for")}"]`);
const submit = async (shown: Shown) => {
  await shown.get("form").trigger("submit");
  await flushPromises();
};
const sent = (name: string) => fake.calls.filter((c) => c.name === name).map((c) => c.args);
const filled = (shown: Shown) => shown.findAll(".el-button--primary").map((b) => b.text());

describe("the articles", () => {
  it("say what each asks, how its measures stand, and which text is not at hand", async () => {
    const shown = await show({ page: "reform" });
    for (const words of ["（三）原文待补录", "没有措施", "（十八）开展劳动和技能竞赛", "广泛深入", "牵头：张敏", "超期 1 条", "已完成 1 条", "2条里有 1 条登记了措施"]) expect(shown.text()).toContain(words);
    expect(filled(shown)).toEqual(["登记措施"]);
    await press(shown, "打印台账");
    expect(desk.place).toEqual({ page: "papers", id: "reform.year@2026" });
    expect(barOf("reformMeasures")).toBe("reform");
    await shown.get("[aria-label='哪些条']").setValue("none");
    expect(shown.text()).not.toContain("开展劳动和技能竞赛");
  });

  it("say what to do first while nothing is registered", async () => {
    articles = [bare];
    const shown = await show({ page: "reform" });
    expect(shown.text()).toContain("先点开一条");
    expect(shown.text(), "nothing to print").not.toContain("打印台账");
  });

  it("open one with its measures, from where another begins", async () => {
    const shown = await show({ page: "reform" });
    await press(shown, "打开第（十八）条");
    for (const words of ["要求什么", "不是原文", "举办焊工技能竞赛", "工会和企业", "万里程", "佐证 1 份", "账本里2026年的数字", "2项", "—（没有可以比的数）"]) expect(shown.text()).toContain(words);
    await press(shown, "登记措施");
    expect(desk.place).toEqual({ page: "reformMeasures", id: "new", part: "18:2026" });
    await press(shown, "打开产〔2026〕1号");
    expect(desk.place).toEqual({ page: "reformMeasures", id: "rm1" });
  });

  it("take a pasted text and the note of a year", async () => {
    const shown = await show({ page: "reform", id: "3", part: "2026" });
    expect(shown.text()).toContain("这一条的原文不在程序里");
    await press(shown, "补录原文、牵头人、情况");
    await field(shown, "原文").setValue("照文件粘贴");
    await submit(shown);
    expect(sent("reform.saveArticle")).toEqual([{ article: 3, year: 2026, words: "照文件粘贴", handler: undefined, note: undefined }]);
  });
});

describe("the measures", () => {
  it("are listed with whose they are and how they stand", async () => {
    const shown = await show({ page: "reformMeasures" });
    for (const words of ["举办焊工技能竞赛", "工会和企业", "超期 1 条", "1 份"]) expect(shown.text()).toContain(words);
    await shown.get("[aria-label='办理情况']").setValue("late");
    await flushPromises();
    expect(sent("reform.list").at(-1)).toMatchObject({ which: "late", ascending: false });
  });

  it("say what to do first while there are none", async () => {
    lines = [];
    const shown = await show({ page: "reformMeasures" });
    expect(shown.text()).toContain("还没有登记过产改措施");
    expect(filled(shown)).toEqual(["登记措施"]);
  });

  it("begin with the article they were begun from and send nothing empty", async () => {
    const shown = await show({ page: "reformMeasures", id: "new", part: "18:2026" });
    await field(shown, "做什么").setValue("举办钳工技能竞赛");
    await submit(shown);
    expect(sent("reform.save")).toEqual([
      { id: undefined, year: 2026, article: 18, measure: "举办钳工技能竞赛", target: undefined, side: "union", unit: undefined, handler: undefined, dueOn: undefined, lateEntry: undefined },
    ]);
  });

  it("take what came of them, opened from today", async () => {
    const shown = await show({ page: "reformMeasures", id: "rm1", part: "ending" });
    await field(shown, "做到了什么").setValue("42人参加");
    await submit(shown);
    expect(sent("reform.finish")).toEqual([{ id: "rm1", outcome: "done", endedOn: "2026-11-16", result: "42人参加" }]);
    expect(shown.text()).toContain("举办焊工技能竞赛");
    expect(filled(shown)).toEqual(["登记结果"]);
  });

  it("lead to their article, and go to the trash", async () => {
    const shown = await show({ page: "reformMeasures", id: "rm1" });
    await press(shown, "看这一条的全部措施");
    expect(desk.place).toEqual({ page: "reform", id: "18", part: "2026" });
    await press(shown, "移除");
    expect(sent("reform.remove")).toEqual([{ id: "rm1" }]);
  });
});

it("what runs again has neither day nor result; a place says which article and year; filters tell articles apart", () => {
  expect(sentEnding({ id: "rm1", outcome: "", endedOn: "2026-11-16", result: "42人" })).toEqual({ id: "rm1" });
  expect([begun("7:2025", 2026), begun(undefined, 2026), begun("ending", 2026)]).toEqual([{ article: 7, year: 2025 }, { article: 0, year: 2026 }, { article: 0, year: 2026 }]);
  const of = (which: "all" | "none" | "open" | "late") => shownArticles([bare, articleLine(), articleLine({ late: 0 }), articleLine({ open: 0, late: 0 })], which).length;
  expect([of("all"), of("none"), of("open"), of("late")]).toEqual([4, 1, 2, 1]);
});
