// A small form that stands among other things in a page and is opened there: its draft opens it again, after a crash or when the
// page was left, and cancelling gives the draft up. Forms that have the page to themselves are `useForm`'s.
import { ref, watch } from "vue";
import { useDraft, type DraftOf } from "../drafts";

export function useSmallForm<T extends object>(of: DraftOf<T>) {
  const draft = useDraft<T>({ ...of, emptied: () => void (open.value = false) });
  const open = ref(draft.lying);
  watch(draft.offered, (kept) => {
    if (kept) open.value = true;
  });
  /** Opens it: for a new record, or with the values of one that stands. A draft that lies or waits there is shown instead; what is being
   *  typed for another stays that one's. */
  function start(values: T = of.fresh()): void {
    draft.turn(values);
    open.value = true;
  }
  /** It was sent, or given up. What was being typed before for another is shown again. */
  function close(): void {
    open.value = draft.begin(of.fresh());
  }
  return { draft, form: draft.form, open, start, close };
}
