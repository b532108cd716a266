//! The rows of a person's file. Each kind is read newest first and written whole; which may be written is `mod`'s.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{
    Certificate, CertificateId, CertificateKind, ContractTerm, ExamConclusion, ExamKind, Hazard, HazardKind,
    HealthExam, HealthExamId, Honour, HonourId, HonourKind, HonourLevel, LabourContract, LabourContractId,
    Training, TrainingId,
};
use crate::Problem;
use crate::members::membership::model::MembershipKind;
use crate::members::membership::store::newest_sql;
use crate::members::model::PersonId;
use crate::typed::text;

fn contract(row: &Row<'_>) -> rusqlite::Result<LabourContract> {
    Ok(LabourContract {
        id: row.get(0)?,
        person: row.get(1)?,
        term: ContractTerm::of(&row.get::<_, String>(2)?).unwrap_or(ContractTerm::Fixed),
        from: row.get(3)?,
        until: row.get(4)?,
        probation_until: row.get(5)?,
        ended_on: row.get(6)?,
        note: row.get(7)?,
    })
}

/// The contracts of a person.
pub(crate) fn contracts(connection: &Connection, person: PersonId) -> Result<Vec<LabourContract>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, person_id, term, from_on, until_on, probation_until, ended_on, note FROM live_labour_contract
         WHERE person_id = ?1 ORDER BY from_on DESC, id DESC",
    )?;
    Ok(statement.query_map([person], contract)?.collect::<Result<_, _>>()?)
}

/// Of someone who still works here: there is a job that has not ended, and they neither died nor moved to another union with
/// their work.
fn at_work(person: &str) -> String {
    let newest = newest_sql(person);
    format!(
        "EXISTS (SELECT 1 FROM live_employment e WHERE e.person_id = {person} AND e.left_on IS NULL)
         AND coalesce({newest}, '') NOT IN ('{}', '{}')",
        MembershipKind::MovedOut.code(),
        MembershipKind::Died.code()
    )
}

