//! The demo factory's rosters give exactly the people its story tells of.

use super::super::Known;
use super::ages;
use std::path::Path;

use chrono::NaiveDate;
use sheet::read;

use crate_roster::codes::{EmploymentForm, Sex};
use crate_roster::{Options, Preview, ProblemKind, RowStatus, Severity, read_roster};

use super::super as crate_roster;

fn load(name: &str) -> Preview {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/demo").join(name);
    let book = read(&path, &mut |_, _| true).expect("the demo's own file");
    let today = NaiveDate::from_ymd_opt(2026, 11, 16).unwrap();
    read_roster(&book, today, &ages(), &Known::default(), &Options::default(), &mut |_, _| true)
        .expect("a roster")
}

#[test]
fn the_demo_factory_has_320_workers() {
    let main = load("roster.xlsx");
    assert_eq!((main.counts.total, main.counts.ready), (316, 316), "{:?}", main.asks);
    assert_eq!(main.pages[0].header.row, 4);
    assert_eq!(main.rows[0].row, 5);
    assert_eq!((main.counts.note_rows, main.counts.blank_rows), (1, 1), "fill-in note and one blank row");
    assert!(main.pages[0].header.unknown.is_empty(), "every column of the template is known");
    let late = load("roster-late.csv");
    assert_eq!((late.counts.total, late.counts.ready, late.counts.stop), (6, 4, 2));
    let stops: Vec<ProblemKind> = late
        .rows
        .iter()
        .flat_map(|r| &r.problems)
        .filter(|p| p.severity == Severity::Stop)
        .map(|p| p.kind)
        .collect();
    assert_eq!(stops, [ProblemKind::IdChecksum, ProblemKind::IdAsNumber]);

    let all: Vec<_> = main
        .rows
        .iter()
        .chain(&late.rows)
        .filter(|r| r.status == RowStatus::Ready)
        .map(|r| &r.person)
        .collect();
    let count = |f: &dyn Fn(&&&crate_roster::PersonDraft) -> bool| all.iter().filter(f).count();
    assert_eq!(all.len(), 320);
    assert_eq!(count(&|p| p.employment == Some(EmploymentForm::Contract)), 280);
    assert_eq!(count(&|p| p.employment == Some(EmploymentForm::Dispatched)), 40);
    assert_eq!(count(&|p| p.sex == Some(Sex::Female)), 78);
    assert_eq!(count(&|p| p.migrant == Some(true)), 190);
    assert_eq!(count(&|p| p.name_key == "王伟"), 3);
    assert_eq!(count(&|p| p.name.contains('喆')), 1);
    assert_eq!(count(&|p| p.name.contains('·')), 1);
    let shops: std::collections::BTreeSet<_> = all.iter().filter_map(|p| p.shop.as_deref()).collect();
    assert_eq!(shops, ["仓储", "喷涂", "机加工", "焊接", "装配"].into());
    let ids: std::collections::BTreeSet<_> = all.iter().filter_map(|p| p.id_number.as_deref()).collect();
    assert_eq!(ids.len(), 320, "nobody shares a number");
}
