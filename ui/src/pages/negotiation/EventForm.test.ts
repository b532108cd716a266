// What happened to an agreement: a form that is opened for nothing certain says of nothing by itself what it was.
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, expect, it } from "vitest";
import { affair } from "../../../tests/affair";
import { agreement } from "../../../tests/agreement";
import { statusOf } from "../../../tests/status";
import { setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import EventForm from "./EventForm.vue";

let fake: FakePlatform;
beforeEach(() => {
  forgetDrafts();
  fake = new FakePlatform({ "negotiation.addEvent": () => "e1" });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
const show = (kind?: "filed") => {
  const one = { ...agreement("a", "2026年度工资集体合同"), state: "inEffect" as const };
  return mount(EventForm, { props: { affair: { ...affair(), agreements: [one] }, agreement: one, today: "2026-11-16", kind }, attachTo: document.body });
};
const kindOf = (page: ReturnType<typeof show>) => page.get<HTMLSelectElement>("select");

it("begins at nothing, and asks for it before anything is sent", async () => {
  const page = show();
  expect(kindOf(page).element.value).toBe("");
  expect(page.get("h1").text()).toBe("登记经过");
  await page.get("form").trigger("submit");
  await flushPromises();
  expect(fake.calls).toEqual([]);
  expect(page.get("[role=alert]").text()).toContain("请选择");
  expect(document.activeElement).toBe(kindOf(page).element);
  await kindOf(page).setValue("explained");
  await page.get("form").trigger("submit");
  await flushPromises();
  expect(fake.calls[0]).toMatchObject({ name: "negotiation.addEvent", args: { agreement: "a", kind: "explained" } });
});

it("begins at the step that it was opened for", () => {
  expect(kindOf(show("filed")).element.value).toBe("filed");
});
