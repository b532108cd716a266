//! The check: silent on a sound ledger, and it finds what was altered behind the program's back.

use crate::common::*;
use crate::purging::SEARCHED;
use ledger::{
    Derived, Digested, FixedClock, Ledger, Mend, Migration, Proof, Schema, Setting, Severity, Unlock,
    chrono::DateTime,
};
use std::sync::Arc;

fn three_steps() -> Desk {
    let desk = Desk::new();
    for name in ["机加工", "焊接", "喷涂"] {
        add_team(desk.ledger(), name);
    }
    assert!(findings(desk.ledger()).is_empty(), "a sound ledger has no findings");
    desk
}

#[test]
fn tampering_is_found_and_the_step_named() {
    for (sql, found) in [
        ("UPDATE journal SET label = '没这回事' WHERE seq = 3", "流水第 3 步的记录被改动过。"),
        ("UPDATE journal SET actor_name = '别人' WHERE seq = 2", "流水第 2 步的记录被改动过。"),
        (
            "UPDATE journal SET at = '2026-01-01T00:00:00.000+08:00' WHERE seq = 4",
            "流水第 4 步的记录被改动过。",
        ),
        (
            "UPDATE change SET after = replace(after, '焊接', '装配') WHERE seq = 3",
            "流水第 3 步的记录被改动过。",
        ),
        ("UPDATE change SET row_id = 'x' WHERE seq = 3", "流水第 3 步的记录被改动过。"),
        ("UPDATE change SET digest = zeroblob(32) WHERE seq = 3", "流水第 3 步的记录被改动过。"),
        ("UPDATE change SET salt = NULL WHERE seq = 3", "流水第 3 步的记录被改动过。"),
        ("DELETE FROM change WHERE seq = 3", "流水第 3 步的记录被改动过。"),
        (
            "DELETE FROM journal WHERE seq = 3; DELETE FROM change WHERE seq = 3",
            "流水第 3 步到第 3 步不见了。",
        ),
        ("DELETE FROM journal WHERE seq = 3", "流水里有改动不属于任何一步。"),
        ("UPDATE change SET place = place + (5 << 32) WHERE seq = 4", "流水里有改动不属于任何一步。"),
    ] {
        let mut desk = three_steps();
        desk.close();
        tamper(&desk.dir(), sql);
        let found_now = findings(desk.reopen());
        assert!(found_now.iter().any(|message| message == found), "{sql}: {found_now:?}");
    }
}

#[test]
fn a_row_changed_past_the_journal_is_found() {
    for sql in [
        "UPDATE team SET name = '没这个班组' WHERE name = '焊接'",
        "DELETE FROM team WHERE name = '焊接'",
        "INSERT INTO team (id, name) VALUES ('z', '混进来的')",
        "UPDATE team SET id = 'y' WHERE name = '焊接'",
    ] {
        let mut desk = three_steps();
        desk.close();
        // The triggers are off while it is done, and on again afterwards: the chain knows nothing of it.
        tamper(&desk.dir(), sql);
        let found = findings(desk.reopen());
        assert_eq!(found.len(), 1, "{sql}: {found:?}");
        assert!(found[0].contains("绕过程序改的"), "{sql}: {found:?}");
    }
}

#[test]
fn text_erased_behind_the_programs_back_is_found() {
    for sql in [
        "UPDATE change SET before = NULL, after = NULL, salt = NULL WHERE seq = 3",
        "UPDATE change SET before = NULL, after = NULL, salt = NULL, erased_by = 4 WHERE seq = 3",
    ] {
        let mut desk = three_steps();
        desk.close();
        tamper(&desk.dir(), sql);
        assert_eq!(findings(desk.reopen()).len(), 1, "{sql}: only a purge erases, and it leaves its mark");
    }
}

#[test]
fn a_missing_trigger_an_orphan_and_a_flipped_page_are_found() {
    let mut desk = three_steps();
    desk.close();
    tamper(
        &desk.dir(),
        "PRAGMA foreign_keys = OFF; INSERT INTO person (id, team_id, name) VALUES ('p', 'none', '甲')",
    );
    let both = ["有 1 条记录找不到它所指的记录。", "有 1 条记录和流水最后记下的不一样，是绕过程序改的。"];
    assert_eq!(findings(desk.reopen()), both);

    let mut desk = three_steps();
    desk.close();
    with_key(&desk.dir()).execute_batch("DROP TRIGGER journal_of_team_update").unwrap();
    let found = desk.reopen().check(&mut |_, _| true).unwrap();
    assert!(found[0].message.contains("触发器") && found[0].severity == Severity::Error, "{found:?}");

    // A page that opening has no need of: only the check reads it.
    let mut desk = three_steps();
    let page = desk.ledger().read(|conn| {
        let sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'draft'";
        Ok::<_, ledger::LedgerError>(conn.query_row(sql, [], |r| r.get::<_, u32>(0))?)
    });
    desk.close();
    let path = desk.dir().join("ledger.db");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[(page.unwrap() as usize - 1) * 4096 + 1000] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let found = findings(desk.reopen());
    assert!(found[0].contains("校验码"), "{found:?}");
}

