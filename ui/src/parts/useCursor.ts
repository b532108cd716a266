// Where the cursor goes in a form, so that it never falls out of the page: into the row that a button added, to what stands where
// a pressed button was, to the refusal, and when the form is closed to the head of the page. Ctrl+Enter and Ctrl+S save.
import { nextTick, onBeforeUnmount, onUnmounted, watch } from "vue";
import { keepEnterFromSending, shortcut } from "../ime";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement;
const FIELDS = "input, select, textarea";
const within = (box: HTMLElement | null, css: string) =>
  [...(box?.querySelectorAll<Control>(css) ?? [])].filter((one) => !one.disabled && one.type !== "hidden" && one.type !== "file");
const fields = (box: HTMLElement | null): HTMLElement[] => within(box, FIELDS);
const stops = (box: HTMLElement | null): HTMLElement[] => within(box, `${FIELDS}, button`);

/** Nothing has the cursor: what had it is gone, or was turned off. */
export function lost(): boolean {
  const at = document.activeElement;
  return !at || !at.isConnected || at === document.body || (at as Control).disabled === true;
}

/** Puts the cursor on something that is no field: a heading, a refusal. */
export function standAt(at: Element | null | undefined): void {
  if (!(at instanceof HTMLElement)) return;
  if (!at.hasAttribute("tabindex")) at.tabIndex = -1;
  at.focus({ preventScroll: true });
}

/** Puts the cursor where a refusal is told: into the refused field under one label or in one row, else on its words. */
export function toRefusal(told: Element | null | undefined): void {
  told?.scrollIntoView?.({ block: "nearest" });
  const box = told?.closest(".form-field");
  const field = box?.querySelector<HTMLElement>("[aria-invalid=true]") ?? box?.querySelector<HTMLElement>(FIELDS);
  if (field) field.focus();
  else standAt(told);
}

/** The first field of a dialog that opened; its frame keeps the cursor where it asks for nothing. */
export async function intoDialog(box: HTMLElement | null): Promise<void> {
  // The dialog puts it on its frame first.
  await nextTick();
  await nextTick();
  fields(box)[0]?.focus();
}

/** `busy`: while it saves. */
export function useCursor(form: { readonly value: HTMLElement | null }, busy: { readonly value: boolean }) {
  let before: { fields: Set<HTMLElement>; stops: number; at: number } | null = null;
  let page: Element | null = null;

  /** Before what a button does. */
  function pressing(event: Event) {
    before = null;
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button || button.type === "submit") return;
    const all = stops(form.value);
    before = { fields: new Set(fields(form.value)), stops: all.length, at: all.indexOf(button) };
  }
  /** After it: a new row is written in at once, and a row that went leaves the cursor where it was. */
  async function pressed() {
    const was = before;
    before = null;
    if (!was) return;
    await nextTick();
    const fresh = fields(form.value).find((one) => !was.fields.has(one));
    if (fresh) return fresh.focus();
    if (!lost()) return;
    // What stood after the row, or after the button that was turned off.
    const left = stops(form.value);
    const next = was.at - (was.stops - left.length) + 1;
    left[Math.min(Math.max(next, 0), left.length - 1)]?.focus();
  }
  function keyed(event: KeyboardEvent) {
    keepEnterFromSending(event);
    if (!shortcut(event, "enter") && !shortcut(event, "s")) return;
    event.preventDefault();
    const save = form.value?.querySelector<HTMLButtonElement>("button[type=submit]");
    if (save && !save.disabled) save.form?.requestSubmit(save);
  }

  watch(
    () => busy.value,
    async (is) => {
      if (is) return;
      await nextTick();
      if (form.value?.isConnected && lost()) standAt(form.value.querySelector("h1"));
    },
  );
  onBeforeUnmount(() => (page = form.value?.closest(".page") ?? null));
  onUnmounted(async () => {
    await nextTick();
    if (!lost()) return;
    const main = document.querySelector("main");
    standAt((page?.isConnected ? page.querySelector("h1") : null) ?? main?.querySelector("h1") ?? main);
  });
  return { pressing, pressed, keyed };
}
