// Days of a form of which only half is written: none of them may pass for no day at all, so nothing is sent while one stands.
import { computed, reactive } from "vue";

export function useHalves() {
  const halves = reactive(new Set<string>());
  const set = (name: string, half: boolean) => void (half ? halves.add(name) : halves.delete(name));
  return { set, any: computed(() => halves.size > 0) };
}
