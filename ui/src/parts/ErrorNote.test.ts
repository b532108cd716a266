// The note of a refusal: its sentence and the rule behind it.
import { mount } from "@vue/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { nextTick } from "vue";
import { statusOf } from "../../tests/status";
import { setStatus } from "../desk";
import ErrorNote from "./ErrorNote.vue";

afterEach(() => setStatus({ known: [], home: "/", open: null }));

describe("a refused act", () => {
  it("says the sentence and the rule behind it, and is read aloud", () => {
    const note = mount(ErrorNote, {
      props: { problem: { code: "refused", message: "双方代表人数应当对等。", rule: "江西省企业工资集体协商条例第八条" } },
    });
    expect(note.text()).toContain("双方代表人数应当对等。");
    expect(note.text()).toContain("依据：江西省企业工资集体协商条例第八条");
    expect(note.attributes("role")).toBe("alert");
  });
  it("says no rule where none stands behind it", () => {
    const note = mount(ErrorNote, { props: { problem: { code: "unwritable", message: "磁盘已满。" } } });
    expect(note.text()).toBe("磁盘已满。");
  });
  it("offers to reveal what a paper would tell, and goes once that is done", async () => {
    const status = statusOf("chair");
    const seen = (shown: "masked" | "full") => setStatus({ ...status, open: { ...status.open!, sight: { identity: shown, wages: shown, health: shown, account: shown } } });
    seen("masked");
    const button = (field: string | null) => {
      const note = mount(ErrorNote, { props: { problem: { code: "covered", message: "请先写明用途，再打印。", field } } });
      return { note, words: note.findAll("button").map((one) => one.text()) };
    };
    expect(button("identity").words).toEqual(["显示完整号码"]);
    expect(button("wages").words).toEqual(["显示个人工资"]);
    expect(button("health").words).toEqual(["显示健康情况"]);
    expect(button(null).words, "which, is not known").toEqual([]);
    const { note } = button("identity");
    seen("full");
    await nextTick();
    expect(note.find("[role=alert]").exists(), "it is revealed, and may be printed now").toBe(false);
  });
});
