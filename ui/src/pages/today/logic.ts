// How today's duties are grouped, and which of them are done in place. Pure; which day is today and in which order they stand, the
// core says.
import type { Band, Duty } from "../../contract/bindings";

export const bands: readonly Band[] = ["overdue", "week", "month", "later", "noDay"];

export type Group = { band: Band; duties: Duty[] };

/** Duties by band, within each in the order of the core, as its paper lists them; bands with nothing in them are left out. */
export function groups(duties: readonly Duty[]): Group[] {
  return bands.map((band) => ({ band, duties: duties.filter((d) => d.band === band) })).filter((g) => g.duties.length > 0);
}

/** The undertaking that a duty is about (its id ends in `undertaking:` and the record), or null for another duty. */
export function undertakingOf(duty: Pick<Duty, "id" | "module">): string | null {
  if (duty.module !== "negotiation") return null;
  return /^(?:negotiation:)?undertaking:(.+)$/.exec(duty.id)?.[1] ?? null;
}
