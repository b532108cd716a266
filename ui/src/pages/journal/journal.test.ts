// The journal: found by what is filled in, opened to what changed, taken back or told which step stands in the way; and the
// life of one record, and the trash.
import { enableAutoUnmount, flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { effectScope } from "vue";
import { statusOf } from "../../../tests/status";
import type { HistoryLine, Purges } from "../../contract/bindings";
import { ledgerDrafts } from "../../contract/ledgerDrafts";
import { desk, setStatus, watchLedger } from "../../desk";
import { flushDrafts, keepDraftsIn, useDraft } from "../../drafts";
import RecordChanges from "../../parts/RecordChanges.vue";
import RecordLife from "../../parts/RecordLife.vue";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import TrashPart from "../settings/TrashPart.vue";
import JournalPage from "./JournalPage.vue";
import { queryOf } from "./logic";

const line = (seq: number, over: Partial<HistoryLine> = {}): HistoryLine => ({
  seq, at: "2026-11-16T09:32:10.000+08:00", actor: "张建国", op: "negotiation.saveMeeting", label: "保存会议", subject: "第2轮会议（2026年11月3日）",
  isFinal: false, undoneBy: null, target: null, canTakeBack: true, ...over,
});
const record = { record: "协商会议", title: "第2轮会议（2026年11月3日）", table: "meeting", id: "m", act: "修改", erasedBy: null, held: null, fields: [{ field: "地点", before: "二楼", after: "三楼" }] };
const removed = (kind: string, over = {}) => ({
  kind, kindLabel: "个人", id: kind, title: "欧阳一", removedAt: "2025-10-16T09:32:10.000+08:00", removedBy: null,
  purgeFrom: "2026-10-16", mayPurge: true, reckoned: "保存1年。", heldBy: null, ...over,
});
/** A step that was taken back, with what it left. */
const undone = (seq: number, lines: object[], over = {}) => ({
  seq, label: "导入花名册", at: "2026-11-16T09:32:10.000+08:00", by: "张建国", count: lines.length, lines, purgeFrom: "2026-11-16", mayPurge: true, reckoned: "不用再保存，可以清除。", ...over,
});
let takeBack: () => unknown;
let fake: FakePlatform;
let purges: Purges;
beforeEach(() => {
  purges = { lines: [], outside: "" };
  takeBack = () => ({ label: "保存会议" });
  fake = new FakePlatform({
    "history.actors": () => [{ id: "p1", name: "张建国", left: false }, { id: "p0", name: "熊秀英", left: true }],
    "history.list": ({ before }: { before?: number }) => (before ? { lines: [line(1)], more: false } : { lines: [line(3), line(2, { isFinal: true, canTakeBack: false })], more: true }),
    "history.step": () => ({ line: line(3), records: [record], total: 1 }),
    "history.mayTakeBack": () => null,
    "history.takeBack": () => takeBack(),
    "history.of": () => [{ line: line(1, { label: "登记" }), record }, { line: line(3), record }],
    "history.export": () => ({ rows: 3 }),
    "trash.list": () => [removed("person", { stays: "姓名仍留在其他事项里：诉求人1处。" }), removed("meeting", { mayPurge: false, title: "第4轮" })],
    "trash.takenBack": () => [],
    "trash.retentions": () => [],
    "trash.restore": () => ({ note: "移除以后另有安排的3人没有动，仍在现在的地方。" }),
    "trash.purge": () => {
      purges = { lines: [{ seq: 9, at: "2026-11-16T09:32:10.000+08:00", label: "清除人员：保存期满", held: { copies: 3, until: "2027-11-01" } }], outside: "U盘请自行处理。" };
      return { seq: 9, held: purges.lines[0]!.held, copies: "没有备份。", stays: "姓名仍留在其他事项里：诉求人1处。", drafts: "没填完的表单里有2份已一并删去。" };
    },
    "trash.purged": () => purges,
    "ledger.dropOldCopies": () => {
      purges = { ...purges, lines: purges.lines.map((l) => ({ ...l, held: { copies: 0, until: null } })) };
      return { copies: 3, fresh: "/b" };
    },
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));
enableAutoUnmount(afterEach);
type Page = ReturnType<typeof mount>;
const press = async (page: Page, words: string) => {
  await page.findAll("button").find((b) => b.text().includes(words))!.trigger("click");
  await flushPromises();
};
const pressAnywhere = async (words: string) => {
  [...document.querySelectorAll("button")].filter((b) => b.textContent?.trim() === words).at(-1)!.click();
  await flushPromises();
};
const lists = () => fake.calls.filter((c) => c.name === "history.list").map((c) => c.args);

describe("the journal", () => {
  it("asks for nothing but what is filled in, and for the older steps below the last", async () => {
    expect(queryOf({ person: "", module: " ", from: "2026-11-01", to: "", text: " 会议 " })).toEqual({ from: "2026-11-01", text: "会议" });
    vi.useFakeTimers();
    const page = mount(JournalPage, { attachTo: document.body });
    await flushPromises();
    await page.findAll("select")[1]!.setValue("members");
    vi.advanceTimersByTime(200);
    vi.useRealTimers();
    await flushPromises();
    expect(lists().at(-1)).toEqual({ module: "members", limit: 50 });
    await press(page, "更早的步骤");
    expect(lists().at(-1)).toMatchObject({ before: 2 });
    expect(page.findAll("article")).toHaveLength(3);
  });

  it("is searched by everyone who made a step, and says who of them has left", async () => {
    vi.useFakeTimers();
    const page = mount(JournalPage, { attachTo: document.body });
    await flushPromises();
    const person = page.findAll("select")[0]!;
    expect(person.findAll("option").map((one) => one.text())).toEqual(["所有人", "张建国", "熊秀英（已离任）"]);
    await person.setValue("p0");
    vi.advanceTimersByTime(200);
    vi.useRealTimers();
    await flushPromises();
    expect(lists().at(-1)).toEqual({ person: "p0", limit: 50 });
  });

  it("opens a step to the fields it changed, and offers to take back only what can be", async () => {
    const page = mount(JournalPage, { attachTo: document.body });
    await flushPromises();
    expect(page.get("article .subject").text(), "the line says what the step was about").toBe("第2轮会议（2026年11月3日）");
    await press(page, "第 3 步");
    expect(page.get("dl").text().replace(/\s+/g, " ")).toContain("地点二楼 → 三楼");
    expect(page.get(".record").text(), "it says which one it is").toContain("修改 协商会议 第2轮会议（2026年11月3日）");
    await press(page, "撤销这一步");
    expect(document.body.textContent, "what can be turned back, and until when").toContain("马上还可以重做，后来又办了别的事就不能了");
    expect(document.body.textContent).not.toContain("可以再撤销");
    takeBack = () => {
      throw { code: "ledger.inTheWay", message: "第5步改过同样的内容，请先撤销第5步。" };
    };
    await pressAnywhere("撤销这一步");
    expect(page.get("[role=alert]").text()).toContain("第5步");
    takeBack = () => ({ label: "保存会议" });
    await press(page, "撤销这一步");
    await pressAnywhere("撤销这一步");
    expect(desk.said).toBe("已撤销：保存会议");
    await press(page, "第 2 步");
    expect(page.text()).not.toContain("撤销这一步");
  });

  it("says at once why a step cannot be taken back now, and asks of the one that is opened alone", async () => {
    fake.handlers["history.mayTakeBack"] = () => {
      throw { code: "refused", message: "第5步改过同样的内容，请先撤销第5步。" };
    };
    const page = mount(JournalPage, { attachTo: document.body });
    await flushPromises();
    await press(page, "第 3 步");
    expect(page.get(".inside").text()).toContain("现在不能撤销：第5步改过同样的内容");
    expect(page.findAll("button").some((b) => b.text() === "撤销这一步")).toBe(false);
    await press(page, "第 2 步");
    expect(fake.calls.filter((c) => c.name === "history.mayTakeBack").map((c) => c.args)).toEqual([{ seq: 3 }]);
  });

  it("names the final step behind which an older one cannot be taken back", async () => {
    const why = "后面的“印发”（第 9 步，2026年11月16日，张建国）是最终的，它以前的步骤不能再撤销。";
    fake.handlers["history.list"] = () => ({ lines: [line(4, { canTakeBack: false }), line(3, { canTakeBack: false, undoneBy: 5 }), line(2, { target: 1, canTakeBack: false })], more: false });
    fake.handlers["history.mayTakeBack"] = () => {
      throw { code: "refused", message: why };
    };
    const page = mount(JournalPage, { attachTo: document.body });
    await flushPromises();
    await press(page, "第 4 步");
    expect(page.get(".inside").text()).toContain(`现在不能撤销：${why}`);
    expect(page.findAll("button").some((b) => b.text() === "撤销这一步")).toBe(false);
    for (const said of ["第 3 步", "第 2 步"]) await press(page, said);
    expect(fake.calls.filter((c) => c.name === "history.mayTakeBack").map((c) => c.args), "taken back or turning another: the line says so").toEqual([{ seq: 4 }]);
  });

  it("says plainly of a step without single changes that there are none to list", async () => {
    fake.handlers["history.step"] = () => ({ line: line(3), records: [], total: 0 });
    const page = mount(JournalPage, { attachTo: document.body });
    await flushPromises();
    await press(page, "第 3 步");
    expect(page.get(".inside").text()).toContain("没有逐条的改动可列");
  });

  it("says of what is covered what opens it: a purpose, a right, or another page", () => {
    const hidden = { ...record, fields: [{ field: "出生日期", before: null, after: "（受保护）" }] };
    const told = (identity: "full" | "masked" | "never", fields = hidden.fields) => {
      setStatus(statusOf("chair", { sight: { identity, wages: "full", health: "full", account: "full" } }));
      return mount(RecordChanges, { props: { record: { ...hidden, fields } } }).text();
    };
    expect(told("masked")).toContain("请先到“会员”点“显示完整号码”，写明用途");
    expect(told("never")).toContain("请由主席授权");
    setStatus(statusOf("chair", { sight: { identity: "never", wages: "masked", health: "never", account: "never" } }));
    const ofWages = mount(RecordChanges, { props: { record: hidden } }).text();
    expect(ofWages, "its button at the members is off").toContain("请先到工资数据的页面点“显示个人工资”，写明用途");
    expect(told("full")).toContain("请到工资数据的页面看");
    expect(told("masked", record.fields as never)).not.toContain("显示完整号码");
  });

  it("tells the life of a record, the newest first", async () => {
    const page = mount(RecordLife, { props: { table: "meeting", id: "m", name: "第3轮协商会议" }, attachTo: document.body });
    await press(page, "来历");
    const events = [...document.querySelectorAll(".events li")].map((li) => li.textContent);
    expect(events[0]).toContain("保存会议");
    expect(events[1]).toContain("登记");
    expect(fake.calls[0]).toEqual({ name: "history.of", args: { table: "meeting", id: "m" } });
  });
});

describe("the trash", () => {
  it("speaks of the law only beside a kind that a rule asks to keep longer", async () => {
    fake.handlers["trash.retentions"] = () => [
      { kind: "person", kindLabel: "人员", months: 12, law: null },
      { kind: "labourContract", kindLabel: "劳动合同", months: 24, law: { rule: "劳动合同法第五十条", months: 24, binding: true, confidence: "high", note: null } },
      { kind: "healthExam", kindLabel: "职业健康检查", months: 12, law: { rule: "职业健康检查管理办法第二十条", months: 180, binding: false, confidence: "low", note: "供参照" } },
    ];
    const page = mount(TrashPart, { attachTo: document.body });
    await flushPromises();
    expect(page.get("details").attributes("open"), "one choice a kind of record: opened by whoever wants it").toBeUndefined();
    expect(page.findAll(".keep .note").map((note) => note.text())).toEqual([
      "没有法定期限。",
      "劳动合同法第五十条：至少2 年。",
      "没有约束工会的期限；可参照职业健康检查管理办法第二十条：15 年。（条文未经核对，请先向上级工会核实。）",
    ]);
    const times = page.findAll(".keep select").map((one) => one.findAll("option").map((option) => option.attributes("value")));
    expect(times[0]![0]).toBe("12");
    expect(times[1]![0], "nothing under the law's time").toBe("24");
  });

  it("says in the row which part keeps the whole, and how its day is reckoned", async () => {
    const reckoned = "其中的劳动合同还要保存：劳动合同法第五十条。";
    fake.handlers["trash.list"] = () => [removed("person", { mayPurge: false, purgeFrom: "2028-06-03", heldBy: "劳动合同", reckoned }), removed("meeting")];
    const page = mount(TrashPart, { attachTo: document.body });
    await flushPromises();
    const rows = page.findAll(".line").map((row) => row.text());
    expect(rows[0]).toContain("2028年6月3日 星期六（劳动合同还要保存）");
    expect(rows[1]).not.toContain("还要保存");
    const [purge] = page.findAll("button").filter((b) => b.text() === "彻底清除");
    expect([purge!.attributes("disabled") !== undefined, purge!.attributes("title")]).toEqual([true, reckoned]);
  });

  it("says in the row what to enter where no day can be told yet", async () => {
    const reckoned = "劳动合同法第五十条，保存的时间从劳动合同解除或者终止算起。";
    fake.handlers["trash.list"] = () => [removed("labourContract", { mayPurge: false, purgeFrom: null, reckoned })];
    const page = mount(TrashPart, { attachTo: document.body });
    await flushPromises();
    const row = page.get(".line").text();
    expect(row).toContain("还算不出哪天可以清除");
    expect(row).toContain(reckoned);
    expect(row).not.toContain("最早可清除");
  });

  it("lists what was entered and taken back for the chair, who may erase it and cannot bring it back", async () => {
    fake.handlers["trash.list"] = () => [];
    fake.handlers["trash.takenBack"] = () => [undone(7, [removed("person", { title: "欧阳清漪", reckoned: "不用再保存，可以清除。" })])];
    const page = mount(TrashPart, { attachTo: document.body });
    await flushPromises();
    const part = page.get("[aria-label='已撤销的录入']");
    expect(part.text()).toContain("欧阳清漪");
    expect(part.findAll("button").map((b) => b.text())).toEqual(["彻底清除"]);
    await part.get("button").trigger("click");
    await flushPromises();
    expect(document.body.textContent).toContain("彻底清除“欧阳清漪”");
    setStatus(statusOf("officer"));
    const other = mount(TrashPart, { attachTo: document.body });
    await flushPromises();
    expect(other.find("[aria-label='已撤销的录入']").exists()).toBe(false);
    expect(fake.calls.filter((c) => c.name === "trash.takenBack")).toHaveLength(1);
  });

  it("opens an undone step to what it left, and erases all of it at once with a reason, or nothing where that is given up", async () => {
    fake.handlers["trash.list"] = () => [];
    const lines = [removed("person", { id: "p1", title: "欧阳清漪" }), removed("person", { id: "p2", title: "熊秀英" })];
    fake.handlers["trash.takenBack"] = () => [undone(7, lines, { count: 5000 }), undone(5, [removed("meeting")], { label: "保存会议" }), undone(3, lines, { mayPurge: false, reckoned: "还没有到期。" })];
    const page = mount(TrashPart, { attachTo: document.body });
    await flushPromises();
    const part = page.get("[aria-label='已撤销的录入']");
    expect(part.text()).toContain("导入花名册，已撤销，留下 5000 条记录");
    expect(part.findAll("details").map((one) => one.get("summary").text()), "one record alone is its own line").toEqual(["看前 2 条", "看这些记录"]);
    expect(part.get("details").text()).toContain("熊秀英");
    const all = part.findAll("button").filter((b) => b.text() === "全部清除");
    expect(all.map((b) => [b.attributes("disabled") !== undefined, b.attributes("title")])).toEqual([[false, "不用再保存，可以清除。"], [true, "还没有到期。"]]);
    await all[0]!.trigger("click");
    await flushPromises();
    expect(document.body.textContent).toContain("全部清除“导入花名册”留下的 5000 条记录");
    const act = () => [...document.querySelectorAll<HTMLButtonElement>(".el-dialog button")].find((b) => b.textContent?.trim() === "全部清除")!;
    expect(act().disabled, "not without a reason").toBe(true);
    const reason = document.querySelector<HTMLInputElement>(".el-dialog input")!;
    reason.value = "导错了表";
    reason.dispatchEvent(new Event("input"));
    await flushPromises();
    let answer = (): unknown => Promise.reject({ code: "ledger.cancelled", message: "已取消。" });
    fake.handlers["trash.purgeStep"] = () => answer();
    act().click();
    await flushPromises();
    expect(document.querySelector(".el-dialog")!.textContent, "what was given up is no fault").not.toContain("已取消");
    expect(reason.value, "and may be asked for again").toBe("导错了表");
    answer = () => ({ seq: 9, held: { copies: 0, until: null }, copies: "没有备份。", stays: null, drafts: null });
    act().click();
    await flushPromises();
    expect(fake.calls.filter((c) => c.name === "trash.purgeStep").map((c) => c.args)).toEqual([{ seq: 7, reason: "导错了表" }, { seq: 7, reason: "导错了表" }]);
    expect(fake.calls.some((c) => c.name === "trash.purge")).toBe(false);
    expect(desk.said).toBe("已在第 9 步清除。没有备份。");
  });

  it("brings a record back, and erases one only when its day has come and with a reason", async () => {
    const page = mount(TrashPart, { attachTo: document.body });
    await flushPromises();
    const purges = page.findAll("button").filter((b) => b.text() === "彻底清除");
    expect(purges.map((b) => b.attributes("disabled") !== undefined)).toEqual([false, true]);
    expect(purges[1]!.attributes("title")).toBe("保存1年。");
    await press(page, "恢复");
    expect(fake.calls.find((c) => c.name === "trash.restore")?.args).toEqual({ kind: "person", id: "person" });
    expect(desk.said, "what did not come back is said").toContain("另有安排的3人没有动");
    await purges[0]!.trigger("click");
    await flushPromises();
    const act = () => [...document.querySelectorAll<HTMLButtonElement>(".el-dialog button")].find((b) => b.textContent?.trim() === "彻底清除")!;
    expect(act().disabled).toBe(true);
    expect(document.body.textContent, "what an erasing leaves is said before it").toContain("会议纪要和已印发的文件里的姓名仍然保留");
    expect(document.body.textContent, "and where, counted").toContain("诉求人1处");
    const reason = document.querySelector<HTMLInputElement>(".el-dialog input")!;
    reason.value = "保存期满";
    reason.dispatchEvent(new Event("input"));
    await flushPromises();
    act().click();
    await flushPromises();
    expect(fake.calls.find((c) => c.name === "trash.purge")?.args).toEqual({ kind: "person", id: "person", reason: "保存期满" });
    expect(desk.said).toBe("已在第 9 步清除。没有备份。没填完的表单里有2份已一并删去。姓名仍留在其他事项里：诉求人1处。");
    expect(page.text()).toContain("已在第 9 步清除；备份最迟到 2027年11月1日");
    expect(page.text()).toContain("U盘请自行处理。");
    await press(page, "现在删去旧备份");
    expect(fake.calls.some((c) => c.name === "ledger.dropOldCopies")).toBe(false);
    expect(document.body.textContent).toContain("现在有 3 份");
    await pressAnywhere("现在删去旧备份");
    expect(desk.said).toBe("已备份一份，并删去 3 份旧备份。");
    expect(page.text()).toContain("已在第 9 步清除；备份里没有这些内容");
    expect(page.findAll("button").some((b) => b.text() === "现在删去旧备份")).toBe(false);
  });

  it("leaves nothing in the window of a half-filled form that the purge deleted", async () => {
    const kept = new Map<string, unknown>();
    const purge = fake.handlers["trash.purge"]!;
    Object.assign(fake.handlers, {
      "drafts.get": () => null,
      "drafts.save": ({ form, body }: { form: string; body: unknown }) => void kept.set(form, body),
      "drafts.discard": ({ form }: { form: string }) => void kept.delete(form),
      "drafts.list": () => [...kept.keys()].map((form) => ({ form, record: null, savedAt: "2026-11-16T09:00" })),
      "trash.purge": () => {
        kept.delete("trash.purge");
        kept.delete("appeals.appeal");
        return purge({} as never, () => undefined);
      },
    });
    keepDraftsIn(ledgerDrafts);
    const stop = watchLedger();
    const open = () => {
      const scope = effectScope();
      const { form } = scope.run(() => useDraft({ form: "appeals.appeal", fresh: () => ({ details: "", handler: "" }) }))!;
      return { form, leave: () => scope.stop() };
    };
    const appeal = open();
    appeal.form.details = "欧阳清漪 13800138000 反映高温津贴";
    appeal.leave();
    const page = mount(TrashPart, { attachTo: document.body });
    await flushPromises();
    await page.findAll("button").find((b) => b.text() === "彻底清除")!.trigger("click");
    await flushPromises();
    const reason = [...document.querySelectorAll<HTMLInputElement>(".el-dialog input")].at(-1)!;
    reason.value = "保存期满";
    reason.dispatchEvent(new Event("input"));
    await flushPromises();
    await pressAnywhere("彻底清除");
    await flushPromises();
    expect(desk.said).toContain("已在第 9 步清除");
    const again = open();
    expect(again.form.details).toBe("");
    again.form.handler = "张建国";
    await flushDrafts();
    expect([...kept]).toEqual([["appeals.appeal", { details: "", handler: "张建国" }]]);
    again.leave();
    stop();
  });
});
