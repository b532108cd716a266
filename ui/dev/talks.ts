// An invented wage negotiation on day 41 of 60, its duties and its papers.
import type { Deadline, Duty, Negotiation, NegotiationPeople, PaperLine, Preparation, RepresentativeInput, RuleRef, RosterSex } from "../src/contract/bindings";

const rule = (short: string, layerName: string, high = true): RuleRef => ({
  id: short,
  instrument: short,
  number: "江西省人大常委会公告第96号",
  article: "",
  verifiedOn: "2026-10-08",
  layer: layerName === "国家" ? "national" : "province",
  layerName,
  confidence: high ? "high" : "medium",
  short,
});
const reply: Deadline = {
  due: "2026-11-14",
  rule: rule("江西省企业工资集体协商条例第十九条", "江西省"),
  others: [{ due: "2026-11-14", rule: rule("集体合同规定第三十二条", "国家"), mandatory: true, sentence: "" }],
  awaiting: [],
  weekendDue: "2026-11-16",
  certain: true,
  certainDue: null,
  pack: "2026.1",
  explanation: {
    sentence: "2026年10月25日收到协商意向书，自次日起算20日（日历日），依江西省《江西省企业工资集体协商条例》第十九条，到2026年11月14日届满；这一天是休息日，如按休息日顺延则为2026年11月16日。",
    start: "2026-10-25",
    quantity: 20,
    unit: "calendar_day",
    nominal: "2026-11-14",
    end: "2026-11-14",
    skipped: [],
    runs: [{ kind: "counted", from: "2026-10-26", to: "2026-11-14", days: 20, why: null }],
    calendar: [2026],
    rule: rule("江西省企业工资集体协商条例第十九条", "江西省"),
  },
};
const filing: Deadline = {
  ...reply,
  due: "2026-11-18",
  rule: rule("工资集体协商试行办法第二十一条", "国家", false),
  weekendDue: null,
  others: [{ due: "2026-11-21", rule: rule("集体合同规定第四十二条", "国家"), mandatory: true, sentence: "" }],
  explanation: { ...reply.explanation, start: "2026-11-11", quantity: 7, end: "2026-11-18", nominal: "2026-11-18", runs: [{ kind: "counted", from: "2026-11-12", to: "2026-11-18", days: 7, why: null }] },
};
const place = (part: string) => ({ page: "negotiation", id: "n26", part });
export const duties: Duty[] = [
  { id: "1", module: "negotiation", whose: "employer", title: "书面答复协商意向书", origin: "", due: "2026-11-14", days: -2, band: "overdue", deadline: reply, button: "登记答复", place: place("reply") },
  { id: "2", module: "negotiation", whose: "union", title: "报送工资专项集体合同", origin: "", due: "2026-11-18", days: 2, band: "week", deadline: filing, button: "登记报送", place: place("conclusion") },
  { id: "3", module: "negotiation", whose: "union", title: "召开第 4 轮协商会议", origin: "第3轮会议约定的下次会议日期。", due: "2026-11-20", days: 4, band: "week", button: "记录会议", place: place("meetings") },
  { id: "undertaking:u1", module: "negotiation", whose: "employer", title: "兑现承诺：提供上年度工资总额报表", origin: "第3轮协商会议上由万海燕承诺。", due: "2026-11-20", days: 4, band: "week", button: "登记完成", place: place("undertakings") },
  { id: "5", module: "negotiation", whose: "union", title: "谈成并签订合同（2026年度工资集体协商）", origin: "", due: "2027-01-02", days: 47, band: "later", deadline: { ...filing, due: "2027-01-02", certain: false, certainDue: "2026-12-29" }, button: "记录会议", place: place("meetings") },
];

