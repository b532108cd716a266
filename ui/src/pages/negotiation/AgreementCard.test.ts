// What lies ready for the filing: what a text asks for is counted, what is asked by custom alone stands apart under its own words.
import { mount } from "@vue/test-utils";
import { expect, it, vi } from "vitest";
import { agreement } from "../../../tests/agreement";
import type { Agreement, FilingMaterial, Status } from "../../contract/bindings";
import { setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import AgreementCard from "./AgreementCard.vue";

// What lies with it is no part of this.
vi.mock("../../parts/RowFiles.vue", () => ({ default: { name: "RowFiles", render: () => null } }));

const material = (item: string, name: string, usual: boolean): FilingMaterial => ({ item, name, ready: true, known: null, paper: null, usual });

it("tells what is asked by custom apart and does not count it", () => {
  usePlatform(new FakePlatform({ "history.record": () => ({ steps: [] }), "files.list": () => [] }));
  setStatus({ known: [], home: "/", open: { dir: "/a", today: "2026-07-02", person: { id: "p", role: "chair" } } } as unknown as Status);
  const one: Agreement = {
    ...agreement("a", "2026年度工资集体合同"),
    state: "signed",
    checklist: {
      materials: [material("item1", "工资集体合同文本", false), material("usual:resolution", "职代会决议", true)],
      ready: 1,
      copies: null,
      rule: null,
      note: "请以收件清单为准。",
      usual: "各地收件时一般还要",
    },
  };
  const shown = mount(AgreementCard, { props: { agreement: one, removable: false, open: true, today: "2026-07-02" } });
  expect(shown.text()).toContain("备齐 1 / 1");
  expect(shown.text()).toContain("请以收件清单为准。");
  expect(shown.text()).toMatch(/工资集体合同文本.*各地收件时一般还要.*职代会决议/s);
  shown.unmount();
});
