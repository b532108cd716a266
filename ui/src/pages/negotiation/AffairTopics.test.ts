// The topics of a round with several contracts: which one each belongs to, and which the talks go on without; the answers to the offer.
import { mount } from "@vue/test-utils";
import { expect, it } from "vitest";
import { affair } from "../../../tests/affair";
import { agreement } from "../../../tests/agreement";
import { statusOf } from "../../../tests/status";
import type { Negotiation, Reply } from "../../contract/bindings";
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

it("keeps a refusal beside the consent that followed it, and calls only the first answer late", async () => {
  setStatus(statusOf("chair"));
  const whole = affair();
  const offer = { id: "o", receivedOn: "2026-09-11", replyDeadline: { due: "2026-10-04" } } as unknown as Negotiation["offer"];
  const answer = (id: string, kind: Reply["kind"], repliedOn: string, text: string): Reply => ({ id, kind, repliedOn, repliedBy: "公司行政", text, meetsOn: null, meetsPlace: null, daysLate: null, lateEntry: null });
  whole.offer = offer;
  whole.earlierReplies = [answer("r1", "refused", "2026-09-20", "效益不好")];
  whole.reply = answer("r2", "agreed", "2026-10-12", "");
  const page = mount(AffairTopics, { props: { affair: whole } });
  const lines = page.findAll(".answers li").map((line) => line.text());
  expect(lines[0]).toContain("拒绝协商：效益不好");
  expect(lines[1]).toContain("同意协商");
  expect(page.find(".late").exists(), "the refusal was in time").toBe(false);
  await page.findAll(".answers button")[0]!.trigger("click");
  expect(page.emitted("open")).toEqual([["reply", "r1"]]);
  whole.earlierReplies[0]!.daysLate = 3;
  await page.setProps({ affair: { ...whole } });
  expect(page.get(".late").text()).toBe("迟了 3 天");
});
