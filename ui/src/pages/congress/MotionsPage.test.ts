// The register of motions, one motion with whose move it is, and what its form sends.
import { flushPromises, mount, type VueWrapper } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { CongressMotion, CongressMotionPage, Place } from "../../contract/bindings";
import { barOf, go, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import MotionsPage from "./MotionsPage.vue";
import { motionOf, sentMotion } from "./motions";

const motion = (): CongressMotion => ({
  id: "m1",
  number: "提〔2026〕1号",
  termName: "第三届职工代表大会",
  record: { id: "m1", term: "t1", matter: "食堂夜班供应热饭", kind: "welfare", proposer: "王伟", seconders: ["罗秀兰"], advice: "夜班开一个窗口", collectedOn: "2026-11-09", review: "filed", reviewedOn: "2026-11-10", department: "后勤部", handedOn: "2026-11-11", dueOn: "2026-11-30" },
  state: "handed",
  next: {
    id: "motion:m1:answer", module: "congressMotions", whose: "employer", title: "后勤部答复提案提〔2026〕1号“食堂夜班供应热饭”", origin: "交办时商定2026年11月30日以前答复。",
    due: "2026-11-30", days: 14, band: "month", button: "登记答复", place: { page: "congressMotions", id: "m1", part: "change" },
  },
});
let told: CongressMotionPage;
let fake: FakePlatform;
let shown: VueWrapper | null = null;
beforeEach(() => {
  told = {
    total: 1, kept: 1, years: [2026], open: 1, late: 0, terms: [{ id: "t1", name: "第三届职工代表大会", delegates: ["王伟", "罗秀兰"] }],
    rows: [{ id: "m1", number: "提〔2026〕1号", matter: "食堂夜班供应热饭", kind: "welfare", proposer: "王伟", collectedOn: "2026-11-09", department: "后勤部", state: "handed", next: "登记答复", whose: "employer", due: "2026-11-30", late: false, feedback: null }],
  };
  fake = new FakePlatform({
    "congress.motions": () => told,
    "congress.motion": () => motion(),
    "congress.saveMotion": () => "m1",
    "congress.removeMotion": () => null,
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
  shown = mount(MotionsPage, { props: { place: { page: "congressMotions", ...at } }, attachTo: document.body });
  await flushPromises();
  return shown;
}
async function press(page: VueWrapper, name: string) {
  await page.findAll("button").find((b) => b.text() === name)!.trigger("click");
  await flushPromises();
}
const field = (page: VueWrapper, label: string) => page.get<HTMLInputElement>(`[id="${page.findAll("label").find((l) => l.text() === label)!.attributes("for")}"]`);
async function submit(page: VueWrapper) {
  await page.get("form").trigger("submit");
  await flushPromises();
}
const sent = (name: string) => fake.calls.filter((call) => call.name === name).at(-1)?.args;

it("tells of each how far it has come, whose move it is and by when", async () => {
  const text = (await show()).text();
  for (const words of ["提〔2026〕1号", "待答复", "企业办：登记答复", "没有办结 1 件"]) expect(text, words).toContain(words);
  expect(barOf("congressMotions")).toBe("congress");
});

it("says what to do first while there is none", async () => {
  told = { ...told, total: 0, kept: 0, rows: [], years: [], open: 0 };
  const page = await show();
  expect(page.text()).toContain("还没有登记过提案");
});

it("asks a new one for what is proposed alone, in the newest term", async () => {
  const page = await show();
  await press(page, "登记提案");
  expect(page.text()).not.toContain("审查结果");
  await field(page, "案由").setValue("更衣室换锁");
  await field(page, "提案人").setValue("王伟");
  await field(page, "建议怎么办").setValue("逐个更换");
  await submit(page);
  expect(sent("congress.saveMotion")).toMatchObject({ term: "t1", matter: "更衣室换锁", proposer: "王伟", advice: "逐个更换", seconders: [] });
});

it("opens the form from a duty, and keeps what stood", async () => {
  const page = await show({ id: "m1", part: "change" });
  await field(page, "答复和办理情况").setValue("十二月起供应");
  await submit(page);
  expect(sent("congress.saveMotion")).toMatchObject({ id: "m1", review: "filed", department: "后勤部", answer: "十二月起供应", seconders: ["罗秀兰"] });
});

it("never loses a kept deadline to one that was typed wrong", async () => {
  const page = await show({ id: "m1", part: "change" });
  await field(page, "商定的答复期限").setValue("2026-11-3l");
  await submit(page);
  expect(sent("congress.saveMotion")).toBeUndefined();
  expect(page.get("[role=alert]").text()).toContain("“2026-11-3l”不是一个日期");
  expect(document.activeElement).toBe(field(page, "商定的答复期限").element);
  page.unmount();
  const again = await show({ id: "m1", part: "change" });
  expect(field(again, "商定的答复期限").element.value, "the draft has it as it was typed").toBe("2026-11-3l");
  await submit(again);
  expect(sent("congress.saveMotion")).toBeUndefined();
  await field(again, "商定的答复期限").setValue("2026-12-31");
  await submit(again);
  expect(sent("congress.saveMotion")).toMatchObject({ id: "m1", dueOn: "2026-12-31" });
});

it("shows one with its next step as the one filled button", async () => {
  const page = await show({ id: "m1" });
  for (const words of ["企业办：后勤部答复提案", "交办时商定", "立案", "夜班开一个窗口"]) expect(page.text(), words).toContain(words);
  expect(page.findAll(".el-button--primary").map((b) => b.text())).toEqual(["登记答复"]);
  await press(page, "移除");
  expect(sent("congress.removeMotion")).toEqual({ id: "m1" });
});

it("sends nothing that is empty", () => {
  const form = { ...motionOf(null, "2026-11-16", told.terms), matter: "更衣室换锁", proposer: "王伟", advice: "逐个更换", seconders: "罗秀兰\n\n" };
  expect(sentMotion(form)).toEqual({ term: "t1", matter: "更衣室换锁", kind: "welfare", proposer: "王伟", advice: "逐个更换", collectedOn: "2026-11-16", seconders: ["罗秀兰"] });
});
