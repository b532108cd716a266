// The words of the lists of members: filters, counts, lists kept by name, changes to many, printing; and of what stands out
// about a person.
import type { BulkField, MemberField, MemberFlag, PersonTagKind, FileRecordKind, RecordState } from "../contract/bindings";

export const flags: Record<MemberFlag, string> = {
  women: "女职工",
  migrant: "农民工",
  modelWorker: "劳模",
  hardship: "困难职工",
  nearRetirement: "一年内退休",
  overAge: "超龄",
  minor: "未成年工",
  underAge: "未到用工年龄",
};

export const fields: Record<MemberField, string> = {
  shop: "车间",
  post: "岗位",
  group: "分会、小组",
  sex: "性别",
  ageBand: "年龄段",
  form: "用工形式",
  skill: "技能等级",
  education: "学历",
  political: "政治面貌",
  state: "会籍",
  joinedYear: "入会年份",
  flag: "标记",
};

export const filters = {
  flag: "标记",
  flagAll: "全部标记",
  more: "更多条件",
  moreSet: (n: number) => `更多条件（${n}）`,
  lead: "几个条件要同时满足。",
  any: "不限",
  none: "没有登记",
  ageFrom: "年龄从",
  ageTo: "到（周岁）",
  joinedFrom: "入会从",
  joinedTo: "到",
  agesCrossed: "前面的年龄比后面的大，找不到人；请调换或改正。名单还是原来的条件。",
  daysCrossed: "开始的日期比结束的晚，找不到人；请调换或改正。名单还是原来的条件。",
  clear: "清除条件",
  clearAll: "清除全部条件",
};

export const grouping = {
  label: "分组计数",
  off: "不分组",
  by: (field: string) => `按${field}分组`,
  none: "没有登记",
  list: (field: string) => `按${field}，点一组只看这一组`,
  all: "全部",
};

export const saved = {
  open: "常用查询",
  none: "还没有存下的查询。先选好条件、栏目和排序，再存下来。",
  lead: "连同条件、栏目和排序一起存下，所有人都能用。",
  name: "查询的名称",
  save: "存下现在的查询",
  saved: (name: string) => `已存下“${name}”。可以撤销。`,
  use: (name: string) => `用“${name}”`,
  remove: "移除",
  removeThis: (name: string) => `移除“${name}”`,
  removed: (name: string) => `已移除“${name}”。可以撤销。`,
};

export const print = {
  open: "打印名单",
  title: "打印名单",
  lead: (people: number, columns: string) => `${people.toLocaleString("zh-CN")} 人，按本页的条件和排序，栏目：${columns}。`,
  name: "标题",
  nameDefault: "会员花名册",
  nameMixed: "花名册",
  mixed: (groups: string) => `这份名单里不都是会员：${groups}。`,
  group: (word: string, n: number) => `${word} ${n.toLocaleString("zh-CN")} 人`,
  onlyMembers: (n: number) => `只印会员（${n.toLocaleString("zh-CN")} 人）`,
  onlyChosen: (n: number) => `只印勾选的（${n.toLocaleString("zh-CN")} 人）`,
  how: "给谁看",
  posted: "张贴公示：证件号和电话隐去中间几位，出生日期隐去月日，不印标记",
  filed: "报送、存档：和本页一样",
  filedFull: "报送、存档：含完整的证件号和电话",
  act: "打印",
};

