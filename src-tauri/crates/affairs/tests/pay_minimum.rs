//! The lowest wage of a payroll beside the local minimum: overtime and allowances for heat do not lift anybody over it.

use std::path::Path;

use affairs::Problem;
use affairs::pay::figures::model::{PayFigures, PayLowest};
use affairs::pay::figures::papers;
use affairs::pay::figures::policy::Policy;
use affairs::pay::figures::whole::{self, load};
use affairs::pay::import::model::{PayDecision, PayOptions, PayShareBy};
use affairs::pay::model::PaySheetId;
use affairs::pay::simulate::acts;
use affairs::pay::simulate::model::{
    PayRise, PayRound, PayScenario, PayStep, PayStepKind, PayStepOnly, SimulatePay,
};
use affairs::sheets::SheetProblemKind as K;
use affairs::union::model::Shown;
use law::LawBook;
use ledger::{Fen, Ledger};

use crate::common::Room;
use crate::pay::{SIX, people, take, write};
use crate::pay_taking::union;

/// Six people with 1,500.00 for their work, and what overtime and heat bring beside it.
fn payroll(allowance: &str) -> String {
    let head = format!("2026年10月工资表\n工号\t姓名\t基本工资\t加班工资\t{allowance}\t应发\t个税\n");
    let rows = (1..).zip(SIX).map(|(n, (name, _))| {
        let n: u32 = n;
        format!("G{n}\t{name}\t1500\t700\t300\t2500\t0\n")
    });
    head + &rows.collect::<String>()
}

fn book() -> LawBook {
    LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap()
}

fn policy() -> Policy {
    Policy { least: 5, reason: "人少".into() }
}

fn figures(ledger: &Ledger, sheet: PaySheetId, shown: Shown) -> PayFigures {
    ledger.read(|c| whole::of(c, &load(c, sheet)?.by_law(c, &book())?, shown, &policy())).unwrap()
}

fn lowest(ledger: &Ledger, sheet: PaySheetId, shown: Shown) -> PayLowest {
    figures(ledger, sheet, shown).lowest
}

/// The table of October in which each of six has these sums, after one of September like it whose one question was answered so: it is
/// not asked again.
fn answered_in_september(
    ledger: &Ledger,
    (head, sums): (&str, &str),
    (kind, answer): (K, PayDecision),
) -> PaySheetId {
    people(ledger, &SIX);
    union(ledger);
    let table = |month: u32| {
        let rows = (1_u32..).zip(SIX).map(|(n, (name, _))| format!("G{n}\t{name}\t{sums}\n"));
        format!("2026年{month}月工资表\n工号\t姓名\t{head}\n{}", rows.collect::<String>())
    };
    let options = PayOptions { kinds: [(kind, answer)].into(), ..PayOptions::default() };
    let none = PayOptions::default();
    assert_eq!(take(ledger, ("九月.xlsx", &table(9)), &none, None).unwrap_err().code, "doubts_open");
    take(ledger, ("九月.xlsx", &table(9)), &options, None).unwrap();
    take(ledger, ("十月.xlsx", &table(10)), &none, None).expect("answered in September").id
}

fn minimum(ledger: &Ledger, fen: i64) {
    write(
        ledger,
        &format!(
            "INSERT INTO pay_reference (id, kind, region, period, value, unit, source)
             VALUES ('01990000-0000-7000-8000-0000000000b1', 'minimum', '江西省', '2026-04-01', {fen}, 'yuan_month', '文件')
             ON CONFLICT (id) DO UPDATE SET value = excluded.value"
        ),
    );
}

#[test]
fn overtime_and_allowances_for_heat_lift_nobody_over_the_minimum() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    union(ledger);
    let sheet = take(ledger, ("十月.xlsx", &payroll("高温津贴")), &PayOptions::default(), None).unwrap().id;
    minimum(ledger, 150_000);
    let at = lowest(ledger, sheet, Shown::Full);
    assert_eq!((at.under, at.lowest, at.compared), (false, Some(Fen(250_000)), Some(Fen(150_000))));
    assert_eq!(at.without, ["加班工资", "高温津贴"]);
    minimum(ledger, 150_001);
    let under = lowest(ledger, sheet, Shown::Full);
    assert!(under.under && under.words.contains("有6人低于当地标准1,500.01元"), "{}", under.words);
    assert!(under.basis.contains("《最低工资规定》第十二条"), "{}", under.basis);
    let covered = lowest(ledger, sheet, Shown::Masked);
    assert_eq!((covered.compared, covered.lowest, covered.without.len()), (None, None, 0));
}

