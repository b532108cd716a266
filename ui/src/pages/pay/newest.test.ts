// A slider asks many times while an answer is under way.
import { expect, it } from "vitest";
import { newest } from "./newest";

/** Questions whose answers come when the test says so. */
function questions() {
  const asked: number[] = [];
  const answers: (() => void)[] = [];
  const ask = (input: number) => {
    asked.push(input);
    return new Promise<number>((done) => answers.push(() => done(input * 10)));
  };
  return { asked, ask, answer: async () => (answers.shift()?.(), await new Promise((done) => setTimeout(done))) };
}

it("asks one at a time, and then only the newest of those that came meanwhile", async () => {
  const { asked, ask, answer } = questions();
  const taken: number[] = [];
  const { send } = newest(ask, (one: number) => taken.push(one), () => undefined);
  for (const n of [1, 2, 3, 4, 5]) void send(n);
  expect(asked).toEqual([1]);
  await answer();
  expect(asked).toEqual([1, 5]);
  await answer();
  expect(taken).toEqual([10, 50]);
  void send(6);
  await answer();
  expect(taken).toEqual([10, 50, 60]);
});

it("drops the answer to what is no longer shown", async () => {
  const { asked, ask, answer } = questions();
  const taken: number[] = [];
  const { send, forget } = newest(ask, (one: number) => taken.push(one), () => undefined);
  void send(1);
  void send(2);
  forget();
  void send(3);
  await answer();
  await answer();
  expect(asked).toEqual([1, 3]);
  expect(taken).toEqual([30]);
});

it("says what went wrong once, and goes on", async () => {
  const wrong: unknown[] = [];
  const taken: number[] = [];
  let fails = true;
  const ask = (n: number) => (fails ? Promise.reject(new Error("no")) : Promise.resolve(n));
  const { send } = newest(ask, (one: number) => taken.push(one), (thrown) => wrong.push(thrown));
  await send(1);
  fails = false;
  await send(2);
  expect([wrong.length, taken]).toEqual([1, [2]]);
});
