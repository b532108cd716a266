// The hand-over of the chair as a wizard: to whom, where to, the words of the act, what came of it; and what is kept.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { statusOf } from "../../../tests/status";
import App from "../../App.vue";
import type { DeskPersonLine, HandedOver, Status } from "../../contract/bindings";
import { desk, go, setStatus, throughTheDoor } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform, type Progress } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import HandoverPart from "./HandoverPart.vue";

const line = (name: string, over: Partial<DeskPersonLine["person"]> = {}, hasPassphrase = true): DeskPersonLine => ({
  person: { id: name, name, role: "officer", parts: ["members"], reads: [], ...over },
  hasPassphrase,
  isMe: over.role === "chair",
});
const locked: Status = { known: [], home: "/", open: null };
const act = "移交主席并出移交包";
let list: DeskPersonLine[];
let answer: HandedOver | (() => Promise<HandedOver>);
/** Who sits at the desk, as the core has it. */
let status: Status;
let tell: (progress: Progress) => void;
let fake: FakePlatform;
beforeEach(() => {
  list = [line("张建国", { role: "chair", parts: [] }), line("熊秀英"), line("涂玉兰", {}, false)];
  answer = { dropped: [], pack: { book: "/u/移交清册20261116.pdf", copy: "/u/备份/backups/20261116-090000", trouble: null }, trouble: null };
  fake = new FakePlatform({
    "people.list": () => list,
    "custody.list": () => [],
    "ledger.status": () => status,
    "succession.handOver": async (_: never, progress) => {
      tell = progress;
      const done = typeof answer === "function" ? await answer() : answer;
      status = locked;
      return done;
    },
  });
  fake.nextPick = { handle: "picked:1", name: "U盘" };
  usePlatform(fake);
  setStatus((status = statusOf("chair")));
});
afterEach(async () => {
  status = locked;
  await throughTheDoor();
  document.body.innerHTML = "";
});
type Page = ReturnType<typeof mount>;
const buttons = (words: string) => [...document.querySelectorAll("button")].filter((b) => b.textContent?.trim() === words);
const press = async (words: string) => {
  buttons(words).at(-1)!.click();
  await flushPromises();
};
const open = async (): Promise<Page> => {
  const page = mount(HandoverPart, { attachTo: document.body });
  await flushPromises();
  return page;
};
/** The whole window, on the page of the hand-over. */
const whole = async (): Promise<Page> => {
  go({ page: "settings", part: "handover" });
  const page = mount(App, { attachTo: document.body });
  await vi.waitFor(() => expect(page.find("select.heir").exists()).toBe(true), 20_000);
  return page;
};
/** Chooses heir and place and says yes to the words of the act. */
const handOver = async (page: Page) => {
  await page.get("select.heir").setValue("熊秀英");
  await press("选择 U 盘或文件夹");
  await press(act);
  await press(act);
};

