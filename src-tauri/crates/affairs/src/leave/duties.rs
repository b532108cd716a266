//! What annual leave makes due: the schedule at the beginning of a year, whoever has none arranged by autumn, consent to what is
//! carried over, pay of what was not taken, dates that are missing. One line for all whom it concerns; the list shows who they are.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use law::{LawBook, RuleRef};
use rusqlite::Connection;

use super::model::LeaveFilter;
use super::rules::article;
use super::select::count;
use super::store::{periods, schedules};
use super::view::{self, LeaveRow};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose};

/// The page of this module.
const PAGE: &str = "leave";
/// The last month in which a year begins: until then a schedule is asked for where nobody keeps leave yet. No article says a day.
const BEGINNING: u32 = 3;
/// The month from which it is told who has nothing arranged, while there is still time. Advice, of no article.
const AUTUMN: u32 = 9;
/// The month in which pay of the year is told: it is to be paid within it (办法第十条).
const END: u32 = 12;

/// Everyone of a year, as the caller keeps them at hand.
pub type RowsOf<'a> = &'a dyn Fn(i32) -> Result<Arc<Vec<LeaveRow>>, Problem>;

/// Everything due.
pub fn duties(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
    rows: RowsOf<'_>,
) -> Result<Vec<Duty>, Problem> {
    let kept = periods::years(connection)?;
    let mut duties = Vec::new();
    let (year, month) = (today.year(), today.month());
    if kept.contains(&(year - 1)) {
        duties.extend(of_year(connection, book, year - 1, today, &rows(year - 1)?)?);
    }
    if kept.contains(&year) || month <= BEGINNING {
        duties.extend(of_year(connection, book, year, today, &rows(year)?)?);
    }
    Ok(duties)
}

fn list(year: i32, filter: LeaveFilter) -> Place {
    Place { page: PAGE.to_owned(), id: Some(year.to_string()), part: Some(format!("list:{}", filter.code())) }
}

struct Ask<'a> {
    kind: DutyKind,
    whose: Whose,
    title: String,
    origin: String,
    rule: Option<RuleRef>,
    button: &'a str,
    place: Place,
}

impl Ask<'_> {
    fn undated(self, band: Band, year: i32) -> Duty {
        let duty = Duty::undated(band, self.kind.id(year), self.whose, self.title, self.place);
        Duty { origin: self.origin, rule: self.rule, button: self.button.to_owned(), ..duty }
    }

    fn by(self, today: NaiveDate, due: NaiveDate, year: i32) -> Duty {
        let duty = Duty::due(today, due, self.kind.id(year), self.whose, self.title, self.place);
        Duty { origin: self.origin, rule: self.rule, button: self.button.to_owned(), ..duty }
    }
}

