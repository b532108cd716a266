// Recuperation: a plan is begun with the policy of the year before, batches stand with their money and warnings, people are picked
// from the roster, and what someone eats is not sent back by one who never saw it.
import { flushPromises, mount, type VueWrapper } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { Place, RecuperationBatch, RecuperationBatchLine, RecuperationPlace, RecuperationPlanInput, RecuperationYear } from "../../contract/bindings";
import { go, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import RecuperationPage from "./RecuperationPage.vue";
import { opened, placeOf, planOf, sentPlace, sentPlan } from "./recuperation";

const policy: RecuperationPlanInput = { year: 2025, policy: "省四部门文件", daysInside: 5, dayCap: 40000, frontShare: 70, gapYears: 3, gapOutOnly: true, countsLeave: "no", welfareBudget: 8000000 };
const line: RecuperationBatchLine = {
  id: "b1", record: { id: "b1", plan: "l1", name: "第一批", base: "庐山职工疗养院", outside: false, from: "2026-05-11", to: "2026-05-16", quota: 20, personCost: 200000 },
  people: 18, frontLine: 14, planned: 3600000, warnings: ["往返共6天，省四部门文件规定省内不超过5天。"],
};
const place: RecuperationPlace = { id: "w1", record: { id: "w1", batch: "b1", person: "p1", frontLine: true, reasons: ["hazard"] }, name: "王伟", sex: "male", shop: "焊接", last: "2024年第一批", warnings: ["2024年第一批去过，省四部门文件规定3年内只安排一次疗休养。"] };
let batch: RecuperationBatch;
const asMasked: RecuperationBatch = { line, year: 2026, people: [place], erased: 0, identity: "masked", notice: null };
let told: RecuperationYear;
let fake: FakePlatform;
let shown: VueWrapper | null = null;
beforeEach(() => {
  batch = asMasked;
  told = {
    year: 2026, years: [2027, 2026], plan: { id: "l1", record: { ...policy, year: 2026 } }, before: policy, batches: [line], people: 18, frontLine: 14,
    money: { budget: 8000000, planned: 3600000, spent: 0, left: 8000000 }, warnings: [], rules: [], todos: [],
  };
  fake = new FakePlatform({
    "recuperation.year": () => told,
    "recuperation.batch": () => batch,
    "recuperation.savePlan": () => "l1",
    "recuperation.savePlace": () => "w9",
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
  shown = mount(RecuperationPage, { props: { place: { page: "recuperation", ...at } }, attachTo: document.body });
  await flushPromises();
  return shown;
}
async function press(page: VueWrapper, name: string) {
  await page.findAll("button").find((b) => b.text() === name || b.attributes("aria-label") === name)!.trigger("click");
  await flushPromises();
}
const sent = (name: string) => fake.calls.filter((call) => call.name === name).at(-1)?.args;

it("shows the budget beside what is planned and spent, and how many warnings a batch has", async () => {
  const text = (await show()).text();
  for (const word of ["80,000.00元", "36,000.00元", "省四部门文件", "18/20人，一线14人", "1条"]) expect(text, word).toContain(word);
});

it("begins a plan with the policy of the year before, and none of its money", async () => {
  told = { ...told, plan: null, batches: [] };
  const page = await show();
  expect(page.text()).toContain("还没有2026年的疗休养计划");
  await press(page, "开始定计划");
  await page.find("form").trigger("submit");
  await flushPromises();
  expect(sent("recuperation.savePlan")).toMatchObject({ year: 2026, policy: "省四部门文件", daysInside: 5, dayCap: 40000, gapOutOnly: true });
  expect(sent("recuperation.savePlan")).toMatchObject({ welfareBudget: undefined });
});

it("tells what stands against a batch and against each who goes, and wants people picked", async () => {
  const page = await show({ id: "b1", part: "batch" });
  expect(page.text()).toContain("往返共6天");
  expect(page.text()).toContain("3年内只安排一次");
  await press(page, "选人");
  await page.find("form").trigger("submit");
  await flushPromises();
  expect(sent("recuperation.savePlace"), "nobody was picked").toBeUndefined();
  expect(page.text()).toContain("请从花名册上选一个人");
});

it("says how many of a batch were erased, who are counted all the same", async () => {
  batch = { ...asMasked, people: [], erased: 1 };
  const text = (await show({ id: "b1", part: "batch" })).text();
  expect(text).toContain("另有 1 人已经清除");
  expect(text, "somebody went").not.toContain("还没有选人");
});

it("says who opens the files of a batch, and where a paper that tells of health belongs", async () => {
  const text = (await show({ id: "b1", part: "batch" })).text();
  for (const words of ["由有权查看证件号码的人写明用途再打开", "体检、工伤", "职业健康检查"]) expect(text, words).toContain(words);
});

it("opens the form that a duty names, and knows where a place leads", async () => {
  expect((await show({ id: "b1", part: "batch:edit" })).text()).toContain("修改第一批");
  expect(opened({ page: "recuperation" }, 2026)).toEqual({ batch: "", form: "", year: 2026 });
  expect(opened({ page: "recuperation", id: "2025" }, 2026).year).toBe(2025);
});

it("says that a note which was not shown is kept, and shows the way to it also to who reads health alone", async () => {
  const note = async (health: "full" | "masked") => {
    shown?.unmount();
    const officer = { id: "p", name: "李强", role: "officer", parts: ["leave"], reads: ["health"] } as const;
    const sight = { identity: "never", wages: "never", health, account: "never" } as const;
    setStatus(statusOf("officer", { person: { ...officer, parts: [...officer.parts], reads: [...officer.reads] }, sight }));
    batch = { ...asMasked, identity: "never" };
    const page = await show({ id: "b1", part: "batch" });
    const ways = page.findAll("button").map((b) => b.text());
    expect(ways.includes(health === "full" ? "重新隐去" : "显示健康情况"), ways.join()).toBe(true);
    await press(page, "修改王伟");
    return page.text().includes("空着保存，原来写的不变");
  };
  expect([await note("masked"), await note("full")]).toEqual([true, false]);
});

it("leaves what someone eats as it is where it was not shown", () => {
  expect(sentPlace(placeOf("b1", place, false))).toMatchObject({ meals: undefined, emergency: undefined });
  const seen = placeOf("b1", { ...place, record: { ...place.record, meals: "清真" } }, true);
  expect(sentPlace({ ...seen, meals: "" })).toMatchObject({ meals: "", emergency: "" });
  expect(sentPlan(planOf(2026, null, policy)).decidedOn).toBeUndefined();
});