describe("the hand-over", () => {
  it("asks for the heir and the place first, offers only people with a passphrase, and says what becomes final", async () => {
    const page = await open();
    const button = () => page.findAll("button").find((b) => b.text() === act)!;
    expect(page.get("select.heir").findAll("option").map((o) => o.text())).toEqual(["请选择", "熊秀英"]);
    expect(button().attributes("disabled")).toBeDefined();
    await page.get("select.heir").setValue("熊秀英");
    expect(button().attributes("disabled")).toBeDefined();
    await press("选择 U 盘或文件夹");
    expect(button().attributes("disabled")).toBeUndefined();
    await press(act);
    expect(document.body.textContent).toContain("移交包放到“U盘”");
    expect(document.body.textContent).toContain("这一步不能撤销");
    expect(fake.calls.some((c) => c.name === "succession.handOver")).toBe(false);
    await press(act);
    expect(fake.calls.find((c) => c.name === "succession.handOver")?.args).toEqual({ to: "熊秀英", beforeStays: true, place: "picked:1" });
  });

  it("asks a chair who leaves what becomes of the forms half filled in", async () => {
    list[0]!.drafts = 2;
    const page = await open();
    expect(page.text()).not.toContain("没填完的草稿");
    await page.get("input[type=checkbox]").setValue(false);
    expect(page.text()).toContain("张建国还有2份没填完的草稿");
    await handOver(page);
    expect(fake.calls.find((c) => c.name === "succession.handOver")?.args).toEqual({ to: "熊秀英", beforeStays: false, place: "picked:1", drafts: "keep" });
  });

  it("shows where the pack lies and what the new chair does, alone on the window, and from there leads to the door", async () => {
    answer = { ...(answer as HandedOver), dropped: ["涂玉兰"] };
    const page = await whole();
    expect(page.find("nav").exists()).toBe(true);
    await handOver(page);
    for (const words of ["主席已移交给“熊秀英”", "/u/移交清册20261116.pdf", "/u/备份/backups/20261116-090000", "打印新的恢复单", "重设口令：涂玉兰"]) {
      expect(page.text()).toContain(words);
    }
    for (const words of ["补做移交包", "张建国", "撤销"]) expect(page.text()).not.toContain(words);
    expect(page.find("nav").exists()).toBe(false);
    expect(page.findAll("button").map((b) => b.text())).toEqual(["请熊秀英打开账本"]);
    await press("请熊秀英打开账本");
    expect(desk.status?.open).toBeNull();
    expect(page.text()).toContain("新建账本");
    expect(desk.place, "where the new chair begins").toEqual({ page: "today" });
    page.unmount();
  });

  it("says that the hand-over stands when the pack is still to be made", async () => {
    answer = { dropped: [], pack: null, trouble: "主席已经移交，移交包还没有做成：U 盘被拔下。" };
    const page = await whole();
    await handOver(page);
    expect(page.text()).toContain("移交包还没有做成：U 盘被拔下");
    expect(page.text()).toContain("在“设置”的“换届移交”里点“做移交包”");
    expect(page.text()).not.toContain("移交包已做好：");
    page.unmount();
  });

  it("puts a full stick at the place, and nothing has happened", async () => {
    answer = () => Promise.reject({ code: "ledger.copyNoRoom", message: "移交没有开始，账本没有改动。", field: "place" });
    const page = await open();
    await handOver(page);
    expect(page.get('[role="alert"]').text()).toContain("移交没有开始");
    expect((page.get("select.heir").element as HTMLSelectElement).value).toBe("熊秀英");
  });

  it("shows how far it is, and a cancel says what it leaves", async () => {
    answer = () => new Promise(() => undefined);
    const page = await open();
    await handOver(page);
    tell({ done: 1, total: 2, label: "核对移交的位置" });
    await flushPromises();
    expect(page.text()).toContain("核对移交的位置");
    expect(page.text()).toContain("更换密钥之前取消，什么都不会改");
    await page.findAll("button").find((b) => b.text() === "取消")!.trigger("click");
    await flushPromises();
    expect(page.find('[role="alert"]').exists()).toBe(false);
    expect(page.find("select.heir").exists()).toBe(true);
  });

  it("is the chair's alone, and without an heir leads to the people", async () => {
    list = [line("张建国", { role: "chair", parts: [] }), line("涂玉兰", {}, false)];
    const alone = await open();
    expect(alone.text()).toContain("请先在“经办人”里添加接任的人");
    await press("去添加");
    expect(desk.place).toEqual({ page: "settings", part: "people" });
    alone.unmount();
    list = [...list, line("熊秀英")];
    setStatus(statusOf("officer"));
    const page = await open();
    expect(page.text()).toContain("只有主席能移交");
    expect(page.find("select.heir").exists()).toBe(false);
    expect(page.text()).not.toContain("留下");
    expect(page.findAll("button").map((b) => b.text())).toEqual(["登记一项"]);
  });
});

describe("what is kept", () => {
  const seal = { id: "c1", kind: "seal" as const, name: "工会公章", holder: "熊秀英" };
  afterEach(forgetDrafts);

  it("loses nothing that is typed for a new one where another is changed, and comes back to it", async () => {
    fake.handlers["custody.list"] = () => [seal, { ...seal, id: "c2", name: "财务章" }];
    const page = await open();
    const field = () => page.get("form.form").findAll<HTMLInputElement>("input").at(0)!;
    await press("登记一项");
    await field().setValue("工会会徽");
    const [first, second] = page.findAll("button").filter((b) => b.text() === "修改");
    await first!.trigger("click");
    expect(field().element.value).toBe("工会公章");
    await field().setValue("工会公章（新）");
    await second!.trigger("click");
    await flushPromises();
    expect(field().element.value).toBe("财务章");
    await press("取消");
    expect(field().element.value).toBe("工会公章（新）");
    await press("取消");
    expect(field().element.value).toBe("工会会徽");
    await press("取消");
    expect(page.find("form.form").exists()).toBe(false);
    page.unmount();
  });
});
