// Asking while something moves (a slider): one question at a time, and when it is answered only the newest of those that came
// meanwhile. An answer to a question from before `forget` is dropped.

/** `ask` is given the newest input; `take` its answer, `fail` what went wrong. */
export function newest<I, O>(ask: (input: I) => Promise<O>, take: (answer: O) => void, fail: (thrown: unknown) => void) {
  let waiting: { input: I } | null = null;
  let asking = false;
  let round = 0;
  async function send(input: I): Promise<void> {
    waiting = { input };
    if (asking) return;
    asking = true;
    while (waiting) {
      const now: { input: I } = waiting;
      const asked = round;
      waiting = null;
      try {
        const answer = await ask(now.input);
        if (asked === round) take(answer);
      } catch (thrown) {
        if (asked === round && !waiting) fail(thrown);
      }
    }
    asking = false;
  }
  /** What is asked or waits belongs to something that is no longer shown. */
  function forget(): void {
    round += 1;
    waiting = null;
  }
  return { send, forget };
}
