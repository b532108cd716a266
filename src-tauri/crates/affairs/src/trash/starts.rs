//! From which day the time counts for which a text of law binds to keep a record: the text names an end of its own (the contract's,
//! the accounting year's), and where the record is removed before it, that later day counts. How long the time is, and its sentence,
//! are `retention`'s.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use super::kind::TrashKind;
use super::tables::Lies;
use crate::Problem;

/// From when the time of a record counts; of two, the greater one is over later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Start {
    /// From this day.
    On(NaiveDate),
    /// The end that the text names has not come, and no day is entered for it; when the record was removed.
    Awaited(NaiveDate),
}

/// What to enter where an end is awaited, and where.
pub(super) const AWAITED: &str = "保存的时间从劳动合同解除或者终止算起；\
    这份合同没有终止日期，也没有登记实际解除或终止的日期，现在还算不出哪天可以清除。合同结束以后，请在本人档案的“劳动合同”里填上“实际解除或终止的日期”；\
    已经移除的，先从回收站恢复，填好再移除。";

impl Start {
    /// The later one of the removal and the end that the text names.
    fn of(removed: NaiveDate, named: Option<NaiveDate>) -> Start {
        named.map_or(Start::Awaited(removed), |named| Start::On(named.max(removed)))
    }
}

/// The day that the text names for a kind, in SQL over its columns, each read by `read`; none for a kind of which the text names no
/// end but that it is kept.
fn named(kind: TrashKind, read: impl Fn(&str) -> String) -> Option<String> {
    Some(match kind {
        TrashKind::LabourContract => format!("coalesce({}, {})", read("ended_on"), read("until_on")),
        TrashKind::FeePayment => format!("substr({}, 1, 4) || '-12-31'", read("paid_on")),
        TrashKind::PaySheet => period_end(&read("period")),
        _ => return None,
    })
}

/// The last day of a month or year, in SQL: what a payroll says was paid, the earliest, when that was over.
fn period_end(period: &str) -> String {
    format!(
        "CASE length({period}) WHEN 4 THEN {period} || '-12-31'
           ELSE date({period} || '-01', '+1 month', '-1 day') END"
    )
}

/// Of a record that stands or was removed on a day.
pub(super) fn start(
    connection: &Connection,
    lies: &Lies,
    id: &str,
    removed: NaiveDate,
) -> Result<Start, Problem> {
    let Some(named) = named(lies.kind, str::to_owned) else { return Ok(Start::On(removed)) };
    let sql = format!("SELECT {named} FROM {} WHERE id = ?1", lies.table);
    let day = connection.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?;
    Ok(day.map_or(Start::On(removed), |named| Start::of(removed, named)))
}

/// Of the payrolls that say what a person was paid, the latest; none where no payroll does.
pub(super) fn start_of_pay(
    connection: &Connection,
    person: &str,
    removed: NaiveDate,
) -> Result<Option<Start>, Problem> {
    let sql = format!(
        "SELECT max(max(coalesce(substr(l.removed_at, 1, 10), ?2), {}))
         FROM pay_line l JOIN pay_sheet s ON s.id = l.sheet_id WHERE l.person_id = ?1",
        period_end("s.period")
    );
    let on: Option<NaiveDate> =
        connection.prepare_cached(&sql)?.query_row(params![person, removed], |row| row.get(0))?;
    Ok(on.map(Start::On))
}

/// Of records of a kind whose entry was taken back, as the journal knows them, the latest. An end that is not known counts for none:
/// nobody can enter one any more.
pub(super) fn start_of_taken_back(
    connection: &Connection,
    lies: &Lies,
    ids: &[&str],
    taken_back: NaiveDate,
) -> Result<Start, Problem> {
    let read = |column: &str| format!("json_extract(c.before, '$.{column}')");
    let Some(named) = named(lies.kind, read) else { return Ok(Start::On(taken_back)) };
    let ids = ids.iter().copied().collect::<serde_json::Value>().to_string();
    let sql = format!(
        "SELECT max({named}) FROM json_each(?1) n CROSS JOIN change c
           ON substr(c.row_id, -8) = substr(n.value, -8) AND c.row_id = n.value
         WHERE c.tbl = ?2 AND c.act = 'delete'"
    );
    let day: Option<NaiveDate> =
        connection.prepare_cached(&sql)?.query_row(params![ids, lies.table], |row| row.get(0))?;
    Ok(Start::of(taken_back, Some(day.unwrap_or(taken_back))))
}
