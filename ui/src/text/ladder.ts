// Words of the ladder of states.
export const ladder = {
  states: { done: "已完成", now: "正在进行", late: "已逾期", next: "未开始", gap: "未记录" } as Record<string, string>,
};
