//! Checks on how an agreement is kept (履行情况检查): clause by clause what was agreed, what was done, the gap and its remedy,
//! by a group of both sides. When the next one is due the ladder tells; the paper is `negotiation::papers`'.

mod in_force;
pub mod model;
mod proposals;
pub mod store;

pub use in_force::{InForce, in_force};
pub use proposals::{Figures, offer};

use ledger::Tx;

use super::affair::{self, Affair};
use super::model::AgreementId;
use super::store::head;
use crate::Problem;
use crate::duty::day_words;
use crate::office::{short, text};
use law::LawBook;
use model::{AgreementCheckClause, AgreementCheckId, SaveAgreementCheck};

/// The most clauses of one check: far beyond any real one.
const MOST: usize = 200;

/// Refuses a check that cannot be.
///
/// Errors: `bad_input` at its field.
fn check(input: &SaveAgreementCheck, today: chrono::NaiveDate) -> Result<(), Problem> {
    for (field, value, most) in [
        ("method", input.method.as_str(), 500),
        ("opinions", input.opinions.as_deref().unwrap_or_default(), 2000),
        ("conclusion", input.conclusion.as_str(), 2000),
        ("lateEntry", input.late_entry.as_deref().unwrap_or_default(), 200),
    ] {
        short(field, value, most)?;
    }
    if input.to_on < input.from_on {
        return Err(Problem::input("toOn", "检查期间的止日早于起日，请核对。"));
    }
    if input.checked_on > today {
        return Err(Problem::input("checkedOn", "检查的日期还没有到，请在检查以后登记。"));
    }
    if input.checked_on < input.from_on {
        return Err(Problem::input("checkedOn", "检查的日期早于检查期间的起日，请核对。"));
    }
    for (field, value, message) in [
        ("method", &input.method, "请写明怎样检查的，例如“查阅工资支付台账，召开职工座谈会”。"),
        ("conclusion", &input.conclusion, "请写明检查结论。"),
    ] {
        if value.trim().is_empty() {
            return Err(Problem::input(field, message));
        }
    }
    for (field, names, side) in
        [("workers", &input.workers, "职工方"), ("employer", &input.employer, "企业方")]
    {
        if names.iter().all(|name| name.trim().is_empty()) {
            return Err(Problem::input(field, format!("请填写{side}的检查人员：检查由双方共同进行。")));
        }
    }
    if input.clauses.is_empty() {
        return Err(Problem::input("clauses", "请至少写一项检查的条款。"));
    }
    if input.clauses.len() > MOST {
        return Err(Problem::input("clauses", format!("一次检查最多写{MOST}项条款。")));
    }
    for (at, clause) in input.clauses.iter().enumerate() {
        let field = format!("clauses.{at}");
        let n = at + 1;
        for value in [Some(&clause.clause), Some(&clause.target), Some(&clause.actual), clause.gap.as_ref()]
            .into_iter()
            .chain([clause.cause.as_ref(), clause.remedy.as_ref(), clause.owner.as_ref()])
            .flatten()
        {
            short(&field, value, 1000)?;
        }
        for (value, what) in
            [(&clause.clause, "条款"), (&clause.target, "合同约定"), (&clause.actual, "实际履行情况")]
        {
            if value.trim().is_empty() {
                return Err(Problem::input(&field, format!("第{n}项没有填写{what}，请补上。")));
            }
        }
        if text(&clause.gap).is_some() && text(&clause.remedy).is_none() {
            let message = format!("第{n}项有差距，请写明怎样补救。");
            return Err(Problem::input(&field, message));
        }
        if clause.done_on.is_some_and(|done| done > today) {
            return Err(Problem::input(&field, format!("第{n}项的完成日期还没有到，请核对。")));
        }
        awarded(clause, today).map_err(|why| Problem::input(&field, format!("第{n}项{why}")))?;
    }
    Ok(())
}

/// Why the days of an award and of a suit cannot be, as it goes on after 第一项.
fn awarded(clause: &AgreementCheckClause, today: chrono::NaiveDate) -> Result<(), &'static str> {
    match (clause.award_on, clause.sued_on) {
        (Some(_), _) if text(&clause.gap).is_none() => Err("没有写差距，不会有仲裁裁决，请核对。"),
        (Some(award), _) if award > today => Err("收到裁决书的日期还没有到，请核对。"),
        (None, Some(_)) => Err("写了起诉的日期，请先填写收到裁决书的日期。"),
        (Some(award), Some(sued)) if sued < award => Err("起诉的日期早于收到裁决书的日期，请核对。"),
        (Some(_), Some(sued)) if sued > today => Err("起诉的日期还没有到，请在起诉以后登记。"),
        _ => Ok(()),
    }
}