#[test]
fn the_check_tells_its_progress_and_can_be_stopped() {
    let desk = three_steps();
    let mut told = Vec::new();
    desk.ledger()
        .check(&mut |done, total| {
            told.push((done, total));
            true
        })
        .unwrap();
    assert!(
        told.windows(2).all(|w| w[0].0 <= w[1].0) && told.last().is_some_and(|(done, total)| done == total)
    );
    let stopped = desk.ledger().check(&mut |done, _| done < 2);
    assert_eq!(stopped.unwrap_err().code(), "ledger.cancelled");
    add_team(desk.ledger(), "仓储");
}

#[test]
fn a_clock_behind_the_last_step_warns() {
    let mut desk = three_steps();
    desk.close();
    let early = DateTime::parse_from_rfc3339("2025-01-01T08:00:00+08:00").unwrap();
    let setting = Setting { clock: Arc::new(FixedClock(early)), ..setting() };
    let ledger = Ledger::open(&desk.dir(), &SCHEMA, &setting, Unlock::Key(key())).unwrap();
    let found = ledger.check(&mut |_, _| true).unwrap();
    assert_eq!(found.iter().map(|f| f.severity).collect::<Vec<_>>(), [Severity::Warning]);
}

/// The ledger with a step of that moment, and whether the clock of that moment is doubted: by the newest step or an earlier
/// one.
fn doubted_after_a_step(desk: &mut Desk, moment: &str) -> Option<bool> {
    desk.close();
    let now = DateTime::parse_from_rfc3339(moment).unwrap();
    let clock = Arc::new(FixedClock(now));
    let ledger =
        Ledger::open(&desk.dir(), &SCHEMA, &Setting { clock, ..setting() }, Unlock::Key(key())).unwrap();
    // What was read before the step is no answer to what comes after it.
    ledger.clock_doubt().unwrap();
    add_team(&ledger, moment);
    let doubt = ledger.clock_doubt().unwrap();
    let found = ledger.check(&mut |_, _| true).unwrap();
    let told: Vec<&str> = found.iter().map(|one| one.message.as_str()).collect();
    let why: Vec<String> = doubt.map(|doubt| doubt.why(now)).into_iter().collect();
    assert_eq!(told, why, "{moment}: the check says the same");
    doubt.map(|doubt| doubt.newest)
}

#[test]
fn a_clock_in_the_past_is_told_also_after_the_first_step_that_it_has_stamped() {
    let mut desk = Desk::new();
    for day in ["2026-11-16", "2026-11-17", "2026-11-18"] {
        assert_eq!(doubted_after_a_step(&mut desk, &format!("{day}T10:00:00+08:00")), None, "{day}");
    }
    // The ledger is three days old, and more days of such a clock make it no better: no program was written then.
    for day in 1..=9 {
        let told = doubted_after_a_step(&mut desk, &format!("2010-01-0{day}T10:00:00+08:00"));
        assert_eq!(told, Some(false), "day {day}: every deadline would be reckoned from it");
    }
    let told = doubted_after_a_step(&mut desk, "2026-11-19T10:00:00+08:00");
    assert_eq!(told, None, "put right, nothing is to be said");
}

#[test]
fn one_day_of_a_clock_that_ran_ahead_is_told_of_on_the_next_and_not_for_ten_years() {
    let mut desk = Desk::new();
    assert_eq!(doubted_after_a_step(&mut desk, "2036-09-17T10:00:00+08:00"), None);
    let told = doubted_after_a_step(&mut desk, "2026-11-17T10:00:00+08:00");
    assert_eq!(told, Some(false), "which of the two is wrong nobody knows yet");
    assert_eq!(doubted_after_a_step(&mut desk, "2026-11-18T10:00:00+08:00"), None, "two days against one");
}

