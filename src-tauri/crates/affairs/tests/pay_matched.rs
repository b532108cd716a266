//! Whose a row of a payroll is, said after it was taken in: the table is then what it would be had the import known.

use affairs::pay::figures::model::PayFigures;
use affairs::pay::figures::policy::Policy;
use affairs::pay::figures::whole::{self, load};
use affairs::pay::import::model::{PayDecision, PayOptions, PayShareBy};
use affairs::pay::model::{PayLineShown, PaySheetId};
use affairs::pay::view::{self, PayLineQuery};
use affairs::pay::{match_line, store};
use affairs::sheets::SheetProblemKind as K;
use affairs::union::model::Shown;
use ledger::Ledger;

use crate::common::{Room, chair};
use crate::pay::{SIX, op, people, take, write};
use crate::pay_taking::union;

/// Of six people who were there for 22 days the third in two rows, and the fourth, who came on the seventeenth.
fn text(third: &str, fourth: &str) -> String {
    let rows = (1_u32..).zip(SIX).map(|(n, (name, _))| match n {
        3 => format!("{third}\t1200\t0\t11\n{third}\t1200\t0\t11\n"),
        4 => format!("{fourth}\t2400\t0\t22\n"),
        _ => format!("G{n}\t{name}\t5000\t0\t22\n"),
    });
    format!("2026年10月工资表\n工号\t姓名\t应发\t个税\t出勤天数\n{}", rows.collect::<String>())
}

fn options(share_by: Option<PayShareBy>) -> PayOptions {
    let kinds = [(K::Twice, PayDecision::AsRead), (K::NotOnRoster, PayDecision::AsRead)].into();
    PayOptions { kinds, share_by, ..PayOptions::default() }
}

fn room() -> Room {
    let room = Room::new();
    people(room.ledger(), &SIX);
    union(room.ledger());
    write(room.ledger(), "UPDATE employment SET hired_on = '2026-10-17' WHERE id = 'e4'");
    room
}

fn lines(ledger: &Ledger, sheet: PaySheetId) -> Vec<PayLineShown> {
    let query = PayLineQuery { sheet, text: None, unmatched: None, offset: None, limit: None };
    ledger.read(|c| view::line_page(c, &query, Shown::Full)).unwrap().rows
}

/// How many were paid, and the figures.
fn told(ledger: &Ledger, sheet: PaySheetId) -> (u32, PayFigures) {
    let policy = Policy { least: 5, reason: "人少".into() };
    let figures = ledger.read(|c| whole::of(c, &load(c, sheet)?, Shown::Full, &policy)).unwrap();
    (ledger.read(|c| store::line(c, sheet)).unwrap().headcount, figures)
}

#[test]
fn rows_that_are_matched_later_count_as_those_the_import_knew() {
    for share_by in [None, Some(PayShareBy::Attended)] {
        let (known, later) = (room(), room());
        let taken = text("G3\t王五", "G4\t赵六");
        let wanted = take(known.ledger(), ("十月.xlsx", &taken), &options(share_by), None).unwrap().id;
        let (heads, wanted) = told(known.ledger(), wanted);
        assert_eq!((heads, wanted.people), (6, 6));

        let ledger = later.ledger();
        let strange = text("T3\t老王", "T4\t老赵");
        let sheet = take(ledger, ("十月.xlsx", &strange), &options(share_by), None).unwrap().id;
        assert_eq!(told(ledger, sheet).0, 7, "three rows of nobody");
        for line in lines(ledger, sheet).into_iter().filter(|line| line.person.is_none()) {
            let number = if line.name == "老王" { 3 } else { 4 };
            let person = format!("01990000-0000-7000-8000-{number:012}").parse().unwrap();
            let run = |tx: &ledger::Tx<'_>| match_line(tx, line.id, Some(person));
            ledger.step::<_, affairs::Problem>(&op("pay.matchLine"), &chair(), run).unwrap();
        }
        let (heads, found) = told(ledger, sheet);
        assert_eq!((heads, found.people, found.part_month), (6, 6, wanted.part_month), "{share_by:?}");
        assert_eq!(
            (found.payroll, found.lowest.lowest),
            (wanted.payroll, wanted.lowest.lowest),
            "{share_by:?}"
        );
        // The same file is still the same, whoever its rows were matched to.
        let again = take(ledger, ("十月.xlsx", &strange), &options(share_by), Some(sheet)).unwrap_err();
        assert_eq!(again.code, "nothing_new", "{share_by:?}");
    }
}

#[test]
fn a_row_that_is_nobody_s_again_counts_whole_and_as_one_more() {
    let room = room();
    let ledger = room.ledger();
    let taken = text("G3\t王五", "G4\t赵六");
    let sheet = take(ledger, ("十月.xlsx", &taken), &options(None), None).unwrap().id;
    let rows = lines(ledger, sheet);
    assert_eq!(rows.iter().filter(|line| line.share.is_some()).count(), 1, "who came on the seventeenth");
    for line in
        rows.iter().filter(|line| line.name == "赵六").chain(rows.iter().find(|line| line.name == "王五"))
    {
        let run = |tx: &ledger::Tx<'_>| match_line(tx, line.id, None);
        ledger.step::<_, affairs::Problem>(&op("pay.matchLine"), &chair(), run).unwrap();
    }
    assert!(lines(ledger, sheet).iter().all(|line| line.share.is_none()));
    assert_eq!(told(ledger, sheet).0, 7, "the two rows are two people now");
}
