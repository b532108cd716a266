// The import page: preview, decisions, cancel and the one step that stores.
import { flushPromises, mount } from "@vue/test-utils";
import { describe, expect, it } from "vitest";
import type { RosterOptions, RosterPreview } from "../../contract/bindings";
import { desk } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import ImportPage from "./ImportPage.vue";

const file = { handle: "h1", name: "名册.xlsx" };
const preview = (ready: number, ask: number): RosterPreview => ({
  fileSha256: "abc",
  pages: [],
  rows: [],
  counts: { total: 10, ready, changed: 0, ask, stop: 1, skipped: 0, notes: 0, blankRows: 0, totalRows: 0, noteRows: 0, repeatedHeads: 0 },
  asks: ask > 0 ? [{ kind: "dateDot", count: ask, question: "是年月吗？", proposal: "按年月存", canKeep: false }] : [],
  readings: [],
  remarks: ["最后一行是填表说明，没有当作人员。"],
  absent: [],
  absentTotal: 0,
  fields: [],
  other: null,
});
function importing(handlers: ConstructorParameters<typeof FakePlatform>[0] = {}) {
  const fake = new FakePlatform({
    "members.preview": ({ options }: { options: RosterOptions }) => (options.decisions.dateDot ? preview(9, 0) : preview(7, 2)),
    "members.previewRows": () => [],
    "members.import": () => ({ added: 9, changed: 0, left: 0, alreadyThere: 1, leftOut: 1 }),
    ...handlers,
  });
  usePlatform(fake);
  return { fake, page: mount(ImportPage, { props: { file }, attachTo: document.body }) };
}
const button = (page: ReturnType<typeof importing>["page"], words: string) => page.findAll("button").find((b) => b.text() === words);

