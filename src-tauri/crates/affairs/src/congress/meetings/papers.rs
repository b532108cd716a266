//! What the notice of a session (召开职工代表大会的通知) is filled with: when and where, the matters; how it looks is its template's.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use super::store;
use crate::Problem;
use crate::office;
use crate::office::model::{Filled, PaperLine};
use crate::union::store as union;

/// 召开职工代表大会的通知.
pub const NOTICE: &str = "congress.notice";

#[derive(Serialize)]
struct Named {
    name: String,
}

#[derive(Serialize)]
struct Matter {
    title: String,
    kind: &'static str,
}

/// 会议通知 (`congress/notice`).
#[derive(Serialize)]
struct Notice {
    union: Named,
    enterprise: Named,
    meeting: String,
    held_on: NaiveDate,
    place: String,
    due: u32,
    matters: Vec<Matter>,
    date: NaiveDate,
}

/// The notice of every session, the newest first.
pub fn list(connection: &Connection, today: NaiveDate) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    for (id, record) in store::all(connection)? {
        let filled = fill(connection, &id.to_string(), today)?;
        lines.push(PaperLine {
            kind: NOTICE.to_owned(),
            of: id.to_string(),
            title: filled.title,
            affair: record.name,
            dated: Some(record.held_on),
            missing: filled.missing,
            issued: Vec::new(),
            made_by: None,
        });
    }
    Ok(lines)
}

/// Fills the notice of a session.
///
/// Errors: `not_found`.
pub fn fill(connection: &Connection, of: &str, today: NaiveDate) -> Result<Filled, Problem> {
    let id = of.parse().map_err(|_| Problem::missing("份文件"))?;
    let record = store::get(connection, id)?;
    let ours = union::union_record(connection)?;
    let context = Notice {
        union: Named { name: ours.name },
        enterprise: Named { name: ours.employer },
        meeting: record.name.clone(),
        held_on: record.held_on,
        place: record.place,
        due: record.due,
        matters: record
            .matters
            .into_iter()
            .map(|one| Matter { title: one.title, kind: one.kind.label() })
            .collect(),
        date: record.noticed_on.unwrap_or(today),
    };
    let lacks = if context.matters.is_empty() { vec!["议题".to_owned()] } else { Vec::new() };
    let title = format!("关于召开{}的通知", record.name);
    let filled = Filled::new("congress/notice", of.to_owned(), title, lacks, &context)?;
    office::standing(connection, NOTICE, filled)
}
