// A list taken out as a workbook: asks where to, tells how far it is, can be cancelled, and says what was saved. Which list, and
// with which columns, is the caller's.
import { ref } from "vue";
import { say } from "../desk";
import { asProblem, platform, wasCancelled, type Problem, type Progress } from "../platform";
import { frame } from "../text/frame";

/** The dialog's title and the file's proposed name. */
export type TakeOutWords = { exportTitle: string; exportFile: string };
export type Running = { result: Promise<{ rows: number }>; cancel: () => void };

export function useTakeOut(words: TakeOutWords) {
  const saving = ref<{ cancel: () => void } | null>(null);
  const progress = ref<Progress | null>(null);
  const problem = ref<Problem | null>(null);
  /** Starts `job` on the file that the person picks; `said` puts into words what came of it. */
  async function takeOut(job: (to: string, report: (p: Progress) => void) => Running, said: (name: string, rows: number) => string) {
    const to = await platform().pickSaveFile(words.exportTitle, words.exportFile, [frame.excel]);
    if (!to) return;
    problem.value = progress.value = null;
    const running = job(to.handle, (p) => (progress.value = p));
    saving.value = running;
    try {
      say(said(to.name, (await running.result).rows));
    } catch (thrown) {
      const p = asProblem(thrown, frame.broken);
      if (!wasCancelled(p)) problem.value = p;
    } finally {
      saving.value = null;
    }
  }
  return { saving, progress, problem, takeOut };
}
