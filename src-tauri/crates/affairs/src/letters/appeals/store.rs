//! The rows of appeals: the appeal, who brought it beside, where it went on to; the register and its counts.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

use super::model::{
    AnswerAppeal, Appeal, AppealChannel, AppealCount, AppealId, AppealInput, AppealKind, AppealOnward,
    AppealPage, AppealPerson, AppealQuery, AppealWentTo, AppealWhich, AppealWorker,
};
use crate::Problem;
use crate::duty::{Band, Place};
use crate::letters::store::word;
use crate::office::register::{self, Reading, Register, Terms};
use crate::office::text;
use crate::union::model::Shown;

/// The series of the register's numbers, as `office` knows it by kind.
pub(crate) const SERIES: &str = "appeal";

/// The register.
pub(crate) const REGISTER: Register = Register { table: "appeal", series: SERIES, name: "件职工诉求" };

const COLUMNS: &str = "r.id, r.year, r.serial, r.worker, r.kind, r.channel, r.raised_on, r.matter, r.details, r.handler,
  r.promised_on, r.answered_on, r.answer, r.onward, r.onward_words, r.onward_on,
  EXISTS (SELECT 1 FROM live_appeal_person p WHERE p.id = r.id),
  coalesce((SELECT paper_number('supervision', c.year, c.serial) FROM live_supervision_case c WHERE c.id = r.onward_id),
    (SELECT paper_number('mediation', m.year, m.serial) FROM live_mediation_case m WHERE m.id = r.onward_id),
    (SELECT committee_number(b.body, b.year, b.serial) FROM live_committee_meeting b WHERE b.id = r.onward_id)),
  r.onward_id";

const FROM: &str = "FROM live_appeal r";

/// The page on which a record that an appeal went on to stands.
fn page_of(onward: AppealOnward) -> &'static str {
    match onward {
        AppealOnward::Supervision => "letters",
        AppealOnward::Mediation => "mediation",
        AppealOnward::Committee => "committee",
        AppealOnward::Negotiation => "negotiation",
    }
}

fn onward(row: &Row<'_>) -> rusqlite::Result<Option<AppealWentTo>> {
    let Some(onward) = row.get::<_, Option<String>>(13)?.as_deref().and_then(AppealOnward::of) else {
        return Ok(None);
    };
    let (number, id): (Option<String>, Option<String>) = (row.get(17)?, row.get(18)?);
    let standing = id.filter(|_| number.is_some());
    let place = standing.map(|id| Place { page: page_of(onward).to_owned(), id: Some(id), part: None });
    Ok(Some(AppealWentTo { onward, words: row.get(14)?, on: row.get(15)?, number, place }))
}

/// An appeal without whoever brought it.
fn appeal(row: &Row<'_>, today: NaiveDate) -> rusqlite::Result<Appeal> {
    let (id, answered_on): (AppealId, Option<NaiveDate>) = (row.get(0)?, row.get(11)?);
    let promised_on: Option<NaiveDate> = row.get(10)?;
    let open_until = promised_on.filter(|_| answered_on.is_none());
    Ok(Appeal {
        id,
        number: REGISTER.number(row.get(1)?, row.get(2)?),
        record: AppealInput {
            id: Some(id),
            worker: word(row, 3, AppealWorker::of, AppealWorker::Member)?,
            kind: word(row, 4, AppealKind::of, AppealKind::Other)?,
            channel: word(row, 5, AppealChannel::of, AppealChannel::Visit)?,
            raised_on: row.get(6)?,
            matter: row.get(7)?,
            details: row.get(8)?,
            person: None,
            handler: row.get(9)?,
            promised_on,
            answer: row.get(12)?,
        },
        named: row.get(16)?,
        shown: Shown::Never,
        answered_on,
        onward: onward(row)?,
        band: answered_on.is_none().then(|| open_until.map_or(Band::NoDay, |due| Band::of(due, today))),
        days: open_until.map(|due| (due - today).num_days()),
    })
}

