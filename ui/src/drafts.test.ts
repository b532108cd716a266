// Drafts: kept as typed, given to the ledger a moment later, offered back to the next sitting, gone when the form was saved.
import { flushPromises } from "@vue/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { effectScope } from "vue";
import { statusOf } from "../tests/status";
import { call, job } from "./contract/client";
import { ledgerDrafts } from "./contract/ledgerDrafts";
import { listen } from "./contract/refresh";
import { desk, setStatus, watchLedger } from "./desk";
import { flushDrafts, forgetDrafts, keepDraftsIn, useDraft, whileErasing, type Draft, type DraftStore } from "./drafts";
import { usePlatform } from "./platform";
import { FakePlatform } from "./platform/fake";

type Form = { place: string; note?: string };
let ledger: Map<string, object>;
let broken: unknown;
const store: DraftStore = {
  get: async (form, record) => {
    const body = ledger.get(`${form}@${record}`);
    return body ? { body, savedAt: "2026-11-16T09:12" } : null;
  },
  save: async (form, record, body) => {
    if (broken) throw broken;
    ledger.set(`${form}@${record}`, body);
  },
  discard: async (form, record) => void ledger.delete(`${form}@${record}`),
  list: async () => [...ledger.keys()].map((key) => ({ form: key.split("@")[0]!, record: key.split("@")[1]! })),
};
const open = (mend?: (form: Form) => void) => {
  const scope = effectScope();
  const draft = scope.run(() => useDraft<Form>({ form: "meeting", record: "m1", fresh: () => ({ place: "会议室" }), mend })) as Draft<Form>;
  return { ...draft, leave: () => scope.stop() };
};
beforeEach(() => {
  vi.useFakeTimers();
  ledger = new Map();
  broken = null;
  keepDraftsIn(store);
});
afterEach(() => {
  vi.useRealTimers();
  keepDraftsIn({ get: async () => null, save: async () => undefined, discard: async () => undefined, list: async () => [] });
});

it("gives what was typed to the ledger half a second after the last word, and not before", async () => {
  const { form } = open();
  form.place = "三号";
  vi.advanceTimersByTime(400);
  form.place = "三号车间";
  vi.advanceTimersByTime(400);
  expect(ledger.size).toBe(0);
  vi.advanceTimersByTime(101);
  expect(ledger.get("meeting@m1")).toEqual({ place: "三号车间" });
});

it("keeps at once when the form is left and before the ledger locks", async () => {
  const first = open();
  first.form.place = "食堂";
  first.leave();
  expect(ledger.get("meeting@m1")).toEqual({ place: "食堂" });
  const second = open();
  expect(second.form.place).toBe("食堂");
  second.form.note = "未完";
  await flushDrafts();
  expect(ledger.get("meeting@m1")).toEqual({ place: "食堂", note: "未完" });
});

it("offers a draft of an earlier sitting; taken it stands in the form, mended, and values it lacks are gone", async () => {
  ledger.set("meeting@m1", { note: "上次写的" });
  const { form, offered, take } = open((f) => (f.place ??= "按现在"));
  await flushPromises();
  expect(form.place).toBe("会议室");
  expect(offered.value?.savedAt).toBe("2026-11-16T09:12");
  take();
  expect(form).toEqual({ note: "上次写的", place: "按现在" });
  expect(offered.value).toBeNull();
});

it("drops it when refused, and when the form was saved even while a keeping is on its way", async () => {
  ledger.set("meeting@m1", { place: "旧" });
  const { form, offered, refuse, dropped } = open();
  await flushPromises();
  refuse();
  await flushPromises();
  expect(offered.value).toBeNull();
  expect(ledger.size).toBe(0);
  form.place = "新";
  vi.advanceTimersByTime(500);
  dropped();
  await flushPromises();
  expect(ledger.size).toBe(0);
});

it("keeps what is typed into a form that stays after it was saved, and not how it was emptied", async () => {
  const { form, offered, dropped } = open();
  await flushPromises();
  form.place = "第一份";
  await flushDrafts();
  dropped();
  form.place = "";
  await flushPromises();
  await flushDrafts();
  expect([ledger.size, offered.value], "nobody typed that it is empty").toEqual([0, null]);
  form.place = "第二份";
  vi.advanceTimersByTime(500);
  expect(ledger.get("meeting@m1")).toEqual({ place: "第二份" });
});

