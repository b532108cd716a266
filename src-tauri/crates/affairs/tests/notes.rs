//! What is noted of a member (备注) holds the numbers of their family as often as not: whoever does not see identity in full reads
//! them masked wherever the note is read, and a masked note that is saved keeps what it was.

use std::path::Path;

use affairs::Problem;
use affairs::fields::Teller;
use affairs::members::duplicates::compare;
use affairs::members::duplicates::model::PersonPair;
use affairs::members::import::known;
use affairs::members::model::{PersonId, PersonRecord};
use affairs::members::roster::{Ages, Decision, Options, ProblemKind, read_roster};
use affairs::members::{self, marks, sources, store};
use affairs::office::forms::marks::Marks;
use affairs::union::model::{Shown, Sight};
use law::LawBook;
use ledger::{Ledger, Tx};

use crate::common::{Room, chair};
use crate::pay::{op, write};

const PERSON: &str = "01990000-0000-7000-8000-000000000001";
const OTHER: &str = "01990000-0000-7000-8000-000000000002";
const NOTE: &str = "配偶身份证110101199003070011 电话 13612345678";
const MASKED: &str = "配偶身份证110101********0011 电话 136****5678";
const NUMBERS: [&str; 2] = ["110101199003070011", "13612345678"];

fn book() -> LawBook {
    LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap()
}

fn id(text: &str) -> PersonId {
    text.parse().unwrap()
}

/// A person of an imported roster whose note holds two numbers of another, and who is entered twice.
fn room() -> Room {
    let room = Room::new();
    write(
        room.ledger(),
        &format!(
            "INSERT INTO union_record (id, name, credit_code, employer, province, founded_at)
             VALUES ('u', '工会', '81360121MC0YL02618', '公司', '36', '2026-09-01T08:42:00.000+08:00');
             INSERT INTO import_batch (id, file_name, file_sha256, page, people, imported_at)
             VALUES ('b', '花名册.xlsx', 'aa', '职工', 1, '2026-11-01T09:00:00.000+08:00');
             INSERT INTO import_column (id, batch_id, page, place, heading, field) VALUES
               ('c1', 'b', '职工', 1, '姓名', '姓名'), ('c2', 'b', '职工', 2, '备注', '备注');
             INSERT INTO person (id, name, name_key, name_sort, sex, note) VALUES
               ('{PERSON}', '王伟', '王伟', 'wang wei', 'male', '{NOTE}'),
               ('{OTHER}', '王玮', '王玮', 'wang wei', 'male', NULL);
             INSERT INTO import_row (id, batch_id, person_id, page, place, cells)
             VALUES ('r1', 'b', '{PERSON}', '职工', 2, '[\"王伟\",\"{NOTE}\"]');
             INSERT INTO employment (id, person_id, work_number, form) VALUES
               ('01990000-0000-7000-8000-0000000000e1', '{PERSON}', 'G001', 'contract'), ('01990000-0000-7000-8000-0000000000e2', '{OTHER}', 'G002', 'contract')"
        ),
    );
    room
}

fn record(ledger: &Ledger, identity: Shown) -> PersonRecord {
    ledger.read(|conn| store::record(conn, id(PERSON), identity)).unwrap()
}

/// The note as it is kept.
fn kept(ledger: &Ledger) -> Option<String> {
    record(ledger, Shown::Full).note
}

fn save(ledger: &Ledger, note: &str, seen: Shown) -> Result<(), Problem> {
    let record = PersonRecord { note: Some(note.to_owned()), ..record(ledger, seen) };
    let run = |tx: &Tx<'_>| members::save(tx, &book(), &record, seen);
    ledger.step(&op("members.save"), &chair(), run).map(|_| ())
}

