// The union's own templates as a page: a faulty file is told line by line and looked at again, a sound one shows what it does
// otherwise before it is taken, and whoever may not take one sees why.
import { flushPromises, mount } from "@vue/test-utils";
import { beforeEach, describe, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { TemplateLooked, TemplatePaper, TemplateTakenOut } from "../../contract/bindings";
import { desk, setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import TemplatesPart from "./TemplatesPart.vue";

let papers: TemplatePaper[];
let looked: TemplateLooked;
let fake: FakePlatform;
let out: TemplateTakenOut;
const fault = "第12行（“contact”段）：没有“contcat”这个字段，最接近的是“contact”。";
beforeEach(() => {
  papers = [
    { paper: "negotiation/offer", name: "要约书（协商意向书）", made: true, own: null },
    { paper: "negotiation/wage-contract", name: "工资专项集体合同", made: false, own: null },
  ];
  looked = {
    name: "要约书（协商意向书）",
    made: true,
    title: "县总格式",
    sha256: "ab",
    faults: [fault],
    change: { added: [], dropped: [], changed: [], figures: [], moved: false },
    replaces: null,
  };
  out = { path: "/县总格式.toml", name: "县总格式.toml" };
  fake = new FakePlatform({
    "templates.list": () => papers,
    "templates.read": () => looked,
    "templates.take": () => "t",
    "templates.drop": () => null,
    "templates.takeOut": () => out,
  });
  fake.nextPick = { handle: "h1", name: "县总格式.toml" };
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
type Page = ReturnType<typeof mount>;
const button = (page: Page, words: string) => page.findAll("button").find((b) => b.text() === words);
const press = async (page: Page, words: string) => {
  await button(page, words)!.trigger("click");
  await flushPromises();
};
const open = async () => {
  const page = mount(TemplatesPart, { attachTo: document.body });
  await flushPromises();
  return page;
};
const calls = (name: string) => fake.calls.filter((c) => c.name === name);

describe("the union's own templates", () => {
  it("say what to do first, and hand the program's out as a file", async () => {
    const page = await open();
    expect(page.text()).toContain("先在下面取出它的模板");
    await page.get("select").setValue("negotiation/wage-contract");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(calls("templates.takeOut")[0]!.args).toEqual({ paper: "negotiation/wage-contract", own: false, to: "h1" });
    expect(desk.said).toContain("已存下“县总格式.toml”");
    out = { path: "/县总格式（2）.toml", name: "县总格式（2）.toml" };
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(desk.said).toContain("没有动它；这一份存成了“县总格式（2）.toml”");
  });

  it("are told their faults with their lines, looked at again, and taken as looked at", async () => {
    const page = await open();
    await press(page, "放入模板");
    expect(page.get(".faults").text()).toBe(fault);
    expect(button(page, "放入")).toBeUndefined();
    looked = {
      ...looked,
      sha256: "cd",
      faults: [],
      change: { added: ["附注“一式两份”"], dropped: [], changed: ["小标题“协商的时间、地点”"], figures: ["copies：4 → 6"], moved: true },
      replaces: { title: "旧格式", takenOn: "2026-03-01" },
    };
    await press(page, "再看一次");
    const box = page.get(".looked").text();
    for (const words of ["附注“一式两份”", "协商的时间、地点", "4 → 6", "换了先后", "“旧格式”（2026年3月1日 放入）移到回收站"]) expect(box).toContain(words);
    expect(calls("templates.take")).toHaveLength(0);
    papers = papers.map((one, i) => (i > 0 ? one : { ...one, own: { id: "t", title: "县总格式", takenOn: "2026-11-28", trouble: null } }));
    await press(page, "放入");
    expect(calls("templates.take")[0]!.args).toEqual({ file: "h1", sha256: "cd" });
    expect(desk.said).toContain("从现在起按本单位模板印");
    expect(page.get(".line").text()).toContain("按本单位模板“县总格式”（2026年11月28日 放入）");
    await press(page, "改回程序自带的");
    expect(calls("templates.drop")[0]!.args).toEqual({ id: "t" });
  });

  it("that the program cannot use any more are said at their place", async () => {
    papers[0]!.own = { id: "t", title: "县总格式", takenOn: "2026-11-28", trouble: fault };
    const page = await open();
    expect(page.get(".line .urge").text()).toContain("暂按程序自带的印");
    expect(page.get(".line .urge").text()).toContain(fault);
  });

  it("are the chair's to take", async () => {
    setStatus(statusOf("auditor"));
    const page = await open();
    expect(button(page, "放入模板")!.attributes("disabled")).toBeDefined();
    expect(button(page, "取出")!.attributes("disabled")).toBeUndefined();
  });
});
