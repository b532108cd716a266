// What the pages of dues reckon for themselves: which months a list offers, who is left out of a taking, what is sent. Pure.
import type { DuesLineRead, DuesPaid, DuesPerson, DuesScope } from "../../contract/bindings";
import { plusMonths } from "../../parts/money";

/** What is heard of: tables whose change shows on these pages. */
export const listened = ["dues_basis", "dues_base", "dues_entry", "dues_payment", "dues_talk", "person", "membership_event", "union_group_person", "paper"];

/** The months to choose from: from the first that is reckoned through a year ahead, the newest first. */
export function monthsToChoose(first: string, today: string): string[] {
  const months: string[] = [];
  for (let month = plusMonths(today, 12); month >= first; month = plusMonths(month, -1)) months.push(month);
  return months;
}

/** Whether something is owed for a person's month. */
export const owes = (person: DuesPerson) => ["open", "partly", "unknown"].includes(person.months[0]?.state ?? "none");

/** A scope as its list names it: all, those in no group, or a group. */
export const scopeOf = (chosen: string): DuesScope => (chosen === "" ? {} : chosen === "none" ? { ungrouped: true } : { group: chosen });

/** The lines that can be kept: nobody unsure, nothing doubtful unless it was looked at. */
export const sure = (lines: readonly DuesLineRead[], looked: boolean) => lines.filter((line) => line.person && !line.trouble && (looked || !line.doubt));

/** Lines as payments. */
export const paid = (lines: readonly DuesLineRead[]): DuesPaid[] => lines.map((line) => ({ person: line.person!, months: line.months, amount: line.amount ?? undefined }));

/** 千分之 as typed, in ten-thousandths: 5 → 50, 2.5 → 25; null where it is none. */
export function perMille(typed: string): number | null {
  const found = /^(\d{1,3})(?:\.(\d))?$/.exec(typed.trim());
  return found ? Number(found[1]) * 10 + Number(found[2] ?? 0) : null;
}

/** Ten-thousandths as 千分之: 50 → 5, 25 → 2.5. */
export const asPerMille = (rate: number) => String(rate / 10);
