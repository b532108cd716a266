//! What the law of the place says of a re-election: seats by the number of members, who meets, how long a term lasts. Counting is
//! `count`'s, the order of steps `course`'s and `order`'s, one ballot `ballot`'s, who may stand `candidates`', what else a meeting votes
//! on `matters`'.

pub mod ballot;
pub mod candidates;
pub mod count;
pub mod course;
pub mod delegates;
pub mod matters;
pub mod order;
#[cfg(test)]
mod tests;

use chrono::{Datelike, Months, NaiveDate};
use law::{Actor, Deadline, LawBook, Place, Quantity, Rule};

use super::model::{ElectionBounds, ElectionInput};
use crate::Problem;
use crate::duty::{Whose, clock};
use crate::typed::short;
use crate::union::bodies::model::{UnionBody, UnionLack};
use crate::union::bodies::rules::{lengths, term_name};
use crate::union::members_congress::model::MembersForm;

/// 第四届工会委员会换届选举.
pub(crate) fn name(session: u32) -> String {
    format!("{}换届选举", term_name(UnionBody::Committee.code(), session))
}

/// The packs, and where the union is.
#[derive(Clone, Copy)]
pub struct ElectionLaw<'a> {
    /// The packs.
    pub book: &'a LawBook,
    /// Where.
    pub place: &'a Place,
}

impl<'a> ElectionLaw<'a> {
    /// The rule of a subject that holds on a day.
    pub fn rule(self, subject: &str, on: NaiveDate) -> Option<&'a Rule> {
        Some(self.book.applies(subject, self.place, on)?.winner)
    }

    /// The rule with the line that it draws.
    pub fn line(self, subject: &str, on: NaiveDate) -> Option<(&'a Rule, &'a Quantity)> {
        let rule = self.rule(subject, on)?;
        Some((rule, rule.quantity.as_ref()?))
    }

    /// The clock of a subject; none where the place sets no term.
    pub fn clock(self, subject: &str, event: &str, day: NaiveDate) -> Result<Option<Deadline>, Problem> {
        clock(self.book, subject, self.place, &[(event, day)])
    }

    /// The rule when a value is on the wrong side of its line.
    pub fn broken(self, subject: &str, on: NaiveDate, value: u32, whole: u32) -> Option<&'a Rule> {
        let (rule, line) = self.line(subject, on)?;
        (!line.allows(value, whole)).then_some(rule)
    }
}

/// Refuses, with the rule where one stands behind it.
pub fn refuse(rule: Option<&Rule>, field: &str, message: impl Into<String>) -> Problem {
    match rule {
        Some(rule) => Problem::refused(&rule.reference(), message).at(field),
        None => Problem::new("refused", message).at(field),
    }
}

/// What lacks by a rule.
pub fn lack(rule: Option<&Rule>, text: String) -> UnionLack {
    let whose = match rule.map(|rule| rule.actor) {
        Some(Actor::Employer) => Whose::Employer,
        Some(Actor::Upper) => Whose::Upper,
        _ => Whose::Union,
    };
    UnionLack { text, rule: rule.map(Rule::reference), whose }
}

/// Whether so many members must meet as a whole.
pub fn must_be_whole(law: ElectionLaw<'_>, members: u32, on: NaiveDate) -> Option<&Rule> {
    let (rule, line) = law.line("union.members_congress.whole", on)?;
    line.allows(members, members).then_some(rule)
}

fn span(law: ElectionLaw<'_>, least: &str, most: &str, members: u32, on: NaiveDate) -> Option<(u32, u32)> {
    let edge = |subject| law.line(subject, on).and_then(|(_, line)| line.boundary(members));
    Some((edge(least)?, edge(most)?))
}

/// How many must stand for so many seats at least.
pub fn least_candidates(law: ElectionLaw<'_>, subject: &str, seats: u32, on: NaiveDate) -> u32 {
    let more = law.line(subject, on).and_then(|(_, line)| line.boundary(seats)).unwrap_or(0);
    seats + more
}

