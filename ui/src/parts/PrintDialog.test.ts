// The print dialog proposes the printer of last time, refuses what cannot be printed at its field, and where no printer
// is known it never shows: the system's viewer opens the paper.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { usePlatform } from "../platform";
import { FakePlatform } from "../platform/fake";
import { printing, printPaper } from "../printing";
import PrintDialog from "./PrintDialog.vue";

const office = { name: "office", label: "二楼复印机", standard: true, ready: true };
const spare = { name: "spare", label: "备用", standard: false, ready: false };
const paper = { kind: "negotiation.minutes", of: "m1" };
let fake: FakePlatform;
let dialog: ReturnType<typeof mount>;
let last: { printer?: string; bothSides: boolean };

beforeEach(() => {
  printing.asked = null;
  last = { bothSides: false };
  fake = new FakePlatform({
    "papers.lastPrinting": () => last,
    "papers.keepPrinting": (kept: typeof last) => void (last = kept),
  });
  fake.knownPrinters = [office, spare];
  usePlatform(fake);
  dialog = mount(PrintDialog, { attachTo: document.body });
});
afterEach(() => dialog.unmount());
const ask = async () => {
  let ended = false;
  void printPaper("papers.preview", paper).then(() => (ended = true));
  await flushPromises();
  return () => ended;
};
const field = <T extends HTMLElement = HTMLInputElement>(label: string) =>
  document.getElementById([...document.querySelectorAll("label")].find((l) => l.textContent === label)!.htmlFor) as T;
const type = (label: string, value: string, event = "input") => {
  const box = field(label);
  box.value = value;
  box.dispatchEvent(new Event(event, { bubbles: true }));
};
const press = async (words: string) => {
  [...document.querySelectorAll("button")].findLast((b) => b.textContent!.trim() === words)!.click();
  await flushPromises();
};

describe("printing", () => {
  it("goes to the machine's own printer, in one copy and on one side, unless told otherwise", async () => {
    const ended = await ask();
    expect(field<HTMLSelectElement>("打印机").selectedOptions[0]!.text).toBe("二楼复印机（默认）");
    await press("打印");
    expect(fake.printed).toEqual([{ name: "papers.preview", args: paper, order: { printer: "office", copies: 1, bothSides: false, pages: "" } }]);
    expect(ended()).toBe(true);
  });

  it("proposes the printer and the sides of last time, and says when it stands still", async () => {
    last = { printer: "spare", bothSides: true };
    await ask();
    expect(field<HTMLSelectElement>("打印机").value).toBe("spare");
    expect(document.body.textContent).toContain("停用");
    type("份数", "３");
    type("页码", "1、2，5-6");
    await press("打印");
    expect(fake.printed[0]!.order).toEqual({ printer: "spare", copies: 3, bothSides: true, pages: "1,2,5-6" });
  });

  it("keeps what was chosen for the next time", async () => {
    await ask();
    type("打印机", "spare", "change");
    await press("打印");
    expect(last).toEqual({ printer: "spare", bothSides: false });
  });

  it("prints labels and cards on one side, and keeps no sides of theirs", async () => {
    last = { printer: "spare", bothSides: true };
    const sheet = { query: {}, sheet: "cards" };
    const order = async () => {
      void printPaper("members.printSheet", sheet);
      await flushPromises();
      const box = document.querySelector<HTMLInputElement>("form.print input[type=checkbox]")!;
      return box;
    };
    expect((await order()).checked).toBe(false);
    await press("打印");
    expect(fake.printed[0]!.order.bothSides).toBe(false);
    expect(last, "papers go on both sides as before").toEqual({ printer: "spare", bothSides: true });
    last = { printer: "spare", bothSides: false };
    (await order()).click();
    await press("打印");
    expect(fake.printed[1]!.order.bothSides).toBe(true);
    expect(last).toEqual({ printer: "spare", bothSides: false });
  });

  it("forgets what one printer refused when another is chosen", async () => {
    await ask();
    type("份数", "两份");
    await press("打印");
    expect(document.querySelector("form.print [role=alert]")).not.toBeNull();
    type("打印机", "spare", "change");
    await flushPromises();
    expect(document.querySelector("form.print [role=alert]")).toBeNull();
  });

  it("stays open with the refusal at its field", async () => {
    const ended = await ask();
    type("份数", "两份");
    await press("打印");
    expect(document.querySelector("[role=alert]")!.textContent).toContain("copies");
    expect([ended(), fake.printed.length]).toEqual([false, 0]);
  });

  it("leaves the paper to the viewer on request, and without any printer at once", async () => {
    await ask();
    await press("用阅读器打开");
    expect(fake.opened).toEqual([{ name: "papers.preview", args: paper }]);
    fake.knownPrinters = [];
    const ended = await ask();
    expect([fake.opened.length, ended(), printing.asked]).toEqual([2, true, null]);
  });

  it("prints nothing when it is left", async () => {
    const ended = await ask();
    await press("取消");
    expect([ended(), fake.printed.length, fake.opened.length]).toEqual([true, 0, 0]);
  });
});
