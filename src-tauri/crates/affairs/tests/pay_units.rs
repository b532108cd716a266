//! A payroll in another unit than is written over it: asked about where the figures say so, with the unit before the year, and read
//! once more from the cells; and what goes through unasked.

use affairs::members::sources::Source;
use affairs::pay::import::model::{PayDecision, PayDoubt, PayOptions, PayPreview};
use affairs::pay::import::read;
use affairs::pay::store;
use affairs::sheets::SheetProblemKind as K;
use affairs::union::model::Shown;
use ledger::{Fen, Ledger};

use crate::common::Room;
use crate::pay::{SIX, people, take, write};

fn preview(ledger: &Ledger, text: &str) -> PayPreview {
    let book = sheet::read_bytes(text.as_bytes(), "粘贴", &mut |_, _| true).unwrap();
    let source = Source { name: "工资.xlsx".into(), sha256: book.sha256.clone(), pasted: true };
    let today = "2026-12-02".parse().unwrap();
    ledger
        .read(|c| read(c, &book, &source, &PayOptions::default(), today, Shown::Full)?.preview(c, &source))
        .unwrap()
}

/// What is asked of the scale of a table, if it is.
fn scale(ledger: &Ledger, text: &str) -> Option<PayDoubt> {
    let asked =
        preview(ledger, text).doubts.into_iter().find(|one| matches!(one.kind, K::Scale | K::ScaleOdd));
    asked.and_then(|one| one.first.into_iter().next())
}

/// Wages under a title and a unit, one a person.
fn table(title: &str, unit: &str, sums: [&str; 6]) -> String {
    let rows = (1_u32..).zip(SIX).zip(sums).map(|((n, (name, _)), sum)| format!("G{n}\t{name}\t{sum}\t0\n"));
    format!("{title}\n单位：{unit}\n工号\t姓名\t应发\t个税\n{}", rows.collect::<String>())
}

const NOVEMBER: &str = "2026年11月工资表";

fn minimum(ledger: &Ledger) {
    write(
        ledger,
        "INSERT INTO pay_reference (id, kind, region, period, value, unit, source)
         VALUES ('01990000-0000-7000-8000-0000000000bb', 'minimum', '南昌市', '2026-04-01', 208000, 'yuan_month', '省厅文件')",
    );
}

#[test]
fn a_unit_that_is_ten_times_too_large_or_too_small_is_asked_about() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    let thousands = ["3.1", "3.3", "3.5", "3.6", "3.2", "4.1"];
    let ten_thousands = ["0.52", "0.55", "0.61", "0.48", "0.66", "0.7"];
    // Beside what is usual anywhere, and beside the local minimum.
    for known in [false, true] {
        if known {
            minimum(ledger);
        }
        let large = scale(ledger, &table(NOVEMBER, "万元", thousands)).expect("nobody there earns 35,000");
        assert!(large.message.contains("本来是千元"), "{}", large.message);
        // 35,000 lies within what is usual, so that nothing is said to be far from it.
        assert!(large.message.contains("是35000元，这样的不多见，是3500元才像"), "{}", large.message);
        assert_eq!(large.proposal.as_deref(), Some("3500元"));
        let small = scale(ledger, &table(NOVEMBER, "千元", ten_thousands)).expect("nobody there earns 610");
        assert!(small.message.contains("本来是万元"), "{}", small.message);
        assert_eq!(small.proposal.as_deref(), Some("6100元"));
        assert!(scale(ledger, &table(NOVEMBER, "千元", thousands)).is_none(), "as it is written");
        assert!(scale(ledger, &table(NOVEMBER, "万元", ten_thousands)).is_none(), "as it is written");
    }
    let proposed = PayOptions { kinds: [(K::Scale, PayDecision::Proposed)].into(), ..PayOptions::default() };
    let text = table(NOVEMBER, "千元", ["0.552345", "0.55", "0.61", "0.48", "0.66", "0.7"]);
    let taken = take(ledger, ("十一月.xlsx", &text), &proposed, None).unwrap();
    let line = ledger.read(|c| store::line(c, taken.id)).unwrap();
    assert_eq!(line.sum, Some(Fen(3_552_345)), "read once more from the cells, to the fen");
}

#[test]
fn a_firm_that_pays_well_and_people_who_work_part_time_go_through_unasked() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    for known in [false, true] {
        if known {
            minimum(ledger);
        }
        for (unit, sums) in [
            ("千元", ["28", "31", "35", "26", "40", "33"]),
            ("千元", ["1.2", "1.3", "1.1", "1.5", "1.25", "0.6"]),
            // In thousands more than a quarter of them would be far under any minimum.
            ("万元", ["0.9", "0.95", "3.2", "3.4", "3.5", "3.6"]),
            ("元", ["28000", "31000", "35000", "26000", "40000", "33000"]),
        ] {
            assert!(scale(ledger, &table(NOVEMBER, unit, sums)).is_none(), "{unit} {sums:?}");
        }
    }
}

