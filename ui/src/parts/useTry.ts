// A form that changes the law book looks first: what moves nothing and is beyond doubt is kept at once, else the form shows
// what moves and asks once more.
import { ref, type Ref } from "vue";
import type { Moves } from "../contract/bindings";
import { asProblem, type Problem } from "../platform";
import { frame } from "../text/frame";

/** `busy` and `problem` are the form's own. */
export function useTry<T extends Moves & { doubt?: string | null }>(state: { busy: Ref<boolean>; problem: Ref<Problem | null> }, run: () => Promise<T>, keep: () => Promise<void>) {
  const tried = ref<T | null>(null) as Ref<T | null>;
  async function send() {
    if (state.busy.value) return;
    tried.value = state.problem.value = null;
    state.busy.value = true;
    let found: T;
    try {
      found = await run();
    } catch (thrown) {
      state.problem.value = asProblem(thrown, frame.broken);
      return;
    } finally {
      state.busy.value = false;
    }
    if (found.doubt || found.moved.length > 0) tried.value = found;
    else await keep();
  }
  return { tried, send };
}
