//! What notices of dismissal and discipline make due: what is to be done now in every open one, as its own page says it.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::model::{DismissalQuery, DismissalWhich};
use super::{place, rules, store};
use crate::Problem;
use crate::duty::Duty;
use crate::letters::rules::SupervisionLaw;

/// Everything due in the open notices.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let at = place(connection)?;
    let law = SupervisionLaw { book, place: &at };
    let open = DismissalQuery { which: Some(DismissalWhich::Open), ..DismissalQuery::default() };
    let mut duties = Vec::new();
    for kept in store::list(connection, &open, None, true)? {
        let about = format!("{}：{}", kept.number, kept.record.name);
        for todo in rules::todos(law, &kept, today)? {
            duties.push(todo.duty(today, kept.id, "dismissals", &about));
        }
    }
    Ok(duties)
}
