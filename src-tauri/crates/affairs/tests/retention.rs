//! From which day a record is kept that a text of law binds to keep: the text's own end (of the contract, of the accounting year, of
//! what a payroll was paid for), never earlier than the removal.

use std::path::Path;

use affairs::trash::{self, TrashKind, TrashLine, TrashRef};
use law::LawBook;
use ledger::Ledger;

use crate::common::{Room, chair};
use crate::pay::write;

const PERSON: &str = "01990000-0000-7000-8000-000000000001";
const CONTRACT: &str = "01990000-0000-7000-8000-000000000002";
const PAYMENT: &str = "01990000-0000-7000-8000-000000000003";
const SHEET: &str = "01990000-0000-7000-8000-000000000004";

fn book() -> LawBook {
    LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap()
}

fn removed(day: &str) -> String {
    format!("{day}T09:00:00.000+08:00")
}

/// A person who was removed on a day with a labour contract, of which the term, the entered end and the end in fact are given in SQL.
fn room(contract: &str, day: &str) -> Room {
    let room = Room::new();
    let at = removed(day);
    write(
        room.ledger(),
        &format!(
            "INSERT INTO union_record (id, name, credit_code, employer, province, founded_at)
             VALUES ('u', '工会', '81360121MC0YL02618', '公司', '36', '2026-09-01T08:42:00.000+08:00');
             INSERT INTO person (id, name, name_key, name_sort, sex, removed_at)
             VALUES ('{PERSON}', '林知秋', '', '', 'female', '{at}');
             INSERT INTO labour_contract (id, person_id, term, until_on, ended_on, from_on, removed_at)
             VALUES ('{CONTRACT}', '{PERSON}', {contract}, '2026-01-01', '{at}');"
        ),
    );
    room
}

fn line(ledger: &Ledger, kind: TrashKind, today: &str) -> TrashLine {
    let lines = ledger.read(|conn| trash::list(conn, &book(), today.parse().unwrap())).unwrap();
    lines.into_iter().find(|line| line.kind == kind).unwrap()
}

/// That the record is refused on the last day and goes on the first one, as the list of the trash says.
fn goes_on(ledger: &Ledger, of: &TrashRef, first: &str) {
    let first: chrono::NaiveDate = first.parse().unwrap();
    let doomed = |on| ledger.read(|conn| trash::doom(conn, &book(), on, of).map(|_| ()));
    let last = first.pred_opt().unwrap();
    assert_eq!(doomed(last).unwrap_err().code, "refused", "{:?} on {last}", of.kind);
    doomed(first).unwrap();
    for (today, may) in [(last, false), (first, true)] {
        let line = line(ledger, of.kind, &today.to_string());
        assert_eq!((line.purge_from, line.may_purge), (Some(first), may), "{}", line.reckoned);
    }
}

fn of(kind: TrashKind, id: &str) -> TrashRef {
    TrashRef { kind, id: id.to_owned() }
}

#[test]
fn a_labour_contract_is_kept_from_its_end_and_no_earlier_than_its_removal() {
    for (contract, first) in [
        ("'fixed', '2030-12-31', NULL", "2033-01-01"),
        ("'fixed', '2030-12-31', '2027-03-31'", "2029-04-07"),
        ("'fixed', '2030-12-31', '2027-04-06'", "2029-04-07"),
        ("'fixed', '2027-04-07', NULL", "2029-04-08"),
        ("'fixed', '2026-12-31', NULL", "2029-04-07"),
        ("'open', NULL, '2027-04-06'", "2029-04-07"),
    ] {
        let room = room(contract, "2027-04-06");
        goes_on(room.ledger(), &of(TrashKind::LabourContract, CONTRACT), first);
        goes_on(room.ledger(), &of(TrashKind::Person, PERSON), first);
        let held = line(room.ledger(), TrashKind::Person, "2028-01-01").held_by;
        assert_eq!(held.as_deref(), Some("劳动合同"), "{contract}");
    }
}

