// What the pages of others' forms reckon: which marks fit a form, what a filling is asked with, how a file is called.
import { formRecord as text } from "../../text/forms";
import type { FormAbout, FormMark, FormOf, FormPurpose, KeptForm, MarkGroup } from "../../contract/bindings";

/** The groups that a form of this subject may bear; all of them without one. The union's fit any. */
export function groupsFor(groups: MarkGroup[], about: FormAbout | null): MarkGroup[] {
  return about === null ? groups : groups.filter((group) => group.about === about || group.about === "union");
}

/** What is chosen to fill a form with. */
export type Choice = { of: string; shop: string; purpose: FormPurpose };

/** Whether enough is chosen. */
export function ready(form: KeptForm, choice: Choice): boolean {
  return form.about === "union" || form.about === "roster" || choice.of !== "";
}

export function asked(form: KeptForm, choice: Choice): FormOf {
  const one = form.about === "person" || form.about === "negotiation" || form.about === "supervision";
  return {
    id: form.id,
    of: one ? choice.of : undefined,
    members: form.about === "roster" ? { shop: choice.shop || undefined } : undefined,
    purpose: choice.purpose,
  };
}

/** Whether a form can show what is masked for a public notice: only then it matters for whom it is filled. */
export function hasPeople(form: KeptForm): boolean {
  return form.about === "person" || form.about === "roster";
}

export const unknownOf = (marks: FormMark[]) => marks.filter((mark) => !mark.known);
export const knownOf = (marks: FormMark[]) => marks.filter((mark) => mark.known);

/** What the filled file is proposed to be called; `who` is empty where a form is about the union or a list. */
export function fileFor(form: KeptForm, who: string): string {
  return `${text.fileName(form.name, who).replace(/[/\\:*?"<>|]/g, "_")}.${form.program}`;
}

/** A form's name, from the file that was picked. */
export function nameOf(file: string): string {
  return file.replace(/\.(docx|xlsx)$/i, "");
}
