// Sealing the affair: what is open is told, a reason is asked for where it is given up, and a sealed one goes on in another.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, expect, it } from "vitest";
import type { Negotiation, NegotiationClosing, Status } from "../../contract/bindings";
import { setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import { allowed, hold } from "../../rights";
import AffairClosing from "./AffairClosing.vue";

const nothing: NegotiationClosing = { seal: null, open: [], told: [], continues: null, continuedBy: null };
function page(closing: Partial<NegotiationClosing>, more: Partial<Negotiation> = {}) {
  const fake = new FakePlatform({ "negotiation.seal": () => null, "negotiation.start": () => "n2", "negotiation.remove": () => null });
  usePlatform(fake);
  setStatus({ known: [], home: "/", open: { dir: "/a", today: "2027-08-01", person: { id: "p", role: "chair" } } } as unknown as Status);
  const affair = { id: "n1", year: 2026, title: "2026年度工资集体协商", offer: null, reply: null, meetings: [], events: [], agreements: [], ...more, closing: { ...nothing, ...closing } } as unknown as Negotiation;
  return { fake, shown: mount(AffairClosing, { props: { affair, today: "2027-08-01" }, attachTo: document.body }) };
}
const button = (words: string) => [...document.querySelectorAll("button")].find((b) => b.textContent?.trim() === words)!;
afterEach(() => {
  hold(null);
  document.body.innerHTML = "";
});

it("is sealed after one question that tells what can be entered no more", async () => {
  const { fake, shown } = page({ told: ["第1轮会议承诺的“提供报表”没有登记完成。"] });
  await shown.get("button").trigger("click");
  await flushPromises();
  expect(document.body.textContent).toContain("提供报表");
  button("封存，不再改动").click();
  await flushPromises();
  expect(fake.calls).toEqual([{ name: "negotiation.seal", args: { id: "n1", reason: undefined } }]);
  shown.unmount();
});

it("is removed while nothing came of it, and not afterwards", async () => {
  const { fake, shown } = page({});
  button("开错了，移除这次协商").click();
  await flushPromises();
  expect(fake.calls).toEqual([{ name: "negotiation.remove", args: { id: "n1" } }]);
  shown.unmount();
  const later = page({}, { events: [{ id: "e1" }] as unknown as Negotiation["events"] });
  expect(button("开错了，移除这次协商")).toBeUndefined();
  later.shown.unmount();
});

it("asks for the reason where something is open", async () => {
  const { fake, shown } = page({ open: ["合同还没有生效。"] });
  expect(shown.text()).toContain("合同还没有生效。");
  button("写明理由，封存").click();
  await flushPromises();
  const field = document.querySelector<HTMLInputElement>(".el-dialog input")!;
  field.value = "企业解散";
  field.dispatchEvent(new Event("input"));
  button("封存，不再改动").click();
  await flushPromises();
  expect(fake.calls[0]?.args).toEqual({ id: "n1", reason: "企业解散" });
  shown.unmount();
});

it("keeps the cursor in the question when it is refused", async () => {
  const { fake, shown } = page({ open: ["合同还没有生效。"] });
  fake.handlers["negotiation.seal"] = () => Promise.reject({ code: "refused", message: "请写明理由。", field: "reason" });
  button("写明理由，封存").click();
  await flushPromises();
  button("封存，不再改动").click();
  await flushPromises();
  expect(document.activeElement).toBe(document.querySelector(".el-dialog input"));
  shown.unmount();
});

it("goes on in another affair that names it", async () => {
  const { fake, shown } = page({ seal: { sealedOn: "2027-07-01", outcome: "done", reason: null } });
  expect(shown.text()).toContain("已封存（办结）");
  await shown.get("form").trigger("submit");
  await flushPromises();
  expect(fake.calls).toEqual([{ name: "negotiation.start", args: { year: 2027, continues: "n1" } }]);
  shown.unmount();
});

it("goes on in the affair's own year where that is still to come", async () => {
  const { fake, shown } = page({ seal: { sealedOn: "2027-07-01", outcome: "abandoned", reason: "企业停产" } }, { year: 2028 });
  await shown.get("form").trigger("submit");
  await flushPromises();
  expect(fake.calls).toEqual([{ name: "negotiation.start", args: { year: 2028, continues: "n1" } }]);
  shown.unmount();
});

it("turns the buttons of a sealed record off and says why", () => {
  page({});
  hold({ covers: (command) => command.startsWith("negotiation.add"), why: "已封存" });
  expect(allowed("negotiation.addEvent")).toEqual({ disabled: true, title: "已封存" });
  expect(allowed("negotiation.start").disabled).toBe(false);
});
