// The roster page: the order and the columns of the list, who of it is a member, the bar of the ticked, and that what goes out is
// what is shown.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import { changed } from "../../contract/refresh";
import { desk, setStatus } from "../../desk";
import { flushDrafts, forgetDrafts, keepDraftsIn } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import MembersPage from "./MembersPage.vue";
import { columns } from "./columns";

const row = { id: "p1", name: "王小明", sex: "male", shop: "焊接", post: "焊工", form: "contract", phone: "138****8000", idNumber: null, memberSince: null, state: "member", left: null, flags: [] };
let fake: FakePlatform;
beforeEach(() => {
  fake = new FakePlatform({
    "members.counts": () => ({ total: 320, states: { member: 317, retained: 1, left: 3, notYet: 15 }, women: 0, migrant: 0, contract: 1, dispatched: 0, shops: [], dispatchWarning: null }),
    "members.applications": () => ({ total: 13, waiting: 13, kept: 40, rows: [], admissions: [] }),
    "members.search": () => ({ total: 1, rows: [row] }),
    "members.export": () => ({ rows: 1 }),
    "members.lists": () => [],
    "members.groups": () => [{ key: "焊接", label: "焊接", people: 1 }],
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));
const open = async () => {
  const page = mount(MembersPage, { props: { place: { page: "members" } }, attachTo: document.body });
  await flushPromises();
  return page;
};
const button = (page: Awaited<ReturnType<typeof open>>, words: string) => page.findAll("button").find((b) => b.text() === words)!;
const searches = () => fake.calls.filter((c) => c.name === "members.search").map((c) => c.args as Record<string, unknown>);

it("asks for the list by the column that was pressed, and takes out the same people in the same order", async () => {
  const page = await open();
  await button(page, "车间").trigger("click");
  await flushPromises();
  expect(searches().at(-1)).toMatchObject({ sort: "shop", descending: false });
  fake.nextPick = { handle: "h1", name: "花名册.xlsx" };
  await button(page, "导出 Excel").trigger("click");
  await flushPromises();
  expect(fake.calls.find((c) => c.name === "members.export")?.args).toMatchObject({
    to: "h1",
    query: { sort: "shop", descending: false },
    columns: ["name", "sex", "shop", "post", "form", "phone", "idNumber", "memberSince", "state"],
  });
  expect(desk.said).toContain("已导出 1 人");
});

it("takes nothing out when the dialog is closed without a choice", async () => {
  const page = await open();
  await button(page, "导出 Excel").trigger("click");
  await flushPromises();
  expect(fake.calls.some((c) => c.name === "members.export")).toBe(false);
});

it("lets an auditor read and not write, and says why", async () => {
  setStatus(statusOf("auditor"));
  const page = await open();
  const add = button(page, "登记一人");
  expect(add.attributes("disabled")).toBeDefined();
  expect(add.attributes("title")).toContain("经审");
  fake.drop([{ handle: "h", name: "花名册.xlsx" }]);
  await flushPromises();
  expect(page.text()).toContain("王小明");
});

it("counts by a field and narrows the list to the group that is pressed", async () => {
  const page = await open();
  await page.find('select[aria-label="分组计数"]').setValue("shop");
  await flushPromises();
  await page.findAll("button").find((b) => b.text().startsWith("焊接"))!.trigger("click");
  await flushPromises();
  expect(searches().at(-1)).toMatchObject({ shop: "焊接" });
});

it("tells members from those who have only applied and those who left", async () => {
  const page = await open();
  const head = page.find(".page-head").text();
  expect(head).toContain("会员 320 人");
  expect(head, "members by the core's count, of whom no joining is entered").toContain("其中 2 人没有登记入会");
  expect(head).toContain("已离开 3 人");
  await button(page, "申请中 13 人").trigger("click");
  expect(desk.place.page).toBe("joining");
});

it("puts the bar of the ticked over the tools of the whole list, and gives the place back", async () => {
  const page = await open();
  const tools = () => page.findAll(".tools > .row");
  expect(tools()).toHaveLength(1);
  await page.find("input.tick").trigger("change");
  expect(tools()).toHaveLength(2);
  expect(tools()[0]!.classes(), "out of sight, and its height kept").toContain("away");
  expect(tools()[1]!.text()).toContain("已选 1 人");
  expect(tools()[1]!.text(), "the ticked can be taken out").toContain("导出");
  expect(tools()[1]!.text(), "what is about the whole list is not offered for the ticked").not.toContain("查重");
  await button(page, "取消选择").trigger("click");
  expect(tools()).toHaveLength(1);
  expect(tools()[0]!.classes()).not.toContain("away");
});

it("opens a person beside the whole of the page and not under its head", async () => {
  Object.assign(fake.handlers, { "members.get": () => ({ id: "p1", name: "王小明", sex: "male", form: "contract" }), "drafts.get": () => null });
  const page = await open();
  await page.find("[role=row].line").trigger("click");
  await flushPromises();
  expect(page.find(".roster > .person").exists()).toBe(true);
  expect(page.find(".tools").exists(), "the tools of the list give way").toBe(false);
  await page.find(".person").trigger("keydown", { key: "Escape" });
  expect(page.find(".person").exists()).toBe(false);
  expect(page.find(".tools").exists()).toBe(true);
});

/** Opens the one person of the list, as `members.get` answers. */
async function beside(person: object) {
  Object.assign(fake.handlers, { "members.get": () => ({ id: "p1", name: "王小明", sex: "male", form: "contract", ...person }), "drafts.get": () => null });
  const page = await open();
  await page.find("[role=row].line").trigger("click");
  await flushPromises();
  return page;
}

it("says of a number that it is hidden only where it is, and never under one that is shown in full", async () => {
  const hidden = ["已隐去中间几位", "隐去月日的", "只显示头一个字"];
  const masked = await beside({ phone: "138****8000", idNumber: "360121********0011", birth: "1990-**-**", email: "w***@example.com" });
  for (const hint of hidden) expect(masked.get(".person").text()).toContain(hint);
  masked.unmount();
  const full = await beside({ phone: "13800138000", idNumber: "360121199001010011", birth: "1990-01-01", email: "wxm@example.com" });
  for (const hint of hidden) expect(full.get(".person").text()).not.toContain(hint);
});

it("puts a person away who was undone, and keeps one whose record only changed", async () => {
  const page = await beside({});
  fake.handlers["members.life"] = () => ({ state: "member", left: null, begun: true, choices: [], rungs: [] });
  changed(["person"]);
  await flushPromises();
  expect(page.find(".person").exists()).toBe(true);
  fake.handlers["members.life"] = () => {
    throw { code: "not_found", message: "账本里没有找到这个人。" };
  };
  changed(["person"]);
  await flushPromises();
  expect(page.find(".person").exists(), "nothing is left to be saved").toBe(false);
});

it("has room for a whole number in its column", () => {
  const { width } = columns.find((column) => column.key === "idNumber")!;
  // A figure of 16 px is 9.1 px wide.
  expect(parseFloat(width) * 16).toBeGreaterThan(18 * 9.1);
});

it("shows no number in an open form once it is masked again, typed in or not, and loses nothing of it", async () => {
  const sight = (identity: "full" | "masked") => statusOf("chair", { sight: { identity, wages: "masked", health: "masked", account: "masked" } });
  let kept: object | null = null;
  keepDraftsIn({
    get: async () => kept && { body: desk.status!.open!.sight.identity === "full" ? kept : {}, savedAt: "2026-11-16T09:00", ...(desk.status!.open!.sight.identity === "full" ? {} : { covered: "reveal" as const }) },
    save: async (_form, _record, { $seen: _, ...body }: { $seen?: boolean }) => void (kept = body),
    discard: async () => void (kept = null),
    list: async () => [],
  });
  fake.handlers["members.get"] = () => ({ id: "p1", name: "王小明", sex: "male", form: "contract", phone: desk.status!.open!.sight.identity === "full" ? "13800138000" : "138****8000" });
  setStatus(sight("full"));
  const page = await open();
  await page.find("[role=row].line").trigger("click");
  await flushPromises();
  const values = () => page.findAll<HTMLInputElement>(".person input").map((one) => one.element.value);
  expect(values()).toContain("13800138000");
  setStatus(sight("masked"));
  await flushPromises();
  expect(values(), "nothing was typed").toContain("138****8000");
  expect(values()).not.toContain("13800138000");

  setStatus(sight("full"));
  await flushPromises();
  const team = page.findAll("label").find((one) => one.text() === "班组")!.attributes("for");
  await page.get(`[id="${team}"]`).setValue("二班");
  setStatus(sight("masked"));
  await flushPromises();
  expect(page.find(".person form").exists()).toBe(false);
  expect(page.get(".person .offer").text()).toContain("请先写明用途");
  setStatus(sight("full"));
  await flushPromises();
  await button(page, "继续填写").trigger("click");
  expect(values()).toEqual(expect.arrayContaining(["13800138000", "二班"]));
  await flushDrafts();
  forgetDrafts();
  page.unmount();
});

it("writes the person whose form it is, whatever a draft says", async () => {
  const draft = { id: "p2", name: "王小明", sex: "male", form: "contract", team: "三班" };
  keepDraftsIn({ get: async () => ({ body: draft, savedAt: "2026-11-16T09:00" }), save: async () => undefined, discard: async () => undefined, list: async () => [] });
  fake.handlers["members.save"] = () => "p1";
  const page = await beside({});
  await button(page, "继续填写").trigger("click");
  await page.get(".person form").trigger("submit");
  await flushPromises();
  expect(fake.calls.find((c) => c.name === "members.save")?.args).toMatchObject({ id: "p1", team: "三班" });
  forgetDrafts();
  page.unmount();
});
