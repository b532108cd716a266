// The words for what moves when the law book changes: a year's days off, an agreed number.
export const moves = {
  doubt: "请再核对",
  stays: "没有期限会变。",
  title: (n: number) => `保存以后，有 ${n} 项的最后期限会变`,
  columns: { what: "事项", before: "现在", after: "保存以后" },
  none: "没有",
  settled: (n: number) => `${n} 项推算的期限会变成确定的日期。`,
  sure: "确认保存",
  back: "再改改",
};
