//! Wage data in a real ledger beside what was told of it before: tables, totals and months that differ by one person tell nobody the
//! wage of that one.

use std::path::Path;

use affairs::pay::figures::model::{Between, PayFigures};
use affairs::pay::figures::policy::Policy;
use affairs::pay::figures::whole::{self, load as whole_of};
use affairs::pay::import::model::PayOptions;
use affairs::pay::model::PaySheetId;
use affairs::pay::simulate::acts;
use affairs::pay::simulate::model::{
    PayRise, PayRound, PayScenario, PayStep, PayStepKind, PayStepOnly, SimulatePay,
};
use affairs::pay::typed::{self, input::PaySheetInput};
use affairs::pay::view;
use affairs::union::model::Shown;
use law::LawBook;
use ledger::{Fen, Ledger, Tx};

use crate::common::{Room, chair};
use crate::pay::{SIX, chosen, october, op, people, take, write};
use crate::pay_taking::union;

#[test]
fn two_tables_of_a_month_that_differ_by_one_tell_nobody_a_wage() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    union(ledger);
    let first = take(ledger, ("十月.xlsx", &october("5500")), &chosen(), None).unwrap();
    let told = |id, shown| ledger.read(|c| view::get(c, id, shown, 5)).unwrap();
    let before = told(first.id, Shown::Never);
    assert_eq!(before.line.sum, Some(Fen(2_500_000)));
    let people = before.people.unwrap();
    assert_eq!((people.missing_count, people.missing.len()), (1, 0), "who is missing is not named");
    assert_eq!(told(first.id, Shown::Masked).people.unwrap().missing[0].name, "孙八");
    let whole = format!("{}G6\t孙八\t3000\t4976\t0\n", october("5500"));
    let second = take(ledger, ("十月全.xlsx", &whole), &PayOptions::default(), Some(first.id)).unwrap();
    assert_eq!(told(second.id, Shown::Never).line.sum, None, "2,997,600 less 2,500,000 is one wage");
    assert_eq!(told(second.id, Shown::Full).line.sum, Some(Fen(2_997_600)));
    let list = ledger.read(|c| view::list(c, Shown::Never, 5)).unwrap();
    assert_eq!(list[0].sum, None);
    let policy = Policy { least: 5, reason: "人少".into() };
    let figures = |id| ledger.read(|c| whole::of(c, &whole_of(c, id)?, Shown::Never, &policy)).unwrap();
    let of_five = |figures: &PayFigures| {
        assert!(
            figures.notes[0].contains("这一份只统计已经列过数字的那一份里也有的5人"),
            "{:?}",
            figures.notes
        );
        (figures.people, figures.payroll.map(|payroll| payroll.from))
    };
    assert_eq!(of_five(&figures(second.id)), (5, Some(2_500_000)), "the others are told of as they were");
    // All are mended: who was missing is found neither to the fen nor to what the others got more.
    let raised = "2026年10月工资表\n工号\t姓名\t基本\t本月合计\t个税\nG1\t张三\t1\t6100\t0\nG2\t李四\t1\t5100\t0\nG3\t王五\t1\t5600\t0\nG4\t赵六\t1\t4100\t0\nG5\t钱七\t1\t4600\t0\nG6\t孙八\t1\t5076\t0\n";
    let third = take(ledger, ("十月调.xlsx", raised), &PayOptions::default(), Some(second.id)).unwrap();
    assert_eq!(told(third.id, Shown::Never).line.sum, None);
    assert_eq!(of_five(&figures(third.id)), (5, Some(2_550_000)));
    // One alone is mended, from the third version to the fourth.
    let one = raised.replace("6100", "6900");
    let fourth = take(ledger, ("十月再调.xlsx", &one), &PayOptions::default(), Some(third.id)).unwrap();
    let kept = figures(fourth.id);
    assert_eq!(
        (kept.payroll, kept.average, kept.heaps.len()),
        (None, None, 0),
        "80,000 is what one got more"
    );
    assert!(
        kept.notes[0].contains("从两份的差额") && kept.notes[0].contains("请由主席授权"),
        "{:?}",
        kept.notes
    );
    assert_eq!(told(fourth.id, Shown::Full).line.sum, Some(Fen(3_137_600)));
}

