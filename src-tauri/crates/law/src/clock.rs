//! Clocks and windows of single rules: from a start day to a due day with its explanation.
//! 民法典 art. 203: an end on a 法定休假日 moves to the day after it; a weekend only in practice, so both
//! days are told. A clock before an event moves back to the last working day, which is always safe.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::Calendar;
use crate::days::{self, runs, standing, step, why_off};
use crate::error::LawError;
use crate::explain::{Explanation, Skipped, Telling, clock_sentence, window_sentence};
use crate::quantity::Unit;
use crate::rule::{Direction, Kind, Rule, RuleRef};
use crate::unannounced::{Reckoned, certain_end};

/// When something is due, by which rule, and how that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Deadline {
    /// The earliest mandatory day.
    #[ts(type = "string")]
    pub due: NaiveDate,
    /// The rule that sets it.
    pub rule: RuleRef,
    /// Other dates of the same subject, earliest first.
    pub others: Vec<OtherDate>,
    /// Rules of the same subject that start from another event and so could not be counted.
    pub awaiting: Vec<Awaiting>,
    /// When the last day is a weekend or moved rest day: the next working day (both are shown).
    #[ts(type = "string | null")]
    pub weekend_due: Option<NaiveDate>,
    /// False when a year's calendar was missing and weekdays were assumed.
    pub certain: bool,
    /// Where `due` is assumed: the last day that is in time whatever the year's notice will say. None where `due`
    /// is certain, or where not even the regulation of the year's holidays is loaded.
    #[ts(type = "string | null")]
    pub certain_due: Option<NaiveDate>,
    /// The sentence and its parts.
    pub explanation: Explanation,
    /// Version of the packs, to be stored with the verdict.
    pub pack: String,
}

/// Another date for the same thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OtherDate {
    /// The day.
    #[ts(type = "string")]
    pub due: NaiveDate,
    /// The rule that sets it.
    pub rule: RuleRef,
    /// Whether it binds.
    pub mandatory: bool,
    /// Its own sentence.
    pub sentence: String,
}

/// A rule of the same subject that waits for another event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Awaiting {
    /// The rule.
    pub rule: RuleRef,
    /// Code of its event.
    pub start_event: String,
    /// The event in Chinese.
    pub start_label: String,
}

/// The span in which something may or must be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Window {
    /// First day.
    #[ts(type = "string")]
    pub opens: NaiveDate,
    /// Last day.
    #[ts(type = "string")]
    pub closes: NaiveDate,
    /// The rule that sets it.
    pub rule: RuleRef,
    /// The sentence and its parts.
    pub explanation: Explanation,
    /// Version of the packs.
    pub pack: String,
}

/// The outcome of one rule's clock.
pub(crate) struct Due {
    pub due: NaiveDate,
    pub weekend_due: Option<NaiveDate>,
    pub certain: bool,
    pub certain_due: Option<NaiveDate>,
    pub explanation: Explanation,
}

struct Parts<'a> {
    quantity: i64,
    unit: Unit,
    direction: Direction,
    start_label: &'a str,
}

fn parts(rule: &Rule) -> Result<Parts<'_>, LawError> {
    let missing =
        || LawError::NotOfThisKind { id: rule.id.clone(), wanted: "可以计算日期的期限".to_owned() };
    let quantity = rule.quantity.as_ref().ok_or_else(missing)?;
    if !quantity.unit.counts_days() || !matches!(rule.kind, Kind::Clock | Kind::Window) {
        return Err(missing());
    }
    Ok(Parts {
        quantity: quantity.whole().ok_or_else(missing)?,
        unit: quantity.unit,
        direction: rule.direction.ok_or_else(missing)?,
        start_label: rule.start_label.as_deref().ok_or_else(missing)?,
    })
}

fn too_far(start: NaiveDate) -> LawError {
    LawError::OutOfRange { start: start.to_string() }
}

