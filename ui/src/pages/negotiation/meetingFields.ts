// Which card of the meeting form a refusal is about. The core names `topics.1.agreedText`; topics not talked about are
// not sent, so the topic it counts is the nth one with a result. Pure.
import type { Problem } from "../../platform";
import type { MeetingDraft } from "./logic";

export function fieldOfTopic(problem: Problem | null, form: MeetingDraft): string | null {
  const found = /^topics\.(\d+)/.exec(problem?.field ?? "");
  if (!found) return null;
  return form.topics.filter((t) => t.result !== "")[Number(found[1])]?.topic ?? null;
}
