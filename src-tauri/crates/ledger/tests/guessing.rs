//! Wrong passphrases in a row: the door slows down, also for a program that is started anew, and a right one
//! opens it as before. How long the waits are is told beside their code.

use crate::common::{SCHEMA, chair, setting};
use ledger::restore::{bring, look};
use ledger::{BackupTo, FixedClock, Ledger, LedgerError, Passphrase, Setting, Unlock, chrono::Duration};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

/// So many seconds after nine o'clock.
fn later(second: i64) -> Setting {
    let standard = setting();
    let now = standard.clock.now() + Duration::seconds(second);
    Setting { clock: Arc::new(FixedClock(now)), ..standard }
}

/// Tries the door then.
fn try_at(dir: &Path, second: i64, typed: &str) -> Result<Ledger, LedgerError> {
    Ledger::open(dir, &SCHEMA, &later(second), Unlock::Passphrase(Passphrase::new(typed)))
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
    assert_eq!(code(7, "猜的"), "ledger.wrongPassphrase");
    assert_eq!(code(16, right), "ledger.wait", "the wait grows");
    drop(try_at(&dir, 17, right).unwrap());
    assert_eq!(code(18, "猜的"), "ledger.wrongPassphrase", "a right one wipes the slate");
    assert!(try_at(&dir, 18, right).is_ok());
    for second in 20..23 {
        assert_eq!(code(second, "猜的"), "ledger.wrongPassphrase");
    }
    assert_eq!(code(23, right), "ledger.wait");
    assert!(
        Ledger::open(&dir, &SCHEMA, &later(23), Unlock::Recovery(sheet)).is_ok(),
        "the sheet is never slowed"
    );
    assert!(try_at(&dir, 23, right).is_ok(), "and what was tried before it counts no more");
}

#[test]
fn guesses_of_a_clock_that_ran_ahead_shut_nobody_out_when_it_is_put_right() {
    let home = TempDir::new().unwrap();
    let dir = home.path().join("账本");
    let right = "今年的工资 谈成了";
    let (ledger, _) = Ledger::create(&dir, &SCHEMA, &setting(), &chair(), &Passphrase::new(right)).unwrap();
    drop(ledger);
    let years = 4 * 365 * 24 * 3600;
    for second in 0..3 {
        assert_eq!(try_at(&dir, years + second, "猜的").unwrap_err().code(), "ledger.wrongPassphrase");
    }
    assert_eq!(try_at(&dir, 0, right).unwrap_err().code(), "ledger.wait", "a clock set back is no way round");
    assert_eq!(try_at(&dir, 4, right).unwrap_err().code(), "ledger.wait");
    drop(try_at(&dir, 5, right).unwrap());
    assert!(try_at(&dir, 6, right).is_ok(), "and the slate is wiped");
}

#[test]
fn guessing_at_a_copy_is_as_slow_and_nothing_is_written_beside_it() {
    let home = TempDir::new().unwrap();
    let right = "今年的工资 谈成了";
    let (ledger, sheet) =
        Ledger::create(&home.path().join("账本"), &SCHEMA, &setting(), &chair(), &Passphrase::new(right))
            .unwrap();
    let (stick, tries) = (home.path().join("stick"), home.path().join("program/attempts"));
    std::fs::create_dir(&stick).unwrap();
    let to = BackupTo::Folder { place: stick.clone(), name: "江州机械厂工会".into() };
    let copy = ledger.backup(&to, &mut |_, _| true).unwrap().dir;
    drop(ledger);
    let entries = || std::fs::read_dir(&copy).unwrap().count();
    let before = entries();
    let at = |place: &Path, second, unlock: &Unlock| {
        look(place, (&SCHEMA, &later(second)), unlock, &tries, &mut |_, _| true)
            .map(|_| "ok")
            .unwrap_or_else(|e| e.code())
    };
    let typed = |typed: &str| Unlock::Passphrase(Passphrase::new(typed));
    for second in 0..3 {
        assert_eq!(at(&stick, second, &typed("猜的")), "ledger.wrongPassphrase", "mistyping costs nothing");
    }
    assert_eq!(at(&stick, 3, &typed(right)), "ledger.wait", "even the right one waits");
    assert_eq!(at(&copy, 3, &typed(right)), "ledger.wait", "it is the same ledger, wherever its copies are");
    assert_eq!(at(&stick, 3, &Unlock::Recovery(sheet)), "ok", "the sheet is never slowed");
    let refused = bring(
        &stick,
        &home.path().join("新"),
        (&SCHEMA, &later(4)),
        (&typed(right), &tries),
        |_| Ok(()),
        |_, _| Ok::<_, LedgerError>(()),
        &mut |_, _| true,
    );
    assert_eq!(refused.unwrap_err().code(), "ledger.wait", "nor is it brought");
    assert_eq!(at(&stick, 8, &typed(right)), "ok");
    assert_eq!(at(&stick, 9, &typed("猜的")), "ledger.wrongPassphrase", "a right one wipes the slate");
    assert_eq!(at(&stick, 9, &typed(right)), "ok");
    assert_eq!(entries(), before);
    // Nothing says whose copy it is: the place is counted.
    for keys in [&copy, &stick.join("江州机械厂工会备份")] {
        let _ = std::fs::remove_file(keys.join("keys.json"));
    }
    assert_eq!(at(&stick, 10, &typed("猜的")), "ledger.keysMissing", "and there is nothing to guess at");
}
