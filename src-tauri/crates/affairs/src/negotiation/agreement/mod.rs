//! What a round of talks comes to: up to four agreements, each with its own term, draft, vote, signature, filing, review, effect
//! and publication (the spring round “1＋3”, or one alone). Each act here runs inside one step: rules decide, the store writes.
//! What happens to an agreement is an event of the affair; how it stands follows from the events and the votes.

pub(super) mod advice;
pub(super) mod affair;
pub mod amendments;
mod breach;
mod carried;
pub mod checks;
pub mod contracts;
pub mod course;
mod duties;
pub mod filing;
pub(super) mod kind;
mod materials;
pub mod model;
mod rungs;
pub mod store;
#[cfg(test)]
mod tests;
mod upward;
mod view;
pub(super) mod voted;
pub mod votes;

pub(super) use advice::advice;
pub use affair::{book_of, book_of_open, course_of, is_taken_over, votes_of_line};
pub(super) use carried::{amendment_goes_on, carry_on, goes_on};
pub(super) use duties::{duties, is_asked, is_near, renewals, unkept, waits_for_talks};
pub use view::{all, all_amendments, checklist_of};
pub use voted::foreseen;

use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use super::model::{Event, EventKind, NegotiationId, Side};
use super::rules;
use super::settled;
use super::store as talks;
use crate::Problem;
use crate::congress;
use crate::congress::model::CongressSessionId;
use crate::congress::store::NewVote;
use crate::office::{short, text};
use affair::Affair;
use course::{Act, What};
use model::{AddAgreement, AgreementId, AgreementKind, MarkMaterial, SaveAgreement, SaveAgreementVote};
use store::Head;

/// 2026年度工资专项集体合同; by the name that the place has for it.
pub fn title(year: i32, kind: AgreementKind, law: rules::Law<'_>) -> String {
    format!("{year}年度{}", rules::contract_name(law, kind))
}

