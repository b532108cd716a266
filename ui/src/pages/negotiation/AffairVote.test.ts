// A vote of the congress: what was registered when the session was called is taken from there, and the rest stays as typed. A
// refusal stands under the contract it is of.
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, expect, it, vi } from "vitest";
import type { Agreement } from "../../contract/bindings";
import { affair } from "../../../tests/affair";
import { statusOf } from "../../../tests/status";
import { desk, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import AffairVote from "./AffairVote.vue";

const record = { term: "t", name: "第三届职工代表大会第五次会议", heldOn: "2026-12-03", place: "礼堂", host: "梁静言", due: 42, present: 40, matters: [] };
const line = { id: "m", name: record.name, heldOn: record.heldOn, place: "礼堂", matters: 1, held: true };
const wait = (id: string, title: string, state = "drafted") => ({ id, title, state, votes: [] }) as unknown as Agreement;
let fake: FakePlatform;
beforeEach(() => {
  forgetDrafts();
  fake = new FakePlatform({
    "congress.meetings": () => ({ meetings: [line], terms: [{ id: "t", name: "第三届职工代表大会", delegates: ["甲", "乙", "丙"] }], musts: [] }),
    "congress.meeting": () => ({ id: "m", termName: "第三届职工代表大会", record, rungs: [], verdicts: [], lacks: [], todos: [], rules: [] }),
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
async function show(agreements: Agreement[] = [wait("a", "工资专项集体合同")]) {
  const page = mount(AffairVote, { props: { affair: { ...affair(), agreements }, agreement: agreements.find((one) => one.state === "drafted")!, today: "2026-12-01" } });
  await flushPromises();
  const field = (label: string) => page.get<HTMLInputElement>(`#${page.findAll("label").find((one) => one.text().startsWith(label))!.attributes("for")}`);
  const choose = async (value: string) => {
    await field("照职代会").setValue(value);
    await flushPromises();
  };
  return { page, field, choose, values: (...labels: string[]) => labels.map((label) => field(label).element.value) };
}

it("takes a session as it was called, and the number of delegates of a term", async () => {
  const { page, field, choose, values } = await show();
  await field("监票人").setValue("何平");
  await choose("m");
  expect(values("届次", "日期", "应到人数", "实到人数", "主持人", "监票人")).toEqual([record.name, "2026-12-03", "42", "40", "梁静言", "何平"]);
  expect(page.text()).toContain("已带过来：届次、日期、应到人数、实到人数、主持人。");
  await choose("t");
  expect(values("应到人数", "届次"), "what came with the one before goes with it").toEqual(["3", ""]);
});

it("leaves what was typed, says so, and takes the rest back again", async () => {
  const { page, field, choose, values } = await show();
  await field("实到人数").setValue("38");
  await field("主持人").setValue("张建国");
  await choose("m");
  expect(values("届次", "应到人数", "实到人数", "主持人")).toEqual([record.name, "42", "38", "张建国"]);
  expect(page.get("[role=status]").text()).toContain("您填了的没有动：实到人数、主持人。");
  await field("应到人数").setValue("41");
  await choose("");
  expect(values("届次", "日期", "应到人数", "实到人数", "主持人"), "what was typed over it stays too").toEqual(["", "2026-12-01", "41", "38", "张建国"]);
});

it("shows a refusal under the contract it is of, whatever others stand in the form", async () => {
  fake.handlers["negotiation.saveVote"] = () => {
    throw { code: "bad_input", message: "合计多于收回的选票。", field: "votes.1.votesFor" };
  };
  const names = ["甲", "乙", "丙"].map((name) => `${name}合同`);
  const { page } = await show([wait("old", "去年的合同", "inEffect"), ...names.map((name, at) => wait(`a${at}`, name))]);
  await page.get("form").trigger("submit");
  await flushPromises();
  const rows = () => page.findAll(".vote").filter((row) => row.find("[role=alert]").exists()).map((row) => row.text());
  expect(rows()).toHaveLength(1);
  expect(rows()[0]).toContain("乙合同");
  await page.get("input[aria-label='表决了甲合同']").setValue(false);
  expect(rows()[0], "it is of what was sent").toContain("乙合同");
});

const lines = { attendance: 30, half: 23, overHalf: 23, needed: 23, explained: [], rules: [] };
/** Judged as the core does it: 23 votes are needed. */
const judge = ({ votes }: { votes: { agreement: string; votesFor: number }[] }) =>
  votes.map((ballot) => {
    const passed = ballot.votesFor >= 23;
    const verdict = passed ? `赞成${ballot.votesFor}票，达到规定的23票，表决通过。` : `赞成${ballot.votesFor}票，没有达到规定的23票，表决没有通过。`;
    return { ballot, lines, passed, verdict };
  });

it("shows the lines and what comes of the votes while they are typed, and says that it did not pass", async () => {
  vi.useFakeTimers();
  fake.handlers["negotiation.judgeVote"] = judge as never;
  fake.handlers["negotiation.saveVote"] = () => "s1";
  const { page, field } = await show();
  const typed = async () => {
    await vi.advanceTimersByTimeAsync(400);
    await flushPromises();
  };
  await field("应到人数").setValue("45");
  await typed();
  expect(page.get(".vote .note").text()).toContain("到会至少 30 人；半数以上 23 票，过半数 23 票，这里要求 23 票");
  expect(page.find(".vote [role=status]").exists(), "nobody voted yet").toBe(false);
  await field("实到人数").setValue("43");
  const yes = page.get<HTMLInputElement>("input[aria-label='工资专项集体合同的赞成票']");
  await yes.setValue(20);
  await typed();
  expect(page.get(".vote [role=status]").text()).toContain("表决没有通过");
  await yes.setValue(40);
  await typed();
  expect(page.get(".vote [role=status]").text()).toContain("表决通过");
  await yes.setValue(20);
  await page.get("form").trigger("submit");
  await typed();
  expect(desk.said).toBe("已登记表决。工资专项集体合同：赞成20票，没有达到规定的23票，表决没有通过。可以撤销。");
  vi.useRealTimers();
});

it("says what comes of the votes only where no more were counted than came back", async () => {
  vi.useFakeTimers();
  fake.handlers["negotiation.judgeVote"] = judge as never;
  const { page, field } = await show();
  for (const [label, number] of [["应到人数", "60"], ["实到人数", "55"], ["发出选票", "55"], ["收回选票", "55"]] as const) await field(label).setValue(number);
  await page.get("input[aria-label='工资专项集体合同的赞成票']").setValue(41);
  const no = page.get<HTMLInputElement>("input[aria-label='工资专项集体合同的反对票']");
  await no.setValue(15);
  await vi.advanceTimersByTimeAsync(400);
  await flushPromises();
  expect(page.get(".vote .wrong").text()).toContain("比收回的选票多 1 张");
  expect(page.find(".vote [role=status]").exists(), "the counts are not sound yet").toBe(false);
  await no.setValue(14);
  await vi.advanceTimersByTimeAsync(400);
  await flushPromises();
  expect(page.get(".vote [role=status]").text()).toContain("表决通过");
  vi.useRealTimers();
});

it("proposes the union's chair, whose post goes with the name", async () => {
  const one = wait("a", "工资专项集体合同");
  const page = mount(AffairVote, { props: { affair: { ...affair(), agreements: [one] }, agreement: one, today: "2026-12-01", chair: "冯天佑" } });
  await flushPromises();
  const field = (label: string) => page.get<HTMLInputElement>(`#${page.findAll("label").find((other) => other.text() === label)!.attributes("for")}`);
  expect([field("主持人").element.value, field("主持人职务").element.value]).toEqual(["冯天佑", "工会主席"]);
  await field("主持人").setValue("梁静言");
  expect(field("主持人职务").element.value).toBe("");
});
