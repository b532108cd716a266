// Workers' rights beside supervision: the three registers, one record of each with its next step, what their forms send, and
// where they lead.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appeal, dismissal, dismissalLine, mediationCase, mediationLine } from "../../../dev/rights";
import { statusOf } from "../../../tests/status";
import type { Appeal, Dismissal, DismissalOpinionStart, Place } from "../../contract/bindings";
import { barOf, desk, go, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import DismissalsPage from "../dismissals/DismissalsPage.vue";
import MediationPage from "../mediation/MediationPage.vue";
import AppealsPage from "./AppealsPage.vue";

let one: Appeal;
let notice: Dismissal;
let start: DismissalOpinionStart;
let fake: FakePlatform;
const page = <T>(rows: T[]) => ({ total: rows.length, rows, kept: rows.length, open: rows.length, years: [2026] });
beforeEach(() => {
  one = appeal();
  notice = dismissal();
  start = {
    opinion: { id: "d1", stance: "object", opinedOn: "2026-11-16", findings: "本人在哺乳期", articles: "第四十二条", request: "重新研究", answerBy: null, contact: null },
    moreFindings: [],
    moreArticles: [],
    unchecked: [],
    limits: ["意见要赶在那以前送到。"],
    termByLaw: true,
  };
  fake = new FakePlatform({
    "appeals.list": () => page([one]),
    "appeals.get": () => one,
    "appeals.save": () => "a9",
    "appeals.answer": () => null,
    "appeals.toCase": () => "c9",
    "appeals.forward": () => null,
    "appeals.counts": () => [{ kind: "wages", months: [0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 0], total: 3 }],
    "dismissals.list": () => page([dismissalLine]),
    "dismissals.get": () => notice,
    "dismissals.saveAnswer": () => null,
    "dismissals.save": () => "d9",
    "dismissals.saveChecks": () => null,
    "dismissals.saveOpinion": () => null,
    "dismissals.start": () => start,
    "mediation.list": () => page([mediationLine]),
    "mediation.get": () => mediationCase(),
    "mediation.save": () => "m9",
    "mediation.saveEvent": () => "e9",
    "mediation.committee": () => ({ mediators: [], lacks: [{ text: "没有登记在聘期内的主任。", rule: null }], says: ["双方人数对等。"] }),
    "mediation.saveMediator": () => "k9",
    "committee.list": () => ({ total: 0, rows: [], kept: 0, years: [] }),
    "people.list": () => [],
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

const pages = { appeals: AppealsPage, dismissals: DismissalsPage, mediation: MediationPage };
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
const submit = async (shown: Shown, at = 0) => {
  await shown.findAll("form")[at]!.trigger("submit");
  await flushPromises();
};
const sent = (name: string) => fake.calls.filter((c) => c.name === name).map((c) => c.args);
const filled = (shown: Shown) => shown.findAll(".el-button--primary").map((b) => b.text());

describe("an appeal", () => {
  it("stands with its promised day in the register, under the place of workers' rights", async () => {
    const shown = await show({ page: "appeals" });
    for (const words of ["还没有答复 1 件", "八月的高温津贴没有发", "非会员职工", "还有 4 天（11月20日）"]) expect(shown.text()).toContain(words);
    expect(shown.get("nav button[aria-current='page']").text()).toBe("职工诉求");
    for (const page of ["appeals", "dismissals", "mediation", "letters"] as const) expect(barOf(page)).toBe("appeals");
    await press(shown, "按月统计");
    expect(shown.text()).toContain("2026年职工诉求按月统计");
    expect(sent("appeals.counts")).toEqual([{ year: 2026 }]);
  });

  it("is a line, a name and a day, and an empty field is not sent", async () => {
    const shown = await show({ page: "appeals", id: "new" });
    await field(shown, "职工提出了什么").setValue("加班费少算");
    await field(shown, "姓名").setValue("柳新民");
    await submit(shown);
    expect(sent("appeals.save")).toEqual([
      expect.objectContaining({ matter: "加班费少算", worker: "member", raisedOn: "2026-11-16", promisedOn: undefined, answer: undefined, person: { person: undefined, name: "柳新民", contact: undefined } }),
    ]);
  });

  it("has its answer as the one filled button, and leaves a person that is not shown as they are", async () => {
    const shown = await show({ page: "appeals", id: "a1" });
    expect(shown.text()).toContain("有姓名，受保护");
    expect(shown.findAll("button").map((one) => one.text())).toContain("显示姓名");
    expect(filled(shown)).toEqual(["登记答复"]);
    await field(shown, "答复的内容").setValue("九月补发");
    await submit(shown);
    expect(sent("appeals.answer")).toEqual([{ id: "a1", answeredOn: "2026-11-16", answer: "九月补发" }]);
    await press(shown, "修改");
    expect(shown.findAll("label").map((l) => l.text())).not.toContain("姓名");
    await submit(shown);
    expect(sent("appeals.save")[0]).toMatchObject({ id: "a1", person: undefined });
  });

  it("becomes a case that opens, or a topic told in words; one that became a case goes nowhere else", async () => {
    const shown = await show({ page: "appeals", id: "a1" });
    await field(shown, "作为什么议题").setValue("高温津贴标准");
    await submit(shown, 1);
    expect(sent("appeals.forward")).toEqual([{ id: "a1", onward: "committee", words: "高温津贴标准", meeting: undefined }]);
    await press(shown, "转为监督案件");
    expect(desk.place).toEqual({ page: "letters", id: "c9" });
    one = appeal({ onward: { onward: "supervision", words: null, on: "2026-11-16", number: "监〔2026〕1号", place: { page: "letters", id: "c9" } } });
    const went = await show({ page: "appeals", id: "a1" });
    expect(went.text()).toContain("有了结果，请回来登记答复");
    expect(went.findAll("button").map((b) => b.text())).not.toContain("转为监督案件");
  });
});

describe("a notice of dismissal", () => {
  it("says whether it came beforehand, what is next and whose, and what an answer means", async () => {
    const list = await show({ page: "dismissals" });
    expect(list.text()).toContain("我办：研究单位的通知，决定提不提意见");
    const shown = await show({ page: "dismissals", id: "d1" });
    for (const words of ["没有按期事先通知", "晚了", "应于 11月20日", "法律规定不得这样解除", "申请仲裁的时效为一年"]) expect(shown.text()).toContain(words);
    expect(filled(shown)).toEqual(["研究提意见"]);
    await shown.get("[aria-label='核对：事实查清楚了，有证据，听过本人的说明']").setValue("yes");
    await press(shown, "保存核对");
    expect(sent("dismissals.saveChecks")).toEqual([
      { id: "d1", answers: [{ item: "facts", yes: true, note: undefined }, { item: "women", yes: true, note: "孩子七个月" }] },
    ]);
  });

  it("is objected to with what the core begins, and without objection only that is sent", async () => {
    const shown = await show({ page: "dismissals", id: "d1", part: "opinion" });
    expect(field(shown, "查明的事实").element.value).toBe("本人在哺乳期");
    expect(shown.findAll("label").map((l) => l.text()), "the law sets the term").not.toContain("请在哪天以前答复");
    await submit(shown);
    expect(sent("dismissals.saveOpinion")[0]).toMatchObject({ id: "d1", stance: "object", findings: "本人在哺乳期", contact: undefined });
    await press(shown, "研究提意见");
    await field(shown, "工会的意见").setValue("none");
    await submit(shown);
    expect(sent("dismissals.saveOpinion")[1]).toEqual({ id: "d1", stance: "none", opinedOn: "2026-11-16", unchecked: undefined });
  });

  it("waits for somebody to say whether to object, and names whom nobody has looked into", async () => {
    start.opinion.stance = null;
    start.unchecked = ["在孕期、产期、哺乳期"];
    const shown = await show({ page: "dismissals", id: "d1", part: "opinion" });
    expect(field(shown, "工会的意见").element.value, "neither is chosen beforehand").toBe("");
    await submit(shown);
    expect(sent("dismissals.saveOpinion")).toEqual([]);
    expect(shown.text()).toContain("请选择提意见，还是没有意见");
    await field(shown, "工会的意见").setValue("none");
    expect(shown.text()).toContain("在孕期、产期、哺乳期");
    await field(shown, "受法律保护的情形还没有核对").setValue(true);
    await submit(shown);
    expect(sent("dismissals.saveOpinion")).toEqual([{ id: "d1", stance: "none", opinedOn: "2026-11-16", unchecked: true }]);
  });

  it("offers what was looked into since the opinion was written, and adds it only when told", async () => {
    start.moreFindings = ["你单位所说的理由事实依据不足：没有考核记录"];
    start.moreArticles = ["第四条"];
    const shown = await show({ page: "dismissals", id: "d1", part: "opinion" });
    expect(field(shown, "查明的事实").element.value).toBe("本人在哺乳期");
    await press(shown, "加到意见里");
    expect(field(shown, "查明的事实").element.value).toBe("本人在哺乳期\n你单位所说的理由事实依据不足：没有考核记录");
    expect(field(shown, "依据的条文").element.value).toBe("第四十二条\n第四条");
    expect(shown.findAll("button").map((b) => b.text())).not.toContain("加到意见里");
  });

  it("does not say for the employer what came of it", async () => {
    const shown = await show({ page: "dismissals", id: "d1", part: "answer" });
    expect(field(shown, "处理结果").element.value).toBe("");
    await field(shown, "答复的内容").setValue("不再解除");
    await submit(shown);
    expect(sent("dismissals.saveAnswer")).toEqual([]);
    await field(shown, "处理结果").setValue("withdrawn");
    await submit(shown);
    expect(sent("dismissals.saveAnswer")).toEqual([{ id: "d1", answeredOn: "2026-11-16", answer: "不再解除", result: "withdrawn" }]);
  });

  it("neither shows nor sends what this reader may not read of health", async () => {
    const looks = notice.looks.map((look) => (look.answer.item === "women" ? { ...look, answer: { item: look.answer.item }, warning: null, covered: true } : look));
    notice = dismissal({ looks, covered: true, opinion: { id: "d1", stance: "object", opinedOn: "2026-11-16" } });
    const shown = await show({ page: "dismissals", id: "d1" });
    expect(shown.text()).toContain("写有健康情况，只给有权查看的人看");
    expect(shown.text()).toContain("请由主席授权");
    expect(shown.find("[aria-label='核对：在孕期、产期、哺乳期']").exists()).toBe(false);
    await press(shown, "保存核对");
    expect(sent("dismissals.saveChecks")).toEqual([{ id: "d1", answers: [{ item: "facts", yes: undefined, note: undefined }] }]);
  });
});

describe("a case of mediation", () => {
  it("has one filled button, what it came from, the papers it can print, and only what can be entered now", async () => {
    const shown = await show({ page: "mediation", id: "m1" });
    expect(filled(shown)).toEqual(["登记调解会议"]);
    for (const words of ["诉〔2026〕1号", "申请书", "受理通知书", "职工，口头申请"]) expect(shown.text()).toContain(words);
    expect(shown.text()).not.toContain("调解协议书");
    const may = shown.get("[aria-label='登记别的事']").findAll("option").map((o) => o.text());
    expect(may).toEqual(["登记别的……", "调解会议", "双方同意延期", "达成协议", "调解不成", "撤回申请"]);
    await shown.get("[aria-label='登记别的事']").setValue("event:agreed");
    await field(shown, "协议的内容").setValue("补发八百元");
    await field(shown, "履行方式").setValue("转入工资卡");
    await submit(shown);
    expect(sent("mediation.saveEvent")).toEqual([
      { id: undefined, case: "m1", kind: "agreed", happenedOn: "2026-11-16", text: "补发八百元", untilOn: undefined, manner: "转入工资卡" },
    ]);
  });

  it("is written down from word of mouth, with nothing empty sent", async () => {
    const shown = await show({ page: "mediation", id: "new" });
    await field(shown, "职工").setValue("罗秀兰");
    await field(shown, "请求").setValue("补发加班费");
    await field(shown, "事实和理由").setValue("没有发");
    await submit(shown);
    expect(sent("mediation.save")).toEqual([
      expect.objectContaining({ worker: "罗秀兰", oral: true, applicant: "worker", appliedOn: "2026-11-16", talksOn: undefined, mediator: undefined, employer: undefined }),
    ]);
  });

  it("knows what its committee lacks and takes its people", async () => {
    const shown = await show({ page: "mediation", id: "committee" });
    expect(shown.text()).toContain("没有登记在聘期内的主任");
    await field(shown, "姓名").setValue("沈一诺");
    await field(shown, "职务").setValue("chair");
    await submit(shown);
    expect(sent("mediation.saveMediator")).toEqual([expect.objectContaining({ name: "沈一诺", side: "workers", office: "chair", chosen: "union", untilOn: undefined })]);
  });
});
