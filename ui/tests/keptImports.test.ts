// What was decided over a file, or over two people who are compared, outlives a lock and a restart: it is offered back, the file is
// asked for where the program cannot find it any more, no other file takes its place unasked, and nothing is kept once it was taken in.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Component } from "vue";
import type { PayOptions, PayPreview, RosterOptions, RosterPreview } from "../src/contract/bindings";
import { setStatus } from "../src/desk";
import { flushDrafts, forgetDrafts, keepDraftsIn, whileErasing } from "../src/drafts";
import ComparePeople from "../src/pages/duplicates/ComparePeople.vue";
import ImportPage from "../src/pages/members/ImportPage.vue";
import ImportPay from "../src/pages/pay/ImportPay.vue";
import { usePlatform } from "../src/platform";
import { FakePlatform } from "../src/platform/fake";
import { statusOf } from "./status";

/** The drafts of the open ledger, by form and record. */
const ledger = new Map<string, object>();
const key = (form: string, record?: string) => (record === undefined ? form : `${form}@${record}`);
/** What each handle leads to. */
let files: Record<string, string>;
let fake: FakePlatform;

function digest(of: { file?: string; pasted?: string }): string {
  const content = of.pasted ?? files[of.file ?? ""];
  if (content === undefined) throw { code: "file_handle", message: "这个文件是上一次打开程序时选的，现在认不出了；请重新选择文件。" };
  return content;
}
const roster = (sha: string, options: RosterOptions): RosterPreview => {
  const decided = options.decisions.dateDot !== undefined;
  return {
    fileSha256: sha, pages: [], rows: [], readings: [], remarks: [], fields: [], other: null,
    counts: { total: 10, ready: decided ? 9 : 7, changed: 0, ask: decided ? 0 : 2, stop: 1, skipped: 0, notes: 0, blankRows: 0, totalRows: 0, noteRows: 0, repeatedHeads: 0 },
    asks: decided ? [] : [{ kind: "dateDot", count: 2, question: "是年月吗？", proposal: "按年月存", canKeep: false }],
    absent: [{ id: "p9", name: "何平", shop: null, form: "contract" }], absentTotal: 1,
  } as unknown as RosterPreview;
};
const payroll = (sha: string, options: PayOptions): PayPreview =>
  ({
    file: "十月工资.xlsx", sha256: sha, page: options.page ?? "焊接", pages: ["焊接", "机加工"], period: "2026-10", periodNamed: true, yearly: false, columns: [], remembered: null,
    rows: 50, passed: 1, ready: 49, leftOut: 1, headcount: 49, sum: 29_400_000, doubts: [], open: 0, notes: [], missing: [], missingCount: 0, shops: [], officeShops: null, attended: false, fullHalfDays: null, standing: null,
  }) as unknown as PayPreview;
const someone = (id: string, name: string) => ({ id, name, sex: "male", birth: "1980-01-01", shop: "装配", post: null, idNumber: null, phone: null, state: "member", left: null });
const rows = [
  { field: "name", label: "姓名", kept: "张小明", gone: "章晓明", differs: true, take: false },
  { field: "education", label: "学历", kept: null, gone: "大专", differs: false, take: true },
];

beforeEach(() => {
  ledger.clear();
  files = { h1: "abc" };
  keepDraftsIn({
    get: async (form, record) => (ledger.has(key(form, record)) ? { body: structuredClone(ledger.get(key(form, record))!), savedAt: "2026-11-16T09:00" } : null),
    save: async (form, record, body) => void ledger.set(key(form, record), body),
    discard: async (form, record) => void ledger.delete(key(form, record)),
    list: async () => [...ledger.keys()].map((one) => ({ form: one.split("@")[0]!, record: one.split("@")[1] ?? null })),
  });
  fake = new FakePlatform({
    "members.preview": (args: { file?: string; pasted?: string; options: RosterOptions }) => roster(digest(args), args.options),
    "members.previewRows": () => [],
    "members.import": () => ({ added: 9, changed: 0, left: 1, alreadyThere: 1, leftOut: 1 }),
    "pay.preview": (args: { file?: string; pasted?: string; options: PayOptions }) => payroll(digest(args), args.options),
    "pay.import": () => ({ id: "s2", rows: 49, headcount: 49, matched: 48, leftOut: 1, replaced: false }),
    "members.compare": () => ({ kept: someone("p1", "张小明"), gone: someone("p2", "章晓明"), grounds: [], strength: "possible", against: null, rows, moves: [], notes: [], refused: [] }),
    "members.merge": () => "p1",
  });
  fake.nextPick = { handle: "h1", name: "名册.xlsx" };
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));

