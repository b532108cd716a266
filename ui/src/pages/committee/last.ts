// Whose people a new record takes over: those of the last record of its body, and where there is none yet, those who serve in
// the body by the union's own record.
import { call } from "../../contract/client";
import type { CommitteeBody, CommitteeMember, CommitteeRecord, UnionBody } from "../../contract/bindings";
import { todayIso } from "../../parts/today";
import { hasLeft, officeOf } from "../union/logic";

/** Null where that body has none yet; without a body, the last of any. */
export async function lastOf(body: CommitteeBody | undefined): Promise<CommitteeRecord | null> {
  const line = (await call("committee.list", { body, sort: "heldOn", descending: true, limit: 1 })).rows[0];
  return line ? call("committee.get", { id: line.id }) : null;
}

/** The standing committee's are of the committee; groups have none. */
const recordedAs: Partial<Record<CommitteeBody, UnionBody>> = { committee: "committee", standing: "committee", audit: "audit", women: "women" };
const leading = ["chair", "vice", "standing"];

/** Those who serve in a body, all taken for present; none where nothing is recorded. */
export async function servingIn(body: CommitteeBody): Promise<CommitteeMember[]> {
  const which = recordedAs[body];
  if (!which) return [];
  const term = (await call("union.bodies", {})).bodies.find((one) => one.body === which)?.current;
  const serving = (term?.record.members ?? []).filter((one) => !hasLeft(one, todayIso()) && (body !== "standing" || leading.includes(one.office)));
  return serving.map(({ person, name, office, duty }) => ({ person, name, post: duty ? `${duty}${officeOf(which, office)}` : officeOf(which, office), present: true }));
}
