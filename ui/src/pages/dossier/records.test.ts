// What of a record's form is sent, and how its parts read. The page itself is looked at in the window.
import { describe, expect, it } from "vitest";
import type { HealthExam } from "../../contract/bindings";
import { hazardWords, ruleWords, started, tidyRecord, wrongNumber } from "./records";

const exam: HealthExam = { id: "x1", person: "p1", kind: "during", examinedOn: "2026-04-10", hazards: [{ kind: "noise", level: 91 }, { kind: "heat" }] };

describe("a record of a person's file", () => {
  it("comes back from its form as it was", () => {
    expect(tidyRecord("exam", started("exam", "p1", exam))).toEqual({ ...exam, institution: undefined, conclusion: undefined, nextOn: undefined, note: undefined });
  });
  it("leaves out what stands empty, and sends numbers as numbers", () => {
    const form = { ...started("training", "p1", null), course: " 焊接安全 ", trainedOn: "2026-03-05", hours: "１６", provider: " " };
    expect(tidyRecord("training", form)).toEqual({ id: undefined, person: "p1", course: "焊接安全", trainedOn: "2026-03-05", hours: 16, provider: undefined });
    expect((tidyRecord("honour", started("honour", "p1", null)) as { name?: string }).name, "the core says at its field what is missing").toBe("");
  });
  it("names the field whose text is no number", () => {
    expect(wrongNumber("training", { ...started("training", "p1", null), hours: "两天" })).toBe("hours");
    expect(wrongNumber("exam", { ...started("exam", "p1", exam), hazards: { noise: "很响" } })).toBe("hazards");
    expect(wrongNumber("exam", started("exam", "p1", exam))).toBeNull();
  });
});

describe("what is read", () => {
  it("names a hazard with its measure where it has one", () => {
    expect(hazardWords(exam.hazards)).toBe("噪声（91分贝）、高温");
  });
  it("says of a rule that is not sure that it wants checking", () => {
    const rule = { id: "r", instrument: "职业健康监护技术规范", number: "", article: "条号待核对", verifiedOn: "2026-11-22", layer: "national" as const, layerName: "国家", short: "" };
    expect(ruleWords({ text: "", rule: { ...rule, confidence: "medium" } })).toBe("《职业健康监护技术规范》条号待核对，待核实");
    expect(ruleWords({ text: "", rule: { ...rule, confidence: "high" } })).toBe("《职业健康监护技术规范》条号待核对");
    expect(ruleWords({ text: "", rule: null })).toBe("");
  });
});
