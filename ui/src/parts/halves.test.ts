// What stands half typed in a form: it is said at its field, stops the form with the shell and without, and stays in the draft as it
// was typed.
import { flushPromises, mount, type VueWrapper } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { defineComponent, h, reactive, ref, type Component } from "vue";
import { statusOf } from "../../tests/status";
import { desk, say, setStatus } from "../desk";
import { flushDrafts, forgetDrafts, keepDraftsIn } from "../drafts";
import AskDay from "./AskDay.vue";
import ConfirmFinal from "./ConfirmFinal.vue";
import DateField from "./DateField.vue";
import DayRow from "./DayRow.vue";
import FormShell from "./FormShell.vue";
import MovedDuties from "./MovedDuties.vue";
import { yuanWrong } from "./money";
import { wholeWrong } from "./numbers";
import TextRow from "./TextRow.vue";
import { useForm } from "./useForm";

const ledger = new Map<string, object>();
let sent: object[] = [];
let shown: VueWrapper | null = null;
beforeEach(() => {
  ledger.clear();
  forgetDrafts();
  keepDraftsIn({
    get: async (form) => (ledger.has(form) ? { body: ledger.get(form)!, savedAt: "2026-11-16T09:00" } : null),
    save: async (form, _, body) => void ledger.set(form, body),
    discard: async (form) => void ledger.delete(form),
    list: async () => [...ledger.keys()].map((form) => ({ form })),
  });
  setStatus(statusOf("chair"));
  sent = [];
});
afterEach(() => {
  shown?.unmount();
  shown = null;
  document.body.innerHTML = "";
});
async function show(what: Component, props: Record<string, unknown> = {}) {
  shown = mount(what, { props, attachTo: document.body });
  await flushPromises();
  return shown;
}
async function submit(page: VueWrapper) {
  await page.get("form").trigger("submit");
  await flushPromises();
}
const input = (page: VueWrapper, at = 0) => page.findAll<HTMLInputElement>("input")[at]!;
const alerts = (page: VueWrapper) => page.findAll("[role=alert]").map((one) => one.text());
const NO_DAY = "“2026-11-3l”不是一个日期，请写成 2026-3-5 或 20260305。";

const shell = defineComponent({
  setup() {
    const state = useForm({ form: "half", fresh: () => ({ name: "提案", dueOn: "2026-04-30", sum: "" }) }, ["name", "dueOn", "sum"]);
    const { form, problem } = state;
    const row = (name: "name" | "sum", wrong?: string) => h(TextRow, { modelValue: form[name], label: name, name, wrong, problem: problem.value, "onUpdate:modelValue": (to: string) => void (form[name] = to) });
    const send = () => state.submit(async () => void sent.push({ ...form }), () => "已保存", () => undefined);
    return () =>
      h(FormShell, { title: "登记", state, command: "negotiation.addEvent", onSend: send }, () => [
        row("name"),
        h(DayRow, { modelValue: form.dueOn, label: "期限", name: "dueOn", problem: problem.value, "onUpdate:modelValue": (to: string) => void (form.dueOn = to) }),
        row("sum", yuanWrong(form.sum)),
      ]);
  },
});

it("never takes half a day for none: the shell sends nothing, says why at the field and puts the cursor there", async () => {
  const page = await show(shell);
  await input(page, 1).setValue("2026-11-3l");
  say("已保存。");
  await submit(page);
  expect(sent).toEqual([]);
  expect(alerts(page)).toEqual([NO_DAY]);
  expect(document.activeElement).toBe(input(page, 1).element);
  expect(desk.said, "what was said before is not said of this").toBe("");
  await input(page, 1).setValue("2026-11-30");
  await submit(page);
  expect(sent).toEqual([{ name: "提案", dueOn: "2026-11-30", sum: "" }]);
});

it("takes a day that was emptied for none", async () => {
  const page = await show(shell);
  await input(page, 1).setValue(" ");
  await submit(page);
  expect(sent).toEqual([{ name: "提案", dueOn: "", sum: "" }]);
});

it("keeps half a day as it was typed, here and in the ledger, and does not send it either when it is taken up again", async () => {
  (await show(shell)).findAll("input")[1]!.setValue("2026-11-3l");
  await flushPromises();
  shown!.unmount();
  await flushDrafts();
  expect(ledger.get("half")).toMatchObject({ dueOn: "2026-11-3l" });
  const again = await show(shell);
  expect(input(again, 1).element.value).toBe("2026-11-3l");
  expect(again.text(), "it says at once what is wrong with it").toContain(NO_DAY);
  await submit(again);
  expect(sent).toEqual([]);
  again.unmount();
  forgetDrafts();
  const offered = await show(shell);
  await offered.findAll("button").find((one) => one.text() === "继续填写")!.trigger("click");
  await flushPromises();
  expect(input(offered, 1).element.value).toBe("2026-11-3l");
  await submit(offered);
  expect(sent).toEqual([]);
});

