//! Every column that the journal keeps has its name in the field's words.

use affairs::fields;
use affairs::schema::SCHEMA;

use crate::common::{Room, columns};

#[test]
fn every_journalled_column_has_its_name_once() {
    let room = Room::new();
    let mut missing = Vec::new();
    let tables = columns(room.ledger());
    for (table, columns) in &tables {
        let known = fields::table(table).map_or(&[][..], |(.., known)| known);
        for (column, _) in columns {
            if known.iter().filter(|(name, _)| name == column).count() != 1 {
                missing.push(format!("{table}.{column}"));
            }
        }
    }
    assert!(missing.is_empty(), "give these their names in affairs/src/fields.rs: {missing:?}");
    for (table, _, title, known) in fields::tables() {
        let there = tables.iter().find(|(name, _)| name == table).map_or(&[][..], |(_, columns)| columns);
        for (column, _) in *known {
            assert!(there.iter().any(|(name, _)| name == column), "{table}.{column} is no longer there");
        }
        for piece in title.split('{').skip(1) {
            let (column, _) = piece.split_once('}').unwrap();
            assert!(known.iter().any(|(name, _)| *name == column), "{table}'s title names {column}");
        }
    }
    assert!(SCHEMA.unjournalled.iter().all(|(table, _)| tables.iter().all(|(name, _)| name != table)));
}
