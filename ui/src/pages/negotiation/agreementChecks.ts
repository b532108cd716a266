// A check on how an agreement is kept, as its form holds it: names in one line, clauses with every field a text. Pure; what is
// allowed, the core says.
import { checkText } from "../../text/agreement";
import { names } from "./agreement";
import type { Agreement, AgreementCheckClause, AgreementCheckOffer, SaveAgreementCheck } from "../../contract/bindings";

export type ClauseDraft = Record<Exclude<keyof AgreementCheckClause, "id">, string>;
export type CheckDraft = Omit<SaveAgreementCheck, "workers" | "employer" | "clauses" | "opinions" | "lateEntry"> & {
  workers: string;
  employer: string;
  opinions: string;
  lateEntry: string;
  clauses: ClauseDraft[];
};

export const clauseDraft = (one?: AgreementCheckClause): ClauseDraft => ({
  clause: one?.clause ?? "",
  target: one?.target ?? "",
  actual: one?.actual ?? "",
  gap: one?.gap ?? "",
  cause: one?.cause ?? "",
  remedy: one?.remedy ?? "",
  owner: one?.owner ?? "",
  dueOn: one?.dueOn ?? "",
  doneOn: one?.doneOn ?? "",
  awardOn: one?.awardOn ?? "",
  suedOn: one?.suedOn ?? "",
});

/** How many clauses have a gap, and how many of them are not mended yet. */
export function gapsOf(check: SaveAgreementCheck): { all: number; open: number } {
  const gaps = check.clauses.filter((one) => one.gap);
  return { all: gaps.length, open: gaps.filter((one) => !one.doneOn).length };
}

/** What stands, or a new one with what the ledger proposes. */
export function checkDraft(agreement: Agreement, today: string, offer: AgreementCheckOffer, standing?: SaveAgreementCheck): CheckDraft {
  const known = standing?.clauses ?? offer.known;
  return {
    id: standing?.id,
    agreement: agreement.id,
    fromOn: standing?.fromOn ?? offer.fromOn ?? agreement.termFrom ?? today,
    toOn: standing?.toOn ?? today,
    checkedOn: standing?.checkedOn ?? today,
    method: standing?.method ?? "",
    opinions: standing?.opinions ?? "",
    conclusion: standing?.conclusion ?? "",
    workers: (standing?.workers ?? offer.workers).join(checkText.between),
    employer: (standing?.employer ?? offer.employer).join(checkText.between),
    lateEntry: standing?.lateEntry ?? "",
    clauses: known.length > 0 ? known.map(clauseDraft) : [clauseDraft()],
  };
}

// A draft of an earlier program knows no award.
const blank = (value?: string) => value?.trim() || undefined;

/** The days that a clause asks for: an award is given over what was not kept, so its days stand where something is short. */
export const daysOf = (one: ClauseDraft) =>
  [one.gap, one.awardOn, one.suedOn].some((value) => blank(value)) ? (["dueOn", "doneOn", "awardOn", "suedOn"] as const) : (["dueOn", "doneOn"] as const);

/** The check as it is sent; rows in which nothing was typed are left out. */
export function asCheck(draft: CheckDraft): SaveAgreementCheck {
  return {
    ...draft,
    opinions: blank(draft.opinions),
    lateEntry: blank(draft.lateEntry),
    workers: names(draft.workers),
    employer: names(draft.employer),
    clauses: draft.clauses
      .filter((one) => Object.values(one).some((value) => value.trim() !== ""))
      .map((one) => ({
        clause: one.clause,
        target: one.target,
        actual: one.actual,
        gap: blank(one.gap),
        cause: blank(one.cause),
        remedy: blank(one.remedy),
        owner: blank(one.owner),
        dueOn: blank(one.dueOn),
        doneOn: blank(one.doneOn),
        awardOn: blank(one.awardOn),
        suedOn: blank(one.suedOn),
      })),
  };
}