/// Someone is corrected to another shop, form, grade or line: the groups of the one version taken from those of the other would be
/// their wage. The same people were paid the same together, so that the sum is told.
#[test]
fn a_version_in_which_one_is_in_another_group_tells_no_group() {
    let digits = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
    let names: Vec<String> = ["张", "李"]
        .iter()
        .flat_map(|name| digits.iter().map(move |digit| format!("{name}{digit}")))
        .collect();
    let roster: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "车间")).collect();
    let policy = Policy { least: 5, reason: "人少".into() };
    for (heading, one, other) in [
        ("部门", "焊接", "机加工"),
        ("用工形式", "劳动合同", "劳务派遣"),
        ("技能等级", "初级工", "高级工"),
        ("是否一线", "一线", "科室"),
    ] {
        let room = Room::new();
        let ledger = room.ledger();
        people(ledger, &roster);
        union(ledger);
        let file = |moved: Option<usize>| {
            let row = |(at, name): (usize, &String)| {
                let group = if at % 2 == 0 || moved == Some(at) { one } else { other };
                format!("G{}\t{name}\t{group}\t{}\t0\n", at + 1, 5_000 + at * 20)
            };
            let rows: String = names.iter().enumerate().map(row).collect();
            format!("2026年10月工资表\n工号\t姓名\t{heading}\t应发\t个税\n{rows}")
        };
        let figures = |id, shown| ledger.read(|c| whole::of(c, &whole_of(c, id)?, shown, &policy)).unwrap();
        // The headcounts of the groups of which an average is told.
        let told = |figures: &PayFigures| -> Vec<u32> {
            let groups = figures.cuts.iter().flat_map(|cut| &cut.groups);
            groups.filter(|group| group.average.is_some()).filter_map(|group| group.people).collect()
        };
        let first = take(ledger, ("十月.xlsx", &file(None)), &PayOptions::default(), None).unwrap();
        let before = figures(first.id, Shown::Never);
        assert_eq!(
            told(&before).iter().filter(|people| **people == 10).count(),
            2,
            "{heading}: {:?}",
            before.cuts
        );
        let moved = file(Some(5));
        let second = take(ledger, ("十月正.xlsx", &moved), &PayOptions::default(), Some(first.id)).unwrap();
        let after = figures(second.id, Shown::Never);
        assert_eq!((after.payroll, after.people), (before.payroll, 20), "{heading}: the same sum again");
        assert_eq!((told(&after), after.heaps.len()), (Vec::new(), 0), "{heading}: {:?}", after.cuts);
        assert!(after.notes[0].contains("只列总额和平均"), "{:?}", after.notes);
        assert!(told(&figures(second.id, Shown::Masked)).contains(&11), "{heading}: by right");
    }
}

/// What undo took back was told while it stood: whoever is in it and not in the next one is not found by the difference.
#[test]
fn single_wages_that_were_undone_bind_those_taken_after_them() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    union(ledger);
    let policy = Policy { least: 5, reason: "人少".into() };
    let figures = |id| ledger.read(|c| whole::of(c, &whole_of(c, id)?, Shown::Never, &policy)).unwrap();
    let text = october("5500");
    let first = take(ledger, ("十月.xlsx", &text), &chosen(), None).unwrap();
    assert_eq!(figures(first.id).payroll, Some(Between::exactly(2_500_000)));
    ledger.undo(&chair()).unwrap();
    // As many people, one of whom was not in it.
    let another = text.replace("G5\t钱七", "G6\t孙八").replace("4500", "4976");
    let second = take(ledger, ("十月另.xlsx", &another), &chosen(), None).unwrap();
    assert_eq!(figures(second.id).payroll, None, "476 is what one earns more than the other");
    ledger.undo(&chair()).unwrap();
    let again = take(ledger, ("十月.xlsx", &text), &chosen(), None).unwrap();
    let told = figures(again.id);
    assert_eq!(
        (told.payroll, told.heaps.len()),
        (Some(Between::exactly(2_500_000)), 1),
        "it tells nothing new"
    );
}

