//! The rows of both sides' representatives.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, params};

use super::remove;
use crate::Problem;
use crate::members::store::{sex_column, sex_of};
use crate::negotiation::model::{NegotiationId, Representative, RepresentativeId, RepresentativeInput, Side};

/// Writes one side in its order: those that stand are changed, new ones added, those left out removed.
pub fn save_side(
    tx: &Tx,
    negotiation: NegotiationId,
    side: Side,
    wanted: &[RepresentativeInput],
) -> Result<(), Problem> {
    let standing: Vec<Representative> =
        representatives(tx, negotiation)?.into_iter().filter(|standing| standing.side == side).collect();
    let wanted: Vec<RepresentativeInput> = wanted.iter().map(|one| with_id(one, &standing)).collect();
    for gone in standing.iter().filter(|standing| !wanted.iter().any(|one| one.id == Some(standing.id))) {
        remove(tx, "negotiation_representative", "id", &gone.id.to_string())?;
    }
    for (ord, one) in (1_i64..).zip(&wanted) {
        let values = params![
            one.id.unwrap_or_else(|| tx.new_id::<RepresentativeId>()),
            negotiation,
            side.code(),
            ord,
            one.person,
            one.name.trim(),
            sex_column(one.sex),
            one.post.trim(),
            one.chief,
            one.outside,
            one.front_line,
            one.personnel_manager,
            one.chosen_how.trim(),
            one.chosen_on,
        ];
        if one.id.is_none() {
            tx.execute(
                "INSERT INTO negotiation_representative (id, negotiation_id, side, ord, person_id, name, sex, post,
                   chief, outside, front_line, personnel_manager, chosen_how, chosen_on)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
                values,
            )?;
        } else {
            let changed = tx.execute(
                "UPDATE negotiation_representative SET ord = ?4, person_id = ?5, name = ?6, sex = ?7, post = ?8,
                   chief = ?9, outside = ?10, front_line = ?11, personnel_manager = ?12, chosen_how = ?13,
                   chosen_on = ?14
                 WHERE id = ?1 AND negotiation_id = ?2 AND side = ?3 AND removed_at IS NULL",
                values,
            )?;
            if changed == 0 {
                return Err(Problem::missing("位协商代表"));
            }
        }
    }
    Ok(())
}

/// Writes who a representative is over what was typed wrong; the row and so every record that names it goes on.
pub fn rename(tx: &Tx, id: RepresentativeId, right: &RepresentativeInput) -> Result<(), Problem> {
    let sql = "UPDATE negotiation_representative SET person_id = ?2, name = ?3 WHERE id = ?1 AND removed_at IS NULL";
    match tx.execute(sql, params![id, right.person, right.name.trim()])? {
        0 => Err(Problem::missing("位协商代表")),
        _ => Ok(()),
    }
}

/// Someone who stands already keeps the row, also when sent without its id; another name under a known id
/// is another person and gets a row of their own, so that kept meetings go on naming who was there.
fn with_id(one: &RepresentativeInput, standing: &[Representative]) -> RepresentativeInput {
    let same = |standing: &&Representative| {
        standing.record.person == one.person && standing.record.name.trim() == one.name.trim()
    };
    let id = match one.id {
        Some(id) if standing.iter().any(|s| s.id == id && !same(&s)) => None,
        Some(id) => Some(id),
        None => standing.iter().find(same).map(|standing| standing.id),
    };
    RepresentativeInput { id, ..one.clone() }
}

/// Everyone who stands, the workers' side first, in order: a seat that fell vacant is nobody's.
pub fn representatives(
    connection: &Connection,
    negotiation: NegotiationId,
) -> Result<Vec<Representative>, Problem> {
    let mut all = seats(connection, negotiation)?;
    all.retain(|one| one.until.is_none());
    Ok(all)
}

/// Who stood on a day, as far as the record tells: who left is there up to the day of the vacancy, who fills a seat from the day
/// chosen.
pub fn representatives_on(
    connection: &Connection,
    negotiation: NegotiationId,
    day: NaiveDate,
) -> Result<Vec<Representative>, Problem> {
    let mut all = seats(connection, negotiation)?;
    all.retain(|one| one.stood_on(day));
    Ok(all)
}

/// Everyone of the list, those too whose seat fell vacant since.
pub fn seats(connection: &Connection, negotiation: NegotiationId) -> Result<Vec<Representative>, Problem> {
    select(connection, negotiation, "live_negotiation_representative")
}

/// Everyone who ever stood: kept meetings name them.
pub fn all_representatives(
    connection: &Connection,
    negotiation: NegotiationId,
) -> Result<Vec<Representative>, Problem> {
    select(connection, negotiation, "negotiation_representative")
}

fn select(
    connection: &Connection,
    negotiation: NegotiationId,
    from: &'static str,
) -> Result<Vec<Representative>, Problem> {
    let vacated =
        "FROM live_negotiation_event e WHERE e.negotiation_id = r.negotiation_id AND e.kind = 'vacated'
           AND e.representative_id = r.id ORDER BY e.happened_on, e.id LIMIT 1";
    let mut statement = connection.prepare_cached(&format!(
        "SELECT id, side, person_id, name, sex, post, chief, outside, front_line, personnel_manager, chosen_how,
           chosen_on, replaces_id, (SELECT e.happened_on {vacated}), (SELECT e.text {vacated})
         FROM {from} r WHERE negotiation_id = ?1 ORDER BY side DESC, ord, id"
    ))?;
    let rows = statement.query_map(params![negotiation], |row| {
        let id: RepresentativeId = row.get(0)?;
        Ok(Representative {
            id,
            side: Side::of(&row.get::<_, String>(1)?),
            record: RepresentativeInput {
                id: Some(id),
                person: row.get(2)?,
                name: row.get(3)?,
                sex: sex_of(&row.get::<_, String>(4)?),
                post: row.get(5)?,
                chief: row.get(6)?,
                outside: row.get(7)?,
                front_line: row.get(8)?,
                personnel_manager: row.get(9)?,
                chosen_how: row.get(10)?,
                chosen_on: row.get(11)?,
            },
            replaces: row.get(12)?,
            until: row.get(13)?,
            left_why: row.get(14)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
