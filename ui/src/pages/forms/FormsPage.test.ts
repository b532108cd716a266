// Others' forms: the empty page that says how to begin, marks copied by a press, unknown marks with what they may have meant, a
// form filled with what was chosen and for whom.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { formDetails, formOutcome, keptForms, markGroups } from "../../../dev/forms";
import { statusOf } from "../../../tests/status";
import type { FormDetail, KeptForm, Place } from "../../contract/bindings";
import { desk, go, setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import FormsPage from "./FormsPage.vue";
import { asked, fileFor, groupsFor, nameOf, ready } from "./logic";

let kept: KeptForm[];
let fake: FakePlatform;
const copied: string[] = [];
beforeEach(() => {
  kept = keptForms;
  copied.length = 0;
  fake = new FakePlatform({
    "forms.list": () => kept,
    "forms.get": ({ id }: { id: string }): FormDetail => formDetails[id]!,
    "forms.marks": () => markGroups,
    "forms.try": () => formOutcome,
    "forms.add": () => "f2",
    "forms.change": () => null,
    "forms.remove": () => null,
    "forms.fill": () => ({ path: "/x/表.docx", outcome: formOutcome }),
    "members.counts": () => ({ total: 320, shops: [{ shop: "焊接", people: 40 }, { shop: "", people: 3 }] }),
    "members.search": () => ({ total: 1, rows: [{ id: "p1", name: "王小明", shop: "焊接", post: "电焊工" }] }),
    "letters.list": () => ({ total: 2, rows: [{ id: "c1", number: "监〔2026〕1号", matter: "加班费没有发" }, { id: "c2", number: "监〔2026〕2号", matter: "夜班没有安排休息" }], kept: 2, open: 2, years: [2026] }),
    "negotiation.list": () => [{ id: "n1", year: 2026, title: "2026年度工资集体协商" }],
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
  vi.stubGlobal("navigator", { ...navigator, clipboard: { writeText: (word: string) => Promise.resolve(void copied.push(word)) } });
});
afterEach(() => {
  vi.unstubAllGlobals();
  setStatus({ known: [], home: "/", open: null });
  document.body.innerHTML = "";
});

async function show(place: Place = { page: "forms" }) {
  const page = mount(FormsPage, { props: { place }, attachTo: document.body });
  await flushPromises();
  return page;
}
type Page = Awaited<ReturnType<typeof show>>;
async function press(page: Page, words: string) {
  await page.findAll("button").find((b) => b.text() === words)!.trigger("click");
  await flushPromises();
}
const button = (page: Page, words: string) => page.findAll("button").find((b) => b.text() === words)!;
const sent = (name: string) => fake.calls.filter((c) => c.name === name).map((c) => c.args);

describe("the kept forms", () => {
  it("say on an empty page how a form gets its marks, and take the first one", async () => {
    kept = [];
    const page = await show();
    expect(page.text()).toContain("还没有上级发来的表格");
    expect(page.text()).toContain("【工会名称】");
    fake.nextPick = { handle: "h1", name: "登记表.docx" };
    expect(page.findAll(".el-button--primary").map((b) => b.text()), "one next step").toEqual(["添加表格"]);
    await press(page, "添加表格");
    expect(page.get<HTMLInputElement>("form input").element.value, "called as its file").toBe("登记表");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(sent("forms.add"), "what it is about, its marks tell").toEqual([{ file: "h1", name: "登记表", about: undefined }]);
    expect(desk.said).toContain("已添加“登记表”");
  });

  it("show a refusal of the file in the core's words", async () => {
    fake.handlers["forms.add"] = () => {
      throw { code: "bad_input", message: "这是旧格式的 Word 文档（.doc），程序填不了。", field: "file" };
    };
    const page = await show();
    fake.nextPick = { handle: "h1", name: "旧表.doc" };
    await press(page, "添加表格");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(page.text()).toContain("旧格式的 Word 文档");
    expect(page.find("form").exists(), "what was typed stands").toBe(true);
  });

  it("name the marks that nobody knows, with their place and what they may have meant", async () => {
    const page = await show({ page: "forms", id: "f2" });
    expect(page.text()).toContain("2 个不认识");
    expect(page.text()).toContain("是不是【证件号码】？");
    expect(page.text()).toContain("表格1第5行第4格");
    expect(page.text()).toContain("账本里没有相近的内容");
  });

  it("say what to do with a form without a mark, and open the blank", async () => {
    const page = await show({ page: "forms", id: "f0" });
    expect(page.text()).toContain("还没有标记");
    await press(page, "打开空白表格");
    expect(fake.filesOpened).toEqual(["a0"]);
  });

  it("are renamed and removed, and say how to take it back", async () => {
    const page = await show({ page: "forms", id: "f1" });
    await press(page, "改名");
    await page.get("form input").setValue("花名册（2026）");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(sent("forms.change")).toEqual([{ id: "f1", name: "花名册（2026）", about: "roster" }]);
    await press(page, "移除");
    expect(sent("forms.remove")).toEqual([{ id: "f1" }]);
    expect(desk.said).toContain("可以撤销");
  });

  it("stand beside the registers, a press away", async () => {
    const page = await show();
    expect(page.get("[aria-current='page']").text()).toBe("上级表格");
    await press(page, "收文");
    expect(desk.place.page).toBe("incoming");
    go({ page: "today" });
  });
});

describe("the marks", () => {
  it("are those that fit the form, and a press copies one with its brackets", async () => {
    const page = await show({ page: "forms", id: "f2" });
    await press(page, "可用的标记");
    const chips = page.findAll(".chip").map((chip) => chip.text());
    expect(chips).toContain("【姓名】");
    expect(chips, "a form for one person has no list").not.toContain("【会员.姓名】");
    await press(page, "【工会名称】");
    expect(copied).toEqual(["【工会名称】"]);
    expect(desk.said).toContain("已复制【工会名称】");
    expect(groupsFor(markGroups, null)).toHaveLength(4);
  });

  it("are told to be typed where the clipboard is shut", async () => {
    vi.stubGlobal("navigator", { ...navigator, clipboard: { writeText: () => Promise.reject(new Error("no")) } });
    const page = await show();
    await press(page, "可用的标记");
    await press(page, "【工会名称】");
    expect(desk.said).toContain("照着打：【工会名称】");
  });
});

describe("filling", () => {
  it("asks first for whom, then looks, then saves and tells what stayed open", async () => {
    const page = await show({ page: "forms", id: "f2" });
    expect(button(page, "填好并保存").attributes("disabled"), "nobody is chosen").toBeDefined();
    const picker = page.get("[role=combobox]");
    await picker.setValue("王");
    await vi.waitFor(() => expect(page.find("[role=option]").exists()).toBe(true));
    await page.get("[role=option]").trigger("mousedown");
    await flushPromises();
    await press(page, "先看会填成什么样");
    expect(sent("forms.try")).toEqual([{ id: "f2", of: "p1", members: undefined, purpose: "notice" }]);
    expect(page.text()).toContain("能填 12 处");
    fake.nextPick = { handle: "h2", name: "登记表（王小明）.docx" };
    await press(page, "填好并保存");
    expect(sent("forms.fill")).toEqual([{ form: { id: "f2", of: "p1", members: undefined, purpose: "notice" }, to: "h2" }]);
    expect(page.text()).toContain("填了 12 处");
    for (const words of ["【籍贯】", "表格1第5行第2格", "【婚姻状况】"]) expect(page.text()).toContain(words);
    expect(desk.said).toContain("账本里也留了一份");
  });

  it("masks numbers unless they are reported, and then says to uncover them first", async () => {
    const page = await show({ page: "forms", id: "f1" });
    expect(page.text()).not.toContain("请先点右边的按钮");
    await page.get("input[value=submit]").setValue();
    expect(page.text()).toContain("请先点右边的按钮");
    await page.get("select").setValue("焊接");
    await press(page, "先看会填成什么样");
    expect(sent("forms.try")).toEqual([{ id: "f1", of: undefined, members: { shop: "焊接" }, purpose: "submit" }]);
    expect(page.text()).toContain("含完整号码");
  });

  it("is filled with the case that its page came from", async () => {
    kept = [{ ...keptForms[0]!, id: "f7", name: "监督意见书", about: "supervision" }];
    formDetails.f7 = { form: kept[0]!, marks: [{ mark: "发给谁", places: ["正文第1段"], known: true, repeats: false }], fillings: [] };
    const page = await show({ page: "forms", id: "f7", part: "c2" });
    await flushPromises();
    expect(page.get("select").findAll("option").map((one) => one.text())).toContain("监〔2026〕2号　夜班没有安排休息");
    fake.nextPick = { handle: "h7", name: "监督意见书.docx" };
    await press(page, "填好并保存");
    expect(sent("forms.fill")).toEqual([{ form: { id: "f7", of: "c2", members: undefined, purpose: "submit" }, to: "h7" }]);
    await press(page, "填好的已放在案件的附件里，去案件页登记送达");
    expect(desk.place).toEqual({ page: "letters", id: "c2" });
  });

  it("asks by subject, and names the file by whom it is about", () => {
    const [person, roster, talks] = keptForms as [KeptForm, KeptForm, KeptForm];
    const choice = { of: "", shop: "", purpose: "submit" as const };
    expect([person, roster, talks].map((form) => ready(form, choice))).toEqual([false, true, false]);
    expect(asked(talks, { ...choice, of: "n1" })).toEqual({ id: "f0", of: "n1", members: undefined, purpose: "submit" });
    expect(fileFor(person, "王小明")).toBe("会员登记表（2026）（王小明）.docx");
    expect(fileFor({ ...roster, name: "a/b" }, "")).toBe("a_b.xlsx");
    expect(nameOf("登记表.DOCX")).toBe("登记表");
  });
});
