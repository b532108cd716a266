// The topics of a round with several contracts: which one each belongs to, and which the talks go on without.
import { mount } from "@vue/test-utils";
import { expect, it } from "vitest";
import { affair } from "../../../tests/affair";
import { agreement } from "../../../tests/agreement";
import { statusOf } from "../../../tests/status";
import { setStatus } from "../../desk";
import AffairTopics from "./AffairTopics.vue";

it("tells where a topic belongs and what both sides said of one that is left out, and opens its form", async () => {
  setStatus(statusOf("chair"));
  const whole = affair();
  whole.agreements = [agreement("a", "工资合同"), { ...agreement("b", "女职工合同"), kind: "women" }];
  whole.topics[0] = { ...whole.topics[0]!, agreements: ["women"], result: "disputed", aside: "carried", asideWhy: "留到明年再谈" };
  whole.topics[1] = { ...whole.topics[1]!, agreements: ["wage"], result: "agreed", agreedText: "每月300元" };
  const page = mount(AffairTopics, { props: { affair: whole } });
  expect(page.text()).toContain("归女职工权益保护专项集体合同");
  expect(page.text()).toContain("留待下一次协商：留到明年再谈");
  await page.findAll("button").find((b) => b.text() === "归属和去向")!.trigger("click");
  expect(page.emitted("open")).toEqual([["topic", "t1"]]);
});

it("asks nothing of the only contract's agreed topics", () => {
  setStatus(statusOf("chair"));
  const whole = affair();
  whole.agreements = [agreement("a", "工资合同")];
  whole.topics = [{ ...whole.topics[0]!, agreements: ["wage"], result: "agreed", agreedText: "增长6%" }];
  const page = mount(AffairTopics, { props: { affair: whole } });
  expect(page.text()).not.toContain("归工资");
  expect(page.findAll("button").some((b) => b.text() === "归属和去向")).toBe(false);
});
