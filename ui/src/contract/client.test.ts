// The typed way to a command: what a write changed is told once to those who show it, a read and a cancelled job tell nothing.
import { effectScope } from "vue";
import { describe, expect, it } from "vitest";
import { usePlatform } from "../platform";
import { FakePlatform } from "../platform/fake";
import { call, job } from "./client";
import { listen, useRefresh } from "./refresh";

describe("what a write changed", () => {
  it("is told to those who show it, once each, and to nobody else", async () => {
    const fake = new FakePlatform({ "members.remove": () => null });
    fake.touches["members.remove"] = ["person", "employment"];
    usePlatform(fake);
    const heard: string[] = [];
    const stops = [
      listen(["person", "employment"], () => heard.push("members")),
      listen(["meeting"], () => heard.push("meeting")),
      listen(["*"], () => heard.push("frame")),
    ];
    await call("members.remove", { id: "1" });
    expect(heard.sort()).toEqual(["frame", "members"]);
    stops.forEach((stop) => stop());
    await call("members.remove", { id: "1" });
    expect(heard, "whoever stopped listening hears nothing").toHaveLength(2);
  });

  it("is not told after a read", async () => {
    usePlatform(new FakePlatform({ "papers.list": () => [] }));
    let heard = 0;
    const stop = listen(["*"], () => heard++);
    await call("papers.list", {});
    stop();
    expect(heard).toBe(0);
  });

  it("is no longer told to a page that has gone", async () => {
    const fake = new FakePlatform({ "ledger.undo": () => ({ label: "x" }) });
    fake.touches["ledger.undo"] = ["person"];
    usePlatform(fake);
    let heard = 0;
    const scope = effectScope();
    scope.run(() => useRefresh(["person"], () => heard++));
    scope.stop();
    await call("ledger.undo", {});
    expect(heard).toBe(0);
  });

  it("is not told when a job was cancelled", async () => {
    const fake = new FakePlatform({ "ledger.check": () => new Promise(() => undefined) });
    fake.touches["ledger.check"] = ["person"];
    usePlatform(fake);
    let heard = 0;
    const stop = listen(["*"], () => heard++);
    const running = job("ledger.check", {}, () => undefined);
    running.cancel();
    await expect(running.result).rejects.toMatchObject({ code: "cancelled" });
    stop();
    expect(heard).toBe(0);
  });
});
