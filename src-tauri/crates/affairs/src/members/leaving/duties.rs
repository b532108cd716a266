//! What leaving makes due: a retention whose day has come is looked at again, and an expulsion is reported to the upper union
//! until its report was sent. Six months without dues and union life are `dues`'.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::{papers, store};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose};
use crate::union;

/// Everything that leaving and moving ask for.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let place = union::store::place(connection)?;
    let ruled = |subject: &str| book.applies(subject, &place, today).map(|one| one.winner.reference());
    let mut duties = Vec::new();
    for one in store::retentions_over(connection, today)? {
        let Some(until) = one.until else { continue };
        let at = Place {
            page: "members".to_owned(),
            id: Some(one.person.to_string()),
            part: Some("life".to_owned()),
        };
        let title = format!("{}的会籍保留到期，登记恢复、转出，或者延长", one.name);
        let id = DutyKind::MembersRetention.id(one.event);
        let duty = Duty::due(today, until, id, Whose::Union, title, at);
        let origin = format!("会籍保留到{}。", until.format("%Y年%-m月%-d日"));
        duties
            .push(Duty { origin, rule: ruled("members.retention"), button: "去登记".to_owned(), ..duty });
    }
    for one in store::unreported(connection, papers::REPORT)? {
        let at = Place {
            page: "papers".to_owned(),
            id: Some(format!("{}@{}", papers::REPORT, one.event)),
            part: None,
        };
        let title = format!("把开除{}会籍的决定报上一级工会备案", one.name);
        let id = DutyKind::MembersReport.id(one.event);
        let duty = Duty::undated(Band::Week, id, Whose::Union, title, at);
        let origin = "报告印发以后，在“发文”登记送给了上一级工会，这件事就办完了。".to_owned();
        duties.push(Duty {
            origin, rule: ruled("members.expulsion"), button: "打印报告".to_owned(), ..duty
        });
    }
    Ok(duties)
}
