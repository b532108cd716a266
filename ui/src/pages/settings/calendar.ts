// The notice as a form holds it: days as typed, the days worked in exchange in one line. What a notice must say is the
// core's to judge.
import type { HolidayAsked, Notice } from "../../contract/bindings";
import { parseDay } from "../../parts/days";
import type { Problem } from "../../platform";
import { calendar as text } from "../../text/calendar";

export type TypedHoliday = { from: string; to: string; first: string; work: string };
export type TypedNotice = { basis: string; holidays: TypedHoliday[] };

/** A form for the holidays asked for, filled with what is known. */
export function typedOf(year: number, asked: HolidayAsked[], known: Notice | null): TypedNotice {
  const holidays = asked.map((one) => {
    const holiday = known?.holidays.find((h) => h.name === one.name);
    return { from: holiday?.from ?? "", to: holiday?.to ?? "", first: holiday?.first ?? one.first ?? "", work: holiday?.work.join(text.between) ?? "" };
  });
  return { basis: known?.basis || text.basisFresh(year), holidays };
}

const refused = (field: string, message: string): Problem => ({ code: "bad_input", message, field });

/** The notice that was typed. Throws the problem of the first field that is no date. */
export function noticeOf(year: number, typed: TypedNotice, asked: HolidayAsked[]): Notice {
  const holidays = asked.map((one, at) => {
    const { from, to, first, work } = typed.holidays[at]!;
    if (!from || !to || !(one.first ?? first)) throw refused(`holidays.${at}.from`, text.missing(one.name));
    const days = work.split(text.separators).filter(Boolean);
    const parsed = days.map((part) => {
      const iso = parseDay(part);
      if (!iso) throw refused(`holidays.${at}.work.0`, text.noSuchDays(part));
      return iso;
    });
    return { name: one.name, from, to, first: one.first ?? first, work: parsed };
  });
  return { year, basis: typed.basis, holidays };
}
