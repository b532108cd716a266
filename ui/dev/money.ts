// Invented dues and contribution of the browser's union.
import type { DuesArrears, DuesEntryPage, DuesLapses, DuesMonthPage, DuesOverview, DuesPerson, DuesState, FeeMonth, FeeYear, RuleRef } from "../src/contract/bindings";

const rule = (short: string, confidence: "high" | "medium"): RuleRef => ({ id: "X", instrument: "工会法", number: "", article: "第四十三条", verifiedOn: "2026-11-28", layer: "national", layerName: "国家", confidence, short });
const person = (id: string, name: string, group: string | null, state: DuesState, due: number | null, paid = 0): DuesPerson => ({
  id, name, shop: "机加工", group, state: "member", base: null, months: [{ month: "2026-10", state, due, paid }],
});

export const duesOverview: DuesOverview = {
  month: "2026-11",
  bases: [{ id: "b1", from: "2026-07", kind: "lawful" }],
  law: { rate: 50, step: 1000, exempt: ["奖金", "津贴、补贴", "救济和补助", "离退休金"], rule: rule("中华全国总工会关于收交工会会费的通知（会费标准）", "medium") },
  seen: true,
  sums: true,
  years: [2026],
};
export const duesMonth: DuesMonthPage = {
  total: 5, open: 3, paid: 1, exempt: 1, withoutBase: 1, dueSum: 8450, paidSum: 2930,
  rows: [person("p1", "周喆", "焊接小组", "open", 2930), person("p2", "王伟", "焊接小组", "paid", 2930, 2930), person("p3", "阿依古丽·买买提", null, "partly", 2590, 1000), person("p4", "李强", null, "unknown", null), person("p5", "邓玉兰", null, "exempt", null)],
};
export const duesArrears: DuesArrears = {
  people: 2, months: 3, sum: 7450,
  groups: [
    { group: "焊接小组", people: 1, months: 2, sum: 5860, members: [{ ...person("p1", "周喆", "焊接小组", "open", 2930), months: ["2026-09", "2026-10"].map((month) => ({ month, state: "open" as const, due: 2930, paid: 0 })) }] },
    { group: "", people: 1, months: 1, sum: 1590, members: [person("p3", "阿依古丽·买买提", null, "partly", 2590, 1000)] },
  ],
};
export const duesEntries: DuesEntryPage = {
  total: 2,
  rows: [
    { id: "e2", paidOn: "2026-11-12", payer: "组长李强", note: "小组长代收", people: 25, months: ["2026-10"], amount: 73250, reverses: null, reversed: false, members: [], receipts: [] },
    { id: "e1", paidOn: "2026-11-05", payer: null, note: null, people: 1, months: ["2026-08", "2026-09"], amount: 5860, reverses: null, reversed: true, members: [{ person: "p2", name: "王伟", months: ["2026-08", "2026-09"], amount: 5860 }], receipts: [{ id: "r1", number: "工费收〔2026〕1号", corrects: null, issuedAt: "2026-11-05T09:00:00+08:00", pages: 1, sha256: "", hasSource: true }] },
  ],
};
export const duesLapses: DuesLapses = {
  months: 6,
  rule: rule("中国工会章程第六条", "medium"),
  people: [
    { person: "p1", name: "周喆", shop: "机加工", group: "焊接小组", since: "2026-05", months: 6, seenOn: "2026-03-12", talks: [], mayEnd: false },
    { person: "p4", name: "李强", shop: "装配", group: null, since: "2026-04", months: 7, seenOn: null, mayEnd: true, talks: [{ id: "t1", person: "p4", talkedOn: "2026-11-10", talkedBy: "张建国", said: "不愿意再交", outcome: "refused" }] },
  ],
};
const month = (of: string, payroll: number | null, paid: number): FeeMonth => {
  const due = payroll === null ? null : payroll / 50;
  const share = (paid * 6) / 10;
  return { month: of, hidden: false, payrollId: payroll === null ? null : `pr-${of}`, payroll, source: null, due, dueOn: `${of.slice(0, 5)}${String(Number(of.slice(5)) + 1).padStart(2, "0")}-15`, paid, missing: due === null ? null : due - paid, share, returned: 0, outstanding: share, payments: [] };
};
export const feeYear: FeeYear = {
  year: 2026, years: [2026], shares: [{ id: "s1", from: "2026-08", share: 6000, ground: "省总工会文件" }], rate: 200,
  rule: rule("中华人民共和国工会法第四十三条", "high"), dayRule: rule("江西省实施《中华人民共和国工会法》办法第三十三条", "high"),
  months: [month("2026-08", 186240000, 3724800), month("2026-09", 187105000, 2000000), month("2026-10", null, 0)],
  sums: { payroll: 373345000, due: 7466900, paid: 5724800, missing: 1742100, share: 3434880, returned: 0, outstanding: 3434880 }, demands: [],
};