#[test]
fn a_column_of_all_allowances_is_left_in_and_said_so() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    union(ledger);
    let sheet = take(ledger, ("十月.xlsx", &payroll("津补贴")), &PayOptions::default(), None).unwrap().id;
    minimum(ledger, 180_000);
    let at = lowest(ledger, sheet, Shown::Full);
    assert_eq!((at.under, at.compared), (false, Some(Fen(180_000))), "without overtime alone");
    assert!(at.basis.contains("“津补贴”一列没有分开") && at.basis.contains("要核对"), "{}", at.basis);
}

#[test]
fn a_clawback_in_a_row_of_its_own_lessens_the_wage_and_makes_nobody_fall_under_the_minimum() {
    let clawback = "G3\t王五\t\t-3000\t0\n";
    let wages: String =
        SIX.iter().zip(1_u32..).map(|((name, _), n)| format!("G{n}\t{name}\t5000\t5000\t0\n")).collect();
    let kinds = [(K::Negative, PayDecision::AsRead), (K::Twice, PayDecision::AsRead)].into();
    let options = PayOptions { kinds, ..PayOptions::default() };
    for rows in [format!("{wages}{clawback}"), format!("{clawback}{wages}")] {
        let room = Room::new();
        let ledger = room.ledger();
        people(ledger, &SIX);
        union(ledger);
        let text = format!("2026年10月工资表\n工号\t姓名\t基本工资\t应发\t个税\n{rows}");
        let sheet = take(ledger, ("十月.xlsx", &text), &options, None).unwrap().id;
        minimum(ledger, 250_000);
        let at = lowest(ledger, sheet, Shown::Full);
        assert_eq!(at.lowest, Some(Fen(200_000)), "merged with the wage, wherever it stands");
        assert_eq!((at.under, at.compared), (false, Some(Fen(500_000))), "{}", at.words);
        assert!(at.basis.contains("另起一行的负数按扣回以前多发的"), "{}", at.basis);
    }
}

/// What was paid of earlier months makes up for nothing: it is left aside, or in no figure at all, by the person's word.
#[test]
fn back_pay_in_a_column_of_its_own_is_left_aside_as_it_was_answered_and_remembered() {
    let table = ("基本工资\t补发\t应发\t个税", "1500\t600\t2100\t0");
    let found = |answer: PayDecision| {
        let room = Room::new();
        let ledger = room.ledger();
        minimum(ledger, 200_000);
        let october = answered_in_september(ledger, table, (K::BackPay, answer));
        let all = figures(ledger, october, Shown::Full);
        (all.payroll.map(|sum| sum.from), all.lowest)
    };
    let (sum, at) = found(PayDecision::Proposed);
    assert_eq!((sum, at.lowest, at.compared), (Some(1_260_000), Some(Fen(210_000)), Some(Fen(150_000))));
    assert!(at.under && at.words.contains("应发减去“补发”以后"), "{}", at.words);
    assert!(at.basis.contains("“补发”一列是以前的工资，也没有算进来"), "{}", at.basis);
    let (sum, at) = found(PayDecision::AsRead);
    assert_eq!((sum, at.under, at.compared), (Some(1_260_000), false, Some(Fen(210_000))));
    assert!(at.basis.contains("“补发”一列是以前月份的"), "{}", at.basis);
    let (sum, at) = found(PayDecision::LeaveOut);
    assert_eq!((sum, at.lowest, at.compared), (Some(900_000), Some(Fen(150_000)), Some(Fen(150_000))));
    assert!(at.under && at.basis.contains("“补发”一列导入时已经从应发里减去"), "{}", at.basis);
}

