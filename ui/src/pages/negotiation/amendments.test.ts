// An amendment and the facts of a filing as their forms hold them and as they are sent.
import { expect, test } from "vitest";
import type { Agreement, Amendment, Negotiation } from "../../contract/bindings";
import { factsOf } from "./agreement";
import { amendmentDraft, asAmendment, asFiling, filingDraft, ladders } from "./amendments";

const agreement = { id: "a1", filing: null } as unknown as Agreement;

test("a new amendment is a change that we propose today, and what was not typed is not sent", () => {
  const draft = amendmentDraft(agreement, "2026-09-01");
  expect([draft.act, draft.proposedBy, draft.proposedOn, draft.amends]).toEqual(["change", "workers", "2026-09-01", "a1"]);
  draft.changes = [{ clause: "夜班津贴", was: "每班30元", becomes: "每班40元" }, { clause: " ", was: "", becomes: "" }];
  draft.terms = "差额补发\n\n 不再补发 ";
  draft.termTo = "2027-12-31";
  const sent = asAmendment(draft);
  expect(sent.changes).toHaveLength(1);
  expect(sent.terms).toEqual(["差额补发", "不再补发"]);
  expect([sent.ground, sent.termTo]).toEqual([undefined, undefined]);
});

test("a renewal that was told as an event names no term: that stands in what amends the contract", () => {
  expect(factsOf("renewed", { untilOn: "2027-01-01", termFrom: "2027-01-01", termTo: "2027-12-31" })).toEqual({ untilOn: "2027-01-01" });
});

test("a renewal sends its term and no changed clauses", () => {
  const draft = { ...amendmentDraft(agreement, "2026-09-01"), act: "renew" as const, termFrom: "2027-01-01", termTo: "2027-12-31" };
  draft.changes = [{ clause: "夜班津贴", was: "30", becomes: "40" }];
  const sent = asAmendment(draft);
  expect([sent.termFrom, sent.termTo, sent.changes]).toEqual(["2027-01-01", "2027-12-31", []]);
});

test("the form of one that stands begins with what stands", () => {
  const record = { amends: "a1", id: "m1", act: "rescind", proposedBy: "employer", proposedOn: "2026-08-01", ground: "item2", reason: "破产", effectiveOn: "2026-10-01", terms: ["结清工资"], changes: [] };
  const draft = amendmentDraft(agreement, "2026-09-01", { record } as unknown as Amendment);
  expect([draft.id, draft.act, draft.terms, draft.ground]).toEqual(["m1", "rescind", "结清工资", "item2"]);
});

test("what amends an agreement goes up a ladder beside it", () => {
  const affair = { agreements: [agreement], amendments: [{ course: { id: "m1" } }] } as unknown as Negotiation;
  expect(ladders(affair).map((one) => one.id)).toEqual(["a1", "m1"]);
});

test("a filing begins with what was told last, and sends nothing for what is empty", () => {
  const filing = { agreement: "a1", department: "县人社局", filer: "饶思敏", phone: "0791", covered: 320 };
  const draft = filingDraft({ ...agreement, filing } as Agreement);
  expect([draft.department, draft.covered, draft.trade]).toEqual(["县人社局", 320, ""]);
  expect(asFiling({ ...draft, phone: " " })).toEqual({ agreement: "a1", department: "县人社局", filer: "饶思敏", covered: 320 });
});
