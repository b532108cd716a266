// Keys while the input method chooses a word belong to it.
import { describe, expect, it } from "vitest";
import { composing, pressed, shortcut } from "./ime";

const key = (over: Partial<KeyboardEvent>) =>
  ({ key: "Enter", isComposing: false, keyCode: 13, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...over }) as KeyboardEvent;

describe("keys while a word is being chosen", () => {
  it("leaves Enter to the input method that is composing", () => {
    expect(pressed(key({ isComposing: true }), "Enter")).toBe(false);
  });
  it("leaves Enter to the input method when WebKit only says keyCode 229", () => {
    expect(composing(key({ keyCode: 229 }))).toBe(true);
    expect(pressed(key({ keyCode: 229 }), "Enter")).toBe(false);
  });
  it("takes Enter when nobody composes", () => {
    expect(pressed(key({}), "Enter")).toBe(true);
    expect(pressed(key({}), "Escape")).toBe(false);
  });
});

describe("shortcuts", () => {
  it("takes Ctrl+K in both cases and not with Alt (AltGr types letters)", () => {
    expect(shortcut(key({ key: "k", ctrlKey: true }), "k")).toBe(true);
    expect(shortcut(key({ key: "K", metaKey: true }), "k")).toBe(true);
    expect(shortcut(key({ key: "k", ctrlKey: true, altKey: true }), "k")).toBe(false);
  });
  it("tells Ctrl+Z from Ctrl+Shift+Z", () => {
    expect(shortcut(key({ key: "Z", ctrlKey: true, shiftKey: true }), "z")).toBe(false);
    expect(shortcut(key({ key: "Z", ctrlKey: true, shiftKey: true }), "z", true)).toBe(true);
  });
});
