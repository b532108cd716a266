// Any record shows its life: where it is shown stands 来历, which asks for the life of this record and of no other. Which tables there
// are, and what is told along with what, is read from the core's own sources, so that a new table without its 来历 fails here.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Component } from "vue";
import { admissions, applications } from "../dev/joining";
import { inspectors } from "../dev/letters";
import { duesEntries, duesOverview, feeYear } from "../dev/money";
import { articleLine } from "../dev/reform";
import { figures } from "../dev/safety";
import type { FeeMonth, KeptPayScenario, MembersMeeting } from "../src/contract/bindings";
import { setStatus } from "../src/desk";
import BasisPart from "../src/pages/dues/BasisPart.vue";
import EntriesPart from "../src/pages/dues/EntriesPart.vue";
import AdmissionCard from "../src/pages/joining/AdmissionCard.vue";
import JoiningPage from "../src/pages/joining/JoiningPage.vue";
import RuleCard from "../src/pages/law/RuleCard.vue";
import InspectorsPart from "../src/pages/letters/InspectorsPart.vue";
import CommitteePart from "../src/pages/mediation/CommitteePart.vue";
import MembersCongressPage from "../src/pages/membersCongress/MembersCongressPage.vue";
import InsurancePart from "../src/pages/pay/InsurancePart.vue";
import KeptScenarios from "../src/pages/pay/KeptScenarios.vue";
import ReferencesPart from "../src/pages/pay/ReferencesPart.vue";
import SheetPart from "../src/pages/pay/SheetPart.vue";
import ArticleRecord from "../src/pages/reform/ArticleRecord.vue";
import ReportPage from "../src/pages/safety/ReportPage.vue";
import CalendarPart from "../src/pages/settings/CalendarPart.vue";
import HandoverPart from "../src/pages/settings/HandoverPart.vue";
import PacksPart from "../src/pages/settings/PacksPart.vue";
import PeoplePart from "../src/pages/settings/PeoplePart.vue";
import TemplatesPart from "../src/pages/settings/TemplatesPart.vue";
import FeeMonthForm from "../src/pages/union/FeeMonthForm.vue";
import FeePart from "../src/pages/union/FeePart.vue";
import WorkforceNote from "../src/parts/WorkforceNote.vue";
import { usePlatform } from "../src/platform";
import { FakePlatform } from "../src/platform/fake";
import { sources } from "./core";
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
    "calendar.years": () => ({ years: [{ year: 2027, basis: "2027年通知", statutory: 13, rest: 20, work: 6, own: true, id: "cn1", differs: false }, { year: 2026, basis: "2026年通知", statutory: 13, rest: 20, work: 6, own: false, id: null, differs: false }], wanted: [], next: 2028 }),
    "custody.list": () => [{ id: "c1", kind: "seal", name: "工会公章", number: null, holder: "张建国", note: null }],
    "history.of": () => [],
    "law.packs": () => ({ version: "abc", taken: [{ id: "lp1", name: "江西协商规定", signer: null, takenOn: "2026-11-02" }], publishers: [{ id: "pb1", name: "某省总工会", key: "RW" }], leftOut: [] }),
    "letters.inspectors": () => inspectors,
    "mediation.committee": () => ({ mediators: [{ id: "md1", record: { name: "王伟", side: "workers", office: "chair", chosen: "union", fromOn: "2026-01-01" }, expired: false }], lacks: [], says: [] }),
    "members.applications": () => ({ total: 2, waiting: 1, kept: 2, rows: [applications[0]!, refused], admissions: [], dispatch: null }),
    "members.duesEntries": () => ({ ...duesEntries, rows: [duesEntries.rows[0]!] }),
    "membersCongress.list": () => ({ meetings: [meeting], start: meeting.record, sessions: [], year: "", rule: null }),
    "pay.get": () => sheet,
    "pay.references": () => [{ id: "r1", kind: "minimum", region: "南昌市", period: "2026-04-01", value: 208_000, unit: "yuanMonth", source: "省厅文件" }],
    "people.list": () => [{ person: { id: "dp1", name: "张敏", role: "officer", parts: ["members"], reads: [] }, hasPassphrase: true, isMe: false }],
    "reform.article": () => ({ year: 2026, line: articleLine({ article: 5 }), measures: [], figures: [] }),
    "safety.figures": (args: { period: string }) => figures(args.period),
    "templates.list": () => [{ paper: "negotiation/offer", name: "要约书", made: true, own: { id: "ot1", title: "县总格式", takenOn: "2026-11-02", trouble: null } }],
    "union.workforce": () => [{ id: "wf1", asOf: "2026-10-31", workers: 320, source: "人力资源部" }],
    "union.fee": () => ({ ...feeYear, demands: [letter] }),
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => setStatus({ known: [], home: "/", open: null }));

