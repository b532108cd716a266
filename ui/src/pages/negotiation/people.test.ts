// Fresh forms of seats, elections, mandates and opinions from what the ledger knows, and forms as they are sent.
import { describe, expect, it } from "vitest";
import { affair } from "../../../tests/affair";
import { people } from "../../../tests/people";
import { factsOf, known, eventForm } from "./agreement";
import { freshMeeting, listedOn, meetingDraft, nextForm, nextWords, reconcile } from "./logic";
import { asElection, asFilling, asMandate, asOpinions, candidate, electionDraft, fillForm, mandateDraft, opinionsDraft, picked, turned } from "./people";

/** 李丽 left on 10 November, and 周喆 took the seat on the 14th. */
function changed() {
  const whole = affair();
  const gone = whole.representatives.splice(2, 1)[0]!;
  whole.earlier = [{ ...gone, until: "2026-11-10", leftWhy: "调离" }];
  const record = { ...gone.record, name: "周喆", chosenOn: "2026-11-14" };
  whole.representatives.splice(2, 0, { id: "new", side: "workers", record, replaces: gone.id });
  return whole;
}

describe("who stood on a day", () => {
  const on = (day: string) => listedOn(changed(), day).filter((r) => r.side === "workers").map((r) => r.record.name);
  it("lists who left up to the vacancy, and who took the seat from the day chosen", () => {
    expect(on("2026-11-09")).toEqual(["张建国", "王伟", "李丽"]);
    expect(on("2026-11-10"), "vacant from that day").toEqual(["张建国", "王伟"]);
    expect(on("2026-11-14")).toEqual(["张建国", "王伟", "周喆"]);
  });
  it("keeps who left at the meeting that names them, and asks of no one who came later", () => {
    const whole = changed();
    whole.meetings[0]!.record.attendance.push({ representative: "workers2", present: true });
    const came = meetingDraft(whole, "m1")!.attendance;
    expect(came.find((a) => a.representative === "workers2")?.present).toBe(true);
    expect(came.some((a) => a.representative === "new")).toBe(false);
  });
  it("turns the attendance when a meeting moves to another day", () => {
    const whole = changed();
    const draft = freshMeeting(whole, "2026-11-20");
    expect(draft.attendance.map((a) => a.representative)).toContain("new");
    draft.heldOn = "2026-11-05";
    reconcile(draft, whole);
    expect(draft.attendance.map((a) => a.representative)).toContain("workers2");
    expect(draft.attendance.map((a) => a.representative)).not.toContain("new");
  });
});

describe("a vacant seat", () => {
  it("is filled by the one filled button", () => {
    const steps = affair().steps.map((s) => ({ ...s, kind: "representatives" as const }));
    const vacant = { ...affair(), steps, vacancy: "e1" };
    expect([nextForm(vacant), nextWords(vacant)]).toEqual(["seat:e1", "登记补选"]);
  });
  it("makes the newcomer chief where the chief's seat is vacant and no one has become chief", () => {
    const whole = affair();
    const vacancy = { ...people().vacancies[0]!, chief: true };
    expect(fillForm(whole, vacancy, "2026-11-16").person.chief, "there is a chief").toBe(false);
    whole.representatives[0]!.record.chief = false;
    const form = fillForm(whole, vacancy, "2026-11-16");
    expect(form.person.chief).toBe(true);
    form.person.name = " 周喆 ";
    expect(asFilling(form)).toMatchObject({ vacancy: "e1", person: { name: "周喆", chosenOn: "2026-11-16" }, lateEntry: undefined });
  });
});

