//! Pure decisions about dues: what a month costs, of whom it is owed, how a sum is spread over months, and for how many
//! months nothing has come. What the rates are, `tariff` says.

use chrono::NaiveDate;
use ledger::Fen;

use super::model::{DuesKind, DuesState};
use crate::Problem;
use crate::members::membership::model::{MembershipKind, MembershipState};
use crate::members::membership::rules::Dated;
use crate::month::Month;

/// So many months ahead one may pay.
pub(super) const AHEAD: i32 = 12;
/// Ten-thousandths in a whole.
pub(super) const WHOLE: i64 = 10_000;

/// What dues are in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tariff {
    /// A share of the wage, of which the part under `step` is not counted.
    Share {
        /// Numerator.
        num: i64,
        /// Denominator, over zero.
        den: i64,
        /// The step.
        step: Fen,
    },
    /// The same from everybody.
    Flat(Fen),
}

impl Tariff {
    /// What is owed for a month; none where the wage is not known. Half a fen counts as one.
    pub fn amount(self, base: Option<Fen>) -> Option<Fen> {
        match self {
            Tariff::Flat(sum) => Some(sum),
            Tariff::Share { num, den, step } => {
                let base = base?.0;
                let counted = if step.0 > 0 { base - base.rem_euclid(step.0) } else { base };
                share(Fen(counted), num, den)
            }
        }
    }

    /// Whether a single sum tells a wage.
    pub fn tells_wages(self) -> bool {
        matches!(self, Tariff::Share { .. })
    }
}

/// `num/den` of a sum, half a fen up; none where it does not fit.
pub fn share(sum: Fen, num: i64, den: i64) -> Option<Fen> {
    let product = i128::from(sum.0) * i128::from(num) * 2 + i128::from(den);
    let whole = product.checked_div_euclid(i128::from(den) * 2)?;
    i64::try_from(whole).ok().map(Fen)
}

/// What a person was to the union at the end of a month, by the events in their order. One who left on a day that nobody
/// knows was none of its members in any month that is asked for: nothing is claimed that cannot be shown.
pub fn state_at_end(events: &[Dated], month: Month) -> MembershipState {
    let end =
        format!("{}~~", if month.number() == 12 { month.year().to_string() } else { month.to_string() });
    let mut sorted: Vec<_> = events.iter().map(Dated::place).collect();
    sorted.sort();
    let undated = |place: &(String, MembershipKind)| place.0 == "~";
    let last = match sorted.last() {
        None => return MembershipState::NotYet,
        Some(last) if undated(last) => Some(last),
        Some(_) => sorted.iter().rev().find(|(day, _)| *day <= end),
    };
    last.map_or(MembershipState::NotYet, |(_, kind)| kind.state())
}

/// How a month stands, by what the person was at its end, what it costs and what was paid.
pub fn state(member: MembershipState, tariff: Option<Tariff>, due: Option<Fen>, paid: Fen) -> DuesState {
    match (member, tariff, due) {
        _ if paid.0 > 0 && due.is_none_or(|due| paid >= due) => DuesState::Paid,
        (MembershipState::NotYet | MembershipState::Left, ..) | (_, None, _) => DuesState::None,
        (MembershipState::Retained, ..) => DuesState::Exempt,
        (_, _, Some(due)) if paid >= due => DuesState::Paid,
        _ if paid.0 > 0 => DuesState::Partly,
        (_, _, None) => DuesState::Unknown,
        _ => DuesState::Open,
    }
}

/// Whether something is owed for it.
pub fn owes(state: DuesState) -> bool {
    matches!(state, DuesState::Open | DuesState::Partly | DuesState::Unknown)
}

/// Spreads a sum over months in their order: each gets what is still owed for it; where that is not known, all alike.
///
/// Errors: `bad_input` at `amount` where it is too little for a month or too much for all.
pub fn spread(amount: Fen, owed: &[Option<Fen>]) -> Result<Vec<Fen>, Problem> {
    let wrong = |message: String| Problem::input("amount", message);
    if amount.0 <= 0 {
        return Err(wrong("请填写收到的金额，要大于0。".to_owned()));
    }
    let known: Option<Vec<Fen>> = owed.iter().copied().collect();
    let Some(known) = known else {
        let months = i64::try_from(owed.len()).unwrap_or(1).max(1);
        let (each, rest) = (amount.0 / months, amount.0 % months);
        if each == 0 {
            return Err(wrong("金额分到每个月不足一分，请核对金额和月份。".to_owned()));
        }
        return Ok((0..months).map(|at| Fen(each + i64::from(at < rest))).collect());
    };
    let mut rest = amount.0;
    let mut parts = Vec::with_capacity(known.len());
    for owed in &known {
        let part = rest.min(owed.0);
        if part <= 0 {
            return Err(wrong("金额不够分到每一个月，请少选几个月，或者核对金额。".to_owned()));
        }
        rest -= part;
        parts.push(Fen(part));
    }
    if rest > 0 {
        return Err(wrong("金额比这几个月应交的多，请核对；预交的，把以后的月份也选上。".to_owned()));
    }
    Ok(parts)
}

/// The row of months, up to the last that has ended, for which dues were owed and nothing was paid: the first of them and how
/// many. A month that was paid, free or not of a member ends it, and so does money for the month that runs.
pub fn unpaid_row(months: &[(Month, DuesState)], today: NaiveDate) -> Option<(Month, u32)> {
    let this = Month::of(today);
    let unpaid = |state: &DuesState| matches!(state, DuesState::Open | DuesState::Unknown);
    let row: Vec<Month> = (months.iter().rev())
        .skip_while(|(month, state)| *month >= this && unpaid(state))
        .take_while(|(_, state)| unpaid(state))
        .map(|(month, _)| *month)
        .collect();
    let count = u32::try_from(row.len()).unwrap_or(u32::MAX);
    row.last().map(|first| (*first, count))
}

/// Refuses a basis that says too little or too much.
///
/// Errors: `bad_input` at its field.
pub fn check_basis(input: &super::model::DuesBasisInput) -> Result<(), Problem> {
    let ground = crate::typed::text(&input.ground).is_some();
    match input.kind {
        DuesKind::Lawful => {}
        DuesKind::Rate if !input.rate.is_some_and(|rate| (1..=WHOLE).contains(&i64::from(rate))) => {
            return Err(Problem::input("rate", "请填写比例，例如千分之五填5，要大于0。"));
        }
        DuesKind::Flat if !input.flat.is_some_and(|flat| (1..=10_000_000).contains(&flat.0)) => {
            return Err(Problem::input("flat", "请填写每人每月交多少，要大于0。"));
        }
        DuesKind::Rate | DuesKind::Flat if !ground => {
            let message = "与规定的比例不同的，请写明依据，例如哪次会员大会的决定、上级工会哪份文件。";
            return Err(Problem::input("ground", message));
        }
        DuesKind::Rate | DuesKind::Flat => {}
    }
    crate::typed::short("ground", input.ground.as_deref().unwrap_or_default(), 200)
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
