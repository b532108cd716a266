//! Changing, rescinding, ending or renewing an agreement in force (集体合同规定 arts. 38–41): what it says and by which ground of the
//! law. It goes up the ladder of an agreement of its own, as the conclusion did; how far it has come, its course says.

pub(super) mod grounds;
pub mod model;
pub mod store;
pub(super) mod talks;

use chrono::NaiveDate;
use law::LawBook;
use ledger::Tx;

use super::affair::{self, Affair};
use super::contracts;
use super::course::{Act, Course, What};
use super::model::{AgreementId, AgreementState};
use super::store::{self as agreements, Head};
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::model::EventKind;
use crate::negotiation::rules::{self, Law};
use crate::office::{short, text};
use model::{AmendmentAct, AmendmentGround, AmendmentGrounds, SaveAmendment};

/// The subject of the grounds.
const GROUNDS: &str = "negotiation.amendment.grounds";
/// The most clauses and other terms of one amendment: far beyond any real one.
const MOST: usize = 100;

/// The grounds of a place by which an agreement can be changed or rescinded.
pub fn grounds(law: Law<'_>) -> AmendmentGrounds {
    let ruling = law.book.applies(GROUNDS, law.place, law.on);
    let items = ruling.as_ref().map_or(&[][..], |ruling| ruling.winner.items.as_slice());
    let of = |(at, item): (usize, &law::Item)| AmendmentGround {
        key: item.key.clone().unwrap_or_else(|| format!("item{}", at + 1)),
        text: item.text.clone(),
    };
    AmendmentGrounds { grounds: items.iter().enumerate().map(of).collect(), rule: law.rule(GROUNDS) }
}

/// 2026年度工资专项集体合同变更协议.
fn title(base: &Head, act: AmendmentAct) -> String {
    format!("{}{}协议", base.title, act.label())
}

fn lengths(input: &SaveAmendment) -> Result<(), Problem> {
    short("reason", &input.reason, 2000)?;
    if input.changes.len() > MOST {
        return Err(Problem::input("changes", format!("一份协议最多写{MOST}条变更。")));
    }
    if input.terms.len() > MOST {
        return Err(Problem::input("terms", format!("一份协议最多写{MOST}条其他约定。")));
    }
    for (at, change) in input.changes.iter().enumerate() {
        for value in [&change.clause, &change.was, &change.becomes] {
            short(&format!("changes.{at}"), value, 2000)?;
        }
    }
    for term in &input.terms {
        short("terms", term, 1000)?;
        // Terms are kept one a line.
        if term.trim().contains(['\n', '\r']) {
            return Err(Problem::input("terms", "其他约定一条写一行，请把分行的约定分成几条。"));
        }
    }
    Ok(())
}

/// Refuses an amendment that cannot be, whatever the agreement is.
///
/// Errors: `bad_input` at its field.
fn check(input: &SaveAmendment, today: NaiveDate) -> Result<(), Problem> {
    lengths(input)?;
    let word = input.act.label();
    if input.reason.trim().is_empty() {
        return Err(Problem::input("reason", format!("请写明{word}的理由，协议上要印。")));
    }
    if input.proposed_on > today {
        return Err(Problem::input("proposedOn", "提出的日期还没有到，请核对。"));
    }
    if input.effective_on < input.proposed_on {
        return Err(Problem::input("effectiveOn", format!("{word}的执行日期早于提出的日期，请核对。")));
    }
    if input.act == AmendmentAct::Change && input.changes.is_empty() {
        return Err(Problem::input("changes", "请至少写一条变更的条款：原来怎样约定，变更后怎样约定。"));
    }
    if input.act != AmendmentAct::Change && !input.changes.is_empty() {
        return Err(Problem::input("changes", "只有变更才写变更的条款，请删去。"));
    }
    for (at, change) in input.changes.iter().enumerate() {
        let lacks = [&change.clause, &change.was, &change.becomes].iter().any(|one| one.trim().is_empty());
        if lacks {
            let message = format!("第{}条变更没有写全：条款、原来的约定、变更后的约定都要填。", at + 1);
            return Err(Problem::input(&format!("changes.{at}"), message));
        }
        if change.was.trim() == change.becomes.trim() {
            let message = format!("第{}条变更前后的约定一样，请核对。", at + 1);
            return Err(Problem::input(&format!("changes.{at}"), message));
        }
    }
    match (input.act, input.term_from, input.term_to) {
        (AmendmentAct::Renew, Some(_), Some(_)) => rules::check_days(input.term_from, input.term_to),
        (AmendmentAct::Renew, None, _) => Err(Problem::input("termFrom", "请填写续签期限的起日。")),
        (AmendmentAct::Renew, _, None) => Err(Problem::input("termTo", "请填写续签期限的止日。")),
        (_, None, None) => Ok(()),
        _ => Err(Problem::input("termTo", "只有续签才填写新的期限，请删去。")),
    }
}

