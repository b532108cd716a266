// Locking by itself: after the minutes set, at once after sleep, and never while someone works.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { shouldLock, watchIdle } from "./idle";

const MINUTE = 60_000;
let wall: number;
let awake: number;
let locks: number;
let stop: () => void;
/** Lets time pass in steps of the watch; asleep, only the wall clock runs. */
function pass(ms: number, asleep = false) {
  wall += ms;
  if (!asleep) awake += ms;
  vi.advanceTimersByTime(5000);
}
beforeEach(() => {
  vi.useFakeTimers();
  wall = 1_000_000;
  awake = 5_000;
  locks = 0;
  stop = watchIdle(() => 10, () => (locks += 1), { wall: () => wall, awake: () => awake });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

it("locks after ten minutes without a touch, once", () => {
  pass(9 * MINUTE);
  expect(locks).toBe(0);
  pass(MINUTE);
  expect(locks).toBe(1);
  pass(MINUTE);
  expect(locks).toBe(1);
});

it("begins to count anew at each touch", () => {
  for (let i = 0; i < 5; i++) {
    pass(8 * MINUTE);
    window.dispatchEvent(new Event("pointermove"));
  }
  expect(locks).toBe(0);
});

it("locks when the machine wakes from sleep, however short against the minutes", () => {
  pass(2 * MINUTE, true);
  expect(locks).toBe(1);
});

it("locks before the first touch after a long rest does anything", () => {
  wall += 11 * MINUTE;
  awake += 11 * MINUTE;
  window.dispatchEvent(new Event("keydown"));
  expect(locks).toBe(1);
});

it("takes a slow machine for no sleep, and zero minutes for never", () => {
  expect(shouldLock({ wall: 20_000, awake: 0 }, 20_000, 0, 10)).toBe(false);
  expect(shouldLock({ wall: 900 * MINUTE, awake: 900 * MINUTE }, 0, 0, 0)).toBe(false);
});
