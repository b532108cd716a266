// The page of a contract's text: begun from the library, findings answered with one click, blanks filled, two texts compared.
import { flushPromises, mount } from "@vue/test-utils";
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { contractDraft } from "../../../tests/contract";
import { changed } from "../../contract/refresh";
import { flushDrafts, forgetDrafts, keepDraftsIn } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import { allowed } from "../../rights";
import ContractPage from "./ContractPage.vue";
import ContractBlanks from "./ContractBlanks.vue";
import ContractVersions from "./ContractVersions.vue";

let fake: FakePlatform;
let draft = contractDraft();
beforeEach(() => {
  forgetDrafts();
  draft = contractDraft();
  fake = new FakePlatform({
    "contract.get": () => draft,
    "contract.start": () => null,
    "contract.takeLibrary": () => "c4",
    "contract.takeAgreed": () => "c5",
    "contract.fill": () => null,
    "contract.order": () => null,
    "contract.saveClause": () => "c2",
    "contract.compare": () => ({
      before: "2025年度工资专项集体合同",
      after: "现在的草案",
      clauses: [{ chapter: "合同期限", before: 1, after: 1, parts: [{ change: "removed", text: "5%" }, { change: "added", text: "6%" }], moves: [{ from: "5%", to: "6%", by: "提高1个百分点" }], changed: true }],
      added: 0,
      removed: 0,
      changed: 1,
    }),
  });
  usePlatform(fake);
});
async function show() {
  const page = mount(ContractPage, { props: { place: { page: "contract", id: "a" } }, attachTo: document.body });
  await flushPromises();
  return page;
}
type Page = Awaited<ReturnType<typeof show>>;
const press = async (page: Page, words: string) => {
  await page.findAll("button").find((b) => b.text() === words)!.trigger("click");
  await flushPromises();
};
const last = (name: string) => fake.calls.filter((c) => c.name === name).at(-1)?.args;

