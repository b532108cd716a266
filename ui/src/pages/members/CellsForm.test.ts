// Labels and cards: what is asked for is what is seen and printed, and what cannot be is told at its field.
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, expect, it, vi } from "vitest";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import CellsForm from "./CellsForm.vue";

vi.mock("../../parts/PaperPreview.vue", () => ({ default: { props: ["version"], template: "<div class='paper'>{{ version }}</div>" } }));

let fake: FakePlatform;
beforeEach(() => {
  fake = new FakePlatform({
    "members.sheets": () => [
      { id: "labels-3x8", name: "标签 24 张", count: 24 },
      { id: "cards", name: "会员卡 10 张", count: 10 },
    ],
    "members.printSheet": ({ first }: { first: number }) => {
      if (first < 1 || first > 24) throw { code: "bad_input", message: "请写从第几格开始，1到24。", field: "first" };
      return new ArrayBuffer(8);
    },
  });
  usePlatform(fake);
});
async function show() {
  const page = mount(CellsForm, { props: { query: { shop: "一车间" }, people: 12 }, attachTo: document.body });
  await flushPromises();
  return page;
}
const field = (label: string) => document.getElementById([...document.querySelectorAll("label")].find((l) => l.textContent === label)!.htmlFor) as HTMLInputElement;
const type = async (label: string, value: string) => {
  field(label).value = value;
  field(label).dispatchEvent(new Event("input", { bubbles: true }));
  field(label).dispatchEvent(new Event("change", { bubbles: true }));
  await flushPromises();
};
const send = async () => {
  document.querySelector("form")!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await flushPromises();
};

it("prints the people of the list on the chosen sheet, from the cell and moved as asked", async () => {
  const page = await show();
  expect(document.body.textContent).toContain("筛选出的 12 人");
  await type("纸", "cards");
  await type("从第几格开始", "３");
  await type("右移（毫米）", "-1.5");
  await send();
  const args = { query: { shop: "一车间" }, sheet: "cards", first: 3, right: -1.5, down: 0 };
  expect(fake.calls.at(-1)).toEqual({ name: "members.printSheet", args: { ...args, borders: true } });
  expect(fake.opened).toEqual([{ name: "members.printSheet", args }]);
  page.unmount();
});

it("begins anew on another sheet: its cells and its shift are not those of the last", async () => {
  const page = await show();
  await type("从第几格开始", "3");
  await type("右移（毫米）", "2");
  await type("下移（毫米）", "-1");
  await type("纸", "cards");
  expect(["从第几格开始", "右移（毫米）", "下移（毫米）"].map((label) => field(label).value)).toEqual(["1", "0", "0"]);
  expect(fake.calls.at(-1)!.args).toMatchObject({ sheet: "cards", first: 1, right: 0, down: 0 });
  expect(document.body.textContent).toContain("从左到右、从上到下数");
  page.unmount();
});

it("tells at its field what cannot be, and prints nothing", async () => {
  const page = await show();
  await type("从第几格开始", "二十五");
  expect(document.querySelector("[role=alert]")!.textContent).toContain("1到24");
  await send();
  expect(fake.opened).toEqual([]);
  page.unmount();
});
