// One helper for every key handler. While an input method is choosing a word, its keys (Enter, digits, Esc, arrows)
// belong to it and not to the page; WebKit tells so by keyCode 229 where isComposing is already false.

type KeyLike = Pick<KeyboardEvent, "key" | "isComposing" | "keyCode">;

/** True while the key belongs to the input method. */
export function composing(event: KeyLike): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** True when this key was pressed for the page. */
export function pressed(event: KeyLike, key: string): boolean {
  return !composing(event) && event.key === key;
}

/** For a form's keydown: the Enter that only chose a word must not send the form. */
export function keepEnterFromSending(event: KeyboardEvent): void {
  if (composing(event) && event.key === "Enter") event.preventDefault();
}

type WithModifiers = KeyLike & Pick<KeyboardEvent, "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** True for Ctrl (or Cmd) + key, letters in either case. */
export function shortcut(event: WithModifiers, key: string, shift = false): boolean {
  if (composing(event) || event.altKey || event.shiftKey !== shift) return false;
  return (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === key;
}
