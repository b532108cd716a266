// What a page that reads a table keeps as its draft: which file or paste it was, and what was decided over it, so that locking,
// leaving or a crash costs nothing. The core finds the file again as long as it lies where it was; where it was moved, the person
// picks it again, and what was decided holds as long as its content is the same. What was decided over one file is never written
// over by another, however that came: it waits until the person goes on with it or gives it up.
import { computed, ref, shallowRef, watch } from "vue";
import { copy, useDraft, type KeptDraft } from "../drafts";

/** The file or the paste that is being looked at, and what it is called. */
export type Source = { name: string; from: { file: string } | { pasted: string } };
/** It is kept without `from` where the paste was too long to be kept: it is pasted again. */
export type SourceKept<D> = { name: string; from: Source["from"] | null; sha256: string; decided: D };
/** What was decided and is not shown now. `gone`: its file could not be read again; `other`: another one is being looked at. */
export type SourceWaiting<D> = { kept: SourceKept<D>; gone: boolean; other: boolean };

/** What the page does with a source. */
export type SourcePage<D> = {
  /** Reads and shows it with what was decided over it, or with nothing decided: the digest of its content; null where that failed or was stopped. */
  read: (source: Source, decided: D | null) => Promise<string | null>;
  /** Whether the last reading failed; where it was stopped it did not. */
  failed: () => boolean;
  /** Shows no source any more. */
  clear: () => void;
};

/** Longer pastes are not kept: a draft holds a megabyte, and a Chinese character takes three bytes. */
const LONGEST = 300_000;

/** `nothing`: that nothing is decided yet. */
export function useSourceDraft<D extends object>(form: string, nothing: () => D, page: SourcePage<D>) {
  const fresh = (): SourceKept<D> => ({ name: "", from: null, sha256: "", decided: nothing() });
  const draft = useDraft<SourceKept<D>>({ form, fresh, emptied, own: true });
  const begun = ref(false);
  const waiting = shallowRef<SourceWaiting<D> | null>(null);
  /** It came while what an earlier sitting left is covered: nothing can be held against that, nor take its place. It is begun with
   *  once that is told or given up. */
  const atHand = shallowRef<Source | null>(null);
  /** Between the first reading of a source and the word on what was decided over it, nothing is kept. */
  let settling = false;
  /** What is looked at while something else waits. */
  let seen = { source: { name: "", from: { pasted: "" } } as Source, sha256: "" };
  const plain = () => copy(draft.form as SourceKept<D>);
  const undecided = (kept: SourceKept<D>) => JSON.stringify(kept.decided) === JSON.stringify(copy(nothing()));

  /** The ledger erased it: neither the source nor what was decided over it is shown any more. */
  function emptied() {
    begun.value = false;
    waiting.value = null;
    atHand.value = null;
    page.clear();
  }
  /** What another source would write over: what waits, what an earlier sitting left, or what is being decided. */
  function standing(): SourceKept<D> | null {
    if (waiting.value) return waiting.value.kept;
    const kept = !begun.value && draft.offered.value ? copy(draft.offered.value.body as SourceKept<D>) : plain();
    return undecided(kept) ? null : kept;
  }
  function put(source: Source, sha256: string, now: D) {
    begun.value = true;
    waiting.value = null;
    // It is about this very content, or given up: it waits no longer behind what is kept now.
    draft.take();
    const short = "file" in source.from || source.from.pasted.length <= LONGEST;
    Object.assign(draft.form, copy<SourceKept<D>>({ name: source.name, from: short ? source.from : null, sha256, decided: now }));
  }
  /** `taken`: what was decided over it before, where the person goes on with that. */
  async function settle(source: Source, taken: SourceKept<D> | null) {
    const sha256 = await page.read(source, null);
    const before = taken ?? standing();
    if (sha256 === null) {
      if (before) waiting.value = { kept: before, gone: taken ? page.failed() : (waiting.value?.gone ?? false), other: false };
      return;
    }
    if (!before || undecided(before)) return put(source, sha256, nothing());
    if (sha256 !== before.sha256) {
      seen = { source, sha256 };
      waiting.value = { kept: before, gone: waiting.value?.gone ?? false, other: true };
      return;
    }
    if ((await page.read(source, before.decided)) !== null) return put(source, sha256, before.decided);
    page.clear();
    waiting.value = { kept: { ...before, ...source }, gone: false, other: false };
  }
  /** Begins with a source; with what was decided over it before, where its content is the same. */
  async function begin(source: Source, taken: SourceKept<D> | null = null): Promise<void> {
    await draft.found;
    if (!begun.value && draft.offered.value?.covered) {
      atHand.value = source;
      return;
    }
    settling = true;
    try {
      await settle(source, taken);
    } finally {
      settling = false;
    }
  }
  watch(draft.offered, (kept) => {
    const source = atHand.value;
    if (!source || kept?.covered) return;
    atHand.value = null;
    void begin(source);
  });
  return {
    /** What an earlier sitting left, until something is read in this one. */
    offered: computed<KeptDraft | null>(() => (begun.value || waiting.value ? null : draft.offered.value)),
    problem: draft.problem,
    waiting,
    atHand,
    /** What waits is no file but a paste that cannot be read again: it is pasted again. */
    pasteLost: computed(() => waiting.value !== null && waiting.value.gone && (waiting.value.kept.from === null || "pasted" in waiting.value.kept.from)),
    /** Another source is looked at than the one that things were decided over: nothing is decided before the person chose between them. */
    other: computed(() => waiting.value?.other ?? false),
    /** What lay in memory when the page was opened. */
    lying: (): SourceKept<D> | null => (draft.lying ? plain() : null),
    /** Takes what was offered. */
    take(): SourceKept<D> {
      draft.take();
      return plain();
    },
    refuse: draft.refuse,
    begin,
    /** Goes on with what was kept; what cannot be found is asked for. */
    async resume(before: SourceKept<D>): Promise<void> {
      if (before.from) return begin({ name: before.name, from: before.from }, before);
      page.clear();
      waiting.value = { kept: before, gone: true, other: false };
    },
    /** Gives up what waits for the one that is looked at. */
    useOther: () => put(seen.source, seen.sha256, nothing()),
    /** Keeps what is being looked at and what is decided over it. */
    keep(source: Source, sha256: string, now: D) {
      if (!settling && !waiting.value) put(source, sha256, now);
    },
    /** What is being decided, or waits for its file, is given up. */
    giveUp() {
      waiting.value = null;
      begun.value = false;
      // One of an earlier sitting may still wait behind the file that was begun with.
      draft.refuse();
      draft.begin(fresh());
    },
    /** It was taken into the ledger: nothing of it is kept any more. */
    done: draft.dropped,
  };
}
