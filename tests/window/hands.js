// How a story finds things in a page: by the words a person reads, never by the page's inner names.
const seen = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== "hidden";
const squeezed = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const all = (css) => [...document.querySelectorAll(css)].filter(seen);

/** The button, link or proposal that says `words` and can be pressed. */
function button(words) {
  const says = (e) => squeezed(e.innerText) === words || e.getAttribute("aria-label") === words;
  return all("button, a, [role=option], [role=button]").find((e) => says(e) && !e.disabled) ?? null;
}

/** The `nth` input, list or box whose label is `label`. */
function field(label, nth) {
  const own = (e) => squeezed([...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data).join(""));
  const labelled = all("label").filter((e) => own(e) === label).map((e) => e.control);
  const named = all("input[aria-label], select[aria-label], textarea[aria-label]").filter((e) => e.ariaLabel === label);
  const found = [...new Set([...labelled, ...named])].filter((e) => e && seen(e) && !e.disabled);
  found.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  return found[Number(nth) - 1] ?? null;
}

/** The option `words` of the list labelled `label`. */
function option(label, words) {
  return [...(field(label, 1)?.options ?? [])].find((e) => squeezed(e.text) === words) ?? null;
}
