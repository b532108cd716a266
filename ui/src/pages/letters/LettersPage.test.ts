// Labour-law supervision: the register, one case with its next step, its forms with what they send, and the refusals.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inspectors, letterStart, supervisionCase, supervisionLines } from "../../../dev/letters";
import { statusOf } from "../../../tests/status";
import type { KeptForm, Place, SupervisionCase, SupervisionLetterStart, SupervisionLine } from "../../contract/bindings";
import { desk, go, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import LettersPage from "./LettersPage.vue";

let lines: SupervisionLine[];
let one: SupervisionCase;
let start: SupervisionLetterStart;
let kept: KeptForm[];
let fake: FakePlatform;
beforeEach(() => {
  lines = supervisionLines;
  one = supervisionCase();
  start = letterStart();
  kept = [];
  fake = new FakePlatform({
    "letters.list": () => ({ total: lines.length, rows: lines, kept: lines.length, open: 2, years: [2026] }),
    "letters.get": () => one,
    "letters.save": () => "c9",
    "letters.saveEvent": () => "e9",
    "letters.removeEvent": () => null,
    "letters.start": () => start,
    "letters.saveLetter": ({ kind }: { kind: string }) => {
      if (kind === "recommendation") throw { code: "refused", message: "建议书由县级以上工会发出。", field: "kind", rule: "工会劳动法律监督办法" };
      return "l9";
    },
    "letters.serveLetter": () => null,
    "letters.inspectors": () => inspectors,
    "letters.saveInspector": () => "i9",
    "letters.removeInspector": () => null,
    "members.search": () => ({ total: 0, rows: [] }),
    "files.list": () => [],
    "forms.list": () => kept,
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => {
  forgetDrafts();
  setStatus({ known: [], home: "/", open: null });
  go({ page: "today" });
  document.body.innerHTML = "";
});

async function show(place: Place = { page: "letters" }) {
  const page = mount(LettersPage, { props: { place }, attachTo: document.body });
  await flushPromises();
  return page;
}
type Page = Awaited<ReturnType<typeof show>>;
const open = (part?: string) => show({ page: "letters", id: "c1", part });
async function press(page: Page, words: string) {
  await page.findAll("button").find((b) => b.text() === words)!.trigger("click");
  await flushPromises();
}
const field = (page: Page, label: string) =>
  page.get<HTMLInputElement>(`[id="${page.findAll("label").find((l) => l.text() === label)!.attributes("for")}"]`);
const submit = async (page: Page) => {
  await page.get("form").trigger("submit");
  await flushPromises();
};
const sent = (name: string) => fake.calls.filter((c) => c.name === name).map((c) => c.args);
const filled = (page: Page) => page.findAll(".el-button--primary").map((b) => b.text());

describe("the register", () => {
  it("says on an empty page what to do first, with one filled button", async () => {
    lines = [];
    const page = await show();
    expect(page.text()).toContain("还没有登记过监督线索");
    expect(filled(page)).toEqual(["登记线索"]);
  });

  it("tells of each case how far it is, whose the next step is, and by when", async () => {
    const page = await show();
    for (const words of ["正在办 2 件", "企业办：书面答复提示函", "还有 17 天（12月3日）", "我办：决定是否受理", "没有定天数", "已办完"]) expect(page.text()).toContain(words);
    expect(sent("letters.list")).toContainEqual(expect.objectContaining({ which: "all", ascending: false }));
    await page.get("[aria-label='办理情况']").setValue("open");
    await page.get("[aria-label='事项类别']").setValue("safety");
    await flushPromises();
    expect(sent("letters.list").at(-1)).toMatchObject({ which: "open", topic: "safety" });
  });

  it("is read and not written by an auditor", async () => {
    setStatus(statusOf("auditor"));
    const page = await show();
    expect(page.findAll("button").find((b) => b.text() === "登记线索")!.attributes("disabled")).toBeDefined();
  });
});

describe("a clue", () => {
  it("is sent with its informer apart, and an empty field absent", async () => {
    const page = await show();
    await press(page, "登记线索");
    await field(page, "反映的问题").setValue("加班费没有发");
    await field(page, "姓名").setValue("柳新民");
    await submit(page);
    expect(sent("letters.save")).toEqual([
      expect.objectContaining({ source: "complaint", topic: "wages", matter: "加班费没有发", receivedOn: "2026-11-16", employer: undefined, informer: { name: "柳新民", contact: undefined } }),
    ]);
  });

  it("leaves an informer that is not shown as it is", async () => {
    const page = await open();
    expect(page.text()).toContain("实名，受保护");
    const acts = page.findAll("button").map((one) => one.text());
    expect(acts, "called by what it shows").toContain("显示姓名");
    expect(acts).not.toContain("显示完整号码");
    await press(page, "修改");
    expect(page.findAll("label").map((l) => l.text())).not.toContain("姓名");
    await submit(page);
    expect(sent("letters.save")[0]).toMatchObject({ id: "c1", informer: undefined });
  });
});

describe("a case", () => {
  it("has one filled button, the next step, and says whose it is and by when", async () => {
    const page = await open();
    expect(filled(page)).toEqual(["登记答复"]);
    for (const words of ["企业办", "书面答复提示函", "应于 12月3日", "没有用到", "王伟（证号赣监0361）", "工监提〔2026〕1号", "答复到 12月3日"]) expect(page.text()).toContain(words);
    await press(page, "登记答复");
    expect(page.get("h1").text()).toBe("登记答复提示函");
  });

  it("leads from a step that is a paper to the filled paper, and from a receipt to the register of what was sent", async () => {
    const step = { ...supervisionCase().todos[0]!, whose: "union" as const, due: null };
    const paper = { page: "papers", id: "letters.reminder@l1" };
    one = supervisionCase({ todos: [{ ...step, act: "issueReminder", place: paper, button: "看提示函" }] });
    await press(await open(), "看提示函");
    expect(desk.place).toEqual(paper);
    const sending = { page: "outgoing", id: "p1", part: "send" };
    one = supervisionCase({ todos: [{ ...step, act: "serveReminder", place: sending, button: "登记送达" }] });
    await press(await open(), "登记送达");
    expect(desk.place).toEqual(sending);
  });

  it("opens the form that a duty of today points at, and keeps what is typed with its kind's fields alone", async () => {
    const page = await open("event:inquired");
    expect(page.get("h1").text()).toBe("登记调查");
    await field(page, "调查地点").setValue("喷涂车间");
    await field(page, "被调查人").setValue("何平");
    await field(page, "监督员").setValue("i1");
    await field(page, "另一名监督员").setValue("i2");
    await field(page, "调查结论").setValue("violation");
    await field(page, "调查笔录").setValue("问：……");
    expect(page.text()).toContain("沈一诺（证已过期）");
    await submit(page);
    expect(sent("letters.saveEvent")).toEqual([
      expect.objectContaining({ case: "c1", kind: "inquired", inspectors: ["i1", "i2"], finding: "violation", outcome: undefined, signedOn: undefined, lateEntry: undefined }),
    ]);
    const answer = await open("event:reminderAnswered");
    await field(answer, "结果").setValue("partly");
    await field(answer, "答复的内容").setValue("补一半");
    await submit(answer);
    expect(sent("letters.saveEvent")[1]).toMatchObject({ kind: "reminderAnswered", outcome: "partly", inspectors: [], place: undefined });
  });
});

describe("a letter", () => {
  it("comes filled, shows both terms with the one that holds first, and says that the province's own form is used", async () => {
    const page = await open("letter:opinion");
    expect(field(page, "要求").element.value).toBe("补发");
    const text = page.text();
    expect(text.indexOf("三十日内")).toBeLessThan(text.indexOf("六十日内"));
    expect(text).toContain("江西省工会劳动法律监督条例第二十八条规定用统一的格式");
    expect(text, "the law's term is not typed").not.toContain("请在哪天以前答复");
    await submit(page);
    expect(sent("letters.saveLetter")).toEqual([expect.objectContaining({ kind: "opinion", facts: "没有发", answerBy: undefined })]);
  });

  it("says of a day that no rule sets that it is a suggestion", async () => {
    start = letterStart({ limits: [], suggestion: "十五个工作日是工会提出的，可以改。", fixedForm: null, letter: { ...letterStart().letter, kind: "reminder", answerBy: "2026-12-07" } });
    const page = await open("letter:reminder");
    expect(page.text()).toContain("十五个工作日是工会提出的，可以改。");
    await submit(page);
    expect(sent("letters.saveLetter")[0]).toMatchObject({ answerBy: "2026-12-07" });
  });

  it("shows the refusal of a recommendation with its rule, and offers the request in its place", async () => {
    start = letterStart({ letter: { ...letterStart().letter, kind: "recommendation" }, limits: [], fixedForm: null });
    const page = await open("letter:recommendation");
    await submit(page);
    expect(page.text()).toContain("建议书由县级以上工会发出。");
    expect(page.text()).toContain("工会劳动法律监督办法");
    start = letterStart({ letter: { case: "c1", kind: "request", datedOn: "2026-11-16", addressee: "县总工会" }, limits: [], fixedForm: null });
    await press(page, "改写提请函");
    expect(page.get("h1").text()).toBe("写提请函");
    expect(field(page, "提请哪一级工会").element.value).toBe("县总工会");
    expect(page.findAll("label").map((l) => l.text())).not.toContain("查明的事实");
  });

  it("on a form of others' making is received by hand", async () => {
    const base = supervisionCase().letters[0]!;
    one = supervisionCase({ letters: [{ ...base, record: { ...base.record, kind: "opinion" }, issue: null, number: null, receivedOn: null, fixedForm: letterStart().fixedForm }] });
    const page = await open("serve:opinion");
    await field(page, "签收人").setValue("万里程");
    await submit(page);
    expect(sent("letters.serveLetter")).toEqual([{ letter: "l1", number: undefined, receivedOn: "2026-11-16", receivedBy: "万里程" }]);
  });
});

describe("the form that a place fixes", () => {
  const opinion = () => {
    const base = supervisionCase().letters[0]!;
    return supervisionCase({ letters: [{ ...base, record: { ...base.record, kind: "opinion" }, issue: null, number: null, receivedOn: null, fixedForm: letterStart().fixedForm }] });
  };
  const form = (id: string, about: KeptForm["about"]): KeptForm => ({ id, name: "监督意见书", program: "docx", about, file: "a1", addedOn: "2026-11-10", fillings: 0, filledOn: null });

  it("is brought in where none is kept, as one sentence says", async () => {
    kept = [form("f1", "person")];
    one = opinion();
    const page = await open();
    expect(page.text()).toContain("上级的表格还没有放进来");
    await press(page, "去添加表格");
    expect(desk.place).toEqual({ page: "forms" });
  });

  it("is filled from the case where it is kept, and only once the letter is saved", async () => {
    kept = [form("f9", "supervision")];
    one = opinion();
    await press(await open(), "照案件填“监督意见书”");
    expect(desk.place).toEqual({ page: "forms", id: "f9", part: "c1" });
    const page = await open("letter:opinion");
    expect(page.text()).toContain("保存以后，在案件页就能照案件填好上级的表格。");
  });
});

describe("what a department does", () => {
  it("begins with the department that is known", async () => {
    one = supervisionCase({ department: "县人社局" });
    expect(field(await open("event:filed"), "主管部门").element.value).toBe("县人社局");
    document.body.innerHTML = "";
    expect(field(await open("event:decided"), "主管部门").element.value).toBe("县人社局");
  });
});

describe("the certificate holders", () => {
  it("are listed with what has run out, and one more is added by number", async () => {
    const page = await show();
    await press(page, "监督员");
    for (const words of ["王伟", "赣监0361", "2028年6月30日", "已过期"]) expect(page.text()).toContain(words);
    const seated = page.findAll("tr").find((row) => row.text().includes("冯立新"))!;
    expect(seated.text(), "kept with the committee's seat").toContain("看委员会名单");
    expect(seated.text()).not.toContain("移除");
    await page.get("form [role=combobox], form input").setValue("何平");
    await field(page, "监督员证号").setValue("赣监0400");
    await submit(page);
    expect(sent("letters.saveInspector")).toEqual([{ id: undefined, person: undefined, name: "何平", certificate: "赣监0400", validUntil: undefined }]);
  });
});
