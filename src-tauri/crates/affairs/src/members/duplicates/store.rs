//! The rows behind the search for duplicates: what is compared of everybody, how a person is shown beside another, and what was
//! decided of pairs.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::facts::Facts;
use super::model::{ApartInput, DuplicatePerson, PersonApart, PersonApartId, PersonMergeId};
use super::stayed;
use crate::Problem;
use crate::masks::{mask_id, shown_birth, shown_id, shown_phone};
use crate::members::membership::model::{MembershipKind, MembershipState};
use crate::members::model::PersonId;
use crate::members::roster::{id_number, phones};
use crate::members::store::sex_of;
use crate::union::model::Shown;

/// What is compared of everybody or of one (`?1`), in the order in which they were entered.
const FACTS: &str =
    "SELECT p.id, p.name_key, p.sex, p.birth, p.card_number, i.number, i.phone, i.other_phones,
    e.work_number, e.shop
  FROM live_person p LEFT JOIN live_person_identity i ON i.id = p.id
  LEFT JOIN live_employment e ON e.id = (SELECT x.id FROM live_employment x
    WHERE x.person_id = p.id AND x.left_on IS NULL ORDER BY x.id LIMIT 1)
  WHERE ?1 IS NULL OR p.id = ?1 ORDER BY p.id";

