// What the employer pays to the funds, typed: a sum that cannot be read is said at its field and not sent as none.
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import { setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import InsurancePart from "./InsurancePart.vue";

let fake: FakePlatform;
beforeEach(() => {
  fake = new FakePlatform({ "pay.saveInsurance": () => null });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});

it("sends no ceiling that cannot be read, and does not send it as none either", async () => {
  const page = mount(InsurancePart, { props: { insurance: [], fee: "2%", feeRule: "工会法" }, attachTo: document.body });
  await page.get("button").trigger("click");
  const [name, rate, floor, ceiling, from] = page.findAll<HTMLInputElement>("form input");
  await name!.setValue("养老保险");
  await rate!.setValue("16");
  await floor!.setValue("4,000");
  await ceiling!.setValue("2万");
  await page.get("form").trigger("submit");
  await flushPromises();
  expect(fake.calls).toEqual([]);
  expect(page.get("[role=alert]").text()).toContain("“2万”不是金额");
  expect(document.activeElement).toBe(ceiling!.element);
  await ceiling!.setValue("20000");
  await from!.setValue("2026-1");
  await page.get("form").trigger("submit");
  await flushPromises();
  expect(fake.calls).toEqual([]);
  await from!.setValue("2026-1-1");
  await page.get("form").trigger("submit");
  await flushPromises();
  expect(fake.calls.map((one) => one.args)).toEqual([expect.objectContaining({ name: "养老保险", rate: 1600, floor: 400_000, ceiling: 2_000_000, from: "2026-01-01" })]);
  page.unmount();
});
