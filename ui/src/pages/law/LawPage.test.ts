// The law page: what is asked of the core, what an empty answer says, and one subject at the side.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { beaten, ruleFull, ruleLine, rulesOf, subject } from "../../../tests/rules";
import { statusOf } from "../../../tests/status";
import type { RuleSubject } from "../../contract/bindings";
import { setFontSize, setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import LawPage from "./LawPage.vue";
import { queryOf, sides } from "./logic";

let fake: FakePlatform;
let answer = rulesOf([ruleLine(), beaten]);
let shown: RuleSubject = subject;
beforeEach(() => {
  answer = rulesOf([ruleLine(), beaten]);
  shown = subject;
  fake = new FakePlatform({ "law.rules": () => answer, "law.rule": () => shown });
  usePlatform(fake);
  setStatus(statusOf("auditor"));
});
afterEach(() => {
  setStatus({ known: [], home: "/", open: null });
  vi.useRealTimers();
});
const open = async (id?: string) => {
  const page = mount(LawPage, { props: { place: { page: "law", id } }, attachTo: document.body });
  await flushPromises();
  return page;
};
type Page = Awaited<ReturnType<typeof open>>;
const button = (page: Page, words: string) => page.findAll("button").find((b) => b.text().startsWith(words))!;
const asked = () => fake.calls.filter((c) => c.name === "law.rules").map((c) => c.args);

describe("the list of rules", () => {
  it("says the place and the day, counts themes, strikes out what is set aside, marks what wants checking", async () => {
    const page = await open();
    expect(page.text()).toContain("江西省适用的规定，按 2026年11月16日 星期一 判断");
    expect(button(page, "协商").text()).toContain("2");
    expect(page.findAll(".themes button").some((b) => b.text().startsWith("休假")), "a theme without rules is left out").toBe(false);
    expect(page.get("s").text()).toBe(beaten.title);
    const rows = page.findAll("[role=row]").slice(1).map((row) => row.text());
    expect(rows[0]).not.toContain("待核实");
    expect(rows[1]).toContain("待核实");
    expect(rows[1]).toContain("让位");
    expect(page.find(".warning").exists(), "a place checked as a whole has no warning").toBe(false);
  });

  it("tells laws apart by their short names with the article behind, the full name at hand, in rows of two lines", async () => {
    answer = rulesOf([
      ruleLine({ instrument: "中华人民共和国工会法", article: "第二十一条", layerName: "国家" }),
      ruleLine({ id: "JX-LU-19", instrument: "江西省实施《中华人民共和国工会法》办法", article: "第十九条" }),
    ]);
    const page = await open();
    const sources = page.findAll(".source");
    expect(sources.map((one) => one.text())).toEqual(["工会法第二十一条", "江西省实施《工会法》办法第十九条"]);
    expect(sources[0]!.attributes("title")).toContain("《中华人民共和国工会法》第二十一条");
    const height = () => Number.parseInt((page.get(".line").element as HTMLElement).style.height);
    expect(height()).toBeGreaterThan(2 * 1.4 * 16);
    setFontSize(20);
    await flushPromises();
    expect(height(), "rows grow with the type").toBeGreaterThan(2 * 1.4 * 20);
    setFontSize(16);
  });

  it("asks by word, theme and change", async () => {
    vi.useFakeTimers();
    const page = await open();
    await page.get("input[type=search]").setValue(" 第19条 ");
    await vi.advanceTimersByTimeAsync(200);
    await button(page, "协商").trigger("click");
    await page.get("input[type=checkbox]").setValue(true);
    await flushPromises();
    expect(asked().at(-1)).toEqual({ text: "第19条", theme: "negotiation", changed: true });
    page.unmount();
  });

  it("says what to do when nothing is found, and clears the conditions", async () => {
    answer = rulesOf([]);
    const page = await open();
    await page.get("input[type=checkbox]").setValue(true);
    await flushPromises();
    expect(page.text()).toContain("今年没有开始施行或者停止适用的规定");
    await button(page, "清除条件").trigger("click");
    await flushPromises();
    expect(asked().at(-1)).toEqual({ text: undefined, theme: undefined, changed: undefined });
    expect(page.text()).toContain("换一个说法试试");
  });

  it("says so where the place's own rules were not checked", async () => {
    answer = rulesOf([beaten], { localChecked: false, place: "北京市" });
    expect((await open()).get(".warning").text()).toContain("北京市的地方规定还没有逐条核对");
  });

  it("drops an answer that a later question overtook", async () => {
    const page = await open();
    let late: (value: unknown) => void = () => undefined;
    fake.handlers["law.rules"] = () => new Promise((done) => (late = done));
    await page.get("input[type=checkbox]").setValue(true);
    const first = late;
    fake.handlers["law.rules"] = () => rulesOf([ruleLine({ title: "后问的" })]);
    await page.get("input[type=checkbox]").setValue(false);
    await flushPromises();
    first(rulesOf([ruleLine({ title: "先问的" })]));
    await flushPromises();
    expect(page.text()).toContain("后问的");
    expect(page.text()).not.toContain("先问的");
  });
});

describe("one subject at the side", () => {
  it("opens by Enter, shows the rule that holds first and the two days side by side, closes by Escape", async () => {
    const page = await open();
    const grid = page.get("[role=grid]");
    await grid.trigger("keydown", { key: "ArrowDown" });
    await grid.trigger("keydown", { key: "Enter" });
    await flushPromises();
    expect(fake.calls.at(-1)).toEqual({ name: "law.rule", args: { id: beaten.id } });
    const panel = page.get("aside");
    const cards = panel.findAll("article");
    expect(cards.map((card) => card.get(".says").element.tagName)).toEqual(["STRONG", "S"]);
    expect(cards[1]!.text()).toContain("江西省另有规定，适用当地规定");
    expect(cards[1]!.text(), "what the doubt means").toContain("报送前请核对原文");
    expect(panel.findAll("tbody tr").map((row) => row.findAll("td")[2]!.text())).toEqual(["11月23日", "11月26日"]);
    expect(panel.get("svg[role=img]").attributes("aria-label")).toContain("到2026年11月23日届满");
    await panel.trigger("keydown", { key: "Escape" });
    expect(page.find("aside").exists()).toBe(false);
  });

  it("offers the official address as text to copy, and no link", async () => {
    const page = await open(beaten.id);
    const address = page.get("article:nth-of-type(1) input[readonly]").element as HTMLInputElement;
    expect(address.value).toBe("https://flk.npc.gov.cn/detail");
    expect(page.find("a").exists(), "the program opens no network").toBe(false);
  });

  it("says when nothing holds without its condition, and compares nothing where rules agree", async () => {
    const one = ruleLine({ standing: "conditional", why: "只适用于：规模以上企业", conflict: false });
    shown = { rules: [ruleFull(one)], example: null };
    const page = await open(one.id);
    expect(page.get("aside").text()).toContain("是否适用要看本单位的情况");
    expect(page.get("aside").text()).toContain("只适用于：规模以上企业");
    expect(page.find("aside table").exists()).toBe(false);
    expect(page.find("aside svg[role=img]").exists()).toBe(false);
  });

  it("shows why a rule cannot be shown", async () => {
    fake.handlers["law.rule"] = () => {
      throw { code: "not_found", message: "编号为“SH-1”的规定不适用于江西省。" };
    };
    expect((await open("SH-1")).get("aside").text()).toContain("不适用于江西省");
  });
});

describe("the page's reckoning", () => {
  it("asks for nothing by an empty field", () => {
    expect(queryOf("  ", "", false)).toEqual({ text: undefined, theme: undefined, changed: undefined });
  });
  it("gives no day to a rule whose event the example does not know", () => {
    expect(sides({ ...subject, example: null }).map((one) => one.day)).toEqual([null, null]);
  });
});

describe("a number agreed beyond the law", () => {
  const press = async (page: Page, words: string) => {
    await page.findAll("button").find((b) => b.text() === words)!.trigger("click");
    await flushPromises();
  };
  const fill = async (page: Page, label: string, words: string) => {
    const id = page.findAll("label").find((l) => l.text() === label)!.attributes("for");
    await page.get(`[id="${id}"]`).setValue(words);
  };

  it("is written from the contract, shows what moves, and is kept when one is sure", async () => {
    setStatus(statusOf("chair"));
    fake.handlers["law.tryOwn"] = () => ({ moved: [{ title: "报送审查", whose: "union", before: "2026-11-23", after: "2026-11-21" }], settled: 0 });
    fake.handlers["law.saveOwn"] = () => "own-1";
    const page = await open("JX-22");
    await press(page, "录入本单位约定");
    await fill(page, "约定的数字（日）", " 5 ");
    await fill(page, "写在哪份合同", "2026年集体合同");
    await fill(page, "条款", "第八条");
    await fill(page, "从哪天起适用", "2026-1-1");
    await page.get("form.own").trigger("submit");
    await flushPromises();
    expect(fake.calls.some((c) => c.name === "law.saveOwn"), "nothing is kept before one is sure").toBe(false);
    expect(page.get(".tried").text()).toContain("2026年11月21日");
    await press(page, "确认保存");
    expect(fake.calls.find((c) => c.name === "law.saveOwn")!.args).toEqual({ of: "JX-22", quantity: 5, contract: "2026年集体合同", article: "第八条", from: "2026-01-01" });
    page.unmount();
  });

  it("is corrected and removed where it stands, and not offered to who may not write it", async () => {
    const own = { id: "own-1", of: "JX-22", quantity: 5, contract: "2026年集体合同", article: "第八条", from: "2026-01-01", to: null, note: null };
    shown = { ...subject, rules: [ruleFull(ruleLine({ id: "own-1", layer: "own", layerName: "本单位约定" }), { own: own as never, takesOwn: false, cases: [], source: "" }), ...subject.rules] };
    const page = await open("JX-22");
    expect(page.findAll("button").find((b) => b.text() === "更正约定")!.attributes("disabled")).toBeDefined();
    setStatus(statusOf("chair"));
    fake.handlers["law.removeOwn"] = () => null;
    await flushPromises();
    await press(page, "移除约定");
    expect(fake.calls.find((c) => c.name === "law.removeOwn")!.args).toEqual({ id: "own-1" });
    page.unmount();
  });
});
