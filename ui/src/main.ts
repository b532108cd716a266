// Starts the pages: platform, Chinese locale, the root component; then freezes the root prototype so that no script
// can change what every object inherits (after mount, because the date library writes to its own while loading).
import "dayjs/locale/zh-cn";
import "element-plus/dist/index.css";
import "./style.css";
import dayjs from "dayjs";
import { createApp } from "vue";
import { platform } from "#platform";
import App from "./App.vue";
import { ledgerDrafts } from "./contract/ledgerDrafts";
import { keepDraftsIn } from "./drafts";
import { pressed, shortcut } from "./ime";
import { usePlatform } from "./platform";

usePlatform(platform);
keepDraftsIn(ledgerDrafts);
dayjs.locale("zh-cn");

// The window's own menu would offer "reload", which loses a form; inputs keep theirs for copy and paste.
document.addEventListener("contextmenu", (event) => {
  const target = event.target as HTMLElement | null;
  if (!target?.closest("input, textarea, [contenteditable]")) event.preventDefault();
});

// Reload and the page's own print would lose what is being typed.
window.addEventListener("keydown", (event) => {
  if (pressed(event, "F5") || shortcut(event, "r") || shortcut(event, "r", true) || shortcut(event, "p")) event.preventDefault();
});

createApp(App).mount("#app");
Object.freeze(Object.prototype);
