// What is being typed and not yet saved, kept while the window is open: leaving a form and coming back finds it as it
// was. Memory only; nothing of it reaches the disk before it is saved into the ledger.
import { reactive, watch } from "vue";

const kept = new Map<string, object>();

/** A reactive form that survives leaving the page. `fresh` is asked only when nothing was kept under this key. */
export function useDraft<T extends object>(key: string, fresh: () => T): { form: T; dropped: () => void } {
  const form = reactive((kept.get(key) as T | undefined) ?? fresh()) as T;
  let on = true;
  watch(
    form,
    () => {
      if (on) kept.set(key, form);
    },
    { deep: true, flush: "sync" },
  );
  return {
    form,
    dropped: () => {
      on = false;
      kept.delete(key);
    },
  };
}

/** Another ledger must not find this one's drafts. */
export function forgetDrafts(): void {
  kept.clear();
}
