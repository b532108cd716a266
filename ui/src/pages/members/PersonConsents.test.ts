// A person's consents: entered, withdrawn on a day and not erased by it; and their own data as a paper.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import { desk, setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import PersonConsents from "./PersonConsents.vue";

afterEach(() => setStatus({ known: [], home: "/", open: null }));

it("enters a consent, withdraws one by its day, and opens the person's own data", async () => {
  setStatus(statusOf("chair"));
  const given = { id: "c1", person: "p1", name: "王伟", purpose: "provide", about: "参保登记", recipient: "市医保局", givenOn: "2026-03-05", givenHow: "paper", withdrawnOn: null };
  const fake = new FakePlatform({ "consents.list": () => [given], "consents.save": () => "c1" });
  usePlatform(fake);
  const page = mount(PersonConsents, { props: { person: "p1" }, attachTo: document.body });
  await flushPromises();
  const press = async (words: string) => {
    await page.findAll("button").find((b) => b.text() === words)!.trigger("click");
    await flushPromises();
  };
  await press("登记撤回");
  await page.get("input").setValue("2026-11-10");
  await page.get("form").trigger("submit");
  await flushPromises();
  const saved = () => fake.calls.filter((c) => c.name === "consents.save").map((c) => c.args as Record<string, unknown>);
  expect(saved()[0]).toMatchObject({ id: "c1", recipient: "市医保局", withdrawnOn: "2026-11-10" });
  expect(saved()[0], "a form knows no name").not.toHaveProperty("name");

  await press("登记同意");
  expect(page.text()).not.toContain("提供给谁");
  await page.get("select").setValue("provide");
  expect(page.text()).toContain("提供给谁");
  await page.get("form").trigger("submit");
  await flushPromises();
  expect(saved()[1]).toMatchObject({ person: "p1", purpose: "provide", givenOn: "2026-11-16", givenHow: "paper" });

  // The paper bears every number: what for comes first, and no place is asked for what would be refused.
  setStatus(statusOf("chair", { sight: { identity: "masked", wages: "masked", health: "masked", account: "masked" } }));
  await flushPromises();
  expect(page.findAll("button").map((b) => b.text()).filter((words) => words.includes("副本"))).toEqual([]);
  expect(page.text()).toContain("请先写明用途，显示完整号码");
  await press("显示完整号码");
  expect(document.body.textContent).toContain("谁、何时、为什么、看了谁，都记入查阅记录");
  setStatus(statusOf("chair", { sight: { identity: "full", wages: "full", health: "full", account: "full" } }));
  await flushPromises();

  await press("本人信息副本");
  expect(fake.opened).toEqual([{ name: "papers.preview", args: { kind: "members.ownData", of: "p1" } }]);

  // Without a viewer it is saved where the person says, as other papers are.
  fake.handlers["papers.print"] = () => ({ path: "/x/本人信息副本.pdf", pages: 2, sha256: "00" });
  await press("副本另存为 PDF");
  expect(fake.calls.some((c) => c.name === "papers.print"), "no file was chosen").toBe(false);
  fake.nextPick = { handle: "h1", name: "本人信息副本.pdf" };
  await press("副本另存为 PDF");
  expect(fake.calls.find((c) => c.name === "papers.print")!.args).toEqual({ kind: "members.ownData", of: "p1", to: "h1" });
  expect(desk.said).toContain("本人信息副本.pdf");
});
