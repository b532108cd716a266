// The house rules are only worth something if they find what they forbid.
import { describe, expect, it } from "vitest";
import { findings, functionsOf, printed } from "../scripts/lint.mjs";
import { needless, partsOf, unchosen, undrafted, unoffered, unread, writing } from "../scripts/undrafted.mjs";
import bindings from "../src/contract/bindings.ts?raw";

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

  const typed = (script: string, fields: string) => `<script setup lang="ts">\n${script}\nconst send = () => call("x.save", {});\n</script>\n<template>\n  <p>\n    ${fields}\n  </p>\n</template>\n`;
  it.each([
    ['const note = ref("");', '<TextRow v-model="note" :label="text.note" />'],
    ["const form = reactive<Input>({ on: day > 3 ? a : b });", '<DayRow v-model="form.on" />'],
    ["const form: Input = reactive({});", '<textarea v-model="form.words"></textarea>'],
    ["const all = reactive<Record<string, Answer>>({});", '<div v-for="look in one.looks"><input v-model="all[look.item]!.note" class="field" /></div>'],
    ["const chosen = ref<Photo[]>([]);", '<div v-for="(one, at) in chosen" :key="at"><TextRow v-model="one.caption" /></div>'],
    ['const kept = ref("");\nconst title = computed({\n  get: () => kept.value,\n  set: (words) => (kept.value = words),\n});', '<TextRow v-model="title" />'],
    ['const draft = useDraft({ form: "x", fresh });\nconst year = ref("");', '<TextRow v-model="draft.form.name" /><input v-model="year" />'],
  ])("finds what is typed and stands in no draft, with a form around it or without: %s", (script, fields) => {
    const found = undrafted("pages/x.vue", typed(script, fields));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^src\/pages\/x\.vue:\d+: (note|form|all|chosen|title|year): /);
  });

  it.each([
    ['const draft = useDraft({ form: "x", fresh });\nconst form = draft.form;', '<TextRow v-model="form.name" />'],
    ['const { form: back } = useSmallForm({ form: "x", fresh });', '<input v-model="back.name" />'],
    ["const on = ref(false);", '<input v-model="on" type="checkbox" /><select v-model="on"></select>'],
    ['const words = ref("");', '<input v-model="words" type="search" />'],
  ])("lets pass what stands in a draft, is chosen, or searches: %s", (script, fields) => expect(undrafted("pages/x.vue", typed(script, fields))).toEqual([]));

  it("finds what a part types into for a page that keeps no draft of it", () => {
    const parts = partsOf(
      new Map([
        ["parts/Words.vue", '<script setup lang="ts">\nconst emit = defineEmits<{ "update:modelValue": [words: string] }>();\n</script>\n<template><textarea :value="modelValue" @input="typed" /></template>'],
        ["pages/Rows.vue", '<script setup lang="ts">\ndefineProps<{ allRows: Row[] }>();\n</script>\n<template><Words v-for="one in allRows" v-model="one.words" /></template>'],
      ]),
    );
    expect(undrafted("pages/x.vue", typed("const form = reactive({ rows: [] });", '<Rows :all-rows="form.rows" />'), parts)).toHaveLength(1);
    expect(undrafted("pages/x.vue", typed('const { form } = useForm({ form: "x", fresh }, []);', '<Rows :all-rows="form.rows" />'), parts)).toEqual([]);
  });

  const writes = (name: string) => name === "x.save";
  it.each([
    ["const taken = ref(new Set<Field>());", '<input type="radio" :checked="taken.has(row.field)" />', "{ ...pair.value, take: [...taken.value] }"],
    ["const options = ref<Options>({});\nconst args = { ...from, options: options.value };", '<Columns :options="options" @change="change" />', "args"],
    ['const scope = ref("");', '<select v-model="scope"></select>', "{ scope: scope.value }"],
  ])("finds what is chosen, written and kept nowhere: %s", (script, fields, args) => {
    const page = `<script setup lang="ts">\n${script}\nconst send = () => call("x.save", ${args});\n</script>\n<template>\n  <p>${fields}</p>\n</template>\n`;
    expect(unchosen("pages/x.vue", page, writes)).toHaveLength(1);
    expect(unchosen("pages/x.vue", page.replace("x.save", "x.list"), writes), "a question is no loss").toEqual([]);
  });
  it("finds a page that reads a file and keeps nothing of it", () => {
    const page = '<script setup lang="ts">\nconst pick = () => platform().pickFile(text.title, []);\n</script>\n<template><p /></template>\n';
    expect(unread("pages/x.vue", page)).toHaveLength(1);
    expect(unread("pages/x.vue", page.replace("const pick", 'const draft = useSourceDraft<Decided>("x", fresh);\nconst pick'))).toEqual([]);
  });
  const offers = (script: string, template: string) => unoffered("pages/x.vue", `<script setup lang="ts">\n${script}\n</script>\n<template>\n  ${template}\n</template>\n`);
  const state = 'const state = useForm<Input>({ form: "x", fresh }, []);\nconst { form, offered } = state;';
  const small = 'const { draft: back, form, open } = useSmallForm({ form: "x", fresh });';
  const fields = '<form><TextRow v-model="form.name" /></form>';
  it.each([
    [state, fields],
    [small, `<KeptDraft :draft="other">${fields}</KeptDraft>`],
    [`${state}\nconst more = useDraft({ form: "y", fresh });`, `<FormShell :state="state">${fields}</FormShell>`],
    [state, `<DraftOffer v-if="offered" :saved-at="offered.savedAt" />${fields}`],
  ])("finds a draft that is never offered, or can be typed over beside its offer: %s", (script, template) => expect(offers(script, template)).toHaveLength(1));
  it.each([
    [state, `<FormShell :state="state">${fields}</FormShell>`],
    [small, `<KeptDraft :draft="back">${fields}</KeptDraft>`],
    [state, '<DraftOffer v-if="offered && !sealed" :saved-at="offered.savedAt" />\n<form v-else-if="open"></form>'],
  ])("lets pass one that is: %s", (script, template) => expect(offers(script, template)).toEqual([]));

  it("knows by the contract which commands write", () => {
    const known = writing(bindings);
    expect(["members.import", "members.merge", "committee.sign"].map(known)).toEqual([true, true, true]);
    expect(["members.preview", "members.compare", "files.list", "no.such"].map(known)).toEqual([false, false, false, false]);
  });
  it("finds no page of the program that loses what was typed, chosen or read", () => {
    const all = new Map(Object.entries(import.meta.glob<string>("../src/**/*.vue", { eager: true, query: "?raw", import: "default" })).map(([path, page]) => [path.replace("../src/", ""), page]));
    const parts = partsOf(all);
    const used = new Set<string>();
    const known = writing(bindings);
    expect(all.size).toBeGreaterThan(200);
    expect([...all].flatMap(([path, page]) => [...undrafted(path, page, parts, used), ...unchosen(path, page, known, used), ...unread(path, page, used), ...unoffered(path, page, used)])).toEqual([]);
    expect(needless(used)).toEqual([]);
  });

  it("finds a reason for leaving something out that nothing needs", () => expect(needless(new Set()).length).toBeGreaterThan(10));
});
