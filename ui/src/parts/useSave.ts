// Sending a form: busy while it runs, the refusal kept for the fields and the note, never two at once.
import { computed, ref } from "vue";
import { say } from "../desk";
import { asProblem, type Problem } from "../platform";
import { frame } from "../text/frame";

/**
 * `fields` are the names this form shows a refusal at (`topics` also stands for `topics.1.title`); a refusal of another
 * field, or of none, is for the note.
 */
export function useSave(fields: readonly string[]) {
  const busy = ref(false);
  const problem = ref<Problem | null>(null);
  const note = computed(() => {
    const p = problem.value;
    return p && !fields.some((f) => p.field === f || p.field?.startsWith(`${f}.`)) ? p : null;
  });
  async function save(run: () => Promise<void>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    problem.value = null;
    try {
      await run();
      return true;
    } catch (thrown) {
      // What was said of an act before it would be read as said of this one.
      say("");
      problem.value = asProblem(thrown, frame.broken);
      return false;
    } finally {
      busy.value = false;
    }
  }
  return { busy, problem, note, save };
}
