// Founding a ledger: what each step asks for, and that nothing is written before the last.
import { flushPromises, mount } from "@vue/test-utils";
import { describe, expect, it, vi } from "vitest";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import { found } from "../../text/start";
import FoundWizard from "./FoundWizard.vue";

vi.mock("../../parts/PaperPreview.vue", () => ({ default: { template: "<div class='paper'></div>" } }));

const open = { dir: "/a", unionName: "工会", unionId: "ledger", today: "2026-11-16", person: { id: "p", role: "chair" } };

function wizard(create: (args: Record<string, unknown>) => unknown) {
  const fake = new FakePlatform({
    "law.places": () => [{ code: "36", name: "江西省", cities: [{ code: "3601", name: "南昌市" }] }],
    "union.checkCreditCode": ({ text }: { text: string }) =>
      text.length === 18 ? { code: text, message: null, isUnion: true } : { code: null, message: `现有${text.length}位。`, isUnion: false },
    "ledger.strength": () => ({ score: 3, advice: "" }),
    "ledger.create": create,
    "ledger.sheetKept": () => null,
  });
  usePlatform(fake);
  return { fake, page: mount(FoundWizard, { attachTo: document.body }) };
}
type Page = ReturnType<typeof wizard>["page"];
const field = (page: Page, label: string) => {
  const l = page.findAll("label").find((x) => x.text() === label);
  expect(l, `a field labelled ${label}`).toBeDefined();
  return page.get<HTMLInputElement>(`[id="${l!.attributes("for")}"]`);
};
const next = async (page: Page) => {
  await page.get("form").trigger("submit");
  await flushPromises();
};
async function toPassphrase(page: Page) {
  await flushPromises();
  await field(page, "工会名称").setValue("赣江机械有限公司工会委员会");
  await field(page, "统一社会信用代码").setValue("81360100M000100Y43");
  await flushPromises();
  await next(page);
  await field(page, "省（自治区、直辖市）").setValue("36");
  await next(page);
  await field(page, "您的姓名").setValue("张建国");
  await field(page, "口令").setValue("四个 不相干 的 词");
}

describe("what was typed before there is a ledger", () => {
  const notes = { unionName: "", creditCode: "", employer: "", province: "", city: "" };
  /** A wizard whose program keeps what it is told. */
  function keeping(kept: { now: object }) {
    const { fake, page } = wizard(() => ({ known: [], home: "/", open }));
    fake.handlers["ledger.founding"] = () => kept.now;
    fake.handlers["ledger.keepFounding"] = (typed: object) => {
      kept.now = typed;
      return null;
    };
    return { fake, page };
  }

  it("is there again at the next visit, but for names and passphrases", async () => {
    const kept = { now: notes as object };
    const { fake, page } = keeping(kept);
    await toPassphrase(page);
    fake.nextPick = { handle: "own:/d", name: "D盘" };
    await page.findAll("button").find((b) => b.text() === found.folderPick)!.trigger("click");
    await flushPromises();
    page.unmount();
    await flushPromises();
    expect(kept.now).toEqual({
      unionName: "赣江机械有限公司工会委员会", creditCode: "81360100M000100Y43", employer: "", province: "36", city: "",
      folder: { handle: "own:/d", name: "D盘" },
    });
    const told = JSON.stringify(fake.calls.filter((c) => c.name === "ledger.keepFounding"));
    for (const secret of ["张建国", "不相干"]) expect(told).not.toContain(secret);

    const again = keeping(kept).page;
    await flushPromises();
    expect(field(again, "工会名称").element.value).toBe("赣江机械有限公司工会委员会");
    await next(again);
    expect(field(again, "省（自治区、直辖市）").element.value).toBe("36");
    await next(again);
    expect(field(again, "您的姓名").element.value).toBe("");
    expect(field(again, "口令").element.value).toBe("");
    expect(again.text()).toContain("D盘");
    again.unmount();
  });

  it("comes back with its city, and never over what is typed by now", async () => {
    const kept = { now: { ...notes, unionName: "旧名称工会委员会", province: "36", city: "3601" } as object };
    const { page } = keeping(kept);
    await field(page, "工会名称").setValue("新名称工会委员会");
    await flushPromises();
    expect(field(page, "工会名称").element.value).toBe("新名称工会委员会");
    await next(page);
    expect(field(page, "市（可不选）").element.value).toBe("3601");
    page.unmount();
  });

  it("is not kept again once the ledger is founded", async () => {
    const kept = { now: notes as object };
    const { fake, page } = keeping(kept);
    await toPassphrase(page);
    await field(page, "再输入一次口令").setValue("四个 不相干 的 词");
    await next(page);
    kept.now = notes;
    page.unmount();
    await flushPromises();
    expect(fake.calls.filter((c) => c.name === "ledger.keepFounding")).toEqual([]);
    expect(kept.now).toEqual(notes);
  });
});

