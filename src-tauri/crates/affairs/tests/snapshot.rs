//! The schema of a fresh ledger against the committed snapshot: a change of a table shows in review.

use std::path::Path;
use std::sync::Arc;

use affairs::schema::SCHEMA;
use ledger::{Actor, FixedClock, Kdf, Ledger, Passphrase, SeededIds, Setting};

#[test]
fn the_schema_is_the_committed_one() {
    let folder = tempfile::tempdir().unwrap();
    let setting = Setting {
        clock: Arc::new(FixedClock("2026-11-16T09:00:00+08:00".parse().unwrap())),
        ids: Arc::new(SeededIds::new(1)),
        kdf: Kdf::quick(),
    };
    let owner = Actor { id: "owner".into(), name: "张敏".into() };
    let dir = folder.path().join("ledger");
    let (ledger, _) = Ledger::create(&dir, &SCHEMA, &setting, &owner, &Passphrase::new("一句口令")).unwrap();
    let text = ledger.schema_text().unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/schema.snapshot.sql");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == text,
        "the schema has changed: run UPDATE=1 cargo test -p affairs and read the difference"
    );
}
