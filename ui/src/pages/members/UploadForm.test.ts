// The pre-flight: what is wrong is told before anything is saved, and full numbers are saved only where they may be seen.
import { flushPromises, mount } from "@vue/test-utils";
import { describe, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import { setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import UploadForm from "./UploadForm.vue";

const checked = {
  people: 4,
  good: 3,
  bad: 1,
  faults: 1,
  kinds: [{ heading: "移动电话", message: "必填，没有填；请补上。", cells: 1, names: ["陈望江"] }],
};
function checking() {
  const fake = new FakePlatform({
    "members.uploadTemplates": () => [{ id: "province", name: "省级模板", headings: ["姓名*"] }],
    "members.checkUpload": () => checked,
    "members.saveUpload": () => ({ rows: 3 }),
    "sight.reveal": () => ({}),
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
  mount(UploadForm, { props: { query: {} }, attachTo: document.body });
  return fake;
}
const button = (words: string) => [...document.querySelectorAll("button")].find((b) => b.textContent?.trim() === words);

describe("the pre-flight for the upper system", () => {
  it("tells what is wrong by its heading, and saves nothing of the ledger while numbers are covered", async () => {
    const fake = checking();
    await flushPromises();
    button("预检")!.click();
    await flushPromises();
    expect(fake.calls.at(-1)).toEqual({ name: "members.checkUpload", args: { template: "province", query: {} } });
    expect(document.body.textContent).toContain("共 4 人，3 人符合，1 人有问题");
    expect(document.body.textContent).toContain("例如 陈望江");
    expect((button("存可上传的表") as HTMLButtonElement).disabled).toBe(true);
    // They are uncovered from here, with a purpose, and what was checked stands.
    button("显示完整号码")!.click();
    await flushPromises();
    const purpose = document.querySelector<HTMLInputElement>("form input")!;
    purpose.value = "上报实名制";
    purpose.dispatchEvent(new Event("input"));
    await flushPromises();
    purpose.closest("form")!.dispatchEvent(new Event("submit"));
    await flushPromises();
    expect(fake.calls.find((c) => c.name === "sight.reveal")?.args).toEqual({ purpose: "上报实名制" });
    setStatus(statusOf("chair", { sight: { identity: "full", wages: "full", health: "full", account: "full" } }));
    await flushPromises();
    expect((button("存可上传的表") as HTMLButtonElement).disabled).toBe(false);
  });
});
