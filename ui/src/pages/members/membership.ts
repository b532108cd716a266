// How the events of a membership read, and what of the form is sent. Pure.
import type { MembershipInput, MembershipRung } from "../../contract/bindings";
import { dayText } from "../../text/days";
import { membership as text } from "../../text/membership";

/** 2019年7月15日, 2019年7月 or 2019年, as exactly as it is known. */
export function exactDay(on: string | null): string {
  if (!on) return text.noDay;
  const [year = 0, month, day] = on.split("-").map(Number);
  return day ? dayText.full(year, month!, day) : month ? dayText.month(year, month) : dayText.year(year);
}

/** What is said of an event beside its day. */
export function rungNote(rung: MembershipRung, day: (iso: string) => string): string {
  const other = rung.otherUnion && (rung.kind === "movedIn" ? text.from : text.to)(rung.otherUnion);
  const why = rung.reason ? text.reasons[rung.reason] : rung.reasonText;
  return [why, other, rung.until && text.until(day(rung.until)), rung.note].filter(Boolean).join(text.semicolon);
}

/** The event as the form starts with it. */
export function started(person: string, rung: MembershipRung | null): MembershipInput {
  if (!rung) return { person, kind: "joined", on: "", note: "", otherUnion: "" };
  return {
    id: rung.id,
    person,
    kind: rung.kind,
    on: rung.on ?? "",
    reason: rung.reason ?? undefined,
    note: rung.note ?? "",
    otherUnion: rung.otherUnion ?? "",
    until: rung.until ?? undefined,
  };
}

/** What is sent: empty texts left out, and what another kind of event would have said. */
export function tidyEvent(form: MembershipInput): MembershipInput {
  const moves = form.kind === "movedIn" || form.kind === "movedOut";
  return {
    id: form.id,
    person: form.person,
    kind: form.kind,
    on: form.on?.trim() || undefined,
    reason: form.reason,
    note: form.note?.trim() || undefined,
    otherUnion: (moves && form.otherUnion?.trim()) || undefined,
    until: (form.kind === "retained" && form.until) || undefined,
  };
}
