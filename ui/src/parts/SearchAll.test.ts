// The one search: what was found says what it is, and a picked hit opens at its page; an overtaken answer never shows.
import { enableAutoUnmount, flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Hit } from "../contract/bindings";
import { changed } from "../contract/refresh";
import { desk } from "../desk";
import { usePlatform } from "../platform";
import { FakePlatform } from "../platform/fake";
import SearchAll from "./SearchAll.vue";

const hits: Hit[] = [
  { kind: "person", id: "p1", title: "王小明", detail: "焊接 焊工", place: { page: "members", id: "p1" } },
  { kind: "meeting", id: "m3", title: "第3轮协商会议", detail: "2026-11-06 二楼会议室", place: { page: "negotiation", id: "n", part: "meeting:m3" } },
];
let answers: ((hits: Hit[]) => void)[];
let fake: FakePlatform;
beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  fake = new FakePlatform({ "search.all": () => new Promise<Hit[]>((done) => answers.push(done)) });
  usePlatform(fake);
});
afterEach(() => vi.useRealTimers());
enableAutoUnmount(afterEach);
const type = async (page: ReturnType<typeof mount>, words: string) => {
  await page.get("input").setValue(words);
  vi.advanceTimersByTime(120);
  await flushPromises();
};

it("shows what each hit is and opens the picked one at its page", async () => {
  const page = mount(SearchAll, { attachTo: document.body });
  await type(page, "会议");
  answers[0]!(hits);
  await flushPromises();
  expect(page.findAll("[role=option]").map((o) => o.text())).toEqual(["人员王小明焊接 焊工", "会议第3轮协商会议2026-11-06 二楼会议室"]);
  await page.findAll("[role=option]")[1]!.trigger("mousedown");
  expect(desk.place).toEqual({ page: "negotiation", id: "n", part: "meeting:m3" });
  expect(page.get<HTMLInputElement>("input").element.value).toBe("");
});

it("drops an answer that a later question overtook, and says when nothing was found", async () => {
  const page = mount(SearchAll, { attachTo: document.body });
  await type(page, "王");
  await type(page, "王某");
  answers[1]!([]);
  await flushPromises();
  answers[0]!(hits);
  await flushPromises();
  expect(page.findAll("[role=option]")).toHaveLength(0);
  expect(page.text()).toContain("没有找到");
});

it("asks anew when something changed, so that nobody who was erased is still found", async () => {
  const page = mount(SearchAll, { attachTo: document.body });
  await type(page, "王");
  answers[0]!(hits);
  await flushPromises();
  expect(page.findAll("[role=option]")).toHaveLength(2);
  changed(["person"]);
  vi.advanceTimersByTime(120);
  answers[1]!(hits.slice(1));
  await flushPromises();
  expect(page.findAll("[role=option]")).toHaveLength(1);
});
