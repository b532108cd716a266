//! The meeting that a rule wants each year, whichever body meets: due on the year's last day, told as far ahead as the chair set.

use chrono::{Datelike, NaiveDate};

use super::election::rules::ElectionLaw;
use super::settings::Settings;
use crate::duty::{Duty, DutyKind, Place, Whose};

/// What a body says of its yearly meeting.
pub(crate) struct Yearly<'a> {
    /// The subject of the rule of so many a year.
    pub subject: &'a str,
    /// The kind of the duty, of a year.
    pub kind: DutyKind,
    /// 会员大会或者会员代表大会.
    pub meeting: &'a str,
    /// That it was not held, and what does not stand for it.
    pub lacking: &'a str,
    /// Where it is entered.
    pub place: Place,
    /// What its button says.
    pub button: &'a str,
}

/// The duty, while fewer were held this year than the rule wants. `held`: the days of all that were held.
pub(crate) fn yearly(
    law: ElectionLaw<'_>,
    settings: &Settings,
    held: &[NaiveDate],
    asked: Yearly<'_>,
    today: NaiveDate,
) -> Option<Duty> {
    let (rule, line) = law.line(asked.subject, today)?;
    let held = held.iter().filter(|day| day.year() == today.year()).count();
    let held = u32::try_from(held).unwrap_or(u32::MAX);
    let last = NaiveDate::from_ymd_opt(today.year(), 12, 31)?;
    if line.allows(held, held) || !settings.reminds(last, today) {
        return None;
    }
    let title = format!("召开{}年的{}", today.year(), asked.meeting);
    let duty = Duty::due(today, last, asked.kind.id(today.year()), Whose::Union, title, asked.place);
    let origin = format!(
        "依{}《{}》{}，{}，{}。{}。",
        rule.reference().layer_name,
        rule.instrument,
        rule.article,
        rule.title,
        asked.lacking,
        settings.reminder_words()
    );
    Some(Duty { origin, rule: Some(rule.reference()), button: asked.button.to_owned(), ..duty })
}
