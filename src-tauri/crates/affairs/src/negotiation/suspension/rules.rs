//! How long talks may be suspended, which days of it count in the clock of the whole talk, and what a suspension must name.
//! Numbers come from the law book by subject; pure.

use chrono::{Datelike, Days, NaiveDate};
use law::{Calendar, Deadline, RuleRef, Unit};

use super::model::{Suspension, SuspensionInput, SuspensionTerms, TalksClock};
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::model::Meeting;
use crate::negotiation::rules::Law;
use crate::office::{short, text};

/// Whole days from one day to another, none backwards.
fn days(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or(0)
}

/// Working days after one day up to another; where a year's calendar is not loaded, weekdays.
fn working_days(calendar: &Calendar, from: NaiveDate, to: NaiveDate) -> i64 {
    let works = |day: &NaiveDate| {
        calendar.is_working_day(*day).unwrap_or_else(|| day.weekday().number_from_monday() < 6)
    };
    let after = from.iter_days().skip(1).take_while(|day| *day <= to);
    i64::try_from(after.filter(works).count()).unwrap_or(i64::MAX)
}

/// What the law of the place says of suspensions.
pub fn terms(law: Law<'_>) -> SuspensionTerms {
    let ground = ["negotiation.suspension", "negotiation.conclude.paused"]
        .iter()
        .find_map(|subject| law.book.applies(subject, law.place, law.on))
        .map_or_else(String::new, |ruling| {
            let rule = ruling.winner;
            format!("《{}》{}：{}", rule.instrument, rule.article, rule.title)
        });
    match maximum(law) {
        Some(most) => {
            let binds = if most.binding { "" } else { "（一般规定，双方可以另行约定）" };
            let together = if most.together { "累计" } else { "" };
            SuspensionTerms {
                ground,
                maximum: Some(most.days),
                together: most.together,
                binding: most.binding,
                says: format!(
                    "中止的期限{together}不超过{}日{binds}，依《{}》{}。",
                    most.days, most.rule.instrument, most.rule.article
                ),
            }
        }
        None => SuspensionTerms {
            ground,
            maximum: None,
            together: false,
            binding: false,
            says: "当地法规没有规定中止最长多少天，由双方商定。".to_owned(),
        },
    }
}

struct Maximum {
    days: u32,
    together: bool,
    binding: bool,
    rule: RuleRef,
}

fn maximum(law: Law<'_>) -> Option<Maximum> {
    let ruling = law.book.applies("negotiation.suspension.maximum", law.place, law.on)?;
    let rule = ruling.winner;
    Some(Maximum {
        days: rule.quantity.as_ref()?.boundary(0)?,
        together: rule.terms.get("counted").is_some_and(|how| how == "together"),
        binding: rule.mandatory,
        rule: rule.reference(),
    })
}

/// Refuses a suspension that does not name what it must, lies over another, or lasts longer than the law of the place lets it.
/// One that a paper decided already is entered late with its reason and passes the last. `others` are all of the talks as they stand,
/// itself among them where it is corrected.
///
/// Errors: `bad_input` at its field; `refused` with the rule.
pub fn check(
    law: Law<'_>,
    input: &SuspensionInput,
    others: &[Suspension],
    (opened, met): (NaiveDate, Option<NaiveDate>),
    today: NaiveDate,
) -> Result<(), Problem> {
    let wanted = [
        ("reason", &input.reason, 1000, "请写明中止的原因，例如“等上年度的审计报告”。"),
        ("resumePlace", &input.resume_place, 100, "请写明下次协商的地点，中止时要一并商定。"),
        ("resumeSubject", &input.resume_subject, 1000, "请写明下次协商的内容，中止时要一并商定。"),
        ("workersAgreed", &input.workers_agreed, 100, "请填写职工方由谁同意中止的，一般是首席代表。"),
        ("employerAgreed", &input.employer_agreed, 100, "请填写企业方由谁同意中止的，一般是首席代表。"),
    ];
    for (field, value, most, message) in wanted {
        short(field, value, most)?;
        if value.trim().is_empty() {
            return Err(Problem::input(field, message));
        }
    }
    short("lateEntry", input.late_entry.as_deref().unwrap_or_default(), 200)?;
    let late = text(&input.late_entry).is_some();
    if input.from_on > today {
        return Err(Problem::input("fromOn", "中止的日期还没有到，请在双方商定以后登记。"));
    }
    if input.from_on < opened && !late {
        let message = format!(
            "中止的日期早于本次协商开始的{}，请核对；据纸面材料补录的，请写明理由。",
            day_words(opened)
        );
        return Err(Problem::input("fromOn", message));
    }
    if let Some(met) = met.filter(|met| input.from_on < *met) {
        let message = format!("中止的日期早于商定中止的会议（{}），请核对。", day_words(met));
        return Err(Problem::input("fromOn", message));
    }
    if input.resume_on <= input.from_on {
        return Err(Problem::input("resumeOn", "下次协商的日期应当在中止以后，请核对。"));
    }
    let own = others.iter().find(|one| Some(one.id) == input.id);
    if let Some(resumed) = own.filter(|own| own.recorded).and_then(|own| own.resumed_on)
        && resumed <= input.from_on
    {
        let message = format!("中止的日期应当早于登记的恢复协商的日期（{}），请核对。", day_words(resumed));
        return Err(Problem::input("fromOn", message));
    }
    // One that is over lasted until the talks went on, and not until the day that was planned.
    let over_on = own.and_then(|own| own.resumed_on).filter(|on| *on > input.from_on);
    let ends = over_on.map_or(input.resume_on, |on| on.min(input.resume_on));
    let others: Vec<&Suspension> = others.iter().filter(|one| Some(one.id) != input.id).collect();
    let over = others.iter().find(|one| {
        let until = one.resumed_on.unwrap_or(NaiveDate::MAX);
        input.from_on < until && one.record.from_on < ends
    });
    if let Some(over) = over {
        let message = format!(
            "{}起的那次中止还没有恢复，或者和这次重叠；请先登记恢复，或者打开那一次修改。",
            day_words(over.record.from_on)
        );
        return Err(Problem::input("fromOn", message));
    }
    check_length(law, (input.from_on, ends), &others, late)
}