describe("the page of a contract", () => {
  it("says what to do first when there is no draft, and begins from the library or from last year's", async () => {
    draft = { ...draft, chapters: draft.chapters.map((c) => ({ ...c, clauses: [] })), findings: [] };
    const page = await show();
    expect(page.text()).toContain("还没有合同草案");
    await press(page, "从条款库起草");
    expect(last("contract.start")).toEqual({ agreement: "a", from: undefined });
    await press(page, "从“2025年度工资专项集体合同”改起");
    expect(last("contract.start")).toEqual({ agreement: "a", from: "v1" });
  });

  it("shows each finding with its article and answers it with one click", async () => {
    const page = await show();
    const [breach] = page.findAll(".findings article");
    expect(breach!.text()).toContain("必须改");
    expect(breach!.text()).toContain("工资集体协商试行办法第七条");
    await press(page, "放进这一条");
    expect(last("contract.takeLibrary")).toEqual({ agreement: "a", library: "wage.breach" });
  });

  it("lists the open blanks in one card, each with its own way to be filled", async () => {
    const [, open] = draft.findings;
    draft = { ...draft, findings: [open!, { ...open!, clause: "c3", number: 3, message: "第3条还有空没有填：工资增长幅度。", remedy: { what: "fill", blank: "工资增长幅度" } }] };
    const page = await show();
    const [card, second] = page.findAll(".findings article");
    expect(second).toBeUndefined();
    expect(card!.text()).toContain("2 处还有空没有填");
    expect(card!.text().match(/怎样改/g)).toHaveLength(1);
    expect(card!.findAll("li").map((one) => one.text().replace(/\s+/g, ""))).toEqual(["第2条还有空没有填：企业最低月工资。去填空", "第3条还有空没有填：工资增长幅度。去填空"]);
    await card!.findAll("li button")[1]!.trigger("click");
    await flushPromises();
    expect(page.find("[data-blank='工资增长幅度']").exists()).toBe(true);
  });

  it("lets nothing take the place of what is being typed while the draft is read anew", async () => {
    const page = await show();
    await press(page, "填空");
    const field = (name: string) => page.get<HTMLInputElement>(`[data-blank='${name}'] input`);
    await field("企业法定代表人").setValue("周建国");
    changed(["contract_value"]);
    await flushPromises();
    expect(field("企业法定代表人").element.value).toBe("周建国");
    await field("企业法定代表人").trigger("blur");
    expect(last("contract.fill")).toEqual({ agreement: "a", name: "企业法定代表人", value: "周建国" });
    draft = { ...draft, blanks: draft.blanks.map((b) => (b.kind === "text" ? { ...b, value: "周建国（总经理）" } : b)) };
    changed(["contract_value"]);
    await flushPromises();
    expect(field("企业法定代表人").element.value).toBe("周建国（总经理）");
  });

  it("leaves what was refused in its field with what is wrong, whatever else is filled and wherever one goes", async () => {
    const refusing = (name: string, value: string) => {
      throw { code: "bad_input", message: `“${name}”请填写数字，不是${value}。`, field: "value" };
    };
    fake = new FakePlatform({
      "contract.get": () => draft,
      "contract.fill": (args: { name: string; value?: string }) => (args.value?.includes("千") ? refusing(args.name, args.value) : null),
    });
    usePlatform(fake);
    let page = await show();
    await press(page, "填空");
    const field = (name: string) => page.get<HTMLInputElement>(`[data-blank='${name}'] input`);
    const wrong = (name: string) => page.find(`[data-blank='${name}'] [role='alert']`);
    const leave = async (name: string, value: string) => {
      await field(name).setValue(value);
      await field(name).trigger("blur");
      await flushPromises();
    };
    await leave("企业最低月工资", "两千四");
    await leave("工资增长幅度", "千分之六");
    await leave("企业法定代表人", "周建国");
    changed(["contract_value"]);
    await flushPromises();
    const stands = () => {
      expect(field("企业最低月工资").element.value).toBe("两千四");
      expect(wrong("企业最低月工资").text()).toContain("不是两千四");
      expect(field("工资增长幅度").element.value).toBe("千分之六");
      expect(wrong("工资增长幅度").text()).toContain("不是千分之六");
    };
    stands();
    await press(page, "条款库");
    await press(page, "填空");
    stands();
    page.unmount();
    page = await show();
    await press(page, "填空");
    stands();
    await leave("企业最低月工资", "2400");
    expect(wrong("企业最低月工资").exists()).toBe(false);
    expect(last("contract.fill")).toEqual({ agreement: "a", name: "企业最低月工资", value: "2400" });
  });

  it("keeps half a date while another tab is looked at", async () => {
    draft = { ...draft, blanks: [...draft.blanks, { name: "增资执行日", kind: "date", choices: [], value: null, shown: null, proposal: null, last: { shown: "2026年1月1日", from: "2026年度工资集体合同" } }] };
    const page = await show();
    await press(page, "填空");
    await page.get("[data-blank='增资执行日'] input").setValue("2027-1");
    await press(page, "条款库");
    await press(page, "填空");
    expect(page.get<HTMLInputElement>("[data-blank='增资执行日'] input").element.value).toBe("2027-1");
    page.unmount();
    const again = await show();
    await press(again, "填空");
    expect(again.get<HTMLInputElement>("[data-blank='增资执行日'] input").element.value, "and when the page was left").toBe("2027-1");
    expect(last("contract.fill"), "half a date is no value").toBeUndefined();
  });

  it("keeps a date when its field is left, and not while it is typed", async () => {
    draft = { ...draft, blanks: [...draft.blanks, { name: "增资执行日", kind: "date", choices: [], value: null, shown: null, proposal: null, last: null }] };
    const page = await show();
    await press(page, "填空");
    const field = page.get<HTMLInputElement>("[data-blank='增资执行日'] input");
    const filled = () => fake.calls.filter((c) => c.name === "contract.fill").map((c) => (c.args as { value?: string }).value);
    for (const words of ["2026-12", "2026-12-2", "2026-12-2x"]) await field.setValue(words);
    await field.trigger("focusout");
    await flushPromises();
    expect(filled(), "half a date is no value").toEqual([]);
    for (const words of ["2026-12-2", "2026-12-27"]) await field.setValue(words);
    expect(filled(), "2026-12-2 is a date too").toEqual([]);
    await field.trigger("focusout");
    await flushPromises();
    expect(filled()).toEqual(["2026-12-27"]);
    draft = { ...draft, blanks: draft.blanks.map((b) => (b.kind === "date" ? { ...b, value: "2026-12-27" } : b)) };
    changed(["contract_value"]);
    await flushPromises();
    await field.setValue("");
    await field.trigger("keydown", { key: "Enter" });
    await flushPromises();
    expect(filled(), "and is emptied like any other").toEqual(["2026-12-27", undefined]);
  });

  it("leads from an open blank to its field, and keeps it as it is left", async () => {
    const page = await show();
    await press(page, "去填空");
    const field = page.get<HTMLInputElement>("[data-blank='企业最低月工资'] input");
    expect(document.activeElement).toBe(field.element);
    field.element.value = "2400";
    await field.trigger("blur");
    expect(last("contract.fill")).toEqual({ agreement: "a", name: "企业最低月工资", value: "2400" });
    await press(page, "填入 2,360");
    expect(last("contract.fill")).toEqual({ agreement: "a", name: "企业最低月工资", value: "2360" });
  });

  it("walks through the clauses with the arrows and opens the words with Enter", async () => {
    const page = await show();
    const list = page.get("nav.list");
    await list.trigger("keydown", { key: "ArrowDown" });
    expect(page.get("[data-chosen='true']").text()).toContain("月工资不低于");
    await list.trigger("keydown", { key: "Enter" });
    const area = page.get("textarea");
    await area.setValue("月工资不低于2,400元。");
    await area.trigger("keydown", { key: "Enter", ctrlKey: true });
    await flushPromises();
    expect(last("contract.saveClause")).toMatchObject({ agreement: "a", id: "c2", item: "level", text: "月工资不低于2,400元。" });
  });

  it("folds the clauses into one line where the page is narrow, which opens and closes by its own button", async () => {
    const page = await show();
    const fold = page.get("nav.list .fold");
    expect(fold.text()).toBe("全部条款，现在是第 1 条");
    expect(fold.attributes("aria-expanded")).toBe("false");
    await fold.trigger("keydown", { key: "Enter" });
    expect(page.find("textarea").exists(), "its Enter opens no words").toBe(false);
    await fold.trigger("click");
    expect(fold.attributes("aria-expanded")).toBe("true");
    await fold.trigger("keydown", { key: "ArrowDown" });
    expect(fold.text()).toBe("全部条款，现在是第 2 条");
    await page.get("nav.list .add").trigger("keydown", { key: "Enter" });
    expect(page.find("textarea").exists(), "nor does that of the button that adds one").toBe(false);
  });

  it("leaves the text its room before the clauses and the findings have theirs", () => {
    const styles = (of: string) => readFileSync(`src/pages/negotiation/${of}.vue`, "utf8").split("<style")[1]!;
    const page = styles("ContractPage");
    expect(page).toContain("container: contract / inline-size");
    const columns = [...page.matchAll(/grid-template-columns: (.*);/g)].map((one) => one[1]);
    expect(columns).toEqual(["15rem minmax(30rem, 1fr) 22rem", "minmax(30rem, 1fr) minmax(18rem, 22rem)", "minmax(0, 1fr)"]);
    const widths = (words: string) => [...words.matchAll(/@container contract \(max-width: (\d+)em\)/g)].map((one) => one[1]);
    expect(widths(page)).toEqual(["72", "52"]);
    expect(widths(styles("ContractList")), "the list folds as its column goes").toEqual(["72"]);
  });

  it("keeps what is hidden from the eye inside what scrolls", () => {
    expect(readFileSync("src/style.css", "utf8")).toMatch(/\.page,\n\.panel \{\n {2}position: relative;/);
    expect(readFileSync("src/pages/negotiation/ContractList.vue", "utf8")).not.toContain("position: absolute");
  });

  it("asks of a text that was copied from its signed paper what was typed wrong, and sends it with the words", async () => {
    draft = { ...draft, copied: true };
    const page = await show();
    expect(page.text()).toContain("这份文字是签字以后照纸面录入的");
    const why = () => page.get<HTMLInputElement>(`[id="${page.findAll("label").find((l) => l.text() === "更正的说明")!.attributes("for")}"]`);
    const list = page.get("nav.list");
    await list.trigger("keydown", { key: "ArrowDown" });
    await list.trigger("keydown", { key: "Enter" });
    await why().setValue("漏录一个数");
    await page.get("textarea").trigger("keydown", { key: "Enter", ctrlKey: true });
    await flushPromises();
    expect(last("contract.saveClause")).toMatchObject({ id: "c2", correction: "漏录一个数" });
    await press(page, "填空");
    await why().setValue("数字录错");
    const field = page.get<HTMLInputElement>("[data-blank='企业最低月工资'] input");
    field.element.value = "2400";
    await field.trigger("blur");
    expect(last("contract.fill")).toMatchObject({ name: "企业最低月工资", value: "2400", correction: "数字录错" });
  });

  it("puts the agreed text of a meeting into the draft", async () => {
    const page = await show();
    await press(page, "条款库");
    expect(page.text()).toContain("每月300元。");
    await press(page, "放进草案");
    expect(last("contract.takeAgreed")).toEqual({ agreement: "a", topic: "t1" });
  });

  it("holds last year's contract against the draft, numbers told from and to", async () => {
    const page = await show();
    await press(page, "稿子和对照");
    await press(page, "与现在的草案对照");
    expect(last("contract.compare")).toEqual({ agreement: "a", before: "v1" });
    expect(page.text()).toContain("5% → 6% 提高1个百分点");
    await press(page, "回到草案");
    expect(page.find(".compared").exists()).toBe(false);
  });
});

it("says at the top that a text is closed, before anybody tries to change it", async () => {
  draft = { ...draft, settled: "合同已经签字，文字不能再改；双方要改的，登记变更。" };
  const page = await show();
  expect(page.get("[role=note]").text()).toContain("合同已经签字");
  draft = contractDraft();
  changed(["*"]);
  await flushPromises();
  expect(page.find("[role=note]").exists()).toBe(false);
});

it("lets nothing of a sealed affair's text be changed, and says why", async () => {
  const why = "2026年度工资集体协商已于2026年12月5日封存，内容不能再改；要接着办的，请在这次协商里点“接续协商”。";
  draft = { ...draft, sealed: true, settled: why, findings: [] };
  draft.blanks = [...draft.blanks, { name: "合同起始日", kind: "date", choices: [], value: "2026-12-01", shown: "2026年12月1日", proposal: null, last: null }];
  const page = await show();
  expect(page.get("[role=note]").text()).toBe(why);
  const off = (words: string) => page.findAll("button").filter((one) => one.text() === words).map((one) => [one.attributes("disabled"), one.attributes("title")]);
  for (const words of ["改文字", "上移", "下移", "移除"]) expect(off(words), words).toEqual([["", why]]);
  await page.get("nav.list").trigger("keydown", { key: "Enter" });
  await page.get("nav.list [aria-current=true]").trigger("dblclick");
  expect(page.find("textarea").exists(), "no words open").toBe(false);
  expect(page.get("section.findings").text(), "nothing is said of a text that is not looked over").toBe("已经封存，文字不再改，也不再核对。");
  await press(page, "条款库");
  expect(off("放进草案").every(([disabled]) => disabled === "") && off("放进草案").length > 0).toBe(true);
  await press(page, "填空");
  const fields = page.findAll<HTMLInputElement>("[data-blank] input");
  expect(fields.map((one) => one.element.disabled)).toEqual(fields.map(() => true));
  expect(fields).toHaveLength(draft.blanks.length);
  await press(page, "稿子和对照");
  expect(page.find("section.versions form").exists()).toBe(false);
  page.unmount();
  expect(allowed("contract.saveClause").title, "the next page is another's").not.toBe(why);
});

it("offers last year's text back that was pasted and not read in yet, and shows it again while it lies", async () => {
  const kept = new Map<string, object>();
  const nowhere = { get: async () => null, save: async () => undefined, discard: async () => undefined, list: async () => [] };
  keepDraftsIn({ ...nowhere, get: async (form) => (kept.has(form) ? { body: kept.get(form)!, savedAt: "2026-11-16T09:00" } : null), save: async (form, _, body) => void kept.set(form, body) });
  const open = async () => {
    const page = mount(ContractVersions, { props: { draft } });
    await flushPromises();
    return page;
  };
  const text = (page: Awaited<ReturnType<typeof open>>) => page.get<HTMLTextAreaElement>("textarea").element.value;
  const first = await open();
  await first.findAll("button").find((one) => one.text().startsWith("粘贴"))!.trigger("click");
  await first.get("textarea").setValue("第一条 工资年增长 5%。");
  first.unmount();
  const lying = await open();
  expect(text(lying)).toBe("第一条 工资年增长 5%。");
  lying.unmount();
  await flushDrafts();
  forgetDrafts();
  const again = await open();
  expect(again.text()).toContain("上次没有保存完的草稿");
  await again.findAll("button").find((one) => one.text() === "继续填写")!.trigger("click");
  expect(text(again)).toBe("第一条 工资年增长 5%。");
  keepDraftsIn(nowhere);
});

describe("drafts of a page that stays", () => {
  const kept = new Map<string, object>();
  beforeEach(() => {
    kept.clear();
    forgetDrafts();
    keepDraftsIn({
      get: async (form) => (kept.has(form) ? { body: kept.get(form)!, savedAt: "2026-11-16T09:00" } : null),
      save: async (form, _, body) => void kept.set(form, body),
      discard: async (form) => void kept.delete(form),
      list: async () => [],
    });
    usePlatform(new FakePlatform({ "contract.paste": () => null, "contract.fill": () => null }));
  });

  it("keeps the second text that is pasted as it kept the first", async () => {
    const page = mount(ContractVersions, { props: { draft } });
    await flushPromises();
    for (const name of ["第一份", "第二份"]) {
      await page.findAll("button").find((one) => one.text().startsWith("粘贴"))!.trigger("click");
      await page.get("textarea").setValue(`第一条 ${name}`);
      await flushDrafts();
      expect(JSON.stringify([...kept])).toContain(name);
      if (name === "第二份") continue;
      await page.findAll("form").at(-1)!.trigger("submit");
      await flushPromises();
      await flushDrafts();
      expect(kept.size, "sent, and emptied by nobody's hand").toBe(0);
    }
    page.unmount();
  });

  it("lets no blank be typed while a draft of them is offered", async () => {
    kept.set("contract.blanks", { 企业法定代表人: "周建" });
    const page = mount(ContractBlanks, { props: { draft, goTo: "" } });
    await flushPromises();
    expect(page.findAll("[data-blank]")).toHaveLength(0);
    await page.findAll("button").find((one) => one.text() === "继续填写")!.trigger("click");
    await flushPromises();
    expect(page.get<HTMLInputElement>("[data-blank='企业法定代表人'] input").element.value).toBe("周建");
    page.unmount();
  });
});
