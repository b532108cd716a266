// Any record shows its life: where it is shown stands 来历, which asks for the life of this record and of no other.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Component } from "vue";
import { admissions, applications } from "../dev/joining";
import { duesEntries, duesOverview, feeYear } from "../dev/money";
import type { FeeMonth, MembersMeeting } from "../src/contract/bindings";
import { setStatus } from "../src/desk";
import EntriesPart from "../src/pages/dues/EntriesPart.vue";
import AdmissionCard from "../src/pages/joining/AdmissionCard.vue";
import JoiningPage from "../src/pages/joining/JoiningPage.vue";
import RuleCard from "../src/pages/law/RuleCard.vue";
import MembersCongressPage from "../src/pages/membersCongress/MembersCongressPage.vue";
import ReferencesPart from "../src/pages/pay/ReferencesPart.vue";
import SheetPart from "../src/pages/pay/SheetPart.vue";
import HandoverPart from "../src/pages/settings/HandoverPart.vue";
import FeeMonthForm from "../src/pages/union/FeeMonthForm.vue";
import FeePart from "../src/pages/union/FeePart.vue";
import { usePlatform } from "../src/platform";
import { FakePlatform } from "../src/platform/fake";
import { ruleFull, ruleLine } from "./rules";
import { statusOf } from "./status";

const sheet = { line: { id: "s1", period: "2026-10", depth: "total", divided: false, headcount: 49, sum: null, note: null, source: { file: null, sha256: null, page: null, pasted: false, takenAt: "2026-11-10T09:00:00+08:00", takenBy: "张建国", givenBy: null } }, shops: [], bands: [], columns: [], people: null, shown: "masked" };
const meeting: MembersMeeting = { id: "mm1", name: "第三届第一次会员大会", record: { session: 3, form: "members", heldOn: "2026-10-20", place: "食堂", due: 320, topics: [] }, verdicts: [], lacks: [], rules: [] } as unknown as MembersMeeting;
const month: FeeMonth = { ...feeYear.months[0]!, payments: [{ id: "fp1", month: "2026-08", way: "paid", paidOn: "2026-09-10", amount: 3724800 }] };
const letter = { letter: { id: "fd1", from: "2026-09", to: "2026-10", addressee: "江西云岭机械有限公司" }, writtenOn: "2026-11-16", issued: [] };
const refused = { ...applications[0]!, id: "a99", stage: "refused" as const, refusedOn: "2026-11-13", refusedWhy: "不在本单位" };
let fake: FakePlatform;
beforeEach(() => {
  fake = new FakePlatform({
    "custody.list": () => [{ id: "c1", kind: "seal", name: "工会公章", number: null, holder: "张建国", note: null }],
    "history.of": () => [],
    "members.applications": () => ({ total: 2, waiting: 1, kept: 2, rows: [applications[0]!, refused], admissions: [], dispatch: null }),
    "members.duesEntries": () => ({ ...duesEntries, rows: [duesEntries.rows[0]!] }),
    "membersCongress.list": () => ({ meetings: [meeting], start: meeting.record, sessions: [], year: "", rule: null }),
    "pay.get": () => sheet,
    "pay.references": () => [{ id: "r1", kind: "minimum", region: "南昌市", period: "2026-04-01", value: 208_000, unit: "yuanMonth", source: "省厅文件" }],
    "people.list": () => [],
    "union.fee": () => ({ ...feeYear, demands: [letter] }),
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));

const own = { id: "o1", of: "CN-NG-01", quantity: 10, contract: "集体合同", article: "第八条", from: "2026-01-01" };
const shown: [string, Component, Record<string, unknown>, [string, string][]][] = [
  ["wage data", SheetPart, { id: "s1" }, [["pay_sheet", "s1"]]],
  ["a reference figure", ReferencesPart, {}, [["pay_reference", "r1"]]],
  ["a meeting of the members", MembersCongressPage, { place: { page: "membersCongress" } }, [["members_meeting", "mm1"]]],
  ["dues that were taken", EntriesPart, { overview: duesOverview }, [["dues_entry", "e2"]]],
  ["the contribution: its shares and letters", FeePart, {}, [["fee_share", "s1"], ["fee_demand", "fd1"]]],
  ["the contribution: what was paid", FeeMonthForm, { month }, [["fee_payment", "fp1"]]],
  ["what is kept", HandoverPart, {}, [["custody", "c1"]]],
  ["an application, also one that was sent back", JoiningPage, { place: { page: "joining" } }, [["application", applications[0]!.id], ["application", "a99"]]],
  ["an approval and who joined by it", AdmissionCard, { admission: admissions[0]!, open: true }, [["admission", "ad1"], ["application", "b0"], ["application", "b1"]]],
  ["a number agreed with the employer", RuleCard, { rule: ruleFull(ruleLine(), { own }), open: false }, [["own_rule", "o1"]]],
];
it.each(shown)("%s", async (_, what, props, lives) => {
  const page = mount(what, { props, attachTo: document.body });
  await flushPromises();
  for (const one of page.findAll("button").filter((button) => button.text() === "来历")) {
    await one.trigger("click");
    await flushPromises();
  }
  expect(fake.calls.filter((call) => call.name === "history.of").map((call) => call.args)).toEqual(lives.map(([table, id]) => ({ table, id })));
  expect(document.body.textContent).toMatch(/“.+”的来历/);
  page.unmount();
});
