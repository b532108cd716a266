// The small drawing: what it shows of the core's runs, and that it says the same to whoever cannot see it.
import { mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { example } from "../../tests/rules";
import { statusOf } from "../../tests/status";
import type { Explanation, Run } from "../contract/bindings";
import { setStatus } from "../desk";
import DeadlineDrawing from "./DeadlineDrawing.vue";

beforeEach(() => setStatus(statusOf("chair")));
afterEach(() => setStatus({ known: [], home: "/", open: null }));

const run = (kind: Run["kind"], from: string, to: string, days: number, why: string | null = null): Run => ({ kind, from, to, days, why });
const drawn = (over: Partial<Explanation>) => mount(DeadlineDrawing, { props: { explanation: { ...example.explanation, ...over } } });
const xs = (drawing: ReturnType<typeof drawn>, mark: string) => drawing.findAll(mark).map((one) => Number(one.attributes("x") ?? one.attributes("cx")));

it("draws a plain count as one bar of its days, start at the left and end at the right", () => {
  const drawing = drawn({});
  expect(drawing.get("svg").attributes("role")).toBe("img");
  expect(drawing.get("svg").attributes("aria-label")).toBe(example.explanation.sentence);
  expect(drawing.findAll("rect").map((bar) => bar.attributes("width"))).toEqual(["336"]);
  expect(drawing.findAll("line.stroke").length, "six strokes part seven days").toBe(6);
  expect(xs(drawing, ".start")[0]).toBeLessThan(xs(drawing, ".end")[0]!);
  expect(drawing.text()).toContain("7 日");
  expect(drawing.text()).toContain("到期 11月23日");
  expect(drawing.find("figcaption").exists(), "nothing was passed over").toBe(false);
});

it("tells what was passed over by reason, and where the end moved", () => {
  const drawing = drawn({
    nominal: "2026-11-20",
    runs: [
      run("counted", "2026-11-17", "2026-11-17", 1),
      run("skipped", "2026-11-18", "2026-11-19", 2, "周末"),
      run("counted", "2026-11-20", "2026-11-20", 1),
      run("moved", "2026-11-21", "2026-11-23", 3, "国庆节（法定休假日）"),
    ],
  });
  const lines = drawing.findAll("li").map((one) => one.text());
  expect(lines).toEqual(["周末 2 天不算：11月18日至11月19日", "最后一天 11月20日 是国庆节（法定休假日），顺延到 11月23日"]);
  expect(drawing.findAll("rect").map((bar) => bar.classes()[0])).toEqual(["counted", "skipped", "counted", "moved"]);
  const bars = drawing.findAll("rect").map((bar) => Number(bar.attributes("width")));
  expect(bars.reduce((sum, width) => sum + width, 0)).toBeCloseTo(336);
});

it("lays a clock before its event from the right, dates still in their order", () => {
  const drawing = drawn({
    start: "2026-11-16",
    nominal: "2026-11-11",
    end: "2026-11-11",
    runs: [run("skipped", "2026-11-15", "2026-11-14", 2, "周末"), run("counted", "2026-11-13", "2026-11-11", 3)],
  });
  expect(xs(drawing, ".end")[0]).toBeLessThan(xs(drawing, ".start")[0]!);
  expect(xs(drawing, ".counted")[0]).toBeLessThan(xs(drawing, "rect.skipped")[0]!);
  expect(drawing.get("li").text()).toContain("11月14日至11月15日");
});

it("draws a long count as whole bars", () => {
  expect(drawn({ runs: [run("counted", "2026-11-17", "2027-01-15", 60)] }).findAll("line.stroke").length).toBe(0);
});

it("needs no inline style, which the window's policy forbids", () => {
  expect(drawn({}).html()).not.toContain("style=");
});
