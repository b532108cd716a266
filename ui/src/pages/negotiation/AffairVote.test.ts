// A vote of the congress: what was registered when the session was called is taken from there, and the rest stays as typed. A
// refusal stands under the contract it is of.
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, expect, it } from "vitest";
import type { Agreement } from "../../contract/bindings";
import { affair } from "../../../tests/affair";
import { statusOf } from "../../../tests/status";
import { setStatus } from "../../desk";
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
