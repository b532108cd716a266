//! Scenarios on small tables, reckoned by hand; and that what bands and totals enclose holds the exact result of whatever
//! single wages lie behind them. The whole is held against an independent calculation in the tests of the crate.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::model::*;
use super::*;
use crate::pay::figures::policy::five;
use crate::pay::figures::table::{CUTS, Known, WageSum};
use crate::pay::figures::tests::singles;

pub(super) fn all(what: PayStepKind) -> PayStep {
    PayStep { what, only: PayStepOnly::default() }
}

pub(super) fn rise(percent: i32, fixed: i64) -> PayRise {
    PayRise { percent, fixed: Fen(fixed) }
}

pub(super) fn scenario(steps: Vec<PayStep>) -> PayScenario {
    PayScenario { steps, round: PayRound::Fen }
}

fn fund(rate: u32, floor: i64, ceiling: i64) -> PayInsurance {
    PayInsurance {
        id: None,
        name: "基本养老保险".to_owned(),
        rate,
        floor: Some(Fen(floor)),
        ceiling: Some(Fen(ceiling)),
        from: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(),
        source: "测试".to_owned(),
    }
}

pub(super) fn rates() -> Rates {
    Rates { insurance: vec![fund(1_600, 400_000, 2_000_000)], fee: (1, 50), months: 12 }
}

fn three() -> Singles {
    singles(
        &[
            (300_010, ["女", "一线", "劳动合同", "初级工", "装配"]),
            (500_000, ["男", "一线", "劳务派遣", "高级工", "焊接"]),
            (900_000, ["男", "非一线", "劳动合同", "", "机关"]),
        ],
        &[(1, "焊接与热切割作业")],
    )
}

#[test]
fn each_kind_of_step_does_what_it_says() {
    let table = three();
    let run = |steps: Vec<PayStep>| engine::run(&table, &scenario(steps));
    let front = PayStepOnly { front_line: Some(true), ..PayStepOnly::default() };
    assert_eq!(
        run(vec![all(PayStepKind::Rise { rise: rise(505, 0) })]),
        [315_161, 525_250, 945_450],
        "315160.505 up"
    );
    let only = PayStep { what: PayStepKind::Rise { rise: rise(0, 10_000) }, only: front };
    assert_eq!(run(vec![only]), [310_010, 510_000, 900_000]);
    let tier = |from, percent| PayTier { from: Fen(from), rise: rise(percent, 0) };
    let tiers = PayStepKind::Tiers { tiers: vec![tier(0, 1_000), tier(500_000, 500)] };
    assert_eq!(
        run(vec![all(tiers)]),
        [330_011, 525_000, 945_000],
        "who stands on the edge is in the upper tier"
    );
    assert_eq!(run(vec![all(PayStepKind::Floor { fen: Fen(320_000) })]), [320_000, 500_000, 900_000]);
    let grades = PayStepKind::Grades {
        grades: vec![PayGradeRise { grade: "高级工".to_owned(), rise: rise(100, 5_000) }],
    };
    assert_eq!(run(vec![all(grades)]), [300_010, 510_000, 900_000]);
    let certificates = PayStepKind::Certificates {
        certificates: vec![PayCertificateRise {
            name: "焊接与热切割作业".to_owned(), fixed: Fen(20_000)
        }],
    };
    assert_eq!(run(vec![all(certificates)]), [300_010, 520_000, 900_000]);
    let then_cap =
        vec![all(PayStepKind::Rise { rise: rise(1_000, 0) }), all(PayStepKind::Cap { fen: Fen(60_000) })];
    assert_eq!(run(then_cap), [330_011, 550_000, 960_000], "the cap holds the whole rise");
}

#[test]
fn the_end_is_rounded_to_the_yuan_only_for_whoever_gets_more() {
    let table = three();
    let front = PayStepOnly { shops: vec!["装配".to_owned()], ..PayStepOnly::default() };
    let step = PayStep { what: PayStepKind::Rise { rise: rise(500, 0) }, only: front };
    let yuan = PayScenario { steps: vec![step], round: PayRound::Yuan };
    assert_eq!(
        engine::run(&table, &yuan),
        [315_000, 500_000, 900_000],
        "315010.50 fen; the others as they were"
    );
}

