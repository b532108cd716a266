// How a paper is named in the window, and what its file is called when saved. Pure.
import type { PaperLine, PapersAsked, Place } from "../../contract/bindings";
import { lackText } from "../../text/papers";

/** A paper is one kind made from one record. */
export const paperKey = (p: Pick<PaperLine, "kind" | "of">): string => `${p.kind}@${p.of}`;

/** What the list is asked for when another page opened one paper: some kinds, a person's file, are listed only so. */
export function askedPaper(key: string | undefined): PapersAsked {
  const at = key?.indexOf("@") ?? -1;
  return key && at > 0 ? { asked: { kind: key.slice(0, at), of: key.slice(at + 1) } } : {};
}

/** A file name that Windows and WPS take: no reserved signs, no trailing dot. */
export function fileName(title: string, ending = "pdf"): string {
  const clean = title.replace(/[\\/:*?"<>|\u0000-\u001f]/g, "").replace(/[. ]+$/, "");
  return `${clean === "" ? "1" : clean}.${ending}`;
}

/** The last part of a path, whichever system wrote it. */
export const lastPart = (path: string): string => path.split(/[\\/]/).pop() ?? path;

/** Where what a paper lacks is filled in, as far as its key tells; `came`: the page that opened it, which knows the affair of a
 *  meeting or an agreement. Null where nobody knows. */
export function mendPlace({ kind, of }: Pick<PaperLine, "kind" | "of">, lack: string, came: Place | null): Place | null {
  const affair = (part: string, id: string | undefined = of): Place => ({ page: "negotiation", id, part });
  const seats = lackText.seats.test(lack);
  switch (kind) {
    case "negotiation.offer":
      return affair(seats ? "representatives" : "offer");
    case "negotiation.reply":
      return affair("reply");
    case "negotiation.representatives":
      return affair("representatives");
    case "negotiation.informationList":
    case "negotiation.informationListOther":
      return affair("informationList");
    case "negotiation.coordination":
      return affair(seats ? "representatives" : lackText.contact.test(lack) ? "offer" : "topics");
    case "negotiation.payLevels":
      return { page: "skillPay", id: of };
    case "negotiation.plan":
      return { page: "paySimulate" };
  }
  const from = came?.page === "negotiation" && came.id ? came.id : null;
  const drafted = kind === "negotiation.wageContract" || kind === "negotiation.contract";
  const filed = kind === "negotiation.filingForm" || kind === "negotiation.filingStatement";
  if (from && kind === "negotiation.minutes") return affair(`meeting:${of}`, from);
  if (drafted || filed) {
    // What the affair knows and no text of the contract does.
    if (seats) return from ? affair("representatives", from) : null;
    if (lackText.vote.test(lack)) return from ? affair(`agreement:${of}:vote`, from) : null;
  }
  if (drafted) return { page: "contract", id: of };
  if (filed && from && lackText.filing.test(lack)) return affair(`agreement:${of}:filing`, from);
  if (filed && from && lackText.term.test(lack)) return affair(`agreement:${of}:term`, from);
  return null;
}
