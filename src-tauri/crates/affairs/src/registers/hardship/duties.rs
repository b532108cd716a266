//! What the register makes due: a file for whoever is flagged as in hardship, where the place's law asks for files; and the visits that
//! were promised.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::store::{self, lists};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose};
use crate::union;

/// The duty of a union to keep the files.
pub(super) const SUBJECT: &str = "union.hardship.files";
/// So many are called by name in one sentence.
const NAMES: usize = 5;

fn here(id: Option<String>, part: Option<&str>) -> Place {
    Place { page: "hardship".to_owned(), id, part: part.map(str::to_owned) }
}

/// Everything due.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let mut duties = Vec::new();
    let at = union::store::place(connection)?;
    if let Some(ruling) = book.applies(SUBJECT, &at, today) {
        let people = store::unfiled(connection, today)?;
        if !people.is_empty() {
            let names: Vec<&str> = people.iter().take(NAMES).map(|one| one.name.as_str()).collect();
            let more = if people.len() > NAMES { "等" } else { "" };
            let title = format!("给{}名困难职工建立档案", people.len());
            let id = DutyKind::HardshipUnfiled.only();
            duties.push(Duty {
                origin: format!("{}{more}在花名册上标记为困难职工，还没有档案。", names.join("、")),
                rule: Some(ruling.winner.reference()),
                button: "看名单".to_owned(),
                ..Duty::undated(Band::Week, id, Whose::Union, title, here(None, None))
            });
        }
    }
    for visit in lists::promised(connection)? {
        let id = DutyKind::HardshipVisit.id(visit.file);
        let place = here(Some(visit.file.to_string()), Some("aid"));
        let title = format!("回访困难职工{}", visit.name);
        let last = visit.last_on.map_or_else(
            || "还没有登记过帮扶。".to_owned(),
            |on| format!("上一次帮扶是{}。", crate::duty::day_words(on)),
        );
        duties.push(Duty {
            origin: format!("回访的日期是自己定的，{last}"),
            button: "登记帮扶".to_owned(),
            ..Duty::due(today, visit.visit_on, id, Whose::Union, title, place)
        });
    }
    Ok(duties)
}
