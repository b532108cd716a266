import { describe, expect, it } from "vitest";
import { found } from "../../text/start";
import { creditDoubt, creditFault, tidyCode } from "./creditCode";

describe("the union's social credit code while it is typed", () => {
  it("takes a right union code", () => expect(creditFault(UNION_CODE, true)).toBe(""));
  it("doubts that a firm's right code is the union's, and does not refuse it", () => {
    expect(creditFault("91350100M000100Y43", true)).toBe("");
    expect(creditDoubt("91350100M000100Y43")).toBe(found.creditNotUnion);
    expect(creditDoubt(UNION_CODE)).toBe("");
  });
  it("finds one wrong figure by the check letter", () =>
    expect(creditFault("91350100M000100Y44", true)).toBe(found.creditCheck));
  it("names a letter that codes never use, and where", () =>
    expect(creditFault("9135O", false)).toBe(found.creditLetter("O", 5)));
  it("is silent about the length until the person has finished", () => {
    expect(creditFault("8136", false)).toBe("");
    expect(creditFault("8136", true)).toBe(found.creditLength(4));
  });
  it("reads wide, small and spaced letters", () => expect(tidyCode("９１ 3501-00m")).toBe("91350100M"));
});

/** A code built here by the published weights, so that the test does not lean on the code under test. */
const UNION_CODE = (() => {
  const letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const body = "81360100M000100Y4";
  const sum = weights.reduce((s, w, i) => s + w * letters.indexOf(body.charAt(i)), 0);
  return body + letters.charAt((31 - (sum % 31)) % 31);
})();
