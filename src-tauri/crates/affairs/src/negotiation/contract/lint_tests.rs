//! The look over a draft, each finding on both sides: a draft that has it and one that just has it not.

use std::path::Path;
use std::sync::LazyLock;

use law::{LawBook, Place};
use ledger::Fen;

use super::{LocalMinimum, Looked, look};
use crate::members::roster::codes::SkillGrade;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::contract::library::ClauseLibrary;
use crate::negotiation::contract::model::{
    AgreedText, ContractClause, ContractFinding, ContractFindingKind as Kind, ContractOrigin, ContractRemedy,
    ContractSeverity as Severity,
};
use crate::negotiation::contract::proposals::by_law;
use crate::negotiation::contract::values::Values;
use crate::negotiation::levels::{TABLE, model::SkillPayLevel};
use crate::negotiation::rules::Law;

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());
static LIBRARY: LazyLock<ClauseLibrary> = LazyLock::new(|| {
    ClauseLibrary::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap()
});

static PLACE: LazyLock<Place> = LazyLock::new(|| Place { province: "36".to_owned(), city: None });

fn law_here() -> Law<'static> {
    Law { book: &BOOK, place: &PLACE, on: "2026-11-16".parse().unwrap() }
}

/// A draft in hand.
struct Draft {
    kind: AgreementKind,
    clauses: Vec<ContractClause>,
    values: Values,
    minimum: Option<LocalMinimum>,
    minimum_hour: Option<LocalMinimum>,
    agreed: Vec<AgreedText>,
    levels: Vec<SkillPayLevel>,
}

fn clause(n: u128, item: &str, text: &str) -> ContractClause {
    ContractClause {
        id: uuid::Uuid::from_u128(n).into(),
        item: item.to_owned(),
        group: None,
        library: None,
        origin: ContractOrigin::Typed,
        round: None,
        topic: None,
        text: text.to_owned(),
    }
}

fn level(grade: SkillGrade, from: i64, to: i64) -> SkillPayLevel {
    let (from, to) = (Fen(from * 100), Fen(to * 100));
    SkillPayLevel {
        id: None,
        trade: "装配工".to_owned(),
        grade,
        from,
        to,
        allowance: None,
        people: None,
        note: None,
    }
}

impl Draft {
    /// The library's whole start, every blank filled: nothing to find but what a test makes of it.
    fn whole(kind: AgreementKind) -> Draft {
        let clauses = LIBRARY
            .clauses(kind)
            .iter()
            .zip(1..)
            .map(|(one, n)| ContractClause {
                group: one.group.clone(),
                library: Some(one.id.clone()),
                ..clause(n, &one.item, &one.text)
            })
            .collect();
        let values = LIBRARY
            .blanks
            .iter()
            .map(|blank| {
                use crate::negotiation::contract::model::BlankKind::{
                    Choice, Count, Date, Day, Percent, Sum, Text,
                };
                let value = match blank.kind {
                    Sum => "300000",
                    Percent => "600",
                    Day => "10",
                    Count => "3",
                    Date => "2026-04-01",
                    Choice => blank.choices[0].as_str(),
                    Text => "乙",
                };
                // Where the law has a number, that number is filled in.
                let value = by_law(law_here(), blank).map_or(value.to_owned(), |(value, _)| value);
                (blank.name.clone(), value)
            })
            .collect();
        let minimum = LocalMinimum { fen: Fen(200_000), from: "2025-01-01".parse().unwrap() };
        let mut draft = Draft {
            kind,
            clauses,
            values,
            minimum: Some(minimum),
            minimum_hour: None,
            agreed: Vec::new(),
            levels: Vec::new(),
        };
        draft.fill("合同止日", "2027-03-31");
        draft.fill("当地最低月工资", "200000");
        draft.fill("本年月平均工资", "318000");
        draft.fill("合同份数", "5");
        if draft.clauses.iter().any(|one| one.text.contains(TABLE)) {
            draft.levels = vec![level(SkillGrade::Junior, 4_000, 5_000)];
        }
        draft
    }

    fn fill(&mut self, name: &str, value: &str) {
        self.values.insert(name.to_owned(), value.to_owned());
    }

    fn add(&mut self, item: &str, text: &str) {
        let n = 1000 + self.clauses.len() as u128;
        self.clauses.push(clause(n, item, text));
    }

