//! What hazards come to over a period: counts, and rates of them, which stand as — with the reason where nothing is there to count
//! from. Pure; whole numbers alone.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::Course;
use crate::safety::model::{HazardCategory, HazardEventKind as Kind, SafetyCount, SafetyFigure};

/// A year or a quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// The year.
    pub year: i32,
    /// The quarter from 1; none for the whole year.
    pub quarter: Option<u32>,
}

impl Period {
    /// From `2026` or `2026-Q3`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, quarter) = match text.split_once("-Q") {
            Some((year, quarter)) => {
                (year, Some(quarter.parse().ok().filter(|quarter| (1..=4).contains(quarter))?))
            }
            None => (text, None),
        };
        let year = year.parse().ok().filter(|year| (1949..=9999).contains(year))?;
        Some(Period { year, quarter })
    }

    /// The quarter that a day is in.
    pub fn of(day: NaiveDate) -> Self {
        Period { year: day.year(), quarter: Some(day.month0() / 3 + 1) }
    }

    /// The one before.
    #[must_use]
    pub fn before(self) -> Self {
        match self.quarter {
            None => Period { year: self.year - 1, quarter: None },
            Some(1) => Period { year: self.year - 1, quarter: Some(4) },
            Some(quarter) => Period { year: self.year, quarter: Some(quarter - 1) },
        }
    }

    /// The subject of the law by which its statistics are sent to the authority, and the event the clock starts from.
    pub fn filing(self) -> (&'static str, &'static str) {
        match self.quarter {
            None => ("safety.hazards.statistics.year", "year_end"),
            Some(_) => ("safety.hazards.statistics.quarter", "quarter_end"),
        }
    }

    /// As it is asked for.
    pub fn code(self) -> String {
        self.quarter.map_or_else(|| self.year.to_string(), |quarter| format!("{}-Q{quarter}", self.year))
    }

    /// 2026年第三季度.
    pub fn words(self) -> String {
        let names = ["一", "二", "三", "四"];
        let name = self.quarter.and_then(|quarter| names.get(usize::try_from(quarter).ok()?.checked_sub(1)?));
        name.map_or_else(|| format!("{}年", self.year), |name| format!("{}年第{name}季度", self.year))
    }

    /// Its first and its last day.
    pub fn span(self) -> (NaiveDate, NaiveDate) {
        let month = self.quarter.map_or(1, |quarter| quarter * 3 - 2);
        let (next, after) = match self.quarter {
            Some(quarter) if quarter < 4 => (self.year, quarter * 3 + 1),
            _ => (self.year + 1, 1),
        };
        let first = NaiveDate::from_ymd_opt(self.year, month, 1).unwrap_or_default();
        let end = NaiveDate::from_ymd_opt(next, after, 1).and_then(|day| day.pred_opt()).unwrap_or_default();
        (first, end)
    }

    /// Whether a day is in it.
    pub fn holds(self, day: NaiveDate) -> bool {
        let (from, to) = self.span();
        (from..=to).contains(&day)
    }
}

/// A hazard as it is counted.
#[derive(Debug, Clone)]
pub struct Row {
    /// What it is of.
    pub kind: HazardCategory,
    /// 责任部门.
    pub unit: Option<String>,
    /// Its course up to the day of counting.
    pub course: Course,
}

/// So many of so many in per cent with one decimal: 92.3%, or — where there is none to count from.
pub fn rate(part: u32, whole: u32) -> String {
    if whole == 0 {
        return "—".to_owned();
    }
    let tenths = (u64::from(part) * 1000 + u64::from(whole) / 2) / u64::from(whole);
    match tenths % 10 {
        0 => format!("{}%", tenths / 10),
        rest => format!("{}.{rest}%", tenths / 10),
    }
}

fn figure(name: &str, value: String, note: Option<&str>) -> SafetyFigure {
    SafetyFigure { name: name.to_owned(), value, note: note.map(str::to_owned) }
}

fn count(rows: &[Row], is: impl Fn(&Row) -> bool) -> u32 {
    u32::try_from(rows.iter().filter(|row| is(row)).count()).unwrap_or(u32::MAX)
}

/// Whether it was rectified by its day, as far as that day has come or it was rectified before.
fn in_time(row: &Row, as_of: NaiveDate) -> Option<bool> {
    let due = row.course.deadline()?;
    match row.course.last(Kind::Rectified).filter(|_| row.course.rectified().is_some()) {
        Some(done) => Some(done.on <= due),
        None => (due < as_of).then_some(false),
    }
}

/// The figures of the hazards that were found in a period, as they stood on a day, and of the visits in it.
pub fn figures(rows: &[Row], visits: u32, as_of: NaiveDate) -> Vec<SafetyFigure> {
    let pieces = |n: u32| format!("{n}件");
    let all = count(rows, |_| true);
    let major = count(rows, |row| row.course.major());
    let closed = count(rows, |row| row.course.closed().is_some());
    let due = count(rows, |row| in_time(row, as_of).is_some());
    let kept = count(rows, |row| in_time(row, as_of) == Some(true));
    let proposed = count(rows, |row| row.course.proposal.received_on.is_some());
    let answered = count(rows, |row| {
        row.course.proposal.received_on.is_some() && row.course.last(Kind::Replied).is_some()
    });
    let why = |whole: u32, why: &'static str, how: &'static str| Some(if whole == 0 { why } else { how });
    vec![
        figure("工会检查", format!("{visits}次"), None),
        figure("发现隐患", pieces(all), None),
        figure("其中重大隐患", pieces(major), None),
        figure("已销号", pieces(closed), None),
        figure(
            "销号率",
            rate(closed, all),
            why(all, "这一期没有发现隐患，没有可以比的数。", "已销号÷发现。"),
        ),
        figure(
            "按期整改率",
            rate(kept, due),
            why(due, "没有到期的隐患，没有可以比的数。", "按最后定的期限；到期和已经整改的都算在内。"),
        ),
        figure("整改超期、还没有完成", pieces(count(rows, |row| row.course.late(as_of))), None),
        figure("送达整改建议书", pieces(proposed), None),
        figure(
            "建议书答复率",
            rate(answered, proposed),
            why(proposed, "没有送达建议书，没有可以比的数。", "已答复÷已送达。"),
        ),
        figure("建议撤离", pieces(count(rows, |row| row.course.evacuation.received_on.is_some())), None),
        figure(
            "没有销号的重大隐患",
            pieces(count(rows, |row| row.course.major() && row.course.closed().is_none())),
            None,
        ),
    ]
}

fn counted(rows: &[Row], name: impl Fn(&Row) -> String) -> Vec<SafetyCount> {
    let mut all: BTreeMap<String, SafetyCount> = BTreeMap::new();
    for row in rows {
        let name = name(row);
        let one = all.entry(name.clone()).or_insert(SafetyCount { name, all: 0, major: 0, closed: 0 });
        one.all += 1;
        one.major += u32::from(row.course.major());
        one.closed += u32::from(row.course.closed().is_some());
    }
    let mut all: Vec<SafetyCount> = all.into_values().collect();
    all.sort_by(|a, b| b.all.cmp(&a.all).then_with(|| a.name.cmp(&b.name)));
    all
}

/// How many of each kind, the most frequent first.
pub fn by_kind(rows: &[Row]) -> Vec<SafetyCount> {
    counted(rows, |row| row.kind.label().to_owned())
}

/// How many of each department, the most frequent first.
pub fn by_unit(rows: &[Row]) -> Vec<SafetyCount> {
    counted(rows, |row| row.unit.clone().unwrap_or_else(|| "没有登记部门".to_owned()))
}
