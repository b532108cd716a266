// The terms of the workers' congress, one term with what lacks and its delegates, what the forms send, and where refusals stand.
import { flushPromises, mount, type VueWrapper } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { CongressDelegate, CongressTerm, CongressTerms, Place } from "../../contract/bindings";
import { barOf, go, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import CongressPage from "./CongressPage.vue";
import { delegateOf, found, sentDelegate, sentTerm, termOf, wrongDelegate, wrongTerm } from "./logic";

const delegate = (id: string, name: string, over: Partial<CongressDelegate["record"]> = {}): CongressDelegate => ({
  id,
  work: "焊接、电焊工",
  record: { id, term: "t1", name, woman: false, unit: "焊接车间", rank: "front", dispatched: false, electedOn: "2025-03-05", unitWorkers: 60, voters: 52, votesFor: 48, ...over },
});
const term = (): CongressTerm => ({
  id: "t1",
  record: { id: "t1", name: "第三届职工代表大会", beganOn: "2025-03-12", years: 3, seats: 30, workers: 320 },
  until: "2028-03-12",
  newest: true,
  standing: 1,
  facts: ["代表名额30人，现有1人。", "一线职工1人，占100%。"],
  lacks: [{ text: "代表缺29人，请由原选区补选。", rule: null, whose: "union" }],
  delegates: [delegate("d1", "王伟"), delegate("d2", "李芳", { woman: true, unit: "质检部", endedOn: "2026-05-06", endedHow: "moved" })],
  rules: [],
});
let one: CongressTerm;
let told: CongressTerms;
let fake: FakePlatform;
let shown: VueWrapper | null = null;
beforeEach(() => {
  one = term();
  told = { terms: [{ id: "t1", name: "第三届职工代表大会", beganOn: "2025-03-12", until: "2028-03-12", seats: 30, standing: 1, lacks: 1 }], workers: 320, year: "2026年已经开过1次会。", rule: null };
  fake = new FakePlatform({
    "congress.list": () => told,
    "congress.get": () => one,
    "congress.saveTerm": () => "t9",
    "congress.removeTerm": () => null,
    "congress.saveDelegate": () => "d9",
    "congress.removeDelegate": () => null,
    "members.search": () => ({ total: 0, rows: [] }),
    "files.list": () => [],
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => {
  shown?.unmount();
  shown = null;
  forgetDrafts();
  setStatus({ known: [], home: "/", open: null });
  go({ page: "today" });
  document.body.innerHTML = "";
});
async function show(at: Partial<Place> = {}) {
  shown = mount(CongressPage, { props: { place: { page: "congress", ...at } }, attachTo: document.body });
  await flushPromises();
  return shown;
}
async function press(page: VueWrapper, name: string) {
  await page.findAll("button").find((b) => b.text() === name || b.attributes("aria-label") === name)!.trigger("click");
  await flushPromises();
}
const field = (page: VueWrapper, label: string) => page.get<HTMLInputElement>(`[id="${page.findAll("label").find((l) => l.text() === label)!.attributes("for")}"]`);
async function submit(page: VueWrapper) {
  await page.get("form").trigger("submit");
  await flushPromises();
}
const sent = (name: string) => fake.calls.filter((call) => call.name === name).at(-1)?.args;

describe("the terms", () => {
  it("tells each with its delegates, its seats and how much lacks", async () => {
    const text = (await show()).text();
    for (const words of ["第三届职工代表大会", "代表 1 人，名额 30 人", "有 1 处要看", "2026年已经开过1次会"]) expect(text, words).toContain(words);
    expect(barOf("congress")).toBe("congress");
  });

  it("says what to do first while there is none", async () => {
    told = { ...told, terms: [] };
    const page = await show();
    expect(page.text()).toContain("还没有登记过职工代表大会");
    expect(page.findAll(".el-button--primary").map((b) => b.text())).toEqual(["登记一届"]);
  });

  it("sends a new one with the workers that are known, and says at its field that a number lacks", async () => {
    const page = await show({ part: "new" });
    await field(page, "名称").setValue("第四届职工代表大会");
    await submit(page);
    expect(sent("congress.saveTerm"), "no seats yet").toBeUndefined();
    expect(page.text()).toContain("请填写数字。");
    await field(page, "代表名额").setValue("32");
    await submit(page);
    expect(sent("congress.saveTerm")).toMatchObject({ name: "第四届职工代表大会", years: 3, workers: 320, seats: 32 });
  });
});

describe("one term", () => {
  it("shows what lacks, how it is made up and who stands; who ceased is a choice away", async () => {
    const page = await show({ id: "t1" });
    for (const words of ["代表缺29人", "现有1人", "王伟", "48 票", "共 1 人"]) expect(page.text(), words).toContain(words);
    expect(page.text()).not.toContain("李芳");
    await page.get("[aria-label='担任情况']").setValue("ended");
    expect(page.text()).toContain("李芳");
    expect(page.text()).toContain("调离选区");
    expect(page.findAll(".el-button--primary").map((b) => b.text())).toEqual(["登记代表"]);
  });

  it("enters a delegate, and the next of the same unit with its day and numbers", async () => {
    const page = await show({ id: "t1" });
    await press(page, "登记代表");
    await field(page, "姓名").setValue("周喆");
    await field(page, "选区").setValue("机加工车间");
    await field(page, "选区职工人数").setValue("40");
    await field(page, "赞成票").setValue("33");
    await page.findAll<HTMLInputElement>("input[type=checkbox]").at(-1)!.setValue(true);
    await submit(page);
    expect(sent("congress.saveDelegate")).toMatchObject({ term: "t1", name: "周喆", unit: "机加工车间", unitWorkers: 40, votesFor: 33 });
    expect(field(page, "姓名").element.value).toBe("");
    expect(field(page, "选区").element.value).toBe("机加工车间");
    expect(field(page, "选区职工人数").element.value).toBe("40");
    expect(field(page, "赞成票").element.value).toBe("");
  });

  it("asks for the votes of a recall only where there was one", async () => {
    const page = await show({ id: "t1" });
    await press(page, "修改王伟的登记");
    expect(page.text()).not.toContain("同意罢免的票数");
    await field(page, "为什么").setValue("recalled");
    expect(page.text()).toContain("同意罢免的票数");
  });

  it("takes a delegate and a term away at once, and says that undo brings them back", async () => {
    const page = await show({ id: "t1" });
    await press(page, "移除王伟的登记");
    expect(sent("congress.removeDelegate")).toEqual({ id: "d1" });
    await press(page, "移除这一届");
    expect(sent("congress.removeTerm")).toEqual({ id: "t1" });
  });
});

describe("what the forms send", () => {
  it("makes numbers of what is typed and nothing of what is empty", () => {
    const form = { ...termOf(null, "2026-11-16", 320), name: "第四届职工代表大会", seats: "32", womenWorkers: "96" };
    expect(wrongTerm(form)).toBeUndefined();
    expect(wrongTerm({ ...form, seats: "" })).toBe("seats");
    expect(wrongTerm({ ...form, womenWorkers: "九十六" })).toBe("womenWorkers");
    expect(wrongTerm({ ...form, workers: "12345678901" }), "more digits than a count has").toBe("workers");
    expect(sentTerm({ ...form, seats: "３２" }).seats, "typed on a Chinese keyboard").toBe(32);
    expect(sentTerm(form)).toEqual({ name: "第四届职工代表大会", beganOn: "2026-11-16", years: 3, workers: 320, womenWorkers: 96, seats: 32 });
  });

  it("keeps who was picked and leaves out how somebody ceased who did not", () => {
    const form = { ...delegateOf("t1", null, "2026-11-16"), name: "王伟", unit: "焊接车间", voters: "五十" };
    expect(wrongDelegate(form)).toBe("voters");
    expect(sentDelegate({ ...form, person: "p1", voters: "50" })).toEqual({ term: "t1", person: "p1", name: "王伟", woman: false, unit: "焊接车间", rank: "front", dispatched: false, electedOn: "2026-11-16", voters: 50 });
  });

  it("finds delegates by name, unit and work among those who stand, who ceased or all", () => {
    const names = (...asked: Parameters<typeof found>) => found(...asked).map((one) => one.record.name);
    expect(names(one, "standing", "", "2026-11-16")).toEqual(["王伟"]);
    expect(names(one, "all", "质检", "2026-11-16")).toEqual(["李芳"]);
    expect(names(one, "standing", "", "2026-05-05"), "the last day before").toEqual(["王伟", "李芳"]);
  });
});