fn check_length(
    law: Law<'_>,
    (from_on, ends): (NaiveDate, NaiveDate),
    others: &[&Suspension],
    late: bool,
) -> Result<(), Problem> {
    let Some(most) = maximum(law).filter(|most| most.binding && !late) else { return Ok(()) };
    let before: u32 = if most.together { others.iter().map(|one| one.days).sum() } else { 0 };
    let asked = days(from_on, ends);
    if before + asked <= most.days {
        return Ok(());
    }
    let left = most.days.saturating_sub(before);
    let last = from_on.checked_add_days(Days::new(u64::from(left))).unwrap_or(from_on);
    let message = match (before, left) {
        (0, _) => format!(
            "中止{asked}天，超过了规定的{}天；下次协商最迟定在{}。已经在纸面上另有约定的，请写明补录的理由。",
            most.days,
            day_words(last)
        ),
        (_, 0) => format!("以前已经中止{before}天，规定累计不超过{}天，不能再中止。", most.days),
        _ => format!(
            "以前已经中止{before}天，加上这次{asked}天，超过了规定的累计{}天；下次协商最迟定在{}。",
            most.days,
            day_words(last)
        ),
    };
    Err(Problem::refused(&most.rule, message).at("resumeOn"))
}

/// Gives each suspension the day the talks went on, where none was recorded: that of the next meeting; and its length.
pub fn settled(mut all: Vec<Suspension>, meetings: &[Meeting]) -> Vec<Suspension> {
    for one in &mut all {
        let from = one.record.from_on;
        let met = || meetings.iter().map(|meeting| meeting.record.held_on).filter(|on| *on > from).min();
        one.recorded = one.resumed_on.is_some();
        one.resumed_on = one.resumed_on.or_else(met);
        one.days = days(from, one.resumed_on.unwrap_or(one.record.resume_on));
        let agreed_in = |meeting: &&Meeting| Some(meeting.id) == one.record.meeting;
        one.round = meetings.iter().find(agreed_in).map(|meeting| meeting.round);
    }
    all
}

/// The suspension that lasts on a day.
pub fn lasting(all: &[Suspension]) -> Option<&Suspension> {
    all.iter().find(|one| one.resumed_on.is_none())
}

/// The clock of the whole talk with the days that the law of the place does not count, where it says so: those of a suspension by
/// force majeure, or of any where it counts only the time of the talks. All other days count.
pub fn clock(law: Law<'_>, deadline: Deadline, all: &[Suspension], today: NaiveDate) -> TalksClock {
    let start = deadline.explanation.start;
    let within: Vec<&Suspension> = all.iter().filter(|one| one.record.from_on >= start).collect();
    let ruling = law.book.applies("negotiation.conclude.paused", law.place, law.on);
    let any = ruling.as_ref().is_some_and(|ruling| ruling.winner.term("paused") == Some("any"));
    let rule = ruling.map(|ruling| ruling.winner.reference());
    // One that goes on beyond its day goes on counting.
    let lasts = |one: &Suspension| match one.resumed_on {
        Some(_) => one.days,
        None => one.days.max(days(one.record.from_on, today)),
    };
    let out = |one: &&&Suspension| rule.is_some() && (any || one.record.force_majeure);
    let paused: u32 = within.iter().filter(out).map(|one| lasts(one)).sum();
    let counted: u32 = within.iter().filter(|one| !out(one)).map(|one| lasts(one)).sum();
    let due = deadline.due.checked_add_days(Days::new(u64::from(paused))).unwrap_or(deadline.due);
    let mut says = String::new();
    if let Some(rule) = rule.as_ref().filter(|_| paused > 0) {
        let why = if any { "" } else { "因不可抗力" };
        says.push_str(&format!(
            "{why}中止{paused}天，依《{}》{}不计入协商期限，期限顺延到{}。",
            rule.instrument,
            rule.article,
            day_words(due)
        ));
    }
    if counted > 0 {
        let why = match &rule {
            Some(rule) => {
                format!("《{}》{}只扣除不可抗力的中止", rule.instrument, rule.article)
            }
            None => "当地没有规定中止的日子可以扣除".to_owned(),
        };
        says.push_str(&format!("中止的{counted}天照算在协商期限里：{why}。"));
    }
    // Days are told as the law counts them: where it says working days, so does the page.
    let working = deadline.explanation.unit == Unit::WorkingDay;
    let span = |from: NaiveDate, to: NaiveDate| match working {
        true => working_days(law.book.calendar(), from, to),
        false => (to - from).num_days(),
    };
    let gone: i64 = within
        .iter()
        .filter(out)
        .map(|one| span(one.record.from_on, one.resumed_on.unwrap_or(today).min(today)).max(0))
        .sum();
    let of_days = if working { deadline.explanation.quantity } else { span(start, deadline.due) };
    let day = span(start, today) - gone;
    TalksClock {
        // A weekend after the last day is past it, although no working day has gone since.
        day: if working && today > due { day.max(of_days + 1) } else { day },
        of_days,
        working,
        due,
        paused,
        says,
        deadline,
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