/// Everything that tells the note, as one sees it.
fn told(ledger: &Ledger, identity: Shown) -> Vec<(&'static str, String)> {
    let (law, sight) = (book(), Sight { identity, ..Sight::default() });
    let changes = ledger.step_changes(ledger.head().unwrap().seq, 1000).unwrap().rows;
    let seq = ledger.head().unwrap().seq;
    ledger
        .read(|conn| {
            let place = |_: &str| None;
            let teller = Teller::new(conn, &law, &place, sight)?;
            let steps: Result<Vec<_>, Problem> = changes
                .into_iter()
                .filter(|row| row.table == "person")
                .map(|row| teller.tell(seq, row))
                .collect();
            let mut form = Marks::default();
            marks::of_person(conn, Some(id(PERSON)), identity, &mut form)?;
            let pair = PersonPair { kept: id(OTHER), gone: id(PERSON), take: None };
            Ok::<_, Problem>(vec![
                ("the record", format!("{:?}", store::record(conn, id(PERSON), identity)?)),
                ("its origins", format!("{:?}", sources::origins(conn, id(PERSON), identity)?)),
                ("its history", format!("{:?}", steps?)),
                ("a form", format!("{:?}", form.facts)),
                ("two people side by side", format!("{:?}", compare(conn, &pair, sight)?)),
            ])
        })
        .unwrap()
}

#[test]
fn numbers_within_a_note_are_shown_as_identity_may_be_seen() {
    let room = room();
    let ledger = room.ledger();
    for identity in [Shown::Masked, Shown::Never] {
        for (place, text) in told(ledger, identity) {
            assert!(text.contains(MASKED), "{place}: {text}");
            assert!(NUMBERS.iter().all(|number| !text.contains(number)), "{place}: {text}");
        }
    }
    for (place, text) in told(ledger, Shown::Full) {
        assert!(text.contains(NOTE), "{place}: {text}");
    }
}

#[test]
fn a_masked_note_that_is_saved_keeps_what_it_was() {
    for seen in [Shown::Masked, Shown::Never] {
        let room = room();
        let ledger = room.ledger();
        save(ledger, MASKED, seen).unwrap();
        assert_eq!(kept(ledger).as_deref(), Some(NOTE), "{seen:?}");
        save(ledger, &format!("{MASKED}，夜班*"), seen).unwrap();
        assert_eq!(kept(ledger), Some(format!("{NOTE}，夜班*")), "{seen:?}");
        let broken = save(ledger, "配偶身份证110101********0012，夜班*", seen).unwrap_err();
        assert_eq!((broken.code.as_str(), broken.field.as_deref()), ("bad_input", Some("note")));
        save(ledger, "配偶电话136****5678", seen).unwrap();
        assert_eq!(kept(ledger).as_deref(), Some("配偶电话13612345678"), "{seen:?}");
        save(ledger, "夜班****", seen).unwrap_err();
        save(ledger, "夜班", seen).unwrap();
        save(ledger, "夜班****", seen).unwrap();
        assert_eq!(kept(ledger).as_deref(), Some("夜班****"), "nothing was masked in it");
    }
}

#[test]
fn a_newer_roster_is_held_against_a_note_as_far_as_it_is_seen() {
    let room = room();
    let ledger = room.ledger();
    let law = book();
    let today = "2026-11-16".parse().unwrap();
    let ages = Ages::of(&law, &law::Place::province("36"), today).unwrap();
    let same = [(ProblemKind::PersonMaybeKnown, Decision::TakeProposal)].into();
    let options = Options { decisions: same, ..Options::default() };
    let preview = |note: &str, identity| {
        let text = format!("姓名\t工号\t备注\n王伟\tG001\t{note}\n");
        let file = sheet::read_bytes(text.as_bytes(), "粘贴", &mut |_, _| true).unwrap();
        let held = ledger.read(|conn| known(conn, "bb", identity)).unwrap();
        let preview = read_roster(&file, today, &ages, &held, &options, &mut |_, _| true).unwrap();
        let problems: Vec<String> =
            preview.rows.into_iter().flat_map(|row| row.problems).map(|one| one.message).collect();
        problems.join("\n")
    };
    for identity in [Shown::Masked, Shown::Never] {
        assert!(!preview(NOTE, identity).contains("账本里是"), "{identity:?}: the same");
        let other = preview("夜班", identity);
        assert!(other.contains(&format!("账本里是“{MASKED}”")), "{identity:?}: {other}");
    }
    assert!(!preview(NOTE, Shown::Full).contains("账本里是"), "the same");
    assert!(preview("夜班", Shown::Full).contains(NOTE));
}
