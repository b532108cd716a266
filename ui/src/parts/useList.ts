// What the page of a long list does alike, whatever it lists: words that are asked for when one pauses, an order and filters
// that are asked for at once, the head of the page fetched again when its tables change. What is asked for, the page says.
import { onMounted, onScopeDispose, ref, watch, type Ref } from "vue";
import { useRefresh } from "../contract/refresh";
import { asProblem, type Problem } from "../platform";
import { frame } from "../text/frame";
import type { Order } from "./VirtualTable.vue";

/** So long one pauses before what was typed is asked for. */
const PAUSE_MS = 120;

/** `head` fetches what stands above the rows; `filters` are asked for as soon as they change. */
export function useList(tables: readonly string[], first: Order, filters: Ref[], head: () => Promise<void>) {
  const words = ref("");
  const order = ref<Order>(first);
  /** Grows when the rows are to be fetched anew. */
  const version = ref(0);
  const total = ref<number | null>(null);
  const problem = ref<Problem | null>(null);
  function restart() {
    version.value += 1;
    problem.value = null;
  }
  function failed(thrown: unknown) {
    problem.value = asProblem(thrown, frame.broken);
  }
  async function load() {
    try {
      await head();
      restart();
    } catch (thrown) {
      failed(thrown);
    }
  }
  let pause: ReturnType<typeof setTimeout> | undefined;
  watch(words, () => {
    clearTimeout(pause);
    pause = setTimeout(restart, PAUSE_MS);
  });
  watch([...filters, order], restart);
  useRefresh(tables, load);
  onMounted(load);
  onScopeDispose(() => clearTimeout(pause));
  return { words, order, version, total, problem, failed };
}