it("is not discarded with the one that was saved before it, however long that takes", async () => {
  let free = () => undefined as void;
  keepDraftsIn({ ...store, save: (...one) => new Promise<void>((done) => (free = done)).then(() => store.save(...one)) });
  const { form, dropped } = open();
  form.place = "第一份";
  vi.advanceTimersByTime(500);
  dropped();
  await flushPromises();
  keepDraftsIn(store);
  form.place = "第二份";
  vi.advanceTimersByTime(500);
  free();
  await flushPromises();
  await flushDrafts();
  expect([...ledger.values()]).toEqual([{ place: "第二份" }]);
});

it("is not offered once more where the form was saved, left and opened again at once", async () => {
  const first = open();
  first.form.place = "食堂";
  await flushDrafts();
  let free = () => undefined as void;
  keepDraftsIn({ ...store, discard: (...one) => new Promise<void>((done) => (free = done)).then(() => store.discard(...one)) });
  first.dropped();
  await flushPromises();
  first.leave();
  const { offered, found } = open();
  await flushPromises();
  expect(offered.value).toBeNull();
  free();
  await found;
  expect(offered.value).toBeNull();
});

it("goes on with another record in a form that stays where what was typed is done: what nobody typed is no draft", async () => {
  const { form, begin } = open();
  form.place = "食堂";
  await flushDrafts();
  expect(ledger.get("meeting@m1")).toEqual({ place: "食堂" });
  begin({ place: "会议室" });
  await flushPromises();
  expect([form.place, ledger.size]).toEqual(["会议室", 0]);
  form.place = "会议室二";
  await flushDrafts();
  expect(ledger.get("meeting@m1")).toEqual({ place: "会议室二" });
});

describe("a form that is turned from one row of its page to another", () => {
  type Row = { id?: string; name: string };
  const rows = (record?: string) => {
    const scope = effectScope();
    const draft = scope.run(() => useDraft<Row>({ form: "keys", record, row: (one) => one.id, fresh: () => ({ name: "" }) }))!;
    return { draft, leave: () => scope.stop() };
  };
  /** As the ledger has them: a form of no record has none. */
  beforeEach(() =>
    keepDraftsIn({
      ...store,
      get: (form, record) => store.get(form, record ?? ""),
      save: (form, record, body) => store.save(form, record ?? "", body),
      discard: (form, record) => store.discard(form, record ?? ""),
    }),
  );

  it("loses nothing that was typed for a new one or for another row, and comes back to it where the row is done", async () => {
    const { draft } = rows();
    draft.form.name = "公章";
    draft.turn({ id: "a", name: "账册" });
    await flushPromises();
    expect([draft.form, draft.offered.value, ledger.get("keys@")], "each has its own").toEqual([{ id: "a", name: "账册" }, null, { name: "公章" }]);
    draft.form.name = "账册二";
    draft.turn({ id: "b", name: "会徽" });
    await flushDrafts();
    expect([draft.form.name, ledger.get("keys@a"), ledger.size]).toEqual(["会徽", { id: "a", name: "账册二" }, 2]);
    expect(draft.begin({ name: "" }), "nothing was typed for it, and what was before comes back").toBe(true);
    expect(draft.form).toEqual({ id: "a", name: "账册二" });
    draft.form.name = "账册三";
    await flushDrafts();
    expect(ledger.get("keys@a")).toEqual({ id: "a", name: "账册三" });
    expect([draft.begin({ name: "" }), draft.form]).toEqual([true, { name: "公章" }]);
    draft.turn({ name: "" });
    expect(draft.form, "asked for once more").toEqual({ name: "公章" });
    expect(draft.begin({ name: "" })).toBe(false);
    await flushPromises();
    await flushDrafts();
    expect([draft.form, ledger.size]).toEqual([{ name: "" }, 0]);
  });

  it("finds each as it was where it is turned to, and where the page was left and is opened again", async () => {
    const first = rows("u1");
    first.draft.turn({ id: "a", name: "账册" });
    first.draft.form.name = "账册二";
    first.draft.turn({ name: "" });
    first.draft.turn({ id: "a", name: "账册" });
    expect(first.draft.form.name).toBe("账册二");
    first.leave();
    expect(ledger.get("keys@u1.a")).toEqual({ id: "a", name: "账册二" });
    const again = rows("u1");
    expect([again.draft.lying, again.draft.form]).toEqual([true, { id: "a", name: "账册二" }]);
    expect(rows("u2").draft.lying, "of another record").toBe(false);
  });

  it("offers each of an earlier sitting: at the opening, and over the row", async () => {
    ledger.set("keys@a", { id: "a", name: "账册二" });
    const { draft } = rows();
    await flushPromises();
    expect(draft.offered.value?.body).toEqual({ id: "a", name: "账册二" });
    draft.turn({ name: "" });
    draft.form.name = "公章";
    draft.turn({ id: "a", name: "账册" });
    await flushPromises();
    expect([draft.form.name, draft.offered.value?.body]).toEqual(["账册", { id: "a", name: "账册二" }]);
    draft.take();
    expect(draft.form).toEqual({ id: "a", name: "账册二" });
    draft.begin({ name: "" });
    await flushPromises();
    await flushDrafts();
    expect([draft.form.name, [...ledger.values()]]).toEqual(["公章", [{ name: "公章" }]]);
  });

  it("types anew where one of a row was refused at the opening, and not over another that waits", async () => {
    ledger.set("keys@a", { id: "a", name: "账册二" });
    const { draft } = rows();
    await flushPromises();
    draft.refuse();
    draft.form.name = "公章";
    await flushDrafts();
    expect([...ledger]).toEqual([["keys@", { name: "公章" }]]);
  });

  it("does not come back to what the ledger erased meanwhile", async () => {
    const { draft } = rows();
    draft.form.name = "公章";
    await flushDrafts();
    draft.turn({ id: "a", name: "账册" });
    await whileErasing(async () => ledger.clear());
    expect([draft.begin({ name: "" }), draft.form.name]).toEqual([false, ""]);
  });
});

