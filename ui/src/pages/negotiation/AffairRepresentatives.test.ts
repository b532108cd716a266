// Both sides as they stand and as they stood on a day, the vacant seat with the way to fill it, and how they are made known.
import { mount } from "@vue/test-utils";
import { expect, it } from "vitest";
import { affair } from "../../../tests/affair";
import { people } from "../../../tests/people";
import { statusOf } from "../../../tests/status";
import { setStatus } from "../../desk";
import AffairRepresentatives from "./AffairRepresentatives.vue";

it("fills a vacant seat, and shows the list as it stood on a day", async () => {
  setStatus(statusOf("chair"));
  const whole = affair();
  const gone = { ...whole.representatives.splice(2, 1)[0]!, until: "2026-11-10", leftWhy: "调离" };
  whole.earlier = [gone];
  const page = mount(AffairRepresentatives, { props: { affair: whole, people: { ...people(), earlier: [gone] }, today: "2026-11-16" } });
  expect(page.findAll("strong").map((one) => one.text())).not.toContain("李丽");
  expect(page.text()).toContain("李丽，11月10日起空缺");
  expect(page.text()).toContain("还没有公布：王伟");
  await page.findAll("button").find((b) => b.text() === "登记补选")!.trigger("click");
  expect(page.emitted("open")).toEqual([["seat:e1"]]);
  await page.get(".day input").setValue("2026-11-09");
  expect(page.findAll("strong").map((one) => one.text())).toContain("李丽");
});
