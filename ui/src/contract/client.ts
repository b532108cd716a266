// The typed way from a page to a command. Every answer passes here, so that what a write changed is told to
// the pages in one place; no page calls the platform for a command by itself.
import { platform, type Job, type Progress } from "../platform";
import type { Contract } from "./bindings";
import { changed } from "./refresh";

type Named<Shape> = { [K in keyof Contract]: Contract[K]["shape"] extends Shape ? K : never }[keyof Contract];
export type CallName = Named<"call">;
export type JobName = Named<"job">;
export type BytesName = Named<"bytes">;
export type Args<K extends keyof Contract> = Contract[K]["args"];
export type Answer<K extends keyof Contract> = Contract[K]["answer"];

let closed: () => void = () => undefined;

/** Names what to do when the core says that no ledger is open any more (it locks itself after idle minutes). */
export function whenLedgerCloses(run: () => void): void {
  closed = run;
}

/** Runs a command, with what belongs before and after it. */
type Around = <A>(name: keyof Contract, run: () => Promise<A>) => Promise<A>;
let around: Around = (_, run) => run();

/** Names what goes around a command, before its answer is given to whoever asked. */
export function whenAsked(by: Around): void {
  around = by;
}

function heed(thrown: unknown): never {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && thrown.code === "not_open") closed();
  throw thrown;
}

/** Asks at once and answers at once. */
export async function call<K extends CallName>(name: K, args: Args<K>): Promise<Answer<K>> {
  const reply = await around(name, () => platform().call(name, args)).catch(heed);
  changed(reply.changed);
  return reply.value as Answer<K>;
}

/** Starts long work: progress while it runs, and a cancel that leaves nothing. */
export function job<K extends JobName>(
  name: K,
  args: Args<K>,
  onProgress: (progress: Progress) => void,
): { result: Promise<Answer<K>>; cancel: () => void } {
  let running: Job | null = null;
  let stopped = false;
  const begun = around(name, () => {
    running = platform().job(name, args, onProgress);
    if (stopped) running.cancel();
    return running.result;
  });
  const result = begun.catch(heed).then((reply) => {
    changed(reply.changed);
    return reply.value as Answer<K>;
  });
  const cancel = () => {
    stopped = true;
    running?.cancel();
  };
  return { result, cancel };
}

/** Asks for bytes: a paper or its first page. */
export function bytes<K extends BytesName>(name: K, args: Args<K>): Promise<ArrayBuffer> {
  return platform().bytes(name, args).catch(heed);
}

/** The same bytes, opened in the system's viewer (to print from there). */
export function openPaper<K extends BytesName>(name: K, args: Args<K>): Promise<void> {
  return platform().openPaper(name, args);
}
