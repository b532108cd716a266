// Locking by itself: after the minutes set, at once after sleep, and never while someone works.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { shouldLock, watchIdle } from "./idle";

const MINUTE = 60_000;
let wall: number;
let awake: number;
let locks: number;
let stop: () => void;
/** Lets whole minutes pass, with a look at the end of each, as a hidden window is let. */
function pass(ms: number) {
  for (let minutes = ms / MINUTE; minutes > 0; minutes--) {
    wall += MINUTE;
    awake += MINUTE;
    vi.advanceTimersByTime(5000);
  }
}
/** Asleep nobody looks, and the other clock runs on or not. */
function sleep(ms: number, runsOn: boolean) {
  wall += ms;
  if (runsOn) awake += ms;
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
  sleep(2 * MINUTE, false);
  expect(locks).toBe(1);
  pass(MINUTE);
  expect(locks).toBe(1);
});

it("locks after a sleep in which both clocks ran on", () => {
  sleep(3 * MINUTE, true);
  expect(locks).toBe(1);
  pass(2 * MINUTE);
  expect(locks).toBe(1);
});

it("locks before the first touch after a long rest does anything", () => {
  wall += 11 * MINUTE;
  awake += 11 * MINUTE;
  window.dispatchEvent(new Event("keydown"));
  expect(locks).toBe(1);
});

it("takes a slow machine for no sleep, and zero minutes for never", () => {
  expect(shouldLock({ wall: 20_000, awake: 0 }, { touched: 20_000, offset: 0, looked: 0 }, 10)).toBe(false);
  const late = 900 * MINUTE;
  expect(shouldLock({ wall: late, awake: late }, { touched: 0, offset: 0, looked: late - MINUTE }, 0)).toBe(false);
});
