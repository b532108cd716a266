// An invented platform with a partner, a rider who belongs elsewhere, talks that are half done, and one who was hurt.
import type { Deadline, InjuryHelp, PlatformFirm, PlatformFirmLine, PlatformList, PlatformReferral, PlatformReferralLine, PlatformRule, PlatformTalk, PlatformWork, RuleRef } from "../src/contract/bindings";

const PLATFORM = "快蜂即时配送有限公司";
const TRADE_UNION = "南昌市即时配送行业工会联合会";

const rule = (id: string, instrument: string, over: Partial<RuleRef> = {}): RuleRef => ({
  id,
  instrument,
  number: "2026年3月印发",
  article: "（协商频次）",
  verifiedOn: "2026-11-28",
  layer: "national",
  layerName: "国家",
  confidence: "low",
  short: instrument,
  ...over,
});
const told = (id: string, instrument: string, title: string): PlatformRule => ({ rule: rule(id, instrument), title, mandatory: false, note: null });
const yearly = told("CN-PW-06", "平台劳动规则和算法协商指引（试行）", "劳动规则和算法协商原则上每年至少一次");

export const deadline = (due: string, sentence: string): Deadline => {
  const by = rule("CN-PW-05", "新就业形态劳动者劳动规则公示指引", { confidence: "medium" });
  return {
    due,
    rule: by,
    others: [],
    awaiting: [],
    weekendDue: null,
    certain: true,
    certainDue: null,
    pack: "2026.1",
    explanation: { sentence, start: "2026-12-01", quantity: 7, unit: "calendar_day", nominal: due, end: due, skipped: [], runs: [], calendar: [2026], rule: by },
  };
};

const line = (over: Partial<PlatformFirmLine>): PlatformFirmLine => ({
  id: "f1",
  kind: "platform",
  name: PLATFORM,
  trade: "delivery",
  partnerOf: null,
  headcount: 420,
  people: 1,
  members: 0,
  injury: "covered",
  injurySince: "2026-07-01",
  talkedOn: "2026-09-08",
  ended: false,
  ...over,
});
const partner = line({ id: "f2", kind: "partner", name: "快蜂骑手服务公司", partnerOf: PLATFORM, headcount: null, people: 0, injury: "unknown", injurySince: null, talkedOn: null });
const counts = { people: 1, members: 0, referred: 1, labour: 0, partial: 1, civil: 0 };

export const platformList = (): PlatformList => ({
  firms: [line({}), partner],
  kept: 2,
  counts,
  classes: [
    { class: "partial", meaning: "企业进行劳动管理，但不完全符合劳动关系。", rules: [told("CN-PW-01-AGREEMENT", "指导意见", "不完全符合确立劳动关系情形的，由企业与劳动者订立书面协议")] },
  ],
});

export const platformWork = (): PlatformWork => ({
  id: "w1",
  record: { id: "w1", person: "p1", firm: "f1", class: "partial", station: "城东站" },
  name: "谢飞",
  firm: PLATFORM,
  state: "notYet",
  route: {
    ours: false,
    to: "trade",
    union: TRADE_UNION,
    sentence: `不完全符合确立劳动关系情形的劳动者，介绍到${TRADE_UNION}（行业工会联合会）入会；不是本会会员，不计入本会的入会率。`,
    rule: rule("CN-PW-ROUTE-OTHER", "关于推进新就业形态劳动者入会工作若干问题的意见（试行）"),
    committee: null,
  },
  referral: null,
});

export const platformReferral = (): PlatformReferral => ({
  id: "r1",
  record: { id: "r1", work: "w1", toKind: "trade", toUnion: TRADE_UNION, referredOn: "2026-11-10", replyBy: "2026-12-10" },
  person: "p1",
  name: "谢飞",
  firm: PLATFORM,
  repliedOn: null,
  outcome: null,
  reply: null,
  letter: "工介〔2026〕1号",
});

/** The same in the register. */
export const platformReferralLine = (standing = platformReferral()): PlatformReferralLine => {
  const { id, person, name, firm, repliedOn, outcome, reply, letter, record } = standing;
  return { id, person, removed: false, name, firm, toKind: record.toKind, toUnion: record.toUnion, referredOn: record.referredOn, repliedOn, outcome, reply, letter, standing };
};

