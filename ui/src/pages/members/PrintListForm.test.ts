// The list on paper: where not all of it are members the dialog says so, calls it by no more than it is, and can leave the others out.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import { setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import PrintListForm from "./PrintListForm.vue";

const member = { key: "member", label: "会员", people: 320 };
let fake: FakePlatform;
beforeEach(() => {
  fake = new FakePlatform({ "members.groups": () => [member, { key: "notYet", label: "未入会", people: 13 }] });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));
async function show(people: number) {
  const page = mount(PrintListForm, { props: { query: { shop: "焊接" }, people, columns: ["name", "state"] }, attachTo: document.body });
  await flushPromises();
  return page;
}
const title = () => document.querySelector<HTMLInputElement>("form.print input:not([type])")!;
const send = async () => {
  document.querySelector("form.print")!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await flushPromises();
};

it("says who is among them, and prints the members alone when that is wanted", async () => {
  const page = await show(333);
  expect(fake.calls[0]!.args, "counted over what is printed").toEqual({ query: { shop: "焊接" }, by: "state" });
  expect(document.body.textContent).toContain("这份名单里不都是会员：会员 320 人、未入会 13 人。");
  expect(title().value).toBe("花名册");
  const only = document.querySelector<HTMLInputElement>("form.print input[type=checkbox]")!;
  only.checked = true;
  only.dispatchEvent(new Event("change"));
  await flushPromises();
  expect(title().value).toBe("会员花名册");
  expect(document.body.textContent).toContain("320 人，按本页的条件和排序");
  await send();
  expect(fake.opened.at(-1)).toMatchObject({ name: "members.printList", args: { query: { shop: "焊接", state: "member" }, title: "会员花名册", posted: true } });
  page.unmount();
});

it("prints all of them as they stand when it is not", async () => {
  const page = await show(333);
  await send();
  expect(fake.opened.at(-1)).toMatchObject({ args: { query: { shop: "焊接" }, title: "花名册" } });
  page.unmount();
});

it("asks nothing where all are members, and keeps a title that was typed", async () => {
  fake.handlers["members.groups"] = () => [member];
  const page = await show(320);
  expect(document.querySelector("form.print input[type=checkbox]")).toBeNull();
  expect(title().value).toBe("会员花名册");
  title().value = "焊接车间名单";
  title().dispatchEvent(new Event("input"));
  await send();
  expect(fake.opened.at(-1)).toMatchObject({ args: { query: { shop: "焊接" }, title: "焊接车间名单" } });
  page.unmount();
});
