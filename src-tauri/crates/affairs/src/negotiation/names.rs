//! What both parties of an affair are called on its papers, and their credit codes: as they were when an agreement was signed, at the
//! latest when the affair was sealed; until then as they are today. What else the union's record tells is `union`'s.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Params, Row, params};

use super::agreement::model::AgreementId;
use super::agreement::store as agreements;
use super::model::NegotiationId;
use crate::Problem;
use crate::union;
use crate::union::model::{Shown, UnionRecord};
use crate::union::store::union_record;

/// The names as they were kept, with the codes where they were recorded then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::negotiation) struct Names {
    employer: String,
    union_name: String,
    employer_code: Option<String>,
    union_code: Option<String>,
}

impl Names {
    /// Of today.
    fn today(connection: &Connection) -> Result<Names, Problem> {
        let record = union_record(connection)?;
        let details = union::details::sheet(connection, Shown::Never)?.details;
        let employer_code = details.enterprises.into_iter().next().and_then(|one| one.credit_code);
        let told = |code: String| Some(code).filter(|code| !code.trim().is_empty());
        Ok(Names {
            employer: record.employer,
            union_name: record.name,
            employer_code: employer_code.and_then(told),
            union_code: told(record.credit_code),
        })
    }

    /// With the codes of today where none were kept.
    fn filled(self, connection: &Connection) -> Result<Names, Problem> {
        let today = Names::today(connection)?;
        Ok(Names {
            employer_code: self.employer_code.or(today.employer_code),
            union_code: self.union_code.or(today.union_code),
            ..self
        })
    }
}

fn names_of(row: &Row<'_>) -> rusqlite::Result<Names> {
    Ok(Names {
        employer: row.get(0)?,
        union_name: row.get(1)?,
        employer_code: row.get(2)?,
        union_code: row.get(3)?,
    })
}

fn one(connection: &Connection, sql: &str, of: impl Params) -> Result<Option<Names>, Problem> {
    Ok(connection.prepare_cached(sql)?.query_row(of, names_of).optional()?)
}

/// The union's record under the names that were kept.
fn under(connection: &Connection, kept: Option<Names>) -> Result<UnionRecord, Problem> {
    let today = union_record(connection)?;
    Ok(match kept {
        Some(kept) => UnionRecord {
            employer: kept.employer,
            name: kept.union_name,
            credit_code: kept.union_code.unwrap_or(today.credit_code),
            ..today
        },
        None => today,
    })
}

/// A signature that was taken back leaves its names without effect, and brings them back with itself.
const SIGNED: &str = "SELECT p.employer, p.union_name, p.employer_code, p.union_code
  FROM live_negotiation_party p WHERE p.agreement_id = ?1
  AND (EXISTS (SELECT 1 FROM live_negotiation_event e WHERE e.agreement_id = p.agreement_id AND e.kind = 'signed')
    OR EXISTS (SELECT 1 FROM live_negotiation_seal s WHERE s.negotiation_id = p.negotiation_id))";
/// Of an affair as it was sealed; before that, of what was signed first in it.
const SEALED: &str = "SELECT p.employer, p.union_name, p.employer_code, p.union_code
  FROM live_negotiation_party p
  JOIN live_negotiation_seal s ON s.negotiation_id = p.negotiation_id
  WHERE p.negotiation_id = ?1 AND p.agreement_id IS NULL";
const FIRST_SIGNED: &str = "SELECT p.employer, p.union_name, p.employer_code, p.union_code
  FROM live_negotiation_party p
  JOIN live_negotiation_event e ON e.agreement_id = p.agreement_id AND e.kind = 'signed'
  WHERE p.negotiation_id = ?1 ORDER BY e.happened_on, p.id LIMIT 1";

/// The names that an agreement was signed under; of one that goes on in another affair, those of its signature there.
fn signed(connection: &Connection, id: AgreementId) -> Result<Option<Names>, Problem> {
    let mut of = Some(id);
    while let Some(id) = of {
        let found = one(connection, SIGNED, [id])?;
        if found.is_some() {
            return Ok(found);
        }
        of = agreements::head(connection, id)?.continues;
    }
    Ok(None)
}

fn of_talks(connection: &Connection, id: NegotiationId) -> Result<Option<Names>, Problem> {
    match one(connection, SEALED, [id])? {
        Some(found) => Ok(Some(found)),
        None => one(connection, FIRST_SIGNED, [id]),
    }
}

/// The union's record as the papers of a round of talks name it.
pub(in crate::negotiation) fn of_affair(
    connection: &Connection,
    id: NegotiationId,
) -> Result<UnionRecord, Problem> {
    under(connection, of_talks(connection, id)?)
}

/// The union's record as the papers of one agreement name it. Errors: `not_found`.
pub(in crate::negotiation) fn of_agreement(
    connection: &Connection,
    id: AgreementId,
) -> Result<UnionRecord, Problem> {
    under(connection, signed(connection, id)?)
}

/// The employer's credit code as the papers of one agreement bear it; none where it is not recorded. Errors: `not_found`.
pub(in crate::negotiation) fn employer_code(
    connection: &Connection,
    id: AgreementId,
) -> Result<Option<String>, Problem> {
    let names = match signed(connection, id)? {
        Some(kept) => kept.filled(connection)?,
        None => Names::today(connection)?,
    };
    Ok(names.employer_code)
}

fn keep(
    tx: &Tx,
    negotiation: NegotiationId,
    agreement: Option<AgreementId>,
    names: Names,
) -> Result<(), Problem> {
    let row: Option<String> = tx
        .query_row(
            "SELECT id FROM live_negotiation_party WHERE negotiation_id = ?1 AND agreement_id IS ?2",
            params![negotiation, agreement],
            |row| row.get(0),
        )
        .optional()?;
    tx.execute(
        "INSERT INTO negotiation_party (id, negotiation_id, agreement_id, employer, union_name,
           employer_code, union_code)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET employer = excluded.employer, union_name = excluded.union_name,
           employer_code = excluded.employer_code, union_code = excluded.union_code",
        params![
            row.unwrap_or_else(|| tx.new_id::<uuid::Uuid>().to_string()),
            negotiation,
            agreement,
            names.employer,
            names.union_name,
            names.employer_code,
            names.union_code,
        ],
    )?;
    Ok(())
}

/// Keeps the names of the day with an agreement that is signed.
pub(in crate::negotiation) fn keep_signed(
    tx: &Tx,
    negotiation: NegotiationId,
    agreement: AgreementId,
) -> Result<(), Problem> {
    keep(tx, negotiation, Some(agreement), Names::today(tx)?)
}

/// The names that an affair is to be sealed with: its own, and those of whatever of it is not signed.
pub(in crate::negotiation) fn to_seal(
    connection: &Connection,
    negotiation: NegotiationId,
) -> Result<Vec<(Option<AgreementId>, Names)>, Problem> {
    let today = Names::today(connection)?;
    let own = match of_talks(connection, negotiation)? {
        Some(kept) => kept.filled(connection)?,
        None => today.clone(),
    };
    let mut all = vec![(None, own)];
    for head in agreements::all(connection, negotiation)? {
        if signed(connection, head.id)?.is_none() {
            all.push((Some(head.id), today.clone()));
        }
    }
    Ok(all)
}

/// Keeps the names that an affair was sealed with.
pub(in crate::negotiation) fn keep_sealed(
    tx: &Tx,
    negotiation: NegotiationId,
    names: Vec<(Option<AgreementId>, Names)>,
) -> Result<(), Problem> {
    names.into_iter().try_for_each(|(agreement, names)| keep(tx, negotiation, agreement, names))
}
