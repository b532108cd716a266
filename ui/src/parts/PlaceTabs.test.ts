// The row of the parts of one place: every part that the place's words name, in their order, the open one marked.
import { mount } from "@vue/test-utils";
import { describe, expect, it } from "vitest";
import { desk } from "../desk";
import HardshipTabs from "../pages/hardship/HardshipTabs.vue";
import { hardshipTabs } from "../text/hardship";
import { membersTabs } from "../text/union";
import MembersTabs from "./MembersTabs.vue";

describe("the parts of one place", () => {
  it("stand there by their names, the open one marked, and lead to their pages", async () => {
    const row = mount(HardshipTabs, { props: { here: "aids" } }).findAll("nav").at(-1)!;
    expect(row.attributes("aria-label")).toBe(hardshipTabs.label);
    expect(row.findAll("button").map((one) => one.text())).toEqual([hardshipTabs.hardship, hardshipTabs.aids]);
    expect(row.findAll("[aria-current=page]").map((one) => one.text())).toEqual([hardshipTabs.aids]);
    await row.findAll("button")[0]!.trigger("click");
    expect(desk.place).toEqual({ page: "hardship" });
  });

  it("of the members lead to a part of the union's page where they are no page of their own", async () => {
    const row = mount(MembersTabs, { props: { here: "members" } });
    const press = (name: string) => row.findAll("button").find((one) => one.text() === name)!.trigger("click");
    await press(membersTabs.fee);
    expect(desk.place).toEqual({ page: "union", part: "fee" });
    await press(membersTabs.statistics);
    expect(desk.place).toEqual({ page: "statistics" });
  });
});
