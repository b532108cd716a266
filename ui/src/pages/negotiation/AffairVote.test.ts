// A vote of the congress: what was registered when the session was called is taken from there, and the rest stays as typed.
import { flushPromises, mount } from "@vue/test-utils";
import { expect, it } from "vitest";
import type { Agreement } from "../../contract/bindings";
import { affair } from "../../../tests/affair";
import { statusOf } from "../../../tests/status";
import { setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import AffairVote from "./AffairVote.vue";

it("takes a session as it was called, and the number of delegates of a term", async () => {
  const record = { term: "t", name: "第三届职工代表大会第五次会议", heldOn: "2026-12-03", place: "礼堂", host: "梁静言", due: 42, present: 40, matters: [] };
  const line = { id: "m", name: record.name, heldOn: record.heldOn, place: "礼堂", matters: 1, held: true };
  const fake = new FakePlatform({
    "congress.meetings": () => ({ meetings: [line], terms: [{ id: "t", name: "第三届职工代表大会", delegates: ["甲", "乙", "丙"] }], musts: [] }),
    "congress.meeting": () => ({ id: "m", termName: "第三届职工代表大会", record, rungs: [], verdicts: [], lacks: [], todos: [], rules: [] }),
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
  const agreement = { id: "a", title: "工资专项集体合同", state: "drafted", votes: [] } as unknown as Agreement;
  const page = mount(AffairVote, { props: { affair: { ...affair(), agreements: [agreement] }, agreement, today: "2026-12-03" } });
  await flushPromises();
  const field = (label: string) => page.get<HTMLInputElement>(`#${page.findAll("label").find((one) => one.text().startsWith(label))!.attributes("for")}`);
  await field("监票人").setValue("何平");
  await field("照职代会").setValue("m");
  await flushPromises();
  const filled = ["届次", "应到人数", "实到人数", "主持人", "监票人"].map((label) => field(label).element.value);
  expect(filled).toEqual([record.name, "42", "40", "梁静言", "何平"]);
  await field("照职代会").setValue("t");
  await flushPromises();
  expect(field("应到人数").element.value).toBe("3");
});
