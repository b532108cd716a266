// A period of wage data in words.
import { figuresPeriod } from "../../text/wages";

/** 2026-10 → 2026年10月; 2026 → 2026年. */
export const periodWords = (period: string) => {
  const [year, month] = period.split("-");
  return figuresPeriod(year ?? "", month === undefined ? null : Number(month));
};
