//! References that no foreign key holds, since what they refer to may be of several kinds: what hangs by them on rows that are to
//! be erased, and what refers to a row that is gone. What a purge, an undo or a check makes of it stands there.

use crate::erasures::{by_table, standing, standing_in, stands};
use crate::inverse::Orphan;
use crate::triggers::ident;
use crate::{LedgerError, Schema};
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// Table and id.
type RowId = (String, String);

/// The column that says what a row belongs to: it goes with that. Any other reference is left to whoever made it.
const OWNER: &str = "of_id";

/// Up to so many ids are looked for one by one in each text of the journal, which costs less than reading what each text names.
/// Of more, each text is read once, however many they are.
const FEW: usize = 16;

/// What names one of a few ids, given as the JSON strings that stand in the texts.
const NAMES_ONE_OF_FEW: &str = "SELECT DISTINCT tbl, row_id FROM change
     WHERE act = 'insert' AND erased_by IS NULL
       AND EXISTS (SELECT 1 FROM json_each(?1) WHERE instr(after, value) > 0)";

/// What names one of many ids, given as they are: an inserted row's text is a flat object of its columns.
const NAMES_ONE_OF_MANY: &str =
    "SELECT DISTINCT c.tbl, c.row_id FROM change AS c, json_each(c.after) AS named
     WHERE c.act = 'insert' AND c.erased_by IS NULL AND named.value IN (SELECT value FROM json_each(?1))";

/// What a purge of these rows takes besides, as table and id, until nothing new is found: rows that name one of them and that the
/// journal alone still knows, and rows that stand and belong by a loose reference to one that does not. What belongs to a row that
/// stands is known to whoever asks.
pub fn hanging(
    conn: &Connection,
    schema: &Schema,
    rows: &[(String, String)],
) -> Result<BTreeSet<(String, String)>, LedgerError> {
    let stand = standing(conn, rows)?;
    let gone = rows.iter().filter(|row| !stand.contains(*row)).cloned().collect();
    hanging_on(conn, schema, rows, gone)
}

/// The same, where it is known which of the rows stood no more before they were deleted.
pub(crate) fn hanging_on(
    conn: &Connection,
    schema: &Schema,
    rows: &[RowId],
    mut gone: Vec<RowId>,
) -> Result<BTreeSet<RowId>, LedgerError> {
    let mut known: BTreeSet<RowId> = rows.iter().cloned().collect();
    let mut all = BTreeSet::new();
    let mut open = rows.to_vec();
    while !open.is_empty() {
        let mut found = left_behind(conn, schema, &open)?;
        found.extend(belonging(conn, schema, &gone)?);
        found.retain(|row| known.insert(row.clone()));
        open = found.into_iter().collect();
        gone.clone_from(&open);
        all.extend(open.iter().cloned());
    }
    Ok(all)
}

/// Rows that named one of these, and that the journal alone still knows: added and then taken back, they belong
/// to no record any more that could be asked for its parts.
fn left_behind(conn: &Connection, schema: &Schema, rows: &[RowId]) -> Result<BTreeSet<RowId>, LedgerError> {
    let ids = their_own(conn, schema, rows)?;
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let (sql, ids) = naming(&ids);
    let mut statement = conn.prepare(sql)?;
    let named = statement.query_map([ids.to_string()], |r| Ok((r.get(0)?, r.get(1)?)))?;
    let mut left = named.collect::<Result<BTreeSet<RowId>, _>>()?;
    let stand = standing(conn, &left)?;
    left.retain(|row| !stand.contains(row));
    Ok(left)
}

/// The question for what names one of these ids, and they in the form in which it asks for them.
fn naming(ids: &BTreeSet<&str>) -> (&'static str, Json) {
    if ids.len() <= FEW {
        (NAMES_ONE_OF_FEW, ids.iter().map(|id| Json::from(*id).to_string()).collect())
    } else {
        (NAMES_ONE_OF_MANY, ids.iter().copied().collect())
    }
}

/// The ids that say their row and nothing else: a year names many things, and a part that bears the id of its record is not
/// meant where that is named.
fn their_own<'a>(
    conn: &Connection,
    schema: &Schema,
    rows: &'a [RowId],
) -> Result<BTreeSet<&'a str>, LedgerError> {
    let mut own = BTreeSet::new();
    for (table, ids) in by_table(rows) {
        if schema.natural.contains(&table) {
            continue;
        }
        let record: Option<String> = conn
            .prepare_cached("SELECT \"table\" FROM pragma_foreign_key_list(?1) WHERE \"from\" = 'id'")?
            .query_row([table], |r| r.get(0))
            .optional()?;
        let of_records = match record {
            Some(record) => standing_in(conn, &record, &ids)?,
            None => BTreeSet::new(),
        };
        own.extend(ids.into_iter().filter(|id| !of_records.contains(*id)));
    }
    Ok(own)
}