/// Keeps a check, new or corrected.
///
/// Errors: `bad_input` at its field; `refused` while the agreement is not in effect; `not_found`.
pub fn save(tx: &Tx, book: &LawBook, input: &SaveAgreementCheck) -> Result<AgreementCheckId, Problem> {
    let head = head(tx, input.agreement)?;
    if let Some(id) = input.id
        && store::check(tx, id)?.agreement != input.agreement
    {
        return Err(Problem::missing("次履行检查"));
    }
    check(input, tx.today())?;
    let affair = Affair::load(tx, head.negotiation)?;
    let of_papers = affair.is_of_papers(input.checked_on);
    let late = of_papers || text(&input.late_entry).is_some();
    let effect = affair::course(tx, book, &affair, &head)?.effective_on();
    match effect {
        None if !late => {
            let message =
                "合同还没有生效，没有履行情况可以检查；先登记生效。如果是据纸面材料补录，请写明补录的理由。";
            return Err(Problem::new("refused", message));
        }
        Some(effect) if input.checked_on < effect && !late => {
            let message = format!("检查的日期早于合同生效的{}，请核对。", day_words(effect));
            return Err(Problem::input("checkedOn", message));
        }
        _ => {}
    }
    let id = input.id.unwrap_or_else(|| tx.new_id());
    let late_entry = text(&input.late_entry).map(str::to_owned).or(affair.late_entry.filter(|_| of_papers));
    store::save(tx, id, input, late_entry.as_deref())?;
    Ok(id)
}

/// Carries what was found short and is not mended into the agreement that continues another: the rows of a sealed affair do not change,
/// and what comes of it is to be entered somewhere. Each copy says where it comes from.
pub(in crate::negotiation) fn carry(
    tx: &Tx,
    from: AgreementId,
    to: AgreementId,
    whence: &str,
) -> Result<(), Problem> {
    for mut check in store::checks(tx, from)? {
        check.clauses.retain(AgreementCheckClause::is_open);
        if check.clauses.is_empty() {
            continue;
        }
        check.agreement = to;
        // What the workers said of it stands where it was said.
        check.opinions = None;
        store::save(tx, tx.new_id::<AgreementCheckId>(), &check, Some(whence))?;
    }
    Ok(())
}

/// Puts a check with its clauses out of sight.
///
/// Errors: `not_found`.
pub fn remove(tx: &Tx, id: AgreementCheckId) -> Result<(), Problem> {
    store::check(tx, id)?;
    store::remove_check(tx, id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input() -> SaveAgreementCheck {
        let day = |text: &str| text.parse().unwrap();
        SaveAgreementCheck {
            id: None,
            agreement: uuid::Uuid::from_u128(1).into(),
            from_on: day("2026-04-01"),
            to_on: day("2026-09-30"),
            checked_on: day("2026-10-15"),
            method: "查阅工资支付台账".to_owned(),
            opinions: None,
            conclusion: "总体履行".to_owned(),
            workers: vec!["艾小梅".to_owned()],
            employer: vec!["罗建平".to_owned()],
            late_entry: None,
            clauses: vec![AgreementCheckClause {
                clause: "工资增长".to_owned(),
                target: "增长6%".to_owned(),
                actual: "增长6%".to_owned(),
                ..AgreementCheckClause::default()
            }],
        }
    }

    #[test]
    fn a_check_names_both_sides_its_clauses_and_a_remedy_for_each_gap() {
        let today = "2026-10-15".parse().unwrap();
        type Change<'a> = &'a dyn Fn(&mut SaveAgreementCheck);
        let field = |change: Change<'_>| {
            let mut one = input();
            change(&mut one);
            check(&one, today).err().and_then(|problem| problem.field)
        };
        assert_eq!(field(&|_| {}), None, "on its own day it can be entered");
        let cases: [(&str, Change<'_>); 7] = [
            ("toOn", &|one| one.to_on = "2026-03-31".parse().unwrap()),
            ("checkedOn", &|one| one.checked_on = "2026-10-16".parse().unwrap()),
            ("method", &|one| one.method = " ".to_owned()),
            ("workers", &|one| one.workers.clear()),
            ("employer", &|one| one.employer = vec![" ".to_owned()]),
            ("clauses", &|one| one.clauses.clear()),
            ("clauses.0", &|one| one.clauses[0].gap = Some("低0.2个百分点".to_owned())),
        ];
        for (at, change) in cases {
            assert_eq!(field(change).as_deref(), Some(at));
        }
        let mended = |one: &mut SaveAgreementCheck| {
            one.clauses[0].gap = Some("低0.2个百分点".to_owned());
            one.clauses[0].remedy = Some("补发".to_owned());
        };
        assert_eq!(field(&mended), None);
    }

    #[test]
    fn an_award_is_of_what_was_short_and_a_suit_is_against_an_award() {
        let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
        let told = |gap: Option<&str>, award: Option<&str>, sued: Option<&str>| {
            let clause = AgreementCheckClause {
                gap: gap.map(str::to_owned),
                award_on: award.map(day),
                sued_on: sued.map(day),
                ..AgreementCheckClause::default()
            };
            awarded(&clause, day("2026-11-20")).err().unwrap_or_default()
        };
        let short = Some("低0.2个百分点");
        assert_eq!(told(None, None, None), "");
        assert_eq!(told(short, Some("2026-11-20"), Some("2026-11-20")), "");
        for (why, gap, award, sued) in [
            ("没有写差距", None, Some("2026-11-10"), None),
            ("收到裁决书的日期还没有到", short, Some("2026-11-21"), None),
            ("请先填写收到裁决书", short, None, Some("2026-11-10")),
            ("早于收到裁决书", short, Some("2026-11-10"), Some("2026-11-09")),
            ("起诉的日期还没有到", short, Some("2026-11-10"), Some("2026-11-21")),
        ] {
            assert!(told(gap, award, sued).contains(why), "{why}: {}", told(gap, award, sued));
        }
    }
}
