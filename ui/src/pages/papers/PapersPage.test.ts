// The papers page: looking at a paper, saving, printing and issuing it.
import { flushPromises, mount } from "@vue/test-utils";
import { describe, expect, it, vi } from "vitest";
import { texts } from "../../../dev/outgoing";
import { desk, go } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import PapersPage from "./PapersPage.vue";
import { fileName, mendPlace } from "./logic";

vi.mock("../../parts/PaperPreview.vue", () => ({ default: { props: ["load", "name"], template: "<div class='paper'>{{ name }}</div>" } }));

const line = (over: object = {}) => ({
  kind: "negotiation.minutes",
  of: "m1",
  title: "第1轮协商会议纪要",
  affair: "2026年度工资集体协商",
  missing: [],
  issued: [],
  ...over,
});
const issued = { id: "i1", number: "〔2026〕1号", issuedAt: "2026-11-16 09:00", pages: 3, sha256: "00", corrects: null, hasSource: true };

async function papers(handlers: ConstructorParameters<typeof FakePlatform>[0]) {
  const fake = new FakePlatform({ "papers.texts": () => [], ...handlers });
  usePlatform(fake);
  const page = mount(PapersPage, { props: { place: { page: "papers" } }, attachTo: document.body });
  await flushPromises();
  return { fake, page };
}
const press = async (page: Awaited<ReturnType<typeof papers>>["page"], words: string) => {
  await page.findAll("button").find((b) => b.text() === words)!.trigger("click");
  await flushPromises();
};

