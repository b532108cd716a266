// What the negotiation pages work out by themselves: rungs, fresh forms, forms as they are sent.
import { describe, expect, it } from "vitest";
import { affair, refused, suspension } from "../../../tests/affair";
import { fieldOfTopic } from "./meetingFields";
import { asMeeting, asTopic, clearTopic, filled, freshMeeting, lacking, ledAt, letLead, meetingDraft, nextEvent, nextForm, nextRound, nextWords, offerForm, papersOf, previewed, reconcile, refusedPlace, rungs, sideRows, stepInfo, topicForm, wantsResult } from "./logic";
import { refusedRow } from "./refusal";

describe("where an affair stands", () => {
  it("marks the rung where it stands, and late once its clock is over", () => {
    expect(rungs(affair()).map((r) => r.state)).toEqual(["done", "now"]);
    expect(rungs({ ...affair(), day: 61 })[1]?.state).toBe("late");
  });
  it("says of each step whose it is, what is missing and by which article", () => {
    const step = { ...affair().steps[1]!, missing: ["第2轮会议记录"], origin: "依《集体合同规定》第三十四条。" };
    expect(stepInfo(step)).toEqual(["由谁办：双方", "还缺：第2轮会议记录", "依《集体合同规定》第三十四条。"]);
    expect(stepInfo({ ...step, done: true, missing: [], due: "2026-11-23" })).toEqual(["由谁办：双方", "依《集体合同规定》第三十四条。"]);
    expect(stepInfo({ ...step, done: true, missing: ["职工方代表的公布"] })[1], "still owed").toBe("还缺：职工方代表的公布");
    expect(stepInfo({ ...step, due: "2026-11-23" })[2]).toContain("11月23日以前");
    const steps = affair().steps.map((s) => ({ ...s, due: "2026-11-23" }));
    expect(rungs({ ...affair(), steps }).map((r) => r.note), "the day of the step that comes now").toEqual(["", expect.stringContaining("11月23日以前")]);
  });
  it("lacks what the step that comes now does, and what is still owed of the finished ones", () => {
    const [before, now] = affair().steps.map((s) => ({ ...s, missing: [`${s.name}的一项`] }));
    const whole = { ...affair(), steps: [before!, now!] };
    expect(lacking(whole, false)).toEqual([`${before!.name}的一项`, `${now!.name}的一项`]);
    expect(lacking(whole, true), "a rung of an agreement tells it").toEqual([`${before!.name}的一项`]);
    expect(lacking({ ...whole, steps: [before!, { ...now!, current: false, done: true }] }, false), "nothing comes any more").toEqual([]);
  });
  it("puts the next round in the one filled button's words", () => {
    expect(nextWords(affair())).toBe("记录第 2 轮会议");
    expect(nextWords({ ...affair(), steps: [] })).toBe("");
  });
  it("never calls to come what the affair went past", () => {
    const [offer, meetings] = affair().steps;
    const steps = [{ ...offer!, kind: "preparation" as const, done: false }, offer!, meetings!, { ...offer!, kind: "conclusion" as const, done: false }];
    expect(rungs({ ...affair(), steps }).map((r) => r.state)).toEqual(["gap", "done", "now", "next"]);
  });
  it("never calls a rung done that was not recorded", () => {
    const steps = affair().steps.map((s) => ({ ...s, done: false, current: false, unrecorded: true }));
    expect(rungs({ ...affair(), steps }).map((r) => r.state)).toEqual(["gap", "gap"]);
  });
  it("leads refused or unanswered talks to the next remedy, entered as an event", () => {
    const steps = affair().steps.map((s) => ({ ...s, kind: "reply" as const }));
    const stuck = { ...affair(), steps, remedy: "reported" as const, refusal: refused("demand") };
    expect([nextWords(stuck), nextForm(stuck), nextEvent(stuck)]).toEqual(["打开催告函", "refusal", "reported"]);
    expect(refusedPlace(stuck)).toEqual({ page: "papers", id: "negotiation.demand@n" });
    const plain = { ...stuck, remedy: null, refusal: null };
    expect([nextWords(plain), nextForm(plain), nextEvent(plain)]).toEqual(["登记对方答复", "reply", "noted"]);
  });
  it("leads broken off talks to the day on which they go on", () => {
    const broken = { ...affair(), suspensions: [suspension()] };
    expect([nextWords(broken), nextForm(broken)]).toEqual(["登记恢复协商", "resume:s1"]);
    const gone = { ...affair(), suspensions: [suspension("2026-11-20")] };
    expect([nextWords(gone), nextForm(gone)]).toEqual(["记录第 2 轮会议", "meetings"]);
  });
  it("lists the papers made from it and from its meetings, and no others", () => {
    const paper = (of: string) => ({ kind: "k", of, title: of, affair: "", missing: [], issued: [] });
    expect(papersOf(affair(), [paper("n"), paper("m1"), paper("other")]).map((p) => p.of)).toEqual(["n", "m1"]);
  });
});

