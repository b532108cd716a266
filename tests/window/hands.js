// How a story finds things in a page: by the words a person reads, never by the page's inner names.
const seen = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== "hidden";
const squeezed = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const all = (css) => [...document.querySelectorAll(css)].filter(seen);

/** Brought into sight, as a person would scroll to it: half of it may lie under the edge of a pane. */
function inSight(e) {
  e?.scrollIntoView({ block: "nearest" });
  return e ?? null;
}

/** The button, link or proposal that says `words` and can be pressed. */
function button(words) {
  const says = (e) => squeezed(e.innerText) === words || e.getAttribute("aria-label") === words;
  return inSight(all("button, a, [role=option], [role=button]").find((e) => says(e) && !e.disabled));
}

const pressable = () => all("button, a, [role=option], [role=button]").filter((e) => !e.disabled);
const buttonBeginning = (words) => pressable().find((e) => squeezed(e.innerText).startsWith(words)) ?? null;
const buttonHolding = (words) => pressable().find((e) => squeezed(e.innerText).includes(words)) ?? null;

/** The last button that says `words`, once two do: a dialog lies over the page that opened it. */
function lastButton(words) {
  const found = pressable().filter((e) => squeezed(e.innerText) === words);
  return found.length > 1 ? found[found.length - 1] : null;
}

/** The row of a list that has `words` in it. */
const listRow = (words) => inSight(all("[role=row]").find((e) => squeezed(e.innerText).includes(words)));

/** The first match of a selector. */
const first = (css) => all(css)[0] ?? null;

/** The first page of a paper, once ink is on it. */
function drawnPage() {
  const page = first("canvas[data-page='1']");
  if (!page || page.width === 0 || page.height === 0) return null;
  const dots = page.getContext("2d").getImageData(0, 0, page.width, page.height).data;
  for (let i = 0; i < dots.length; i += 4) if (dots[i + 3] > 128 && dots[i] < 96) return page;
  return null;
}

/** The `nth` input, list or box whose label is `label`. */
function field(label, nth) {
  const own = (e) => squeezed([...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data).join(""));
  const labelled = all("label").filter((e) => own(e) === label).map((e) => e.control);
  const named = all("input[aria-label], select[aria-label], textarea[aria-label]").filter((e) => e.ariaLabel === label);
  const found = [...new Set([...labelled, ...named])].filter((e) => e && seen(e) && !e.disabled);
  found.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  return inSight(found[Number(nth) - 1]);
}

/** The option `words` of the list labelled `label`. */
function option(label, words) {
  return [...(field(label, 1)?.options ?? [])].find((e) => squeezed(e.text) === words) ?? null;
}
