//! How an agreement in effect is kept, as its ladder says it: how often it is checked and told of to the congress, by the law of the
//! place or by its own text, and by when the next time is.

use chrono::{Months, NaiveDate};

use super::told::Told;
use super::{Desk, contracts, form};
use crate::Problem;
use crate::duty::{Whose, day_words};
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

/// A part of the time in which an agreement is kept, with what is done once in each.
struct Part {
    /// What is done: 检查 or 报告.
    what: &'static str,
    /// How long it is.
    months: u32,
    /// Where it begins.
    from: NaiveDate,
    /// When it is over.
    due: NaiveDate,
    /// When the same was done last, by what is recorded or by the papers of a late entry.
    last: Option<NaiveDate>,
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

    /// The day by which something is done, and what the end of the term makes of it, in words. A part that the term cuts short is
    /// done by its end. What the term leaves of a part that is no longer than half of it asks for nothing more where the same was
    /// done in the last half of a part before the end: the law asks for so many a year and names no day at the end of the term, so that
    /// half is the program's own measure, lest the same be asked for again some days after it was done.
    fn within_term(&self, part: &Part) -> Result<(Option<NaiveDate>, String), Problem> {
        let end = contracts::expiry(self.head, self.course, self.book, &self.affair.place)?;
        let Some((end, _)) = end.filter(|(end, _)| *end < part.due) else {
            return Ok((Some(part.due), String::new()));
        };
        // What was done on the last day or after it needs no more.
        if part.from >= end {
            return Ok((None, String::new()));
        }
        let (what, day) = (part.what, day_words(end));
        let half = end.checked_sub_months(Months::new(part.months / 2)).unwrap_or(end);
        if part.from >= half && part.last.is_some_and(|last| last >= half) {
            let words = format!("合同到{day}期满，离上一次{what}不超过半个周期，期满以前不用再{what}。");
            return Ok((None, words));
        }
        Ok((Some(end), format!("合同到{day}期满，这一次{what}提前到期满日。")))
    }

    /// The day by which the next report on how it is kept is due, a whole part of the year after the one before; and what the end of
    /// the term makes of it.
    fn report_due(&self) -> Result<(Option<NaiveDate>, String), Problem> {
        let (Some(effect), Some((every, _))) = (self.course.effective_on(), self.report_every()) else {
            return Ok((None, String::new()));
        };
        let mut told: Vec<NaiveDate> = (self.events.iter().filter(|event| event.kind == Kind::Explained))
            .map(|event| event.happened_on)
            .collect();
        told.sort_unstable();
        let after = |parts: u32| effect.checked_add_months(Months::new(every.saturating_mul(parts)));
        // Each report stands for one part, the earliest that has none; a second one in a part stands for no later part, which had not
        // begun.
        let done = |parts: u32, from: Option<NaiveDate>| {
            let of_it = told.iter().filter(|on| from.is_none_or(|from| **on >= from));
            of_it.fold(parts, |parts, on| match after(parts) {
                Some(begins) if begins <= *on => parts.saturating_add(1),
                _ => parts,
            })
        };
        // Of one that was entered afterwards the parts that had ended count as told, and what was told since.
        let gone = self.gone(effect, every);
        let parts = done(0, None).max(done(gone, self.asked_from));
        let (Some(from), Some(due)) = (after(parts), after(parts.saturating_add(1))) else {
            return Ok((None, String::new()));
        };
        let by_papers = after(gone).filter(|_| gone > 0);
        let last = told.iter().copied().max().max(by_papers);
        self.within_term(&Part { what: "报告", months: every, from, due, last })
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

    /// The months from one check to the next, by the law of the place or by its own text; 0 where neither says.
    fn months_of_check(&self) -> u32 {
        let of_law = match self.check_every() {
            Some(CheckEvery::Months(months)) => Some(months),
            Some(CheckEvery::Clock) => self.rule(OF_PAY).and_then(|rule| rule.quantity.as_ref()?.boundary(0)),
            None => None,
        };
        [of_law, self.promises.check].into_iter().flatten().min().unwrap_or(0)
    }

    /// The day from which the next check is counted: the last check, else the effect, moved on to the part that lies ahead of a
    /// late entry; and whether it was checked by that day, by what is recorded or by the papers of the entry.
    fn checked_since(&self) -> Option<(NaiveDate, bool)> {
        let last = self.checks.iter().map(|one| one.checked_on).max();
        let since = last.or(self.course.effective_on())?;
        let months = self.months_of_check();
        let gone = self.gone(since, months);
        let since = since.checked_add_months(Months::new(months.saturating_mul(gone)))?;
        Some((since, last.is_some() || gone > 0))
    }

    /// What asks for checks: pay is told of by a clock of its own where the place has one, all else as often as it is reported.
    pub(super) fn check_every(&self) -> Option<CheckEvery> {
        let of_pay = matches!(self.head.kind, AgreementKind::Wage | AgreementKind::Collective);
        if of_pay && self.rule(OF_PAY).is_some() {
            return Some(CheckEvery::Clock);
        }
        self.reports_a_year().map(|many| CheckEvery::Months(12 / many.min(12)))
    }

    /// The next check, counted from the last one or the effect.
    pub(super) fn check(&self) -> Result<Told, Problem> {
        let counted = self.checked_since();
        let since = counted.map(|(since, _)| since);
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
        if let (Some((from, checked)), Some(due)) = (counted, told.due) {
            let last = Some(from).filter(|_| checked);
            let part = Part { what: "检查", months: self.months_of_check(), from, due, last };
            let (within, words) = self.within_term(&part)?;
            if within != Some(due) {
                (told.due, told.deadline) = (within, None);
            }
            told.origin.push_str(&words);
        }
        let title = "检查合同的履行情况".to_owned();
        let place = form(self.head, "check");
        Ok(Told { title, whose: Whose::Union, button: "登记检查", place, ..told })
    }

    /// The next report to the congress.
    pub(super) fn performance(&self) -> Result<Told, Problem> {
        let told = self.timed("negotiation.report_performance", &[])?;
        let (due, words) = self.report_due()?;
        let every = match self.report_every() {
            Some((months, true)) => {
                format!("合同约定每{}向职代会报告一次，从生效的那一天起算。", span(months))
            }
            Some((months, false)) => format!("从生效的那一天起每满{months}个月报告一次。"),
            None => String::new(),
        };
        let title = "向职代会报告合同的履行情况".to_owned();
        let place = form(self.head, "explained");
        let origin = format!("{}{every}{words}", told.origin);
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
