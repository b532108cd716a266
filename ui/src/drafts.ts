// What is being typed and not yet saved. It is kept in memory as typed, so that leaving a form and coming back finds it as it
// was, and half a second later in the open ledger, so that it is offered back after a crash, and after the ledger was locked. Nothing
// of it lies outside both, and what the ledger erased goes out of memory with it. What was typed while guarded data was shown is told
// only where that is shown: as it is masked again it goes out of every form, and is offered once it may be seen.
import { nextTick, onScopeDispose, reactive, ref, watch, type Ref } from "vue";
import type { DraftCover, Sight } from "./contract/bindings";
import { asProblem, type Problem } from "./platform";
import { frame } from "./text/frame";

/** A draft as the ledger kept it: the form's values, and when they were kept (local time, ISO; empty where it could not be kept there
 *  yet). Where it is covered its values are not told, and why. */
export type KeptDraft = { body: object; savedAt: string; covered?: DraftCover };

/** Where a draft belongs. */
export type DraftPlace = { form: string; record?: string | null };

/** Where drafts outlive the window. A draft belongs to one form and, where it has one, to one record. */
export interface DraftStore {
  get(form: string, record: string | undefined): Promise<KeptDraft | null>;
  save(form: string, record: string | undefined, body: object): Promise<void>;
  discard(form: string, record: string | undefined): Promise<void>;
  /** Which there are of whoever sits at the desk. */
  list(): Promise<DraftPlace[]>;
}

/** A draft of `form` at `record`; `mend` brings one that lay for a while to what stands now; `emptied` is told that the ledger
 *  erased it and the form is fresh; `own` shows nothing of the ledger but what the person brought, a file or a paste: it stays as it is
 *  when guarded data is masked again. A form that is turned from one row of the page to another says by `row` which one its values are
 *  of, none for a new one: each has a draft of its own. */
export type DraftOf<T> = {
  form: string;
  record?: string;
  row?: (form: T) => string | undefined;
  fresh: () => T;
  mend?: (form: T) => void;
  emptied?: () => void;
  own?: boolean;
};

export type Draft<T> = {
  form: T;
  /** Whether one of this sitting lay in memory when the form was opened: it is in the form already. */
  lying: boolean;
  /** A draft of an earlier sitting, or a covered one, that waits for `take` or `refuse`. */
  offered: Ref<KeptDraft | null>;
  /** Done once it is known whether one is offered. */
  found: Promise<void>;
  /** Why the last words typed could not be kept, or null. */
  problem: Ref<Problem | null>;
  take: () => void;
  refuse: () => void;
  /** Fills in what the ledger knows: nobody typed it, so that it makes no draft. Over what lies or waits as one it does nothing. */
  fill: (values: Partial<T>) => void;
  /** A form that stays turns to another row with these, or to a new one. Nobody typed them; what was typed before stays a draft of
   *  its own, and what lies or waits as one of the row stands in their place. */
  turn: (values: T) => void;
  /** A form that stays goes on with these. Nobody typed them; what was typed before is sent or given up. Where it was turned away from
   *  another one that is not done, it goes back to that instead, and says so. */
  begin: (values: T) => boolean;
  /** The form was saved, or its draft dropped: nothing of it is kept any more, and emptying the form with it makes no draft. A form
   *  that stays keeps what is typed into it next. */
  dropped: () => void;
};

const WAIT_MS = 500;
/** `kept`: the ledger held it at least once; `sending`: how many keepings are on their way; `seen`: guarded data was shown while it was
 *  typed; `away`: it is in no form, and is offered to the next. */
type Sheet = DraftPlace & {
  body: object;
  changed: boolean;
  kept: boolean;
  sending: number;
  seen: boolean;
  away: boolean;
  timer?: ReturnType<typeof setTimeout>;
  saving?: Promise<void>;
  told: Ref<Problem | null>;
};
const sheets = new Map<string, Sheet>();
/** Discardings that are on their way: what is typed next in the same place is kept after them, or they would take it along. */
const leaving = new Map<string, Promise<void>>();
const keyOf = ({ form, record }: DraftPlace) => `${form}@${record ?? ""}`;
/** The record of a row's draft: the part is named behind the record that the form is of, where it is of one. */
const partOf = (record: string | undefined, row: string | undefined) => (row ? [record, row].filter(Boolean).join(".") : record);
const isPartOf = (record: string | undefined, part: string) => record === undefined || part.startsWith(`${record}.`);
/** The forms that are open. `cover` takes what was typed out of sight; `found` is told what waits in its stead. */
type Open = DraftPlace & { own: boolean; offered: Ref<KeptDraft | null>; empty: () => void; cover: () => void; found: (kept: KeptDraft | null) => void };
const forms = new Set<Open>();

