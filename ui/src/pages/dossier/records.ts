// The records of a person's file: which fields each form has, how it starts and what of it is sent; and how a record reads in
// one line. Pure.
import type { Certificate, DossierNote, Hazard, HealthExam, Honour, LabourContract, Training } from "../../contract/bindings";
import { wholeNumber } from "../../parts/numbers";
import { dossier as text } from "../../text/dossier";

export type RecordKind = "contract" | "certificate" | "training" | "honour" | "exam";
export type Field = { name: string; as: "text" | "day" | "number" | "hazards" } | { name: string; as: "choice"; words: Record<string, string>; empty?: boolean };
/** A form's values as they are typed; hazards by their kind, "" where no measure is entered. */
export type RecordForm = { id?: string; person: string; hazards?: Record<string, string> } & Record<string, unknown>;

type Spec = { save: "dossier.saveContract" | "dossier.saveCertificate" | "dossier.saveTraining" | "dossier.saveHonour" | "dossier.saveExam"; fields: Field[]; fresh: Record<string, unknown> };
export const specs: Record<RecordKind, Spec> = {
  contract: {
    save: "dossier.saveContract",
    fields: [
      { name: "term", as: "choice", words: text.terms },
      { name: "from", as: "day" },
      { name: "until", as: "day" },
      { name: "probationUntil", as: "day" },
      { name: "endedOn", as: "day" },
      { name: "note", as: "text" },
    ],
    fresh: { term: "fixed" },
  },
  certificate: {
    save: "dossier.saveCertificate",
    fields: [
      { name: "kind", as: "choice", words: text.certificates },
      { name: "name", as: "text" },
      { name: "grade", as: "text" },
      { name: "number", as: "text" },
      { name: "issuer", as: "text" },
      { name: "issuedOn", as: "day" },
      { name: "validUntil", as: "day" },
    ],
    fresh: { kind: "skill" },
  },
  training: {
    save: "dossier.saveTraining",
    fields: [
      { name: "course", as: "text" },
      { name: "trainedOn", as: "day" },
      { name: "hours", as: "number" },
      { name: "provider", as: "text" },
    ],
    fresh: {},
  },
  honour: {
    save: "dossier.saveHonour",
    fields: [
      { name: "kind", as: "choice", words: text.honours },
      { name: "level", as: "choice", words: text.levels },
      { name: "name", as: "text" },
      { name: "year", as: "number" },
      { name: "issuer", as: "text" },
    ],
    fresh: { kind: "modelWorker", level: "unit" },
  },
  exam: {
    save: "dossier.saveExam",
    fields: [
      { name: "kind", as: "choice", words: text.exams },
      { name: "examinedOn", as: "day" },
      { name: "institution", as: "text" },
      { name: "conclusion", as: "choice", words: text.conclusions, empty: true },
      { name: "nextOn", as: "day" },
      { name: "note", as: "text" },
      { name: "hazards", as: "hazards" },
    ],
    fresh: { kind: "during", hazards: {} },
  },
};

/** The form of a record as it starts. */
export function started(kind: RecordKind, person: string, record: object | null): RecordForm {
  const form: RecordForm = { ...structuredClone(specs[kind].fresh), ...(record ?? {}), person };
  for (const field of specs[kind].fields) if (field.as === "number" && form[field.name] !== undefined) form[field.name] = String(form[field.name]);
  if (kind === "exam" && record) {
    const kept = (record as HealthExam).hazards;
    form.hazards = Object.fromEntries(kept.map((one) => [one.kind, one.level === undefined ? "" : String(one.level)]));
  }
  return form;
}

/** The first field whose text is no whole number where one is asked for. */
export function wrongNumber(kind: RecordKind, form: RecordForm): string | null {
  const numbers = specs[kind].fields.filter((field) => field.as === "number");
  const wrong = numbers.find((field) => filled(form[field.name]) && wholeNumber(String(form[field.name])) === null);
  if (wrong) return wrong.name;
  return Object.values(form.hazards ?? {}).some((level) => filled(level) && wholeNumber(level) === null) ? "hazards" : null;
}
const filled = (value: unknown) => value !== undefined && value !== null && String(value).trim() !== "";

/** What is sent: empty texts left out, numbers as numbers. */
export function tidyRecord(kind: RecordKind, form: RecordForm): LabourContract & Certificate & Training & Honour & HealthExam {
  const sent: Record<string, unknown> = { id: form.id, person: form.person };
  for (const field of specs[kind].fields) {
    const value = form[field.name];
    if (field.as === "hazards") {
      sent.hazards = Object.entries(form.hazards ?? {}).map(([of, level]): Hazard => ({ kind: of as Hazard["kind"], level: filled(level) ? wholeNumber(level)! : undefined }));
    } else if (field.as === "number") sent[field.name] = filled(value) ? wholeNumber(String(value)) : undefined;
    else sent[field.name] = filled(value) ? String(value).trim() : undefined;
  }
  // What must be there and is not goes as nothing, and the core says at its field what is missing.
  for (const name of ["name", "course"]) if (name in sent) sent[name] ??= "";
  return sent as LabourContract & Certificate & Training & Honour & HealthExam;
}

/** 噪声（86分贝）、高温. */
export function hazardWords(hazards: Hazard[]): string {
  const one = (hazard: Hazard) => {
    const unit = text.measures[hazard.kind];
    const name = text.hazards[hazard.kind];
    return unit && hazard.level !== undefined ? text.measured(name, hazard.level, unit) : name;
  };
  return hazards.map(one).join(text.list);
}

/** A note with its article behind it. */
export function ruleWords(note: DossierNote): string {
  const rule = note.rule;
  if (!rule) return "";
  return text.rule(rule.instrument, rule.article) + (rule.confidence === "high" ? "" : text.comma + text.check);
}

/** Everything that is there, in one line. */
export const inOneLine = (...parts: (string | false | null | undefined)[]): string => parts.filter(Boolean).join(text.comma);
