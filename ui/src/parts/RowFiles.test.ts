// The files of a row: shown when asked, and then the only ones that take what is dropped.
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, expect, it } from "vitest";
import { usePlatform } from "../platform";
import { FakePlatform } from "../platform/fake";
import Attachments from "./Attachments.vue";
import RowFiles from "./RowFiles.vue";

let fake: FakePlatform;
beforeEach(() => {
  fake = new FakePlatform({ "files.list": () => [], "files.add": () => ({ attachment: { name: "扫描.pdf" } }) });
  usePlatform(fake);
});

it("asks for the files of a row only when they are wanted", async () => {
  const row = mount(RowFiles, { props: { kind: "consent", id: "c1" } });
  await flushPromises();
  expect(fake.calls.some((c) => c.name === "files.list")).toBe(false);
  await row.find("button").trigger("click");
  await flushPromises();
  expect(fake.calls.find((c) => c.name === "files.list")?.args).toEqual({ of: { kind: "consent", id: "c1" } });
  row.unmount();
});

it("lets the list that was opened last take what is dropped, and the other one after it is closed", async () => {
  const page = mount(Attachments, { props: { kind: "person", id: "p1" } });
  const row = mount(RowFiles, { props: { kind: "labourContract", id: "l1" } });
  await row.find("button").trigger("click");
  await flushPromises();
  const owners = () => fake.calls.filter((c) => c.name === "files.add").map((c) => (c.args as { of: { kind: string } }).of.kind);
  fake.drop([{ handle: "h", name: "扫描.pdf" }]);
  await flushPromises();
  expect(owners()).toEqual(["labourContract"]);
  await row.find("button").trigger("click");
  fake.drop([{ handle: "h", name: "扫描.pdf" }]);
  await flushPromises();
  expect(owners()).toEqual(["labourContract", "person"]);
  page.unmount();
  row.unmount();
});
