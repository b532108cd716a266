// Applicants on their way from the form to the core: nobody twice, and nothing sent that was only shown. Pure.
import type { ApplicantRead, ApplyInput } from "../../contract/bindings";

/** The people without those who stand there already, by the roster or by their number. */
export function without(people: readonly ApplicantRead[]): ApplicantRead[] {
  const seen = new Set<string>();
  return people.filter(({ applicant }) => {
    const key = applicant.person ?? applicant.idNumber;
    if (!key) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What is sent. A masked number was only shown: the roster holds it. */
export function asked(form: Omit<ApplyInput, "people"> & { people: readonly ApplicantRead[] }): ApplyInput {
  const typed = (value: string | undefined) => (value && !value.includes("*") ? value : undefined);
  return {
    appliedOn: form.appliedOn,
    signed: form.signed,
    shop: form.shop?.trim() || undefined,
    post: form.post?.trim() || undefined,
    form: form.form,
    people: form.people.map(({ applicant }) => ({
      person: applicant.person,
      name: applicant.name,
      idNumber: typed(applicant.idNumber),
      phone: typed(applicant.phone),
    })),
  };
}
