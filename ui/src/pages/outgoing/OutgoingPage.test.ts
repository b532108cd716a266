// The register of outgoing papers: the list with its filters and its file, and the life of one paper step by step.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { outgoing } from "../../../dev/outgoing";
import { statusOf } from "../../../tests/status";
import type { Outgoing, Place } from "../../contract/bindings";
import { desk, go, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import OutgoingPage from "./OutgoingPage.vue";
import { markOf, nextAct } from "./logic";

vi.mock("../../parts/PaperPreview.vue", () => ({ default: { props: ["load", "name"], template: "<div class='paper'>{{ name }}</div>" } }));

let kept: Outgoing[];
let fake: FakePlatform;
beforeEach(() => {
  kept = outgoing;
  fake = new FakePlatform({
    "correspondence.list": () => [],
    "outgoing.list": () => ({ total: kept.length, rows: kept, kept: kept.length, unsigned: 1, years: [2026], kinds: [{ kind: "negotiation.minutes", label: "会议纪要" }] }),
    "outgoing.get": ({ id }: { id: string }) => kept.find((p) => p.id === id),
    "outgoing.saveSending": () => "s9",
    "outgoing.removeSending": () => null,
    "outgoing.file": () => null,
    "outgoing.unfile": () => null,
    "outgoing.export": () => ({ rows: 4 }),
    "papers.exportWord": () => ({ path: "/x/纪要.docx", sha256: "00" }),
    "files.list": () => [],
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => {
  forgetDrafts();
  setStatus({ known: [], home: "/", open: null });
  document.body.innerHTML = "";
});

async function show(place: Place = { page: "outgoing" }) {
  const page = mount(OutgoingPage, { props: { place }, attachTo: document.body });
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
const submit = async (page: Page) => {
  await page.get("form").trigger("submit");
  await flushPromises();
};
const sent = (name: string) => fake.calls.filter((c) => c.name === name).map((c) => c.args);
const filled = (page: Page) => page.findAll(".el-button--primary").map((b) => b.text());

describe("the register", () => {
  it("says on an empty page where papers come from", async () => {
    kept = [];
    const page = await show();
    expect(page.text()).toContain("还没有印发过文件");
    expect(filled(page)).toEqual(["去文件"]);
  });

  it("words every state, and hands every filter to the core", async () => {
    const page = await show();
    for (const words of ["未发出", "待签收", "已签收", "已归档", "江西云岭机械有限公司、县总工会", "待签收 1 份"]) expect(page.text()).toContain(words);
    await page.get("[aria-label='状态']").setValue("sent");
    await page.get("[aria-label='文种']").setValue("negotiation.minutes");
    await page.get("[aria-label='年份']").setValue("2026");
    await flushPromises();
    expect(sent("outgoing.list").at(-1)).toMatchObject({ state: "sent", kind: "negotiation.minutes", year: 2026, sort: "issuedOn", descending: true });
    fake.nextPick = { handle: "h1", name: "发文.xlsx" };
    await press(page, "导出 Excel");
    expect(sent("outgoing.export")).toEqual([{ query: { text: undefined, state: "sent", kind: "negotiation.minutes", year: 2026, sort: "issuedOn", descending: true }, to: "h1" }]);
    expect(desk.said).toContain("已导出 4 份到“发文.xlsx”");
  });

  it("stands beside the incoming papers, a press away", async () => {
    const page = await show();
    expect(page.get("[aria-current='page']").text()).toBe("发文");
    await press(page, "收文");
    expect(desk.place.page).toBe("incoming");
    go({ page: "today" });
  });
});

describe("the life of a paper", () => {
  it("offers one next step in each state", async () => {
    for (const [id, next] of [["o4", ["登记发送"]], ["o3", ["登记签收"]], ["o2", ["归档"]], ["o1", []]] as const) {
      const page = await show({ page: "outgoing", id });
      expect(filled(page), id).toEqual(next);
      page.unmount();
    }
    expect(["issued", "sent", "signed", "filed"].map((s) => nextAct(s as Outgoing["state"]))).toEqual(["send", "sign", "file", null]);
    expect(markOf("sent")).toBe("soon");
  });

  it("is sent to a receiver with its day, and a receipt left open is absent", async () => {
    const page = await show({ page: "outgoing", id: "o4" });
    await press(page, "登记发送");
    expect([...document.querySelectorAll("#outgoing-receivers option")].map((o) => (o as HTMLOptionElement).value)).toEqual(["江西云岭机械有限公司", "县总工会"]);
    await field(page, "送给谁").setValue("公司行政部");
    await submit(page);
    expect(sent("outgoing.saveSending")).toEqual([
      { id: undefined, paper: "o4", receiver: "公司行政部", manner: "handed", sentOn: "2026-11-16", signedBy: undefined, signedOn: undefined, note: undefined },
    ]);
    expect(desk.said).toContain("已登记");
    expect(page.find("form").exists()).toBe(false);
  });

  it("takes the receipt of the one that waits, and shows a refusal at its field", async () => {
    fake.handlers["outgoing.saveSending"] = ({ signedBy }: { signedBy?: string }) => {
      if (!signedBy) throw { code: "bad_input", message: "写了签收日期，还要写明是谁签收的。", field: "signedBy" };
      return "s2";
    };
    const page = await show({ page: "outgoing", id: "o3" });
    await press(page, "登记签收");
    expect(document.activeElement, "the name is what is missing").toBe(field(page, "签收人").element);
    await submit(page);
    expect(page.get("[role=alert]").text()).toContain("谁签收的");
    await field(page, "签收人").setValue("收发室");
    await submit(page);
    expect(sent("outgoing.saveSending").at(-1)).toMatchObject({ id: "s2", receiver: "县总工会", manner: "posted", signedBy: "收发室", signedOn: "2026-11-16" });
  });

  it("does not take half a day of receipt for none", async () => {
    const page = await show({ page: "outgoing", id: "o4" });
    await press(page, "登记发送");
    await field(page, "送给谁").setValue("公司");
    await field(page, "签收日期").setValue("11月20日");
    await submit(page);
    expect(sent("outgoing.saveSending")).toEqual([]);
    expect(page.get("[role=alert]").text()).toContain("“11月20日”不是一个日期");
  });

  it("loses what it says by the chair's act with a reason, and shows the number that is left", async () => {
    fake.handlers["trash.purge"] = () => ({ seq: 31, held: { copies: 0, until: null }, copies: "没有备份。", stays: "文号仍留在发文登记里。", drafts: null });
    const page = await show({ page: "outgoing", id: "o2" });
    await press(page, "清除内容");
    const dialog = document.querySelector(".el-dialog")!;
    expect(dialog.textContent).toContain("清除工协纪〔2026〕2号的内容");
    const act = [...dialog.querySelectorAll("button")].find((b) => b.textContent?.trim() === "清除内容")!;
    expect(act.disabled, "no reason yet").toBe(true);
    const reason = dialog.querySelector<HTMLInputElement>("input")!;
    reason.value = "保存期满";
    reason.dispatchEvent(new Event("input"));
    await flushPromises();
    act.click();
    await flushPromises();
    expect(sent("trash.purge")).toEqual([{ kind: "paper", id: "o2", reason: "保存期满" }]);
    expect(desk.said).toBe("已在第 31 步清除。没有备份。文号仍留在发文登记里。");
    page.unmount();
    kept = kept.map((one) => (one.id === "o2" ? { ...one, erasedBy: 31 } : one));
    const left = await show({ page: "outgoing", id: "o2" });
    expect(left.text()).toContain("内容已在第 31 步清除，只留文号。");
    for (const gone of ["打印", "另存为 PDF", "存为 Word", "清除内容"]) expect(left.findAll("button").some((b) => b.text() === gone), gone).toBe(false);
  });

  it("prints the slip of a sending, removes it, files and takes the filing back", async () => {
    const page = await show({ page: "outgoing", id: "o2" });
    await press(page, "打印送达回执");
    expect(fake.opened).toEqual([{ name: "papers.preview", args: { kind: "office.receipt", of: "s3" } }]);
    await press(page, "移除");
    expect(sent("outgoing.removeSending")).toEqual([{ id: "s3" }]);
    await press(page, "归档");
    await field(page, "档号").setValue("2026-协商-02");
    await submit(page);
    expect(sent("outgoing.file")).toEqual([{ id: "o2", filedOn: "2026-11-16", number: "2026-协商-02", place: undefined }]);
    page.unmount();
    const filedPage = await show({ page: "outgoing", id: "o1" });
    expect(filedPage.text()).toContain("铁皮柜");
    await press(filedPage, "取消归档");
    expect(sent("outgoing.unfile")).toEqual([{ id: "o1" }]);
  });

  it("opens the kept bytes, saves Word that agrees with the issue, and names its corrections", async () => {
    const page = await show({ page: "outgoing", id: "o3" });
    await press(page, "打印");
    expect(fake.opened).toEqual([{ name: "papers.issued", args: { id: "o3" } }]);
    expect(page.findAll("button").find((b) => b.text() === "存为 Word")!.attributes("title")).toContain("与工协纪〔2026〕3号一致");
    fake.nextPick = { handle: "h1", name: "纪要.docx" };
    await press(page, "存为 Word");
    expect(sent("papers.exportWord")).toEqual([{ kind: "negotiation.minutes", of: "m3", issued: "o3", to: "h1" }]);
    await press(page, "已由工协纪〔2026〕4号更正");
    expect(desk.place).toEqual({ page: "outgoing", id: "o4" });
    go({ page: "today" });
  });

  it("is read and not written by an auditor", async () => {
    setStatus(statusOf("auditor"));
    const page = await show({ page: "outgoing", id: "o4" });
    for (const words of ["登记发送", "归档"]) expect(page.findAll("button").find((b) => b.text() === words)!.attributes("disabled"), words).toBeDefined();
  });
});

describe("called to send a paper", () => {
  it("opens its form with the addressee, and the receipt where it is on its way", async () => {
    kept = [{ ...outgoing[0]!, id: "o9", state: "issued", sendings: [], filed: null, addressee: "江西云岭机械有限公司" }];
    const page = await show({ page: "outgoing", id: "o9", part: "send" });
    await flushPromises();
    expect(field(page, "送给谁").element.value).toBe("江西云岭机械有限公司");
    page.unmount();
    const sending = { id: "s1", receiver: "县总工会", manner: "handed", sentOn: "2026-11-12", signedBy: null, signedOn: null, note: null } as unknown as Outgoing["sendings"][number];
    kept = [{ ...outgoing[0]!, id: "sent", state: "sent", sendings: [sending], filed: null, addressee: "县总工会" }];
    const open = await show({ page: "outgoing", id: "sent", part: "send" });
    await flushPromises();
    expect(field(open, "送给谁").element.value).toBe("县总工会");
    await submit(open);
    expect(sent("outgoing.saveSending")).toMatchObject([{ id: "s1" }]);
  });
});
