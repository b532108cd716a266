// The last record of a body, of which a new one takes over the people.
import { call } from "../../contract/client";
import type { CommitteeBody, CommitteeRecord } from "../../contract/bindings";

/** Null where that body has none yet; without a body, the last of any. */
export async function lastOf(body: CommitteeBody | undefined): Promise<CommitteeRecord | null> {
  const line = (await call("committee.list", { body, sort: "heldOn", descending: true, limit: 1 })).rows[0];
  return line ? call("committee.get", { id: line.id }) : null;
}
