// The sheet of the upper union: who answers for it is proposed once, and whoever empties it means to.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { MemberStatistics } from "../../contract/bindings";
import { changed } from "../../contract/refresh";
import { setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import StatisticsPage from "./StatisticsPage.vue";

const flow = { month: 0, start: 1, joined: 0, movedIn: 0, resumed: 0, movedOut: 0, withdrawn: 0, expelled: 0, died: 0, end: 1 };
const told: MemberStatistics = {
  asOf: "2026-11-16",
  says: null,
  year: 2026,
  people: 1,
  retained: 0,
  tables: [{ by: "sex", title: "按性别", rows: [{ key: "male", label: "男", people: 1 }], total: 1 }],
  flags: [],
  flows: [],
  flow,
  density: { members: 1, workers: null, rate: "—", counted: "", told: null },
  chair: "周敏",
};
beforeEach(() => {
  usePlatform(new FakePlatform({ "members.statistics": () => told, "union.workforce": () => [] }));
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));

it("begins with the chair, and leaves the place empty for whoever empties it", async () => {
  const page = mount(StatisticsPage, { attachTo: document.body });
  await flushPromises();
  const label = page.findAll("label").find((one) => one.text() === "负责人")!;
  const field = page.get<HTMLInputElement>(`[id="${label.attributes("for")}"]`);
  expect(field.element.value).toBe("周敏");
  await field.setValue("");
  changed(["person"]);
  await flushPromises();
  expect(field.element.value).toBe("");
});