it("says why it could not be kept and tries again, for nothing typed may be lost silently", async () => {
  broken = { code: "full", message: "磁盘已满。" };
  const { form, problem } = open();
  form.place = "食堂";
  await flushDrafts();
  expect(problem.value?.message).toBe("磁盘已满。");
  broken = null;
  await flushDrafts();
  expect(problem.value).toBeNull();
  expect(ledger.get("meeting@m1")).toEqual({ place: "食堂" });
});

it("keeps them in the ledger by its commands, past the client that would refresh every page", async () => {
  const fake = new FakePlatform({ "drafts.get": () => null, "drafts.save": () => null, "drafts.discard": () => null });
  fake.touches["drafts.save"] = ["draft"];
  usePlatform(fake);
  keepDraftsIn(ledgerDrafts);
  let refreshed = 0;
  const stop = listen(["*"], () => (refreshed += 1));
  const { form, dropped } = open();
  form.place = "食堂";
  await flushDrafts();
  dropped();
  await flushPromises();
  stop();
  expect(fake.calls).toEqual([
    { name: "drafts.get", args: { form: "meeting", record: "m1" } },
    { name: "drafts.save", args: { form: "meeting", record: "m1", body: { place: "食堂" } } },
    { name: "drafts.discard", args: { form: "meeting", record: "m1" } },
  ]);
  expect(refreshed).toBe(0);
});

const locked = () => setStatus({ known: [], home: "/", open: null });
const officer = () => statusOf("officer", { person: { id: "other", name: "熊秀英", role: "officer", parts: [], reads: [] } });