#[test]
fn a_cap_holds_after_rounding_and_rounding_takes_nothing_from_a_rise() {
    let table = singles(&[(300_050, ["", "", "", "", ""]), (300_020, ["", "", "", "", ""])], &[]);
    let yuan = |steps| engine::run(&table, &PayScenario { steps, round: PayRound::Yuan });
    let cap = || all(PayStepKind::Cap { fen: Fen(60_000) });
    // Sorted: 3000.20 and 3000.50; a fifth more is 600.04 and 600.10.
    let fifth = || all(PayStepKind::Rise { rise: rise(2_000, 0) });
    assert_eq!(yuan(vec![fifth(), cap()]), [360_000, 360_000], "3600.50 is not rounded up to 600.50 more");
    let more = all(PayStepKind::Rise { rise: rise(0, 100) });
    assert_eq!(
        yuan(vec![fifth(), cap(), more]),
        [360_100, 360_200],
        "a later step is over the cap by its own word"
    );
    assert_eq!(
        yuan(vec![all(PayStepKind::Rise { rise: rise(0, 10) })]),
        [300_020, 300_100],
        "not 20 fen less"
    );
}

#[test]
fn bounds_are_no_wider_than_what_is_not_known() {
    let totals = |fen: i64| {
        let all = WageSum { name: String::new(), people: 20, sum: Fen(fen) };
        WageTable { known: Known::Totals { all, shops: vec![] }, part_month: 0, unpaid: 0 }
    };
    let none = Rates { insurance: vec![], fee: (1, 50), months: 12 };
    let run = |scenario: PayScenario, rates: &Rates| {
        simulate(&totals(10_000_000), &[scenario], rates, true, &five(), 200_000).unwrap().results.remove(0)
    };
    let fixed = run(scenario(vec![all(PayStepKind::Rise { rise: rise(0, 20_000) })]), &none).cost.unwrap();
    assert_eq!((fixed.monthly, fixed.insurance), (Between::exactly(400_000), Between::exactly(0)));
    let floor = run(scenario(vec![all(PayStepKind::Floor { fen: Fen(250_000) })]), &rates()).cost.unwrap();
    assert!(floor.monthly.from == 0 && floor.insurance.from == 0 && floor.fee.from == 0, "{floor:?}");
    let share = run(scenario(vec![all(PayStepKind::Rise { rise: rise(500, 0) })]), &none);
    let cost = share.cost.unwrap();
    assert_eq!(cost.insurance, Between::exactly(0), "no fund, no insurance");
    assert_eq!(cost.monthly, Between { from: 500_000 - 20, to: Some(500_000 + 20) }, "one fen a person");
}

#[test]
fn a_rise_costs_insurance_within_its_bounds_and_the_contribution() {
    let table = three();
    let found =
        on_singles(&table, &scenario(vec![all(PayStepKind::Rise { rise: rise(1_000, 0) })]), &rates());
    let cost = found.cost.unwrap();
    // 30,001 + 50,000 + 90,000 fen a month.
    assert_eq!(cost.monthly, Between::exactly(170_001));
    assert_eq!(cost.wages, Between::exactly(2_040_012));
    // The first stays under the floor of the base: 8,000 + 14,400 fen a month.
    assert_eq!(cost.insurance, Between::exactly(22_400 * 12));
    // 2 % of 1,870,011 less 2 % of 1,700,010, each half up: 37,400 − 34,000.
    assert_eq!(cost.fee, Between::exactly(3_400 * 12));
    assert_eq!(cost.total, Between::exactly(2_040_012 + 268_800 + 40_800));
    // Over a year of payroll, and over that with insurance (288,000 a month) and contribution (34,000).
    assert_eq!(cost.of_payroll, Some(Between::exactly(1_152)));
    assert_eq!(cost.break_even, Some(Between::exactly(968)), "2349612 / (12 × 2022010)");
    assert_eq!((found.raised, found.lowest), (Some(3), Some(Fen(330_011))));
}

fn shop(name: &str, people: u32, fen: i64) -> WageSum {
    WageSum { name: name.to_owned(), people, sum: Fen(fen) }
}

fn for_shop(name: &str, what: PayStepKind) -> PayStep {
    PayStep { what, only: PayStepOnly { shops: vec![name.to_owned()], ..PayStepOnly::default() } }
}

