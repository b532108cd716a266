// The shell of a form: it begins at its head, and no refusal is lost, whatever field it names.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { defineComponent, h, ref } from "vue";
import { statusOf } from "../../tests/status";
import { desk, say, setStatus } from "../desk";
import { forgetDrafts } from "../drafts";
import { asProblem } from "../platform";
import FormShell from "./FormShell.vue";
import TextRow from "./TextRow.vue";
import { useForm } from "./useForm";

beforeEach(() => {
  forgetDrafts();
  setStatus(statusOf("chair"));
});
afterEach(() => (document.body.innerHTML = ""));
/** A form that shows `reason` and says that it shows `hidden` too, which it does not just now. */
const form = (refusal: object) =>
  defineComponent({
    setup() {
      const state = useForm({ form: "test", fresh: () => ({ reason: "" }) }, ["reason", "hidden"]);
      const send = () => state.submit(() => Promise.reject(refusal), () => "", () => undefined);
      return () =>
        h("div", { class: "page" }, h(FormShell, { title: "登记", state, command: "negotiation.addEvent", onSend: send }, () => h(TextRow, { modelValue: state.form.reason, label: "原因", name: "reason", problem: state.problem.value })));
    },
  });
async function refused(refusal: object) {
  const page = mount(form(refusal), { attachTo: document.body });
  await page.get("form").trigger("submit");
  await flushPromises();
  return page;
}

it("has its head in focus, so that the next key goes into the form", () => {
  mount(form({}), { attachTo: document.body });
  expect(document.activeElement?.textContent).toBe("登记");
});
/** A form with rows that are added and taken away. */
const rows = (send: () => Promise<unknown>, close: () => void = () => undefined) =>
  defineComponent({
    setup() {
      const state = useForm({ form: "rows", fresh: () => ({ rows: ["a"] }) }, []);
      const submit = () => state.submit(send, () => "", close);
      const one = (word: string, at: number) => [h("input", { value: word, "aria-label": `${at}` }), h("button", { type: "button", onClick: () => state.form.rows.splice(at, 1) }, `-${at}`)];
      const slot = () => [...state.form.rows.flatMap(one), h("button", { type: "button", onClick: () => state.form.rows.push("") }, "+")];
      return () => h("div", { class: "page" }, [h("h1", "页"), h(FormShell, { title: "登记", state, command: "negotiation.addEvent", onSend: submit }, slot)]);
    },
  });
const press = async (page: ReturnType<typeof mount>, words: string) => {
  const button = page.findAll("button").find((one) => one.text() === words)!;
  (button.element as HTMLButtonElement).focus();
  await button.trigger("click");
  await flushPromises();
};
const at = () => document.activeElement;

it("has its button last for the keyboard, and saves by Ctrl+Enter and Ctrl+S from any field", async () => {
  let sent = 0;
  const page = mount(rows(() => Promise.resolve((sent += 1))), { attachTo: document.body });
  const stops = [...page.get("form").element.querySelectorAll("input, button")];
  expect(stops.at(-1)!.textContent).toBe("保存");
  expect(stops.at(-1)!.getAttribute("title")).toContain("Ctrl+Enter");
  await page.get("input").trigger("keydown", { key: "Enter", ctrlKey: true });
  await flushPromises();
  await page.get("input").trigger("keydown", { key: "s", ctrlKey: true });
  await flushPromises();
  expect(sent).toBe(2);
});
it("puts the cursor into a row that a button added, and leaves it in the form when a row goes", async () => {
  const page = mount(rows(() => Promise.resolve()), { attachTo: document.body });
  await press(page, "+");
  expect(at()?.getAttribute("aria-label")).toBe("1");
  await press(page, "-1");
  expect(at()?.textContent, "what stood after it").toBe("+");
});
it("puts the cursor on a refusal that names no field, and on the page's head when it is closed", async () => {
  const refused = mount(rows(() => Promise.reject({ code: "refused", message: "已经封存。" })), { attachTo: document.body });
  await refused.get("form").trigger("submit");
  await flushPromises();
  expect(at()?.getAttribute("role")).toBe("alert");
  refused.unmount();
  const closing = defineComponent({
    setup() {
      const open = ref(true);
      const inner = rows(() => Promise.resolve(), () => (open.value = false));
      return () => h("main", [h("h1", "首页"), open.value ? h(inner) : null]);
    },
  });
  const page = mount(closing, { attachTo: document.body });
  await page.get("form").trigger("submit");
  await flushPromises();
  expect(page.find("form").exists()).toBe(false);
  expect(at()?.textContent).toBe("首页");
});
it("shows a refusal once, at its field, and puts the cursor there", async () => {
  const page = await refused({ code: "bad_input", message: "请写明原因。", field: "reason" });
  expect(page.findAll("[role=alert]").map((one) => one.text())).toEqual(["请写明原因。"]);
  expect(document.activeElement?.tagName).toBe("INPUT");
});
it("shows a refusal of a field that does not stand there now at its head", async () => {
  const page = await refused({ code: "bad_input", message: "请选择受委托人。", field: "hidden" });
  expect(page.get("[role=alert]").text()).toBe("请选择受委托人。");
});
it("never shows the words that are meant for programs", () => {
  const said = asProblem({ code: "bad_input", message: "请求里“resumeOn”的写法不对；“gonghui commands”列出每个命令要的内容。", field: "resumeOn" }, "");
  expect(said.message).toContain("日期要填到年、月、日");
  expect(said.field).toBe("resumeOn");
});
it("begins with nothing said of what was done before, and a refusal leaves nothing said either", async () => {
  const one = form({ code: "refused", message: "已经封存。" });
  say("已保存。可以撤销。");
  mount(one, { attachTo: document.body }).unmount();
  expect(desk.said, "a form that begins anew as it was saved").toBe("已保存。可以撤销。");
  document.body.click();
  const page = mount(one, { attachTo: document.body });
  expect(desk.said, "a form that was opened by a press").toBe("");
  say("已移除附件。");
  await page.get("form").trigger("submit");
  await flushPromises();
  expect(desk.said).toBe("");
});