    fn drop_item(&mut self, item: &str) {
        self.clauses.retain(|one| one.item != item);
    }

    fn look(&self) -> Vec<ContractFinding> {
        self.look_in(&PLACE)
    }

    /// The look by the law of a place.
    fn look_in(&self, place: &Place) -> Vec<ContractFinding> {
        look(&Looked {
            library: &LIBRARY,
            law: Law { place, ..law_here() },
            kind: self.kind,
            clauses: &self.clauses,
            values: &self.values,
            minimum: self.minimum.as_ref(),
            minimum_hour: self.minimum_hour.as_ref(),
            agreed: &self.agreed,
            levels: &self.levels,
        })
        .unwrap()
    }

    fn only(&self, kind: Kind) -> Vec<ContractFinding> {
        self.look().into_iter().filter(|one| one.kind == kind).collect()
    }
}

#[test]
fn the_librarys_own_clauses_filled_are_found_well_for_every_kind() {
    for kind in AgreementKind::ALL {
        let found = Draft::whole(*kind).look();
        let told: Vec<&str> = found.iter().map(|one| one.message.as_str()).collect();
        assert_eq!(told, [""; 0], "{}", kind.code());
    }
}

#[test]
fn each_of_the_nine_items_is_missed_when_it_is_gone_and_is_answered_by_a_clause_of_the_library() {
    for item in ["term", "system", "level", "bonus", "payment", "change", "ending"] {
        let mut draft = Draft::whole(AgreementKind::Wage);
        draft.drop_item(item);
        let found = draft.only(Kind::MissingItem);
        assert_eq!(found.len(), 1, "{item}");
        assert_eq!(found[0].severity, Severity::Should, "{item}: 江西 calls the items usual");
        assert!(found[0].article.is_some(), "{item}: an article");
        let Some(ContractRemedy::Take { library }) = &found[0].remedy else { panic!("{item}: one click") };
        assert_eq!(LIBRARY.clause(library).unwrap().item, item);
        draft.add(item, "　");
        assert_eq!(draft.only(Kind::MissingItem).len(), 1, "{item}: an empty clause answers nothing");
        draft.add(item, "双方谈定的工资标准等内容");
        assert_eq!(draft.only(Kind::MissingItem).len(), 0, "{item}");
    }
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.drop_item("other");
    assert_eq!(
        draft.only(Kind::MissingItem)[0].severity,
        Severity::Should,
        "the ninth is what the parties like"
    );
    draft.drop_item("quota");
    assert_eq!(draft.only(Kind::MissingItem).len(), 1, "nobody works by the piece");
}

/// The second of the nine joins three things; the lowest wage alone is none of them in the national list.
#[test]
fn a_standard_of_wages_that_no_clause_says_is_told_beside_the_system() {
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.clauses.retain(|one| one.item != "system" || one.library.as_deref() == Some("wage.system"));
    let found = draft.only(Kind::MissingItem);
    assert_eq!((found.len(), found[0].severity), (1, Severity::Should), "{found:?}");
    assert!(found[0].message.contains("没有写工资标准") && found[0].article.is_some(), "{found:?}");
    assert_eq!(found[0].remedy, Some(ContractRemedy::Take { library: "wage.lowest".to_owned() }));
    draft.add("system", "各岗位的工资标准见附件。");
    assert_eq!(draft.only(Kind::MissingItem), []);
}

#[test]
fn a_contract_of_any_kind_without_a_breach_clause_is_found_once() {
    for kind in AgreementKind::ALL {
        let mut draft = Draft::whole(*kind);
        assert_eq!(draft.only(Kind::NoBreach), []);
        draft.drop_item("breach");
        let found = draft.look();
        assert_eq!(found.len(), 1, "{}: not told as a missing item as well", kind.code());
        assert_eq!((found[0].kind, found[0].severity), (Kind::NoBreach, Severity::Should));
    }
}

