// Today's page: a kept undertaking asks for its day in place, any other duty leads to its page.
import { flushPromises, mount } from "@vue/test-utils";
import { expect, it } from "vitest";
import { example } from "../../../tests/rules";
import { statusOf } from "../../../tests/status";
import type { Duty } from "../../contract/bindings";
import { desk, setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import TodayPage from "./TodayPage.vue";

const duty = (over: Partial<Duty>): Duty => ({
  id: "undertaking:u1",
  module: "negotiation",
  whose: "employer",
  title: "兑现承诺",
  origin: "",
  due: "2026-11-20",
  days: 4,
  band: "week",
  button: "登记完成",
  place: { page: "negotiation", id: "n", part: "undertakings" },
  ...over,
});

it("says that the computer's clock may be wrong", async () => {
  const clockWarning = "电脑的时钟可能不准：现在显示2026年11月16日09:00，而账本最后一次记录是在2026年11月17日09:00，不是现在慢了，就是那时快了。";
  usePlatform(new FakePlatform({ "today.list": () => ({ day: "2026-11-16", clockWarning, duties: [] }) }));
  const page = mount(TodayPage);
  await flushPromises();
  expect(page.get("[role=alert]").text()).toBe(clockWarning);
});

it("asks whoever came by the recovery sheet for a new passphrase, before all that is due", async () => {
  usePlatform(new FakePlatform({ "today.list": () => ({ day: "2026-11-16", duties: [duty({})] }) }));
  setStatus(statusOf("chair", { bySheet: true }));
  const page = mount(TodayPage);
  await flushPromises();
  expect(page.findAll("h2")[0]!.text()).toBe("用恢复单打开了账本，请现在设新口令");
  setStatus(statusOf("chair"));
  await flushPromises();
  expect(page.text()).not.toContain("恢复单");
  setStatus({ known: [], home: "/", open: null });
});

it("asks for the day of a kept undertaking in place, not after today, and leads elsewhere for the rest", async () => {
  const duties = [duty({}), duty({ id: "meetings:n", button: "记录会议" })];
  const fake = new FakePlatform({ "today.list": () => ({ day: "2026-11-16", duties }), "negotiation.markUndertaking": () => null });
  usePlatform(fake);
  const page = mount(TodayPage);
  await flushPromises();
  const press = (words: string) => page.findAll("button").find((b) => b.text() === words)!.trigger("click");
  await press("登记完成");
  expect(desk.place.page).toBe("today");
  const day = page.get<HTMLInputElement>("input");
  expect(day.element.value).toBe("2026-11-16");
  await day.setValue("2026-11-17");
  await page.get("form").trigger("submit");
  expect(page.get("[role=alert]").text()).toBe("不能晚于今天。");
  await day.setValue("2026-11-15");
  await page.get("form").trigger("submit");
  await flushPromises();
  expect(fake.calls.filter((c) => c.name !== "today.list")).toEqual([
    { name: "negotiation.markUndertaking", args: { undertaking: "u1", doneOn: "2026-11-15" } },
  ]);
  await press("记录会议");
  expect(desk.place).toMatchObject({ page: "negotiation", part: "undertakings" });
});

it("shows both days of a last day of rest, and the day that is certain", async () => {
  const deadline = { ...example, due: "2027-01-09", weekendDue: "2027-01-11", certain: false, certainDue: "2027-01-08" };
  usePlatform(new FakePlatform({ "today.list": () => ({ day: "2026-11-16", duties: [duty({ due: "2027-01-09", days: 54, band: "later", deadline })] }) }));
  const page = mount(TodayPage);
  await flushPromises();
  const due = page.get(".due").text();
  for (const words of ["1月9日", "遇休息日顺延为", "1月11日", "稳妥：", "1月8日"]) expect(due).toContain(words);
});

it("opens what is due as a paper, to print it", async () => {
  const fake = new FakePlatform({ "today.list": () => ({ day: "2026-11-16", duties: [duty({})] }) });
  usePlatform(fake);
  const page = mount(TodayPage, { attachTo: document.body });
  await flushPromises();
  await page.findAll("button").find((b) => b.text() === "打印")!.trigger("click");
  await flushPromises();
  expect(fake.opened).toEqual([{ name: "papers.preview", args: { kind: "today.duties", of: "today" } }]);
});

it("draws how a day came about, and leads to all rules of the matter", async () => {
  usePlatform(new FakePlatform({ "today.list": () => ({ day: "2026-11-16", duties: [duty({ deadline: example })] }) }));
  const page = mount(TodayPage, { attachTo: document.body });
  await flushPromises();
  await page.get(".why").trigger("click");
  expect(page.get("svg[aria-label]").attributes("aria-label")).toBe(example.explanation.sentence);
  await page.findAll("button").find((b) => b.text().startsWith("到法规页"))!.trigger("click");
  expect(desk.place).toMatchObject({ page: "law", id: "JX-22" });
});
