// The union's own record: what stands on it, what its bodies lack with the article, a term and a group entered and sent, and
// the people of a body offered to its first meeting.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { unionBodies, unionGroups, unionSheet } from "../../../dev/union";
import { statusOf } from "../../../tests/status";
import type { Place } from "../../contract/bindings";
import { barOf, desk, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import CommitteePage from "../committee/CommitteePage.vue";
import { asDetails, asTerm, detailsDraft, parentsOf, termDraft } from "./logic";
import UnionPage from "./UnionPage.vue";

let fake: FakePlatform;
beforeEach(() => {
  Element.prototype.scrollIntoView ??= () => undefined;
  fake = new FakePlatform({
    "files.list": () => [],
    "union.get": () => unionSheet,
    "union.save": () => null,
    "union.bodies": () => unionBodies,
    "union.saveTerm": () => "t1",
    "union.removeTerm": () => null,
    "union.groups": () => unionGroups,
    "union.groupPeople": () => [{ id: "p1", name: "周喆", shop: "机加工", post: "钳工" }],
    "union.saveGroup": () => "g9",
    "union.removeGroup": () => null,
    "union.assignGroup": () => 35,
    "members.search": () => ({ total: 0, rows: [] }),
    "committee.list": () => ({ total: 0, rows: [], kept: 0, drafts: 0, years: [] }),
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => {
  forgetDrafts();
  setStatus({ known: [], home: "/", open: null });
  document.body.innerHTML = "";
});

async function show(part: string, id?: string) {
  const place: Place = { page: "union", part, id };
  const page = mount(UnionPage, { props: { place }, attachTo: document.body });
  await flushPromises();
  return page;
}
type Page = Awaited<ReturnType<typeof show>>;
async function press(page: Pick<Page, "findAll">, words: string) {
  await page.findAll("button").find((b) => b.text() === words)!.trigger("click");
  await flushPromises();
}
const sent = (name: string) => fake.calls.filter((c) => c.name === name).map((c) => c.args);
const filled = (page: Page) => page.findAll(".el-button--primary").map((b) => b.text());

describe("the record", () => {
  it("stands under 会员 with its account masked and a certificate that is over", async () => {
    const page = await show("record");
    expect(barOf("union")).toBe("members");
    expect(page.get("[aria-current='page']").text()).toBe("工会登记");
    for (const words of ["81360121MC0YL02618", "独立基层工会", "91350100M000100Y43", "*************0456", "已到期"]) expect(page.text()).toContain(words);
    expect(filled(page)).toEqual(["修改"]);
    expect(page.text(), "its certificate is kept with it").toContain("法人资格证书");
    expect(sent("files.list")).toEqual([{ of: { kind: "union", id: unionSheet.id } }]);
  });

  it("opens at the field that a duty asks for, with the cursor in it", async () => {
    const page = await show("record:certificateUntil");
    await flushPromises();
    expect(page.get("[aria-current='page']").text()).toBe("工会登记");
    expect(document.activeElement).toBe(page.get("[data-field='certificateUntil'] input").element);
    await press(page, "返回工会登记");
    expect(page.find("form").exists(), "left, it stays left").toBe(false);
  });

  it("sends what was changed and shows a wrong code at its enterprise", async () => {
    fake.handlers["union.save"] = () => {
      throw { code: "bad_input", message: "第7位是字母O。", field: "enterprises.1.creditCode" };
    };
    const page = await show("record");
    await press(page, "修改");
    await press(page, "加一家单位");
    await page.findAll(".firm input")[2]!.setValue("周建国");
    await page.findAll(".firm input")[3]!.setValue("赣江物流");
    await page.findAll(".firm input")[4]!.setValue("913501O0M000100Y43");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(page.findAll(".firm").map((one) => one.find("[role=alert]").exists())).toEqual([false, true]);
    expect(sent("union.save")[0]).toMatchObject({ kind: "independent", seal: true, bankAccount: "*************0456", enterprises: [{ representative: "周建国" }, { name: "赣江物流", creditCode: "913501O0M000100Y43" }] });
  });

  it("leaves out what is empty, and a further enterprise that was not named", () => {
    const draft = detailsDraft({ name: "赣江机械工会", creditCode: "", details: { enterprises: [{ name: "赣江机械" }] } });
    expect(draft).toMatchObject({ kind: "", seal: "", enterprises: [{ creditCode: "", representative: "" }] });
    draft.enterprises.push({ name: " ", creditCode: "", representative: " " });
    draft.bank = " ";
    expect(asDetails(draft), "a union without a code leaves it as it is").toEqual({ name: "赣江机械工会", enterprises: [{ name: "赣江机械" }] });
    expect(asDetails({ ...draft, seal: "no" }).seal).toBe(false);
  });

  it("corrects the union's name and code, and says where a code is still wanting", async () => {
    const page = await show("record");
    await press(page, "修改");
    expect(page.get<HTMLInputElement>(".pair input").element.value).toBe(unionSheet.name);
    await page.findAll(".pair input")[0]!.setValue("赣江精工有限公司工会委员会");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(sent("union.save")[0]).toMatchObject({ name: "赣江精工有限公司工会委员会", creditCode: "81360121MC0YL02618" });
    page.unmount();
    fake.handlers["union.get"] = () => ({ ...unionSheet, creditCode: "" });
    expect((await show("record")).text()).toContain("还没有代码");
  });

  it("may be changed by the chair alone", async () => {
    setStatus(statusOf("officer", { person: { id: "p", name: "李强", role: "officer", parts: ["members"], reads: [] } }));
    const change = (await show("record")).findAll("button").find((b) => b.text() === "修改")!;
    expect(change.attributes("disabled")).toBeDefined();
    expect(change.attributes("title")).toContain("主席");
  });
});

describe("the bodies", () => {
  it("say what is lacking by which article, and whoever left stands last", async () => {
    const page = await show("bodies", "supervision");
    for (const words of ["会员 316 人", "缺 1 项", "委员应当不少于7人", "2022年5月18日起任期5年", "应当建立", "可以不建"]) expect(page.text()).toContain(words);
    expect(page.findAll(".people li").map((one) => one.text())).toEqual([expect.stringContaining("周喆"), expect.stringContaining("邓玉兰"), expect.stringContaining("王伟")]);
    expect(page.findAll(".people li.left")).toHaveLength(1);
    expect(filled(page), "the one that must be entered").toEqual(["登记组成人员"]);
    await press(page, "选举条例第八条");
    expect(desk.place).toMatchObject({ page: "law", id: "CN-UN-18-MIN" });
  });

  it("offer the committee's day and length to a body elected with it, and send its people", async () => {
    const page = await show("bodies");
    const card = page.get("[aria-label='工会劳动法律监督委员会']");
    await press(card, "登记组成人员");
    const [session, started] = page.findAll<HTMLInputElement>(".grid input");
    expect([session!.element.value, started!.element.value]).toEqual(["3", "2022-05-18"]);
    expect(page.text(), "who may not stand is asked of the committee alone").not.toContain("任职资格");
    await page.findAll("[aria-label='姓名']")[0]!.setValue("周喆");
    await page.findAll(".days input")[0]!.setValue("赣监1号");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(sent("union.saveTerm")).toEqual([
      { id: undefined, body: "supervision", session: 3, startedOn: "2022-05-18", years: 5, approvalNumber: undefined, endedOn: undefined, cleared: false, note: undefined, members: [expect.objectContaining({ name: "周喆", office: "chair", certificateNumber: "赣监1号", toOn: undefined })] },
    ]);
  });

  it("keep the rows of a standing term, and refuse half a day and a session in words before sending", async () => {
    const page = await show("bodies");
    await press(page.get("[aria-label='工会委员会']"), "修改");
    await page.findAll<HTMLInputElement>(".days input")[1]!.setValue("2026-7");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(sent("union.saveTerm"), "half a day is no day").toEqual([]);
    expect(page.get(".days [role=alert]").text()).toContain("“2026-7”不是一个日期");
    await page.findAll<HTMLInputElement>(".days input")[1]!.setValue("2026-07-31");
    await page.get(".grid input").setValue("三");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(sent("union.saveTerm")).toEqual([]);
    expect(page.get(".grid [role=alert]").text()).toContain("只填数字");
    await page.get(".grid input").setValue("3");
    await page.get("form").trigger("submit");
    await flushPromises();
    const [term] = sent("union.saveTerm") as [{ members: { id: string }[] }];
    expect(term.members.map((one) => one.id)).toEqual(["s2", "s1", "s3"]);
    const committee = unionBodies.bodies[0]!;
    expect(asTerm(termDraft(committee, null, committee.current, [3, 5])), "the next term is the fourth").toMatchObject({ session: 4, startedOn: "", years: 5 });
  });

  it("are taken out in one step", async () => {
    const page = await show("bodies");
    await press(page.get("[aria-label='工会委员会']"), "移除这一届");
    expect(sent("union.removeTerm")).toEqual([{ id: "t1" }]);
    expect(desk.said).toContain("可以撤销");
  });

  it("give their people to the first meeting that is recorded", async () => {
    const page = mount(CommitteePage, { props: { place: { page: "committee" } }, attachTo: document.body });
    await flushPromises();
    await press(page, "记一次会议");
    expect(page.text()).toContain("应到 2 人，实到 2 人");
    const named = page.findAll<HTMLInputElement>("[aria-label='姓名']").map((one) => one.element.value);
    expect(named, "whoever left is not asked to come").toEqual(["周喆", "邓玉兰"]);
    expect(page.findAll<HTMLInputElement>("[aria-label='职务']").map((one) => one.element.value)).toEqual(["主席", "生活保障委员"]);
  });
});

describe("the groups", () => {
  it("are a tree with counts, and take a shop at once", async () => {
    const page = await show("groups");
    for (const words of ["91 人，直属 90 人", "还有 35 名会员没有编组", "点一个分会或小组"]) expect(page.text()).toContain(words);
    await press(page, "机加工分会");
    expect(page.text()).toContain("直属会员 1 人");
    const shops = page.findAll("#put-shop option").map((one) => one.text());
    expect(shops, "a shop that is all in groups is not offered").toEqual(["选一个车间", "仓储：还没编组的 35 人"]);
    await page.get("#put-shop").setValue("仓储");
    await press(page, "编入");
    await page.get("[aria-label='把周喆移出']").trigger("click");
    await flushPromises();
    expect(sent("union.assignGroup")).toEqual([{ group: "g1", shop: "仓储" }, { people: ["p1"] }]);
  });

  it("stand anywhere but under themselves, and a new one under the chosen", async () => {
    expect(parentsOf(unionGroups.groups, "g1").map((one) => one.id)).toEqual(["g3"]);
    expect(parentsOf(unionGroups.groups, undefined)).toHaveLength(3);
    const page = await show("groups", "g1");
    await press(page, "添加分会或小组");
    await page.get(".grid input").setValue("白班小组");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(sent("union.saveGroup")).toEqual([{ kind: "group", name: "白班小组", parent: "g1", leader: undefined, leaderName: undefined }]);
  });

  it("say on an empty page what to do first", async () => {
    fake.handlers["union.groups"] = () => ({ groups: [], ungrouped: 316, shops: [] });
    const page = await show("groups");
    expect(page.text()).toContain("还没有分会和小组");
    expect(filled(page)).toEqual(["添加分会或小组"]);
  });
});