/// What is paid once a year lifts nobody over the minimum of a month and is no month's wage, as the person says of it.
#[test]
fn a_thirteenth_wage_is_asked_about_and_is_in_the_figures_as_it_was_answered() {
    let table = ("基本工资\t绩效\t加班费\t第13个月工资\t应发合计", "1500\t300\t0\t1800\t3600");
    let found = |answer: PayDecision| {
        let room = Room::new();
        let ledger = room.ledger();
        minimum(ledger, 208_000);
        let october = answered_in_september(ledger, table, (K::YearEnd, answer));
        let what = PayStepKind::Rise { rise: PayRise { percent: 600, fixed: Fen(0) } };
        let steps = vec![PayStep { what, only: PayStepOnly::default() }];
        let scenarios = vec![PayScenario { steps, round: PayRound::Fen }];
        let input = SimulatePay { sheet: october, scenarios, months: 12 };
        let today = "2026-11-16".parse().unwrap();
        let (all, tried) = ledger
            .read(|c| {
                let loaded = load(c, october)?.by_law(c, &book())?;
                let all = whole::of(c, &loaded, Shown::Full, &policy())?;
                let tried = acts::attempt(c, &book(), &loaded, &input, Shown::Full, &policy(), today)?;
                Ok::<_, Problem>((all, tried))
            })
            .unwrap();
        let said = all.notes.iter().find(|note| note.starts_with("“第13个月工资”一列一年发一次")).cloned();
        let said = said.unwrap();
        assert!(tried.notes.contains(&said), "{:?}", tried.notes);
        (all.payroll.map(|sum| sum.from), all.lowest, tried.results[0].cost.unwrap().monthly.from, said)
    };
    let (sum, at, rise, said) = found(PayDecision::LeaveOut);
    assert_eq!((sum, at.under, at.compared), (Some(1_080_000), true, Some(Fen(180_000))), "{}", at.words);
    assert!(said.contains("已经从应发里减去"), "{said}");
    let (sum, at, twice, said) = found(PayDecision::AsRead);
    assert_eq!((sum, at.under, at.compared), (Some(2_160_000), false, Some(Fen(360_000))), "{}", at.words);
    assert_eq!(twice, rise * 2, "as if it came every month");
    assert!(said.contains("测算也当作每个月都有"), "{said}");
    let (sum, at, ..) = found(PayDecision::Proposed);
    assert_eq!((sum, at.under, at.compared), (Some(2_160_000), true, Some(Fen(180_000))), "{}", at.words);
    assert!(at.basis.contains("“第13个月工资”一列一年发一次，也没有算进来"), "{}", at.basis);
}

/// Who got nothing but back pay is under no minimum by it; a clawback beside a whole wage hides nobody who is.
#[test]
fn what_counts_beside_the_minimum_is_the_pay_of_the_month_alone() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    union(ledger);
    minimum(ledger, 200_000);
    let row = |n: usize, base: i32, back: i32| {
        format!("G{}\t{}\t{base}\t{back}\t{}\t0\n", n + 1, SIX[n].0, base + back)
    };
    let rows = [row(0, 0, 600), row(1, 1_900, -2_500), row(2, 3_000, 0), row(3, 3_000, 0), row(4, 3_000, 0)];
    let text = format!("2026年10月工资表\n工号\t姓名\t基本工资\t补发\t应发\t个税\n{}", rows.concat());
    let decided = [
        (K::BackPay, PayDecision::Proposed),
        (K::Negative, PayDecision::AsRead),
        (K::FarOff, PayDecision::AsRead),
    ];
    let options = PayOptions {
        kinds: decided.into_iter().chain([(K::Outlier, PayDecision::AsRead)]).collect(),
        ..PayOptions::default()
    };
    let sheet = take(ledger, ("十月.xlsx", &text), &options, None).unwrap().id;
    let at = lowest(ledger, sheet, Shown::Full);
    assert_eq!((at.under, at.compared), (true, Some(Fen(190_000))), "{}", at.words);
    assert!(at.words.contains("有1人低于"), "{}", at.words);
}

