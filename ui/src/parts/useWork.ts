// One long work at a time of a page that reads files: its title for the progress bar, how far it is, its cancel, and what went
// wrong. Which job it is and what follows from it is the caller's.
import { ref } from "vue";
import { say } from "../desk";
import { asProblem, wasCancelled, type Problem, type Progress } from "../platform";
import { frame } from "../text/frame";

/** `cancelled` is said where the person stopped the work; without it nothing is. */
export function useWork(cancelled?: string) {
  const work = ref<{ title: string; cancel: () => void } | null>(null);
  const progress = ref<Progress | null>(null);
  const problem = ref<Problem | null>(null);
  /** What came of the job that `start` begins; null where it failed or was cancelled. */
  async function run<T>(title: string, start: (p: (p: Progress) => void) => { result: Promise<T>; cancel: () => void }) {
    problem.value = null;
    progress.value = null;
    const running = start((p) => (progress.value = p));
    work.value = { title, cancel: running.cancel };
    try {
      return await running.result;
    } catch (thrown) {
      const why = asProblem(thrown, frame.broken);
      if (!wasCancelled(why)) problem.value = why;
      else if (cancelled) say(cancelled);
      return null;
    } finally {
      work.value = null;
    }
  }
  return { work, progress, problem, run };
}
