// An invented union for looking at the pages in a browser (`npm run dev`). It never goes into the program: the build of the
// window uses src/platform/tauri.ts. It keeps just enough state for the pages to move.
import type { Status } from "../src/contract/bindings";
import { go, setFontSize } from "../src/desk";
import { FakePlatform } from "../src/platform/fake";
import { pack } from "./archive";
import { committee, decision, lineOf } from "./committee";
import { unionBodies, unionGroups, unionSheet } from "./union";
import { incoming } from "./incoming";
import { admissions, applicant, applications } from "./joining";
import { injuryHelp, platformFirm, platformList, platformReferralLine, platformTalk, platformWork } from "./platform";
import { inspectors, letterStart, supervisionCase, supervisionLines } from "./letters";
import { duesArrears, duesEntries, duesLapses, duesMonth, duesOverview, feeYear } from "./money";
import { yearReport } from "./report";
import { formDetails, formOutcome, keptForms, markGroups } from "./forms";
import { outgoing, texts } from "./outgoing";
import { contractDraft } from "../tests/contract";
import { beaten, ruleLine, rulesOf, subject } from "../tests/rules";
import { importPreview, importRows, people, shops } from "./people";
import { duties, negotiation, papers, preparation, seats } from "./talks";
import { blankPaper } from "./paper";

const asked = new URLSearchParams(location.search);
const open: NonNullable<Status["open"]> = {
  dir: "/home/zhang/工会案头/某某机械",
  unionName: "赣江机械有限公司工会委员会",
  person: { id: "p1", name: "张建国", role: "chair", parts: [], reads: [] },
  sight: { identity: "masked", wages: "masked", health: "masked", account: "masked" },
  idleMinutes: 10,
  employer: "赣江机械有限公司",
  namedDay: "2026-11-16",
  today: "2026-11-16",
  undo: "保存会议",
  redo: null,
  stoppedBy: null,
  unionId: "ledger",
  bySheet: false,
};
const known = [
  { dir: open.dir, name: open.unionName, demo: false, present: true },
  { dir: "/media/usb/江南铸造", name: "江南铸造有限公司工会委员会", demo: false, present: false },
];
let status: Status = { known: asked.has("first") ? [] : known.slice(0, asked.has("two") ? 2 : 1), home: "/home/zhang/工会案头", open: asked.has("open") ? open : null };

const wait = (ms: number) => new Promise((r) => setTimeout(r, ms));