const nowhere: DraftStore = { get: async () => null, save: async () => undefined, discard: async () => undefined, list: async () => [] };
let store = nowhere;

/** Puts the place where drafts outlive the window; without one they live as long as the window. */
export function keepDraftsIn(place: DraftStore): void {
  store = place;
}

/** What is being put into a form was typed by nobody: it makes no draft, in no form that shows the same one. */
let filling = false;
/** While it is over nought, nothing is sent to the ledger: it might bring back what is being erased there. */
let held = 0;

function keep(sheet: Sheet): Promise<void> {
  clearTimeout(sheet.timer);
  if (sheet.changed && held === 0) sheet.saving = send(sheet);
  return sheet.saving ?? Promise.resolve();
}
async function send(sheet: Sheet): Promise<void> {
  sheet.changed = false;
  sheet.sending += 1;
  // The ledger may be another sitting's by the time it is kept.
  const body = sheet.seen ? { ...copy(sheet.body), $seen: true } : copy(sheet.body);
  const before = leaving.get(keyOf(sheet));
  try {
    if (before) await before;
    await store.save(sheet.form, sheet.record ?? undefined, body);
    sheet.kept = true;
    sheet.told.value = null;
  } catch (thrown) {
    // Still in memory: the next word typed, or the next opening of the ledger, tries again.
    sheet.changed = true;
    sheet.told.value = asProblem(thrown, frame.broken);
  } finally {
    sheet.sending -= 1;
  }
}
/** What a form holds, as it would be sent: what is typed on does not reach it. */
export const copy = <T extends object>(body: T): T => JSON.parse(JSON.stringify(body)) as T;
/** Whether the ledger holds it as it is. */
const inLedger = (sheet: Sheet) => sheet.kept && !sheet.changed && sheet.sending === 0;

/** Keeps at once whatever was typed last: before the ledger locks, when the window is left, when it was opened again. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...sheets.values()].map(keep));
}

/** Runs what may erase drafts in the ledger past this window. Meanwhile nothing typed is sent; afterwards what the ledger held and
 *  holds no more is gone here too. What it never held stays. */
async function erasing<A>(first: Promise<void>, run: () => Promise<A>): Promise<A> {
  held += 1;
  try {
    await first;
    return await run();
  } finally {
    // Where it cannot be asked, no ledger is open: the next opening compares.
    await compare().catch(() => undefined);
    held -= 1;
  }
}

/** Around what erases in the open ledger: what was typed before is there in time to be erased, what is typed meanwhile follows. */
export async function whileErasing<A>(run: () => Promise<A>): Promise<A> {
  try {
    return await erasing(flushDrafts(), run);
  } finally {
    void flushDrafts();
  }
}

/** Around what opens a ledger: it may have been erased in while it was shut. Who sits there, and may have drafts sent, is known only
 *  after it. */
export async function whileOpening<A>(run: () => Promise<A>): Promise<A> {
  return erasing(Promise.resolve(), run);
}

async function compare(): Promise<void> {
  if (![...sheets.values()].some((sheet) => sheet.kept) && ![...forms].some((form) => form.offered.value)) return;
  const there = new Set((await store.list()).map(keyOf));
  const gone = new Set<string>();
  for (const [key, sheet] of sheets) {
    if (!sheet.kept || there.has(key)) continue;
    clearTimeout(sheet.timer);
    sheets.delete(key);
    gone.add(key);
  }
  for (const form of forms) {
    const key = keyOf(form);
    if (gone.has(key) || (form.offered.value && !there.has(key))) form.empty();
  }
}

/** How guarded data is shown to whoever sits at the desk. */
let shown = { full: false, masked: false };

/** Takes in how guarded data is shown now; null while no ledger is open. */
export function sightOfDrafts(sight: Sight | null): void {
  const kinds = sight ? Object.values(sight) : [];
  const before = shown;
  shown = { full: kinds.includes("full"), masked: kinds.includes("masked") };
  if (!sight || before.full === shown.full) return;
  if (!shown.full) return coverDrafts();
  for (const form of forms) if (form.offered.value?.covered) void look(form);
}

/** Guarded data is masked again: what was typed while it was shown stands in no form any more. */
function coverDrafts(): void {
  for (const [key, sheet] of sheets) {
    const here = [...forms].filter((form) => keyOf(form) === key);
    if (!sheet.seen || here.some((form) => form.own)) continue;
    putAway(sheet);
    for (const form of here) {
      form.cover();
      void look(form);
    }
  }
}

