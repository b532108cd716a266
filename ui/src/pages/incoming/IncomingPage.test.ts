// The register of incoming papers: the list, a new one with its files and its draft, and dealing with one.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { incoming } from "../../../dev/incoming";
import { statusOf } from "../../../tests/status";
import type { Incoming, Place } from "../../contract/bindings";
import { desk, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import IncomingPage from "./IncomingPage.vue";

let kept: Incoming[];
let fake: FakePlatform;
beforeEach(() => {
  kept = incoming;
  fake = new FakePlatform({
    "incoming.list": () => ({ total: kept.length, rows: kept, kept: kept.length, open: kept.length, overdue: kept.length > 0 ? 1 : 0, years: [2026] }),
    "incoming.get": ({ id }: { id: string }) => kept.find((p) => p.id === id),
    "incoming.save": () => "in4",
    "correspondence.list": () => [],
    "incoming.finish": () => null,
    "incoming.reopen": () => null,
    "incoming.remove": () => null,
    "people.list": () => [{ person: { name: "张建国" } }],
    "papers.list": () => [{ kind: "negotiation.minutes", of: "m1", title: "第1轮协商会议纪要", affair: "", missing: [], issued: [{ id: "i1", number: "工协纪〔2026〕1号" }] }],
    "files.list": () => [],
    "files.add": () => ({ attachment: { name: "年报表.xls" } }),
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => {
  forgetDrafts();
  setStatus({ known: [], home: "/", open: null });
  document.body.innerHTML = "";
});

async function show(place: Place = { page: "incoming" }) {
  const page = mount(IncomingPage, { props: { place }, attachTo: document.body });
  await flushPromises();
  return page;
}
type Page = Awaited<ReturnType<typeof show>>;
async function press(page: Page, words: string) {
  await page.findAll("button").find((b) => b.text() === words)!.trigger("click");
  await flushPromises();
}
const field = (page: Page, label: string) =>
  page.get<HTMLInputElement>(`[id="${page.findAll("label").find((l) => l.text() === label)!.attributes("for")}"]`);
const fill = async (page: Page) => {
  await field(page, "发文单位").setValue("县总工会");
  await field(page, "标题").setValue("关于报送年报的通知");
  await field(page, "要求办什么").setValue("报送年报");
};
const submit = async (page: Page) => {
  await page.get("form").trigger("submit");
  await flushPromises();
};
const sent = (name: string) => fake.calls.filter((c) => c.name === name).map((c) => c.args);

describe("the register", () => {
  it("says on an empty page what to do first, with one filled button", async () => {
    kept = [];
    const page = await show();
    expect(page.text()).toContain("还没有登记过收文");
    expect(page.findAll(".el-button--primary").map((b) => b.text())).toEqual(["登记收文"]);
  });

  it("asks the core for what is late first, and words every state", async () => {
    const page = await show();
    expect(sent("incoming.list")).toContainEqual(expect.objectContaining({ state: "all", sort: "due", descending: false }));
    expect(page.text()).toContain("未办结 4 份，其中逾期 1 份");
    for (const words of ["超 2 天（11月14日）", "还有 4 天（11月20日 16:00）", "未定期限", "11月6日办结"]) expect(page.text()).toContain(words);
    expect(page.findAll(".el-button--primary").map((b) => b.text())).toEqual(["登记收文"]);
    await page.get("[aria-label='办理情况']").setValue("open");
    await page.get("[aria-label='年份']").setValue("2026");
    await flushPromises();
    expect(sent("incoming.list").at(-1)).toMatchObject({ state: "open", year: 2026 });
  });

  it("is read and not written by an auditor", async () => {
    setStatus(statusOf("auditor"));
    const page = await show();
    const add = page.findAll("button").find((b) => b.text() === "登记收文")!;
    expect(add.attributes("disabled")).toBeDefined();
    fake.drop([{ handle: "h1", name: "通知.pdf" }]);
    await flushPromises();
    expect(page.find("form").exists(), "a dropped file begins nothing either").toBe(false);
  });
});

describe("a new paper", () => {
  it("takes a file dropped on the list, and adds it once the paper has its record", async () => {
    const page = await show();
    fake.drop([{ handle: "h1", name: "年报表.xls" }]);
    await flushPromises();
    expect(page.get("h1").text()).toBe("登记收文");
    fake.drop([{ handle: "h2", name: "通知.pdf" }, { handle: "h3", name: "别的.pdf" }]);
    await flushPromises();
    await page.get("[aria-label='不要“别的.pdf”']").trigger("click");
    await fill(page);
    await submit(page);
    expect(sent("files.add")).toEqual(["h1", "h2"].map((file) => ({ of: { kind: "incoming", id: "in4" }, file, keepPlace: false })));
    await press(page, "修改");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(sent("files.add"), "a look at the form again adds nothing twice").toHaveLength(2);
  });

  it("keeps what was typed, offers the names it knows, and says when there is no day", async () => {
    const first = await show();
    await press(first, "登记收文");
    expect([...document.querySelectorAll("#incoming-sources option")].map((o) => (o as HTMLOptionElement).value)).toEqual(["县总工会", "公司行政部"]);
    await fill(first);
    first.unmount();
    const page = await show();
    await press(page, "登记收文");
    expect(field(page, "标题").element.value).toBe("关于报送年报的通知");
    await submit(page);
    expect(sent("incoming.save")).toEqual([expect.objectContaining({ source: "县总工会", asked: "报送年报", receivedOn: "2026-11-16", dueOn: undefined })]);
    expect(desk.said).toContain("不列进“今日”");
  });

  it("does not take half a due day for none", async () => {
    const page = await show();
    await press(page, "登记收文");
    await fill(page);
    await field(page, "办结期限").setValue("11月20日");
    await submit(page);
    expect(sent("incoming.save")).toEqual([]);
    expect(page.get("[role=alert]").text()).toContain("“11月20日”不是一个日期");
    await field(page, "办结期限").setValue("2026年11月20日");
    await submit(page);
    expect(sent("incoming.save")).toEqual([expect.objectContaining({ dueOn: "2026-11-20" })]);
  });

  it("asks about a day before the receipt, and sends the answer", async () => {
    fake.handlers["incoming.save"] = ({ dueAsWritten }: { dueAsWritten?: boolean }) => {
      if (!dueAsWritten) throw { code: "ask", message: "要求办结的日期早于收到的日期。", field: "dueOn" };
      return "in4";
    };
    const page = await show();
    await press(page, "登记收文");
    await fill(page);
    await field(page, "办结期限").setValue("2026-11-10");
    expect(page.text()).not.toContain("来文就是这样写的");
    await submit(page);
    expect(page.get("[role=alert]").text()).toContain("早于收到");
    await page.findAll("label").find((l) => l.text() === "来文就是这样写的")!.get("input").setValue(true);
    await submit(page);
    expect(sent("incoming.save").at(-1)).toMatchObject({ dueOn: "2026-11-10", dueAsWritten: true });
  });
});

describe("a paper of the register", () => {
  it("opens from today at its finishing, and is closed with a sentence in one act", async () => {
    const page = await show({ page: "incoming", id: "in3", part: "finish" });
    expect(document.activeElement).toBe(field(page, "怎么办的").element);
    expect(page.findAll(".el-button--primary").map((b) => b.text())).toEqual(["登记办结"]);
    await field(page, "怎么办的").setValue("已盖章报送");
    await submit(page);
    expect(sent("incoming.finish")).toEqual([{ id: "in3", doneOn: "2026-11-16", how: "已盖章报送", paper: undefined }]);
    expect(desk.said).toContain("收〔2026〕3号已办结");
  });

  it("is closed by a paper of ours, and shows a refusal at its field", async () => {
    fake.handlers["incoming.finish"] = ({ paper }: { paper?: string }) => {
      if (!paper) throw { code: "bad_input", message: "请写明是怎么答复的。", field: "how" };
      return null;
    };
    const page = await show({ page: "incoming", id: "in3" });
    await submit(page);
    expect(page.get("[role=alert]").text()).toContain("怎么答复");
    await field(page, "用哪份文件答复的").setValue("i1");
    await submit(page);
    expect(sent("incoming.finish").at(-1)).toMatchObject({ paper: "i1" });
  });

  it("leads to the paper of ours that answered it", async () => {
    kept = incoming.map((p) => (p.done ? { ...p, done: { ...p.done, paper: { id: "i1", number: "工协纪〔2026〕1号", title: "会议纪要" } } } : p));
    const page = await show({ page: "incoming", id: "in1" });
    await page.findAll("button").find((b) => b.text().startsWith("工协纪〔2026〕1号"))!.trigger("click");
    expect(desk.place).toEqual({ page: "outgoing", id: "i1" });
  });

  it("is opened again when it is done, and removed with a word on its number", async () => {
    const page = await show({ page: "incoming", id: "in1" });
    expect(page.text()).toContain("已报名12人");
    expect(page.text(), "what is done asks for no finishing").not.toContain("怎么办的");
    await press(page, "重新打开");
    expect(sent("incoming.reopen")).toEqual([{ id: "in1" }]);
    await press(page, "移除");
    expect(sent("incoming.remove")).toEqual([{ id: "in1" }]);
    expect(desk.said).toContain("这个号不再给别的来文用");
    expect(page.get("h1").text(), "back at the list").toBe("收文");
  });
});