describe("an election", () => {
  it("has the workers' representatives in it, whom no kept election names", () => {
    const fresh = electionDraft(affair(), people(), "2026-11-16");
    expect(fresh.candidates.map((c) => c.name)).toEqual(["张建国", "王伟", "李丽"]);
    expect(fresh.chair).toBe("冯天佑");
    const standing = { ...asElection({ ...fresh, candidates: fresh.candidates.slice(0, 2) }), id: "el" };
    const after = { ...people(), elections: [{ record: standing, lines: [], doubts: [] }] };
    expect(electionDraft(affair(), after, "2026-11-16").candidates.map((c) => c.name)).toEqual(["李丽"]);
  });
  it("lets nobody hear the objections to the own seat", () => {
    expect(electionDraft(affair(), people(), "2026-11-16").objectionsWho).toBe("冯天佑");
    const whole = affair();
    whole.representatives.find((r) => r.side === "workers")!.record.name = "冯天佑";
    expect(electionDraft(whole, people(), "2026-11-16").objectionsWho).toBe("");
  });
  it("has those in it again whom an upheld objection undid, on a day of its own", () => {
    const first = electionDraft(affair(), people(), "2026-11-16");
    const undone = { ...asElection({ ...first, objections: "upheld" }), id: "el" };
    const again = electionDraft(affair(), { ...people(), elections: [{ record: undone, lines: [], doubts: [] }] }, "2026-11-20");
    expect(again.candidates.map((c) => c.name)).toEqual(["张建国", "王伟", "李丽"]);
    expect(again.heldOn).toBe("2026-11-20");
  });
  it("is sent without empty rows, and without ballots where hands were raised", () => {
    const draft = electionDraft(affair(), people(), "2026-11-16");
    draft.candidates.push(candidate());
    Object.assign(draft, { way: "open", given: 42, tellers: "艾小梅、胡国平", begins: " " });
    const sent = asElection(draft);
    expect(sent.candidates).toHaveLength(3);
    expect([sent.given, sent.begins, sent.tellers]).toEqual([undefined, undefined, ["艾小梅", "胡国平"]]);
  });
});

describe("a mandate", () => {
  it("takes over what the list and the roster know", () => {
    const form = mandateDraft(affair(), people(), "2026-11-16");
    picked(form, affair(), people(), "workers1");
    expect(form).toMatchObject({ name: "王伟", unit: "职工", idLast4: "001X", principal: "冯天佑", principalPost: "工会主席" });
    expect(asMandate(form).scope).toHaveLength(3);
  });
  it("turns what is usual with its kind and side, and leaves what was typed", () => {
    const form = mandateDraft(affair(), people(), "2026-11-16");
    turned(form, people(), "adviser", "employer");
    expect(form.principal, "whom the ledger does not know").toBe("");
    expect(asMandate(form).scope[0]).toContain("咨询意见");
    form.scope = "只审阅合同";
    turned(form, people(), "chief", "workers");
    expect(asMandate(form).scope).toEqual(["只审阅合同"]);
  });
});

describe("opinions and petitions", () => {
  it("are sent without empty topics", () => {
    const draft = opinionsDraft(affair(), "2026-11-16", null);
    Object.assign(draft.topics[1]!, { title: " 工资增长 ", people: 241 });
    expect(asOpinions(draft).topics).toEqual([{ title: "工资增长", people: 241, gist: "" }]);
  });
  it("start from the workers that the ledger counts", () => {
    const before = { workers: 320 } as Parameters<typeof known>[3];
    const form = known(eventForm(affair(), "2026-11-16", "petitioned"), undefined, people(), before);
    form.facts.people = 64;
    expect(factsOf("petitioned", form.facts)).toEqual({ people: 64, whole: 320, askedBy: "workers", larger: false });
  });
  it("a posting starts as it was planned", () => {
    const planned = asElection(Object.assign(electionDraft(affair(), people(), "2026-11-16"), { postFrom: "2026-11-12", postTo: "2026-11-18", postPlaces: "公告栏" }));
    const form = known(eventForm(affair(), "2026-11-16", "posted"), undefined, { ...people(), elections: [{ record: planned, lines: [], doubts: [] }] });
    expect(form).toMatchObject({ happenedOn: "2026-11-12", facts: { untilOn: "2026-11-18", receiver: "公告栏" } });
  });
  it("a posting of the employer's representatives is begun as theirs", () => {
    const form = known(eventForm(affair(), "2026-11-16", "posted"), undefined, people(), undefined, "employer");
    expect(factsOf("posted", form.facts)).toEqual({ side: "employer" });
  });
  it("says what came of it, and of an objection what was said only where there was one", () => {
    const said = { objectionsSaid: "一名代表不在一线", objectionsSettled: "核对名册，符合规定" };
    const draft = Object.assign(electionDraft(affair(), people(), "2026-11-16"), said);
    expect(asElection({ ...draft, objections: "noneRaised" })).toMatchObject({ objections: "noneRaised", objectionsSaid: undefined });
    expect(asElection({ ...draft, objections: "settled" })).toMatchObject(said);
  });
});
