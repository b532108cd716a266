// Copies: made, looked into before they are put in place, taken back; a ledger brought onto a bare computer; a paper's proof.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import { desk, setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import BringBack from "../start/BringBack.vue";
import CheckPart from "./CheckPart.vue";
import CopiesPart from "./CopiesPart.vue";

const inside = {
  dir: "/u", ledger: "x", head: { seq: 126, hash: "ab" }, lastStep: "保存会议", lastAt: "2026-11-16T08:57:10+08:00",
  counts: [{ name: "会员", count: 320 }], files: 3, filesMissing: 1, erased: 2, altered: null as string | null,
};
const copy = (over = {}) => ({ copy: "c1", dir: "", at: "2026-11-16T08:58:00", ahead: false, before: false, good: true, steps: 126, lastStep: "保存会议", bytes: 1843200, ...over });
let fake: FakePlatform;
let outsideDue: string;
let outside: { on: string; steps: number; place: string } | null;
let lacking: string | null;
let late: string | null;
beforeEach(() => {
  lacking = null;
  late = null;
  outsideDue = "2026-12-01";
  outside = null;
  fake = new FakePlatform({
    "ledger.status": () => statusOf("chair"),
    "ledger.backups": () => ({ own: [copy(), copy({ copy: "c2", at: "2036-09-30T09:00:00", ahead: true }), copy({ copy: "c0", good: false })], outside, outsideDue, trouble: null, late }),
    "ledger.backup": () => ({ dir: "/u", steps: 126, bytes: 1, files: 3, missing: 0, damaged: lacking ? 1 : 0, trouble: lacking, thinned: 0 }),
    "ledger.lookInto": () => inside,
    "ledger.lookAt": () => ({ inside, passed: 1 }),
    "ledger.restore": () => ({ status: statusOf("chair"), kept: "kept", dir: "/k" }),
    "ledger.bring": () => statusOf("chair"),
    "ledger.check": () => ({
      steps: 9, head: "ab",
      findings: [{ severity: "warning", message: "搜索索引与花名册不一致。", wayOut: "点“重新整理”。", mend: "rebuild" }],
    }),
    "ledger.rebuild": () => null,
    "ledger.prove": ({ digits }: { digits: string }) => (digits.startsWith("ab") ? { kind: "holds", at: "2026-11-16T08:57:10+08:00", label: "保存会议" } : digits.startsWith("cd") ? { kind: "altered", found: "账本的结构被改动过：改了视图 live_person。页面和文书上的名单、数字可能不真实。" } : { kind: "differs", wrong: null, fits: null }),
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));
type Page = ReturnType<typeof mount>;
const press = async (page: Page, words: string) => {
  await page.findAll("button").find((b) => b.text() === words)!.trigger("click");
  await flushPromises();
};
const called = (name: string) => fake.calls.filter((c) => c.name === name).map((c) => c.args);

describe("copies", () => {
  it("shows what is in one before it is put in place, says what that does, and offers to take it back", async () => {
    const page = mount(CopiesPart, { attachTo: document.body });
    await flushPromises();
    const looks = page.findAll("button").filter((b) => b.text() === "查看");
    expect(looks.map((b) => b.attributes("disabled") !== undefined)).toEqual([false, false, true]);
    expect(page.text(), "what the list itself does not say").toContain("点“查看”时才逐页核对");
    await looks[0]!.trigger("click");
    await flushPromises();
    expect(page.text()).toContain("会员 320");
    expect(page.text()).toContain("有 1 个不在备份旁边");
    expect(page.text()).toContain("有 2 条记录后来已依法清除，恢复时会再次清除。");
    await press(page, "恢复到这一份");
    expect(called("ledger.restore")).toEqual([]);
    const asked = () => document.querySelector(".el-dialog")!.textContent!;
    expect(asked(), "to which state").toContain("恢复到 2026年11月16日 08:58 的备份：126 步，最后一步是“保存会议”");
    const own = [copy(), copy({ copy: "kept", at: "2026-11-16T09:10:00", before: true, steps: 131, lastStep: "登记人员" })];
    fake.handlers["ledger.backups"] = () => ({ own, outside, outsideDue, trouble: null, late });
    [...document.querySelectorAll<HTMLButtonElement>(".el-dialog button")].find((b) => b.textContent?.trim() === "恢复到这一份")!.click();
    await flushPromises();
    expect(called("ledger.restore")).toEqual([{ copy: "c1" }]);
    await press(page, "恢复错了，恢复回去");
    expect(asked(), "and back to which").toContain("回到 2026年11月16日 09:10 恢复以前的账本：131 步，最后一步是“登记人员”");
    expect(asked()).toContain("换回刚才恢复以前的账本");
    [...document.querySelectorAll<HTMLButtonElement>(".el-dialog button")].find((b) => b.textContent?.trim() === "恢复回去")!.click();
    await flushPromises();
    expect(called("ledger.restore")).toEqual([{ copy: "c1" }, { copy: "kept" }]);
  });

  it("says of one that was altered what is not true of it, before it is put in place by those who were told", async () => {
    const what = "改了视图 live_person";
    fake.handlers["ledger.lookInto"] = () => ({ ...inside, altered: what });
    fake.handlers["ledger.restore"] = ({ copy, altered }: { copy: string; altered?: boolean }) => {
      if (copy === "kept" && !altered) throw { code: "ledger.copyAltered", message: `这份备份的结构被改动过：${what}。`, field: "copy" };
      return { status: statusOf("chair"), kept: "kept", dir: "/k" };
    };
    const page = mount(CopiesPart, { attachTo: document.body });
    await flushPromises();
    const confirm = async (words: string) => {
      const all = [...document.querySelectorAll<HTMLButtonElement>(".el-dialog button")];
      all.findLast((b) => b.textContent?.trim() === words)!.click();
      await flushPromises();
    };
    await press(page, "查看");
    expect(page.get("[role=alert]").text()).toContain(`这份备份的结构被改动过：${what}`);
    expect(page.get("[role=alert]").text()).toContain("请另选一份改动以前的备份");
    await press(page, "恢复到这一份");
    await confirm("仍然恢复这一份");
    expect(called("ledger.restore")).toEqual([{ copy: "c1", altered: true }]);
    // The ledger as it was has nobody looked into.
    await press(page, "恢复错了，恢复回去");
    await confirm("恢复回去");
    expect([...document.querySelectorAll(".el-dialog")].map((one) => one.textContent).join()).toContain(what);
    await confirm("仍然恢复这一份");
    expect(called("ledger.restore").slice(1)).toEqual([{ copy: "kept" }, { copy: "kept", altered: true }]);
  });

  it("says of one from a day to come that its date is not to be relied on", async () => {
    const page = mount(CopiesPart);
    await flushPromises();
    const told = page.findAll("article").map((copy) => copy.text().includes("日期不准"));
    expect(told).toEqual([false, true, false]);
  });

  it("says of a stick from a day to come that its day is not to be relied on", async () => {
    outside = { on: "2026-10-28", steps: 90, place: "/media/usb" };
    const before = mount(CopiesPart);
    await flushPromises();
    expect(before.text()).not.toContain("这一天还没有到");
    outside = { on: "2036-09-30", steps: 90, place: "/media/usb" };
    const page = mount(CopiesPart);
    await flushPromises();
    expect(page.text()).toContain("这一天还没有到");
  });

  it("tells of which day the copy is only made now", async () => {
    late = "2026年11月15日的改动当天没有来得及自动备份，改动都在。";
    const page = mount(CopiesPart);
    await flushPromises();
    expect(page.text()).toContain(late);
  });

  it("goes onto the stick that was chosen, and reminds when its day has come", async () => {
    outsideDue = "2026-11-16";
    const page = mount(CopiesPart, { attachTo: document.body });
    await flushPromises();
    expect(page.text()).toContain("该备份到 U 盘了");
    await press(page, "备份到 U 盘或文件夹");
    expect(called("ledger.backup")).toEqual([]);
    fake.nextPick = { handle: "usb", name: "USB" };
    await press(page, "备份到 U 盘或文件夹");
    expect(called("ledger.backup")).toEqual([{ to: "usb" }]);
    expect(desk.said).toContain("126 步");
  });

  it("says of the demo union that it makes none by itself, and urges nobody to keep one", async () => {
    setStatus(statusOf("chair", { namedDay: "2026-11-19" }));
    outsideDue = "2026-11-16";
    fake.handlers["ledger.backups"] = () => ({ own: [], outside, outsideDue, trouble: null, late });
    const page = mount(CopiesPart, { attachTo: document.body });
    await flushPromises();
    expect(page.findAll("p").map((one) => one.text()).filter(Boolean)).toEqual(["示例工会不自动备份，随时可以重新建立；可以备份一份试试。"]);
  });

  it("says which attachments a copy lacks", async () => {
    lacking = "账本副本已做好，但有1个附件的文件已损坏（李强：入会申请.pdf），副本里没有。";
    const page = mount(CopiesPart, { attachTo: document.body });
    await flushPromises();
    fake.nextPick = { handle: "usb", name: "USB" };
    await press(page, "备份到 U 盘或文件夹");
    expect(page.get('[role="alert"]').text()).toBe(lacking);
    lacking = null;
    fake.nextPick = { handle: "usb", name: "USB" };
    await press(page, "备份到 U 盘或文件夹");
    expect(page.find('[role="alert"]').exists()).toBe(false);
  });

  it("brings a ledger back by the recovery sheet, after showing what was found", async () => {
    fake.nextPick = { handle: "usb", name: "USB" };
    setStatus({ known: [], home: "/", open: null });
    const page = mount(BringBack, { attachTo: document.body });
    await press(page, "选择 U 盘或备份所在的文件夹");
    await press(page, "忘记口令，用恢复单打开");
    await page.get("textarea").setValue("春 夏 秋 冬");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(called("ledger.lookAt")).toEqual([{ from: "usb", words: "春 夏 秋 冬" }]);
    expect(page.text()).toContain("较新的 1 份已损坏");
    expect(page.text()).toContain("请到“设置—回收站”里重新清除");
    await press(page, "取回并打开");
    expect(called("ledger.bring")).toEqual([{ from: "usb", words: "春 夏 秋 冬" }]);
    expect(desk.status?.open?.unionName).toContain("赣江");
  });

  it("brings one that was altered only for those who were told", async () => {
    const what = "改了视图 live_person";
    let altered: string | null = null;
    fake.handlers["ledger.lookAt"] = () => ({ inside: { ...inside, altered }, passed: 0 });
    fake.handlers["ledger.bring"] = (args: { altered?: boolean }) => {
      if (!args.altered) throw { code: "ledger.copyAltered", message: `这份备份的结构被改动过：${what}。`, field: "from" };
      return statusOf("chair");
    };
    fake.nextPick = { handle: "usb", name: "USB" };
    setStatus({ known: [], home: "/", open: null });
    const page = mount(BringBack, { attachTo: document.body });
    await press(page, "选择 U 盘或备份所在的文件夹");
    const look = async () => {
      await page.get("form").trigger("submit");
      await flushPromises();
    };
    await page.get("input").setValue("赣江 渡口 七盏灯");
    await look();
    // Another was put there since: it is said, and looked into anew.
    await press(page, "取回并打开");
    expect(page.text()).toContain(what);
    expect(page.text()).not.toContain("找到这份备份");
    altered = what;
    await look();
    expect(page.get(".urge").text()).toContain(`这份备份的结构被改动过：${what}`);
    await press(page, "仍然取回这一份");
    const way = { from: "usb", passphrase: "赣江 渡口 七盏灯" };
    expect(called("ledger.bring")).toEqual([way, { ...way, altered: true }]);
    expect(desk.status?.open?.unionName).toContain("赣江");
  });
});

describe("the check", () => {
  it("gives each finding its severity and its way out, and mends what can be mended", async () => {
    const page = mount(CheckPart, { attachTo: document.body });
    await press(page, "开始检查");
    expect(page.get(".finding").text()).toContain("提醒搜索索引与花名册不一致。点“重新整理”。");
    await press(page, "重新整理");
    expect(called("ledger.rebuild")).toHaveLength(1);
    expect(page.find(".finding").exists()).toBe(false);
  });

  it("says whether a paper's digits are this ledger's", async () => {
    const page = mount(CheckPart, { attachTo: document.body });
    const [seq, digits] = page.findAll("input");
    await seq!.setValue("126");
    await digits!.setValue("ab12 cd34");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(called("ledger.prove")).toEqual([{ seq: 126, digits: "ab12 cd34" }]);
    expect(page.get("[role=status]").text()).toContain("对得上");
    await digits!.setValue("ff12 cd34");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(page.get("[role=status]").text()).toContain("对不上");
    await digits!.setValue("cd12 cd34");
    await page.get("form").trigger("submit");
    await flushPromises();
    const said = page.get("[role=status]");
    expect(said.text(), "the chain holds, and what is shown is not to be trusted").toContain("改了视图 live_person");
    expect(said.classes()).toContain("late");
  });

  it("asks to look at the paper once more before it speaks of a forged one, and says where", async () => {
    const page = mount(CheckPart, { attachTo: document.body });
    const [seq, digits] = page.findAll("input");
    await seq!.setValue("126");
    await digits!.setValue("ff12 cd34");
    const told = async (proof: object) => {
      fake.handlers["ledger.prove"] = () => proof;
      await page.get("form").trigger("submit");
      await flushPromises();
      const said = page.get("[role=status]").text();
      expect(said.indexOf("照纸上"), said).toBeGreaterThan(0);
      return said;
    };
    const alarm = await told({ kind: "differs", wrong: null, fits: null });
    expect(alarm.indexOf("再核对一遍")).toBeLessThan(alarm.indexOf("不是这本账本打印的"));
    expect(await told({ kind: "differs", wrong: 3, fits: null })).toContain("只有第 3 位不一样");
    expect(await told({ kind: "differs", wrong: null, fits: 125 })).toContain("校验码是第 125 步的");
    const beyond = await told({ kind: "beyond", newest: 130, fits: 126 });
    expect(beyond).toContain("账本只有 130 步");
    expect(beyond).toContain("校验码是第 126 步的");
  });

  it("tells how far a long proof has come, and lets it be stopped", async () => {
    fake.handlers["ledger.prove"] = (_: unknown, progress: (p: { done: number; total: number; label: string }) => void) => {
      progress({ done: 500, total: 1000, label: "核对流水和记录" });
      return new Promise(() => undefined);
    };
    const page = mount(CheckPart, { attachTo: document.body });
    const [seq, digits] = page.findAll("input");
    await seq!.setValue("126");
    await digits!.setValue("ab12 cd34");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(page.text()).toContain("正在核对流水和记录");
    await press(page, "取消");
    expect(page.text()).not.toContain("正在核对流水和记录");
    expect(page.find("[role=alert]").exists(), "who stopped it is told of no fault").toBe(false);
  });
});
