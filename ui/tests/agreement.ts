// An agreement of the affair with its ladder, for tests.
import type { Agreement, AgreementRung, AgreementStep } from "../src/contract/bindings";

const buttons: Partial<Record<AgreementStep, string>> = { draft: "登记草案", vote: "登记表决", signature: "登记签字" };
export const rung = (step: AgreementStep, agreement: string, more: Partial<AgreementRung> = {}): AgreementRung => ({
  step,
  title: buttons[step]?.replace("登记", "办") ?? step,
  whose: "union",
  state: "later",
  on: null,
  detail: null,
  lacks: [],
  origin: "",
  rule: null,
  deadline: null,
  due: null,
  opens: null,
  button: buttons[step] ?? step,
  place: { page: "negotiation", id: "n", part: `agreement:${agreement}:${step}` },
  papers: [],
  ...more,
});

/** An agreement whose draft is done and that waits for its vote until a day. */
export const agreement = (id: string, title: string, due: string | null = null): Agreement => ({
  id,
  negotiation: "n",
  kind: "wage",
  title,
  termFrom: null,
  termTo: null,
  state: "drafted",
  expired: false,
  stateWord: "草案已形成",
  rungs: [rung("draft", id, { state: "done", on: "2026-11-10" }), rung("vote", id, { state: "now", due }), rung("signature", id)],
  votes: [],
  checklist: { materials: [], ready: 0, copies: null, rule: null, note: null, usual: null },
  events: [],
  checks: [],
  filing: null,
  grounds: null,
  breach: [],
  copies: null,
});