/** The ledger is locked: what it holds goes out of memory, what could not be kept yet waits there. Each is offered to the next sitting,
 *  which may drop it, and is told nothing that it may not see. */
export function putDraftsAway(): void {
  for (const [key, sheet] of sheets) {
    if (!inLedger(sheet)) {
      putAway(sheet);
      continue;
    }
    clearTimeout(sheet.timer);
    sheets.delete(key);
  }
}

function putAway(sheet: Sheet): void {
  sheet.away = true;
  // The form goes on without it.
  sheet.body = copy(sheet.body);
}

/** What waits for a form: from the ledger, which knows what may be seen of it; from memory only what cannot be kept there. */
async function waiting(place: DraftPlace): Promise<KeptDraft | null> {
  const key = keyOf(place);
  const sheet = sheets.get(key);
  if (sheet?.away) {
    await keep(sheet);
    if (!inLedger(sheet)) return inMemory(sheet);
    if (sheets.get(key) === sheet) sheets.delete(key);
  }
  // What was saved a moment ago may still lie there.
  const before = leaving.get(key);
  if (before) await before;
  return store.get(place.form, place.record ?? undefined);
}
function inMemory(sheet: Sheet): KeptDraft {
  if (!sheet.seen || shown.full) return { body: copy(sheet.body), savedAt: "" };
  return { body: {}, savedAt: "", covered: shown.masked ? "reveal" : "taken" };
}

/** Asks what waits for an open form, and tells it. */
async function look(form: Open): Promise<void> {
  // Where it cannot be asked, what was typed stays covered.
  const kept = await waiting(form).catch(() => undefined);
  if (kept !== undefined && forms.has(form)) form.found(kept);
}

/** Another ledger must not find this one's drafts. */
export function forgetDrafts(): void {
  for (const sheet of sheets.values()) clearTimeout(sheet.timer);
  sheets.clear();
  leaving.clear();
}

function replace(form: Record<string, unknown>, by: object): void {
  for (const name of Object.keys(form)) if (!(name in by)) delete form[name];
  Object.assign(form, by);
}

