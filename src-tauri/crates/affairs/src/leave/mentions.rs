//! What annual leave says of one person, for that person and their file: the days of the years that were kept. Reasons of 条例第四条
//! and wages are no part of it: they have their own rights.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::model::LeaveKind;
use super::rules::halves;
use super::store::{periods, years};
use crate::Problem;
use crate::members::model::PersonId;
use crate::mention::Mention;

/// Each year with what was taken and planned, carried over and given up; then where they went to recuperate.
pub fn of_person(connection: &Connection, id: PersonId) -> Result<Vec<Mention>, Problem> {
    let mut by_year: BTreeMap<i32, Vec<String>> = BTreeMap::new();
    for one in periods::of_person(connection, id, None)? {
        let word = if one.kind == LeaveKind::Taken { "休" } else { "计划" };
        let said = format!("{word}{}", super::view::span_words(one.from, one.to));
        by_year.entry(one.year).or_default().push(said);
    }
    for one in years::of_person(connection, id)? {
        let told = by_year.entry(one.year).or_default();
        told.extend(one.carried.map(|n| format!("跨年度{}", halves(n))));
        told.extend(one.waived.map(|n| format!("书面放弃{}", halves(n))));
    }
    let mention = |(year, told): (i32, Vec<String>)| Mention {
        affair: format!("{year}年年休假"),
        what: told.join("，"),
        on: None,
    };
    let mut all: Vec<Mention> =
        by_year.into_iter().filter(|(_, told)| !told.is_empty()).map(mention).collect();
    all.extend(super::recuperation::mentions(connection, id)?);
    Ok(all)
}
