//! Who is flagged on a day: the ages of the law packs turned into days of birth, so that a list of any length is filtered
//! by comparing texts. A birth known to the month or the year counts as its first day for the upper ages and as its last
//! for the lower ones: in doubt one is flagged. To one who does not see births in full everybody is of their year alone.

use chrono::{Datelike, Months, NaiveDate};
use law::{LawBook, Place, Quantity, RuleRef};

use super::model::{MemberFlag, PersonTagKind};
use crate::Problem;
use crate::members::model::Sex;
use crate::union::model::Shown;

/// Nobody younger may be employed (劳动法第十五条).
const WORK: &str = "members.age.work";
/// Younger workers are 未成年工 (劳动法第五十八条).
const MINOR: &str = "members.age.minor";
/// The ages of retirement: of men, of women whose age was 55, of women whose age was 50.
const RETIRE: [&str; 3] = ["members.retire.men", "members.retire.women_staff", "members.retire.women_worker"];
/// So many months before the age of retirement one is flagged.
const AHEAD: u32 = 12;

/// Whose age of retirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Retiring {
    Men,
    WomenStaff,
    WomenWorker,
}

impl Retiring {
    /// All, in the order of the rules.
    pub(crate) const ALL: [Self; 3] = [Self::Men, Self::WomenStaff, Self::WomenWorker];

    /// Of someone; of one whose sex is not entered there is none.
    pub(crate) fn of(sex: Sex, staff_post: bool) -> Option<Self> {
        match (sex, staff_post) {
            (Sex::Male, _) => Some(Self::Men),
            (Sex::Female, true) => Some(Self::WomenStaff),
            (Sex::Female, false) => Some(Self::WomenWorker),
            (Sex::Unspecified, _) => None,
        }
    }
}

/// An age of retirement: months by the month of birth, and the article.
#[derive(Debug, Clone)]
struct Retirement {
    months: Quantity,
    rule: RuleRef,
    /// Born on this day or before: has reached it.
    over: NaiveDate,
    /// Born on this day or before: will have reached it within a year.
    near: NaiveDate,
}

impl Retirement {
    fn of(book: &LawBook, subject: &str, place: &Place, today: NaiveDate) -> Result<Self, Problem> {
        let (months, rule) = book.quantity(subject, place, today)?;
        let last = |until: NaiveDate| last_born(&months, until);
        let (over, near) = (last(today), last(today.checked_add_months(Months::new(AHEAD)).unwrap_or(today)));
        Ok(Retirement { over, near, months, rule })
    }
}

/// The day on which someone born then reaches the age.
fn reached(months: &Quantity, birth: NaiveDate) -> Option<NaiveDate> {
    let key = u32::try_from(birth.year()).ok()? * 100 + birth.month();
    birth.checked_add_months(Months::new(months.boundary(key)?))
}

/// The last day of birth of those who reach the age on this day or before. The later one is born the later one reaches it,
/// so that half of what is left is ruled out at each look.
fn last_born(months: &Quantity, until: NaiveDate) -> NaiveDate {
    let (mut early, mut late) = (NaiveDate::MIN.max(until - chrono::Duration::days(50_000)), until);
    while (late - early).num_days() > 1 {
        let middle = early + (late - early) / 2;
        if reached(months, middle).is_some_and(|day| day <= until) { early = middle } else { late = middle }
    }
    early
}

/// An age below which one is protected.
#[derive(Debug, Clone)]
struct Lower {
    /// Born after this day: has not reached it.
    day: NaiveDate,
    years: u32,
    rule: RuleRef,
}

impl Lower {
    fn said(&self, before: &str, after: &str) -> String {
        said(&format!("{before}{}周岁{after}", self.years), &self.rule)
    }
}

/// The days by which people are flagged on a day, under the rules of a place.
#[derive(Debug, Clone)]
pub struct FlagDays {
    /// The day.
    pub today: NaiveDate,
    /// Whether of a birth the year alone counts.
    by_year: bool,
    work: Lower,
    minor: Lower,
    retire: [Retirement; 3],
}

impl FlagDays {
    /// From the packs. Errors: where a pack lacks a rule of that day.
    pub fn of(book: &LawBook, place: &Place, today: NaiveDate) -> Result<Self, Problem> {
        let age = |subject: &str| -> Result<Lower, Problem> {
            let (years, rule) = book.quantity(subject, place, today)?;
            let years = years.whole().and_then(|years| u32::try_from(years).ok()).unwrap_or_default();
            Ok(Lower { day: today.checked_sub_months(Months::new(years * 12)).unwrap_or(today), years, rule })
        };
        let [men, staff, worker] = RETIRE.map(|subject| Retirement::of(book, subject, place, today));
        let (work, minor) = (age(WORK)?, age(MINOR)?);
        Ok(FlagDays { today, by_year: false, work, minor, retire: [men?, staff?, worker?] })
    }

