// The one place that knows ECharts: bars and the parts they need, drawn on a canvas (it sets no style by markup, which the
// page's policy forbids). What a chart shows stands in a table beside it, so a machine that draws nothing loses nothing.
import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([BarChart, GridComponent, LegendComponent, CanvasRenderer]);

/** One row of bars; `tone` names a colour of the palette. */
export type Series = { name: string; values: number[]; tone: "--link" | "--late" | "--done" };

const tone = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Draws bars into a box, from the left where they `lie`; answers how to draw anew and how to end. */
export function bars(box: HTMLElement) {
  const chart = init(box, null, { renderer: "canvas" });
  return {
    draw(labels: string[], series: Series[], lie: boolean) {
      const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.875;
      const text = { color: tone("--text"), fontSize: size, fontFamily: getComputedStyle(document.body).fontFamily };
      const line = { lineStyle: { color: tone("--line") } };
      const names = { type: "category" as const, data: labels, inverse: lie, axisLabel: { ...text, interval: 0, width: 130, overflow: "truncate" as const }, axisLine: line, axisTick: { show: false } };
      const numbers = { type: "value" as const, minInterval: 1, axisLabel: { ...text, color: tone("--text-2") }, splitLine: line };
      chart.setOption(
        {
          animation: false,
          legend: { show: series.length > 1, textStyle: text, top: 0, right: 0 },
          grid: { left: 0, right: lie ? 56 : 8, top: series.length > 1 ? 36 : 12, bottom: 0, outerBoundsMode: "same" },
          xAxis: lie ? numbers : names,
          yAxis: lie ? names : numbers,
          series: series.map((one) => ({
            type: "bar" as const,
            name: one.name,
            data: one.values,
            barMaxWidth: 22,
            itemStyle: { color: tone(one.tone), borderRadius: 2 },
            label: { show: true, position: lie ? ("right" as const) : ("top" as const), ...text, formatter: ({ value }: { value: unknown }) => (value ? Number(value).toLocaleString("zh-CN") : "") },
          })),
        },
        true,
      );
    },
    resize: () => chart.resize(),
    end: () => chart.dispose(),
  };
}