it("stops at a sum that is none, and at the first of several", async () => {
  const page = await show(shell);
  await input(page, 2).setValue("300元整");
  await submit(page);
  expect(sent).toEqual([]);
  expect(alerts(page)).toEqual(["“300元整”不是金额，请按元填数，例如 300 或 300.50。"]);
  expect(document.activeElement).toBe(input(page, 2).element);
  await input(page, 1).setValue("11月");
  await submit(page);
  expect(document.activeElement).toBe(input(page, 1).element);
});

it("stops a form without the shell, and one form alone of two", async () => {
  const two = defineComponent({
    setup() {
      const days = reactive(["", ""]);
      const gone = ref(false);
      const one = (at: number) => h("form", { onSubmit: () => void sent.push({ at }) }, gone.value ? [] : [h(DateField, { modelValue: days[at]!, "onUpdate:modelValue": (to: string) => void (days[at] = to) })]);
      return () => [one(0), one(1), h("button", { onClick: () => void (gone.value = true) })];
    },
  });
  const page = await show(two);
  await input(page).setValue("2026-1");
  const forms = page.findAll("form");
  await forms[0]!.trigger("submit");
  expect(document.activeElement).toBe(input(page).element);
  await forms[1]!.trigger("submit");
  expect(sent).toEqual([{ at: 1 }]);
  await page.get("button").trigger("click");
  await forms[0]!.trigger("submit");
  expect(sent, "a field that went stops nothing").toEqual([{ at: 1 }, { at: 0 }]);
});

it("stops an act that is asked once in a dialog", async () => {
  const day = ref("2026-1");
  const asked = defineComponent({ setup: () => () => h(ConfirmFinal, { open: true, title: "签字", what: "", act: "签字", onYes: () => void sent.push({}) }, () => h(DateField, { modelValue: day.value })) });
  await show(asked);
  const act = [...document.querySelectorAll("button")].find((one) => one.textContent?.trim() === "签字")!;
  act.click();
  await flushPromises();
  expect(sent).toEqual([]);
  expect(document.querySelector("[role=alert]")?.textContent).toContain("“2026-1”不是一个日期");
  expect(document.activeElement?.tagName).toBe("INPUT");
  day.value = "2026-11-16";
  await flushPromises();
  act.click();
  expect(sent).toEqual([{}]);
});

it("stops what is asked once more inside a form", async () => {
  const day = ref("2026-11-30");
  const tried = defineComponent({
    setup: () => () =>
      h("form", [
        h(MovedDuties, { moves: { moved: [], settled: 0 }, busy: false, onSure: () => void sent.push({ day: day.value }) }),
        h(DateField, { modelValue: day.value, "onUpdate:modelValue": (to: string) => void (day.value = to) }),
      ]),
  });
  const page = await show(tried);
  const sure = page.findAll("button")[0]!;
  await input(page).setValue("2027-1");
  await sure.trigger("click");
  expect([sent, document.activeElement]).toEqual([[], input(page).element]);
  await input(page).setValue("2027-1-1");
  await sure.trigger("click");
  expect(sent).toEqual([{ day: "2027-01-01" }]);
});

it("shows what its form is set to, whatever stood half typed", async () => {
  const page = await show(DateField, { modelValue: "2026-04-30" });
  await input(page).setValue("2026-1");
  await page.setProps({ modelValue: "2026-1" });
  await page.setProps({ modelValue: "" });
  expect(input(page).element.value, "the form begins anew").toBe("");
});

it("tells a filter of whole days alone, and leaves what is typed in its field", async () => {
  const page = await show(DateField, { modelValue: "", onlyWhole: true });
  for (const typed of ["2026-11-1", "2026-11-1x"]) {
    await input(page).setValue(typed);
    await page.setProps({ modelValue: page.emitted<[string]>("update:modelValue")!.at(-1)![0] });
  }
  expect(page.emitted("update:modelValue")).toEqual([["2026-11-01"], [""]]);
  expect(input(page).element.value).toBe("2026-11-1x");
});

it("keeps the button off while a day that is asked for in place is none", async () => {
  const page = await show(AskDay, { question: "哪天", act: "登记", today: "2026-11-16" });
  await input(page).setValue("2026-11-1x");
  expect(page.get<HTMLButtonElement>("button[type=submit]").element.disabled).toBe(true);
  expect(page.text(), "it is no later day").not.toContain("不能晚于今天");
});

it("says what is no whole number and no sum, and nothing of an empty field", () => {
  expect(["", " ", "１２", "0"].map(wholeWrong)).toEqual([undefined, undefined, undefined, undefined]);
  expect(["12票", "四"].map(wholeWrong)).toEqual(["“12票”不是整数，请只填数字，例如 12。", "“四”不是整数，请只填数字，例如 12。"]);
  expect(["", "1,234.5", "300元"].map(yuanWrong)).toEqual([undefined, undefined, undefined]);
  expect(yuanWrong("3O0")).toContain("不是金额");
});
