// An invented hazard in the middle of its course with its line in the ledger, an inspection, the figures of a period.
import type { HazardImport, HazardLine, HazardPage, SafetyFigures, SafetyHazard, SafetyVisit, SafetyVisitLine } from "../src/contract/bindings";
import { deadline } from "./platform";

export const hazard = (over: Partial<SafetyHazard> = {}): SafetyHazard => ({
  id: "h1",
  number: "隐〔2026〕6号",
  record: {
    id: "h1",
    foundOn: "2026-11-09",
    foundAt: "14:20",
    finder: "罗秀兰",
    foundHow: "inspection",
    unit: "冲压车间",
    place: "冲压车间3号冲床",
    kind: "machine",
    matter: "双手按钮失灵，单手可以启动",
    basis: "《中华人民共和国安全生产法》第三十六条",
    grade: "general",
    danger: false,
  },
  proposal: { id: "h1", advice: "停用3号冲床\n更换双手按钮", advisedBy: "2026-11-20", contact: "沈一诺，0791-80000206" },
  assurances: { id: "h1", assuredBy: "万里程", measures: "更换双手按钮", dueOn: "2026-11-20" },
  lacking: ["资金", "预案"],
  proposed: { issue: "p1", number: "工安建〔2026〕2号", receivedOn: "2026-11-10" },
  evacuation: { issue: null, number: null, receivedOn: null },
  visit: { id: "v1", number: "检〔2026〕4号" },
  state: "replied",
  rungs: [
    { step: "registered", state: "done", on: "2026-11-09" },
    { step: "graded", state: "done", on: null },
    { step: "proposed", state: "done", on: "2026-11-10" },
    { step: "replied", state: "done", on: "2026-11-16" },
    { step: "assured", state: "now", on: null },
    { step: "rectified", state: "next", on: "2026-11-20" },
    { step: "passed", state: "next", on: null },
    { step: "closed", state: "next", on: null },
    { step: "posted", state: "next", on: null },
  ],
  dueOn: "2026-11-20",
  events: [
    { id: "e1", record: { id: "e1", hazard: "h1", kind: "replied", happenedOn: "2026-11-16", text: "同意整改，由设备部负责", who: "万里程", answer: "agreed" }, dueOn: "2026-11-13", late: true, files: 0 },
  ],
  may: ["replied", "extended", "escalated", "rectified", "posted", "congress"],
  mayLate: ["passed", "closed"],
  rules: [],
  todos: [
    {
      whose: "employer",
      title: "落实责任、措施、资金、时限、预案",
      origin: "五落实还缺资金、预案。",
      due: null,
      deadline: null,
      rule: null,
      button: "登记五落实",
      place: { page: "safety", id: "h1", part: "assurances" },
    },
  ],
  ...over,
});

export const hazardLine = (over: Partial<HazardLine> = {}): HazardLine => ({
  id: "h1",
  number: "隐〔2026〕6号",
  matter: "双手按钮失灵，单手可以启动",
  place: "冲压车间3号冲床",
  unit: "冲压车间",
  kind: "machine",
  grade: "general",
  danger: false,
  foundOn: "2026-11-09",
  photos: 2,
  state: "replied",
  unanswered: false,
  dueOn: "2026-11-20",
  late: false,
  assuredBy: "万里程",
  closedOn: null,
  next: "落实责任、措施、资金、时限、预案",
  whose: "employer",
  due: null,
  band: null,
  days: null,
  ...over,
});

export const hazardPage = (rows: HazardLine[]): HazardPage => ({
  total: rows.length,
  rows,
  kept: rows.length,
  open: rows.length,
  late: rows.filter((row) => row.late).length,
  unanswered: rows.filter((row) => row.unanswered).length,
  major: rows.filter((row) => row.grade === "major").length,
  years: [2026],
  places: ["冲压车间3号冲床"],
});

export const visit = (over: Partial<SafetyVisit> = {}): SafetyVisit => ({
  id: "v1",
  number: "检〔2026〕4号",
  record: {
    id: "v1",
    visitedOn: "2026-11-09",
    topic: "冲压设备安全装置",
    places: ["冲压车间", "模具库"],
    people: ["冯天佑", "罗秀兰"],
    accompanied: ["万里程"],
    items: [{ item: "双手按钮有没有失灵", result: "wrong", note: "3号冲床" }],
    hazards: [],
  },
  found: [{ id: "h1", number: "隐〔2026〕6号", matter: "双手按钮失灵", place: "冲压车间3号冲床", state: "replied" }],
  ...over,
});

export const visitLine: SafetyVisitLine = {
  id: "v1",
  number: "检〔2026〕4号",
  visitedOn: "2026-11-09",
  topic: "冲压设备安全装置",
  places: ["冲压车间", "模具库"],
  people: ["冯天佑", "罗秀兰"],
  found: 2,
  closed: 1,
};

export const figures = (period: string): SafetyFigures => ({
  period,
  words: period === "2026" ? "2026年" : "2026年第三季度",
  asOf: "2026-11-16",
  figures: [
    { name: "发现隐患", value: "3件", note: null },
    { name: "销号率", value: "33.3%", note: "已销号÷发现。" },
    { name: "建议书答复率", value: "—", note: "没有送达建议书，没有可以比的数。" },
  ],
  kinds: [{ name: "机械设备", all: 3, major: 1, closed: 1 }],
  units: [],
  filedOn: null,
  filing: period === "2026" ? null : deadline("2026-10-15", "2026年9月30日（季度最后一日）起15日，应于2026年10月15日以前报送。"),
  filingNote: period === "2026" ? null : "这份规定是否已被新条例代替尚未确认。",
  report: period === "2026" ? { year: 2026, problems: "", plans: "" } : null,
  periods: ["2026", "2026-Q3"],
});

export const ledgerSeen: HazardImport = {
  sha256: "ab12",
  page: "2026",
  rows: [
    { row: 2, matter: "插座烧焦", place: "装配车间", foundOn: "2026-03-02", kind: "electric", grade: "general", assuredBy: "万里程", dueOn: "2026-03-02", state: "没有整改完", held: false, wrong: null, note: "原表写已整改，没有能用的完成日期，按还没有整改登记；核对以后请登记整改完成。" },
    { row: 3, matter: "通道堵塞", place: "喷涂车间", foundOn: null, kind: "site", grade: null, assuredBy: null, dueOn: null, state: "没有整改完", held: false, wrong: "没有发现日期，请在原表补上。", note: null },
  ],
  fits: 1,
  held: 0,
  wrong: 1,
  pictures: 2,
  passed: 0,
  problems: [],
};
