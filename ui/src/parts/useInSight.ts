// A form that opens in the middle of a page: it is brought into sight with the cursor in its first field, and Escape leaves it.
// What it asks for, and where the cursor goes when it is left, is its page's.
import { nextTick, onMounted, watch, type Ref } from "vue";
import { pressed } from "../ime";

/** `close` is called on Escape; `ready`: whether the first field stands there, where it has to be waited for. */
export function useInSight(box: Ref<HTMLElement | null>, close: () => void, ready: () => boolean = () => true): void {
  async function show() {
    await nextTick();
    box.value?.scrollIntoView?.({ block: "nearest" });
    box.value?.querySelector<HTMLElement>("select, input, textarea")?.focus({ preventScroll: true });
  }
  onMounted(() => {
    box.value?.addEventListener("keydown", (event) => {
      if (!pressed(event, "Escape")) return;
      event.preventDefault();
      close();
    });
    if (ready()) void show();
  });
  watch(ready, (is) => void (is && show()));
}
