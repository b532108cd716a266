// New employment forms: the register, one firm with where its people belong, a referral that begins with the verdict, the talks
// whose new meeting begins with the open core topics, help after an accident, and where a duty leads.
import { flushPromises, mount } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { injuryHelp, platformFirm, platformList, platformReferral, platformReferralLine, platformTalk, platformWork } from "../../../dev/platform";
import { statusOf } from "../../../tests/status";
import type { Place } from "../../contract/bindings";
import { desk, go, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import { platformWords as words } from "../../text/platform";
import PlatformPage from "./PlatformPage.vue";
import { meetingOf, opened, sentCap, sentFirm, sentMeeting, sentTalk, firmOf, capOf, talkOf, whole } from "./logic";

let fake: FakePlatform;
beforeEach(() => {
  fake = new FakePlatform({
    "platform.list": () => platformList(),
    "platform.firm": () => platformFirm(),
    "platform.works": () => ({ total: 1, rows: [platformWork()] }),
    "platform.saveFirm": ({ name }: { name: string }) => {
      if (name === "") throw { code: "bad_input", message: "请写明企业的名称。", field: "name" };
      return "f9";
    },
    "platform.saveWork": () => "w9",
    "platform.referrals": () => [platformReferralLine()],
    "platform.saveReferral": () => "r9",
    "platform.replyReferral": () => null,
    "platform.talk": () => platformTalk(),
    "platform.saveTalk": () => "t1",
    "platform.saveMeeting": () => "m9",
    "platform.saveCap": () => "c9",
    "platform.helps": () => [{ id: "h1", number: "伤〔2026〕1号", person: "p1", removed: false, name: "谢飞", firm: "快蜂", accidentOn: "2026-10-03", appliedOn: null, outcome: null, papers: [1, 2] }],
    "platform.help": () => injuryHelp(),
    "platform.saveHelp": () => "h1",
    "law.places": () => [{ code: "36", name: "江西省", cities: [{ code: "3601", name: "南昌市" }] }],
    "members.search": () => ({ total: 0, rows: [] }),
    "files.list": () => [],
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => {
  forgetDrafts();
  setStatus({ known: [], home: "/", open: null });
  go({ page: "today" });
  document.body.innerHTML = "";
});

async function show(place: Partial<Place> = {}) {
  const page = mount(PlatformPage, { props: { place: { page: "platform", ...place } }, attachTo: document.body });
  await flushPromises();
  return page;
}
type Page = Awaited<ReturnType<typeof show>>;
async function press(page: Page, name: string) {
  await page.findAll("button").find((b) => b.text() === name || b.attributes("aria-label") === name)!.trigger("click");
  await flushPromises();
}
const field = (page: Page, label: string) => page.find(`[id="${page.findAll("label").find((l) => l.text() === label)!.attributes("for")}"]`);
async function send(page: Page) {
  await page.find("form").trigger("submit");
  await flushPromises();
}
const sent = (name: string) => fake.calls.filter((one) => one.name === name).at(-1)?.args;

describe("the register", () => {
  it("shows the firms with who works there, and says who was referred away", async () => {
    const page = await show();
    expect(page.text()).toContain("转介 1 人（不计入本会的入会率）");
    expect(page.findAll("tbody tr").map((row) => row.find("button").text())).toEqual(["快蜂即时配送有限公司", "快蜂骑手服务公司"]);
    expect(page.text()).toContain("为快蜂即时配送有限公司用工");
    await press(page, "快蜂即时配送有限公司");
    expect(page.find("h1").text()).toBe("快蜂即时配送有限公司");
  });

  it("keeps a firm with numbers as numbers, and refuses what is no number before it is sent", async () => {
    const page = await show();
    await press(page, "登记企业");
    await field(page, "名称").setValue("快蜂");
    await field(page, "用工人数").setValue("很多");
    await send(page);
    expect(sent("platform.saveFirm")).toBeUndefined();
    expect(page.text()).toContain(words.wholeNumber);
    await field(page, "用工人数").setValue("420");
    await send(page);
    expect(sent("platform.saveFirm")).toMatchObject({ name: "快蜂", headcount: 420, kind: "platform", injurySince: undefined });
  });
});

describe("one firm", () => {
  it("says why a worker belongs where, and begins the referral with that union", async () => {
    const page = await show({ id: "f1", part: "firm" });
    await press(page, "谢飞归口的说明");
    expect(page.text()).toContain("不计入本会的入会率");
    await press(page, "转介谢飞");
    expect((field(page, "工会名称").element as HTMLInputElement).value).toBe("南昌市即时配送行业工会联合会");
    await send(page);
    expect(sent("platform.saveReferral")).toMatchObject({ work: "w1", toKind: "trade", toUnion: "南昌市即时配送行业工会联合会", consentOn: undefined });
  });

  it("says in which city a firm is, by name", async () => {
    expect((await show({ id: "f1", part: "firm" })).text()).toContain("江西省南昌市");
  });

  it("opens the form that a duty points at", async () => {
    expect((await show({ id: "f1", part: "firm:talk" })).find("h1").text()).toBe("与快蜂即时配送有限公司开始协商");
    expect((await show({ id: "t1", part: "talk:meeting" })).find("h1").text()).toBe("记协商会议");
    expect((await show({ id: "h1", part: "help:edit" })).find("h1").text()).toBe("修改伤〔2026〕1号");
    expect((await show({ id: "r1", part: "referral" })).find("h1").text()).toBe("登记谢飞转介的回复");
  });
});

describe("the talks", () => {
  it("begin a new meeting with the core topics that are open and the people of the last", async () => {
    const page = await show({ id: "t1", part: "talk:meeting" });
    expect(page.findAll("select[aria-label='议题']").map((one) => (one.element as HTMLSelectElement).value)).toEqual(["pay", "routes", "rewards"]);
    expect((field(page, "劳动者方出席").element as HTMLTextAreaElement).value).toBe("张敏（工会主席）\n谢飞（骑手）");
    await page.findAll("textarea").find((one) => one.attributes("id") === page.findAll("label").find((l) => l.text() === "劳动者方意见")!.attributes("for"))!.setValue("恶劣天气加补贴");
    await send(page);
    const meeting = sent("platform.saveMeeting") as { positions: { topic: string }[]; workers: string[] };
    expect(meeting.positions.map((one) => one.topic), "on the others nothing was said").toEqual(["pay"]);
    expect(meeting.workers).toEqual(["张敏（工会主席）", "谢飞（骑手）"]);
  });

  it("begin their result with what the meetings agreed on, and send it once there is one", () => {
    const standing = platformTalk().record;
    const open = talkOf("f1", { ...standing, agreed: undefined, agreedOn: undefined }, "2026-11-19", "并单不超过三单");
    expect(open.agreed).toBe("并单不超过三单");
    expect(sentTalk(open).agreed, "offered, and nothing agreed yet").toBeUndefined();
    expect(sentTalk({ ...open, agreedOn: "2026-11-19" }).agreed).toBe("并单不超过三单");
    expect(sentTalk({ ...open, agreed: "并单不超过四单" }).agreed, "typed").toBe("并单不超过四单");
    expect(talkOf("f1", null, "2026-11-19", null, 46).covers, "the firm's record knows it").toBe("46");
    expect(talkOf("f1", { ...standing, covers: undefined }, "2026-11-19", null, 46).covers, "left empty, it stays so").toBe("");
    expect(talkOf("f1", standing, "2026-11-19", "别的").agreed, "what stands stays").toBe("并单不超过三单");
  });

  it("show what is due, what was odd and when the rules are to be posted", async () => {
    const page = await show({ id: "t1", part: "talk" });
    expect(page.text()).toContain("多于双方商定的代表");
    expect(page.text()).toContain("施行以前要公示");
    await press(page, "看第1次会议的纪要");
    expect(desk.place).toEqual({ page: "papers", id: "platform.minutes@m1" });
  });
});

describe("help after an accident", () => {
  it("asks for the day of the accident before it is sent, and ticks papers on a standing one", async () => {
    const page = await show({ part: "helps" });
    await press(page, "登记协助");
    await send(page);
    expect(sent("platform.saveHelp")).toBeUndefined();
    expect(page.text()).toContain("期限从这天算起");
    const standing = await show({ id: "h1", part: "help:edit" });
    await standing.findAll("input[type=checkbox]")[1]!.setValue(true);
    await send(standing);
    expect(sent("platform.saveHelp")).toMatchObject({ papers: ["confirm", "advance"], outcome: undefined });
  });

  it("says how each limit was found and how sure it is, and leads to the sheet", async () => {
    const page = await show({ id: "h1", part: "help" });
    expect(page.text()).toContain("待核实");
    expect(page.text()).toContain("还没有登记受理的日期");
    await press(page, "打印办理说明");
    expect(desk.place).toEqual({ page: "papers", id: "platform.help@h1" });
  });
});

describe("the logic", () => {
  it("reads places, numbers and lengths", () => {
    expect(opened({ page: "platform" })).toEqual({ kind: "firms" });
    expect(opened({ page: "platform", part: "classes" })).toEqual({ kind: "classes" });
    expect(opened({ page: "platform", id: "f1" })).toEqual({ kind: "firm", id: "f1", form: "" });
    expect(opened({ page: "platform", id: "t1", part: "talk:edit" })).toEqual({ kind: "talk", id: "t1", form: "edit" });
    expect([whole(""), whole(" 12 "), whole("一二"), whole("1.5")]).toEqual([undefined, 12, null, null]);
    expect(sentCap({ ...capOf("f1", "t1", null, "2026-11-19"), hours: "4", minutes: "30" })).toMatchObject({ minutes: 270, talk: "t1" });
    expect(sentFirm({ ...firmOf(null), name: "快蜂", partnerOf: "f2", injurySince: "2026-07-01" }), "only what its kind and state know").toMatchObject({ partnerOf: undefined, injurySince: undefined });
    expect(sentMeeting(meetingOf("t1", [], undefined, null, "2026-11-19")).positions).toEqual([{ topic: "other", title: undefined, workers: undefined, employers: undefined, result: "deferred", agreed: undefined }]);
  });
});

describe("the parts", () => {
  it("ask for the letter of a referral before its reply", async () => {
    fake.handlers["platform.works"] = () => ({ total: 1, rows: [{ ...platformWork(), referral: { ...platformReferral(), letter: null } }] });
    const page = await show({ id: "f1" });
    expect(page.text()).toContain("转介函还没有印发");
    const acts = page.findAll("button").map((one) => one.text());
    expect(acts).toContain("看转介函");
    expect(acts).not.toContain("登记回复");
    fake.handlers["platform.referrals"] = () => [platformReferralLine({ ...platformReferral(), letter: null })];
    const all = await show({ part: "referrals" });
    expect(all.text()).toContain("转介函还没有印发");
    expect(all.findAll("button").map((one) => one.text())).not.toContain("登记回复");
  });

  it("keep in both registers whoever was removed or erased, and do nothing more with them", async () => {
    const line = platformReferralLine();
    fake.handlers["platform.referrals"] = () => [
      { ...line, id: "r2", removed: true, standing: null },
      { ...line, id: "r3", person: null, name: "（已清除）", firm: null, outcome: "accepted", repliedOn: "2026-11-20", standing: null },
    ];
    const referrals = await show({ part: "referrals" });
    const rows = referrals.findAll("tbody tr");
    expect(rows[0]!.text()).toContain("已从花名册移除");
    expect(rows[0]!.text()).toContain("没有登记回复");
    expect(rows[1]!.text()).toContain("（已清除）");
    expect(rows[1]!.text()).toContain("已接收入会");
    expect(rows.flatMap((row) => row.findAll("button"))).toEqual([]);
    const help = { id: "h2", accidentOn: "2026-10-03", appliedOn: null, outcome: null };
    fake.handlers["platform.helps"] = () => [
      { ...help, number: "伤〔2026〕3号", person: "p1", removed: true, name: "谢飞", firm: "快蜂", papers: [1, 2] },
      { ...help, number: "伤〔2026〕2号", person: null, removed: false, name: "（已清除）", firm: null, papers: null },
    ];
    const helps = await show({ part: "helps" });
    const lines = helps.findAll("tbody tr");
    expect(lines[0]!.text()).toContain("已从花名册移除");
    expect(lines[1]!.text()).toContain("伤〔2026〕2号（已清除）");
    expect(lines.flatMap((row) => row.findAll("button"))).toEqual([]);
  });

  it("tell what each class changes, and list the referrals", async () => {
    const page = await show({ part: "classes" });
    expect(page.text()).toContain("由企业与劳动者订立书面协议");
    await press(page, "转介");
    expect(page.text()).toContain("请12月10日以前回复");
    await press(page, "登记回复");
    await send(page);
    expect(sent("platform.replyReferral")).toMatchObject({ id: "r1", outcome: "accepted" });
  });
});