async function show(what: Component, props: Record<string, unknown> = {}) {
  const page = mount(what, { props, attachTo: document.body });
  await flushPromises();
  return page;
}
type Page = Awaited<ReturnType<typeof show>>;
const button = (words: string) => [...document.querySelectorAll("button")].filter((one) => one.textContent?.trim() === words).at(-1);
async function press(words: string) {
  button(words)!.click();
  await flushPromises();
}
async function drop(file: { handle: string; name: string }) {
  fake.drop([file]);
  await flushPromises();
}
/** What the ledger keeps, as words. */
const kept = () => JSON.stringify([...ledger.values()]);
const chooser = (words: string) => [...document.querySelectorAll("select")].find((one) => [...one.options].some((option) => option.textContent?.trim() === words))!;
async function choose(one: HTMLSelectElement, value: string) {
  one.value = value;
  one.dispatchEvent(new Event("change"));
  await flushPromises();
}
async function paste(words: string) {
  const event = Object.assign(new Event("paste", { cancelable: true }), { clipboardData: { getData: (kind: string) => (kind === "text/plain" ? words : "") } });
  document.querySelector("textarea")!.dispatchEvent(event);
  await flushPromises();
}
/** The ledger locks: the page goes, what lies in memory stays, and so do the handles. */
async function lock(page: Page) {
  await flushDrafts();
  page.unmount();
}
/** The program ends and is begun anew; meanwhile the files were moved, unless they lie where they lay. */
async function restart(page: Page, there: Record<string, string> = {}) {
  await lock(page);
  forgetDrafts();
  files = there;
}
const last = (name: string) => fake.calls.filter((one) => one.name === name).at(-1)?.args;
const decision = () => document.querySelector<HTMLSelectElement>("#ask-dateDot")!;

describe.each([
  { name: "a roster", what: ImportPage, form: "members.import", decided: { options: { columns: {}, decisions: { dateDot: "takeProposal" } }, leavers: [] }, call: "members.preview" },
  { name: "a payroll", what: ImportPay, form: "pay.import", decided: { options: { page: "机加工" } }, call: "pay.preview" },
])("over $name that is covered", ({ what, form, decided, call }) => {
  it("a file that is dropped waits until that is told, and then goes on with what was decided", async () => {
    const body = { name: "表.xlsx", from: { file: "old" }, sha256: "abc", decided };
    ledger.set(form, body);
    let told = false;
    const covered = { body: {}, savedAt: "2026-11-16T09:00", covered: "reveal" as const };
    keepDraftsIn({
      get: async (name) => (!ledger.has(name) ? null : told ? { body: structuredClone(body), savedAt: covered.savedAt } : covered),
      save: async (name, _, now) => void ledger.set(name, now),
      discard: async (name) => void ledger.delete(name),
      list: async () => [{ form }],
    });
    const page = await show(what, { file: null });
    await drop({ handle: "h1", name: "表.xlsx" });
    expect(document.body.textContent).toContain("“表.xlsx”已经收下");
    expect([last(call), document.body.textContent?.includes("undefined")]).toEqual([undefined, false]);
    await flushDrafts();
    expect(ledger.get(form), "nothing is written over it").toEqual(body);
    told = true;
    setStatus(statusOf("chair", { sight: { identity: "full", wages: "full", health: "full", account: "full" } }));
    await flushPromises();
    expect(last(call)).toMatchObject({ file: "h1", options: decided.options });
    page.unmount();
  });
});

