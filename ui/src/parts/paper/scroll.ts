// Where the ground is scrolled to sideways. Pure: sizes in, a scroll position out; who scrolls is the preview.
import type { Box } from "./find";

/** What can be scrolled: how far it is and how wide its sight is. */
export type Sight = { scrollLeft: number; clientWidth: number };

/**
 * Where to scroll so that a box of a page (in points) is seen: as it is where it is seen whole already, else with the
 * box in the middle, or from its beginning where it is wider than the sight.
 */
export function sideways(box: Pick<Box, "x" | "width">, page: number, scale: number, { scrollLeft, clientWidth }: Sight): number {
  const [from, wide] = [page + box.x * scale, box.width * scale];
  if (from >= scrollLeft && from + wide <= scrollLeft + clientWidth) return scrollLeft;
  return Math.max(0, from - Math.max(0, (clientWidth - wide) / 2));
}

/** Where to scroll so that what stood in the middle stands there again when the whole went from `before` wide to `now`. */
export function aboutTheMiddle(left: number, before: number, now: number, seen: number): number {
  if (before <= 0) return left;
  return Math.max(0, ((left + seen / 2) * now) / before - seen / 2);
}
