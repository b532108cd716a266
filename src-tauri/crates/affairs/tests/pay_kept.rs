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

/// A payroll of forty people in a month by two shops, the rest of them in the second; its id ends with the digit.
fn shops(ledger: &Ledger, digit: u32, period: &str, assembly: u32) -> PaySheetId {
    let sheet = format!("01ff0000-0000-7000-8000-0000000000e{digit}");
    write(
        ledger,
        &format!(
            "INSERT INTO pay_sheet (id, period, depth, divided, headcount, sum, pasted, taken_at, taken_by)
             VALUES ('{sheet}', '{period}', 'total', 0, 40, 20000000, 0, '2026-11-16', '张敏')"
        ),
    );
    for (at, shop, people, sum) in [(1, "装配", assembly, 12_000_000), (2, "机关", 40 - assembly, 8_000_000)]
    {
        write(
            ledger,
            &format!(
                "INSERT INTO pay_total (id, sheet_id, ord, shop, headcount, sum)
                 VALUES ('01ff0000-0000-7000-8000-0000000{digit}00c{at}', '{sheet}', {at}, '{shop}', {people}, {sum})"
            ),
        );
    }
    sheet.parse().unwrap()
}

/// Seven percent for everybody, or for some shops.
fn seven(only: PayStepOnly) -> PayScenario {
    let what = PayStepKind::Rise { rise: PayRise { percent: 700, fixed: Fen(0) } };
    PayScenario { steps: vec![PayStep { what, only }], round: PayRound::Fen }
}

/// A scenario kept and chosen, as each reader sees it: whoever revealed single wages, has not, and may not read them.
fn chosen(ledger: &Ledger, sheet: PaySheetId, name: &str, scenario: &PayScenario) -> [KeptPayScenario; 3] {
    let policy = Policy { least: 5, reason: "人少".into() };
    let book = LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap();
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
}

/// Whether bounds are told, and the average before; whether something is covered.
fn told(kept: &KeptPayScenario) -> (bool, bool, bool) {
    (kept.bounds.is_some(), kept.before_average.is_some(), kept.covered)
}

const OPEN: (bool, bool, bool) = (true, true, false);
const COVERED: (bool, bool, bool) = (false, false, true);

#[test]
fn bounds_from_bands_are_covered_where_only_the_whole_of_them_is_told() {
    let room = Room::new();
    let ledger = room.ledger();
    union(ledger);
    let scenario = seven(PayStepOnly::default());
    // By one person another band: the groups of the second are not told beside those of the first.
    let sheets = [(1, "2026-08", [12, 30, 20]), (2, "2026-09", [13, 29, 20])];
    let sheets = sheets.map(|(digit, period, people)| bands(ledger, digit, period, people));
    assert_eq!(chosen(ledger, sheets[0], "八月", &scenario).each_ref().map(told), [OPEN; 3]);
    assert_eq!(chosen(ledger, sheets[1], "九月", &scenario).each_ref().map(told), [OPEN, OPEN, COVERED]);
}

#[test]
fn what_a_step_for_a_shop_comes_to_is_covered_where_only_the_whole_is_told() {
    let room = Room::new();
    let ledger = room.ledger();
    union(ledger);
    // One moved: the shops of the second are not told beside those of the first.
    let sheets = [(1, "2026-08", 25), (2, "2026-09", 24)];
    let sheets = sheets.map(|(digit, period, assembly)| shops(ledger, digit, period, assembly));
    let all = seven(PayStepOnly::default());
    let some = seven(PayStepOnly { shops: vec!["装配".to_owned()], ..PayStepOnly::default() });
    let first = chosen(ledger, sheets[0], "八月装配", &some);
    assert_eq!(first.each_ref().map(told), [OPEN; 3]);
    // Twelve months of 7 % of 120,000.00, one fen a person and month more or less, and one below, since a rise of nothing on a fen
    // bends the bound.
    let wages = first[2].bounds.and_then(|bounds| bounds.wages).unwrap();
    assert_eq!((wages.from, wages.to), ((840_000 - 25 - 1) * 12, Some((840_000 + 25) * 12)));
    assert_eq!(chosen(ledger, sheets[1], "九月", &all).each_ref().map(told), [OPEN; 3]);
    assert_eq!(chosen(ledger, sheets[1], "九月装配", &some).each_ref().map(told), [OPEN, OPEN, COVERED]);
}