#[test]
fn a_contract_without_an_end_asks_for_it_and_is_counted_from_it_once_it_is_entered() {
    let room = room("'open', NULL, NULL", "2027-04-06");
    let ledger = room.ledger();
    for (kind, id) in [(TrashKind::LabourContract, CONTRACT), (TrashKind::Person, PERSON)] {
        let line = line(ledger, kind, "2099-01-01");
        assert_eq!((line.purge_from, line.may_purge), (None, false), "{}", line.reckoned);
        let today = "2099-01-01".parse().unwrap();
        let refused = ledger.read(|conn| trash::doom(conn, &book(), today, &of(kind, id)).map(|_| ()));
        let refused = refused.unwrap_err();
        assert_eq!(refused.code, "refused");
        for told in [&line.reckoned, &refused.message] {
            for word in ["第五十条", "填上“实际解除或终止的日期”", "先从回收站恢复"]
            {
                assert!(told.contains(word), "{word}: {told}");
            }
        }
    }
    write(ledger, &format!("UPDATE labour_contract SET ended_on = '2027-06-30' WHERE id = '{CONTRACT}'"));
    goes_on(ledger, &of(TrashKind::LabourContract, CONTRACT), "2029-07-01");
    goes_on(ledger, &of(TrashKind::Person, PERSON), "2029-07-01");
}

#[test]
fn a_file_is_kept_as_long_as_the_contract_that_it_lies_on_goes_on() {
    let room = room("'fixed', '2030-12-31', NULL", "2027-04-06");
    let at = removed("2027-04-02");
    let file = "01990000-0000-7000-8000-000000000005";
    write(
        room.ledger(),
        &format!(
            "UPDATE labour_contract SET removed_at = NULL; UPDATE person SET removed_at = NULL;
             INSERT INTO attachment (id, of_kind, of_id, name, content, bytes, media, place, added_at, added_by, removed_at)
             VALUES ('{file}', 'labourContract', '{CONTRACT}', '合同.png', 'aa', 1, 'image/png', 'none', '{at}', '张敏', '{at}')"
        ),
    );
    goes_on(room.ledger(), &of(TrashKind::Attachment, file), "2033-01-01");
}

#[test]
fn a_fee_payment_is_kept_from_the_end_of_its_accounting_year() {
    for (paid, day, first) in [
        ("2029-04-02", "2029-04-09", "2060-01-01"),
        ("2029-01-01", "2029-12-31", "2060-01-01"),
        ("2029-12-31", "2030-05-15", "2060-05-16"),
    ] {
        let room = room("'fixed', '2026-12-31', NULL", day);
        let sql = format!(
            "INSERT INTO fee_payment (id, month, way, paid_on, amount, removed_at)
             VALUES ('{PAYMENT}', '2029-03', 'paid', '{paid}', 100, '{}')",
            removed(day)
        );
        write(room.ledger(), &sql);
        goes_on(room.ledger(), &of(TrashKind::FeePayment, PAYMENT), first);
    }
}

#[test]
fn wage_data_are_kept_from_no_earlier_than_the_end_of_what_was_paid_for() {
    for (period, first) in [("2027-03", "2029-04-07"), ("2027-04", "2029-05-01"), ("2027", "2030-01-01")] {
        let room = room("'fixed', '2026-12-31', NULL", "2027-04-06");
        let at = removed("2027-04-06");
        let sql = format!(
            "INSERT INTO pay_sheet (id, period, depth, divided, headcount, pasted, taken_at, taken_by, removed_at)
             VALUES ('{SHEET}', '{period}', 'single', 0, 1, 1, '{at}', '张敏', '{at}');
             INSERT INTO pay_line (id, sheet_id, place, person_id, name, sex, gross, removed_at)
             VALUES ('l', '{SHEET}', 1, '{PERSON}', '林知秋', 'female', 500000, '{at}')"
        );
        write(room.ledger(), &sql);
        goes_on(room.ledger(), &of(TrashKind::PaySheet, SHEET), first);
        goes_on(room.ledger(), &of(TrashKind::Person, PERSON), first);
    }
}

#[test]
fn an_entry_that_was_taken_back_is_kept_by_its_own_end_too() {
    let room = room("'fixed', '2026-12-31', NULL", "2026-11-16");
    let ledger = room.ledger();
    let sql = format!(
        "INSERT INTO fee_payment (id, month, way, paid_on, amount)
         VALUES ('{PAYMENT}', '2026-10', 'paid', '2026-11-02', 100)"
    );
    write(ledger, &sql);
    ledger.undo(&chair()).unwrap();
    let of = of(TrashKind::FeePayment, PAYMENT);
    let doomed =
        |day: &str| ledger.read(|conn| trash::doom(conn, &book(), day.parse().unwrap(), &of).map(|_| ()));
    assert_eq!(doomed("2056-12-31").unwrap_err().code, "refused");
    doomed("2057-01-01").unwrap();
    let step = ledger.read(|conn| {
        let sight = affairs::union::model::Sight::default();
        trash::taken_back(conn, &book(), sight, "2056-12-31".parse().unwrap())
    });
    let step = step.unwrap().remove(0);
    assert_eq!((step.purge_from.to_string().as_str(), step.may_purge), ("2057-01-01", false));
}
