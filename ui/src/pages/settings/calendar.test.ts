// The days off as pages: what is asked for, the form that shows what moves before it keeps, the refusal at its row.
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, describe, expect, it } from "vitest";
import type { HolidayAsked, Notice, TriedCalendar } from "../../contract/bindings";
import { desk, setStatus } from "../../desk";
import { statusOf } from "../../../tests/status";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import CalendarPart from "./CalendarPart.vue";
import { noticeOf, typedOf } from "./calendar";

const asked: HolidayAsked[] = [
  { name: "元旦", days: 1, firstIs: null, first: "2027-01-01" },
  { name: "春节", days: 4, firstIs: "农历除夕", first: null },
];
const notice: Notice = {
  year: 2027,
  basis: "放假通知",
  holidays: [
    { name: "元旦", from: "2027-01-01", to: "2027-01-03", first: "2027-01-01", work: [] },
    { name: "春节", from: "2027-02-05", to: "2027-02-11", first: "2027-02-05", work: ["2027-02-14", "2027-02-20"] },
  ],
};
let tried: TriedCalendar;
let fake: FakePlatform;
beforeEach(() => {
  tried = { doubt: null, moved: [], settled: 0 };
  fake = new FakePlatform({
    "calendar.years": () => ({ years: [{ year: 2026, basis: "2026年通知", statutory: 13, rest: 20, work: 6, own: false, differs: false }], wanted: [2027], next: 2027 }),
    "calendar.form": () => ({ asked, notice, own: true }),
    "calendar.try": () => tried,
    "calendar.save": () => null,
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
const named = (name: string) => fake.calls.filter((c) => c.name === name);
const press = async (page: ReturnType<typeof mount>, words: string) => {
  await page.findAll("button").find((b) => b.text().includes(words))!.trigger("click");
  await flushPromises();
};
const form = async () => {
  const page = mount(CalendarPart, { attachTo: document.body });
  await flushPromises();
  await press(page, "录入2027年");
  return page;
};

describe("the notice as it is typed", () => {
  it("goes to the form and back as it was", () => {
    const typed = typedOf(2027, asked, notice);
    expect(typed.holidays[1]!.work).toBe("2027-02-14、2027-02-20");
    expect(noticeOf(2027, typed, asked)).toEqual(notice);
    typed.holidays[1]!.work = "2027年2月14日， 20270220";
    expect(noticeOf(2027, typed, asked)).toEqual(notice);
  });

  it("names the holiday that lacks a day, and the words that are none", () => {
    const typed = typedOf(2027, asked, notice);
    typed.holidays[1]!.work = "二月十四";
    expect(() => noticeOf(2027, typed, asked)).toThrowError(expect.objectContaining({ field: "holidays.1.work.0" }));
    typed.holidays[0]!.to = "";
    expect(() => noticeOf(2027, typed, asked)).toThrowError(expect.objectContaining({ message: "请填写元旦放假的日期。" }));
  });
});

describe("the days off in the settings", () => {
  it("says which year is asked for", async () => {
    const page = mount(CalendarPart, { attachTo: document.body });
    await flushPromises();
    expect(page.get(".urge").text()).toContain("2027年");
  });

  it("keeps at once what moves nothing", async () => {
    const page = await form();
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(named("calendar.save")[0]!.args).toEqual({ notice });
    expect(desk.said).toContain("已录入2027年放假安排");
  });

  it("shows what moves and asks once more", async () => {
    tried = { doubt: null, settled: 1, moved: [{ title: "报送审查", whose: "union", before: "2027-02-10", after: "2027-02-12" }] };
    const page = await form();
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(named("calendar.save")).toHaveLength(0);
    expect(page.get(".tried").text()).toContain("报送审查");
    expect(page.get(".tried").text()).toContain("2027年2月12日");
    await press(page, "确认保存");
    expect(named("calendar.save")).toHaveLength(1);
  });

  it("shows a refusal under its holiday", async () => {
    fake.handlers["calendar.try"] = () => {
      throw { code: "bad_input", message: "春节有4天法定休假日。", field: "holidays.1.to" };
    };
    const page = await form();
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(page.get("p.wrong").text()).toContain("4天法定休假日");
    expect(named("calendar.save")).toHaveLength(0);
  });
});