/// What the seats are bound by; `seats` of the committee, its standing committee and the women's committee.
pub fn bounds(law: ElectionLaw<'_>, members: u32, seats: (u32, u32, u32), on: NaiveDate) -> ElectionBounds {
    let committee = span(law, "union.committee.seats.minimum", "union.committee.seats.maximum", members, on);
    let delegates = span(law, "union.delegates.minimum", "union.delegates.maximum", members, on);
    let whole = must_be_whole(law, members, on);
    let mut explained = Vec::new();
    let mut rules = Vec::new();
    let mut say = |rule: Option<&Rule>, text: String| {
        if let Some(rule) = rule {
            explained.push(format!("{text}（《{}》{}）", rule.instrument, rule.article));
            rules.push(rule.reference());
        }
    };
    let meets = law.rule("union.members_congress.whole", on);
    say(
        meets,
        match whole {
            Some(_) => format!("会员{members}人，应当召开会员大会"),
            None => format!("会员{members}人，可以召开会员代表大会，也可以召开会员大会"),
        },
    );
    if let Some((least, most)) = committee {
        say(law.rule("union.committee.seats.minimum", on), format!("工会委员会委员{least}至{most}人"));
    }
    if let (Some((least, most)), None) = (delegates, whole) {
        say(law.rule("union.delegates.minimum", on), format!("会员代表{least}至{most}人"));
    }
    let least = (
        least_candidates(law, "union.election.difference", seats.0, on),
        least_candidates(law, "union.election.difference.standing", seats.1, on),
    );
    say(
        law.rule("union.election.difference", on),
        format!("委员应选{}人，候选人不少于{}人", seats.0, least.0),
    );
    if seats.2 > 0
        && let Some(rule) = law.rule("union.women.chosen", on)
    {
        say(Some(rule), rule.title.clone());
    }
    ElectionBounds {
        members,
        whole: whole.is_some(),
        seats: committee,
        delegates,
        least_candidates: least,
        explained,
        rules,
    }
}

/// So far ahead a re-election is planned at most: a term of five years and the time to prepare.
const FARTHEST: Months = Months::new(72);
/// Before this year no re-election is entered.
const EARLIEST_YEAR: i32 = 2000;

/// Refuses a form that cannot be, or that the law does not allow at so many members.
///
/// Errors: `bad_input` at its field; `refused` with its rule.
pub fn check(
    law: ElectionLaw<'_>,
    input: &ElectionInput,
    members: u32,
    today: NaiveDate,
) -> Result<(), Problem> {
    short("place", input.place.as_deref().unwrap_or_default(), 100)?;
    short("note", input.note.as_deref().unwrap_or_default(), 2000)?;
    let on = input.planned_on;
    if !(1..=99).contains(&input.session) {
        return Err(Problem::input("session", "请写明选举产生的是第几届，例如4。"));
    }
    // Of a past one that is entered, or of the next; a year written wrong would move every clock.
    let ahead = today.checked_add_months(FARTHEST).unwrap_or(today);
    if on > ahead || on.year() < EARLIEST_YEAR {
        return Err(Problem::input("plannedOn", "大会的日期离今天太远，请核对年份。"));
    }
    if members == 0 {
        return Err(Problem::input("members", "花名册里还没有会员，请先录入会员，或者写明会员人数。"));
    }
    let allowed = lengths(law.book, law.place, on, today);
    if let Some((_, rule)) = allowed.first()
        && !allowed.iter().any(|(years, _)| *years == input.years)
    {
        let choices: Vec<String> = allowed.iter().map(|(years, _)| format!("{years}年")).collect();
        return Err(refuse(Some(rule), "years", format!("每届任期应当是{}。", choices.join("或者"))));
    }
    if input.form == MembersForm::Delegates
        && let Some(rule) = must_be_whole(law, members, on)
    {
        let message = format!("会员{members}人，{}，不能用会员代表大会代替。", rule.title);
        return Err(refuse(Some(rule), "form", message));
    }
    for (subject, side) in
        [("union.committee.seats.minimum", "不少于"), ("union.committee.seats.maximum", "不超过")]
    {
        let Some((rule, line)) = law.line(subject, on) else { continue };
        // Beyond the table no line is known, so nothing is refused.
        let Some(edge) = line.boundary(members) else { continue };
        if !line.allows(input.committee_seats, members) {
            let message = format!("会员{members}人，工会委员会委员应当{side}{edge}人。");
            return Err(refuse(Some(rule), "committeeSeats", message));
        }
    }
    if input.committee_seats == 0 {
        return Err(Problem::input("committeeSeats", "请写明工会委员会委员的名额。"));
    }
    if input.vice_seats >= input.committee_seats {
        return Err(Problem::input("viceSeats", "副主席从委员里产生，名额应当少于委员名额。"));
    }
    if input.standing_seats > input.committee_seats {
        return Err(Problem::input("standingSeats", "常务委员从委员里产生，名额不能多于委员名额。"));
    }
    for (field, seats) in [("auditSeats", input.audit_seats), ("womenSeats", input.women_seats)] {
        if seats > 99 {
            return Err(Problem::input(field, "名额太多，请核对。"));
        }
    }
    Ok(())
}
