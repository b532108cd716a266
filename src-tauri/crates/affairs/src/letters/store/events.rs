//! The rows of what happened in a case.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::word;
use crate::Problem;
use crate::letters::model::{
    SupervisionCaseId, SupervisionEvent, SupervisionEventId, SupervisionEventInput, SupervisionEventKind,
    SupervisionFinding, SupervisionInspectorId, SupervisionOutcome,
};
use crate::letters::rules::Happened;
use crate::office::text;

/// By when an answer was due: the day, the rule that set it, the packs it was judged by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct AnswerDue {
    pub on: Option<NaiveDate>,
    pub rule: Option<String>,
    pub pack: Option<String>,
}

const COLUMNS: &str = "e.id, e.case_id, e.kind, e.happened_on, e.text, e.place, e.asked, e.inspector_one_id,
  e.inspector_two_id, e.finding, e.signed_on, e.outcome, e.number, e.department, e.late_entry, e.due_on, e.ord,
  one.name, one.certificate, two.name, two.certificate";

// A holder who was removed since stands in the inquiries they made.
const FROM: &str = "FROM live_supervision_event e
  LEFT JOIN supervision_inspector one ON one.id = e.inspector_one_id
  LEFT JOIN supervision_inspector two ON two.id = e.inspector_two_id";

