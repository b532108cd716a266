//! Cases 53 to 56 and 60 of the field, as far as a file shows them alone: places and codes written in several ways, ages,
//! deaths and cards. Exact outcomes.

use std::collections::BTreeMap;

use super::super::Severity::{Ask, Note};
use super::super::{
    Decision, Known, Options, Preview, ProblemKind as K, RowStatus, Severity, Units, read_roster,
};
use super::ages;
use super::cases::{MAN, MAN_2, TODAY, WOMAN, WOMAN_2, book, preview, stored};

/// A code of a firm and one of a union, each with right checks.
const FIRM: &str = "91350100M000100Y43";
const UNION: &str = "81360121MC0YL02618";

fn told(read: &Preview) -> Vec<Vec<(Severity, K)>> {
    let of = |row: &super::super::RosterRow| {
        let mut all: Vec<(Severity, K)> = row.problems.iter().map(|p| (p.severity, p.kind)).collect();
        all.sort();
        all
    };
    read.rows.iter().map(of).collect()
}

fn decide(kind: K, decision: Decision) -> Options {
    Options { decisions: BTreeMap::from([(kind, decision)]), ..Options::default() }
}

fn with(rows: &[&[&str]], known: &Known, options: &Options) -> Preview {
    let today = chrono::NaiveDate::from_ymd_opt(TODAY.0, TODAY.1, TODAY.2).unwrap();
    read_roster(&book(rows), today, &ages(), known, options, &mut |_, _| true).expect("a roster")
}

fn units() -> Known {
    let mut known = Known::default();
    known.units = Units { union: Some(UNION.into()), employer: Some(FIRM.into()) };
    known
}

#[test]
fn case_53_one_place_in_several_writings_is_offered_to_be_folded() {
    let table: &[&[&str]] = &[
        &["姓名", "部门", "工号"],
        &["一一", "一车间", "1"],
        &["二二", "1车间", "2"],
        &["三三", "壹车间", "3"],
        &["四四", "1车间", "4"],
        &["五五", "二车间", "5"],
    ];
    let open = preview(&book(table), &Options::default());
    assert_eq!(
        told(&open),
        [vec![(Ask, K::ShopVariant)], vec![], vec![(Ask, K::ShopVariant)], vec![], vec![]]
    );
    assert_eq!(open.asks.len(), 1, "one question for all");
    let taken = preview(&book(table), &decide(K::ShopVariant, Decision::TakeProposal));
    let shops: Vec<String> = taken.rows.iter().map(|row| stored(row, "shop")).collect();
    assert_eq!(shops, ["1车间", "1车间", "1车间", "1车间", "二车间"], "the commonest writing");
    let kept = preview(&book(table), &decide(K::ShopVariant, Decision::KeepWritten));
    assert_eq!((stored(&kept.rows[2], "shop"), kept.counts.ready), ("壹车间".to_owned(), 5));
    // What the ledger calls the place comes first.
    let mut known = Known::default();
    known.shops.insert("第一车间".to_owned(), 40);
    let folded = with(table, &known, &decide(K::ShopVariant, Decision::TakeProposal));
    assert_eq!(stored(&folded.rows[1], "shop"), "第一车间");
}

#[test]
fn case_54_two_codes_of_one_employer_and_an_old_number() {
    let renamed = reckoned("91360100MA35ABCD");
    let rows: &[&[&str]] = &[
        &["姓名", "工作单位", "统一社会信用代码", "工号"],
        &["一一", "甲厂", FIRM, "1"],
        &["二二", "甲厂", &renamed, "2"],
        &["三三", "乙厂", "360100210001234", "3"],
    ];
    let open = with(rows, &units(), &Options::default());
    assert_eq!(told(&open), [vec![], vec![(Ask, K::CodeSeveral)], vec![(Ask, K::CodeOld)]]);
    let taken = with(rows, &units(), &decide(K::CodeSeveral, Decision::TakeProposal));
    assert_eq!(stored(&taken.rows[1], "employerCode"), FIRM, "the ledger's own code counts");
    assert_eq!(stored(&taken.rows[2], "employerCode"), "");
    let kept = with(rows, &units(), &decide(K::CodeOld, Decision::KeepWritten));
    assert_eq!(stored(&kept.rows[2], "employerCode"), "360100210001234");
}

/// A code that passes both checks: the last of the organisation part and the last of all are counted out.
fn reckoned(start: &str) -> String {
    const SIGNS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let codes = SIGNS.chars().flat_map(|a| SIGNS.chars().map(move |b| (a, b)));
    codes
        .map(|(a, b)| format!("{start}{a}{b}"))
        .find(|code| crate::members::roster::credit_code::check(code).is_ok())
        .expect("one pair fits")
}