#[test]
fn a_young_ledger_is_told_for_a_month_of_days_that_all_of_it_is_to_come_and_not_for_ever() {
    let mut desk = Desk::new();
    for day in ["2026-11-16", "2026-11-17"] {
        assert_eq!(doubted_after_a_step(&mut desk, &format!("{day}T10:00:00+08:00")), None, "{day}");
    }
    // Either the clock has fallen back by months, or the ledger was founded by one that ran ahead.
    for day in 1..=30 {
        let told = doubted_after_a_step(&mut desk, &format!("2026-03-{day:02}T10:00:00+08:00"));
        assert_eq!(told, Some(false), "day {day}: nothing speaks for this clock but itself");
    }
    assert_eq!(doubted_after_a_step(&mut desk, "2026-03-31T10:00:00+08:00"), None, "a month of days does");
}

#[test]
fn the_time_to_come_that_is_told_is_the_newest_steps_where_it_bears_one() {
    let mut desk = Desk::new();
    doubted_after_a_step(&mut desk, "2036-09-17T10:00:00+08:00");
    for day in ["2026-11-17", "2026-11-18"] {
        doubted_after_a_step(&mut desk, &format!("{day}T10:00:00+08:00"));
    }
    desk.close();
    let at = |moment: &str| {
        let clock = Arc::new(FixedClock(DateTime::parse_from_rfc3339(moment).unwrap()));
        let setting = Setting { clock, ..setting() };
        let ledger = Ledger::open(&desk.dir(), &SCHEMA, &setting, Unlock::Key(key())).unwrap();
        let doubt = ledger.clock_doubt().unwrap();
        doubt.map(|doubt| (doubt.at.date_naive().to_string(), doubt.newest, doubt.certain))
    };
    assert_eq!(at("2026-11-18T10:30:00+08:00"), None);
    let newest = |certain: bool| Some(("2026-11-18".to_owned(), true, certain));
    assert_eq!(at("2026-11-18T09:30:00+08:00"), newest(false), "half an hour behind, and not ten years");
    assert_eq!(at("2010-01-01T09:30:00+08:00"), newest(true));
}

#[test]
fn which_of_two_times_is_wrong_is_said_only_where_it_is_certain() {
    let mut desk = Desk::new();
    doubted_after_a_step(&mut desk, "2036-09-17T10:00:00+08:00");
    desk.close();
    let told = |moment: &str| {
        let now = DateTime::parse_from_rfc3339(moment).unwrap();
        let setting = Setting { clock: Arc::new(FixedClock(now)), ..setting() };
        let ledger = Ledger::open(&desk.dir(), &SCHEMA, &setting, Unlock::Key(key())).unwrap();
        ledger.clock_doubt().unwrap().expect("a time to come").why(now)
    };
    // Put right after a day that ran ahead: whoever was told that it is behind would set it to 2036.
    let right = told("2026-11-18T10:00:00+08:00");
    assert!(!right.contains("时钟慢了") && right.contains("不是现在慢了，就是那时快了"), "{right}");
    assert!(right.contains("最后一次记录是在2036年9月17日10:00"), "{right}");
    let before = told("2010-01-01T09:30:00+08:00");
    assert!(before.contains("时钟慢了") && !before.contains("那时快了"), "{before}");
}

#[test]
fn the_same_clock_ids_and_steps_give_the_same_chain() {
    let head = |in_one_go: bool| {
        let mut desk = Desk::new();
        for name in ["机加工", "焊接"] {
            add_team(desk.ledger(), name);
            if !in_one_go {
                desk.reopen();
            }
        }
        desk.ledger().undo(&chair()).unwrap();
        desk.ledger().head().unwrap()
    };
    assert_eq!(head(true), head(false), "one process or many must make no difference");
}

#[test]
fn the_check_of_the_day_runs_beside_work_and_is_remembered() {
    let mut desk = three_steps();
    desk.reopen();
    let ledger = desk.ledger();
    // The whole check above was made on the same day.
    assert!(!ledger.check_due().unwrap() && ledger.last_check().unwrap().unwrap().findings.is_empty());
    desk.close();
    let next = DateTime::parse_from_rfc3339("2026-11-17T08:00:00+08:00").unwrap();
    let setting = Setting { clock: Arc::new(FixedClock(next)), ..setting() };
    let ledger = Ledger::open(&desk.dir(), &SCHEMA, &setting, Unlock::Key(key())).unwrap();
    assert!(ledger.check_due().unwrap());
    assert_eq!(ledger.quick_check(&mut || true).unwrap().at, next);
    assert!(!ledger.check_due().unwrap());
}

