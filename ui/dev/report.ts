// An invented yearly report: a table with the year before, one without, and a share of nothing.
import type { FigureValue, YearFigure, YearReport } from "../src/contract/bindings";

export const value = (count: number): FigureValue => ({ text: String(count), count, why: null });
export const none = (why: string): FigureValue => ({ text: "—", count: null, why });
const figure = (id: string, name: string, sum: YearFigure["sum"], now: FigureValue, before: FigureValue, unit = "人"): YearFigure => ({ id, name, unit, sum, now, before });
const unknown = "账本只留着现在的登记，上年的没有留下";

export const yearReport: YearReport = {
  year: 2026,
  asOf: "2026-11-16",
  over: false,
  years: [2026, 2025],
  empty: false,
  missing: ["填报人", "负责人"],
  saved: true,
  photos: [],
  texts: { year: 2026, guidance: undefined, merit: undefined, quality: undefined, standing: undefined, growth: undefined, problems: undefined, plans: "办好职工夜校。", filledBy: undefined, responsible: undefined, addressee: undefined },
  chair: null,
  tables: [
    {
      id: "members",
      chapter: "growth",
      title: "会员增减",
      counted: "按花名册和登记的会籍变动，一人计一次。",
      compared: true,
      figures: [
        figure("members.start", "年初会员", "adds", value(316), value(310)),
        figure("members.joined", "入会", "adds", value(6), value(8)),
        figure("members.moved_out", "转出", "takes", value(2), value(2)),
        figure("members.end", "期末会员", "total", value(320), value(316)),
      ],
    },
    {
      id: "forms",
      chapter: "growth",
      title: "用工形式",
      counted: "按花名册登记的用工形式计。",
      compared: false,
      figures: [
        figure("forms.all", "期末会员", "total", value(320), none(unknown)),
        figure("forms.contract", "劳动合同", "adds", value(280), none(unknown)),
        figure("forms.dispatched", "劳务派遣", "adds", value(40), none(unknown)),
      ],
    },
    {
      id: "incoming",
      chapter: "running",
      title: "收文",
      counted: "按收到日期计入当年。",
      compared: false,
      figures: [
        figure("incoming.all", "收到的文件", "total", value(0), none("账本2026年建立，2025年的没有登记"), "件"),
        figure("incoming.rate", "按期办结率", "beside", none("没有到期应办结的文件"), none("账本2026年建立，2025年的没有登记"), ""),
      ],
    },
  ],
};
