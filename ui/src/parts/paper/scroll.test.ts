// Sideways: what is found comes into sight, and enlarging keeps the middle.
import { describe, expect, it } from "vitest";
import { aboutTheMiddle, sideways } from "./scroll";

describe("a place that is found", () => {
  const sight = { scrollLeft: 100, clientWidth: 400 };
  it("stays where it is while it is seen whole", () => {
    expect(sideways({ x: 50, width: 100 }, 16, 2, sight)).toBe(100);
  });
  it("comes to the middle from either side", () => {
    expect(sideways({ x: 300, width: 50 }, 16, 2, sight)).toBe(16 + 600 - 150);
    expect(sideways({ x: 200, width: 100 }, 16, 2, sight), "cut at the right edge").toBe(16 + 400 - 100);
    expect(sideways({ x: 10, width: 20 }, 16, 2, sight), "at the left end of the page").toBe(0);
  });
  it("is shown from its beginning where it is wider than the sight", () => {
    expect(sideways({ x: 100, width: 300 }, 16, 2, sight)).toBe(216);
  });
});

describe("enlarging", () => {
  it("keeps in the middle what stood there", () => {
    expect(aboutTheMiddle(0, 400, 800, 400)).toBe(200);
    expect(aboutTheMiddle(200, 800, 400, 400)).toBe(0);
    expect(aboutTheMiddle(300, 1000, 2000, 400)).toBe(800);
  });
});
