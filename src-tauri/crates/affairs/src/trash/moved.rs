//! What stood under a record and was handed to another when it was removed: it comes back with the record, as the journal has it,
//! where nobody moved it since. What belongs to a record and went out of sight with it is told in `fields`.

use ledger::Tx;
use rusqlite::params;

use super::kind::TrashKind;
use super::tables::Lies;
use crate::{Problem, fields};

/// A column by which a removal hands something on: its table, the column, and what one such row is, in words.
struct HandedOn {
    table: &'static str,
    column: &'static str,
    counted: &'static str,
}

/// What a removal of this kind hands to another record.
fn handed_on(kind: TrashKind) -> &'static [HandedOn] {
    match kind {
        TrashKind::UnionGroup => &[
            HandedOn { table: "union_group", column: "parent_id", counted: "个小组" },
            HandedOn { table: "union_group_person", column: "group_id", counted: "人" },
        ],
        _ => &[],
    }
}

/// Which removed parts (rows of `table`) may come back with a record: SQL, true where nothing else stands in their place.
pub(super) fn place_is_free(table: &str) -> &'static str {
    match table {
        // Someone is in one group at a time, and was put into another since.
        "union_group_person" => {
            "NOT EXISTS (SELECT 1 FROM live_union_group_person l WHERE l.person_id = union_group_person.person_id)"
        }
        _ => "1",
    }
}

/// The step that removed a record, by the journal.
pub(super) fn step_of_removal(tx: &Tx, table: &str, id: &str) -> Result<Option<i64>, Problem> {
    let sql = "SELECT max(place) >> 32 FROM change
       WHERE substr(row_id, -8) = substr(?1, -8) AND row_id = ?1 AND tbl = ?2
         AND json_type(after, '$.removed_at') = 'text'";
    Ok(tx.prepare_cached(sql)?.query_row([id, table], |row| row.get(0))?)
}

/// Brings back what the removal of a record at `removed`, in step `seq`, handed to another. Answers what was moved elsewhere since
/// and stays there, in words; the record stands again, with the parts that went out of sight with it.
pub(super) fn bring_back(
    tx: &Tx,
    lies: &Lies,
    id: &str,
    (seq, removed): (i64, &str),
) -> Result<Vec<String>, Problem> {
    let mut elsewhere = Vec::new();
    for HandedOn { table, column, counted } in handed_on(lies.kind) {
        let sql = format!(
            "SELECT row_id, json_extract(after, '$.{column}') FROM change
             WHERE place BETWEEN ?1 << 32 AND (?1 << 32) + 4294967295 AND tbl = ?2 AND act = 'update'
               AND json_extract(before, '$.{column}') = ?3"
        );
        let mut statement = tx.prepare_cached(&sql)?;
        let rows = statement.query_map(params![seq, table, id], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, Option<String>>(1)?))
        })?;
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        let back = format!(
            "UPDATE {table} SET {column} = ?1 WHERE id = ?2 AND removed_at IS NULL AND {column} IS ?3"
        );
        let mut back = tx.prepare_cached(&back)?;
        let mut stayed = 0_u32;
        for (row, to) in rows {
            if back.execute(params![id, row, to])? == 0 {
                stayed += 1;
            }
        }
        // Those whom nobody took went out of sight with the record; who has a place by now keeps it.
        if fields::parts(lies.table).contains(&(*table, *column)) {
            let sql = format!("SELECT count(*) FROM {table} WHERE {column} = ?1 AND removed_at = ?2");
            stayed += tx.query_row(&sql, params![id, removed], |row| row.get::<_, u32>(0))?;
        }
        if stayed > 0 {
            elsewhere.push(format!("{stayed}{counted}"));
        }
    }
    Ok(elsewhere)
}
