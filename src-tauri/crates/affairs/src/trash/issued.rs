//! Issued papers in a purge: what one says goes for good, and its number stays in the register of outgoing papers, under a new id, so that
//! none is given twice and nobody looks for it in vain. Those about one person alone go with the person; of the others it is found here
//! which of them tell of whoever goes. What an issue keeps beside its row is `office::source`'s.

use std::collections::{BTreeMap, BTreeSet};

use ledger::Tx;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};

use super::kind::TrashKind;
use super::mentions::{RowId, stands, write_anew};
use crate::members::roster::names::key;
use crate::office::model::{PaperId, kind_label};
use crate::words::Words;
use crate::written::Numbers;
use crate::{Problem, drafts};

/// What names an issue, by the old id and the new.
const NAMES_IT: [&str; 4] = [
    "UPDATE paper SET corrects_id = ?2 WHERE corrects_id = ?1",
    "UPDATE paper_sending SET paper_id = ?2 WHERE paper_id = ?1",
    "UPDATE incoming_paper SET done_paper_id = ?2 WHERE done_paper_id = ?1",
    "UPDATE decision_use SET of_id = ?2 WHERE act = 'paper' AND of_id = ?1",
];

/// An issue that is erased by itself, with the files on it, which show what it said. To whom it was sent and who signed for it stays
/// with the number: clocks run from there.
pub(super) fn rows(connection: &Connection, id: &str) -> Result<Vec<RowId>, Problem> {
    let mut rows = vec![("paper".to_owned(), id.to_owned())];
    let mut statement =
        connection.prepare_cached("SELECT id FROM attachment WHERE of_kind = 'paper' AND of_id = ?1")?;
    for file in statement.query_map([id], |row| row.get::<_, String>(0))? {
        rows.push(("attachment".to_owned(), file?));
    }
    Ok(rows)
}

/// The rows but for issues of which the number alone is left: it stays.
pub(super) fn with_content(connection: &Connection, rows: Vec<RowId>) -> Result<Vec<RowId>, Problem> {
    let mut number = connection.prepare_cached("SELECT 1 FROM paper WHERE id = ?1 AND sha256 = ''")?;
    let mut kept = Vec::with_capacity(rows.len());
    for row in rows {
        if row.0 != "paper" || !number.exists([&row.1])? {
            kept.push(row);
        }
    }
    Ok(kept)
}

/// What to know of the issues among the rows that go, in a sentence.
pub(super) fn told(
    connection: &Connection,
    kind: TrashKind,
    rows: &[RowId],
) -> Result<Option<String>, Problem> {
    if kind == TrashKind::Paper {
        return Ok(Some(
            "文号、发送和签收的登记仍留在发文登记里；已经送出去的和纸质的，请另行处理。".to_owned(),
        ));
    }
    let mut count = 0;
    for row in rows.iter().filter(|(table, _)| table == "paper") {
        count += usize::from(stands(connection, row)?);
    }
    Ok((count > 0).then(|| {
        format!("专为本人印发的文件{count}份一并清除，发文登记里只留文号；已经送出去的和纸质的，请另行处理。")
    }))
}

/// Issues that tell of people.
#[derive(Debug, Default)]
pub(super) struct Telling {
    /// Those that name one of them or tell a number.
    pub all: BTreeSet<String>,
    /// Those of them that tell a number.
    pub numbered: BTreeSet<String>,
}

/// The issues that tell of people by what they were made from; none of those that go themselves. Each name has with it those of
/// others that contain it.
pub(super) fn that_tell(
    connection: &Connection,
    names: &BTreeMap<&str, &[String]>,
    numbers: &[&str],
    own: &BTreeSet<RowId>,
) -> Result<Telling, Problem> {
    let (all, numbers) = (Words::folded(names.keys().copied(), key), Numbers::of(numbers.iter().copied()));
    let mut statement = connection.prepare_cached(
        "SELECT p.id, ifnull(json_extract(s.content, '$.context'), '') || char(10) ||
           ifnull(json_extract(s.content, '$.changes'), '')
         FROM paper p JOIN paper_source s ON s.sha256 = p.source_sha256",
    )?;
    let mut telling = Telling::default();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, text): (String, String) = (row.get(0)?, row.get(1)?);
        if own.contains(&("paper".to_owned(), id.clone())) {
            continue;
        }
        let numbered = !numbers.within(&text).is_empty();
        if numbered {
            telling.numbered.insert(id.clone());
        }
        if numbered || drafts::names_one(&text, &all, names) {
            telling.all.insert(id);
        }
    }
    Ok(telling)
}

/// Lets go of what an issue says, within a purge's step, and leaves its number under a new id: the old one is erased, also again where
/// an older copy is put back. Its title becomes the name of its kind; where it is filed stays, unless that `says` who is to go.
pub(super) fn leave_number(tx: &Tx, id: &str, says: &dyn Fn(&str) -> bool) -> Result<(), Problem> {
    let sql = "SELECT kind FROM paper WHERE id = ?1";
    let kind: Option<String> = tx.query_row(sql, [id], |row| row.get(0)).optional()?;
    let Some(kind) = kind else { return Ok(()) };
    let number = tx.new_id::<PaperId>().to_string();
    write_anew(tx, ("paper", id), &mut |column, value| match column {
        "id" => *value = Value::Text(number.clone()),
        "title" => *value = Value::Text(kind_label(&kind).to_owned()),
        "sha256" => *value = Value::Text(String::new()),
        "source_sha256" => *value = Value::Null,
        "file_number" | "file_place" => {
            if matches!(&*value, Value::Text(text) if says(text)) {
                *value = Value::Null;
            }
        }
        _ => {}
    })?;
    for names in NAMES_IT {
        tx.execute(names, [id, number.as_str()])?;
    }
    Ok(())
}
