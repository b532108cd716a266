// The one way a page has a paper printed: where printers are known the print dialog asks, elsewhere the system's viewer
// opens the paper and prints it.
import { shallowReactive } from "vue";
import { openPaper, type Args, type BytesName } from "./contract/client";
import { platform, type Printer } from "./platform";

type Asked = { name: BytesName; args: unknown; printers: Printer[]; done: () => void };

/** What the dialog is asked to print; null while it is closed. */
export const printing = shallowReactive<{ asked: Asked | null }>({ asked: null });

/** Ends when the paper was handed over or the dialog was left. */
export async function printPaper<K extends BytesName>(name: K, args: Args<K>): Promise<void> {
  // A machine whose printers cannot be asked for prints by its viewer.
  const printers = await platform()
    .printers()
    .catch(() => []);
  if (printers.length === 0) return openPaper(name, args);
  await new Promise<void>((end) => {
    const done = () => {
      printing.asked = null;
      end();
    };
    printing.asked?.done();
    printing.asked = { name, args, printers, done };
  });
}