#[test]
fn a_step_for_a_shop_is_reckoned_on_the_sum_and_the_people_of_the_shop() {
    let none = Rates { insurance: vec![], fee: (1, 50), months: 12 };
    let run = |shops: Vec<WageSum>, steps: Vec<PayStep>, rates: &Rates, lowest: i64| {
        let known = Known::Totals { all: shop("", 40, 20_000_000), shops };
        let table = WageTable { known, part_month: 0, unpaid: 0 };
        simulate(&table, &[scenario(steps)], rates, false, &five(), lowest).unwrap()
    };
    let shops = || vec![shop("装配", 25, 12_000_000), shop("机关", 15, 8_000_000)];
    let five_percent = || PayStepKind::Rise { rise: rise(500, 0) };
    let tried = run(shops(), vec![for_shop("装配", five_percent())], &none, 0);
    let cost = tried.results[0].cost.unwrap();
    assert_eq!(
        cost.monthly,
        Between { from: 600_000 - 25 - 1, to: Some(600_000 + 25) },
        "one fen a person of it, and one below, since a rise of nothing on a fen bends the bound"
    );
    let notes = tried.notes.join("");
    assert!(notes.contains("按这个车间的工资总额和人数计算"), "{notes}");
    assert!(!notes.contains("每人不低于") && !notes.contains("看不出涉及多少人"), "{notes}");
    let fixed = || PayStepKind::Rise { rise: rise(0, 20_000) };
    let tried = run(shops(), vec![for_shop("机关", fixed())], &rates(), 0);
    let cost = tried.results[0].cost.unwrap();
    assert_eq!(cost.monthly, Between::exactly(300_000), "15 people, 200.00 each");
    let notes = tried.notes.join("");
    assert!(notes.contains("按定额增资的结果是准的") && notes.contains("社会保险费的缴费基数"), "{notes}");
    // A floor is reckoned from the minimum, which is said then.
    let floor = PayStepKind::Floor { fen: Fen(300_000) };
    let tried = run(shops(), vec![for_shop("装配", floor)], &none, 200_000);
    let monthly = tried.results[0].cost.unwrap().monthly;
    assert!(monthly.from == 0 && monthly.to.unwrap() <= 25 * 100_000, "{monthly:?}");
    assert!(tried.notes[0].contains("按每人不低于2,000.00元推算"), "{:?}", tried.notes);
    // A shop of a few is told to nobody without the right, nor the next one, by which it would be known.
    let guarded = vec![shop("装配", 25, 12_000_000), shop("机关", 12, 6_400_000), shop("门卫", 3, 1_600_000)];
    let tried = run(guarded, vec![for_shop("门卫", five_percent())], &none, 0);
    let monthly = tried.results[0].cost.unwrap().monthly;
    assert!(
        monthly.from == 0 && monthly.to.unwrap() >= 400_000,
        "nobody to all 15 of the others: {monthly:?}"
    );
    assert!(tried.notes.join("").contains("看不出涉及多少人"), "{:?}", tried.notes);
    // Where no shop is told, nobody to everybody.
    let tried = run(vec![], vec![for_shop("装配", five_percent())], &none, 0);
    let monthly = tried.results[0].cost.unwrap().monthly;
    assert!(monthly.from == 0 && monthly.to.unwrap() >= 1_000_000, "{monthly:?}");
}

#[test]
fn the_rounding_of_each_scenario_is_told() {
    let of = |round| PayScenario { round, ..scenario(vec![all(PayStepKind::Floor { fen: Fen(1) })]) };
    let told = |rounds: &[PayRound]| {
        let scenarios: Vec<PayScenario> = rounds.iter().map(|round| of(*round)).collect();
        method("2026年10月", 320, &scenarios, &rates())
    };
    let (fen, yuan) = (PayRound::Fen, PayRound::Yuan);
    assert!(told(&[yuan]).contains("每一步四舍五入到分，最后到元；"));
    assert!(told(&[fen, fen]).contains("每一步四舍五入到分，最后到分；"));
    let mixed = told(&[yuan, fen, yuan]);
    assert!(
        mixed.contains("每一步四舍五入到分，最后各按方案取整：第2个方案到分，第1、3个方案到元；"),
        "{mixed}"
    );
}

