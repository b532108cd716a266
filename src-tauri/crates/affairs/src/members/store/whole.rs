//! Everything that hangs on one person, for the copy of their own data.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use ts_rs::TS;

use crate::Problem;
use crate::members::membership;
use crate::members::membership::model::{MembershipKind, MembershipRung};
use crate::members::model::PersonId;

/// One event of a membership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "PersonEvent")]
pub struct EventRow {
    /// 入会, 会籍转入 …
    pub what: &'static str,
    /// When.
    pub on: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// The events of a person's membership, the first first.
pub fn events(connection: &Connection, id: PersonId) -> Result<Vec<EventRow>, Problem> {
    let said = |one: MembershipRung| {
        let other = one.other_union.map(|union| match one.kind {
            MembershipKind::MovedIn => format!("转自{union}"),
            _ => format!("转往{union}"),
        });
        let why = one.reason.map(|reason| reason.label().to_owned()).or(one.reason_text);
        let all: Vec<String> = [why, other, one.note].into_iter().flatten().collect();
        EventRow { what: one.kind.label(), on: one.on, reason: (!all.is_empty()).then(|| all.join("；")) }
    };
    Ok(membership::life(connection, id)?.rungs.into_iter().map(said).collect())
}

/// The day and the row of the roster that a person came by; `None` for one entered by hand.
pub fn source(connection: &Connection, id: PersonId) -> Result<Option<(String, u32)>, Problem> {
    Ok(connection
        .prepare_cached(
            "SELECT substr(b.imported_at, 1, 10), p.batch_row FROM live_person p
             JOIN import_batch b ON b.id = p.batch_id WHERE p.id = ?1 AND p.batch_row IS NOT NULL",
        )?
        .query_row(params![id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}