#[test]
fn an_item_of_a_collective_contract_is_missed_by_the_list_of_the_place_and_its_parts_are_told() {
    let found = |province: &str, item: &str| {
        let mut draft = Draft::whole(AgreementKind::Collective);
        draft.drop_item(item);
        let all = draft.look_in(&Place::province(province));
        all.into_iter().find(|one| one.kind == Kind::MissingItem).expect("it is missed")
    };
    for (province, item, article, parts) in [
        ("36", "pay", "集体合同规定第八条", "第九条"),
        ("11", "pay", "北京市集体合同条例第二十条", "第二十一条"),
        ("11", "safety", "北京市集体合同条例第二十条", "第二十五条"),
        ("33", "women", "第十八条", "第二十二条"),
        ("36", "term", "集体合同规定第八条", ""),
    ] {
        let one = found(province, item);
        assert_eq!(one.severity, Severity::Should, "{province} {item}: what may be written");
        assert!(
            one.article.as_deref().is_some_and(|told| told.contains(article)),
            "{province} {item}: {one:?}"
        );
        assert!(one.way_out.contains(parts), "{province} {item}: {one:?}");
    }
    let shanghai = found("31", "term");
    assert!(
        shanghai.article.as_deref().is_some_and(|told| told.contains("《集体合同规定》第八条")),
        "its own list names no term: {shanghai:?}"
    );
}

#[test]
fn each_protected_group_is_asked_for_and_naming_it_is_enough() {
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.drop_item("groups");
    let told: Vec<String> = draft.only(Kind::MissingGroup).into_iter().map(|one| one.message).collect();
    // The clause of the other items that name a group answer for it.
    assert_eq!(
        told,
        ["没有写到技术工人。", "没有写到女职工。", "没有写到被派遣劳动者。", "没有写到农民工。"]
    );
    draft.add("system", "女职工与男职工同工同酬");
    assert_eq!(draft.only(Kind::MissingGroup).len(), 3);
}

#[test]
fn a_sum_one_fen_under_the_minimum_is_found_and_the_minimum_itself_is_not() {
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.fill("企业最低月工资", "200000");
    assert_eq!(draft.only(Kind::UnderMinimum), []);
    draft.fill("企业最低月工资", "199999");
    let found = draft.only(Kind::UnderMinimum);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].severity, Severity::Must);
    assert!(
        found[0].message.contains("1,999.99元，低于当地月最低工资标准2,000元（自2025年1月1日起执行）"),
        "{}",
        found[0].message
    );
    assert!(found[0].article.is_some());
    // The basis is that of the figures of wage data.
    let way_out = &found[0].way_out;
    assert!(way_out.contains("加班工资") && way_out.contains("第十二条"), "{way_out}");
    draft.fill("企业最低月工资", "200000");
    draft.levels = vec![level(SkillGrade::Apprentice, 1_999, 2_500), level(SkillGrade::Junior, 1_999, 2_500)];
    let found = draft.only(Kind::UnderMinimum);
    assert!(found[0].message.contains("装配工学徒工"));
    assert_eq!(found.len(), 2, "each level is told");
    draft.levels = vec![level(SkillGrade::Junior, 2_000, 2_500)];
    assert_eq!(draft.only(Kind::UnderMinimum), []);
}

#[test]
fn what_is_paid_on_probation_or_at_least_for_piecework_is_held_against_the_minimum() {
    for (words, found) in [
        ("试用期职工月工资为1999.99元。", 1),
        ("试用期职工月工资为2000元。", 0),
        ("计件职工每月保底工资1800元。", 1),
        ("夜班每班保底工资80元。", 0),
    ] {
        let mut draft = Draft::whole(AgreementKind::Wage);
        draft.add("system", words);
        assert_eq!(draft.only(Kind::UnderMinimum).len(), found, "{words}");
    }
}

#[test]
fn an_unknown_minimum_is_a_hint_and_another_one_than_the_ledgers_is_told() {
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.minimum = None;
    assert_eq!(draft.only(Kind::MinimumUnknown)[0].severity, Severity::Hint);
    draft.kind = AgreementKind::Women;
    assert_eq!(draft.only(Kind::MinimumUnknown), [], "a contract without wages needs none");
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.fill("当地最低月工资", "190000");
    assert_eq!(draft.only(Kind::MinimumOutdated).len(), 1);
}

