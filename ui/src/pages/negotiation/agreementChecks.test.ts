// A check as its form holds it and as it is sent.
import { expect, test } from "vitest";
import type { Agreement, AgreementCheckOffer, SaveAgreementCheck } from "../../contract/bindings";
import { asCheck, checkDraft, clauseDraft, gapsOf } from "./agreementChecks";

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

test("a gap is open until the day on which it was mended", () => {
  const clauses = [{ gap: "低0.2" }, { gap: "4人未发", doneOn: "2026-10-31" }, {}].map((one) => ({ clause: "", target: "", actual: "", ...one }));
  expect(gapsOf({ clauses } as unknown as SaveAgreementCheck)).toEqual({ all: 2, open: 1 });
});
