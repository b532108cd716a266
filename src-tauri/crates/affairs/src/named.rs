//! The rows of the people whom a text names, for whoever searches the journal by a name: their own, and those of affairs that
//! name them. What may not be known of somebody, that they were examined or brought an appeal, is left out.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::Problem;
use crate::fields;
use crate::held::FOUND;
use crate::letters::rights::file_tells_health;
use crate::office::attachments;
use crate::search::{Among, refs};
use crate::union::model::{Shown, Sight};

/// More people than these are no search for a person: a surname finds by labels alone.
const PEOPLE: usize = 50;
/// Who brought an appeal is shown with identity.
const OF_IDENTITY: &str = "appeal_person";
/// A search by name leads nobody to what someone was paid.
const WAGE: &str = "pay_line";

/// The people of this name, living and removed; none by a number, and none where there are too many.
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
    if people.len() > PEOPLE {
        people.clear();
    }
    Ok(people)
}

/// Every row, as table and id, of the people whom the text names, as far as this reader may know of it.
///
/// Errors: those of the ledger.
pub fn rows(connection: &Connection, typed: &str, sight: Sight) -> Result<Vec<(String, String)>, Problem> {
    let mut rows = BTreeSet::new();
    for person in people(connection, typed.trim())? {
        rows.extend(fields::family(connection, "person", &person)?);
        for (table, column, of, _) in FOUND {
            let sql = format!("SELECT id FROM {table} WHERE {column} = ?1 AND {of}");
            let mut statement = connection.prepare_cached(&sql)?;
            let ids = statement.query_map([&person], |row| row.get::<_, String>(0))?;
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
