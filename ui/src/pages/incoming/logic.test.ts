// How an incoming paper stands in words, and what its form sends.
import { expect, it } from "vitest";
import { incoming } from "../../../dev/incoming";
import { formOf, standing, tidy } from "./logic";

const day = (iso: string) => iso.slice(5);
const at = (n: number) => standing(incoming.find((p) => p.id === `in${n}`)!, day);

it("says how a paper stands by a word and a mark", () => {
  expect(at(3)).toEqual({ words: "超 2 天（11-14）", mark: "late" });
  expect(at(4)).toEqual({ words: "还有 4 天（11-20 16:00）", mark: "" });
  expect(at(2)).toEqual({ words: "未定期限", mark: "" });
  expect(at(1)).toEqual({ words: "11-06办结", mark: "done" });
});

it("sends no field that was left empty, and all that was filled", () => {
  const fresh = formOf(null, "2026-11-16");
  expect(fresh).toMatchObject({ receivedOn: "2026-11-16", kind: "notice", wantsAnswer: false });
  const sent = tidy({ ...fresh, source: "县总工会", theirNumber: " ", dueOn: "", handler: " 李强 " });
  expect(sent).toMatchObject({ source: "县总工会", handler: "李强" });
  for (const empty of [sent.theirNumber, sent.dueOn, sent.dueTime, sent.note, sent.dueAsWritten]) expect(empty).toBeUndefined();
  expect(tidy(formOf(incoming[1]!, "2026-11-16"))).toMatchObject({ id: "in4", dueOn: "2026-11-20", dueTime: "16:00", theirNumber: "县工发〔2026〕14号" });
});
