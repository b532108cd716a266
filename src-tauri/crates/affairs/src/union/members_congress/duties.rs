//! What the meetings of the members make due: one a year, notice of one that is convened, the record of one whose day has passed.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::model::MembersMeetingId;
use super::{days, rules, store};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose};
use crate::union::election::{self, rules::ElectionLaw};
use crate::union::settings;
use crate::union::store as union;
use crate::union::yearly::{self, Yearly};

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

/// The year's meeting. A union without members yet has none to call.
fn yearly(connection: &Connection, law: ElectionLaw<'_>, today: NaiveDate) -> Result<Option<Duty>, Problem> {
    if election::store::voters(connection)? == 0 {
        return Ok(None);
    }
    let asked = Yearly {
        subject: "union.members_congress.yearly",
        kind: DutyKind::MembersCongressYear,
        meeting: "会员大会或者会员代表大会",
        lacking: "今年还没有开过。职工代表大会不能代替",
        place: Place { page: PAGE.to_owned(), id: None, part: Some("new".to_owned()) },
        button: "登记会议",
    };
    Ok(yearly::yearly(law, &settings::read(connection)?, &days(connection)?, asked, today))
}
