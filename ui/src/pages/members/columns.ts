// The columns of the roster in the window: how wide they stand, which are shown first, which still fit beside an open person.
import type { MemberColumn } from "../../contract/bindings";
import type { Column } from "../../parts/VirtualTable.vue";
import { bulk } from "../../text/lists";
import { members as text } from "../../text/members";

type Wide = { width: string; sort?: true; number?: true; order?: string };
const widths: Record<MemberColumn, Wide> = {
  name: { width: "minmax(6rem, 1.2fr)", sort: true },
  sex: { width: "3.25rem", sort: true },
  birth: { width: "7rem", sort: true },
  age: { width: "3.5rem" },
  shop: { width: "minmax(4.5rem, 1fr)", sort: true },
  post: { width: "minmax(4.5rem, 1fr)", sort: true },
  workNumber: { width: "6rem" },
  form: { width: "5.75rem", sort: true },
  group: { width: "minmax(6rem, 1fr)", sort: true },
  education: { width: "8rem", sort: true },
  political: { width: "8rem", sort: true },
  skill: { width: "6rem", sort: true },
  household: { width: "8rem" },
  phone: { width: "6.5rem" },
  // Eighteen figures unhidden.
  idNumber: { width: "11rem" },
  memberSince: { width: "6rem", sort: true },
  state: { width: "5rem", sort: true },
  flags: { width: "minmax(7rem, 1.2fr)" },
};
/** All of them, in the order in which they are offered. */
export const columns: Column[] = (Object.keys(widths) as MemberColumn[]).map((key) => ({ key, title: text.columns[key], ...widths[key] }));

/** Who is a member stands among them: those who have only applied are on the roster too. */
export const firstColumns: readonly MemberColumn[] = ["name", "sex", "shop", "post", "form", "phone", "idNumber", "memberSince", "state"];
/** Beside the open panel only what still fits. */
const beside: readonly string[] = ["name", "shop", "post", "phone"];
const pick: Column = { key: "pick", title: bulk.pick, width: "2rem" };

/** The columns to show, as they were chosen; with a person open those that fit. */
export function visibleOf(shown: readonly MemberColumn[], narrow: boolean): Column[] {
  const wanted = shown.flatMap((key) => columns.find((c) => c.key === key) ?? []);
  const fitting = wanted.filter((c) => beside.includes(c.key));
  return narrow && fitting.length > 0 ? fitting : [pick, ...wanted];
}
