// The one seam between the pages and what surrounds them. Pages see commands, dialogs and dropped files through
// this interface only; what stands behind it (the window, or a stand-in for a test) they do not know.

import { frame } from "../text/frame";

/** A refused or broken command, as data. `message` is a whole Chinese sentence for people. */
export type Problem = { code: string; message: string; field?: string | null; rule?: string | null };

/** What a command answers: its value, and the tables it touched (none for a read). */
export type Reply = { value: unknown; changed: string[] };

/** How far a long piece of work is. `total` is 0 while it is not known. */
export type Progress = { done: number; total: number; label: string };

/** A file that a person chose or dropped. The path itself stays on the other side of the seam. */
export type Picked = { handle: string; name: string };

export type FileFilter = { name: string; extensions: string[] };

/** A running job: its answer, and a cancel that leaves nothing behind. */
export type Job = { result: Promise<Reply>; cancel: () => void };

/** A printer of this machine; `standard` is the machine's own choice, `ready` that it takes papers now. */
export type Printer = { name: string; label: string; standard: boolean; ready: boolean };

/** How a paper is to be printed; no pages named means all of them. */
export type PrintOrder = { printer: string; copies: number; bothSides: boolean; pages: string };

export interface Platform {
  call(name: string, args: unknown): Promise<Reply>;
  job(name: string, args: unknown, onProgress: (progress: Progress) => void): Job;
  bytes(name: string, args: unknown): Promise<ArrayBuffer>;
  pickFile(title: string, filters: FileFilter[]): Promise<Picked | null>;
  pickSaveFile(title: string, suggested: string, filters: FileFilter[]): Promise<Picked | null>;
  pickFolder(title: string): Promise<Picked | null>;
  /** Writes the bytes of a paper command to a private file and opens it in the system's viewer. */
  openPaper(name: string, args: unknown): Promise<void>;
  /** The printers a paper can be handed to; none where the system has no print service for programs. */
  printers(): Promise<Printer[]>;
  /** Prints the bytes of a paper command; tells the number of the print job. */
  printPaper(name: string, args: unknown, order: PrintOrder): Promise<string>;
  /** Opens an attachment, as a private copy, in the program the system has for it. */
  openFile(id: string): Promise<void>;
  /** Hears files dropped on the window; returns the way to stop hearing. */
  onFileDrop(run: (files: Picked[]) => void): () => void;
  /** Hears that the machine is about to sleep or the screen was locked; returns the way to stop hearing. */
  onSleep(run: () => void): () => void;
  /** Tells the window that the first page is drawn. */
  ready(): Promise<void>;
}

let current: Platform | null = null;

/** Puts a platform in place: once at the start of the window, anew in each test. */
export function usePlatform(platform: Platform): void {
  current = platform;
}

export function platform(): Platform {
  if (current === null) throw new Error("usePlatform() was not called");
  return current;
}

/** True when the person stopped the work: nothing to report as an error. */
export function wasCancelled(problem: Problem): boolean {
  return problem.code === "cancelled" || problem.code.endsWith(".cancelled");
}

/** True when the record that was asked for is not there any more: undone, or removed meanwhile. */
export function isGone(thrown: unknown): boolean {
  return typeof thrown === "object" && thrown !== null && (thrown as Partial<Problem>).code === "not_found";
}

/** What a command answers whose values it cannot read at all is written for whoever writes to the program by hand. */
const FOR_PROGRAMS = /gonghui commands/;

/** Makes a `Problem` of whatever was thrown, so that one note can show every error. */
export function asProblem(thrown: unknown, fallback: string): Problem {
  if (typeof thrown === "object" && thrown !== null && "message" in thrown) {
    const t = thrown as Partial<Problem>;
    if (typeof t.code === "string") {
      const message = String(t.message);
      return { code: t.code, message: FOR_PROGRAMS.test(message) ? frame.unreadable : message, field: t.field ?? null, rule: t.rule ?? null };
    }
  }
  return { code: "unknown", message: fallback, field: null, rule: null };
}
