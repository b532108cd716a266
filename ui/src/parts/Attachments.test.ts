// Attachments: added by hand, by drop and by paste; opened as a private copy; named anew; removed.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { statusOf } from "../../tests/status";
import { desk, setStatus } from "../desk";
import { usePlatform } from "../platform";
import { FakePlatform } from "../platform/fake";
import Attachments from "./Attachments.vue";
import { base64Of } from "./base64";
import { openPdf } from "./pdf";

// No page is drawn where there is no canvas: what is asked for and shown is what counts here.
vi.mock("./pdf", () => ({
  openPdf: vi.fn(async (bytes: ArrayBuffer) => ({ pages: 1, width: 100, height: bytes.byteLength, document: {} })),
  drawPage: async () => undefined,
  closePdf: () => undefined,
}));

const file = { id: "a1", of: { kind: "meeting", id: "m" }, name: "签到.jpg", bytes: 2048, media: "image/jpeg", sort: "照片", place: "removed", addedAt: "2026-11-16T09:00:00+08:00", addedBy: "张建国", thumbnail: false };
let fake: FakePlatform;
beforeEach(() => {
  fake = new FakePlatform({
    "files.list": () => [file],
    "files.add": () => ({ attachment: file, notice: "照片带着的拍摄信息已经去掉。" }),
    "files.remove": () => null,
    "files.rename": () => null,
    "files.save": () => null,
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));
const show = async () => {
  const page = mount(Attachments, { props: { kind: "meeting", id: "m" }, attachTo: document.body });
  await flushPromises();
  return page;
};
const press = async (page: Awaited<ReturnType<typeof show>>, words: string) => {
  await page.findAll("button").find((b) => b.text() === words)!.trigger("click");
  await flushPromises();
};
const adds = () => fake.calls.filter((c) => c.name === "files.add").map((c) => c.args);

it("adds what is picked, dropped and pasted, and tells what was taken out of a photo", async () => {
  const page = await show();
  fake.nextPick = { handle: "h1", name: "签到.jpg" };
  await press(page, "添加附件");
  expect(adds()[0]).toEqual({ of: { kind: "meeting", id: "m" }, file: "h1", keepPlace: false });
  expect(page.text()).toContain("照片带着的拍摄信息已经去掉。");
  const mark = page.get(".mark");
  expect(mark.text(), "a maker's notes alone were no place").toBe("已去掉拍摄信息");
  expect(mark.attributes("title")).toContain("有哪样，去掉哪样");
  fake.drop([{ handle: "h2", name: "a.pdf" }, { handle: "h3", name: "b.ofd" }]);
  await flushPromises();
  expect(adds().slice(1)).toMatchObject([{ file: "h2" }, { file: "h3" }]);
  await page.get("input[type=checkbox]").setValue(true);
  const paste = new Event("paste") as ClipboardEvent;
  const picture = { type: "image/png", getAsFile: () => ({ name: "x.png", arrayBuffer: async () => new Uint8Array([1, 2, 3]).buffer }) };
  Object.defineProperty(paste, "clipboardData", { value: { items: [picture] } });
  window.dispatchEvent(paste);
  await flushPromises();
  expect(adds()[3]).toEqual({ of: { kind: "meeting", id: "m" }, pasted: "AQID", keepPlace: true });
});

it("tells of each of several photos what is to be known of it", async () => {
  const notices: Record<string, string | null> = { h1: "拍摄信息已经去掉。", h2: null, h3: "拍摄信息已经去掉。", h4: "可能带有拍摄地点。" };
  fake.handlers["files.add"] = ({ file: handle }: { file: string }) => ({ attachment: { ...file, name: `${handle}.jpg` }, notice: notices[handle] });
  const page = await show();
  fake.drop(Object.keys(notices).map((handle) => ({ handle, name: `${handle}.jpg` })));
  await flushPromises();
  const told = () => page.findAll("[role=status]").map((one) => one.text());
  expect(told()).toEqual(["“h1.jpg”、“h3.jpg”：拍摄信息已经去掉。", "“h4.jpg”：可能带有拍摄地点。"]);
  fake.drop([{ handle: "h2", name: "h2.jpg" }]);
  await flushPromises();
  expect(told(), "of those added last alone").toEqual([]);
});

it("opens, saves, renames and removes a file", async () => {
  const page = await show();
  await press(page, "签到.jpg");
  expect(fake.filesOpened).toEqual(["a1"]);
  fake.nextPick = { handle: "to", name: "签到.jpg" };
  await press(page, "另存");
  expect(fake.calls.find((c) => c.name === "files.save")?.args).toEqual({ id: "a1", to: "to" });
  await press(page, "改名");
  await page.get("input.name").setValue("第3轮签到");
  await page.get("form").trigger("submit");
  await flushPromises();
  expect(fake.calls.find((c) => c.name === "files.rename")?.args).toEqual({ id: "a1", name: "第3轮签到" });
  await press(page, "移除");
  expect(desk.said).toContain("可以撤销");
});

it("keeps the heading and each line of a narrow panel whole: the hint has a line of its own, the acts wrap under the name", async () => {
  const page = await show();
  expect(page.get("h2").text()).toBe("附件");
  const how = page.findAll(".how > span").map((span) => span.text());
  expect(how).toEqual(["把文件拖到窗口里，或在这里粘贴截图"]);
  expect(page.get(".beside > .what > .title").text()).toBe("签到.jpg");
  expect(page.findAll(".beside > .acts > button").map((b) => b.text())).toEqual(["另存", "改名", "移除"]);
});

it("takes nothing from someone who may not write", async () => {
  setStatus(statusOf("auditor"));
  await show();
  fake.drop([{ handle: "h2", name: "a.pdf" }]);
  await flushPromises();
  expect(adds()).toEqual([]);
});

it("puts bytes of any number into base64", () => {
  const many = new Uint8Array(100_000).fill(7);
  expect(atob(base64Of(many.buffer)).length).toBe(100_000);
});

it("draws a picture small that the core cannot read", async () => {
  HTMLCanvasElement.prototype.toBlob = (done) => done(new Blob(["small"]));
  const sizes: number[][] = [];
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement) {
    return { drawImage: (_: unknown, ...box: number[]) => sizes.push(box) };
  } as never;
  const read: Blob[] = [];
  const close = vi.fn();
  vi.stubGlobal("createImageBitmap", async (from: Blob) => {
    read.push(from);
    return { width: 4000, height: 3000, close };
  });
  URL.createObjectURL = () => "blob:small";
  URL.revokeObjectURL = () => undefined;
  fake = new FakePlatform({
    "files.list": () => [{ ...file, media: "image/avif", name: "现场.avif", thumbnail: false }],
    "files.drawn": () => new ArrayBuffer(9),
  });
  usePlatform(fake);
  const page = await show();
  await vi.waitFor(() => expect(page.findAll("img").map((i) => i.attributes("src"))).toEqual(["blob:small"]));
  expect(read.map((from) => from.type)).toEqual(["image/avif"]);
  expect(sizes, "small, and in its own shape").toEqual([[0, 0, 160, 120]]);
  expect(close, "a large picture is not kept in memory").toHaveBeenCalled();
  vi.unstubAllGlobals();
});

it("shows the first page of a PDF small, and a sign where the core gives none", async () => {
  HTMLCanvasElement.prototype.toBlob = (done) => done(new Blob(["page"]));
  URL.createObjectURL = () => "blob:page";
  URL.revokeObjectURL = () => undefined;
  const pdf = { ...file, media: "application/pdf", name: "签到.pdf" };
  const asked: string[] = [];
  fake = new FakePlatform({
    "files.list": () => [pdf, { ...pdf, id: "a2" }],
    "files.drawn": ({ id }: { id: string }) => {
      asked.push(id);
      if (id === "a2") throw { code: "not_found", message: "太大。" };
      return new ArrayBuffer(200);
    },
  });
  usePlatform(fake);
  const page = await show();
  await vi.waitFor(() => expect(page.findAll("img").map((i) => i.attributes("src"))).toEqual(["blob:page"]));
  expect(asked).toEqual(["a1", "a2"]);
  expect(page.text(), "a sign in its place, and no alarm").not.toContain("太大");
});

it("says why a large PDF and a picture that was too much for the core have none", async () => {
  fake = new FakePlatform({
    "files.list": () => [{ ...file, media: "application/pdf", name: "合同.pdf" }, { ...file, id: "a2", name: "全景.jpg" }],
    "files.drawn": () => {
      throw { code: "refused", message: "文件超过20MB，没有画小图；打开和另存不受影响。" };
    },
  });
  usePlatform(fake);
  const page = await show();
  const facts = page.findAll(".facts").map((one) => one.text());
  expect(facts[0]).toContain("文件超过20MB");
  expect(facts[1]).toContain("没有小图：图片太大");
});

it("says of a PDF and a picture which the window cannot read that they have none, and nothing of one that is guarded", async () => {
  vi.mocked(openPdf).mockRejectedValueOnce(new Error("Invalid PDF structure."));
  vi.stubGlobal("createImageBitmap", async () => {
    throw new DOMException("The source image could not be decoded.", "InvalidStateError");
  });
  const pdf = { ...file, media: "application/pdf", name: "合同.pdf" };
  fake = new FakePlatform({
    "files.list": () => [pdf, { ...file, id: "a2", media: "image/avif", name: "现场.avif" }, { ...pdf, id: "a3" }, { ...pdf, id: "a4" }],
    "files.drawn": ({ id }: { id: string }) => {
      if (id === "a3") throw { code: "covered", message: "先要解除遮盖。" };
      if (id === "a4") throw { code: "ledger.fileDamaged", message: "这个附件的文件已损坏，没有打开。" };
      return new ArrayBuffer(9);
    },
  });
  usePlatform(fake);
  const page = await show();
  const facts = () => page.findAll(".facts").map((one) => one.text());
  await vi.waitFor(() => expect(facts()[0]).toContain("没有小图：文件可能已损坏"));
  expect(facts()[1]).toContain("没有小图：文件可能已损坏");
  expect(facts()[2], "a sign in its place, and no alarm").not.toContain("遮盖");
  expect(facts()[3]).toContain("已损坏，没有打开");
  vi.unstubAllGlobals();
});
