// Words of the ladder of states.
export const ladder = {
  infoOf: (title: string) => `${title}：由谁办、还缺什么、期限和依据`,
  states: { done: "已完成", now: "正在进行", late: "已逾期", next: "未开始", gap: "未记录" } as Record<string, string>,
};
