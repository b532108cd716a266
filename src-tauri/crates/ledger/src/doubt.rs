//! Whether the clock can be right, judged by the times that the steps of the chain bear. It is told, never mended: which
//! of two times is the wrong one only a person knows. How copies and waits bear a wrong clock stands with them.

use crate::{Ledger, LedgerError, shanghai};
use chrono::{DateTime, FixedOffset, SecondsFormat};
use rusqlite::Connection;

/// A step bears a time that has not come yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockDoubt {
    /// the latest time that a step bears
    pub at: DateTime<FixedOffset>,
    /// whether the newest step itself bears a time to come; else steps were made since, by the clock of now
    pub newest: bool,
}

/// How far the journal was read for it: the number of a step, and the latest time up to there.
pub(crate) type Latest = (i64, String);

impl Ledger {
    /// Why the clock of now cannot be trusted, if there is a reason. Only steps that came since the last asking are read.
    pub fn clock_doubt(&self) -> Result<Option<ClockDoubt>, LedgerError> {
        let known = self.latest();
        let (latest, doubt) = self.read(|conn| {
            let latest = latest(conn, known)?;
            let doubt = doubt(conn, &latest.1, self.setting.clock.now())?;
            Ok::<_, LedgerError>((latest, doubt))
        })?;
        self.set_latest(latest);
        Ok(doubt)
    }
}

/// The same, read from the first step on.
pub(crate) fn of(conn: &Connection, now: DateTime<FixedOffset>) -> Result<Option<ClockDoubt>, LedgerError> {
    doubt(conn, &latest(conn, Latest::default())?.1, now)
}

fn latest(conn: &Connection, known: Latest) -> Result<Latest, LedgerError> {
    let sql = "SELECT max(seq), max(at) FROM journal WHERE seq > ?1";
    let newer: (Option<i64>, Option<String>) =
        conn.prepare_cached(sql)?.query_row([known.0], |r| Ok((r.get(0)?, r.get(1)?)))?;
    // Every time is written in one form and at +08:00, so that text compares as time.
    Ok((newer.0.unwrap_or(known.0), newer.1.unwrap_or_default().max(known.1)))
}

/// A time to come counts for nothing once steps of more days have followed it than there are days to come: then it is that
/// time which was wrong, and nobody is to be told of it for years. A clock that is behind has few such days against it.
fn doubt(
    conn: &Connection,
    latest: &str,
    now: DateTime<FixedOffset>,
) -> Result<Option<ClockDoubt>, LedgerError> {
    let read = |text: &str| DateTime::parse_from_rfc3339(text).ok();
    let Some(at) = read(latest).filter(|at| *at > now) else { return Ok(None) };
    let last: String =
        conn.query_row("SELECT at FROM journal ORDER BY seq DESC LIMIT 1", [], |r| r.get(0))?;
    let newest = read(&last).is_some_and(|last| last > now);
    if !newest {
        let now = now.with_timezone(&shanghai()).to_rfc3339_opts(SecondsFormat::Millis, false);
        let days = |sql: &str| conn.query_row(sql, [&now], |r| r.get::<_, i64>(0));
        let to_come = days("SELECT count(DISTINCT substr(at, 1, 10)) FROM journal WHERE at > ?1")?;
        let since = days(
            "SELECT count(DISTINCT substr(at, 1, 10)) FROM journal
             WHERE seq > (SELECT max(seq) FROM journal WHERE at > ?1)",
        )?;
        if since > to_come {
            return Ok(None);
        }
    }
    Ok(Some(ClockDoubt { at, newest }))
}
