// The register of committees' records: entered with the people of the last meeting, judged, signed, corrected, and what
// stands on a decision.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { committee, decision, lineOf } from "../../../dev/committee";
import { statusOf } from "../../../tests/status";
import type { CommitteeRecord, Place } from "../../contract/bindings";
import { desk, go, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import Decisions from "../../parts/Decisions.vue";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import CommitteePage from "./CommitteePage.vue";
import { asCommittee, draftOf, freshDraft, misreadVote, type TopicDraft } from "./logic";

vi.mock("../../parts/PaperPreview.vue", () => ({ default: { props: ["load", "name"], template: "<div class='paper'>{{ name }}</div>" } }));

let kept: CommitteeRecord[];
let fake: FakePlatform;
beforeEach(() => {
  kept = committee;
  fake = new FakePlatform({
    "committee.list": ({ body }: { body?: string }) => {
      const rows = kept.filter((one) => !body || one.record.body === body).map(lineOf);
      return { total: rows.length, rows, kept: kept.length, drafts: 1, years: [2026] };
    },
    "committee.get": ({ id }: { id: string }) => kept.find((one) => one.id === id),
    "committee.save": () => "k2",
    "committee.sign": () => null,
    "committee.remove": () => null,
    "committee.export": () => ({ rows: 2 }),
    "decisions.of": () => [],
    "decisions.list": () => [decision],
    "decisions.cite": () => "u1",
    "members.search": () => ({ total: 0, rows: [] }),
    "files.list": () => [],
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => {
  forgetDrafts();
  setStatus({ known: [], home: "/", open: null });
  document.body.innerHTML = "";
});

async function show(place: Place = { page: "committee" }) {
  const page = mount(CommitteePage, { props: { place }, attachTo: document.body });
  await flushPromises();
  return page;
}
type Page = Awaited<ReturnType<typeof show>>;
async function press(page: Pick<Page, "findAll">, words: string) {
  await page.findAll("button").find((b) => b.text() === words)!.trigger("click");
  await flushPromises();
}
const sent = (name: string) => fake.calls.filter((c) => c.name === name).map((c) => c.args);
const filled = (page: Page) => page.findAll(".el-button--primary").map((b) => b.text());

it("says of a vote in which somebody who came is not counted", async () => {
  const one = committee.find((record) => record.signedOn !== null)!;
  kept = [{ ...one, topics: one.topics.map((topic) => ({ ...topic, unaccounted: topic.id === "t1" ? 1 : null })) }];
  const page = await show({ page: "committee", id: one.id });
  expect(page.findAll('[role="note"]').map((note) => note.text())).toEqual(["到会 3 人，有 1 人不在票数里，请核对；没有投票的，在讨论情况里写明。"]);
});

describe("the register", () => {
  it("says on an empty page what a record is for", async () => {
    kept = [];
    const page = await show();
    expect(page.text()).toContain("还没有会议记录");
    expect(filled(page)).toEqual(["记一次会议"]);
  });

  it("shows who came and what was decided, and hands every filter to the core", async () => {
    const page = await show();
    for (const words of ["3 / 4 人", "提出工资集体协商要约；职工书屋改建", "1 项", "未签字 1 份", "已签字"]) expect(page.text()).toContain(words);
    await page.get("[aria-label='状态']").setValue("signed");
    await page.get("[aria-label='哪个会']").setValue("committee");
    await page.get("[aria-label='年份']").setValue("2026");
    await flushPromises();
    const query = { text: undefined, state: "signed", body: "committee", year: 2026, sort: "heldOn", descending: true };
    expect(sent("committee.list").at(-1)).toMatchObject(query);
    fake.nextPick = { handle: "h1", name: "会议记录.xlsx" };
    await press(page, "导出 Excel");
    expect(sent("committee.export")).toEqual([{ query, to: "h1" }]);
    expect(page.get("[aria-current='page']").text()).toBe("会议记录");
  });
});

describe("a new record", () => {
  it("takes over the people of the last meeting, all present, and sends what was typed", async () => {
    const page = await show();
    await press(page, "记一次会议");
    expect(page.text()).toContain("应到 4 人，实到 4 人");
    await page.get("[aria-label='第1项议题'] input.field").setValue("慰问困难职工");
    await press(page, "一致同意");
    await page.findAll("[aria-label='第1项议题'] textarea")[1]!.setValue("慰问八户");
    await page.get("form").trigger("submit");
    await flushPromises();
    const [input] = sent("committee.save") as [{ members: object[]; topics: object[] }];
    expect(input).toMatchObject({ body: "committee", chair: "周喆", recorder: "沈一诺", place: "工会办公室", begins: undefined });
    expect(input.members).toHaveLength(4);
    expect(input.members[3]).toEqual({ person: undefined, name: "邓玉兰", post: "生活保障委员", present: true, reason: undefined });
    expect(input.topics).toEqual([{ id: undefined, title: "慰问困难职工", said: undefined, votes: { favour: 4, against: 0, abstained: 0 }, decision: "慰问八户" }]);
  });

  it("says at its day why nothing was sent, where half a day stands there", async () => {
    const page = await show();
    await press(page, "记一次会议");
    await page.get(".grid input").setValue("2026-11");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(sent("committee.save")).toEqual([]);
    expect(page.get("[role=alert]").text()).toContain("“2026-11”不是一个日期");
    expect(document.activeElement).toBe(page.get(".grid input").element);
  });

  it("shows the refusal of one person at their line, blank lines not counted", async () => {
    fake.handlers["committee.save"] = () => {
      throw { code: "bad_input", message: "王伟已经在名单里了。", field: "members.2.name" };
    };
    const page = await show();
    await press(page, "记一次会议");
    await press(page, "加一位");
    await page.get("form").trigger("submit");
    await flushPromises();
    const line = page.findAll(".people .one").find((one) => one.find("[role=alert]").exists())!;
    expect(line.get<HTMLInputElement>("input").element.value).toBe("王伟");
  });

  const typed = (topic: Partial<TopicDraft>) => {
    const draft = freshDraft(null, "2026-11-16");
    Object.assign(draft.topics[0]!, { title: "慰问", ...topic });
    return draft;
  };

  it("begins blank without a last meeting, and keeps a decision though its vote was unticked", async () => {
    expect(freshDraft(null, "2026-11-16").members).toHaveLength(3);
    const unticked = typed({ voted: false, favour: "4", decision: "慰问八户" });
    expect(asCommittee(unticked)).toMatchObject({ members: [], topics: [{ votes: undefined, decision: "慰问八户" }] });
    expect(draftOf(committee[0]!, false).topics[0]).toMatchObject({ voted: true, favour: "", decision: "慰问八户" });
    const page = await show();
    await press(page, "记一次会议");
    await page.findAll("[aria-label='第1项议题'] textarea")[1]!.setValue("慰问八户");
    await page.get("[aria-label='第1项议题'] [type=checkbox]").setValue(false);
    expect(page.findAll<HTMLTextAreaElement>("[aria-label='第1项议题'] textarea").map((one) => one.element.value)).toEqual(["", "慰问八户"]);
    expect(page.get("[aria-label='第1项议题']").text()).toContain("没有表决的不成决定");
  });

  it("counts wide digits, and those against alone as a vote", () => {
    const wide = typed({ favour: "４", against: "１" });
    expect(misreadVote(wide)).toBeNull();
    expect(asCommittee(wide).topics[0]!.votes).toEqual({ favour: 4, against: 1, abstained: 0 });
    expect(misreadVote(typed({ against: "3" }))).toMatchObject({ field: "topics.0.favour" });
    expect(asCommittee(typed({ favour: "0", against: "3", abstained: "" })).topics[0]!.votes).toEqual({ favour: 0, against: 3, abstained: 0 });
    expect(misreadVote(typed({}))).toBeNull();
    expect(asCommittee(typed({})).topics[0]!.votes, "the votes are not in yet").toBeUndefined();
  });

  it("refuses at its field what is no number of votes, and sends nothing", async () => {
    for (const wrong of ["4票", "四", "4.0", "-1"]) {
      expect(misreadVote(typed({ favour: wrong }))).toMatchObject({ field: "topics.0.favour" });
      expect(misreadVote(typed({ favour: "4", abstained: wrong }))).toMatchObject({ field: "topics.0.abstained" });
    }
    expect(misreadVote(typed({ voted: false, favour: "四" })), "nothing was put to the vote").toBeNull();
    const page = await show();
    await press(page, "记一次会议");
    await page.findAll("[aria-label='第1项议题'] .count input")[0]!.setValue("4票");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(sent("committee.save")).toEqual([]);
    expect(page.findAll("[aria-label='第1项议题'] [role=alert]").map((one) => one.text())).toEqual(["赞成的票数“4票”看不出是几票，请只填数字，例如 4。"]);
    expect(page.findAll("[aria-label='第1项议题'] .count input").map((one) => one.attributes("aria-invalid"))).toEqual(["true", "false", "false"]);
  });
});

describe("a record", () => {
  it("names what a draft lacks, and is signed only once it is whole", async () => {
    const page = await show({ page: "committee", id: "k2" });
    expect(page.text()).toContain("第1项议题的表决票数");
    expect(filled(page)).toEqual(["修改"]);
    page.unmount();
    kept = [{ ...committee[0]!, missing: [] }];
    const whole = await show({ page: "committee", id: "k2" });
    expect(filled(whole)).toEqual(["签字定稿"]);
    await press(whole, "签字定稿");
    expect(document.body.textContent).toContain("不能修改，也不能撤销");
    [...document.querySelectorAll<HTMLElement>(".el-dialog button")].find((b) => b.textContent!.includes("签字定稿"))!.click();
    await flushPromises();
    expect(sent("committee.sign")).toEqual([{ id: "k2", signedOn: "2026-11-16" }]);
  });

  it("shows votes beside what they need, and leads to what stands on a decision", async () => {
    const page = await show({ page: "committee", id: "k1" });
    for (const words of ["赞成 3，反对 0，弃权 0", "须有 2 票赞成", "没有通过", "没有通过的提议", "邓玉兰（出差）", "（待核实）"]) expect(page.text()).toContain(words);
    await press(page, "工协约〔2026〕1号《要约书》");
    expect(desk.place).toMatchObject({ page: "outgoing", id: "o1" });
    go({ page: "today" });
    expect(page.findAll("button").map((b) => b.text())).not.toContain("移除");
  });

  it("says that no rule of its day is kept, instead of that enough came", async () => {
    const page = await show({ page: "committee", id: "k1" });
    expect(page.text()).toContain("够人数");
    expect(page.text()).not.toContain("没有收录");
    page.unmount();
    const old = committee[1]!;
    const none = { needed: null, reached: null, quorumRule: null, voteRule: null };
    const topics = old.topics.map((topic) => ({ ...topic, needed: null, passed: topic.id === "t1" ? null : false }));
    kept = [{ ...old, quorum: { ...old.quorum, ...none }, topics }];
    const then = await show({ page: "committee", id: "k1" });
    for (const words of ["没有收录会议那天适用的到会人数规定", "没有收录会议那天适用的表决规定", "没有通过的提议"]) expect(then.text()).toContain(words);
    expect(then.findAll(".mark.done").map((one) => one.text())).not.toContain("够人数");
  });

  it("is corrected by a new one that begins as the old and names it", async () => {
    const page = await show({ page: "committee", id: "k1" });
    await press(page, "更正");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(sent("committee.save")).toMatchObject([{ id: undefined, corrects: "k1", topics: [{ id: undefined, title: "提出工资集体协商要约" }, {}] }]);
    expect(draftOf(committee[1]!, false)).toMatchObject({ id: "k1", topics: [{ id: "t1" }, { id: "t2" }] });
  });
});

describe("the decisions an act stands on", () => {
  it("are picked from the signed ones", async () => {
    const part = mount(Decisions, { props: { act: "paper", id: "o1" }, attachTo: document.body });
    await flushPromises();
    expect(part.text()).toContain("没有写依据哪一次委员会的决定");
    await press(part, "选一项决定");
    await part.get("select").setValue("t1");
    await part.get("form").trigger("submit");
    await flushPromises();
    expect(sent("decisions.cite")).toEqual([{ decision: "t1", act: "paper", of: "o1" }]);
  });
});
