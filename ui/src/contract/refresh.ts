// Who wants to hear that a table changed. A write answers with the tables it touched; pages fetch again
// exactly what they showed of them. No polling, no whole-page reload.
import { onScopeDispose } from "vue";

type Listener = { tables: readonly string[]; run: () => void };

const listeners = new Set<Listener>();

/** Calls `run` whenever one of `tables` changed ("*" means: whatever changed). Returns the way to stop. */
export function listen(tables: readonly string[], run: () => void): () => void {
  const listener = { tables, run };
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `listen` for the life of the component (or scope) that asks. */
export function useRefresh(tables: readonly string[], run: () => void): void {
  onScopeDispose(listen(tables, run));
}

/** Tells every listener of these tables, each once. An empty list is a read and tells nobody. */
export function changed(tables: readonly string[]): void {
  if (tables.length === 0) return;
  for (const listener of [...listeners]) {
    if (listener.tables.includes("*") || listener.tables.some((t) => tables.includes(t))) listener.run();
  }
}
