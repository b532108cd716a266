//! The rows of a negotiation. Reading joins them into what a page shows; writing replaces what a form
//! sent. Decisions are made before (`rules`); here nothing is judged.

mod events;
mod meeting;
mod opening;
mod representatives;

pub use events::{change_event, event, events, insert_event, remove_event};
pub use meeting::{
    keep_chiefs, mark_undertaking, meeting_negotiation, meetings, next_round, open_undertakings,
    remove_meeting, save_meeting,
};
pub use opening::{
    ReplyClock, TopicRow, offer, offer_dates, place_topic, replies, reply, reply_negotiation, save_offer,
    save_reply, save_topics, topic_negotiation, topic_rows, topics,
};
pub use representatives::{
    all_representatives, rename, representatives, representatives_on, save_side, seats,
};

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Problem;
use crate::negotiation::called;
use crate::negotiation::model::{NegotiationId, StartNegotiation};

/// The head row of a negotiation.
#[derive(Debug, Clone)]
pub struct Head {
    /// Its id.
    pub id: NegotiationId,
    /// The year.
    pub year: i32,
    /// Its title.
    pub title: String,
    /// The day it was started.
    pub started_on: chrono::NaiveDate,
    /// The place whose law holds for it.
    pub place: law::Place,
    /// Entered afterwards, why.
    pub late_entry: Option<String>,
}

impl Head {
    /// What the talks are called, as the title has it: 工资集体协商.
    pub fn talks(&self) -> &str {
        called::within(&self.title, self.year)
    }
}

const HEAD: &str = "SELECT id, year, title, started_on, province, city, late_entry FROM live_negotiation";

fn head_of(row: &Row<'_>) -> rusqlite::Result<Head> {
    Ok(Head {
        id: row.get(0)?,
        year: row.get(1)?,
        title: row.get(2)?,
        started_on: row.get(3)?,
        place: law::Place { province: row.get(4)?, city: row.get(5)? },
        late_entry: row.get(6)?,
    })
}

/// Every negotiation, the newest year first.
pub fn heads(connection: &Connection) -> Result<Vec<Head>, Problem> {
    let mut statement =
        connection.prepare_cached(&format!("{HEAD} ORDER BY year DESC, started_on DESC, id DESC"))?;
    let rows = statement.query_map([], head_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One negotiation's head.
pub fn head(connection: &Connection, id: NegotiationId) -> Result<Head, Problem> {
    connection
        .query_row(&format!("{HEAD} WHERE id = ?1"), params![id], head_of)
        .optional()?
        .ok_or_else(|| Problem::missing("项协商"))
}

/// The day on which an affair was entered that is entered afterwards; none for one that was entered as it went.
pub fn entered_on(connection: &Connection, head: &Head) -> Result<Option<chrono::NaiveDate>, Problem> {
    if head.late_entry.is_none() {
        return Ok(None);
    }
    let sql = "SELECT substr(j.at, 1, 10) FROM change c JOIN journal j ON j.seq = c.place >> 32
         WHERE substr(c.row_id, -8) = substr(?1, -8) AND c.row_id = ?1 AND c.tbl = 'negotiation'
         ORDER BY c.place LIMIT 1";
    let day: Option<String> =
        connection.prepare_cached(sql)?.query_row([head.id], |row| row.get(0)).optional()?;
    Ok(day.and_then(|day| day.parse().ok()))
}

/// Whether a year has its negotiation already.
pub fn year_taken(connection: &Connection, year: i32) -> Result<bool, Problem> {
    Ok(connection
        .query_row(
            "SELECT 1 FROM live_negotiation WHERE year = ?1 AND continues_id IS NULL",
            params![year],
            |_| Ok(()),
        )
        .optional()?
        .is_some())
}

/// How many affairs of a year continue another.
pub fn continuing(connection: &Connection, year: i32) -> Result<u32, Problem> {
    let sql = "SELECT count(*) FROM live_negotiation WHERE year = ?1 AND continues_id IS NOT NULL";
    Ok(connection.query_row(sql, params![year], |row| row.get(0))?)
}

/// Writes the head row.
pub fn insert_head(
    tx: &Tx,
    id: NegotiationId,
    start: &StartNegotiation,
    title: &str,
    place: &law::Place,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO negotiation (id, year, title, started_on, province, city, late_entry, continues_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            id,
            start.year,
            title,
            start.started_on.unwrap_or_else(|| tx.today()),
            place.province,
            place.city,
            start.late_entry,
            start.continues,
        ],
    )?;
    Ok(())
}

/// Gives an affair another title.
pub fn rename_affair(tx: &Tx, id: NegotiationId, title: &str) -> Result<(), Problem> {
    tx.execute("UPDATE negotiation SET title = ?2 WHERE id = ?1", params![id, title])?;
    Ok(())
}

/// Puts a row of any of the negotiation's tables out of sight.
pub(in crate::negotiation) fn remove(
    tx: &Tx,
    table: &'static str,
    column: &'static str,
    id: &str,
) -> Result<(), Problem> {
    tx.prepare_cached(&format!(
        "UPDATE {table} SET removed_at = ?2 WHERE {column} = ?1 AND removed_at IS NULL"
    ))?
    .execute(params![id, tx.now().to_rfc3339()])?;
    Ok(())
}
