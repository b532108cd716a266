// A wage contract's draft with three clauses, one open blank, one chapter missing and last year's text, for tests.
import type { ContractClauseShown, ContractDraft } from "../src/contract/bindings";

const clause = (number: number, item: string, text: string, blanks: string[] = [], filled = text): ContractClauseShown => ({
  clause: { id: `c${number}`, item, group: null, library: null, origin: "typed", round: null, topic: null, text },
  number,
  filled,
  article: null,
  blanks,
});

export const contractDraft = (): ContractDraft => ({
  agreement: "a",
  kind: "wage",
  title: "2026年度工资专项集体合同",
  negotiation: "n",
  affair: "2026年度工资集体协商",
  chapters: [
    { item: "term", title: "合同期限", need: "must", clauses: [clause(1, "term", "本合同期限一年。")] },
    {
      item: "level",
      title: "年度平均工资水平和调整幅度",
      need: "must",
      clauses: [
        clause(2, "level", "月工资不低于【企业最低月工资】元。", ["企业最低月工资"]),
        clause(3, "level", "职工平均工资增长【工资增长幅度】。", ["工资增长幅度"], "职工平均工资增长6%。"),
      ],
    },
    { item: "breach", title: "违约责任", need: "must", clauses: [] },
    { item: "quota", title: "劳动定额", need: "may", clauses: [] },
  ],
  blanks: [
    { name: "企业法定代表人", kind: "text", choices: [], value: null, shown: null, proposal: null, last: null },
    { name: "企业最低月工资", kind: "sum", choices: [], value: null, shown: null, proposal: { value: "236000", shown: "2,360", from: "会议" }, last: null },
    { name: "工资增长幅度", kind: "percent", choices: [], value: "600", shown: "6%", proposal: null, last: null },
  ],
  findings: [
    {
      kind: "noBreach",
      severity: "must",
      clause: null,
      number: null,
      message: "没有违约责任的条款：一方不履行时，没有办法追究。",
      wayOut: "从条款库放进一条，再按谈定的内容改。",
      article: "工资集体协商试行办法第七条",
      remedy: { what: "take", library: "wage.breach" },
    },
    {
      kind: "blankOpen",
      severity: "must",
      clause: "c2",
      number: 2,
      message: "第2条还有空没有填：企业最低月工资。",
      wayOut: "把空填上；双方还没有谈定的，先把这一条拿下来。",
      article: null,
      remedy: { what: "fill", blank: "企业最低月工资" },
    },
  ],
  agreed: [{ topic: "t1", title: "高温津贴", round: 2, text: "每月300元。", taken: false }],
  library: [{ library: "wage.breach", item: "breach", group: null, text: "任何一方违反本合同的，应当继续履行。", article: null, taken: false }],
  copied: false,
  settled: null,
  sealed: false,
  versions: [{ id: "v1", number: 0, source: "pasted", keptOn: "2026-11-01", note: "2025年度工资专项集体合同", clauses: 20, ofYear: null }],
});
