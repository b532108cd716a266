// The list of years: starting the next one, and entering an earlier one afterwards.
import { flushPromises, mount } from "@vue/test-utils";
import { describe, expect, it } from "vitest";
import { desk, go, setStatus } from "../../desk";
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

it("tells a clock that the law counts in working days as such", async () => {
  const year = (id: string, day: number, ofDays: number, workingDays: boolean) => ({ id, year: 2026, title: id, state: "协商会议", day, ofDays, workingDays });
  usePlatform(new FakePlatform({ "negotiation.list": () => [year("宁波", 6, 30, true), year("江西", 6, 60, false)] }));
  setStatus({ known: [], home: "/", open: { dir: "/a", today: "2026-11-16", person: { id: "p", role: "chair" } } } as unknown as Status);
  const page = mount(NegotiationPage, { props: { place: { page: "negotiation" } }, attachTo: document.body });
  await flushPromises();
  expect(page.text()).toContain("第 6 个工作日 / 30 个工作日");
  expect(page.text()).toContain("第 6 天 / 60 天");
  page.unmount();
});

describe("a year that was just begun", () => {
  /** Presses the button for 2027, does `meanwhile` and then lets the core answer. */
  async function begun(meanwhile: () => void) {
    let answer: (id: string) => void = () => undefined;
    const years = [{ id: "n2026", year: 2026, title: "2026", state: "", day: null, ofDays: null }];
    usePlatform(new FakePlatform({ "negotiation.list": () => years, "negotiation.start": () => new Promise<string>((done) => (answer = done)) }));
    setStatus({ known: [], home: "/", open: { dir: "/a", today: "2026-11-16", person: { id: "p", role: "chair" } } } as unknown as Status);
    go({ page: "negotiation" });
    const page = mount(NegotiationPage, { props: { place: { page: "negotiation" } }, attachTo: document.body });
    await flushPromises();
    await page.findAll("form").find((form) => form.text().includes("年度"))!.trigger("submit");
    await flushPromises();
    meanwhile();
    answer("n2027");
    await flushPromises();
    page.unmount();
  }
  it("is opened", async () => {
    await begun(() => undefined);
    expect(desk.place).toEqual({ page: "negotiation", id: "n2027" });
  });
  it("pulls nobody away from where they have gone meanwhile, and is told there", async () => {
    await begun(() => go({ page: "members" }));
    expect(desk.place).toEqual({ page: "members" });
    expect(desk.said).toBe("已经开始 2027 年度工资集体协商，在“协商”里打开。");
    await begun(() => go({ page: "negotiation", id: "n2026" }));
    expect(desk.place).toEqual({ page: "negotiation", id: "n2026" });
  });
});
