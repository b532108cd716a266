// The words of every list: sorting, choosing columns, taking it along.
export const table = {
  sortBy: (column: string) => `按${column}排序，再点一次倒过来`,
  columns: "显示哪些栏",
  columnsLast: "至少留一栏",
  up: (column: string) => `“${column}”往前移`,
  down: (column: string) => `“${column}”往后移`,
};
