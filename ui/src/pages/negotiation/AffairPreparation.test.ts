// What comes before the offer: topics by how many spoke of them, taken by one press; who asked, held against the line.
import { flushPromises, mount } from "@vue/test-utils";
import { expect, it } from "vitest";
import { affair } from "../../../tests/affair";
import { statusOf } from "../../../tests/status";
import type { Preparation } from "../../contract/bindings";
import { desk, setStatus } from "../../desk";
import { usePlatform } from "../../platform";
import { FakePlatform } from "../../platform/fake";
import { files as fileText } from "../../text/copies";
import AffairPreparation from "./AffairPreparation.vue";
import { unfoldAll } from "./folds";

const empty = (): Preparation => ({
  opinions: null,
  survey: null,
  share: null,
  asked: "提出要约以前听取职工意见。",
  rule: null,
  waiting: 0,
  lines: [],
  lineWords: "这里的法规没有规定多少职工要求协商时工会必须提出。",
  petitions: [],
  workers: 320,
});
const show = (preparation: Preparation) => mount(AffairPreparation, { props: { affair: affair(), preparation } });

it("says what to do first, and that the place has no line where it has none", async () => {
  setStatus(statusOf("chair"));
  const page = show(empty());
  expect(page.text()).toContain("先打印征集表发下去");
  expect(page.text()).toContain("没有规定多少职工");
  await page.findAll("button").find((b) => b.text() === "打印征集表")!.trigger("click");
  expect(desk.place).toEqual({ page: "papers", id: "negotiation.opinionSheet@n" });
  await page.findAll("button").find((b) => b.text() === "登记职工要求协商")!.trigger("click");
  expect(page.emitted("open")).toEqual([["event:petitioned"]]);
});

it("puts the topic first of which most spoke, and takes all of them into the talks by one press", async () => {
  const fake = new FakePlatform({ "negotiation.takeOpinions": () => null });
  usePlatform(fake);
  setStatus(statusOf("chair"));
  const topics = [
    { title: "夜班餐补", people: 17, gist: "" },
    { title: "工资增长", people: 241, gist: "增长8%" },
  ];
  const opinions = { negotiation: "n", fromOn: "2026-09-01", toOn: "2026-09-07", handedOut: 320, returned: 263, topics };
  const page = show({ ...empty(), opinions, waiting: 2, share: "发出320份，收回263份，回收率82.2%" });
  expect(page.findAll("li .name").map((one) => one.text())).toEqual(["工资增长", "夜班餐补"]);
  expect(page.text()).toContain("回收率82.2%");
  await page.findAll("button").find((b) => b.text() === "把 2 个议题列入协商")!.trigger("click");
  await flushPromises();
  expect(fake.calls).toEqual([{ name: "negotiation.takeOpinions", args: { id: "n" } }]);
});

it("shows the files of the collected opinions where they stand, and none before there are any", async () => {
  const fake = new FakePlatform({ "files.list": () => [] });
  usePlatform(fake);
  setStatus(statusOf("chair"));
  const files = (page: ReturnType<typeof show>) => page.findAll("button").find((b) => b.text() === fileText.title);
  expect(files(show(empty()))).toBeUndefined();
  const opinions = { negotiation: "n", fromOn: "2026-09-01", toOn: "2026-09-07", handedOut: 320, returned: 263, topics: [] };
  const page = show({ ...empty(), opinions, survey: "s1" });
  await files(page)!.trigger("click");
  await flushPromises();
  expect(fake.calls).toEqual([{ name: "files.list", args: { of: { kind: "opinionSurvey", id: "s1" } } }]);
  page.unmount();
});

it("is folded to a line once it is done, and not while topics wait to be taken into the talks", async () => {
  setStatus(statusOf("chair"));
  unfoldAll();
  const whole = affair();
  whole.steps = [{ ...whole.steps[0]!, kind: "preparation", done: true }];
  const opinions = { negotiation: "n", fromOn: "2026-09-01", toOn: "2026-09-07", handedOut: 320, returned: 263, topics: [] };
  const done = { ...empty(), opinions, share: "发出320份，收回263份，回收率82.2%" };
  const page = mount(AffairPreparation, { props: { affair: whole, preparation: done } });
  expect(page.text()).toBe("协商以前发出320份，收回263份，回收率82.2%");
  await page.get(".fold").trigger("click");
  expect(page.text()).toContain("职工要求协商");
  unfoldAll();
  const waiting = mount(AffairPreparation, { props: { affair: whole, preparation: { ...done, waiting: 2 } } });
  expect(waiting.text()).toContain("把 2 个议题列入协商");
});

it("says of each petition whether the line is reached", () => {
  const rule = null;
  const petitions = [
    { event: "e1", askedOn: "2026-09-01", reached: true, sentence: "达到64人", rule },
    { event: "e2", askedOn: "2026-09-02", reached: null, sentence: "没有规定", rule },
  ];
  const marks = show({ ...empty(), petitions }).findAll(".line .mark").map((one) => one.text());
  expect(marks).toEqual(["达到", "没有规定比例"]);
});

it("says of a line how many would have to ask, and not that so many did", () => {
  const line = { title: "五分之一以上职工提出", article: "第二十三条", needed: 11, askedBy: "workers", larger: null, rule: { id: "r" } };
  const page = show({ ...empty(), lines: [line] as unknown as Preparation["lines"] });
  expect(page.text()).toContain("按现在的人数，要有 11 人提出");
});
