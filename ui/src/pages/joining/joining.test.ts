// Joining: nobody stands twice in a list, what was only shown is not sent, and an approval asks for its ground and is told.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { ApplicantRead } from "../../contract/bindings";
import { desk, setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import JoiningPage from "./JoiningPage.vue";
import { asked, without } from "./logic";

const read = (name: string, more: Partial<ApplicantRead["applicant"]> = {}): ApplicantRead => ({ applicant: { name, ...more }, sex: "male", note: null, trouble: null });
const waiting = (id: string, name: string, signed: boolean) => ({
  id, person: `p-${id}`, name, shop: "城东站", post: "快递员", appliedOn: "2026-11-10", signed, group: null, stage: signed ? "approval" : "signature",
  lacks: signed ? [] : ["本人签名"], admission: null, approvedOn: null, number: null, refusedOn: null, refusedWhy: null,
});
const decision = { id: "d1", reference: "工会委员会〔2026〕第3次会议 决定一", text: "批准入会", heldOn: "2026-11-12", meeting: "m1", correctedBy: null, cited: null };
let fake: FakePlatform;
beforeEach(() => {
  fake = new FakePlatform({
    "members.applications": () => ({ total: 2, waiting: 2, kept: 2, rows: [waiting("a1", "赵立春", true), waiting("a2", "钱文", false)], admissions: [] }),
    "decisions.list": () => [decision],
    "members.admit": () => "ad1",
    "members.signApplications": () => null,
    "members.admission": () => ({ id: "ad1", approvedOn: "2026-11-12", decision, lateEntry: null, handedOn: null, people: [{ person: "p-a1", application: "a1", name: "赵立春", shop: null, number: "000001" }] }),
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));
const open = async (id?: string) => {
  const page = mount(JoiningPage, { props: { place: { page: "joining", id } }, attachTo: document.body });
  await flushPromises();
  return page;
};
const sent = (name: string) => fake.calls.find((c) => c.name === name)?.args;

it("takes nobody twice and sends no number that was only shown", () => {
  const people = without([read("王伟", { person: "p1", idNumber: "110101********0011" }), read("王伟", { person: "p1" }), read("李娜", { idNumber: "110101199003070011" }), read("李娜", { idNumber: "110101199003070011" })]);
  expect(people.map((one) => one.applicant.name)).toEqual(["王伟", "李娜"]);
  const form = asked({ appliedOn: "2026-11-10", signed: true, shop: " 城东站 ", post: "", form: "other", people });
  expect(form.people).toEqual([
    { person: "p1", name: "王伟", idNumber: undefined, phone: undefined },
    { person: undefined, name: "李娜", idNumber: "110101199003070011", phone: undefined },
  ]);
  expect([form.shop, form.post]).toEqual(["城东站", undefined]);
});

it("comes from a duty with its applications chosen, and approves them by a decision with their numbers told", async () => {
  const page = await open("a1");
  await page.findAll("button").find((b) => b.text() === "批准1人入会")!.trigger("click");
  await flushPromises();
  const save = () => page.findAll("button").find((b) => b.text() === "批准并编会员号")!;
  expect(save().attributes("disabled"), "without a decision nothing is approved").toBeDefined();
  await page.find("select").setValue("d1");
  await save().trigger("submit");
  await flushPromises();
  expect(sent("members.admit")).toEqual({ applications: ["a1"], decision: "d1" });
  expect(desk.said).toBe("已批准入会，会员号 000001。");
});

it("tells why an approval is refused, wherever the core sees it", async () => {
  fake.handlers["members.admit"] = () => {
    throw { code: "refused", message: "不能由更早的会批准。", field: "applications" };
  };
  const page = await open("a1");
  await page.findAll("button").find((b) => b.text() === "批准1人入会")!.trigger("click");
  await flushPromises();
  await page.find("select").setValue("d1");
  await page.find("form").trigger("submit");
  await flushPromises();
  expect(page.text()).toContain("不能由更早的会批准。");
});

it("keeps that the chosen ones have signed, and lets an auditor only read", async () => {
  const page = await open("a2");
  await page.findAll("button").find((b) => b.text() === "登记已签名")!.trigger("click");
  await flushPromises();
  expect(sent("members.signApplications")).toEqual({ applications: ["a2"] });
  setStatus(statusOf("auditor"));
  const other = await open();
  const admit = other.findAll("button").find((b) => b.text().startsWith("批准"))!;
  expect(admit.attributes("title")).toContain("经审");
});
