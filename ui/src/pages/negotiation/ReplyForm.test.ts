// The form of an answer to the offer: it says whether it corrects one that stands or is another, and sends what it says.
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, expect, it } from "vitest";
import { affair } from "../../../tests/affair";
import type { Negotiation, Reply } from "../../contract/bindings";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import ReplyForm from "./ReplyForm.vue";

const answer = (kind: Reply["kind"]): Reply => ({ id: "r1", kind, repliedOn: "2026-09-20", repliedBy: "公司行政", text: "效益不好", meetsOn: null, meetsPlace: null, daysLate: null, lateEntry: null });
const answered = (kind: Reply["kind"]): Negotiation => ({ ...affair(), reply: answer(kind) });
let fake: FakePlatform;
beforeEach(() => {
  forgetDrafts();
  fake = new FakePlatform({ "negotiation.recordReply": () => null });
  usePlatform(fake);
});
async function sent(props: { affair: Negotiation; answer?: string }, type: (page: ReturnType<typeof show>) => Promise<void> = async () => {}) {
  const page = show(props);
  await type(page);
  const words = page.text();
  await page.find("form").trigger("submit");
  await flushPromises();
  page.unmount();
  return { words, args: fake.calls.at(-1)!.args as Record<string, unknown> };
}
const show = (props: { affair: Negotiation; answer?: string }) => mount(ReplyForm, { props: { today: "2026-10-12", ...props }, attachTo: document.body });
const kind = (value: string) => (page: ReturnType<typeof show>) => page.get("select").setValue(value);

it("begins another answer after a refusal, and says that the refusal stays", async () => {
  const { words, args } = await sent({ affair: answered("refused") });
  expect(words).toContain("登记对方答复");
  expect(words).toContain("这是另一次答复；2026年9月20日的答复保留在它前面");
  expect(args).toMatchObject({ kind: "agreed", repliedOn: "2026-10-12", text: "" });
  expect(args.id).toBeUndefined();
});

it("corrects the answer it was opened for, and says so", async () => {
  const { words, args } = await sent({ affair: answered("agreed"), answer: "r1" });
  expect(words).toContain("更正对方答复");
  expect(words).toContain("这里改的是2026年9月20日的那一次答复，不另算一次");
  expect(args).toMatchObject({ id: "r1", kind: "agreed", repliedOn: "2026-09-20", text: "效益不好" });
});

it("takes a refusal after a consent for another answer, and the same consent again for the one that stands", async () => {
  const refused = await sent({ affair: answered("agreed"), answer: "new" }, kind("refused"));
  expect(refused.args.id).toBeUndefined();
  const same = await sent({ affair: answered("agreed"), answer: "new" }, kind("agreed"));
  expect(same.words).toContain("不另算一次");
  expect(same.args.id).toBe("r1");
});
