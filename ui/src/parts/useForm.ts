// What every form of a record does alike: a draft kept as typed, one sending at a time, the refusal at its field, and after
// it is saved the draft gone, the sentence said and the form closed.
import { say } from "../desk";
import { useDraft, type DraftOf } from "../drafts";
import { useSave } from "./useSave";

/** `fields`: the names this form shows a refusal at, as in `useSave`. */
export function useForm<T extends object>(draft: DraftOf<T>, fields: readonly string[]) {
  const kept = useDraft<T>(draft);
  const sending = useSave(fields);
  /** Sends the form; when it was taken, drops the draft, says `said` and calls `then`. */
  async function submit<A>(run: () => Promise<A>, said: (answer: A) => string, then: (answer: A) => void): Promise<void> {
    // Not at every saving of `useSave`: pages read by it too, as a form closes and says what was saved.
    say("");
    await sending.save(async () => {
      const answer = await run();
      kept.dropped();
      say(said(answer));
      then(answer);
    });
  }
  return { ...kept, problem: sending.problem, draftProblem: kept.problem, busy: sending.busy, note: sending.note, submit };
}

/** What the shell of a form needs to know of it. */
export type FormState = Pick<ReturnType<typeof useForm<object>>, "offered" | "take" | "refuse" | "busy" | "note" | "problem" | "draftProblem">;
