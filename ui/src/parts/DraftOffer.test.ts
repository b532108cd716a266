// A draft in which guarded data may stand: what opens it is called by what whoever sits at the desk may read.
import { mount } from "@vue/test-utils";
import { expect, it } from "vitest";
import { statusOf } from "../../tests/status";
import type { Shown } from "../contract/bindings";
import { setStatus } from "../desk";
import DraftOffer from "./DraftOffer.vue";

const buttons = (sight: Record<"identity" | "wages" | "health", Shown>, covered: "reveal" | "taken") => {
  setStatus(statusOf("officer", { sight: { account: "never", ...sight } }));
  return mount(DraftOffer, { props: { savedAt: "2026-11-16T09:00", covered } }).findAll("button").map((one) => one.text());
};

it("names what its words name, and never dues for wages", () => {
  expect(buttons({ identity: "masked", wages: "masked", health: "never" }, "reveal")).toEqual(["显示完整号码", "丢弃草稿"]);
  expect(buttons({ identity: "never", wages: "masked", health: "never" }, "reveal")).toEqual(["显示个人工资", "丢弃草稿"]);
  expect(buttons({ identity: "never", wages: "never", health: "masked" }, "reveal")).toEqual(["显示健康情况", "丢弃草稿"]);
  expect(buttons({ identity: "never", wages: "never", health: "never" }, "taken"), "nothing to press but to drop it").toEqual(["丢弃草稿"]);
});