#[test]
fn what_is_derived_is_proved_and_made_anew() {
    const COUNTED: Schema = Schema {
        derived: &[Derived {
            name: "班组目录",
            verify: |conn| {
                conn.query_row("SELECT count(*) = 1 FROM draft WHERE form = 'teams'", [], |r| r.get(0))
            },
            rebuild: |conn| {
                conn.execute("INSERT OR REPLACE INTO draft VALUES ('teams', 'all of them')", []).map(|_| ())
            },
            compact: |_| Ok(()),
        }],
        ..SCHEMA
    };
    let mut desk = Desk::new();
    desk.close();
    let derived = Ledger::open(&desk.dir(), &COUNTED, &setting(), Unlock::Key(key())).unwrap();
    let found = derived.check(&mut |_, _| true).unwrap();
    assert_eq!((found.len(), found[0].mend), (1, Some(Mend::Rebuild)));
    assert!(found[0].message.starts_with("班组目录"));
    derived.rebuild().unwrap();
    assert!(derived.check(&mut |_, _| true).unwrap().is_empty());
}

#[test]
fn a_copy_that_does_not_open_is_told() {
    let desk = three_steps();
    let copy = desk.ledger().backup(&ledger::BackupTo::Own, &mut |_, _| true).unwrap().dir;
    std::fs::write(copy.join("ledger.db"), "broken").unwrap();
    let found = desk.ledger().check(&mut |_, _| true).unwrap();
    assert_eq!(found.iter().map(|f| f.severity).collect::<Vec<_>>(), [Severity::Warning]);
}

#[test]
fn a_page_of_a_copy_that_was_hit_is_told_with_its_day() {
    let desk = three_steps();
    let copy = desk.ledger().backup(&ledger::BackupTo::Own, &mut |_, _| true).unwrap().dir;
    assert!(findings(desk.ledger()).is_empty(), "a sound copy is silent");
    let path = copy.join("ledger.db");
    let sound = std::fs::read(&path).unwrap();
    // A page that opening the copy for its newest step has no need of.
    let opens = || desk.ledger().backups().iter().any(|line| line.dir == copy && line.head.is_some());
    let hit = (1..sound.len() / 4096).rev().any(|page| {
        let mut bytes = sound.clone();
        bytes[page * 4096 + 1000] ^= 1;
        std::fs::write(&path, bytes).unwrap();
        opens()
    });
    assert!(hit, "the copy still opens");
    let found = desk.ledger().check(&mut |_, _| true).unwrap();
    assert_eq!(found.iter().map(|f| f.severity).collect::<Vec<_>>(), [Severity::Warning]);
    assert!(found[0].message.starts_with("2026年"), "{found:?}");
    assert!(found[0].message.contains("的备份已损坏，恢复时会改用别的备份"), "{found:?}");
    assert!(found[0].way_out.contains("再备份一次"), "{found:?}");
}

#[test]
fn a_paper_proves_the_file() {
    let desk = three_steps();
    let ledger = desk.ledger();
    let head = ledger.head().unwrap();
    add_team(ledger, "仓储");
    let proof = |seq, digits: &str| ledger.prove(seq, digits, &mut |_, _| true);
    let printed = format!("{} {}", &head.hash[..4], head.hash[4..12].to_uppercase());
    assert!(matches!(proof(head.seq, &printed).unwrap(), Proof::Holds { label, .. } if label == "新建班组"));
    let fits = Some(head.seq);
    let of_another = proof(head.seq - 1, &head.hash).unwrap();
    assert!(matches!(of_another, Proof::Differs { fits: found, .. } if found == fits), "{of_another:?}");
    assert_eq!(proof(99, &head.hash).unwrap(), Proof::Beyond { newest: head.seq + 1, fits });
    // Digits of the hash, some of them turned into another.
    let mistyped = |places: &[usize]| -> String {
        let turned = |(place, digit): (usize, char)| match (places.contains(&place), digit) {
            (false, digit) => digit,
            (true, '0') => '1',
            (true, _) => '0',
        };
        head.hash[..12].chars().enumerate().map(turned).collect()
    };
    let one = proof(head.seq, &mistyped(&[2])).unwrap();
    assert_eq!(one, Proof::Differs { wrong: Some(3), fits: None }, "the one digit is named");
    let two = proof(head.seq, &mistyped(&[2, 7])).unwrap();
    assert_eq!(two, Proof::Differs { wrong: None, fits: None });
    for short in ["", "1234567", "12345678z"] {
        assert_eq!(proof(1, short).unwrap_err().code(), "ledger.shortHash", "{short}");
    }
}

