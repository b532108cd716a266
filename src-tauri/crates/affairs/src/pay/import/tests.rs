//! What becomes of a payroll's rows: given cells and a roster, exact doubts and exact lines.

use std::collections::{BTreeMap, HashMap};

use ledger::Fen;

use super::judge::{Judged, judge};
use super::model::{PayDecision as D, PayOptions, PayRowDecision, PayRowPerson, PayShareBy};
use crate::masks::shown_id;
use crate::members::model::{EmploymentForm, PersonId, Sex};
use crate::members::roster::names;
use crate::members::roster::tests::cases::book;
use crate::pay::model::{PayPeriod, PayShare};
use crate::sheets::SheetProblemKind as K;
use crate::sheets::payroll::{
    Beside, Days, OnRoster, PayColumn, Payroll, RosterIndex, beside, month_of, read_as,
};
use crate::union::model::Shown;

fn id(number: u128) -> PersonId {
    PersonId::new(uuid::Uuid::from_u128(number))
}

fn one(number: u128, name: &str, shop: &str, hired: &str, left: Option<&str>) -> OnRoster {
    OnRoster {
        person: id(number),
        key: names::key(name),
        name: name.to_owned(),
        work_number: Some(format!("G{number}")),
        id_number: Some(format!("ID{number}")),
        shop: Some(shop.to_owned()),
        post: Some("电焊工".to_owned()),
        sex: Sex::Female,
        skill: Some("三级".to_owned()),
        form: EmploymentForm::Contract,
        hired_on: Some(hired.parse().unwrap()),
        left_on: left.map(|on| on.parse().unwrap()),
        gone: false,
    }
}

fn roster() -> Vec<OnRoster> {
    vec![
        one(1, "张三", "焊接", "2019-03-01", None),
        one(2, "李四", "焊接", "2026-10-17", None),
        one(3, "王五", "机加工", "2019-03-01", Some("2026-10-10")),
        one(4, "赵六", "机加工", "2019-03-01", Some("2026-08-31")),
        one(5, "王伟", "焊接", "2019-03-01", None),
        one(6, "王伟", "仓库", "2019-03-01", None),
        one(7, "钱七", "仓库", "2019-03-01", None),
        one(8, "孙八", "仓库", "2019-03-01", None),
    ]
}

fn judged(rows: &[&[&str]], options: &PayOptions, period: &str) -> Judged {
    judged_of(&book(rows), options, period)
}

pub(super) fn judged_of(sheet: &sheet::Book, options: &PayOptions, period: &str) -> Judged {
    judged_beside(sheet, &roster(), options, period)
}

fn judged_beside(sheet: &sheet::Book, roster: &[OnRoster], options: &PayOptions, period: &str) -> Judged {
    let period: PayPeriod = period.parse().unwrap();
    let (payroll, found) = laid_beside(sheet, (roster, Shown::Full), options, period);
    judge(&payroll, &found, roster, options, period, options.office_shops.as_deref())
}

/// A payroll, and how it stands to a roster whose numbers are seen so.
fn laid_beside(
    sheet: &sheet::Book,
    (roster, identity): (&[OnRoster], Shown),
    options: &PayOptions,
    period: PayPeriod,
) -> (Payroll, Beside) {
    let payroll = read_as(sheet, "2026-11-16".parse().unwrap(), &options.columns).unwrap();
    let days = Days { first: period.first(), last: period.last() };
    let chosen: HashMap<_, _> = options.people.iter().map(|one| (one.row, one.person)).collect();
    let found = beside(&payroll, &RosterIndex::of(roster, identity), days, &chosen);
    (payroll, found)
}

/// How rows of October stand to such a roster.
fn october_beside(rows: &[&[&str]], roster: &[OnRoster], identity: Shown) -> Beside {
    let october = "2026-10".parse().unwrap();
    laid_beside(&book(rows), (roster, identity), &PayOptions::default(), october).1
}

pub(super) fn open(judged: &Judged) -> Vec<(K, u32)> {
    judged.doubts.iter().filter(|one| one.open > 0).map(|one| (one.kind, one.open)).collect()
}

const HEAD: &[&str] = &["工号", "姓名", "部门", "基本", "绩效", "应发", "出勤"];

