//! What dues are from month to month: the union's bases as they follow each other, the lawful rate by the rules in force in
//! each month. What a sum comes to is `rules`'.

use law::{LawBook, LawError, Place, RuleRef};
use ledger::Fen;
use rusqlite::Connection;

use super::model::{DuesKind, DuesLaw};
use super::rules::{Tariff, WHOLE};
use super::store;
use crate::Problem;
use crate::month::Month;
use crate::union;

const RATE: &str = "money.dues.rate";
const STEP: &str = "money.dues.step";
const EXEMPT: &str = "money.dues.exempt";

/// The lawful share and step on a month's first day; none where no pack has it.
fn lawful(book: &LawBook, place: &Place, month: Month) -> Result<Option<(u32, u32, Fen, RuleRef)>, Problem> {
    let (rate, rule) = match book.quantity(RATE, place, month.first()) {
        Ok(found) => found,
        Err(LawError::NoRule { .. }) => return Ok(None),
        Err(why) => return Err(why.into()),
    };
    let Some((num, den)) = rate.ratio() else { return Ok(None) };
    Ok(Some((num, den, step(book, place, month)?, rule)))
}

fn step(book: &LawBook, place: &Place, month: Month) -> Result<Fen, Problem> {
    match book.quantity(STEP, place, month.first()) {
        Ok((step, _)) => Ok(Fen(step.whole().unwrap_or_default())),
        Err(LawError::NoRule { .. }) => Ok(Fen(0)),
        Err(why) => Err(why.into()),
    }
}

/// The lawful rate as the window shows it.
pub(super) fn law(connection: &Connection, book: &LawBook, month: Month) -> Result<Option<DuesLaw>, Problem> {
    let place = union::store::place(connection)?;
    let Some((num, den, step, rule)) = lawful(book, &place, month)? else { return Ok(None) };
    let exempt = book.applies(EXEMPT, &place, month.first());
    let rate = WHOLE * i64::from(num) / i64::from(den.max(1));
    Ok(Some(DuesLaw {
        rate: u32::try_from(rate).unwrap_or_default(),
        step,
        exempt: exempt
            .map(|ruling| ruling.winner.items.iter().map(|item| item.text.clone()).collect())
            .unwrap_or_default(),
        rule,
    }))
}

/// What dues are in each month of a span; none in a month before the first basis.
pub(super) fn of_months(
    connection: &Connection,
    book: &LawBook,
    first: Month,
    last: Month,
) -> Result<Vec<(Month, Option<Tariff>)>, Problem> {
    let place = union::store::place(connection)?;
    let bases = store::bases(connection)?;
    let mut months = Vec::new();
    for month in first.through(last) {
        let basis = bases.iter().filter(|basis| basis.from <= month).max_by_key(|basis| basis.from);
        let tariff =
            match basis {
                None => None,
                Some(basis) => match basis.kind {
                    DuesKind::Lawful => lawful(book, &place, month)?
                        .map(|(num, den, step, _)| Tariff::Share { num: num.into(), den: den.into(), step }),
                    DuesKind::Rate => Some(Tariff::Share {
                        num: basis.rate.unwrap_or_default().into(),
                        den: WHOLE,
                        step: step(book, &place, month)?,
                    }),
                    DuesKind::Flat => basis.flat.map(Tariff::Flat),
                },
            };
        months.push((month, tariff));
    }
    Ok(months)
}

/// The first month for which dues are reckoned at all.
pub(super) fn begin(connection: &Connection) -> Result<Option<Month>, Problem> {
    Ok(store::bases(connection)?.into_iter().map(|basis| basis.from).min())
}
