// The settings' parts: people at the desk with their grants, the urge for a second way in, and sight.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { DeskPersonLine, LeftDraft } from "../../contract/bindings";
import { setStatus } from "../../desk";
import RevealSight from "../../parts/RevealSight.vue";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import { grants, inputOf, sent } from "./logic";
import GeneralPart from "./GeneralPart.vue";
import PeoplePart from "./PeoplePart.vue";
import SettingsPage from "./SettingsPage.vue";
import SightLog from "./SightLog.vue";

const line = (name: string, over: Partial<DeskPersonLine["person"]> = {}, hasPassphrase = true): DeskPersonLine => ({
  person: { id: name, name, role: "officer", parts: ["members"], reads: [], ...over },
  hasPassphrase,
  isMe: over.role === "chair",
});
let list: DeskPersonLine[];
let left: LeftDraft[];
let fake: FakePlatform;
beforeEach(() => {
  left = [];
  list = [line("张建国", { role: "chair", parts: [] })];
  fake = new FakePlatform({
    "people.list": () => list,
    "people.add": () => "new",
    "people.remove": () => null,
    "drafts.left": () => left,
    "drafts.takeOver": () => null,
    "drafts.discardLeft": () => null,
    "ledger.strength": ({ text }: { text: string }) => ({ score: text.length > 6 ? 3 : 0, advice: "" }),
    "ledger.status": () => ({ known: [], home: "/", open: null }),
    "settings.get": () => ({ idleMinutes: 10, outsideCopyDays: 14, expiryDays: 45 }),
    "settings.save": () => null,
    "sight.reveal": () => null,
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));
type Page = ReturnType<typeof mount>;
const press = async (page: Page, words: string) => {
  await page.findAll("button").find((b) => b.text() === words)!.trigger("click");
  await flushPromises();
};
const field = (page: Page, label: string) =>
  page.get(`[id="${page.findAll("label").find((l) => l.text() === label)!.attributes("for")}"]`);

describe("people at the desk", () => {
  it("urges a second way in while there is one passphrase", async () => {
    const page = mount(PeoplePart, { attachTo: document.body });
    await flushPromises();
    expect(page.text()).toContain("现在只有一个人有口令");
    list = [...list, line("熊秀英")];
    const second = mount(PeoplePart, { attachTo: document.body });
    await flushPromises();
    expect(second.text()).not.toContain("现在只有一个人有口令");
    expect(second.text()).toContain("可以办理：会员；可以查看：无");
  });

  it("adds someone only with a passphrase that is strong and typed twice alike", async () => {
    const page = mount(PeoplePart, { attachTo: document.body });
    await flushPromises();
    await press(page, "添加人员");
    await field(page, "姓名").setValue("熊秀英");
    await field(page, "口令（请本人输入）").setValue("青山 渡口 算盘");
    await field(page, "再输入一次口令").setValue("青山 渡口");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(fake.calls.some((c) => c.name === "people.add")).toBe(false);
    expect(page.text()).toContain("两次输入的口令不一样");
    await field(page, "再输入一次口令").setValue("青山 渡口 算盘");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(fake.calls.find((c) => c.name === "people.add")?.args).toEqual({
      person: { name: "熊秀英", role: "officer", parts: ["members", "negotiation", "office"], reads: [] },
      passphrase: "青山 渡口 算盘",
    });
  });

  it("tells how many forms somebody who leaves was filling in, and asks what becomes of them", async () => {
    list = [...list, { ...line("熊秀英"), drafts: 3 }, line("涂玉兰")];
    const page = mount(PeoplePart, { attachTo: document.body });
    await flushPromises();
    const remove = async (at: number) => {
      await page.findAll("button").filter((b) => b.text() === "移除")[at]!.trigger("click");
      await flushPromises();
    };
    const yes = async () => {
      [...document.querySelectorAll<HTMLButtonElement>(".el-dialog button")].filter((b) => b.textContent?.trim() === "移除").at(-1)!.click();
      await flushPromises();
    };
    await remove(0);
    expect(document.body.textContent).toContain("熊秀英还有3份没填完的草稿");
    const discard = document.querySelector<HTMLInputElement>("input[name=drafts][value=discard]")!;
    discard.click();
    await flushPromises();
    await yes();
    await remove(1);
    expect(document.querySelector("input[name=drafts]")).toBeNull();
    await yes();
    const args = fake.calls.filter((c) => c.name === "people.remove").map((c) => c.args);
    expect(args).toEqual([{ id: "熊秀英", drafts: "discard" }, { id: "涂玉兰" }]);
    page.unmount();
    document.body.innerHTML = "";
  });

  it("offers the chair what people who left were filling in, and nothing of what they typed", async () => {
    left = [{ id: "d1", form: "letters.inspector", record: null, owner: "熊秀英", savedAt: "2026-11-16T09:00:00+08:00" }];
    const page = mount(PeoplePart, { attachTo: document.body });
    await flushPromises();
    expect(page.text()).toContain("离任人员留下的草稿");
    expect(page.text()).toContain("劳动法律监督");
    await press(page, "接过来");
    expect(fake.calls.find((c) => c.name === "drafts.takeOver")?.args).toEqual({ id: "d1" });
    setStatus(statusOf("auditor"));
    const other = mount(PeoplePart, { attachTo: document.body });
    await flushPromises();
    expect(other.text()).not.toContain("离任人员留下的草稿");
    page.unmount();
    other.unmount();
    document.body.innerHTML = "";
  });

  it("words grants by role, and an auditor is sent without any work", () => {
    expect(grants({ role: "chair", parts: [], reads: [] })).toBe("可以办理：全部；可以查看：全部");
    expect(grants({ role: "auditor", parts: [], reads: ["identity"] })).toBe("可以办理：无；可以查看：证件号码和电话");
    expect(sent({ ...inputOf(), name: " 王 ", role: "auditor" })).toEqual({ name: "王", role: "auditor", parts: [], reads: [] });
  });
});

it("shows the access log to the chair alone", async () => {
  const page = mount(SettingsPage, { props: { place: { page: "settings" } } });
  await flushPromises();
  expect(page.get("nav").text()).toContain("查阅记录");
  setStatus(statusOf("auditor"));
  await flushPromises();
  expect(page.get("nav").text()).not.toContain("查阅记录");
});

it("keeps how far ahead a term or certificate is told of, a value of its own among the choices", async () => {
  const page = mount(SettingsPage, { props: { place: { page: "settings" } }, attachTo: document.body });
  await flushPromises();
  expect(page.findAll("#expiry-days option").map((one) => one.text())).toEqual(["到期当天", "提前 30 天", "提前 45 天", "提前 60 天", "提前 90 天", "提前 180 天"]);
  await page.get("#expiry-days").setValue(0);
  await flushPromises();
  expect(fake.calls.find((c) => c.name === "settings.save")?.args).toEqual({ idleMinutes: 10, outsideCopyDays: 14, expiryDays: 0 });
});

it("reveals identity only with a purpose, and covers by one press", async () => {
  const page = mount(RevealSight, { attachTo: document.body });
  await press(page, "显示完整号码");
  const purpose = document.querySelector<HTMLInputElement>("form input")!;
  purpose.value = "核对入会申请";
  purpose.dispatchEvent(new Event("input"));
  await flushPromises();
  document.querySelector("form")!.dispatchEvent(new Event("submit"));
  await flushPromises();
  expect(fake.calls.find((c) => c.name === "sight.reveal")?.args).toEqual({ purpose: "核对入会申请" });
  setStatus(statusOf("chair", { sight: { identity: "full", wages: "full", health: "full", account: "full" } }));
  await flushPromises();
  expect(page.text()).toContain("重新隐去");
  setStatus(statusOf("auditor", { sight: { identity: "never", wages: "never", health: "never", account: "never" } }));
  await flushPromises();
  expect(page.get("button").attributes("disabled")).toBeDefined();
});

describe("one's own passphrase", () => {
  const general = async (bySheet: boolean) => {
    setStatus(statusOf("chair", { bySheet }));
    const page = mount(GeneralPart, { attachTo: document.body });
    await flushPromises();
    return page;
  };

  it("is set without the old one by whoever came by the recovery sheet, until it is set", async () => {
    Object.assign(fake.handlers, { "people.setPassphrase": () => null, "ledger.status": () => statusOf("chair") });
    const page = await general(true);
    expect(page.text()).toContain("用恢复单打开了账本，请现在设新口令");
    expect(page.text()).not.toContain("修改我的口令");
    await field(page, "口令（请本人输入）").setValue("青山 渡口 算盘");
    await field(page, "再输入一次口令").setValue("青山 渡口 算盘");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(fake.calls.find((c) => c.name === "people.setPassphrase")?.args).toEqual({ id: "p", passphrase: "青山 渡口 算盘" });
    expect(page.text()).not.toContain("用恢复单打开了账本");
    expect(page.text()).toContain("修改我的口令");
  });

  it("is changed by the old one by everybody else, and not in the list of people", async () => {
    const page = await general(false);
    expect(page.text()).not.toContain("用恢复单打开了账本");
    await press(page, "修改我的口令");
    expect(field(page, "现在的口令").attributes("type")).toBe("password");
    const buttons = async () => {
      const people = mount(PeoplePart, { attachTo: document.body });
      await flushPromises();
      return people.findAll("button").map((b) => b.text());
    };
    expect(await buttons()).not.toContain("设置口令");
    setStatus(statusOf("chair", { bySheet: true }));
    expect(await buttons()).toContain("设置口令");
  });
});

it("tells every look in words, also one of a kind that came later", async () => {
  const look = (kind: string, seq: number) => ({ seq, at: "2026-11-16T09:00:00+08:00", actorName: "熊秀英", kind, purpose: "核对入会申请", subjects: ["p1"], erasedBy: null });
  fake.handlers["sight.log"] = () => [look("ledger.recoverySheet", 4), look("files.open", 3), look("members.ownData", 2), look("wages.comeLater", 1)];
  const page = mount(SightLog);
  await flushPromises();
  expect(page.findAll("tbody tr").map((row) => row.findAll("td")[2]!.text())).toEqual(["看或打印恢复单", "打开个人附件", "出本人信息副本", "其他查看"]);
});