#[test]
fn rows_are_matched_by_number_then_document_then_name_and_shop() {
    let rows = [
        &["工号", "姓名", "身份证号", "部门", "应发"][..],
        &["G1", "张三", "", "", "5000"],
        &["", "李四", "ID2", "", "5000"],
        &["", "王伟", "", "仓库", "5000"],
        &["", "王伟", "", "", "5000"],
        &["G7", "张三", "", "", "5000"],
        &["G1", "", "ID7", "", "5000"],
        &["G99", "钱七", "", "", "5000"],
        &["", "外人", "", "", "5000"],
    ];
    let found = judged(&rows, &PayOptions::default(), "2026-10");
    let people: Vec<_> = found.lines.iter().map(|line| line.person).collect();
    let (one, two) = (Some(id(1)), Some(id(2)));
    assert_eq!(people, [one, two, Some(id(6)), None, Some(id(7)), one, Some(id(7)), None]);
    assert_eq!(
        open(&found),
        [(K::NotOnRoster, 1), (K::Ambiguous, 1), (K::WhoDiffers, 3), (K::Twice, 2)],
        "every doubt is asked"
    );
    let ambiguous = found.doubts.iter().find(|one| one.kind == K::Ambiguous).unwrap();
    let named: Vec<_> =
        ambiguous.first[0].candidates.iter().map(|one| one.shop.as_deref().unwrap()).collect();
    assert_eq!(named, ["焊接", "仓库"]);
    let options = PayOptions {
        people: vec![PayRowPerson { row: 5, person: Some(id(5)) }],
        kinds: BTreeMap::from([
            (K::WhoDiffers, D::AsRead),
            (K::Twice, D::AsRead),
            (K::NotOnRoster, D::LeaveOut),
        ]),
        ..PayOptions::default()
    };
    let decided = judged(&rows, &options, "2026-10");
    assert_eq!((decided.open, decided.left_out, decided.lines.len()), (0, 1, 7));
    assert_eq!(decided.lines[3].person, Some(id(5)), "as was chosen");
    assert_eq!(decided.lines[4].person, None, "said to be somebody else");
    assert!(
        decided.lines.iter().all(|line| line.cells.get(2).is_none_or(String::is_empty)),
        "no document number is kept"
    );
}

#[test]
fn a_newcomer_of_the_same_name_with_another_document_is_asked_about() {
    let told = |id: &str| {
        let rows = [&["姓名", "身份证号", "应发"][..], &["孙八", id, "5000"]];
        let found = judged(&rows, &PayOptions::default(), "2026-10");
        (found.lines[0].person, open(&found))
    };
    assert_eq!(told("ID8"), (Some(id(8)), vec![]));
    assert_eq!(told(""), (Some(id(8)), vec![]), "by the name alone where nothing is against it");
    assert_eq!(told("ID99").1, [(K::WhoDiffers, 1)]);
    assert_eq!(told("I****8").1, [], "a covered number says nothing");
}

#[test]
fn who_bears_the_name_is_offered_where_the_number_is_somebody_else_s() {
    let rows = [&["工号", "姓名", "应发"][..], &["G1", "李四", "5000"], &["G7", "外人", "5000"]];
    let found = judged(&rows, &PayOptions::default(), "2026-10");
    let doubts = found.doubts.iter().find(|one| one.kind == K::WhoDiffers).unwrap();
    let offered: Vec<Vec<_>> =
        doubts.first.iter().map(|one| one.candidates.iter().map(|who| who.name.as_str()).collect()).collect();
    assert_eq!(offered, [vec!["李四"], vec![]], "nobody of the roster is called 外人");
    let people = vec![PayRowPerson { row: doubts.first[0].row, person: Some(id(2)) }];
    let decided = judged(&rows, &PayOptions { people, ..PayOptions::default() }, "2026-10");
    assert_eq!(decided.lines[0].person, Some(id(2)), "as was chosen");
    assert_eq!(open(&decided), [(K::WhoDiffers, 1)], "the other row is still asked about");
}

