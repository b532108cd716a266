// The form of an employment: a new one ends the one before on the day before it begins unless another day is typed, an earlier one
// ends nothing, one that stands is corrected, and what the core refuses is said at its field.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { Employment } from "../../contract/bindings";
import { setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import EmploymentForm from "./EmploymentForm.vue";
import { dayBefore, jobDays, jobWords, proposedUntil, startedJob, tidyJob } from "./employment";

const dispatched: Employment = { id: "j1", person: "p1", form: "dispatched", hiredOn: "2020-03", employer: "洪都劳务", shop: "装配", post: "钳工", workNumber: "G1" };
const earlier: Employment = { id: "j0", person: "p1", form: "contract", hiredOn: "2012-05-01", leftOn: "2014-12-31", shop: "焊接" };
let fake: FakePlatform;
beforeEach(() => {
  fake = new FakePlatform({
    "dossier.beginEmployment": ({ job }: { job: Employment }) => {
      if (job.hiredOn === undefined) throw { code: "bad_input", message: "请填写入职日期。", field: "hiredOn" };
      return "j2";
    },
    "dossier.correctEmployment": () => "j1",
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => {
  forgetDrafts();
  setStatus({ known: [], home: "/", open: null });
  document.body.innerHTML = "";
});

async function show(job: Employment | null = null, jobs: Employment[] = [dispatched, earlier]) {
  const page = mount(EmploymentForm, { props: { person: "p1", name: "王立明", jobs, job }, attachTo: document.body });
  await flushPromises();
  return page;
}
type Page = Awaited<ReturnType<typeof show>>;
const row = (page: Page, label: string) => page.findAll(".form-field").find((one) => one.find("label").text() === label);
const input = (page: Page, label: string) => row(page, label)!.find<HTMLInputElement>("input, select");
async function send(page: Page) {
  await page.find("form").trigger("submit");
  await flushPromises();
}
const sent = () => fake.calls.at(-1);
const UNTIL = "上一份用工的最后一天";

it("proposes the day before for the end of the one before, and sends both in one step", async () => {
  const page = await show();
  expect(row(page, UNTIL)!.text()).toContain("2020年3月起还没有结束");
  await input(page, "入职日期").setValue("2026-7-1");
  expect(input(page, UNTIL).element.value).toBe("2026-06-30");
  await input(page, "入职日期").setValue("2026-7-15");
  expect(input(page, UNTIL).element.value, "it follows the day of entry").toBe("2026-07-14");
  await input(page, "用工形式").setValue("contract");
  await input(page, "岗位").setValue(" 班组长 ");
  await send(page);
  expect(sent()!.name).toBe("dossier.beginEmployment");
  expect(sent()!.args).toMatchObject({ job: { person: "p1", form: "contract", hiredOn: "2026-7-15", post: "班组长" }, previousUntil: "2026-07-14" });
  expect(page.emitted("saved")).toHaveLength(1);
});

it("leaves a day that was typed as it is", async () => {
  const page = await show();
  await input(page, "入职日期").setValue("2026-07-01");
  await input(page, UNTIL).setValue("2026-05-31");
  await input(page, "入职日期").setValue("2026-07-02");
  expect(input(page, UNTIL).element.value).toBe("2026-05-31");
});

it("takes over what the one before was, but for its days and its form", async () => {
  const page = await show();
  await page.findAll("button").find((one) => one.text() === "照上一份填写")!.trigger("click");
  expect([input(page, "工作单位").element.value, input(page, "车间、部门").element.value, input(page, "工号").element.value]).toEqual(["洪都劳务", "装配", "G1"]);
  expect([input(page, "入职日期").element.value, input(page, "用工形式").element.value]).toEqual(["", ""]);
});

it("ends nothing for an earlier one that is entered late, nor where nobody works here", async () => {
  const page = await show();
  await input(page, "入职日期").setValue("2015-03-01");
  await input(page, "用工形式").setValue("partTime");
  await input(page, "离职日期").setValue("2016-02-28");
  expect(row(page, UNTIL)).toBeUndefined();
  await send(page);
  expect(sent()!.args).toMatchObject({ job: { leftOn: "2016-02-28" }, previousUntil: undefined });
  const left = await show(null, [earlier]);
  expect(row(left, UNTIL)).toBeUndefined();
});

it("asks for the form and for whole days before anything is sent, and says a refusal at its field", async () => {
  const page = await show();
  await send(page);
  expect(row(page, "用工形式")!.find("[role=alert]").text()).toBe("请选用工形式。");
  await input(page, "用工形式").setValue("contract");
  await input(page, "离职日期").setValue("2016-02");
  await send(page);
  expect(row(page, "离职日期")!.find("[role=alert]").text()).toContain("“2016-02”不是一个日期");
  expect(fake.calls, "nothing was sent").toEqual([]);
  await input(page, "离职日期").setValue("");
  await send(page);
  expect(row(page, "入职日期")!.find("[role=alert]").text()).toBe("请填写入职日期。");
  expect(page.emitted("saved")).toBeUndefined();
});

it("corrects one that stands, and asks for no end of another", async () => {
  const page = await show(dispatched);
  expect(page.find("h1").text()).toBe("王立明：更正用工");
  expect(row(page, UNTIL)).toBeUndefined();
  await input(page, "岗位").setValue("");
  await send(page);
  expect(sent()).toEqual({ name: "dossier.correctEmployment", args: { ...dispatched, post: undefined, employerCode: undefined, team: undefined, status: undefined, leftOn: undefined } });
});

it("is closed to whoever may not write", async () => {
  setStatus(statusOf("auditor"));
  const page = await show();
  expect(page.findAll("button").find((one) => one.text() === "保存")!.attributes("disabled")).toBeDefined();
});

describe("an employment", () => {
  it("comes back from its form as it was", () => {
    expect(tidyJob({ ...startedJob(earlier), form: "contract" }, "p1", "j0")).toEqual({ ...earlier, employer: undefined, employerCode: undefined, team: undefined, post: undefined, workNumber: undefined, status: undefined });
  });
  it("reads in one line, as exactly as its days are known", () => {
    expect(jobWords(dispatched)).toBe("洪都劳务，装配，钳工，劳务派遣");
    expect([dispatched, earlier, { ...earlier, hiredOn: undefined }, { ...dispatched, hiredOn: undefined }].map(jobDays)).toEqual(["2020年3月起", "2012年5月1日到2014年12月31日", "到2014年12月31日，入职日期没有登记", "入职日期没有登记"]);
  });
  it("proposes a day of whole days alone", () => {
    expect(["2026-03-01", "2024-3-1", "2026-03", ""].map(dayBefore)).toEqual(["2026-02-28", "2024-02-29", "", ""]);
    expect(proposedUntil("", "2026-0", "2026-07-01")).toBe("2026-06-30");
    expect(proposedUntil("2026-06-30", "2026-07-01", "2026-07"), "taken back with the day").toBe("");
    expect(proposedUntil("2026-05-31", "2026-07-01", "2026-07-02")).toBe("2026-05-31");
  });
});