/// The words of the ground that was chosen, by the law of the day it was proposed on.
fn ground_of(law: Law<'_>, input: &SaveAmendment) -> Result<Option<String>, Problem> {
    let known = grounds(law);
    match text(&input.ground) {
        Some(key) => match known.grounds.into_iter().find(|one| one.key == key) {
            Some(one) => Ok(Some(one.text)),
            None => Err(Problem::input("ground", "法规列的情形里没有这一项，请重新选择。")),
        },
        None if matches!(input.act, AmendmentAct::Change | AmendmentAct::Rescind)
            && !known.grounds.is_empty() =>
        {
            let message = format!(
                "请选{}属于法规列的哪一种情形；不在其中的，不能{}。",
                input.act.label(),
                input.act.label()
            );
            match known.rule {
                Some(rule) => Err(Problem::refused(&rule, message).at("ground")),
                None => Err(Problem::input("ground", message)),
            }
        }
        None => Ok(None),
    }
}

/// Refuses an amendment of an agreement that is not in force on the day, or outside its term.
fn check_base(tx: &Tx, book: &LawBook, base: &Head, input: &SaveAmendment) -> Result<(), Problem> {
    let book = book.scoped(base.kind.code());
    let affair = Affair::load(tx, base.negotiation)?;
    if affair.is_late(Some(input.proposed_on)) {
        return Ok(());
    }
    let course = affair::course(tx, book, &affair, base)?;
    let word = input.act.label();
    let effect = course.effective_on().filter(|_| course.state() == AgreementState::InEffect);
    let Some(effect) = effect else {
        return Err(Problem::new("refused", format!("{}不在执行中，不能{word}。", base.title)).at("amends"));
    };
    if input.proposed_on < effect {
        let message = format!("提出的日期早于合同生效的{}，请核对。", day_words(effect));
        return Err(Problem::input("proposedOn", message));
    }
    let end = affair::with_term(tx, book, &affair, base.clone())?.term_to;
    if input.act != AmendmentAct::Renew && end.is_some_and(|end| input.effective_on > end) {
        let message =
            format!("合同到{}期满，{word}的执行日期应当在这以前。", end.map(day_words).unwrap_or_default());
        return Err(Problem::input("effectiveOn", message));
    }
    if input.act == AmendmentAct::Renew {
        let law = affair.law(book, input.term_from.unwrap_or(input.effective_on));
        rules::check_term(law, input.term_from, input.term_to)?;
        check_renewal(tx, book, (&affair, base, &course), (input.id, input.term_from))?;
    }
    Ok(())
}

