// What a page that reads a table keeps as its draft: which file or paste it was, and what was decided over it, so that locking,
// leaving or a crash costs nothing. The core finds the file again as long as it lies where it was; where it was moved, the person
// picks it again, and what was decided holds as long as its content is the same.
import { computed, ref, shallowRef } from "vue";
import { useDraft, type KeptDraft } from "../drafts";

/** The file or the paste that is being looked at, and what it is called. */
export type Source = { name: string; from: { file: string } | { pasted: string } };
/** It is kept without `from` where the paste was too long to be kept: it is pasted again. */
export type SourceKept<D> = { name: string; from: Source["from"] | null; sha256: string; decided: D };

/** Longer pastes are not kept: a draft holds a megabyte, and a Chinese character takes three bytes. */
const LONGEST = 300_000;

/** `decided`: that nothing is decided yet. */
export function useSourceDraft<D extends object>(form: string, decided: () => D) {
  const fresh = (): SourceKept<D> => ({ name: "", from: null, sha256: "", decided: decided() });
  const draft = useDraft<SourceKept<D>>({ form, fresh });
  const begun = ref(false);
  /** What was decided over a file that could not be read again: it waits until that is picked anew. */
  const lost = shallowRef<SourceKept<D> | null>(null);
  /** Another file was picked than the one that things were decided over. */
  const other = ref(false);
  const plain = () => JSON.parse(JSON.stringify(draft.form)) as SourceKept<D>;
  return {
    /** What an earlier sitting left, until something is read in this one. */
    offered: computed<KeptDraft | null>(() => (begun.value ? null : draft.offered.value)),
    problem: draft.problem,
    lost,
    /** What is lost was no file but a paste, which is pasted again. */
    lostPaste: computed(() => lost.value !== null && (lost.value.from === null || "pasted" in lost.value.from)),
    other,
    /** What lay in memory when the page was opened. */
    lying: (): SourceKept<D> | null => (draft.lying ? plain() : null),
    /** Takes what was offered. */
    take(): SourceKept<D> {
      draft.take();
      return plain();
    },
    refuse: draft.refuse,
    /** Keeps what is being looked at and what is decided over it. */
    keep(source: Source, sha256: string, now: D) {
      begun.value = true;
      lost.value = null;
      const short = "file" in source.from || source.from.pasted.length <= LONGEST;
      Object.assign(draft.form, JSON.parse(JSON.stringify({ name: source.name, from: short ? source.from : null, sha256, decided: now })) as SourceKept<D>);
    },
    /** What is being decided, or waits for its file, is given up. */
    giveUp() {
      lost.value = null;
      begun.value = other.value = false;
      // One of an earlier sitting may still wait behind the file that was begun with.
      draft.refuse();
      draft.begin(fresh());
    },
    /** It was taken into the ledger: nothing of it is kept any more. */
    done: draft.dropped,
  };
}
