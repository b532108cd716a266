//! Wrong passphrases in a row: the door slows down, also for a program that is started anew, and a right one
//! opens it as before. How long the waits are is told beside their code.

use crate::common::{SCHEMA, chair, setting};
use ledger::{FixedClock, Ledger, LedgerError, Passphrase, Setting, Unlock, chrono::Duration};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

/// Tries the door so many seconds after nine o'clock.
fn try_at(dir: &Path, second: i64, typed: &str) -> Result<Ledger, LedgerError> {
    let standard = setting();
    let now = standard.clock.now() + Duration::seconds(second);
    let later = Setting { clock: Arc::new(FixedClock(now)), ..standard };
    Ledger::open(dir, &SCHEMA, &later, Unlock::Passphrase(Passphrase::new(typed)))
}

#[test]
fn the_door_slows_down_and_never_shuts() {
    let home = TempDir::new().unwrap();
    let dir = home.path().join("账本");
    let right = "今年的工资 谈成了";
    let (ledger, sheet) =
        Ledger::create(&dir, &SCHEMA, &setting(), &chair(), &Passphrase::new(right)).unwrap();
    drop(ledger);
    let code = |second, typed: &str| try_at(&dir, second, typed).unwrap_err().code();
    for second in 0..3 {
        assert_eq!(code(second, "猜的"), "ledger.wrongPassphrase", "mistyping costs nothing");
    }
    assert_eq!(code(3, right), "ledger.wait", "even the right one waits");
    let message = try_at(&dir, 3, right).unwrap_err().to_string();
    assert!(message.contains("请等 4 秒"), "{message}");
    assert!(
        Ledger::open(&dir, &SCHEMA, &setting(), Unlock::Recovery(sheet)).is_ok(),
        "the sheet is never slowed"
    );
    assert_eq!(code(7, "猜的"), "ledger.wrongPassphrase");
    assert_eq!(code(16, right), "ledger.wait", "the wait grows");
    drop(try_at(&dir, 17, right).unwrap());
    assert_eq!(code(18, "猜的"), "ledger.wrongPassphrase", "a right one wipes the slate");
    assert!(try_at(&dir, 18, right).is_ok());
}
