//! The rows of the union's record beyond its place. Where members find it stands among the settings.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use super::model::{UnionDetails, UnionEnterprise, UnionForm, UnionKind};
use crate::Problem;
use crate::union::model::UnionId;
use crate::union::{settings, store as union};

/// The record itself.
pub(super) fn id(connection: &Connection) -> Result<UnionId, Problem> {
    Ok(connection.query_row("SELECT id FROM union_record LIMIT 1", [], |row| row.get(0))?)
}

/// The record as it is kept, the account in full.
pub(super) fn details(connection: &Connection) -> Result<UnionDetails, Problem> {
    let mut details = connection.query_row(
        "SELECT kind, form, employer, employer_code, established_on, approval_number, upper_union, bank, bank_account,
           certificate_number, certificate_until, seal, employer_representative FROM union_record LIMIT 1",
        [],
        |row| {
            Ok(UnionDetails {
                name: None,
                credit_code: None,
                kind: row.get::<_, Option<String>>(0)?.as_deref().and_then(UnionKind::of),
                form: row.get::<_, Option<String>>(1)?.as_deref().and_then(UnionForm::of),
                enterprises: vec![UnionEnterprise {
                    name: row.get(2)?,
                    credit_code: row.get(3)?,
                    representative: row.get(12)?,
                }],
                established_on: row.get(4)?,
                approval_number: row.get(5)?,
                upper_union: row.get(6)?,
                bank: row.get(7)?,
                bank_account: row.get(8)?,
                certificate_number: row.get(9)?,
                certificate_until: row.get(10)?,
                seal: row.get(11)?,
                office: None,
                phone: None,
            })
        },
    )?;
    let sql = "SELECT name, credit_code, representative FROM live_union_enterprise ORDER BY ord, id";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| {
        Ok(UnionEnterprise { name: row.get(0)?, credit_code: row.get(1)?, representative: row.get(2)? })
    })?;
    for row in rows {
        details.enterprises.push(row?);
    }
    let found = |name| Ok::<_, Problem>(union::setting(connection, name)?.filter(|text| !text.is_empty()));
    (details.office, details.phone) = (found(settings::OFFICE)?, found(settings::PHONE)?);
    Ok(details)
}

/// 法定代表人 of one of the union's enterprises, by its name.
pub(super) fn representative(connection: &Connection, enterprise: &str) -> Result<Option<String>, Problem> {
    let sql = "SELECT employer_representative FROM union_record WHERE employer = ?1
      UNION ALL SELECT representative FROM live_union_enterprise WHERE name = ?1 LIMIT 1";
    let mut statement = connection.prepare_cached(sql)?;
    let found: Option<Option<String>> =
        statement.query_row([enterprise.trim()], |row| row.get(0)).optional()?;
    Ok(found.flatten())
}

/// Brings the record to what is given. What stays the same leaves no change.
pub(super) fn save(tx: &Tx, details: &UnionDetails) -> Result<(), Problem> {
    let first = details.enterprises.first();
    tx.execute(
        "UPDATE union_record SET kind = ?1, form = ?2, employer = ifnull(?3, employer), employer_code = ?4,
           established_on = ?5, approval_number = ?6, upper_union = ?7, bank = ?8, bank_account = ?9,
           certificate_number = ?10, certificate_until = ?11, seal = ?12, name = ifnull(?13, name),
           credit_code = ifnull(?14, credit_code), employer_representative = ?15",
        params![
            details.kind.map(UnionKind::code),
            details.form.map(UnionForm::code),
            first.map(|one| &one.name),
            first.and_then(|one| one.credit_code.as_ref()),
            details.established_on,
            details.approval_number,
            details.upper_union,
            details.bank,
            details.bank_account,
            details.certificate_number,
            details.certificate_until,
            details.seal,
            details.name,
            details.credit_code,
            first.and_then(|one| one.representative.as_ref()),
        ],
    )?;
    for (name, wanted) in [(settings::OFFICE, &details.office), (settings::PHONE, &details.phone)] {
        let wanted = wanted.as_deref().unwrap_or_default();
        if union::setting(tx, name)?.unwrap_or_default() != wanted {
            union::set_setting(tx, name, wanted)?;
        }
    }
    save_further(tx, details.enterprises.get(1..).unwrap_or_default())
}

/// An enterprise keeps its row by name, so that its history is one.
fn save_further(tx: &Tx, wanted: &[UnionEnterprise]) -> Result<(), Problem> {
    let mut statement = tx.prepare_cached("SELECT name, id FROM live_union_enterprise ORDER BY ord, id")?;
    let mut known = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<Vec<(String, String)>, _>>()?;
    for (ord, one) in (1_i64..).zip(wanted) {
        let standing = known.iter().position(|(name, _)| *name == one.name);
        let id = standing.map_or_else(|| tx.new_id::<uuid::Uuid>().to_string(), |at| known.swap_remove(at).1);
        tx.execute(
            "INSERT INTO union_enterprise (id, ord, name, credit_code, representative) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, credit_code = excluded.credit_code,
               representative = excluded.representative",
            params![id, ord, one.name, one.credit_code, one.representative],
        )?;
    }
    for (_, gone) in known {
        tx.execute(
            "UPDATE union_enterprise SET removed_at = ?2 WHERE id = ?1",
            params![gone, tx.now().to_rfc3339()],
        )?;
    }
    Ok(())
}
