// The meeting form: drafts, refusals at their fields, and the preview that follows typing.
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { affair } from "../../../tests/affair";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import MeetingForm from "./MeetingForm.vue";

vi.mock("../../parts/PaperPreview.vue", () => ({
  default: { props: ["load", "version"], template: "<div class='paper'>{{ version }}</div>" },
}));

const show = () => mount(MeetingForm, { props: { affair: affair(), today: "2026-11-16" }, attachTo: document.body });
type Page = ReturnType<typeof show>;
const field = (page: Page, label: string) =>
  page.get<HTMLInputElement>(`[id="${page.findAll("label").find((l) => l.text() === label)!.attributes("for")}"]`);
let fake: FakePlatform;
beforeEach(() => {
  fake = new FakePlatform({ "negotiation.saveMeeting": () => "m2" });
  usePlatform(fake);
});

describe("the meeting form", () => {
  it("keeps what was typed when the page is left and opened again", async () => {
    const first = show();
    await field(first, "地点").setValue("三号车间会议室");
    await first.findAll("textarea")[0]?.setValue("职工方主张 7%");
    first.unmount();
    expect(field(show(), "地点").element.value).toBe("三号车间会议室");
  });

  it("waits for a recorder before it shows the minutes, and does not open with a refusal", async () => {
    const whole = affair();
    const page = mount(MeetingForm, { props: { affair: { ...whole, meetings: [] }, today: "2026-11-16" }, attachTo: document.body });
    expect([page.find(".paper").exists(), page.text().includes("填写日期、主持人、记录员后")]).toEqual([false, true]);
    await page.findAllComponents({ name: "PersonPicker" })[0]!.vm.$emit("update:modelValue", "涂玉兰");
    await flushPromises();
    expect(page.find(".paper").exists()).toBe(true);
  });

  it("tells beforehand that a day to come cannot be recorded yet", async () => {
    const page = show();
    const hint = () => field(page, "日期").element.closest(".form-field")!.textContent;
    expect(hint(), "the day agreed last time lies ahead").toContain("会议日期还没有到，请在会后记录");
    await field(page, "日期").setValue("2026-11-15");
    expect(hint()).not.toContain("还没有到");
  });

  it("says that an end before the beginning is of the next day", async () => {
    const page = show();
    const hint = () => field(page, "结束").element.closest(".form-field")!.textContent;
    await field(page, "开始").setValue("20:30");
    await field(page, "结束").setValue("23:00");
    expect(hint()).not.toContain("次日");
    for (const ends of ["01:15", "1:15"]) {
      await field(page, "结束").setValue(ends);
      expect(hint(), ends).toContain("按开到次日记录");
    }
    await field(page, "结束").setValue("1:");
    expect(hint(), "no hour yet").not.toContain("次日");
  });

  it("lets a meeting entered afterwards say who led each side, of those who came", async () => {
    const page = show();
    expect(page.find("select[aria-label^='这次的首席代表']").exists(), "a new one goes by the list").toBe(false);
    await field(page, "补录说明").setValue("据纸质档案补录");
    const led = page.get<HTMLSelectElement>("select[aria-label='这次的首席代表（职工方）']");
    const offered = () => led.findAll("option").filter((one) => one.attributes("disabled") === undefined).map((one) => one.text());
    expect(led.element.value).toBe("workers0");
    const came = (name: string) => page.findAll("fieldset label").find((one) => one.text() === name)!.get("input");
    await came("李丽").setValue(false);
    expect(offered(), "who is absent cannot have led").toEqual(["张建国", "王伟"]);
    await came("张建国").setValue(false);
    expect([led.element.selectedOptions[0]!.textContent, offered()]).toEqual(["张建国（缺席）", ["王伟"]]);
    expect(led.element.closest("label")!.textContent).toContain("没有到会");
    await led.setValue("workers1");
    await page.get("form").trigger("submit");
    await flushPromises();
    const sent = (fake.calls.at(-1)!.args as { attendance: { representative: string; chief?: boolean }[] }).attendance;
    expect(sent.filter((one) => one.chief).map((one) => one.representative)).toEqual(["workers1"]);
  });

  it("tells, and does not refuse, when the same side is in the chair again", async () => {
    const page = show();
    expect(page.text()).not.toContain("应由企业方主持");
    await field(page, "本轮主持").setValue("workers0");
    expect(page.text()).toContain("这一轮应由企业方主持（《集体合同规定》第三十四条");
  });

  it("puts what was not provided into the minutes by one click", async () => {
    const information = { ...affair().information, incomplete: "企业方尚未提供：利润总额。" };
    const page = mount(MeetingForm, { props: { affair: { ...affair(), information }, today: "2026-11-16" }, attachTo: document.body });
    const take = () => page.findAll("button").find((b) => b.text() === "写进没有提供的资料");
    await take()!.trigger("click");
    expect(field(page, "其他记入纪要的情况").element.value).toBe("企业方尚未提供：利润总额。");
    expect(take(), "once is enough").toBeUndefined();
    await page.find("form").trigger("submit");
    await flushPromises();
    expect(JSON.stringify(fake.calls[0]?.args)).toContain("企业方尚未提供：利润总额。");
  });

  it("goes by the keyboard from its head through the fields to its button, and into a new row", async () => {
    const page = show();
    expect(document.activeElement?.textContent).toBe("第 2 轮协商会议");
    const stops = [...page.get("form").element.querySelectorAll("input, select, textarea, button")];
    expect(stops.slice(-2).map((one) => one.textContent), "what gives all of it up comes last").toEqual(["保存会议", "丢弃草稿"]);
    await page.findAll("button").find((b) => b.text() === "增加承诺")!.trigger("click");
    await flushPromises();
    expect(document.activeElement?.getAttribute("aria-label")).toBe("承诺事项");
    await page.get("form").trigger("keydown", { key: "s", ctrlKey: true });
    await flushPromises();
    expect(fake.calls.map((one) => one.name)).toEqual(["negotiation.saveMeeting"]);
  });

  it("starts anew once the draft is dropped", async () => {
    const first = show();
    await field(first, "地点").setValue("三号车间会议室");
    await first.findAll("button").find((b) => b.text() === "丢弃草稿")!.trigger("click");
    await flushPromises();
    expect(first.emitted("close"), "asked first: it cannot be had back").toBeUndefined();
    [...document.querySelectorAll<HTMLElement>(".el-dialog button")].find((b) => b.textContent?.trim() === "丢弃草稿")!.click();
    await flushPromises();
    expect(first.emitted("close")).toHaveLength(1);
    first.unmount();
    expect(field(show(), "地点").element.value).toBe("会议室");
  });

  it("starts anew after it was saved, and says so", async () => {
    const first = show();
    await field(first, "地点").setValue("三号车间会议室");
    await first.get("form").trigger("submit");
    await flushPromises();
    expect(fake.calls[0]).toMatchObject({ name: "negotiation.saveMeeting", args: { place: "三号车间会议室", chair: "employer0" } });
    expect(first.emitted("close")).toHaveLength(1);
    first.unmount();
    expect(field(show(), "地点").element.value).toBe("会议室");
  });

  it("does not save a topic's words without a result, and asks for it at its field", async () => {
    const page = show();
    const result = page.get<HTMLSelectElement>("select[aria-label='年度工资增幅 结果']");
    await result.setValue("disputed");
    await page.findAll("label").find((l) => l.text() === "企业方意见")!.get("textarea").setValue("同意 5%");
    await result.setValue("");
    expect(page.find("[role=alert]").exists(), "nothing is asked before the first try to save").toBe(false);
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(fake.calls).toEqual([]);
    expect(page.get("[role=alert]").text()).toContain("请选择结果");
    expect(result.attributes("aria-invalid")).toBe("true");
    expect(page.text(), "the words stay in sight").toContain("企业方意见");
    await result.setValue("disputed");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(fake.calls[0]).toMatchObject({ args: { topics: [{ topic: "t1", employerPosition: "同意 5%", result: "disputed" }] } });
  });

  it("keeps the form open and shows a refusal at its field with the rule", async () => {
    fake.handlers["negotiation.saveMeeting"] = () => {
      throw { code: "refused", message: "记录员不能是协商代表。", field: "recorder", rule: "集体合同规定第三十三条" };
    };
    const page = show();
    await field(page, "地点").setValue("甲");
    await page.get("form").trigger("submit");
    await flushPromises();
    const alert = page.get("[role=alert]");
    expect(alert.text()).toContain("依据：集体合同规定第三十三条");
    expect(alert.element.closest(".form-field")?.querySelector("label")?.textContent).toBe("记录员");
    expect(page.emitted("close")).toBeUndefined();
  });

  it("asks for the minutes again a moment after the last keystroke, not at each", async () => {
    vi.useFakeTimers();
    try {
      const page = show();
      for (const place of ["甲", "甲乙", "甲乙丙"]) await field(page, "地点").setValue(place);
      expect(page.get(".paper").text()).toBe("0");
      await vi.advanceTimersByTimeAsync(700);
      expect(page.get(".paper").text()).toBe("1");
    } finally {
      vi.useRealTimers();
    }
  });
});
