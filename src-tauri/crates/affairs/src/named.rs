//! The rows of the people whom a text names, for whoever searches the journal by a name: their own, and those of affairs that
//! name them, also such as the journal alone still knows. What may not be known of somebody, that they were examined or brought an
//! appeal, is left out.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::Problem;
use crate::fields;
use crate::held::FOUND;
use crate::letters::rights::file_tells_health;
use crate::office::attachments;
use crate::search::{Among, refs};
use crate::union::model::{Shown, Sight};

/// More people, or names, than these are no search for a person: a surname finds by labels alone.
const PEOPLE: usize = 50;
/// The tables whose records are called by the name of somebody, who need be nobody of the roster, and the column that holds it.
const NAMED: &[(&str, &str)] = &[
    ("desk_person", "name"),
    ("negotiation_representative", "name"),
    ("negotiation_mandate", "name"),
    ("representative_candidate", "name"),
    ("supervision_inspector", "name"),
    ("committee_attendance", "name"),
    ("union_seat", "name"),
    ("members_delegate", "name"),
    ("congress_delegate", "name"),
    ("election_candidate", "name"),
    ("election_vote", "name"),
    ("dismissal", "name"),
    ("mediator", "name"),
    ("mediation_case", "worker"),
];
/// Names that the journal alone still knows: what a record was called before it was written over or taken away. What was erased has
/// no text. Each is told by the index of them, which an import taken back fills with a hundred thousand and no more.
const FORMER: &str = "SELECT tbl, row_id, coalesce(before ->> '$.name', before ->> '$.worker') FROM change
     WHERE coalesce(before ->> '$.name', before ->> '$.worker') IS NOT NULL
       AND instr(coalesce(before ->> '$.name', before ->> '$.worker'), ?1) > 0";
/// What named a person until it was written over or taken away, though the page still tells of whom the step was.
const REFERRED: &str = "SELECT tbl, row_id FROM change
     WHERE coalesce(before ->> '$.person_id', before ->> '$.leader_id', before ->> '$.kept_id', before ->> '$.one_id',
       before ->> '$.of_id') = ?1
     UNION SELECT tbl, row_id FROM change WHERE coalesce(before ->> '$.gone_id', before ->> '$.other_id') = ?1";
/// Who brought an appeal is shown with identity.
const OF_IDENTITY: &str = "appeal_person";
/// A search by name leads nobody to what someone was paid.
const WAGE: &str = "pay_line";

/// A record of the journal, and what it was called.
type Former = (String, String, String);

/// What was called by this name before some change.
fn former(connection: &Connection, typed: &str) -> Result<Vec<Former>, Problem> {
    let mut statement = connection.prepare_cached(FORMER)?;
    let found = statement.query_map([typed], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(found.collect::<Result<Vec<Former>, _>>()?)
}

/// The people of this name, living and removed, and who ever was called so; none where there are too many.
fn people(connection: &Connection, typed: &str, former: &[Former]) -> Result<BTreeSet<String>, Problem> {
    let living = refs(connection, Among::People, typed, PEOPLE + 1)?;
    let mut people: BTreeSet<String> = living.into_iter().map(|(_, id)| id).collect();
    let mut removed = connection
        .prepare_cached("SELECT id FROM person WHERE removed_at IS NOT NULL AND instr(name, ?1) > 0")?;
    for id in removed.query_map([typed], |row| row.get(0))? {
        people.insert(id?);
    }
    people.extend(former.iter().filter(|(table, ..)| table == "person").map(|(_, id, _)| id.clone()));
    if people.len() > PEOPLE {
        people.clear();
    }
    Ok(people)
}

fn is_named(table: &str) -> bool {
    NAMED.iter().any(|(of, _)| *of == table)
}

/// The rows that are called by this name, or were; none where too many names are like it.
fn called(
    connection: &Connection,
    typed: &str,
    former: Vec<Former>,
) -> Result<BTreeSet<(String, String)>, Problem> {
    let (mut rows, mut names) = (BTreeSet::new(), BTreeSet::new());
    for (table, id, name) in former.into_iter().filter(|(table, ..)| is_named(table)) {
        rows.insert((table, id));
        names.insert(name);
    }
    for (table, column) in NAMED {
        let sql = format!("SELECT id, {column} FROM {table} WHERE instr({column}, ?1) > 0");
        let mut statement = connection.prepare_cached(&sql)?;
        let found =
            statement.query_map([typed], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        for one in found {
            let (id, name) = one?;
            rows.insert(((*table).to_owned(), id));
            names.insert(name);
        }
    }
    if names.len() > PEOPLE {
        rows.clear();
    }
    Ok(rows)
}

/// The rows that named this person until a step wrote over it or took them away.
fn referred(connection: &Connection, person: &str) -> Result<Vec<(String, String)>, Problem> {
    let mut statement = connection.prepare_cached(REFERRED)?;
    let found = statement.query_map([person], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let mut rows: Vec<(String, String)> = found.collect::<Result<_, _>>()?;
    rows.retain(|(table, _)| FOUND.iter().any(|(of, ..)| *of == table.as_str()));
    Ok(rows)
}

/// Every row, as table and id, of the people whom the text names, as far as this reader may know of it.
///
/// Errors: those of the ledger.
pub fn rows(connection: &Connection, typed: &str, sight: Sight) -> Result<Vec<(String, String)>, Problem> {
    let typed = typed.trim();
    // The last four of a number find nobody in a history.
    if typed.is_empty() || typed.contains(|c: char| c.is_ascii_digit()) {
        return Ok(Vec::new());
    }
    let former = former(connection, typed)?;
    let people = people(connection, typed, &former)?;
    let mut rows = called(connection, typed, former)?;
    for person in &people {
        rows.extend(referred(connection, person)?);
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
    // What belongs to one of them is told under the same name.
    let mut parts = Vec::new();
    for (table, id) in rows.iter().filter(|(table, _)| is_named(table)) {
        parts.extend(fields::family(connection, table, id)?);
    }
    rows.extend(parts);
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
    fn a_search_by_name_reads_what_is_kept_of_names_and_not_every_change() {
        let connection = Connection::open_in_memory().unwrap();
        for tables in [
            include_str!("../../ledger/sql/0001_journal.sql"),
            include_str!("../../ledger/sql/0002_history.sql"),
            include_str!("../../ledger/sql/0003_changes_of_a_row.sql"),
            include_str!("../migrations/0065_names.sql"),
        ] {
            connection.execute_batch(tables).unwrap();
        }
        for (sql, indexes) in
            [(FORMER, &["change_of_name"][..]), (REFERRED, &["change_of_person", "change_of_other"][..])]
        {
            let plan = plan(&connection, sql);
            for index in indexes {
                let used = plan.iter().any(|step| step.contains(&format!("change USING INDEX {index}")));
                assert!(used, "{plan:#?}\n{sql}");
            }
        }
    }

    #[test]
    fn what_is_searched_for_a_name_is_what_the_page_tells_it_by() {
        for (table, column) in NAMED {
            let (_, _, title, _) = fields::table(table).unwrap();
            assert!(title.contains(&format!("{{{column}}}")), "{table}");
            assert!(["name", "worker"].contains(column), "{table}: the index knows no other");
        }
    }

    #[test]
    fn every_column_that_names_a_person_is_kept_when_it_is_written_over() {
        for (table, column, ..) in FOUND {
            // The identity of a person is their own row.
            assert!(*column == "id" || REFERRED.contains(&format!("'$.{column}'")), "{column} of {table}");
        }
    }
}
