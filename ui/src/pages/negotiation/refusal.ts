// Where a refusal belongs on the representatives' form. The core names a field such as `workers.2.chief` or
// `employer`; rows without a name are not sent, so the row it counts is the nth one with a name. Pure.
import type { RepresentativeInput, Side } from "../../contract/bindings";
import type { Problem } from "../../platform";

export type Refused = { side: Side; row: number | null };

/** The side and row a refusal names, or null when it names none (then it stands above the form). */
export function refusedRow(
  problem: Problem | null,
  form: Record<Side, readonly RepresentativeInput[]>,
): Refused | null {
  const found = /^(?:representatives\.)?(workers|employer)(?:\.(\d+))?/.exec(problem?.field ?? "");
  if (!found) return null;
  const side = found[1] as Side;
  if (found[2] === undefined) return { side, row: null };
  const named = form[side].flatMap((r, i) => (r.name.trim() !== "" ? [i] : []));
  return { side, row: named[Number(found[2])] ?? null };
}
