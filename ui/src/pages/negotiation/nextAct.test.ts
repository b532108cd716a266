// The next act of an affair: whose, what, by when, and the one button that does it; and the folds of its agreements.
import { mount } from "@vue/test-utils";
import { beforeEach, describe, expect, it } from "vitest";
import { affair, refused, suspension } from "../../../tests/affair";
import { agreement, rung } from "../../../tests/agreement";
import { statusOf } from "../../../tests/status";
import type { Negotiation, Step, StepKind } from "../../contract/bindings";
import { setStatus } from "../../desk";
import AffairAgreements from "./AffairAgreements.vue";
import { unfoldAll } from "./folds";
import { nextAct, nextRung, openBlock } from "./nextAct";

const TODAY = "2026-11-16";
const at = (kind: StepKind, more: Partial<Negotiation> = {}): Negotiation => {
  const step: Step = { kind, name: "这一步", done: false, current: true, unrecorded: false, whose: "我办", missing: [], origin: "", rule: null, due: null };
  return { ...affair(), steps: [step], ...more };
};
const signing = (...agreements: Negotiation["agreements"]) => at("conclusion", { agreements });

describe("the next act", () => {
  it("says of the talks what is to be done, and where on the page it stands", () => {
    const told = (one: Negotiation) => {
      const next = nextAct(one, TODAY)!;
      return [next.what, next.button, next.at, next.does];
    };
    expect(told(at("offer"))).toEqual(["发出协商意向书", "填写协商意向书", "part-topics", true]);
    expect(told(at("meetings"))).toEqual(["第 2 轮协商会议", "记录第 2 轮会议", "part-meetings", true]);
    expect(told(at("meetings", { suspensions: [suspension()] }))).toEqual(["恢复中止的协商", "登记恢复协商", "part-suspensions", true]);
    expect(told(at("reply", { refusal: refused("demand") }))).toEqual(["对方拒绝协商，发出催告函", "打开催告函", "part-refusal", true]);
  });
  it("says of talks that came to nothing in their time what is to be done, by when, and leads there", () => {
    const dispute = {
      ...refused("demand").todos[0]!,
      title: `协商期满没有谈成，书面申请人社部门协调处理（${affair().title}）`,
      due: "2026-12-09",
      button: "打开申请书",
      place: { page: "papers", id: "negotiation.coordination@n" },
    };
    const next = nextAct(at("meetings", { dispute }), TODAY)!;
    expect([next.what, next.due, next.button]).toEqual(["协商期满没有谈成，书面申请人社部门协调处理", "2026-12-09", "打开申请书"]);
    expect([next.opens, next.does]).toEqual([{ form: "dispute" }, true]);
    expect(nextAct(at("meetings", { dispute, suspensions: [suspension()] }), TODAY)!.opens, "broken off, the talks go on first").toEqual({ form: "resume:s1" });
  });
  it("is another election where an objection undid the first, before a vacant seat and only when its step has come", () => {
    const next = nextAct(at("representatives", { electionUndone: true, vacancy: "e" }), TODAY)!;
    expect([next.what, next.button, next.opens]).toEqual(["另行推选职工方协商代表", "登记推选会议", { form: "election" }]);
    expect([next.at, next.does]).toEqual(["part-elections", true]);
    expect(nextAct(at("representatives"), TODAY)!.opens).toEqual({ form: "representatives" });
    expect(nextAct(at("offer", { electionUndone: true }), TODAY)!.opens).toEqual({ form: "offer" });
  });
  it("is not done by a button that only leads to another part of the page", () => {
    const refusal = { ...refused("warning"), todos: [{ ...refused("warning").todos[0]!, place: { page: "negotiation", id: "n", part: "refusal" } }] };
    expect(nextAct(at("reply", { refusal }), TODAY)!.does).toBe(false);
  });
  it("names the day until which the employer is to answer", () => {
    const offer = { replyDeadline: { due: "2026-11-20" } } as unknown as Negotiation["offer"];
    expect(nextAct(at("reply", { offer }), TODAY)).toMatchObject({ what: "这一步", due: "2026-11-20" });
  });
  it("is, once the talks have come to agreements, the step of one of them that is due first", () => {
    const next = nextAct(signing(agreement("a", "集体合同", "2026-12-20"), agreement("b", "女职工合同", "2026-12-01")), TODAY)!;
    expect([next.whose, next.what, next.due, next.button, next.at]).toEqual(["我办", "办表决（女职工合同）", "2026-12-01", "登记表决", "agreement-b"]);
    const alone = nextAct(signing(agreement("a", "集体合同")), TODAY)!;
    expect(alone.what, "one contract needs no name").toBe("办表决");
  });
  it("is what is due next, an office's answer last, and nothing whose window is not open yet", () => {
    const theirs = { ...agreement("a", "甲"), rungs: [rung("effect", "a", { state: "now", whose: "upper", due: "2026-11-20" })] };
    expect(openBlock(signing(theirs, agreement("b", "乙", "2026-12-01")), TODAY)).toBe("b");
    expect(openBlock(signing(theirs), TODAY)).toBe("a");
    const firms = { ...agreement("c", "丙"), rungs: [rung("draft", "c", { state: "now", whose: "employer", due: "2026-11-26" })] };
    expect(openBlock(signing(agreement("b", "乙", "2026-12-01"), firms), TODAY)).toBe("c");
    expect(openBlock(signing(firms, agreement("b", "乙", "2026-11-26")), TODAY), "of one day, ours").toBe("b");
    const renewal = { ...theirs, rungs: [rung("renewal", "a", { state: "now", opens: "2027-11-01", due: "2027-12-31" })] };
    expect(nextRung(renewal, TODAY)).toBeUndefined();
    expect(nextAct({ ...signing(renewal), steps: [] }, TODAY)).toBeNull();
    expect(nextAct({ ...signing(renewal), steps: [] }, "2027-11-02")?.what).toBe("renewal");
  });
});

