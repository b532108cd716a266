//! The days due to a person in a year: by the whole years of work (条例第三条), pro rata of who comes (办法第五条) and who goes
//! (办法第十二条), less what 条例第四条 takes. What a date leaves open is tried both ways: days are told as certain only where every
//! way gives the same, else what is missing is named and the least stands.

use chrono::{Datelike, Months, NaiveDate};

use super::LeaveLaw;
use crate::leave::model::{LeaveBarKind, LeaveCrossing, LeaveLack};

/// A day as exactly as it is known: the first and the last that it can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first.
    pub first: NaiveDate,
    /// The last.
    pub last: NaiveDate,
}

/// A stored day: `2008`, `2008-07` or `2008-07-15`.
pub fn span(stored: &str) -> Option<Span> {
    let first = crate::members::flags::rules::first_day(stored)?;
    let last = match stored.len() {
        4 => NaiveDate::from_ymd_opt(first.year(), 12, 31)?,
        7 => first.checked_add_months(Months::new(1))?.pred_opt()?,
        _ => first,
    };
    Some(Span { first, last })
}

/// When someone worked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Service {
    /// 参加工作时间.
    pub started: Option<Span>,
    /// 入职日期.
    pub hired: Option<Span>,
    /// 离职日期, where they left.
    pub left: Option<NaiveDate>,
}

/// A reason of 条例第四条: which, and of how many days or months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// Which.
    pub kind: LeaveBarKind,
    /// Days; whole months of sick leave.
    pub amount: u32,
}

/// What decides the days due to one person in one year.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// 年度.
    pub year: i32,
    /// When they worked.
    pub service: Service,
    /// Days of a whole year by their contract, where that is more.
    pub own: Option<u32>,
    /// Days that a contract adds for everybody.
    pub extra: u32,
    /// Whether they had worked twelve months in a row when they came.
    pub before: Option<bool>,
    /// How a year is counted in which the next band is reached.
    pub crossing: Option<LeaveCrossing>,
    /// Reasons of this year.
    pub bars: &'a [Bar],
    /// Reasons of the last.
    pub last_bars: &'a [Bar],
    /// Half days taken of this year's leave.
    pub taken: u32,
    /// Whether leave of the last year was taken.
    pub taken_last: bool,
}

/// What one reading of the dates gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exact {
    /// When work began.
    pub started: NaiveDate,
    /// When they came here.
    pub hired: NaiveDate,
    /// The first day on which twelve months in a row are worked.
    pub ready: NaiveDate,
    /// The part of the year that counts; none where it has none.
    pub part: Option<(NaiveDate, NaiveDate)>,
    /// Whole years of work at its end.
    pub years: u32,
    /// Days of a whole year at its beginning and at its end.
    pub bands: (u32, u32),
    /// The day on which the next band is reached within it.
    pub crossed: Option<NaiveDate>,
    /// Calendar days times days of a whole year, over `den`.
    pub num: u64,
    /// 365.
    pub den: u64,
    /// Whole days before any reason of 条例第四条.
    pub part_days: u32,
    /// Whole days due.
    pub days: u32,
    /// What took them.
    pub barred: Option<(Bar, Barred)>,
}

/// What a reason of 条例第四条 does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barred {
    /// There are none this year.
    Whole,
    /// They were taken already: there are none next year.
    Next,
    /// It was so last year, and they were taken then.
    FromLast,
    /// The rest is made up.
    Rest(u32),
}

/// The days due.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Due {
    /// Where every reading gives the same.
    pub days: Option<u32>,
    /// The least where they do not.
    pub least: Option<u32>,
    /// The days by either way of counting a year in which the next band is reached, where that alone is open.
    pub both: Option<(u32, u32)>,
    /// What is missing.
    pub lacks: Vec<LeaveLack>,
    /// The reading that the sentences tell: the certain one, else the one that gives the least.
    pub exact: Option<Exact>,
}

/// The ways in which the facts may be read.
#[derive(Clone, Copy)]
struct Reading {
    started: NaiveDate,
    hired: NaiveDate,
    before: bool,
    crossing: LeaveCrossing,
}

