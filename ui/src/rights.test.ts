// Rights as the contract lists them: the chair may all, an auditor reads, an officer writes in the parts given.
import { afterEach, expect, it } from "vitest";
import { rights } from "./contract/bindings";
import { setStatus } from "./desk";
import { allowed, mayDo } from "./rights";
import { statusOf } from "../tests/status";

afterEach(() => setStatus({ known: [], home: "/", open: null }));
const commands = Object.keys(rights) as (keyof typeof rights)[];

it("lets the chair do everything and an auditor nothing that writes", () => {
  for (const command of commands) {
    const right = rights[command];
    expect(mayDo(command, { role: "chair", parts: [] }), command).toBe(true);
    expect(mayDo(command, { role: "auditor", parts: [] }), command).toBe(right === "anyone" || right === "reader");
  }
  expect(mayDo("members.save", { role: "officer", parts: ["members"] })).toBe(true);
  expect(mayDo("members.save", { role: "officer", parts: ["office"] })).toBe(false);
  expect(mayDo("ledger.undo", { role: "officer", parts: ["office"] })).toBe(true);
  expect(mayDo("ledger.undo", { role: "officer", parts: [] })).toBe(false);
  expect(mayDo("people.add", { role: "officer", parts: ["members"] })).toBe(false);
});

it("turns a button off with the reason, and leaves the others to their own", () => {
  setStatus(statusOf("auditor"));
  expect(allowed("members.save")).toMatchObject({ disabled: true, title: expect.stringContaining("经审") });
  expect(allowed("members.search", true, "正在找")).toEqual({ disabled: true, title: "正在找" });
  setStatus(statusOf("chair"));
  expect(allowed("members.save")).toEqual({ disabled: false, title: undefined });
});