/// Reads what is compared: of everybody, or of one.
pub(super) fn facts(connection: &Connection, of: Option<PersonId>) -> Result<Vec<Facts>, Problem> {
    let mut statement = connection.prepare_cached(FACTS)?;
    let rows = statement.query_map([of], |row| {
        let birth: Option<String> = row.get(3)?;
        let number: Option<String> = row.get(5)?;
        let phone: Option<String> = row.get(6)?;
        let others: Option<String> = row.get(7)?;
        let written = [phone, others].into_iter().flatten();
        Ok(Facts {
            id: row.get(0)?,
            name: row.get(1)?,
            folded: String::new(),
            sounds: Vec::new(),
            sex: sex_of(&row.get::<_, String>(2)?),
            number: number.as_deref().map(id_number::long),
            mask: number.as_deref().map(mask_id),
            phones: written.flat_map(|text| phones::read(&text).numbers).collect(),
            staff: row.get(8)?,
            card: row.get(4)?,
            birth: birth.filter(|day| day.len() == "1990-01-01".len()),
            shop: row.get(9)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A digest of what two people were when they were judged. Salted with the entry's own id: equal people of two entries cannot
/// be told by it.
pub(super) fn digest(of: PersonApartId, one: &Facts, other: &Facts) -> String {
    let mut pair = [one, other];
    pair.sort_by_key(|facts| facts.id);
    let mut hasher = Sha256::new();
    hasher.update(of.to_string());
    for facts in pair {
        let (number, staff) = (&facts.number, &facts.staff);
        let told = (&facts.name, number, &facts.phones, staff, &facts.card, &facts.birth);
        hasher.update(format!("{told:?}\u{1}"));
    }
    hex::encode(hasher.finalize())
}

/// How a person is shown beside another.
///
/// Errors: `not_found`.
pub(super) fn shown(
    connection: &Connection,
    id: PersonId,
    identity: Shown,
) -> Result<DuplicatePerson, Problem> {
    connection
        .prepare_cached(
            "SELECT p.name, p.sex, p.birth, e.shop, e.post, i.number, i.phone, l.last_event
             FROM live_person p JOIN member_line l ON l.id = p.id
             LEFT JOIN live_person_identity i ON i.id = p.id
             LEFT JOIN live_employment e ON e.id = (SELECT x.id FROM live_employment x
               WHERE x.person_id = p.id AND x.left_on IS NULL ORDER BY x.id LIMIT 1)
             WHERE p.id = ?1",
        )?
        .query_row([id], |row| {
            let last = row.get::<_, Option<String>>(7)?.as_deref().and_then(MembershipKind::of);
            Ok(DuplicatePerson {
                id,
                name: row.get(0)?,
                sex: sex_of(&row.get::<_, String>(1)?),
                birth: row.get::<_, Option<String>>(2)?.map(|birth| shown_birth(&birth, identity)),
                shop: row.get(3)?,
                post: row.get(4)?,
                id_number: row.get::<_, Option<String>>(5)?.map(|number| shown_id(&number, identity)),
                phone: row.get::<_, Option<String>>(6)?.map(|phone| shown_phone(&phone, identity)),
                state: last.map_or(MembershipState::NotYet, MembershipKind::state),
                left: last.and_then(MembershipKind::left).map(str::to_owned),
            })
        })
        .optional()?
        .ok_or_else(|| stayed::missing(connection, id))
}

/// A pair that was found to be two people, and the digest of what they were.
pub(super) struct Apart {
    pub pair: (PersonId, PersonId),
    pub digest: String,
    pub line: PersonApart,
}

/// Every pair that was found to be two people, of those who stand.
pub(super) fn apart(connection: &Connection) -> Result<Vec<Apart>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT a.id, a.one_id, a.other_id, one.name, other.name, a.reason, a.decided_on, a.facts
         FROM live_person_apart a JOIN live_person one ON one.id = a.one_id JOIN live_person other ON other.id = a.other_id
         ORDER BY a.decided_on DESC, a.id DESC",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Apart {
            pair: (row.get(1)?, row.get(2)?),
            digest: row.get(7)?,
            line: PersonApart {
                id: row.get(0)?,
                one: row.get(3)?,
                other: row.get(4)?,
                reason: row.get(5)?,
                decided_on: row.get(6)?,
                outdated: false,
            },
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Keeps that two are two people, in place of what was kept of them before.
pub(super) fn put_apart(tx: &Tx, id: PersonApartId, input: &ApartInput, facts: &str) -> Result<(), Problem> {
    let (one, other) = (input.one.min(input.other), input.one.max(input.other));
    tx.execute(
        "UPDATE person_apart SET removed_at = ?3 WHERE one_id = ?1 AND other_id = ?2 AND removed_at IS NULL",
        params![one, other, tx.now().to_rfc3339()],
    )?;
    tx.execute(
        "INSERT INTO person_apart (id, one_id, other_id, reason, decided_on, facts) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![id, one, other, input.reason.trim(), tx.today(), facts],
    )?;
    Ok(())
}

/// Puts such an entry out of sight.
///
/// Errors: `not_found`.
pub(super) fn lift_apart(tx: &Tx, id: PersonApartId) -> Result<(), Problem> {
    let sql = "UPDATE person_apart SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL";
    match tx.execute(sql, params![id, tx.now().to_rfc3339()])? {
        0 => Err(Problem::missing("条“两个人”的登记")),
        _ => Ok(()),
    }
}

/// Keeps that one record went into another.
pub(super) fn put_merge(tx: &Tx, kept: PersonId, gone: PersonId) -> Result<PersonMergeId, Problem> {
    let id = tx.new_id::<PersonMergeId>();
    tx.execute(
        "INSERT INTO person_merge (id, kept_id, gone_id, merged_on) VALUES (?1, ?2, ?3, ?4)",
        params![id, kept, gone, tx.today()],
    )?;
    Ok(id)
}

/// Whether a step merged two records, or turned such a step round: it tells whose each of the rows is that it moved.
pub fn merges(connection: &Connection, seq: i64) -> Result<bool, Problem> {
    let sql = "SELECT EXISTS (SELECT 1 FROM change
       WHERE place >= (?1 << 32) AND place < ((?1 + 1) << 32) AND +tbl = 'person_merge')";
    Ok(connection.prepare_cached(sql)?.query_row([seq], |row| row.get(0))?)
}

/// Whether a removed record may come back: one that was merged stands in another, and comes back only when the merge is
/// taken back.
pub(crate) fn may_return(connection: &Connection, id: &str) -> Result<(), Problem> {
    match stayed::into(connection, id)? {
        None => Ok(()),
        Some(name) => Err(Problem::new(
            "refused",
            format!(
                "这份档案已经合并到{name}的档案里，不能单独恢复；合并错了的，请撤销“合并重复人员”那一步，或者重新登记这个人。"
            ),
        )),
    }
}
