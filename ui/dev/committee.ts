// Invented records of a committee: one signed, whose first decision an issued paper stands on; one a draft that lacks the
// votes of a topic.
import type { CommitteeLine, CommitteeRecord, DecisionLine, RuleRef } from "../src/contract/bindings";

const rule: RuleRef = {
  id: "CN-UN-COMMITTEE-VOTE",
  instrument: "中国工会章程",
  number: "",
  article: "第九条",
  verifiedOn: "2026-11-28",
  layer: "national",
  layerName: "国家",
  confidence: "low",
  short: "中国工会章程第九条",
};
const members = [
  { name: "周喆", post: "主席", present: true },
  { name: "冯天佑", post: "副主席", present: true },
  { name: "王伟", post: "组织委员", present: true },
  { name: "邓玉兰", post: "生活保障委员", present: false, reason: "出差" },
];
const record = (n: number, over: Partial<CommitteeRecord>): CommitteeRecord => ({
  id: `k${n}`,
  number: `工会委员会〔2026〕第${n}次会议`,
  record: { id: `k${n}`, body: "committee", heldOn: "2026-11-10", begins: "14:00", ends: "15:30", place: "工会办公室", chair: "周喆", recorder: "沈一诺", members, topics: [] },
  topics: [],
  quorum: { all: 4, present: 3, needed: 3, reached: true, quorumRule: rule, voteRule: rule },
  signedOn: null,
  missing: [],
  corrects: null,
  correctedBy: null,
  ...over,
});
const signed = record(1, {
  signedOn: "2026-11-11",
  topics: [
    {
      id: "t1",
      record: { id: "t1", title: "提出工资集体协商要约", said: "订单稳定", votes: { favour: 3, against: 0, abstained: 0 }, decision: "11月底前提出要约" },
      needed: 2,
      passed: true,
      unaccounted: null,
      decisionName: "决定一",
      uses: [{ id: "u1", act: "paper", title: "工协约〔2026〕1号《要约书》", place: { page: "outgoing", id: "o1" } }],
    },
    {
      id: "t2",
      record: { id: "t2", title: "职工书屋改建", votes: { favour: 1, against: 2, abstained: 0 }, decision: "按第二方案改建" },
      needed: 2,
      passed: false,
      unaccounted: null,
      decisionName: null,
      uses: [],
    },
  ],
});
signed.record.topics = signed.topics.map((one) => one.record);
const draft = record(2, {
  missing: ["第1项议题的表决票数"],
  topics: [{ id: "t3", record: { id: "t3", title: "慰问困难职工", decision: "慰问八户" }, needed: null, passed: null, unaccounted: null, decisionName: null, uses: [] }],
});
draft.record.topics = draft.topics.map((one) => one.record);
export const committee: CommitteeRecord[] = [draft, signed];

export const lineOf = ({ id, number, record: form, topics, quorum, signedOn, correctedBy }: CommitteeRecord): CommitteeLine => ({
  id,
  number,
  body: form.body,
  heldOn: form.heldOn,
  place: form.place,
  chair: form.chair,
  recorder: form.recorder,
  all: quorum.all,
  present: quorum.present,
  topics: topics.map((one) => one.record.title),
  decisions: topics.flatMap((one) => (one.decisionName ? [`${one.decisionName}：${one.record.decision}`] : [])),
  signedOn,
  corrected: correctedBy !== null,
  files: 0,
});

export const decision: DecisionLine = {
  id: "t1",
  reference: "工会委员会〔2026〕第1次会议 决定一",
  text: "11月底前提出要约",
  heldOn: "2026-11-10",
  meeting: "k1",
  correctedBy: null,
  cited: null,
};
