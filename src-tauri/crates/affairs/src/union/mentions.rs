//! What the union's own record says of one person, for that person: the bodies they sat in, the group they belong to, the
//! groups they lead. Who may ask is `desk`'s.

use rusqlite::Connection;

use crate::Problem;
use crate::members::model::PersonId;
use crate::mention::Mention;
use crate::union::bodies::model::{UnionBody, UnionOffice};
use crate::union::bodies::rules::term_name;
use crate::union::groups::model::UnionGroupKind;

/// Everything that the record says of a person.
pub fn of_person(connection: &Connection, id: PersonId) -> Result<Vec<Mention>, Problem> {
    let mut all = seats(connection, id)?;
    all.extend(groups(connection, id)?);
    Ok(all)
}

fn seats(connection: &Connection, id: PersonId) -> Result<Vec<Mention>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT t.body, t.session, s.office, s.certificate_number, ifnull(s.from_on, t.started_on)
         FROM live_union_seat s JOIN live_union_term t ON t.id = s.term_id WHERE s.person_id = ?1 ORDER BY 5, s.id",
    )?;
    let rows = statement.query_map([id], |row| {
        let (body, office): (String, String) = (row.get(0)?, row.get(2)?);
        let of = UnionBody::of(&body).unwrap_or(UnionBody::Committee);
        let mut what = UnionOffice::of(&office).unwrap_or(UnionOffice::Member).called(of).to_owned();
        if let Some(number) = row.get::<_, Option<String>>(3)? {
            what.push_str(&format!("，监督员证{number}"));
        }
        Ok(Mention { affair: term_name(&body, row.get(1)?), what, on: row.get(4)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn groups(connection: &Connection, id: PersonId) -> Result<Vec<Mention>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT g.name, g.kind, '会员' FROM live_union_group_person m JOIN live_union_group g ON g.id = m.group_id
         WHERE m.person_id = ?1
         UNION ALL SELECT name, kind, '负责人' FROM live_union_group WHERE leader_id = ?1",
    )?;
    let rows = statement.query_map([id], |row| {
        let kind = UnionGroupKind::of(&row.get::<_, String>(1)?).map_or("", UnionGroupKind::label);
        let what: String = row.get(2)?;
        Ok(Mention { affair: row.get(0)?, what: format!("{kind}{what}"), on: None })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