/// What one year asks for.
pub(super) fn of_year(
    connection: &Connection,
    book: &LawBook,
    year: i32,
    today: NaiveDate,
    rows: &[LeaveRow],
) -> Result<Vec<Duty>, Problem> {
    let mut duties = Vec::new();
    if !rows.iter().any(|row| row.entitled || !row.line.lacks.is_empty()) {
        return Ok(duties);
    }
    let law = view::law_of(connection, book, year, today)?;
    let end = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(today);
    let present = year == today.year();
    let by = |rule: Option<&RuleRef>| rule.map(article).unwrap_or_default();
    let kept = periods::years(connection)?.contains(&year);
    let schedule = schedules::of_year(connection, year)?;
    let entitled = rows.iter().filter(|row| row.entitled).count();
    if present && entitled > 0 && schedule.as_ref().is_none_or(|(_, one)| one.made_on.is_none()) {
        let rule = law.plain("leave.arranging").cloned();
        let ask = Ask {
            kind: DutyKind::LeaveSchedule,
            whose: Whose::Employer,
            title: format!("排出{year}年度年休假计划"),
            origin: format!(
                "依{}，单位要考虑职工本人意愿，统筹安排年休假；{entitled}人有应休天数。条文没有定日期，宜在年初排定。",
                by(rule.as_ref())
            ),
            rule,
            button: "看年度计划",
            place: Place {
                page: PAGE.to_owned(),
                id: Some(year.to_string()),
                part: Some("schedule".to_owned()),
            },
        };
        duties.push(ask.undated(Band::Month, year));
    }
    // Who never kept leave here is not told who has none: nothing is entered of anybody.
    if !kept {
        return Ok(duties);
    }
    let unarranged = count(rows, LeaveFilter::Unarranged);
    if present && today.month() >= AUTUMN && unarranged > 0 {
        let rule = law.plain("leave.arranging").cloned();
        let ask = Ask {
            kind: DutyKind::LeaveUnarranged,
            whose: Whose::Employer,
            title: format!("给{unarranged}名职工安排{year}年的年休假"),
            origin: format!(
                "这些人有应休天数，还没有休过、也没有计划。依{}由单位统筹安排；这是提醒，条文没有规定几月以前。",
                by(rule.as_ref())
            ),
            rule,
            button: "看名单",
            place: list(year, LeaveFilter::Unarranged),
        };
        duties.push(ask.undated(Band::Month, year));
    }
    let silent = rows.iter().filter(|row| row.without_consent).count();
    if silent > 0 {
        let rule = law.plain("leave.consent").cloned();
        let ask = Ask {
            kind: DutyKind::LeaveConsent,
            whose: Whose::Employer,
            title: format!("征得{silent}名职工同意，{year}年的年休假才能跨年度安排"),
            origin: format!("依{}，跨年度安排要征得职工本人同意；还没有登记同意的日期。", by(rule.as_ref())),
            rule,
            button: "看名单",
            place: match rows.iter().find(|row| row.without_consent).filter(|_| silent == 1) {
                Some(one) => of_person(year, one),
                None => list(year, LeaveFilter::Carried),
            },
        };
        duties.push(ask.by(today, end, year));
    }
    let unused = count(rows, LeaveFilter::Unused);
    if unused > 0 && (!present || today.month() >= END) {
        let halves: u32 =
            rows.iter().filter_map(|row| row.line.left).filter(|left| *left > 0).map(i32::unsigned_abs).sum();
        let ((times, of), rule) = &law.unused;
        let percent = u64::from(*times) * 100 / u64::from((*of).max(1));
        let ask = Ask {
            kind: DutyKind::LeaveUnpaid,
            whose: Whose::Employer,
            title: format!("支付{unused}名职工{year}年的未休年休假工资报酬"),
            origin: format!(
                "还有{}没有休，也没有登记跨年度、书面放弃或者支付。依{}，在本年度内按日工资的{percent}%支付，其中已含正常工作的工资。",
                super::rules::halves(halves),
                article(rule)
            ),
            rule: Some(rule.clone()),
            button: "看名单",
            place: list(year, LeaveFilter::Unused),
        };
        duties.push(ask.by(today, end, year));
    }
    if unused > 0 && !present {
        let rule = law.plain("leave.unpaid.compensation").cloned();
        let ask = Ask {
            kind: DutyKind::LeaveRemind,
            whose: Whose::Union,
            title: format!("{year}年的未休年休假报酬逾期未付，发劳动法律监督提示函"),
            origin: format!(
                "依{}，不安排又不支付的，由劳动行政部门责令限期改正，逾期加付赔偿金；工会先提示单位。已经付了的，请在台账里登记支付日期。",
                by(rule.as_ref())
            ),
            rule,
            button: "登记监督线索",
            place: Place { page: "letters".to_owned(), id: Some("new".to_owned()), part: None },
        };
        duties.push(ask.undated(Band::Week, year));
    }
    let missing = count(rows, LeaveFilter::Missing);
    if present && missing > 0 {
        let rule = law.plain("leave.days.service").cloned();
        let ask = Ask {
            kind: DutyKind::LeaveMissing,
            whose: Whose::Union,
            title: format!("补齐{missing}名职工算年休假要用的日期"),
            origin: format!(
                "缺参加工作时间、入职日期，或者有要问清的事，天数还定不下来。依{}，累计工作时间要凭证明。",
                by(rule.as_ref())
            ),
            rule,
            button: "看名单",
            place: list(year, LeaveFilter::Missing),
        };
        duties.push(ask.undated(Band::NoDay, year));
    }
    Ok(duties)
}

fn of_person(year: i32, row: &LeaveRow) -> Place {
    Place { page: PAGE.to_owned(), id: Some(year.to_string()), part: Some(format!("person:{}", row.line.id)) }
}