/// When a clock rule started on `start` is due. A window counts as due on its last day.
pub(crate) fn due(calendar: &Calendar, rule: &Rule, start: NaiveDate) -> Result<Due, LawError> {
    if rule.kind == Kind::Window {
        return window_due(calendar, rule, start);
    }
    let parts = parts(rule)?;
    let counted = days::count(calendar, start, parts.quantity, parts.unit, parts.direction)
        .ok_or_else(|| too_far(start))?;
    let nominal = counted.end;
    let mut skipped = counted.skipped;
    let moved = move_end(calendar, nominal, parts.direction).ok_or_else(|| too_far(start))?;
    let moved_why = moved.skipped.first().map(|day| day.why.clone());
    skipped.extend(moved.skipped);
    let (years, unknown) = years_between(calendar, start, moved.weekend_due.unwrap_or(moved.end), parts.unit);
    let certain = counted.certain && moved.certain;
    let reckoned = Reckoned {
        start,
        quantity: parts.quantity,
        unit: parts.unit,
        direction: parts.direction,
        nominal,
        end: moved.end,
    };
    let certain_due = if certain { None } else { certain_end(calendar, &reckoned) };
    let reference = rule.reference();
    let sentence = clock_sentence(&Telling {
        start,
        start_label: parts.start_label,
        quantity: parts.quantity,
        unit: parts.unit,
        direction: parts.direction,
        nominal,
        end: moved.end,
        weekend_due: moved.weekend_due,
        moved_why: moved_why.as_deref(),
        years: &years,
        unknown: &unknown,
        certain_due,
        rule: &reference,
        mandatory: rule.mandatory,
        suggested: rule.is_suggested(),
    });
    Ok(Due {
        due: moved.end,
        weekend_due: moved.weekend_due,
        certain,
        certain_due,
        explanation: Explanation {
            sentence,
            start,
            quantity: parts.quantity,
            unit: parts.unit,
            nominal,
            end: moved.end,
            runs: runs(start, nominal, moved.end, &skipped),
            skipped,
            calendar: years,
            rule: reference,
        },
    })
}

/// First and last day of a window rule around `anchor`, which itself is not counted.
pub(crate) fn window(
    rule: &Rule,
    calendar: &Calendar,
    anchor: NaiveDate,
) -> Result<(NaiveDate, NaiveDate, Explanation), LawError> {
    let parts = parts(rule)?;
    let far = days::count(calendar, anchor, parts.quantity, parts.unit, parts.direction)
        .ok_or_else(|| too_far(anchor))?
        .end;
    let near = step(anchor, 1, parts.direction).ok_or_else(|| too_far(anchor))?;
    let (opens, closes) = (far.min(near), far.max(near));
    // Only working days ask the calendar; a window's ends are never moved.
    let counted = parts.unit == Unit::WorkingDay;
    let years = if counted { years_between(calendar, opens, anchor, parts.unit).0 } else { Vec::new() };
    let reference = rule.reference();
    let telling = Telling {
        start: anchor,
        start_label: parts.start_label,
        quantity: parts.quantity,
        unit: parts.unit,
        direction: parts.direction,
        nominal: closes,
        end: closes,
        weekend_due: None,
        moved_why: None,
        years: &years,
        unknown: &[],
        certain_due: None,
        rule: &reference,
        mandatory: rule.mandatory,
        suggested: rule.is_suggested(),
    };
    let sentence = window_sentence(&telling, opens, closes);
    let explanation = Explanation {
        sentence,
        start: anchor,
        quantity: parts.quantity,
        unit: parts.unit,
        nominal: closes,
        end: closes,
        skipped: Vec::new(),
        runs: runs(anchor, closes, closes, &[]),
        calendar: years,
        rule: reference,
    };
    Ok((opens, closes, explanation))
}

fn window_due(calendar: &Calendar, rule: &Rule, start: NaiveDate) -> Result<Due, LawError> {
    let (_, closes, explanation) = window(rule, calendar, start)?;
    Ok(Due { due: closes, weekend_due: None, certain: true, certain_due: None, explanation })
}

struct Moved {
    end: NaiveDate,
    weekend_due: Option<NaiveDate>,
    skipped: Vec<Skipped>,
    certain: bool,
}

fn move_end(calendar: &Calendar, nominal: NaiveDate, direction: Direction) -> Option<Moved> {
    let mut moved = Moved { end: nominal, weekend_due: None, skipped: Vec::new(), certain: true };
    match direction {
        Direction::Before => {
            while !standing(calendar, moved.end).0 {
                moved.skipped.push(Skipped { date: moved.end, why: why_off(calendar, moved.end) });
                moved.end = step(moved.end, 1, direction)?;
            }
        }
        Direction::After => {
            while calendar.is_statutory_holiday(moved.end) {
                moved.skipped.push(Skipped { date: moved.end, why: why_off(calendar, moved.end) });
                moved.end = step(moved.end, 1, direction)?;
            }
            let mut later = moved.end;
            while !standing(calendar, later).0 {
                later = step(later, 1, direction)?;
            }
            moved.weekend_due = (later != moved.end).then_some(later);
        }
    }
    let told = [nominal, moved.end, moved.weekend_due.unwrap_or(moved.end)];
    moved.certain = told.iter().all(|day| calendar.knows(day.year()));
    Some(moved)
}

fn years_between(calendar: &Calendar, start: NaiveDate, end: NaiveDate, unit: Unit) -> (Vec<i32>, Vec<i32>) {
    let (first, last) = (start.min(end), start.max(end));
    let from = if unit == Unit::WorkingDay { first.year() } else { end.year() };
    let to = if unit == Unit::WorkingDay { last.year() } else { end.year() };
    (from..=to).partition(|year| calendar.knows(*year))
}