/// A total of October that somebody types.
fn typed_total(ledger: &Ledger, headcount: u32, sum: i64, replaces: Option<PaySheetId>) -> PaySheetId {
    let input = PaySheetInput {
        period: "2026-10".parse().unwrap(),
        divided: false,
        headcount: Some(headcount),
        sum: Some(Fen(sum)),
        shops: Vec::new(),
        bands: Vec::new(),
        given_by: None,
        note: None,
        replaces,
        certain: false,
    };
    let kept = ledger.step(&op("pay.save"), &chair(), |tx: &Tx<'_>| typed::save(tx, &input, "张敏", &[]));
    kept.unwrap().value
}

/// One person was missing in the total that was replaced: the sums of the two differ by one wage.
#[test]
fn two_totals_of_a_month_that_differ_by_one_tell_nobody_a_wage() {
    let room = Room::new();
    let ledger = room.ledger();
    union(ledger);
    let policy = Policy { least: 5, reason: "人少".into() };
    let told = |id, shown| {
        let figures = ledger.read(|c| whole::of(c, &whole_of(c, id)?, shown, &policy)).unwrap();
        let listed = ledger.read(|c| view::get(c, id, shown, 5)).unwrap().line.sum;
        (figures.payroll.map(|payroll| payroll.from), listed.map(|sum| sum.0), figures.notes)
    };
    let first = typed_total(ledger, 40, 20_000_000, None);
    let (payroll, listed, _) = told(first, Shown::Never);
    assert_eq!((payroll, listed), (Some(20_000_000), Some(20_000_000)));
    let second = typed_total(ledger, 41, 20_712_300, Some(first));
    let (payroll, listed, notes) = told(second, Shown::Never);
    assert_eq!((payroll, listed), (None, None), "207,123.00 less 200,000.00 is one wage");
    assert!(notes.iter().any(|note| note.contains("换下的那一份")), "{notes:?}");
    assert_eq!(told(second, Shown::Full).0, Some(20_712_300));
    // As many as in the first again, and more by enough people.
    let third = typed_total(ledger, 40, 20_050_000, Some(second));
    assert_eq!(told(third, Shown::Never).0, Some(20_050_000), "nobody came to those who were told of");
    let fourth = typed_total(ledger, 45, 22_600_000, Some(third));
    assert_eq!(told(fourth, Shown::Never).0, Some(22_600_000));
}

/// A total that was taken back by undo was told of while it stood.
#[test]
fn a_total_that_was_undone_binds_the_one_typed_after_it() {
    let room = Room::new();
    let ledger = room.ledger();
    typed_total(ledger, 40, 20_000_000, None);
    ledger.undo(&chair()).unwrap();
    typed_total(ledger, 41, 20_712_300, None);
    let sum = || ledger.read(|c| view::list(c, Shown::Never, 5)).unwrap()[0].sum;
    assert_eq!(sum(), None, "207,123.00 less 200,000.00 is one wage");
    ledger.undo(&chair()).unwrap();
    typed_total(ledger, 40, 20_050_000, None);
    assert_eq!(sum(), Some(Fen(20_050_000)), "as many as were told of");
}

/// The computer's clock stood back when the second month was taken: what was told first stays told, whatever the ids say.
#[test]
fn months_are_told_in_the_order_in_which_the_ledger_took_them() {
    let room = Room::new();
    let ledger = room.ledger();
    let total = |id: &str, month: &str, people: u32, sum: i64| {
        write(
            ledger,
            &format!(
                "INSERT INTO pay_sheet (id, period, depth, divided, headcount, sum, pasted, taken_at, taken_by)
                 VALUES ('{id}-0000-7000-8000-0000000000d1', '{month}', 'total', 0, {people}, {sum}, 0, '2026-11-20', '张敏')"
            ),
        );
    };
    total("01a90000", "2025-03", 20, 10_703_000);
    total("01a80000", "2025-04", 21, 11_277_000);
    let lines = ledger.read(|c| view::list(c, Shown::Never, 5)).unwrap();
    let sums: Vec<_> = lines.into_iter().map(|line| line.sum.map(|sum| sum.0)).collect();
    assert_eq!(sums, [None, Some(10_703_000)], "the newest period first");
}

/// One person joined between two months: without the right to single wages the first is told alone, in every place.
#[test]
fn two_months_that_differ_by_one_tell_nobody_a_wage() {
    let room = Room::new();
    let ledger = room.ledger();
    people(ledger, &SIX);
    union(ledger);
    let september = october("5500").replace("2026年10月", "2026年9月");
    let first = take(ledger, ("九月.xlsx", &september), &chosen(), None).unwrap();
    let whole = format!("{}G6\t孙八\t3000\t4976\t0\n", october("5500"));
    let second = take(ledger, ("十月.xlsx", &whole), &PayOptions::default(), None).unwrap();
    let policy = Policy { least: 5, reason: "人少".into() };
    let figures = |id, shown| ledger.read(|c| whole::of(c, &whole_of(c, id)?, shown, &policy)).unwrap();
    let average = |id, shown| figures(id, shown).average;
    assert_eq!(average(first.id, Shown::Never), Some(Between::exactly(500_000)));
    let kept = figures(second.id, Shown::Never);
    assert_eq!(
        (kept.people, kept.average),
        (5, Some(Between::exactly(500_000))),
        "of those of the first alone"
    );
    assert!(kept.notes[0].contains("里也有的5人；另外1人没有计入"), "{:?}", kept.notes);
    assert_eq!(average(second.id, Shown::Masked), Some(Between::exactly(499_600)), "by the table alone");
    assert_eq!(average(second.id, Shown::Full), Some(Between::exactly(499_600)));
    let sums = |shown| {
        let lines = ledger.read(|c| view::list(c, shown, 5)).unwrap();
        lines.into_iter().map(|line| line.sum.map(|sum| sum.0)).collect::<Vec<_>>()
    };
    assert_eq!(sums(Shown::Never), [None, Some(2_500_000)], "2,997,600 less 2,500,000 is one wage");
    assert_eq!(sums(Shown::Masked), [Some(2_997_600), Some(2_500_000)]);
    let book = LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap();
    let what = PayStepKind::Rise { rise: PayRise { percent: 500, fixed: Fen(0) } };
    let steps = vec![PayStep { what, only: PayStepOnly::default() }];
    let tried = |sheet, shown| {
        let scenarios = vec![PayScenario { steps: steps.clone(), round: PayRound::Fen }];
        let input = SimulatePay { sheet, scenarios, months: 12 };
        let today = "2026-11-16".parse().unwrap();
        ledger.read(|c| acts::attempt(c, &book, &whole_of(c, sheet)?, &input, shown, &policy, today))
    };
    let before = |sheet, shown| tried(sheet, shown).unwrap().results[0].before;
    assert_eq!(before(first.id, Shown::Never), Some(Between::exactly(500_000)));
    assert_eq!(before(second.id, Shown::Never), Some(Between::exactly(500_000)), "of the same five");
    assert_eq!(before(second.id, Shown::Masked), Some(Between::exactly(499_600)));
    let of_five = tried(second.id, Shown::Never).unwrap();
    assert!(of_five.people == 5 && of_five.method.contains("计入的5人"), "{}", of_five.method);
    assert!(
        of_five.notes.iter().any(|note| note.contains("计入的5人，这份数据一共6人")),
        "{:?}",
        of_five.notes
    );
    assert_eq!(tried(second.id, Shown::Full).unwrap().people, 6);
    // A total that somebody typed beside them is compared by its headcount.
    write(
        ledger,
        "INSERT INTO pay_sheet (id, period, depth, divided, headcount, sum, pasted, taken_at, taken_by)
         VALUES ('01ff0000-0000-7000-8000-0000000000d1', '2026-08', 'total', 0, 6, 3000000, 0, '2026-11-16', '张敏')",
    );
    assert_eq!(sums(Shown::Never), [None, Some(2_500_000), None]);
}
