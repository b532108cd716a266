// The record that a page was opened for, by a duty or another page: it is brought into sight once it stands there, and not again
// while the page is read anew. How it is marked is its page's.
import { nextTick, watch } from "vue";

/** `about`: the record that is asked for; `ready`: whether the page has its records; `at`: the id of a record's element. */
export function useBroughtUp(about: () => string | undefined, ready: () => boolean, at: (record: string) => string): void {
  let brought: string | undefined;
  watch(
    [about, ready],
    async ([record, there]) => {
      if (!record || !there || record === brought) return;
      brought = record;
      await nextTick();
      const found = document.getElementById(at(record));
      if (!found) return;
      // A long record is shown from its beginning.
      found.scrollIntoView?.({ block: found.offsetHeight > window.innerHeight / 2 ? "start" : "center" });
      found.focus({ preventScroll: true });
    },
    { immediate: true },
  );
}