/// One appeal without whoever brought it.
///
/// Errors: `not_found`.
pub(super) fn get(connection: &Connection, id: AppealId, today: NaiveDate) -> Result<Appeal, Problem> {
    let sql = format!("SELECT {COLUMNS} {FROM} WHERE r.id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], |row| appeal(row, today)).optional()?;
    found.ok_or_else(|| REGISTER.missing())
}

/// Who brought an appeal; for one who may see it.
pub(in crate::letters) fn person(
    connection: &Connection,
    id: AppealId,
) -> Result<Option<AppealPerson>, Problem> {
    Ok(connection
        .prepare_cached("SELECT person_id, name, contact FROM live_appeal_person WHERE id = ?1")?
        .query_row([id], |row| {
            Ok(AppealPerson { person: row.get(0)?, name: row.get(1)?, contact: row.get(2)? })
        })
        .optional()?)
}

pub(super) fn insert(
    tx: &Tx,
    id: AppealId,
    (year, serial): (i32, u32),
    input: &AppealInput,
) -> Result<(), Problem> {
    let answer = text(&input.answer);
    tx.execute(
        "INSERT INTO appeal (id, worker, kind, channel, raised_on, matter, details, handler, promised_on, answered_on,
           answer, year, serial)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        params![
            id,
            input.worker.code(),
            input.kind.code(),
            input.channel.code(),
            input.raised_on,
            input.matter.trim(),
            text(&input.details),
            text(&input.handler),
            input.promised_on,
            answer.map(|_| input.raised_on),
            answer,
            year,
            serial,
        ],
    )?;
    Ok(())
}

pub(super) fn update(tx: &Tx, id: AppealId, input: &AppealInput) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE appeal SET worker = ?2, kind = ?3, channel = ?4, raised_on = ?5, matter = ?6, details = ?7, handler = ?8,
           promised_on = ?9 WHERE id = ?1 AND removed_at IS NULL",
        params![
            id,
            input.worker.code(),
            input.kind.code(),
            input.channel.code(),
            input.raised_on,
            input.matter.trim(),
            text(&input.details),
            text(&input.handler),
            input.promised_on,
        ],
    )?;
    REGISTER.found(kept)
}

/// Keeps who brought it, apart from the appeal; an empty name forgets them.
pub(super) fn set_person(tx: &Tx, id: AppealId, person: &AppealPerson) -> Result<(), Problem> {
    let name = person.name.trim();
    if name.is_empty() {
        tx.execute(
            "UPDATE appeal_person SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
            params![id, tx.now().to_rfc3339()],
        )?;
        return Ok(());
    }
    tx.execute(
        "INSERT INTO appeal_person (id, person_id, name, contact) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET person_id = excluded.person_id, name = excluded.name,
           contact = excluded.contact, removed_at = NULL",
        params![id, person.person, name, text(&person.contact)],
    )?;
    Ok(())
}

/// Marks an appeal as answered, or with nothing as open again.
pub(super) fn set_answer(tx: &Tx, id: AppealId, answer: Option<&AnswerAppeal>) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE appeal SET answered_on = ?2, answer = ?3 WHERE id = ?1 AND removed_at IS NULL",
        params![id, answer.map(|one| one.answered_on), answer.map(|one| one.answer.trim())],
    )?;
    REGISTER.found(kept)
}

/// Keeps where an appeal went on to.
pub(in crate::letters) fn set_onward(
    tx: &Tx,
    id: AppealId,
    onward: AppealOnward,
    record: Option<String>,
    words: Option<&str>,
) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE appeal SET onward = ?2, onward_id = ?3, onward_words = ?4, onward_on = ?5
         WHERE id = ?1 AND removed_at IS NULL",
        params![id, onward.code(), record, words, tx.today()],
    )?;
    REGISTER.found(kept)
}

