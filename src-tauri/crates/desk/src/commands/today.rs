//! 今日: the duties of all modules, joined and sorted, as a list and as a paper to pin up.

use std::collections::BTreeSet;

use affairs::duty::{Band, Duty, DutyKind, Place, Whose};
use affairs::office::{Filled, templates};
use affairs::{trash, union};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use law::Confidence;
use ledger::{ClockDoubt, Severity};
use serde::Serialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Nothing;
use crate::commands::day_counts::{Counted, counted};
use crate::commands::{copies, dossier, lost_files};
use crate::desk::{Desk, Outcome};
use crate::leave_rows;
use crate::open::Reading;
use crate::rights::{Module, Right};
use crate::templates::trouble;

/// What is due, seen from one day.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Today {
    /// The day.
    pub day: NaiveDate,
    /// What to say when a step of the ledger bears a time to come, with both times.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub clock_warning: Option<String>,
    /// Everything due: by band, within it by day, and what no day is set for last.
    pub duties: Vec<Duty>,
}

/// Everything due, and a warning when the clock cannot be right.
pub fn list(desk: &Desk, _: Nothing) -> Result<Outcome<Today>, Problem> {
    let mut today = desk.view(|reading| everything(reading, desk))?;
    today.clock_warning = desk.opened()?.ledger.clock_doubt()?.map(|doubt| doubted(doubt, desk.now()));
    Ok(Outcome::of(today))
}

/// Everything due to whoever sits at the desk, what the ledger itself asks for among it: what 今日 shows and what its
/// paper lists.
fn everything(reading: &Reading<'_>, desk: &Desk) -> Result<Today, Problem> {
    let mut today = due(reading)?;
    today.duties.extend(care(reading, desk)?);
    sort(&mut today.duties);
    Ok(today)
}

/// The one order of the page, of the command and of the paper. What has a day would else be looked for below all that has none.
fn sort(duties: &mut [Duty]) {
    let order = |one: &Duty| (one.band, one.due.is_none(), one.due);
    duties.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.id.cmp(&b.id)));
}

/// A clock that is wrong makes every deadline wrong: told with both times.
fn doubted(doubt: ClockDoubt, now: DateTime<FixedOffset>) -> String {
    let way_out = if doubt.certain {
        "请先校准时钟。"
    } else {
        "请核对日期，不对的先校准时钟；日期对的，记上一些日子就不再提示。"
    };
    format!("{}今日的期限都按电脑的日期计算，{way_out}", doubt.why(now))
}