describe("the papers", () => {
  it("issues only after saying what becomes final, and then shows the number", async () => {
    let now = [line()];
    const { fake, page } = await papers({
      "papers.list": () => now,
      "papers.issue": () => {
        now = [line({ issued: [issued] })];
        return issued.number;
      },
    });
    fake.touches["papers.issue"] = ["paper"];
    await press(page, "印发并编号");
    expect(document.body.textContent).toContain("不能撤销");
    expect(fake.calls.some((c) => c.name === "papers.issue"), "nothing is issued before the question is answered").toBe(false);
    const yes = [...document.querySelectorAll<HTMLElement>(".el-dialog button")].find((b) => b.textContent?.trim() === "印发并编号");
    yes!.click();
    await flushPromises();
    expect(page.get("li").text()).toContain("〔2026〕1号");
    expect(desk.said).toContain("〔2026〕1号");
  });

  it("does not offer to issue what still lacks something, and says what", async () => {
    const { page } = await papers({ "papers.list": () => [line({ missing: ["对方签收人"] })] });
    const button = page.findAll("button").find((b) => b.text() === "印发并编号")!;
    expect(button.attributes("disabled")).toBeDefined();
    expect(page.text()).toContain("对方签收人");
  });

  it("brings the paper that a duty opened into sight in the list, and names it over its preview", async () => {
    const brought: string[] = [];
    Element.prototype.scrollIntoView = function (this: Element) {
      brought.push(this.id);
    };
    const lines = [line(), line({ kind: "platform.referral", of: "r1", title: "转介函（谢飞）" })];
    usePlatform(new FakePlatform({ "papers.texts": () => [], "papers.list": () => lines }));
    const page = mount(PapersPage, { props: { place: { page: "papers", id: "platform.referral@r1" } }, attachTo: document.body });
    await flushPromises();
    expect(brought).toEqual(["paper-platform.referral@r1"]);
    expect(page.get("h2").text()).toBe("转介函（谢飞）");
  });

  it("lists a person's file for whoever opened it, and prints that", async () => {
    const dossier = line({ kind: "members.dossier", of: "masked:p1", title: "王伟电子档案" });
    const fake = new FakePlatform({
      "papers.texts": () => [],
      "papers.list": (args: { asked?: object }) => (args.asked ? [dossier, line()] : [line()]),
    });
    usePlatform(fake);
    const page = mount(PapersPage, { props: { place: { page: "papers", id: "members.dossier@masked:p1" } }, attachTo: document.body });
    await flushPromises();
    expect(fake.calls.find((c) => c.name === "papers.list")!.args).toEqual({ asked: { kind: "members.dossier", of: "masked:p1" } });
    expect(page.get("h2").text()).toBe("王伟电子档案");
    await press(page, "打印");
    expect(fake.opened).toEqual([{ name: "papers.preview", args: { kind: "members.dossier", of: "masked:p1" } }]);
  });

  it("never opens another paper in place of one that is not there, and says so", async () => {
    const fake = new FakePlatform({ "papers.texts": () => [], "papers.list": () => [line()] });
    usePlatform(fake);
    const page = mount(PapersPage, { props: { place: { page: "papers", id: "members.dossier@p1" } }, attachTo: document.body });
    await flushPromises();
    expect(page.find("h2").exists()).toBe(false);
    expect(page.findAll("button").some((b) => b.text() === "打印")).toBe(false);
    expect(page.get("[role=status]").text()).toContain("不在这里");
    await page.setProps({ place: { page: "papers", id: "negotiation.minutes@m1" } });
    await flushPromises();
    expect(page.get("h2").text()).toBe("第1轮协商会议纪要");
  });

  it("says that a second issue corrects the first", async () => {
    const { page } = await papers({ "papers.list": () => [line({ issued: [{ ...issued, number: "〔2026〕2号", corrects: "〔2026〕1号" }] })] });
    expect(page.text()).toContain("更正〔2026〕1号");
    await press(page, "印发并编号");
    expect(document.body.textContent).toContain("注明更正〔2026〕2号");
  });

  it("says by which template of the union's own a paper is made, and by which an issue was", async () => {
    const own = { title: "县总格式", takenOn: "2026-11-28" };
    const made = await papers({ "papers.list": () => [line({ madeBy: own })] });
    expect(made.page.text()).toContain("按本单位模板“县总格式”（2026年11月28日 放入）");
    const { page } = await papers({ "papers.list": () => [line({ madeBy: own, issued: [issued] })] });
    expect(page.text(), "issued by the program's").not.toContain("本单位模板");
    await page.get("select.version").setValue("");
    expect(page.text()).toContain("按本单位模板“县总格式”");
  });

  it("prints the kept bytes of an issue, not the paper as it would be made now", async () => {
    const { fake, page } = await papers({ "papers.list": () => [line({ issued: [issued] })] });
    await press(page, "打印");
    expect(fake.opened).toEqual([{ name: "papers.issued", args: { id: "i1" } }]);
  });

  it("saves the paper as Word where the person says", async () => {
    const { fake, page } = await papers({ "papers.list": () => [line()], "papers.exportWord": () => ({ path: "/x/纪要.docx", sha256: "00" }) });
    await press(page, "存为 Word");
    expect(fake.calls.some((c) => c.name === "papers.exportWord"), "no file was chosen").toBe(false);
    fake.nextPick = { handle: "h1", name: "纪要.docx" };
    await press(page, "存为 Word");
    const asked = fake.calls.filter((c) => c.name === "papers.exportWord").map((c) => c.args);
    expect(asked).toEqual([{ kind: "negotiation.minutes", of: "m1", to: "h1" }]);
    expect(desk.said).toContain("纪要.docx");
  });

  it("saves PDF and Word by one act, and says what the Word file is called", async () => {
    const printed = { path: "C:\\x\\纪要（2）.pdf", pages: 3, sha256: "00", word: "C:\\x\\纪要（2）.docx" };
    const { fake, page } = await papers({ "papers.list": () => [line({ issued: [issued] })], "papers.print": () => printed });
    fake.nextPick = { handle: "h1", name: "纪要.pdf" };
    await press(page, "PDF 和 Word 一起存");
    const asked = fake.calls.filter((c) => c.name === "papers.print").map((c) => c.args);
    expect(asked).toEqual([{ kind: "negotiation.minutes", of: "m1", issued: "i1", to: "h1", word: true }]);
    expect(desk.said).toContain("旁边是“纪要（2）.docx”");
  });

  it("saves Word that agrees with the issue that is looked at, and says so", async () => {
    const { fake, page } = await papers({ "papers.list": () => [line({ issued: [issued] })], "papers.exportWord": () => ({ path: "/x/纪要.docx", sha256: "00" }) });
    expect(page.findAll("button").find((b) => b.text() === "存为 Word")!.attributes("title")).toContain("与〔2026〕1号一致");
    fake.nextPick = { handle: "h1", name: "纪要.docx" };
    await press(page, "存为 Word");
    expect(fake.calls.find((c) => c.name === "papers.exportWord")!.args).toMatchObject({ issued: "i1" });
  });

  it("rewords a paragraph with the text it replaces, and takes a change back", async () => {
    const { fake, page } = await papers({ "papers.list": () => [line()], "papers.texts": () => texts, "papers.saveText": () => null, "papers.dropText": () => null });
    await press(page, "改文字（已改 3 处）");
    expect(page.text()).toContain("表格、签名栏、日期、文号");
    await page.get("[aria-label='改“正文”这一段']").trigger("click");
    await page.get("textarea").setValue("本纪要一式六份。");
    await page.get("form").trigger("submit");
    await flushPromises();
    const paper = { kind: "negotiation.minutes", of: "m1" };
    const saves = () => fake.calls.filter((c) => c.name === "papers.saveText").map((c) => c.args);
    expect(saves()).toEqual([{ ...paper, block: "statement", replaced: "本纪要一式四份。", text: "本纪要一式六份。" }]);
    await press(page, "用原来的文字");
    expect(fake.calls.filter((c) => c.name === "papers.dropText").map((c) => c.args)).toEqual([{ ...paper, block: "agenda" }]);
  });

  it("keeps what was typed while one looks at the paper", async () => {
    const { page } = await papers({ "papers.list": () => [line()], "papers.texts": () => texts });
    await press(page, "改文字（已改 3 处）");
    await page.get("[aria-label='改“正文”这一段']").trigger("click");
    await page.get("textarea").setValue("写到一半");
    await press(page, "看文件");
    await press(page, "改文字（已改 3 处）");
    await page.get("[aria-label='改“正文”这一段']").trigger("click");
    expect((page.get("textarea").element as HTMLTextAreaElement).value).toBe("写到一半");
    await press(page, "取消");
    await page.get("[aria-label='改“正文”这一段']").trigger("click");
    expect((page.get("textarea").element as HTMLTextAreaElement).value, "cancelled is dropped").toBe("本纪要一式四份。");
  });

  it("says where the data moved on, with both texts and the choice between them", async () => {
    const { fake, page } = await papers({ "papers.list": () => [line()], "papers.texts": () => texts, "papers.saveText": () => null, "papers.dropText": () => null });
    expect(page.text()).toContain("有 2 段改过的文字");
    await press(page, "去看一看");
    for (const words of ["数据已变动", "三楼会议室（东侧）", "四楼会议室"]) expect(page.get("section.texts").text()).toContain(words);
    expect(page.findAll("button").filter((b) => b.text() === "保留改动"), "a paragraph that is gone cannot be kept").toHaveLength(1);
    await press(page, "保留改动");
    expect(fake.calls.find((c) => c.name === "papers.saveText")!.args).toEqual({ kind: "negotiation.minutes", of: "m1", block: "place", replaced: "四楼会议室", text: "三楼会议室（东侧）" });
    await press(page, "用新内容");
    expect(fake.calls.find((c) => c.name === "papers.dropText")!.args).toMatchObject({ block: "place" });
  });

  it("leads from what is missing to where it is filled in, and back to the page that opened the paper", async () => {
    go({ page: "contract", id: "a1" });
    go({ page: "papers", id: "negotiation.wageContract@a1" });
    const fake = new FakePlatform({ "papers.texts": () => [], "papers.list": () => [line({ kind: "negotiation.wageContract", of: "a1", missing: ["合同期限的止日", "职工方首席代表"] })] });
    usePlatform(fake);
    const page = mount(PapersPage, { props: { place: desk.place } });
    await flushPromises();
    expect(page.findAll("button").some((b) => b.text() === "职工方首席代表"), "the affair is not known from here").toBe(false);
    await press(page, "返回合同文本");
    expect(desk.place).toEqual({ page: "contract", id: "a1" });
    go({ page: "today" });
    await press(page, "合同期限的止日");
    expect(desk.place).toEqual({ page: "contract", id: "a1" });
  });

  it("knows from the affair that opened it where a meeting and an agreement are filled in", () => {
    const came = { page: "negotiation", id: "n" };
    const at = (kind: string, lack: string) => mendPlace({ kind: `negotiation.${kind}`, of: "x" }, lack, came)?.part;
    expect(at("minutes", "结束时间")).toBe("meeting:x");
    expect([at("filingForm", "经办人"), at("filingForm", "合同期限的起日"), at("filingForm", "职工方首席代表"), at("filingForm", "企业的地址")]).toEqual(["agreement:x:filing", "agreement:x:term", "representatives", undefined]);
    expect([at("offer", "联系人"), at("offer", "协商代表"), at("wageContract", "企业的法定代表人")]).toEqual(["offer", "representatives", undefined]);
    expect(mendPlace({ kind: "negotiation.minutes", of: "x" }, "结束时间", null)).toBeNull();
  });

  it("does not show the recovery sheet to whoever leafs through papers", async () => {
    const { page } = await papers({ "papers.list": () => [line({ kind: "ledger.recoverySheet", title: "账本恢复单" })] });
    expect(page.text()).not.toContain("账本恢复单");
    expect(page.text()).toContain("还没有文件");
  });

  it("names a file so that every system takes it", () => {
    expect(fileName('第1轮:"纪要"/草稿. ')).toBe("第1轮纪要草稿.pdf");
    expect(fileName("???")).toBe("1.pdf");
    expect(fileName("纪要", "docx")).toBe("纪要.docx");
  });
});
