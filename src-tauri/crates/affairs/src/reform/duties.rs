//! What the reform ledger makes due: every measure that runs and has a day.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::model::{ReformQuery, ReformWhich};
use super::{PAGE, rules, store};
use crate::Problem;
use crate::duty::{Duty, DutyKind, Place, day_words};

/// Everything due.
pub fn duties(connection: &Connection, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let running = ReformQuery { which: Some(ReformWhich::Open), ..ReformQuery::default() };
    let mut duties = Vec::new();
    for one in store::matching(connection, &running, None, today)? {
        let Some(due) = one.due_on else { continue };
        let id = DutyKind::ReformMeasure.id(one.id);
        let place =
            Place { page: PAGE.to_owned(), id: Some(one.id.to_string()), part: Some("ending".to_owned()) };
        let title = format!("{}（{}）", one.measure, one.number);
        let who = [one.unit.as_deref(), one.handler.as_deref()];
        let who = who.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let charge = if who.is_empty() { String::new() } else { format!("，由{who}负责") };
        let origin = format!("《意见》{}的措施，定在{}以前完成{charge}。", one.article_words, day_words(due));
        let duty = Duty::due(today, due, id, rules::whose(one.side), title, place);
        duties.push(Duty { module: "reform".to_owned(), origin, button: "登记结果".to_owned(), ..duty });
    }
    Ok(duties)
}