#[test]
fn numbers_that_differ_by_the_noughts_before_them_are_one_question() {
    let roster: Vec<OnRoster> = [(1, "张三"), (2, "李四"), (12, "王伟"), (13, "王伟")]
        .into_iter()
        .map(|(number, name)| OnRoster {
            work_number: Some(format!("{number:03}")),
            ..one(number, name, "焊接", "2019-03-01", None)
        })
        .collect();
    let rows = [
        &["工号", "姓名", "应发"][..],
        &["1", "张三", "5000"],
        &["2", "", "5000"],
        &["12", "王伟", "5000"],
        &["013", "王伟", "5000"],
    ];
    let told = |options: &PayOptions| judged_beside(&book(&rows), &roster, options, "2026-10");
    let found = told(&PayOptions::default());
    assert_eq!(open(&found), [(K::NumberZeros, 1)], "asked once, whoever else has the same name");
    let said = &found.doubts[0].first[0].message;
    assert!(said.contains("有3行") && said.contains("表里是1，花名册里是001"), "{said}");
    let decided = |decision| {
        let kinds = BTreeMap::from([(K::NumberZeros, decision)]);
        told(&PayOptions { kinds, ..PayOptions::default() })
    };
    let same = decided(D::Proposed);
    let people: Vec<_> = same.lines.iter().map(|line| line.person).collect();
    assert_eq!((same.open, people), (0, [1, 2, 12, 13].map(|number| Some(id(number))).to_vec()));
    assert_eq!(open(&decided(D::AsRead)), [(K::WhoDiffers, 3)], "then each is asked about");
}

#[test]
fn who_entered_or_left_counts_in_part_and_a_settlement_not_at_all() {
    let rows = [
        HEAD,
        &["G1", "张三", "", "3000", "2000", "5000", "22"],
        &["G2", "李四", "", "", "", "2500", "11"],
        &["G3", "王五", "", "", "", "1700", "7.5"],
        &["G4", "赵六", "", "", "", "900", ""],
        &["G5", "王伟", "", "", "", "5000", "22"],
    ];
    let shares = |found: &Judged| -> Vec<_> {
        found.lines.iter().map(|line| line.share.map(|PayShare { days, of }| (days, of))).collect()
    };
    let calendar = judged(&rows, &PayOptions::default(), "2026-10");
    assert_eq!(shares(&calendar), [None, Some((15, 31)), Some((10, 31)), Some((0, 31)), None]);
    assert_eq!(open(&calendar), [(K::PaidAfterLeaving, 1)]);
    let options = PayOptions { share_by: Some(PayShareBy::Attended), ..PayOptions::default() };
    let attended = judged(&rows, &options, "2026-10");
    assert_eq!(attended.full_half_days, Some(44));
    assert_eq!(shares(&attended), [None, Some((22, 44)), Some((15, 44)), Some((0, 31)), None]);
    let first = &calendar.lines[0];
    assert_eq!(
        (first.shop.as_deref(), first.post.as_deref()),
        (Some("焊接"), Some("电焊工")),
        "the roster's, kept with it"
    );
    assert_eq!((first.skill.as_deref(), first.sex), (Some("高级工"), Sex::Female));
    let year = judged(&rows, &PayOptions::default(), "2026");
    assert_eq!(shares(&year)[1], Some((76, 365)), "the part of a year");
}

#[test]
fn somebody_in_two_rows_attended_the_days_of_both() {
    let shares = |last: [&[&str]; 2], full_half_days: Option<i32>| -> (Option<i32>, Vec<_>) {
        let rows = [
            HEAD,
            &["G1", "张三", "", "", "", "6000", "22"],
            &["G5", "王伟", "", "", "", "6000", "22"],
            last[0],
            last[1],
        ];
        let kinds = BTreeMap::from([(K::Twice, D::AsRead), (K::NotOnRoster, D::AsRead)]);
        let share_by = Some(PayShareBy::Attended);
        let options = PayOptions { kinds, share_by, full_half_days, ..PayOptions::default() };
        let found = judged(&rows, &options, "2026-10");
        assert_eq!(found.lines.len(), 4);
        let last = found.lines.iter().skip(2);
        (found.full_half_days, last.map(|line| line.share.map(|share| (share.days, share.of))).collect())
    };
    let (weld, machine) = (
        &["G7", "钱七", "焊接", "", "", "3000", "11"][..],
        &["G7", "钱七", "机加工", "", "", "3000", "11"][..],
    );
    assert_eq!(shares([weld, machine], None), (Some(44), vec![None, None]), "a whole month in two shops");
    let less = &["G7", "钱七", "机加工", "", "", "1500", "5.5"][..];
    assert_eq!(shares([weld, less], None).1, [Some((33, 44)); 2], "one share of one person");
    let later = &["G7", "钱七", "", "", "", "600", ""][..];
    assert_eq!(shares([weld, later], None).1, [Some((22, 44)); 2], "what is paid later brings no days");
    // Rows of two people whom the roster has not stay two people.
    let (one, other) =
        (&["", "外人", "", "", "", "3000", "11"][..], &["", "路人", "", "", "", "3000", "11"][..]);
    assert_eq!(shares([one, other], None).1, [Some((22, 44)); 2]);
    assert_eq!(shares([weld, machine], Some(50)).1, [Some((44, 50)); 2], "of as many as was said");
}

