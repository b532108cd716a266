//! The State Council's yearly notice as a chair reads it (春节：2月5日至11日放假，2月14日上班), turned into a year of the
//! calendar. Which days are statutory and how many, the regulation says; a notice that contradicts it, or itself, is
//! refused with the field at fault. Counting with the year is `clock`'s.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::{Calendar, CalendarYear, NamedDay, is_weekend};

/// One holiday of a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NoticeHoliday {
    /// 元旦, 春节, …, each once.
    pub name: String,
    /// First day off.
    #[ts(type = "string")]
    pub from: NaiveDate,
    /// Last day off.
    #[ts(type = "string")]
    pub to: NaiveDate,
    /// The first statutory day: 除夕 of 春节, the festival's own day of the others.
    #[ts(type = "string")]
    pub first: NaiveDate,
    /// Weekend days that are worked in exchange, as the notice names them with the holiday.
    #[serde(default)]
    #[ts(type = "string[]")]
    pub work: Vec<NaiveDate>,
}

/// A year's notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// The year.
    pub year: i32,
    /// The notice's name and number, as the explanation names it.
    pub basis: String,
    /// The holidays, each once.
    pub holidays: Vec<NoticeHoliday>,
}

/// A holiday as a form asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HolidayAsked {
    /// 元旦, 春节, ….
    pub name: String,
    /// How many statutory days in a row.
    pub days: u32,
    /// What the first of them is, where its date moves: 农历除夕.
    pub first_is: Option<String>,
    /// The first statutory day, where its date is fixed.
    #[ts(type = "string | null")]
    pub first: Option<NaiveDate>,
    /// Where its date moves: the first day it may be, and the last.
    #[serde(skip)]
    #[ts(skip)]
    pub between: Option<(NaiveDate, NaiveDate)>,
}

/// What is wrong with a notice: the field (`holidays.2.from`, `holidays.1.work.0`) and a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeFault {
    /// The field.
    pub field: String,
    /// In Chinese.
    pub message: String,
}

fn fault(field: impl Into<String>, message: impl Into<String>) -> NoticeFault {
    NoticeFault { field: field.into(), message: message.into() }
}

impl Calendar {
    /// The holidays a notice of this year must name, in the order of the year; none where the regulation of the
    /// year's holidays is not loaded.
    pub fn holidays_asked(&self, year: i32) -> Vec<HolidayAsked> {
        let Some(fixed) = self.fixed(year) else { return Vec::new() };
        let mut asked: Vec<HolidayAsked> = Vec::new();
        for day in &fixed.days {
            match asked.iter_mut().find(|one| one.name == day.name) {
                Some(one) => one.days += 1,
                None => asked.push(HolidayAsked {
                    name: day.name.clone(),
                    days: 1,
                    first_is: None,
                    first: NaiveDate::from_ymd_opt(year, day.month, day.day),
                    between: None,
                }),
            }
        }
        asked.extend(fixed.moving.iter().map(|one| HolidayAsked {
            name: one.name.clone(),
            days: one.days,
            first_is: Some(one.first.clone()),
            first: None,
            between:
                NaiveDate::from_ymd_opt(year, one.earliest.0, one.earliest.1).zip(NaiveDate::from_ymd_opt(
                    year,
                    one.latest.0,
                    one.latest.1,
                )),
        }));
        asked.sort_by_key(|one| one.first.or(one.between.map(|(earliest, _)| earliest)));
        asked
    }

    /// The year that a notice arranges. Errors: the first field at fault.
    pub fn year_of(&self, notice: &Notice) -> Result<CalendarYear, NoticeFault> {
        let asked = self.holidays_asked(notice.year);
        if asked.is_empty() {
            let from = self.years().last().map_or(notice.year, |last| last + 1);
            return Err(fault("year", format!("只能录入{from}年起的放假安排，以前的年份程序里已经有了。")));
        }
        if notice.basis.trim().is_empty() {
            return Err(fault("basis", "请填写放假通知的名称，期限的说明里要写出依据。"));
        }
        let mut year = CalendarYear {
            year: notice.year,
            basis: notice.basis.trim().to_owned(),
            statutory: Vec::new(),
            rest: Vec::new(),
            work: Vec::new(),
        };
        for one in &asked {
            let mut same = notice.holidays.iter().enumerate().filter(|(_, holiday)| holiday.name == one.name);
            let Some((at, holiday)) = same.next() else {
                return Err(fault("holidays", format!("还没有填{}的放假安排。", one.name)));
            };
            if let Some((again, _)) = same.next() {
                return Err(fault(format!("holidays.{again}.name"), format!("{}填了两次。", one.name)));
            }
            year.statutory.extend(statutory(notice.year, one, at, holiday)?);
        }
        if let Some((at, other)) = notice
            .holidays
            .iter()
            .enumerate()
            .find(|(_, holiday)| !asked.iter().any(|one| one.name == holiday.name))
        {
            let message = format!("“{}”不是法定节假日，请核对名称。", other.name);
            return Err(fault(format!("holidays.{at}.name"), message));
        }
        year.statutory = joined(year.statutory);
        for holiday in &notice.holidays {
            for date in holiday.from.iter_days().take_while(|date| *date <= holiday.to) {
                let taken = year.statutory.iter().chain(&year.rest).any(|known| known.date == date);
                if !taken {
                    year.rest.push(NamedDay { date, name: holiday.name.clone() });
                }
            }
        }
        year.work = work(notice, &year)?;
        year.rest.sort_by_key(|one| one.date);
        year.work.sort_by_key(|one| one.date);
        Ok(year)
    }
}

