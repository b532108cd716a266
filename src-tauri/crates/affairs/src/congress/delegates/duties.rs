//! What the newest term makes due: a session each year, the election of the next delegates before it is over, the by-election for who
//! ceased. Without a term nothing is due: whether there is a congress at all is not known.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::model::{CongressTermId, CongressTermInput};
use super::{PAGE, makeup, rules, store};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose};
use crate::union::bodies::rules::ends_on;
use crate::union::election::rules::ElectionLaw;
use crate::union::settings::{self, Settings};
use crate::union::store as union;
use crate::union::yearly::{self, Yearly};

/// Everything due.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let terms = store::terms(connection)?;
    let Some((id, term)) = terms.iter().find(|(_, term)| term.began_on <= today) else {
        return Ok(Vec::new());
    };
    let (id, newest) = (*id, terms.first().is_some_and(|(newest, _)| newest == id));
    let place = union::place(connection)?;
    let law = ElectionLaw { book, place: &place };
    let settings = settings::read(connection)?;
    let mut duties = Vec::new();
    duties.extend(yearly(connection, law, &settings, id, today)?);
    if newest {
        duties.extend(renewal(law, &settings, (id, term), today));
    }
    let delegates = store::delegates(connection, id)?;
    let made = makeup::made(delegates.iter().map(|(_, one)| one), today);
    if made.ended > 0 && made.all < term.seats {
        duties.push(by_election(law, (id, term), term.seats - made.all, today));
    }
    Ok(duties)
}

fn at(id: CongressTermId) -> Place {
    Place { page: PAGE.to_owned(), id: Some(id.to_string()), part: None }
}

/// The year's session. In the year in which a term begins it has the rest of it.
fn yearly(
    connection: &Connection,
    law: ElectionLaw<'_>,
    settings: &Settings,
    id: CongressTermId,
    today: NaiveDate,
) -> Result<Option<Duty>, Problem> {
    let asked = Yearly {
        subject: "congress.yearly",
        kind: DutyKind::CongressYear,
        meeting: "职工代表大会",
        lacking: "今年还没有登记开过会。会员代表大会不能代替",
        place: at(id),
        button: "打开这一届",
    };
    Ok(yearly::yearly(law, settings, &store::met(connection)?, asked, today))
}

/// The election of the next delegates; once a later term is entered, nobody asks.
fn renewal(
    law: ElectionLaw<'_>,
    settings: &Settings,
    (id, term): (CongressTermId, &CongressTermInput),
    today: NaiveDate,
) -> Option<Duty> {
    let over = ends_on(term.began_on, term.years);
    if !settings.reminds(over, today) {
        return None;
    }
    let title = format!("{}任期届满，选举下一届职工代表", term.name);
    let duty = Duty::due(today, over, DutyKind::CongressRenewal.id(id), Whose::Union, title, at(id));
    let mut origin = format!("{}。", rules::until_words(term));
    if let Some(rule) = law.rule("congress.term.extension", today) {
        origin.push_str(&format!("{}（《{}》{}）。", rule.title, rule.instrument, rule.article));
    }
    origin.push_str(&format!("{}。", settings.reminder_words()));
    let rule = law.rule("congress.term.maximum", today).map(law::Rule::reference);
    Some(Duty { origin, rule, button: "打开这一届".to_owned(), ..duty })
}

/// The by-election for who ceased.
fn by_election(
    law: ElectionLaw<'_>,
    (id, term): (CongressTermId, &CongressTermInput),
    empty: u32,
    today: NaiveDate,
) -> Duty {
    let title = format!("补选职工代表{empty}人");
    let duty = Duty::undated(Band::Week, DutyKind::CongressByElection.id(id), Whose::Union, title, at(id));
    let rule = law.rule("congress.by_election", today);
    let origin = match rule {
        Some(rule) => format!("{}。{}（《{}》{}）。", term.name, rule.title, rule.instrument, rule.article),
        None => format!("{}有代表不再担任，名额空着，由原选区补选。", term.name),
    };
    Duty { origin, rule: rule.map(law::Rule::reference), button: "登记补选".to_owned(), ..duty }
}