#[test]
fn a_firm_that_pays_well_is_asked_about_its_unit_too() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    let sums = ["22", "24", "26", "21", "28", "23"];
    for known in [false, true] {
        if known {
            minimum(ledger);
        }
        for (unit, words) in [("元", "多半以千元为单位"), ("万元", "本来是千元")] {
            let asked = scale(ledger, &table(NOVEMBER, unit, sums)).expect("nobody there earns that");
            assert!(asked.message.contains(words), "{known}, {unit}: {}", asked.message);
            assert_eq!(asked.proposal.as_deref(), Some("24000元"), "{known}, {unit}");
        }
        assert!(scale(ledger, &table(NOVEMBER, "千元", sums)).is_none(), "as it is written");
    }
}

#[test]
fn a_unit_that_is_written_wrong_comes_before_a_year_where_a_month_is_named_or_it_explains_the_sums_better() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    let sums = ["6.2", "6.5", "6.6", "6.8", "6.4", "7"];
    let likely = |ledger: &Ledger, title: &str| {
        scale(ledger, &table(title, "万元", sums)).and_then(|one| one.proposal).unwrap()
    };
    assert_eq!(likely(ledger, NOVEMBER), "6600元", "the table of a month");
    assert_eq!(likely(ledger, "工资表"), "5500元", "nobody says of what it is: 66,000 is a year's");
    // Beside what was paid before the nearer one is proposed.
    let october = |sum: &str| table("2026年10月工资表", "元", [sum; 6]);
    let first = take(ledger, ("十月.xlsx", &october("6500")), &PayOptions::default(), None).unwrap();
    assert_eq!(likely(ledger, "工资表"), "6600元");
    take(ledger, ("十月正.xlsx", &october("5400")), &PayOptions::default(), Some(first.id)).unwrap();
    assert_eq!(likely(ledger, NOVEMBER), "5500元");
}

#[test]
fn a_sum_in_a_unit_of_its_own_stays_and_no_digit_is_lost_where_the_others_are_multiplied() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    let rows = (1_u32..).zip(SIX).map(|(n, (name, _))| format!("G{n}\t{name}\t5.002345\t200\t5.202345\t0\n"));
    let own = "G1\t张三\t5.002345千元\t200\t5.202345千元\t0\n";
    let rows: String = std::iter::once(own.to_owned()).chain(rows.skip(1)).collect();
    let text = format!("{NOVEMBER}\n工号\t姓名\t基本工资\t高温津贴(元)\t应发\t个税\n{rows}");
    assert!(scale(ledger, &text).is_some_and(|one| one.message.contains("以千元为单位")));
    let proposed = PayOptions { kinds: [(K::Scale, PayDecision::Proposed)].into(), ..PayOptions::default() };
    let book = sheet::read_bytes(text.as_bytes(), "粘贴", &mut |_, _| true).unwrap();
    let source = Source { name: "工资.xlsx".into(), sha256: book.sha256.clone(), pasted: true };
    let day = "2026-12-02".parse().unwrap();
    let found =
        ledger.read(|c| read(c, &book, &source, &proposed, day, Shown::Full)?.preview(c, &source)).unwrap();
    let open: Vec<K> = found.doubts.iter().filter(|one| one.open > 0).map(|one| one.kind).collect();
    assert_eq!((open, found.sum), (vec![K::FarOff], Fen(3_121_410)), "six times 5,202.35");
    assert!(found.doubts.iter().all(|one| one.kind != K::GrossBelow), "200 yuan are 200 yuan");
    let far = found.doubts.iter().find(|one| one.kind == K::FarOff).map(|one| one.first[0].message.clone());
    assert!(
        far.as_ref().is_some_and(|said| said.ends_with("换算以前的数。")),
        "5.20 is no yuan now: {far:?}"
    );
    let read = found.notes.iter().find(|one| one.kind == K::MoneyRead).map(|one| one.first.join(""));
    assert!(read.as_ref().is_some_and(|said| !said.contains("换算")), "in its own unit it stays: {read:?}");
}

#[test]
fn a_table_without_a_whole_is_held_against_what_is_usual_by_its_parts() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    let rows = (1_u32..).zip(SIX).map(|(n, (name, _))| format!("G{n}\t{name}\t3.5\t2\n"));
    let text = format!("{NOVEMBER}\n工号\t姓名\t基本工资\t绩效\n{}", rows.collect::<String>());
    let asked = scale(ledger, &text).expect("nobody earns 5.5 yuan");
    assert!(
        asked.message.contains("各项加起来的中间数") && asked.proposal.as_deref() == Some("5500元"),
        "{asked:?}"
    );
    let both = [(K::Scale, PayDecision::Proposed), (K::NoGrossColumn, PayDecision::Proposed)];
    let taken = take(
        ledger,
        ("十一月.xlsx", &text),
        &PayOptions { kinds: both.into(), ..PayOptions::default() },
        None,
    )
    .unwrap();
    assert_eq!(ledger.read(|c| store::line(c, taken.id)).unwrap().sum, Some(Fen(3_300_000)));
}
