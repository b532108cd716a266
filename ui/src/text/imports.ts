// The words of an import beside its preview: where a table comes from, what its columns hold, files of other kinds, people whom
// a newer file no longer lists; where a value came from; the pre-flight for the upper system.

export const source = {
  dropHere: "把花名册拖到这里",
  pick: "选择文件",
  note: "支持 .xlsx、.xlsm、.xls、.et、.csv，以及从系统导出的网页表格。表头自动寻找，标题行和说明行不用删。设了打开密码的，请先取消密码另存一份。",
  paste: "也可以从 Excel、WPS 复制一片表格（连同列名），粘贴到这里",
  pasteHint: "在这里按 Ctrl+V",
  pasted: "粘贴的表格",
  lost: (name: string) => `上次导入“${name}”到一半`,
  lostFile: "现在找不到这个文件：可能挪走了、改了名，或者U盘没有插上。上次定下的都还留着，从新的位置选同一个文件就接着做。",
  lostPaste: "上次粘贴的表格太长，没有留住。请把同一片表格再粘贴一次，上次定下的都还留着。",
  stopped: "刚才没有读完，上次定下的都还留着。",
  pickAgain: "再选这个文件",
  goOn: "接着上次的做",
  useOther: "不要上次的，就导入现在这个",
  giveUp: "不要上次的，从头导入",
  afresh: "放下这个文件",
  other: "这个文件和上次的内容不一样，上次定下的没有用上，都还留着。选错了，就再选上次的；真要换成现在这个，请先说不要上次的，再从头看一遍。",
  atHand: (name: string) => `“${name}”已经收下，还没有读：上次的草稿接着填或者丢弃以后，就读它。`,
  pastedNothing: "剪贴板里没有表格：可能没有复制成功，或者复制的是图片。请在 Excel、WPS 里选中要导入的格子（连同列名）复制，再到这里粘贴。",
};

export const columns = {
  title: "列的对应",
  lead: "程序按列名认出的对应。认错的、没认出的，在这里改；导入以后，同样的表下次照这次的来。",
  leave: "不导入",
  unknown: "没有认出",
};

export const single = {
  label: (row: number) => `第 ${row} 行，只决定这一处`,
  byKind: "按同类的决定",
};

export const other = {
  title: (name: string, page: string) => `这个文件是${name}${page ? `（工作表“${page}”）` : ""}`,
  counts: (rows: number, passed: number) => `读到 ${rows} 行${passed > 0 ? `，另有 ${passed} 行合计、说明没有算` : ""}。`,
  takes: "能导入的，和到哪里登记",
  notYet: "现在还不能存的",
  nothing: "没有。",
  problems: (n: number, shown: number) => (n > shown ? `核对出 ${n} 处，先列 ${shown} 处` : `核对出 ${n} 处`),
  certificates: (fits: number, held: number, nobody: number, several: number) =>
    `证书：${fits} 张可以登记${held > 0 ? `，${held} 张已经有了` : ""}${nobody > 0 ? `，${nobody} 张的本人花名册里没有` : ""}${several > 0 ? `，${several} 张分不清是哪个同名的人` : ""}。`,
  take: (n: number) => `导入 ${n} 张证书（可撤销）`,
  taking: "正在导入证书",
  taken: (added: number, unknown: number) => `已登记 ${added} 张证书${unknown > 0 ? `，${unknown} 张没有找到本人` : ""}。可以撤销。`,
  courses: (fits: number, held: number, wrong: number) =>
    `培训：${fits} 条可以登记${held > 0 ? `，${held} 条已经有了` : ""}${wrong > 0 ? `，${wrong} 条没有找到本人或者日期不全` : ""}。`,
  takeCourses: (n: number) => `登记 ${n} 条培训（可撤销）`,
  takingCourses: "正在登记培训",
  takenCourses: (added: number, wrong: number) => `已登记 ${added} 条培训${wrong > 0 ? `，${wrong} 条没有登记` : ""}。可以撤销。`,
  exams: (fits: number, held: number, wrong: number, told: number) =>
    `职业健康检查：${fits} 人次可以登记${held > 0 ? `，${held} 人次已经有了` : ""}${wrong > 0 ? `，${wrong} 行不能登记，原因写在下面${wrong > told ? `（先列 ${told} 行）` : ""}` : ""}。`,
  takeExams: (n: number) => `登记 ${n} 人次职业健康检查（可撤销）`,
  takingExams: "正在登记职业健康检查",
  takenExams: (added: number, wrong: number) => `已登记 ${added} 人次职业健康检查${wrong > 0 ? `，${wrong} 行没有登记` : ""}。可以撤销。`,
  severities: { note: "说明", ask: "待定", stop: "不能用" } as Record<string, string>,
};