/// The days due to someone in a year.
pub fn due(law: &LeaveLaw, facts: &Facts<'_>) -> Due {
    let Service { started, hired, .. } = facts.service;
    if let (Some(started), Some(hired)) = (started, hired)
        && started.first > hired.last
    {
        return Due { lacks: vec![LeaveLack::Exchanged], ..Due::default() };
    }
    let mut lacks = Vec::new();
    if started.is_none() {
        lacks.push(LeaveLack::Started);
    }
    if hired.is_none() {
        lacks.push(LeaveLack::Hired);
    }
    let ends =
        |span: Span| if span.first == span.last { vec![span.first] } else { vec![span.first, span.last] };
    let Some(began) = started.or(hired) else { return Due { lacks, ..Due::default() } };
    let came = hired.unwrap_or(began);
    // Who came here in the very month in which work began has begun here.
    let here = began.first < began.last && (began.first..=began.last).contains(&came.first);
    let began = if here { came } else { began };
    let mut readings = Vec::new();
    for started in ends(began) {
        for hired in ends(came) {
            for before in facts.before.map_or(vec![true, false], |known| vec![known]) {
                for crossing in facts.crossing.map_or(LeaveCrossing::ALL.to_vec(), |one| vec![one]) {
                    readings.push(Reading { started: started.min(hired), hired, before, crossing });
                }
            }
        }
    }
    let found: Vec<(Reading, Exact)> =
        readings.iter().filter_map(|one| Some((*one, exact(law, facts, *one)?))).collect();
    let Some(least) = found.iter().min_by_key(|(_, exact)| exact.days) else {
        return Due { lacks, ..Due::default() };
    };
    let same = found.iter().all(|(_, exact)| exact.days == least.1.days);
    if same && lacks.is_empty() {
        return Due { days: Some(least.1.days), exact: Some(least.1), ..Due::default() };
    }
    // Two readings that differ in one thing alone and give other days: that thing is missing.
    let matters = |differ: fn(&Reading, &Reading) -> bool| {
        found.iter().any(|(a, x)| found.iter().any(|(b, y)| differ(a, b) && x.days != y.days))
    };
    if matters(|a, b| a.before == b.before && a.crossing == b.crossing) {
        lacks.push(LeaveLack::Precise);
    }
    if matters(|a, b| (a.started, a.hired, a.crossing) == (b.started, b.hired, b.crossing)) {
        lacks.push(LeaveLack::Before);
    }
    let crossing = matters(|a, b| (a.started, a.hired, a.before) == (b.started, b.hired, b.before));
    if crossing {
        lacks.push(LeaveLack::Crossing);
    }
    let of = |way| found.iter().find(|(one, _)| one.crossing == way).map(|(_, exact)| exact.days);
    let both =
        match (crossing && lacks == [LeaveLack::Crossing], of(LeaveCrossing::Year), of(LeaveCrossing::Ratio))
        {
            (true, Some(year), Some(ratio)) => Some((year, ratio)),
            _ => None,
        };
    // Who may have come in this very year has no least that holds.
    let least_days = hired.is_some().then_some(least.1.days);
    Due { days: None, least: least_days, both, lacks, exact: Some(least.1) }
}

fn whole_years(started: NaiveDate, on: NaiveDate) -> u32 {
    on.years_since(started).unwrap_or_default()
}

