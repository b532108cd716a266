//! Numbers for members who were members before this ledger: whoever brought a card with a number keeps that one; the others are
//! given the next numbers of the union, without a gap, in the order in which they joined. A number is for good.

use ledger::Tx;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::store;
use crate::Problem;
use crate::members::model::PersonId;
use crate::members::store::here;

/// Members without a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnnumberedMembers {
    /// Who would be given one.
    pub people: u32,
    /// Who keeps the number of the card that they brought.
    pub with_card: u32,
}

/// Members who have no number of the union; `cards`: whether those who brought a card with one, or those who did not.
fn unnumbered(what: &str, cards: bool) -> String {
    let card = if cards { "IS NOT NULL" } else { "IS NULL" };
    format!(
        "SELECT {what} FROM member_line l JOIN person p ON p.id = l.id
         WHERE {} AND p.card_number {card} AND NOT EXISTS (SELECT 1 FROM member_number n WHERE n.person_id = l.id)",
        here("l")
    )
}

/// How many members have no number.
pub fn count(connection: &Connection) -> Result<UnnumberedMembers, Problem> {
    let of = |cards| connection.query_row(&unnumbered("count(*)", cards), [], |row| row.get(0));
    Ok(UnnumberedMembers { people: of(false)?, with_card: of(true)? })
}

/// Gives every member without a number or a card the next number, and says how many.
///
/// Errors: `nothing_new` when nobody is without.
pub fn give_all(tx: &Tx) -> Result<u32, Problem> {
    let sql = unnumbered("l.id", false) + " ORDER BY coalesce(l.since, '~'), l.name_sort, l.id";
    let mut statement = tx.prepare(&sql)?;
    let people: Vec<PersonId> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    if people.is_empty() {
        return Err(Problem::new("nothing_new", "会员都有会员号了，不用再编。"));
    }
    for person in &people {
        store::give_number(tx, *person)?;
    }
    Ok(u32::try_from(people.len()).unwrap_or(u32::MAX))
}
