//! Certificates and training of people (证书): brought by a training ledger, matched by ID number, work number or a name that
//! only one person has, and kept with the person. How the ledger is read stands in `sheets::training`.

use std::collections::HashMap;

use ledger::Tx;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::members::model::PersonId;
use crate::members::sources::{self, Source};
use crate::members::store::BatchId;
use crate::sheets::training::{TrainingLine, TrainingSheet};

ledger::id_type!(
    /// A certificate of a person.
    CertificateId
);

/// A certificate as the person's panel shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Certificate {
    /// The certificate.
    pub id: CertificateId,
    /// What it is for.
    pub name: String,
    /// 证书号.
    pub number: Option<String>,
    /// 发证日期, with the precision the source had.
    pub issued_on: Option<String>,
    /// 复审日期, with the precision the source had.
    pub review_on: Option<String>,
    /// 学时.
    pub hours: Option<u32>,
    /// Whether the day of review has passed.
    pub run_out: bool,
}

/// How a line of a training ledger stands to the roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CertificateMatch {
    /// One person fits; the certificate is new.
    Fits,
    /// The person has it already.
    Held,
    /// Nobody fits.
    Nobody,
    /// Several people fit.
    Several,
}

/// What an import of certificates did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CertificatesImported {
    /// Certificates added.
    pub added: u32,
    /// Those that people had already.
    pub held: u32,
    /// Lines whose person is not known for certain.
    pub unknown: u32,
}

/// The people of the roster by what a ledger of training names them by, and the certificates they hold.
pub struct Holders {
    by: HashMap<String, Vec<PersonId>>,
    held: HashMap<PersonId, Vec<(String, Option<String>)>>,
}

/// Reads them.
pub fn holders(connection: &Connection) -> Result<Holders, Problem> {
    let mut by: HashMap<String, Vec<PersonId>> = HashMap::new();
    let mut statement = connection.prepare(
        "SELECT p.id, p.name_key, i.number, e.work_number FROM live_person p
         LEFT JOIN live_person_identity i ON i.id = p.id
         LEFT JOIN live_employment e ON e.person_id = p.id AND e.left_on IS NULL",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: PersonId = row.get(0)?;
        let keys = [
            row.get::<_, Option<String>>(2)?.map(|number| format!("id:{number}")),
            row.get::<_, Option<String>>(3)?.map(|number| format!("no:{number}")),
            Some(format!("name:{}", row.get::<_, String>(1)?)),
        ];
        for key in keys.into_iter().flatten() {
            let people = by.entry(key).or_default();
            if !people.contains(&id) {
                people.push(id);
            }
        }
    }
    let mut held: HashMap<PersonId, Vec<(String, Option<String>)>> = HashMap::new();
    let mut statement = connection.prepare("SELECT person_id, name, number FROM live_person_certificate")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        held.entry(row.get(0)?).or_default().push((row.get(1)?, row.get(2)?));
    }
    Ok(Holders { by, held })
}

impl Holders {
    /// Whose a line is, and how it stands: by ID number before work number before name.
    pub fn of(&self, line: &TrainingLine) -> (CertificateMatch, Option<PersonId>) {
        let whose = &line.whose;
        let keys = [
            whose.id_number.as_ref().map(|number| format!("id:{number}")),
            whose.work_number.as_ref().map(|number| format!("no:{number}")),
            (!whose.key.is_empty()).then(|| format!("name:{}", whose.key)),
        ];
        let people = keys.into_iter().flatten().find_map(|key| self.by.get(&key));
        match people.map(Vec::as_slice) {
            Some([one]) if self.holds(*one, line) => (CertificateMatch::Held, Some(*one)),
            Some([one]) => (CertificateMatch::Fits, Some(*one)),
            Some(_) => (CertificateMatch::Several, None),
            None => (CertificateMatch::Nobody, None),
        }
    }

    fn holds(&self, person: PersonId, line: &TrainingLine) -> bool {
        self.held.get(&person).is_some_and(|all| {
            all.iter().any(|(name, number)| match (&line.number, number) {
                (Some(new), Some(old)) => new == old,
                _ => *name == line.name && *number == line.number,
            })
        })
    }
}

/// Keeps the certificates of a ledger of training whose people are known; each with the row it came from.
///
/// Errors: `nothing_new`; `cancelled`, with nothing kept.
pub fn store(
    tx: &Tx,
    source: &Source,
    sheet: &TrainingSheet,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<CertificatesImported, Problem> {
    let mut known = holders(tx)?;
    let mut done = CertificatesImported { added: 0, held: 0, unknown: 0 };
    let batch = tx.new_id::<BatchId>();
    let people = u32::try_from(sheet.lines.len()).unwrap_or(u32::MAX);
    sources::insert_batch(tx, batch, source, &sheet.page, people)?;
    for (place, heading, field) in &sheet.columns {
        sources::insert_column(tx, batch, &sheet.page, (*place, heading), *field)?;
    }
    for (at, line) in sheet.lines.iter().enumerate() {
        if at.is_multiple_of(500) && !progress(at as u64, sheet.lines.len() as u64) {
            return Err(Problem::new("cancelled", "已取消导入，账本里什么都没有改动。"));
        }
        match known.of(line) {
            (CertificateMatch::Fits, Some(person)) => {
                tx.prepare_cached(
                    "INSERT INTO person_certificate (id, person_id, name, number, issued_on, review_on, hours)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                )?
                .execute(params![
                    tx.new_id::<CertificateId>(),
                    person,
                    line.name,
                    line.number,
                    line.issued_on.as_ref().map(ToString::to_string),
                    line.review_on.as_ref().map(ToString::to_string),
                    line.hours,
                ])?;
                sources::insert_row(tx, batch, person, (&sheet.page, line.row), &line.raw)?;
                // The same certificate twice in one file is one.
                known.held.entry(person).or_default().push((line.name.clone(), line.number.clone()));
                done.added += 1;
            }
            (CertificateMatch::Held, _) => done.held += 1,
            _ => done.unknown += 1,
        }
    }
    if done.added == 0 {
        let message = match done.held {
            0 => "表里的人在花名册里都没有找到，没有导入证书；请先导入花名册，或者补上工号、证件号码。",
            _ => "表里的证书账本里都已经有了，没有改动。",
        };
        return Err(Problem::new("nothing_new", message).at("file"));
    }
    Ok(done)
}

/// The certificates of a person, the one to be reviewed first on top.
pub fn of_person(
    connection: &Connection,
    person: PersonId,
    today: chrono::NaiveDate,
) -> Result<Vec<Certificate>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, name, number, issued_on, review_on, hours FROM live_person_certificate WHERE person_id = ?1
         ORDER BY coalesce(review_on, '~'), name, id",
    )?;
    let today = today.to_string();
    let rows = statement.query_map([person], |row| {
        let review_on: Option<String> = row.get(4)?;
        Ok(Certificate {
            id: row.get(0)?,
            name: row.get(1)?,
            number: row.get(2)?,
            issued_on: row.get(3)?,
            run_out: review_on.as_ref().is_some_and(|day| format!("{day}~") < today),
            review_on,
            hours: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Puts a certificate out of sight.
///
/// Errors: `not_found`.
pub fn remove(tx: &Tx, id: CertificateId) -> Result<(), Problem> {
    let now = tx.now().to_rfc3339();
    let sql = "UPDATE person_certificate SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL";
    match tx.execute(sql, params![id, now])? {
        0 => Err(Problem::missing("张证书")),
        _ => Ok(()),
    }
}
