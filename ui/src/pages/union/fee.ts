// What the page of the contribution reads from words: a duty's span, a percentage. Pure.

/** A month, or a span of months, as a duty names it: 2026-08, 2026-03..2026-08; null for anything else. */
export function spanOf(id: string): { from: string; to: string | null } | null {
  const found = /^(\d{4}-\d{2})(?:\.\.(\d{4}-\d{2}))?$/.exec(id);
  return found ? { from: found[1]!, to: found[2] ?? null } : null;
}

/** Ten-thousandths as a percentage: 6000 → 60%, 50 → 0.5%. */
export const asPercent = (share: number) => `${share / 100}%`;

/** A percentage as typed, in ten-thousandths: 60 → 6000, 62.5 → 6250; null where it is none. */
export function toShare(typed: string): number | null {
  const found = /^(\d{1,3})(?:\.(\d{1,2}))?%?$/.exec(typed.trim());
  const share = found ? Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0")) : null;
  return share !== null && share <= 10_000 ? share : null;
}

export const isMonth = (typed: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(typed);
