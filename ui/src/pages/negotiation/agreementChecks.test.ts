// A check as its form holds it and as it is sent.
import { expect, test } from "vitest";
import type { Agreement, AgreementCheckOffer, SaveAgreementCheck } from "../../contract/bindings";
import { asCheck, checkDraft, clauseDraft, daysOf, gapsOf } from "./agreementChecks";

const agreement = { id: "a1", termFrom: "2026-04-01" } as Agreement;
const offer: AgreementCheckOffer = {
  fromOn: null,
  workers: ["艾小梅", "付春生"],
  employer: ["罗建平"],
  known: [{ clause: "最低工资", target: "月工资不低于2,360.00元", actual: "" }],
  clauses: [],
};

test("a new check begins with what the ledger knows", () => {
  const draft = checkDraft(agreement, "2026-10-15", offer);
  expect([draft.fromOn, draft.toOn, draft.workers]).toEqual(["2026-04-01", "2026-10-15", "艾小梅、付春生"]);
  expect(draft.clauses.map((one) => one.target)).toEqual(["月工资不低于2,360.00元"]);
});

test("what was not typed is not sent, and names are parted", () => {
  const draft = checkDraft(agreement, "2026-10-15", offer);
  draft.clauses.push(clauseDraft());
  const sent = asCheck(draft);
  expect(sent.workers).toEqual(["艾小梅", "付春生"]);
  expect(sent.clauses).toHaveLength(1);
  expect(sent.clauses[0]!.gap).toBeUndefined();
  expect(sent.opinions).toBeUndefined();
});

test("the days of an award and of a suit stand in the form and are sent", () => {
  const clause = { clause: "工资增长", target: "6%", actual: "5%", gap: "少1%", awardOn: "2026-11-10", suedOn: "2026-11-20" };
  const standing = { clauses: [clause], workers: [], employer: [] } as unknown as SaveAgreementCheck;
  const draft = checkDraft(agreement, "2026-11-20", offer, standing);
  expect([draft.clauses[0]!.awardOn, draft.clauses[0]!.suedOn]).toEqual(["2026-11-10", "2026-11-20"]);
  expect(asCheck(draft).clauses[0]).toMatchObject({ awardOn: "2026-11-10", suedOn: "2026-11-20" });
  expect(daysOf(draft.clauses[0]!)).toContain("awardOn");
  expect(daysOf(clauseDraft())).toEqual(["dueOn", "doneOn"]);
  draft.clauses[0]!.suedOn = "";
  expect(asCheck(draft).clauses[0]!.suedOn).toBeUndefined();
});

test("a gap is open until the day on which it was mended", () => {
  const clauses = [{ gap: "低0.2" }, { gap: "4人未发", doneOn: "2026-10-31" }, {}].map((one) => ({ clause: "", target: "", actual: "", ...one }));
  expect(gapsOf({ clauses } as unknown as SaveAgreementCheck)).toEqual({ all: 2, open: 1 });
});
