// The page of one record: fetched, kept as it stands, sent one step at a time, its forms in its place.
import { flushPromises, mount } from "@vue/test-utils";
import { describe, expect, it } from "vitest";
import { defineComponent, h, ref } from "vue";
import type { Place } from "../contract/bindings";
import { changed } from "../contract/refresh";
import { desk } from "../desk";
import { usePlacedForm, useRecord } from "./useRecord";

type Motion = { title: string; answer: string | null };

function record(get: () => Promise<Motion>, opened?: () => void) {
  const open = ref(true);
  let held!: ReturnType<typeof useRecord<Motion>>;
  const Page = defineComponent({
    setup() {
      held = useRecord<Motion>({ get, tables: ["congress_motion"], close: () => (open.value = false), opened });
      return () => h("p", held.one.value?.title);
    },
  });
  return { page: mount(Page), held: () => held, open };
}

describe("the page of one record", () => {
  it("fetches it once it opens, and again when its tables change and no others", async () => {
    let n = 0;
    const order: string[] = [];
    const { page } = record(
      async () => (order.push("get"), { title: `第 ${++n} 次`, answer: null }),
      () => void order.push("opened"),
    );
    await flushPromises();
    expect(page.text()).toBe("第 1 次");
    expect(order, "what a page does once it stands open").toEqual(["get", "opened"]);
    changed(["union_fact"]);
    await flushPromises();
    expect(page.text()).toBe("第 1 次");
    changed(["congress_motion"]);
    await flushPromises();
    expect(page.text()).toBe("第 2 次");
    page.unmount();
    changed(["congress_motion"]);
    expect(n).toBe(2);
  });

  it("says what came of a step and shows the record as it stands then; of one that failed it says why", async () => {
    let answer: string | null = null;
    const { held } = record(async () => ({ title: "食堂", answer }));
    await flushPromises();
    const facts = held().lines((one) => [["案由", one.title], ["答复", one.answer]]);
    expect(facts.value).toEqual([["案由", "食堂"]]);
    await held().step(async () => (answer = "已办"), () => "已登记");
    expect(desk.said).toBe("已登记");
    expect(facts.value).toEqual([["案由", "食堂"], ["答复", "已办"]]);
    await held().step(() => Promise.reject({ code: "broken", message: "没有记成。" }), () => "不会说");
    expect(held().problem.value?.message).toBe("没有记成。");
    expect(desk.said, "nor does what was done before stand beside it").toBe("");
  });

  it("stands in no form any more once it was undone, says so, and is back with a redo", async () => {
    let gone = false;
    const { page, held } = record(async () => {
      if (gone) throw { code: "not_found", message: "账本里没有找到这件提案。" };
      return { title: "食堂", answer: null };
    });
    await flushPromises();
    gone = true;
    changed(["congress_motion"]);
    await flushPromises();
    expect([page.text(), held().problem.value?.message]).toEqual(["", "账本里没有找到这件提案。"]);
    gone = false;
    changed(["congress_motion"]);
    await flushPromises();
    expect([page.text(), held().problem.value]).toEqual(["食堂", null]);
  });

  it("is left and not fetched again where the step removed it", async () => {
    let n = 0;
    const { held } = record(async () => ({ title: String(++n), answer: null }));
    await flushPromises();
    let left = false;
    await held().step(async () => changed(["congress_motion"]), () => "已移除", () => void (left = true));
    expect(left).toBe(true);
    expect(n).toBe(1);
  });

  it("puts its form away once that is saved", async () => {
    const { held, open } = record(async () => ({ title: "食堂", answer: null }));
    await flushPromises();
    await held().done();
    expect(open.value).toBe(false);
  });
});

describe("the form in a record's place", () => {
  it("is the one that the page was called for, that a step leads to, or that was chosen", async () => {
    const place = ref<Place>({ page: "letters", part: "serve" });
    let held!: ReturnType<typeof usePlacedForm<string>>;
    mount(
      defineComponent({
        setup() {
          held = usePlacedForm<string>(() => place.value, (part) => part ?? null);
          return () => h("p");
        },
      }),
    );
    expect(held.form.value).toBe("serve");
    held.act({ page: "letters", part: "event" });
    expect(held.form.value).toBe("event");
    const select = Object.assign(document.createElement("select"), { innerHTML: "<option></option><option>letter</option>" });
    select.value = "letter";
    select.addEventListener("change", held.choose);
    select.dispatchEvent(new Event("change"));
    expect([held.form.value, select.value]).toEqual(["letter", ""]);
    held.close();
    expect(held.form.value).toBeNull();
    held.act({ page: "papers", id: "x" });
    expect(desk.place).toEqual({ page: "papers", id: "x" });
  });
});
