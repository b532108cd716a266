//! The rows of pay levels and special forms of pay. Saving changes only what differs, so that each row keeps its history.

use ledger::{Fen, Tx};
use rusqlite::types::ToSql;
use rusqlite::{Connection, params};

use super::model::{SaveSkillPay, SkillPayForm, SkillPayKind, SkillPayLevel};
use crate::Problem;
use crate::members::roster::codes::SkillGrade;
use crate::negotiation::model::NegotiationId;
use crate::negotiation::store::remove;

fn text(value: Option<&String>) -> Option<&str> {
    value.map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// The levels in order.
pub fn levels(connection: &Connection, of: NegotiationId) -> Result<Vec<SkillPayLevel>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, trade, grade, from_fen, to_fen, allowance_fen, people, note FROM live_skill_pay_level
         WHERE negotiation_id = ?1 ORDER BY ord, id",
    )?;
    let rows = statement.query_map([of], |row| {
        let grade: String = row.get(2)?;
        let known = SkillGrade::ALL.iter().copied().find(|one| one.label() == grade);
        Ok(SkillPayLevel {
            id: row.get(0)?,
            trade: row.get(1)?,
            grade: known.unwrap_or(SkillGrade::NoGrade),
            from: Fen(row.get(3)?),
            to: Fen(row.get(4)?),
            allowance: row.get::<_, Option<i64>>(5)?.map(Fen),
            people: row.get(6)?,
            note: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The special forms in order.
pub fn forms(connection: &Connection, of: NegotiationId) -> Result<Vec<SkillPayForm>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, kind, who, people, terms, since FROM live_skill_pay_form
         WHERE negotiation_id = ?1 ORDER BY ord, id",
    )?;
    let rows = statement.query_map([of], |row| {
        Ok(SkillPayForm {
            id: row.get(0)?,
            kind: SkillPayKind::of(&row.get::<_, String>(1)?).unwrap_or(SkillPayKind::Other),
            who: row.get(2)?,
            people: row.get(3)?,
            terms: row.get(4)?,
            since: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes both lists. Errors: `not_found` for a row that is no longer there.
pub fn save(tx: &Tx, save: &SaveSkillPay) -> Result<(), Problem> {
    let of = save.negotiation;
    let known = levels(tx, of)?;
    let standing: Vec<_> = known.iter().filter_map(|one| one.id).collect();
    if save.levels.iter().any(|level| level.id.is_some_and(|id| !standing.contains(&id))) {
        return Err(Problem::missing("行工资水平").at("levels"));
    }
    // A trade at a grade goes on as the row it is, whatever id it is sent with: of two rows that change places neither stands twice
    // on the way, and a new row never takes the place of one that became another.
    let own = |level: &SkillPayLevel| {
        let same = known.iter().find(|one| one.trade == level.trade.trim() && one.grade == level.grade);
        same.and_then(|one| one.id)
    };
    let mut taken: Vec<_> = save.levels.iter().filter_map(own).collect();
    let mut rows = Vec::new();
    for level in &save.levels {
        let id = match own(level).or(level.id.filter(|id| !taken.contains(id))) {
            Some(id) => id,
            None => tx.new_id(),
        };
        taken.push(id);
        rows.push((id, level));
    }
    let kept: Vec<_> = rows.iter().map(|(id, _)| *id).collect();
    for gone in standing.iter().filter(|id| !kept.contains(id)) {
        remove(tx, "skill_pay_level", "id", &gone.to_string())?;
    }
    for (ord, (id, level)) in (1_i64..).zip(rows) {
        tx.prepare_cached(
            "INSERT INTO skill_pay_level (id, negotiation_id, ord, trade, grade, from_fen, to_fen, allowance_fen, people,
               note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, trade = excluded.trade, grade = excluded.grade,
               from_fen = excluded.from_fen, to_fen = excluded.to_fen, allowance_fen = excluded.allowance_fen,
               people = excluded.people, note = excluded.note",
        )?
        .execute(params![
            id,
            of,
            ord,
            level.trade.trim(),
            level.grade.label(),
            level.from.0,
            level.to.0,
            level.allowance.map(|sum| sum.0),
            level.people,
            text(level.note.as_ref()),
        ])?;
    }
    save_forms(tx, save)
}

fn save_forms(tx: &Tx, save: &SaveSkillPay) -> Result<(), Problem> {
    let standing: Vec<_> = forms(tx, save.negotiation)?.into_iter().filter_map(|one| one.id).collect();
    let kept: Vec<_> = save.forms.iter().filter_map(|one| one.id).collect();
    if kept.iter().any(|id| !standing.contains(id)) {
        return Err(Problem::missing("项工资形式").at("forms"));
    }
    for gone in standing.iter().filter(|id| !kept.contains(id)) {
        remove(tx, "skill_pay_form", "id", &gone.to_string())?;
    }
    for (ord, form) in (1_i64..).zip(&save.forms) {
        let id = form.id.unwrap_or_else(|| tx.new_id());
        let values: [&dyn ToSql; 8] = [
            &id,
            &save.negotiation,
            &ord,
            &form.kind.code(),
            &form.who.trim(),
            &form.people,
            &form.terms.trim(),
            &form.since,
        ];
        tx.prepare_cached(
            "INSERT INTO skill_pay_form (id, negotiation_id, ord, kind, who, people, terms, since)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, kind = excluded.kind, who = excluded.who,
               people = excluded.people, terms = excluded.terms, since = excluded.since",
        )?
        .execute(values.as_slice())?;
    }
    Ok(())
}
