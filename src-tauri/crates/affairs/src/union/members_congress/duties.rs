//! What the meetings of the members make due: one a year, notice of one that is convened, the record of one whose day has passed.

use chrono::{Datelike, NaiveDate};
use law::LawBook;
use rusqlite::Connection;

use super::model::MembersMeetingId;
use super::{days, rules, store};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose};
use crate::union::election::rules::ElectionLaw;
use crate::union::settings;
use crate::union::store as union;

/// The page of the members' meetings.
const PAGE: &str = "membersCongress";

/// Everything that the members' meetings ask for.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let place = union::place(connection)?;
    let law = ElectionLaw { book, place: &place };
    let mut duties: Vec<Duty> = yearly(connection, law, today)?.into_iter().collect();
    for kept in store::meetings(connection)?.into_iter().filter(|kept| kept.record.present.is_none()) {
        let name = rules::meeting_name(kept.record.form.code(), kept.record.session, kept.round);
        if kept.record.held_on < today {
            let title = format!("登记{name}的到会和表决");
            let id = DutyKind::MembersCongressRecord.id(kept.id);
            let duty = Duty::undated(Band::Week, id, Whose::Union, title, at(kept.id));
            let origin = "开会的日期已经过了，还没有登记结果。".to_owned();
            duties.push(Duty { origin, button: "登记会议".to_owned(), ..duty });
        } else if kept.record.noticed_on.is_none()
            && let Some(deadline) =
                law.clock("union.members_congress.notice", "meeting", kept.record.held_on)?
        {
            let title = format!("通知{name}");
            let id = DutyKind::MembersCongressNotice.id(kept.id);
            let duty = Duty::due(today, deadline.due, id, Whose::Union, title, at(kept.id));
            duties.push(Duty {
                origin: deadline.explanation.sentence.clone(),
                deadline: Some(deadline),
                button: "登记通知".to_owned(),
                ..duty
            });
        }
    }
    Ok(duties)
}

fn at(id: MembersMeetingId) -> Place {
    Place { page: PAGE.to_owned(), id: Some(id.to_string()), part: Some("meeting".to_owned()) }
}

/// The year's meeting, as far ahead of its last day as the chair set. A union without members yet has none to call.
fn yearly(connection: &Connection, law: ElectionLaw<'_>, today: NaiveDate) -> Result<Option<Duty>, Problem> {
    let Some((rule, line)) = law.line("union.members_congress.yearly", today) else { return Ok(None) };
    let held = days(connection)?.iter().filter(|day| day.year() == today.year()).count();
    let held = u32::try_from(held).unwrap_or(u32::MAX);
    let settings = settings::read(connection)?;
    let Some(last) = NaiveDate::from_ymd_opt(today.year(), 12, 31) else { return Ok(None) };
    if line.allows(held, held)
        || !settings.reminds(last, today)
        || crate::union::election::store::voters(connection)? == 0
    {
        return Ok(None);
    }
    let title = format!("召开{}年的会员大会或者会员代表大会", today.year());
    let place = Place { page: PAGE.to_owned(), id: None, part: Some("new".to_owned()) };
    let id = DutyKind::MembersCongressYear.id(today.year());
    let duty = Duty::due(today, last, id, Whose::Union, title, place);
    let origin = format!(
        "依{}《{}》{}，{}，今年还没有开过。职工代表大会不能代替。{}。",
        rule.reference().layer_name,
        rule.instrument,
        rule.article,
        rule.title,
        settings.reminder_words()
    );
    Ok(Some(Duty { origin, rule: Some(rule.reference()), button: "登记会议".to_owned(), ..duty }))
}
