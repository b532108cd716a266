//! Term and re-election (换届选举) as a ladder: asked for, approved, delegates, candidates, posted, voted on, counted, reported,
//! approved, handed over. Each act here runs inside one step: rules decide, the store writes. What the members' meetings decide
//! besides is `members_congress`'; the bodies with their terms are `bodies`'.

mod duties;
mod halves;
mod kinds;
pub mod model;
pub mod papers;
pub mod rules;
mod rungs;
mod shown;
pub(crate) mod store;
mod view;

pub use duties::duties;
pub use view::{ballot_start, elected_on, get, list, start};

use law::LawBook;
use ledger::Tx;

use crate::Problem;
use crate::members;
use crate::members::model::Sex;
use crate::typed::text;
use crate::union::bodies;
use crate::union::bodies::model::{UnionBody, UnionOffice, UnionSeat, UnionTermId, UnionTermInput};
pub(crate) use crate::union::store::place;
use model::{
    ElectionBallotId, ElectionBallotInput, ElectionCandidate, ElectionCandidates, ElectionEventId,
    ElectionEventInput, ElectionEventKind, ElectionId, ElectionInput, ElectionPost, ElectionStep,
};
use rules::course::{Course, step_of};
use rules::{ElectionLaw, ballot, candidates, order, refuse};

/// Keeps a re-election, new or changed. The number of members is the roster's where the form leaves it out.
///
/// Errors: `bad_input` at its field; `refused` with its rule, at `session` where it is taken, and for another form or other
/// seats once ballots were counted; `not_found`.
pub fn save(tx: &Tx, book: &LawBook, input: &ElectionInput) -> Result<ElectionId, Problem> {
    let place = place(tx)?;
    let law = ElectionLaw { book, place: &place };
    let standing = input.id.map(|id| store::course(tx, id)).transpose()?;
    let known = standing.as_ref().and_then(|course| course.record.members);
    let members = match input.members.or(known) {
        Some(members) => members,
        None => store::voters(tx)?,
    };
    rules::check(law, input, members, tx.today())?;
    if store::of_session(tx, input.session)?.is_some_and(|other| Some(other) != input.id) {
        let message = "这一届的换届选举已经登记过了，请打开那一次继续办。";
        return Err(Problem::new("refused", message).at("session"));
    }
    if let Some(course) = &standing {
        check_change(course, input)?;
    } else if let Some(session) = bodies::newest_session(tx)?
        && input.session <= session
    {
        let message = format!("委员会已经登记到第{session}届，换届选举产生的应当是后面的一届。");
        return Err(Problem::input("session", message));
    }
    let id = input.id.unwrap_or_else(|| tx.new_id());
    store::save(tx, id, input, members)?;
    Ok(id)
}

/// What was voted on stays what it was.
fn check_change(course: &Course, input: &ElectionInput) -> Result<(), Problem> {
    let seats = |one: &ElectionInput| {
        (
            one.committee_seats,
            one.standing_seats,
            one.vice_seats,
            one.audit_seats,
            one.women_seats,
            one.women_way,
        )
    };
    let before = &course.record;
    let same = seats(before) == seats(input)
        && (before.session, before.form, before.direct) == (input.session, input.form, input.direct);
    if same || course.ballots.is_empty() {
        return Ok(());
    }
    let message = "已经登记了投票，届次、开会形式、名额和主席的选法不能再改；登记错了的，请先撤回投票。";
    Err(Problem::new("refused", message).at("committeeSeats"))
}

/// Puts a re-election out of sight.
///
/// Errors: `refused` once its result was approved; `not_found`.
pub fn remove(tx: &Tx, id: ElectionId) -> Result<(), Problem> {
    if store::course(tx, id)?.event(ElectionEventKind::Confirmed).is_some() {
        let message =
            "这次换届的结果已经批准，委员会照它登记了，不能移除；登记错了的，请先撤回“上级批准选举结果”。";
        return Err(Problem::new("refused", message));
    }
    store::remove(tx, id)
}

