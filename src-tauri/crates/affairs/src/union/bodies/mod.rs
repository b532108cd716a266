//! The bodies of the union (工会委员会, 经审委, 女职委, 劳动法律监督委员会): their terms, the people in them, what they lack and when
//! their time is over. The election itself and the bodies' meetings are not kept here.

mod duties;
mod lacks;
pub mod model;
pub(crate) mod rules;
mod store;

pub use duties::duties;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use law::{LawBook, Place};
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::members;
use crate::members::membership::model::MembershipKind;
use crate::members::model::{MembershipState, PersonId};
use crate::union::model::Role;
use crate::union::store as union;
use lacks::Facts;
use model::{
    UnionBar, UnionBodies, UnionBody, UnionBodyState, UnionOffice, UnionSeat, UnionTerm, UnionTermId,
    UnionTermInput,
};

/// All bodies with their terms, seen from today.
pub fn all(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<UnionBodies, Problem> {
    let place = union::place(connection)?;
    let (members, women) = members::store::heads(connection)?;
    let mut records = store::terms(connection)?;
    fill_certificates(&mut records, &store::registered(connection)?);
    let terms: Vec<UnionTerm> =
        (records.into_iter()).map(|(id, record)| term(id, record, book, &place, today)).collect();
    let current = |body| terms.iter().find(|one| one.record.body == body && stands(one, today));
    let standing = UnionBody::ALL.iter().filter_map(|body| current(*body));
    let gone = gone(connection, standing.flat_map(|term| &term.record.members))?;
    let facts = Facts {
        book,
        place: &place,
        today,
        members,
        women,
        committee: current(UnionBody::Committee),
        women_stand: current(UnionBody::Women).is_some(),
        gone: &gone,
    };
    let bodies = UnionBody::ALL.iter().map(|body| {
        let now = current(*body);
        let past =
            terms.iter().filter(|one| one.record.body == *body && now.map(|now| now.id) != Some(one.id));
        let required = facts.required(*body);
        UnionBodyState {
            body: *body,
            why: required.as_ref().map_or_else(|| not_required(*body), |(_, why)| format!("{why}。")),
            rule: required.map(|(rule, _)| rule.reference()),
            current: now.map(|term| UnionTerm { serving: facts.sitting(term), ..term.clone() }),
            past: past.cloned().collect(),
            lacks: facts.of(*body, now),
        }
    });
    Ok(UnionBodies {
        members,
        women,
        bodies: bodies.collect(),
        years: rules::lengths(book, &place, today, today).iter().map(|(years, _)| *years).collect(),
        bars: bars(book, &place, today),
    })
}

/// Shows beside a seat of the supervision committee the certificate that its holder has in the register of supervisors.
fn fill_certificates(
    terms: &mut [(UnionTermId, UnionTermInput)],
    registered: &BTreeMap<PersonId, (String, Option<NaiveDate>)>,
) {
    let supervision = terms.iter_mut().filter(|(_, term)| term.body == UnionBody::Supervision);
    for seat in supervision.flat_map(|(_, term)| &mut term.members) {
        if seat.certificate_number.is_none()
            && let Some((number, until)) = seat.person.and_then(|person| registered.get(&person))
        {
            seat.certificate_number = Some(number.clone());
            seat.certificate_until = *until;
        }
    }
}

/// Those who serve on a day in the supervision committee that stands then, and hold a certificate that is kept with their seat.
pub(crate) fn inspectors(connection: &Connection, on: NaiveDate) -> Result<Vec<UnionSeat>, Problem> {
    let standing = store::terms(connection)?.into_iter().map(|(_, term)| term).find(|term| {
        term.body == UnionBody::Supervision
            && term.started_on <= on
            && term.ended_on.is_none_or(|ended| ended > on)
    });
    let seats = standing.map(|term| term.members).unwrap_or_default();
    let holds = |seat: &UnionSeat| rules::serves(seat, on) && seat.certificate_number.is_some();
    Ok(seats.into_iter().filter(holds).collect())
}

/// Whose membership ended or is retained, of those who have seats, and by what.
fn gone<'a>(
    connection: &Connection,
    seats: impl Iterator<Item = &'a UnionSeat>,
) -> Result<BTreeMap<PersonId, MembershipKind>, Problem> {
    let mut gone = BTreeMap::new();
    for person in seats.filter_map(|seat| seat.person) {
        let last = members::store::last_event(connection, person)?;
        let left =
            last.filter(|kind| matches!(kind.state(), MembershipState::Left | MembershipState::Retained));
        gone.extend(left.map(|kind| (person, kind)));
    }
    Ok(gone)
}

fn not_required(body: UnionBody) -> String {
    format!("按现在的人数，当地没有收录必须建立{}的规定；建了的可以登记。", body.label())
}

