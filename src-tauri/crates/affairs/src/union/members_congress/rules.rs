//! Pure decisions about a meeting of the members or of their delegates: who meets, whether notice was given in time, whether enough
//! came, what passed. The line is counted from those who should be there.

use chrono::{Months, NaiveDate};
use law::Rule;

use super::model::{
    MembersDelegate, MembersForm, MembersMeeting, MembersMeetingInput, MembersTopic, MembersVerdict,
};
use super::store::{Kept, Placed};
use crate::Problem;
use crate::duty::day_words;
use crate::typed::{short, text};
use crate::union::bodies::model::UnionLack;
use crate::union::bodies::rules::session_words;
use crate::union::election::rules::count::same;
use crate::union::election::rules::matters::Voting;
use crate::union::election::rules::{ElectionLaw, lack, must_be_whole, refuse};

/// 第三届会员代表大会第二次会议.
pub fn meeting_name(form: &str, session: u32, round: u32) -> String {
    let form = MembersForm::of(form).map_or("会员大会", MembersForm::label);
    format!("{}{form}{}会议", session_words(session), round_words(round))
}

/// 第二次.
fn round_words(round: u32) -> String {
    session_words(round).replace('届', "次")
}

/// Farther back or ahead no meeting is entered; of the last weeks it is held against the roster.
const PAST: Months = Months::new(480);
const AHEAD: Months = Months::new(24);
const RECENT: Months = Months::new(1);

/// Refuses a list of delegates that cannot be.
///
/// Errors: `bad_input` at `session`, at `delegates.0.name`.
pub fn check_delegates(session: u32, delegates: &[MembersDelegate], today: NaiveDate) -> Result<(), Problem> {
    if !(1..=99).contains(&session) {
        return Err(Problem::input("session", "请写明是第几届，例如3。"));
    }
    for (at, one) in delegates.iter().enumerate() {
        let field = |name: &str| format!("delegates.{at}.{name}");
        for (name, value) in [("unit", &one.unit), ("certificate", &one.certificate)] {
            short(&field(name), value.as_deref().unwrap_or_default(), 100)?;
        }
        short(&field("name"), &one.name, 50)?;
        if one.name.trim().is_empty() {
            return Err(Problem::input(&field("name"), format!("第{}位没有写姓名。", at + 1)));
        }
        let mut before = delegates.iter().take(at);
        if before.any(|other| same((one.person, &one.name), (other.person, &other.name))) {
            return Err(Problem::input(&field("name"), format!("{}已经在名单里了。", one.name.trim())));
        }
        if one.elected_on.is_some_and(|day| day > today) {
            return Err(Problem::input(&field("electedOn"), "当选的日期还没有到，请核对。"));
        }
        if let (Some(elected), Some(ended)) = (one.elected_on, one.ended_on)
            && ended < elected
        {
            return Err(Problem::input(&field("endedOn"), "不再担任的日期早于当选的日期，请核对。"));
        }
    }
    Ok(())
}

/// Delegates who stand and are no members of ours, each with its place in the list and what is told of it. A person whose
/// membership is retained neither elects nor stands.
pub fn strangers<'a>(
    law: ElectionLaw<'a>,
    delegates: &'a [(MembersDelegate, Option<bool>)],
    today: NaiveDate,
) -> impl Iterator<Item = (usize, UnionLack)> + 'a {
    let rule = law.rule("union.delegates.member", today);
    delegates.iter().enumerate().filter(|(_, (one, member))| one.ended_on.is_none() && *member != Some(true)).map(
        move |(at, (one, member))| {
            let name = one.name.trim();
            let text = match member {
                None => format!(
                    "{name}不是从花名册里选的：会员代表应当是本会会员，请从花名册里选；已经不再担任的，请填不再担任的日期。"
                ),
                Some(_) => format!(
                    "{name}现在不是本会有表决权的会员，不能担任会员代表；已经不再担任的，请填不再担任的日期。"
                ),
            };
            (at, lack(rule, text))
        },
    )
}

/// Refuses a list with somebody on it who is no member.
///
/// Errors: `refused` with its rule at `delegates.0.name`.
pub fn check_members(
    law: ElectionLaw<'_>,
    delegates: &[(MembersDelegate, Option<bool>)],
    today: NaiveDate,
) -> Result<(), Problem> {
    match strangers(law, delegates, today).next() {
        Some((at, told)) => {
            let field = format!("delegates.{at}.name");
            Err(refuse(law.rule("union.delegates.member", today), &field, told.text))
        }
        None => Ok(()),
    }
}