/// Refuses that a renewal goes on, from its draft to its effect, beside another that is under way or took its term: one that ended
/// without a result may have been followed by another since.
///
/// Errors: `refused` at `kind`.
pub(super) fn check_goes_on(
    tx: &Tx,
    book: &LawBook,
    affair: &Affair,
    head: &Head,
    act: &Act,
) -> Result<(), Problem> {
    use EventKind::{Drafted, Filed, InEffect, Received, Returned, Signed};
    let Some(base) = head.amends else { return Ok(()) };
    let goes_on = match act.what {
        What::Vote(_) => true,
        What::Event(kind) => matches!(kind, Drafted | Signed | Filed | Received | Returned | InEffect),
    };
    if !goes_on || store::said(tx, head.id)?.is_none_or(|said| said.act != AmendmentAct::Renew) {
        return Ok(());
    }
    // What is found later of one that took effect takes nothing from another.
    let book = book.scoped(head.kind.code());
    let own = affair::course(tx, book, affair, head)?;
    if matches!(own.state(), AgreementState::InEffect | AgreementState::Over) {
        return Ok(());
    }
    let base = agreements::head(tx, base)?;
    let course = affair::course(tx, book, affair, &base)?;
    check_renewal(tx, book, (affair, &base, &course), (Some(head.id), head.term_from))
        .map_err(|why| why.at("kind"))
}

/// Refuses a renewal beside another that is under way, and one whose term begins before the term in force is over. One that ended
/// without a result stands in the way of none.
fn check_renewal(
    tx: &Tx,
    book: &LawBook,
    (affair, base, course): (&Affair, &Head, &Course),
    (own, from): (Option<AgreementId>, Option<NaiveDate>),
) -> Result<(), Problem> {
    let mut end = contracts::expiry(base, course, book, &affair.place)?.map(|(end, _)| end);
    for (other, course) in affair::renewals(tx, book, affair, base)? {
        if own == Some(other.id) || course.is_fallen(tx.today()) {
            continue;
        }
        match course.state() {
            AgreementState::InEffect => end = end.max(other.term_to),
            AgreementState::Over => {}
            _ => {
                let message = format!(
                    "{}已经在办，还没有生效。要改续签的内容，请打开那一份修改；不续签了，请先移除那一份。",
                    other.title
                );
                return Err(Problem::new("refused", message).at("act"));
            }
        }
    }
    if let Some((end, from)) = end.zip(from)
        && from <= end
    {
        let next = end.succ_opt().unwrap_or(end);
        let message =
            format!("合同到{}才期满，续签的期限最早从{}起，不能与它重叠。", day_words(end), day_words(next));
        return Err(Problem::input("termFrom", message));
    }
    Ok(())
}

/// Keeps an amendment, new or corrected. What it stands for is fixed once something has happened to it.
///
/// Errors: `bad_input` at its field; `refused` where the agreement is not in force, the law has no such ground, or the congress passed
/// what would be written over; `not_found`.
pub fn save(tx: &Tx, book: &LawBook, input: &SaveAmendment) -> Result<AgreementId, Problem> {
    let base = agreements::head(tx, input.amends)?;
    if base.amends.is_some() {
        return Err(Problem::new("refused", "变更协议不能再变更，请打开原来的合同。"));
    }
    let book = book.scoped(base.kind.code());
    check(input, tx.today())?;
    check_base(tx, book, &base, input)?;
    let affair = Affair::load(tx, base.negotiation)?;
    let law = affair.law(book, input.proposed_on);
    let ground = ground_of(law, input)?;
    let id = match input.id {
        Some(id) => {
            let head = agreements::head(tx, id)?;
            let said = store::said(tx, id)?.ok_or_else(|| Problem::missing("份变更协议"))?;
            let course = affair::course(tx, book, &affair, &head)?;
            let signed = course.last(What::Event(EventKind::Signed)).is_some();
            if head.amends != Some(input.amends) || (signed && said.act != input.act) {
                return Err(Problem::new("refused", "协议已经签字，不能改成别的办法；请另写一份。").at("act"));
            }
            id
        }
        None => tx.new_id::<AgreementId>(),
    };
    let term = (input.act == AmendmentAct::Renew).then_some((input.term_from, input.term_to));
    let (term_from, term_to) = term.unwrap_or_default();
    let head = Head {
        id,
        negotiation: base.negotiation,
        kind: base.kind,
        title: title(&base, input.act),
        term_from,
        term_to,
        continues: None,
        amends: Some(base.id),
    };
    agreements::save(tx, &head)?;
    store::save(tx, id, input, ground.as_deref())?;
    Ok(id)
}
