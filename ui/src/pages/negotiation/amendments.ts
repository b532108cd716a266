// What the forms of an amendment and of a filing work out: fresh forms, and forms as they are sent. Pure; what is allowed, the core
// says.
import type { Agreement, AgreementFiling, Amendment, Negotiation, SaveAmendment } from "../../contract/bindings";

/** An amendment as it is being typed. */
export type AmendmentDraft = Omit<SaveAmendment, "terms" | "ground" | "termFrom" | "termTo"> & { terms: string; ground: string; termFrom: string; termTo: string };

/** What stands, or a change that is proposed today by our side. */
export function amendmentDraft(agreement: Agreement, today: string, standing?: Amendment): AmendmentDraft {
  const record = standing?.record;
  return {
    id: record?.id,
    amends: agreement.id,
    act: record?.act ?? "change",
    proposedBy: record?.proposedBy ?? "workers",
    proposedOn: record?.proposedOn ?? today,
    ground: record?.ground ?? "",
    reason: record?.reason ?? "",
    effectiveOn: record?.effectiveOn ?? today,
    termFrom: record?.termFrom ?? "",
    termTo: record?.termTo ?? "",
    terms: record?.terms.join("\n") ?? "",
    changes: record ? record.changes.map((one) => ({ ...one })) : [{ clause: "", was: "", becomes: "" }],
  };
}

/** As it is sent: what belongs to another act stays behind, so do clauses that nothing was typed into. */
export function asAmendment(draft: AmendmentDraft): SaveAmendment {
  const { terms, ground, termFrom, termTo, changes, ...kept } = draft;
  const renews = draft.act === "renew";
  return {
    ...kept,
    ground: ground || undefined,
    termFrom: (renews && termFrom) || undefined,
    termTo: (renews && termTo) || undefined,
    terms: terms
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
    changes: draft.act === "change" ? changes.filter((one) => [one.clause, one.was, one.becomes].some((value) => value.trim() !== "")) : [],
  };
}

/** Everything of an affair that goes up a ladder: the agreements, then what amends them. */
export const ladders = (affair: Negotiation): Agreement[] => [...affair.agreements, ...affair.amendments.map((one) => one.course)];

/** What a filing tells: what is kept, else what was told of the last one. */
export function filingDraft(agreement: Agreement): AgreementFiling {
  const kept = agreement.filing;
  return {
    agreement: agreement.id,
    department: kept?.department ?? "",
    filer: kept?.filer ?? "",
    phone: kept?.phone ?? "",
    enterpriseKind: kept?.enterpriseKind ?? "",
    trade: kept?.trade ?? "",
    covered: kept?.covered,
    business: kept?.business ?? "",
    previous: kept?.previous ?? "",
    disputed: kept?.disputed ?? "",
  };
}

/** As it is sent: what was left empty is absent. */
export function asFiling(draft: AgreementFiling): AgreementFiling {
  const blank = (value: string | undefined) => (value?.trim() ? value.trim() : undefined);
  return {
    agreement: draft.agreement,
    department: draft.department,
    filer: draft.filer,
    phone: blank(draft.phone),
    enterpriseKind: blank(draft.enterpriseKind),
    trade: blank(draft.trade),
    covered: Number(draft.covered) || undefined,
    business: blank(draft.business),
    previous: blank(draft.previous),
    disputed: blank(draft.disputed),
  };
}