/// The appeal that became this case: its number and id.
pub(crate) fn origin_of(connection: &Connection, case: &str) -> Result<Option<(String, String)>, Problem> {
    let sql = "SELECT paper_number('appeal', year, serial), id FROM live_appeal WHERE onward_id = ?1
      ORDER BY year, serial";
    Ok(connection.prepare_cached(sql)?.query_row([case], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// Every open appeal that had been raised by a day.
pub(super) fn open(connection: &Connection, today: NaiveDate) -> Result<Vec<Appeal>, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} {FROM} WHERE r.answered_on IS NULL AND r.raised_on <= ?1
         ORDER BY r.promised_on IS NULL, r.promised_on, r.year, r.serial"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([today], |row| appeal(row, today))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn terms(query: &AppealQuery) -> Terms {
    let which = match query.which.unwrap_or_default() {
        AppealWhich::All => "1",
        AppealWhich::Open => "r.answered_on IS NULL",
        AppealWhich::Answered => "r.answered_on IS NOT NULL",
    };
    let kind = query.kind.map(AppealKind::code);
    REGISTER.terms(which, ("kind", kind), query.year, text(&query.text))
}

fn rows(
    connection: &Connection,
    query: &AppealQuery,
    slice: Option<(u32, u32)>,
    today: NaiveDate,
    each: &mut dyn FnMut(Appeal) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let down = if query.descending.unwrap_or(false) { " DESC" } else { "" };
    let order = if query.by_number.unwrap_or(false) {
        format!("r.year{down}, r.serial{down}")
    } else {
        format!(
            "r.answered_on IS NOT NULL, iif(r.answered_on IS NULL, r.promised_on IS NULL, 0),
             iif(r.answered_on IS NULL, r.promised_on, NULL){down}, r.year DESC, r.serial DESC"
        )
    };
    let reading = Reading { columns: COLUMNS, from: FROM, order: &order, slice };
    register::rows(connection, &reading, &terms(query), |row| appeal(row, today), each)
}

/// Every appeal that matches, in order, with how many there are: for a file that holds the whole list.
pub(super) fn each(
    connection: &Connection,
    query: &AppealQuery,
    today: NaiveDate,
    each: &mut dyn FnMut(u32, Appeal) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let total = register::count(connection, FROM, &terms(query))?;
    rows(connection, query, None, today, &mut |one| each(total, one))
}

/// A slice of the register, and how it stands as a whole.
pub(super) fn page(
    connection: &Connection,
    query: &AppealQuery,
    today: NaiveDate,
) -> Result<AppealPage, Problem> {
    let (kept, open) = connection.query_row(
        "SELECT count(*), count(*) FILTER (WHERE answered_on IS NULL) FROM live_appeal",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut slice = Vec::new();
    let (limit, offset) = (query.limit.unwrap_or(50).min(500), query.offset.unwrap_or(0));
    rows(connection, query, Some((limit, offset)), today, &mut |one| {
        slice.push(one);
        Ok(())
    })?;
    let total = register::count(connection, FROM, &terms(query))?;
    Ok(AppealPage { total, rows: slice, kept, open, years: REGISTER.years(connection)? })
}

/// How many were raised in a year, by kind and month; kinds that nobody brought stand with zeros.
pub(super) fn counts(connection: &Connection, year: i32) -> Result<Vec<AppealCount>, Problem> {
    let zero = |kind: &AppealKind| AppealCount { kind: *kind, months: vec![0; 12], total: 0 };
    let mut all: Vec<AppealCount> = AppealKind::ALL.iter().map(zero).collect();
    let mut statement = connection.prepare_cached(
        "SELECT kind, CAST(substr(raised_on, 6, 2) AS INTEGER), count(*) FROM live_appeal
         WHERE substr(raised_on, 1, 4) = ?1 GROUP BY 1, 2",
    )?;
    let rows = statement.query_map([year.to_string()], |row| {
        Ok((word(row, 0, AppealKind::of, AppealKind::Other)?, row.get::<_, u32>(1)?, row.get::<_, u32>(2)?))
    })?;
    for row in rows {
        let (kind, month, count) = row?;
        let Some(one) = all.iter_mut().find(|one| one.kind == kind) else { continue };
        let at = month.checked_sub(1).and_then(|at| usize::try_from(at).ok());
        if let Some(of_month) = at.and_then(|at| one.months.get_mut(at)) {
            *of_month += count;
            one.total += count;
        }
    }
    Ok(all)
}

/// The years in which appeals were raised, the newest first.
pub(super) fn years_raised(connection: &Connection) -> Result<Vec<i32>, Problem> {
    let sql = "SELECT DISTINCT CAST(substr(raised_on, 1, 4) AS INTEGER) AS raised FROM live_appeal ORDER BY raised DESC";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The appeals that were raised in a year, in the order of their numbers.
pub(super) fn of_year(connection: &Connection, year: i32, today: NaiveDate) -> Result<Vec<Appeal>, Problem> {
    let sql =
        format!("SELECT {COLUMNS} {FROM} WHERE substr(r.raised_on, 1, 4) = ?1 ORDER BY r.year, r.serial");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([year.to_string()], |row| appeal(row, today))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether a meeting of the committee stands.
pub(super) fn meeting_stands(connection: &Connection, id: &impl ToSql) -> Result<bool, Problem> {
    let sql = "SELECT 1 FROM live_committee_meeting WHERE id = ?1";
    Ok(connection.prepare_cached(sql)?.exists([id])?)
}