it("tells what was typed before a lock and lets it be dropped, be it in the ledger or not yet", async () => {
  setStatus(statusOf("chair"));
  const first = open();
  first.form.place = "食堂";
  await flushDrafts();
  locked();
  first.leave();
  setStatus(statusOf("chair"));
  const again = open();
  await flushPromises();
  expect([again.lying, again.form.place, again.offered.value?.body]).toEqual([false, "会议室", { place: "食堂" }]);
  again.take();
  expect(again.form.place).toBe("食堂");

  // The disk is full: it waits in memory, and goes on there.
  broken = { code: "full", message: "磁盘已满。" };
  again.form.place = "食堂二楼";
  locked();
  again.leave();
  setStatus(statusOf("chair"));
  const third = open();
  await flushPromises();
  expect(third.offered.value).toEqual({ body: { place: "食堂二楼" }, savedAt: "" });
  third.take();
  third.form.place = "食堂三楼";
  broken = null;
  await flushDrafts();
  expect(ledger.get("meeting@m1")).toEqual({ place: "食堂三楼" });
  third.leave();
  locked();
  setStatus(statusOf("chair"));
  const last = open();
  await flushPromises();
  last.refuse();
  await flushPromises();
  expect([last.form.place, last.offered.value, ledger.size]).toEqual(["会议室", null, 0]);
});

it("shows none of them to the next person at the desk, or in another ledger", async () => {
  broken = { code: "not_open", message: "还没有打开账本。" };
  setStatus(statusOf("chair"));
  open().form.place = "主席写的";
  locked();
  setStatus(statusOf("chair"));
  const own = open();
  await flushPromises();
  expect(own.offered.value?.body).toEqual({ place: "主席写的" });
  locked();
  setStatus(officer());
  const others = open();
  await flushPromises();
  expect([others.form.place, others.offered.value]).toEqual(["会议室", null]);
});

describe("what was typed while guarded data was shown", () => {
  const full = () => statusOf("chair", { sight: { identity: "full", wages: "full", health: "full", account: "full" } });
  /** The ledger's own rule: what was seen is told where it is shown. */
  const guarded: DraftStore = {
    ...store,
    get: async (form, record) => {
      const kept = await store.get(form, record);
      if (!kept || !("$seen" in kept.body)) return kept;
      const { $seen: _, ...body } = kept.body as { $seen: boolean };
      return desk.status?.open?.sight.identity === "full" ? { ...kept, body } : { ...kept, body: {}, covered: "reveal" };
    },
  };
  beforeEach(() => {
    locked();
    keepDraftsIn(guarded);
    setStatus(full());
  });

  it("goes out of the form as it is masked again, and comes back whole where it is shown", async () => {
    const { form, offered } = open();
    form.note = "13800138000";
    setStatus(statusOf("chair"));
    expect([form, offered.value?.covered], "at once").toEqual([{ place: "会议室" }, "reveal"]);
    await flushPromises();
    expect(ledger.get("meeting@m1")).toEqual({ place: "会议室", note: "13800138000", $seen: true });
    expect([form, offered.value?.covered]).toEqual([{ place: "会议室" }, "reveal"]);
    const elsewhere = open();
    await flushPromises();
    expect([elsewhere.form, elsewhere.offered.value?.covered]).toEqual([{ place: "会议室" }, "reveal"]);
    elsewhere.leave();
    setStatus(full());
    await flushPromises();
    expect([form, offered.value]).toEqual([{ place: "会议室", note: "13800138000" }, null]);
  });

  it("is covered in the next sitting, also where it could not be kept before", async () => {
    broken = { code: "full", message: "磁盘已满。" };
    const first = open();
    first.form.note = "13800138000";
    locked();
    first.leave();
    await flushPromises();
    setStatus(statusOf("chair"));
    const again = open();
    await flushPromises();
    expect(again.offered.value).toEqual({ body: {}, savedAt: "", covered: "reveal" });
    again.take();
    expect(again.form, "it cannot be taken so").toEqual({ place: "会议室" });
    broken = null;
    await flushDrafts();
    expect(ledger.get("meeting@m1"), "kept late, and marked all the same").toEqual({ place: "会议室", note: "13800138000", $seen: true });
    setStatus(full());
    await flushPromises();
    again.take();
    expect(again.form).toEqual({ place: "会议室", note: "13800138000" });
  });

  it("goes on at once in a form in which nothing guarded stands", async () => {
    keepDraftsIn({ ...store, save: async (form, record, { $seen: _, ...body }: { $seen?: boolean }) => store.save(form, record, body) });
    const { form, offered } = open();
    form.place = "食堂";
    setStatus(statusOf("chair"));
    await flushPromises();
    expect([form.place, offered.value]).toEqual(["食堂", null]);
  });
});