/// Keeps something that happened, new or corrected. The approval of the result writes the terms of the bodies in the same step.
///
/// Errors: `bad_input` at its field; `refused` with the rule and the fact where the order cannot be; `not_found`.
pub fn save_event(tx: &Tx, book: &LawBook, input: &ElectionEventInput) -> Result<ElectionEventId, Problem> {
    let place = place(tx)?;
    let law = ElectionLaw { book, place: &place };
    let course = store::course(tx, input.election)?;
    if let Some(id) = input.id {
        let standing = course.by_id(id).ok_or_else(|| Problem::missing("条换届经过"))?;
        if standing.kind != input.kind {
            let message = "登记了什么不能换成别的；登记错了的请撤回，另登记一条。";
            return Err(Problem::input("kind", message));
        }
    }
    order::check_event(law, &course, input, tx.today())?;
    if input.kind == ElectionEventKind::Confirmed {
        check_still_members(tx, law, &course)?;
    }
    let id = input.id.unwrap_or_else(|| tx.new_id());
    store::save_event(tx, id, input, book.version())?;
    if input.kind == ElectionEventKind::Confirmed {
        write_terms(tx, book, law, &course, input)?;
    }
    Ok(id)
}

/// Takes back something that happened. With the approval go the terms that it wrote.
///
/// Errors: `refused` where a later step stands on it; `not_found`.
pub fn remove_event(tx: &Tx, book: &LawBook, id: ElectionEventId) -> Result<(), Problem> {
    let election = store::of_event(tx, id)?;
    let course = store::course(tx, election)?;
    let place = place(tx)?;
    let kind = course.by_id(id).ok_or_else(|| Problem::missing("条换届经过"))?.kind;
    order::check_back(ElectionLaw { book, place: &place }, &course, step_of(kind))?;
    store::remove_event(tx, id)?;
    if kind == ElectionEventKind::Confirmed {
        unwrite_terms(tx, election)?;
    }
    Ok(())
}

/// Refuses the approval of a result with someone who has left the union since, or is on the roster no more: nothing would
/// say that their seat is empty.
///
/// Errors: `refused` with the name.
fn check_still_members(tx: &Tx, law: ElectionLaw<'_>, course: &Course) -> Result<(), Problem> {
    for post in course.posts() {
        for one in course.outcome(law, post).elected {
            let Some(person) = one.person else { continue };
            let member = match store::membership_of(tx, person) {
                Ok((member, _)) => member,
                Err(why) if why.code == "not_found" => false,
                Err(why) => return Err(why),
            };
            if !member {
                let message = format!(
                    "当选{}的{}已经不在花名册上，或者不是会员了：请先补选，或者在会员页恢复，再登记批准。",
                    post.label(),
                    one.name.trim()
                );
                return Err(Problem::new("refused", message).at("kind"));
            }
        }
    }
    Ok(())
}

/// Writes a term for each elected body, its first day the day it was elected; the term before it that still runs ends there.
/// Entered again it corrects the terms that stand.
fn write_terms(
    tx: &Tx,
    book: &LawBook,
    law: ElectionLaw<'_>,
    course: &Course,
    event: &ElectionEventInput,
) -> Result<(), Problem> {
    let standing = store::linked_terms(tx, event.election)?;
    if !standing.is_empty() {
        for (term, _) in standing {
            bodies::set_approval(tx, term, text(&event.number))?;
        }
        return Ok(());
    }
    for (body, members) in [
        (UnionBody::Committee, ElectionPost::Committee),
        (UnionBody::Audit, ElectionPost::Audit),
        (UnionBody::Women, ElectionPost::Women),
    ] {
        if course.seats(members) == 0 {
            continue;
        }
        // What was agreed on begins with the committee that named it.
        let voted = if course.agreed(members) { ElectionPost::Committee } else { members };
        let days = course.held(voted).map(|held| held.record.held_on);
        let Some(started_on) = days.max() else { continue };
        let input = UnionTermInput {
            id: None,
            body,
            session: course.record.session,
            started_on,
            years: course.record.years,
            approval_number: event.number.clone(),
            ended_on: None,
            cleared: cleared(course, body),
            note: None,
            members: seats(law, course, body, members),
        };
        let ended = bodies::end_running(tx, body, started_on)?;
        let term: UnionTermId = bodies::save(tx, book, &input)?;
        store::link_term(tx, event.election, term, ended)?;
    }
    Ok(())
}

