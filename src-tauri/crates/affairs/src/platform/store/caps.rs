//! The rows of the caps of working time that were agreed.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{remove as put_away, word};
use crate::Problem;
use crate::office::text;
use crate::platform::model::{
    PlatformCap, PlatformCapId, PlatformCapInput, PlatformCapKind, PlatformFirmId, PlatformTalkId,
};

const WHAT: &str = "条约定";

const COLUMNS: &str = "id, firm_id, talk_id, kind, minutes, source, since_on, until_on";

/// 4小时, 20分钟, 4小时30分钟.
fn length(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}分钟"),
        (hours, 0) => format!("{hours}小时"),
        (hours, minutes) => format!("{hours}小时{minutes}分钟"),
    }
}

fn cap(row: &Row<'_>, on: NaiveDate) -> rusqlite::Result<PlatformCap> {
    let id: PlatformCapId = row.get(0)?;
    let (minutes, since, until): (u32, NaiveDate, Option<NaiveDate>) =
        (row.get(4)?, row.get(6)?, row.get(7)?);
    Ok(PlatformCap {
        id,
        record: PlatformCapInput {
            id: Some(id),
            firm: row.get(1)?,
            talk: row.get(2)?,
            kind: word(row, 3, PlatformCapKind::of, PlatformCapKind::Continuous)?,
            minutes,
            source: row.get(5)?,
            since,
            until,
        },
        length: length(minutes),
        holds: since <= on && until.is_none_or(|until| on <= until),
    })
}

/// Those of a firm, as they stand on a day.
pub(crate) fn of(
    connection: &Connection,
    firm: PlatformFirmId,
    on: NaiveDate,
) -> Result<Vec<PlatformCap>, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} FROM live_platform_cap WHERE firm_id = ?1 ORDER BY since_on DESC, kind, id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([firm], |row| cap(row, on))?.collect::<Result<_, _>>()?)
}

/// Those that talks set.
pub(crate) fn by(
    connection: &Connection,
    talk: PlatformTalkId,
    on: NaiveDate,
) -> Result<Vec<PlatformCap>, Problem> {
    let sql =
        format!("SELECT {COLUMNS} FROM live_platform_cap WHERE talk_id = ?1 ORDER BY kind, since_on, id");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([talk], |row| cap(row, on))?.collect::<Result<_, _>>()?)
}

/// Writes a cap, new or changed.
pub(crate) fn save(tx: &Tx, id: PlatformCapId, input: &PlatformCapInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO platform_cap (id, firm_id, talk_id, kind, minutes, source, since_on, until_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET talk_id = excluded.talk_id, kind = excluded.kind, minutes = excluded.minutes,
           source = excluded.source, since_on = excluded.since_on, until_on = excluded.until_on",
        params![
            id,
            input.firm,
            input.talk,
            input.kind.code(),
            input.minutes,
            text(&input.source),
            input.since,
            input.until,
        ],
    )?;
    Ok(())
}

/// The firm of a cap.
///
/// Errors: `not_found`.
pub(crate) fn firm_of(connection: &Connection, id: PlatformCapId) -> Result<PlatformFirmId, Problem> {
    let sql = "SELECT firm_id FROM live_platform_cap WHERE id = ?1";
    let found = connection.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?;
    found.ok_or_else(|| Problem::missing(WHAT))
}

/// Puts a cap out of sight.
pub(crate) fn remove(tx: &Tx, id: PlatformCapId) -> Result<(), Problem> {
    put_away(tx, "platform_cap", &id, WHAT)
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn a_length_reads_in_hours_and_minutes() {
        let cases = [(20, "20分钟"), (60, "1小时"), (240, "4小时"), (270, "4小时30分钟")];
        assert_eq!(cases.map(|(minutes, _)| length(minutes)), cases.map(|(_, words)| words.to_owned()));
    }
}
