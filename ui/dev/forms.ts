// Invented forms of a county: one for a member with marks that nobody knows, one for a list that was filled, and what a filling brings.
import type { FormDetail, FormOutcome, KeptForm, MarkGroup } from "../src/contract/bindings";

export const keptForms: KeptForm[] = [
  { id: "f2", name: "会员登记表（2026）", program: "docx", about: "person", file: "a2", addedOn: "2026-11-10", fillings: 0, filledOn: null },
  { id: "f1", name: "年度会员花名册", program: "xlsx", about: "roster", file: "a1", addedOn: "2026-11-02", fillings: 1, filledOn: "2026-11-12" },
  { id: "f0", name: "集体协商情况表", program: "docx", about: "negotiation", file: "a0", addedOn: "2026-10-02", fillings: 0, filledOn: null },
];

export const formDetails: Record<string, FormDetail> = {
  f2: {
    form: keptForms[0]!,
    marks: [
      { mark: "姓名", places: ["表格1第1行第2格"], known: true, repeats: false },
      { mark: "证件号码", places: ["表格1第2行第2格"], known: true, repeats: false },
      { mark: "身份证号", places: ["正文第3段"], known: false, repeats: false, nearest: "证件号码" },
      { mark: "婚姻状况", places: ["表格1第5行第4格"], known: false, repeats: false },
    ],
    fillings: [],
  },
  f1: {
    form: keptForms[1]!,
    marks: [{ mark: "会员.姓名", places: ["花名册!B4"], known: true, repeats: true }],
    fillings: [{ id: "l1", title: null, purpose: "submit", inFull: true, lines: 320, filledOn: "2026-11-12", filledBy: "陈敏", file: "a9" }],
  },
  f0: { form: keptForms[2]!, marks: [], fillings: [] },
};

export const formOutcome: FormOutcome = {
  filled: 12,
  lines: 0,
  blank: [{ mark: "籍贯", place: "表格1第5行第2格", times: 1 }],
  unknown: [{ mark: "婚姻状况", place: "表格1第5行第4格", times: 1 }],
};

export const markGroups: MarkGroup[] = [
  { about: "union", title: "本会", repeats: false, marks: ["工会名称", "统一社会信用代码", "主席", "会员人数", "填表日期"] },
  { about: "person", title: "一名会员", repeats: false, marks: ["姓名", "性别", "证件号码", "手机"] },
  { about: "roster", title: "会员", repeats: true, marks: ["会员.序号", "会员.姓名", "会员.证件号码"] },
  { about: "negotiation", title: "职工方代表", repeats: true, marks: ["职工方代表.姓名"] },
];
