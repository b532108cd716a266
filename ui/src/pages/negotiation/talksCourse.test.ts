// Talks that do not go straight on: what the parts of a refusal, of a suspension and of the information show and send.
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, describe, expect, it } from "vitest";
import type { InformationItem, Negotiation } from "../../contract/bindings";
import { affair, item, refused, suspension } from "../../../tests/affair";
import { statusOf } from "../../../tests/status";
import { desk, go, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import AffairInformation from "./AffairInformation.vue";
import AffairRefusal from "./AffairRefusal.vue";
import AffairSecrecy from "./AffairSecrecy.vue";
import AffairSuspensions from "./AffairSuspensions.vue";
import InformationForm from "./InformationForm.vue";
import { asInformation, asMark, asOrder, asSuspension, informationForm, lastDay, lasting, lateDays, openItems, orderForm, overdueDays, pagesOf, suspensionForm } from "./talksCourse";

let fake: FakePlatform;
beforeEach(() => {
  forgetDrafts();
  fake = new FakePlatform({
    "negotiation.openWarning": () => "c1",
    "negotiation.resume": () => null,
    "negotiation.markInformation": () => null,
    "negotiation.signSecrecy": () => null,
    "files.list": () => [],
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
  go({ page: "negotiation", id: "n" });
});
type Page = ReturnType<typeof mount>;
const press = async (page: Page, words: string) => {
  await page.findAll("button").find((b) => b.text() === words)!.trigger("click");
  await flushPromises();
};

describe("a refusal", () => {
  it("opens its paper and its form, and writes the letter in a case of its own", async () => {
    const page = mount(AffairRefusal, { props: { affair: { ...affair(), refusal: refused("warning") } } });
    expect(page.text()).toContain("第十九条");
    await press(page, "登记已发的提示函");
    expect(page.emitted("open")).toEqual([["event:warned"]]);
    await press(page, "写提示函");
    expect(fake.calls).toEqual([{ name: "negotiation.openWarning", args: { id: "n" } }]);
    expect(desk.place).toEqual({ page: "letters", id: "c1" });
    await press(page, "看催告函");
    expect(desk.place).toEqual({ page: "papers", id: "negotiation.demand@n" });
  });
  it("sends an order without what was left empty", () => {
    const form = orderForm({ ...affair(), refusal: refused("order") }, "2026-11-16");
    expect(asOrder({ ...form, department: "县人社局" })).toEqual({ negotiation: "n", id: undefined, department: "县人社局", askedOn: "2026-11-16" });
  });
});

describe("a suspension", () => {
  it("begins with the meeting's own day and what is still open, both chiefs agreeing", () => {
    const form = suspensionForm(affair(), "2026-11-16", undefined, "m1");
    expect([form.fromOn, form.resumeOn, form.workersAgreed, form.employerAgreed]).toEqual(["2026-11-01", "2026-11-20", "张建国", "刘强"]);
    expect(form.resumeSubject).toContain("年度工资增幅");
    expect(asSuspension({ ...form, meeting: "" }).meeting).toBeUndefined();
  });
  it("says the last day that the law of the place allows, all suspensions together where it counts so", () => {
    const terms = { ground: "", maximum: 30, together: true, binding: true, says: "" };
    const before = { ...affair(), suspensionTerms: terms, suspensions: [suspension("2026-11-20")] };
    expect(lastDay(before, "2026-12-01")).toBe("2026-12-12");
    expect(lastDay(before, "2026-11-01", "s1"), "its own days are not counted twice").toBe("2026-12-01");
    expect(lastDay({ ...before, suspensionTerms: { ...terms, together: false } }, "2026-12-01")).toBe("2026-12-31");
    for (const half of ["2026-13-01", "2026-11-31", "2026-1"]) expect(lastDay(before, half), "what is no day has no last one").toBe("");
    expect(lastDay(affair(), "2026-12-01"), "no longest where the law sets none").toBe("");
    expect(lastDay(before, "2026-12")).toBe("");
  });
  it("asks for the day on which the talks went on, and takes it back", async () => {
    const page = mount(AffairSuspensions, { props: { affair: { ...affair(), suspensions: [suspension()] } } });
    expect(lasting({ ...affair(), suspensions: [suspension()] })?.id).toBe("s1");
    await press(page, "登记恢复协商");
    await page.find("form").trigger("submit");
    await flushPromises();
    expect(fake.calls[0]?.name).toBe("negotiation.resume");
    expect(fake.calls[0]?.args).toMatchObject({ suspension: "s1" });
    await page.setProps({ affair: { ...affair(), suspensions: [suspension("2026-11-20")] } });
    await press(page, "改为没有恢复");
    expect(fake.calls[1]).toEqual({ name: "negotiation.resume", args: { suspension: "s1", resumedOn: undefined } });
  });
});

describe("the information", () => {
  it("begins with what is proposed and leaves out rows without a name", () => {
    const form = informationForm(affair(), "2026-10-01");
    expect(form.items.map((one) => [one.name, one.askedBy, one.period])).toEqual([["上年度工资总额", "张建国", "2025"], ["劳动生产率", "张建国", "2025"]]);
    form.items[1]!.name = " ";
    expect(asInformation(form).items).toHaveLength(1);
  });
  it("enters what came of an item in its place", async () => {
    const information = { ...affair().information, items: [item("i1", "工资总额"), item("i2", "利润总额")] };
    const page = mount(AffairInformation, { props: { affair: { ...affair(), information } } });
    expect(page.text()).toContain("还缺 2 项");
    expect(openItems(information.items)).toHaveLength(2);
    await press(page, "收到了");
    await page.findAll("input").find((one) => one.attributes("list") === undefined && one.element.value === "")!.setValue("财务部");
    await page.find("form").trigger("submit");
    await flushPromises();
    expect(fake.calls[0]?.args).toMatchObject({ item: "i1", receivedFrom: "财务部" });
    const draft = { kind: "refused" as const, on: "2026-10-08", from: "财务部", form: "", pages: "", reason: "商业秘密" };
    expect(asMark("i2", draft)).toEqual({ item: "i2", refusedOn: "2026-10-08", refusedReason: "商业秘密" });
  });
  it("keeps an item of which something came on the list, and asks for its name", () => {
    const kept = { ...item("i1", " "), receivedOn: "2026-10-08" };
    const form = { negotiation: "n", items: [kept, { ...item("i2", ""), id: undefined }] };
    expect(asInformation(form).items.map((one) => one.id), "only a new row without a name is left out").toEqual(["i1"]);
    const information = { ...affair().information, items: [kept, item("i2", "利润总额")] };
    const page = mount(InformationForm, { props: { affair: { ...affair(), information }, today: "2026-10-10" } });
    expect(page.findAll("button").filter((one) => one.text() === "去掉").map((one) => one.attributes("aria-label"))).toEqual(["去掉第 2 项"]);
    expect(page.text()).toContain("有结果");
  });
  it("shows a refusal at its row and puts the cursor into its field", async () => {
    const refusal = { code: "bad_input", message: "第2项请填写由谁要求的。", field: "items.1.askedBy" };
    fake = new FakePlatform({ "negotiation.saveInformation": () => Promise.reject(refusal) });
    usePlatform(fake);
    const page = mount(InformationForm, { props: { affair: affair(), today: "2026-10-10" }, attachTo: document.body });
    await page.get("[aria-label='第 1 项资料的名称']").setValue("");
    await press(page, "增加一项");
    const day = page.get("[aria-label='第 2 项的要求日期']");
    await day.setValue("2026-13-40");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(fake.calls, "no day, no sending").toEqual([]);
    expect(page.findAll("[role=alert]").map((one) => one.text())).toEqual(["“2026-13-40”不是一个日期，请写成 2026-3-5 或 20260305。"]);
    expect(document.activeElement).toBe(day.element);
    expect((document.activeElement as HTMLInputElement).value, "as it was typed").toBe("2026-13-40");
    await day.setValue("");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(fake.calls, "no day, no sending").toEqual([]);
    expect(page.findAll("[role=alert]").map((one) => one.text())).toEqual(["第 1 项的要求日期要填到年、月、日，例如 2026-3-5。"]);
    expect(document.activeElement?.getAttribute("aria-label"), "the empty rows are gone").toBe("第 1 项的要求日期");
    await page.get("[aria-label='第 1 项的要求日期']").setValue("2026-10-8");
    await press(page, "增加一项");
    await page.get("[aria-label='第 2 项资料的名称']").setValue("利润总额");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(page.get("[role=alert]").text()).toBe(refusal.message);
    expect(document.activeElement?.getAttribute("aria-label")).toBe("第 2 项由谁要求");
    page.unmount();
  });
  it("says how late an item came, and has a list for each side that was asked", async () => {
    const received = (id: string, receivedOn: string, more = {}) => ({ ...item(id, id), receivedOn, receivedFrom: "财务部", ...more });
    const due = "2026-10-30";
    expect([received("a", "2026-11-16"), received("b", "2026-10-30"), received("c", "2026-11-16", { askedOn: "2026-11-10" }), item("d", "d")].map((one) => lateDays(one, due))).toEqual([17, 0, 0, 0]);
    const deadline = { due, explanation: { sentence: "" } } as unknown as Negotiation["information"]["deadline"];
    const shown = (items: InformationItem[]) => mount(AffairInformation, { props: { affair: { ...affair(), information: { ...affair().information, deadline, items } } } });
    const one = shown([received("a", "2026-11-16")]);
    expect(one.text()).toContain("迟了 17 天");
    expect(one.text(), "the other side was asked for nothing").not.toContain("另一方的清单及签收单");
    const both = shown([received("a", "2026-10-30"), item("b", "b"), { ...item("c", "c"), of: "workers" as const }]);
    expect(both.text()).not.toContain("迟了");
    await press(both, "另一方的清单及签收单");
    expect(desk.place).toEqual({ page: "papers", id: "negotiation.informationListOther@n" });
  });
  it("is overdue by the day in 今日 while something asked for in time is out, and calm once the talks are over", () => {
    const due = "2026-10-30";
    const answered = { ...item("b", "b"), refusedOn: "2026-11-02" };
    const asked = [[item("a", "a")], [answered], [{ ...item("c", "c"), askedOn: "2026-11-10" }], []];
    expect(asked.map((items) => overdueDays(items, due, "2026-11-16"))).toEqual([17, 0, 0, 0]);
    expect([overdueDays([item("a", "a")], due, due), overdueDays([item("a", "a")], undefined, "2026-11-16")]).toEqual([0, 0]);
    const deadline = { due, explanation: { sentence: "" } } as unknown as Negotiation["information"]["deadline"];
    const marks = (items: InformationItem[], steps = affair().steps) => {
      const whole = { ...affair(), steps, information: { ...affair().information, deadline, items } };
      return mount(AffairInformation, { props: { affair: whole } }).findAll(".head .mark").map((one) => [one.text(), one.classes("late")]);
    };
    expect(marks([item("a", "a")])).toEqual([["共 1 项，还缺 1 项", false], ["超 17 天", true]]);
    expect(marks([]), "nobody knows whether it came").toEqual([["期限已过，还没有列清单", false]]);
    const over = affair().steps.map((one) => ({ ...one, done: true, current: false }));
    expect(marks([], over)).toEqual([]);
  });
  it("reads the pages as people write them, and asks where there is no number", async () => {
    expect(["20", "20页", "共 20 页", "２０", ""].map(pagesOf)).toEqual([20, 20, 20, 20, undefined]);
    expect(["二十", "0", "页", "1.5"].map(pagesOf)).toEqual([null, null, null, null]);
    const information = { ...affair().information, items: [item("i1", "工资总额")] };
    const page = mount(AffairInformation, { props: { affair: { ...affair(), information } } });
    await press(page, "收到了");
    const pages = page.get(`[id="${page.findAll("label").find((one) => one.text() === "页数")!.attributes("for")}"]`);
    await pages.setValue("二十");
    await page.find("form").trigger("submit");
    await flushPromises();
    expect(fake.calls, "nothing is saved without them").toEqual([]);
    expect(page.get("[role=alert]").text()).toContain("“二十”读不出页数");
    await pages.setValue("20页");
    await page.find("form").trigger("submit");
    await flushPromises();
    expect(fake.calls[0]?.args).toMatchObject({ item: "i1", pages: 20 });
  });
  it("has all of our side sign at once, and one alone taken back", async () => {
    const secrecy = [
      { representative: "workers0", adviser: null, name: "张建国", side: "workers" as const, signedOn: null },
      { representative: "workers1", adviser: null, name: "王伟", side: "workers" as const, signedOn: null },
      { representative: "employer0", adviser: null, name: "刘强", side: "employer" as const, signedOn: "2026-10-08" },
      { representative: null, adviser: "m1", name: "欧阳静怡", side: "employer" as const, signedOn: null },
    ];
    const page = mount(AffairSecrecy, { props: { affair: { ...affair(), information: { ...affair().information, secrecy } } } });
    expect(page.findAll("button").some((one) => one.text() === "企业方全部登记签署"), "of whom one alone is left").toBe(false);
    await press(page, "职工方全部登记签署");
    await page.find("form").trigger("submit");
    await flushPromises();
    expect(fake.calls[0]?.args).toMatchObject({ negotiation: "n", representatives: ["workers0", "workers1"] });
    await press(page, "改为没有签");
    expect(fake.calls[1]?.args).toEqual({ negotiation: "n", representatives: ["employer0"], signedOn: undefined });
    await page.setProps({ affair: { ...affair(), information: { ...affair().information, secrecy: secrecy.map((one) => ({ ...one, signedOn: null })) } } });
    await press(page, "企业方全部登记签署");
    await page.find("form").trigger("submit");
    await flushPromises();
    expect(fake.calls[2]?.args).toMatchObject({ representatives: ["employer0"], advisers: ["m1"] });
    expect(page.text()).toContain("企业方协商顾问");
    expect(page.text()).toContain("企业方的保密承诺书");
  });
});

it("gives an item no year that names one itself", () => {
  const proposal = ["上年度工资总额", "2026年1—10月工资总额；劳动生产率", "近三年利润"];
  const whole = { ...affair(), information: { ...affair().information, proposal } };
  expect(informationForm(whole, "2026-11-16").items.map((one) => one.period)).toEqual(["2025", "", ""]);
});
