// The house rules are only worth something if they find what they forbid.
import { describe, expect, it } from "vitest";
import { findings, functionsOf, printed, undrafted } from "../scripts/lint.mjs";

describe("the lint of the pages", () => {
  it.each([
    ["pages/x.vue", 'import { invoke } from "@tauri-apps/api/core";'],
    ["pages/x.vue", 'if (event.key === "Enter") send();'],
    ["pages/x.vue", '<input @keydown.enter="send" />'],
    ["pages/x.ts", 'localStorage.setItem("a", "b");'],
    ["pages/x.vue", "<p>保存</p>"],
    ["pages/x.vue", "<p>a，b</p>"],
    ["pages/x.vue", '<p v-html="name"></p>'],
    ["pages/x.ts", 'import { FakePlatform } from "../platform/fake";'],
  ])("finds in %s: %s", (path, line) => expect(findings(path, line)).toHaveLength(1));

  it.each([
    ["platform/tauri.ts", 'import { invoke } from "@tauri-apps/api/core";'],
    ["ime.ts", 'event.key === "Enter"'],
    ["text/today.ts", 'title: "今日",'],
    ["pages/x.ts", "// 要约书 is the offer"],
    ["pages/x.vue", 'if (pressed(event, "Enter")) send();'],
  ])("lets pass in %s: %s", (path, line) => expect(findings(path, line)).toEqual([]));

  const sums = 'export const sums = {\n  total: (n: number) => `${n}`,\n  name: "a",\n  plus: (n: number): string => `${n}`,\n};\n';
  const page = (words: string) => `<script setup lang="ts">\nimport { sums as text } from "../../text/sums";\n</script>\n<template>\n  ${words}\n</template>\n`;
  const of = () => functionsOf(sums);

  it.each(["<th>{{ text.total }}</th>", '<Row :label="text.plus" />', "<p>{{ open ? text.total : text.name }}</p>"])("finds a function that is printed in: %s", (words) =>
    expect(printed("pages/x.vue", page(words), of)).toHaveLength(1));

  it.each(["<th>{{ text.total(3) }}</th>", "<p>{{ text.name }}</p>", "<p>{{ (open ? text.total : text.plus)(3) }}</p>", '<Row :label="text.plus(3)" />', "<p>{{ other.total }}</p>"])("lets pass: %s", (words) =>
    expect(printed("pages/x.vue", page(words), of)).toEqual([]));

  const form = (by: string) => `<script setup lang="ts">\nconst { save } = useSave([]);\n${by}\n</script>\n<template><form></form></template>`;
  it("finds a form that keeps no draft", () => expect(undrafted("pages/x.vue", form("const form = reactive({});"))).toHaveLength(1));
  it.each(['const draft = useDraft({ form: "x", fresh });', "const small = useSmallForm<Input>({ form, fresh });"])("lets pass: %s", (by) => expect(undrafted("pages/x.vue", form(by))).toEqual([]));
});
