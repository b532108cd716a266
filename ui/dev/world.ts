import { FakePlatform } from "../src/platform/fake";
export const platform = new FakePlatform({});
