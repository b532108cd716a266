//! What the bodies make due: one that must stand and does not, what a standing one lacks, the end of its term and of its
//! inspectors' certificates. No law sets a day for the first two; the last two come as far ahead as the chair set. What a
//! re-election asks for once it has begun is `election`'s.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::model::{UnionBody, UnionBodyState, UnionTerm};
use super::rules::serves;
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose, day_words};
use crate::union::election;
use crate::union::settings::{self, Settings};

/// Everything that the bodies ask for.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let settings = settings::read(connection)?;
    // Once a re-election has begun, its own rungs say what is due.
    let awaited = election::store::awaited(connection)?;
    let mut duties = Vec::new();
    for state in super::all(connection, book, today)?.bodies {
        duties.extend(lacking(&state, today));
        let Some(term) = &state.current else { continue };
        if settings.reminds(term.ends_on, today) && !awaited.contains(&state.body) {
            duties.push(over(term, &settings, today));
        }
        if state.body == UnionBody::Supervision {
            duties.extend(certificates(term, &settings, today));
        }
    }
    Ok(duties)
}

fn place(body: UnionBody) -> Place {
    Place { page: "union".to_owned(), id: Some(body.code().to_owned()), part: Some("bodies".to_owned()) }
}

/// One duty a body: what it lacks, the first article of it. That its time is over is a duty of its own.
fn lacking(state: &UnionBodyState, today: NaiveDate) -> Option<Duty> {
    let over = state.current.as_ref().is_some_and(|term| today > term.ends_on);
    let lacks = state.lacks.get(usize::from(over)..).unwrap_or_default();
    let first = lacks.first()?;
    let name = state.body.label();
    let title = match state.current {
        Some(_) => format!("补齐{name}"),
        None => format!("建立{name}，登记组成人员"),
    };
    let id = DutyKind::UnionBody.id(state.body.code());
    let duty = Duty::undated(Band::NoDay, id, first.whose, title, place(state.body));
    let origin: String = lacks.iter().map(|lack| lack.text.as_str()).collect();
    let rule = lacks.iter().find_map(|lack| lack.rule.clone());
    Some(Duty { origin, rule, button: "去登记".to_owned(), ..duty })
}

fn over(term: &UnionTerm, settings: &Settings, today: NaiveDate) -> Duty {
    let id = DutyKind::UnionTerm.id(term.id);
    let title = format!("{}任期届满，组织换届", term.name);
    // The committee's election brings the other elected bodies with it.
    let (button, to) = match term.record.body {
        UnionBody::Supervision => ("看这一届", place(term.record.body)),
        _ => {
            let part = Some("new".to_owned());
            ("开始换届", Place { page: "election".to_owned(), id: None, part })
        }
    };
    let duty = Duty::due(today, term.ends_on, id, Whose::Union, title, to);
    let origin = format!("{}{}。", term.explained, settings.reminder_words());
    Duty { module: "union".to_owned(), origin, rule: term.rule.clone(), button: button.to_owned(), ..duty }
}

fn certificates(term: &UnionTerm, settings: &Settings, today: NaiveDate) -> Vec<Duty> {
    let mut duties = Vec::new();
    for seat in term.record.members.iter().filter(|seat| serves(seat, today)) {
        let (Some(number), Some(until), Some(id)) =
            (&seat.certificate_number, seat.certificate_until, seat.id)
        else {
            continue;
        };
        if settings.reminds(until, today) {
            let title = format!("换发{}的劳动法律监督员证", seat.name);
            let id = DutyKind::UnionInspectorCard.id(id);
            let duty = Duty::due(today, until, id, Whose::Union, title, place(UnionBody::Supervision));
            let origin =
                format!("证号{number}，有效期至{}；{}。", day_words(until), settings.reminder_words());
            duties.push(Duty { origin, button: "去登记".to_owned(), ..duty });
        }
    }
    duties
}
