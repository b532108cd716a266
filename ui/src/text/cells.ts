// The words of printing labels and member cards.
export const cells = {
  open: "标签、会员卡",
  title: "打印标签、会员卡",
  lead: (people: number) => `现在筛选出的 ${people} 人，按列表的顺序印。已转出、退会的不印。标签和卡上没有证件号码和电话。`,
  sheet: "纸",
  sheetHint: "打印时纸张缩放请选“实际大小”或“无缩放”。",
  first: "从第几格开始",
  firstHint: (count: number) => `一张纸 ${count} 格，从左到右、从上到下数；用剩的标签纸可以从空着的一格接着印。`,
  right: "右移（毫米）",
  down: "下移（毫米）",
  shiftHint: "印偏了再改：往右、往下填正数，往左、往上填负数。",
  see: "重新排版",
  print: "打印",
  preview: "标签、会员卡",
};
