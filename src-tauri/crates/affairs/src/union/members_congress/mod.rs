//! The meetings of the members or of their delegates (会员大会、会员代表大会): notice, attendance, topics with their votes, one a year;
//! the delegates with their terms. They elect, and what they elect is `election`'s. The workers' congress (职工代表大会) is another
//! body: neither stands in for the other.

mod duties;
pub mod model;
pub mod papers;
mod rules;
pub(crate) mod store;

pub use duties::duties;
pub use rules::meeting_name;

use chrono::{Datelike, NaiveDate};
use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::members;
use crate::union::bodies;
use crate::union::bodies::rules::session_words;
use crate::union::election::rules::{ElectionLaw, must_be_whole};
use crate::union::election::store::voters;
use crate::union::election::view::delegates_lack;
use crate::union::store as union;
use model::{
    MembersCongress, MembersDelegateList, MembersDelegates, MembersForm, MembersMeeting, MembersMeetingId,
    MembersMeetingInput,
};

/// Every meeting, and what a new one begins with.
pub fn all(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<MembersCongress, Problem> {
    let place = union::place(connection)?;
    let law = ElectionLaw { book, place: &place };
    let newest = bodies::newest_session(connection)?;
    let mut sessions = store::sessions(connection)?;
    sessions.extend(newest.filter(|session| !sessions.contains(session)));
    sessions.sort_by(|one, other| other.cmp(one));
    let session = newest.or(sessions.first().copied()).unwrap_or(1);
    let members = voters(connection)?;
    let delegates = standing(connection, session)?.0;
    let whole = must_be_whole(law, members, today).is_some() || delegates == 0;
    let days = store::days(connection)?;
    let held = days.iter().filter(|day| day.year() == today.year()).count();
    let year = match held {
        0 => format!("{}年还没有开过会员大会或者会员代表大会。", today.year()),
        times => format!("{}年已经开过{times}次。", today.year()),
    };
    Ok(MembersCongress {
        meetings: store::meetings(connection)?
            .into_iter()
            .map(|kept| rules::shown(law, kept, today))
            .collect(),
        start: MembersMeetingInput {
            id: None,
            session,
            form: if whole { MembersForm::Whole } else { MembersForm::Delegates },
            noticed_on: None,
            held_on: today,
            place: String::new(),
            host: bodies::chair(connection, today)?,
            recorder: None,
            due: if whole { members } else { delegates },
            present: None,
            askers: None,
            course: None,
            late_entry: None,
            topics: Vec::new(),
        },
        sessions,
        year,
        rule: law.rule("union.members_congress.yearly", today).map(law::Rule::reference),
    })
}

/// One meeting.
///
/// Errors: `not_found`.
pub fn get(
    connection: &Connection,
    book: &LawBook,
    id: MembersMeetingId,
    today: NaiveDate,
) -> Result<MembersMeeting, Problem> {
    let place = union::place(connection)?;
    let kept = store::meetings(connection)?.into_iter().find(|kept| kept.id == id);
    Ok(rules::shown(ElectionLaw { book, place: &place }, kept.ok_or_else(store::missing)?, today))
}

/// Keeps a meeting, convened or held.
///
/// Errors: `bad_input` at its field; `refused` with its rule; `not_found`.
pub fn save(tx: &Tx, book: &LawBook, input: &MembersMeetingInput) -> Result<MembersMeetingId, Problem> {
    let place = union::place(tx)?;
    let standing = store::delegates(tx, input.session)?;
    let standing = standing.iter().filter(|one| one.ended_on.is_none_or(|day| day > input.held_on)).count();
    let should = (voters(tx)?, u32::try_from(standing).unwrap_or(u32::MAX));
    rules::check(ElectionLaw { book, place: &place }, input, should, tx.today())?;
    let (id, round) = match input.id {
        Some(id) => {
            let (session, round) = store::round_of(tx, id)?;
            if session != input.session {
                return Err(Problem::input(
                    "session",
                    "是第几届的会议，保存以后不能再改；登记错了的请移除重记。",
                ));
            }
            (id, round)
        }
        None => (tx.new_id(), store::next_round(tx, input.session)?),
    };
    store::save(tx, id, round, input, book.version())?;
    Ok(id)
}

/// Puts a meeting out of sight; its number stays used.
///
/// Errors: `not_found`.
pub fn remove(tx: &Tx, id: MembersMeetingId) -> Result<(), Problem> {
    store::remove(tx, id)
}

/// Delegates of a session who stand, and how many of them are managers.
fn standing(connection: &Connection, session: u32) -> Result<(u32, u32), Problem> {
    let all = store::delegates(connection, session)?;
    let standing: Vec<_> = all.iter().filter(|one| one.ended_on.is_none()).collect();
    let count = |all: usize| u32::try_from(all).unwrap_or(u32::MAX);
    Ok((count(standing.len()), count(standing.iter().filter(|one| one.manager).count())))
}

/// The delegates of a session, seen from a day.
pub fn delegates(
    connection: &Connection,
    book: &LawBook,
    session: u32,
    today: NaiveDate,
) -> Result<MembersDelegateList, Problem> {
    let place = union::place(connection)?;
    let law = ElectionLaw { book, place: &place };
    let now = standing(connection, session)?;
    let until = bodies::ends_of(connection, session)?;
    let term = match (law.rule("union.delegates.standing", today), until) {
        (Some(rule), Some(until)) => {
            format!(
                "{}（《{}》{}）：到{}。",
                rule.title,
                rule.instrument,
                rule.article,
                crate::duty::day_words(until)
            )
        }
        (None, Some(until)) => {
            format!(
                "代表的任期与{}工会委员会相同，到{}。",
                session_words(session),
                crate::duty::day_words(until)
            )
        }
        _ => format!("代表的任期与{}工会委员会相同，委员会产生以后起算。", session_words(session)),
    };
    let lacks = if now.0 == 0 { Vec::new() } else { delegates_lack(law, voters(connection)?, now, today) };
    Ok(MembersDelegateList {
        session,
        delegates: store::delegates(connection, session)?,
        standing: now.0,
        term,
        lacks,
    })
}

/// Keeps the delegates of a session; whoever is picked from the roster bears its name.
///
/// Errors: `bad_input` at `delegates.0.name`; `not_found`.
pub fn save_delegates(tx: &Tx, input: &MembersDelegates) -> Result<(), Problem> {
    let mut wanted = input.delegates.clone();
    for one in &mut wanted {
        if let Some(person) = one.person {
            (one.name, _) = members::store::name_and_sex(tx, person)?;
        }
    }
    rules::check_delegates(input.session, &wanted, tx.today())?;
    store::save_delegates(tx, input.session, &wanted)
}
