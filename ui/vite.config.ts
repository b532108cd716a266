// How the pages are built and tested. `--mode fake` runs the same pages over the invented world in dev/ for looking at them in a browser.
import { fileURLToPath } from "node:url";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ mode }) => ({
  plugins: [vue()],
  // Relative addresses: the window serves the pages from its own scheme.
  base: "./",
  resolve: {
    alias: {
      "#platform": at(mode === "fake" ? "./dev/world.ts" : "./src/platform/tauri.ts"),
    },
  },
  build: {
    outDir: mode === "fake" ? "dist-fake" : "dist",
    // WebKitGTK 2.36 (Ubuntu 22.04, Debian 12) and WebView2.
    target: ["safari15.4", "chrome105"],
    // Styles and fonts stay files, so that `style-src 'self'` and `font-src 'self'` hold.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  server: { host: "127.0.0.1" },
  test: {
    environment: "happy-dom",
    // A busy machine is no fault of a page.
    testTimeout: 30_000,
    include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
    setupFiles: ["./tests/setup.ts"],
  },
}));
