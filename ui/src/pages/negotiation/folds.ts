// Which blocks of a page are folded by hand. Kept while the program runs, so that a page is found as it was left; not in the ledger,
// for it says nothing of the union's work.
import { reactive } from "vue";

const byHand = reactive(new Map<string, boolean>());

/** Whether the block of a record is open: as somebody left it, else as the page would have it. */
export const isOpen = (id: string, usual: boolean): boolean => byHand.get(id) ?? usual;
export const fold = (id: string, open: boolean): void => void byHand.set(id, open);
/** Forgets every fold: for tests. */
export const unfoldAll = (): void => byHand.clear();
