// Looking people up while typing, for every field that picks a person.
import { call } from "../contract/client";
import type { MemberLine } from "../contract/bindings";
import { useLook } from "./look";

const SHOWN = 12;

export const usePeople = () =>
  useLook<MemberLine>(async (words) => (await call("members.search", { text: words, offset: 0, limit: SHOWN })).rows);
