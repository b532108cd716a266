// The contribution: a duty opens the month or the letter it is about, sums stand under their columns, and the employer is not
// typed again.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { FeeMonth, FeeYear } from "../../contract/bindings";
import { setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import { asPercent, spanOf, toShare } from "./fee";
import UnionPage from "./UnionPage.vue";

const rule = { id: "CN-FU-01", instrument: "工会法", number: "", article: "第四十三条", verifiedOn: "2026-11-28", layer: "national", layerName: "国家", confidence: "high", short: "工会法第四十三条" } as const;
const month = (of: string, payroll: number | null): FeeMonth => ({
  month: of, hidden: false, payrollId: null, payroll, source: null, due: payroll === null ? null : payroll / 50, dueOn: "2026-08-15", paid: 0, missing: payroll === null ? null : payroll / 50,
  share: null, returned: 0, outstanding: null, payments: [],
});
const year: FeeYear = {
  year: 2026, years: [2026], shares: [{ id: "s1", from: "2026-07", share: 6000 }], rate: 200, rule, dayRule: null,
  months: [month("2026-07", 187105000), month("2026-08", null)],
  sums: { payroll: 187105000, due: 3742100, paid: 0, missing: 3742100, share: 0, returned: 0, outstanding: 0 }, demands: [],
};
let fake: FakePlatform;
beforeEach(() => {
  fake = new FakePlatform({
    "union.fee": () => year,
    "union.get": () => ({ id: "u1", details: { enterprises: [{ name: "赣江机械有限公司" }] } }),
    "union.saveFeeDemand": () => "d1",
    "union.saveFeePayroll": () => null,
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));
const open = async (id?: string) => {
  const page = mount(UnionPage, { props: { place: { page: "union", part: "fee", id } }, attachTo: document.body });
  await flushPromises();
  return page;
};
const sent = (name: string) => fake.calls.find((c) => c.name === name)?.args;

it("shows each month with its sums", async () => {
  const page = await open();
  expect(page.text()).toContain("1,871,050.00");
  expect(page.find("tfoot").text()).toContain("37,421.00");
  expect(page.text()).toContain("2026年7月起回拨 60%");
});

it("lists no sum of a month that is kept back, and says who is told", async () => {
  const kept: FeeMonth = { ...month("2026-08", null), hidden: true, paid: null, returned: null };
  fake.handlers["union.fee"] = () => ({ ...year, months: [year.months[0]!, kept] });
  const page = await open();
  expect(page.findAll("tbody tr")[1]!.text()).toContain("不列");
  expect(page.text()).toContain("只给有查看个人工资权限的人看");
});

it("opens from a duty the letter of its months, addressed to the employer on record", async () => {
  const page = await open("2026-07..2026-08");
  await page.find("form").trigger("submit");
  await flushPromises();
  expect(sent("union.saveFeeDemand")).toMatchObject({ from: "2026-07", to: "2026-08", addressee: "赣江机械有限公司" });
});

it("opens from a duty the month that is to be entered", async () => {
  const page = await open("2026-08");
  expect(page.find("h1").text()).toBe("2026年8月的工会经费");
  await page.find("input").setValue("1,862,400.50");
  await page.find("form").trigger("submit");
  await flushPromises();
  expect(sent("union.saveFeePayroll")).toMatchObject({ month: "2026-08", payroll: 186240050 });
});

it("reads spans and shares as they are written", () => {
  expect(spanOf("2026-08")).toEqual({ from: "2026-08", to: null });
  expect(spanOf("committee")).toBeNull();
  expect(["60", "62.5", "100%", "100.01", "", "六十"].map(toShare)).toEqual([6000, 6250, 10000, null, null, null]);
  expect([6000, 6250, 50].map(asPercent)).toEqual(["60%", "62.5%", "0.5%"]);
});
