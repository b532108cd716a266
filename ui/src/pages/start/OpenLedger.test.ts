// The passphrase box: refusals at the field, one request at a time, the words of the recovery sheet.
import { flushPromises, mount } from "@vue/test-utils";
import { describe, expect, it, vi } from "vitest";
import { desk } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import OpenLedger from "./OpenLedger.vue";

const ledger = { dir: "/a", name: "赣江机械有限公司工会委员会" };
const wrong = { code: "ledger.wrongPassphrase", message: "口令不对，请检查大小写和输入法后再试。", field: "passphrase" };
const status = { known: [], home: "/", open: null };

function open(handler: (args: { passphrase: string }) => unknown) {
  const fake = new FakePlatform({ "ledger.open": handler, "ledger.openRecovery": () => status });
  usePlatform(fake);
  return { fake, page: mount(OpenLedger, { props: { ledger }, attachTo: document.body }) };
}

describe("opening a ledger by its passphrase", () => {
  it("says at the field that the passphrase is wrong, empties it and keeps the focus there", async () => {
    const { page } = open(() => {
      throw wrong;
    });
    const input = page.get<HTMLInputElement>("input[type=password]");
    await input.setValue("nein");
    await page.get("form").trigger("submit");
    await flushPromises();
    const alert = page.get("[role=alert]");
    expect(alert.text()).toBe(wrong.message);
    expect(alert.element.parentElement?.id, "the refusal is tied to the field").toBe(input.attributes("aria-describedby"));
    expect(input.attributes("aria-invalid")).toBe("true");
    expect(input.element.value).toBe("");
    expect(document.activeElement).toBe(input.element);
  });

  it("says it at the field also when the core names no field", async () => {
    const { page } = open(() => {
      throw { code: wrong.code, message: wrong.message };
    });
    await page.get("input[type=password]").setValue("nein");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(page.get("[role=alert]").text()).toBe(wrong.message);
  });

  it("counts the seconds of a door slowed down, and opens again when they are over", async () => {
    vi.useFakeTimers();
    const { page } = open(() => {
      throw { code: "ledger.wait", message: "口令已连续输错 5 次，请等 2 秒再试。" };
    });
    await page.get("input[type=password]").setValue("nein");
    await page.get("form").trigger("submit");
    await flushPromises();
    const button = page.get("button[type=submit]");
    expect(button.text()).toBe("还要等 2 秒");
    expect(button.attributes("disabled")).toBeDefined();
    vi.advanceTimersByTime(2000);
    await flushPromises();
    expect(button.text()).toBe("打开账本");
    expect(page.find("[role=alert]").exists()).toBe(false);
    vi.useRealTimers();
  });

  it("says in a note what is about the ledger and not about the passphrase, and keeps what was typed", async () => {
    const { page } = open(() => {
      throw { code: "ledger.inUse", message: "账本正被另一个程序打开，请先关闭它。" };
    });
    const input = page.get<HTMLInputElement>("input[type=password]");
    await input.setValue("desk");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(page.get(".error-note").text()).toContain("另一个程序");
    expect(input.element.value).toBe("desk");
    expect(input.attributes("aria-invalid")).toBe("false");
  });

  it("sends one request for two quick presses, and takes in the answer", async () => {
    const { fake, page } = open(() => ({ ...status, home: "/here" }));
    await page.get("input[type=password]").setValue("desk");
    await Promise.all([page.get("form").trigger("submit"), page.get("form").trigger("submit")]);
    await flushPromises();
    expect(fake.calls).toEqual([{ name: "ledger.open", args: { dir: "/a", passphrase: "desk" } }]);
    expect(desk.status?.home).toBe("/here");
  });

  it("does not send the Enter that only chose a word", async () => {
    const { page } = open(() => status);
    const choosing = new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true });
    page.get("input[type=password]").element.dispatchEvent(choosing);
    expect(choosing.defaultPrevented).toBe(true);
  });

  it("opens by the words of the recovery sheet, spaces or not", async () => {
    const { fake, page } = open(() => status);
    await page.get("button.link").trigger("click");
    await page.get("textarea").setValue("的 一 是 在");
    expect(page.text()).toContain("已输入 4 个字");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(fake.calls[0]).toEqual({ name: "ledger.openRecovery", args: { dir: "/a", words: "的 一 是 在" } });
  });

  it("says which character of the sheet is wrong, and puts it right by a press", async () => {
    const { fake, page } = open(() => status);
    fake.handlers["ledger.openRecovery"] = () => {
      throw { code: "recovery_repaired", message: "恢复单抄错了一个字，第3个字：“是”应为“数”。请核对恢复单，改好再试。", field: "words" };
    };
    await page.get("button.link").trigger("click");
    await page.get("textarea").setValue("1的 2一、3是 4在");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(page.get("[role=alert]").text()).toContain("第3个字");
    await page.findAll("button").find((b) => b.text() === "把第 3 个字改成“数”")!.trigger("click");
    expect(page.get<HTMLTextAreaElement>("textarea").element.value).toBe("1的 2一、3数 4在");
    expect(page.find("[role=alert]").exists()).toBe(false);
    expect(fake.calls, "it is looked at before it is sent").toHaveLength(1);
  });
});
