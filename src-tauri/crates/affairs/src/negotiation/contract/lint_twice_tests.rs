//! The look over a draft for what is said twice, for the attached table of levels, and for attachments that are not there.

use super::{Draft, Kind, TABLE, clause, level};
use crate::members::roster::codes::SkillGrade;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::contract::model::{
    AgreedText, ContractClause, ContractOrigin, ContractRemedy, ContractSeverity as Severity,
};

/// A draft with an agreed text taken over as a clause behind those of its item.
fn taken(item: &str, title: &str, text: &str) -> Draft {
    let mut draft = Draft::whole(AgreementKind::Wage);
    let topic = uuid::Uuid::from_u128(5).into();
    let at = draft.clauses.iter().rposition(|one| one.item == item).unwrap() + 1;
    let one = ContractClause {
        origin: ContractOrigin::Agreed,
        round: Some(2),
        topic: Some(topic),
        ..clause(5_000, item, text)
    };
    draft.clauses.insert(at, one);
    let (title, text) = (title.to_owned(), text.to_owned());
    draft.agreed = vec![AgreedText { topic, title, round: 2, text, taken: true }];
    draft
}

/// The number of the library's clause in a draft.
fn number(draft: &Draft, library: &str) -> usize {
    draft.clauses.iter().position(|one| one.library.as_deref() == Some(library)).unwrap() + 1
}

#[test]
fn an_agreed_text_that_says_what_a_clause_of_the_library_says_is_told_with_both_numbers() {
    for (item, title, text, library) in [
        ("system", "企业最低工资标准", "企业最低工资标准为每月3,000元。", "wage.lowest"),
        ("level", "年度工资增长幅度", "全体职工增长6%，自2026年4月1日起执行。", "wage.level"),
        ("bonus", "高温津贴", "高温津贴每月3,000元。", "wage.heat"),
        ("bonus", "夜班津贴", "夜班津贴每班3,000元。", "wage.night"),
        ("payment", "加班工资", "法定休假日加班的，按300%支付加班工资。", "wage.overtime"),
    ] {
        let draft = taken(item, title, text);
        let found = draft.only(Kind::SaidTwice);
        assert_eq!(found.len(), 1, "{title}: {found:?}");
        let (first, second) =
            (number(&draft, library), 1 + draft.clauses.iter().position(|one| one.topic.is_some()).unwrap());
        assert!(
            found[0].message.starts_with(&format!("第{first}条和第{second}条说的是同一件事")),
            "{}",
            found[0].message
        );
        assert_eq!((found[0].severity, found[0].number), (Severity::Hint, u32::try_from(second).ok()));
    }
}

#[test]
fn two_clauses_of_one_subject_that_name_different_sums_are_told_with_both() {
    let mut draft = taken("bonus", "高温津贴", "高温作业岗位每人每月300元。");
    draft.values.insert("室外高温津贴".to_owned(), "30000".to_owned());
    draft.values.insert("室内高温津贴".to_owned(), "20000".to_owned());
    assert!(said(&draft).contains("两条的金额不一样"), "{}", said(&draft));
    assert!(said(&draft).contains("条是200元、300元，第"), "{}", said(&draft));
    assert_eq!(draft.only(Kind::SaidTwice)[0].severity, Severity::Should);
    draft.values.insert("室内高温津贴".to_owned(), "30000".to_owned());
    assert!(!said(&draft).contains("金额不一样"), "{}", said(&draft));
    assert_eq!(draft.only(Kind::SaidTwice)[0].severity, Severity::Hint);
}

fn said(draft: &Draft) -> String {
    draft.only(Kind::SaidTwice)[0].message.clone()
}

