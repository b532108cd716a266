//! What holds back an ordinary signature: every kind of finding that must be mended, with the article that says must; and that no
//! other ever does, however bad a draft is.

use law::Place;

use super::{Draft, Kind, Severity, level};
use crate::members::roster::codes::SkillGrade;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::agreement::model::AgreementKind::{Collective, Safety, Wage, Women};

/// A province, the kind of contract, what is wrong with it, as what it is found, and the article that says must.
type Case = (&'static str, AgreementKind, fn(&mut Draft), Kind, &'static [&'static str]);

const CASES: [Case; 20] = [
    // 草案应当提交职工代表大会讨论通过: what is filled in afterwards was not.
    (
        "36",
        Wage,
        |draft| drop(draft.values.remove("夜班津贴")),
        Kind::BlankOpen,
        &["第二十一条", "第五十一条"],
    ),
    (
        "36",
        Wage,
        |draft| draft.fill("企业最低月工资", "199999"),
        Kind::UnderMinimum,
        &["第五条", "第五十五条"],
    ),
    (
        "36",
        Wage,
        |draft| draft.levels = vec![level(SkillGrade::Junior, 1_999, 2_500)],
        Kind::UnderMinimum,
        &["第五条", "第五十五条"],
    ),
    ("36", Wage, |draft| draft.fill("工作日加班比例", "14999"), Kind::UnderLaw, &["第四十四条"]),
    ("36", Wage, |draft| draft.add("payment", "加班费按100%支付。"), Kind::UnderLaw, &["第四十四条"]),
    ("36", Collective, |draft| draft.fill("每日工作时数", "9"), Kind::UnderLaw, &["第三条", "第三十六条"]),
    ("36", Wage, |draft| draft.fill("合同份数", "2"), Kind::TooFewCopies, &["第二十一条", "第四十二条"]),
    // 应当包括, 应当载明.
    ("33", Wage, |draft| draft.drop_item("level"), Kind::MissingItem, &["第十九条"]),
    ("33", Women, |draft| draft.drop_item("growth"), Kind::MissingItem, &["第二十二条"]),
    ("33", Safety, |draft| draft.drop_item("duty"), Kind::MissingItem, &["第二十一条"]),
    ("41", Wage, |draft| draft.drop_item("term"), Kind::MissingItem, &["第二十七条"]),
    ("41", Wage, |draft| draft.drop_item("breach"), Kind::NoBreach, &["第二十七条"]),
    ("43", Wage, |draft| draft.drop_item("breach"), Kind::NoBreach, &["第三十三条"]),
    // 不超过三年, 不少于一年.
    ("33", Collective, |draft| draft.fill("合同止日", "2030-03-31"), Kind::TermOutOfRange, &["第三十条"]),
    ("37", Wage, |draft| draft.fill("合同止日", "2030-03-31"), Kind::TermOutOfRange, &["第十七条"]),
    ("41", Wage, |draft| draft.fill("合同止日", "2026-03-31"), Kind::TermOutOfRange, &["第三十一条"]),
    // A term that ends before it begins, also where its length is only usual.
    ("36", Women, |draft| draft.fill("合同止日", "2026-03-01"), Kind::TermOutOfRange, &["第三十八条"]),
    ("36", Safety, |draft| draft.fill("合同止日", "2026-03-31"), Kind::TermOutOfRange, &["第三十八条"]),
    // 支付不低于工资的百分之一百五十的工资报酬; 按月支付.
    ("36", Wage, |draft| draft.add("payment", "企业不支付加班工资。"), Kind::UnderLaw, &["第四十四条"]),
    ("36", Wage, |draft| draft.add("other", "工资每季度末支付一次。"), Kind::UnderLaw, &["第五十条"]),
];

#[test]
fn whatever_must_be_mended_has_its_article() {
    for (province, kind, spoil, found, articles) in CASES {
        let mut draft = Draft::whole(kind);
        spoil(&mut draft);
        let all = draft.look_in(&Place::province(province));
        let must: Vec<_> =
            all.iter().filter(|one| one.kind == found && one.severity == Severity::Must).collect();
        assert!(!must.is_empty(), "{province} {found:?}: {all:?}");
        for one in must {
            let article = one.article.as_deref().unwrap_or_default();
            assert!(articles.iter().any(|wanted| article.contains(wanted)), "{province}: {one:?}");
        }
    }
}

/// What a text only calls usual, and what parties may agree upon, is advice: the same drafts elsewhere.
#[test]
fn what_no_article_asks_for_is_advice() {
    let advice: [Case; 6] = [
        ("36", Wage, |draft| draft.drop_item("level"), Kind::MissingItem, &["第十六条"]),
        ("36", Wage, |draft| draft.drop_item("breach"), Kind::NoBreach, &["第十六条"]),
        ("50", Safety, |draft| draft.drop_item("duty"), Kind::MissingItem, &[]),
        ("50", Women, |draft| draft.drop_item("banned"), Kind::MissingItem, &[]),
        (
            "36",
            Collective,
            |draft| draft.fill("合同止日", "2030-03-31"),
            Kind::TermOutOfRange,
            &["第三十八条"],
        ),
        ("43", Wage, |draft| draft.fill("合同止日", "2030-03-31"), Kind::TermOutOfRange, &["第三十六条"]),
    ];
    for (province, kind, spoil, found, articles) in advice {
        let mut draft = Draft::whole(kind);
        spoil(&mut draft);
        let all = draft.look_in(&Place::province(province));
        let told: Vec<_> = all.iter().filter(|one| one.kind == found).collect();
        assert!(!told.is_empty(), "{province} {found:?}: {all:?}");
        for one in told {
            assert_eq!(one.severity, Severity::Should, "{province}: {one:?}");
            let article = one.article.as_deref().unwrap_or_default();
            assert!(articles.is_empty() || articles.iter().any(|wanted| article.contains(wanted)), "{one:?}");
        }
    }
}

/// The worst draft there is, in every place that a pack is of: no finding holds back a signature without its article, and none
/// of those that are read out of words or are a matter of style.
#[test]
fn nothing_else_holds_back_a_signature() {
    for kind in AgreementKind::ALL {
        let mut draft = Draft::whole(*kind);
        for item in ["term", "breach", "change", "growth", "health", "duty", "level"] {
            draft.drop_item(item);
        }
        draft.values.remove("发薪日");
        draft.fill("合同份数", "0");
        draft.fill("合同止日", "2025-03-31");
        draft.fill("企业最低月工资", "100000");
        draft.fill("工资增长幅度", "6000");
        draft.add("other", "另加____元，适当提高；附件是本合同的组成部分。");
        draft.add("other", "全体职工的月工资不低于900元。合同有效期为24个月。加班费按100%支付。");
        for place in ["00", "11", "31", "33", "36", "37", "41", "43", "50"] {
            for one in draft.look_in(&Place::province(place)) {
                let lawful = matches!(
                    one.kind,
                    Kind::BlankOpen
                        | Kind::MissingItem
                        | Kind::NoBreach
                        | Kind::UnderMinimum
                        | Kind::UnderLaw
                        | Kind::TermOutOfRange
                        | Kind::TooFewCopies
                );
                if one.severity == Severity::Must {
                    assert!(lawful && one.article.is_some(), "{place}: {one:?}");
                }
            }
        }
    }
}
