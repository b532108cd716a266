// What stands typed in a form and cannot be read for what is asked there: half a day, words where a number belongs. It is never sent
// as nothing. A form, with the shell or without, is not sent while it stands: the field says why and has the cursor. Each field that
// can hold it tells so here; no form has to ask.
import { onMounted, onUnmounted, type Ref } from "vue";
import { say } from "../desk";

type Half = { field: Readonly<Ref<HTMLElement | null>>; half: () => boolean; tell: () => void };
const halves = new Set<Half>();
const guarded = new WeakSet<HTMLElement>();

const earlier = (a: Half, b: Half) => (a.field.value!.compareDocumentPosition(b.field.value!) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);

/** Whether something in `box` cannot be read; then the first such field says so and gets the cursor. */
export function stopsAtHalf(box: HTMLElement | null): boolean {
  const first = [...halves].filter((one) => one.field.value && box?.contains(one.field.value) && one.half()).sort(earlier)[0];
  if (!first) return false;
  // What was said of an act before it would be read as said of this one.
  say("");
  first.tell();
  return true;
}

/** Before any of the form's own hears that it is to be sent. */
function guard(event: Event) {
  if (!stopsAtHalf(event.currentTarget as HTMLElement)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** A field's part in it: whether what stands in it cannot be read just now, and how it says so. */
export function useHalf(field: Half["field"], half: Half["half"], tell: Half["tell"]): void {
  const one = { field, half, tell };
  onMounted(() => {
    halves.add(one);
    const form = field.value?.closest("form");
    if (!form || guarded.has(form)) return;
    guarded.add(form);
    form.addEventListener("submit", guard, true);
  });
  onUnmounted(() => halves.delete(one));
}