#[test]
fn case_55_letters_that_no_code_has_are_repaired_as_an_offer() {
    let table: &[&[&str]] = &[
        &["姓名", "统一社会信用代码", "工号"],
        &["一一", "9135O1OOM0001OOY43", "1"],
        &["二二", "9I350100m000100y43", "2"],
        &["三三", " 9135 0100 M000100Y43 ", "3"],
        &["四四", "91350100M000100Y44", "4"],
    ];
    let open = with(table, &units(), &Options::default());
    assert_eq!(
        told(&open),
        [
            vec![(Ask, K::CodeRepair)],
            vec![(Ask, K::CodeRepair)],
            vec![(Note, K::CodeCleaned)],
            vec![(Ask, K::CodeWrong)],
        ]
    );
    assert_eq!(open.rows[0].problems[0].proposal.as_deref(), Some(FIRM));
    let codes =
        |read: &Preview| -> Vec<String> { read.rows.iter().map(|row| stored(row, "employerCode")).collect() };
    assert_eq!(codes(&open), ["", "", FIRM, ""], "nothing is repaired in silence");
    let taken = with(table, &units(), &decide(K::CodeRepair, Decision::TakeProposal));
    assert_eq!(codes(&taken), [FIRM, FIRM, FIRM, ""]);
}

#[test]
fn case_56_codes_in_each_others_columns() {
    let table: &[&[&str]] = &[
        &["姓名", "统一社会信用代码", "工会代码", "工号"],
        &["一一", FIRM, UNION, "1"],
        &["二二", UNION, FIRM, "2"],
        &["三三", UNION, "", "3"],
        &["四四", FIRM, FIRM, "4"],
    ];
    let open = with(table, &units(), &Options::default());
    let exchanged = (Ask, K::CodeExchanged);
    assert_eq!(told(&open), [vec![], vec![exchanged, exchanged], vec![exchanged], vec![exchanged]]);
    let taken = with(table, &units(), &decide(K::CodeExchanged, Decision::TakeProposal));
    let codes: Vec<String> = taken.rows.iter().map(|row| stored(row, "employerCode")).collect();
    assert_eq!(codes, [FIRM, FIRM, "", FIRM]);
    let mut other = Known::default();
    other.units.union = Some("81110000000000000X".into());
    let elsewhere = with(&table[..2], &other, &Options::default());
    assert_eq!(told(&elsewhere), [vec![(Ask, K::UnionCodeOther)]], "a member of another union");
}

#[test]
fn case_60_minors_over_age_the_dead_and_one_card_for_two() {
    let id = |birth: &str, sequence: &str| -> String {
        let first = format!("360121{birth}{sequence}");
        let check = crate::members::roster::id_number::check_character(&first).unwrap();
        format!("{first}{check}")
    };
    let (child, minor, old) = (id("20110101", "001"), id("20091201", "001"), id("19600101", "001"));
    let rows: Vec<Vec<&str>> = vec![
        vec!["姓名", "证件号码", "会员证号", "备注"],
        vec!["一一", &child, "", ""],
        vec!["二二", &minor, "", ""],
        vec!["三三", &old, "", ""],
        vec!["四四", MAN, "3601-7", ""],
        vec!["五五", MAN_2, "3601-7", ""],
        vec!["六六", WOMAN_2, "", "2025年病故"],
        vec!["七七", WOMAN, "", "夜班"],
    ];
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let open = preview(&book(&rows), &Options::default());
    assert_eq!(
        told(&open),
        [
            vec![(Ask, K::UnderAge)],
            vec![(Note, K::Minor)],
            vec![(Note, K::OverAge)],
            vec![(Note, K::CardShared)],
            vec![(Note, K::CardShared)],
            vec![(Ask, K::Deceased)],
            vec![],
        ]
    );
    for (row, article) in [(0, "第十五条"), (1, "第五十八条")] {
        assert!(
            open.rows[row].problems[0].message.contains(article),
            "{}",
            open.rows[row].problems[0].message
        );
    }
    let taken = preview(&book(&rows), &decide(K::Deceased, Decision::TakeProposal));
    assert_eq!((taken.rows[5].status, taken.counts.skipped), (RowStatus::Skipped, 1));
    let taken = preview(&book(&rows), &decide(K::UnderAge, Decision::TakeProposal));
    assert_eq!(taken.rows[0].status, RowStatus::Ready, "recorded as they are, and flagged");
}
