// Words for dates, shared by all pages.
export const dayText = {
  weekdays: ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
  full: (y: number, m: number, d: number) => `${y}年${m}月${d}日`,
  month: (y: number, m: number) => `${y}年${m}月`,
  year: (y: number) => `${y}年`,
  short: (m: number, d: number) => `${m}月${d}日`,
  noSuchDay: (text: string) => `“${text}”不是一个日期，请写成 2026-3-5 或 20260305。`,
  notYet: "不能晚于今天。",
  placeholder: "年-月-日",
  label: "日期",
  calendar: "打开日历",
};
