// What was typed to found a ledger, kept between visits and across restarts: there is no ledger yet to keep a draft in. The
// program keeps it in its home, in the clear; so the union, its place and the folder alone, no passphrase and nobody's name.
import type { FoundingNotes } from "../../contract/bindings";
import { call } from "../../contract/client";

/** Asked one after the other: what was typed last is there before it is asked for again. */
let last: Promise<unknown> = Promise.resolve();

/** What was typed before; null where nothing can be told. */
export function typedBefore(): Promise<FoundingNotes | null> {
  const asked = last.then(() => call("ledger.founding", {})).catch(() => null);
  last = asked;
  return asked;
}

/** Keeps what is typed so far. Where it cannot be kept nothing is said: the form itself stands. */
export function keepTyped(notes: FoundingNotes) {
  last = last.then(() => call("ledger.keepFounding", notes)).catch(() => null);
}
