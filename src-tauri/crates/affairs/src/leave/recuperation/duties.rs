//! What recuperation makes due: the list posted and the insurance bought before a batch leaves, the account settled after it is back.
//! No law sets a day; what stands before the departure is due by it.

use chrono::{Days, NaiveDate};
use rusqlite::Connection;

use super::model::RecuperationBatchLine;
use super::{rules, store};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose, day_words};

/// So long before the departure it is told what is still missing.
const AHEAD: Days = Days::new(45);

fn here(id: impl ToString, part: &str) -> Place {
    Place { page: "recuperation".to_owned(), id: Some(id.to_string()), part: Some(part.to_owned()) }
}

/// Everything due.
pub fn duties(connection: &Connection, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let mut duties = Vec::new();
    for record in store::all_batches(connection)? {
        let Some(id) = record.id else { continue };
        let (people, front_line) = store::heads(connection, id)?;
        let plan = store::plan_by(connection, record.plan)?;
        let warnings = rules::of_batch(&plan, &record, people);
        let line = RecuperationBatchLine { id, people, front_line, planned: None, warnings, record };
        duties.extend(of(&[line], plan.year, today));
    }
    Ok(duties)
}

/// What the batches of a year ask for.
pub(super) fn of(batches: &[RecuperationBatchLine], year: i32, today: NaiveDate) -> Vec<Duty> {
    let mut duties = Vec::new();
    for one in batches.iter().filter(|one| one.people > 0) {
        let (record, id) = (&one.record, one.id);
        let name = format!("{year}年{}", record.name);
        let near = record.from - AHEAD <= today && today <= record.from;
        let mut ask = |kind: DutyKind,
                       whose,
                       title: String,
                       origin: String,
                       button: &str,
                       day: Option<NaiveDate>,
                       part| {
            let duty = match day {
                Some(day) => Duty::due(today, day, kind.id(id), whose, title, here(id, part)),
                None => Duty::undated(Band::Week, kind.id(id), whose, title, here(id, part)),
            };
            duties.push(Duty { origin, button: button.to_owned(), ..duty });
        };
        if near && record.posted_from.is_none() {
            ask(
                DutyKind::RecuperationPosting,
                Whose::Union,
                format!("公示{name}疗休养名单"),
                format!(
                    "{}人{}出发，名单还没有登记公示的日期；公示的天数按本单位的办法。",
                    one.people,
                    day_words(record.from)
                ),
                "看这一批",
                Some(record.from),
                "batch",
            );
        }
        if near && record.insurer.is_none() {
            ask(
                DutyKind::RecuperationInsurance,
                Whose::Union,
                format!("给{name}疗休养的人买意外保险"),
                format!("{}出发，还没有登记保险。", day_words(record.from)),
                "登记保险",
                Some(record.from),
                "batch:edit",
            );
        }
        if record.to < today && record.spent.is_none() {
            ask(
                DutyKind::RecuperationSettle,
                Whose::Union,
                format!("决算{name}疗休养的费用"),
                format!("{}已经返回，还没有登记实际花了多少；预算和决算要摆在一起。", day_words(record.to)),
                "登记决算",
                None,
                "batch:edit",
            );
        }
    }
    duties
}
