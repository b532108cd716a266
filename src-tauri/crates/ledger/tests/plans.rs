//! That whatever asks the journal for one row finds it by the index and does not read the whole journal: each such query is read
//! off the sources and its plan asked of SQLite, which is free to choose another with every version.

use crate::common::*;
use ledger::{LedgerError, Tx};
use std::fs;
use std::path::{Path, PathBuf};

/// What stands in a query for the pieces that are put into it when it is asked.
const PIECES: &[(&str, &str)] = &[
    ("SELECT {CHANGE}, place, {} FROM", "SELECT tbl, place, journal.seq FROM"),
    ("SELECT id FROM {} WHERE id <> ?1 AND {} ORDER BY", "SELECT id FROM team WHERE id <> ?1 ORDER BY"),
    ("{whole}", "AND erased_by IS NULL"),
    ("{rows}", "?1"),
];

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

/// Every text of a source that asks for a row by its id, with its file.
fn by_row() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let source = fs::read_to_string(&file).unwrap();
        let mut end = 0;
        for (at, _) in source.match_indices("row_id = ") {
            // Another condition of the same text.
            if at < end {
                continue;
            }
            let begin = source[..at].rfind('"').unwrap() + 1;
            end = at + source[at..].find('"').unwrap();
            let name = file.strip_prefix(&root).unwrap().display().to_string();
            found.push((name, source[begin..end].to_owned()));
        }
    }
    found
}

#[test]
fn every_query_by_row_finds_it_by_the_index() {
    let desk = Desk::new();
    add_team(desk.ledger(), "机加工");
    let all = by_row();
    assert!(all.len() >= 8, "the queries are where they were looked for: {all:#?}");
    let explained = |tx: &Tx<'_>, sql: &str| {
        let mut statement = tx.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
        let mut rows = statement.raw_query();
        let mut plan = Vec::new();
        while let Some(row) = rows.next()? {
            plan.push(row.get::<_, String>(3)?);
        }
        Ok::<_, LedgerError>(plan)
    };
    for (file, text) in all {
        let sql = PIECES.iter().fold(text, |sql, (piece, put)| sql.replace(piece, put));
        assert!(!sql.contains('{'), "say in PIECES what stands for the pieces of {file}: {sql}");
        // Within a step: a purge writes, and only the writer knows the functions of the journal's triggers.
        let plan = step(desk.ledger(), "问计划", |tx| {
            tx.execute("UPDATE team SET headcount = ifnull(headcount, 0) + 1", [])?;
            explained(tx, &sql)
        });
        let plan = plan.unwrap_or_else(|why| panic!("{file}: {why}: {sql}")).value;
        let found = plan.iter().any(|step| step.starts_with("SEARCH") && step.contains("change_of_row"));
        assert!(found, "{file} reads the whole journal: {plan:#?}\n{sql}");
    }
}
