// A small form opened in a page: what was typed opens it again, sending or cancelling gives the draft up.
import { flushPromises } from "@vue/test-utils";
import { effectScope } from "vue";
import { beforeEach, expect, it } from "vitest";
import { flushDrafts, forgetDrafts, keepDraftsIn, whileErasing, type DraftStore } from "../drafts";
import { useSmallForm } from "./useSmallForm";

const ledger = new Map<string, object>();
const store: DraftStore = {
  get: async (form) => (ledger.has(form) ? { body: ledger.get(form)!, savedAt: "2026-11-16T09:00" } : null),
  save: async (form, _, body) => void ledger.set(form, body),
  discard: async (form) => void ledger.delete(form),
  list: async () => [...ledger.keys()].map((form) => ({ form })),
};
const small = () => effectScope().run(() => useSmallForm({ form: "note", fresh: () => ({ words: "" }) }))!;

beforeEach(() => {
  ledger.clear();
  forgetDrafts();
  keepDraftsIn(store);
});

it("is shut until it is asked for, and opens with the record it is asked for", async () => {
  const { form, open, start } = small();
  await flushPromises();
  expect(open.value).toBe(false);
  start({ words: "原来的" });
  await flushDrafts();
  expect([open.value, form.words, ledger.size]).toEqual([true, "原来的", 0]);
});

it("is offered back after a crash, and a press for a new one does not lose it", async () => {
  ledger.set("note", { words: "没写完" });
  const { draft, form, open, start } = small();
  await flushPromises();
  expect(open.value).toBe(true);
  start();
  draft.take();
  expect(form.words).toBe("没写完");
});

it("gives the draft up when it is sent or cancelled", async () => {
  const { form, open, start, close } = small();
  start();
  form.words = "写了";
  await flushDrafts();
  close();
  await flushPromises();
  expect([open.value, form.words, ledger.size]).toEqual([false, "", 0]);
});

it("is shut and empty where its draft was erased in the ledger", async () => {
  const { form, open, start } = small();
  start();
  form.words = "13800138000";
  await whileErasing(async () => ledger.clear());
  expect([open.value, form.words, ledger.size]).toEqual([false, "", 0]);
});
