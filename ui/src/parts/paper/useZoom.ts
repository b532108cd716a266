// How large a paper is shown: as wide as its ground, whole on it, or at a scale the person chose.
import { computed, ref, type Ref } from "vue";
import type { PageSize } from "../pdf";

/** A scale of 1 is the paper's own size. */
export type Zoom = "width" | "page" | number;

/** Dots of the screen in a point of the paper at its own size. */
export const DOTS_PER_POINT = 96 / 72;
export const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
/** The ground's edge around a page. */
const EDGE = 32;
/** A page as wide as a very wide window would be too large to read. */
const WIDEST = 1100;

/** `ground` is the room there is, `page` the page in sight. */
export function useZoom(ground: Ref<PageSize>, page: Ref<PageSize | null>) {
  const zoom = ref<Zoom>("width");
  const scale = computed(() => {
    if (!page.value) return 1;
    if (typeof zoom.value === "number") return zoom.value * DOTS_PER_POINT;
    const wide = (Math.min(Math.max(ground.value.width, 240), WIDEST) - EDGE) / page.value.width;
    return zoom.value === "width" ? wide : Math.min(wide, Math.max(ground.value.height - EDGE, 120) / page.value.height);
  });
  /** The scale in hundredths of the paper's own size. */
  const percent = computed(() => Math.round((scale.value / DOTS_PER_POINT) * 100));

  /** One step larger or smaller, from wherever it stands. */
  function step(by: 1 | -1) {
    const at = percent.value / 100;
    const next = by > 0 ? ZOOMS.find((one) => one > at + 0.005) : ZOOMS.findLast((one) => one < at - 0.005);
    if (next !== undefined) zoom.value = next;
  }
  return { zoom, scale, percent, step };
}
