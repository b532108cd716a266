// 归档包: what is missing is shown before anything is bound; bound into the picked folder; what was not bound is told.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { pack } from "../../dev/archive";
import { statusOf } from "../../tests/status";
import { setStatus } from "../desk";
import { usePlatform } from "../platform";
import { FakePlatform } from "../platform/fake";
import ArchivePack from "./ArchivePack.vue";

let fake: FakePlatform;
beforeEach(() => {
  fake = new FakePlatform({
    "archive.list": () => pack,
    "archive.make": () => ({ folder: "/x/归档", pages: 9, pieces: 2, unbound: ["签收回执.heic：这种图片不能装订，只存原件"] }),
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => {
  setStatus({ known: [], home: "/", open: null });
  document.body.innerHTML = "";
});

const shown = () => document.body.textContent ?? "";
async function press(words: string) {
  [...document.querySelectorAll("button")].find((b) => b.textContent!.trim() === words)!.click();
  await flushPromises();
}

it("shows the parts with what is missing, binds into the picked folder and tells what was not bound", async () => {
  mount(ArchivePack, { props: { kind: "negotiation", id: "n1" }, attachTo: document.body });
  await press("归档包");
  for (const words of ["1 要约", "工协约〔2026〕1号", "签收回执.jpg", "2 回复", "缺：还没有登记答复"]) expect(shown()).toContain(words);
  await press("选文件夹，装订");
  expect(fake.calls.map((c) => c.name), "nothing is bound without a folder").not.toContain("archive.make");
  fake.nextPick = { handle: "h1", name: "归档" };
  await press("选文件夹，装订");
  expect(fake.calls.at(-1)).toMatchObject({ name: "archive.make", args: { of: { kind: "negotiation", id: "n1" }, to: "h1" } });
  for (const words of ["已装订 2 件 9 页", "/x/归档", "签收回执.heic：这种图片不能装订"]) expect(shown()).toContain(words);
});

it("says that there is nothing to bind yet", async () => {
  fake.handlers["archive.list"] = () => ({ title: "某文", parts: [{ number: 1, name: "来文", items: [], absent: "没有添加来文的扫描件" }] });
  mount(ArchivePack, { props: { kind: "incoming", id: "i1" }, attachTo: document.body });
  await press("归档包");
  expect(shown()).toContain("还没有可以归档的文件和附件");
  const button = [...document.querySelectorAll("button")].find((b) => b.textContent!.trim() === "选文件夹，装订")!;
  expect(button.disabled).toBe(true);
});
