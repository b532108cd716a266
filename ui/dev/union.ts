// An invented union: its record, a committee that lacks a seat and whose vice-chair left, a supervision committee that must
// be entered, and a branch with a group under it.
import type { RuleRef, UnionBodies, UnionGroup, UnionGroups, UnionSheet, UnionTerm } from "../src/contract/bindings";

const rule = (id: string, short: string): RuleRef => ({
  id,
  instrument: short,
  number: "",
  article: "第八条",
  verifiedOn: "2026-11-28",
  layer: "national",
  layerName: "国家",
  confidence: "low",
  short: `${short}第八条`,
});

export const unionSheet: UnionSheet = {
  id: "u1",
  name: "赣江机械有限公司工会委员会",
  creditCode: "81360121MC0YL02618",
  details: {
    kind: "independent",
    form: "committee",
    enterprises: [{ name: "赣江机械有限公司", creditCode: "91350100M000100Y43", representative: "周建国" }],
    establishedOn: "2012-05-16",
    upperUnion: "县总工会",
    bank: "赣江银行",
    bankAccount: "*************0456",
    certificateNumber: "工法证字第12号",
    certificateUntil: "2026-11-15",
    seal: true,
  },
};

const committee: UnionTerm = {
  id: "t1",
  name: "第三届工会委员会",
  record: {
    id: "t1",
    body: "committee",
    session: 3,
    startedOn: "2022-05-18",
    years: 5,
    cleared: true,
    members: [
      { id: "s2", name: "王伟", office: "vice", toOn: "2026-07-31" },
      { id: "s1", person: "p1", name: "周喆", office: "chair" },
      { id: "s3", name: "邓玉兰", office: "member", duty: "生活保障" },
    ],
  },
  endsOn: "2027-05-18",
  explained: "2022年5月18日起任期5年，2027年5月18日届满。",
  rule: rule("CN-UN-09-5", "工会法"),
  serving: 2,
};

export const unionBodies: UnionBodies = {
  members: 316,
  women: 120,
  years: [3, 5],
  bars: [{ text: "企业主要负责人的近亲属不得作为人选", rule: rule("CN-UN-11", "工会法") }],
  bodies: [
    { body: "committee", why: "会员316人，应当有工会委员会。", rule: rule("CN-UN-08", "工会法"), current: committee, past: [], lacks: [{ text: "会员316人，委员应当不少于7人，现有2人。", rule: rule("CN-UN-18-MIN", "选举条例"), whose: "union" }] },
    { body: "audit", why: "按现在的人数可以不建。", rule: null, current: null, past: [], lacks: [] },
    { body: "women", why: "按现在的人数可以不建。", rule: null, current: null, past: [], lacks: [] },
    { body: "supervision", why: "会员316人，应当有工会劳动法律监督委员会。", rule: rule("JX-LS-9", "监督条例"), current: null, past: [], lacks: [{ text: "这里还没有登记。", rule: rule("JX-LS-9", "监督条例"), whose: "union" }] },
  ],
};

const group = (id: string, name: string, depth: number, people: number, all: number, parent?: string): UnionGroup => ({
  id,
  record: { id, parent, kind: parent ? "group" : "branch", name, leaderName: "周喆" },
  depth,
  people,
  all,
});
export const unionGroups: UnionGroups = {
  groups: [group("g1", "机加工分会", 0, 90, 91), group("g2", "夜班小组", 1, 1, 1, "g1"), group("g3", "焊接分会", 0, 58, 58, "")],
  ungrouped: 35,
  shops: [
    { shop: "机加工", ungrouped: 0, people: 91 },
    { shop: "仓储", ungrouped: 35, people: 40 },
  ],
};
