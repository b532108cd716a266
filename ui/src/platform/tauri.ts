// The window behind the seam: the only file that knows Tauri. No page logic here.
import { Channel, invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { FileFilter, Picked, Platform, Printer, Progress, Reply } from ".";

let jobs = 0;

export const platform: Platform = {
  call: (name, args) => invoke<Reply>("call", { name, args }),
  job(name, args, onProgress) {
    const id = `${name}#${++jobs}`;
    const progress = new Channel<Progress>();
    progress.onmessage = onProgress;
    return {
      result: invoke<Reply>("job", { name, args, id, progress }),
      cancel: () => void invoke("cancel", { id }),
    };
  },
  bytes: (name, args) => invoke<ArrayBuffer>("bytes", { name, args }),
  pickFile: (title, filters: FileFilter[]) => invoke<Picked | null>("pick_file", { title, filters }),
  pickSaveFile: (title, suggested, filters) => invoke<Picked | null>("pick_save", { title, suggested, filters }),
  pickFolder: (title) => invoke<Picked | null>("pick_folder", { title }),
  openPaper: (name, args) => invoke<void>("open_paper", { name, args }),
  printers: () => invoke<Printer[]>("printers"),
  printPaper: (name, args, order) => invoke<string>("print_paper", { name, args, order }),
  openFile: (id) => invoke<void>("open_file", { id }),
  onFileDrop(run) {
    const stop = listen<Picked[]>("files-dropped", (event) => run(event.payload));
    return () => void stop.then((unlisten) => unlisten());
  },
  onSleep(run) {
    const stop = listen("sleeping", run);
    return () => void stop.then((unlisten) => unlisten());
  },
  ready: () => invoke<void>("ready"),
};
