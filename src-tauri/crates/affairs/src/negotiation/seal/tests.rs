//! That no table of an affair is left out of what a seal stands against.

use std::path::Path;

use super::guard::TABLES;

/// Tables that name an affair and are written with its seal: the seal itself, the names that both parties had, and the papers as
/// they stood.
const APART: &[&str] = &["negotiation_seal", "negotiation_party", "negotiation_paper"];

#[test]
fn every_table_that_hangs_on_an_affair_is_held() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/schema.snapshot.sql");
    let snapshot = std::fs::read_to_string(path).unwrap();
    let tables: Vec<(&str, &str)> = snapshot
        .split("CREATE TABLE ")
        .skip(1)
        .filter_map(|text| {
            let name = text.split_once(" (")?.0.trim_matches('"');
            Some((name, text.split_once("STRICT")?.0))
        })
        .collect();
    let known = |name: &str| TABLES.iter().any(|(table, _)| *table == name) || APART.contains(&name);
    let mut hanging = 0;
    for (name, columns) in &tables {
        let refers = |to: &&(&str, &str)| columns.contains(&format!("REFERENCES {} (", to.0));
        if TABLES.iter().any(|to| refers(&to)) {
            hanging += 1;
            assert!(known(name), "{name} hangs on an affair: a seal must stand against a change of it");
        }
    }
    assert!(hanging >= TABLES.len() - 2, "the snapshot was read: {hanging}");
    for (name, _) in TABLES {
        assert!(tables.iter().any(|(table, _)| table == name), "{name} is a table");
    }
}
