// An open ledger with someone at the desk, for tests.
import type { Role, Status } from "../src/contract/bindings";

export const statusOf = (role: Role, over: Partial<NonNullable<Status["open"]>> = {}): Status => ({
  known: [],
  home: "/",
  open: {
    dir: "/a",
    unionName: "赣江机械有限公司工会委员会",
    employer: "赣江机械有限公司",
    person: { id: "p", name: "张建国", role, parts: [], reads: [] },
    sight: { identity: "masked", wages: "masked", health: "masked", account: "masked" },
    idleMinutes: 10,
    namedDay: null,
    today: "2026-11-16",
    undo: "保存会议",
    redo: null,
    stoppedBy: null,
    unionId: "ledger",
    bySheet: false,
    ...over,
  },
});
