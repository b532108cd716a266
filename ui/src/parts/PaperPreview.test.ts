// The preview leads from page to page, enlarges, and finds words over line ends; drawing itself is pdf.js's and is
// looked at in the real window.
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, describe, expect, it, vi } from "vitest";
import PaperPreview from "./PaperPreview.vue";

/** The lines of each page of the paper that stands for all. */
let pages: string[][];
const drawn: { n: number; scale: number }[] = [];
/** What a drawing waits for. */
let drawing: Promise<void> | undefined;
vi.mock("./pdf", () => ({
  openPdf: async (bytes: ArrayBuffer) => ({ pages: bytes.byteLength, width: 600, height: 800, document: {} }),
  closePdf: () => undefined,
  warmUp: () => undefined,
  pageSize: async (_: unknown, n: number) => (n === 2 ? { width: 800, height: 600 } : { width: 600, height: 800 }),
  drawPage: async (_: unknown, n: number, scale: number) => {
    await drawing;
    drawn.push({ n, scale });
  },
  layText: async () => undefined,
  pageText: async (_: unknown, n: number) => pages[n - 1]!.map((text, i) => ({ text, x: 100, y: 100 + 20 * i, width: 16 * text.length, height: 16 })),
}));

async function show(over: object = {}) {
  const load = vi.fn(async (firstPage: boolean) => new ArrayBuffer(firstPage ? 1 : pages.length));
  const page = mount(PaperPreview, { props: { load, name: "会议纪要", ...over }, attachTo: document.body });
  await flushPromises();
  return { page, load };
}
type Page = Awaited<ReturnType<typeof show>>["page"];
const key = async (page: Page, at: string, key: string, more: object = {}) => {
  page.get(at).element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  await flushPromises();
};
const number = (page: Page) => page.get<HTMLInputElement>("input.number").element.value;
const told = (page: Page) => page.get(".told").text();
async function find(page: Page, words: string) {
  await key(page, ".ground", "f", { ctrlKey: true });
  await page.get("[role=search] input").setValue(words);
  await flushPromises();
}

beforeEach(() => {
  drawn.length = 0;
  drawing = undefined;
  pages = [["江西省企业工资集体协", "商条例第二条"], ["花名册"], ["集体协商会议纪要", "集体协商条例"]];
});

describe("page by page", () => {
  it("asks for page 1 before the whole, and names the pages once all are there", async () => {
    const { page, load } = await show();
    expect(load.mock.calls).toEqual([[true], [false]]);
    expect(page.text()).toContain("页，共 3 页");
    expect(drawn[0]!.n).toBe(1);
  });

  it("does not let the whole take the place of page 1 before it is drawn", async () => {
    let go = () => {};
    drawing = new Promise((resolve) => (go = resolve));
    const { page, load } = await show();
    expect(load.mock.calls).toEqual([[true]]);
    go();
    await flushPromises();
    expect(load.mock.calls).toEqual([[true], [false]]);
    expect(page.text()).toContain("页，共 3 页");
  });

  it("goes by keys, by buttons and by a number typed, and never past the ends", async () => {
    const { page } = await show();
    await key(page, ".ground", "PageDown");
    expect(number(page)).toBe("2");
    await key(page, ".ground", "End");
    await key(page, ".ground", "PageDown");
    expect(number(page)).toBe("3");
    await key(page, ".ground", "PageUp");
    expect(number(page)).toBe("2");
    await key(page, ".ground", "Home");
    expect(number(page)).toBe("1");
    await page.get("[aria-label^='下一页']").trigger("click");
    expect(number(page)).toBe("2");
    for (const [typed, now] of [["３", "3"], ["99", "3"], ["0", "1"], ["二", "1"]] as const) {
      await page.get("input.number").setValue(typed);
      await page.get("input.number").trigger("change");
      expect(number(page), typed).toBe(now);
    }
    expect(page.get("[aria-label^='上一页']").attributes("disabled")).toBeDefined();
  });

  it("leaves the keys of a field to the field", async () => {
    const { page } = await show();
    await key(page, ".ground", "PageDown");
    await key(page, "input.number", "Home");
    expect(number(page)).toBe("2");
    await key(page, ".ground", "PageDown", { isComposing: true });
    expect(number(page)).toBe("2");
  });

  it("gives a page that lies across its own size", async () => {
    const { page } = await show();
    await key(page, ".ground", "PageDown");
    const [one, two] = [1, 2].map((n) => page.get<HTMLElement>(`[data-sheet="${n}"]`).element.style);
    expect(Number.parseFloat(two!.width) / Number.parseFloat(two!.height)).toBeCloseTo(4 / 3);
    expect(Number.parseFloat(one!.width) / Number.parseFloat(one!.height)).toBeCloseTo(3 / 4);
  });
});

