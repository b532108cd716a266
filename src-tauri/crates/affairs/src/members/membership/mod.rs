//! The life of a membership (会籍): its events are entered, corrected and taken back, and each time the whole of them is
//! judged again. How one joins stands in `joining`, what leaving asks for in `leaving`.

pub mod model;
pub mod rules;
pub(crate) mod store;

use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::members;
use crate::members::model::PersonId;
use crate::union;
use crate::union::model::Shown;
use model::{
    EventRow, MembershipChoice, MembershipEventId, MembershipInput, MembershipKind, MembershipLife,
    MembershipRung,
};

/// A person's life in the union. Events that an earlier program let in and that cannot follow each other are told in their
/// order all the same, with the state of the last.
///
/// Errors: `not_found`.
pub fn life(connection: &Connection, person: PersonId) -> Result<MembershipLife, Problem> {
    members::store::name_and_sex(connection, person)?;
    let mut rungs = store::events(connection, person)?;
    rungs.sort_by_key(|one| rules::Dated { kind: one.kind, on: one.on.clone() }.place());
    let last = rungs.last().map(|one| one.kind);
    let course = rules::Course { order: Vec::new(), last, begun: false };
    Ok(MembershipLife {
        state: course.state(),
        left: last.and_then(MembershipKind::left).map(str::to_owned),
        begun: rungs.first().is_none_or(|one| one.kind.begins()),
        choices: (MembershipKind::ALL.iter())
            .map(|(kind, ..)| MembershipChoice {
                kind: *kind,
                reasons: rules::reasons(*kind).to_vec(),
                next: course.may_follow(*kind),
            })
            .collect(),
        rungs,
    })
}

/// Judges what a person's events have become within the step.
///
/// Errors: `refused`, and the step is taken back whole.
pub(crate) fn judge(connection: &Connection, person: PersonId) -> Result<rules::Course, Problem> {
    rules::course(&store::dated(&store::events(connection, person)?))
}

/// Keeps an event, new or changed; a beginning is held against birth as far as `identity` may be seen.
///
/// Errors: `bad_input` at its field; `refused` where it cannot stand among the others, for what is no event of a member, and
/// for an expulsion, which is not entered so; `not_found`.
pub fn save(
    tx: &Tx,
    book: &LawBook,
    input: &MembershipInput,
    identity: Shown,
) -> Result<MembershipEventId, Problem> {
    members::store::name_and_sex(tx, input.person)?;
    rules::check(input, tx.today())?;
    let on = members::rules::date("on", &input.on, tx.today())?;
    if input.kind.begins() {
        let person = members::store::person(tx, input.person)?;
        let birth = crate::masks::judged_birth(person.birth.as_ref(), identity);
        let ages = members::roster::Ages::of(book, &union::store::place(tx)?, tx.today())?;
        members::rules::check_joining_age(&ages, birth.as_ref(), on.as_ref(), "on")?;
    }
    let standing = match input.id {
        Some(id) => Some(store::event(tx, id)?),
        None => None,
    };
    if standing.as_ref().is_some_and(|(person, _)| *person != input.person) {
        return Err(Problem::missing("条会籍登记"));
    }
    let was = standing.as_ref().map(|(_, rung)| rung.kind);
    if (input.kind == MembershipKind::Expelled || was == Some(MembershipKind::Expelled))
        && was != Some(input.kind)
    {
        let message = "开除会籍要有小组讨论、委员会决定和生效的刑事判决，不能直接登记，也不能由别的登记改成；请用“开除会籍”办理。";
        return Err(Problem::new("refused", message).at("kind"));
    }
    // A reason that is no code stays as it was written until another is chosen.
    let kept =
        standing.as_ref().and_then(|(_, rung)| rung.reason_text.clone()).filter(|_| was == Some(input.kind));
    let reason = input.reason.map(|reason| reason.label().to_owned()).or(kept);
    let id = input.id.unwrap_or_else(|| tx.new_id());
    store::write(tx, id, input, on.as_ref(), reason.as_deref())?;
    let course = judge(tx, input.person)?;
    if !course.begun && standing.is_none() {
        let message = format!(
            "还没有入会的登记，不能登记“{}”；请先补录“入会”，哪一天入会不清楚的，日期可以不写。",
            input.kind.label()
        );
        return Err(Problem::new("refused", message).at("kind"));
    }
    Ok(id)
}

/// Keeps an event that a person enters by itself: as `save`, and a retention that would come to nothing on its own day is told
/// instead of kept. What stands so already may be corrected in everything else.
///
/// Errors: those of `save`; `refused` at `on` for a retention of the day on which the membership ends.
pub fn enter(
    tx: &Tx,
    book: &LawBook,
    input: &MembershipInput,
    identity: Shown,
) -> Result<MembershipEventId, Problem> {
    let was = match input.id {
        Some(id) => Some(store::event(tx, id)?.1),
        None => None,
    };
    let id = save(tx, book, input, identity)?;
    let rungs = store::events(tx, input.person)?;
    if let Some(at) = rungs.iter().position(|rung| rung.id == id)
        && was.is_none_or(|was| was.kind != rungs[at].kind || was.on != rungs[at].on)
    {
        rules::kept_until_the_end(&store::dated(&rungs), at)?;
    }
    Ok(id)
}

/// Whether an event that was taken back may stand among the others again.
///
/// Errors: `refused`.
pub(crate) fn may_return(connection: &Connection, id: &str) -> Result<(), Problem> {
    if !store::person_stands(connection, id)? {
        return Err(Problem::new("refused", "这条会籍登记的本人已经移除，请先恢复本人。"));
    }
    match rules::course(&store::dated(&store::events_with(connection, id)?)) {
        Ok(_) => Ok(()),
        Err(why) => Err(Problem::new("refused", format!("这条会籍登记恢复不了：{}", why.message))),
    }
}

/// Takes an event back; what then cannot follow is refused.
///
/// Errors: `refused`; `not_found`.
pub fn remove(tx: &Tx, id: MembershipEventId) -> Result<(), Problem> {
    let (person, _) = store::event(tx, id)?;
    store::remove(tx, id)?;
    judge(tx, person).map(|_| ())
}

/// The events of a person's membership as they are told, the first first.
pub fn told(connection: &Connection, id: PersonId) -> Result<Vec<EventRow>, Problem> {
    let said = |one: MembershipRung| {
        let other = one.other_union.map(|union| match one.kind {
            MembershipKind::MovedIn => format!("转自{union}"),
            _ => format!("转往{union}"),
        });
        let why = one.reason.map(|reason| reason.label().to_owned()).or(one.reason_text);
        let all: Vec<String> = [why, other, one.note].into_iter().flatten().collect();
        EventRow { what: one.kind.label(), on: one.on, reason: (!all.is_empty()).then(|| all.join("；")) }
    };
    Ok(life(connection, id)?.rungs.into_iter().map(said).collect())
}
