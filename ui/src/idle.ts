// When the window locks the ledger by itself: after minutes without a touch, and when the machine has slept (the wall clock
// then runs ahead of the clock that stands still in sleep). The clocks are read here and nowhere else.

const LOOK_MS = 5000;
/** More than this between both clocks means sleep, not a slow machine. */
const SLEPT_MS = 30_000;

export type Clocks = { wall: () => number; awake: () => number };
const machine: Clocks = { wall: () => Date.now(), awake: () => performance.now() };

/** Whether to lock, seen at one look. Pure. `touched` and the two offsets are in milliseconds. */
export function shouldLock(now: { wall: number; awake: number }, touched: number, offset: number, idleMinutes: number): boolean {
  const slept = now.wall - now.awake - offset;
  return slept > SLEPT_MS || (idleMinutes > 0 && now.wall - touched >= idleMinutes * 60_000);
}

/** Watches for touches until the returned function is called; `lock` is called at most once a rest. */
export function watchIdle(idleMinutes: () => number, lock: () => void, clocks: Clocks = machine): () => void {
  let touched = clocks.wall();
  let offset = clocks.wall() - clocks.awake();
  function look() {
    const now = { wall: clocks.wall(), awake: clocks.awake() };
    if (!shouldLock(now, touched, offset, idleMinutes())) return;
    touched = now.wall;
    offset = now.wall - now.awake;
    lock();
  }
  /** The first touch after a long rest must find the ledger locked, before it does anything. */
  function touch() {
    look();
    touched = clocks.wall();
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
