// Records of many people from a pasted sheet: every row is told before anything is kept, and what is kept is one call.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import RecordsForm from "./RecordsForm.vue";

const told = {
  fits: 1,
  held: 0,
  wrong: 1,
  passed: 1,
  unused: ["备注"],
  lines: [
    { row: 2, name: "王伟", place: "装配车间装配工", said: "焊工，三级，职业技能等级证书", state: "fits", trouble: null },
    { row: 3, name: "李四", place: null, said: "", state: "wrong", trouble: "花名册里没有这个人，请先登记。" },
  ],
};
afterEach(() => (document.body.innerHTML = ""));
const button = (words: string) => [...document.querySelectorAll("button")].find((b) => b.textContent?.trim().startsWith(words));

describe("records of many people", () => {
  it("are told row by row, then kept at once", async () => {
    const fake = new FakePlatform({
      "dossier.readRecords": () => told,
      "dossier.keepRecords": () => ({ added: 1, held: 0, wrong: 1 }),
    });
    usePlatform(fake);
    const form = mount(RecordsForm, { attachTo: document.body });
    await flushPromises();
    expect((button("看看怎样登记") as HTMLButtonElement).disabled).toBe(true);
    const paste = document.querySelector("textarea")!;
    paste.value = "姓名\t证书名称\n王伟\t焊工\n李四\t焊工";
    paste.dispatchEvent(new Event("input"));
    const select = document.querySelectorAll("select")[1]!;
    select.value = "skill";
    select.dispatchEvent(new Event("change"));
    await flushPromises();
    document.querySelector("form")!.dispatchEvent(new Event("submit"));
    await flushPromises();
    expect(fake.calls.at(-1)).toEqual({ name: "dossier.readRecords", args: { kind: "certificate", text: paste.value, certificate: "skill" } });
    expect(document.body.textContent).toContain("1 行可以登记，1 行不能登记");
    expect(document.body.textContent).toContain("花名册里没有这个人");
    expect(document.body.textContent).toContain("没有用到的列：备注");
    expect(button("登记 1 条")).toBeDefined();
    document.querySelector("form")!.dispatchEvent(new Event("submit"));
    await flushPromises();
    expect(fake.calls.at(-1)?.name).toBe("dossier.keepRecords");
    expect(form.emitted("done")).toHaveLength(1);
  });

  it("are told anew when the sheet is changed", async () => {
    usePlatform(new FakePlatform({ "dossier.readRecords": () => told }));
    mount(RecordsForm, { attachTo: document.body });
    await flushPromises();
    const paste = document.querySelector("textarea")!;
    paste.value = "姓名\t证书名称\n王伟\t焊工";
    paste.dispatchEvent(new Event("input"));
    document.querySelector("form")!.dispatchEvent(new Event("submit"));
    await flushPromises();
    expect(button("登记 1 条")).toBeDefined();
    paste.value += "\n李四\t焊工";
    paste.dispatchEvent(new Event("input"));
    await flushPromises();
    expect(button("登记 1 条")).toBeUndefined();
  });
});
