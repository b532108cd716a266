//! What hazards make due: what is to be done now about every one that is not over, as its own page says it; and the employer's
//! statistics of the quarter and the year.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::model::HazardQuery;
use super::rules::{Period, SafetyLaw};
use super::{PAGE, REPORT_PAGE, place, report, rules, store};
use crate::Problem;
use crate::duty::{Duty, DutyKind, Place, Whose};

/// Everything due.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let at = place(connection)?;
    let law = rules::law_of(book, &at);
    let mut duties = Vec::new();
    for id in store::ids(connection, &HazardQuery::default(), None, today)? {
        let kept = store::get(connection, id)?;
        let events = store::events(connection, id)?;
        let course = store::course(connection, &kept, &events)?;
        let about = format!("{}：{}", kept.number, kept.record.matter);
        let todos = rules::todos(law, id, &course, today)?;
        duties.extend(todos.into_iter().map(|todo| todo.duty(today, id, PAGE, &about)));
    }
    for period in report::unfiled(connection, today)? {
        duties.extend(statistics(law, period, today)?);
    }
    Ok(duties)
}

/// That the employer sends the statistics of a period to the authority. The rule may have been replaced: its confidence stands
/// beside it.
fn statistics(law: SafetyLaw<'_>, period: Period, today: NaiveDate) -> Result<Option<Duty>, Problem> {
    let (subject, event) = period.filing();
    let Some(deadline) = law.clock(subject, event, period.span().1)? else { return Ok(None) };
    let place =
        Place { page: REPORT_PAGE.to_owned(), id: Some(period.code()), part: Some("filing".to_owned()) };
    let title = format!("报送{}的隐患统计", period.words());
    let id = DutyKind::HazardStatistics.id(period.code());
    let duty = Duty::due(today, deadline.due, id, Whose::Employer, title, place);
    let origin = deadline.explanation.sentence.clone();
    Ok(Some(Duty {
        module: PAGE.to_owned(),
        origin,
        deadline: Some(deadline),
        button: "登记报送".to_owned(),
        ..duty
    }))
}
