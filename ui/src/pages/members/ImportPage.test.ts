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
  counts: { total: 10, ready, ask, stop: 1, skipped: 0, notes: 0, blankRows: 0, totalRows: 0, noteRows: 0, repeatedHeads: 0 },
  asks: ask > 0 ? [{ kind: "dateDot", count: ask, question: "是年月吗？", proposal: "按年月存", canKeep: false }] : [],
  readings: [],
  remarks: ["最后一行是填表说明，没有当作人员。"],
});
function importing(handlers: ConstructorParameters<typeof FakePlatform>[0] = {}) {
  const fake = new FakePlatform({
    "members.preview": ({ options }: { options: RosterOptions }) => (options.decisions.dateDot ? preview(9, 0) : preview(7, 2)),
    "members.previewRows": () => [],
    "members.import": () => ({ added: 9, alreadyThere: 1, leftOut: 1 }),
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
});
