// A stand-in for component tests: every command is a function the test gives, every call is written down.
// It answers nothing by itself, so a page that calls more than the test expects fails.
import type { Picked, Platform, Printer, PrintOrder, Problem, Progress, Reply } from ".";

export type Handler = (args: never, progress: (p: Progress) => void) => unknown;

export class FakePlatform implements Platform {
  readonly calls: { name: string; args: unknown }[] = [];
  readonly opened: { name: string; args: unknown }[] = [];
  nextPick: Picked | null = null;
  /** The tables that a command of this name touches. */
  readonly touches: Record<string, string[]> = {};
  private drops = new Set<(files: Picked[]) => void>();

  constructor(readonly handlers: Record<string, Handler> = {}) {}

  private answer(name: string, args: unknown, progress: (p: Progress) => void): unknown {
    this.calls.push({ name, args });
    const handler = this.handlers[name];
    if (!handler) throw { code: "unknown_command", message: name } satisfies Problem;
    return handler(args as never, progress);
  }

  async call(name: string, args: unknown): Promise<Reply> {
    const value = await this.answer(name, args, () => undefined);
    return { value, changed: this.touches[name] ?? [] };
  }

  job(name: string, args: unknown, onProgress: (p: Progress) => void) {
    let cancel: () => void = () => undefined;
    const cancelled = new Promise<never>((_, reject) => {
      cancel = () => reject({ code: "cancelled", message: "cancelled" } satisfies Problem);
    });
    const work = (async () => {
      const value = await this.answer(name, args, onProgress);
      return { value, changed: this.touches[name] ?? [] };
    })();
    return { result: Promise.race([work, cancelled]), cancel };
  }

  async bytes(name: string, args: unknown): Promise<ArrayBuffer> {
    return (await this.answer(name, args, () => undefined)) as ArrayBuffer;
  }

  pickFile = async () => this.nextPick;
  pickSaveFile = async () => this.nextPick;
  pickFolder = async () => this.nextPick;
  async openPaper(name: string, args: unknown) {
    this.opened.push({ name, args });
  }
  knownPrinters: Printer[] = [];
  readonly printed: { name: string; args: unknown; order: PrintOrder }[] = [];
  printers = async () => this.knownPrinters;
  async printPaper(name: string, args: unknown, order: PrintOrder) {
    if (order.copies < 1) throw { code: "bad_input", message: "copies", field: "copies" } satisfies Problem;
    this.printed.push({ name, args, order });
    return `${order.printer}-${this.printed.length}`;
  }
  readonly filesOpened: string[] = [];
  async openFile(id: string) {
    this.filesOpened.push(id);
  }
  onFileDrop(run: (files: Picked[]) => void) {
    this.drops.add(run);
    return () => this.drops.delete(run);
  }
  drop(files: Picked[]) {
    for (const run of this.drops) run(files);
  }
  private sleeps = new Set<() => void>();
  onSleep(run: () => void) {
    this.sleeps.add(run);
    return () => this.sleeps.delete(run);
  }
  sleep() {
    for (const run of this.sleeps) run();
  }
  async ready() {}
}
