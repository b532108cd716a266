// What the members page decides by itself about its list: what a count asks for when it is pressed, how many conditions stand,
// how a kept list is read back. Pure.
import type { MemberColumn, MemberField, MemberFlag, MemberGroup, MemberListView, MemberQuery } from "../../contract/bindings";

/** What narrows a list, without the words typed, the order and the slice. */
export type Conditions = Omit<MemberQuery, "text" | "sort" | "descending" | "offset" | "limit">;

/** The conditions of the pane behind the button. */
const MORE = ["sex", "post", "group", "form", "ageFrom", "ageTo", "joinedFrom", "joinedTo", "education", "political", "skill"] as const;
export const moreSet = (c: Conditions): number => MORE.filter((key) => c[key] !== undefined).length + Math.max(0, (c.flags?.length ?? 0) - 1);
export const anySet = (c: Conditions): boolean => Object.values(c).some((value) => value !== undefined && (!Array.isArray(value) || value.length > 0));

/** Which of the two ranges begin after their end: nobody can be found so, and it is not asked. */
export const crossed = (c: Pick<Conditions, "ageFrom" | "ageTo" | "joinedFrom" | "joinedTo">): { ages: boolean; days: boolean } => ({
  ages: c.ageFrom !== undefined && c.ageTo !== undefined && c.ageFrom > c.ageTo,
  days: !!c.joinedFrom && !!c.joinedTo && c.joinedFrom > c.joinedTo,
});

/** The conditions without those that say nothing. */
export function tidy(conditions: Conditions): Conditions {
  const kept = Object.entries(conditions).filter(([, value]) => value !== undefined && value !== null && (!Array.isArray(value) || value.length > 0));
  return Object.fromEntries(kept) as Conditions;
}

/** The conditions with those of one group of the counts; pressed again, without. */
export function narrowed(conditions: Conditions, by: MemberField, group: MemberGroup): Conditions {
  const asked = asks(by, group);
  const keys = Object.keys(asked) as (keyof Conditions)[];
  const same = keys.every((key) => JSON.stringify(conditions[key]) === JSON.stringify(asked[key]));
  const rest = { ...conditions };
  for (const key of [...keys, ...partners(by)]) delete rest[key];
  return tidy(same ? rest : { ...rest, ...asked });
}

/** Whether the list is narrowed to this group. */
export const isNarrowed = (conditions: Conditions, by: MemberField, group: MemberGroup): boolean =>
  Object.entries(asks(by, group)).every(([key, value]) => JSON.stringify(conditions[key as keyof Conditions]) === JSON.stringify(value));

/** Whether a group can be asked for: of an age or a year that nobody entered nothing asks. */
export const askable = (by: MemberField, group: MemberGroup): boolean => group.key !== "" || !["ageBand", "joinedYear"].includes(by);

const partners = (by: MemberField): (keyof Conditions)[] =>
  by === "ageBand" ? ["ageFrom", "ageTo"] : by === "joinedYear" ? ["joinedFrom", "joinedTo"] : [];

function asks(by: MemberField, { key }: MemberGroup): Conditions {
  switch (by) {
    case "ageBand": {
      const [from, to] = key.split("-");
      return { ...(from ? { ageFrom: Number(from) } : {}), ...(to ? { ageTo: Number(to) } : {}) };
    }
    case "joinedYear":
      return { joinedFrom: `${key}-01-01`, joinedTo: `${key}-12-31` };
    case "flag":
      return { flags: [key as MemberFlag] };
    default:
      return { [by]: key };
  }
}

/** The parts of a kept list, each where the page keeps it. */
export function parts(view: MemberListView): { words: string; conditions: Conditions; order: { key: string; descending: boolean }; columns: MemberColumn[]; by: MemberField | "" } {
  const { text, sort, descending, offset: _offset, limit: _limit, ...conditions } = view.query;
  return {
    words: text ?? "",
    conditions: tidy(conditions),
    order: { key: sort ?? "name", descending: descending ?? false },
    columns: view.columns,
    by: view.by ?? "",
  };
}
