//! What mediation makes due: what is to be done now in every case that is not over, as its own page says it; and what the
//! committee lacks.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::model::MediationQuery;
use super::{committee, place, rules, store};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose};
use crate::letters::rules::SupervisionLaw;

/// Everything due in the cases, and to the committee.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let at = place(connection)?;
    let law = SupervisionLaw { book, place: &at };
    let mut duties = Vec::new();
    let mut open = false;
    for kept in store::list(connection, &MediationQuery::default(), None)? {
        let course = store::course(connection, kept.id, &kept.record)?;
        let about = format!("{}：{}", kept.number, kept.record.worker);
        let todos = rules::todos(law, kept.id, &course, today)?;
        open |= course.end().is_none();
        for todo in todos {
            duties.push(todo.duty(today, kept.id, "mediation", &about));
        }
    }
    duties.extend(of_committee(connection, book, open, today)?);
    Ok(duties)
}

/// A committee that lacks something, or that is not recorded while a case runs.
fn of_committee(
    connection: &Connection,
    book: &LawBook,
    open: bool,
    today: NaiveDate,
) -> Result<Option<Duty>, Problem> {
    let committee = committee(connection, book, today)?;
    let (origin, rule) = match committee.lacks.into_iter().next() {
        Some(lack) => (lack.text, lack.rule),
        None if committee.mediators.is_empty() && open => {
            ("有调解在办，调解委员会的人还没有登记；调解员的名字印在文书上。".to_owned(), None)
        }
        None => return Ok(None),
    };
    let place = Place { page: "mediation".to_owned(), id: Some("committee".to_owned()), part: None };
    let title = "配齐劳动争议调解委员会".to_owned();
    let id = DutyKind::MediationCommittee.only();
    let duty = Duty::undated(Band::Month, id, Whose::Union, title, place);
    Ok(Some(Duty { origin, rule, button: "去登记".to_owned(), ..duty }))
}
