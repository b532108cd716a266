//! Agreements as pages show them: the course of each, what is asked for its filing, its ladder. Nothing is written here, and
//! nothing decided.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::affair::{Affair, before, course, entered_on, renewing, votes_of, votes_of_line, with_term};
use super::amendments::model::{Amendment, AmendmentAct};
use super::amendments::{self, store as amended};
use super::checks::model::SaveAgreementCheck;
use super::model::{Agreement, AgreementId, AgreementState, AgreementVote, FilingChecklist};
use super::store::{self, Head};
use super::{breach, checks, contracts, materials, rungs};
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::contract;
use crate::negotiation::model::{Event, EventKind, NegotiationId};
use crate::negotiation::next::{LaterTalks, following};

/// What is asked for the filing of an agreement on a day, read on its own.
///
/// Errors: `not_found`.
pub fn checklist_of(
    connection: &Connection,
    book: &LawBook,
    id: AgreementId,
    on: NaiveDate,
) -> Result<FilingChecklist, Problem> {
    let head = store::head(connection, id)?;
    let affair = Affair::load(connection, head.negotiation)?;
    let book = book.scoped(head.kind.code());
    let votes = votes_of_line(connection, book, &affair.place, &head)?;
    let course = course(connection, book, &affair, &head)?;
    materials::checklist(connection, affair.law(book, on), (&head, &course), &votes)
}

/// What happened to an agreement: the votes on it, its events, the checks on it.
type Happened = (Vec<AgreementVote>, Vec<Event>, Vec<SaveAgreementCheck>);

/// Votes, events and checks of an agreement, those of the affair that this one continues before its own.
fn of_all_affairs(
    connection: &Connection,
    book: &LawBook,
    affair: &Affair,
    head: &Head,
) -> Result<Happened, Problem> {
    let (mut votes, mut events, mut checked) = match before(connection, affair, head)? {
        Some((earlier, head)) => of_all_affairs(connection, book, &earlier, &head)?,
        None => Default::default(),
    };
    votes.extend(votes_of(connection, book, &affair.place, head.id)?);
    events.extend(affair.events.iter().filter(|event| event.agreement == Some(head.id)).cloned());
    checked.extend(checks::store::checks(connection, head.id)?);
    // What was carried on from before bears the day of its check.
    checked.sort_by_key(|check| check.checked_on);
    Ok((votes, events, checked))
}

/// The agreements of a round of talks as its page shows them. `later`: the talks of later years, the newest first.
pub fn all(
    connection: &Connection,
    book: &LawBook,
    id: NegotiationId,
    later: &[LaterTalks],
    today: NaiveDate,
) -> Result<Vec<Agreement>, Problem> {
    let affair = Affair::load(connection, id)?.seen_on(today);
    let heads = store::heads(connection, id)?;
    heads.into_iter().map(|head| shown(connection, book, &affair, head, later, today)).collect()
}

/// What amends the agreements of a round of talks, as its page shows it.
pub fn all_amendments(
    connection: &Connection,
    book: &LawBook,
    id: NegotiationId,
    today: NaiveDate,
) -> Result<Vec<Amendment>, Problem> {
    let affair = Affair::load(connection, id)?.seen_on(today);
    let mut all = Vec::new();
    for head in store::amendments(connection, id)? {
        let (record, ground_text) = amended::record(connection, head.id)?;
        let mut course = shown(connection, book, &affair, head, &[], today)?;
        if matches!(record.act, AmendmentAct::Rescind | AmendmentAct::End)
            && course.state == AgreementState::Signed
        {
            // It holds from its day, and not before it was signed.
            let signed = course.events.iter().rfind(|event| event.kind == EventKind::Signed);
            let on = signed.map_or(record.effective_on, |event| event.happened_on.max(record.effective_on));
            let (day, word) = (day_words(on), record.act.label());
            course.state_word = format!("已签字，{day}起{word}");
        }
        all.push(Amendment { record, ground_text, course });
    }
    Ok(all)
}

fn shown(
    connection: &Connection,
    book: &LawBook,
    affair: &Affair,
    head: Head,
    later: &[LaterTalks],
    today: NaiveDate,
) -> Result<Agreement, Problem> {
    let book = book.scoped(head.kind.code());
    let course = course(connection, book, affair, &head)?;
    let head = with_term(connection, book, affair, head)?;
    let (votes, events, checks) = of_all_affairs(connection, book, affair, &head)?;
    let checklist = materials::checklist(connection, affair.law(book, today), (&head, &course), &votes)?;
    let state = course.state();
    let ends = contracts::expiry(&head, &course, book, &affair.place)?.map(|(day, _)| day);
    let expired = ends.is_some_and(|day| day < today && state == AgreementState::InEffect);
    let renewing = renewing(connection, book, affair, &head, today)?;
    let said = amended::said(connection, head.id)?;
    // What was proposed since is amended as it goes.
    let of_papers = |entered: &NaiveDate| said.as_ref().is_none_or(|said| said.proposed_on < *entered);
    let entered = entered_on(connection, affair, &head)?.filter(of_papers);
    let desk = rungs::Desk {
        book,
        affair,
        head: &head,
        course: &course,
        votes: &votes,
        events: &events,
        checklist: &checklist,
        checks: &checks,
        promises: contract::promises::of(connection, head.id)?,
        left_open: contract::left_open(connection, &head)?,
        unnamed: contract::unnamed(connection, &head)?,
        holds_on: said.as_ref().map(|said| said.effective_on),
        asked_from: entered,
        next: following(later, head.kind, ends),
        renewing,
        today,
    };
    let rungs = desk.rungs()?;
    // What is open of an earlier affair was carried on into this one.
    let own: Vec<SaveAgreementCheck> =
        checks.into_iter().filter(|check| check.agreement == head.id).collect();
    let in_force = state == AgreementState::InEffect && head.amends.is_none();
    let unkept = in_force && breach::is_open(&own);
    let ways = if unkept { breach::ways(affair.law(book, today)) } else { Vec::new() };
    let suits = breach::suits(affair.law(book, today), own.iter().filter(|_| in_force))?;
    Ok(Agreement {
        id: head.id,
        negotiation: affair.id,
        kind: head.kind,
        title: head.title,
        term_from: head.term_from,
        term_to: head.term_to,
        state,
        expired,
        state_word: if expired { "已期满".to_owned() } else { state.label().to_owned() },
        rungs,
        votes: votes.into_iter().filter(|vote| vote.ballot.agreement == head.id).collect(),
        checklist,
        events: events.into_iter().filter(|event| event.agreement == Some(head.id)).collect(),
        checks: own,
        filing: super::filing::of(connection, head.id)?,
        grounds: in_force.then(|| amendments::grounds(affair.law(book, today))),
        breach: ways,
        copies: contract::lint::copies::of_text(connection, head.id)?,
        suits,
        entered_on: entered,
    })
}
