// Every form keeps its draft as typed. This finds what a person types into that no draft keeps: a field bound to a plain ref or
// reactive object of a page, or handed by it to a part that types into it, where the page sends something; what a person chooses and a
// command writes, bound or handed in the same way; pages that read a file and keep nothing of it; and drafts that are kept and never
// offered. Leaving a form out needs its
// reason in one of the lists, and a reason that nothing needs any more is found as well.

const passphrase = "a passphrase is kept nowhere";
const asks = "it asks what to show, and keeps nothing";
const oneDay = "one day is chosen";
const picks = "somebody is looked for, and what is picked is kept at once or stands in the draft";
const unopened = "no ledger is open that could keep it";
const ofFile = "it belongs to the file, and is kept with it (useSourceDraft)";
const once = "it says how the press beside it is meant, and stands for that press alone";

/** What is typed and stands in no draft, by file and name, each with its reason. */
const leftOut = new Map([
  ["pages/settings/DeskPersonForm.vue passphrase", passphrase],
  ["pages/settings/OwnPassphrase.vue old", passphrase],
  ["pages/settings/OwnPassphrase.vue next", passphrase],
  ["pages/settings/SetPassphrase.vue passphrase", passphrase],
  ["pages/start/BringBack.vue passphrase", passphrase],
  ["pages/start/BringBack.vue words", passphrase],
  ["pages/start/OpenLedger.vue passphrase", passphrase],
  ["pages/start/OpenLedger.vue words", passphrase],
  ["pages/start/FoundWizard.vue form", unopened],
  ["pages/journal/JournalPage.vue filter", asks],
  ["pages/members/MembersPage.vue conditions", asks],
  ["pages/pay/LinesPart.vue words", asks],
  ["pages/statistics/StatisticsPage.vue form", asks],
  ["parts/SearchAll.vue text", asks],
  ["pages/duplicates/DuplicatesPage.vue other", picks],
  ["pages/forms/FormFill.vue who", picks],
  ["pages/joining/ApplyForm.vue picking", picks],
  ["pages/union/GroupPeople.vue typed", picks],
  ["parts/AskDay.vue day", oneDay],
  ["pages/members/ImportAbsent.vue on", ofFile],
  ["pages/members/CellsForm.vue form", "it belongs to the sheet in the printer, and is set anew for each"],
  ["pages/pay/ImportPay.vue typed", ofFile],
  ["pages/members/PrintListForm.vue title", "how a list is printed is chosen"],
  ["pages/pay/ImportPay.vue options", ofFile],
  ["pages/negotiation/AffairClosing.vue year", "a year is chosen"],
  ["pages/negotiation/NegotiationPage.vue year", "a year is chosen"],
  ["pages/negotiation/SkillPayTable.vue trade", "one word becomes rows of the draft"],
  ["pages/negotiation/SkillPayTable.vue cells", "what was copied elsewhere becomes rows of the draft"],
  ["parts/AttachmentLine.vue naming", "a file's name is changed as it stands"],
  ["parts/PrintDialog.vue form", "a printer is chosen"],
  ["parts/RevealSight.vue purpose", "a purpose is said anew for each look"],
]);

/** What is chosen, sent and kept in no draft, by file and name, each with its reason. What is typed too stands in the list above. */
const chosenOut = new Map([
  ["pages/dues/MonthPart.vue month", asks],
  ["pages/dues/MonthPart.vue scope", asks],
  ["pages/dues/MonthPart.vue out", "it stands in the draft as well, with the month and the group that it is of"],
  ["pages/dues/PasteForm.vue looked", once],
  ["pages/forms/FormFill.vue choice", "what a file is filled with is chosen, and the file is kept by whoever fills it"],
  ["pages/members/UploadForm.vue template", asks],
  ["pages/members/UploadForm.vue file", asks],
  ["pages/safety/ReportPage.vue period", asks],
  ["pages/settings/GeneralPart.vue kept", "each setting is kept as it is chosen"],
  ["pages/settings/HandOver.vue to", "a hand-over is begun and ended in one sitting, with the new chair beside it"],
  ["pages/settings/HandOver.vue stays", "a hand-over is begun and ended in one sitting, with the new chair beside it"],
  ["pages/settings/HandOver.vue drafts", "a hand-over is begun and ended in one sitting, with the new chair beside it"],
  ["pages/settings/PeoplePart.vue drafts", once],
  ["pages/settings/TemplatesPart.vue wanted", asks],
  ["parts/Attachments.vue keepPlace", once],
  ["parts/Decisions.vue chosen", "a decision is chosen"],
]);

