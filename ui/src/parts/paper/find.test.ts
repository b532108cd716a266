// Words are found where a person sees them: over line ends, whatever their blanks and width, and marked in the right place.
import { describe, expect, it } from "vitest";
import { findOn, worthFinding, type Piece } from "./find";

const line = (text: string, y: number, width = text.length * 16): Piece => ({ text, x: 100, y, width, height: 16 });

describe("words on a page", () => {
  it("are found over the end of a line, with a box on each of the two", () => {
    const found = findOn(3, [line("《江西省企业工资集体协", 50), line("", 60, 0), line("商条例》第二十四条", 80)], "集体协商条例");
    expect(found).toEqual([
      {
        page: 3,
        boxes: [
          { x: 100 + 8 * 16, y: 50, width: 3 * 16, height: 16 },
          { x: 100, y: 80, width: 3 * 16, height: 16 },
        ],
      },
    ]);
  });

  it("are found whatever the blanks between them, the case and the width of letters", () => {
    const pieces = [line("第1 轮　ＧＢ／Ｔ 9704—2012", 0)];
    for (const words of ["第1轮", "第 １ 轮", "gb/t9704", "GB/T 9704—2012"]) expect(findOn(1, pieces, words), words).toHaveLength(1);
    expect(findOn(1, pieces, "第2轮")).toHaveLength(0);
  });

  it("are each counted once and in reading order", () => {
    const found = findOn(1, [line("工会工会工会", 0), line("会员", 20)], "工会");
    expect(found.map((one) => one.boxes[0]!.x)).toEqual([100, 132, 164]);
    expect(findOn(1, [line("一一一", 0)], "一一")).toHaveLength(1);
  });

  it("are marked by the room that letters take, which is half of a character's", () => {
    const [found] = findOn(1, [{ text: "2026年", x: 0, y: 0, width: 48, height: 16 }], "年");
    expect(found!.boxes).toEqual([{ x: 32, y: 0, width: 16, height: 16 }]);
  });

  it("keep characters outside the first plane whole", () => {
    const [found] = findOn(1, [{ text: "𠮷某", x: 0, y: 0, width: 32, height: 16 }], "某");
    expect(found!.boxes).toEqual([{ x: 16, y: 0, width: 16, height: 16 }]);
    expect(findOn(1, [{ text: "𠮷某", x: 0, y: 0, width: 32, height: 16 }], "𠮷")[0]!.boxes[0]!.width).toBe(16);
  });

  it("of blanks alone are nothing to look for", () => {
    expect([worthFinding(" 　\n"), worthFinding("工")]).toEqual([false, true]);
    expect(findOn(1, [line("工 会", 0)], "  ")).toEqual([]);
  });
});
