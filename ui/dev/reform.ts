// Invented articles of the reform ledger with a measure that runs and one that is done.
import type { ReformArticleLine, ReformLine, ReformMeasure, ReformOverview, ReformPage } from "../src/contract/bindings";

export const articleLine = (over: Partial<ReformArticleLine> = {}): ReformArticleLine => ({
  article: 18,
  number: "（十八）",
  title: "开展劳动和技能竞赛",
  asks: "各个层级广泛深入开展劳动竞赛和技能竞赛。",
  words: null,
  handler: "张敏",
  note: null,
  measures: 2,
  open: 1,
  late: 1,
  done: 1,
  ...over,
});

export const overview = (articles: ReformArticleLine[]): ReformOverview => ({
  year: 2026,
  years: [2026, 2025],
  articles,
  covered: articles.filter((one) => one.measures > 0).length,
});

export const measure = (over: Partial<ReformMeasure> = {}): ReformMeasure => ({
  id: "rm1",
  number: "产〔2026〕1号",
  article: "（十八）开展劳动和技能竞赛",
  record: { id: "rm1", year: 2026, article: 18, measure: "举办焊工技能竞赛", target: "40人以上参加", side: "both", unit: "生产部", handler: "万里程", dueOn: "2026-10-31" },
  ending: { id: "rm1" },
  state: "late",
  ...over,
});

export const measureLine = (over: Partial<ReformLine> = {}): ReformLine => ({
  id: "rm1",
  number: "产〔2026〕1号",
  article: 18,
  articleWords: "（十八）开展劳动和技能竞赛",
  measure: "举办焊工技能竞赛",
  target: "40人以上参加",
  side: "both",
  unit: "生产部",
  handler: "万里程",
  dueOn: "2026-10-31",
  state: "late",
  band: "overdue",
  endedOn: null,
  result: null,
  files: 1,
  ...over,
});

export const measuresPage = (rows: ReformLine[]): ReformPage => ({
  total: rows.length,
  rows,
  kept: rows.length,
  open: rows.filter((one) => one.state === "open" || one.state === "late").length,
  late: rows.filter((one) => one.state === "late").length,
  years: [2026],
});