export const platformFirm = (): PlatformFirm => ({
  id: "f1",
  record: { id: "f1", kind: "platform", name: PLATFORM, trade: "delivery", city: "3601", headcount: 420, unionMembers: 20, tradeUnion: TRADE_UNION, injury: "covered", injurySince: "2026-07-01", insurance: "flexible" },
  partnerOf: null,
  partners: [partner],
  counts,
  committee: { required: false, members: 20, sentence: `${PLATFORM}有会员20人，不足25人。`, rule: rule("CN-UN-08", "中华人民共和国工会法") },
  insured: told("CN-PW-10", "通知", "平台企业按单缴费，参加职业伤害保障"),
  talks: [{ id: "t1", year: 2026, meetings: 1, talkedOn: "2026-09-08", agreedOn: "2026-09-08", postedOn: null, feedbackOn: null }],
  caps: [{ id: "c1", record: { id: "c1", firm: "f1", talk: "t1", kind: "continuous", minutes: 240, since: "2026-11-01" }, length: "4小时", holds: true }],
  rules: [yearly],
  todos: [],
});

export const platformTalk = (): PlatformTalk => ({
  id: "t1",
  record: { id: "t1", firm: "f1", year: 2026, askedOn: "2026-08-01", workersSeats: 1, agreedOn: "2026-09-08", agreed: "并单不超过三单", effectiveOn: "2026-12-01" },
  firm: PLATFORM,
  agreedSoFar: "并单不超过三单",
  meetings: [
    {
      id: "m1",
      record: {
        id: "m1",
        talk: "t1",
        heldOn: "2026-09-08",
        place: "快蜂二楼会议室",
        chair: "张敏（工会主席）",
        recorder: "李强",
        workers: ["张敏（工会主席）", "谢飞（骑手）"],
        employers: ["贺远（城市经理）"],
        positions: [
          { topic: "orders", workers: "并单太多", employers: "可以降", result: "agreed", agreed: "并单不超过三单" },
          { topic: "hours", workers: "连续四小时要歇", employers: "同意", result: "agreed" },
        ],
      },
      nth: 1,
      warnings: ["劳动者方出席2人，多于双方商定的代表1人，请核对。"],
      minutes: null,
    },
  ],
  topics: [
    { topic: "orders", text: "订单分配", talked: true },
    { topic: "pay", text: "收入与抽成", talked: false },
    { topic: "hours", text: "工作时长与休息", talked: true },
    { topic: "routes", text: "时间预估与路线规划（算法取中）", talked: false },
    { topic: "rewards", text: "考核与奖惩", talked: false },
  ],
  rules: [yearly],
  posting: { deadline: deadline("2026-11-24", "劳动规则施行（2026年12月1日）以前7日，最晚2026年11月24日。"), late: false },
  caps: [],
  todos: [],
});

export const injuryHelp = (): InjuryHelp => ({
  id: "h1",
  number: "伤〔2026〕1号",
  record: { id: "h1", work: "w1", accidentOn: "2026-10-03", orderNumber: "KF20261003118822", asked: "送餐途中被车撞倒", askedOn: "2026-10-08", papers: ["confirm"], reportedOn: "2026-10-04" },
  person: "p1",
  name: "谢飞",
  firm: PLATFORM,
  injury: "covered",
  papers: [
    { code: "confirm", text: "职业伤害确认申请", atHand: true },
    { code: "advance", text: "垫付情况说明", atHand: false },
  ],
  limits: [
    { title: "平台企业申请职业伤害确认", deadline: { ...deadline("2026-11-03", "从2026年10月4日起30日。"), rule: rule("CN-PW-13-PLATFORM", "职业伤害保障经办规程") }, waitsFor: null, note: "见于转述，请向经办机构核实。", doneOn: null },
    { title: "经办机构作出确认结论", deadline: null, waitsFor: "还没有登记受理的日期", note: null, doneOn: null },
  ],
  rules: [],
  todos: [],
});
