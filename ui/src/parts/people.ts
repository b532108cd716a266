// Looking people up while typing, for the search at the top and for every field that picks a person.
import { ref, type Ref } from "vue";
import { call } from "../contract/client";
import type { MemberLine } from "../contract/bindings";

const WAIT_MS = 120;
const SHOWN = 12;

/** Searches a moment after the last keystroke; an answer that a later question overtook is dropped. */
export function usePeople(): { rows: Ref<MemberLine[]>; asked: Ref<string>; look: (text: string) => void } {
  const rows = ref<MemberLine[]>([]);
  const asked = ref("");
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(text: string) {
    clearTimeout(timer);
    const mine = ++turn;
    const words = text.trim();
    if (words === "") {
      rows.value = [];
      asked.value = "";
      return;
    }
    timer = setTimeout(async () => {
      try {
        const page = await call("members.search", { text: words, offset: 0, limit: SHOWN });
        if (mine !== turn) return;
        rows.value = page.rows;
      } catch {
        if (mine !== turn) return;
        rows.value = [];
      }
      asked.value = words;
    }, WAIT_MS);
  }
  return { rows, asked, look };
}
