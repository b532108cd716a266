// What every component test stands on: happy-dom lacks these, and no test may lean on what another left.
import { afterEach } from "vitest";
import { forgetDrafts } from "../src/drafts";

afterEach(() => {
  document.body.innerHTML = "";
  forgetDrafts();
});
