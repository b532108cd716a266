//! What the ledger and the law propose for the blanks of a contract: the parties as another contract has them, the law's number, the
//! local minimum wage, how many people have a special form of pay. A proposal is filled in once, when its clause comes; from then on the chair's word counts.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::Connection;

use super::library::{LibraryBlank, blanks_of};
use super::lint::copies;
use super::lint::looked::LocalMinimum;
use super::means::{EMPLOYER_HEAD, Means, TERM, UNION_HEAD};
use super::model::{BlankKind, BlankProposal, ContractClause};
use super::store;
use super::values::shown;
use crate::Problem;
use crate::negotiation::agreement::store::Head;
use crate::negotiation::levels;
use crate::negotiation::rules::Law;
use crate::negotiation::store as talks;
use crate::pay::model::PayReferenceKind;
use crate::pay::store as pay;
use crate::union::model::Role;
use crate::union::{self, bodies, details};

/// The day whose minimum wage a contract is held against: the first of its term where that is to come.
pub(super) fn minimum_day(head: &Head, today: NaiveDate) -> NaiveDate {
    head.term_from.map_or(today, |from| from.max(today))
}

/// The local minimum wage of a month on a day.
pub(super) fn local_minimum(
    connection: &Connection,
    on: NaiveDate,
) -> Result<Option<(LocalMinimum, String)>, Problem> {
    minimum_of(connection, PayReferenceKind::Minimum, on)
}

/// The local minimum wage of an hour on a day.
pub(super) fn local_minimum_hour(
    connection: &Connection,
    on: NaiveDate,
) -> Result<Option<LocalMinimum>, Problem> {
    Ok(minimum_of(connection, PayReferenceKind::MinimumHour, on)?.map(|(minimum, _)| minimum))
}

fn minimum_of(
    connection: &Connection,
    kind: PayReferenceKind,
    on: NaiveDate,
) -> Result<Option<(LocalMinimum, String)>, Problem> {
    let Some(found) = pay::minimum_on(connection, kind, on)? else { return Ok(None) };
    let Ok(from) = found.period.parse::<NaiveDate>() else { return Ok(None) };
    Ok(Some((LocalMinimum { fen: ledger::Fen(found.value), from }, found.source)))
}

/// The law's number as the blank keeps it.
pub(super) fn by_law(law: Law<'_>, blank: &LibraryBlank) -> Option<(String, String)> {
    let (quantity, rule) = law.book.quantity(blank.law.as_deref()?, law.place, law.on).ok()?;
    let value = match blank.kind {
        BlankKind::Percent => {
            let (part, whole) = quantity.ratio()?;
            (u64::from(part) * 10_000).checked_div(u64::from(whole))?.to_string()
        }
        // A line that is drawn in degrees says nothing about money, and blanks of time are written in hours.
        BlankKind::Sum if quantity.unit == law::Unit::Fen => quantity.whole()?.to_string(),
        BlankKind::Count if quantity.unit == law::Unit::Minute => {
            let minutes = quantity.whole()?;
            (minutes % 60 == 0).then_some(minutes / 60)?.to_string()
        }
        BlankKind::Count | BlankKind::Day => quantity.whole()?.to_string(),
        BlankKind::Sum => return None,
        BlankKind::Date | BlankKind::Choice | BlankKind::Text => return None,
    };
    Some((value, rule.short))
}

/// The copies that are filed, and those that the parties keep.
fn with_kept((filed, article): (String, String)) -> (String, String) {
    let all = filed.parse::<i64>().map(|filed| (filed + copies::KEPT).to_string());
    (all.unwrap_or(filed), format!("{article}；双方各留一份"))
}