/// Whether a term is the one that runs, or that ran out with none after it; the newest is asked first.
fn stands(term: &UnionTerm, today: NaiveDate) -> bool {
    term.record.started_on <= today && term.record.ended_on.is_none_or(|ended| ended > today)
}

fn term(
    id: UnionTermId,
    record: UnionTermInput,
    book: &LawBook,
    place: &Place,
    today: NaiveDate,
) -> UnionTerm {
    let allowed = rules::lengths(book, place, record.started_on, today);
    let rule = allowed.iter().find(|(years, _)| *years == record.years).map(|(_, rule)| rule.reference());
    let serving = record.members.iter().filter(|seat| rules::serves(seat, today)).count();
    UnionTerm {
        id,
        name: rules::term_name(record.body.code(), record.session),
        ends_on: rules::ends_on(record.started_on, record.years),
        explained: rules::explained(&record, rule.as_ref()),
        rule,
        serving: u32::try_from(serving).unwrap_or(u32::MAX),
        record,
    }
}

/// Who may not stand, as the place's law lists them.
fn bars(book: &LawBook, place: &Place, today: NaiveDate) -> Vec<UnionBar> {
    ["union.relatives_barred", "union.chair.barred"]
        .into_iter()
        .filter_map(|subject| {
            let rule = book.applies(subject, place, today)?.winner;
            let items: Vec<&str> = rule.items.iter().map(|item| item.text.as_str()).collect();
            let listed = if items.is_empty() { String::new() } else { format!("：{}", items.join("、")) };
            Some(UnionBar { text: format!("{}{listed}", rule.title), rule: rule.reference() })
        })
        .collect()
}

/// Keeps a term, new or changed.
///
/// Errors: `bad_input` at its field; `refused` at `years` with its rule, at `session` where it is taken; `not_found`.
pub fn save(tx: &Tx, book: &LawBook, input: &UnionTermInput) -> Result<UnionTermId, Problem> {
    let today = tx.today();
    let place = union::place(tx)?;
    rules::check(input, today, &rules::lengths(book, &place, input.started_on, today))?;
    let terms = store::terms(tx)?;
    let others = || terms.iter().filter(|(id, one)| one.body == input.body && Some(*id) != input.id);
    let name = rules::term_name(input.body.code(), input.session);
    if others().any(|(_, one)| one.session == input.session) {
        let message = format!("{name}已经登记过了，请打开那一届修改；新的一届请改届数。");
        return Err(Problem::new("refused", message).at("session"));
    }
    // A later session began later: else one of the two was typed wrong.
    if let Some((_, other)) =
        others().find(|(_, one)| (one.session < input.session) == (one.started_on >= input.started_on))
    {
        let other = rules::term_name(other.body.code(), other.session);
        let message = format!("{other}开始的日期与{name}的先后对不上，请核对日期和届数。");
        return Err(Problem::input("startedOn", message));
    }
    match input.id {
        Some(id) => {
            let (_, standing) = terms.iter().find(|(one, _)| *one == id).ok_or_else(store::missing)?;
            if standing.body != input.body {
                return Err(Problem::input("body", "登记的是哪个机构，保存以后不能再改。"));
            }
            store::update(tx, id, input)?;
            Ok(id)
        }
        None => {
            let id = tx.new_id::<UnionTermId>();
            store::insert(tx, id, input)?;
            Ok(id)
        }
    }
}

/// Puts a term out of sight.
///
/// Errors: `not_found`.
pub fn remove(tx: &Tx, id: UnionTermId) -> Result<(), Problem> {
    store::remove(tx, id)
}

/// The newest session of the committee.
pub(crate) fn newest_session(connection: &Connection) -> Result<Option<u32>, Problem> {
    let terms = store::terms(connection)?;
    Ok(terms.iter().filter(|(_, one)| one.body == UnionBody::Committee).map(|(_, one)| one.session).max())
}

/// The committee's term before a session: its name, first and last day.
pub(crate) fn term_before(
    connection: &Connection,
    session: u32,
) -> Result<Option<(String, NaiveDate, NaiveDate)>, Problem> {
    let terms = store::terms(connection)?;
    let earlier =
        terms.into_iter().filter(|(_, one)| one.body == UnionBody::Committee && one.session < session);
    let last = earlier.max_by_key(|(_, one)| one.session);
    Ok(last.map(|(_, one)| {
        let ends_on = one.ended_on.unwrap_or_else(|| rules::ends_on(one.started_on, one.years));
        (rules::term_name(one.body.code(), one.session), one.started_on, ends_on)
    }))
}