const rep = (name: string, post: string, sex: RosterSex, chief = false): RepresentativeInput => ({
  name, post, sex, chief, outside: false, frontLine: false, personnelManager: false, chosenHow: "职工代表大会选举", chosenOn: "2026-09-20",
});
export const negotiation: Negotiation = {
  id: "n26",
  year: 2026,
  title: "2026年度工资集体协商",
  startedOn: "2026-09-10",
  lateEntry: null,
  offerName: "协商意向书",
  steps: [
    { kind: "representatives", name: "推选代表", done: true, current: false, unrecorded: false, whose: "工会", missing: [], origin: "", rule: null, due: null },
    { kind: "offer", name: "协商意向书", done: true, current: false, unrecorded: false, whose: "工会", missing: [], origin: "", rule: null, due: null },
    { kind: "reply", name: "对方答复", done: true, current: false, unrecorded: false, whose: "企业", missing: [], origin: "", rule: null, due: null },
    { kind: "meetings", name: "协商会议", done: false, current: true, unrecorded: false, whose: "双方，第 4 轮", missing: ["企业方委托书", "高温津贴一项的结果"], origin: "", rule: null, due: null },
    { kind: "conclusion", name: "签字、报送、生效", done: false, current: false, unrecorded: false, whose: "双方", missing: [], origin: "", rule: null, due: null },
  ],
  day: 41,
  ofDays: 60,
  offer: {
    id: "o1", by: "workers", addressee: "赣江机械有限公司", reasons: "", issuedOn: "2026-10-05", receivedOn: "2026-10-06", receivedBy: "万海燕",
    proposedOn: null, proposedPlace: null, contact: "张建国 138****8000", information: "", replyDeadline: reply, lateEntry: null,
  },
  clock: { deadline: filing, due: filing.due, day: 41, ofDays: 60, working: false, paused: 0, says: "" },
  suspensions: [],
  suspensionTerms: { ground: "《集体合同规定》第三十五条：未达成一致的，经双方协商可以中止", maximum: null, together: false, binding: false, says: "当地法规没有规定中止最长多少天，由双方商定。" },
  information: { items: [], proposal: ["上年度工资总额", "上年度营业收入"], deadline: null, ground: "", incomplete: "", secrecy: [], secrecyGround: "" },
  remedy: null,
  refusal: null,
  nextChair: null,
  reply: { id: "r1", kind: "agreed", repliedOn: "2026-10-28", repliedBy: "万海燕", text: "同意协商", meetsOn: null, meetsPlace: null, daysLate: 2, lateEntry: null },
  earlierReplies: [],
  representatives: [
    { id: "w1", side: "workers", record: rep("张建国", "工会主席", "male", true) },
    { id: "w2", side: "workers", record: rep("熊秀英", "装配 钳工", "female") },
    { id: "w3", side: "workers", record: rep("王伟", "机加工 车工", "male") },
    { id: "e1", side: "employer", record: rep("刘志刚", "总经理", "male", true) },
    { id: "e2", side: "employer", record: rep("万海燕", "财务负责人", "female") },
    { id: "e3", side: "employer", record: rep("陈平", "生产部经理", "male") },
  ],
  earlier: [],
  vacancy: null,
  electionUndone: false,
  topics: [
    { id: "t1", title: "年度工资增幅", proposal: "8%", agreements: ["wage"], aside: null, asideWhy: null, workersPosition: "8% → 7%", employerPosition: "4% → 5.5%", result: "disputed", agreedText: null, round: 3, rounds: [] },
    { id: "t2", title: "高温津贴", proposal: "300元/月", agreements: ["wage"], aside: null, asideWhy: null, workersPosition: "300元/月", employerPosition: "300元/月", result: "agreed", agreedText: "每年6月至9月每人每月300元。", round: 2, rounds: [] },
    { id: "t3", title: "夜班津贴", proposal: "每班40元", agreements: ["wage"], aside: null, asideWhy: null, workersPosition: "每班40元", employerPosition: "待测算", result: "deferred", agreedText: null, round: 3, rounds: [] },
  ],
  meetings: [1, 2, 3].map((round) => ({
    id: `m${round}`,
    round,
    record: {
      id: `m${round}`, negotiation: "n26", heldOn: `2026-11-0${round * 2}`, begins: "14:00", place: "二楼会议室", chair: round % 2 ? "w1" : "e1",
      recorder: "涂玉兰", recorderPost: "行政文员", agenda: "", attendance: [], nextOn: "2026-11-20", nextPlace: "二楼会议室",
      topics: [],
      undertakings: round === 3 ? [{ id: "u1", what: "提供上年度工资总额报表", side: "employer" as const, owner: "万海燕", dueOn: "2026-11-20" }] : [],
    },
  })),
  events: [{ id: "e1", agreement: null, kind: "noted", happenedOn: "2026-11-07", text: "企业方送来上年度工资总额报表。", facts: {}, lateEntry: null }],
  agreements: [],
  amendments: [],
  kindNames: [{ kind: "wage", name: "工资集体合同" }],
  closing: { seal: null, open: ["2026年度工资集体合同协商中，还没有生效。"], told: [], continues: null, continuedBy: null },
  nextAgenda: ["宣布会议议程和会议纪律", "继续协商“年度工资增幅”（第3轮双方没有达成一致）", "双方首席代表归纳意见"],
  advice: ["女职工占24%，职工方代表中已有1名女职工。"],
};

