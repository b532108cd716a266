// The meetings in the order in which they were held, and what was promised in them: kept on a day that is asked for, opened again,
// and marked when its day has passed.
import { flushPromises, mount } from "@vue/test-utils";
import { expect, it } from "vitest";
import { affair } from "../../../tests/affair";
import { statusOf } from "../../../tests/status";
import { setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import AffairMeetings from "./AffairMeetings.vue";

it("asks for the day an undertaking was kept, and opens a kept one again", async () => {
  const fake = new FakePlatform({ "negotiation.markUndertaking": () => null });
  usePlatform(fake);
  setStatus(statusOf("chair"));
  const whole = affair();
  whole.meetings[0]!.record.undertakings = [
    { id: "u1", what: "报表", side: "employer", owner: "万敏", dueOn: "2027-01-02" },
    { id: "u2", what: "名单", side: "workers", owner: "王伟", doneOn: "2026-11-10" },
  ];
  const page = mount(AffairMeetings, { props: { affair: whole }, global: { stubs: { ConfirmFinal: true } } });
  expect(page.text()).toContain("2027年1月2日前");
  const press = (words: string) => page.findAll("button").find((b) => b.text() === words)!.trigger("click");
  await press("登记兑现");
  expect(fake.calls, "the day is asked for first").toEqual([]);
  expect(page.get("input").element.value).toBe("2026-11-16");
  await page.get("input").setValue("2026-11-12");
  await page.get("form").trigger("submit");
  await flushPromises();
  await press("改为未兑现");
  await flushPromises();
  expect(fake.calls.map((c) => c.args)).toEqual([{ undertaking: "u1", doneOn: "2026-11-12" }, { undertaking: "u2", doneOn: undefined }]);
});

it("marks a promise whose day has passed, with the days, and leaves alone what is due today, open without a day or kept", () => {
  setStatus(statusOf("chair"));
  const whole = affair();
  const promise = (id: string, over: object) => ({ id, what: id, side: "employer" as const, owner: "饶思敏", ...over });
  whole.meetings[0]!.record.undertakings = [promise("u1", { dueOn: "2026-11-14" }), promise("u2", { dueOn: "2026-11-16" }), promise("u3", {}), promise("u4", { dueOn: "2026-11-01", doneOn: "2026-11-10" })];
  const page = mount(AffairMeetings, { props: { affair: whole }, global: { stubs: { ConfirmFinal: true } } });
  expect(page.findAll(".mark").map((one) => one.text())).toEqual(["11月14日前，超 2 天", "11月16日前", "未定日期", "11月10日兑现"]);
  expect(page.findAll(".mark.late").map((one) => one.text())).toEqual(["11月14日前，超 2 天"]);
});

it("breaks the talks off in the meeting that was held last, and removes the one that bears the last number", async () => {
  usePlatform(new FakePlatform({}));
  setStatus(statusOf("chair"));
  const whole = affair();
  const [only] = whole.meetings;
  // The third was forgotten and entered afterwards: it was held first.
  whole.meetings = [3, 1, 2].map((round) => ({ id: `m${round}`, round, record: { ...only!.record, id: `m${round}`, heldOn: `2026-11-0${round === 3 ? 1 : round + 1}` } }));
  const page = mount(AffairMeetings, { props: { affair: whole }, global: { stubs: { ConfirmFinal: true } } });
  const rounds = page.findAll(".line").map((line) => ({ round: line.get("strong").text(), acts: line.findAll("button").map((b) => b.text()) }));
  expect(rounds.map((one) => one.round)).toEqual(["第 3 轮", "第 1 轮", "第 2 轮"]);
  expect(rounds.map((one) => one.acts.includes("登记中止"))).toEqual([false, false, true]);
  expect(rounds.map((one) => one.acts.includes("移除"))).toEqual([true, false, false]);
  await page.findAll("button").find((b) => b.text() === "登记中止")!.trigger("click");
  expect(page.emitted("open")).toEqual([["suspension:m2"]]);
});