export const absent = {
  title: (n: number) => `账本里有、这份表里没有的 ${n} 人`,
  lead: "程序不会删掉任何人。确已离开的，在这里登记保留会籍或者会籍转出，随导入一起办；只是表里筛掉了的，不用管。",
  first: (n: number) => `先列 ${n} 人。`,
  all: "列出的人一律",
  on: "日期",
  kinds: { "": "先不动", retained: "保留会籍", movedOut: "会籍转出" } as Record<string, string>,
};

export const done = (added: number, changed: number, left: number, there: number) =>
  [
    added > 0 || (changed === 0 && left === 0) ? `已导入 ${added} 人` : "",
    changed > 0 ? `更新 ${changed} 人` : "",
    left > 0 ? `登记 ${left} 人的会籍变化` : "",
    there > 0 ? `另有 ${there} 人花名册里已有、未改动` : "",
  ]
    .filter((part) => part !== "")
    .join("，") + "。可以撤销。";

export const run = (added: number, changed: number, left: number) => {
  const parts = [added > 0 || (changed === 0 && left === 0) ? `导入 ${added} 人` : "", changed > 0 ? `更新 ${changed} 人` : "", left > 0 ? `登记 ${left} 人变化` : ""];
  return `${parts.filter((part) => part !== "").join("、")}（可撤销）`;
};

export const origins = {
  title: "资料从哪里来",
  lead: "每一项资料是从哪个文件、哪张表、哪一格导入的。号码按您的权限显示。",
  none: "这个人是逐项登记的，不是从表格导入的。",
  from: (file: string, pasted: boolean, on: string) => (pasted ? `粘贴于 ${on}` : `${file}，${on}导入`),
  place: (page: string, row: number) => `工作表“${page}”第 ${row} 行`,
  /** `row`: of a merged cell above, the row in which it is written. */
  cell: (column: string, heading: string, row: number | null) => (row === null ? `${column} 列“${heading}”` : `合并格 ${column}${row}，“${heading}”`),
  leftOut: (headings: string) => `没有导入的列：${headings}。`,
  comma: "、",
  fingerprint: (sha256: string) => `文件指纹 ${sha256.slice(0, 12)}`,
};

export const upload = {
  act: "上报预检",
  title: "上报模板预检",
  lead: "照上级系统的模板核对每个人，符合的存成可以直接上传的表，不符合的另存一份，问题写在批注里。",
  template: "模板",
  of: "核对谁",
  ledger: "账本里的会员（现在的筛选）",
  file: "一份填好的表",
  fileTitle: "选择填好的上报表",
  filter: { name: "Excel 或 CSV 文件", extensions: ["xlsx", "xls", "csv", "et", "xlsm"] },
  check: "预检",
  checking: "正在核对",
  result: (people: number, good: number, bad: number) => `共 ${people} 人，${good} 人符合，${bad} 人有问题。`,
  cells: (n: number) => `${n} 处`,
  names: (names: string) => `例如 ${names}`,
  comma: "、",
  clean: "存可上传的表",
  errors: "存问题表",
  cleanFile: "上报.xlsx",
  errorsFile: "上报问题.xlsx",
  saving: "正在存",
  saved: (name: string, rows: number) => `已把 ${rows} 人存到“${name}”，内有完整的号码，请妥善保管。`,
  covered: "号码现在只显示头尾，存出去的表要写全。请点“显示完整号码”，写明用途，再存。",
};