describe("enlarging", () => {
  const shown = (page: Page) => page.get("[role=status].visually-hidden").text();

  it("goes in steps by Ctrl and + or -, and back to the width by Ctrl+0", async () => {
    const { page } = await show();
    const fit = shown(page);
    await key(page, ".ground", "=", { ctrlKey: true });
    expect(shown(page)).toBe("75%");
    await key(page, ".ground", "+", { ctrlKey: true, shiftKey: true });
    expect(shown(page)).toBe("100%");
    expect(drawn.at(-1)!.scale).toBeCloseTo(96 / 72);
    await key(page, ".ground", "-", { ctrlKey: true });
    expect(shown(page)).toBe("75%");
    await key(page, ".ground", "0", { ctrlKey: true });
    expect(shown(page)).toBe(fit);
  });

  it("keeps the middle of the page in the middle", async () => {
    const { page } = await show();
    const ground = page.get<HTMLElement>(".ground").element;
    const wide = () => Number.parseFloat(page.get<HTMLElement>("[data-sheet='1']").element.style.width);
    Object.defineProperty(ground, "clientWidth", { value: 200 });
    Object.defineProperty(ground, "scrollWidth", { get: wide });
    const before = wide();
    ground.scrollLeft = (before - 200) / 2;
    await key(page, ".ground", "=", { ctrlKey: true });
    expect(wide()).toBeGreaterThan(before);
    expect(ground.scrollLeft).toBeCloseTo((wide() - 200) / 2);
  });

  it("stops at the largest, and shows a whole page when asked", async () => {
    const { page } = await show();
    for (let i = 0; i < 10; i += 1) await page.get("[aria-label^='放大']").trigger("click");
    expect(shown(page)).toBe("300%");
    await page.get("select").setValue("page");
    await flushPromises();
    expect(drawn.at(-1)!.scale * 800).toBeLessThanOrEqual(800);
  });
});

describe("searching", () => {
  it("counts what stands in the paper and marks it on the page, over the end of a line too", async () => {
    const { page } = await show();
    await find(page, "集体协商");
    expect(told(page)).toBe("第 1 处，共 3 处");
    const marks = page.findAll<HTMLElement>("[data-sheet='1'] .place");
    expect(marks).toHaveLength(2);
    expect(marks[0]!.classes()).toContain("now");
    const scale = drawn.at(-1)!.scale;
    expect(Number.parseFloat(marks[0]!.element.style.left)).toBeCloseTo((100 + 7 * 16) * scale);
    expect(Number.parseFloat(marks[1]!.element.style.left)).toBeCloseTo(100 * scale);
  });

  it("goes on by Enter and back by Shift+Enter, round the ends, to the page of each place", async () => {
    const { page } = await show();
    await find(page, "集体协商");
    await key(page, "[role=search] input", "Enter");
    expect([told(page), number(page)]).toEqual(["第 2 处，共 3 处", "3"]);
    await key(page, "[role=search] input", "Enter");
    await key(page, "[role=search] input", "Enter");
    expect([told(page), number(page)]).toEqual(["第 1 处，共 3 处", "1"]);
    await key(page, "[role=search] input", "Enter", { shiftKey: true });
    expect([told(page), number(page)]).toEqual(["第 3 处，共 3 处", "3"]);
    await key(page, "[role=search] input", "Enter", { isComposing: true });
    expect(told(page), "the Enter that chooses a word").toBe("第 3 处，共 3 处");
  });

  it("begins at the page that is looked at", async () => {
    const { page } = await show();
    await key(page, ".ground", "PageDown");
    await find(page, "集体协商");
    expect([told(page), number(page)]).toEqual(["第 2 处，共 3 处", "3"]);
  });

  it("brings what is found into sight sideways too", async () => {
    const { page } = await show();
    const ground = page.get<HTMLElement>(".ground").element;
    Object.defineProperty(ground, "clientWidth", { value: 100 });
    await find(page, "集体协商");
    const scale = drawn.at(-1)!.scale;
    expect(ground.scrollLeft).toBeCloseTo((100 + 7 * 16) * scale - Math.max(0, (100 - 3 * 16 * scale) / 2), 0);
  });

  it("says when there is nothing, and Esc takes box and marks away", async () => {
    const { page } = await show();
    await find(page, "没有这几个字");
    expect(told(page)).toBe("没有找到");
    await page.get("[role=search] input").setValue("集体");
    await flushPromises();
    expect(page.findAll(".place").length).toBeGreaterThan(0);
    await key(page, "[role=search] input", "Escape");
    expect(page.find("[role=search]").exists()).toBe(false);
    expect(page.findAll(".place")).toHaveLength(0);
  });

  it("says when the text cannot be read, and does not search for ever", async () => {
    const { page } = await show();
    pages = [];
    await find(page, "协商");
    expect(told(page)).toBe("文字读不出来，请打开后查找");
  });

  it("searches the new paper when the old one is replaced", async () => {
    const { page } = await show();
    await find(page, "花名册");
    expect(told(page)).toBe("第 1 处，共 1 处");
    pages = [["花名册", "花名册"]];
    await page.setProps({ version: 2 });
    await flushPromises();
    expect(told(page)).toBe("第 1 处，共 2 处");
  });

  it("leaves Ctrl+F to a field elsewhere on the page", async () => {
    const { page } = await show();
    const other = document.body.appendChild(document.createElement("input"));
    other.dispatchEvent(new KeyboardEvent("keydown", { key: "f", ctrlKey: true, bubbles: true }));
    await flushPromises();
    expect(page.find("[role=search]").exists()).toBe(false);
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "f", ctrlKey: true, bubbles: true }));
    await flushPromises();
    expect(page.find("[role=search]").exists()).toBe(true);
  });
});