fn unwrite_terms(tx: &Tx, election: ElectionId) -> Result<(), Problem> {
    for (term, ended) in store::linked_terms(tx, election)? {
        bodies::remove(tx, term)?;
        if let Some(ended) = ended {
            bodies::resume(tx, ended)?;
        }
    }
    store::unlink_terms(tx, election)
}

/// Whether everybody who stood for a body was looked into; nobody is barred from the bodies beside the committee.
fn cleared(course: &Course, body: UnionBody) -> bool {
    let slates = course.slates.iter().filter(|(post, _)| post.body() == body);
    body != UnionBody::Committee || slates.into_iter().all(|(_, slate)| slate.iter().all(|one| one.cleared))
}

/// The people of a body with what they were elected to be, the chair first.
fn seats(law: ElectionLaw<'_>, course: &Course, body: UnionBody, members: ElectionPost) -> Vec<UnionSeat> {
    let offices: Vec<_> = course
        .posts()
        .filter(|post| post.body() == body && *post != members)
        .flat_map(|post| course.outcome(law, post).elected.into_iter().map(move |one| (post.office(), one)))
        .collect();
    let mut seats: Vec<UnionSeat> = (course.outcome(law, members).elected.into_iter())
        .map(|one| {
            let held = offices.iter().filter(|(_, other)| {
                rules::count::same((one.person, &one.name), (other.person, &other.name))
            });
            UnionSeat {
                id: None,
                person: one.person,
                office: held.map(|(office, _)| *office).min().unwrap_or(UnionOffice::Member),
                name: one.name,
                duty: None,
                from_on: None,
                to_on: None,
                certificate_number: None,
                certificate_until: None,
            }
        })
        .collect();
    seats.sort_by_key(|seat| seat.office);
    seats
}

/// Keeps the candidates for a post. Whoever is picked from the roster bears its name; a member whose membership is retained, and
/// whoever is no member, does not stand.
///
/// Errors: `bad_input` at `candidates.0.name`; `refused` with its rule; `not_found`.
pub fn save_candidates(tx: &Tx, book: &LawBook, input: &ElectionCandidates) -> Result<(), Problem> {
    let place = place(tx)?;
    let law = ElectionLaw { book, place: &place };
    let course = store::course(tx, input.election)?;
    let mut input = input.clone();
    let late = text(&input.late_entry).map(str::to_owned);
    for (at, one) in input.candidates.iter_mut().enumerate() {
        let Some(person) = one.person else { continue };
        let (name, sex) = members::store::name_and_sex(tx, person)?;
        if input.post.body() == UnionBody::Women && sex == Sex::Male {
            let message = format!("{name}登记的性别是男；{}应当是女职工，请核对。", input.post.label());
            return Err(Problem::input(&format!("candidates.{at}.name"), message));
        }
        one.name = name;
    }
    candidates::check(law, &course, &input, tx.today())?;
    for (at, one) in input.candidates.iter().enumerate() {
        check_member(tx, law, one, late.is_some(), &format!("candidates.{at}.name"))?;
    }
    if course.held(input.post).next().is_some() {
        let message = format!("{}已经投过票，候选人不能再改；登记错了的，请先撤回投票。", input.post.label());
        return Err(refuse(None, "post", message));
    }
    if course.event(ElectionEventKind::Posted).is_some() && late.is_none() {
        let message = "候选人已经公示，名单不能再改；要改的请先撤回公示，改好以后重新公示。";
        let rule = law.rule("union.election.notice", tx.today());
        return Err(refuse(rule, "post", message));
    }
    store::save_candidates(tx, input.election, input.post, &input.candidates, late.as_deref())
}