/// Half a month here and half a month there is one month: nobody is lifted over the minimum by it.
#[test]
fn two_rows_of_a_month_come_to_no_more_than_one() {
    let found = |two: bool| {
        let room = Room::new();
        let ledger = room.ledger();
        people(ledger, &SIX);
        union(ledger);
        minimum(ledger, 250_000);
        let rows = (1_u32..).zip(SIX).map(|(n, (name, _))| match n {
            3 if two => format!("G3\t{name}\t1200\t0\t11\nG3\t{name}\t1200\t0\t11\n"),
            3 => format!("G3\t{name}\t2400\t0\t22\n"),
            _ => format!("G{n}\t{name}\t5000\t0\t22\n"),
        });
        let text =
            format!("2026年10月工资表\n工号\t姓名\t应发\t个税\t出勤天数\n{}", rows.collect::<String>());
        let kinds = [(K::Twice, PayDecision::AsRead)].into();
        let options = PayOptions { kinds, share_by: Some(PayShareBy::Attended), ..PayOptions::default() };
        let sheet = take(ledger, ("十月.xlsx", &text), &options, None).unwrap().id;
        let all = figures(ledger, sheet, Shown::Full);
        (all.people, all.part_month, all.payroll, all.lowest.lowest, all.lowest.compared, all.lowest.under)
    };
    let one = found(false);
    assert_eq!((one.3, one.4, one.5), (Some(Fen(240_000)), Some(Fen(240_000)), true));
    assert_eq!(found(true), one);
}

#[test]
fn of_a_year_it_is_said_that_nothing_was_compared_though_the_minimum_is_registered() {
    let room = Room::new();
    let ledger = room.ledger();
    union(ledger);
    minimum(ledger, 200_000);
    write(
        ledger,
        "INSERT INTO pay_sheet (id, period, depth, divided, headcount, sum, pasted, taken_at, taken_by)
         VALUES ('01ff0000-0000-7000-8000-0000000000f1', '2026', 'total', 0, 40, 240000000, 0, '2026-11-16', '张敏')",
    );
    let sheet = "01ff0000-0000-7000-8000-0000000000f1".parse().unwrap();
    let found = figures(ledger, sheet, Shown::Full);
    let words = &found.lowest.words;
    assert!(words.contains("全年的工资数据") && !words.contains("还没有登记"), "{words}");
    let paper = papers::printed("工会", "公司", &found, "2026-11-16".parse().unwrap());
    let lowest = serde_json::to_value(paper).unwrap()["lowest"].clone();
    assert_eq!(lowest, "这份是全年的工资数据，没有和月最低工资标准比较。");
}

/// Overtime in three columns and allowances in several: all that the law names is taken off, and what it does not name is not.
#[test]
fn every_column_of_what_the_law_leaves_out_is_taken_off() {
    let found = |heads: &str, sums: &str, options: &PayOptions, fen: i64| {
        let room = Room::new();
        let ledger = room.ledger();
        people(ledger, &SIX);
        union(ledger);
        minimum(ledger, fen);
        let rows = (1_u32..).zip(SIX).map(|(n, (name, _))| format!("G{n}\t{name}\t{sums}\t0\n"));
        let text = format!("2026年10月工资表\n工号\t姓名\t{heads}\t应发\t个税\n{}", rows.collect::<String>());
        let sheet = take(ledger, ("十月.xlsx", &text), options, None).unwrap().id;
        lowest(ledger, sheet, Shown::Full)
    };
    let none = PayOptions::default();
    let three = found("基本工资\t平时加班\t周末加班\t法定加班", "1900\t100\t200\t300\t2500", &none, 200_000);
    assert_eq!((three.under, three.compared, three.without.len()), (true, Some(Fen(190_000)), 3));
    let heads = "基本工资\t加班费\t夜班津贴\t高温津贴\t餐补";
    let sums = "1500\t0\t200\t300\t500\t2500";
    let both = found(heads, sums, &none, 200_000);
    assert_eq!((both.under, both.compared), (false, Some(Fen(200_000))), "{}", both.words);
    assert_eq!(both.without, ["加班费", "夜班津贴", "高温津贴"]);
    assert!(both.basis.contains("“餐补”一列没有分开是哪些津贴"), "{}", both.basis);
    assert!(found(heads, sums, &none, 200_001).under);
    // A column that was passed over could bring somebody under: nothing is said for certain.
    let passed = PayOptions { columns: [(6, None)].into(), ..PayOptions::default() };
    let open = found(heads, sums, &passed, 220_000);
    assert_eq!((open.under, open.compared), (false, Some(Fen(230_000))), "{}", open.words);
    assert!(!open.words.contains("不低于") && open.words.contains("可能有6人低于"), "{}", open.words);
    assert!(open.words.contains("“高温津贴”一列没有导入"), "{}", open.words);
    let enough = found(heads, sums, &passed, 200_000);
    assert!(enough.words.contains("不低于"), "{}", enough.words);
}
