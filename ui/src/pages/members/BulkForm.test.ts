// One change to many: what has a code list is chosen from it, what was not chosen is not sent, and what is seen first is what is done.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import { setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import BulkForm from "./BulkForm.vue";

let fake: FakePlatform;
beforeEach(() => {
  fake = new FakePlatform({
    "union.groups": () => ({ groups: [], loose: 0 }),
    "members.previewBulk": () => ({ people: 3, changed: 3, changes: [] }),
    "members.setBulk": () => ({ people: 3, changed: 3, changes: [] }),
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));
async function show() {
  const page = mount(BulkForm, { props: { query: {}, people: 3, shops: [] }, attachTo: document.body });
  await flushPromises();
  return page;
}
const choice = (label: string) => document.getElementById([...document.querySelectorAll<HTMLLabelElement>("form.bulk label")].find((l) => l.textContent === label)!.htmlFor) as HTMLSelectElement;
const words = (label: string) => [...choice(label).options].map((one) => one.text);
const choose = async (label: string, word: string) => {
  choice(label).value = [...choice(label).options].find((one) => one.text === word)!.value;
  choice(label).dispatchEvent(new Event("change"));
  await flushPromises();
};
const send = async () => {
  document.querySelector("form.bulk")!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await flushPromises();
};
const button = (words: string) => [...document.querySelectorAll("button")].find((b) => b.textContent!.trim() === words)!;

it("offers the code lists of skill and household, with nothing changed at first", async () => {
  const page = await show();
  expect(words("技能等级")).toEqual(["不改", "清空", "学徒工", "初级工", "中级工", "高级工", "技师", "高级技师", "特级技师", "首席技师", "无等级"]);
  expect(words("户籍类型")).toHaveLength(12);
  for (const label of ["用工形式", "分会、小组", "技能等级", "户籍类型", "农民工", "劳模", "困难职工"]) expect(choice(label).selectedOptions[0]!.text, label).toBe("不改");
  expect(button("看看会改什么").disabled).toBe(true);
  page.unmount();
});

it("sends the words that were chosen and nothing else, and an entry taken away as none", async () => {
  const page = await show();
  await choose("技能等级", "高级工");
  await choose("户籍类型", "清空");
  await send();
  const set = [{ field: "skill", to: "高级工" }, { field: "household", to: undefined }];
  expect(fake.calls.at(-1)).toMatchObject({ name: "members.previewBulk", args: { set } });
  expect((fake.calls.at(-1)!.args as { set: unknown[] }).set).toHaveLength(2);
  await choose("户籍类型", "不改");
  await send();
  expect(fake.calls.at(-1), "another choice is seen again before it is done").toMatchObject({ name: "members.previewBulk", args: { set: [{ field: "skill", to: "高级工" }] } });
  await send();
  expect(fake.calls.at(-1)).toMatchObject({ name: "members.setBulk", args: { set: [{ field: "skill", to: "高级工" }] } });
  page.unmount();
});