/// What the ledger itself asks of those who write in it: a copy outside of this computer, the recovery sheet of
/// its key, the erasing of what is over, a look at what the last check found, room for the copy of the day.
fn care(reading: &Reading<'_>, desk: &Desk) -> Result<Vec<Duty>, Problem> {
    let (open, today) = (reading.open, reading.today);
    if open.union.named_day.is_some() || open.may(Right::Writer(Module::Desk)).is_err() {
        return Ok(Vec::new());
    }
    let place = |part: &str| Place { page: "settings".to_owned(), id: None, part: Some(part.to_owned()) };
    let mut duties = Vec::new();
    let due = copies::outside_due(open, today)?;
    if due <= today {
        let origin = match open.ledger.last_outside_copy()? {
            Some(last) if last.old_key => {
                "账本换过密钥，以前备份到电脑之外的那一份，用新的恢复单打不开；请再备份一次，备份好以前不要撕掉旧恢复单。".to_owned()
            }
            Some(last) => {
                let on = last.at.format("%Y年%-m月%-d日");
                if last.at.date_naive() > today {
                    format!("上次备份到电脑之外记的是{on}，比今天还晚：电脑的时钟那时快了，或者现在慢了，已经过了多少天算不准。请核对电脑的日期，再备份一次。")
                } else {
                    format!("上次备份到电脑之外是{on}。")
                }
            }
            None => "这本账还没有在电脑之外留过备份，电脑坏了或丢了就找不回来。".to_owned(),
        };
        let title = "把账本备份到U盘".to_owned();
        let duty =
            Duty::due(today, due, DutyKind::LedgerOutside.only(), Whose::Union, title, place("copies"));
        duties.push(Duty { origin, button: "去备份".to_owned(), ..duty });
    }
    if open.may(Right::Chair).is_ok() && !open.ledger.sheet_is_kept()? {
        let title = "打印恢复单，锁进柜子".to_owned();
        let duty = Duty::undated(
            Band::Week,
            DutyKind::LedgerSheet.only(),
            Whose::Union,
            title,
            Place { page: "settings".to_owned(), id: None, part: None },
        );
        let origin =
            "忘了口令，只有恢复单能打开账本；账本换过密钥的，要打印新的一张，旧的已经打不开了。".to_owned();
        duties.push(Duty { origin, button: "去打印".to_owned(), ..duty });
    }
    if open.may(Right::Chair).is_ok() {
        duties.extend(expired(reading)?);
        duties.extend(without_calendar(reading)?);
    }
    let left_out = open.left_out();
    if let Some(first) = left_out.first() {
        let title = "有法规的补充内容用不上".to_owned();
        let duty =
            Duty::undated(Band::Week, DutyKind::LedgerRulebook.only(), Whose::Union, title, place("packs"));
        let origin = format!("{first}期限暂按程序自带的法规计算，请核对后移除或换一份。");
        duties.push(Duty { origin, button: "去看看".to_owned(), ..duty });
    }
    duties.extend(unfit_template(reading, desk)?);
    let found = open.ledger.last_check()?.map(|last| last.findings).unwrap_or_default();
    if let Some(first) = found.iter().find(|one| one.severity == Severity::Error) {
        let title = "检查账本发现了问题".to_owned();
        let duty =
            Duty::undated(Band::Overdue, DutyKind::LedgerCheck.only(), Whose::Union, title, place("check"));
        let message = lost_files::named(reading.connection, first)?;
        let origin = format!("{message}{}", first.way_out);
        duties.push(Duty { origin, button: "去看看".to_owned(), ..duty });
    }
    if let Some(origin) = open.care.trouble() {
        let title = "今天的自动备份没有做成".to_owned();
        let duty =
            Duty::undated(Band::Week, DutyKind::LedgerCopy.only(), Whose::Union, title, place("copies"));
        duties.push(Duty { origin, button: "去备份".to_owned(), ..duty });
    }
    Ok(duties)
}

/// A template of the union's own that this program cannot use: it prints by its own until one of them is mended.
fn unfit_template(reading: &Reading<'_>, desk: &Desk) -> Result<Option<Duty>, Problem> {
    for own in templates::store::all(reading.connection)? {
        let Some(why) = trouble(desk, &own)? else { continue };
        let place = Place { page: "settings".to_owned(), id: None, part: Some("templates".to_owned()) };
        let name = templates::paper_name(&own.paper).unwrap_or("文书");
        let title = format!("{name}的本单位模板用不上了");
        let duty = Duty::undated(Band::Week, DutyKind::LedgerTemplates.only(), Whose::Union, title, place);
        let origin = format!(
            "模板“{}”与现在的程序对不上：{why}现按程序自带的模板打印；请取出改好再放入，或改回程序自带的。",
            own.title
        );
        return Ok(Some(Duty { origin, button: "去看看".to_owned(), ..duty }));
    }
    Ok(None)
}

/// Removed records whose time is over: personal data is not kept for longer.
fn expired(reading: &Reading<'_>) -> Result<Option<Duty>, Problem> {
    let trash = trash::list(reading.connection, reading.book, reading.today)?;
    let over = trash.iter().filter(|line| line.may_purge).count();
    if over == 0 {
        return Ok(None);
    }
    let title = format!("清除回收站里过了保存期的{over}条记录");
    let place = Place { page: "settings".to_owned(), id: None, part: Some("trash".to_owned()) };
    let mut duty = Duty::undated(Band::Month, DutyKind::LedgerRetention.only(), Whose::Union, title, place);
    duty.origin = "移除的记录过了保存期，个人信息应当主动删除；还要用的，请先恢复。".to_owned();
    let at = union::store::place(reading.connection)?;
    let ruling = reading.book.applies("retention.over", &at, reading.today);
    duty.rule = ruling.map(|ruling| ruling.winner.reference());
    duty.button = "去清除".to_owned();
    Ok(Some(duty))
}

