// Dates as a person types and reads them. Pure: no clock is read here; "today" always comes from the core.
import { dayText } from "../text/days";

const WIDE = /[\uff10-\uff19\uff0d\uff0f\uff0e]/g;

/** Narrow digits and signs for wide ones. */
export function narrow(text: string): string {
  return text.replace(WIDE, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** True when this day stands in the calendar (29 February only in leap years). */
export function exists(year: number, month: number, day: number): boolean {
  const d = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2200 && d.getUTCMonth() === month - 1 && d.getUTCDate() === day;
}

/**
 * Reads a date as people write it: 2026-3-5, 2026/03/05, 2026.3.5, 20260305, 2026年3月5日, 26-3-5 (the 2000s).
 * Answers ISO (2026-03-05), or null when it is no whole date.
 */
export function parseDay(typed: string): string | null {
  const text = narrow(typed).replace(/\s/g, "");
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const parted = /^(\d{4}|\d{2})[-/.\u5e74](\d{1,2})[-/.\u6708](\d{1,2})\u65e5?$/.exec(text);
  const found = packed ?? parted;
  if (!found) return null;
  const [, y = "", m = "", d = ""] = found;
  const year = y.length === 2 ? 2000 + Number(y) : Number(y);
  const month = Number(m);
  const day = Number(d);
  if (!exists(year, month, day)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function parts(iso: string): [number, number, number] | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return m ? [Number(m[1]), Number(m[2]), Number(m[3])] : null;
}

/** "2026年11月16日 星期一"; whatever is no ISO date comes back as it is. */
export function dayWords(iso: string): string {
  const p = parts(iso);
  return p ? `${dayText.full(...p)} ${weekday(iso)}` : iso;
}

/** "2026年11月16日": with its year always, where two days stand side by side. */
export function dayFull(iso: string): string {
  const p = parts(iso);
  return p ? dayText.full(...p) : iso;
}

/** "11月16日", or "2027年1月2日" when it lies in another year than `near` (ISO; the reader's today). */
export function dayShort(iso: string, near: string): string {
  const p = parts(iso);
  if (!p) return iso;
  return near.slice(0, 4) === iso.slice(0, 4) ? dayText.short(p[1], p[2]) : dayText.full(...p);
}

/** "2026年11月16日 09:12" of a moment (ISO, local time); whatever is none comes back as it is. */
export function momentWords(iso: string): string {
  const p = parts(iso);
  const at = /[T ](\d{2}:\d{2})/.exec(iso)?.[1];
  return p ? `${dayText.full(...p)}${at ? ` ${at}` : ""}` : iso;
}

export function weekday(iso: string): string {
  const p = parts(iso);
  if (!p) return "";
  return dayText.weekdays[new Date(Date.UTC(p[0], p[1] - 1, p[2])).getUTCDay()] ?? "";
}

/** Whole days from one ISO date to another (negative when it lies before). */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to.slice(0, 10)}T00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00Z`)) / 86_400_000);
}
