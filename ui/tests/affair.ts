// An affair with both sides elected, two topics and one meeting held, for tests.
import type { Negotiation, RepresentativeInput, Side } from "../src/contract/bindings";

const rep = (name: string, chief = false): RepresentativeInput => ({
  name,
  sex: "male",
  post: "职工",
  chief,
  outside: false,
  frontLine: false,
  personnelManager: false,
  chosenHow: "选举",
});
const side = (which: Side, names: string[]) =>
  names.map((name, i) => ({ id: `${which}${i}`, side: which, record: rep(name, i === 0) }));
const topic = (id: string, title: string) => ({
  id,
  title,
  proposal: "8%",
  workersPosition: "",
  employerPosition: "",
  result: null,
  agreedText: null,
  round: null,
  rounds: [],
});

export const affair = (): Negotiation => ({
  id: "n",
  year: 2026,
  title: "2026年度工资集体协商",
  startedOn: "2026-09-01",
  lateEntry: null,
  offerName: "协商意向书",
  steps: [
    { kind: "offer", name: "协商意向书", done: true, current: false, unrecorded: false, whose: "工会", missing: [] },
    { kind: "meetings", name: "协商会议", done: false, current: true, unrecorded: false, whose: "双方", missing: [] },
  ],
  day: 41,
  ofDays: 60,
  offer: null,
  remedy: null,
  reply: null,
  representatives: [...side("workers", ["张建国", "王伟", "李丽"]), ...side("employer", ["刘强", "陈平", "万敏"])],
  topics: [topic("t1", "年度工资增幅"), topic("t2", "高温津贴")],
  meetings: [
    {
      id: "m1",
      round: 1,
      record: {
        id: "m1",
        negotiation: "n",
        heldOn: "2026-11-01",
        begins: "14:00",
        place: "会议室",
        chair: "workers0",
        recorder: "涂玉兰",
        recorderPost: "文员",
        agenda: "议程",
        attendance: [{ representative: "workers0", present: true }],
        topics: [{ topic: "t2", workersPosition: "300元", employerPosition: "300元", evidence: "", result: "agreed", agreedText: "每月300元。" }],
        undertakings: [],
        nextOn: "2026-11-20",
      },
    },
  ],
  nextAgenda: ["宣布会议议程和会议纪律", "继续协商“年度工资增幅”（第1轮双方没有达成一致）", "双方首席代表归纳意见"],
  events: [],
  agreements: [],
  amendments: [],
  kindNames: [],
  closing: { seal: null, open: [], told: [], continues: null, continuedBy: null },
  advice: [],
});
