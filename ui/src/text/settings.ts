// The words of the settings page.
export const settings = {
  title: "设置",
  lead: "字号、账本位置、恢复单和检查。",
  size: "字号",
  sizes: { 16: "标准", 18: "大", 20: "特大" } as Record<number, string>,
  sizeNote: "关闭窗口前有效。",
  folder: "账本文件夹",
  folderNote: "账本就是这个文件夹，可以整个复制到 U 盘上留存；内容是加密的，没有口令或恢复单打不开。",
  sheet: "恢复单",
  sheetNote: "恢复单丢失或有人离任时，请重新打印并换下旧单。",
  sheetShow: "查看并打印恢复单",
  check: "检查账本",
  checkNote: "逐项核对数据和流水是否完整，只检查，不改动。",
  checkRun: "开始检查",
  checking: "正在检查",
  checkOk: (steps: number) => `检查完毕：${steps} 步流水都对得上，没有发现问题。`,
  checkBad: "检查发现以下问题，请先不要继续录入，把账本文件夹复制一份留存：",
};
