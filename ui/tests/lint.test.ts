// The house rules are only worth something if they find what they forbid.
import { describe, expect, it } from "vitest";
import { findings } from "../scripts/lint.mjs";

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
});
