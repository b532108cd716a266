// The sessions of the congress: the list with what the place wants, one session with its ladder, what its form sends.
import { flushPromises, mount, type VueWrapper } from "@vue/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { statusOf } from "../../../tests/status";
import type { CongressMeeting, CongressMeetings, Place } from "../../contract/bindings";
import { barOf, go, setStatus } from "../../desk";
import { forgetDrafts } from "../../drafts";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import MeetingsPage from "./MeetingsPage.vue";
import { meetingOf, sentMeeting, wrongMeeting } from "./meetings";

const meeting = (): CongressMeeting => ({
  id: "c1",
  termName: "第三届职工代表大会",
  record: { id: "c1", term: "t1", name: "第三届职工代表大会第二次会议", heldOn: "2026-11-30", place: "三楼会议室", due: 36, agreedOn: "2026-11-12", matters: [{ id: "x1", title: "职工奖惩办法", kind: "pass", secret: true }] },
  rungs: [
    { step: "agreed", on: "2026-11-12", due: null },
    { step: "papers", on: null, due: "2026-11-23" },
  ],
  verdicts: [{ passed: null, explained: "没有表决。" }],
  lacks: [],
  todos: [
    {
      id: "congressMeeting:c1:papers", module: "congressMeetings", whose: "union", title: "把议题和材料送给代表", origin: "开会七日前送达。", due: "2026-11-23", days: 7, band: "week", button: "登记送达",
      place: { page: "congressMeetings", id: "c1", part: "change" },
    },
  ],
  rules: [],
});
let told: CongressMeetings;
let fake: FakePlatform;
let shown: VueWrapper | null = null;
beforeEach(() => {
  told = {
    meetings: [{ id: "c1", name: "第三届职工代表大会第二次会议", heldOn: "2026-11-30", place: "三楼会议室", matters: 1, held: false, next: "登记送达", whose: "union", due: "2026-11-23" }],
    terms: [{ id: "t1", name: "第三届职工代表大会", delegates: ["王伟", "罗秀兰"] }],
    musts: [],
  };
  fake = new FakePlatform({
    "congress.meetings": () => told,
    "congress.meeting": () => meeting(),
    "congress.saveMeeting": () => "c1",
    "congress.removeMeeting": () => null,
    "files.list": () => [],
  });
  usePlatform(fake);
  setStatus(statusOf("chair"));
});
afterEach(() => {
  shown?.unmount();
  shown = null;
  forgetDrafts();
  setStatus({ known: [], home: "/", open: null });
  go({ page: "today" });
  document.body.innerHTML = "";
});
async function show(at: Partial<Place> = {}) {
  shown = mount(MeetingsPage, { props: { place: { page: "congressMeetings", ...at } }, attachTo: document.body });
  await flushPromises();
  return shown;
}
const field = (page: VueWrapper, label: string) => page.get<HTMLInputElement>(`[id="${page.findAll("label").find((l) => l.text() === label)!.attributes("for")}"]`);
async function submit(page: VueWrapper) {
  await page.get("form").trigger("submit");
  await flushPromises();
}
const sent = (name: string) => fake.calls.filter((call) => call.name === name).at(-1)?.args;

it("tells of each session whose move it is, and says what to do first while there is none", async () => {
  const text = (await show()).text();
  for (const words of ["第三届职工代表大会第二次会议", "我办：登记送达", "筹备中"]) expect(text, words).toContain(words);
  expect(barOf("congressMeetings")).toBe("congress");
  shown!.unmount();
  told = { ...told, meetings: [] };
  expect((await show()).text()).toContain("还没有登记过职代会的会议");
});

it("shows one with its ladder and its next step as the one filled button", async () => {
  const page = await show({ id: "c1" });
  for (const words of ["把议题和材料送给代表", "材料送达代表", "职工奖惩办法", "没有表决"]) expect(page.text(), words).toContain(words);
  expect(page.findAll(".el-button--primary").map((b) => b.text())).toEqual(["登记送达"]);
});

it("begins a new one with the delegates who stand, and sends its matters", async () => {
  const page = await show({ part: "new" });
  expect(field(page, "应到代表").element.value).toBe("2");
  await field(page, "会议").setValue("第三届职工代表大会第三次会议");
  await field(page, "地点").setValue("三楼会议室");
  await field(page, "议题").setValue("职工奖惩办法");
  await submit(page);
  expect(sent("congress.saveMeeting")).toMatchObject({ term: "t1", name: "第三届职工代表大会第三次会议", due: 2, matters: [{ title: "职工奖惩办法", kind: "pass", secret: true }] });
});

it("opens the form from a duty and keeps what stood", async () => {
  const page = await show({ id: "c1", part: "change" });
  await field(page, "赞成").setValue("30");
  await field(page, "实到代表").setValue("33");
  await submit(page);
  expect(sent("congress.saveMeeting")).toMatchObject({ id: "c1", present: 33, agreedOn: "2026-11-12", matters: [{ id: "x1", title: "职工奖惩办法", votesFor: 30 }] });
});

it("makes numbers of what is typed and leaves out a matter that nobody wrote", () => {
  const form = { ...meetingOf(null, "2026-11-16", told.terms), name: "第三届职工代表大会第三次会议", place: "三楼会议室" };
  expect(wrongMeeting(form)).toBeUndefined();
  expect(wrongMeeting({ ...form, due: "" })).toBe("due");
  expect(wrongMeeting({ ...form, matters: [{ ...form.matters[0]!, votesFor: "三十" }] })).toBe("matters.0.votesFor");
  expect(sentMeeting(form)).toEqual({ term: "t1", name: "第三届职工代表大会第三次会议", heldOn: "2026-11-16", place: "三楼会议室", due: 2, matters: [] });
});
