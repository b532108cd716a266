// The ranges of the filters: one that ends before it begins is told at its field and not asked for, the others are.
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, expect, it } from "vitest";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import MemberFilters from "./MemberFilters.vue";
import type { Conditions } from "./lists";

beforeEach(() => usePlatform(new FakePlatform({ "members.groups": () => [] })));
/** The pane lies open: how it opens is Element Plus's. */
const pane = { template: "<div><slot name='reference' /><slot /></div>" };
async function show(modelValue: Conditions = {}) {
  const page = mount(MemberFilters, { props: { modelValue, "onUpdate:modelValue": (now: Conditions) => void page.setProps({ modelValue: now }) }, attachTo: document.body, global: { stubs: { ElPopover: pane } } });
  await flushPromises();
  return page;
}
const field = (label: string) => {
  const found = [...document.querySelectorAll("label")].find((l) => l.textContent!.trim() === label)!;
  return (found.querySelector("input") ?? document.getElementById(found.htmlFor)) as HTMLInputElement;
};
const type = async (input: HTMLInputElement, value: string) => {
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
  await flushPromises();
};
const alerts = () => [...document.querySelectorAll("[role=alert]")].map((one) => one.textContent);

it("tells an age range that goes backwards at its fields, and asks once both ends fit", async () => {
  const page = await show();
  await type(field("年龄从"), "50");
  expect(page.props("modelValue")).toEqual({ ageFrom: 50 });
  await type(field("到（周岁）"), "20");
  expect(alerts().join()).toContain("前面的年龄比后面的大");
  expect(field("到（周岁）").getAttribute("aria-invalid")).toBe("true");
  expect(page.props("modelValue"), "the list stays as it was").toEqual({ ageFrom: 50 });
  await type(field("入会从"), "2024-01-01");
  expect(page.props("modelValue"), "another range does not wait for it").toEqual({ ageFrom: 50, joinedFrom: "2024-01-01" });
  expect(field("到（周岁）").value, "and what was typed stays to be put right").toBe("20");
  await type(field("年龄从"), "18");
  expect(alerts()).toEqual([]);
  expect(page.props("modelValue")).toEqual({ ageFrom: 18, ageTo: 20, joinedFrom: "2024-01-01" });
  page.unmount();
});

it("tells a range of days that goes backwards, and takes one day for a range", async () => {
  const page = await show({ joinedFrom: "2025-01-01" });
  await type(field("到"), "2024-01-01");
  expect(alerts().join()).toContain("开始的日期比结束的晚");
  expect(page.props("modelValue")).toEqual({ joinedFrom: "2025-01-01" });
  await type(field("到"), "2025-01-01");
  expect(alerts()).toEqual([]);
  expect(page.props("modelValue")).toEqual({ joinedFrom: "2025-01-01", joinedTo: "2025-01-01" });
  page.unmount();
});
