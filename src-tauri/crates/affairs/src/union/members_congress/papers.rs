//! What the papers of the members' meetings are filled with: the minutes (会员大会、会员代表大会会议纪要) with who came, the topics with their
//! votes and who was elected that day; the list of a session's delegates (会员代表名单).

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

use super::model::{MembersForm, MembersMeetingId};
use super::{rules, store};
use crate::Problem;
use crate::members;
use crate::members::employment::rules::work;
use crate::members::model::Sex;
use crate::office;
use crate::office::model::{Filled, PaperLine};
use crate::typed::text;
use crate::union::bodies::rules::session_words;
use crate::union::election;
use crate::union::election::rules::ElectionLaw;
use crate::union::election::store::voters;
use crate::union::store as union;

/// 会员大会、会员代表大会会议纪要.
pub const MINUTES: &str = "membersCongress.minutes";
/// 会员代表名单.
pub const DELEGATES: &str = "membersCongress.delegates";

/// Whether a kind is one of these papers.
pub fn is_ours(kind: &str) -> bool {
    matches!(kind, MINUTES | DELEGATES)
}

#[derive(Serialize)]
struct Named {
    name: String,
}

#[derive(Serialize)]
struct Votes {
    r#for: u32,
    against: u32,
    abstain: u32,
}

#[derive(Serialize)]
struct Topic {
    title: String,
    decision: Option<String>,
    votes: Option<Votes>,
    verdict: String,
}

#[derive(Serialize)]
struct Minutes {
    union: Named,
    meeting: String,
    of_delegates: bool,
    noticed_on: Option<NaiveDate>,
    held_on: NaiveDate,
    place: String,
    host: Option<String>,
    recorder: Option<String>,
    due: u32,
    present: u32,
    attendance: Option<u32>,
    course: Vec<String>,
    topics: Vec<Topic>,
    elected: Vec<String>,
    date: NaiveDate,
}

#[derive(Serialize)]
struct Delegate {
    name: String,
    mark: Option<String>,
    sex: &'static str,
    unit: String,
    work: String,
    certificate: String,
    manager: bool,
}

#[derive(Serialize)]
struct Delegates {
    union: Named,
    session: String,
    term: String,
    members: u32,
    people: Vec<Delegate>,
    women: usize,
    managers: usize,
    date: NaiveDate,
}

/// Every meeting that was held and every session's list of delegates, as papers that can be printed.
pub fn list(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    for session in store::sessions(connection)? {
        let filled = delegates(connection, book, session, today)?;
        lines.push(PaperLine {
            kind: DELEGATES.to_owned(),
            of: session.to_string(),
            title: filled.title,
            affair: format!("{}会员代表", session_words(session)),
            dated: Some(today),
            missing: filled.missing,
            issued: Vec::new(),
            made_by: None,
        });
    }
    for kept in store::meetings(connection)?.into_iter().filter(|kept| kept.record.present.is_some()) {
        let filled = minutes(connection, book, &kept.id.to_string())?;
        lines.push(PaperLine {
            kind: MINUTES.to_owned(),
            of: kept.id.to_string(),
            title: filled.title,
            affair: rules::meeting_name(kept.record.form.code(), kept.record.session, kept.round),
            dated: Some(kept.record.held_on),
            missing: filled.missing,
            issued: Vec::new(),
            made_by: None,
        });
    }
    Ok(lines)
}

/// Fills one of these papers.
///
/// Errors: `not_found`; `refused` for a meeting that is only convened.
pub fn fill(
    connection: &Connection,
    book: &LawBook,
    kind: &str,
    of: &str,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    if kind == MINUTES {
        return minutes(connection, book, of);
    }
    let session = of.parse().map_err(|_| Problem::missing("份文件"))?;
    if !store::sessions(connection)?.contains(&session) {
        return Err(Problem::missing("届会员代表的名单"));
    }
    delegates(connection, book, session, today)
}

/// The delegates of a session who stand, as they are posted: no identity is on the list.
fn delegates(
    connection: &Connection,
    book: &LawBook,
    session: u32,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let list = super::delegates(connection, book, session, today)?;
    let (mut people, mut tells) = (Vec::new(), Vec::new());
    let mut women = 0;
    for one in list.delegates.into_iter().filter(|one| one.ended_on.is_none()) {
        let row = one.person.map(|person| members::store::person(connection, person)).transpose()?;
        let sex = row.as_ref().map(|row| row.sex).filter(|sex| *sex != Sex::Unspecified);
        women += usize::from(sex == Some(Sex::Female));
        let work = row.as_ref().map(|row| work(row.shop.as_deref(), row.post.as_deref()));
        tells.push(row.as_ref().map(Tells::of).unwrap_or_default());
        people.push(Delegate {
            name: one.name,
            mark: None,
            sex: sex.map_or("", Sex::label),
            unit: one.unit.unwrap_or_default(),
            work: work.unwrap_or_default(),
            certificate: one.certificate.unwrap_or_default(),
            manager: one.manager,
        });
    }
    tell_apart(&mut people, &tells);
    let context = Delegates {
        union: Named { name: union::union_record(connection)?.name },
        session: session_words(session),
        term: list.term,
        members: voters(connection)?,
        women,
        managers: people.iter().filter(|one| one.manager).count(),
        people,
        date: today,
    };
    let title = format!("{}会员代表名单", context.session);
    let lacks = if context.people.is_empty() { vec!["会员代表".to_owned()] } else { Vec::new() };
    office::standing(
        connection,
        DELEGATES,
        Filled::new("union/members-delegates", session.to_string(), title, lacks, &context)?,
    )
}