/// What is known of a party: who stands for the enterprise as the union's record has it, which is kept up to date; else all as the
/// newest other contract has it; else the union's chair.
fn of_party(
    connection: &Connection,
    head: &Head,
    name: &str,
    today: NaiveDate,
) -> Result<Option<(String, String)>, Problem> {
    if name == EMPLOYER_HEAD
        && let Some(head) = details::employer_representative(connection)?
    {
        return Ok(Some((head, "工会登记".to_owned())));
    }
    if let Some((kept, title)) = store::value_elsewhere(connection, head.id, name)? {
        return Ok(Some((kept, title)));
    }
    if name != UNION_HEAD {
        return Ok(None);
    }
    // Before the committee is entered, the chair is who sits at the desk as such.
    let at_desk = || -> Result<Option<String>, Problem> {
        let chair = union::store::desk_people(connection)?.into_iter().find(|one| one.role == Role::Chair);
        Ok(chair.map(|one| one.name))
    };
    let chair = match bodies::chair(connection, today)? {
        Some(chair) => Some(chair),
        None => at_desk()?,
    };
    Ok(chair.map(|chair| (chair, "工会主席".to_owned())))
}

/// What is known for a blank of an agreement.
pub(super) fn proposal(
    connection: &Connection,
    means: Means<'_>,
    head: &Head,
    blank: &LibraryBlank,
    today: NaiveDate,
) -> Result<Option<BlankProposal>, Problem> {
    let talk = talks::head(connection, head.negotiation)?;
    let law = Law { book: means.book.scoped(head.kind.code()), place: &talk.place, on: today };
    let known = match blank.name.as_str() {
        "当地最低月工资" => local_minimum(connection, minimum_day(head, today))?
            .map(|(one, source)| (one.fen.0.to_string(), source)),
        "当地标准执行日" => local_minimum(connection, minimum_day(head, today))?
            .map(|(one, source)| (one.from.to_string(), source)),
        name if blank.party => of_party(connection, head, name, today)?,
        name => match levels::people_of_blank(connection, head.negotiation, name)? {
            Some(people) => Some((people.to_string(), "特殊工资形式的登记".to_owned())),
            None => {
                by_law(law, blank).map(|known| if name == copies::BLANK { with_kept(known) } else { known })
            }
        },
    };
    Ok(known.map(|(value, from)| BlankProposal { shown: shown(blank.kind, &value), value, from }))
}

/// Fills the blanks of the parties, and of the clauses that a draft begins with.
pub(super) fn begin(
    tx: &Tx,
    means: Means<'_>,
    head: &Head,
    clauses: &[ContractClause],
) -> Result<(), Problem> {
    let parties = means.library.blanks.iter().filter(|blank| blank.party).map(|blank| blank.name.as_str());
    fill(tx, means, head, parties)?;
    fill_in(tx, means, head, clauses)
}

/// Fills the blanks of these clauses that nobody has filled yet.
pub(super) fn fill_in(
    tx: &Tx,
    means: Means<'_>,
    head: &Head,
    clauses: &[ContractClause],
) -> Result<(), Problem> {
    fill(tx, means, head, clauses.iter().flat_map(|clause| blanks_of(&clause.text)))
}

fn fill<'a>(
    tx: &Tx,
    means: Means<'_>,
    head: &Head,
    names: impl Iterator<Item = &'a str>,
) -> Result<(), Problem> {
    let filled = store::values(tx, head.id)?;
    for name in names {
        let Some(blank) = means.library.blank(name) else { continue };
        if filled.contains_key(name) || TERM.contains(&name) {
            continue;
        }
        if let Some(known) = proposal(tx, means, head, blank, tx.today())? {
            store::fill(tx, head.id, name, Some((&known.value, &known.shown)))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::negotiation::agreement::model::{AgreementId, AgreementKind};
    use crate::negotiation::model::NegotiationId;

    #[test]
    fn a_contract_is_held_against_the_minimum_of_its_first_day() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a test writes a day");
        let head = |from: Option<&str>| Head {
            id: AgreementId::new(uuid::Uuid::nil()),
            negotiation: NegotiationId::new(uuid::Uuid::nil()),
            kind: AgreementKind::Wage,
            title: String::new(),
            term_from: from.map(day),
            term_to: None,
            continues: None,
            amends: None,
        };
        let today = day("2026-11-16");
        assert_eq!(minimum_day(&head(Some("2027-01-01")), today), day("2027-01-01"), "its term is to come");
        assert_eq!(minimum_day(&head(Some("2026-01-01")), today), today, "it runs");
        assert_eq!(minimum_day(&head(None), today), today);
    }
}
