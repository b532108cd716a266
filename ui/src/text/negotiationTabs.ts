// The parts of the place of negotiation: its affairs, and the wages that are talked about.
export const negotiationTabs = {
  label: "协商的各部分",
  negotiation: "协商",
  pay: "工资数据",
  payFigures: "工资结构",
  paySimulate: "测算",
} as const;
