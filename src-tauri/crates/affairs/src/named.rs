//! The rows of the people whom a text names, for whoever searches the journal by a name: their own, and those of affairs that
//! name them, also such as the journal alone still knows. What may not be known of somebody, that they were examined or brought an
//! appeal, is left out.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde_json::Value;

use crate::Problem;
use crate::fields::{self, Row};
use crate::held::FOUND;
use crate::letters::rights::file_tells_health;
use crate::office::attachments;
use crate::search::{Among, refs};
use crate::union::model::{Shown, Sight};

/// More people than these are no search for a person: a surname finds by labels alone.
const PEOPLE: usize = 50;
/// So many changes of a step are looked at for who was named in it, as many as the page opens a step to: an import has a hundred
/// thousand, and nobody waits for a search to read them.
const OF_A_STEP: u32 = 200;
/// The people of whose name the journal alone still knows: who was called so before, and who was entered and taken back. A name that
/// stands no more was written over or taken away, so that it stands before some change, of a command of the members or of a step
/// turned round. What was erased has no text. The plus keeps SQLite from an index of its own, for which it would read every change.
const FORMER: &str = "SELECT DISTINCT c.row_id FROM journal AS j CROSS JOIN change AS c
       ON c.place > (j.seq << 32) AND c.place <= (j.seq << 32) + ?2
     WHERE (j.target IS NOT NULL OR substr(j.op, 1, 8) = 'members.')
       AND +c.tbl = 'person' AND instr(c.before ->> '$.name', ?1) > 0";
/// What steps turned round took away: no table knows it any more, though the page tells of whom it was.
const TAKEN: &str = "SELECT c.tbl, c.row_id, c.before FROM journal AS j CROSS JOIN change AS c
       ON c.place > (j.seq << 32) AND c.place <= (j.seq << 32) + ?1
     WHERE j.target IS NOT NULL AND +c.act = 'delete' AND c.before IS NOT NULL";
/// Who brought an appeal is shown with identity.
const OF_IDENTITY: &str = "appeal_person";
/// A search by name leads nobody to what someone was paid.
const WAGE: &str = "pay_line";

/// The people of this name, living and removed, and who ever was called so; none by a number, and none where there are too many.
fn people(connection: &Connection, typed: &str) -> Result<BTreeSet<String>, Problem> {
    // The last four of a number find nobody in a history.
    if typed.contains(|c: char| c.is_ascii_digit()) {
        return Ok(BTreeSet::new());
    }
    let living = refs(connection, Among::People, typed, PEOPLE + 1)?;
    let mut people: BTreeSet<String> = living.into_iter().map(|(_, id)| id).collect();
    let mut removed = connection
        .prepare_cached("SELECT id FROM person WHERE removed_at IS NOT NULL AND instr(name, ?1) > 0")?;
    for id in removed.query_map([typed], |row| row.get(0))? {
        people.insert(id?);
    }
    let mut former = connection.prepare_cached(FORMER)?;
    for id in former.query_map((typed, OF_A_STEP), |row| row.get(0))? {
        people.insert(id?);
    }
    if people.len() > PEOPLE {
        people.clear();
    }
    Ok(people)
}

/// The rows that named one of these people until a step turned round took them away.
fn taken(connection: &Connection, people: &BTreeSet<String>) -> Result<BTreeSet<(String, String)>, Problem> {
    let mut rows = BTreeSet::new();
    let mut statement = connection.prepare_cached(TAKEN)?;
    let mut changes = statement.query([OF_A_STEP])?;
    while let Some(change) = changes.next()? {
        let (table, id): (String, String) = (change.get(0)?, change.get(1)?);
        let before: String = change.get(2)?;
        let Ok(before) = serde_json::from_str::<Row>(&before) else { continue };
        let names_one = FOUND.iter().filter(|(of, ..)| *of == table).any(|(_, column, ..)| {
            before.get(*column).and_then(Value::as_str).is_some_and(|person| people.contains(person))
        });
        if names_one {
            rows.insert((table, id));
        }
    }
    Ok(rows)
}

/// Every row, as table and id, of the people whom the text names, as far as this reader may know of it.
///
/// Errors: those of the ledger.
pub fn rows(connection: &Connection, typed: &str, sight: Sight) -> Result<Vec<(String, String)>, Problem> {
    let people = people(connection, typed.trim())?;
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = taken(connection, &people)?;
    for person in &people {
        rows.extend(fields::family(connection, "person", person)?);
        for (table, column, of, _) in FOUND {
            let sql = format!("SELECT id FROM {table} WHERE {column} = ?1 AND {of}");
            let mut statement = connection.prepare_cached(&sql)?;
            let ids = statement.query_map([person], |row| row.get::<_, String>(0))?;
            for id in ids {
                rows.insert(((*table).to_owned(), id?));
            }
        }
    }
    let may_know = |(table, id): &(String, String)| {
        let table = table.as_str();
        let is_of_health = || {
            let of = (table == "attachment").then(|| attachments::store::owner(connection, id));
            fields::is_of_health(table)
                || of.is_some_and(|of| of.and_then(|of| file_tells_health(connection, &of)).unwrap_or(true))
        };
        table != WAGE
            && (table != OF_IDENTITY || sight.identity == Shown::Full)
            && (sight.health != Shown::Never || !is_of_health())
    };
    Ok(rows.into_iter().filter(may_know).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each table of a plan with how it is read.
    fn plan(connection: &Connection, sql: &str) -> Vec<String> {
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let mut rows = statement.raw_query();
        let mut plan = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            plan.push(row.get::<_, String>(3).unwrap());
        }
        plan
    }

    #[test]
    fn a_search_by_name_reads_the_beginnings_of_steps_and_not_every_change() {
        let connection = Connection::open_in_memory().unwrap();
        for tables in [
            include_str!("../../ledger/sql/0001_journal.sql"),
            include_str!("../../ledger/sql/0002_history.sql"),
            include_str!("../../ledger/sql/0003_changes_of_a_row.sql"),
        ] {
            connection.execute_batch(tables).unwrap();
        }
        for sql in [FORMER, TAKEN] {
            let plan = plan(&connection, sql);
            let found = plan
                .iter()
                .any(|step| step.starts_with("SEARCH c USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"));
            assert!(found, "{plan:#?}\n{sql}");
        }
    }
}
