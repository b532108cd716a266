//! What was counted of a person stays counted when they are erased: money that was given, who went with a batch, whom another union
//! was told of, help after an accident, the lines of a payroll. The rows stay in their registers as figures that say nobody, and what
//! told of the person goes out of them and out of the journal. What goes whole is `purge`'s.

use ledger::Tx;
use rusqlite::params;
use rusqlite::types::Value;
use uuid::Uuid;

use super::mentions::{RowId, write_anew};
use crate::written::ERASED;
use crate::{Problem, drafts, pay};

/// A table whose rows stay as figures.
struct Counted {
    table: &'static str,
    /// columns that tell of the person and may be empty
    emptied: &'static [&'static str],
    /// columns that tell of the person and say that it was erased
    said: &'static [&'static str],
}

const COUNTED: [Counted; 5] = [
    Counted { table: "pay_line", emptied: &["person_id", "work_number", "cells"], said: &["name"] },
    Counted { table: "member_aid", emptied: &["person_id", "what"], said: &[] },
    Counted {
        table: "recuperation_place",
        emptied: &["person_id", "reasons", "room", "meals", "emergency", "note"],
        said: &[],
    },
    Counted {
        table: "platform_referral",
        emptied: &["person_id", "work_id", "note", "reply", "late_entry"],
        said: &[],
    },
    Counted {
        table: "injury_help",
        emptied: &["person_id", "work_id", "place", "order_number", "papers", "result"],
        said: &["asked"],
    },
];

/// Of the rows of a person those that go, and those that stay as figures.
pub(super) fn apart(rows: Vec<RowId>) -> (Vec<RowId>, Vec<RowId>) {
    let stays = |(table, _): &RowId| COUNTED.iter().any(|counted| counted.table == table);
    rows.into_iter().partition(|row| !stays(row))
}

/// Makes figures that say nobody of what was counted of a person, within a purge's step, and drops the drafts of it. Answers how many
/// drafts went.
pub(super) fn let_go(tx: &Tx, person: &str) -> Result<usize, Problem> {
    // Says of rows that they are one person's, and not whose.
    let erased = tx.new_id::<Uuid>().to_string();
    let mut gone = 0;
    for counted in &COUNTED {
        let sql = format!("SELECT id FROM {} WHERE person_id = ?1", counted.table);
        let mut statement = tx.prepare(&sql)?;
        let ids = statement.query_map([person], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
        for id in &ids {
            gone += drafts::erase_of(tx, id)?;
            // A person's certificates go with them, and the figures of a pay sheet also count who held one then: the line keeps what
            // they were called.
            let held =
                if counted.table == "pay_line" { pay::store::certificates_then(tx, id)? } else { None };
            write_anew(tx, (counted.table, id), &mut |column, value| match column {
                "erased" => *value = Value::Text(erased.clone()),
                "certificates" => *value = held.clone().map_or(Value::Null, Value::Text),
                _ if counted.emptied.contains(&column) => *value = Value::Null,
                _ if counted.said.contains(&column) => *value = Value::Text(ERASED.to_owned()),
                _ => {}
            })?;
        }
    }
    // A payment holds no word of anybody's: its history stays.
    tx.execute(
        "UPDATE dues_payment SET person_id = NULL, erased = ?2 WHERE person_id = ?1",
        params![person, erased],
    )?;
    Ok(gone)
}

#[cfg(test)]
mod tests {
    use super::COUNTED;
    use crate::fields;

    #[test]
    fn what_stays_as_a_figure_is_told_with_the_person_and_each_of_its_columns_is_there() {
        for counted in &COUNTED {
            assert!(fields::parts("person").contains(&(counted.table, "person_id")), "{}", counted.table);
            let known = fields::table(counted.table).map_or(&[][..], |(.., columns)| columns);
            for column in counted.emptied.iter().chain(counted.said) {
                assert!(known.iter().any(|(name, _)| name == column), "{}.{column}", counted.table);
            }
        }
    }
}
