// Rules as the core answers them, for tests of the law page and of the fake window.
import type { Deadline, RuleFull, RuleLine, RuleRef, Rules, RuleSubject } from "../src/contract/bindings";

export const ruleLine = (over: Partial<RuleLine> = {}): RuleLine => ({
  id: "JX-22",
  theme: "协商",
  title: "自签订之日起七日内由企业报送",
  quantity: "7日内（双方首席代表签字后）",
  instrument: "江西省企业工资集体协商条例",
  article: "第二十二条",
  layer: "province",
  layerName: "江西省",
  confidence: "high",
  standing: "holds",
  why: null,
  conflict: true,
  change: null,
  ...over,
});
export const beaten = ruleLine({
  id: "CN-CB-16-22",
  title: "双方首席代表签字之日起十日内由用人单位报送审查",
  quantity: "10日内（双方首席代表签字后）",
  instrument: "集体合同规定",
  article: "第四十二条",
  layer: "national",
  layerName: "国家",
  confidence: "medium",
  standing: "beaten",
  why: "江西省另有规定，适用当地规定",
});
export const ruleFull = (line: RuleLine, over: Partial<RuleFull> = {}): RuleFull => ({
  line,
  number: "2013年9月26日通过",
  actor: "企业办",
  mandatory: true,
  consequence: null,
  note: null,
  items: [],
  effectiveFrom: "2013-11-01",
  effectiveTo: null,
  source: "https://flk.npc.gov.cn/detail",
  verifiedOn: "2026-11-22",
  own: null,
  unit: "日",
  takesOwn: true,
  cases: ["2026年10月6日双方首席代表签字：到2026年10月13日。"],
  ...over,
});
export const ruleRef = (line: RuleLine): RuleRef => ({
  id: line.id,
  instrument: line.instrument,
  number: "2013年9月26日通过",
  article: line.article,
  verifiedOn: "2026-11-22",
  layer: line.layer,
  layerName: line.layerName,
  confidence: line.confidence,
  short: `${line.instrument}${line.article}`,
});
export const example: Deadline = {
  due: "2026-11-23",
  rule: ruleRef(ruleLine()),
  others: [{ due: "2026-11-26", rule: ruleRef(beaten), mandatory: true, sentence: "" }],
  awaiting: [],
  weekendDue: null,
  certain: true,
  pack: "0123456789ab",
  explanation: {
    sentence: "2026年11月16日双方首席代表签字，自次日起算7日，到2026年11月23日届满。",
    start: "2026-11-16",
    quantity: 7,
    unit: "calendar_day",
    nominal: "2026-11-23",
    end: "2026-11-23",
    skipped: [],
    runs: [{ kind: "counted", from: "2026-11-17", to: "2026-11-23", days: 7, why: null }],
    calendar: [2026],
    rule: ruleRef(ruleLine()),
  },
};
export const subject: RuleSubject = { rules: [ruleFull(ruleLine()), ruleFull(beaten)], example };
export const rulesOf = (lines: RuleLine[], over: Partial<Rules> = {}): Rules => ({
  place: "江西省",
  localChecked: true,
  day: "2026-11-16",
  pack: "0123456789ab",
  themes: [
    { code: "negotiation", name: "协商", rules: lines.length },
    { code: "leave", name: "休假", rules: 0 },
  ],
  lines,
  ...over,
});
