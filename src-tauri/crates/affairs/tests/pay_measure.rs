//! What trying a scenario costs over fifty thousand people: the answer follows a slider. Alone:
//! `--release -- --ignored --nocapture --test-threads=1 pay_measure`.

use std::time::Duration;

use affairs::pay::figures::policy::Policy;
use affairs::pay::figures::reckon;
use affairs::pay::figures::table::{Known, WageTable};
use affairs::pay::simulate::model::{
    PayGradeRise, PayRise, PayRound, PayScenario, PayStep, PayStepKind, PayStepOnly, PayTier,
};
use affairs::pay::simulate::simulate;
use ledger::Fen;

use crate::measure::busy;
use crate::pay_decimal::{Dice, columns, people, rates};

/// How many people a large works has.
const PEOPLE: usize = 50_000;
/// What a person does not feel while moving a slider.
const FELT: Duration = Duration::from_millis(50);
/// What the page of figures may take without the right, which is looked up once.
const FIGURES: Duration = Duration::from_millis(500);

fn scenario(percent: i32) -> PayScenario {
    let all = |what| PayStep { what, only: PayStepOnly::default() };
    let rise = |percent, fixed| PayRise { percent, fixed: Fen(fixed) };
    let front = PayStepOnly { front_line: Some(true), ..PayStepOnly::default() };
    PayScenario {
        steps: vec![
            all(PayStepKind::Rise { rise: rise(percent, 0) }),
            PayStep { what: PayStepKind::Rise { rise: rise(100, 0) }, only: front },
            all(PayStepKind::Tiers {
                tiers: vec![
                    PayTier { from: Fen(0), rise: rise(0, 10_000) },
                    PayTier { from: Fen(600_000), rise: rise(0, 5_000) },
                ],
            }),
            all(PayStepKind::Grades {
                grades: vec![PayGradeRise { grade: "高级工".to_owned(), rise: rise(0, 20_000) }],
            }),
            all(PayStepKind::Floor { fen: Fen(260_000) }),
            all(PayStepKind::Cap { fen: Fen(120_000) }),
        ],
        round: PayRound::Yuan,
    }
}

/// What one of four takes, the median of five such rounds after one look that warms: this thread's time on the processor.
fn median(mut work: impl FnMut(i32)) -> Duration {
    work(0);
    let mut times: Vec<Duration> = (1..6)
        .map(|n| {
            let begun = busy();
            (0..4).for_each(|m| work(n * 50 + m));
            (busy() - begun) / 4
        })
        .collect();
    times.sort_unstable();
    times[2]
}

#[test]
#[ignore = "a measurement, meant for --release"]
fn the_answer_follows_the_slider() {
    let rows = people(PEOPLE, &mut Dice::new(11));
    let table = WageTable { known: Known::Singles(columns(&rows)), part_month: 0, unpaid: 0 };
    let (rates, policy) = (rates(12), Policy { least: 5, reason: String::new() });
    println!("\n| 测算（五万人） | 时间 |\n| --- | ---: |");
    let mut slow = Vec::new();
    let mut measured = |name: &str, hold: Duration, time: Duration| {
        println!("| {name} | {time:.1?} |");
        slow.extend((time > hold).then(|| format!("{name}: {time:.1?}")));
    };
    let one = |percent: i32, in_full: bool| {
        let found = simulate(&table, &[scenario(percent)], &rates, in_full, &policy, 0).unwrap();
        assert_eq!(found.results.len(), 1);
    };
    measured("一个方案（六步）", FELT, median(|percent| one(percent, true)));
    measured("没有权限，按分组", FELT, median(|percent| one(percent, false)));
    let two = |percent: i32| {
        let both =
            [scenario(percent), PayScenario { steps: scenario(percent / 2).steps, round: PayRound::Yuan }];
        assert!(simulate(&table, &both, &rates, true, &policy, 0).unwrap().middle.is_some());
    };
    measured("双方方案和中间方案", FELT, median(two));
    let of = |percent: i32, steps: usize| {
        let steps = scenario(percent).steps.into_iter().take(steps).collect();
        PayScenario { steps, round: PayRound::Yuan }
    };
    let both = |ours: PayScenario, theirs: PayScenario| {
        let tried = simulate(&table, &[ours, theirs], &rates, true, &policy, 0).unwrap();
        assert!(tried.middle.is_some(), "the middle is reckoned with them");
    };
    measured("双方各五步", FELT, median(|percent| both(of(percent, 5), of(percent / 2, 5))));
    // Built differently, the percentage in the middle is looked for.
    measured("五步对四步", FELT, median(|percent| both(of(percent, 5), of(percent / 2, 4))));
    measured("工资结构，逐人", FIGURES, median(|_| assert!(reckon(&table, true, &policy).gini.is_some())));
    measured(
        "工资结构，没有权限",
        FIGURES,
        median(|_| assert!(!reckon(&table, false, &policy).cuts.is_empty())),
    );
    assert!(slow.is_empty(), "slower than promised: {slow:?}");
}
