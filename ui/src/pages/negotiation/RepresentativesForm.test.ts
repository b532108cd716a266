// Both sides' representatives: a name that was typed wrong is put right with its reason, and no reason is asked where nobody is renamed.
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, expect, it } from "vitest";
import { affair } from "../../../tests/affair";
import { statusOf } from "../../../tests/status";
import { setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import PersonPicker from "../../parts/PersonPicker.vue";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import { representativesText as text } from "../../text/negotiation";
import RepresentativesForm from "./RepresentativesForm.vue";

let fake: FakePlatform;
beforeEach(() => {
  forgetDrafts();
  fake = new FakePlatform({ "negotiation.saveRepresentatives": () => null });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
const show = () => {
  const whole = affair();
  for (const one of whole.representatives) one.record.id = one.id;
  return mount(RepresentativesForm, { props: { affair: whole }, attachTo: document.body });
};
const sent = () => fake.calls.find((one) => one.name === "negotiation.saveRepresentatives")?.args;

it("asks why a name is another on its row, and sends the reason with the row", async () => {
  const page = show();
  await flushPromises();
  expect(page.text()).not.toContain(text.correction);
  const wang = page.findAll<HTMLInputElement>("input").find((one) => one.element.value === "王伟")!;
  await wang.setValue("王玮");
  const field = page.findAll(".form-field").find((one) => one.text().includes(text.correction))!;
  expect(field.text()).toContain("改动了王伟的姓名");
  await field.get("input").setValue("录入时写错");
  await page.get("form").trigger("submit");
  await flushPromises();
  expect(sent()).toMatchObject({ correction: "录入时写错", workers: [{}, { id: "workers1", name: "王玮" }, {}] });
});

it("sends no reason that was typed for a name which stands again as it was", async () => {
  const page = show();
  await flushPromises();
  const wang = page.findAll<HTMLInputElement>("input").find((one) => one.element.value === "王伟")!;
  await wang.setValue("王玮");
  await page.findAll(".form-field").find((one) => one.text().includes(text.correction))!.get("input").setValue("录入时写错");
  await wang.setValue("王伟");
  await page.get("form").trigger("submit");
  await flushPromises();
  expect(sent()).toMatchObject({ workers: [{}, { name: "王伟" }, {}] });
  expect(sent()).not.toHaveProperty("correction", "录入时写错");
});

it("ticks who is front-line by the shop that is no office", async () => {
  const page = mount(RepresentativesForm, { props: { affair: affair(), offices: ["办公室"] }, attachTo: document.body });
  await flushPromises();
  const pickers = page.findAllComponents(PersonPicker);
  const ticked = (at: number) => page.findAll(".rep")[at]!.findAll<HTMLInputElement>("input[type=checkbox]")[1]!.element.checked;
  const person = (shop: string | null) => ({ id: "p", name: "王伟", sex: "male", shop, post: "操作工" });
  for (const [at, shop, is] of [[0, "装配车间", true], [0, "办公室", false], [1, null, false]] as const) {
    pickers[at]!.vm.$emit("pick", person(shop));
    await flushPromises();
    expect(ticked(at), String(shop)).toBe(is);
  }
});
