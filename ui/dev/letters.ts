// Invented supervision cases: one whose reminder waits for its answer, one clue that came today.
import type { SupervisionCase, SupervisionInspector, SupervisionLetterStart, SupervisionLine } from "../src/contract/bindings";

const line = (n: number, over: Partial<SupervisionLine>): SupervisionLine => ({
  id: `c${n}`,
  number: `监〔2026〕${n}号`,
  source: "complaint",
  topic: "wages",
  receivedOn: "2026-11-03",
  employer: "赣江机械有限公司",
  matter: "喷涂车间休息日加班费没有发",
  named: true,
  state: "reminded",
  next: "书面答复提示函",
  whose: "employer",
  due: "2026-12-03",
  band: "month",
  days: 17,
  reminder: "工监提〔2026〕1号",
  opinion: null,
  closedOn: null,
  ...over,
});
export const supervisionLines: SupervisionLine[] = [
  line(1, {}),
  line(2, { source: "inspection", named: false, matter: "焊接车间排风机停了三天", topic: "safety", state: "clue", next: "决定是否受理", whose: "union", due: null, band: null, days: null, reminder: null }),
  line(3, { state: "closed", next: null, whose: null, due: null, band: null, days: null, closedOn: "2026-11-10" }),
];

export const inspectors: SupervisionInspector[] = [
  { id: "i1", person: "m1", name: "王伟", certificate: "赣监0361", validUntil: "2028-06-30", expired: false, seated: false },
  { id: "i2", person: null, name: "沈一诺", certificate: "赣监0362", validUntil: "2025-06-30", expired: true, seated: false },
  { id: "s1", person: "m3", name: "冯立新", certificate: "赣监0311", validUntil: null, expired: false, seated: true },
];

export const supervisionCase = (over: Partial<SupervisionCase> = {}): SupervisionCase => ({
  id: "c1",
  number: "监〔2026〕1号",
  record: { id: "c1", source: "complaint", topic: "wages", receivedOn: "2026-11-03", employer: "赣江机械有限公司", matter: "喷涂车间休息日加班费没有发", details: "九月两个星期六" },
  named: true,
  informer: null,
  shown: "masked",
  department: null,
  state: "reminded",
  steps: [
    { name: "受理", done: true, current: false, passed: false, on: "2026-11-04" },
    { name: "调查", done: true, current: false, passed: false, on: "2026-11-06" },
    { name: "沟通协商", done: false, current: false, passed: true, on: null },
    { name: "提示函", done: false, current: true, passed: false, on: "2026-11-12" },
    { name: "意见书", done: false, current: false, passed: false, on: null },
  ],
  todos: [
    {
      act: "answerReminder",
      whose: "employer",
      title: "书面答复提示函",
      origin: "当地没有规定答复的天数。",
      due: "2026-12-03",
      deadline: null,
      rule: null,
      place: { page: "letters", id: "c1", part: "event:reminderAnswered" },
      button: "登记答复",
    },
  ],
  events: [
    { id: "e1", record: { id: "e1", case: "c1", kind: "accepted", happenedOn: "2026-11-04", text: "", inspectors: [] }, inspectors: [], dueOn: null, late: false },
    {
      id: "e2",
      record: { id: "e2", case: "c1", kind: "inquired", happenedOn: "2026-11-06", text: "查了工资表", place: "喷涂车间", asked: "何平", inspectors: ["i1", "i2"], finding: "violation", signedOn: "2026-11-06" },
      inspectors: ["王伟（证号赣监0361）", "沈一诺（证号赣监0362）"],
      dueOn: null,
      late: false,
    },
  ],
  letters: [
    {
      id: "l1",
      record: { id: "l1", case: "c1", kind: "reminder", datedOn: "2026-11-12", addressee: "赣江机械有限公司", facts: "没有发", articles: "《劳动法》第四十四条", request: "补发", answerBy: "2026-12-03", contact: "张建国" },
      number: "工监提〔2026〕1号",
      issue: "p1",
      receivedOn: "2026-11-12",
      answer: null,
      answerDue: "2026-12-03",
      fixedForm: null,
    },
  ],
  ...over,
});

export const letterStart = (over: Partial<SupervisionLetterStart> = {}): SupervisionLetterStart => ({
  letter: { case: "c1", kind: "opinion", datedOn: "2026-11-16", addressee: "赣江机械有限公司", facts: "没有发", evidence: "2026年11月6日调查笔录", articles: "《劳动法》第四十四条", request: "补发", contact: "张建国" },
  limits: ["江西省《江西省工会劳动法律监督条例》第二十条：用人单位接到意见书后三十日内作出处理并书面告知", "南昌市《南昌市工会劳动法律监督条例》第二十三条：用人单位接到监督意见书后六十日内作出处理并书面告知"],
  suggestion: null,
  fixedForm: {
    id: "JX-LS-28",
    instrument: "江西省工会劳动法律监督条例",
    number: "",
    article: "第二十八条",
    verifiedOn: "2026-11-28",
    layer: "province",
    layerName: "江西省",
    confidence: "medium",
    short: "江西省工会劳动法律监督条例第二十八条",
  },
  ...over,
});
