// House rules of the pages that a type checker cannot hold. Each finding says the rule and its reason.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { needless, partsOf, unchosen, undrafted, unoffered, unread, writing } from "./undrafted.mjs";

function files(dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? files(join(dir, e.name)) : /\.(ts|vue|css)$/.test(e.name) ? [join(dir, e.name)] : [],
  );
}

/** Each rule: which files it looks at, what it must not find, and why. */
export const rules = [
  {
    where: (f) => !f.startsWith("platform/"),
    bad: /@tauri-apps\//,
    why: "only src/platform may import @tauri-apps/*, so that pages run and are tested without a window",
  },
  {
    where: (f) => !f.startsWith("ime"),
    bad: /\.?(key|code)\s*===?\s*["'](Enter|NumpadEnter|Escape|Arrow\w+|Home|End|PageUp|PageDown)["']|@key(down|up|press)\.(enter|esc|up|down)|\.keyCode\b/,
    why: "keys go through src/ime.ts: Enter and arrows belong to the input method while a word is chosen",
  },
  {
    where: () => true,
    bad: /\b(localStorage|sessionStorage|indexedDB)\b/,
    why: "browser storage is plain text on disk; the ledger is the only place for data",
  },
  {
    where: (f) => !f.startsWith("text/") && !/\.test\.ts$/.test(f) && !f.startsWith("contract/bindings"),
    bad: /[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff5e]/,
    comments: false,
    why: "Chinese sentences stand in src/text/<page>.ts, one place for a reviewer to read",
  },
  {
    where: (f) => !/\.test\.ts$/.test(f),
    bad: /v-html|innerHTML|insertAdjacentHTML|\bnew Function\b|\beval\(/,
    why: "no markup from strings: names and file contents are text",
  },
  {
    where: (f) => !f.startsWith("platform/") && !f.startsWith("contract/") && !f.startsWith("main.ts"),
    bad: /from ["'][./]*platform\/(tauri|fake)["']/,
    why: "pages see the Platform interface, never one implementation",
    tests: false,
  },
  {
    where: (f) => !/\.test\.ts$/.test(f),
    bad: /\b(TODO|FIXME)\b/,
    why: "no TODO: build it or leave it out",
  },
];

/** Every finding in one file's text, as `path:line: why`. */
export function findings(path, text) {
  const isTest = /\.test\.ts$/.test(path);
  return rules
    .filter((r) => r.where(path) && !(isTest && r.tests === false))
    .flatMap((r) =>
      text.split("\n").flatMap((line, i) => {
        if (r.comments === false && /^\s*(\/\/|\/\*|\*|<!--)/.test(line)) return [];
        return r.bad.test(line) ? [`src/${path}:${i + 1}: ${r.why}`] : [];
      }),
    );
}

/** The sentences of a text file that are made by a function, as `object.name`. */
export function functionsOf(text) {
  const found = new Set();
  let object = "";
  for (const line of text.split("\n")) {
    object = /^export const (\w+)/.exec(line)?.[1] ?? object;
    const name = /^ {2}(\w+): (?:\([^)]*\)|\w+)(?:: [^=]+)? =>/.exec(line)?.[1];
    if (name) found.add(`${object}.${name}`);
  }
  return found;
}

const words = /\{\{(.*?)\}\}|\s:(?:label|title|hint|lead|aria-label|placeholder)="([^"]*)"/gs;

/** Every place where a page prints such a function itself: a person would read program code. `of` tells the functions of a text file. */
export function printed(path, page, of) {
  const start = page.indexOf("<template>");
  if (start < 0) return [];
  const known = new Map();
  for (const [, list, file] of page.matchAll(/import \{([^}]*)\} from "[^"]*\/text\/(\w+)"/g)) {
    for (const one of list.split(",")) {
      const [name, alias = name] = one.trim().split(/\s+as\s+/);
      known.set(alias, { file, name });
    }
  }
  return [...page.matchAll(words)].flatMap((place) => {
    const said = place[1] ?? place[2] ?? "";
    // Chosen between two and called: (open ? text.shut : text.open)(name).
    if (place.index < start || said.includes(")(")) return [];
    const bare = [...said.matchAll(/(?<![\w.])(\w+)\.(\w+)\b(?!\s*[.([])/g)].filter(([, alias, name]) => {
      const from = known.get(alias);
      return from !== undefined && of(from.file).has(`${from.name}.${name}`);
    });
    const line = page.slice(0, place.index).split("\n").length;
    return bare.map(([whole]) => `src/${path}:${line}: ${whole} is a function: call it, else its code is read on the page`);
  });
}

if (import.meta.url.startsWith("file:") && process.argv[1] === fileURLToPath(import.meta.url)) {
  const src = join(dirname(dirname(process.argv[1])), "src");
  const read = (f) => readFileSync(f, "utf8");
  const texts = new Map();
  const of = (file) => {
    if (!texts.has(file)) texts.set(file, functionsOf(read(join(src, "text", `${file}.ts`))));
    return texts.get(file);
  };
  const pages = new Map(files(src).map((f) => [relative(src, f).replaceAll("\\", "/"), read(f)]));
  const parts = partsOf(pages);
  const reasons = new Set();
  const writes = writing(pages.get("contract/bindings.ts"));
  const kept = (path, page) => [...undrafted(path, page, parts, reasons), ...unchosen(path, page, writes, reasons), ...unread(path, page, reasons), ...unoffered(path, page, reasons)];
  const all = [...pages].flatMap(([path, page]) => [...findings(path, page), ...printed(path, page, of), ...kept(path, page)]);
  all.push(...needless(reasons));
  for (const f of all) console.error(f);
  if (all.length > 0) process.exit(1);
}
