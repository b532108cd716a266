// Types of what the build provides: the platform is chosen by its mode.
declare module "#platform" {
  import type { Platform } from "./platform";
  export const platform: Platform;
}
