// Invented incoming papers: one late, one near, one with no day, one dealt with.
import type { Incoming } from "../src/contract/bindings";

const paper = (n: number, over: Partial<Incoming>): Incoming => ({
  id: `in${n}`,
  number: `收〔2026〕${n}号`,
  kind: "notice",
  source: "县总工会",
  theirNumber: `县工发〔2026〕${n + 10}号`,
  title: "关于报送2026年度工会统计年报的通知",
  receivedOn: "2026-11-10",
  asked: "填报统计年报表并盖章报送",
  dueOn: "2026-11-14",
  dueTime: null,
  wantsAnswer: true,
  handler: "熊秀英",
  note: null,
  done: null,
  band: "overdue",
  days: -2,
  files: 1,
  ...over,
});
export const incoming: Incoming[] = [
  paper(3, {}),
  paper(4, { title: "关于开展冬季送温暖摸底的通知", asked: "上报困难职工名单", dueOn: "2026-11-20", dueTime: "16:00", band: "week", days: 4 }),
  paper(2, { kind: "letter", source: "公司行政部", theirNumber: null, title: "关于食堂改造征求意见的函", asked: "收集职工意见", dueOn: null, wantsAnswer: false, band: "noDay", days: undefined }),
  paper(1, { title: "关于组织安全知识竞赛的通知", asked: "组织职工参赛", band: undefined, days: undefined, done: { on: "2026-11-06", how: "已报名12人", paper: null } }),
];