#[test]
fn a_paper_proves_nothing_of_a_journal_that_was_altered() {
    let mut desk = three_steps();
    let head = desk.ledger().head().unwrap();
    desk.close();
    // The hash that the paper bears stands untouched at its step.
    tamper(&desk.dir(), "UPDATE change SET after = replace(after, '焊接', '装配') WHERE seq = 3");
    let proof = desk.reopen().prove(head.seq, &head.hash, &mut |_, _| true).unwrap();
    assert_eq!(proof, Proof::Broken { found: "流水第 3 步的记录被改动过。".into() });
}

#[test]
fn a_full_text_index_is_not_held_against_what_an_earlier_check_knew() {
    let home = tempfile::TempDir::new().unwrap();
    let schema = ledger::Schema { migrations: &[FIRST, SEARCHED], ..SCHEMA };
    let ledger =
        Ledger::create_with_key(&home.path().join("账本"), &schema, &setting(), &chair(), &key()).unwrap();
    let team = add_team(&ledger, "焊接");
    // Past sixteen parts an index merges them.
    for n in 0..40 {
        step(&ledger, "加人", |tx| {
            let id: PersonId = tx.new_id();
            let name = format!("人 {n}");
            tx.execute("INSERT INTO person (id, team_id, name) VALUES (?1, ?2, ?3)", (id, team, name))?;
            Ok(())
        })
        .unwrap();
    }
    (0..40).for_each(|_| drop(ledger.undo(&chair()).unwrap()));
    assert_eq!(findings(&ledger), Vec::<String>::new(), "the first check learns of the index's parts");
    (0..40).for_each(|_| drop(ledger.redo(&chair()).unwrap()));
    assert_eq!(findings(&ledger), Vec::<String>::new(), "which are others by the second");
}

#[test]
fn contents_kept_by_their_digest_are_hashed_and_missed() {
    const PAPERS: Migration = Migration {
        number: 2,
        name: "papers",
        sql: "CREATE TABLE kept (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
              CREATE TABLE paper (id TEXT PRIMARY KEY, sha256 TEXT) STRICT;",
    };
    const KEEPING: Schema = Schema {
        migrations: &[FIRST, PAPERS],
        unjournalled: &[("draft", "what is being typed is no history"), ("kept", "named by its hash")],
        digested: &[Digested {
            name: "印发文件",
            table: "kept",
            content: "bytes",
            named_by: ("paper", "sha256"),
        }],
        ..SCHEMA
    };
    // SHA-256 of nothing, and of "abc" (FIPS 180).
    const NOTHING: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    for (sql, found) in [
        (
            "UPDATE kept SET bytes = x'616264' WHERE bytes = x'616263'",
            "有 1 份印发文件被改动过，和当时记下的校验值不符。",
        ),
        ("DELETE FROM kept WHERE bytes = x'616263'", "有 1 份印发文件不见了。"),
    ] {
        let home = tempfile::TempDir::new().unwrap();
        let dir = home.path().join("账本");
        let ledger = Ledger::create_with_key(&dir, &KEEPING, &setting(), &chair(), &key()).unwrap();
        step(&ledger, "印发", |tx| {
            for (id, sha256, bytes) in [("a", NOTHING, ""), ("b", ABC, "abc"), ("c", ABC, "")] {
                if id != "c" {
                    tx.execute("INSERT INTO kept VALUES (?1, ?2)", (sha256, bytes.as_bytes()))?;
                }
                tx.execute("INSERT INTO paper VALUES (?1, ?2)", (id, sha256))?;
            }
            Ok(())
        })
        .unwrap();
        assert_eq!(findings(&ledger), Vec::<String>::new(), "a sound ledger is silent");
        drop(ledger);
        tamper(&dir, sql);
        let ledger = Ledger::open(&dir, &KEEPING, &setting(), Unlock::Key(key())).unwrap();
        let all = ledger.check(&mut |_, _| true).unwrap();
        assert_eq!(all.len(), 1, "{sql}: {all:?}");
        assert_eq!((all[0].message.as_str(), all[0].severity), (found, Severity::Error));
        assert_eq!(all[0].kept, [ABC], "which one");
        assert!(all[0].way_out.contains("备份恢复"), "{}", all[0].way_out);
        let head = ledger.head().unwrap();
        let proof = ledger.prove(head.seq, &head.hash, &mut |_, _| true).unwrap();
        assert_eq!(proof, Proof::Altered { found: found.into() });
    }
}
