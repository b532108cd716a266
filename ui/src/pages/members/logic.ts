// The import preview: what of a row is shown, what will be stored beside it, what is decided. Pure; what is wrong with a
// row, and what a decision makes of it, the core says.
import type {
  RosterCellProblem,
  Field,
  PersonDraft,
  RosterAskKind,
  RosterDate,
  RosterDecision,
  RosterOptions,
  RosterPage,
  RosterProblemKind,
  RosterRow,
  RosterSingleDecision,
} from "../../contract/bindings";
import { members, roster } from "../../text/members";

/** Columns shown of every row; the others appear where something is to be said about them. */
const ALWAYS: readonly Field[] = ["name", "sex", "idNumber", "phone", "shop"];

export const noOptions = (): RosterOptions => ({ columns: {}, decisions: {} });

/** The options with one more decision, or with it taken back (""). */
export function decided(options: RosterOptions, kind: RosterProblemKind, decision: RosterDecision | ""): RosterOptions {
  const decisions = { ...options.decisions };
  if (decision === "") delete decisions[kind];
  else decisions[kind] = decision;
  return { ...options, decisions };
}

type Where = Omit<RosterSingleDecision, "decision">;
const same = (a: Where, b: Where) => a.page === b.page && a.row === b.row && a.column === b.column && a.kind === b.kind;

/** Where a problem of a row is decided by itself. */
export const whereOf = (row: RosterRow, problem: RosterCellProblem): Where => ({ page: row.page, row: row.row, column: problem.column, kind: problem.kind });

/** What was decided about one cell by itself; "" where the decision of its kind counts. */
export const singleOf = (options: RosterOptions, where: Where): RosterDecision | "" => options.single?.find((one) => same(one, where))?.decision ?? "";

/** The options with one cell decided by itself, or left to its kind again (""). */
export function decidedSingle(options: RosterOptions, where: Where, decision: RosterDecision | ""): RosterOptions {
  const others = (options.single ?? []).filter((one) => !same(one, where));
  return { ...options, single: decision === "" ? others : [...others, { ...where, decision }] };
}

/** The columns of a page in the order of the file, with what each is taken for. */
export function columnsOf(page: RosterPage): { column: number; heading: string; field: Field | null }[] {
  const known = page.header.columns.map((c) => ({ column: c.column, heading: c.heading, field: c.field as Field | null }));
  return [...known, ...page.header.unknown.map((c) => ({ ...c, field: null }))].sort((a, b) => a.column - b.column);
}

/** What can be chosen for a kind of question, the proposal first, in words. */
export function choices(ask: RosterAskKind): { value: RosterDecision; label: string }[] {
  // Who somebody is, is no cell that could stay empty.
  const ofPerson = ask.kind === "personMaybeKnown" || ask.kind === "nameChanged";
  const keep = ask.kind === "personMaybeKnown" ? roster.decisions.another : roster.decisions.keepWritten;
  return [
    { value: "takeProposal", label: ask.proposal },
    ...(ask.canKeep ? [{ value: "keepWritten" as const, label: keep }] : []),
    ...(ofPerson ? [] : [{ value: "leaveEmpty" as const, label: roster.decisions.leaveEmpty }]),
    { value: "skipRow", label: roster.decisions.skipRow },
  ];
}

/** Questions stay on the page once asked, also after a decision has emptied them; new ones join at the end. */
export function allAsks(seen: readonly RosterAskKind[], now: readonly RosterAskKind[]): RosterAskKind[] {
  const fresh = now.filter((a) => !seen.some((s) => s.kind === a.kind));
  return [...seen, ...fresh];
}

function day(date: RosterDate | null): string {
  if (!date) return "";
  return date.precision === "year" ? date.date.slice(0, 4) : date.precision === "month" ? date.date.slice(0, 7) : date.date;
}
const code = (value: string | null) => (value === null ? "" : (roster.codes[value] ?? value));

/** What will be stored in a field, as a person reads it; "" where nothing will. */
export function stored(person: PersonDraft, field: Field): string {
  switch (field) {
    case "sex":
      return person.sex ? (members.sexes[person.sex] ?? "") : "";
    case "birth":
    case "employedOn":
    case "startedWorkOn":
    case "joinedOn":
    case "changeOn":
      return day(person[field]);
    case "phone":
      return person.phones.join(roster.listComma);
    case "migrant":
      return person.migrant === null ? "" : person.migrant ? roster.yes : roster.no;
    case "employment":
      return person.employment ? (members.forms[person.employment] ?? "") : "";
    case "workStatus":
    case "idKind":
    case "skillGrade":
    case "changeKind":
    case "changeReason":
      return code(person[field]);
    case "unionCode":
    case "sequence":
    case "importResult":
    case "importFault":
      return "";
    default:
      return person[field] ?? "";
  }
}

export type Cell = { heading: string; was: string; now: string; changed: boolean };

/** The cells of a row worth showing, in the order of the file, the written beside the stored. */
export function cells(row: RosterRow, pages: readonly RosterPage[], all: boolean): Cell[] {
  const header = pages[row.page]?.header;
  const spoken = new Set(row.problems.map((p) => p.column));
  return (header?.columns ?? [])
    .filter((c) => all || ALWAYS.includes(c.field) || spoken.has(c.column))
    .map((c) => {
      const was = row.raw[c.column - 1] ?? "";
      const now = stored(row.person, c.field);
      return { heading: c.heading, was, now, changed: now !== "" && now !== was.trim() };
    });
}

/** Problems of a row, the gravest first; notes are told only when nothing graver is. */
export function spokenProblems(problems: readonly RosterCellProblem[]): RosterCellProblem[] {
  const order = { stop: 0, ask: 1, note: 2 };
  return [...problems].sort((a, b) => order[a.severity] - order[b.severity]);
}

/** Rows of one page of the preview, and how many pages there are. */
export const ROWS = 100;
export const pageCount = (rows: number): number => Math.max(1, Math.ceil(rows / ROWS));