#[test]
fn who_was_never_away_is_found_among_people_and_not_among_rows() {
    let rows = [
        HEAD,
        &["G1", "张三", "焊接", "", "", "3000", "11"],
        &["G1", "张三", "机加工", "", "", "3000", "11"],
        &["G5", "王伟", "焊接", "", "", "3000", "11"],
        &["G5", "王伟", "机加工", "", "", "3000", "11"],
        &["G7", "钱七", "焊接", "", "", "3000", "11"],
    ];
    let kinds = BTreeMap::from([(K::Twice, D::AsRead)]);
    let options = PayOptions { kinds, share_by: Some(PayShareBy::Attended), ..PayOptions::default() };
    let found = judged(&rows, &options, "2026-10");
    assert_eq!(found.full_half_days, Some(44), "two of three people were there for 22 days");
    assert_eq!(found.lines[4].share, Some(PayShare { days: 22, of: 44 }));
    assert_eq!((found.lines[0].share, found.lines[1].share), (None, None));
}

#[test]
fn doubts_are_decided_one_by_one_or_all_of_a_kind() {
    let rows = [
        HEAD,
        &["G1", "张三", "", "3000", "2000", "50000", ""],
        &["G2", "李四", "", "3000", "", "5100", ""],
        &["G3", "王五", "", "3000", "", "5200", ""],
        &["G5", "王伟", "", "3000", "", "-320.5", ""],
        &["G6", "王伟", "", "三千", "1000", "5300", ""],
        &["G7", "钱七", "", "3000", "1200", "", ""],
        &["G8", "孙八", "", "3000", "", "5150", ""],
    ];
    let found = judged(&rows, &PayOptions::default(), "2026-10");
    assert_eq!(open(&found), [(K::NotMoney, 1), (K::Negative, 1), (K::Outlier, 1), (K::NoGross, 1)]);
    assert_eq!(found.lines.len(), 6, "a row that says no sum waits");
    let row = |row, kind, decision| PayRowDecision { row, kind, decision };
    let options = PayOptions {
        kinds: BTreeMap::from([
            (K::NotMoney, D::AsRead),
            (K::Negative, D::LeaveOut),
            (K::Outlier, D::AsRead),
        ]),
        rows: vec![
            row(2, K::Outlier, D::Proposed),
            row(7, K::NoGross, D::Proposed),
            row(5, K::Negative, D::AsRead),
        ],
        ..PayOptions::default()
    };
    let decided = judged(&rows, &options, "2026-10");
    assert_eq!(decided.open, 0);
    let gross: Vec<_> = decided.lines.iter().map(|line| line.sums.gross.0).collect();
    assert_eq!(gross, [500_000, 510_000, 520_000, -32_050, 530_000, 420_000, 515_000]);
    assert_eq!(decided.lines[4].sums.base, None, "a cell that is no sum stays empty");
    assert_eq!((decided.headcount, decided.sum), (7, Fen(2_962_950)));
    let wrong = PayOptions { kinds: BTreeMap::from([(K::Negative, D::Proposed)]), ..PayOptions::default() };
    let asked = judged(&rows, &wrong, "2026-10");
    assert!(open(&asked).contains(&(K::Negative, 1)), "what cannot be decided so stays open");
}

#[test]
fn what_is_said_of_a_row_of_less_than_nothing_is_what_becomes_of_it() {
    let words = |rows: &[&[&str]], options: &PayOptions| {
        let found = judged(rows, options, "2026-10");
        let of = found.doubts.iter().find(|one| one.kind == K::Negative).unwrap();
        of.choices.iter().find(|one| one.decision == D::AsRead).unwrap().words.clone()
    };
    let (first, back) =
        (&["G1", "张三", "", "", "", "5020", ""][..], &["G1", "张三", "", "", "", "-500", ""][..]);
    let lone = &["G5", "王伟", "", "", "", "-300", ""][..];
    let none = PayOptions::default();
    let merged = "照实记，并入本人的工资；和最低工资标准比时不算";
    assert_eq!(words(&[HEAD, first, back], &none), merged);
    assert_eq!(words(&[HEAD, back, first], &none), merged, "whichever stands first");
    let alone = "照实记，算平均数时不计";
    assert_eq!(words(&[HEAD, first, lone], &none), alone);
    let both = words(&[HEAD, first, back, lone], &none);
    assert!(both.contains("还有别的行的，并入") && both.contains("只有这一行的，算平均数时不计"), "{both}");
    // The other row is not wanted: nothing is left to be merged with.
    let kinds = BTreeMap::from([(K::Twice, D::LeaveOut)]);
    assert_eq!(words(&[HEAD, back, first], &PayOptions { kinds, ..PayOptions::default() }), alone);
}

