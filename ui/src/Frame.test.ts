// The frame: undo, redo, lock and search by their keys, and what the bar shows.
import { flushPromises, mount } from "@vue/test-utils";
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { OpenStatus, Status } from "./contract/bindings";
import { ledgerDrafts } from "./contract/ledgerDrafts";
import { desk, go, refreshStatus, say, setStatus, watchLedger } from "./desk";
import { keepDraftsIn } from "./drafts";
import Frame from "./Frame.vue";
import { usePlatform } from "./platform";
import { FakePlatform } from "./platform/fake";

vi.mock("./pages/today/TodayPage.vue", async () => {
  const { useDraft } = await import("./drafts");
  const setup = () => useDraft({ form: "typed", fresh: () => ({ words: "" }) });
  return { __esModule: true, default: { setup, template: "<div><input class='typed' v-model='form.words' /><p class='offered'>{{ offered?.body }}</p></div>" } };
});

const open: OpenStatus = {
  dir: "/a",
  unionName: "赣江机械有限公司工会委员会",
  employer: "赣江机械有限公司",
  person: { id: "p", name: "张建国", role: "chair", parts: [], reads: [] },
  sight: { identity: "masked", wages: "masked", health: "masked", account: "masked" },
  idleMinutes: 10,
  namedDay: null,
  today: "2026-11-16",
  undo: "保存会议",
  redo: null,
  stoppedBy: null,
  unionId: "ledger",
  bySheet: false,
};
const status = (over: Partial<OpenStatus> = {}): Status => ({ known: [], home: "/", open: { ...open, ...over } });
let fake: FakePlatform;
async function frame(over: Partial<OpenStatus> = {}) {
  setStatus(status(over));
  go({ page: "today" });
  const page = mount(Frame, { attachTo: document.body });
  await flushPromises();
  return page;
}
const key = async (init: KeyboardEventInit, target: EventTarget = window) => {
  target.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }));
  await flushPromises();
};
beforeEach(() => {
  keepDraftsIn({ get: async () => null, save: async () => undefined, discard: async () => undefined, list: async () => [] });
  fake = new FakePlatform({
    "ledger.status": () => status({ undo: null, redo: "保存会议" }),
    "ledger.undo": () => ({ label: "保存会议" }),
    "ledger.lock": () => ({ known: [], home: "/", open: null }),
  });
  usePlatform(fake);
});

describe("the frame", () => {
  it("undoes by Ctrl+Z, says what, and learns what can be undone now", async () => {
    fake.touches["ledger.undo"] = ["meeting"];
    const stop = watchLedger();
    const page = await frame();
    expect(page.text()).toContain("撤销：保存会议");
    await key({ key: "z", ctrlKey: true });
    expect(desk.said).toBe("已撤销：保存会议");
    expect(page.text()).toContain("重做：保存会议");
    stop();
    page.unmount();
  });

  it("leaves Ctrl+Z to a text that is being typed", async () => {
    const page = await frame();
    await key({ key: "z", ctrlKey: true }, page.get(".typed").element);
    expect(fake.calls).toEqual([]);
    page.unmount();
  });

  it("says why undo stops at a final step", async () => {
    const page = await frame({ undo: null, stoppedBy: "印发文件", stoppedHow: "第 12 步，2026年11月16日，张建国" });
    await key({ key: "z", ctrlKey: true });
    expect(desk.said).toContain("“印发文件”（第 12 步，2026年11月16日，张建国）已成定局");
    expect(fake.calls).toEqual([]);
    page.unmount();
  });

  it("locks by Ctrl+L and goes to the search by Ctrl+K", async () => {
    const page = await frame();
    await key({ key: "k", ctrlKey: true });
    expect(document.activeElement?.getAttribute("role")).toBe("combobox");
    page.unmount();
    const second = await frame();
    await key({ key: "l", ctrlKey: true });
    expect(fake.calls.map((c) => c.name)).toEqual(["ledger.lock"]);
    expect(desk.status?.open).toBeNull();
    second.unmount();
  });

  it("keeps what is being typed and locks before the machine sleeps, and has it again after the passphrase", async () => {
    fake.handlers["drafts.get"] = fake.handlers["drafts.save"] = () => null;
    keepDraftsIn(ledgerDrafts);
    const page = await frame();
    await page.get(".typed").setValue("三号车间");
    fake.calls.length = 0;
    fake.sleep();
    await flushPromises();
    expect(fake.calls).toEqual([
      { name: "drafts.save", args: { form: "typed", record: undefined, body: { words: "三号车间" } } },
      { name: "ledger.lock", args: {} },
    ]);
    expect(desk.status?.open).toBeNull();
    page.unmount();
    fake.sleep();
    expect(fake.calls).toHaveLength(2);
    fake.handlers["drafts.get"] = () => ({ body: { words: "三号车间" }, savedAt: "2026-11-16T09:00" });
    const again = await frame();
    expect(again.get(".offered").text(), "it is told, and may be dropped").toContain("三号车间");
    again.unmount();
  });

  it("says nothing stale: not on another page, not after locking and opening again", async () => {
    const page = await frame();
    say("已保存。");
    go({ page: "today" });
    expect(desk.said).toBe("");
    await key({ key: "l", ctrlKey: true });
    expect(desk.said).toContain("账本已锁定");
    setStatus(status());
    expect(desk.said).toBe("");
    page.unmount();
  });

  it("tells of the demo how it is opened again: nobody has its passphrase", async () => {
    const page = await frame({ namedDay: "2026-11-16" });
    await key({ key: "l", ctrlKey: true });
    expect(desk.said).toBe("示例工会已锁定。它不用口令，点“打开示例工会”就能接着看。");
    page.unmount();
  });

  it("goes back to the start page when the ledger has locked itself", async () => {
    const stop = watchLedger();
    setStatus(status());
    fake.handlers["ledger.status"] = () => ({ known: [], home: "/", open: null });
    fake.handlers["today.list"] = () => {
      throw { code: "not_open", message: "还没有打开账本。" };
    };
    const { call } = await import("./contract/client");
    await expect(call("today.list", {})).rejects.toMatchObject({ code: "not_open" });
    await flushPromises();
    expect(desk.status?.open).toBeNull();
    stop();
    await refreshStatus();
  });

  it("gives up the day of a demo before what undo takes back", () => {
    const style = readFileSync("src/Frame.vue", "utf8").split("<style")[1]!;
    const narrow = /@container \(max-width: 72em\) \{([^@]*?\n)\}/.exec(style)![1]!;
    expect(narrow.replace(/\s+/g, " ").trim()).toBe(".day .rest { display: none; }");
  });

  it("shows the named day of a demo ledger in the bar", async () => {
    const page = await frame({ namedDay: "2026-11-19" });
    expect(page.text()).toContain("示例工会，今天按 2026年11月19日 星期四");
    page.unmount();
  });
});