#[test]
fn a_lowest_wage_agreed_behind_the_rise_is_held_against_the_blank() {
    let told = |text: &str, filled: &str| {
        let mut draft = taken("level", "工资增长", text);
        draft.values.insert("企业最低月工资".to_owned(), filled.to_owned());
        draft.values.insert("工资增长幅度".to_owned(), "500".to_owned());
        let found = draft.only(Kind::Contradiction);
        let of_it = found.into_iter().filter(|one| one.message.contains("企业最低工资标准"));
        of_it.map(|one| one.message).collect::<Vec<_>>()
    };
    let agreed = "自2027年1月1日起，全体职工月工资普遍增长5%，最低不少于2,300元。";
    let found = told(agreed, "221000");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("2,210元，与第2轮会议一致的2,300元不一样"), "{found:?}");
    assert_eq!(told(agreed, "230000"), [""; 0]);
    for text in [
        "全体职工月工资普遍增长5%，最低不少于100元。",
        "普工月工资增长5%，最低不少于2,300元。",
        "夜班津贴增长5%，最低不少于2,300元。",
        "全体职工月工资普遍增长5%，奖金不少于2,300元。",
    ] {
        assert_eq!(told(text, "221000"), [""; 0], "{text}");
    }
}

#[test]
fn what_nobody_else_says_is_not_told_and_two_clauses_that_were_not_agreed_are_left_alone() {
    assert_eq!(taken("bonus", "交通补贴", "交通补贴每月100元。").only(Kind::SaidTwice), []);
    let mut draft = taken("bonus", "高温津贴", "高温津贴每月3,000元。");
    draft.clauses.retain(|one| one.library.as_deref() != Some("wage.heat"));
    assert_eq!(draft.only(Kind::SaidTwice), [], "one of the two is gone");
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.add("bonus", "高温津贴每月3,000元。");
    assert_eq!(draft.only(Kind::SaidTwice), [], "both are the chair's own choice");
}

#[test]
fn a_higher_grade_of_the_attached_table_that_is_paid_less_is_told_beside_the_clause_that_promises_more() {
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.levels = vec![level(SkillGrade::Senior, 6_200, 7_400), level(SkillGrade::Technician, 6_200, 7_400)];
    assert_eq!(draft.only(Kind::GradeBelowLower), [], "as much is well");
    draft.levels[1] = level(SkillGrade::Technician, 4_000, 5_000);
    let found = draft.only(Kind::GradeBelowLower);
    assert_eq!((found.len(), found[0].severity), (1, Severity::Should));
    assert!(
        found[0].message.contains("装配工技师4,000—5,000元，低于装配工高级工的6,200—7,400元"),
        "{found:?}"
    );
    assert_eq!(found[0].number, u32::try_from(number(&draft, "wage.skilled")).ok());
    draft.clauses.retain(|one| one.library.as_deref() != Some("wage.skilled"));
    assert_eq!(draft.only(Kind::GradeBelowLower)[0].severity, Severity::Should, "nothing promises the order");
    draft.clauses.retain(|one| !one.text.contains(TABLE));
    assert_eq!(draft.only(Kind::GradeBelowLower), [], "the table is no part of the contract");
    let left = draft.only(Kind::Attachment);
    assert_eq!(left[0].severity, Severity::Hint);
    assert_eq!(left[0].remedy, Some(ContractRemedy::Take { library: "wage.posts".to_owned() }));
}

#[test]
fn attachments_are_a_part_of_the_contract_only_where_something_is_attached() {
    let mut draft = Draft::whole(AgreementKind::Wage);
    assert_eq!(draft.only(Kind::Attachment), [], "the table is attached and named");
    draft.levels.clear();
    assert!(draft.only(Kind::Attachment)[0].message.contains("还没有登记"));
    draft.clauses.retain(|one| !one.text.contains(TABLE));
    assert_eq!(draft.only(Kind::Attachment), [], "the library's other clauses speak of none");
    draft.add("final", "附件是本合同的组成部分。");
    let found = draft.only(Kind::Attachment);
    assert_eq!((found.len(), found[0].severity), (1, Severity::Should));
    draft.add("other", "考核办法见附件《绩效考核办法》。");
    assert_eq!(draft.only(Kind::Attachment), []);
}
