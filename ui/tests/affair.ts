// An affair with both sides elected, two topics and one meeting held, for tests.
import type { InformationItem, Negotiation, Refusal, RefusalRungKind, RepresentativeInput, Side, Suspension } from "../src/contract/bindings";

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
  agreements: [],
  aside: null,
  asideWhy: null,
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
    { kind: "offer", name: "协商意向书", done: true, current: false, unrecorded: false, whose: "工会", missing: [], origin: "", rule: null, due: null },
    { kind: "meetings", name: "协商会议", done: false, current: true, unrecorded: false, whose: "双方", missing: [], origin: "", rule: null, due: null },
  ],
  day: 41,
  ofDays: 60,
  clock: null,
  suspensions: [],
  suspensionTerms: { ground: "《集体合同规定》第三十五条：可以中止", maximum: null, together: false, binding: false, says: "当地法规没有规定中止最长多少天，由双方商定。" },
  information: { items: [], proposal: ["上年度工资总额", "劳动生产率"], deadline: null, ground: "", incomplete: "", secrecy: [], secrecyGround: "" },
  offer: null,
  remedy: null,
  refusal: null,
  reply: null,
  earlierReplies: [],
  representatives: [...side("workers", ["张建国", "王伟", "李丽"]), ...side("employer", ["刘强", "陈平", "万敏"])],
  earlier: [],
  vacancy: null,
  electionUndone: false,
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
  nextChair: { side: "employer", says: "《集体合同规定》第三十四条：会议由双方首席代表轮流主持" },
  nextAgenda: ["宣布会议议程和会议纪律", "继续协商“年度工资增幅”（第1轮双方没有达成一致）", "双方首席代表归纳意见"],
  events: [],
  agreements: [],
  amendments: [],
  kindNames: [],
  closing: { seal: null, open: [], told: [], continues: null, continuedBy: null },
  advice: [],
});

/** What is done about a refusal, with a rung that is to be done now. */
export function refused(now: RefusalRungKind): Refusal {
  const kinds: RefusalRungKind[] = ["demand", "warning", "report", "order", "coordination"];
  const at = kinds.indexOf(now);
  return {
    refused: true,
    since: "2026-10-12",
    rungs: kinds.map((kind, i) => ({
      kind,
      state: i < at ? "done" : i === at ? "now" : "next",
      on: i < at ? "2026-10-13" : null,
      until: null,
      ground: "《江西省企业工资集体协商条例》第十九条：无正当理由不得拒绝工资集体协商",
    })),
    todos: [
      {
        id: "demand:n",
        module: "negotiation",
        whose: "union",
        title: "对方拒绝协商，发出催告函",
        origin: "",
        band: "week",
        button: "打开催告函",
        place: { page: "papers", id: "negotiation.demand@n" },
      },
    ],
    case: null,
    order: null,
  };
}

/** An item of information asked of the employer. */
export const item = (id: string, name: string): InformationItem => ({ id, of: "employer", name, secret: false, askedOn: "2026-10-01", askedBy: "张建国" });

/** A suspension, still lasting unless a day is given on which the talks went on. */
export const suspension = (resumedOn: string | null = null): Suspension => ({
  id: "s1",
  record: { id: "s1", negotiation: "n", reason: "等审计报告", forceMajeure: false, fromOn: "2026-11-01", resumeOn: "2026-11-20", resumePlace: "会议室", resumeSubject: "增幅", workersAgreed: "张建国", employerAgreed: "刘强" },
  round: null,
  resumedOn,
  recorded: resumedOn !== null,
  resumedNote: null,
  days: 19,
});
