// A joining day pasted as lines: a wrong line is put right in its place and read anew, and of those who are new to the roster it
// has to be said how they are employed.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { ApplicantRead, DispatchJoining } from "../../contract/bindings";
import { setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import ApplyForm from "./ApplyForm.vue";

const GOOD = "110101199003070011";
/** As the core reads a line: a name, a number that is right or wrong, a phone. */
const answer = (line: string): ApplicantRead => {
  const [name = "", idNumber = "", phone = ""] = line.split("\t");
  if (name === "王伟") return { applicant: { name, person: "p1", idNumber: "360121********001X" }, sex: "male", note: "花名册上已有：装配 钳工", trouble: null };
  const trouble = idNumber === GOOD ? null : "证件号码是17位，应为18位，请对照证件核对。";
  return { applicant: { name, idNumber, phone: phone || undefined }, sex: trouble ? null : "male", note: null, trouble };
};
let fake: FakePlatform;
beforeEach(() => {
  fake = new FakePlatform({
    "members.readApplicants": ({ text }: { text: string }) => text.split("\n").map(answer),
    "members.apply": () => ["a1"],
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));
async function pasted(lines: string, props: { dispatch?: DispatchJoining } = {}) {
  const page = mount(ApplyForm, { attachTo: document.body, props });
  await flushPromises();
  await page.find("textarea").setValue(lines);
  await page.findAll("button").find((b) => b.text() === "读入名单")!.trigger("click");
  await flushPromises();
  return page;
}
type Page = Awaited<ReturnType<typeof pasted>>;
const cell = (page: Page, label: string) => page.find(`input[aria-label="${label}"]`);
const save = (page: Page) => page.findAll("button").find((b) => b.text().startsWith("登记"))!;
const employment = (page: Page) => page.find("select[aria-required]");

it("shows a wrong line as it was pasted, and reads it anew when it was put right", async () => {
  const page = await pasted(`赵立春\t1101011990030700\t13800138000\n李娜\t${GOOD}`);
  expect((cell(page, "第1行的证件号码").element as HTMLInputElement).value).toBe("1101011990030700");
  expect(page.text()).toContain("应为18位");
  expect(save(page).attributes("disabled")).toBeDefined();
  await cell(page, "第1行的证件号码").setValue("11010119900307002X");
  await cell(page, "第1行的证件号码").trigger("change");
  await flushPromises();
  expect(fake.calls.at(-1)!.args).toEqual({ text: "赵立春\t11010119900307002X\t13800138000" });
  expect((cell(page, "第1行的证件号码").element as HTMLInputElement).value, "still wrong, still there").toBe("11010119900307002X");
  (cell(page, "第1行的证件号码").element as HTMLInputElement).value = GOOD;
  await cell(page, "第1行的证件号码").trigger("keydown", { key: "Enter" });
  await flushPromises();
  expect(fake.calls.some((c) => c.name === "members.apply"), "Enter in a row sends nothing").toBe(false);
  expect(page.findAll("tbody tr")[1]!.text(), "now the second is the first").toContain("前面已经有这个人");
  await page.findAll("tbody tr")[1]!.find("button").trigger("click");
  expect(save(page).attributes("disabled")).toBeUndefined();
});

it("turns a line into the person of the roster whom it names, without losing the cursor", async () => {
  const page = await pasted("王维\t11");
  const name = cell(page, "第1行的姓名");
  (name.element as HTMLInputElement).focus();
  await name.setValue("王伟");
  await name.trigger("change");
  await flushPromises();
  expect(page.find("tbody input").exists()).toBe(false);
  expect(page.find("tbody").text()).toContain("花名册上已有：装配 钳工");
  expect(document.activeElement!.textContent).toContain("花名册上已有");
  expect(employment(page).exists(), "nobody is new to the roster").toBe(false);
});

it("keeps a line from being sent while it could not be read", async () => {
  const page = await pasted(`李娜\t${GOOD}`);
  fake.handlers["members.readApplicants"] = () => {
    throw { code: "busy", message: "账本正忙。" };
  };
  await cell(page, "第1行的手机").setValue("13800138001");
  await cell(page, "第1行的手机").trigger("change");
  await flushPromises();
  expect(page.text()).toContain("没有核对成");
  expect(save(page).attributes("disabled")).toBeDefined();
});

it("asks how those are employed who are new to the roster, and has no answer of its own", async () => {
  const page = await pasted(`李娜\t${GOOD}`);
  expect((employment(page).element as HTMLSelectElement).value).toBe("");
  await page.find("form").trigger("submit");
  await flushPromises();
  expect(fake.calls.some((c) => c.name === "members.apply")).toBe(false);
  expect(page.find("[role=alert]").text()).toContain("请选他们的用工形式");
  expect(document.activeElement).toBe(employment(page).element);
  await employment(page).setValue("other");
  await page.find("form").trigger("submit");
  await flushPromises();
  expect(fake.calls.at(-1)).toMatchObject({ name: "members.apply", args: { form: "other", people: [{ name: "李娜", idNumber: GOOD }] } });
});

it("tells the rule of the place of a dispatched worker and asks about the two firms", async () => {
  const rule = { id: "JX-UN-11", short: "企业工会条例第十一条" };
  const dispatch = { text: "劳务派遣工加入派遣企业的工会。", rule } as DispatchJoining;
  const page = await pasted(`李娜\t${GOOD}`, { dispatch });
  await employment(page).setValue("other");
  expect(page.find(".dispatch").exists()).toBe(false);
  await employment(page).setValue("dispatched");
  expect(page.find(".dispatch").text()).toContain("企业工会条例第十一条");
  await page.find(".dispatch select").setValue("notAgreed");
  await page.find("form").trigger("submit");
  await flushPromises();
  expect(fake.calls.at(-1), "and keeps nobody from joining").toMatchObject({ name: "members.apply", args: { form: "dispatched", agreement: "notAgreed" } });
});
