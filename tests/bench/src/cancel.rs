//! Cancels an import when half of it is written, and asserts that nothing of it is left.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use desk::{Config, Desk, PlainPaths, Progress};
use ledger::{FixedClock, Kdf, SeededIds};
use serde_json::{Value, json};

use crate::Outcome;

/// Says stop once half of the rows are written.
#[derive(Default)]
struct Halfway(AtomicBool);

impl Progress for Halfway {
    fn report(&self, done: u64, total: u64, label: &str) {
        if label == "写入账本" && done * 2 >= total {
            self.0.store(true, Ordering::Relaxed);
        }
    }
    fn cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Answers the number of people in the ledger afterwards, which must be none.
pub fn halfway(file: &Path) -> Outcome<usize> {
    let room = tempfile::tempdir()?;
    let desk = Desk::new(Config {
        remembers: false,
        assets: PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets")),
        home: room.path().join("home"),
        clock: Arc::new(FixedClock("2026-09-15T09:00:00+08:00".parse()?)),
        ids: Arc::new(SeededIds::new(1)),
        paths: Arc::new(PlainPaths),
        kdf: Kdf::standard(),
    })
    .map_err(|why| why.message)?;
    let call =
        |name: &str, args: Value| desk.call(name, args).map(|answer| answer.value).map_err(|why| why.message);
    call(
        "ledger.create",
        json!({
            "folder": room.path().join("ledger"), "unionName": "赣江机械有限公司工会委员会",
            "creditCode": "81360121MC0YL02618", "province": "36", "chairName": "陈望舒", "passphrase": "赣江 渡口 七盏灯",
        }),
    )?;
    let before = call("ledger.check", json!({}))?;
    let refused = desk.job("members.import", json!({ "file": file }), &Halfway::default());
    assert_eq!(
        refused.err().map(|why| why.code).as_deref(),
        Some("cancelled"),
        "the import was stopped halfway"
    );
    let after = call("ledger.check", json!({}))?;
    assert_eq!(before, after, "the journal stands as before, and its check finds nothing");
    let total = call("members.counts", json!({}))?["total"].as_u64().ok_or("a total")?;
    assert_eq!(total, 0, "nobody is left of a cancelled import");
    Ok(usize::try_from(total)?)
}
