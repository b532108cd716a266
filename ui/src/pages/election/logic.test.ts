// The parts of a place as forms, and votes as they are sent.
import { expect, test } from "vitest";
import { asVote, ballotDraft, formOf, misreadVote, wrongNumber, draftOf } from "./logic";

test("a duty's part opens its form", () => {
  expect(formOf("event:handed_over", "committee")).toEqual({ kind: "event", event: "handedOver" });
  expect(formOf("ballot:audit_chair", "committee")).toEqual({ kind: "ballot", post: "auditChair" });
  expect(formOf("candidates", "committee")).toEqual({ kind: "candidates", post: "committee" });
  expect(formOf(undefined, "committee")).toBeNull();
});

test("votes against are the rest of the valid ballots where they are left empty", () => {
  const vote = { candidate: "a", name: "甲", for: "31", against: "", abstained: "2" };
  expect(asVote(vote, 40)).toMatchObject({ votesFor: 31, votesAgainst: 7, abstained: 2 });
  expect(asVote({ ...vote, against: "5" }, 40).votesAgainst).toBe(5);
  expect(asVote({ name: "另选", for: "3", against: "", abstained: "" }, 40)).toMatchObject({ votesFor: 3, votesAgainst: 0 });
});

test("votes that cannot be read are refused at their line and never taken for none, nor for the rest", () => {
  const vote = { candidate: "a", name: "甲", for: "３１", against: "", abstained: "" };
  expect(asVote(vote, 40), "wide digits are digits").toMatchObject({ votesFor: 31, votesAgainst: 9 });
  const writeIn = { name: " ", for: "x", against: "", abstained: "" };
  expect(misreadVote([writeIn, vote]), "a line without a name is not sent").toBeNull();
  expect(misreadVote([writeIn, vote, { ...vote, against: "三票" }])).toMatchObject({ field: "votes.1.against", message: "不赞成的票数“三票”看不出是几票，请只填数字，例如 4。" });
});

test("a new ballot begins with its numbers empty, a kept one with what it has", () => {
  const record = { election: "e", post: "committee" as const, heldOn: "2026-10-20", due: 60, present: 0, given: 0, returned: 0, valid: 0, votes: [{ name: "甲", candidate: "a", votesFor: 0, votesAgainst: 0, abstained: 0 }] };
  expect(ballotDraft(record)).toMatchObject({ due: "60", present: "", votes: [{ for: "" }] });
  expect(ballotDraft({ ...record, id: "b" }).votes[0]?.for).toBe("0");
});

test("a field that holds no number is named", () => {
  const draft = draftOf({ session: 4, years: 5, form: "whole", direct: false, members: 60, committeeSeats: 5, standingSeats: 0, viceSeats: 1, auditSeats: 3, womenSeats: 0, plannedOn: "2026-10-20" });
  expect(wrongNumber(draft)).toBeUndefined();
  expect(wrongNumber({ ...draft, auditSeats: "三" })).toBe("auditSeats");
});
