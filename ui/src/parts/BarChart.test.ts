// Bars: every label whole, in words that do not grow with the chart; bars as shares of the longest.
import { mount } from "@vue/test-utils";
import { expect, it } from "vitest";
import BarChart from "./BarChart.vue";

const labels = ["第1组（最低）", "第2组", "第10组（最高）"];
const one = { name: "现在", values: [4000, 0, 8000], tone: "link" as const };

it("stands its bars over labels that are told whole", () => {
  const page = mount(BarChart, { props: { labels, series: [one, { ...one, name: "增资后", tone: "done" }], stand: true } });
  expect(page.findAll(".label").map((label) => label.text())).toEqual(labels);
  expect(page.findAll(".bar").map((bar) => bar.findAll("i").map((box) => box.attributes("style")).join(""))).toEqual(["height: 50%;", "height: 50%;", "", "", "height: 100%;", "height: 100%;"]);
  expect(page.find("svg").exists(), "a drawing that is scaled scales its words").toBe(false);
  expect(page.findAll(".bar .note"), "numbers of several series would not find room").toHaveLength(0);
});

it("lays its bars beside their labels, each with its number", () => {
  const page = mount(BarChart, { props: { labels, series: [one] } });
  expect(page.findAll(".name").map((label) => label.text())).toEqual(labels);
  expect(page.findAll(".line").map((line) => line.text())).toEqual(["4,000", "0", "8,000"]);
});