it("forgets another ledger's drafts without giving them to this one", async () => {
  open().form.place = "别家";
  forgetDrafts();
  vi.advanceTimersByTime(1000);
  expect(ledger.size).toBe(0);
});

it("makes no draft of what the ledger filled in, and fills nothing over what was typed", async () => {
  const { form, fill } = open();
  fill({ place: "职工之家" });
  vi.advanceTimersByTime(1000);
  await flushDrafts();
  expect(form.place).toBe("职工之家");
  expect(ledger.size, "nobody typed it").toBe(0);
  form.place = "食堂";
  fill({ place: "职工之家" });
  await flushDrafts();
  expect([form.place, ledger.get("meeting@m1")]).toEqual(["食堂", { place: "食堂" }]);
});

describe("what the ledger erased", () => {
  const purge = async () => ledger.clear();

  it("is in no form any more, closed or open, and is not written back by the next word", async () => {
    const left = open();
    left.form.note = "13800138000";
    await flushDrafts();
    left.leave();
    await whileErasing(purge);
    const again = open();
    expect([again.lying, again.form]).toEqual([false, { place: "会议室" }]);
    again.form.note = "13800138000";
    await flushDrafts();
    await whileErasing(purge);
    expect(again.form, "it stands open").toEqual({ place: "会议室" });
    again.form.place = "食堂";
    await flushDrafts();
    expect([...ledger.values()]).toEqual([{ place: "食堂" }]);
  });

  it("is not brought back by what was typed just before and not yet kept, nor by a word that falls into the erasing", async () => {
    const { form } = open();
    form.note = "13800138000";
    await whileErasing(async () => {
      expect(ledger.size, "the erasing finds it").toBe(1);
      ledger.clear();
      form.place = "食堂";
      vi.advanceTimersByTime(1000);
    });
    vi.advanceTimersByTime(1000);
    await flushPromises();
    expect([form, ledger.size]).toEqual([{ place: "会议室" }, 0]);
  });

  it("is offered no more", async () => {
    ledger.set("meeting@m1", { note: "13800138000" });
    const waiting = open();
    await flushPromises();
    await whileErasing(purge);
    expect(waiting.offered.value).toBeNull();
    ledger.set("meeting@m1", { note: "13800138000" });
    const taking = open();
    await flushPromises();
    await whileErasing(async () => {
      taking.take();
      ledger.clear();
    });
    await flushPromises();
    expect([taking.form, ledger.size]).toEqual([{ place: "会议室" }, 0]);
  });

  it("takes nothing else along: what the ledger still holds, and what could not be kept there yet", async () => {
    broken = { code: "full", message: "磁盘已满。" };
    const { form } = open();
    form.place = "食堂";
    await whileErasing(async () => void (broken = null));
    await flushPromises();
    expect([form.place, ledger.get("meeting@m1")]).toEqual(["食堂", { place: "食堂" }]);
    await expect(whileErasing(() => Promise.reject(new Error("refused")))).rejects.toThrow("refused");
    expect(form.place).toBe("食堂");
  });

  it("is gone with what an undone step left", async () => {
    const erased = () => void ledger.clear();
    usePlatform(new FakePlatform({ "trash.purgeStep": erased, "ledger.status": () => statusOf("chair") }));
    const stop = watchLedger();
    const { form } = open();
    form.note = "13800138000";
    await flushDrafts();
    await job("trash.purgeStep", { seq: 7, reason: "导错了表" }, () => undefined).result;
    expect(form).toEqual({ place: "会议室" });
    await flushPromises();
    expect(ledger.size).toBe(0);
    stop();
  });

  it("is gone too where it was erased while the ledger was locked here", async () => {
    usePlatform(new FakePlatform({ "ledger.open": () => statusOf("chair"), "ledger.status": () => statusOf("chair") }));
    const stop = watchLedger();
    setStatus(statusOf("chair"));
    const first = open();
    first.form.note = "13800138000";
    await flushDrafts();
    first.leave();
    setStatus({ known: [], home: "/", open: null });
    ledger.clear();
    setStatus(await call("ledger.open", { dir: "/a", person: "p", passphrase: "" } as never));
    expect(open().form).toEqual({ place: "会议室" });
    stop();
  });
});
