// What the page of one record does alike, whatever it is a record of: fetched when the page opens and when its tables change, one
// sending at a time, its forms in its place, one step on it with the sentence said. What stands in it, the page says.
import { computed, onMounted, ref, watch, type Ref } from "vue";
import type { Place } from "../contract/bindings";
import { useRefresh } from "../contract/refresh";
import { go, say } from "../desk";
import { isGone } from "../platform";
import { useSave } from "./useSave";

/** One line of what a record says: its name, and its words where there are any. */
export type Fact = [name: string, words: string | null | undefined];

export function useRecord<One>(record: {
  get: () => Promise<One>;
  /** The tables whose changes fetch it anew. */
  tables: readonly string[];
  /** The names this page shows a refusal at, as in `useSave`. */
  fields?: readonly string[];
  /** Puts the form away that stands in its place. */
  close?: () => void;
  /** After it was fetched for the first time. */
  opened?: () => Promise<void> | void;
}) {
  const one = ref(null) as Ref<One | null>;
  const { busy, problem, note, save } = useSave(record.fields ?? []);
  /** One that is gone stays in no form that could not be saved any more; the refusal says it, and a redo brings it back here. */
  async function fetch() {
    try {
      one.value = await record.get();
    } catch (thrown) {
      if (isGone(thrown)) one.value = null;
      throw thrown;
    }
  }
  const load = () => save(fetch);
  /** A form was saved: the record again, as it stands now. */
  async function done() {
    record.close?.();
    await load();
  }
  /** Sends one step on it, says `said` and fetches it again; what is removed at once, undo brings back: its page closes instead. */
  const step = (run: () => Promise<unknown>, said: () => string, then: () => Promise<void> | void = fetch) =>
    save(async () => {
      await run();
      say(said());
      await then();
    });
  /** What it says line by line, once it is there. */
  const lines = (of: (one: One) => Fact[]) => computed(() => (one.value === null ? [] : of(one.value).filter(([, words]) => words)));
  onMounted(async () => {
    await load();
    await record.opened?.();
  });
  useRefresh(record.tables, () => void (busy.value || load()));
  return { one, busy, problem, note, save, fetch, load, done, step, lines };
}

/** The form that stands in a record's place: opened by what its page was called for, by a step to be done, or by what else may be entered. */
export function usePlacedForm<Form>(place: () => Place, formOf: (part: string | undefined) => Form | null) {
  const form = ref(null) as Ref<Form | null>;
  watch(place, ({ part }) => (form.value = formOf(part ?? undefined)), { immediate: true });
  /** The core says where a step leads: a form of this page, or another page with the filled paper. */
  function act(where: Place) {
    if (where.page === place().page) form.value = formOf(where.part ?? undefined);
    else go(where);
  }
  function choose(event: Event) {
    const select = event.target as HTMLSelectElement;
    form.value = formOf(select.value);
    select.value = "";
  }
  return { form, act, choose, close: () => void (form.value = null) };
}