#[test]
fn a_line_that_says_how_many_there_are_is_nobody() {
    let found = |last: &[&str]| {
        let rows =
            [HEAD, &["G1", "张三", "", "", "", "5000", ""], &["G7", "钱七", "", "", "", "5100", ""], last];
        let found = judged(&rows, &PayOptions::default(), "2026-10");
        (found.headcount, open(&found))
    };
    for says in ["人数：12人", "人数", "合计人数：2", "共2人", "２人", "总人数"] {
        assert_eq!(found(&[says, "", "", "", "", "6.0", ""]), (2, vec![]), "{says}");
        assert_eq!(found(&["", says, "", "", "", "2", ""]), (2, vec![]), "{says} where names stand");
    }
    assert_eq!(found(&["合计2人", "", "", "", "", "10200", ""]), (2, vec![(K::TotalDiffers, 1)]), "a total");
}

#[test]
fn totals_are_held_against_the_rows_and_single_sums_against_the_others() {
    let told = |total: &str, last: &str| {
        let rows = [
            HEAD,
            &["G1", "张三", "", "", "", "5000", ""],
            &["G2", "李四", "", "", "", "5100", ""],
            &["", "小计", "", "", "", "10100", ""],
            &["G3", "王五", "", "", "", "5200", ""],
            &["G5", "王伟", "", "", "", "5300", ""],
            &["G7", "钱七", "", "", "", last, ""],
            &["合计", "", "", "", "", total, ""],
        ];
        judged(&rows, &PayOptions::default(), "2026-10")
    };
    assert_eq!(open(&told("26000", "5400")), [], "a subtotal and a total that are right");
    let differs = told("26100", "5400");
    assert_eq!(open(&differs), [(K::TotalDiffers, 1)]);
    let said = &differs.doubts[0].first[0].message;
    assert!(said.contains("26100元") && said.contains("26000元") && said.contains("少100元"), "{said}");
    assert_eq!(open(&told("20650", "50")), [(K::FarOff, 1)], "fifty yuan is no tenth of anything");
    let high = told("1255160", "1234560");
    assert_eq!(open(&high), [(K::FarOff, 1)]);
    let one = &high.doubts[0].first[0];
    assert_eq!(
        (one.who.as_deref(), one.gross),
        (Some("钱七（G7）"), Some(Fen(123_456_000))),
        "who it is about"
    );
    assert!(one.message.contains("1234560元"), "{}", one.message);
}

#[test]
fn a_gross_that_is_no_sum_is_told_in_its_own_words() {
    let rows = [HEAD, &["G1", "张三", "", "3000", "2000", "约五千", ""]];
    let found = judged(&rows, &PayOptions::default(), "2026-10");
    let said = &found.doubts[0].first[0];
    assert!(said.message.contains("约五千") && said.who.is_some(), "{}", said.message);
}

#[test]
fn without_a_gross_its_parts_are_added_and_columns_are_chosen_over_their_headings() {
    let rows = [&["工号", "姓名", "基本", "绩效", "本月小结"][..], &["G1", "张三", "3000", "1500", "4600"]];
    let parts = judged(&rows, &PayOptions::default(), "2026-10");
    assert_eq!(open(&parts), [(K::NoGrossColumn, 1)], "never without a question");
    let added =
        PayOptions { kinds: BTreeMap::from([(K::NoGrossColumn, D::Proposed)]), ..PayOptions::default() };
    let parts = judged(&rows, &added, "2026-10");
    assert_eq!((parts.lines[0].sums.gross, parts.open), (Fen(450_000), 0));
    let options = PayOptions {
        columns: BTreeMap::from([(5, Some(PayColumn::Gross)), (4, None)]),
        ..PayOptions::default()
    };
    let chosen = judged(&rows, &options, "2026-10");
    assert_eq!(chosen.open, 0);
    assert_eq!((chosen.lines[0].sums.gross, chosen.lines[0].sums.performance), (Fen(460_000), None));
    let simple = judged(&[&["姓名", "应发"], &["张三", "5000"]], &PayOptions::default(), "2026-10");
    assert_eq!(simple.lines[0].sums.gross, Fen(500_000), "one sum is enough where somebody says what it is");
}

