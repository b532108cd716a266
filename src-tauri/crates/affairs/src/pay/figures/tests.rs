//! What the figures tell at each depth, and what they keep to themselves.

use super::policy::five;
use super::table::{CUTS, Wage, Words};
use super::*;

/// Single wages: fen, and the words in the order of the cuts.
pub(crate) fn singles(people: &[(i64, [&str; CUTS])], certificates: &[(usize, &str)]) -> Singles {
    let mut words: [Words; CUTS] = Default::default();
    let mut held = Words::default();
    let people = people.iter().enumerate().map(|(at, (fen, told))| {
        let mut cuts = [0; CUTS];
        for ((code, words), word) in cuts.iter_mut().zip(&mut words).zip(told) {
            *code = words.code(word);
        }
        let own = certificates.iter().filter(|(person, _)| *person == at);
        let certificates = own.map(|(_, name)| held.code(name)).collect();
        Wage { who: u64::try_from(at).unwrap(), fen: *fen, part: false, cuts, certificates }
    });
    let people: Vec<Wage> = people.collect();
    Singles::of(people, words, held)
}

fn table(known: Known) -> WageTable {
    WageTable { known, part_month: 0, unpaid: 3 }
}

/// Twelve people: seven women on the line, five men in the office.
pub(crate) fn twelve() -> WageTable {
    let people: Vec<(i64, [&str; CUTS])> = (0..12)
        .map(|n| {
            let told = if n < 7 {
                ["女", "一线", "", "", "装配"]
            } else {
                ["男", "非一线", "", "", "机关"]
            };
            (300_000 + i64::from(n) * 10_000, told)
        })
        .collect();
    table(Known::Singles(singles(&people, &[])))
}

#[test]
fn single_wages_tell_everything_exactly_to_one_who_may_read_them() {
    let found = reckon(&twelve(), true, &five());
    assert_eq!(found.average, Some(Between::exactly(355_000)));
    assert_eq!(found.deciles[4], PayDecile { tenth: 5, value: Between::exactly(355_000) });
    assert_eq!(found.deciles[0].value, Between::exactly(311_000), "=PERCENTILE(…,0.1)");
    assert_eq!(found.spread, Some(Between::exactly(128)), "399000 / 311000");
    assert_eq!((found.lowest, found.heaps.len()), (Some(300_000), 10));
    let sex = &found.cuts[0];
    let told: Vec<_> =
        sex.groups.iter().map(|one| (one.name.as_str(), one.people, one.average, one.median)).collect();
    assert_eq!(
        told,
        [
            ("女", Some(7), Some(Fen(330_000)), Some(Fen(330_000))),
            ("男", Some(5), Some(Fen(390_000)), Some(Fen(390_000))),
        ]
    );
    assert_eq!(sex.groups[0].to_all, Some(9_296), "92.96 %");
}

#[test]
fn without_the_right_no_single_wage_stands_anywhere() {
    let found = reckon(&twelve(), false, &five());
    // Three people are not counted; two more from the middle make them five, whom nobody can tell from the payroll.
    assert_eq!((found.people, found.average), (10, Some(Between::exactly(355_000))), "of ten");
    assert!(found.notes.iter().any(|note| note.contains("居中的2人")), "{:?}", found.notes);
    assert_eq!((found.lowest, found.heaps.len()), (None, 2), "two groups of five");
    let median = found.deciles[4].value;
    assert!(!median.is_exact() && median.from <= 355_000 && median.to >= Some(355_000), "{median:?}");
    assert!(found.cuts.iter().flat_map(|cut| &cut.groups).all(|group| group.median.is_none()));
    let none =
        reckon(&table(Known::Singles(singles(&[(300_000, ["女", "", "", "", ""]); 4], &[]))), false, &five());
    assert_eq!((none.average, none.payroll, none.heaps.len(), none.cuts.len()), (None, None, 0, 0));
    assert!(none.notes[0].contains("不足5人"));
}

