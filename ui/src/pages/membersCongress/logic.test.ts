// The forms of the members' meetings as they are sent.
import { expect, test } from "vitest";
import { again, asDelegates, asMeeting, meetingDraft, misreadVote, nextDelegate, pastedDelegates } from "./logic";

const record = { session: 3, form: "whole" as const, heldOn: "2026-10-20", place: "职工之家", due: 60, topics: [] };

test("a meeting that is only convened sends no one present, and no blank topic", () => {
  const draft = meetingDraft(record);
  expect(draft.topics).toHaveLength(1);
  expect(asMeeting(draft)).toMatchObject({ session: 3, due: 60, present: undefined, topics: [] });
});

test("a topic that was not voted on has no votes, one with none for it has 0", () => {
  const draft = meetingDraft({ ...record, present: 45, topics: [{ title: "通报" }, { title: "预算", votesFor: 0, votesAgainst: 45 }] });
  const sent = asMeeting(draft);
  expect(sent.topics[0]).toMatchObject({ title: "通报", votesFor: undefined });
  expect(sent.topics[1]).toMatchObject({ votesFor: 0, votesAgainst: 45 });
});

test("votes that cannot be read are refused with their topic and never taken for none", () => {
  const { topics } = meetingDraft({ ...record, present: 45, topics: [{ title: "通报" }, { title: "预算", votesFor: 45 }] });
  expect(misreadVote(topics)).toBeNull();
  topics[1]!.for = "45票";
  expect(misreadVote(topics)).toMatchObject({ field: "topics.1.for", message: "“预算”：赞成的票数“45票”看不出是几票，请只填数字，例如 4。" });
});

test("lines without a name are left out", () => {
  expect(asDelegates([{ name: " ", manager: false }, { name: "何平", manager: true, unit: "" }])).toEqual([{ name: "何平", manager: true }]);
});

test("a further line is of the same unit and day, and the list of the session before is taken without its own days and numbers", () => {
  const one = { id: "d1", person: "p1", name: "何平", manager: true, unit: "一分会", certificate: "12", electedOn: "2021-09-01" };
  expect(nextDelegate([one])).toEqual({ name: "", manager: false, unit: "一分会", electedOn: "2021-09-01" });
  expect(nextDelegate([])).toEqual({ name: "", manager: false });
  expect(again([one])).toEqual([{ person: "p1", name: "何平", unit: "一分会", manager: true }]);
});

test("a list that is pasted from a sheet fills a line for each, by the day and unit of the line it came into", () => {
  const into = { name: "", manager: false, unit: "一分会", electedOn: "2026-10-20" };
  expect(pastedDelegates("姓名\t选举单位\t证号\r\n何平\t二分会\t07\r\n沈一诺\r\n\r\n", into)).toEqual([
    { name: "何平", manager: false, unit: "二分会", certificate: "07", electedOn: "2026-10-20" },
    { name: "沈一诺", manager: false, unit: "一分会", certificate: undefined, electedOn: "2026-10-20" },
  ]);
  expect(pastedDelegates("何平", into), "one name is pasted as it is").toEqual([]);
});

test("a number of the meeting that is left empty is the program's to give", () => {
  const draft = meetingDraft({ ...record, round: 2 });
  expect(asMeeting(draft).round).toBe(2);
  expect(asMeeting({ ...draft, round: "" }).round).toBeUndefined();
});
