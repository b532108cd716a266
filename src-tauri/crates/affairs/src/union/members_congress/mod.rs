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
use crate::union::election::rules::delegates::delegates_lack;
use crate::union::election::rules::{ElectionLaw, must_be_whole};
use crate::union::election::store::{meeting_days, membership_of, voters};
use crate::union::store as union;
use model::{
    MembersCongress, MembersDelegate, MembersDelegateList, MembersDelegates, MembersForm, MembersMeeting,
    MembersMeetingId, MembersMeetingInput,
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
    let days = days(connection)?;
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
            round: Some(rules::next_round(&store::places(connection)?, session)),
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

/// The days on which the members or their delegates met, elections among them.
pub(super) fn days(connection: &Connection) -> Result<Vec<NaiveDate>, Problem> {
    let mut days = meeting_days(connection)?;
    days.extend(store::met(connection)?);
    Ok(days)
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
    let mut places = store::places(tx)?;
    let mut standing = None;
    if let Some(id) = input.id {
        let at = places.iter().position(|one| one.id == id).ok_or_else(store::missing)?;
        let place = places.swap_remove(at);
        if place.session != input.session {
            let message = "是第几届的会议，保存以后不能再改；登记错了的请移除重记。";
            return Err(Problem::input("session", message));
        }
        standing = Some(place.round);
    }
    let offered = rules::next_round(&places, input.session);
    let round = input.round.or(standing).unwrap_or(offered);
    rules::check_place(&places, bodies::newest_session(tx)?, (input.session, round), input.held_on)?;
    let id = input.id.unwrap_or_else(|| tx.new_id());
    store::save(tx, id, round, input, book.version())?;
    Ok(id)
}

/// Whether a removed meeting may come back: its number must not have gone to another.
///
/// Errors: `refused`.
pub(crate) fn may_return(connection: &Connection, id: &str) -> Result<(), Problem> {
    match store::taken(connection, id)? {
        Some(name) => {
            let message = format!("{name}已经登记了另一次，请先改那一次的次数，再恢复这一次。");
            Err(Problem::new("refused", message))
        }
        None => Ok(()),
    }
}

/// Puts a meeting out of sight; its number is free again.
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
    let mut lacks =
        if now.0 == 0 { Vec::new() } else { delegates_lack(law, voters(connection)?, now, today) };
    let delegates = store::delegates(connection, session)?;
    if is_present(connection, session)? {
        let who = known(connection, &delegates)?;
        lacks.extend(rules::strangers(law, &who, today).map(|(_, lack)| lack));
    }
    Ok(MembersDelegateList { session, delegates, standing: now.0, term, lacks })
}

/// Whether a session is not yet over: no later committee stands. Of an earlier one people may have left the union since.
fn is_present(connection: &Connection, session: u32) -> Result<bool, Problem> {
    Ok(bodies::newest_session(connection)?.is_none_or(|newest| session >= newest))
}

/// Delegates with whether each is a member of ours who votes; none for one who was not picked from the roster.
fn known(
    connection: &Connection,
    delegates: &[MembersDelegate],
) -> Result<Vec<(MembersDelegate, Option<bool>)>, Problem> {
    let one = |one: &MembersDelegate| {
        let found = one.person.map(|person| membership_of(connection, person)).transpose()?;
        Ok((one.clone(), found.map(|(member, retained)| member && !retained)))
    };
    delegates.iter().map(one).collect()
}

/// Keeps the delegates of a session; whoever is picked from the roster bears its name. Who stands in the present session is a
/// member of ours.
///
/// Errors: `bad_input` at `delegates.0.name`; `refused` with its rule; `not_found`.
pub fn save_delegates(tx: &Tx, book: &LawBook, input: &MembersDelegates) -> Result<(), Problem> {
    let mut wanted = input.delegates.clone();
    for one in &mut wanted {
        if let Some(person) = one.person {
            (one.name, _) = members::store::name_and_sex(tx, person)?;
        }
    }
    rules::check_delegates(input.session, &wanted, tx.today())?;
    if is_present(tx, input.session)? {
        let place = union::place(tx)?;
        let law = ElectionLaw { book, place: &place };
        rules::check_members(law, &known(tx, &wanted)?, tx.today())?;
    }
    store::save_delegates(tx, input.session, &wanted)
}
