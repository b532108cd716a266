// What the page of a register does alike, whatever stands in it: its list with the head above, its year, the record that stands
// in the list's place, and the list taken out. What is asked for, and by which further filters, the page says.
import { ref, watch, type Ref } from "vue";
import type { Place } from "../contract/bindings";
import type { Progress } from "../platform";
import type { Order, Slice } from "./VirtualTable.vue";
import { useList } from "./useList";
import { useTakeOut, type Running, type TakeOutWords } from "./useTakeOut";

/** What every register is asked for: its words, its year, the order of its columns. */
export type Asked = { text: string | undefined; year: number | undefined; key: string; descending: boolean };
/** What every register answers: its rows, how many records there are under no filter, and of which years. */
type Answered = Slice<{ id: string }> & { kept: number; years: number[] };

export function useRegister<Page extends Answered, Query extends { offset?: number; limit?: number }>(register: {
  place: () => Place;
  /** The tables whose changes fetch it anew. */
  tables: readonly string[];
  first: Order;
  filters: Ref[];
  query: (asked: Asked) => Query;
  list: (query: Query) => Promise<Page>;
  export: (args: { query: Query; to: string }, report: (progress: Progress) => void) => Running;
  text: TakeOutWords & { exported: (name: string, rows: number) => string };
  /** Fetches what else stands above the rows. */
  above?: () => Promise<void>;
}) {
  const year = ref(0);
  /** All but the rows, under no filter; null until it is known. */
  const whole = ref<Omit<Page, "rows"> | null>(null) as Ref<Omit<Page, "rows"> | null>;
  const head = async () => void (whole.value = await register.list({ limit: 1 } as Query));
  const list = useList(register.tables, register.first, [...register.filters, year], async () => void (await Promise.all([head(), register.above?.()])));
  /** The record that is open, "new" for one being entered, the name of another part, null for the list. */
  const chosen = ref<string | null>(null);
  watch(register.place, ({ id }) => (chosen.value = id ?? null), { immediate: true });
  const query = (): Query =>
    register.query({ text: list.words.value.trim() || undefined, year: year.value || undefined, ...list.order.value });
  const fetch = (offset: number, limit: number) => register.list({ ...query(), offset, limit });
  const out = useTakeOut(register.text);
  const takeOut = () => out.takeOut((to, report) => register.export({ query: query(), to }, report), register.text.exported);
  return { year, whole, list, chosen, fetch, out, takeOut };
}
