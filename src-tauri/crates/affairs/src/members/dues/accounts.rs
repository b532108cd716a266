//! What each member owes and has paid, month by month. Everybody is read in one pass over four ordered lists (people, events,
//! wages, payments), so that fifty thousand members need no more room than one.

use std::iter::Peekable;

use chrono::NaiveDate;
use law::LawBook;
use ledger::Fen;
use rusqlite::types::{FromSql, FromSqlResult, ValueRef};
use rusqlite::{Connection, MappedRows, Row, params};

use super::model::{DuesKind, DuesState};
use super::rules::{self, Tariff};
use super::{store, tariff};
use crate::Problem;
use crate::members::membership::model::{MembershipKind, MembershipState};
use crate::members::membership::rules::Dated;
use crate::members::model::PersonId;
use crate::month::Month;
use crate::union::groups;

use super::model::DuesScope;

/// One month of an account.
#[derive(Debug, Clone, Copy)]
pub(super) struct AccountMonth {
    pub month: Month,
    pub state: DuesState,
    pub due: Option<Fen>,
    pub paid: Fen,
    /// Whether its sums tell a wage.
    pub tells: bool,
}

impl AccountMonth {
    /// What is still owed, as far as it is known.
    pub fn owed(&self) -> Option<Fen> {
        self.due.map(|due| Fen((due.0 - self.paid.0).max(0)))
    }
}

/// A person with the months that were asked for.
#[derive(Debug, Clone)]
pub(super) struct Account {
    pub person: PersonId,
    pub name: String,
    pub shop: Option<String>,
    pub group: Option<String>,
    /// What the person is to the union now.
    pub state: MembershipState,
    /// The wage that holds in the last of the months.
    pub base: Option<Fen>,
    pub months: Vec<AccountMonth>,
}

impl Account {
    /// The months with money or a claim: whoever has none is no matter of dues.
    pub fn matters(&self) -> bool {
        self.months.iter().any(|month| month.state != DuesState::None)
    }
}

/// A list in the order of people, taken person by person.
struct Beside<'s, T, F: FnMut(&Row<'_>) -> rusqlite::Result<(PersonId, T)>> {
    rows: Peekable<MappedRows<'s, F>>,
}

impl<T, F: FnMut(&Row<'_>) -> rusqlite::Result<(PersonId, T)>> Beside<'_, T, F> {
    /// What belongs to this person; what belongs to people before is passed over.
    fn of(&mut self, person: PersonId) -> Result<Vec<T>, Problem> {
        let mut own = Vec::new();
        while let Some(next) = self.rows.next_if(|next| next.as_ref().map_or(true, |(id, _)| *id <= person)) {
            let (id, what) = next?;
            if id == person {
                own.push(what);
            }
        }
        Ok(own)
    }
}

/// The kind of an event as the column has it.
struct Kind(MembershipKind);

impl FromSql for Kind {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(Kind(MembershipKind::of(value.as_str()?).unwrap_or(MembershipKind::Joined)))
    }
}

/// Whose accounts: SQL over the person `p` with their employment `e` and group `g`.
fn scoped(
    connection: &Connection,
    scope: &DuesScope,
    only: Option<PersonId>,
) -> Result<(String, Vec<String>), Problem> {
    let mut wheres = Vec::new();
    let mut values = Vec::new();
    if let Some(person) = only {
        wheres.push("p.id = ?".to_owned());
        values.push(person.to_string());
    }
    if let Some(group) = scope.group {
        let under = groups::under(connection, group)?;
        let marks = vec!["?"; under.len()].join(", ");
        wheres.push(format!("g.group_id IN ({marks})"));
        values.extend(under.iter().map(ToString::to_string));
    }
    if scope.ungrouped == Some(true) {
        wheres.push("g.id IS NULL".to_owned());
    }
    if let Some(shop) = &scope.shop {
        wheres.push("e.shop = ?".to_owned());
        values.push(shop.clone());
    }
    let sql = if wheres.is_empty() { String::new() } else { format!(" AND {}", wheres.join(" AND ")) };
    Ok((sql, values))
}

/// Which accounts, over which months.
pub(super) struct Asked<'a> {
    pub scope: &'a DuesScope,
    pub only: Option<PersonId>,
    pub first: Month,
    pub last: Month,
}

