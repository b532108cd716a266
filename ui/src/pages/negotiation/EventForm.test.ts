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

it("begins with where the contract goes and how many copies it has, and changes them with the kind", async () => {
  const filing = { agreement: "a", department: "县人社局", filer: "饶思敏" };
  const one = { ...agreement("a", "2026年度工资集体合同"), filing, copies: 5 };
  one.checklist = { ...one.checklist, copies: 3 };
  const page = mount(EventForm, { props: { affair: { ...affair(), agreements: [one] }, agreement: one, today: "2026-11-16", kind: "filed" as const }, attachTo: document.body });
  const field = (label: string) => page.get<HTMLInputElement>(`#${page.findAll("label").find((one) => one.text() === label)!.attributes("for")}`);
  expect([field("报送的部门").element.value, field("报送份数").element.value]).toEqual(["县人社局", "3"]);
  await page.get("select").setValue("signed");
  expect(field("正本份数").element.value, "as the text says").toBe("5");
  await page.get("select").setValue("sentUp");
  expect(field("上级工会").element.value, "no department is a union").toBe("");
  await field("上级工会").setValue("县总工会");
  await page.get("select").setValue("filed");
  expect(field("报送的部门").element.value, "what was typed stays").toBe("县总工会");
});
