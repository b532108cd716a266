// What was entered of a person: the files of a mark of hardship are for readers of health, those of any other mark for everybody.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import { setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import PersonFlags from "./PersonFlags.vue";

const sight = (health: "full" | "masked" | "never") => ({ identity: "masked", wages: "never", health, account: "never" }) as const;
beforeEach(() => {
  const tags = [
    { id: "t1", person: "p1", kind: "modelWorker" },
    { id: "t2", person: "p1", kind: "hardship" },
  ];
  usePlatform(new FakePlatform({ "members.flags": () => ({ flags: [], tags }), "drafts.list": () => [] }));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));
const files = async () => {
  const page = mount(PersonFlags, { props: { person: "p1" } });
  await flushPromises();
  const of = (kind: string) => page.findAll(".one").find((one) => one.text().includes(kind))!;
  const shown = (kind: string) => of(kind).findAll("button").some((b) => b.text() === "附件");
  return [shown("劳模"), shown("困难职工")];
};

it("hides the files of a hardship from who may not read health, and shows those of a model worker", async () => {
  setStatus(statusOf("officer", { sight: sight("never") }));
  expect(await files()).toEqual([true, false]);
});

it("says that what is noted of a hardship is shown once health is revealed", async () => {
  const said = async (health: "full" | "masked" | "never") => {
    setStatus(statusOf("officer", { sight: sight(health) }));
    const page = mount(PersonFlags, { props: { person: "p1" } });
    await flushPromises();
    const of = (kind: string) => page.findAll(".one").find((one) => one.text().includes(kind))!;
    expect(of("劳模").text()).not.toContain("写明用途后才显示");
    return of("困难职工").text().includes("空着保存，原来写的不变");
  };
  expect([await said("masked"), await said("never"), await said("full")]).toEqual([true, true, false]);
});

it("shows both to who may", async () => {
  setStatus(statusOf("officer", { sight: sight("masked") }));
  expect(await files()).toEqual([true, true]);
});