/// Refuses whoever is no member of ours. Of the past people may stand without the roster: they may have left it.
fn check_member(
    tx: &Tx,
    law: ElectionLaw<'_>,
    one: &ElectionCandidate,
    late: bool,
    field: &str,
) -> Result<(), Problem> {
    let name = one.name.trim();
    let Some(person) = one.person else {
        if late {
            return Ok(());
        }
        let message = format!("{name}不是从花名册里选的：候选人应当是本会会员，请从花名册里选。");
        return Err(Problem::input(field, message));
    };
    let (member, retained) = store::membership_of(tx, person)?;
    if retained && !late {
        let rule = law.rule("union.election.retained", tx.today());
        let message = format!("{name}的会籍是保留的，不参加选举，不能作为候选人。");
        return Err(refuse(rule, field, message));
    }
    if !member && !late {
        let message = format!("{name}现在不是本会会员，不能作为候选人；要参选的，请先办理入会。");
        return Err(Problem::new("refused", message).at(field));
    }
    Ok(())
}

/// Keeps a count of votes, new or corrected; a new one is the next round of its post.
///
/// Errors: `bad_input` at its field; `refused` with its rule; `not_found`.
pub fn save_ballot(
    tx: &Tx,
    book: &LawBook,
    input: &ElectionBallotInput,
) -> Result<ElectionBallotId, Problem> {
    let place = place(tx)?;
    let law = ElectionLaw { book, place: &place };
    let course = store::course(tx, input.election)?;
    let mut input = input.clone();
    for vote in &mut input.votes {
        let slate = course.slates.get(&input.post).map(Vec::as_slice).unwrap_or_default();
        // What a candidate is called, the list of candidates knows.
        if let Some(one) = slate.iter().find(|one| one.id.is_some() && one.id == vote.candidate) {
            (vote.person, vote.name) = (one.person, one.name.clone());
        } else if vote.candidate.is_some() {
            return Err(Problem::missing("位候选人"));
        } else if let Some(person) = vote.person {
            (vote.name, _) = members::store::name_and_sex(tx, person)?;
        }
    }
    let (others, round) = match input.id {
        Some(id) => {
            let standing = course.ballots.iter().find(|held| held.id == id);
            let standing = standing.ok_or_else(|| Problem::missing("次投票"))?;
            if standing.record.post != input.post {
                return Err(Problem::input("post", "登记的是哪一项选举，保存以后不能再改。"));
            }
            check_last(law, &course, standing.record.post, standing.round)?;
            (course.without_ballot(id), standing.round)
        }
        None => {
            let rounds = course.held(input.post).count();
            (course.clone(), u32::try_from(rounds).unwrap_or(u32::MAX).saturating_add(1))
        }
    };
    let before = others.outcome(law, input.post);
    ballot::check(law, &others, &input, &before, tx.today())?;
    let id = input.id.unwrap_or_else(|| tx.new_id());
    store::save_ballot(tx, id, round, &input, book.version())?;
    Ok(id)
}

/// Only the last round changes, and only while nothing stands on it.
fn check_last(law: ElectionLaw<'_>, course: &Course, post: ElectionPost, round: u32) -> Result<(), Problem> {
    if course.held(post).any(|held| held.round > round) {
        let message = format!("{}后来又投了一轮，请先撤回后面的一轮。", post.label());
        return Err(Problem::new("refused", message));
    }
    let leans =
        course.posts().find(|other| other.among() == Some(post) && course.held(*other).next().is_some());
    if let Some(other) = leans {
        let message =
            format!("{}是从新当选的{}里选的，已经登记了投票，请先撤回那一次。", other.label(), post.label());
        return Err(Problem::new("refused", message));
    }
    let step = if course.by_meeting(post) { ElectionStep::Ballots } else { ElectionStep::Plenums };
    order::check_back(law, course, step)
}

/// Takes back a count of votes.
///
/// Errors: `refused` where something stands on it; `not_found`.
pub fn remove_ballot(tx: &Tx, book: &LawBook, id: ElectionBallotId) -> Result<(), Problem> {
    let course = store::course(tx, store::of_ballot(tx, id)?)?;
    let place = place(tx)?;
    let held = course.ballots.iter().find(|held| held.id == id).ok_or_else(|| Problem::missing("次投票"))?;
    check_last(ElectionLaw { book, place: &place }, &course, held.record.post, held.round)?;
    store::remove_ballot(tx, id)
}