export const bulk = {
  open: "批量修改",
  pick: "选",
  pickOne: (name: string) => `选中${name}`,
  unpick: "取消选择",
  picked: (n: number) => `已选 ${n.toLocaleString("zh-CN")} 人`,
  title: "批量修改",
  leadAll: (n: number) => `改的是现在筛选出的全部 ${n.toLocaleString("zh-CN")} 人。只想改其中几人，请先在名单里勾选。`,
  leadSome: (n: number) => `改的是勾选的 ${n.toLocaleString("zh-CN")} 人。`,
  fields: {
    shop: "车间",
    post: "岗位",
    form: "用工形式",
    group: "分会、小组",
    skill: "技能等级",
    household: "户籍类型",
    migrant: "农民工",
    modelWorker: "劳模",
    hardship: "困难职工",
  } as Record<BulkField, string>,
  change: (field: string) => `改${field}`,
  keep: "不改",
  empty: "清空",
  blank: "（没有登记）",
  indent: "　",
  yes: "是",
  no: "否",
  see: "看看会改什么",
  columns: { field: "哪一项", from: "现在", to: "改成", people: "人数" },
  nothing: "这些人已经都是这样，没有要改的。",
  willChange: (changed: number, people: number) => `${people.toLocaleString("zh-CN")} 人里有 ${changed.toLocaleString("zh-CN")} 人要改。`,
  act: (changed: number) => `修改 ${changed.toLocaleString("zh-CN")} 人（可撤销）`,
  done: (changed: number) => `已修改 ${changed.toLocaleString("zh-CN")} 人，一次可以撤销。`,
  records: "从表格成批登记证书、培训、荣誉",
};

/** Records of many people's files from one pasted sheet. */
export const records = {
  title: "成批登记证书、培训、荣誉",
  lead: "在 Excel、WPS 里选中要登记的行，连同列名一起复制，粘贴到下面。先看每一行怎样登记，再一次登记进各人的电子档案。",
  kind: "登记什么",
  kinds: { certificate: "证书", training: "培训", honour: "荣誉" } as Record<FileRecordKind, string>,
  columns: {
    certificate: "要有的列：姓名（或者工号、证件号码）、证书名称。可以有：类别、等级、证书编号、发证单位、发证日期、有效期至。",
    training: "要有的列：姓名（或者工号、证件号码）、培训内容、培训日期。可以有：学时、培训单位。",
    honour: "要有的列：姓名（或者工号、证件号码）、荣誉名称、年度。可以有：类别、级别、授予单位。",
  } as Record<FileRecordKind, string>,
  certificate: "证书类别",
  honour: "荣誉类别",
  level: "荣誉级别",
  unsaid: "表里每行都写了",
  ofSheet: "表里没有写的，都按这一种。",
  paste: "粘贴表格",
  pasteHint: "点这里，按 Ctrl+V",
  read: "看看怎样登记",
  told: (fits: number, held: number, wrong: number) =>
    `${[`${fits} 行可以登记`, held > 0 ? `${held} 行已经登记过` : "", wrong > 0 ? `${wrong} 行不能登记` : ""].filter((part) => part !== "").join("，")}。`,
  passed: (n: number) => `另有 ${n} 行合计、说明没有算。`,
  unused: (headings: string) => `没有用到的列：${headings}。`,
  comma: "、",
  states: { fits: "登记", held: "已有", wrong: "不能登记" } as Record<RecordState, string>,
  marks: { fits: "done", held: "", wrong: "late" } as Record<RecordState, string>,
  table: { row: "行", name: "姓名", said: "登记成", state: "" },
  act: (n: number) => `登记 ${n} 条（可撤销）`,
  done: (added: number, held: number, wrong: number) =>
    `已登记 ${added} 条${held > 0 ? `，${held} 条原来就有` : ""}${wrong > 0 ? `，${wrong} 行没有登记` : ""}。可以撤销。`,
};

export const tags = {
  title: "标记",
  lead: "女职工、农民工、退休和年龄由程序按花名册和法规算出；劳模、困难职工要登记。",
  none: "今天没有标记。",
  entered: "登记的",
  kinds: { modelWorker: "劳模", hardship: "困难职工", staffPost: "管理或技术岗位（女）" } as Record<PersonTagKind, string>,
  add: "登记",
  change: "修改",
  remove: "移除",
  kind: "登记什么",
  staffHint: "女职工在管理或技术岗位的，法定退休年龄按较晚的一档算。",
  since: "从哪天起",
  until: "到哪天止",
  untilHint: "没有期限的不填；到期以后不再标出。",
  source: "认定依据",
  sourceHint: "文件名和文号，例如授予劳模的决定、困难职工建档文件。",
  note: "说明",
  notesHidden: "困难职工的认定依据和说明可能写有健康情况，有权查看的人写明用途后才显示；空着保存，原来写的不变。",
  saved: "已登记。可以撤销。",
  removed: "已移除。可以撤销。",
  ended: (day: string) => `${day}止，已过期`,
};
