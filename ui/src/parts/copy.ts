// Puts a word on the clipboard, so that it can be pasted into another program. Answers whether it is there: a webview may
// refuse, and then the page shows what to type instead.
export async function copyWord(word: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(word);
    return true;
  } catch {
    return copySelected(word);
  }
}

/** The older way, by a selection. */
function copySelected(word: string): boolean {
  const before = document.activeElement;
  const area = document.createElement("textarea");
  area.value = word;
  area.className = "visually-hidden";
  document.body.append(area);
  area.select();
  let done = false;
  try {
    done = document.execCommand("copy");
  } catch {
    done = false;
  }
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
