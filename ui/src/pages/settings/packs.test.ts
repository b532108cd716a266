// Newer rules as a page: nothing is taken before it was looked at, an unsigned file is named as such.
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, describe, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { LawPacks, PackLooked } from "../../contract/bindings";
import { desk, setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import PacksPart from "./PacksPart.vue";

let looked: PackLooked;
let all: LawPacks;
let fake: FakePlatform;
beforeEach(() => {
  looked = {
    name: "36-jiangxi-talks.toml",
    sha256: "ab",
    signedBy: { kind: "nobody" },
    change: { added: [], changed: ["书面回复（《江西省企业工资集体协商条例》第十九条）"], dropped: [], older: null },
    moves: { moved: [{ title: "书面答复", whose: "employer", before: "2026-10-05", after: "2026-09-30" }], settled: 0 },
  };
  all = { version: "abc", taken: [], publishers: [], leftOut: [] };
  fake = new FakePlatform({
    "law.packs": () => all,
    "law.readPack": () => looked,
    "law.takePack": () => "p",
    "law.tryDropPack": () => looked.moves,
    "law.dropPack": () => null,
    "law.trust": () => {
      throw { code: "bad_input", message: "这不是 minisign 公钥。", field: "key" };
    },
  });
  fake.nextPick = { handle: "h1", name: "36-jiangxi-talks.toml" };
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
type Page = ReturnType<typeof mount>;
const press = async (page: Page, words: string) => {
  await page.findAll("button").find((b) => b.text() === words)!.trigger("click");
  await flushPromises();
};
const open = async () => {
  const page = mount(PacksPart, { attachTo: document.body });
  await flushPromises();
  return page;
};
const calls = (name: string) => fake.calls.filter((c) => c.name === name);

describe("newer rules from a file", () => {
  it("are shown with their signature, changes and moved dates, then taken as looked at", async () => {
    const page = await open();
    await press(page, "读入法规文件");
    expect(page.get(".looked").text()).toContain("没有签名");
    expect(page.get(".looked").text()).toContain("改动 1 条");
    expect(page.get(".looked").text()).toContain("2026年9月30日");
    expect(calls("law.takePack")).toHaveLength(0);
    await press(page, "采用");
    expect(calls("law.takePack")[0]!.args).toEqual({ file: "h1", sha256: "ab" });
    expect(desk.said).toContain("已采用");
  });

  it("that change nothing are not offered to be taken", async () => {
    looked = { ...looked, signedBy: { kind: "publisher", name: "某省总工会" }, change: { added: [], changed: [], dropped: [], older: null }, moves: { moved: [], settled: 0 } };
    const page = await open();
    await press(page, "读入法规文件");
    expect(page.get(".looked").text()).toContain("签名有效：某省总工会");
    expect(page.findAll("button").some((b) => b.text() === "采用")).toBe(false);
  });

  it("that are older than what holds now are named as such", async () => {
    looked = { ...looked, change: { ...looked.change, older: { checked: "2025-01-06", now: "2026-11-28" } } };
    const page = await open();
    await press(page, "读入法规文件");
    expect(page.get(".looked [role=alert]").text()).toContain("核对到 2025年1月6日");
  });

  it("are dropped only after what moves was shown", async () => {
    all = { ...all, taken: [{ id: "t1", name: "36-jiangxi-talks.toml", signer: null, takenOn: "2026-11-01" }] };
    const page = await open();
    await press(page, "移除");
    expect(calls("law.tryDropPack")).toHaveLength(1);
    expect(calls("law.dropPack")).toHaveLength(0);
    expect(page.get(".looked").text()).toContain("2026年9月30日");
    await page.get(".looked .el-button--primary").trigger("click");
    await flushPromises();
    expect(calls("law.dropPack")[0]!.args).toEqual({ id: "t1" });
  });

  it("that the book could not take are said, and a key that is none is refused at its field", async () => {
    all = { ...all, leftOut: ["法规文件“a.toml”：编号重复"] };
    const page = await open();
    expect(page.get(".urge").text()).toContain("编号重复");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(page.get("p.wrong").text()).toContain("不是 minisign 公钥");
  });
});
