// The search in the paper that is looked at: reads its pages one after another, counts what it finds and knows which
// place is looked at now. Where a place stands on the screen is the preview's matter.
import { computed, onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from "vue";
import { pageText, type Paper } from "../pdf";
import { findOn, worthFinding, type Found, type Piece } from "./find";

/** `here` tells the page in sight: the first place shown is the first from there on. `show` brings a place into sight. */
export function usePaperSearch(paper: ShallowRef<Paper | null>, here: Ref<number>, show: (found: Found) => void) {
  const words = ref("");
  const founds = shallowRef<Found[]>([]);
  /** Position in `founds`, or -1 while there is none. */
  const now = ref(-1);
  /** True until the last page was read. */
  const reading = ref(false);
  /** True when the paper's text could not be read. */
  const failed = ref(false);
  const asked = computed(() => worthFinding(words.value));
  const read = new WeakMap<Paper, Map<number, Piece[]>>();
  let turn = 0;

  async function pieces(of: Paper, n: number): Promise<Piece[]> {
    const pages = read.get(of) ?? new Map<number, Piece[]>();
    read.set(of, pages);
    const known = pages.get(n) ?? (await pageText(of, n));
    pages.set(n, known);
    return known;
  }
  function look(at: number) {
    now.value = at;
    const found = founds.value[at];
    if (found) show(found);
  }
  async function readAll(of: Paper, from: number, wanted: () => boolean) {
    for (let n = 1; n <= of.pages; n += 1) {
      const more = findOn(n, await pieces(of, n), words.value);
      if (!wanted()) return;
      if (more.length === 0) continue;
      const first = founds.value.length;
      founds.value = [...founds.value, ...more];
      if (now.value < 0 && n >= from) look(first);
    }
  }
  async function search() {
    const mine = ++turn;
    const of = paper.value;
    founds.value = [];
    now.value = -1;
    failed.value = false;
    reading.value = of !== null && asked.value;
    if (!of || !reading.value) return;
    try {
      await readAll(of, here.value, () => mine === turn);
    } catch {
      // A paper that went away while it was read is no fault: the one in its place is searched anew.
      failed.value = mine === turn;
    }
    if (mine !== turn) return;
    reading.value = false;
    // Nothing from the page in sight on: the first place of the paper.
    if (now.value < 0 && founds.value.length > 0) look(0);
  }
  /** The next place, or the one before; after the last comes the first. */
  function step(by: 1 | -1) {
    const count = founds.value.length;
    if (count > 0) look((Math.max(now.value, 0) + by + count) % count);
  }
  watch([words, paper], () => void search());
  onScopeDispose(() => (turn += 1));
  return { words, founds, now, reading, failed, asked, step };
}
