// What happened can be corrected and removed, each by the command of its own.
import { flushPromises, mount } from "@vue/test-utils";
import { expect, it } from "vitest";
import { affair } from "../../../tests/affair";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import AffairEvents from "./AffairEvents.vue";

it("opens the wrong one to correct it, and removes it at once since undo brings it back", async () => {
  const fake = new FakePlatform({ "negotiation.removeEvent": () => null });
  usePlatform(fake);
  const events = [{ id: "e1", agreement: null, kind: "reported" as const, happenedOn: "2026-11-10", text: "报告县总工会", facts: {}, lateEntry: null }];
  const page = mount(AffairEvents, { props: { affair: { ...affair(), events } } });
  const press = (words: string) => page.findAll("button").find((b) => b.text() === words)!.trigger("click");
  await press("更正");
  expect(page.emitted("open")).toEqual([["events", "e1"]]);
  await press("移除");
  await flushPromises();
  expect(fake.calls).toEqual([{ name: "negotiation.removeEvent", args: { id: "e1" } }]);
});
