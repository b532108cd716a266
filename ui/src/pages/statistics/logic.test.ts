// The statistics page: shares, and who came and went in a month.
import { expect, it } from "vitest";
import { came, share, went } from "./logic";

const flow = { month: 3, start: 10, joined: 2, movedIn: 1, resumed: 1, movedOut: 1, withdrawn: 0, expelled: 0, died: 1, end: 12 };

it("reckons what came and what went, which make the end out of the start", () => {
  expect([came(flow), went(flow)]).toEqual([4, 2]);
  expect(flow.start + came(flow) - went(flow)).toBe(flow.end);
});

it("writes a share to a tenth of a percent, and a dash of nobody", () => {
  expect([share(1, 3), share(0, 5), share(0, 0)]).toEqual(["33.3%", "0.0%", "—"]);
});
