//! What the pages of the register show: the list with who still lacks a file, one file with what was given. Nothing is decided here
//! that `rules` does not decide.

use chrono::{Datelike, NaiveDate};
use law::LawBook;
use ledger::Fen;
use rusqlite::Connection;

use super::duties::SUBJECT;
use super::model::{
    HardshipFile, HardshipFileId, HardshipLine, HardshipPage, HardshipQuery, HardshipRule, MemberAid,
};
use super::store::{self, lists};
use crate::Problem;
use crate::members::store as people;
use crate::union;
use crate::union::model::Shown;

/// What was given in all; of what cost nothing there is no amount.
pub(super) fn sum(amounts: impl Iterator<Item = Option<Fen>>) -> Fen {
    Fen(amounts.flatten().map(|sum| sum.0).sum())
}

/// Every file that matches, in order, with how many there are.
pub fn each(
    connection: &Connection,
    query: &HardshipQuery,
    today: NaiveDate,
    each: &mut dyn FnMut(u32, HardshipLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let total = lists::count_files(connection, query, today)?;
    lists::files(connection, query, today, None, &mut |line| each(total, line))
}

/// A slice of the register.
pub fn page(
    connection: &Connection,
    book: &LawBook,
    query: &HardshipQuery,
    today: NaiveDate,
) -> Result<HardshipPage, Problem> {
    let slice = (query.limit.unwrap_or(50).min(500), query.offset.unwrap_or(0));
    let mut rows = Vec::new();
    lists::files(connection, query, today, Some(slice), &mut |line| {
        rows.push(line);
        Ok(())
    })?;
    let (kept, open) = lists::files_kept(connection)?;
    let at = union::store::place(connection)?;
    let rule = book
        .applies(SUBJECT, &at, today)
        .map(|ruling| HardshipRule { rule: ruling.winner.reference(), title: ruling.winner.title.clone() });
    Ok(HardshipPage {
        total: lists::count_files(connection, query, today)?,
        rows,
        kept,
        years: lists::file_years(connection)?,
        open,
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
        // What it goes by becomes what the mark goes by, and names the illness as often.
        record.source = None;
    }
    let given = sum(aids.iter().map(|one| one.amount));
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
