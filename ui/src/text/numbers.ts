// Words for numbers, shared by all pages: what was typed and cannot be read as one.
export const numberText = {
  notWhole: (typed: string) => `“${typed}”不是整数，请只填数字，例如 12。`,
  notYuan: (typed: string) => `“${typed}”不是金额，请按元填数，例如 300 或 300.50。`,
  notNumber: (typed: string) => `“${typed}”看不出是多少，请只填数字，例如 5 或 2.5。`,
  /** 反对的票数“三票”… */
  noCount: (count: string, typed: string) => `${count}的票数“${typed}”看不出是几票，请只填数字，例如 4。`,
};
