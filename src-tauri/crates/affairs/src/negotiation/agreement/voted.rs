//! What the congress passes: how a vote would be judged while it is typed, and the term that was passed with the text. What is
//! signed, and what takes effect, is that one.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::affair::{Affair, is_of_paper};
use super::amendments::store as amended;
use super::course::{Course, What};
use super::model::{AgreementVote, SaveAgreementVote};
use super::store::{self, Head};
use super::votes;
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::contract;
use crate::negotiation::model::{Event, EventKind};
use crate::negotiation::rules::Law;
use crate::negotiation::settled::{self, Term};

/// What to do where the text that was passed is not what was meant.
pub(super) const ANEW: &str = "要改的，先撤回表决的登记，改好文字以后再表决。";

/// How the votes of a session are judged as they are typed, each by the lines of the place: nothing is refused, and nothing kept.
///
/// Errors: `not_found`.
pub fn foreseen(
    connection: &Connection,
    book: &LawBook,
    input: &SaveAgreementVote,
) -> Result<Vec<AgreementVote>, Problem> {
    let affair = Affair::load(connection, input.negotiation)?;
    let heads = store::all(connection, input.negotiation)?;
    let mut judged = Vec::new();
    for vote in &input.votes {
        let Some(head) = heads.iter().find(|head| head.id == vote.agreement) else { continue };
        let amends = amended::said(connection, head.id)?.map(|said| said.act);
        let id = uuid::Uuid::nil().into();
        let book = book.scoped(head.kind.code());
        judged.push(votes::judge(book, &affair.place, &input.session, (id, *vote), amends));
    }
    Ok(judged)
}

/// The term in the text that the congress passed; none where the ledger did not hold that text at the vote. Of a vote that was entered
/// late, the paper says what was passed.
fn passed_term(connection: &Connection, head: &Head, course: &Course) -> Result<Option<Term>, Problem> {
    // What goes on from a sealed affair was passed and signed there.
    if head.continues.is_some() {
        let written = !contract::store::clauses(connection, head.id)?.is_empty();
        return Ok(written.then_some((head.term_from, head.term_to)));
    }
    let last = course.acts.iter().rev().find(|act| matches!(act.what, What::Vote(_)));
    match last.filter(|act| act.what == What::Vote(true) && !course.is_of_papers(act.on)) {
        Some(vote) if !is_of_paper(connection, vote)? => settled::passed_term(connection, head, vote),
        _ => Ok(None),
    }
}

/// Whether the ledger held the text when the congress passed it.
pub(super) fn is_voted(connection: &Connection, head: &Head, course: &Course) -> Result<bool, Problem> {
    Ok(passed_term(connection, head, course)?.is_some())
}

/// The first day of an event's term that is another than stands: its field, what it is called, both days.
fn other_day(event: &Event, stands: Term) -> Option<(&'static str, &'static str, NaiveDate, NaiveDate)> {
    let facts = &event.facts;
    let days = [("termFrom", "起日", facts.term_from, stands.0), ("termTo", "止日", facts.term_to, stands.1)];
    days.into_iter().find_map(|(field, what, named, stands)| {
        let (named, stands) = named.zip(stands).filter(|(named, stands)| named != stands)?;
        Some((field, what, named, stands))
    })
}

/// Refuses an event that names another term than the text that was passed, and an effect that names another than was signed.
///
/// Errors: `refused` at the day, with the rule that the congress passes the text.
pub(super) fn check_term(
    connection: &Connection,
    law: Law<'_>,
    head: &Head,
    (course, event): (&Course, &Event),
) -> Result<(), Problem> {
    let other = other_day(event, (head.term_from, head.term_to));
    // What takes effect is what was signed, whether the ledger holds its text or not.
    if event.kind == EventKind::InEffect
        && course.is_signed()
        && !course.is_of_papers(event.happened_on)
        && let Some((field, what, named, stands)) = other
    {
        let message = format!(
            "双方签字的合同，{what}是{}，这里写的是{}；生效的就是签字的合同。登记错了的，请更正“双方首席代表签字”那一条。",
            day_words(stands),
            day_words(named)
        );
        return Err(Problem::new("refused", message).at(field));
    }
    // Where it names the term as it stands, nothing changes by it.
    if other.is_none() {
        return Ok(());
    }
    let Some(passed) = passed_term(connection, head, course)? else { return Ok(()) };
    let Some((field, what, named, stands)) = other_day(event, passed) else { return Ok(()) };
    let message = format!(
        "职代会表决通过的文本里，合同的{what}是{}，这里写的是{}；签的应当就是通过的文本。{ANEW}",
        day_words(stands),
        day_words(named)
    );
    let problem = match law.rule("negotiation.congress.required") {
        Some(rule) => Problem::refused(&rule, message),
        None => Problem::new("refused", message),
    };
    Err(problem.at(field))
}