export const papers = [
  { kind: "negotiation.minutes", of: "m3", title: "第3轮协商会议纪要", affair: "2026年度工资集体协商", dated: "2026-11-06", missing: [], issued: [] },
  { kind: "negotiation.minutes", of: "m2", title: "第2轮协商会议纪要", affair: "2026年度工资集体协商", dated: "2026-11-04", missing: [], issued: [{ id: "i1", number: "〔2026〕2号", issuedAt: "2026-11-05 09:00", pages: 3, sha256: "00" }] },
  { kind: "negotiation.reply", of: "r1", title: "协商意向回复书", affair: "2026年度工资集体协商", dated: "2026-10-28", missing: ["对方签收人"], issued: [] },
  { kind: "negotiation.offer", of: "o1", title: "协商意向书", affair: "2026年度工资集体协商", dated: "2026-10-05", missing: [], issued: [{ id: "i0", number: "〔2026〕1号", issuedAt: "2026-10-05 09:00", pages: 2, sha256: "00" }] },
] as PaperLine[];

export const seats: NegotiationPeople = {
  vacancies: [],
  posting: { waiting: [], deadline: null, sentence: "这里的法规没有写明代表产生以后几天内公布；公布了，职工才知道找谁反映意见。", rule: null },
  employerPosting: null,
  law: [],
  protection: [],
  elections: [],
  mandates: [],
  earlier: [],
  known: { chair: "张建国", due: 45, lastFour: [], outsideAdvise: true, chosenBy: "《江西省企业工资集体协商条例》第九条", officeShops: [] },
};

export const preparation: Preparation = {
  opinions: {
    negotiation: "n26", fromOn: "2026-09-10", toOn: "2026-09-18", how: "发放征集表", handedOut: 320, returned: 263,
    topics: [
      { title: "年度工资增幅", people: 241, gist: "希望增长8%左右，向一线岗位倾斜", topic: "t1" },
      { title: "高温津贴", people: 98, gist: "夏季按月发放", topic: "t2" },
      { title: "夜班餐补", people: 17, gist: "" },
    ],
  },
  survey: "s26",
  share: "发出320份，收回263份，回收率82.2%",
  asked: "提出协商意向以前征集职工意见（《江西省企业工资集体协商条例》第十九条）。",
  rule: null,
  waiting: 1,
  lines: [],
  lineWords: "这里的法规没有规定多少职工要求协商时工会必须提出；职工提出来的，登记以后由工会委员会研究决定。",
  petitions: [],
  workers: 320,
};
