// The list of years: starting the next one, and entering an earlier one afterwards.
import { flushPromises, mount } from "@vue/test-utils";
import { expect, it } from "vitest";
import { setStatus } from "../../desk";
import type { Status } from "../../contract/bindings";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import NegotiationPage from "./NegotiationPage.vue";

it("enters an earlier year with its start day and the reason, and not without them", async () => {
  const years = [2026, 2025].map((year) => ({ id: `n${year}`, year, title: `${year}`, state: "", day: null, ofDays: null }));
  const fake = new FakePlatform({ "negotiation.list": () => years, "negotiation.start": () => "n2024" });
  usePlatform(fake);
  setStatus({ known: [], home: "/", open: { dir: "/a", today: "2026-11-16", person: { id: "p", role: "chair" } } } as unknown as Status);
  const page = mount(NegotiationPage, { props: { place: { page: "negotiation" } }, attachTo: document.body });
  await flushPromises();
  await page.findAll("button").find((b) => b.text() === "补录往年的协商")!.trigger("click");
  await page.get("form.past").trigger("submit");
  expect(page.get("form.past [role=alert]").text()).toBe("请填写当时启动协商的日期。");
  const day = page.findAll("form.past label").find((l) => l.text() === "启动日期")!.attributes("for");
  await page.get(`[id="${day}"]`).setValue("2024年3月1日");
  await page.get("form.past").trigger("submit");
  await flushPromises();
  expect(fake.calls.filter((c) => c.name === "negotiation.start")).toEqual([
    { name: "negotiation.start", args: { year: 2024, startedOn: "2024-03-01", lateEntry: "据纸质档案补录" } },
  ]);
  page.unmount();
});