fn exact(law: &LeaveLaw, facts: &Facts<'_>, one: Reading) -> Option<Exact> {
    let first = NaiveDate::from_ymd_opt(facts.year, 1, 1)?;
    let last = NaiveDate::from_ymd_opt(facts.year, 12, 31)?;
    let run = if one.before { one.started } else { one.hired };
    let ready = law::term_end(run, law.months.0)?.succ_opt()?;
    let from = ready.max(one.hired).max(first);
    let to = facts.service.left.map_or(last, |left| left.min(last));
    let band = |on: NaiveDate| {
        let days = law.days.0.boundary(whole_years(one.started, on)).unwrap_or_default();
        if days == 0 { 0 } else { days.max(facts.own.unwrap_or_default()) + facts.extra }
    };
    let mut exact = Exact {
        started: one.started,
        hired: one.hired,
        ready,
        part: None,
        years: whole_years(one.started, to),
        bands: (0, 0),
        crossed: None,
        num: 0,
        den: u64::from(law.leaver.0.max(1)),
        part_days: 0,
        days: 0,
        barred: None,
    };
    if from > to {
        return Some(exact);
    }
    let (low, high) = (band(from), band(to));
    exact.part = Some((from, to));
    exact.bands = (low, high);
    exact.den = u64::from(if from > first { law.joiner.0 } else { law.leaver.0 }.max(1));
    let days = |a: NaiveDate, b: NaiveDate| u64::try_from((b - a).num_days() + 1).unwrap_or_default();
    if low != high {
        exact.crossed = from.iter_days().take_while(|day| *day <= to).find(|day| band(*day) == high);
    }
    let whole = from == first && to == last;
    exact.num = match (exact.crossed, one.crossing) {
        (Some(day), LeaveCrossing::Ratio) => {
            days(from, day.pred_opt()?) * u64::from(low) + days(day, to) * u64::from(high)
        }
        // A whole year is what the article says, whichever way a leap year divides.
        _ if whole => u64::from(high) * exact.den,
        _ => days(from, to) * u64::from(high),
    };
    exact.part_days = u32::try_from(exact.num / exact.den).unwrap_or(high).min(high);
    exact.days = exact.part_days;
    barred(law, facts, &mut exact);
    Some(exact)
}

/// What 条例第四条 takes of them.
fn barred(law: &LeaveLaw, facts: &Facts<'_>, exact: &mut Exact) {
    let years = exact.years;
    let over = |bar: &Bar, years: u32| match bar.kind {
        LeaveBarKind::School | LeaveBarKind::Idle => bar.amount > exact.bands.1,
        LeaveBarKind::Personal => !law.personal.0.allows(bar.amount, 0),
        LeaveBarKind::Sick => !law.sick.0.allows(bar.amount, years.max(1)),
    };
    // What one of them forbids after leave was taken counts next year (办法第八条 names leave for private reasons and sickness).
    let later = |bar: &Bar| matches!(bar.kind, LeaveBarKind::Personal | LeaveBarKind::Sick);
    let last = facts.last_bars.iter().find(|bar| later(bar) && over(bar, years.saturating_sub(1)));
    if let Some(bar) = last.filter(|_| facts.taken_last) {
        exact.days = 0;
        exact.barred = Some((*bar, Barred::FromLast));
        return;
    }
    if let Some(bar) = facts.bars.iter().find(|bar| over(bar, years)) {
        let taken = later(bar) && facts.taken > 0;
        exact.barred = Some((*bar, if taken { Barred::Next } else { Barred::Whole }));
        if !taken {
            exact.days = 0;
        }
        return;
    }
    let made_up = |bar: &&Bar| matches!(bar.kind, LeaveBarKind::School | LeaveBarKind::Idle);
    if let Some(bar) = facts.bars.iter().find(made_up) {
        exact.days = exact.days.saturating_sub(bar.amount);
        exact.barred = Some((*bar, Barred::Rest(exact.days)));
    }
}

impl Exact {
    /// Half days that are neither taken nor settled. Of who leaves, the part of a day that is left over falls away (办法第十二条).
    pub fn left(&self, year: i32, settled: u32) -> i32 {
        let plain = i64::from(self.days) * 2 - i64::from(settled);
        let end = NaiveDate::from_ymd_opt(year, 12, 31);
        let leaves = self.part.is_some_and(|(_, to)| Some(to) != end) && self.barred.is_none();
        let left = if leaves && plain > 0 {
            let den = i64::try_from(self.den).unwrap_or(1);
            let num = i64::try_from(self.num).unwrap_or_default() * 2 - i64::from(settled) * den;
            // Never more than the whole days of the article allow.
            (num / (2 * den)).max(0) * 2
        } else {
            plain
        };
        i32::try_from(left).unwrap_or_default()
    }
}
