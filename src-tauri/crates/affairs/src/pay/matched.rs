//! Whose a line is, said after its table was taken in: for how much of the period it then counts, and of how many people the table
//! then is, as if the import had known. What a row says by itself is `import`'s.

use ledger::Tx;

use super::import::judge::attended;
use super::import::{attended as by_attendance, on_roster};
use super::model::{PayLineId, PayShare};
use super::store::{self, lines, sheets};
use crate::Problem;
use crate::members::model::PersonId;
use crate::members::store as people;
use crate::sheets::payroll::{Days, OnRoster, worked};
use crate::union::model::Shown;

/// Says afterwards who of the roster a line is, or that it is nobody of it.
///
/// Errors: `refused` for the line of somebody who was erased; `not_found`.
pub fn match_line(tx: &Tx, id: PayLineId, person: Option<PersonId>) -> Result<(), Problem> {
    let (sheet, line) = lines::one(tx, id, false)?;
    if line.erased {
        let message = "这一行的人已经清除，只留下数字，不再对应到谁。";
        return Err(Problem::new("refused", message));
    }
    if let Some(person) = person {
        people::name_and_sex(tx, person)?;
    }
    let period = store::line(tx, sheet)?.period;
    let days = Days { first: period.first(), last: period.last() };
    let full = match store::shape(tx, sheet)?.and_then(|shape| by_attendance::full(&shape)) {
        Some(full) => Some(full),
        None => lines::full_half_days(tx, sheet, days.count())?,
    };
    let share = |one: Option<&OnRoster>, half_days: Option<i32>| {
        let calendar = one.and_then(|one| worked(one, days));
        let calendar = calendar.map(|part| PayShare { days: part.days, of: part.of });
        match calendar {
            Some(settled) if settled.days == 0 => Some(settled),
            _ if full.is_some() => attended(half_days, full),
            calendar => calendar,
        }
    };
    lines::set_person(tx, id, person)?;
    if person.is_none() {
        lines::set_share(tx, id, share(None, lines::half_days(tx, id)?))?;
    }
    let roster = on_roster(tx, Shown::Never)?;
    // Whoever it was before has a row less.
    for who in [line.person, person].into_iter().flatten() {
        let own = lines::of_person(tx, sheet, who)?;
        let half_days = own.iter().filter_map(|(_, half_days)| *half_days).reduce(i32::saturating_add);
        let counts = share(roster.iter().find(|one| one.person == who), half_days);
        for (row, _) in own {
            lines::set_share(tx, row, counts)?;
        }
    }
    sheets::recount(tx, sheet)
}