/// What tells somebody from another of the same name in the same place, the least telling first.
#[derive(Default)]
struct Tells {
    year: Option<String>,
    tail: Option<String>,
}

impl Tells {
    fn of(row: &members::store::PersonRow) -> Tells {
        let year = row.birth.as_ref().and_then(|(day, _)| day.get(..4));
        let digits = |number: &String| number.get(number.len().checked_sub(4)?..).map(str::to_owned);
        Tells {
            year: year.map(|year| format!("{year}年生")),
            tail: row.id_number.as_ref().and_then(digits).map(|tail| format!("证件末四位{tail}")),
        }
    }
}

/// Marks those whom the list does not tell apart by name, place and unit: by the year of birth, or where that is one year or not
/// known, by the last four of the number. Nobody else's data stands on what is posted.
fn tell_apart(people: &mut [Delegate], tells: &[Tells]) {
    let alike = |one: &Delegate, other: &Delegate| {
        one.name.trim() == other.name.trim() && one.work == other.work && one.unit == other.unit
    };
    let mut marks = vec![None; people.len()];
    for (at, one) in people.iter().enumerate() {
        let others: Vec<usize> =
            (0..people.len()).filter(|other| *other != at && alike(one, &people[*other])).collect();
        if others.is_empty() {
            continue;
        }
        let told = |by: fn(&Tells) -> &Option<String>| {
            let own = by(tells.get(at)?).clone()?;
            let shared = others.iter().filter_map(|other| tells.get(*other)).any(|other| {
                // Of whom it is not known, it tells nothing.
                by(other).as_ref().is_none_or(|theirs| *theirs == own)
            });
            (!shared).then_some(own)
        };
        marks[at] = told(|tells| &tells.year).or_else(|| told(|tells| &tells.tail));
    }
    people.iter_mut().zip(marks).for_each(|(one, mark)| one.mark = mark);
}

fn minutes(connection: &Connection, book: &LawBook, of: &str) -> Result<Filled, Problem> {
    let id: MembersMeetingId = of.parse().map_err(|_| Problem::missing("份文件"))?;
    let kept =
        store::meetings(connection)?.into_iter().find(|kept| kept.id == id).ok_or_else(store::missing)?;
    let record = &kept.record;
    let Some(present) = record.present else {
        return Err(Problem::new("refused", "这次会议还没有登记到会，开过会、登记以后再打印纪要。"));
    };
    let place = union::place(connection)?;
    let law = ElectionLaw { book, place: &place };
    let name = rules::meeting_name(record.form.code(), record.session, kept.round);
    let line = law.line("union.members_congress.attendance", record.held_on);
    let topics = record.topics.iter().map(|topic| Topic {
        title: topic.title.clone(),
        decision: text(&topic.decision).map(str::to_owned),
        votes: topic.votes_for.map(|votes| Votes {
            r#for: votes,
            against: topic.votes_against.unwrap_or(0),
            abstain: topic.abstained.unwrap_or(0),
        }),
        verdict: rules::verdict(law, record, topic).explained,
    });
    let context = Minutes {
        union: Named { name: union::union_record(connection)?.name },
        of_delegates: record.form == MembersForm::Delegates,
        noticed_on: record.noticed_on,
        held_on: record.held_on,
        place: record.place.clone(),
        host: record.host.clone(),
        recorder: record.recorder.clone(),
        due: record.due,
        present,
        attendance: line.and_then(|(_, line)| line.boundary(record.due)),
        course: text(&record.course)
            .unwrap_or_default()
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect(),
        topics: topics.collect(),
        elected: election::elected_on(connection, book, record.held_on)?,
        date: record.held_on,
        meeting: name.clone(),
    };
    let lacks = [(context.host.is_none(), "主持人"), (context.recorder.is_none(), "记录人")];
    let lacks = lacks.into_iter().filter(|(gone, _)| *gone).map(|(_, name)| name.to_owned()).collect();
    let title = format!("{name}纪要");
    office::standing(
        connection,
        MINUTES,
        Filled::new("union/members-minutes", of.to_owned(), title, lacks, &context)?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delegate(name: &str, work: &str) -> Delegate {
        Delegate {
            name: name.to_owned(),
            mark: None,
            sex: "男",
            unit: "仓储小组".to_owned(),
            work: work.to_owned(),
            certificate: String::new(),
            manager: false,
        }
    }

    fn tells(year: Option<&str>, tail: &str) -> Tells {
        Tells { year: year.map(str::to_owned), tail: Some(tail.to_owned()) }
    }

    #[test]
    fn two_of_one_name_in_one_place_are_told_apart_and_nobody_else_is_marked() {
        let mark = |tells: &[Tells]| {
            let mut people = vec![
                delegate("陈庆丰", "仓储搬运工"),
                delegate("陈庆丰", "仓储搬运工"),
                delegate("陈庆丰", "电工"),
            ];
            tell_apart(&mut people, tells);
            people.into_iter().map(|one| one.mark).collect::<Vec<_>>()
        };
        let some = |text: &str| Some(text.to_owned());
        let by_year = [tells(Some("1985年生"), "a"), tells(Some("1990年生"), "b"), tells(None, "c")];
        assert_eq!(mark(&by_year), [some("1985年生"), some("1990年生"), None]);
        let one_year = [tells(Some("1985年生"), "a"), tells(Some("1985年生"), "b"), tells(None, "c")];
        assert_eq!(mark(&one_year), [some("a"), some("b"), None]);
        let unknown = [tells(None, "a"), tells(Some("1985年生"), "b"), tells(None, "c")];
        assert_eq!(mark(&unknown), [some("a"), some("b"), None]);
    }
}