/// The number after the last of a session.
pub fn next_round(places: &[Placed], session: u32) -> u32 {
    places
        .iter()
        .filter(|one| one.session == session)
        .map(|one| one.round)
        .max()
        .unwrap_or(0)
        .saturating_add(1)
}

/// Refuses a place among the meetings that stand (`places`, this one not among them) which cannot be: taken, against the order
/// of the days, or of a session that is not yet to come. `newest`: the newest session of a committee.
///
/// Errors: `bad_input` at `session` or `round`.
pub fn check_place(
    places: &[Placed],
    newest: Option<u32>,
    (session, round): (u32, u32),
    held_on: NaiveDate,
) -> Result<(), Problem> {
    if !(1..=99).contains(&round) {
        return Err(Problem::input("round", "请写明是这一届的第几次会议，例如2。"));
    }
    let known = places.iter().map(|one| one.session).chain(newest).max();
    if let Some(known) = known.filter(|known| session > known.saturating_add(1)) {
        let next = session_words(known.saturating_add(1));
        let message =
            format!("登记过的最近一届是{}，接着的应当是{next}，请核对是第几届。", session_words(known));
        return Err(Problem::input("session", message));
    }
    if let Some(same) = places.iter().find(|one| (one.session, one.round) == (session, round)) {
        let message = format!(
            "{}的{}已经登记过，是{}开的；这一次接着编是{}。",
            session_words(session),
            round_words(round),
            day_words(same.held_on),
            round_words(next_round(places, session))
        );
        return Err(Problem::input("round", message));
    }
    let place = (session, round);
    let against = |one: &&Placed| {
        let other = (one.session, one.round);
        (other < place && one.held_on > held_on) || (other > place && one.held_on < held_on)
    };
    let Some(other) = places.iter().find(against) else { return Ok(()) };
    let (field, was) = if other.session == session { ("round", "次数") } else { ("session", "届次") };
    let message = format!(
        "{}{}是{}开的，这一次写的是{}{}、{}，{was}和日期的先后对不上，请核对。",
        session_words(other.session),
        round_words(other.round),
        day_words(other.held_on),
        session_words(session),
        round_words(round),
        day_words(held_on)
    );
    Err(Problem::input(field, message))
}

/// Refuses a meeting that cannot be, or that the law does not let decide.
///
/// Errors: `bad_input` at its field; `refused` with its rule.
pub fn check(
    law: ElectionLaw<'_>,
    input: &MembersMeetingInput,
    (members, delegates): (u32, u32),
    today: NaiveDate,
) -> Result<(), Problem> {
    let late = text(&input.late_entry).is_some();
    short("place", &input.place, 100)?;
    short("lateEntry", input.late_entry.as_deref().unwrap_or_default(), 200)?;
    short("course", input.course.as_deref().unwrap_or_default(), 20_000)?;
    for (field, value) in [("host", &input.host), ("recorder", &input.recorder)] {
        short(field, value.as_deref().unwrap_or_default(), 50)?;
    }
    if !(1..=99).contains(&input.session) {
        return Err(Problem::input("session", "请写明是第几届，例如3。"));
    }
    if input.place.trim().is_empty() {
        return Err(Problem::input("place", "请写开会的地点。"));
    }
    if input.due == 0 {
        return Err(Problem::input("due", "请写应到的人数。"));
    }
    let (earliest, latest) = (today.checked_sub_months(PAST), today.checked_add_months(AHEAD));
    if latest.is_some_and(|latest| input.held_on > latest)
        || earliest.is_some_and(|earliest| input.held_on < earliest)
    {
        return Err(Problem::input("heldOn", "开会的日期离今天太远，请核对年份。"));
    }
    // Of a meeting of these weeks the roster and the list say who should be there.
    let should = if input.form == MembersForm::Delegates { delegates } else { members };
    let recent = today.checked_sub_months(RECENT).is_none_or(|since| input.held_on >= since);
    if recent && !late && should != 0 && input.due != should {
        let (whose, where_) = match input.form {
            MembersForm::Delegates => ("会员代表", "会员代表的名单上"),
            MembersForm::Whole => ("有表决权的会员", "花名册上"),
        };
        let message = format!(
            "{where_}{whose}是{should}人，应到写的是{}人，请核对；确有不同的，请写明补录的理由。",
            input.due
        );
        return Err(Problem::input("due", message));
    }
    if input.present.is_some() && input.held_on > today {
        return Err(Problem::input("heldOn", "开会的日期还没有到，实到人数请在开会以后登记。"));
    }
    if input.present.is_some_and(|present| present > input.due) {
        return Err(Problem::input("present", "实到的人数多于应到的人数，请核对。"));
    }
    if input.form == MembersForm::Delegates
        && !late
        && let Some(rule) = must_be_whole(law, members, input.held_on)
    {
        let message = format!("会员{members}人，{}，不能用会员代表大会代替。", rule.title);
        return Err(refuse(Some(rule), "form", message));
    }
    if let Some(askers) = input.askers
        && let Some((rule, line)) = law.line("union.members_congress.extraordinary", input.held_on)
        && !late
        && !line.allows(askers, members)
    {
        let edge = line.boundary(members).unwrap_or(members);
        let message = format!("会员{members}人，至少{edge}人提议才能临时召开，提议的是{askers}人。");
        return Err(refuse(Some(rule), "askers", message));
    }
    check_notice(law, input, late)?;
    check_topics(law, input)
}

