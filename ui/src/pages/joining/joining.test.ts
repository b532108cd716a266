// Joining: those who wait stand as they were entered, an approval opens in sight with its cursor, asks for its ground and is told.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import { desk, setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import JoiningPage from "./JoiningPage.vue";

const waiting = (id: string, name: string, signed: boolean) => ({
  id, person: `p-${id}`, name, shop: "城东站", post: "快递员", appliedOn: "2026-11-10", signed, group: null, stage: signed ? "approval" : "signature",
  lacks: signed ? [] : ["本人签名"], admission: null, approvedOn: null, number: null, refusedOn: null, refusedWhy: null,
});
const decision = { id: "d1", reference: "工会委员会〔2026〕第3次会议 决定一", text: "批准入会", heldOn: "2026-11-12", meeting: "m1", correctedBy: null, cited: null };
let fake: FakePlatform;
beforeEach(() => {
  fake = new FakePlatform({
    "members.applications": () => ({ total: 2, waiting: 2, kept: 2, rows: [waiting("a2", "钱文", false), waiting("a1", "赵立春", true)], admissions: [] }),
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

it("lists those who wait as they were entered, and says where nothing is entered of their work", async () => {
  fake.handlers["members.applications"] = () => {
    const rows = [{ ...waiting("a4", "李娜", true), appliedOn: "2026-11-12" }, { ...waiting("a3", "孙丽", true), shop: null, post: null }, waiting("a2", "钱文", false), waiting("a1", "赵立春", true)];
    return { total: 4, waiting: 4, kept: 4, rows, admissions: [] };
  };
  const page = await open();
  expect(page.findAll("tbody tr").map((row) => row.findAll("td")[1]!.text())).toEqual(["赵立春", "钱文", "孙丽", "李娜"]);
  expect(page.findAll("tbody tr")[2]!.text()).toContain("— 没有登记");
});

it("opens what was pressed over the list with the cursor in its first field, and Escape gives the list back", async () => {
  const page = await open("a1");
  const act = () => page.findAll("button").find((b) => b.text() === "批准1人入会")!;
  expect(page.find(".bar").text(), "the acts stand over the rows").toContain("批准1人入会");
  act().element.focus();
  await act().trigger("click");
  await flushPromises();
  const first = page.find("form select");
  expect(document.activeElement).toBe(first.element);
  expect(page.find("form").element.compareDocumentPosition(page.find("table").element) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  await first.trigger("keydown", { key: "Escape" });
  await flushPromises();
  expect(page.find("form").exists()).toBe(false);
  expect(document.activeElement, "back where it was opened").toBe(act().element);
  await page.findAll("button").find((b) => b.text() === "登记小组意见")!.trigger("click");
  await flushPromises();
  expect(page.find("form").element.contains(document.activeElement)).toBe(true);
});

it("puts the cursor into the late entry where no decision is signed", async () => {
  fake.handlers["decisions.list"] = () => [];
  const page = await open("a1");
  await page.findAll("button").find((b) => b.text() === "批准1人入会")!.trigger("click");
  await flushPromises();
  expect(document.activeElement).toBe(page.find("form input").element);
  expect(page.find("form").findAll("button").map((one) => one.text()), "from where the meeting is entered").toContain("去委员会会议");
});

it("comes from a duty with its applications chosen, and approves them by a decision with their numbers told", async () => {
  const page = await open("a1");
  await page.findAll("button").find((b) => b.text() === "批准1人入会")!.trigger("click");
  await flushPromises();
  const save = () => page.findAll("button").find((b) => b.text() === "批准并编会员号")!;
  expect(save().attributes("disabled"), "without a decision nothing is approved").toBeDefined();
  expect(page.findAll("button").map((one) => one.text()), "where the list has only decisions on other matters").toContain("去委员会会议");
  await page.find("select").setValue("d1");
  await save().trigger("submit");
  await flushPromises();
  expect(sent("members.admit")).toEqual({ applications: ["a1"], decision: "d1" });
  expect(desk.said).toBe("已批准入会，会员号 000001。");
});

it("comes from a duty with its approval brought into sight, marked and its people shown", async () => {
  const brought: string[] = [];
  Element.prototype.scrollIntoView = function (this: Element) {
    brought.push(this.id);
  };
  const admission = (id: string, name: string) => ({ id, approvedOn: "2026-11-12", decision, lateEntry: null, handedOn: null, people: [{ person: `p-${id}`, application: `a-${id}`, name, shop: null, number: "000001" }] });
  fake.handlers["members.applications"] = () => ({ total: 2, waiting: 0, kept: 2, rows: [], admissions: [admission("ad2", "孙丽"), admission("ad1", "赵立春")] });
  const page = await open("ad1");
  expect(brought).toEqual(["joining-ad1"]);
  expect(page.findAll(".about").map((one) => one.attributes("id"))).toEqual(["joining-ad1"]);
  expect(page.text()).toContain("赵立春");
  expect(page.text(), "of the others only the head").not.toContain("孙丽");
  await page.setProps({ place: { page: "joining", id: "ad2", part: "admission" } });
  await flushPromises();
  expect(brought, "another decision's button, on the same page").toEqual(["joining-ad1", "joining-ad2"]);
  expect(page.text()).toContain("孙丽");
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
  expect(page.findAll(".bar .el-button--primary").map((one) => one.text()), "what the duty asks for").toEqual(["登记已签名"]);
  expect(page.findAll("button").find((b) => b.text() === "批准1人入会")!.attributes("disabled")).toBeDefined();
  expect(page.find(".bar").text()).toContain("钱文还缺本人签名，补齐后再批准。");
  await page.findAll("button").find((b) => b.text() === "登记已签名")!.trigger("click");
  await flushPromises();
  expect(sent("members.signApplications")).toEqual({ applications: ["a2"] });
  setStatus(statusOf("auditor"));
  const other = await open();
  const admit = other.findAll("button").find((b) => b.text().startsWith("批准"))!;
  expect(admit.attributes("title")).toContain("经审");
});