/// The kinds of agreements that a new round of talks is to come to, each once: the wage agreement where none is named.
pub(super) fn wanted(named: Option<&[AgreementKind]>) -> Vec<AgreementKind> {
    let mut kinds = named.map_or(vec![AgreementKind::Wage], <[_]>::to_vec);
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// Writes the agreements that a new round of talks is to come to.
pub(super) fn begin(
    tx: &Tx,
    negotiation: NegotiationId,
    year: i32,
    named: Option<&[AgreementKind]>,
    law: rules::Law<'_>,
) -> Result<(), Problem> {
    let kinds = wanted(named);
    if kinds.is_empty() {
        return Err(Problem::input("agreements", "请至少选一种要协商的合同。"));
    }
    for kind in kinds {
        insert(tx, negotiation, year, kind, law)?;
    }
    Ok(())
}

fn insert(
    tx: &Tx,
    negotiation: NegotiationId,
    year: i32,
    kind: AgreementKind,
    law: rules::Law<'_>,
) -> Result<AgreementId, Problem> {
    let id = tx.new_id::<AgreementId>();
    let head = Head {
        id,
        negotiation,
        kind,
        title: title(year, kind, law),
        term_from: None,
        term_to: None,
        continues: None,
        amends: None,
    };
    store::save(tx, &head)?;
    Ok(id)
}

/// Whether all agreements of a round of talks go on from a sealed affair.
pub(super) fn all_go_on(connection: &Connection, negotiation: NegotiationId) -> Result<bool, Problem> {
    let heads = store::heads(connection, negotiation)?;
    Ok(!heads.is_empty() && heads.iter().all(|head| head.continues.is_some()))
}

/// The kinds of agreements of a round of talks.
pub(super) fn kinds(
    connection: &Connection,
    negotiation: NegotiationId,
) -> Result<Vec<AgreementKind>, Problem> {
    Ok(store::heads(connection, negotiation)?.into_iter().map(|head| head.kind).collect())
}

/// Adds an agreement to a round of talks.
///
/// Errors: `refused` where the round has one of that kind; `not_found`.
pub fn add(tx: &Tx, book: &LawBook, input: &AddAgreement) -> Result<AgreementId, Problem> {
    let head = talks::head(tx, input.negotiation)?;
    if store::heads(tx, input.negotiation)?.iter().any(|one| one.kind == input.kind) {
        let message = format!("这次协商已经有{}，请打开那一份。", input.kind.label());
        return Err(Problem::new("refused", message).at("kind"));
    }
    let law = rules::Law { book, place: &head.place, on: head.started_on };
    insert(tx, input.negotiation, head.year, input.kind, law)
}

/// Keeps an agreement's title and term.
///
/// Errors: `bad_input` at its field; `refused` with the rule; `not_found`.
pub fn save(tx: &Tx, book: &LawBook, input: &SaveAgreement) -> Result<(), Problem> {
    let head = store::head(tx, input.id)?;
    short("title", &input.title, 100)?;
    if input.title.trim().is_empty() {
        return Err(Problem::input("title", "请填写合同的名称，照合同封面写。"));
    }
    let changed = Head {
        title: input.title.clone(),
        term_from: input.term_from,
        term_to: input.term_to,
        ..head.clone()
    };
    let term = |one: &Head| (one.term_from, one.term_to);
    let told = head.term_from.is_some() && head.term_to.is_some();
    if told && term(&changed) != term(&head) {
        let course = course_of(tx, book, head.id)?;
        // What came back is worked on like any draft; it goes in again with the words that were signed, or is passed and signed anew.
        let open = settled::is_open(course.state());
        if !open && course.is_signed() {
            let message = "合同已经签字，期限不能再改。双方要改的，登记变更；登记错了的，更正“双方首席代表签字”那一条。";
            return Err(Problem::new("refused", message).at("termTo"));
        }
        if !open && voted::is_voted(tx, &head, &course)? {
            let message = format!("职代会已经表决通过，期限不能再改；{}", voted::ANEW);
            return Err(Problem::new("refused", message).at("termTo"));
        }
    }
    affair::keep_head(tx, book, &head, &changed)
}

/// Puts an agreement out of sight to which nothing has happened. What amends one is taken back so when the talks over it came to
/// nothing: the meetings over it stay, and say nothing of the agreement.
///
/// Errors: `refused` for the only one, for one that has a course, and for an amendment that something else rests on; `not_found`.
pub fn remove(tx: &Tx, book: &LawBook, id: AgreementId) -> Result<(), Problem> {
    let head = store::head(tx, id)?;
    if head.amends.is_none() && store::heads(tx, head.negotiation)?.len() == 1 {
        return Err(Problem::new("refused", "一次协商至少谈一份合同，只有这一份，不能移除。"));
    }
    let affair = Affair::load(tx, head.negotiation)?;
    if store::amendments(tx, head.negotiation)?.iter().any(|one| one.amends == Some(id)) {
        let message = "这份合同有变更、解除或者续签的协议，不能移除；请先移除协议。";
        return Err(Problem::new("refused", message));
    }
    if !affair::course(tx, book, &affair, &head)?.acts.is_empty() {
        let message = "这份合同已经有登记的经过或者表决，不能移除；登记错了的，请先从后往前撤回。";
        return Err(Problem::new("refused", message));
    }
    amendments::store::remove_said(tx, id)?;
    store::remove_agreement(tx, id)
}

/// Marks something of the filing ready, or no longer.
///
/// Errors: `bad_input` for an item that the list does not have; `not_found`.
pub fn mark_material(tx: &Tx, book: &LawBook, mark: &MarkMaterial) -> Result<(), Problem> {
    let head = store::head(tx, mark.agreement)?;
    let affair = Affair::load(tx, head.negotiation)?;
    let law = affair.law(book.scoped(head.kind.code()), tx.today());
    if !materials::is_asked(law, &mark.item) {
        return Err(Problem::input("item", "报送材料的清单里没有这一项，请刷新页面再选。"));
    }
    store::mark_material(tx, mark.agreement, &mark.item, mark.ready)
}

/// Refuses the other side's representatives among those who count and watch: the congress counts its own votes.
fn check_counters(tx: &Tx, input: &SaveAgreementVote) -> Result<(), Problem> {
    let session = &input.session;
    if text(&session.late_entry).is_some() {
        return Ok(());
    }
    let seats = talks::representatives(tx, input.negotiation)?;
    let theirs = |name: &&String| {
        seats.iter().any(|one| one.side == Side::Employer && one.record.name.trim() == name.trim())
    };
    for (field, names, what) in
        [("tellers", &session.tellers, "计票人"), ("scrutineers", &session.scrutineers, "监票人")]
    {
        if let Some(name) = names.iter().find(theirs) {
            let message = format!(
                "{}是企业方的协商代表，不能当{what}，请写职工代表；是同名的职工的，在姓名后面写明岗位。",
                name.trim()
            );
            return Err(Problem::input(&format!("session.{field}"), message));
        }
    }
    Ok(())
}

/// Whether a session is one of the papers that an affair was entered from: not one that was held since, nor where it votes on what was
/// proposed since.
fn is_late(tx: &Tx, affair: &Affair, heads: &[Head], input: &SaveAgreementVote) -> Result<bool, Problem> {
    let voted = |head: &&Head| input.votes.iter().any(|vote| vote.agreement == head.id);
    for head in heads.iter().filter(voted) {
        let said = amendments::store::said(tx, head.id)?;
        if !affair.is_late(said.map(|said| said.proposed_on)) {
            return Ok(false);
        }
    }
    Ok(affair.is_of_papers(input.session.held_on))
}

/// Keeps a session with its votes, new or corrected.
///
/// Errors: `bad_input` at its field; `refused` with the rule where it cannot be; `not_found`.
pub fn save_vote(tx: &Tx, book: &LawBook, input: &SaveAgreementVote) -> Result<CongressSessionId, Problem> {
    let affair = Affair::load(tx, input.negotiation)?;
    congress::rules::check(&input.session, tx.today()).map_err(within_session)?;
    let heads = store::all(tx, input.negotiation)?;
    let mut session = input.session.clone();
    if session.late_entry.is_none() && is_late(tx, &affair, &heads, input)? {
        session.late_entry.clone_from(&affair.late_entry);
    }
    let input = &SaveAgreementVote { session, ..input.clone() };
    check_counters(tx, input)?;
    // A session that votes on several is held against the law of each; what binds its attendance is that of the first.
    let first = input.votes.first().and_then(|vote| heads.iter().find(|head| head.id == vote.agreement));
    votes::check(book.scoped(first.map_or("", |head| head.kind.code())), &affair.place, input)?;
    let session = &input.session;
    let id = session.id.unwrap_or_else(|| tx.new_id::<CongressSessionId>());
    let standing = match session.id {
        Some(id) => of_this_affair(tx, id, &heads)?,
        None => Vec::new(),
    };
    let mut rows = Vec::new();
    for (at, vote) in input.votes.iter().enumerate() {
        let head = heads.iter().find(|head| head.id == vote.agreement);
        let head = head.ok_or_else(|| Problem::missing("份集体合同").at(&format!("votes.{at}")))?;
        let book = book.scoped(head.kind.code());
        let law = affair.law(book, session.held_on);
        let before = affair::course(tx, book, &affair, head)?;
        let known = standing.iter().find(|(agreement, _)| *agreement == vote.agreement).map(|(_, id)| *id);
        let row = known.unwrap_or_else(|| id.uuid());
        let judged = votes::judge(book, &affair.place, session, (row.into(), *vote), before.amends);
        let late = text(&session.late_entry).is_some();
        let act = Act { id: row, what: What::Vote(judged.passed), on: session.held_on, late, how: None };
        let without = before.without(row);
        without.check(law, &act).map_err(|problem| match problem.field.as_deref() {
            Some("happenedOn") => problem.at("session.heldOn"),
            _ => problem.at(&format!("votes.{at}")),
        })?;
        before.check_leaning(law, &without.with(act))?;
        let stood = before.acts.iter().any(|other| (other.id, other.what) == (act.id, act.what));
        if !before.is_of_papers(act.on) && !stood {
            amendments::check_goes_on(tx, book, &affair, head, &act)
                .map_err(|why| why.at(&format!("votes.{at}")))?;
        }
        rows.push(NewVote {
            matter: format!("{}（草案）", head.title),
            agreement: Some(head.id.uuid()),
            votes: [vote.votes_for, vote.votes_against, vote.abstained],
        });
    }
    for (agreement, vote) in &standing {
        if !input.votes.iter().any(|one| one.agreement == *agreement) {
            check_gone(tx, book, &affair, *agreement, *vote)?;
        }
    }
    congress::store::save_session(tx, id, session, book.version())?;
    congress::store::save_votes(tx, id, &rows)?;
    Ok(id)
}

/// The problem's field as the form of a vote names it.
fn within_session(problem: Problem) -> Problem {
    match problem.field.clone() {
        Some(field) => problem.at(&format!("session.{field}")),
        None => problem,
    }
}

/// The votes of a session on the agreements of one round of talks.
///
/// Errors: `not_found` for a session of another.
fn of_this_affair(
    tx: &Tx,
    id: CongressSessionId,
    heads: &[Head],
) -> Result<Vec<(AgreementId, uuid::Uuid)>, Problem> {
    let votes = congress::store::votes(tx, id)?;
    let ours: Vec<_> = votes
        .iter()
        .filter_map(|vote| Some((AgreementId::from(vote.agreement?), vote.id.uuid())))
        .filter(|(agreement, _)| heads.iter().any(|head| head.id == *agreement))
        .collect();
    if ours.is_empty() { Err(Problem::missing("次表决")) } else { Ok(ours) }
}

/// Refuses to take a vote away under what stands on it.
fn check_gone(
    tx: &Tx,
    book: &LawBook,
    affair: &Affair,
    agreement: AgreementId,
    vote: uuid::Uuid,
) -> Result<(), Problem> {
    let head = store::head(tx, agreement)?;
    let course = affair::course(tx, book, affair, &head)?;
    let law = affair.law(book.scoped(head.kind.code()), tx.today());
    course.check_leaning(law, &course.without(vote))
}

/// Puts a session with its votes out of sight.
///
/// Errors: `refused` where a later act stands on one of them; `not_found`.
pub fn remove_vote(tx: &Tx, book: &LawBook, id: CongressSessionId) -> Result<(), Problem> {
    congress::store::session(tx, id)?;
    for vote in congress::store::votes(tx, id)? {
        let Some(agreement) = vote.agreement.map(AgreementId::from) else { continue };
        let affair = Affair::load(tx, store::head(tx, agreement)?.negotiation)?;
        check_gone(tx, book, &affair, agreement, vote.id.uuid())?;
    }
    congress::store::remove(tx, id)
}

/// The agreement an event is about: the one named, or the only one there is.
///
/// Errors: `bad_input` at `agreement`; `not_found`.
pub(super) fn meant(
    tx: &Tx,
    negotiation: NegotiationId,
    kind: EventKind,
    named: Option<AgreementId>,
) -> Result<Option<Head>, Problem> {
    if !kind.is_of_agreement() {
        return Ok(None);
    }
    let heads = store::all(tx, negotiation)?;
    match named {
        Some(id) => {
            let found = heads.into_iter().find(|head| head.id == id);
            found.map(Some).ok_or_else(|| Problem::missing("份集体合同").at("agreement"))
        }
        None if heads.len() == 1 => Ok(heads.into_iter().next()),
        None => Err(Problem::input("agreement", "这次协商有几份合同，请选这件事是哪一份的。")),
    }
}

/// Checks an event against the course of its agreement and keeps the term that it names.
///
/// Errors: as [`course::Course::check`]; `bad_input` for who signed or a term that is none.
pub(super) fn check_event(tx: &Tx, book: &LawBook, head: &Head, event: &mut Event) -> Result<(), Problem> {
    let affair = Affair::load(tx, head.negotiation)?;
    let book = book.scoped(head.kind.code());
    let law = affair.law(book, event.happened_on);
    let standing = affair::course(tx, book, &affair, head)?;
    let of_papers = standing.is_of_papers(event.happened_on);
    complete(tx, (&affair, of_papers), event)?;
    voted::check_term(tx, law, head, (&standing, event))?;
    let facts = &event.facts;
    let term = (facts.term_from.or(head.term_from), facts.term_to.or(head.term_to));
    let mut before = standing.clone();
    before.term = term;
    rules::check_days(term.0, term.1)?;
    if !of_papers {
        rules::check_term(law, term.0, term.1)?;
    }
    let act = affair::act(event);
    let without = before.without(act.id);
    without.check(law, &act)?;
    if !of_papers {
        settled::check_procedure(tx, law, head, &act)?;
        let stood = standing.acts.iter().find(|other| (other.id, other.what) == (act.id, act.what));
        // A correction leaves what went on as it went on.
        if stood.is_none() {
            amendments::check_goes_on(tx, book, &affair, head, &act)?;
        }
        // What is only made complete is filed with the words that were signed.
        let knew = stood.and_then(|stood| standing.returned_before(stood)).map(|back| back.id);
        if let Some(back) = without.returned_before(&act).filter(|back| knew != Some(back.id)) {
            settled::check_unworded(tx, head, back)?;
        }
    }
    standing.check_leaning(law, &without.with(act))?;
    if term != (head.term_from, head.term_to) {
        store::save(tx, &Head { term_from: term.0, term_to: term.1, ..head.clone() })?;
    }
    Ok(())
}

/// Refuses to take an event away under what stands on it.
pub(super) fn check_event_gone(tx: &Tx, book: &LawBook, head: &Head, event: &Event) -> Result<(), Problem> {
    let affair = Affair::load(tx, head.negotiation)?;
    let course = affair::course(tx, book, &affair, head)?;
    let law = affair.law(book.scoped(head.kind.code()), tx.today());
    course.check_leaning(law, &course.without(event.id.uuid()))
}

/// Fills in what the ledger knows: who the chiefs are, how an effect came about.
fn complete(tx: &Tx, (affair, late): (&Affair, bool), event: &mut Event) -> Result<(), Problem> {
    use crate::negotiation::model::{EffectHow, Side};
    let late = late || text(&event.late_entry).is_some();
    if matches!(event.kind, EventKind::Drafted | EventKind::Signed) {
        let representatives = talks::representatives(tx, affair.id)?;
        // What is corrected later keeps who was named then, whoever leads a side since.
        let kept = talks::event(tx, event.id).ok().map(|(_, kept)| kept.facts);
        let chief = |side: Side| {
            let named = kept.as_ref().and_then(|facts| match side {
                Side::Workers => facts.workers_chief.clone(),
                Side::Employer => facts.employer_chief.clone(),
            });
            let found = representatives.iter().find(|one| one.side == side && one.record.chief);
            named.or_else(|| found.map(|one| one.record.name.clone()))
        };
        let facts = &mut event.facts;
        for (name, side, field) in [
            (&mut facts.workers_chief, Side::Workers, "workersChief"),
            (&mut facts.employer_chief, Side::Employer, "employerChief"),
        ] {
            if text(name).is_none() {
                *name = chief(side);
            }
            if name.is_none() && !late {
                let message = format!("请填写{}签字的首席代表。", side.name());
                return Err(Problem::input(field, message));
            }
        }
    }
    if event.kind == EventKind::InEffect && event.facts.how.is_none() {
        let told = text(&event.facts.number).is_some();
        event.facts.how = Some(if told { EffectHow::Opinion } else { EffectHow::Silence });
    }
    // An opinion is a paper with a number, and the effect is known by it.
    let opinion = event.kind == EventKind::InEffect && event.facts.how == Some(EffectHow::Opinion);
    if opinion && text(&event.facts.number).is_none() && !late {
        let message = "请填写审查意见书的文号；意见书没有文号的，写上出具的部门和日期。没有收到意见书、审查期满生效的，请选“期满无异议”。";
        return Err(Problem::input("number", message));
    }
    Ok(())
}