#[test]
fn ours_and_theirs_meet() {
    let table = WageTable { known: Known::Singles(three()), part_month: 0, unpaid: 0 };
    let percent = |percent| scenario(vec![all(PayStepKind::Rise { rise: rise(percent, 0) })]);
    let fixed = scenario(vec![
        all(PayStepKind::Rise { rise: rise(0, 20_000) }),
        all(PayStepKind::Floor { fen: Fen(1) }),
    ]);
    let tried = simulate(&table, &[percent(600), percent(300)], &rates(), true, &five(), 0).unwrap();
    assert_eq!(tried.middle.unwrap().scenario, percent(450));
    let tried = simulate(&table, &[percent(600), fixed], &rates(), true, &five(), 0).unwrap();
    // 102,001 and 60,000 fen a month; 81,000 in the middle is 4.76 % of 1,700,010.
    let middle = tried.middle.unwrap();
    assert_eq!(middle.scenario, percent(476), "{}", middle.found);
    let refused = simulate(&table, &[percent(600)], &rates(), false, &five(), 0).unwrap_err();
    assert_eq!(refused.code, "refused", "three people are too few for one who may not read single wages");
}

#[test]
fn what_cannot_be_meant_is_refused_at_its_step() {
    let tiers = PayStepKind::Tiers {
        tiers: vec![PayTier { from: Fen(2), rise: rise(1, 0) }, PayTier { from: Fen(2), rise: rise(1, 0) }],
    };
    for (steps, field) in [
        (vec![], "steps"),
        (vec![all(PayStepKind::Rise { rise: rise(200_000, 0) })], "steps.0"),
        (vec![all(PayStepKind::Floor { fen: Fen(5) }), all(tiers)], "steps.1"),
        (vec![all(PayStepKind::Grades { grades: vec![] })], "steps.0"),
        (vec![all(PayStepKind::Cap { fen: Fen(-1) })], "steps.0"),
    ] {
        assert_eq!(rules::scenario(&scenario(steps)).unwrap_err().field.as_deref(), Some(field));
    }
    assert!(rules::months(0).is_err() && rules::months(13).is_err() && rules::months(12).is_ok());
}

