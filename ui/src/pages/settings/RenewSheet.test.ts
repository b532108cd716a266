// A new recovery sheet: only after it was said what that does, and then shown to be printed.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import { desk, setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import { settings as text } from "../../text/settings";
import RenewSheet from "./RenewSheet.vue";

afterEach(() => setStatus({ known: [], home: "/", open: null }));

it("is given only after it was said what that does", async () => {
  const fake = new FakePlatform({
    "ledger.renewKey": () => ({ dropped: ["熊秀英"] }),
    "ledger.status": () => statusOf("chair"),
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
  const page = mount(RenewSheet, { attachTo: document.body });
  await page.findAll("button").find((b) => b.text() === text.renew)!.trigger("click");
  await flushPromises();
  expect(document.body.textContent).toContain("旧单再也打不开这本账");
  const sent = () => fake.calls.filter((c) => c.name === "ledger.renewKey");
  expect(sent()).toEqual([]);
  [...document.querySelectorAll<HTMLButtonElement>(".el-dialog button")].find((b) => b.textContent?.trim() === text.renew)!.click();
  await flushPromises();
  expect(sent()).toHaveLength(1);
  expect(page.emitted("renewed")).toHaveLength(1);
  expect(desk.said).toContain("重设口令：熊秀英");
});

it("is the chair's to give", () => {
  usePlatform(new FakePlatform({}));
  setStatus(statusOf("auditor"));
  const page = mount(RenewSheet);
  expect(page.get("button").attributes("disabled")).toBeDefined();
});