describe("a roster", () => {
  async function begun() {
    const page = await show(ImportPage, { file: null });
    await press("选择文件");
    await choose(decision(), "takeProposal");
    return page;
  }

  it("is as it was left once the ledger is open again", async () => {
    await lock(await begun());
    const again = await show(ImportPage, { file: null });
    expect(last("members.preview")).toMatchObject({ file: "h1", options: { decisions: { dateDot: "takeProposal" } } });
    expect(decision().value).toBe("takeProposal");
    await press("导入 9 人（可撤销）");
    expect(last("members.import")).toMatchObject({ file: "h1", sha256: "abc", options: { decisions: { dateDot: "takeProposal" } } });
    expect(ledger.size, "taken in, it is kept no more").toBe(0);
    again.unmount();
  });

  it("is offered back after a restart, and goes on where its file still lies", async () => {
    await restart(await begun(), { h1: "abc" });
    const again = await show(ImportPage, { file: null });
    expect(document.body.textContent).toContain("上次没有保存完的草稿");
    await press("继续填写");
    expect(last("members.preview")).toMatchObject({ file: "h1", options: { decisions: { dateDot: "takeProposal" } } });
    expect(document.body.textContent).not.toContain("现在找不到这个文件");
    again.unmount();
  });

  it("asks for its file where that was moved, and goes on with what was decided where it is the same", async () => {
    const page = await begun();
    await choose(chooser("保留会籍"), "retained");
    await restart(page);
    const again = await show(ImportPage, { file: null });
    expect(document.body.textContent).toContain("上次没有保存完的草稿");
    await press("继续填写");
    expect(document.body.textContent).toContain("上次导入“名册.xlsx”到一半");
    expect(document.body.textContent).toContain("现在找不到这个文件");
    files = { h2: "abc" };
    fake.nextPick = { handle: "h2", name: "名册（新）.xlsx" };
    await press("再选这个文件");
    expect(decision().value).toBe("takeProposal");
    expect(document.body.textContent).not.toContain("现在找不到这个文件");
    expect(JSON.stringify([...ledger.values()]) + JSON.stringify(last("members.preview"))).toContain("takeProposal");
    await flushDrafts();
    expect(JSON.stringify([...ledger.values()]), "who the file no longer lists").toContain("retained");
    again.unmount();
  });

  it("is looked at no more where its draft was erased in the ledger, and is not written back", async () => {
    const page = await begun();
    await whileErasing(async () => ledger.clear());
    await flushPromises();
    expect(decision()).toBeNull();
    await flushDrafts();
    expect(ledger.size).toBe(0);
    await press("选择文件");
    expect(decision().value, "begun anew").toBe("");
    page.unmount();
  });

  it("says of another file that what was decided is not used", async () => {
    await restart(await begun());
    const again = await show(ImportPage, { file: null });
    await press("继续填写");
    files = { h3: "def" };
    fake.nextPick = { handle: "h3", name: "名册.xlsx" };
    await press("再选这个文件");
    expect(document.body.textContent).toContain("这个文件和上次的内容不一样");
    expect(decision().value).toBe("");
    again.unmount();
  });

  it("goes on where the same file is dropped on the window once more", async () => {
    await restart(await begun(), { h7: "abc" });
    const again = await show(ImportPage, { file: null });
    await drop({ handle: "h7", name: "名册.xlsx" });
    expect(decision().value).toBe("takeProposal");
    expect(last("members.preview")).toMatchObject({ file: "h7", options: { decisions: { dateDot: "takeProposal" } } });
    await flushDrafts();
    expect(kept()).toContain("takeProposal");
    again.unmount();
  });

  it("goes on where the page is opened by dropping the same file, after a restart as after a lock", async () => {
    await restart(await begun(), { h7: "abc" });
    const after = await show(ImportPage, { file: { handle: "h7", name: "名册.xlsx" } });
    expect(decision().value).toBe("takeProposal");
    await lock(after);
    const again = await show(ImportPage, { file: { handle: "h7", name: "名册.xlsx" } });
    expect(decision().value).toBe("takeProposal");
    again.unmount();
  });

  it("is not written over by another file that is dropped while it is offered", async () => {
    await restart(await begun(), { h1: "abc", h3: "def" });
    const before = kept();
    const again = await show(ImportPage, { file: { handle: "h3", name: "工资表.xlsx" } });
    expect(document.body.textContent).toContain("这个文件和上次的内容不一样");
    expect(decision().disabled, "nothing is decided before it is said over which file").toBe(true);
    expect(button("导入 7 人（可撤销）")!.disabled).toBe(true);
    await flushDrafts();
    expect(kept()).toBe(before);
    await press("接着上次的做");
    expect(decision().value).toBe("takeProposal");
    expect(last("members.preview")).toMatchObject({ file: "h1", options: { decisions: { dateDot: "takeProposal" } } });
    expect(document.body.textContent).not.toContain("这个文件和上次的内容不一样");
    again.unmount();
  });

  it("is not written over by another file that is dropped while it is being decided", async () => {
    const page = await begun();
    files = { h1: "abc", h3: "def" };
    await drop({ handle: "h3", name: "另一份.xlsx" });
    await flushDrafts();
    expect(kept()).toContain("abc");
    await drop({ handle: "h9", name: "不是表格.txt" });
    expect(document.body.textContent, "that could not be read").toContain("刚才没有读完");
    await press("接着上次的做");
    expect(decision().value).toBe("takeProposal");
    page.unmount();
  });

  it("waits after a wrong pick for its own file", async () => {
    const page = await begun();
    await choose(chooser("保留会籍"), "retained");
    await restart(page);
    const before = kept();
    const again = await show(ImportPage, { file: null });
    await press("继续填写");
    files = { h2: "abc", h3: "def" };
    fake.nextPick = { handle: "h3", name: "去年的名册.xlsx" };
    await press("再选这个文件");
    await flushDrafts();
    expect(kept()).toBe(before);
    fake.nextPick = { handle: "h2", name: "名册.xlsx" };
    await press("再选这个文件");
    expect(decision().value).toBe("takeProposal");
    await flushDrafts();
    expect(kept()).toContain("retained");
    again.unmount();
  });

  it("gives way to another file once the person says so", async () => {
    await restart(await begun(), { h3: "def" });
    const again = await show(ImportPage, { file: { handle: "h3", name: "新名册.xlsx" } });
    await press("不要上次的，就导入现在这个");
    expect(decision().disabled).toBe(false);
    await choose(decision(), "takeProposal");
    await flushDrafts();
    expect(kept()).toContain("def");
    await press("导入 9 人（可撤销）");
    expect(last("members.import")).toMatchObject({ file: "h3", sha256: "def" });
    expect(ledger.size).toBe(0);
    again.unmount();
  });

  it.each([
    ["failed", { code: "broken", message: "没有读成。" }],
    ["cancelled", { code: "cancelled", message: "cancelled" }],
  ])("keeps what was decided where reading it with that %s", async (_, why) => {
    await restart(await begun(), { h1: "abc" });
    const before = kept();
    const reads = fake.handlers["members.preview"]!;
    const again = await show(ImportPage, { file: null });
    fake.handlers["members.preview"] = (args: never, progress) => {
      if ((args as { options: RosterOptions }).options.decisions.dateDot) throw why;
      return reads(args, progress);
    };
    await press("继续填写");
    expect(document.querySelector("#ask-dateDot"), "it is not shown as if nothing had been decided").toBeNull();
    expect(document.body.textContent).toContain("刚才没有读完，上次定下的都还留着");
    await flushDrafts();
    expect(kept()).toBe(before);
    fake.handlers["members.preview"] = reads;
    await press("接着上次的做");
    expect(decision().value).toBe("takeProposal");
    again.unmount();
  });

  it("that was pasted needs no file", async () => {
    const page = await show(ImportPage, { file: null });
    await paste("姓名\t车间");
    await choose(decision(), "takeProposal");
    await restart(page);
    const again = await show(ImportPage, { file: null });
    await press("继续填写");
    expect(last("members.preview")).toMatchObject({ pasted: "姓名\t车间", options: { decisions: { dateDot: "takeProposal" } } });
    again.unmount();
  });

  it("can be put down for another, and is kept no longer then", async () => {
    const page = await begun();
    await press("放下这个文件");
    expect(document.querySelector("textarea"), "a table may be pasted instead").not.toBeNull();
    await lock(page);
    expect(ledger.size).toBe(0);
    const again = await show(ImportPage, { file: null });
    expect(document.querySelector("#ask-dateDot")).toBeNull();
    again.unmount();
  });

  it("that is given up is not offered again", async () => {
    await restart(await begun());
    const again = await show(ImportPage, { file: null });
    await press("继续填写");
    await press("不要上次的，从头导入");
    await flushDrafts();
    expect(document.body.textContent).not.toContain("到一半");
    expect(ledger.size).toBe(0);
    again.unmount();
  });
});