pub(super) fn a_step() -> impl Strategy<Value = PayStep> {
    let a_rise = || (0_i32..1_500, 0_i64..40_000).prop_map(|(percent, fixed)| rise(percent, fixed));
    let kind = prop_oneof![
        a_rise().prop_map(|rise| PayStepKind::Rise { rise }),
        (100_000_i64..600_000).prop_map(|fen| PayStepKind::Floor { fen: Fen(fen) }),
        (0_i64..60_000).prop_map(|fen| PayStepKind::Cap { fen: Fen(fen) }),
        (a_rise(), a_rise(), 300_000_i64..700_000).prop_map(|(low, high, from)| PayStepKind::Tiers {
            tiers: vec![PayTier { from: Fen(0), rise: low }, PayTier { from: Fen(from), rise: high }],
        }),
        a_rise().prop_map(|rise| PayStepKind::Grades {
            grades: vec![PayGradeRise { grade: "高级工".to_owned(), rise }],
        }),
        (0_i64..30_000).prop_map(|fixed| PayStepKind::Certificates {
            certificates: vec![PayCertificateRise { name: "电工".to_owned(), fixed: Fen(fixed) }],
        }),
    ];
    (kind, proptest::option::of(proptest::bool::ANY)).prop_map(|(what, front_line)| PayStep {
        what,
        only: PayStepOnly { front_line, ..PayStepOnly::default() },
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn bands_and_totals_enclose_what_single_wages_come_to(
        people in proptest::collection::vec((150_000_i64..1_200_000, 0_usize..2, 0_usize..2, proptest::bool::ANY), 12..60),
        steps in proptest::collection::vec(a_step(), 1..4),
        yuan in proptest::bool::ANY,
    ) {
        let told = |(fen, line, grade, _): &(i64, usize, usize, bool)| {
            (*fen, ["", ["一线", "非一线"][*line], "", ["高级工", ""][*grade], ""])
        };
        let rows: Vec<(i64, [&str; CUTS])> = people.iter().map(told).collect();
        let held: Vec<(usize, &str)> =
            people.iter().enumerate().filter(|(_, one)| one.3).map(|(at, _)| (at, "电工")).collect();
        let round = if yuan { PayRound::Yuan } else { PayRound::Fen };
        let tried = [PayScenario { steps, round }];
        let table = WageTable { known: Known::Singles(singles(&rows, &held)), part_month: 0, unpaid: 0 };
        let exact = simulate(&table, &tried, &rates(), true, &five(), 0).unwrap().results.remove(0);
        let sum = rows.iter().map(|(fen, _)| fen).sum();
        let count = u32::try_from(rows.len()).unwrap();
        let edges = [150_000, 400_000, 650_000, 1_200_000];
        let bands: Vec<WageBand> = edges
            .windows(2)
            .map(|edge| {
                let within = rows.iter().filter(|(fen, _)| edge[0] <= *fen && *fen < edge[1]);
                let people = u32::try_from(within.count()).unwrap();
                WageBand { name: String::new(), from: edge[0], to: Some(edge[1] - 1), people, sum: None }
            })
            .collect();
        let totals = Known::Totals { all: WageSum { name: String::new(), people: count, sum: Fen(sum) }, shops: vec![] };
        let less = [
            (table, "the groups of the order"),
            (WageTable { known: Known::Bands { bands: bands.clone(), payroll: None }, part_month: 0, unpaid: 0 }, "bands"),
            (WageTable { known: Known::Bands { bands, payroll: Some(Fen(sum)) }, part_month: 0, unpaid: 0 }, "bands with a sum"),
            (WageTable { known: totals, part_month: 0, unpaid: 0 }, "totals"),
        ];
        for (table, what) in less {
            let found = simulate(&table, &tried, &rates(), false, &five(), 150_000).unwrap().results.remove(0);
            let within = |told: Between, is: Between| told.from <= is.from && told.to.is_none_or(|to| is.from <= to);
            let (told, is) = (found.cost.unwrap(), exact.cost.unwrap());
            prop_assert!(within(told.monthly, is.monthly), "{}: monthly {:?} {:?}", what, told.monthly, is.monthly);
            prop_assert!(within(told.insurance, is.insurance), "{}: insurance {:?} {:?}", what, told.insurance, is.insurance);
            prop_assert!(within(told.total, is.total), "{}: total {:?} {:?}", what, told.total, is.total);
            prop_assert!(within(told.break_even.unwrap(), is.break_even.unwrap()), "{}: break even", what);
            prop_assert!(within(found.after.unwrap(), exact.after.unwrap()), "{}: average after", what);
            if let (Some(told), Some(is)) = (found.spread_after, exact.spread_after) {
                prop_assert!(within(told, is), "{}: spread {:?} {:?}", what, told, is);
            }
        }
    }

    #[test]
    fn sums_of_shops_enclose_what_single_wages_come_to(
        people in proptest::collection::vec((150_000_i64..1_200_000, 0_usize..3), 20..60),
        steps in proptest::collection::vec((a_step(), 0_usize..4), 1..4),
        yuan in proptest::bool::ANY,
    ) {
        const SHOPS: [&str; 3] = ["装配", "焊接", "机关"];
        let told = |(fen, of): &(i64, usize)| (*fen, ["", "一线", "", "高级工", SHOPS[*of]]);
        let rows: Vec<(i64, [&str; CUTS])> = people.iter().map(told).collect();
        let for_some = |(step, of): (PayStep, usize)| match SHOPS.get(of) {
            Some(name) => for_shop(name, step.what),
            None => step,
        };
        let round = if yuan { PayRound::Yuan } else { PayRound::Fen };
        let tried = [PayScenario { steps: steps.into_iter().map(for_some).collect(), round }];
        let table = WageTable { known: Known::Singles(singles(&rows, &[])), part_month: 0, unpaid: 0 };
        let exact = simulate(&table, &tried, &rates(), true, &five(), 0).unwrap().results.remove(0);
        let of = |name: &str| {
            let own = rows.iter().filter(|(_, told)| name.is_empty() || told[4] == name);
            let fen: Vec<i64> = own.map(|(fen, _)| *fen).collect();
            shop(name, u32::try_from(fen.len()).unwrap(), fen.iter().sum())
        };
        let known = Known::Totals { all: of(""), shops: SHOPS.map(of).to_vec() };
        let table = WageTable { known, part_month: 0, unpaid: 0 };
        let found = simulate(&table, &tried, &rates(), false, &five(), 150_000).unwrap().results.remove(0);
        let within = |told: Between, is: Between| told.from <= is.from && told.to.is_none_or(|to| is.from <= to);
        let (told, is) = (found.cost.unwrap(), exact.cost.unwrap());
        prop_assert!(within(told.monthly, is.monthly), "monthly {:?} {:?}", told.monthly, is.monthly);
        prop_assert!(within(told.insurance, is.insurance), "insurance {:?} {:?}", told.insurance, is.insurance);
        prop_assert!(within(told.total, is.total), "total {:?} {:?}", told.total, is.total);
        prop_assert!(within(told.break_even.unwrap(), is.break_even.unwrap()), "break even");
        prop_assert!(within(found.after.unwrap(), exact.after.unwrap()), "average after");
    }
}
