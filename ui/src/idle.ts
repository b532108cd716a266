// When the window locks the ledger by itself: after minutes without a touch, and when the machine has slept: the wall clock then
// runs ahead of the clock that stands still in sleep, or, where both run on in sleep (Windows), nobody looked at them for long.
// The clocks are read here and nowhere else.

const LOOK_MS = 5000;
/** More than this between both clocks means sleep, not a slow machine. */
const SLEPT_MS = 30_000;
/** A hidden window is still let look once a minute: more than this between two looks means sleep. */
const UNSEEN_MS = 150_000;

export type Clocks = { wall: () => number; awake: () => number };
const machine: Clocks = { wall: () => Date.now(), awake: () => performance.now() };

/** What earlier looks left: the last touch, how far the clocks were apart, the last look; in milliseconds. */
export type Seen = { touched: number; offset: number; looked: number };

/** Whether to lock, seen at one look. Pure. */
export function shouldLock(now: { wall: number; awake: number }, { touched, offset, looked }: Seen, idleMinutes: number): boolean {
  const slept = now.wall - now.awake - offset > SLEPT_MS || now.wall - looked > UNSEEN_MS;
  return slept || (idleMinutes > 0 && now.wall - touched >= idleMinutes * 60_000);
}

/** Watches for touches until the returned function is called; `lock` is called at most once a rest. */
export function watchIdle(idleMinutes: () => number, lock: () => void, clocks: Clocks = machine): () => void {
  const seen: Seen = { touched: clocks.wall(), offset: clocks.wall() - clocks.awake(), looked: clocks.wall() };
  function look() {
    const now = { wall: clocks.wall(), awake: clocks.awake() };
    const rest = shouldLock(now, seen, idleMinutes());
    seen.looked = now.wall;
    if (!rest) return;
    seen.touched = now.wall;
    seen.offset = now.wall - now.awake;
    lock();
  }
  /** The first touch after a long rest must find the ledger locked, before it does anything. */
  function touch() {
    look();
    seen.touched = clocks.wall();
  }
  const touches = ["pointerdown", "pointermove", "keydown", "wheel"] as const;
  for (const name of touches) window.addEventListener(name, touch, { capture: true, passive: true });
  document.addEventListener("visibilitychange", look);
  const timer = setInterval(look, LOOK_MS);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
    for (const name of touches) window.removeEventListener(name, touch, { capture: true });
  };
}