/** A reactive form whose draft is kept as it is typed. `fresh` is asked when no draft lies in memory. */
export function useDraft<T extends object>({ form: name, record, row, fresh, mend, emptied, own = false }: DraftOf<T>): Draft<T> {
  const at = (part: string | undefined): DraftPlace & { record?: string } => ({ form: name, record: part });
  const lies = (part: string | undefined) => {
    const sheet = sheets.get(keyOf(at(part)));
    return sheet?.away ? undefined : sheet;
  };
  /** A row of which a draft lies in memory: where the page is opened the form goes on with it. */
  const lyingRow = () =>
    (row ? [...sheets.values()].find((sheet) => sheet.form === name && !sheet.away && sheet.record && isPartOf(record, sheet.record)) : undefined)?.record ?? undefined;
  /** Where the form stands now: at its record, or at a row. */
  let part = lies(record) ? record : (lyingRow() ?? record);
  const key = () => keyOf(at(part));
  const lying = lies(part);
  const problem = lying?.told ?? sheets.get(key())?.told ?? ref<Problem | null>(null);
  const offered = ref<KeptDraft | null>(null) as Ref<KeptDraft | null>;
  const form = reactive(lying?.body ?? fresh()) as T;
  let on = true;
  let gone = false;
  /** Whether it was saved or dropped here: what waited before that is offered no more. */
  let over = false;
  /** Whether what was typed here was taken out of sight while the form stood open. */
  let covered = false;
  /** How often the form was turned or went on: what was asked for before that is offered no more. */
  let turned = 0;
  /** What the form was turned away from while something typed stood in it. */
  let left: (string | undefined)[] = [];
  let found = Promise.resolve();

  const stop = watch(
    form,
    () => {
      if (!on || filling) return;
      const sheet: Sheet = sheets.get(key()) ?? { ...at(part), body: form, changed: true, kept: false, sending: 0, seen: false, away: false, told: problem };
      sheet.changed = true;
      sheet.seen ||= shown.full;
      clearTimeout(sheet.timer);
      sheet.timer = setTimeout(() => void keep(sheet), WAIT_MS);
      sheets.set(key(), sheet);
    },
    { deep: true, flush: "sync" },
  );
  function put(values: object) {
    filling = true;
    replace(form as Record<string, unknown>, values);
    filling = false;
  }
  /** Goes to the draft of a row or of the record. */
  function move(to: string | undefined) {
    part = here.record = to;
    covered = false;
    turned += 1;
  }
  /** Asks what waits where the form stands, and offers it. */
  async function ask(): Promise<void> {
    const turn = turned;
    const may = () => !over && !gone && !covered && turn === turned;
    // No draft to be had is no reason to keep the form from being filled in.
    const kept = await waiting(at(part)).catch(() => null);
    if (!may()) return;
    offered.value = kept;
    if (kept || !row || part !== record) return;
    const rows = (await store.list().catch(() => [])).filter((one) => one.form === name && one.record && isPartOf(record, one.record));
    for (const { record: its } of rows) {
      const ofRow = await waiting(at(its!)).catch(() => null);
      // Who began to type meanwhile is not interrupted: it waits at its row.
      if (!may() || sheets.has(key())) return;
      if (!ofRow) continue;
      move(its!);
      offered.value = ofRow;
      return;
    }
  }
  /** Shows what lies there, or these, over which what waits there is offered. */
  function stand(values: T) {
    offered.value = null;
    const sheet = lies(part);
    if (!sheet) {
      put(values);
      found = ask();
      return;
    }
    put(copy(sheet.body));
    Object.assign(sheet, { body: form, told: problem });
    mend?.(form);
  }
  /** Puts what waited into the form. */
  function take() {
    const kept = offered.value;
    if (!kept || kept.covered) return;
    offered.value = null;
    const before = sheets.get(key());
    if (before?.away) Object.assign(before, { body: form, away: false });
    replace(form as Record<string, unknown>, kept.body);
    const sheet = sheets.get(key());
    if (sheet && kept.savedAt !== "") sheet.kept = true;
    mend?.(form);
  }
  const here: Open & { record?: string } = {
    form: name,
    record: part,
    own,
    offered,
    cover() {
      covered = true;
      offered.value = { body: {}, savedAt: "", covered: "reveal" };
      put(fresh());
    },
    found(kept) {
      if (!offered.value) return;
      offered.value = kept;
      if (kept?.covered) return;
      // The form stood open all the while: it goes on as it was.
      if (covered) take();
      covered = false;
    },
    empty() {
      offered.value = null;
      if (sheets.has(key())) return;
      problem.value = null;
      put(fresh());
      move(record);
      emptied?.();
    },
  };
  forms.add(here);
  if (lying) mend?.(form);
  else found = ask();
  onScopeDispose(() => {
    gone = true;
    forms.delete(here);
    stop();
    const sheet = sheets.get(key());
    if (sheet) void keep(sheet);
  });
  function forget() {
    const place = at(part);
    const where = keyOf(place);
    const sheet = sheets.get(where);
    clearTimeout(sheet?.timer);
    sheets.delete(where);
    offered.value = null;
    // After a saving that is still on its way. Nobody waits: a draft that stays is offered once more, which harms nothing.
    const done = (sheet?.saving ?? Promise.resolve())
      .then(() => store.discard(name, place.record))
      .catch(() => undefined)
      .finally(() => void (leaving.get(where) === done && leaving.delete(where)));
    leaving.set(where, done);
  }
  return {
    form,
    lying: lying !== undefined,
    offered,
    get found() {
      return found;
    },
    problem,
    take,
    refuse() {
      forget();
      // What stands in the form now may be of no row, or of the one that it was turned to.
      if (row) move(partOf(record, row(form)));
    },
    fill(values) {
      if (offered.value || sheets.has(key())) return;
      filling = true;
      Object.assign(form, values);
      filling = false;
    },
    turn(values) {
      const to = row ? partOf(record, row(values)) : record;
      const sheet = lies(part);
      if (to === part) {
        // What is typed there, or waits there, stays.
        if (!sheet && !offered.value) put(values);
        return;
      }
      left = left.filter((one) => one !== to && one !== part);
      if (sheet) {
        left.push(part);
        sheet.body = copy(sheet.body);
        void keep(sheet);
      }
      move(to);
      stand(values);
    },
    begin(values) {
      // One of an earlier sitting is taken or refused first.
      if (offered.value) return false;
      forget();
      left = left.filter(lies);
      const back = left.length > 0;
      const from = part;
      move(back ? left.pop() : record);
      // Where nothing was turned, nothing can wait that was not given up with this.
      if (back || part !== from) stand(values);
      else put(values);
      return back;
    },
    dropped() {
      over = true;
      on = false;
      forget();
      // The form is emptied and shown anew in between: nobody typed that.
      void nextTick(() => (on = true));
    },
  };
}