fn check_notice(law: ElectionLaw<'_>, input: &MembersMeetingInput, late: bool) -> Result<(), Problem> {
    let Some(noticed) = input.noticed_on else {
        if input.present.is_some() && !late {
            let message = "请写通知的日期；没有提前通知的旧会议，请写明补录的理由。";
            return Err(Problem::input("noticedOn", message));
        }
        return Ok(());
    };
    if noticed > input.held_on {
        return Err(Problem::input("noticedOn", "通知的日期晚于开会的日期，请核对。"));
    }
    let subject = "union.members_congress.notice";
    let Some(deadline) = law.clock(subject, "meeting", input.held_on)?.filter(|_| !late) else {
        return Ok(());
    };
    if noticed <= deadline.due {
        return Ok(());
    }
    let message = format!(
        "{}开会，最晚应当在{}通知，现在是{}，请改期；已经开过的，请写明补录的理由。",
        day_words(input.held_on),
        day_words(deadline.due),
        day_words(noticed)
    );
    Err(refuse(law.rule(subject, input.held_on), "noticedOn", message))
}

fn check_topics(law: ElectionLaw<'_>, input: &MembersMeetingInput) -> Result<(), Problem> {
    for (at, topic) in input.topics.iter().enumerate() {
        let field = |name: &str| format!("topics.{at}.{name}");
        short(&field("title"), &topic.title, 200)?;
        short(&field("decision"), topic.decision.as_deref().unwrap_or_default(), 5000)?;
        if topic.title.trim().is_empty() {
            return Err(Problem::input(&field("title"), format!("第{}项没有写议题。", at + 1)));
        }
        voting(law, input).check(&field("votesFor"), &topic.title, counts(topic), false)?;
    }
    Ok(())
}

fn counts(topic: &MembersTopic) -> [Option<u32>; 3] {
    [topic.votes_for, topic.votes_against, topic.abstained]
}

fn voting<'a>(law: ElectionLaw<'a>, input: &MembersMeetingInput) -> Voting<'a> {
    Voting {
        law,
        attendance: "union.members_congress.attendance",
        approval: "union.members_congress.majority",
        should: "应到",
        otherwise: "本会的议事规则",
        held_on: input.held_on,
        due: input.due,
        present: input.present,
    }
}

/// Whether a topic passed, and how that comes.
pub fn verdict(law: ElectionLaw<'_>, record: &MembersMeetingInput, topic: &MembersTopic) -> MembersVerdict {
    let (passed, explained) = voting(law, record).verdict(counts(topic));
    MembersVerdict { passed, explained }
}

/// A meeting as its page shows it.
pub(super) fn shown(law: ElectionLaw<'_>, kept: Kept, today: NaiveDate) -> MembersMeeting {
    let record = kept.record;
    let rules = [
        "union.members_congress.notice",
        "union.members_congress.attendance",
        "union.members_congress.majority",
    ];
    let mut lacks: Vec<UnionLack> = Vec::new();
    if record.present.is_none() {
        if record.held_on < today {
            lacks.push(lack(None, "开会的日期已经过了，还没有登记实到人数和结果。".to_owned()));
        }
        if record.noticed_on.is_none() {
            let rule = law.rule("union.members_congress.notice", record.held_on);
            lacks.push(lack(rule, "还没有登记通知的日期。".to_owned()));
        }
    }
    MembersMeeting {
        id: kept.id,
        name: meeting_name(record.form.code(), record.session, kept.round),
        verdicts: record.topics.iter().map(|topic| verdict(law, &record, topic)).collect(),
        lacks,
        rules: rules
            .into_iter()
            .filter_map(|subject| law.rule(subject, record.held_on).map(Rule::reference))
            .collect(),
        record,
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