describe("a topic's place", () => {
  it("sends what both sides said only where the talks go on without it", () => {
    const talks = { ...affair(), topics: [{ ...affair().topics[0]!, agreements: ["women" as const], aside: "carried" as const, asideWhy: "留到明年" }] };
    const draft = topicForm(talks, "t1");
    expect(asTopic("t1", draft)).toEqual({ topic: "t1", agreements: ["women"], aside: "carried", asideWhy: "留到明年" });
    expect(asTopic("t1", { ...draft, aside: "" })).toEqual({ topic: "t1", agreements: ["women"], aside: undefined, asideWhy: undefined });
  });
});

describe("a fresh meeting", () => {
  const draft = freshMeeting(affair(), "2026-11-16");
  it("stands on the day agreed last time, with the chiefs in turn in the chair", () => {
    expect(nextRound(affair())).toBe(2);
    expect(draft.heldOn).toBe("2026-11-20");
    expect(draft.chair, "the workers' chief chaired the first round").toBe("employer0");
  });
  it("has everyone present and no topic talked about", () => {
    expect(draft.attendance).toHaveLength(6);
    expect(draft.topics.every((t) => t.result === "")).toBe(true);
    expect(asMeeting(draft).topics, "a topic without a result is not sent").toEqual([]);
  });
  it("starts from what the workers' side proposed", () => expect(draft.topics[0]?.workersPosition).toBe("8%"));
});

describe("who led a side at a meeting", () => {
  const kept = () => {
    const whole = affair();
    const named = whole.representatives.map((r) => ({ representative: r.id, present: true, chief: r.record.chief }));
    Object.assign(whole.meetings[0]!.record, { attendance: named });
    // The chair of the union's side went to the next one since.
    whole.representatives[0]!.record.chief = false;
    whole.representatives[1]!.record.chief = true;
    return whole;
  };
  const led = (draft: ReturnType<typeof freshMeeting>) => asMeeting(draft).attendance.filter((a) => a.chief).map((a) => a.representative);
  it("stays with a kept meeting, whoever leads it since", () => {
    const whole = kept();
    const draft = meetingDraft(whole, "m1")!;
    expect(whole.representatives.filter((r) => ledAt(r, draft.attendance)).map((r) => r.id)).toEqual(["workers0", "employer0"]);
    expect(led(draft)).toEqual(["workers0", "employer0"]);
    expect(asMeeting(freshMeeting(whole, "2026-11-16")).attendance.every((a) => a.chief === undefined), "a new one goes by the list").toBe(true);
  });
  it("is corrected, and the chair goes with it", () => {
    const whole = kept();
    const draft = meetingDraft(whole, "m1")!;
    letLead(whole, draft, whole.representatives[1]!);
    expect([led(draft), draft.chair]).toEqual([["workers1", "employer0"], "workers1"]);
  });
  it("is told of a meeting that is entered afterwards, and not of a new one", () => {
    const whole = affair();
    const draft = freshMeeting(whole, "2026-11-16");
    letLead(whole, draft, whole.representatives[2]!);
    expect(led(draft)).toEqual([]);
    draft.lateEntry = "记录本后来才找到";
    expect(led(draft)).toEqual(["workers2"]);
  });
  it("is nobody who came onto the list after a meeting that says who did", () => {
    const whole = kept();
    whole.representatives.push({ ...whole.representatives[1]!, id: "new" });
    expect(meetingDraft(whole, "m1")!.attendance.at(-1)).toEqual({ representative: "new", present: false, chief: false });
  });
});

