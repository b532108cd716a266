// How long a job still takes, guessed from how far it came. Pure.
import { frame } from "../text/frame";
import type { Progress } from "../platform";

/** Whole percent, or null while the total is not known. */
export function percent(p: Progress | null): number | null {
  if (!p || p.total <= 0) return null;
  return Math.min(100, Math.floor((p.done / p.total) * 100));
}

/** Time left in words, or "" while it would be a guess without ground (under 2 s, or nothing done). */
export function timeLeft(p: Progress | null, elapsedMs: number): string {
  if (!p || p.total <= 0 || p.done <= 0 || elapsedMs < 2000 || p.done >= p.total) return "";
  const seconds = Math.ceil(((elapsedMs / p.done) * (p.total - p.done)) / 1000);
  return frame.left(seconds < 90 ? frame.seconds(seconds) : frame.minutes(Math.ceil(seconds / 60)));
}
