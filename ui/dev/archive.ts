// An invented affair to be filed: one part with two pieces, one that is empty with its reason.
import type { Archive } from "../src/contract/bindings";

export const pack: Archive = {
  title: "2026年度工资集体协商",
  parts: [
    {
      number: 1,
      name: "要约",
      absent: null,
      items: [
        { source: { kind: "issue", id: "o1" }, responsible: "赣江机械有限公司工会委员会", number: "工协约〔2026〕1号", title: "协商意向书", dated: "2026-10-09", note: null },
        { source: { kind: "file", id: "a1" }, responsible: null, number: null, title: "签收回执.jpg", dated: "2026-10-10", note: "工协约〔2026〕1号的附件" },
      ],
    },
    { number: 2, name: "回复", absent: "还没有登记答复", items: [] },
  ],
};
