//! Whether the clock can be right, judged by the times that the steps of the chain bear. It is told, never mended: which
//! of two times is the wrong one only a person knows. How copies and waits bear a wrong clock stands with them.

use crate::{Ledger, LedgerError, shanghai};
use chrono::{DateTime, FixedOffset, SecondsFormat};
use rusqlite::Connection;

/// A step bears a time that has not come yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockDoubt {
    /// the time to come: the newest step's own where it bears one, else the latest that any step bears
    pub at: DateTime<FixedOffset>,
    /// whether it is the newest step's; else steps were made since, by the clock of now
    pub newest: bool,
    /// whether it is the clock of now that is wrong, and not that of then: it tells a day before the program was written
    pub certain: bool,
}

impl ClockDoubt {
    /// Why the clock that shows `now` is doubted, with both times, in one sentence.
    pub fn why(&self, now: DateTime<FixedOffset>) -> String {
        let words = |at: DateTime<FixedOffset>| {
            at.with_timezone(&shanghai()).format("%Y年%-m月%-d日%H:%M").to_string()
        };
        let (now, at) = (words(now), words(self.at));
        let which = if self.newest { "最后一次记录" } else { "里有一次记录" };
        // That it is the newest step which bears the time says nothing about which of the two is wrong.
        if self.certain {
            format!("电脑的时钟慢了：现在显示{now}，而账本{which}是在{at}。")
        } else {
            format!("电脑的时钟可能不准：现在显示{now}，而账本{which}是在{at}，不是现在慢了，就是那时快了。")
        }
    }
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

/// No clock was right before this moment: the program was not written yet.
const WRITTEN: &str = "2026-01-01T00:00:00.000+08:00";
/// Of so many days, at least, steps must have followed where everything before them bears a time to come.
const AGAINST_ALL: i64 = 30;

/// What speaks against the clock of now, where `latest` is the latest time that a step bears.
fn doubt(
    conn: &Connection,
    latest: &str,
    now: DateTime<FixedOffset>,
) -> Result<Option<ClockDoubt>, LedgerError> {
    let to_come = |text: &str| DateTime::parse_from_rfc3339(text).ok().filter(|at| *at > now);
    let Some(at) = to_come(latest) else { return Ok(None) };
    let now = now.with_timezone(&shanghai()).to_rfc3339_opts(SecondsFormat::Millis, false);
    let certain = now.as_str() < WRITTEN;
    let last: String =
        conn.query_row("SELECT at FROM journal ORDER BY seq DESC LIMIT 1", [], |r| r.get(0))?;
    if let Some(at) = to_come(&last) {
        return Ok(Some(ClockDoubt { at, newest: true, certain }));
    }
    if !certain && is_outlived(conn, &now)? {
        return Ok(None);
    }
    Ok(Some(ClockDoubt { at, newest: false, certain }))
}

/// Whether times to come count for nothing: once steps of more days have followed them than there are days to come, it is those times
/// that were wrong, and nobody is to be told of them for years. Where the ledger was founded at such a time nothing in it speaks for
/// the clock of now but what that clock has stamped itself, and a young ledger has few days to weigh against: then it takes longer.
fn is_outlived(conn: &Connection, now: &str) -> Result<bool, LedgerError> {
    let count = |sql: &str| conn.query_row(sql, [now], |r| r.get::<_, i64>(0));
    let to_come = count("SELECT count(DISTINCT substr(at, 1, 10)) FROM journal WHERE at > ?1")?;
    let since = count(
        "SELECT count(DISTINCT substr(at, 1, 10)) FROM journal
         WHERE seq > (SELECT max(seq) FROM journal WHERE at > ?1)",
    )?;
    let founded_then = count("SELECT at > ?1 FROM journal ORDER BY seq LIMIT 1")? == 1;
    let against = if founded_then { to_come.max(AGAINST_ALL) } else { to_come };
    Ok(since > against)
}
