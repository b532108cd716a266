// The long table: only the rows in sight are asked for and drawn.
import { flushPromises, mount } from "@vue/test-utils";
import { describe, expect, it } from "vitest";
import VirtualTable from "./VirtualTable.vue";

const columns = [{ key: "name", title: "姓名", width: "1fr" }];
function table(total = 100_000) {
  const asked: number[] = [];
  const page = mount(VirtualTable, {
    props: {
      columns,
      version: 0,
      label: "会员",
      fetch: async (offset: number, limit: number) => {
        asked.push(offset);
        const length = Math.max(0, Math.min(limit, total - offset));
        return { total, rows: Array.from({ length }, (_, i) => ({ id: String(offset + i), name: `职工${offset + i}` })) };
      },
    },
    attachTo: document.body,
  });
  return { asked, page };
}

describe("a list of 100,000 people", () => {
  it("draws a screenful and fetches one slice", async () => {
    const { asked, page } = table();
    await flushPromises();
    expect(asked).toEqual([0]);
    expect(page.findAll(".line").length).toBeLessThan(40);
    expect(page.text()).toContain("职工0");
    expect(page.get("[role=grid]").attributes("aria-rowcount")).toBe("100001");
  });

  it("opens the current row by Enter, and leaves the Enter that chooses a word alone", async () => {
    const { page } = table();
    await flushPromises();
    const body = page.get(".table");
    await body.trigger("keydown", { key: "ArrowDown" });
    await body.trigger("keydown", { key: "Enter", isComposing: true });
    expect(page.emitted("open")).toBeUndefined();
    await body.trigger("keydown", { key: "Enter" });
    expect(page.emitted("open")?.[0]).toEqual([{ id: "1", name: "职工1" }]);
  });

  it("fetches the last slice at End, and everything anew when the version changes", async () => {
    const { asked, page } = table();
    await flushPromises();
    const body = page.get(".table");
    await body.trigger("keydown", { key: "End" });
    await new Promise((r) => setTimeout(r, 60));
    await flushPromises();
    expect(asked).toContain(99_900);
    asked.length = 0;
    await page.setProps({ version: 1 });
    await flushPromises();
    expect(asked).toContain(99_900);
  });

  it("keeps the old rows in sight until the new ones are there, and drops an answer that came too late", async () => {
    const answers: ((name: string) => void)[] = [];
    const fetch = () =>
      new Promise<{ total: number; rows: { id: string; name: string }[] }>((done) =>
        answers.push((name) => done({ total: 1, rows: [{ id: name, name }] })),
      );
    const page = mount(VirtualTable, { props: { columns, version: 0, label: "会员", fetch }, attachTo: document.body });
    answers[0]!("旧");
    await flushPromises();
    await page.setProps({ version: 1 });
    expect(page.text()).toContain("旧");
    await page.setProps({ version: 2 });
    answers[2]!("新");
    await flushPromises();
    answers[1]!("迟到");
    await flushPromises();
    expect(page.text()).toContain("新");
    expect(page.text()).not.toContain("迟到");
  });

  it("asks once for an empty list, and says that it is empty", async () => {
    const { asked, page } = table(0);
    await flushPromises();
    expect(asked).toEqual([0]);
    expect(page.findAll(".line")).toHaveLength(0);
  });

  it("asks for another order by its heads, the other way round on the second press", async () => {
    const { page } = table();
    await page.setProps({ columns: [{ key: "name", title: "姓名", width: "1fr", sort: true }], order: { key: "shop", descending: false } });
    const head = page.get("[role=columnheader]");
    expect(head.attributes("aria-sort")).toBe("none");
    await head.get("button").trigger("click");
    expect(page.emitted("order")?.[0]).toEqual([{ key: "name", descending: false }]);
    await page.setProps({ order: { key: "name", descending: false } });
    expect(head.attributes("aria-sort")).toBe("ascending");
    await head.get("button").trigger("click");
    expect(page.emitted("order")?.[1]).toEqual([{ key: "name", descending: true }]);
  });
});