/// Years that clocks run into and whose days off nobody has entered: until then their dates are assumed.
fn without_calendar(reading: &Reading<'_>) -> Result<Option<Duty>, Problem> {
    let years = wanted(reading)?;
    let Some(first) = years.first() else { return Ok(None) };
    let place = Place { page: "settings".to_owned(), id: None, part: Some("calendar".to_owned()) };
    let title = format!("录入{first}年放假安排");
    let mut duty = Duty::undated(Band::Month, DutyKind::LedgerCalendar.only(), Whose::Union, title, place);
    duty.origin = format!(
        "有期限算到了{first}年，那一年的放假安排程序里还没有，日期暂按周一至周五上班推算。国务院办公厅的通知公布后，照着录入，期限就准了。"
    );
    duty.button = "去录入".to_owned();
    Ok(Some(duty))
}

/// What the affairs of the union ask for, seen from the day at the desk.
pub(crate) fn due(reading: &Reading<'_>) -> Result<Today, Problem> {
    let mut duties = affairs::negotiation::duties(reading.connection, reading.book, reading.today)?;
    duties.extend(affairs::office::incoming::duties(reading.connection, reading.today)?);
    let letters = affairs::letters::duties(reading.connection, reading.book, reading.today)?;
    // A letter against a refusal is known to the talks: agreed to after all, it need not go out.
    duties.extend(affairs::negotiation::refusal::relieved(
        reading.connection,
        reading.book,
        letters,
        reading.today,
    )?);
    duties.extend(affairs::letters::rights::duties(reading.connection, reading.book, reading.today)?);
    duties.extend(affairs::platform::duties(reading.connection, reading.book, reading.today)?);
    let leave = |year| leave_rows::rows(reading, year);
    duties.extend(affairs::leave::duties(reading.connection, reading.book, reading.today, &leave)?);
    duties.extend(affairs::leave::recuperation::duties(reading.connection, reading.today)?);
    duties.extend(affairs::congress::delegates::duties(reading.connection, reading.book, reading.today)?);
    duties.extend(affairs::congress::meetings::duties(reading.connection, reading.book, reading.today)?);
    duties.extend(affairs::congress::motions::duties(reading.connection, reading.book, reading.today)?);
    duties.extend(affairs::safety::duties(reading.connection, reading.book, reading.today)?);
    duties.extend(affairs::reform::duties(reading.connection, reading.today)?);
    duties.extend(affairs::registers::hardship::duties(reading.connection, reading.book, reading.today)?);
    duties.extend(affairs::members::duties(reading.connection, reading.book, reading.today)?);
    duties.extend(dossier::health_duties(reading)?);
    duties.extend(affairs::union::duties(reading.connection, reading.book, reading.today)?);
    sort(&mut duties);
    Ok(Today { day: reading.today, clock_warning: None, duties })
}

/// Years without a calendar that open clocks run into.
pub(super) fn wanted(reading: &Reading<'_>) -> Result<Vec<i32>, Problem> {
    let calendar = reading.book.calendar();
    let mut years = BTreeSet::new();
    for deadline in due(reading)?.duties.into_iter().filter_map(|duty| duty.deadline) {
        if !deadline.certain {
            let last = deadline.weekend_due.unwrap_or(deadline.due).year();
            let first = deadline.explanation.start.year().min(last);
            years.extend((first..=last.max(first)).filter(|year| !calendar.knows(*year)));
        }
    }
    Ok(years.into_iter().collect())
}

/// The kind of today's paper: the list of what is due. It is no official paper and gets no number.
pub const PAPER: &str = "today.duties";

/// What it is made from: the day at the desk.
const OF: &str = "today";

/// The context of the template `today/duties`.
#[derive(Serialize)]
struct DutiesPaper<'a> {
    union: Named<'a>,
    day: NaiveDate,
    bands: Vec<BandPaper>,
    counted: Vec<Counted>,
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
}

/// One band: its head and its lines, at least one.
#[derive(Serialize)]
struct BandPaper {
    name: &'static str,
    duties: Vec<DutyPaper>,
}

#[derive(Serialize)]
struct DutyPaper {
    whose: &'static str,
    title: String,
    due: Option<NaiveDate>,
    /// The later day, where the last one is a day of rest that no law moves.
    after_rest: Option<NaiveDate>,
    /// The day that is in time whatever the notice of days off will say, where it is another than `due`.
    certain: Option<NaiveDate>,
    /// Whether the day wants checking before it is relied on.
    check: bool,
    days: String,
    ground: String,
}