#[test]
fn a_years_sums_are_of_a_year_and_offices_are_told_by_their_shops() {
    let rows = [
        &["单位：万元"][..],
        &["工号", "姓名", "部门", "年薪", "个税"],
        &["G1", "张三", "焊接", "#n 9.6", "0"],
        &["G7", "钱七", "仓库", "#n 6", "0"],
    ];
    assert_eq!(open(&judged(&rows, &PayOptions::default(), "2026-10")), [(K::Yearly, 1)], "not a month's");
    let decided = PayOptions { kinds: BTreeMap::from([(K::Yearly, D::Proposed)]), ..PayOptions::default() };
    let of_year = judged(&rows, &decided, "2026");
    assert_eq!((of_year.open, of_year.doubts[0].count), (0, 1), "decided, and it can be decided otherwise");
    let options = PayOptions { office_shops: Some(vec!["仓库".into()]), ..PayOptions::default() };
    let year = judged(&rows, &options, "2026");
    assert_eq!((year.open, year.lines[0].sums.gross), (0, Fen(9_600_000)));
    let front: Vec<_> = year.lines.iter().map(|line| line.front_line).collect();
    assert_eq!(front, [Some(true), Some(false)]);
}

#[test]
fn a_title_names_its_month() {
    for (text, month) in [
        ("2026年10月工资表", Some("2026-10")),
        ("工资202609.xlsx", Some("2026-09")),
        ("2026-9 发放表", Some("2026-09")),
        ("2026.10.31 制表", Some("2026-10")),
        ("360121199001", None),
        ("工资表", None),
    ] {
        assert_eq!(month_of(text).map(|month| month.to_string()).as_deref(), month, "{text}");
    }
}

#[test]
fn of_masked_numbers_what_is_seen_alone_tells_whose_a_row_is() {
    let (held, free) = ("360121199003079990", "360121199011239990");
    let found = |identity, name: &str, number: &str| {
        let mut roster = vec![one(1, "张三", "焊接", "2019-03-01", None)];
        roster[0].id_number = Some(shown_id(held, identity));
        let rows: [&[&str]; 2] = [&["姓名", "证件号码", "应发工资"], &[name, number, "5000"]];
        let found = october_beside(&rows, &roster, identity);
        let said: Vec<String> = found.problems.iter().map(|one| one.message.clone()).collect();
        (found.whose, said)
    };
    for name in ["张三", "李四"] {
        let masked = |number| found(Shown::Masked, name, number);
        assert_eq!(masked(held), masked(free), "{name}");
    }
    assert_eq!(found(Shown::Masked, "张三", held).0, [Some(0)], "of the roster all the same");
    assert_ne!(found(Shown::Full, "李四", held), found(Shown::Full, "李四", free));
}

#[test]
fn a_row_with_the_document_of_another_is_asked_about_where_numbers_are_covered_too() {
    for identity in [Shown::Full, Shown::Masked] {
        let mut roster =
            vec![one(1, "张三", "焊接", "2019-03-01", None), one(2, "李四", "焊接", "2019-03-01", None)];
        roster[0].id_number = Some(shown_id("360121199003079990", identity));
        roster[1].id_number = None;
        let asked = |number: &str| {
            let rows: [&[&str]; 2] = [&["姓名", "证件号码", "应发工资"], &["李四", number, "5000"]];
            let found = october_beside(&rows, &roster, identity);
            found.problems.iter().any(|one| one.kind == K::WhoDiffers)
        };
        assert!(asked("360121199003079990"), "it is 张三's: {identity:?}");
        assert!(!asked("360121199011231234"), "nobody's that is known: {identity:?}");
    }
}

#[test]
fn two_rows_of_somebody_who_is_not_on_the_roster_are_told_to_count_as_two() {
    let rows = [
        &["工号", "姓名", "应发"][..],
        &["T9", "外人", "3000"],
        &["T9", "外人", "2000"],
        &["T8", "外人", "5000"],
    ];
    let found = judged(&rows, &PayOptions::default(), "2026-10");
    assert_eq!(open(&found), [(K::NotOnRoster, 3)]);
    let told = found.doubts[0].first.iter().map(|one| one.message.contains("和第2行是同一个姓名"));
    assert_eq!(told.collect::<Vec<_>>(), [false, true, false], "another number is another person");
}
