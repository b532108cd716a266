// Invented outgoing papers: one sent to nobody, one waiting for a receipt, one signed for, one filed; and the paragraphs of a
// paper of which one was reworded and one stands on facts that moved on.
import type { Outgoing, PaperText, Sending } from "../src/contract/bindings";

const sending = (n: number, over: Partial<Sending> = {}): Sending => ({
  id: `s${n}`,
  receiver: "江西云岭机械有限公司",
  manner: "handed",
  sentOn: "2026-11-10",
  signedBy: "万里程",
  signedOn: "2026-11-10",
  note: null,
  ...over,
});
const paper = (n: number, over: Partial<Outgoing>): Outgoing => ({
  id: `o${n}`,
  number: `工协纪〔2026〕${n}号`,
  kind: "negotiation.minutes",
  kindLabel: "会议纪要",
  of: `m${n}`,
  title: `2026年度工资集体协商第${n}轮协商会议纪要`,
  addressee: null,
  issuedOn: "2026-11-10",
  pages: 3,
  state: "issued",
  corrects: null,
  correctedBy: null,
  sendings: [],
  filed: null,
  hasSource: true,
  files: 0,
  ...over,
});
export const outgoing: Outgoing[] = [
  paper(4, { corrects: { id: "o3", number: "工协纪〔2026〕3号" } }),
  paper(3, { state: "sent", correctedBy: { id: "o4", number: "工协纪〔2026〕4号" }, sendings: [sending(1), sending(2, { receiver: "县总工会", manner: "posted", signedBy: null, signedOn: null, note: "挂号信" })] }),
  paper(2, { state: "signed", sendings: [sending(3)], hasSource: false }),
  paper(1, { state: "filed", sendings: [sending(4)], filed: { on: "2026-11-15", number: "2026-协商-01", place: "铁皮柜" } }),
];

export const texts: PaperText[] = [
  { block: "place", name: "地点", filled: "四楼会议室", changed: { text: "三楼会议室（东侧）", replaced: "三楼会议室", moved: true } },
  { block: "agenda", name: "列项", filled: "通报经营情况。\n逐项协商。", changed: { text: "通报情况。", replaced: "通报经营情况。\n逐项协商。", moved: false } },
  { block: "statement", name: "正文", filled: "本纪要一式四份。", changed: null },
  { block: "next", name: "这一段现在没有了", filled: null, changed: { text: "另行通知。", replaced: "下次会议于11月20日举行。", moved: true } },
];
