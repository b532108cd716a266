// Invented people of an invented factory, and an invented roster file with the mess real ones have.
import type { RosterCellProblem, Field, MemberLine, PersonDraft, RosterPreview, RosterRow } from "../src/contract/bindings";

const surnames = ["王", "李", "张", "刘", "陈", "杨", "黄", "周", "吴", "徐", "胡", "熊", "万", "涂", "章"];
const surnameLetters = "wlzlcyhzwxhxwtz";
const given = ["伟", "秀英", "建华", "小明", "丽", "强", "桂花", "志刚", "海燕", "玉兰", "平", "文喆"];
const givenLetters = ["w", "xy", "jh", "xm", "l", "q", "gh", "zg", "hy", "yl", "p", "wz"];
const names = ["机加工", "焊接", "喷涂", "装配", "仓储"];

export const people: (MemberLine & { initials: string })[] = Array.from({ length: 320 }, (_, i) => ({
  id: `m${i}`,
  name: surnames[i % 15]! + given[(i * 7) % 12]!,
  initials: surnameLetters[i % 15]! + givenLetters[(i * 7) % 12]!,
  sex: i % 4 === 0 ? ("female" as const) : ("male" as const),
  shop: names[i % 5]!,
  post: ["车工", "电焊工", "喷漆工", "钳工", "叉车工"][i % 5]!,
  form: i % 8 === 0 ? ("dispatched" as const) : ("contract" as const),
  phone: "138****8000",
  idNumber: "360121********001X",
  memberSince: i % 9 === 0 ? "2019-07" : "2018-05-01",
  state: "member" as const,
  left: null,
  birth: `${1966 + (i % 38)}-**-**`,
  age: 60 - (i % 38),
  education: null,
  political: null,
  skill: ["初级工", "中级工", null][i % 3]!,
  household: null,
  group: null,
  workNumber: null,
  flags: i % 4 === 0 ? ["women" as const] : [],
}));
export const shops = names.map((shop) => ({ shop, people: 64 }));

const heads: [Field, string][] = [["sequence", "序号"], ["name", "姓名"], ["sex", "性别"], ["idNumber", "证件号码"], ["phone", "移动电话"], ["joinedOn", "入会日期"]];
const problem = (row: number, column: number, severity: RosterCellProblem["severity"], message: string): RosterCellProblem => ({
  row, column, field: heads[column - 1]?.[0] ?? null, severity, kind: severity === "ask" && column === 2 ? "personMaybeTwice" : "dateDot", message, was: "", proposal: null,
});
const row = (n: number, name: string, status: RosterRow["status"], problems: RosterCellProblem[]): RosterRow => ({
  page: 0,
  row: n,
  status,
  raw: [String(n - 5), name, "1", "360121********0014", "138-0013-8000", "1990.3"],
  person: {
    name: name.replace("・", "·"), sex: "male", idNumber: "360121********0014", phones: ["138****8000"],
    joinedOn: { date: "1990-03-01", precision: "month" },
  } as unknown as PersonDraft,
  problems,
  of: null,
  changes: [],
});
export const importRows: RosterRow[] = [
  row(6, "王伟", "ask", [problem(6, 2, "ask", "第6行「姓名」：与第41行同名同电话、证件号码不同，请确认是不是同一人。")]),
  row(9, "阿卜杜拉・买买提", "ask", [
    problem(9, 6, "ask", "第9行「入会日期」：写作1990.3，是1990年3月，还是漏了日？"),
    problem(9, 2, "note", "第9行「姓名」：间隔号按“·”比对，原样保留。"),
  ]),
  row(17, "涂建华", "ask", [problem(17, 6, "ask", "第17行「入会日期」：写作1990.3，是1990年3月，还是漏了日？")]),
  row(23, "章文喆", "stop", [problem(23, 4, "stop", "第23行「证件号码」：号码在表格里存成了数字，后三位已丢失；请在原表改为文本后重填。")]),
];
export const importPreview: RosterPreview = {
  fileSha256: "00",
  pages: [{ name: "花名册", people: 300, header: { row: 4, lastRow: 4, columns: heads.map(([field, heading], i) => ({ column: i + 1, field, heading })), unknown: [] } }],
  rows: [],
  counts: { total: 300, ready: 287, changed: 0, ask: 9, stop: 4, skipped: 0, notes: 12, blankRows: 1, totalRows: 0, noteRows: 1, repeatedHeads: 0 },
  asks: [
    { kind: "dateDot", count: 7, question: "7个日期写作“1990.3”这样的形式，是年月吗？", proposal: "按年月存，例如1990年3月", canKeep: false },
    { kind: "personMaybeTwice", count: 2, question: "2行与另一行同名同电话，证件号码不同。", proposal: "按不同的人存", canKeep: false },
  ],
  readings: [],
  remarks: ["最后一行是填表说明，没有当作人员。"],
  absent: [],
  absentTotal: 0,
  fields: heads.map(([field, name]) => ({ field, name })),
  other: null,
};