export const platform = new FakePlatform({
  "ledger.status": () => status,
  "ledger.open": ({ passphrase }: { passphrase: string }) => {
    if (passphrase !== "desk") {
      throw { code: "wrong_passphrase", message: "口令不对，请检查大小写和输入法后再试；台账没有任何改动。", field: "passphrase" };
    }
    return (status = { ...status, open });
  },
  "ledger.create": ({ unionName }: { unionName: string }) => (status = { ...status, open: { ...open, unionName, namedDay: null } }),
  "ledger.lock": () => (status = { ...status, open: null }),
  "ledger.undo": () => ({ label: "保存会议" }),
  "ledger.redo": () => ({ label: "保存会议" }),
  "ledger.strength": ({ text }: { text: string }) => ({
    score: Math.min(4, Math.floor(text.length / 4)),
    advice: text.length < 12 ? "再加一两个词会更安全。" : "",
  }),
  "union.checkCreditCode": ({ text }: { text: string }) =>
    text.length === 18
      ? { code: text, message: null, isUnion: text.startsWith("81") }
      : { code: null, message: `统一社会信用代码为18位，现有${text.length}位。`, isUnion: false },
  "ledger.check": async (_: object, progress: (p: { done: number; total: number; label: string }) => void) => {
    for (let done = 0; done < 5; done++) {
      progress({ done, total: 5, label: "核对流水" });
      await wait(300);
    }
    return { steps: 128, head: "ab", findings: [] };
  },
  "demo.open": async (_: object, progress: (p: { done: number; total: number; label: string }) => void) => {
    for (let done = 0; done < 10; done++) {
      progress({ done, total: 10, label: "录入名册" });
      await wait(150);
    }
    return (status = { ...status, open });
  },
  "law.places": () => [
    { code: "36", name: "江西省", cities: [{ code: "3601", name: "南昌市" }] },
    { code: "31", name: "上海市", cities: [] },
    { code: "33", name: "浙江省", cities: [{ code: "3301", name: "杭州市" }, { code: "3302", name: "宁波市" }] },
    { code: "41", name: "河南省", cities: [] },
  ],
  "letters.list": () => ({ total: supervisionLines.length, rows: supervisionLines, kept: supervisionLines.length, open: 2, years: [2026] }),
  "letters.get": () => supervisionCase(),
  "letters.start": () => letterStart(),
  "letters.inspectors": () => inspectors,
  "platform.list": () => platformList(),
  "platform.firm": () => platformFirm(),
  "platform.works": () => ({ total: 1, rows: [platformWork()] }),
  "platform.referrals": () => [platformReferralLine()],
  "platform.talk": () => platformTalk(),
  "platform.helps": () => [],
  "platform.help": () => injuryHelp(),
  "settings.get": () => ({ idleMinutes: 10, outsideCopyDays: 14, expiryDays: 90 }),
  "settings.save": () => null,
  "people.list": () => [
    { person: open.person, hasPassphrase: true, isMe: true },
    { person: { id: "p2", name: "熊秀英", role: "officer", parts: ["members", "office"], reads: ["identity"] }, hasPassphrase: true, isMe: false },
    { person: { id: "p3", name: "涂玉兰", role: "auditor", parts: [], reads: [] }, hasPassphrase: false, isMe: false },
  ],
  "files.list": () => [
    { id: "a1", of: { kind: "negotiation", id: "n26" }, name: "签字页扫描.pdf", bytes: 482133, media: "application/pdf", sort: "PDF 文件", place: "none", addedAt: "2026-11-10T10:02:00+08:00", addedBy: "张建国", thumbnail: false },
    { id: "a2", of: { kind: "negotiation", id: "n26" }, name: "会场照片.jpg", bytes: 3482133, media: "image/jpeg", sort: "照片", place: "removed", addedAt: "2026-11-10T10:03:00+08:00", addedBy: "张建国", thumbnail: false },
  ],
  "ledger.backups": () => ({
    own: [
      { copy: "c2", dir: "", at: "2026-11-16T08:58:00", ahead: false, before: false, good: true, steps: 126, lastStep: "保存会议", bytes: 1843200 },
      { copy: "c1", dir: "", at: "2026-11-15T09:10:00", ahead: false, before: true, good: true, steps: 120, lastStep: "升级账本", bytes: 1802240 },
      { copy: "c0", dir: "", at: "2026-11-14T09:10:00", ahead: false, before: false, good: false, steps: 0, lastStep: null, bytes: 1802240 },
    ],
    outside: { on: "2026-10-28", steps: 90, place: "/media/usb" },
    outsideDue: "2026-11-11",
    trouble: null,
  }),
  "ledger.lookInto": () => ({ dir: "", ledger: "x", head: { seq: 126, hash: "ab" }, lastStep: "保存会议", lastAt: "2026-11-16T08:57:10+08:00", counts: [{ name: "会员", count: 320 }, { name: "协商", count: 2 }], files: 3, filesMissing: 0, erased: 0, altered: null }),
  "history.list": () => ({
    lines: [
      { seq: 12, at: "2026-11-16T09:32:10.000+08:00", actor: "张建国", op: "negotiation.saveMeeting", label: "保存会议", subject: "第2轮会议（2026年11月3日）", isFinal: false, undoneBy: null, target: null, canTakeBack: true },
      { seq: 11, at: "2026-11-16T09:30:00.000+08:00", actor: "张建国", op: "ledger.undo", label: "撤销：保存人员", subject: "熊秀英", isFinal: false, undoneBy: null, target: 10, canTakeBack: false },
      { seq: 10, at: "2026-11-15T16:02:00.000+08:00", actor: "熊秀英", op: "members.save", label: "保存人员", subject: "熊秀英", isFinal: false, undoneBy: 11, target: null, canTakeBack: false },
      { seq: 9, at: "2026-11-15T15:00:00.000+08:00", actor: "张建国", op: "papers.issue", label: "印发文件", subject: "第1轮会议纪要", isFinal: true, undoneBy: null, target: null, canTakeBack: false },
    ],
    more: true,
  }),
  "history.actors": () => [{ id: "p1", name: "张建国", left: false }, { id: "p2", name: "熊秀英", left: false }, { id: "p0", name: "司马五", left: true }],
  "history.step": () => ({
    line: {},
    total: 1,
    records: [{ record: "协商会议", table: "meeting", id: "m3", act: "修改", erasedBy: null, fields: [{ field: "地点", before: "二楼会议室", after: "三号车间会议室" }, { field: "结束时间", before: null, after: "16:30" }] }],
  }),
  "history.of": () => [],
  "trash.list": () => [
    { kind: "person", kindLabel: "个人", id: "p9", title: "欧阳一", removedAt: "2025-10-16T09:32:10.000+08:00", removedBy: "熊秀英", purgeFrom: "2026-10-16", mayPurge: true, reckoned: "2025年10月16日移除，保存1年。" },
    { kind: "meeting", kindLabel: "协商会议", id: "m9", title: "第4轮协商会议", removedAt: "2026-11-15T09:32:10.000+08:00", removedBy: "张建国", purgeFrom: "2027-11-15", mayPurge: false, reckoned: "2026年11月15日移除，保存1年。" },
  ],
  "trash.takenBack": () => {
    const line = (id: string, title: string) => ({ kind: "person", kindLabel: "个人", id, title, removedAt: "2026-11-16T09:30:00.000+08:00", removedBy: "张建国", purgeFrom: "2026-11-16", mayPurge: true, reckoned: "录入以后又撤销了，不用再保存，可以清除。" });
    const step = (seq: number, label: string, count: number, lines: object[]) => ({ seq, label, at: "2026-11-16T09:30:00.000+08:00", by: "张建国", count, lines, purgeFrom: "2026-11-16", mayPurge: true, reckoned: "录入以后又撤销了，不用再保存，可以清除。" });
    return [step(11, "保存人员", 1, [line("p8", "司马二")]), step(9, "导入花名册", 5000, [line("p6", "司马三"), line("p7", "司马四")])];
  },
  "history.mayTakeBack": () => null,
  "trash.retentions": () => [{ kind: "person", kindLabel: "个人", months: 12, rule: null }, { kind: "negotiation", kindLabel: "集体协商", months: 36, rule: "集体合同规定第三条" }],
  "drafts.get": () => null,
  "drafts.save": () => null,
  "drafts.discard": () => null,
  "drafts.list": () => [],
  "consents.list": () => [{ id: "c1", person: "p1", name: "王伟", purpose: "provide", about: "手机号用于参保登记", recipient: "市医保局", givenOn: "2026-03-05", givenHow: "paper", withdrawnOn: null }],
  "sight.log": () => [
    { seq: 2, at: "2026-11-16T09:32:10.000+08:00", actorName: "熊秀英", kind: "members.get", purpose: "核对入会申请", subjects: ["p1"] },
    { seq: 1, at: "2026-11-16T09:30:00.000+08:00", actorName: "熊秀英", kind: "sight.reveal", purpose: "核对入会申请", subjects: [] },
  ],
  "incoming.list": ({ state, text = "" }: { state?: string; text?: string }) => {
    const found = incoming.filter((p) => (state === "done") === (p.done !== null) || !state || state === "all").filter((p) => p.title.includes(text));
    return { total: asked.has("empty") ? 0 : found.length, rows: found, kept: asked.has("empty") ? 0 : incoming.length, open: 3, overdue: 1, years: [2026] };
  },
  "incoming.get": ({ id }: { id: string }) => incoming.find((p) => p.id === id),
  "outgoing.list": ({ state }: { state?: string }) => {
    const found = asked.has("empty") ? [] : outgoing.filter((p) => !state || p.state === state);
    return { total: found.length, rows: found, kept: asked.has("empty") ? 0 : outgoing.length, unsigned: 1, years: [2026], kinds: [{ kind: "negotiation.minutes", label: "会议纪要" }, { kind: "negotiation.offer", label: "要约书" }] };
  },
  "correspondence.list": () => [],
  "union.get": () => unionSheet,
  "union.save": () => null,
  "union.bodies": () => unionBodies,
  "union.saveTerm": () => "t1",
  "union.removeTerm": () => null,
  "union.groups": () => unionGroups,
  "union.groupPeople": () => [{ id: "p1", name: "周喆", shop: "机加工", post: "钳工" }],
  "union.saveGroup": () => "g1",
  "union.removeGroup": () => null,
  "union.assignGroup": () => 35,
  "union.fee": () => feeYear,
  "members.dues": () => duesOverview,
  "members.duesMonth": () => duesMonth,
  "members.duesArrears": () => duesArrears,
  "members.duesEntries": () => duesEntries,
  "members.duesLapses": () => duesLapses,
  "members.duesPerson": () => ({ ...duesMonth.rows[0]!, months: duesArrears.groups[0]!.members[0]!.months }),
  "committee.list": ({ state }: { state?: string }) => {
    const found = asked.has("empty") ? [] : committee.filter((one) => !state || state === "all" || (state === "signed") === (one.signedOn !== null));
    return { total: found.length, rows: found.map(lineOf), kept: asked.has("empty") ? 0 : committee.length, drafts: 1, years: [2026] };
  },
  "committee.get": ({ id }: { id: string }) => committee.find((one) => one.id === id),
  "committee.save": ({ id }: { id?: string }) => id ?? "k2",
  "committee.sign": () => null,
  "committee.remove": () => null,
  "archive.list": () => pack,
  "archive.make": () => ({ folder: "/home/zhang/归档", pages: 9, pieces: 3, unbound: ["工资总额.xlsx：表格不能装订，只存原件"] }),
  "decisions.list": () => [decision],
  "decisions.of": () => [],
  "decisions.cite": () => "u1",
  "decisions.uncite": () => null,
  "forms.list": () => (asked.has("empty") ? [] : keptForms),
  "forms.get": ({ id }: { id: string }) => formDetails[id],
  "forms.marks": () => markGroups,
  "forms.try": () => formOutcome,
  "forms.add": () => "f2",
  "forms.change": () => null,
  "forms.remove": () => null,
  "forms.fill": () => ({ path: "/x/会员登记表.docx", outcome: formOutcome }),
  "outgoing.get": ({ id }: { id: string }) => outgoing.find((p) => p.id === id),
  "outgoing.saveSending": () => "s9",
  "outgoing.removeSending": () => null,
  "outgoing.file": () => null,
  "outgoing.unfile": () => null,
  "papers.texts": () => texts,
  "papers.saveText": () => null,
  "papers.dropText": () => null,
  "incoming.save": ({ id }: { id?: string }) => id ?? "in1",
  "incoming.finish": () => null,
  "incoming.reopen": () => null,
  "incoming.remove": () => null,
  "report.year": ({ year }: { year: number }) => ({ ...yearReport, year, empty: asked.has("empty") }),
  "report.saveTexts": () => null,
  "law.rules": ({ text = "" }: { text?: string }) => rulesOf([ruleLine(), beaten].filter((line) => line.title.includes(text))),
  "law.rule": () => subject,
  "today.list": () => ({ day: "2026-11-16", duties: asked.has("empty") ? [] : duties }),
  "members.counts": () => ({
    states: asked.has("empty") ? { member: 0, retained: 0, left: 0, notYet: 0 } : { member: 318, retained: 1, left: 1, notYet: 0 },
    total: asked.has("empty") ? 0 : people.length,
    women: 78,
    migrant: 190,
    contract: 280,
    dispatched: 40,
    shops,
    dispatchWarning: asked.has("empty") ? null : "劳务派遣用工40人，占用工总量的12.5%，超过10%的上限（《劳务派遣暂行规定》第四条）。",
  }),
  "members.search": ({ text = "", shop, offset = 0, limit = 50 }: { text?: string; shop?: string; offset?: number; limit?: number }) => {
    const found = people.filter((p) => (!shop || p.shop === shop) && (text === "" || p.name.includes(text) || p.initials.startsWith(text)));
    return { total: found.length, rows: found.slice(offset, offset + limit) };
  },
  "members.export": () => ({ rows: people.length }),
  "members.lists": () => [],
  "members.groups": ({ by }: { by: string }) =>
    by === "state" ? [{ key: "member", label: "会员", people: 306 }, { key: "retained", label: "保留会籍", people: 1 }, { key: "notYet", label: "未入会", people: 13 }] : shops.map(({ shop, people: n }) => ({ key: shop, label: shop, people: n })),
  "members.flags": () => ({ flags: [{ flag: "women", why: "性别：女。" }], tags: [] }),
  "members.life": () => ({ state: "member", left: null, begun: true, kinds: [], rungs: [] }),
  "members.applications": () => ({ total: applications.length, waiting: applications.length, kept: asked.has("empty") ? 0 : applications.length, rows: applications, admissions, dispatch: null }),
  "members.readApplicants": ({ text }: { text: string }) => text.split("\n").filter((line) => line.trim() !== "").map(applicant),
  "members.apply": () => ["a1"],
  "members.sheets": () => [{ id: "cards", name: "会员卡 10 张", count: 10 }],
  "members.printSheet": () => blankPaper(1),
  "search.all": ({ text }: { text: string }) => [
    ...people.filter((p) => p.name.includes(text)).slice(0, 8).map((p) => ({ kind: "person", id: p.id, title: p.name, detail: `${p.shop ?? ""} ${p.post ?? ""}`, place: { page: "members", id: p.id } })),
    { kind: "topic", id: "t2", title: "高温津贴", detail: "2026年度工资集体协商", place: { page: "negotiation", id: "n26", part: "topics" } },
    { kind: "paper", id: "i1", title: "第2轮协商会议纪要", detail: "工协纪〔2026〕2号", place: { page: "papers", id: "negotiation.minutes@m2" } },
  ],
  "members.get": ({ id }: { id: string }) => {
    const p = people.find((x) => x.id === id)!;
    return { ...p, idNumber: p.idNumber ?? undefined, birth: "1990-**-**", migrant: true };
  },
  "members.save": ({ id }: { id?: string }) => id ?? "m0",
  "members.remove": () => null,
  "members.preview": async (_: object, progress: (p: { done: number; total: number; label: string }) => void) => {
    progress({ done: 120, total: 300, label: "核对证件号码" });
    await wait(300);
    return importPreview;
  },
  "members.previewRows": ({ status }: { status?: string }) => importRows.filter((r) => r.status === status),
  "members.import": async () => ({ added: 296, alreadyThere: 0, leftOut: 4 }),
  "negotiation.list": () =>
    asked.has("empty") ? [] : [
      { id: "n26", year: 2026, title: "2026年度工资集体协商", state: "协商会议", day: 41, ofDays: 60, workingDays: false },
      { id: "n25", year: 2025, title: "2025年度工资集体协商", state: "已生效", day: null, ofDays: null, workingDays: false },
    ],
  "negotiation.start": () => "n26",
  "negotiation.get": () => negotiation,
  "negotiation.people": () => seats,
  "negotiation.preparation": () => preparation,
  "negotiation.saveRepresentatives": () => {
    throw {
      code: "refused",
      message: "企业的人事负责人不能担任职工方协商代表，请改选其他职工。",
      field: "workers.1.personnelManager",
      rule: "江西省企业工资集体协商条例第八条",
    };
  },
  "negotiation.saveOffer": () => null,
  "negotiation.recordReply": () => null,
  "negotiation.saveTopic": () => null,
  "negotiation.saveMeeting": () => "m4",
  "negotiation.removeMeeting": () => null,
  "negotiation.addEvent": () => "e1",
  "negotiation.markUndertaking": () => null,
  "negotiation.previewMeeting": () => blankPaper(2),
  "papers.list": () => (asked.has("empty") ? [] : papers),
  "papers.preview": ({ firstPage }: { firstPage?: boolean }) => blankPaper(firstPage ? 1 : 3),
  "papers.issued": () => blankPaper(2),
  "contract.get": () => contractDraft(),
  "papers.print": () => ({ path: "x.pdf", pages: 3, sha256: "00" }),
  "papers.issue": () => "〔2026〕3号",
});
platform.nextPick = { handle: "h1", name: "花名册2026.xlsx" };

// `?open&page=members&id=p1&part=…&size=18`: a page as it stands, for a picture of it.
setTimeout(() => {
  const page = asked.get("page");
  if (page) go({ page, id: asked.get("id") ?? undefined, part: asked.get("part") ?? undefined });
  const size = Number(asked.get("size"));
  if (size === 18 || size === 20) setFontSize(size);
}, 300);
