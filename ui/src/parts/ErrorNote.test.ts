// The note of a refusal: its sentence and the rule behind it.
import { mount } from "@vue/test-utils";
import { describe, expect, it } from "vitest";
import ErrorNote from "./ErrorNote.vue";

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
});