fn band_name(band: Band) -> &'static str {
    match band {
        Band::Overdue => "逾期",
        Band::Week => "七天内",
        Band::Month => "三十天内",
        Band::Later => "以后",
        Band::NoDay => "未定日期",
    }
}

fn days_in_words(duty: &Duty) -> String {
    match duty.days {
        Some(days) if days < 0 => format!("超{}天", -days),
        Some(0) => "今天到期".to_owned(),
        Some(days) => format!("还有{days}天"),
        None if duty.band == Band::NoDay => "未定日期".to_owned(),
        None => "尽快办".to_owned(),
    }
}

fn line(duty: &Duty) -> DutyPaper {
    let deadline = duty.deadline.as_ref();
    let rule = deadline.map(|deadline| &deadline.rule).or(duty.rule.as_ref());
    let assumed = deadline.is_some_and(|deadline| !deadline.certain);
    DutyPaper {
        whose: match duty.whose {
            Whose::Union => "我办",
            Whose::Employer => "企业办",
            Whose::Upper => "上级办",
        },
        title: duty.title.clone(),
        due: duty.due,
        after_rest: deadline.and_then(|deadline| deadline.weekend_due),
        certain: deadline.and_then(|deadline| deadline.certain_due).filter(|day| Some(*day) != duty.due),
        check: rule.is_some_and(|rule| assumed || rule.confidence != Confidence::High),
        days: days_in_words(duty),
        ground: rule
            .map_or_else(|| duty.origin.clone(), |rule| format!("《{}》{}", rule.instrument, rule.article)),
    }
}

/// What is due, ready for its template.
///
/// Errors: `not_found` for any record but today.
pub fn paper(reading: &Reading<'_>, desk: &Desk, of: &str) -> Result<Filled, Problem> {
    if of != OF {
        return Err(Problem::missing("份清单"));
    }
    let today = everything(reading, desk)?;
    let mut bands: Vec<(Band, BandPaper)> = Vec::new();
    for duty in &today.duties {
        match bands.last_mut() {
            Some((band, paper)) if *band == duty.band => paper.duties.push(line(duty)),
            _ => bands.push((duty.band, BandPaper { name: band_name(duty.band), duties: vec![line(duty)] })),
        }
    }
    let context = DutiesPaper {
        union: Named { name: &reading.open.union.name },
        day: today.day,
        bands: bands.into_iter().map(|(_, paper)| paper).collect(),
        counted: counted(&today.duties),
    };
    Filled::new("today/duties", OF.to_owned(), "到期事项清单".to_owned(), Vec::new(), &context)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn within_a_band_what_has_a_day_comes_first_by_its_day_and_what_has_none_last() {
        let today: NaiveDate = "2026-11-16".parse().unwrap();
        let place = || Place { page: "settings".to_owned(), id: None, part: None };
        let id = |kind: DutyKind| kind.only();
        let due = |kind: DutyKind, day: &str| {
            Duty::due(today, day.parse().unwrap(), id(kind), Whose::Union, String::new(), place())
        };
        let undated =
            |kind: DutyKind, band: Band| Duty::undated(band, id(kind), Whose::Union, String::new(), place());
        let mut duties = vec![
            undated(DutyKind::LedgerOutside, Band::NoDay),
            undated(DutyKind::LedgerSheet, Band::Week),
            due(DutyKind::LedgerOutside, "2026-11-23"),
            undated(DutyKind::LedgerRulebook, Band::Week),
            due(DutyKind::LedgerSheet, "2026-11-17"),
            due(DutyKind::LedgerRulebook, "2026-11-10"),
        ];
        sort(&mut duties);
        let told: Vec<(Band, Option<i64>)> = duties.iter().map(|one| (one.band, one.days)).collect();
        assert_eq!(
            told,
            [
                (Band::Overdue, Some(-6)),
                (Band::Week, Some(1)),
                (Band::Week, Some(7)),
                (Band::Week, None),
                (Band::Week, None),
                (Band::NoDay, None),
            ]
        );
    }
}
