// The faces of papers: each role says what it is printed with and why; a choice is taken, refused with its reason, given up.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { statusOf } from "../../../tests/status";
import type { RoleFace } from "../../contract/bindings";
import { setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import FacesPart from "./FacesPart.vue";

vi.mock("../../parts/PaperPreview.vue", () => ({ default: { props: ["version"], template: "<div class='paper'>{{ version }}</div>" } }));

let list: RoleFace[];
let fake: FakePlatform;
const asked = () => fake.calls.filter((one) => one.name === "faces.choose").map((one) => one.args);
beforeEach(() => {
  list = [
    { role: "title", family: "方正小标宋简体", why: "found", chosen: false, refused: null },
    { role: "hei", family: "NotoSansSC", why: "bundled", chosen: true, refused: "字体文件不在了。" },
  ];
  fake = new FakePlatform({
    "faces.list": () => list,
    "faces.machine": () => [
      { family: "华文中宋", refused: null, lacks: 3, text: true, rare: 0 },
      { family: "某某手书", refused: "这款字体的作者不许把它放进文件里。", lacks: 0, text: true, rare: 0 },
      { family: "花园明朝", refused: null, lacks: 3755, text: false, rare: 54000 },
      { family: "宋体-ExtB", refused: null, lacks: 3755, text: false, rare: 42000 },
    ],
    "faces.choose": () => null,
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));
const show = async () => {
  const page = mount(FacesPart, { attachTo: document.body });
  await flushPromises();
  return page;
};
const press = async (page: Awaited<ReturnType<typeof show>>, words: string) => {
  await page.findAll("button").find((b) => b.text() === words)!.trigger("click");
  await flushPromises();
};

describe("faces of papers", () => {
  it("say which face is used, why, and what became of a choice that cannot be used", async () => {
    const page = await show();
    expect(page.text()).toContain("电脑上装的国标字体，自动找到");
    expect(page.get("[role=alert]").text()).toContain("您选的字体现在用不了：字体文件不在了。");
  });

  it("are chosen from the machine, those that may not be used standing there with the reason", async () => {
    const page = await show();
    await press(page, "换一种");
    const options = page.findAll("option").slice(1);
    expect(options.map((o) => [o.text(), o.attributes("disabled") !== undefined])).toEqual([
      ["华文中宋（缺 3 个常用字，由自带字体补上）", false],
      ["某某手书这款字体的作者不许把它放进文件里。", true],
    ]);
    await page.get("select").setValue("华文中宋");
    await flushPromises();
    expect(asked()).toEqual([{ role: "title", family: "华文中宋" }]);
    expect(page.get(".paper").text(), "the sample is drawn anew").toBe("2");
  });

  it("for rare characters are those that have some, the richest first", async () => {
    list = [{ role: "rare", family: "LXGWWenKai", why: "bundled", chosen: false, refused: null }];
    const page = await show();
    expect(page.text()).toContain("程序自带，只有一部分生僻字");
    await press(page, "换一种");
    expect(page.findAll("option").slice(1).map((o) => o.text())).toEqual(["花园明朝（有 54000 个生僻字）", "宋体-ExtB（有 42000 个生僻字）"]);
    await page.get("select").setValue("宋体-ExtB");
    await flushPromises();
    expect(asked()).toEqual([{ role: "rare", family: "宋体-ExtB" }]);
  });

  it("are chosen by a file, and the refusal is told", async () => {
    fake.handlers["faces.choose"] = () => {
      throw { code: "refused", message: "这款字体的作者不许把它放进文件里。" };
    };
    fake.nextPick = { handle: "h1", name: "宋体.ttf" };
    const page = await show();
    await press(page, "换一种");
    await press(page, "用字体文件");
    expect(asked()).toEqual([{ role: "title", file: "h1" }]);
    expect(page.text()).toContain("不许把它放进文件里");
  });

  it("go back to what is found by itself", async () => {
    const page = await show();
    await press(page, "恢复自动");
    expect(asked()).toEqual([{ role: "hei" }]);
  });

  it("are the chair's to choose", async () => {
    setStatus(statusOf("officer"));
    const page = await show();
    expect(page.findAll("button").every((b) => b.attributes("disabled") !== undefined)).toBe(true);
  });
});
