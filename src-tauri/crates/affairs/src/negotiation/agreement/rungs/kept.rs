//! How an agreement in effect is kept, as its ladder says it: how often it is checked and told of to the congress, by the law of the
//! place or by its own text, and by when the next time is.

use chrono::{Months, NaiveDate};

use super::told::Told;
use super::{Desk, contracts, form};
use crate::Problem;
use crate::duty::Whose;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::model::EventKind as Kind;

/// The clock of telling how pay is kept.
const OF_PAY: &str = "negotiation.report_performance.wages";

/// How often an agreement is checked.
#[derive(Clone, Copy)]
pub(super) enum CheckEvery {
    /// By the clock of pay.
    Clock,
    /// After so many months.
    Months(u32),
}

impl Desk<'_> {
    /// How many reports the place asks for in a year.
    fn reports_a_year(&self) -> Option<u32> {
        self.rule("negotiation.report_performance")?.quantity.as_ref()?.boundary(0).filter(|many| *many > 0)
    }

    /// The months from one report to the next, by the place or, where that is more often, by the contract itself; and whether it
    /// is the contract that says so.
    fn report_every(&self) -> Option<(u32, bool)> {
        let law = self.reports_a_year().map(|many| (12 / many.min(12), false));
        let own = self.promises.report.map(|months| (months, true));
        [law, own].into_iter().flatten().min()
    }

    /// The day by which the next report on how it is kept is due: a whole part of the year after the one before.
    fn report_due(&self) -> Result<Option<NaiveDate>, Problem> {
        let (Some(effect), Some((every, _))) = (self.course.effective_on(), self.report_every()) else {
            return Ok(None);
        };
        let told = |from: Option<NaiveDate>| {
            let told = self.events.iter().filter(|event| event.kind == Kind::Explained);
            let told = told.filter(|event| from.is_none_or(|from| event.happened_on >= from)).count();
            u32::try_from(told).unwrap_or(u32::MAX)
        };
        // Of one that was entered afterwards the parts that had ended count as told, and what was told since.
        let since_entry = self.gone(effect, every).saturating_add(told(self.asked_from));
        let months = every.saturating_mul(told(None).max(since_entry).saturating_add(1));
        let due = effect.checked_add_months(Months::new(months));
        let expiry = contracts::expiry(self.head, self.course, self.book, &self.affair.place)?;
        Ok(match (due, expiry) {
            // A part of a year that the term cuts short is reported at its end.
            (Some(due), Some((end, _))) => {
                let before = effect.checked_add_months(Months::new(months - every));
                (before.is_none_or(|before| before < end)).then_some(due.min(end))
            }
            (due, _) => due,
        })
    }

    /// How many whole parts of so many months from a day on had ended before the agreement was entered afterwards: what was to be
    /// done in them is on the papers.
    fn gone(&self, since: NaiveDate, months: u32) -> u32 {
        let Some(entered) = self.asked_from.filter(|_| months > 0) else { return 0 };
        let end = |parts: u32| since.checked_add_months(Months::new(months.saturating_mul(parts)));
        let mut gone = 0;
        while end(gone + 1).is_some_and(|end| end < entered) {
            gone += 1;
        }
        gone
    }

    /// The day from which the next check is counted: the last check, else the effect, moved on to the part that lies ahead of a
    /// late entry.
    fn checked_since(&self) -> Option<NaiveDate> {
        let last = self.checks.iter().map(|one| one.checked_on).max();
        let since = last.or(self.course.effective_on())?;
        let of_law = match self.check_every() {
            Some(CheckEvery::Months(months)) => Some(months),
            Some(CheckEvery::Clock) => self.rule(OF_PAY).and_then(|rule| rule.quantity.as_ref()?.boundary(0)),
            None => None,
        };
        let months = [of_law, self.promises.check].into_iter().flatten().min().unwrap_or(0);
        let gone = Months::new(months.saturating_mul(self.gone(since, months)));
        since.checked_add_months(gone)
    }

    /// What asks for checks: pay is told of by a clock of its own where the place has one, all else as often as it is reported.
    pub(super) fn check_every(&self) -> Option<CheckEvery> {
        let of_pay = matches!(self.head.kind, AgreementKind::Wage | AgreementKind::Collective);
        if of_pay && self.rule(OF_PAY).is_some() {
            return Some(CheckEvery::Clock);
        }
        self.reports_a_year().map(|many| CheckEvery::Months(12 / many.min(12)))
    }

    /// The next check, counted from the last one or the effect; a part that the term cuts short is checked at its end.
    pub(super) fn check(&self) -> Result<Told, Problem> {
        let since = self.checked_since();
        let every = self.check_every();
        let mut told = match (every, since) {
            (Some(CheckEvery::Clock), Some(since)) => {
                self.timed(OF_PAY, &[("performance_published", since)])?
            }
            (Some(CheckEvery::Clock), None) => self.timed(OF_PAY, &[])?,
            _ => self.timed("negotiation.report_performance", &[])?,
        };
        if let (Some(CheckEvery::Months(months)), Some(since)) = (every, since) {
            told.due = since.checked_add_months(Months::new(months));
            told.origin.push_str(&format!("报告以前先检查，从生效或者上一次检查起每满{months}个月一次。"));
        }
        if let (Some(months), Some(since)) = (self.promises.check, since)
            && let Some(due) = since.checked_add_months(Months::new(months))
            && told.due.is_none_or(|by_law| due < by_law)
        {
            (told.due, told.deadline) = (Some(due), None);
            let own = format!("合同约定每{}检查一次，从生效或者上一次检查起算。", span(months));
            told.origin.insert_str(0, &own);
        }
        let end = contracts::expiry(self.head, self.course, self.book, &self.affair.place)?;
        if let (Some((end, _)), Some(due)) = (end, told.due)
            && end < due
        {
            // What was checked on the last day or after it needs no more.
            told.due = since.is_none_or(|since| since < end).then_some(end);
            told.deadline = None;
        }
        let title = "检查合同的履行情况".to_owned();
        let place = form(self.head, "check");
        Ok(Told { title, whose: Whose::Union, button: "登记检查", place, ..told })
    }

    /// The next report to the congress.
    pub(super) fn performance(&self) -> Result<Told, Problem> {
        let told = self.timed("negotiation.report_performance", &[])?;
        let due = self.report_due()?;
        let every = match self.report_every() {
            Some((months, true)) => {
                format!("合同约定每{}向职代会报告一次，从生效的那一天起算。", span(months))
            }
            Some((months, false)) => format!("从生效的那一天起每满{months}个月报告一次。"),
            None => String::new(),
        };
        let title = "向职代会报告合同的履行情况".to_owned();
        let place = form(self.head, "explained");
        let origin = format!("{}{every}", told.origin);
        Ok(Told { title, whose: Whose::Union, origin, due, button: "登记报告", place, ..told })
    }
}

/// So many months as a contract names them.
fn span(months: u32) -> String {
    match months {
        1 => "月".to_owned(),
        3 => "季度".to_owned(),
        6 => "半年".to_owned(),
        12 => "年".to_owned(),
        _ => format!("{months}个月"),
    }
}
