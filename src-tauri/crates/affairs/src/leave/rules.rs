//! Pure decisions on annual leave: the law as one year needs it, days due, days of a period that count, pay of days that were not
//! taken, what a form may hold. Numbers come from the law book by subject; every verdict says its article.

mod days;
mod due;
mod input;
mod pay;
mod told;

pub use days::{Days, counted};
pub use due::{Bar, Barred, Due, Exact, Facts, Service, Span, due, span};
pub use input::{check_bar, check_pay, check_period, check_schedule, check_year, year_of};
pub use pay::{PayFigures, pay};
pub use told::{sentences, verdict};

use chrono::NaiveDate;
use law::{LawBook, Place, Quantity, Rule, RuleRef};

use super::model::{LeaveBarKind, LeaveRule};
use crate::Problem;

/// The law of annual leave as it holds in one year at one place.
#[derive(Debug, Clone)]
pub struct LeaveLaw {
    /// Days of a year by whole years of work.
    pub days: (Quantity, RuleRef),
    /// Months of work in a row before there is any.
    pub months: (u32, RuleRef),
    /// Days of a year by which a joiner's part is reckoned.
    pub joiner: (u32, RuleRef),
    /// The same of a leaver's.
    pub leaver: (u32, RuleRef),
    /// Days of paid personal leave below which there is leave.
    pub personal: (Quantity, RuleRef),
    /// Months of sick leave below which there is leave, by whole years of work.
    pub sick: (Quantity, RuleRef),
    /// The pay of days that were not taken, as a share of the daily wage.
    pub unused: ((u32, u32), RuleRef),
    /// The pay of days given up in writing.
    pub refused: ((u32, u32), RuleRef),
    /// The daily wage as a share of the monthly one.
    pub daily: ((u32, u32), RuleRef),
    /// How many years leave may be carried over.
    pub carry: (Quantity, RuleRef),
    /// Rules without a number, by subject.
    plain: Vec<(&'static str, RuleRef)>,
    /// What all of them say.
    pub told: Vec<LeaveRule>,
}

/// The rules that a page of leave shows, in the order of a year.
const TOLD: [&str; 20] = [
    "leave.entitlement.months",
    "leave.days",
    "leave.days.service",
    "leave.excluded_days",
    "leave.excluded_leaves",
    "leave.proration.joiner",
    "leave.proration.leaver",
    "leave.proration.no_clawback",
    "leave.barred.school",
    "leave.barred.personal_days",
    "leave.barred.sick_months",
    "leave.barred.next_year",
    "leave.arranging",
    "leave.carry_over",
    "leave.consent",
    "leave.pay.unused",
    "leave.pay.refused",
    "leave.pay.daily",
    "leave.better_terms",
    "leave.dispatch.idle",
];
/// Those without a number that a verdict names.
const PLAIN: [&str; 11] = [
    "leave.days.service",
    "leave.excluded_days",
    "leave.arranging",
    "leave.consent",
    "leave.barred.school",
    "leave.school_top_up",
    "leave.barred.next_year",
    "leave.dispatch.idle",
    "leave.better_terms",
    "leave.pay.due",
    "leave.unpaid.compensation",
];

impl LeaveLaw {
    /// As it holds on a day.
    ///
    /// Errors: `law` where the packs lack a rule.
    pub fn of(book: &LawBook, place: &Place, on: NaiveDate) -> Result<Self, Problem> {
        let quantity = |subject: &str| book.quantity(subject, place, on).map_err(Problem::from);
        let whole = |subject: &str| -> Result<(u32, RuleRef), Problem> {
            let (quantity, rule) = quantity(subject)?;
            Ok((quantity.whole().and_then(|n| u32::try_from(n).ok()).unwrap_or_default(), rule))
        };
        let ratio = |subject: &str| -> Result<((u32, u32), RuleRef), Problem> {
            let (quantity, rule) = quantity(subject)?;
            Ok((quantity.ratio().unwrap_or((1, 1)), rule))
        };
        let winner = |subject: &str| book.applies(subject, place, on).map(|ruling| ruling.winner);
        Ok(LeaveLaw {
            days: quantity("leave.days")?,
            months: whole("leave.entitlement.months")?,
            joiner: whole("leave.proration.joiner")?,
            leaver: whole("leave.proration.leaver")?,
            personal: quantity("leave.barred.personal_days")?,
            sick: quantity("leave.barred.sick_months")?,
            unused: ratio("leave.pay.unused")?,
            refused: ratio("leave.pay.refused")?,
            daily: ratio("leave.pay.daily")?,
            carry: quantity("leave.carry_over")?,
            plain: PLAIN
                .iter()
                .filter_map(|subject| Some((*subject, winner(subject)?.reference())))
                .collect(),
            told: TOLD.iter().filter_map(|subject| winner(subject)).map(told_rule).collect(),
        })
    }

    /// The rule of a reason of 条例第四条.
    pub fn of_bar(&self, kind: LeaveBarKind) -> Option<&RuleRef> {
        match kind {
            LeaveBarKind::School => self.plain("leave.barred.school"),
            LeaveBarKind::Idle => self.plain("leave.dispatch.idle"),
            LeaveBarKind::Personal => Some(&self.personal.1),
            LeaveBarKind::Sick => Some(&self.sick.1),
        }
    }

    /// A rule without a number, where the place has one.
    pub fn plain(&self, subject: &str) -> Option<&RuleRef> {
        self.plain.iter().find(|(of, _)| *of == subject).map(|(_, rule)| rule)
    }
}

fn told_rule(rule: &Rule) -> LeaveRule {
    LeaveRule { rule: rule.reference(), title: rule.title.clone(), note: rule.note.clone() }
}

/// 《职工带薪年休假条例》第三条.
pub fn article(rule: &RuleRef) -> String {
    format!("《{}》{}", rule.instrument, rule.article)
}

/// Half days as a number of days: 5, 4.5.
pub fn in_days(halves: u32) -> String {
    format!("{}{}", halves / 2, if halves.is_multiple_of(2) { "" } else { ".5" })
}

/// Half days as they read: 5天, 4.5天.
pub fn halves(n: u32) -> String {
    format!("{}天", in_days(n))
}

#[cfg(test)]
mod tests;
