// The form of an employment: how it starts, which day it proposes for the end of the one before, and what of it is sent; and how
// one reads in the file. Pure.
import type { Employment, EmploymentBegin } from "../../contract/bindings";
import { narrow, parseDay } from "../../parts/days";
import { dossier as words } from "../../text/dossier";
import { employment as text } from "../../text/employment";
import { members } from "../../text/members";
import { exactDay } from "../members/membership";
import { inOneLine } from "./records";

const texts = ["hiredOn", "employer", "employerCode", "shop", "team", "post", "workNumber", "status"] as const;
/** What one employment hands on to the next by a button: everything but its days. */
const handed = ["employer", "employerCode", "shop", "team", "post", "workNumber"] as const;

/** A form's values as they are typed; "" where nothing is entered. */
export type JobForm = Record<(typeof texts)[number], string> & { form: Employment["form"] | ""; leftOn: string; previousUntil: string };

/** The form as it starts: empty, or the one that is corrected. */
export function startedJob(job: Employment | null): JobForm {
  const typed = Object.fromEntries(texts.map((name) => [name, job?.[name] ?? ""])) as Record<(typeof texts)[number], string>;
  return { ...typed, form: job?.form ?? "", leftOn: job?.leftOn ?? "", previousUntil: "" };
}

/** The one that has not ended. */
export const presentJob = (jobs: Employment[]): Employment | undefined => jobs.find((one) => !one.leftOn);

/** The day before a whole day (ISO); "" of anything else. */
export function dayBefore(typed: string): string {
  const day = parseDay(typed);
  if (!day) return "";
  return new Date(Date.parse(`${day}T00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** What the form says of the end of the one before when the day of entry is typed anew: the day before it, unless another was typed. */
export const proposedUntil = (until: string, was: string, now: string): string => (until === "" || until === dayBefore(was) ? dayBefore(now) : until);

/** What the one before hands on. */
export const handedOn = (job: Employment): Partial<JobForm> => Object.fromEntries(handed.map((name) => [name, job[name] ?? ""]));

const filled = (value: string) => value.trim() || undefined;

/** What is sent of the employment itself: empty texts left out. */
export function tidyJob(form: JobForm & { form: Employment["form"] }, person: string, id?: string): Employment {
  const typed = Object.fromEntries(texts.map((name) => [name, filled(form[name])]));
  return { id, person, ...typed, hiredOn: filled(narrow(form.hiredOn)), form: form.form, leftOn: filled(form.leftOn) };
}

/** A new one, and the end of the one that it follows where one has not ended; one that is over follows none. */
export function tidyBegin(form: JobForm & { form: Employment["form"] }, person: string, jobs: Employment[]): EmploymentBegin {
  const follows = presentJob(jobs) && !filled(form.leftOn);
  return { job: tidyJob(form, person), previousUntil: follows ? filled(form.previousUntil) : undefined };
}

/** 洪都劳务，装配，钳工，劳务派遣. */
export const jobWords = (job: Employment): string => inOneLine(job.employer, job.shop, job.team, job.post, members.forms[job.form]);

/** 2019年7月到2026年6月30日. */
export function jobDays(job: Employment): string {
  if (job.hiredOn) return words.job(exactDay(job.hiredOn), job.leftOn ? exactDay(job.leftOn) : "");
  return job.leftOn ? text.until(exactDay(job.leftOn)) : words.jobNoDay;
}
