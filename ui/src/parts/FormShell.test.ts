// The shell of a form: it begins at its head, and no refusal is lost, whatever field it names.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { defineComponent, h } from "vue";
import { statusOf } from "../../tests/status";
import { setStatus } from "../desk";
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
