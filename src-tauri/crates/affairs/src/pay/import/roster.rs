//! The roster as a payroll is compared with it: everyone with the work they have, or had last.

use rusqlite::Connection;

use crate::Problem;
use crate::members::membership::model::MembershipKind;
use crate::members::model::PersonId;
use crate::members::store::{form_of, sex_of};
use crate::sheets::payroll::OnRoster;

/// Everyone with a work, by pinyin.
pub fn on_roster(connection: &Connection) -> Result<Vec<OnRoster>, Problem> {
    let mut statement = connection.prepare(
        "SELECT p.id, p.name, p.name_key, i.number, e.work_number, e.shop, e.post, p.sex, p.skill_grade, e.form,
           CASE WHEN e.hired_precision = 'day' THEN e.hired_on END, e.left_on, l.last_event
         FROM live_person p JOIN member_line l ON l.id = p.id
         JOIN live_employment e ON e.person_id = p.id
         LEFT JOIN live_person_identity i ON i.id = p.id
         ORDER BY l.name_sort, p.id, e.left_on IS NULL DESC, e.left_on DESC, e.id",
    )?;
    let mut all: Vec<OnRoster> = Vec::new();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let person: PersonId = row.get(0)?;
        if all.last().is_some_and(|last| last.person == person) {
            continue;
        }
        let last: Option<String> = row.get(12)?;
        let gone = last.as_deref().and_then(MembershipKind::of);
        all.push(OnRoster {
            person,
            name: row.get(1)?,
            key: row.get(2)?,
            id_number: row.get(3)?,
            work_number: row.get(4)?,
            shop: row.get(5)?,
            post: row.get(6)?,
            sex: sex_of(&row.get::<_, String>(7)?),
            skill: row.get(8)?,
            form: form_of(&row.get::<_, String>(9)?),
            hired_on: row.get(10)?,
            left_on: row.get(11)?,
            gone: matches!(gone, Some(MembershipKind::MovedOut | MembershipKind::Died)),
        });
    }
    Ok(all)
}