describe("the next meeting after one that was entered afterwards", () => {
  const whole = affair();
  const held = (round: number, heldOn: string, place: string) => ({ id: `m${round}`, round, record: { ...whole.meetings[0]!.record, heldOn, place, nextOn: undefined } });
  whole.meetings = [held(3, "2026-10-25", "旧会议室"), held(1, "2026-11-01", "会议室"), held(2, "2026-11-08", "新会议室")];
  it("bears the next number and follows on the one that was held last", () => {
    expect(nextRound(whole)).toBe(4);
    const fresh = freshMeeting(whole, "2026-11-16");
    expect([fresh.place, fresh.agenda]).toEqual(["新会议室", whole.nextAgenda.join("\n")]);
  });
});

describe("a meeting as it is sent", () => {
  it("keeps the agreed text only where both sides agreed, and a reason only for those absent", () => {
    const draft = freshMeeting(affair(), "2026-11-16");
    Object.assign(draft.topics[0]!, { result: "disputed", agreedText: "旧的" });
    Object.assign(draft.topics[1]!, { result: "agreed", agreedText: " 每月300元。 " });
    draft.attendance[0]!.reason = "出差";
    draft.attendance[1]!.present = false;
    draft.attendance[1]!.reason = "病假";
    draft.undertakings.push({ what: " ", side: "employer", owner: "" });
    const sent = asMeeting(draft);
    expect(sent.topics.map((t) => t.agreedText)).toEqual([undefined, "每月300元。"]);
    expect(sent.attendance[0]?.reason).toBeUndefined();
    expect(sent.attendance[1]?.reason).toBe("病假");
    expect(sent.undertakings).toEqual([]);
  });
  it("shows on its paper no day that is only half typed", () => {
    const draft = { ...freshMeeting(affair(), "2026-11-16"), nextOn: "2026-12-", undertakings: [{ what: "提供报表", side: "employer" as const, owner: "", dueOn: "2026-1x" }] };
    expect(asMeeting(draft)).toMatchObject({ nextOn: "2026-12-", undertakings: [{ dueOn: "2026-1x" }] });
    expect(previewed(draft)).toMatchObject({ nextOn: undefined, undertakings: [{ what: "提供报表", dueOn: undefined }] });
  });
  it("asks for a result where words were typed without one, and not where they were only carried over", () => {
    const draft = freshMeeting(affair(), "2026-11-16");
    expect(draft.topics.some(wantsResult), "the proposal carried over is no new word").toBe(false);
    draft.topics[0]!.evidence = "上年度工资总额报表";
    draft.topics[1]!.workersPosition = "7%";
    expect(draft.topics.map(wantsResult)).toEqual([true, true]);
    draft.topics[0]!.result = "deferred";
    clearTopic(draft.topics[1]!);
    expect(draft.topics.map(wantsResult)).toEqual([false, false]);
    expect(draft.topics[1]!.workersPosition).toBe("8%");
    expect(asMeeting(draft).topics, "what was carried over is the form's own").toEqual([
      { topic: "t1", workersPosition: "8%", employerPosition: "", evidence: "上年度工资总额报表", result: "deferred", agreedText: undefined },
    ]);
  });
  it("asks for a result before a recorded topic's words go", () => {
    const draft = meetingDraft(affair(), "m1")!;
    draft.topics[1]!.result = "";
    expect(draft.topics.map(wantsResult)).toEqual([false, true]);
  });
  it("opens a meeting that stands with its own topics, the others empty", () => {
    const draft = meetingDraft(affair(), "m1");
    expect(draft?.topics.map((t) => t.result)).toEqual(["", "agreed"]);
    expect(draft?.attendance.filter((a) => a.present)).toHaveLength(1);
    expect(meetingDraft(affair(), "gone")).toBeNull();
  });
});

