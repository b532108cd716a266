//! The register of everything that was given (帮扶慰问台账), whoever has a file or not. How they were helped is told once health is
//! revealed; sums and whose money it was are the union's own account.

use std::collections::BTreeSet;

use chrono::Datelike;
use ledger::Fen;
use rusqlite::Connection;

use super::model::{MemberAidId, MemberAidInput, MemberAidLine, MemberAidPage, MemberAidQuery};
use super::{store, view};
use crate::Problem;
use crate::members::store as people;
use crate::union::model::Shown;

fn line(
    connection: &Connection,
    record: MemberAidInput,
    health: Shown,
) -> Result<Option<MemberAidLine>, Problem> {
    let Some(id) = record.id else { return Ok(None) };
    let person = people::person(connection, record.person)?;
    let told = health == Shown::Full;
    Ok(Some(MemberAidLine {
        id,
        person: record.person,
        name: person.name,
        shop: person.shop,
        given_on: record.given_on,
        amount: record.amount,
        source: record.source,
        who: record.who,
        kind: told.then_some(record.kind),
        what: record.what.filter(|_| told),
    }))
}

/// Those of the register that match, in the order asked for.
fn matching(
    connection: &Connection,
    query: &MemberAidQuery,
    health: Shown,
) -> Result<Vec<MemberAidLine>, Problem> {
    let typed = view::Typed::of(connection, query.text.as_deref())?;
    let mut found = Vec::new();
    for record in store::all_aids(connection)? {
        let of_year = query.year.is_none_or(|year| record.given_on.year() == year);
        let of_source = query.source.is_none_or(|source| record.source == source);
        if of_year && of_source {
            let line = line(connection, record, health)?;
            found.extend(line.filter(|one| typed.takes(one.person, &one.name, one.shop.as_deref())));
        }
    }
    if query.ascending == Some(true) {
        found.reverse();
    }
    Ok(found)
}

/// Everything that matches, in order, with how much there is.
pub fn each_aid(
    connection: &Connection,
    query: &MemberAidQuery,
    health: Shown,
    each: &mut dyn FnMut(u32, MemberAidLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let found = matching(connection, query, health)?;
    let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
    found.into_iter().try_for_each(|line| each(total, line))
}

/// A slice of the register.
pub fn page_of_aids(
    connection: &Connection,
    query: &MemberAidQuery,
    health: Shown,
) -> Result<MemberAidPage, Problem> {
    let all = store::all_aids(connection)?;
    let found = matching(connection, query, health)?;
    let years: BTreeSet<i32> = all.iter().map(|one| one.given_on.year()).collect();
    let offset = usize::try_from(query.offset.unwrap_or(0)).unwrap_or(usize::MAX);
    let limit = usize::try_from(query.limit.unwrap_or(50).min(500)).unwrap_or_default();
    Ok(MemberAidPage {
        total: u32::try_from(found.len()).unwrap_or(u32::MAX),
        sum: Fen(found.iter().filter_map(|one| one.amount).map(|sum| sum.0).sum()),
        rows: found.into_iter().skip(offset).take(limit).collect(),
        kept: u32::try_from(all.len()).unwrap_or(u32::MAX),
        years: years.into_iter().rev().collect(),
        health,
    })
}

/// One entry of the register.
///
/// Errors: `not_found`.
pub fn one_aid(connection: &Connection, id: MemberAidId, health: Shown) -> Result<MemberAidLine, Problem> {
    let found = line(connection, store::aid_by(connection, id)?, health)?;
    found.ok_or_else(|| Problem::missing("条帮扶"))
}