    /// The same for one who sees births as far as `identity` shows them. Where that is not in full, the year alone counts: else the
    /// day on which somebody comes of an age would tell the day of birth, and the number that holds it, to whoever looks every day
    /// or sets the clock. In doubt one is young, and near to retirement.
    pub(crate) fn seen(mut self, identity: Shown) -> Self {
        if identity == Shown::Full {
            return self;
        }
        self.by_year = true;
        for lower in [&mut self.work, &mut self.minor] {
            lower.day = end_of(lower.day.year() - 1, lower.day);
        }
        for one in &mut self.retire {
            one.over = end_of(one.over.year() - 1, one.over);
            one.near = end_of(one.near.year(), one.near);
        }
        self
    }

    /// The day that ages are reckoned to: by the year alone its last, so that all who were born in one year are of one age.
    pub(crate) fn aged_on(&self) -> NaiveDate {
        if self.by_year { end_of(self.today.year(), self.today) } else { self.today }
    }

    /// Born after this day: not yet of the age at which one may be employed.
    pub(crate) fn under_age_after(&self) -> NaiveDate {
        self.work.day
    }

    /// Born after this day: under age for the law of labour, whether or not one may be employed.
    pub(crate) fn minor_after(&self) -> NaiveDate {
        self.minor.day
    }

    /// Born on this day or before: over the age of retirement; and within a year of it.
    pub(crate) fn retired(&self, whose: Retiring) -> (NaiveDate, NaiveDate) {
        let one = &self.retire[whose as usize];
        (one.over, one.near)
    }

    /// The day of retirement of someone born then, by the rules of the day.
    pub(crate) fn retires_on(&self, birth: &str, whose: Retiring) -> Option<NaiveDate> {
        reached(&self.retire[whose as usize].months, first_day(birth)?)
    }

    /// Full years today, or those of the year; known to the month or the year the birth counts as its first day.
    pub(crate) fn age(&self, birth: &str) -> Option<u32> {
        self.aged_on().years_since(first_day(birth)?)
    }

    /// All that someone is flagged as.
    pub(crate) fn flags(
        &self,
        sex: Sex,
        migrant: Option<bool>,
        tags: &[PersonTagKind],
        birth: Option<&str>,
    ) -> Vec<MemberFlag> {
        let mut flags = Vec::new();
        flags.extend((sex == Sex::Female).then_some(MemberFlag::Women));
        flags.extend((migrant == Some(true)).then_some(MemberFlag::Migrant));
        flags.extend(tags.iter().filter_map(|tag| tag.flag()));
        let whose = Retiring::of(sex, tags.contains(&PersonTagKind::StaffPost));
        flags.extend(birth.and_then(|birth| self.by_age(birth, whose, Shown::Never)).map(|(flag, _)| flag));
        flags
    }

    /// Which of the flags that go by age someone has, and why. `birth` as it is stored, to the day or less; the day of retirement,
    /// from which the day of birth is reckoned back, only where identity is shown in full.
    pub(crate) fn by_age(
        &self,
        birth: &str,
        whose: Option<Retiring>,
        identity: Shown,
    ) -> Option<(MemberFlag, String)> {
        let young = if self.by_year { "按出生年份算，可能不满" } else { "不满" };
        if may_be_after(birth, self.work.day) {
            return Some((MemberFlag::UnderAge, self.work.said(young, "，不得招用")));
        }
        if may_be_after(birth, self.minor.day) {
            return Some((MemberFlag::Minor, self.minor.said(young, "，受特殊劳动保护")));
        }
        let whose = whose?;
        let one = &self.retire[whose as usize];
        let (flag, verb, roughly) = if birth <= one.over.to_string().as_str() {
            (MemberFlag::OverAge, "已到", "已到".to_owned())
        } else if birth <= one.near.to_string().as_str() {
            (MemberFlag::NearRetirement, "到", format!("{AHEAD}个月内到"))
        } else {
            return None;
        };
        let day = reached(&one.months, first_day(birth)?)?;
        let when = match identity {
            _ if self.by_year && flag == MemberFlag::NearRetirement => {
                "按出生年份算，就在这一年前后到".to_owned()
            }
            Shown::Full => format!("{}年{}月{}日{verb}", day.year(), day.month(), day.day()),
            Shown::Masked | Shown::Never => roughly,
        };
        let mut text = format!("{when}法定退休年龄");
        if birth.len() < FULL {
            text.push_str("，出生日期只知道到年或月，按最早的一天算");
        }
        if whose == Retiring::WomenWorker {
            text.push_str("，按退休较早的女工人算，在管理或技术岗位的请登记岗位");
        }
        Some((flag, said(&text, &one.rule)))
    }
}

/// The last day of a year; `or` where the calendar has none.
fn end_of(year: i32, or: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(or)
}

/// The length of a birth known to the day.
const FULL: usize = "1990-03-07".len();

/// Whether someone may have been born after a day, as far as their birth is known.
fn may_be_after(birth: &str, day: NaiveDate) -> bool {
    let day = day.to_string();
    birth > day.as_str() || birth.len() < FULL && format!("{birth}~") > day
}

fn said(text: &str, rule: &RuleRef) -> String {
    format!("{text}（《{}》{}）", rule.instrument, rule.article)
}

/// The first day that a birth can be.
pub(crate) fn first_day(birth: &str) -> Option<NaiveDate> {
    let full = match birth.len() {
        4 => format!("{birth}-01-01"),
        7 => format!("{birth}-01"),
        _ => birth.to_owned(),
    };
    full.parse().ok()
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
