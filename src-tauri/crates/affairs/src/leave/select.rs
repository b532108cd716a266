//! Which of a year's people a list asks for, and in which order. What each is due was reckoned before: `view` reads it, and whoever
//! asks keeps it at hand.

use std::collections::HashSet;

use rusqlite::Connection;

use super::model::{LeaveFilter, LeaveLack, LeavePage, LeaveQuery, LeaveSort};
use super::view::LeaveRow;
use crate::Problem;
use crate::members::model::PersonId;
use crate::search::{Among, refs};
use crate::union::model::Shown;

/// Whether a row belongs to what a filter asks for.
pub fn matches(row: &LeaveRow, filter: LeaveFilter) -> bool {
    let line = &row.line;
    let due = line.due.or(line.least).unwrap_or_default();
    match filter {
        LeaveFilter::Unarranged => row.entitled && line.taken + line.planned + line.waived == 0,
        // Half of the days, in half days, are as many as the days.
        LeaveFilter::UnderHalf => row.entitled && line.taken < due,
        LeaveFilter::Unused => line.left.is_some_and(|left| left > 0),
        LeaveFilter::Missing => !line.lacks.is_empty(),
        LeaveFilter::Exchanged => line.lacks.contains(&LeaveLack::Exchanged),
        LeaveFilter::Carried => row.without_consent,
        LeaveFilter::Leaving => row.leaving,
    }
}

/// The rows that a query asks for, in its order. To one who may not read identity digits find nobody.
pub fn select<'a>(
    connection: &Connection,
    rows: &'a [LeaveRow],
    query: &LeaveQuery,
    identity: Shown,
) -> Result<Vec<&'a LeaveRow>, Problem> {
    let typed = query.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let named: Option<HashSet<PersonId>> = match typed {
        Some(text) if identity == Shown::Never && text.contains(|c: char| c.is_ascii_digit()) => {
            return Ok(Vec::new());
        }
        Some(text) => {
            let found = refs(connection, Among::People, text, usize::MAX)?;
            Some(found.into_iter().filter_map(|(_, id)| id.parse().ok()).collect())
        }
        None => None,
    };
    let shop = query.shop.as_deref();
    let mut found: Vec<&LeaveRow> = (rows.iter())
        .filter(|row| named.as_ref().is_none_or(|named| named.contains(&row.line.id)))
        .filter(|row| shop.is_none_or(|shop| row.line.shop.as_deref().unwrap_or_default() == shop))
        .filter(|row| query.filter.is_none_or(|filter| matches(row, filter)))
        .collect();
    let down = query.descending.unwrap_or(false);
    // What is not known comes last either way; among equals the name decides, by which they stand already.
    let by = |a: &LeaveRow, b: &LeaveRow, key: fn(&LeaveRow) -> Option<i64>| match (key(a), key(b)) {
        (Some(a), Some(b)) if down => b.cmp(&a),
        (a, b) => (a.is_none(), a).cmp(&(b.is_none(), b)),
    };
    let text = |a: Option<&String>, b: Option<&String>| match (a, b) {
        (Some(a), Some(b)) if down => b.cmp(a),
        (a, b) => (a.is_none(), a).cmp(&(b.is_none(), b)),
    };
    match query.sort.unwrap_or(LeaveSort::Name) {
        LeaveSort::Name if down => found.reverse(),
        LeaveSort::Name => {}
        LeaveSort::Shop => found.sort_by(|a, b| text(a.line.shop.as_ref(), b.line.shop.as_ref())),
        LeaveSort::Started => {
            found.sort_by(|a, b| text(a.line.started_on.as_ref(), b.line.started_on.as_ref()))
        }
        LeaveSort::Due => {
            found.sort_by(|a, b| by(a, b, |row| row.line.due.or(row.line.least).map(i64::from)))
        }
        LeaveSort::Taken => found.sort_by(|a, b| by(a, b, |row| Some(row.line.taken.into()))),
        LeaveSort::Left => found.sort_by(|a, b| by(a, b, |row| row.line.left.map(i64::from))),
    }
    Ok(found)
}

/// A slice of what was selected.
pub fn page(found: &[&LeaveRow], query: &LeaveQuery) -> LeavePage {
    let offset = usize::try_from(query.offset.unwrap_or(0)).unwrap_or(usize::MAX);
    let limit = usize::try_from(query.limit.unwrap_or(50).min(500)).unwrap_or_default();
    LeavePage {
        total: u32::try_from(found.len()).unwrap_or(u32::MAX),
        rows: found.iter().skip(offset).take(limit).map(|row| row.line.clone()).collect(),
    }
}

/// How many rows a filter finds.
pub(super) fn count(rows: &[LeaveRow], filter: LeaveFilter) -> u32 {
    u32::try_from(rows.iter().filter(|row| matches(row, filter)).count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::leave::model::LeaveLine;

    fn row(name: &str, due: Option<u32>, least: Option<u32>, taken: u32, left: Option<i32>) -> LeaveRow {
        let lacks = if due.is_none() { vec![LeaveLack::Started] } else { Vec::new() };
        LeaveRow {
            line: LeaveLine {
                id: "01900000-0000-7000-8000-000000000001".parse().unwrap(),
                name: name.to_owned(),
                shop: None,
                work_number: None,
                started_on: None,
                hired_on: None,
                due,
                least,
                lacks,
                taken,
                planned: 0,
                brought: 0,
                carried: 0,
                waived: 0,
                paid: 0,
                left,
            },
            sort: name.to_owned(),
            leaving: false,
            entitled: due.or(least).is_some_and(|days| days > 0),
            without_consent: false,
        }
    }

    #[test]
    fn half_of_the_days_is_counted_in_halves() {
        let half = |taken| matches(&row("a", Some(5), None, taken, None), LeaveFilter::UnderHalf);
        assert!(half(4) && !half(5), "two and a half of five days are half");
        let none = |due| matches(&row("a", due, None, 0, None), LeaveFilter::Unarranged);
        assert!(none(Some(5)) && !none(Some(0)), "who has no days due wants none arranged");
        assert!(matches(&row("a", None, Some(5), 0, None), LeaveFilter::Missing));
    }

    #[test]
    fn what_is_not_known_comes_last_either_way() {
        let connection = Connection::open_in_memory().unwrap();
        let rows = [
            row("a", None, None, 0, None),
            row("b", Some(5), None, 0, Some(10)),
            row("c", Some(15), None, 0, Some(2)),
        ];
        let names = |sort, descending| {
            let query =
                LeaveQuery { sort: Some(sort), descending: Some(descending), ..LeaveQuery::default() };
            let found = select(&connection, &rows, &query, Shown::Never).unwrap();
            found.iter().map(|row| row.line.name.as_str()).collect::<String>()
        };
        assert_eq!(names(LeaveSort::Due, false), "bca");
        assert_eq!(names(LeaveSort::Due, true), "cba");
        assert_eq!(names(LeaveSort::Left, true), "bca");
        assert_eq!(names(LeaveSort::Name, true), "cba");
        let digits = LeaveQuery { text: Some("1234".to_owned()), ..LeaveQuery::default() };
        assert!(select(&connection, &rows, &digits, Shown::Never).unwrap().is_empty(), "digits find nobody");
    }
}
