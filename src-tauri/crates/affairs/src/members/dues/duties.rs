//! What dues make due: to talk with whoever has neither paid nor taken part for the months of the rule, and to look again at
//! what was promised. It proposes and judges nobody.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::lapse;
use super::model::{DuesLapse, DuesOutcome, DuesTalkInput};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose, day_words};

/// The page of dues.
const PAGE: &str = "dues";

/// Everything that dues ask for.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let Some((months, rule)) = lapse::rule(connection, book, today)? else { return Ok(Vec::new()) };
    let all = lapse::about(connection, book, today, months)?;
    let (talked, silent): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| newest(one).is_some());
    let mut duties = Vec::new();
    if let Some(first) = silent.first() {
        let who = match silent.len() {
            1 => first.name.clone(),
            n => format!("{}等{n}人", first.name),
        };
        let title = format!("找{who}谈一谈：连续{months}个月没有交会费，也没有参加工会活动的记录");
        let at = Place { page: PAGE.to_owned(), id: None, part: Some("lapse".to_owned()) };
        let duty = Duty::undated(Band::Month, DutyKind::MembersLapse.only(), Whose::Union, title, at);
        duties.push(Duty {
            origin: "这只是提醒：先问清原因，有正当理由的登记理由，参加过活动的登记活动；视不视为退会由工会按章程决定。"
                .to_owned(),
            rule: Some(rule.clone()),
            button: "去看看".to_owned(),
            ..duty
        });
    }
    for one in talked {
        let Some(talk) = newest(&one) else { continue };
        let at =
            Place { page: PAGE.to_owned(), id: Some(one.person.to_string()), part: Some("lapse".to_owned()) };
        let id = DutyKind::MembersLapseTalked.id(one.person);
        let (title, due) = match talk.outcome {
            DuesOutcome::Promised => (format!("看{}答应补交的会费交了没有", one.name), talk.until),
            DuesOutcome::Refused => (format!("决定{}是否视为退会，登记结果", one.name), None),
            DuesOutcome::Excused | DuesOutcome::Active => continue,
        };
        let duty = match due {
            Some(due) => Duty::due(today, due, id, Whose::Union, title, at),
            None => Duty::undated(Band::NoDay, id, Whose::Union, title, at),
        };
        let origin = format!("{}由{}谈话：{}", day_words(talk.talked_on), talk.talked_by, talk.said);
        duties.push(Duty { origin, rule: Some(rule.clone()), button: "去登记".to_owned(), ..duty });
    }
    Ok(duties)
}

/// The newest talk about this row of months.
fn newest(lapse: &DuesLapse) -> Option<&DuesTalkInput> {
    let since = lapse.since.first();
    lapse.talks.iter().find(|talk| talk.talked_on >= since)
}
