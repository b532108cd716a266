// How a paper is named in the window, and what its file is called when saved. Pure.
import type { PaperLine, PapersAsked } from "../../contract/bindings";

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