/// 王伟（证号赣监0001）.
fn named(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<String>> {
    let (name, certificate): (Option<String>, Option<String>) = (row.get(at)?, row.get(at + 1)?);
    Ok(name.map(|name| format!("{name}（证号{}）", certificate.unwrap_or_default())))
}

fn coded<T>(row: &Row<'_>, at: usize, of: fn(&str) -> Option<T>) -> rusqlite::Result<Option<T>> {
    Ok(row.get::<_, Option<String>>(at)?.as_deref().and_then(of))
}

fn whole(row: &Row<'_>) -> rusqlite::Result<SupervisionEvent> {
    let (id, happened_on): (SupervisionEventId, NaiveDate) = (row.get(0)?, row.get(3)?);
    let inspectors: [Option<SupervisionInspectorId>; 2] = [row.get(7)?, row.get(8)?];
    let due_on: Option<NaiveDate> = row.get(15)?;
    Ok(SupervisionEvent {
        id,
        record: SupervisionEventInput {
            id: Some(id),
            case: row.get(1)?,
            kind: word(row, 2, SupervisionEventKind::of, SupervisionEventKind::Accepted)?,
            happened_on,
            text: row.get(4)?,
            place: row.get(5)?,
            asked: row.get(6)?,
            inspectors: inspectors.into_iter().flatten().collect(),
            finding: coded(row, 9, SupervisionFinding::of)?,
            signed_on: row.get(10)?,
            outcome: coded(row, 11, SupervisionOutcome::of)?,
            number: row.get(12)?,
            department: row.get(13)?,
            late_entry: row.get(14)?,
        },
        inspectors: [named(row, 17)?, named(row, 19)?].into_iter().flatten().collect(),
        late: due_on.is_some_and(|due| happened_on > due),
        due_on,
    })
}

fn missing() -> Problem {
    Problem::missing("条办理情况")
}

/// What happened in a case, in order.
pub(crate) fn events(
    connection: &Connection,
    case: SupervisionCaseId,
) -> Result<Vec<SupervisionEvent>, Problem> {
    let sql = format!("SELECT {COLUMNS} {FROM} WHERE e.case_id = ?1 ORDER BY e.happened_on, e.ord");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([case], whole)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One event.
///
/// Errors: `not_found`.
pub(crate) fn event(connection: &Connection, id: SupervisionEventId) -> Result<SupervisionEvent, Problem> {
    let sql = format!("SELECT {COLUMNS} {FROM} WHERE e.id = ?1");
    connection.prepare_cached(&sql)?.query_row([id], whole).optional()?.ok_or_else(missing)
}

/// The same as decisions read it.
pub(super) fn happened(connection: &Connection, case: SupervisionCaseId) -> Result<Vec<Happened>, Problem> {
    let sql = "SELECT id, kind, happened_on, ord, finding, signed_on, outcome, late_entry IS NOT NULL
      FROM live_supervision_event WHERE case_id = ?1 ORDER BY happened_on, ord";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([case], |row| {
        Ok(Happened {
            id: Some(row.get(0)?),
            kind: word(row, 1, SupervisionEventKind::of, SupervisionEventKind::Accepted)?,
            on: row.get(2)?,
            ord: row.get(3)?,
            finding: coded(row, 4, SupervisionFinding::of)?,
            signed_on: row.get(5)?,
            outcome: coded(row, 6, SupervisionOutcome::of)?,
            late: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The department that a case named last, else the one that any case did: nobody types it twice.
pub(crate) fn department(
    connection: &Connection,
    case: SupervisionCaseId,
) -> Result<Option<String>, Problem> {
    let sql = "SELECT department FROM live_supervision_event WHERE department IS NOT NULL
      ORDER BY case_id = ?1 DESC, happened_on DESC, ord DESC, id DESC LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row([case], |row| row.get(0)).optional()?)
}

/// The place of the next event among those of its day.
pub(crate) fn next_ord(connection: &Connection, case: SupervisionCaseId) -> Result<u32, Problem> {
    let sql = "SELECT coalesce(max(ord), 0) + 1 FROM supervision_event WHERE case_id = ?1";
    Ok(connection.query_row(sql, [case], |row| row.get(0))?)
}

/// The case of an event.
///
/// Errors: `not_found`.
pub(crate) fn case_of(connection: &Connection, id: SupervisionEventId) -> Result<SupervisionCaseId, Problem> {
    Ok(event(connection, id)?.record.case)
}

/// Writes an event, new or corrected; what its kind does not know is left out.
pub(crate) fn save(
    tx: &Tx,
    id: SupervisionEventId,
    ord: u32,
    input: &SupervisionEventInput,
    due: &AnswerDue,
) -> Result<(), Problem> {
    use SupervisionEventKind as Kind;
    let of = |kinds: &[Kind]| kinds.contains(&input.kind);
    let inquiry = of(&[Kind::Inquired]);
    let outcome = of(&[Kind::Talked, Kind::ReminderAnswered, Kind::OpinionAnswered]);
    let department = of(&[Kind::Recommended, Kind::Filed, Kind::Decided]);
    let inspector = |at: usize| input.inspectors.get(at).copied().filter(|_| inquiry);
    tx.execute(
        "INSERT INTO supervision_event (id, case_id, ord, kind, happened_on, text, place, asked, inspector_one_id,
           inspector_two_id, finding, signed_on, outcome, number, department, due_on, due_rule, law_pack, late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
         ON CONFLICT (id) DO UPDATE SET happened_on = excluded.happened_on, text = excluded.text,
           place = excluded.place, asked = excluded.asked, inspector_one_id = excluded.inspector_one_id,
           inspector_two_id = excluded.inspector_two_id, finding = excluded.finding, signed_on = excluded.signed_on,
           outcome = excluded.outcome, number = excluded.number, department = excluded.department,
           due_on = excluded.due_on, due_rule = excluded.due_rule, law_pack = excluded.law_pack,
           late_entry = excluded.late_entry",
        params![
            id,
            input.case,
            ord,
            input.kind.code(),
            input.happened_on,
            input.text.trim(),
            text(&input.place).filter(|_| inquiry),
            text(&input.asked).filter(|_| inquiry),
            inspector(0),
            inspector(1),
            input.finding.filter(|_| inquiry).map(SupervisionFinding::code),
            input.signed_on.filter(|_| inquiry),
            input.outcome.filter(|_| outcome).map(SupervisionOutcome::code),
            text(&input.number).filter(|_| department),
            text(&input.department).filter(|_| department),
            due.on,
            due.rule,
            due.pack,
            text(&input.late_entry),
        ],
    )?;
    Ok(())
}

/// Puts an event out of sight.
pub(crate) fn remove(tx: &Tx, id: SupervisionEventId) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE supervision_event SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    if kept == 1 { Ok(()) } else { Err(missing()) }
}