/// The statutory days of a holiday, all within its days off.
fn statutory(
    year: i32,
    asked: &HolidayAsked,
    at: usize,
    holiday: &NoticeHoliday,
) -> Result<Vec<NamedDay>, NoticeFault> {
    let field = |name: &str| format!("holidays.{at}.{name}");
    let name = &holiday.name;
    for (date, key) in [(holiday.from, "from"), (holiday.to, "to"), (holiday.first, "first")] {
        if date.year() != year {
            return Err(fault(
                field(key),
                format!("{}不在{year}年内；跨年的放假，只填落在本年的那几天。", day(date)),
            ));
        }
    }
    if holiday.to < holiday.from {
        return Err(fault(field("to"), format!("{name}的最后一天早于第一天，请核对。")));
    }
    if let Some(first) = asked.first.filter(|first| *first != holiday.first) {
        return Err(fault(
            field("first"),
            format!("{name}的法定休假日从{}起，不是{}。", day(first), day(holiday.first)),
        ));
    }
    if let Some((earliest, latest)) =
        asked.between.filter(|(earliest, latest)| holiday.first < *earliest || holiday.first > *latest)
    {
        let is = asked.first_is.as_deref().unwrap_or(name);
        let message =
            format!("{is}总在{}到{}之间，不会是{}，请核对。", day(earliest), day(latest), day(holiday.first));
        return Err(fault(field("first"), message));
    }
    let days: Vec<NaiveDate> = holiday.first.iter_days().take(asked.days as usize).collect();
    if let Some(outside) = days.iter().find(|date| **date < holiday.from || **date > holiday.to) {
        let message = format!(
            "{name}有{}天法定休假日，{}也在其内，可是不在填写的放假日期里，请核对。",
            asked.days,
            day(*outside)
        );
        return Err(fault(field(if *outside < holiday.from { "from" } else { "to" }), message));
    }
    Ok(days.into_iter().map(|date| NamedDay { date, name: name.clone() }).collect())
}

/// Days in order; a date that two holidays share keeps both names.
fn joined(mut days: Vec<NamedDay>) -> Vec<NamedDay> {
    days.sort_by_key(|one| one.date);
    let mut joined: Vec<NamedDay> = Vec::new();
    for one in days {
        match joined.last_mut().filter(|last| last.date == one.date) {
            Some(last) => last.name = format!("{}、{}", last.name, one.name),
            None => joined.push(one),
        }
    }
    joined
}

/// The days worked in exchange.
fn work(notice: &Notice, year: &CalendarYear) -> Result<Vec<NamedDay>, NoticeFault> {
    let mut work: Vec<NamedDay> = Vec::new();
    for (at, holiday) in notice.holidays.iter().enumerate() {
        for (place, &date) in holiday.work.iter().enumerate() {
            let wrong = if date.year() != notice.year {
                Some(format!("{}不在{}年内。", day(date), notice.year))
            } else if !is_weekend(date) {
                Some(format!("{}不是周末，本来就要上班，不用填。", day(date)))
            } else if year.statutory.iter().chain(&year.rest).any(|off| off.date == date) {
                Some(format!("{}已经填作放假，不能又是上班。", day(date)))
            } else if work.iter().any(|known| known.date == date) {
                Some(format!("{}填了两次。", day(date)))
            } else {
                None
            };
            if let Some(message) = wrong {
                return Err(fault(format!("holidays.{at}.work.{place}"), message));
            }
            work.push(NamedDay { date, name: holiday.name.clone() });
        }
    }
    Ok(work)
}

impl CalendarYear {
    /// What a reader should check again, for it rarely is so: a moved rest day is worked in exchange, and a statutory
    /// day on a weekend gives another day off, so that both sides are the same. None when they are.
    pub fn doubt(&self) -> Option<String> {
        let off = self.rest.iter().filter(|one| !is_weekend(one.date)).count();
        let weekend = self.statutory.iter().filter(|one| is_weekend(one.date)).count();
        let given = self.work.len() + weekend;
        (off != given).then(|| {
            format!(
                "调休放假的工作日有{off}天，而换出的周末上班日{}天、遇周末应补休的法定休假日{weekend}天，合计{given}天，两边不等；通常应当相等，请对照通知再核对一遍。",
                self.work.len()
            )
        })
    }

    /// The year as a notice, so that it can be looked at and corrected in the same form. A holiday's days off are
    /// those joined to its statutory days without a gap.
    pub fn as_notice(&self, asked: &[HolidayAsked]) -> Notice {
        let off = |date: NaiveDate| self.statutory.iter().chain(&self.rest).any(|one| one.date == date);
        let holidays = asked.iter().filter_map(|one| {
            let own = |list: &[NamedDay]| {
                let dates =
                    list.iter().filter(|known| known.name.contains(&one.name)).map(|known| known.date);
                dates.collect::<Vec<_>>()
            };
            let first = own(&self.statutory).into_iter().min()?;
            let last = first.checked_add_days(Days::new(u64::from(one.days.saturating_sub(1))))?;
            let rest = own(&self.rest);
            let work = own(&self.work);
            let (mut from, mut to) = (first, last);
            for date in rest {
                if date < from && date.iter_days().take_while(|between| *between < first).all(off) {
                    from = date;
                }
                if date > to && to.iter_days().take_while(|between| *between <= date).all(off) {
                    to = date;
                }
            }
            Some(NoticeHoliday { name: one.name.clone(), from, to, first, work })
        });
        Notice { year: self.year, basis: self.basis.clone(), holidays: holidays.collect() }
    }
}

fn day(date: NaiveDate) -> String {
    crate::explain::chinese(date)
}