describe("a payroll", () => {
  it("keeps the page that was chosen over a restart, and nothing once it was taken in", async () => {
    const page = await show(ImportPay);
    await press("选择文件");
    await choose(chooser("机加工"), "机加工");
    await restart(page);
    const again = await show(ImportPay);
    await press("继续填写");
    expect(document.body.textContent).toContain("现在找不到这个文件");
    files = { h2: "abc" };
    fake.nextPick = { handle: "h2", name: "十月工资.xlsx" };
    await press("再选这个文件");
    expect(last("pay.preview")).toMatchObject({ file: "h2", options: { page: "机加工" } });
    await press("导入 49 行（可撤销）");
    expect(last("pay.import")).toMatchObject({ options: { page: "机加工" } });
    expect(ledger.size).toBe(0);
    again.unmount();
  });

  async function chosen() {
    const page = await show(ImportPay);
    await press("选择文件");
    await choose(chooser("机加工"), "机加工");
    return page;
  }

  it("goes on where the same file is dropped once more, and is not written over by another", async () => {
    await restart(await chosen(), { h3: "def", h7: "abc" });
    const before = kept();
    const again = await show(ImportPay);
    await drop({ handle: "h3", name: "九月工资.xlsx" });
    expect(document.body.textContent).toContain("这个文件和上次的内容不一样");
    expect(chooser("机加工").disabled).toBe(true);
    await flushDrafts();
    expect(kept()).toBe(before);
    await drop({ handle: "h7", name: "十月工资.xlsx" });
    expect(last("pay.preview")).toMatchObject({ file: "h7", options: { page: "机加工" } });
    expect(chooser("机加工").disabled).toBe(false);
    again.unmount();
  });

  it("keeps its page over a wrong pick, and where reading it again failed", async () => {
    await restart(await chosen(), { h1: "abc" });
    const before = kept();
    const reads = fake.handlers["pay.preview"]!;
    fake.handlers["pay.preview"] = (args: never, progress) => {
      if ((args as { options: PayOptions }).options.page) throw { code: "broken", message: "没有读成。" };
      return reads(args, progress);
    };
    const again = await show(ImportPay);
    await press("继续填写");
    expect(document.body.textContent).toContain("刚才没有读完，上次定下的都还留着");
    fake.handlers["pay.preview"] = reads;
    files = {};
    await press("接着上次的做");
    files = { h2: "abc", h3: "def" };
    fake.nextPick = { handle: "h3", name: "九月工资.xlsx" };
    await press("再选这个文件");
    await flushDrafts();
    expect(kept()).toBe(before);
    fake.nextPick = { handle: "h2", name: "十月工资.xlsx" };
    await press("再选这个文件");
    expect(last("pay.preview")).toMatchObject({ file: "h2", options: { page: "机加工" } });
    again.unmount();
  });
});

describe("two people who are compared", () => {
  it("stay chosen from over a restart, whom to keep among it, until they are merged", async () => {
    const page = await show(ComparePeople, { kept: "p1", gone: "p2" });
    document.querySelectorAll<HTMLElement>("[data-row] td")[1]!.click();
    await flushPromises();
    await restart(page);
    const again = await show(ComparePeople, { kept: "p1", gone: "p2" });
    expect(document.body.textContent).toContain("上次没有保存完的草稿");
    await press("继续填写");
    await press("合并成一个人");
    expect(last("members.merge")).toEqual({ kept: "p1", gone: "p2", take: ["education", "name"] });
    expect(ledger.size).toBe(0);
    again.unmount();
  });

  it("that were looked at only leave no draft", async () => {
    await restart(await show(ComparePeople, { kept: "p1", gone: "p2" }));
    expect(ledger.size).toBe(0);
  });
});
