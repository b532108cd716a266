// The page of one affair: what stands first at which step, and the links that lead to its parts.
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, expect, it, vi } from "vitest";
import { affair } from "../../../tests/affair";
import { people } from "../../../tests/people";
import { statusOf } from "../../../tests/status";
import type { Negotiation, Preparation, Step, StepKind } from "../../contract/bindings";
import { setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import AffairPage from "./AffairPage.vue";
import { unfoldAll } from "./folds";

const preparation: Preparation = { opinions: null, survey: null, share: null, asked: "", rule: null, waiting: 0, lines: [], lineWords: "", petitions: [], workers: 320 };
const step = (kind: StepKind, over: Partial<Step>): Step => ({ kind, name: kind, done: false, current: false, unrecorded: false, whose: "我办", missing: [], origin: "", rule: null, due: null, ...over });
/** The affair at a step, everything before it done. */
const at = (kind: StepKind): Negotiation => {
  const kinds: StepKind[] = ["preparation", "representatives", "offer", "reply", "meetings", "conclusion"];
  return { ...affair(), steps: kinds.map((one, i) => step(one, { current: one === kind, done: i < kinds.indexOf(kind) })) };
};
async function shown(whole: Negotiation) {
  const fake = new FakePlatform({ "negotiation.get": () => whole, "papers.list": () => [], "negotiation.people": people, "negotiation.preparation": () => preparation, "files.list": () => [], "decisions.of": () => [], "decisions.toChoose": () => [] });
  usePlatform(fake);
  setStatus(statusOf("chair"));
  const page = mount(AffairPage, { props: { id: "n", place: { page: "negotiation", id: "n" } }, attachTo: document.body, global: { stubs: { ArchivePack: true, Attachments: true, AffairDecisions: true } } });
  await flushPromises();
  return page;
}
const links = (page: Awaited<ReturnType<typeof shown>>) => page.findAll(".jumps button").map((one) => one.text());
const parts = (page: Awaited<ReturnType<typeof shown>>) => page.findAll("section[id^='part-']").map((one) => one.attributes("id")!.slice("part-".length));
beforeEach(unfoldAll);

it.each(["meetings", "conclusion"] as const)("begins at the step %s with the last positions and the meetings, what came before folded below", async (kind) => {
  const page = await shown(at(kind));
  expect(parts(page).slice(0, 4)).toEqual(["topics", "meetings", "agreements", "preparation"]);
  expect(links(page)).toEqual(["议题", "会议", "集体合同", "协商以前", "协商资料", "保密承诺", "经过", "双方代表"]);
  expect(page.get("#part-preparation .fold").attributes("aria-expanded")).toBe("false");
  page.unmount();
});

it("begins with what leads to the talks until both sides talk", async () => {
  const page = await shown(at("preparation"));
  expect(parts(page).slice(0, 3)).toEqual(["preparation", "agreements", "topics"]);
  expect(links(page)).toEqual(["协商以前", "集体合同", "议题", "协商资料", "保密承诺", "会议", "经过", "双方代表"]);
  expect(page.get("#part-preparation .fold").attributes("aria-expanded")).toBe("true");
  page.unmount();
});

it("leads by each link to a part that is there, and opens the folded one", async () => {
  const page = await shown(at("meetings"));
  const reached: string[] = [];
  const looked = vi.spyOn(HTMLElement.prototype, "scrollIntoView").mockImplementation(function (this: HTMLElement) {
    reached.push(this.id);
  });
  for (const link of page.findAll(".jumps button")) await link.trigger("click");
  looked.mockRestore();
  expect(reached).toEqual(["topics", "meetings", "agreements", "preparation", "information", "secrecy", "events", "representatives"].map((part) => `part-${part}`));
  expect(document.activeElement?.id, "the keyboard goes on from there").toBe("part-representatives");
  expect(page.get("#part-preparation .fold").attributes("aria-expanded")).toBe("true");
  page.unmount();
});
