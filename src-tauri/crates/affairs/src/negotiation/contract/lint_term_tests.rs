//! The look over a draft for its term: how long a contract of each kind may run where, one without an end, and the day on which a
//! term ends.

use law::Place;

use super::{Draft, Kind, Severity};
use crate::negotiation::agreement::model::AgreementKind;

#[test]
fn a_contract_without_an_end_is_told_and_a_labour_contract_without_one_is_well() {
    for (words, found) in [
        ("本合同长期有效。", 1),
        ("合同自签订之日起永久有效。", 1),
        ("企业与符合条件的职工订立无固定期限劳动合同。", 0),
        ("本合同在期限内有效。", 0),
    ] {
        let mut draft = Draft::whole(AgreementKind::Wage);
        draft.add("term", words);
        let told = draft.only(Kind::TermOutOfRange);
        assert_eq!(told.len(), found, "{words}: {told:?}");
        assert!(told.iter().all(|one| one.article.is_some() && one.severity == Severity::Should), "{told:?}");
    }
}

#[test]
fn a_wage_contract_of_one_year_is_well_and_a_day_more_or_less_is_told() {
    let mut draft = Draft::whole(AgreementKind::Wage);
    for (to, found) in [("2027-03-31", 0), ("2027-04-01", 1), ("2027-03-30", 1)] {
        draft.fill("合同止日", to);
        assert_eq!(draft.only(Kind::TermOutOfRange).len(), found, "{to}");
    }
    draft.fill("合同止日", "2026-03-31");
    let found = draft.only(Kind::TermOutOfRange);
    assert_eq!(found[0].severity, Severity::Must, "it ends before it begins, whatever length is usual");
    assert!(found[0].article.is_some());
    draft.fill("合同止日", "2026-04-01");
    assert_eq!(draft.only(Kind::TermOutOfRange)[0].severity, Severity::Should, "a term of one day is one");
}

#[test]
fn a_term_from_the_29th_of_february_ends_on_the_28th() {
    use AgreementKind::{Collective, Wage};
    for (kind, to, found) in [
        (Wage, "2029-02-27", 1),
        (Wage, "2029-02-28", 0),
        (Wage, "2029-03-01", 1),
        (Collective, "2029-02-27", 1),
        (Collective, "2029-02-28", 0),
        (Collective, "2031-02-28", 0),
        (Collective, "2031-03-01", 1),
    ] {
        let mut draft = Draft::whole(kind);
        draft.fill("合同起日", "2028-02-29");
        draft.fill("合同止日", to);
        assert_eq!(draft.only(Kind::TermOutOfRange).len(), found, "{} {to}", kind.code());
    }
    let mut draft = Draft::whole(Wage);
    draft.fill("合同起日", "2028-02-29");
    draft.fill("合同止日", "2029-02-27");
    let told = draft.only(Kind::TermOutOfRange);
    assert!(told[0].way_out.contains("写到2029年2月28日"), "{}", told[0].way_out);
    draft.fill("合同止日", "2029-02-28");
    draft.add("other", "本合同有效期一年。");
    assert_eq!(draft.only(Kind::Contradiction), [], "it is a year");
}

#[test]
fn a_collective_contract_runs_from_one_to_three_years() {
    let mut draft = Draft::whole(AgreementKind::Collective);
    for (to, found) in
        [("2027-03-30", 1), ("2027-03-31", 0), ("2028-06-30", 0), ("2029-03-31", 0), ("2029-04-01", 1)]
    {
        draft.fill("合同止日", to);
        let all = draft.only(Kind::TermOutOfRange);
        assert_eq!(all.len(), found, "{to}");
        assert!(all.iter().all(|one| one.article.is_some() && one.clause.is_some()), "{to}");
    }
}

#[test]
fn three_years_are_usual_of_a_collective_contract_in_beijing_and_of_none_elsewhere() {
    let found = |province: &str, kind: AgreementKind, to: &str| {
        let mut draft = Draft::whole(kind);
        draft.fill("合同止日", to);
        let mut all = draft.look_in(&Place::province(province));
        all.retain(|one| one.kind == Kind::TermOutOfRange);
        all
    };
    let (collective, two, three) = (AgreementKind::Collective, "2028-03-31", "2029-03-31");
    assert_eq!(found("11", collective, three), []);
    let told = found("11", collective, two);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].message.ends_with("不是3年。") && told[0].severity == Severity::Should, "{told:?}");
    assert!(told[0].article.as_deref().is_some_and(|article| article.contains("第三十六条")), "{told:?}");
    assert_eq!(found("36", collective, two), []);
    assert_eq!(found("11", AgreementKind::Safety, two), [], "what is said of collective contracts alone");
}