describe("founding a ledger", () => {
  it("does not call a code too short while it is being typed, and does after it is left", async () => {
    const { page } = wizard(() => ({}));
    await flushPromises();
    const code = field(page, "统一社会信用代码");
    await code.setValue("8136");
    await flushPromises();
    expect(page.find("[role=alert]").exists()).toBe(false);
    await code.trigger("blur");
    expect(page.get("[role=alert]").text()).toBe("现有4位。");
  });

  it("stays on the step whose fields are wanting, and says what is missing", async () => {
    const { fake, page } = wizard(() => ({}));
    await flushPromises();
    await next(page);
    expect(page.text()).toContain("请填写工会名称。");
    expect(fake.calls.some((c) => c.name === "ledger.create")).toBe(false);
  });

  it("goes on without a code for a union that has none yet", async () => {
    const { page } = wizard(() => ({}));
    await flushPromises();
    expect(page.text()).toContain("还没有办下来的先空着");
    await field(page, "工会名称").setValue("赣江机械有限公司工会委员会");
    await next(page);
    expect(field(page, "省（自治区、直辖市）").element.disabled).toBe(false);
  });

  it("refuses two passphrases that differ before anything is written", async () => {
    const { fake, page } = wizard(() => ({}));
    await toPassphrase(page);
    await field(page, "再输入一次口令").setValue("别的");
    await next(page);
    expect(page.text()).toContain("两次输入的口令不一样。");
    expect(fake.calls.some((c) => c.name === "ledger.create")).toBe(false);
  });

  it("stops at a passphrase that is guessed at once, before anything is written", async () => {
    const { fake, page } = wizard(() => ({}));
    fake.handlers["ledger.strength"] = () => ({ score: 0, advice: "太常见。" });
    await toPassphrase(page);
    await field(page, "再输入一次口令").setValue("四个 不相干 的 词");
    await next(page);
    const alert = page.get("[role=alert]");
    expect(alert.text()).toContain("太容易被猜到");
    expect(alert.element.closest(".form-field")?.querySelector("label")?.textContent).toBe("口令");
    expect(fake.calls.some((c) => c.name === "ledger.create")).toBe(false);
  });

  it("shows the core's refusal of a weak passphrase at the passphrase, and keeps what was typed", async () => {
    const { page } = wizard(() => {
      throw { code: "bad_input", message: "口令太弱，请换一个更长的。", field: "passphrase" };
    });
    await toPassphrase(page);
    await field(page, "再输入一次口令").setValue("四个 不相干 的 词");
    await next(page);
    const alert = page.get("[role=alert]");
    expect(alert.text()).toBe("口令太弱，请换一个更长的。");
    expect(alert.element.closest(".form-field")?.querySelector("label")?.textContent).toBe("口令");
    expect(field(page, "口令").attributes("aria-invalid")).toBe("true");
    expect(field(page, "口令").element.value).toBe("四个 不相干 的 词");
  });

  it("goes back to the step of the field that the core refuses", async () => {
    const { page } = wizard(() => {
      throw { code: "bad_input", message: "请填写登记证书上的名称。", field: "unionName" };
    });
    await toPassphrase(page);
    await field(page, "再输入一次口令").setValue("四个 不相干 的 词");
    await next(page);
    expect(field(page, "工会名称").element.value).toBe("赣江机械有限公司工会委员会");
    expect(page.get("[role=alert]").text()).toBe("请填写登记证书上的名称。");
  });

  it("shows the recovery sheet after founding, and enters only when it is kept", async () => {
    const { fake, page } = wizard(() => ({ known: [], home: "/", open }));
    await toPassphrase(page);
    await field(page, "再输入一次口令").setValue("四个 不相干 的 词");
    await next(page);
    expect(page.find(".paper").exists()).toBe(true);
    expect(page.emitted("close")).toBeUndefined();
    const sent = fake.calls.find((c) => c.name === "ledger.create")?.args;
    expect(sent).toMatchObject({ province: "36", chairName: "张建国" });
    const press = (words: string) => page.findAll("button").find((b) => b.text() === words)!.trigger("click");
    await press("我已打印并收好");
    expect(page.emitted("close"), "not before it was opened for printing or saved").toBeUndefined();
    await press("打印");
    await flushPromises();
    expect(fake.opened).toHaveLength(1);
    await press("我已打印并收好");
    await flushPromises();
    expect(fake.calls.map((c) => c.name), "今日 asks for it no more").toContain("ledger.sheetKept");
    expect(page.emitted("close")).toHaveLength(1);
  });
});