#[test]
fn beside_other_months_only_the_whole_is_told_or_nothing() {
    use super::disclosure::taken::Beside;
    let table = twelve();
    let told = |beside| sight::of(&table, false, beside, &five()).reckoned(&five());
    assert_eq!(told(Beside::All), reckon(&table, false, &five()));
    let whole = told(Beside::Whole);
    // The same people as the groups would be of: who is kept back for the payroll is kept back here.
    assert_eq!((whole.people, whole.payroll), (10, Some(Between::exactly(3_550_000))));
    assert_eq!(whole.average, Some(Between::exactly(355_000)));
    assert!(whole.heaps.is_empty() && whole.cuts.is_empty() && whole.deciles.is_empty());
    assert!(
        whole.notes[0].contains("只列总额和平均") && whole.notes[1].contains("居中的2人"),
        "{:?}",
        whole.notes
    );
    let nothing = told(Beside::Nothing);
    assert_eq!((nothing.people, nothing.payroll, nothing.average, nothing.spread), (10, None, None, None));
    assert!(nothing.heaps.is_empty() && nothing.cuts.is_empty() && nothing.lowest_between.is_none());
    assert!(
        nothing.notes[0].contains("从两份的差额") && nothing.notes[0].contains("不列数字"),
        "{:?}",
        nothing.notes
    );
    let tried = |beside| sight::of(&table, false, beside, &five()).to_try().map(WageTable::people);
    assert_eq!(tried(Beside::Whole).unwrap(), 10);
    assert_eq!(tried(Beside::Nothing).unwrap_err().code, "refused");
    // Bands of which no payroll is told are groups and nothing else.
    let bands = vec![WageBand { name: "a".into(), from: 1, to: Some(9), people: 40, sum: None }];
    let bands = super::tests::table(Known::Bands { bands, payroll: None });
    assert_eq!(sight::of(&bands, false, Beside::Whole, &five()).beside, Beside::Nothing);
}

#[test]
fn totals_tell_the_average_and_bands_what_it_lies_between() {
    let sum = |name: &str, people, fen| WageSum { name: name.to_owned(), people, sum: Fen(fen) };
    let totals = table(Known::Totals {
        all: sum("", 40, 20_000_000),
        shops: vec![sum("装配", 28, 13_000_000), sum("机关", 9, 5_400_000), sum("门卫", 3, 1_600_000)],
    });
    let found = reckon(&totals, false, &five());
    assert_eq!(found.average, Some(Between::exactly(500_000)));
    assert!(found.deciles.is_empty() && found.gini.is_none() && found.heaps.is_empty());
    let told: Vec<_> = found.cuts[0].groups.iter().map(|one| one.average).collect();
    assert_eq!(
        told,
        [Some(Fen(464_286)), None, None],
        "the guards hide the office, which would tell of them"
    );
    assert_eq!(reckon(&totals, true, &five()).cuts[0].groups[2].average, Some(Fen(533_333)));

    let band = |from, to, people| WageBand { name: String::new(), from, to, people, sum: None };
    let bands = Known::Bands {
        bands: vec![band(200_000, Some(299_999), 10), band(300_000, Some(399_999), 30)],
        payroll: Some(Fen(12_500_000)),
    };
    let found = reckon(&table(bands), false, &five());
    assert_eq!(found.average, Some(Between::exactly(312_500)), "the payroll is told");
    assert_eq!(found.deciles[4].value, Between { from: 300_000, to: Some(399_999) });
}

/// Fourteen people; some of them entered in the month and count with what half of it comes to for the whole.
#[test]
fn who_entered_or_left_counts_with_the_whole_month() {
    let told = |part: bool, fen| Wage { fen, part, ..Wage::default() };
    let people = |parts: usize| {
        let all = (0..14_usize).map(|n| told(n >= 14 - parts, 300_000 + i64::try_from(n).unwrap() * 10_000));
        let known = Known::Singles(Singles::of(all.collect(), Default::default(), Words::default()));
        WageTable { known, part_month: u32::try_from(parts).unwrap(), unpaid: 0 }
    };
    let full = reckon(&people(2), true, &five());
    assert_eq!((full.people, full.part_month, full.average), (14, 2, Some(Between::exactly(365_000))));
    assert_eq!(full.deciles[8].value, Between::exactly(417_000), "the two highest stand in the order");
    assert!(full.notes.iter().any(|note| note.contains("2人") && note.contains("折算")), "{:?}", full.notes);
    // The sum of the table is told as it was paid: one who sees it must not find two people's wages.
    let covered = reckon(&people(2), false, &five());
    assert_eq!((covered.people, covered.part_month), (9, 0), "the two, and three from the middle");
    assert!(covered.notes.iter().any(|note| note.contains("居中的3人")), "{:?}", covered.notes);
    let many = reckon(&people(5), false, &five());
    assert_eq!((many.people, many.part_month), (14, 5), "five tell of nobody");
}
