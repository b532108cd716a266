//! Who reads what a kept scenario comes to: bounds of bands tell of the bands, so that they are told where those are.

use std::path::Path;

use affairs::pay::figures::policy::Policy;
use affairs::pay::model::PaySheetId;
use affairs::pay::simulate::acts;
use affairs::pay::simulate::model::{
    KeptPayScenario, PayRise, PayRound, PayScenario, PaySide, PayStep, PayStepKind, PayStepOnly,
    SavePayScenario,
};
use affairs::union::model::Shown;
use law::LawBook;
use ledger::{Fen, Ledger, Tx};

use crate::common::{Room, chair};
use crate::pay::{op, write};
use crate::pay_taking::union;

/// Bands of a month with their payroll; its id ends with the digit.
fn bands(ledger: &Ledger, digit: u32, period: &str, people: [u32; 3]) -> PaySheetId {
    let sheet = format!("01ff0000-0000-7000-8000-0000000000d{digit}");
    let all: u32 = people.iter().sum();
    write(
        ledger,
        &format!(
            "INSERT INTO pay_sheet (id, period, depth, divided, headcount, sum, pasted, taken_at, taken_by)
             VALUES ('{sheet}', '{period}', 'bands', 0, {all}, 28520000, 0, '2026-11-16', '张敏')"
        ),
    );
    for (at, headcount) in people.into_iter().enumerate() {
        let from = 300_000 + at * 100_000;
        let to = from + 100_000;
        write(
            ledger,
            &format!(
                "INSERT INTO pay_band (id, sheet_id, ord, from_sum, to_sum, headcount)
                 VALUES ('01ff0000-0000-7000-8000-0000000{digit}00b{at}', '{sheet}', {at}, {from}, {to}, {headcount})"
            ),
        );
    }
    sheet.parse().unwrap()
}

#[test]
fn bounds_from_bands_are_covered_where_only_the_whole_of_them_is_told() {
    let room = Room::new();
    let ledger = room.ledger();
    union(ledger);
    let policy = Policy { least: 5, reason: "人少".into() };
    let book = LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap();
    let what = PayStepKind::Rise { rise: PayRise { percent: 700, fixed: Fen(0) } };
    let scenario =
        PayScenario { steps: vec![PayStep { what, only: PayStepOnly::default() }], round: PayRound::Fen };
    // By one person another band: the groups of the second are not told beside those of the first.
    let sheets = [(1, "2026-08", [12, 30, 20]), (2, "2026-09", [13, 29, 20])];
    let sheets = sheets.map(|(digit, period, people)| bands(ledger, digit, period, people));
    let chosen = |sheet: PaySheetId, name: &str| {
        let input = SavePayScenario {
            id: None,
            sheet,
            year: 2026,
            side: PaySide::Workers,
            name: name.to_owned(),
            scenario: scenario.clone(),
            months: 12,
        };
        ledger
            .step(&op("pay.saveScenario"), &chair(), |tx: &Tx<'_>| {
                let id = acts::save(tx, &book, &input, Shown::Masked, &policy)?;
                acts::choose(tx, id)
            })
            .unwrap();
        [Shown::Full, Shown::Masked, Shown::Never]
            .map(|shown| ledger.read(|c| acts::chosen(c, 2026, (shown, &policy))).unwrap().unwrap())
    };
    let told = |kept: &KeptPayScenario| (kept.bounds.is_some(), kept.before_average.is_some(), kept.covered);
    let open = (true, true, false);
    assert_eq!(chosen(sheets[0], "八月").each_ref().map(told), [open; 3]);
    assert_eq!(chosen(sheets[1], "九月").each_ref().map(told), [open, open, (false, false, true)]);
}
