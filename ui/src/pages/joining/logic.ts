// Applicants on their way from the form to the core: nobody twice, nothing sent that was only shown, a line put right is read
// anew; and in which order those who wait stand. Pure; what is wrong with a line the core says.
import type { Admitted, ApplicantInput, ApplicantRead, Application, ApplyInput, DispatchAgreement } from "../../contract/bindings";
import { joining } from "../../text/joining";

/** The form while it is filled in: 用工形式 of those who are new to the roster has no value of its own. */
export type ApplyForm = Omit<ApplyInput, "people" | "form" | "agreement"> & {
  form: NonNullable<ApplyInput["form"]> | "";
  agreement?: DispatchAgreement | "";
  people: ApplicantRead[];
};

/** Whether anybody of the form is dispatched: by the roster, or as those who are new to it are entered. */
export const dispatched = (form: ApplyForm): boolean =>
  form.people.some((one) => one.dispatched) || (form.form === "dispatched" && form.people.some((one) => !one.applicant.person));

/** Those who wait, the first who applied on top; of one day in the order in which they were entered. */
export const inOrder = (waiting: readonly Application[]): Application[] =>
  [...waiting].sort((a, b) => (a.appliedOn === b.appliedOn ? compare(a.id, b.id) : compare(a.appliedOn, b.appliedOn)));
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Those of one approval in the order of their member numbers, as the roll is signed and the cards are laid out. */
export const byNumber = (people: readonly Admitted[]): Admitted[] => [...people].sort((a, b) => Number(a.number) - Number(b.number));

/** Where somebody works, or that nobody entered it. */
export const placeOf = (one: { shop: string | null; post?: string | null; employer?: string | null }): string => [one.employer, one.shop, one.post].filter(Boolean).join(" ") || joining.noPlace;

const keyOf = ({ applicant }: ApplicantRead) => applicant.person ?? applicant.idNumber;
/** A masked number was only shown: the roster holds it. */
const typed = (value: string | undefined) => (value && !value.includes("*") ? value : undefined);

/** The people without those who stand there already, by the roster or by their number. */
export function without(people: readonly ApplicantRead[]): ApplicantRead[] {
  const seen = new Set<string>();
  return people.filter((one) => {
    const key = keyOf(one);
    if (!key) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Why the person of a row cannot be sent, if so; a row put right may turn out to be one that stands above. */
export function troubleOf(people: readonly ApplicantRead[], at: number): string | null {
  const key = keyOf(people[at]!);
  const above = key !== undefined && people.slice(0, at).some((one) => keyOf(one) === key);
  return people[at]!.trouble ?? (above ? joining.lines.twice : null);
}

/** Whether a row is shown as fields: what the roster holds is put right there, not here. */
export const changeable = (one: ApplicantRead): boolean => one.trouble !== null || !one.applicant.person;

/** What of a row is typed. */
export type Line = Pick<ApplicantInput, "name" | "idNumber" | "phone" | "employer">;

/** A row as the line that the core reads it from; under a head where there is a firm, which is not told by its shape. */
export function lineOf({ name, idNumber, phone, employer }: Line): string {
  const cells = [name, typed(idNumber), typed(phone), employer].map((cell) => cell?.trim() ?? "");
  return cells[3] ? `${joining.lines.head}\n${cells.join("\t")}` : cells.slice(0, 3).join("\t");
}

/** A row as it was read anew; what was typed and could not be read stays to be put right. */
export function reread(line: Line, found: ApplicantRead | undefined): ApplicantRead {
  if (!found) return { applicant: { ...line }, sex: null, note: null, trouble: joining.lines.nothing };
  if (found.applicant.person) return found;
  const { idNumber, phone, employer } = found.applicant;
  const lost = typed(line.phone)?.trim();
  return { ...found, applicant: { ...found.applicant, idNumber: idNumber ?? typed(line.idNumber), phone: phone ?? (lost === idNumber ? undefined : lost), employer: employer ?? (line.employer?.trim() || undefined) } };
}

/** What is sent. */
export function asked(form: ApplyForm): ApplyInput {
  return {
    appliedOn: form.appliedOn,
    signed: form.signed,
    shop: form.shop?.trim() || undefined,
    post: form.post?.trim() || undefined,
    form: form.form || undefined,
    employer: form.employer?.trim() || undefined,
    agreement: (dispatched(form) && form.agreement) || undefined,
    people: form.people.map(({ applicant }) => ({
      person: applicant.person,
      name: applicant.name,
      idNumber: typed(applicant.idNumber),
      phone: typed(applicant.phone),
      employer: applicant.employer?.trim() || undefined,
    })),
  };
}