/// The rows that stand and belong to one of these by a loose reference.
fn belonging(conn: &Connection, schema: &Schema, rows: &[RowId]) -> Result<Vec<RowId>, LedgerError> {
    let mut found = Vec::new();
    for (table, ids) in by_table(rows) {
        if schema.natural.contains(&table) {
            continue;
        }
        let ids = ids.into_iter().collect::<Json>().to_string();
        for (of, column, may) in schema.loose {
            if *column != OWNER || !may.contains(&table) {
                continue;
            }
            let (name, column) = (ident(of), ident(column));
            let sql = format!("SELECT id FROM {name} WHERE {column} IN (SELECT value FROM json_each(?1))");
            let mut statement = conn.prepare_cached(&sql)?;
            for row in statement.query_map([&ids], |r| r.get(0))? {
                found.push(((*of).to_owned(), row?));
            }
        }
    }
    Ok(found)
}

/// Rows that stand and refer loosely to one which the changes from a place on have taken away, and which was not erased by law.
pub(crate) fn orphans(conn: &Connection, schema: &Schema, since: i64) -> Result<Vec<Orphan>, LedgerError> {
    let mut taken = conn.prepare(
        "SELECT DISTINCT tbl FROM change WHERE substr(row_id, -8) = substr(?1, -8) AND row_id = ?1
           AND act = 'delete' AND erased_by IS NULL AND place >= ?2",
    )?;
    let mut orphans = Vec::new();
    for (of, column, may) in schema.loose {
        let (table, name) = (ident(of), ident(column));
        let mut statement =
            conn.prepare(&format!("SELECT id, {name} FROM {table} WHERE {name} IS NOT NULL ORDER BY id"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, to): (String, String) = (row.get(0)?, row.get(1)?);
            let from = taken.query_map((&to, since), |r| r.get(0))?.collect::<Result<Vec<String>, _>>()?;
            for parent in from {
                let parent = (parent, to.clone());
                let refers = may.contains(&parent.0.as_str()) && !schema.natural.contains(&parent.0.as_str());
                if refers && !stands(conn, &parent)? {
                    orphans.push(Orphan { table: (*of).to_owned(), id: id.clone(), parent });
                }
            }
        }
    }
    Ok(orphans)
}

#[cfg(test)]
mod tests {
    use super::{FEW, NAMES_ONE_OF_MANY, naming};
    use rusqlite::{Connection, StatementStatus};
    use std::collections::BTreeSet;

    /// How many rows are found for an undone roster of so many people, each with a mark, and in how many steps of SQLite's machine.
    fn asked(people: usize) -> (usize, i32) {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(
            "CREATE TABLE change (place INTEGER PRIMARY KEY, tbl TEXT NOT NULL, row_id TEXT NOT NULL, act TEXT NOT NULL,
               after TEXT, erased_by INTEGER) STRICT",
        )
        .unwrap();
        let ids: Vec<String> = (0..people).map(|n| format!("p{n}")).collect();
        let mut add = conn
            .prepare("INSERT INTO change (tbl, row_id, act, after) VALUES (?1, ?2, 'insert', ?3)")
            .unwrap();
        for id in &ids {
            add.execute(("person", id, r#"{"team_id":"t","name":"甲","pay":1}"#)).unwrap();
            let mark = serde_json::json!({ "person_id": id, "of": "x" });
            add.execute(("mark", format!("m-{id}"), mark.to_string())).unwrap();
        }
        let (sql, ids) = naming(&ids.iter().map(String::as_str).collect());
        let mut statement = conn.prepare(sql).unwrap();
        let found = statement.query_map([ids.to_string()], |r| r.get::<_, String>(1)).unwrap();
        let found = found.collect::<Result<BTreeSet<String>, _>>().unwrap();
        assert!(found.iter().all(|id| id.starts_with("m-")), "nothing else names a person");
        (found.len(), statement.get_status(StatementStatus::VmStep))
    }

    #[test]
    fn what_an_undone_roster_left_behind_is_found_in_one_reading_of_the_journal() {
        let ((few, _), (some, once), (more, twice)) = (asked(FEW), asked(2_000), asked(4_000));
        assert_eq!((few, some, more), (FEW, 2_000, 4_000), "either question finds all of it");
        assert!(once > 0 && twice < once * 5 / 2, "twice the roster, twice the work: {once} and {twice}");
        assert_ne!(naming(&BTreeSet::from(["p0"])).0, NAMES_ONE_OF_MANY, "one id is looked for as it is");
    }
}