/** Pages that read a file and keep nothing of it, each with its reason. */
const readOut = new Map([
  ["pages/forms/FormsPage.vue", "the file is taken in at once"],
  ["pages/leave/SheetForm.vue", "nothing is decided over the sheet: it is picked again and taken"],
  ["pages/members/UploadForm.vue", "nothing is decided over the file: it is only held against a template"],
  ["pages/safety/ImportPart.vue", "nothing is decided over the sheet: it is picked again and taken"],
  ["pages/settings/CalendarPart.vue", "the table opens the year's form, which keeps its draft"],
  ["pages/settings/FacesPart.vue", "the file is taken in at once"],
  ["pages/settings/TemplatesPart.vue", "nothing is decided over the template: it is picked again and looked at"],
  ["parts/Attachments.vue", "the file is taken in at once"],
]);

/** Forms in which things are only chosen, each with its reason. */
const undraftable = new Map([
  ["pages/settings/TemplatesPart.vue", "a paper is chosen, and a file"],
  ["parts/Decisions.vue", "a decision is chosen"],
]);

/** Drafts of an earlier sitting that are not asked about, each with its reason. */
const unasked = new Map([["pages/pay/SimulatePage.vue draft", "it is no record that could be doubled: it is taken up at once"]]);

const scriptOf = (page) => /<script setup[^>]*>(.*?)<\/script>/s.exec(page)?.[1] ?? "";
const templateAt = (page) => page.indexOf("<template>");
const nameOf = (path) => /([^/]+)\.vue$/.exec(path)?.[1] ?? "";
const rootOf = (expression) => /^\(*\s*([A-Za-z_$][\w$]*)/.exec(expression)?.[1] ?? "";

/** The tags of a template with their attributes, and where each stands in the page. */
function tags(page) {
  const from = templateAt(page);
  if (from < 0) return [];
  return [...page.slice(from).matchAll(/<([A-Za-z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g)].map((found) => ({
    tag: found[1],
    at: from + found.index,
    attributes: new Map([...found[2].matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name, value ?? ""])),
  }));
}

/** The names that a loop gives to the elements of another name. */
function loops(all) {
  const found = new Map();
  for (const { attributes } of all) {
    const loop = /^\s*\(?\s*(\w+)[^)]*?\)?\s+(?:in|of)\s+(.*)$/s.exec(attributes.get("v-for") ?? "");
    if (loop) found.set(loop[1], rootOf(loop[2]));
  }
  return (name) => {
    const seen = new Set();
    while (found.has(name) && !seen.has(name)) {
      seen.add(name);
      name = found.get(name);
    }
    return name;
  };
}

const chosen = ["checkbox", "radio", "file", "range", "search", "button", "submit"];
/** What a tag binds that is typed into it, or null. */
function typedInto({ tag, attributes }, leaves) {
  const native = tag === "textarea" || (tag === "input" && !chosen.includes(attributes.get("type")));
  if (!native && !leaves.has(tag)) return null;
  for (const [name, value] of attributes) {
    if (/^v-model\b/.test(name) || name === ":model-value" || (native && name === ":value")) return value;
  }
  return null;
}

/** What the parts are to a page that uses them: `leaves` are fields of their own kind, `fields` the props that a part types into. */
export function partsOf(pages) {
  const leaves = new Set();
  const gives = [...pages].filter(([, page]) => /defineEmits<\{[^}]*"update:modelValue"|defineModel\b/s.test(scriptOf(page)));
  for (let before = -1; before !== leaves.size; ) {
    before = leaves.size;
    for (const [path, page] of gives) if (tags(page).some((tag) => typedInto(tag, leaves) !== null)) leaves.add(nameOf(path));
  }
  const fields = new Map();
  for (let grown = true; grown; ) {
    grown = false;
    for (const [path, page] of pages) {
      const props = new Set([.../defineProps<\{(.*?)\}>\(/s.exec(scriptOf(page))?.[1].matchAll(/(\w+)\??:/g) ?? []].map(([, name]) => name));
      const all = tags(page);
      const loop = loops(all);
      const own = fields.get(nameOf(path)) ?? new Set();
      const before = own.size;
      for (const tag of all) for (const bound of bindings(tag, leaves, fields)) if (props.has(loop(rootOf(bound)))) own.add(loop(rootOf(bound)));
      if (leaves.has(nameOf(path)) || own.size === before) continue;
      fields.set(nameOf(path), own);
      grown = true;
    }
  }
  return { leaves, fields };
}

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** Everything that is typed into by one tag: its own binding, or the props that it hands to a part that types into them. */
function bindings(tag, leaves, fields) {
  const own = typedInto(tag, leaves);
  const handed = [...(fields.get(tag.tag) ?? [])].map((prop) => tag.attributes.get(`:${kebab(prop)}`) ?? tag.attributes.get(`:${prop}`));
  return [own, ...handed].filter((bound) => bound);
}

/** What is typed on a page and kept in no draft: `name`, and the line of its first field. */
function bare(path, page, { leaves, fields }) {
  const script = scriptOf(page);
  if (leaves.has(nameOf(path)) || !/\b(call|job|printPaper|emit)\(/.test(script)) return [];
  const plain = new Set([...script.matchAll(/\b(?:const|let) (\w+)(?:: [^=\n]+)? = (?:shallowR|r)(?:ef|eactive)\b/g)].map(([, name]) => name));
  // Typed through a computed one that sets a plain one.
  for (const [, name, through] of script.matchAll(/\bconst (\w+) = computed(?:<[^(]*>)?\((\{.*?\})\);/gs)) {
    if (/\bset\b/.test(through) && [...through.matchAll(/(\w+)\.value\b/g)].some(([, of]) => plain.has(of))) plain.add(name);
  }
  const all = tags(page);
  const loop = loops(all);
  const found = new Map();
  for (const tag of all) {
    for (const bound of bindings(tag, leaves, fields)) {
      const name = loop(rootOf(bound));
      if (plain.has(name) && !found.has(name)) found.set(name, page.slice(0, tag.at).split("\n").length);
    }
  }
  return [...found].map(([name, line]) => ({ name, line }));
}

/** The text from a place to the bracket that closes what is open there. */
function within(script, from) {
  let depth = 1;
  let to = from;
  for (; to < script.length && depth > 0; to += 1) {
    if ("([{".includes(script[to])) depth += 1;
    if (")]}".includes(script[to])) depth -= 1;
  }
  return script.slice(from, to - 1);
}
/** The names that stand in some code, what is spread among them; no member of anything. */
const names = (words) => new Set([...words.matchAll(/(?<![\w$])(?<!(?<!\.\.)\.)([A-Za-z_$][\w$]*)/g)].map(([, name]) => name));

/** What a page sends by a command that writes: the plain refs among it, also through one name that is made of them. */
function sent(script, plain, writes) {
  const found = new Set();
  for (const call of script.matchAll(/\b(?:call|job)\("([\w.]+)",/g)) {
    if (!writes(call[1])) continue;
    const direct = names(within(script, call.index + call[0].length));
    const through = [...direct].map((name) => new RegExp(`\\bconst ${name.replace(/\$/g, "\\$&")}\\b[^=]*=([^;]*);`).exec(script)?.[1] ?? "");
    for (const name of [...direct, ...names(through.join(" "))]) if (plain.has(name)) found.add(name);
  }
  return found;
}

/** Whether a person chooses it on the page: bound to what is ticked or picked, or handed to a part that reports it back. */
function picked(page, name) {
  return tags(page).some(({ attributes }) => [...attributes].some(([attribute, value]) => /^(v-model\b|:checked$|:value$|:model-value$|:options$|:selected$|:chosen$)/.test(attribute) && names(value).has(name)));
}

const says = "a form keeps its draft as typed (useForm, useSmallForm, useDraft), or stands in the lint's list with its reason";
const none = { leaves: new Set(["TextRow", "DayRow", "DateField"]), fields: new Map() };

/** Whether something is sent from what is typed and nothing keeps that: a crash would lose it. `used` hears which reasons stand. */
export function undrafted(path, page, parts = none, used = new Set()) {
  if (!path.endsWith(".vue")) return [];
  const left = (list, key) => {
    if (list.has(key)) used.add(key);
    return list.has(key);
  };
  const typed = bare(path, page, parts);
  const lost = typed.filter(({ name }) => !left(leftOut, `${path} ${name}`));
  if (typed.length > 0) return lost.map(({ name, line }) => `src/${path}:${line}: ${name}: ${says}`);
  const sends = page.includes("<form") && page.includes("useSave(") && !/\buse(Form|Draft|SmallForm)[<(]/.test(page);
  return sends && !left(undraftable, path) ? [`src/${path}:1: ${says}`] : [];
}

/** What a person chooses and a command writes, where nothing keeps it. `writes`: whether a command does. */
export function unchosen(path, page, writes, used = new Set()) {
  if (!path.endsWith(".vue")) return [];
  const script = scriptOf(page);
  // A draft that mirrors a file's decisions keeps them all.
  if (/\buseSourceDraft[<(]/.test(script)) return [];
  const plain = new Set([...script.matchAll(/\b(?:const|let) (\w+)(?:: [^=\n]+)? = (?:shallowR|r)(?:ef|eactive)\b/g)].map(([, name]) => name));
  return [...sent(script, plain, writes)].flatMap((name) => {
    const key = `${path} ${name}`;
    if (!picked(page, name)) return [];
    if (chosenOut.has(key)) used.add(key);
    return chosenOut.has(key) || leftOut.has(key) ? [] : [`src/${path}:1: ${name}: what is chosen and written ${says.slice("a form ".length)}`];
  });
}

/** Whether a page reads a file and keeps nothing of it. */
export function unread(path, page, used = new Set()) {
  if (!path.endsWith(".vue") || !/\bpickFile\(/.test(scriptOf(page))) return [];
  if (readOut.has(path)) used.add(path);
  return readOut.has(path) || /\buse(Form|Draft|SmallForm|SourceDraft)[<(]/.test(page) ? [] : [`src/${path}:1: what was read of a file ${says.slice("a form ".length)}`];
}

/** The drafts of a page: by what names each is known to it. */
function draftsOf(script) {
  const found = [];
  for (const [, whole, parts] of script.matchAll(/\bconst (?:(\w+)|\{([^}]*)\}) = use(?:Form|Draft|SmallForm|SourceDraft)[<(]/g)) {
    if (whole) found.push(new Set([whole]));
    else found.push(new Set([...parts.matchAll(/\b(draft|offered)\b(?:: (\w+))?/g)].map(([, name, as]) => as ?? name)));
  }
  // By another name, whole or in part.
  for (const known of found) {
    for (const [, parts, of] of script.matchAll(/\bconst \{([^}]*)\} = (\w+);/g)) {
      if (known.has(of)) for (const [, as] of parts.matchAll(/\boffered\b(?:: (\w+))?/g)) known.add(as ?? "offered");
    }
    for (const [, as, of] of script.matchAll(/\bconst (\w+) = \{\s*\.\.\.(\w+)\b/g)) if (known.has(of)) known.add(as);
  }
  return found;
}

/** Drafts of an earlier sitting that a page never offers, and offers beside which it can be typed all the same: that would write over
 *  what is offered. */
export function unoffered(path, page, used = new Set()) {
  if (!path.endsWith(".vue")) return [];
  const all = tags(page);
  const asked = all.filter(({ tag }) => ["FormShell", "KeptDraft", "DraftOffer"].includes(tag));
  const lost = draftsOf(scriptOf(page)).flatMap((known) => {
    const name = [...known][0] ?? "?";
    const shown = asked.some(({ attributes }) => [attributes.get(":state"), attributes.get(":draft"), attributes.get(":saved-at")].some((bound) => bound && known.has(rootOf(bound))));
    if (!shown && unasked.has(`${path} ${name}`)) used.add(`${path} ${name}`);
    return shown || unasked.has(`${path} ${name}`) ? [] : [`src/${path}:1: ${name}: a draft of an earlier sitting is offered by the page (FormShell, KeptDraft, DraftOffer)`];
  });
  // What a file's page reads is settled with what waits (useSourceDraft).
  if (/\buseSourceDraft[<(]/.test(page)) return lost;
  const beside = all.flatMap(({ tag, at }) => {
    const next = /^<DraftOffer\b(?:"[^"]*"|[^">])*\/>\s*(?:<\/div>\s*)?<[\w-]+(?:"[^"]*"|[^">])*\sv-else/.test(page.slice(at));
    return tag !== "DraftOffer" || next ? [] : [`src/${path}:${page.slice(0, at).split("\n").length}: the fields stand in the place of the offer (v-else), or typing writes over what is offered`];
  });
  return [...lost, ...beside];
}

/** The commands that write: whoever may only read may not send them. */
export function writing(bindings) {
  const rights = new Map([...bindings.matchAll(/^ {2}"([\w.]+)": ("\w+"|\{[^}]*\}),$/gm)].map(([, name, right]) => [name, right]));
  return (name) => rights.has(name) && !["\"reader\"", "\"anyone\""].includes(rights.get(name)) && !/\.(preview\w*|read|readPack|try\w*|get|list|form)$/.test(name);
}

/** The reasons of the lists that nothing needs any more. */
export const needless = (used) => [...leftOut.keys(), ...undraftable.keys(), ...chosenOut.keys(), ...readOut.keys(), ...unasked.keys()].filter((key) => !used.has(key)).map((key) => `scripts/undrafted.mjs: ${key}: this reason is needed no more`);
