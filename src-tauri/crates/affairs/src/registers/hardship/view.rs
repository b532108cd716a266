//! What the pages of the register show: the list with who still lacks a file, one file with what was given. Nothing is decided here
//! that `rules` does not decide.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use law::LawBook;
use ledger::Fen;
use rusqlite::Connection;

use super::duties::SUBJECT;
use super::model::{
    HardshipFile, HardshipFileId, HardshipFileInput, HardshipLine, HardshipPage, HardshipQuery, HardshipRule,
    MemberAid, MemberAidInput,
};
use super::{rules, store};
use crate::Problem;
use crate::members::model::PersonId;
use crate::members::store as people;
use crate::search::{Among, refs};
use crate::union;
use crate::union::model::Shown;

fn sum(aids: &[MemberAidInput]) -> Fen {
    Fen(aids.iter().filter_map(|one| one.amount).map(|sum| sum.0).sum())
}

fn line(connection: &Connection, record: HardshipFileInput) -> Result<Option<HardshipLine>, Problem> {
    let Some(id) = record.id else { return Ok(None) };
    let person = people::person(connection, record.person)?;
    let aids = store::aids(connection, record.person)?;
    Ok(Some(HardshipLine {
        id,
        person: record.person,
        name: person.name,
        shop: person.shop,
        level: record.level,
        opened_on: record.opened_on,
        decided_on: record.decided_on,
        aids: u32::try_from(aids.len()).unwrap_or(u32::MAX),
        given: sum(&aids),
        last_on: aids.first().map(|one| one.given_on),
        visit_on: record.visit_on,
        closed_on: record.closed_on,
        ended: record.ended,
    }))
}

/// Every file as a line, the newest first.
pub(super) fn lines(connection: &Connection) -> Result<Vec<HardshipLine>, Problem> {
    let mut all = Vec::new();
    for record in store::files(connection)? {
        all.extend(line(connection, record)?);
    }
    Ok(all)
}

/// The words of a register's search, with the people whom they find.
pub(super) struct Typed<'a> {
    words: Option<&'a str>,
    people: BTreeSet<PersonId>,
}

impl<'a> Typed<'a> {
    /// Reads the words. Nobody is found here by the last four of a number.
    pub(super) fn of(connection: &Connection, text: Option<&'a str>) -> Result<Self, Problem> {
        let words = text.map(str::trim).filter(|text| !text.is_empty());
        let people = match words.filter(|text| !text.contains(|c: char| c.is_ascii_digit())) {
            Some(text) => refs(connection, Among::People, text, usize::MAX)?
                .into_iter()
                .filter_map(|(_, id)| id.parse().ok())
                .collect(),
            None => BTreeSet::new(),
        };
        Ok(Self { words, people })
    }

    /// Whether somebody, or their shop, is meant; anybody by no words.
    pub(super) fn takes(&self, person: PersonId, name: &str, shop: Option<&str>) -> bool {
        self.words.is_none_or(|text| {
            self.people.contains(&person) || name.contains(text) || shop.unwrap_or_default().contains(text)
        })
    }
}

/// Those of the lines that match, in the order asked for.
fn matching(
    connection: &Connection,
    all: &[HardshipLine],
    query: &HardshipQuery,
    today: NaiveDate,
) -> Result<Vec<HardshipLine>, Problem> {
    let typed = Typed::of(connection, query.text.as_deref())?;
    let said = |line: &HardshipLine| typed.takes(line.person, &line.name, line.shop.as_deref());
    let mut found: Vec<HardshipLine> =
        all.iter().filter(|line| rules::matches(line, query, today) && said(line)).cloned().collect();
    if query.ascending == Some(true) {
        found.reverse();
    }
    Ok(found)
}

/// Every file that matches, in order, with how many there are.
pub fn each(
    connection: &Connection,
    query: &HardshipQuery,
    today: NaiveDate,
    each: &mut dyn FnMut(u32, HardshipLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let found = matching(connection, &lines(connection)?, query, today)?;
    let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
    found.into_iter().try_for_each(|line| each(total, line))
}

/// A slice of the register.
pub fn page(
    connection: &Connection,
    book: &LawBook,
    query: &HardshipQuery,
    today: NaiveDate,
) -> Result<HardshipPage, Problem> {
    let all = lines(connection)?;
    let found = matching(connection, &all, query, today)?;
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let offset = usize::try_from(query.offset.unwrap_or(0)).unwrap_or(usize::MAX);
    let limit = usize::try_from(query.limit.unwrap_or(50).min(500)).unwrap_or_default();
    let years: BTreeSet<i32> = all.iter().map(|line| line.opened_on.year()).collect();
    let at = union::store::place(connection)?;
    let rule = book
        .applies(SUBJECT, &at, today)
        .map(|ruling| HardshipRule { rule: ruling.winner.reference(), title: ruling.winner.title.clone() });
    Ok(HardshipPage {
        total: count(found.len()),
        rows: found.into_iter().skip(offset).take(limit).collect(),
        kept: count(all.len()),
        years: years.into_iter().rev().collect(),
        open: count(all.iter().filter(|line| line.closed_on.is_none()).count()),
        given: store::given_in(connection, today.year())?,
        unfiled: store::unfiled(connection, today)?,
        rule,
    })
}

/// One file with what its person was given; why they are in need and how they were helped once health is revealed.
///
/// Errors: `not_found`.
pub fn file(connection: &Connection, id: HardshipFileId, health: Shown) -> Result<HardshipFile, Problem> {
    let mut record = store::file_by(connection, id)?;
    let person = people::person(connection, record.person)?;
    let aids = store::aids(connection, record.person)?;
    let told = health == Shown::Full;
    if !told {
        (record.cause, record.details, record.household, record.income) = (None, None, None, None);
    }
    let given = sum(&aids);
    let aids = aids.into_iter().filter_map(|one| {
        Some(MemberAid {
            id: one.id?,
            given_on: one.given_on,
            amount: one.amount,
            source: one.source,
            who: one.who,
            kind: told.then_some(one.kind),
            what: one.what.filter(|_| told),
        })
    });
    Ok(HardshipFile { id, name: person.name, shop: person.shop, aids: aids.collect(), given, health, record })
}
