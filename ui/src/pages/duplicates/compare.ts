// Choosing field by field between two records by keyboard: pure, so that the rows' widget only shows what this says.
import type { MergeField, MergeRow } from "../../contract/bindings";

/** Whether both sides have something to choose from. */
export const open = (row: MergeRow) => row.kept !== null && row.gone !== null;

/** The fields that are taken from the other at first: those it alone has. */
export const first = (rows: MergeRow[]) => new Set<MergeField>(rows.filter((row) => row.take).map((row) => row.field));

/** Which of the two records. */
export type Side = "kept" | "gone";

/** The choice after a side was pressed; none changes where only one side has something. */
export function chosen(taken: ReadonlySet<MergeField>, row: MergeRow, side: Side): Set<MergeField> {
  const now = new Set(taken);
  if (!open(row)) return now;
  if (side === "gone") now.add(row.field);
  else now.delete(row.field);
  return now;
}

/** The next row that differs, or null after the last: Enter goes where something is to be decided. */
export function next(rows: MergeRow[], at: number): number | null {
  const found = rows.findIndex((row, place) => place > at && row.differs);
  return found < 0 ? null : found;
}

/** The same with the two records changed round: what was taken from the other is this one's own now. */
export const turned = (rows: MergeRow[], taken: ReadonlySet<MergeField>) =>
  new Set(rows.filter((row) => open(row) && !taken.has(row.field)).map((row) => row.field));
