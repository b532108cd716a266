// Every component test starts with no platform in place, so that none leans on another's.
import { afterEach } from "vitest";

afterEach(() => {
  document.body.innerHTML = "";
});