describe("importing a roster", () => {
  it("says before anything is stored how many go in, and how many wait", async () => {
    const { fake, page } = importing();
    await flushPromises();
    expect(button(page, "导入 7 人（可撤销）")).toBeDefined();
    expect(page.text()).toContain("还有 2 行等您决定");
    expect(page.text()).toContain("最后一行是填表说明");
    expect(fake.calls.some((c) => c.name === "members.import")).toBe(false);
  });

  it("has the core read the file again after a decision, and sends that decision with the import", async () => {
    const { fake, page } = importing();
    await flushPromises();
    await page.get("#ask-dateDot").setValue("takeProposal");
    await flushPromises();
    await button(page, "导入 9 人（可撤销）")!.trigger("click");
    await flushPromises();
    expect(fake.calls.at(-1)).toEqual({
      name: "members.import",
      args: { file: "h1", options: { columns: {}, decisions: { dateDot: "takeProposal" } }, sha256: "abc" },
    });
    expect(desk.said).toContain("已导入 9 人，另有 1 人花名册里已有");
    expect(page.emitted("close")).toHaveLength(1);
  });

  it("can be cancelled, and then says that nothing changed", async () => {
    const { page } = importing({ "members.import": () => new Promise(() => undefined) });
    await flushPromises();
    await button(page, "导入 7 人（可撤销）")!.trigger("click");
    await button(page, "取消")!.trigger("click");
    await flushPromises();
    expect(desk.said).toBe("已取消，花名册没有改动。");
    expect(page.find("[role=alert]").exists(), "a wish is no error").toBe(false);
    expect(page.emitted("close")).toBeUndefined();
  });

  it("says in one sentence why a file is no roster", async () => {
    const { page } = importing({
      "members.preview": () => {
        throw { code: "no_header", message: "没有找到表头，请确认表里有“姓名”一列。" };
      },
    });
    await flushPromises();
    expect(page.get("[role=alert]").text()).toContain("没有找到表头");
    expect(button(page, "选择文件")).toBeDefined();
  });

  it("takes a file that is dropped on the window", async () => {
    const { fake } = importing();
    await flushPromises();
    fake.drop([{ handle: "h2", name: "新名册.csv" }]);
    await flushPromises();
    expect(fake.calls.filter((c) => c.name === "members.preview").at(-1)?.args).toMatchObject({ file: "h2" });
  });

  it("says so when what is pasted holds no cells", async () => {
    usePlatform(new FakePlatform({}));
    const page = mount(ImportPage, { props: { file: null } });
    const event = Object.assign(new Event("paste", { cancelable: true }), { clipboardData: { getData: () => " " } });
    page.find("textarea").element.dispatchEvent(event);
    await flushPromises();
    expect(page.find('[role="alert"]').text()).toContain("剪贴板里没有表格");
  });

  it("takes cells that are pasted, as the table a sheet lays on the clipboard", async () => {
    const fake = new FakePlatform({ "members.preview": () => preview(7, 0), "members.previewRows": () => [] });
    usePlatform(fake);
    const page = mount(ImportPage, { props: { file: null }, attachTo: document.body });
    const clipboard = { "text/html": "Version:1.0\n<html><table><tr><td>姓名</td></tr></table></html>", "text/plain": "姓名" };
    const event = Object.assign(new Event("paste", { cancelable: true }), { clipboardData: { getData: (kind: keyof typeof clipboard) => clipboard[kind] } });
    page.get("textarea").element.dispatchEvent(event);
    await flushPromises();
    expect(fake.calls.find((c) => c.name === "members.preview")?.args).toMatchObject({ pasted: "<html><table><tr><td>姓名</td></tr></table></html>" });
    expect(page.text()).toContain("粘贴的表格");
  });

  it("tells a file of another kind for what it is, and offers its certificates alone", async () => {
    const training = {
      kind: "training",
      name: "培训和证书台账",
      page: "Sheet1",
      rows: 3,
      passed: 0,
      takes: ["证书"],
      notYet: ["课程"],
      problems: [],
      problemCount: 0,
      certificates: { fits: 2, held: 0, nobody: 1, several: 0 },
    };
    const nobody = { ...preview(0, 0), counts: { ...preview(0, 0).counts, total: 0, stop: 0 }, other: training };
    const { fake, page } = importing({ "members.preview": () => nobody, "members.importCertificates": () => ({ added: 2, held: 0, unknown: 1 }) });
    await flushPromises();
    expect(page.text()).toContain("这个文件是培训和证书台账");
    expect(page.text()).toContain("1 张的本人花名册里没有");
    expect(button(page, "导入 0 人（可撤销）"), "nobody can be imported").toBeUndefined();
    await button(page, "导入 2 张证书（可撤销）")!.trigger("click");
    await flushPromises();
    expect(fake.calls.find((c) => c.name === "members.importCertificates")?.args).toEqual({ file: "h1", sha256: "abc" });
    expect(desk.said).toContain("已登记 2 张证书");
  });

  it("offers the courses of a sheet of training, and says nothing of what has no place where everything has one", async () => {
    const courses = {
      kind: "courses",
      name: "培训记录",
      page: "Sheet1",
      rows: 3,
      passed: 0,
      takes: ["参加过的培训"],
      notYet: [],
      problems: [],
      problemCount: 0,
      certificates: null,
      courses: { fits: 2, held: 0, wrong: 1 },
    };
    const nobody = { ...preview(0, 0), counts: { ...preview(0, 0).counts, total: 0, stop: 0 }, other: courses };
    const { fake, page } = importing({ "members.preview": () => nobody, "members.importTrainings": () => ({ added: 2, held: 0, wrong: 1 }) });
    await flushPromises();
    expect(page.text()).toContain("1 条没有找到本人或者日期不全");
    expect(page.text()).not.toContain("现在还不能存的");
    await button(page, "登记 2 条培训（可撤销）")!.trigger("click");
    await flushPromises();
    expect(fake.calls.find((c) => c.name === "members.importTrainings")?.args).toEqual({ file: "h1", sha256: "abc" });
    expect(desk.said).toContain("已登记 2 条培训");
  });

  it("offers the exams of a health report with each row that cannot be taken, and nothing of them to one who may not read health", async () => {
    const report = {
      kind: "exams",
      name: "职业健康检查结果",
      page: "Sheet1",
      rows: 4,
      passed: 0,
      takes: ["检查结果"],
      notYet: [],
      problems: [],
      problemCount: 0,
      certificates: null,
      courses: null,
      exams: { fits: 2, held: 1, wrong: 1, told: ["第5行查无此人：花名册里没有这个人。"] },
    };
    const nobody = { ...preview(0, 0), counts: { ...preview(0, 0).counts, total: 0, stop: 0 }, other: report };
    const { fake, page } = importing({ "members.preview": () => nobody, "members.importExams": () => ({ added: 2, held: 1, wrong: 1 }) });
    await flushPromises();
    expect(page.text()).toContain("2 人次可以登记，1 人次已经有了，1 行不能登记，原因写在下面。");
    expect(page.text()).toContain("第5行查无此人：花名册里没有这个人。");
    const at = (words: string) => page.text().indexOf(words);
    expect(at("登记 2 人次职业健康检查"), "the act stands in sight, before as many reasons as there are").toBeLessThan(at("第5行查无此人"));
    await button(page, "登记 2 人次职业健康检查（可撤销）")!.trigger("click");
    await flushPromises();
    expect(fake.calls.find((c) => c.name === "members.importExams")?.args).toEqual({ file: "h1", sha256: "abc" });
    expect(desk.said).toContain("已登记 2 人次职业健康检查，1 行没有登记");

    // Its people that the roster lacks may be added beside; while none is, the exams are the only act.
    const people = (ready: number) => ({ ...preview(ready, 0), other: report });
    const waits = importing({ "members.preview": () => people(0) });
    await flushPromises();
    expect(waits.page.findAll("button").some((one) => one.text().startsWith("导入 0 人"))).toBe(false);
    const adds = importing({ "members.preview": () => people(2) });
    await flushPromises();
    expect(button(adds.page, "导入 2 人（可撤销）")!.classes()).not.toContain("el-button--primary");

    const covered = importing({ "members.preview": () => ({ ...nobody, other: { ...report, exams: null } }) });
    await flushPromises();
    expect(covered.page.text()).toContain("这个文件是职业健康检查结果");
    expect(covered.page.text()).not.toContain("人次");
  });

  it("enters what became of people whom a newer file no longer lists, and by default nothing", async () => {
    const gone = { id: "p1", name: "陈望江", shop: "焊接", form: "contract" as const };
    const { fake, page } = importing({ "members.preview": () => ({ ...preview(0, 0), absent: [gone], absentTotal: 1 }) });
    await flushPromises();
    expect(page.text()).toContain("账本里有、这份表里没有的 1 人");
    await page.get(".absent .list select").setValue("movedOut");
    await flushPromises();
    await button(page, "登记 1 人变化（可撤销）")!.trigger("click");
    await flushPromises();
    const args = fake.calls.at(-1)?.args as { leavers: { person: string; kind: string }[] };
    expect(args.leavers).toMatchObject([{ person: "p1", kind: "movedOut" }]);
  });
});
