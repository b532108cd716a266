// The register of consents: whom a list on the wall may name, by the purpose, without who took it back.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { Consent } from "../../contract/bindings";
import { desk, setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import ConsentsPart from "./ConsentsPart.vue";

const one = (over: Partial<Consent>): Consent => ({
  id: "c1", person: "p1", name: "王伟", purpose: "publish", about: "姓名、照片上光荣榜", recipient: null, givenOn: "2026-03-05", givenHow: "paper", withdrawnOn: null, ...over,
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));

it("tells who agreed to what by its purpose, who took it back, and leads to the person", async () => {
  setStatus(statusOf("chair"));
  const all = [
    one({}),
    one({ id: "c2", person: "p2", name: "熊秀英", withdrawnOn: "2026-09-01" }),
    one({ id: "c3", person: "p3", name: "涂玉兰", purpose: "provide", about: "参保登记", recipient: "市医保局" }),
  ];
  const fake = new FakePlatform({ "consents.list": () => all });
  usePlatform(fake);
  const page = mount(ConsentsPart, { attachTo: document.body });
  await flushPromises();
  expect(fake.calls).toEqual([{ name: "consents.list", args: {} }]);
  const names = () => page.findAll("tbody tr").map((row) => row.get("button").text());
  expect(names(), "those that hold first").toEqual(["王伟", "涂玉兰"]);
  await page.get("select.purpose").setValue("publish");
  expect(names()).toEqual(["王伟"]);
  await page.get("select.state").setValue("");
  expect(names()).toEqual(["王伟", "熊秀英"]);
  expect(page.get("[role=status]").text()).toBe("2 条，2 人");
  await page.get("select.purpose").setValue("provide");
  expect(page.get("tbody").text()).toContain("市医保局");
  await page.get("tbody button").trigger("click");
  expect(desk.place).toEqual({ page: "members", id: "p3" });
  await page.get("select.purpose").setValue("abroad");
  expect(page.text()).toContain("没有符合条件的同意记录");
  page.unmount();
});