const scenario: KeptPayScenario = { id: "sc1", sheet: "s1", year: 2027, side: "workers", name: "按级差", scenario: null, said: "每人加300元", months: 12, people: 49, beforeAverage: null, targetAverage: null, targetFloor: null, wages: null, insurance: null, fee: null, total: null, bounds: null, covered: false, chosen: false, replaced: false } as unknown as KeptPayScenario;
const own = { id: "o1", of: "CN-NG-01", quantity: 10, contract: "集体合同", article: "第八条", from: "2026-01-01" };
const shown: [string, Component, Record<string, unknown>, [string, string][]][] = [
  ["wage data", SheetPart, { id: "s1" }, [["pay_sheet", "s1"]]],
  ["a reference figure", ReferencesPart, {}, [["pay_reference", "r1"]]],
  ["a meeting of the members", MembersCongressPage, { place: { page: "membersCongress" } }, [["members_meeting", "mm1"]]],
  ["dues that were taken", EntriesPart, { overview: duesOverview }, [["dues_entry", "e2"]]],
  ["the contribution: its shares and letters", FeePart, {}, [["fee_share", "s1"], ["fee_demand", "fd1"]]],
  ["the contribution: what was paid", FeeMonthForm, { month }, [["fee_payroll", "pr-2026-08"], ["fee_payment", "fp1"]]],
  ["what is kept", HandoverPart, {}, [["custody", "c1"]]],
  ["an application, also one that was sent back", JoiningPage, { place: { page: "joining" } }, [["application", applications[0]!.id], ["application", "a99"]]],
  ["an approval and who joined by it", AdmissionCard, { admission: admissions[0]!, open: true }, [["admission", "ad1"], ["application", "b0"], ["application", "b1"]]],
  ["a number agreed with the employer", RuleCard, { rule: ruleFull(ruleLine(), { own }), open: false }, [["own_rule", "o1"]]],
  ["who sits at the desk, and who got which right when", PeoplePart, {}, [["desk_person", "dp1"]]],
  ["the number of employees", WorkforceNote, {}, [["workforce", "wf1"]]],
  ["the days off that the union entered", CalendarPart, {}, [["calendar_notice", "cn1"]]],
  ["who holds a supervisor's certificate; of one with a seat, the body tells it", InspectorsPart, {}, [["supervision_inspector", "i1"], ["supervision_inspector", "i2"]]],
  ["a mediator", CommitteePart, {}, [["mediator", "md1"]]],
  ["by what dues are reckoned", BasisPart, { overview: duesOverview }, [["dues_basis", "b1"]]],
  ["a kept scenario", KeptScenarios, { kept: [scenario], sheet: { id: "s1" }, ours: {}, theirs: null, months: 12, talks: [] }, [["pay_scenario", "sc1"]]],
  ["what the employer pays to a fund", InsurancePart, { insurance: [{ id: "in1", name: "基本养老保险", rate: 1600, from: "2026-01-01", source: "省厅文件" }], fee: "2%", feeRule: "" }, [["pay_insurance", "in1"]]],
  ["a template of the union's own", TemplatesPart, {}, [["own_template", "ot1"]]],
  ["newer rules and whose signature is trusted", PacksPart, {}, [["law_pack", "lp1"], ["law_publisher", "pb1"]]],
  ["what was written and sent of a period's safety", ReportPage, { place: { page: "safetyReport", id: "2026-Q3" } }, [["safety_report", "2026-Q3"]]],
  ["what the union writes of an article, and of its year", ArticleRecord, { article: 5, year: 2026 }, [["reform_article", "05"], ["reform_note", "2026-05"]]],
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

/** Tables of which no page shows a 来历 of its own, nor one that tells them along, each with its reason. */
const excused: Record<string, string> = {
  decision_use: "it is written once, when a paper is made, and shown beside the decision that it rests on",
  import_batch: "it is written once and never changed; a person's 来源 shows it",
  import_column: "it is written once and never changed; a person's 来源 shows it",
  member_number: "it is given once, never changed and never given again",
  setting: "it is one value of the program and no record; the journal tells its steps",
  union_enterprise: "it is told with the union's own record",
};
describe("a table of the ledger", () => {
  const tables = [...sources("affairs/src/fields/tables").matchAll(/\(\s*"([a-z_]+)",\s*"[^"]*",\s*"[^"]*",\s*&\[/g)].map(([, table]) => table!);
  /** What the core tells along with a record of a table. */
  const parts = new Map<string, string[]>();
  const along = /const PARTS: &\[\(&str, &\[\(&str, &str\)\]\)\] = &\[(.*?)\n\];/s.exec(sources("affairs/src"))![1]!;
  for (const [, of, list] of along.matchAll(/\(\s*"([a-z_]+)",\s*&\[(.*?)\]\s*,?\s*\)/gs)) parts.set(of!, [...list!.matchAll(/\("([a-z_]+)", "[a-z_]+"\)/g)].map(([, part]) => part!));
  const pages = Object.values(import.meta.glob<string>("../src/**/*.vue", { eager: true, query: "?raw", import: "default" }));
  const told = new Set<string>();
  function tell(table: string) {
    if (told.has(table)) return;
    told.add(table);
    for (const part of parts.get(table) ?? []) tell(part);
  }
  for (const page of pages) for (const [, table] of page.matchAll(/<RecordLife\b[^>]*?\stable="([a-z_]+)"/g)) tell(table!);

  it("is read from the core, and so is what is told along with it", () => {
    expect(tables.length).toBeGreaterThan(150);
    expect(parts.get("calendar_notice")).toContain("calendar_workday");
    expect(parts.get("negotiation")!.length).toBeGreaterThan(10);
  });
  it("shows its life on a page, or stands here with its reason", () => {
    expect(tables.filter((table) => !told.has(table) && !(table in excused))).toEqual([]);
  });
  it("is excused for nothing that a page shows, and for no table that is gone", () => {
    expect(Object.keys(excused).filter((table) => told.has(table) || !tables.includes(table))).toEqual([]);
  });
  it("is named by no page that the core does not know", () => {
    expect([...told].filter((table) => !tables.includes(table))).toEqual([]);
  });
});
