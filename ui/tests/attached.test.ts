// A kind of record that bears files has a page that takes them. The kinds are read from the core's own source, so that a new one
// without its page fails here.
import { describe, expect, it } from "vitest";
import { sources } from "./core";

/** Kinds whose files no page takes as attachments, each with its reason. */
const excused: Record<string, string> = {
  form: "its files are the blank itself and what was filled into it, which its page shows as such",
};
const kinds = [.../pub enum RecordKind \{(.*?)\n\}/s.exec(sources("affairs/src/office/attachments"))![1]!.matchAll(/^\s+([A-Z]\w*),/gm)].map(([, name]) => name!.charAt(0).toLowerCase() + name!.slice(1));
const pages = Object.values(import.meta.glob<string>("../src/**/*.vue", { eager: true, query: "?raw", import: "default" }));
const taken = new Set(
  pages.flatMap((page) => [
    ...[...page.matchAll(/<(?:Attachments|RowFiles)\b[^>]*?\skind="(\w+)"/g)].map(([, kind]) => kind!),
    // By a part that is handed them.
    ...[...page.matchAll(/:files="filesOf\('(\w+)'/g)].map(([, kind]) => kind!),
  ]),
);

describe("a kind of record that bears files", () => {
  it("is read from the core", () => expect(kinds).toContain("person"));
  it("has a page that takes them, or stands here with its reason", () => expect(kinds.filter((kind) => !taken.has(kind) && !(kind in excused))).toEqual([]));
  it("is excused only where no page takes them", () => expect(Object.keys(excused).filter((kind) => taken.has(kind) || !kinds.includes(kind))).toEqual([]));
  it("is named by no page that the core does not know", () => expect([...taken].filter((kind) => !kinds.includes(kind))).toEqual([]));
});