/// The last day of the committee's term of a session, where that is recorded.
pub(crate) fn ends_of(connection: &Connection, session: u32) -> Result<Option<NaiveDate>, Problem> {
    let terms = store::terms(connection)?;
    let own = terms.into_iter().find(|(_, one)| one.body == UnionBody::Committee && one.session == session);
    Ok(own.map(|(_, one)| one.ended_on.unwrap_or_else(|| rules::ends_on(one.started_on, one.years))))
}

/// The last day of the committee's term before a session, where that is recorded.
pub(crate) fn ends_before(connection: &Connection, session: u32) -> Result<Option<NaiveDate>, Problem> {
    Ok(term_before(connection, session)?.map(|(_, _, ends_on)| ends_on))
}

/// Who chaired the committee last before a session, where that is recorded.
pub(crate) fn chair_before(connection: &Connection, session: u32) -> Result<Option<String>, Problem> {
    let terms = store::terms(connection)?;
    let earlier =
        terms.into_iter().filter(|(_, one)| one.body == UnionBody::Committee && one.session < session);
    let Some((_, last)) = earlier.max_by_key(|(_, one)| one.session) else { return Ok(None) };
    let mut chairs: Vec<_> =
        last.members.into_iter().filter(|seat| seat.office == UnionOffice::Chair).collect();
    // Whoever left is followed by who did not.
    chairs.sort_by_key(|seat| seat.to_on.unwrap_or(NaiveDate::MAX));
    Ok(chairs.pop().map(|seat| seat.name))
}

/// Ends the term of a body that still runs when the next begins (提前换届); answers which.
pub(crate) fn end_running(
    tx: &Tx,
    body: UnionBody,
    next_on: NaiveDate,
) -> Result<Option<UnionTermId>, Problem> {
    let running = (store::terms(tx)?.into_iter()).find(|(_, one)| {
        one.body == body
            && one.started_on < next_on
            && one.ended_on.is_none()
            && rules::ends_on(one.started_on, one.years) > next_on
    });
    let Some((id, _)) = running else { return Ok(None) };
    store::set_ended(tx, id, Some(next_on))?;
    Ok(Some(id))
}

/// Lets a term run again that the next had ended, when that one is taken back.
pub(crate) fn resume(tx: &Tx, id: UnionTermId) -> Result<(), Problem> {
    store::set_ended(tx, id, None)
}

/// Keeps another number of the approval.
pub(crate) fn set_approval(tx: &Tx, id: UnionTermId, number: Option<&str>) -> Result<(), Problem> {
    store::set_approval(tx, id, number)
}

/// Who chairs the committee on a day, where that is recorded.
pub(crate) fn chair(connection: &Connection, on: NaiveDate) -> Result<Option<String>, Problem> {
    let mut people = committee(connection, on)?.into_iter();
    Ok(people.find(|(office, _)| *office == UnionOffice::Chair).map(|(_, name)| name))
}

/// Who answers for a paper of a day (签发人): who chairs the committee; where none is recorded, whoever chairs at the desk.
pub(crate) fn signer(connection: &Connection, on: NaiveDate) -> Result<Option<String>, Problem> {
    if let Some(name) = chair(connection, on)? {
        return Ok(Some(name));
    }
    let people = union::desk_people(connection)?;
    Ok(people.into_iter().find(|person| person.role == Role::Chair).map(|person| person.name))
}

/// The committee that stands: its people who serve, with what they are.
pub(crate) fn committee(
    connection: &Connection,
    today: NaiveDate,
) -> Result<Vec<(UnionOffice, String)>, Problem> {
    let terms = store::terms(connection)?;
    let stands = |one: &UnionTermInput| {
        one.body == UnionBody::Committee
            && one.started_on <= today
            && one.ended_on.is_none_or(|ended| ended > today)
    };
    let Some((_, term)) = terms.into_iter().find(|(_, one)| stands(one)) else { return Ok(Vec::new()) };
    let serving = term.members.into_iter().filter(|seat| rules::serves(seat, today));
    Ok(serving.map(|seat| (seat.office, seat.name)).collect())
}

/// What a person is in the bodies that stand, in words: 工会委员会委员, 经费审查委员会主任.
pub(crate) fn offices_of(
    connection: &Connection,
    person: PersonId,
    today: NaiveDate,
) -> Result<Vec<String>, Problem> {
    let mut offices = Vec::new();
    let mut seen = Vec::new();
    for (_, term) in store::terms(connection)? {
        if term.started_on > today || term.ended_on.is_some_and(|ended| ended <= today) {
            continue;
        }
        // The newest stands; the one before it ran out.
        if seen.contains(&term.body) {
            continue;
        }
        seen.push(term.body);
        let seats =
            term.members.iter().filter(|seat| seat.person == Some(person) && rules::serves(seat, today));
        for seat in seats {
            let office = format!("{}{}", term.body.label(), seat.office.called(term.body));
            if !offices.contains(&office) {
                offices.push(office);
            }
        }
    }
    Ok(offices)
}
