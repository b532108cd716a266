// Looking something up while typing: a moment after the last keystroke, and an answer that a later question overtook is dropped.
import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from "vue";

const WAIT_MS = 120;

/** `asked` is what `rows` answers; nothing typed has no rows. */
export function useLook<Row>(ask: (words: string) => Promise<Row[]>): { rows: ShallowRef<Row[]>; asked: Ref<string>; look: (text: string) => void } {
  const rows: ShallowRef<Row[]> = shallowRef([]);
  const asked = ref("");
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  onScopeDispose(() => clearTimeout(timer));

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
      const found = await ask(words).catch(() => []);
      if (mine !== turn) return;
      rows.value = found;
      asked.value = words;
    }, WAIT_MS);
  }
  return { rows, asked, look };
}
