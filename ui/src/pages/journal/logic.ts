// The journal's filter as it is asked for: what is empty does not matter. Pure.
import type { HistoryQuery } from "../../contract/bindings";

export type Filter = { person: string; module: string; from: string; to: string; text: string };

export function queryOf(filter: Filter): HistoryQuery {
  const query: Record<string, string> = {};
  for (const [name, value] of Object.entries(filter)) if (value.trim() !== "") query[name] = value.trim();
  return query as HistoryQuery;
}
