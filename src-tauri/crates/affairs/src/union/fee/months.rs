//! The contribution month by month: what is due of a payroll and by which day, what was paid, what is missing, what came
//! back. Keeping what was entered is not here.

use law::{LawBook, LawError, Place};
use ledger::Fen;
use rusqlite::Connection;

use super::model::{FeeMonth, FeePaymentInput, FeeSums, FeeWay, ToldPayrolls};
use super::store;
use crate::Problem;
use crate::members::dues::share as part_of;
use crate::month::Month;
use crate::union;

/// Ten-thousandths in a whole.
pub(super) const WHOLE: i64 = 10_000;
/// The rule that sets what is due.
pub(super) const RATE: &str = "money.contribution";
/// The rule that sets the day for it.
pub(super) const DAY: &str = "money.contribution.due";

/// What is due of a payroll by the rule in force in its month. Half a fen counts as one.
fn due(book: &LawBook, place: &Place, month: Month, payroll: Fen) -> Result<Option<Fen>, Problem> {
    let (rate, _) = book.quantity(RATE, place, month.first())?;
    Ok(rate.ratio().and_then(|(num, den)| part_of(payroll, num.into(), den.into())))
}

/// The last day for a month's contribution; none where no rule sets one.
pub(super) fn deadline(
    book: &LawBook,
    place: &Place,
    month: Month,
) -> Result<Option<law::Deadline>, Problem> {
    match book.deadline(DAY, place, month.last()) {
        Ok(deadline) => Ok(Some(deadline)),
        Err(LawError::NoRule { .. }) => Ok(None),
        Err(why) => Err(why.into()),
    }
}

/// Every month from the first that is followed, or has money, through a last one.
pub(super) fn months(connection: &Connection, book: &LawBook, last: Month) -> Result<Vec<FeeMonth>, Problem> {
    let place = union::store::place(connection)?;
    let shares = store::shares(connection)?;
    let payrolls = store::payrolls(connection)?;
    let payments = store::payments(connection)?;
    let begin = [
        shares.iter().map(|one| one.from).min(),
        payrolls.keys().min().copied(),
        payments.iter().map(|one| one.month).min(),
    ];
    let Some(first) = begin.into_iter().flatten().min() else { return Ok(Vec::new()) };
    let end = payrolls.keys().copied().chain(payments.iter().map(|one| one.month)).chain([last]).max();
    let mut all = Vec::new();
    for month in first.through(end.unwrap_or(last)) {
        let own: Vec<FeePaymentInput> = payments.iter().filter(|one| one.month == month).cloned().collect();
        let sum = |way| Fen(own.iter().filter(|one| one.way == way).map(|one| one.amount.0).sum());
        let (paid, returned) = (sum(FeeWay::Paid), sum(FeeWay::Returned));
        let (payroll_id, payroll, source) = match payrolls.get(&month) {
            Some((id, payroll, source)) => (Some(*id), Some(*payroll), source.clone()),
            None => (None, None, None),
        };
        let due = match payroll {
            Some(payroll) => due(book, &place, month, payroll)?,
            None => None,
        };
        let holds = shares.iter().find(|one| one.from <= month).and_then(|one| one.share);
        let share = holds.and_then(|share| part_of(paid, share.into(), WHOLE));
        all.push(FeeMonth {
            month,
            hidden: false,
            payroll_id,
            payroll,
            source,
            due,
            due_on: deadline(book, &place, month)?.map(|deadline| deadline.due),
            paid: Some(paid),
            missing: due.map(|due| Fen((due.0 - paid.0).max(0))),
            share,
            returned: Some(returned),
            outstanding: share.map(|share| Fen(share.0 - returned.0)),
            payments: own,
        });
    }
    Ok(all)
}

/// Whether the sums of a month are told to one who may not read single wages: where its payroll is the one that they are told, or
/// nothing is entered that could tell one.
pub(super) fn is_told(month: &FeeMonth, told: &ToldPayrolls) -> bool {
    match month.payroll {
        Some(payroll) => told.get(&month.month) == Some(&payroll),
        None => month.payments.is_empty(),
    }
}

/// A month as far as its reader is told of it; `told` is none for one who may read single wages.
pub(super) fn covered(month: FeeMonth, told: Option<&ToldPayrolls>) -> FeeMonth {
    if told.is_none_or(|told| is_told(&month, told)) {
        return month;
    }
    FeeMonth {
        hidden: true,
        payroll: None,
        due: None,
        paid: None,
        missing: None,
        share: None,
        returned: None,
        outstanding: None,
        payments: Vec::new(),
        ..month
    }
}

/// The sums of some months.
pub(super) fn sums<'m>(months: impl IntoIterator<Item = &'m FeeMonth>) -> FeeSums {
    let mut sums = FeeSums::default();
    for month in months {
        for (sum, part) in [
            (&mut sums.payroll, month.payroll),
            (&mut sums.due, month.due),
            (&mut sums.paid, month.paid),
            (&mut sums.missing, month.missing),
            (&mut sums.share, month.share),
            (&mut sums.returned, month.returned),
            (&mut sums.outstanding, month.outstanding),
        ] {
            *sum = part.and_then(|part| sum.checked_add(part)).unwrap_or(*sum);
        }
    }
    sums
}