/// Everyone of a scope who owes or paid anything in the months of a span, in the order of their ids. Whoever was removed from
/// the roster is there with what was paid, and owes nothing.
pub(super) fn each(
    connection: &Connection,
    book: &LawBook,
    asked: &Asked<'_>,
    take: &mut dyn FnMut(Account) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let tariffs = tariff::of_months(connection, book, asked.first, asked.last)?;
    let by_rate = store::bases(connection)?.iter().any(|basis| basis.kind != DuesKind::Flat);
    let (filter, values) = scoped(connection, asked.scope, asked.only)?;
    let mut people = connection.prepare(&format!(
        "SELECT p.id, p.name, e.shop, n.name, p.removed_at IS NOT NULL FROM person p
         LEFT JOIN live_employment e ON e.person_id = p.id AND e.left_on IS NULL
         LEFT JOIN live_union_group_person g ON g.person_id = p.id
         LEFT JOIN live_union_group n ON n.id = g.group_id
         WHERE (p.removed_at IS NULL OR EXISTS (SELECT 1 FROM dues_payment y WHERE y.person_id = p.id)){filter}
         ORDER BY p.id"
    ))?;
    let only = asked.only.map(|person| person.to_string());
    let mut events = connection.prepare(
        "SELECT person_id, kind, happened_on FROM live_membership_event WHERE ?1 IS NULL OR person_id = ?1
         ORDER BY person_id, id",
    )?;
    let mut bases = connection.prepare(
        "SELECT person_id, from_month, base FROM live_dues_base
         WHERE (?3 IS NULL OR person_id = ?3) AND from_month <= ?2 ORDER BY person_id, from_month",
    )?;
    let mut payments = connection.prepare(
        "SELECT person_id, month, sum(amount) FROM dues_payment
         WHERE person_id IS NOT NULL AND (?3 IS NULL OR person_id = ?3) AND month BETWEEN ?1 AND ?2
         GROUP BY person_id, month ORDER BY person_id, month",
    )?;
    let mut events = Beside {
        rows: events
            .query_map([&only], |row| {
                Ok((row.get(0)?, Dated { kind: row.get::<_, Kind>(1)?.0, on: row.get(2)? }))
            })?
            .peekable(),
    };
    let pair = |row: &Row<'_>| Ok((row.get(0)?, (row.get::<_, Month>(1)?, row.get::<_, Fen>(2)?)));
    let span = params![asked.first, asked.last, only];
    let mut bases = Beside { rows: bases.query_map(span, pair)?.peekable() };
    let mut payments = Beside { rows: payments.query_map(span, pair)?.peekable() };
    let mut rows = people.query(rusqlite::params_from_iter(values))?;
    while let Some(row) = rows.next()? {
        let person: PersonId = row.get(0)?;
        let removed: bool = row.get(4)?;
        let (events, bases, paid) = (events.of(person)?, bases.of(person)?, payments.of(person)?);
        let standing = Standing { events: &events, removed };
        let months: Vec<AccountMonth> = tariffs
            .iter()
            .map(|(month, tariff)| at(*month, (*tariff, by_rate), standing, &bases, &paid))
            .collect();
        let account = Account {
            person,
            name: row.get(1)?,
            shop: row.get(2)?,
            group: row.get(3)?,
            state: standing.at(asked.last),
            base: base_at(&bases, asked.last),
            months,
        };
        if account.matters() {
            take(account)?;
        }
    }
    Ok(())
}

/// What the ledger knows of a person's membership.
#[derive(Clone, Copy)]
struct Standing<'a> {
    events: &'a [Dated],
    removed: bool,
}

impl Standing<'_> {
    /// What the person was at a month's end.
    fn at(self, month: Month) -> MembershipState {
        if self.removed { MembershipState::Left } else { rules::state_at_end(self.events, month) }
    }
}

fn base_at(bases: &[(Month, Fen)], month: Month) -> Option<Fen> {
    bases.iter().rev().find(|(from, _)| *from <= month).map(|(_, base)| *base)
}

/// A month of somebody, by what it costs and whether any month was ever reckoned by a rate: what was taken by one ahead tells a wage
/// although the month has come to cost everybody the same.
fn at(
    month: Month,
    (tariff, by_rate): (Option<Tariff>, bool),
    standing: Standing<'_>,
    bases: &[(Month, Fen)],
    paid: &[(Month, Fen)],
) -> AccountMonth {
    let member = standing.at(month);
    let paid = paid.iter().find(|(of, _)| *of == month).map_or(Fen(0), |(_, paid)| *paid);
    let due = tariff
        .filter(|_| member == MembershipState::Member)
        .and_then(|tariff| tariff.amount(base_at(bases, month)));
    AccountMonth {
        month,
        state: rules::state(member, tariff, due, paid),
        due,
        paid,
        tells: tariff.is_none_or(Tariff::tells_wages) || (by_rate && paid.0 != 0 && due != Some(paid)),
    }
}

/// One person's account over a span; nothing where they have none.
pub(super) fn of_person(
    connection: &Connection,
    book: &LawBook,
    person: PersonId,
    (first, last): (Month, Month),
) -> Result<Option<Account>, Problem> {
    let mut found = None;
    let scope = DuesScope::default();
    let asked = Asked { scope: &scope, only: Some(person), first, last };
    each(connection, book, &asked, &mut |account| {
        found = Some(account);
        Ok(())
    })?;
    Ok(found)
}

/// From the first basis through a month: what arrears are reckoned over.
pub(super) fn whole_span(
    connection: &Connection,
    today: NaiveDate,
) -> Result<Option<(Month, Month)>, Problem> {
    Ok(tariff::begin(connection)?.map(|first| (first, Month::of(today))))
}
