// A letter of the union's own: begun from an incoming paper, sent whole, and led to its issue; a draft is removed.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { Place, UnionLetter } from "../../contract/bindings";
import { desk, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import CorrespondencePage from "./CorrespondencePage.vue";
import { formOf, tidy } from "./logic";

const letter = { id: "l1", answers: "in1", addressee: "县总工会", title: "关于报送年报的复函" };
const draft: UnionLetter = {
  letter,
  writtenOn: "2026-11-16",
  answered: { id: "in1", number: "收〔2026〕1号", source: "县总工会", theirNumber: null, title: "关于报送年报的函", done: false, stands: true },
  missing: ["正文"],
  issued: [],
  changed: [],
};
let kept: UnionLetter;
let fake: FakePlatform;
beforeEach(() => {
  kept = draft;
  fake = new FakePlatform({
    "correspondence.begin": ({ answers }: { answers?: string }) => (answers ? { ...letter, id: undefined } : { addressee: "", title: "" }),
    "correspondence.get": () => kept,
    "correspondence.save": () => "l1",
    "correspondence.remove": () => null,
    "incoming.get": () => ({ id: "in1", number: "收〔2026〕1号" }),
    "papers.preview": () => new ArrayBuffer(4),
    "drafts.get": () => null,
    "drafts.save": () => null,
    "drafts.discard": () => null,
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => {
  forgetDrafts();
  setStatus({ known: [], home: "/", open: null });
  document.body.innerHTML = "";
});

async function show(place: Omit<Place, "page">) {
  const page = mount(CorrespondencePage, { props: { place: { page: "correspondence", ...place } }, attachTo: document.body });
  await flushPromises();
  return page;
}
type Page = Awaited<ReturnType<typeof show>>;
const button = (page: Page, words: string) => page.findAll("button").find((b) => b.text() === words)!;
const field = (page: Page, label: string) =>
  page.get<HTMLInputElement>(`[id="${page.findAll("label").find((l) => l.text() === label)!.attributes("for")}"]`);
const sent = (name: string) => fake.calls.filter((c) => c.name === name).map((c) => c.args);

describe("a letter", () => {
  it("that answers a paper begins with what that paper says and asks for the body alone", async () => {
    const page = await show({ id: "new", part: "in1" });
    expect(sent("correspondence.begin")).toEqual([{ answers: "in1" }]);
    expect(page.text()).toContain("答复收〔2026〕1号");
    expect([field(page, "主送机关").element.value, field(page, "标题").element.value]).toEqual(["县总工会", "关于报送年报的复函"]);
    await field(page, "正文").setValue("年报已报送。");
    await page.get("form").trigger("submit");
    await flushPromises();
    expect(sent("correspondence.save")).toEqual([{ ...letter, id: undefined, body: "年报已报送。" }]);
    expect(desk.said).toBe("已保存，可以撤销。");
    expect(page.text(), "what its issue will do").toContain("印发以后，收〔2026〕1号随之登记办结");
  });

  it("of our own accord begins empty", async () => {
    const page = await show({ id: "new" });
    expect(field(page, "主送机关").element.value).toBe("");
    expect(page.text()).toContain("写函");
  });

  it("that lacks its body has changing as its filled button, one that is whole the way to its issue", async () => {
    const filled = (page: Page) => page.findAll(".el-button--primary").map((b) => b.text());
    expect(filled(await show({ id: "l1" }))).toEqual(["修改"]);
    document.body.innerHTML = "";
    kept = { ...draft, missing: [] };
    const page = await show({ id: "l1" });
    expect(filled(page)).toEqual(["去印发"]);
    await button(page, "去印发").trigger("click");
    expect(desk.place).toEqual({ page: "papers", id: "office.letter@l1" });
  });

  it("is removed as long as it was not issued", async () => {
    const page = await show({ id: "l1" });
    await button(page, "移除").trigger("click");
    await flushPromises();
    expect(sent("correspondence.remove")).toEqual([{ id: "l1" }]);
    expect(desk.place.page).toBe("outgoing");
    kept = { ...draft, missing: [], issued: [{ id: "p1", number: "工函〔2026〕1号", corrects: null, issuedAt: "2026-11-16T09:00:00+08:00", pages: 1, sha256: "", hasSource: true }] };
    const issued = await show({ id: "l1" });
    expect(button(issued, "移除")).toBeUndefined();
    expect(issued.text()).toContain("工函〔2026〕1号");
  });

  it("that was changed after its issue says what is otherwise, and leads to a new issue", async () => {
    const issue = { id: "p1", number: "工函〔2026〕1号", corrects: null, issuedAt: "2026-11-16T09:00:00+08:00", pages: 1, sha256: "", hasSource: true };
    kept = { ...draft, missing: [], issued: [issue] };
    const same = await show({ id: "l1" });
    expect(same.find(".mark.late").exists()).toBe(false);
    expect(same.find(".el-button--primary").exists()).toBe(false);
    document.body.innerHTML = "";
    kept = { ...kept, changed: ["正文", "附件名称"] };
    const page = await show({ id: "l1" });
    expect(page.get(".mark.late").text()).toBe("数据已变动");
    expect(page.get("[role=status]").text()).toContain("工函〔2026〕1号印发以后，又改了正文、附件名称");
    expect(page.findAll(".el-button--primary").map((b) => b.text())).toEqual(["去印发"]);
  });

  it("is sent without what was left empty", () => {
    expect(tidy(formOf({ addressee: "县总工会", title: "关于报送年报的函", body: " 已报送。 " }))).toEqual({
      id: undefined,
      answers: undefined,
      addressee: "县总工会",
      title: "关于报送年报的函",
      body: "已报送。",
      enclosures: undefined,
      copies: undefined,
      contact: undefined,
    });
  });
});