#[test]
fn every_vague_word_is_found_and_what_to_write_instead_is_said() {
    for vague in &LIBRARY.words.vagues {
        let mut draft = Draft::whole(AgreementKind::Wage);
        draft.add("other", &format!("企业{}提高夜班津贴。", vague.word));
        let found = draft.only(Kind::Vague);
        assert!(
            found.iter().any(|one| one.message.contains(&vague.word) && one.way_out.contains(&vague.instead)),
            "{}",
            vague.word
        );
        assert!(found.iter().all(|one| one.severity == Severity::Should && one.clause.is_some()));
    }
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.add("other", "企业每年评选合理化建议，奖金500元。");
    assert_eq!(draft.only(Kind::Vague), [], "a longer word that holds it is well");
    for words in [
        "职工工资增长视公司效益而定。",
        "职工工资根据公司经营情况适时调整。",
        "在条件成熟时逐年提高职工工资。",
        "职工工资提高不少于若干元。",
    ] {
        let mut draft = Draft::whole(AgreementKind::Wage);
        draft.add("other", words);
        assert_eq!(draft.only(Kind::Vague).len(), 1, "{words}");
    }
}

#[test]
fn a_blank_left_open_is_found_and_one_that_is_filled_is_not() {
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.values.remove("夜班津贴");
    let found = draft.only(Kind::BlankOpen);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].remedy, Some(ContractRemedy::Fill { blank: "夜班津贴".to_owned() }));
    assert!(found[0].way_out.contains("讨论"), "why the article stands with it: {found:?}");
    draft.fill("夜班津贴", "3000");
    assert_eq!(draft.only(Kind::BlankOpen), []);
    draft.add("other", "另加____元");
    let found = draft.only(Kind::BlankOpen);
    assert_eq!(found.len(), 1, "a line to write on");
    assert_eq!(found[0].severity, Severity::Should, "or a line that means something else");
}

#[test]
fn two_clauses_that_name_different_amounts_for_one_fact_are_found_and_equal_ones_are_not() {
    for (same, other, name) in [
        ("全体职工的月工资不低于3,000元。", "全体职工的月工资不低于2,900元。", "企业最低工资标准"),
        ("职工平均工资增长百分之六。", "职工平均工资增长7%。", "职工平均工资增长幅度"),
        ("工资在每月10日发放，每月10日支付。", "工资的发放在每月15日。", "工资支付日"),
        (
            "合同期限自2026年4月1日起至2027年3月31日止。",
            "合同期限自2026年5月1日起至2027年3月31日止。",
            "合同期限的起日",
        ),
        (
            "合同期限自2026年4月1日起至2027年3月31日止。",
            "合同期限自2026年4月1日起至2027年4月30日止。",
            "合同期限的止日",
        ),
    ] {
        let mut draft = Draft::whole(AgreementKind::Wage);
        draft.add("other", same);
        assert_eq!(draft.only(Kind::Contradiction), [], "{same}");
        draft.add("other", other);
        let found = draft.only(Kind::Contradiction);
        assert_eq!(found.len(), 1, "{other}");
        assert!(found[0].message.contains(name), "{}", found[0].message);
        assert_eq!(found[0].severity, Severity::Should, "it is read out of words");
    }
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.add("level", "装配车间一线岗位平均工资增长7%，居民消费价格指数增长2%。");
    assert_eq!(draft.only(Kind::Contradiction), [], "another fact");
}

#[test]
fn a_text_agreed_upon_is_asked_for_until_it_stands_in_the_draft() {
    let mut draft = Draft::whole(AgreementKind::Wage);
    let topic = uuid::Uuid::from_u128(5).into();
    draft.agreed = vec![AgreedText {
        topic,
        title: "高温津贴".to_owned(),
        round: 2,
        text: "室外每月300元".to_owned(),
        taken: false,
    }];
    let found = draft.only(Kind::AgreedLeftOut);
    assert_eq!(found[0].remedy, Some(ContractRemedy::TakeAgreed { topic }));
    draft.agreed[0].taken = true;
    assert_eq!(draft.only(Kind::AgreedLeftOut), []);
}

#[test]
fn the_gravest_come_first() {
    let mut draft = Draft::whole(AgreementKind::Wage);
    draft.minimum = None;
    draft.fill("合同份数", "2");
    draft.add("other", "适当提高");
    let order: Vec<Severity> = draft.look().iter().map(|one| one.severity).collect();
    assert_eq!(order, [Severity::Must, Severity::Should, Severity::Hint]);
}

#[path = "lint_law_tests.rs"]
mod law_tests;
#[path = "lint_minimum_tests.rs"]
mod minimum_tests;
#[path = "lint_must_tests.rs"]
mod must_tests;
#[path = "lint_term_tests.rs"]
mod term_tests;
#[path = "lint_twice_tests.rs"]
mod twice_tests;