describe("the blocks of a round", () => {
  beforeEach(() => {
    unfoldAll();
    setStatus(statusOf("chair"));
  });
  const four = () => signing(agreement("a", "集体合同", "2026-12-20"), agreement("b", "女职工合同", "2026-11-10"), agreement("c", "工资合同"));
  const show = () => mount(AffairAgreements, { props: { affair: four(), today: TODAY } });
  const opened = (page: ReturnType<typeof show>) => page.findAll("[aria-expanded=true].fold").map((one) => one.text());
  it("are a line each with state, next step and day; the one due next is open", () => {
    const page = show();
    expect(opened(page)).toEqual(["女职工合同"]);
    const line = page.get("#agreement-a");
    expect(line.text()).toContain("草案已形成");
    expect(line.text()).toContain("下一步（我办）：办表决");
    expect(line.text()).toContain("12月20日 以前");
    expect(line.find("ol").exists()).toBe(false);
    expect(page.findAll(".el-button--primary"), "the page's head has the one filled button").toHaveLength(0);
  });
  it("are folded by a button that says whether they are open, and stay as they were left", async () => {
    const page = show();
    const button = page.get("#agreement-a .fold");
    expect([button.attributes("aria-expanded"), button.element.tagName]).toEqual(["false", "BUTTON"]);
    await button.trigger("click");
    await page.get("#agreement-b .fold").trigger("click");
    expect(opened(page)).toEqual(["集体合同"]);
    expect(page.find(`#${button.attributes("aria-controls")}`).exists()).toBe(true);
    page.unmount();
    expect(opened(show()), "on coming back").toEqual(["集体合同"]);
  });
  it("offer to remove only a contract on which nothing stands", async () => {
    const bare = { ...agreement("a", "集体合同"), rungs: [rung("draft", "a", { state: "now" })] };
    const voted = { ...bare, id: "b", events: [{ id: "e", kind: "drafted", happenedOn: TODAY, text: "", facts: {} }] } as unknown as typeof bare;
    const page = mount(AffairAgreements, { props: { affair: signing(bare, voted), today: TODAY } });
    await page.get("#agreement-b .fold").trigger("click");
    const removals = (id: string) => page.get(`#agreement-${id}`).findAll("button").filter((one) => one.text() === "移除").length;
    expect([removals("a"), removals("b")]).toEqual([1, 0]);
  });
});
