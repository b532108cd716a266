// Which rows of a long list are in sight, and which slices of it to fetch or to forget. Pure.

/** Rows fetched at once. */
export const SLICE = 100;
/** Slices kept before the farthest are forgotten. */
const KEPT = 30;
/** Rows drawn beyond the edge, so that a slow scroll shows no gap. */
const SPARE = 8;

/** Rows from `first` up to, not including, `end`. */
export type Sight = { first: number; end: number };

export function rowsInSight(scrollTop: number, height: number, rowHeight: number, total: number): Sight {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - SPARE);
  const end = Math.min(total, Math.ceil((scrollTop + height) / rowHeight) + SPARE);
  return { first: Math.min(first, Math.max(0, end)), end };
}

/** The slices that hold the rows in sight, in order. */
export function neededSlices(sight: Sight): number[] {
  if (sight.end <= sight.first) return [];
  const from = Math.floor(sight.first / SLICE);
  const to = Math.floor((sight.end - 1) / SLICE);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** The slices to forget: those farthest from sight, once more than enough are kept. */
export function trimSlices(kept: number[], sight: Sight): number[] {
  if (kept.length <= KEPT) return [];
  const middle = (sight.first + sight.end) / 2 / SLICE;
  return [...kept].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle)).slice(0, kept.length - KEPT);
}
