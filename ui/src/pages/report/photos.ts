// Which photos a report bears while they are being chosen. Pure.
import type { ReportPhotoInput } from "../../contract/bindings";

export type ChosenPhoto = ReportPhotoInput;

/** The photos with one of them a place further up (-1) or down (1). */
export function moved(photos: readonly ChosenPhoto[], at: number, by: -1 | 1): ChosenPhoto[] {
  const next = [...photos];
  const [one] = next.splice(at, 1);
  if (one) next.splice(at + by, 0, one);
  return next;
}

/** Whether what is chosen is not what is kept. */
export const unsaved = (chosen: readonly ChosenPhoto[], kept: readonly ChosenPhoto[]): boolean =>
  chosen.length !== kept.length || chosen.some((one, at) => one.file !== kept[at]?.file || one.caption.trim() !== kept[at]?.caption);