/// Contracts that end on this day or before with nothing after them, of those who still work here: whose, the name, the first
/// and the last day. What follows is a later contract, or an end entered in fact.
pub(super) fn ending(
    connection: &Connection,
    until: NaiveDate,
) -> Result<Vec<(PersonId, String, NaiveDate, NaiveDate)>, Problem> {
    let at_work = at_work("c.person_id");
    let mut statement = connection.prepare_cached(&format!(
        "SELECT p.id, p.name, c.from_on, c.until_on FROM live_labour_contract c JOIN live_person p ON p.id = c.person_id
         WHERE c.until_on <= ?1 AND c.ended_on IS NULL
           AND NOT EXISTS (SELECT 1 FROM live_labour_contract n WHERE n.person_id = c.person_id
             AND n.from_on > c.from_on)
           AND {at_work}
         ORDER BY c.until_on, p.name_sort, p.id"
    ))?;
    let rows =
        statement.query_map([until], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn put_contract(tx: &Tx, id: LabourContractId, input: &LabourContract) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO labour_contract (id, person_id, term, from_on, until_on, probation_until, ended_on, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET term = excluded.term, from_on = excluded.from_on, until_on = excluded.until_on,
           probation_until = excluded.probation_until, ended_on = excluded.ended_on, note = excluded.note",
        params![
            id,
            input.person,
            input.term.code(),
            input.from,
            input.until,
            input.probation_until,
            input.ended_on,
            text(&input.note)
        ],
    )?;
    Ok(())
}

/// The certificates of a person.
pub(crate) fn certificates(connection: &Connection, person: PersonId) -> Result<Vec<Certificate>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, person_id, kind, name, grade, number, issuer, issued_on, valid_until FROM live_certificate
         WHERE person_id = ?1 ORDER BY issued_on DESC, id DESC",
    )?;
    let rows = statement.query_map([person], |row| {
        Ok(Certificate {
            id: row.get(0)?,
            person: row.get(1)?,
            kind: CertificateKind::of(&row.get::<_, String>(2)?).unwrap_or(CertificateKind::Other),
            name: row.get(3)?,
            grade: row.get(4)?,
            number: row.get(5)?,
            issuer: row.get(6)?,
            issued_on: row.get(7)?,
            valid_until: row.get(8)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn put_certificate(tx: &Tx, id: CertificateId, input: &Certificate) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO certificate (id, person_id, kind, name, grade, number, issuer, issued_on, valid_until)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, grade = excluded.grade,
           number = excluded.number, issuer = excluded.issuer, issued_on = excluded.issued_on,
           valid_until = excluded.valid_until",
        params![
            id,
            input.person,
            input.kind.code(),
            input.name.trim(),
            text(&input.grade),
            text(&input.number),
            text(&input.issuer),
            input.issued_on,
            input.valid_until
        ],
    )?;
    Ok(())
}

/// The courses that a person took.
pub(crate) fn trainings(connection: &Connection, person: PersonId) -> Result<Vec<Training>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, person_id, course, trained_on, hours, provider FROM live_training WHERE person_id = ?1
         ORDER BY trained_on DESC, id DESC",
    )?;
    let rows = statement.query_map([person], |row| {
        Ok(Training {
            id: row.get(0)?,
            person: row.get(1)?,
            course: row.get(2)?,
            trained_on: row.get(3)?,
            hours: row.get(4)?,
            provider: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn put_training(tx: &Tx, id: TrainingId, input: &Training) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO training (id, person_id, course, trained_on, hours, provider) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (id) DO UPDATE SET course = excluded.course, trained_on = excluded.trained_on,
           hours = excluded.hours, provider = excluded.provider",
        params![id, input.person, input.course.trim(), input.trained_on, input.hours, text(&input.provider)],
    )?;
    Ok(())
}

/// The honours of a person.
pub(crate) fn honours(connection: &Connection, person: PersonId) -> Result<Vec<Honour>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, person_id, kind, level, name, year, issuer FROM live_honour WHERE person_id = ?1
         ORDER BY year DESC, id DESC",
    )?;
    let rows = statement.query_map([person], |row| {
        Ok(Honour {
            id: row.get(0)?,
            person: row.get(1)?,
            kind: HonourKind::of(&row.get::<_, String>(2)?).unwrap_or(HonourKind::Other),
            level: HonourLevel::of(&row.get::<_, String>(3)?).unwrap_or(HonourLevel::Unit),
            name: row.get(4)?,
            year: row.get(5)?,
            issuer: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn put_honour(tx: &Tx, id: HonourId, input: &Honour) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO honour (id, person_id, kind, level, name, year, issuer) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, level = excluded.level, name = excluded.name,
           year = excluded.year, issuer = excluded.issuer",
        params![
            id,
            input.person,
            input.kind.code(),
            input.level.code(),
            input.name.trim(),
            input.year,
            text(&input.issuer)
        ],
    )?;
    Ok(())
}

fn exam(row: &Row<'_>) -> rusqlite::Result<HealthExam> {
    Ok(HealthExam {
        id: row.get(0)?,
        person: row.get(1)?,
        kind: ExamKind::of(&row.get::<_, String>(2)?).unwrap_or(ExamKind::During),
        examined_on: row.get(3)?,
        institution: row.get(4)?,
        hazards: read_hazards(&row.get::<_, String>(5)?),
        conclusion: row.get::<_, Option<String>>(6)?.as_deref().and_then(ExamConclusion::of),
        next_on: row.get(7)?,
        note: row.get(8)?,
    })
}

const EXAM: &str =
    "x.id, x.person_id, x.kind, x.examined_on, x.institution, x.hazards, x.conclusion, x.next_on, x.note";

/// The exams of a person.
pub(crate) fn exams(connection: &Connection, person: PersonId) -> Result<Vec<HealthExam>, Problem> {
    let sql = format!(
        "SELECT {EXAM} FROM live_health_exam x WHERE x.person_id = ?1 ORDER BY x.examined_on DESC, x.id DESC"
    );
    Ok(connection.prepare_cached(&sql)?.query_map([person], exam)?.collect::<Result<_, _>>()?)
}

/// The newest exam of each who still works here, with the name.
pub(super) fn newest_exams(connection: &Connection) -> Result<Vec<(HealthExam, String)>, Problem> {
    let at_work = at_work("x.person_id");
    let sql = format!(
        "SELECT {EXAM}, p.name FROM live_health_exam x JOIN live_person p ON p.id = x.person_id
         WHERE x.id = (SELECT n.id FROM live_health_exam n WHERE n.person_id = x.person_id
             ORDER BY n.examined_on DESC, n.id DESC LIMIT 1)
           AND {at_work}
         ORDER BY p.name_sort, p.id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| Ok((exam(row)?, row.get(9)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn put_exam(tx: &Tx, id: HealthExamId, input: &HealthExam) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO health_exam (id, person_id, kind, examined_on, institution, hazards, conclusion, next_on, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, examined_on = excluded.examined_on,
           institution = excluded.institution, hazards = excluded.hazards, conclusion = excluded.conclusion,
           next_on = excluded.next_on, note = excluded.note",
        params![
            id,
            input.person,
            input.kind.code(),
            input.examined_on,
            text(&input.institution),
            hazards_text(&input.hazards),
            input.conclusion.map(ExamConclusion::code),
            input.next_on,
            text(&input.note)
        ],
    )?;
    Ok(())
}

/// `noise:86 heat dust:2`.
fn hazards_text(hazards: &[Hazard]) -> String {
    let one = |hazard: &Hazard| match hazard.level {
        Some(level) => format!("{}:{level}", hazard.kind.code()),
        None => hazard.kind.code().to_owned(),
    };
    hazards.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// What an exam was about, as its column keeps it, in words: 噪声（86分贝）、高温.
pub(crate) fn hazards_words(text: &str) -> String {
    read_hazards(text).into_iter().map(Hazard::words).collect::<Vec<_>>().join("、")
}

fn read_hazards(text: &str) -> Vec<Hazard> {
    let one = |part: &str| {
        let (code, level) =
            part.split_once(':').map_or((part, None), |(code, level)| (code, level.parse().ok()));
        HazardKind::of(code).map(|kind| Hazard { kind, level })
    };
    text.split(' ').filter_map(one).collect()
}

/// Puts a record of the file out of sight. Errors: `not_found`.
pub(super) fn put_away(tx: &Tx, table: &str, id: &str, what: &str) -> Result<(), Problem> {
    let sql = format!("UPDATE {table} SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL");
    match tx.execute(&sql, params![id, tx.now().to_rfc3339()])? {
        0 => Err(Problem::missing(what)),
        _ => Ok(()),
    }
}

/// Whose record of the file this is, living.
pub(super) fn owner(connection: &Connection, table: &str, id: &str) -> Result<Option<PersonId>, Problem> {
    let sql = format!("SELECT person_id FROM live_{table} WHERE id = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hazards_come_back_as_they_were_kept() {
        let all: Vec<Hazard> = HazardKind::ALL
            .iter()
            .enumerate()
            .map(|(at, kind)| Hazard { kind: *kind, level: (at % 2 == 0).then_some(at as u32 + 80) })
            .collect();
        assert_eq!(read_hazards(&hazards_text(&all)), all);
        assert_eq!(
            read_hazards("noise:86 heat"),
            [
                Hazard { kind: HazardKind::Noise, level: Some(86) },
                Hazard { kind: HazardKind::Heat, level: None }
            ]
        );
        assert!(read_hazards("").is_empty());
    }
}
