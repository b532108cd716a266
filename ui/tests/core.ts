// The sources of the core, read as text: what it may say to a page, for the tests that hold each word of it against the pages' own.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const crates = join(dirname(fileURLToPath(import.meta.url)), "../../src-tauri/crates");

/** Every Rust source under a folder of `crates`, comments left out. */
export function sources(folder: string): string {
  return readdirSync(join(crates, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".rs"))
    .map((name) => readFileSync(join(crates, folder, name), "utf8").replace(/^\s*\/\/.*$/gm, ""))
    .join("\n");
}

/** What a command does to the ledger, by its name. */
export function effects(): Map<string, string> {
  const line = /^\s+\w+ "([a-zA-Z.]+)" \(.*?\) -> .*?, (Reads|Reversible|Final|Desk), /gm;
  return new Map([...sources("desk/src").matchAll(line)].map((found) => [found[1]!, found[2]!]));
}
