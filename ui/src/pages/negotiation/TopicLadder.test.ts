// A topic round by round: what changed, which number moved, and who had not spoken.
import { mount } from "@vue/test-utils";
import { describe, expect, it } from "vitest";
import type { Said, Topic } from "../../contract/bindings";
import TopicLadder from "./TopicLadder.vue";

const first = (text: string): Said => ({ text, since: null, parts: [], moves: [], changed: false });
const topic: Topic = {
  id: "t1",
  title: "年度工资增幅",
  proposal: "增长8%",
  agreements: ["wage"],
  aside: null,
  asideWhy: null,
  workersPosition: "增长7%",
  employerPosition: "增长5%",
  result: "disputed",
  agreedText: null,
  round: 2,
  rounds: [
    { round: 0, on: "2026-10-01", workers: first("增长8%"), employer: first(""), evidence: "", result: null, agreedText: null },
    { round: 1, on: "2026-10-10", workers: { ...first("增长8%"), since: 0 }, employer: first("增长5%"), evidence: "", result: "deferred", agreedText: null },
    {
      round: 2,
      on: "2026-10-20",
      workers: {
        text: "增长7%",
        since: 1,
        parts: [{ change: "kept", text: "增长" }, { change: "removed", text: "8%" }, { change: "added", text: "7%" }],
        moves: [{ from: "8%", to: "7%", by: "降低1个百分点" }],
        changed: true,
      },
      employer: { ...first("增长5%"), since: 1 },
      evidence: "",
      result: "agreed",
      agreedText: "增长6%",
    },
  ],
};

describe("the ladder of a topic", () => {
  const rows = () => mount(TopicLadder, { props: { topic, offerName: "协商意向书" } }).findAll("tbody tr");

  it("begins with the paper that opened the talks, and says who had not spoken", () => {
    const [offer] = rows();
    expect(offer!.get("th").text()).toContain("协商意向书");
    expect(offer!.findAll("td").map((td) => td.text())).toEqual(["增长8%", "没有提出意见"]);
  });

  it("tells that a side stayed where it was", () => {
    expect(rows()[1]!.findAll("td")[0]!.text()).toContain("没有变化");
    expect(rows()[1]!.findAll("td")[1]!.text(), "a first word is no change and no standstill").toBe("增长5%");
  });

  it("shows two unlike wordings whole, the old one struck out, instead of letter by letter", () => {
    const text = "考虑企业订单情况，平均增幅调整为7%";
    const parts: Said["parts"] = [
      { change: "removed", text: "要求2026年度职工" },
      { change: "added", text: "考虑企业订单情况，" },
      { change: "kept", text: "平均" },
      { change: "removed", text: "工资增长8%" },
      { change: "added", text: "增幅调整为7%" },
    ];
    const unlike = { ...topic, rounds: [{ ...topic.rounds[2]!, workers: { text, since: 1, parts, moves: [], changed: true } }] };
    const cell = mount(TopicLadder, { props: { topic: unlike, offerName: "协商意向书" } }).get("tbody td");
    expect(cell.findAll("p").map((one) => one.text())).toEqual(["要求2026年度职工平均工资增长8%", text]);
    expect(cell.findAll("del").map((one) => one.text())).toEqual(["要求2026年度职工平均工资增长8%"]);
    expect(cell.find("ins").exists()).toBe(false);
  });

  it("marks what was put in and taken out, and tells the number from and to", () => {
    const [workers, employer] = rows()[2]!.findAll("td");
    expect(workers!.get("del").text()).toBe("8%");
    expect(workers!.get("ins").text()).toBe("7%");
    expect(workers!.get(".move").text()).toBe("8% → 7% 降低1个百分点");
    expect(employer!.text()).toContain("增长6%");
  });
});