describe("a draft that lay while the affair went on", () => {
  it("takes in a new topic and a new representative, and keeps what was typed", () => {
    const draft = freshMeeting(affair(), "2026-11-16");
    draft.topics[0]!.workersPosition = "7%";
    const later = affair();
    later.topics = [later.topics[0]!, { ...later.topics[1]!, id: "t9" }];
    later.representatives[0] = { ...later.representatives[0]!, id: "new" };
    draft.chair = "workers0";
    reconcile(draft, later);
    expect(draft.topics.map((t) => [t.topic, t.workersPosition])).toEqual([["t1", "7%"], ["t9", ""]]);
    expect(draft.attendance.map((a) => a.representative)).toContain("new");
    expect(draft.chair, "the chair who is no representative any more must be chosen anew").toBe("");
  });
  it("keeps who came while its day is typed anew", () => {
    const draft = { ...freshMeeting(affair(), "2026-11-16"), heldOn: "2026-1" };
    const { attendance, chair } = structuredClone(draft);
    reconcile(draft, { ...affair(), representatives: affair().representatives.map((r) => ({ ...r, replaces: "r0", record: { ...r.record, chosenOn: "2026-11-01" } })) });
    expect(draft).toMatchObject({ attendance, chair });
  });
  it("is left alone when nothing changed", () => {
    const draft = freshMeeting(affair(), "2026-11-16");
    const { topics, attendance } = draft;
    reconcile(draft, affair());
    expect(draft.topics).toBe(topics);
    expect(draft.attendance).toBe(attendance);
  });
});

describe("where a refusal stands", () => {
  const form = { workers: sideRows(affair(), "workers"), employer: sideRows(affair(), "employer") };
  it("finds the row that the core counts, passing over rows without a name", () => {
    const gap = { ...form, workers: [{ ...form.workers[0]!, name: "" }, ...form.workers] };
    const problem = { code: "refused", message: "", field: "workers.1.personnelManager" };
    expect(refusedRow(problem, gap)).toEqual({ side: "workers", row: 2 });
    expect(refusedRow({ ...problem, field: "employer" }, form)).toEqual({ side: "employer", row: null });
    expect(refusedRow({ ...problem, field: "negotiation" }, form)).toBeNull();
    expect(filled(gap.workers)).toHaveLength(3);
  });
  it("finds the topic's card, passing over topics that were not talked about", () => {
    const draft = freshMeeting(affair(), "2026-11-16");
    draft.topics[1]!.result = "agreed";
    expect(fieldOfTopic({ code: "bad_input", message: "", field: "topics.0.agreedText" }, draft)).toBe("t2");
    expect(fieldOfTopic({ code: "bad_input", message: "", field: "place" }, draft)).toBeNull();
  });
});

describe("an offer to fill", () => {
  it("is dated today, from the workers' side, with one empty topic to begin with", () => {
    const form = offerForm({ ...affair(), topics: [] }, "2026-11-16", "赣江机械有限公司");
    expect(form).toMatchObject({ by: "workers", addressee: "赣江机械有限公司", issuedOn: "2026-11-16", topics: [{ title: "", proposal: "" }] });
    expect(form.receivedOn, "the clock starts only with a day of receipt").toBeUndefined();
  });
});

it("begins the first meeting on the day and at the place agreed upon, and a second one of a day after the first", () => {
  const offer = { proposedOn: "2026-11-20", proposedPlace: "二楼会议室" };
  const first = { ...affair(), meetings: [], offer, reply: { meetsOn: null, meetsPlace: null } } as unknown as Parameters<typeof freshMeeting>[0];
  const begun = (more: object) => freshMeeting({ ...first, ...more }, "2026-11-21");
  expect([begun({}).heldOn, begun({}).place]).toEqual(["2026-11-20", "二楼会议室"]);
  expect(begun({ reply: { meetsOn: "2026-11-19", meetsPlace: "三楼" } }).heldOn).toBe("2026-11-19");
  expect(begun({ reply: null }).heldOn, "nobody agreed to the day").toBe("2026-11-21");
  const whole = affair();
  const record = { ...whole.meetings[0]!.record, ends: "16:00", nextOn: "2026-11-01" };
  expect(freshMeeting({ ...whole, meetings: [{ ...whole.meetings[0]!, record }] }, "2026-11-16").begins).toBe("16:00");
});
