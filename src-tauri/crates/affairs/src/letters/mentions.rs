//! What supervision and workers' rights say of one person, for that person: the certificate they hold and where they inquired,
//! what they brought to the union, notices about them, their disputes, their seat among the mediators. Whoever reported a
//! supervision case is told to nobody, and so not here. Who may ask is `desk`'s.

use rusqlite::{Connection, Params, params};

use super::store::number;
use crate::Problem;
use crate::members::model::PersonId;
use crate::mention::Mention;

/// What a person holds: the certificate of an inspector, a seat among the mediators.
pub fn offices(connection: &Connection, id: PersonId) -> Result<Vec<Mention>, Problem> {
    let mut mentions = certificates(connection, id)?;
    mentions.extend(told(connection, MEDIATORS, [id])?);
    Ok(mentions)
}

/// Everything that supervision and workers' rights say of a person; a reason that may tell of health only where it may be read.
pub fn of_person(connection: &Connection, id: PersonId, reads_health: bool) -> Result<Vec<Mention>, Problem> {
    let mut mentions = certificates(connection, id)?;
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT c.year, c.serial, e.happened_on FROM live_supervision_event e
         JOIN live_supervision_case c ON c.id = e.case_id
         JOIN supervision_inspector i ON i.id IN (e.inspector_one_id, e.inspector_two_id)
         WHERE i.person_id = ?1 ORDER BY e.happened_on, c.year, c.serial",
    )?;
    let rows = statement.query_map([id], |row| {
        let affair = number(row.get(0)?, row.get(1)?);
        Ok(Mention { affair, what: "参加调查".to_owned(), on: row.get(2)? })
    })?;
    for row in rows {
        mentions.push(row?);
    }
    mentions.extend(told(connection, APPEALS, [id])?);
    mentions.extend(told(connection, DISMISSALS, params![id, reads_health])?);
    mentions.extend(told(connection, MEDIATION, [id])?);
    mentions.extend(told(connection, MEDIATORS, [id])?);
    Ok(mentions)
}

fn told(connection: &Connection, sql: &str, of: impl Params) -> Result<Vec<Mention>, Problem> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement
        .query_map(of, |row| Ok(Mention { affair: row.get(0)?, what: row.get(1)?, on: row.get(2)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn certificates(connection: &Connection, id: PersonId) -> Result<Vec<Mention>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT i.certificate, i.valid_until FROM live_supervision_inspector i WHERE i.person_id = ?1
           AND NOT EXISTS (SELECT 1 FROM live_union_seat s WHERE s.person_id = ?1 AND s.certificate_number = i.certificate)
         ORDER BY i.certificate",
    )?;
    let rows = statement.query_map([id], |row| {
        let certificate: String = row.get(0)?;
        let what = format!("监督员证，证号{certificate}");
        Ok(Mention { affair: "劳动法律监督".to_owned(), what, on: row.get(1)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What names a person among workers' rights: the affair, what it says, the day.
const APPEALS: &str =
    "SELECT paper_number('appeal', a.year, a.serial), '提出诉求：' || a.matter, a.raised_on FROM live_appeal a
     JOIN live_appeal_person p ON p.id = a.id WHERE p.person_id = ?1 ORDER BY a.year, a.serial";
const DISMISSALS: &str = "SELECT paper_number('dismissal', year, serial), '单位通知工会：' ||
       iif(kind = 'no_fault' AND NOT ?2, '非过失解除，理由由有权查看健康情况的人另行提供', reasons), received_on
     FROM live_dismissal WHERE person_id = ?1 ORDER BY year, serial";
const MEDIATION: &str =
    "SELECT paper_number('mediation', year, serial), '调解：' || claims, applied_on FROM live_mediation_case
     WHERE person_id = ?1 ORDER BY year, serial";

/// Their seat among the mediators.
const MEDIATORS: &str =
    "SELECT '劳动争议调解委员会', iif(side = 'workers', '职工方', '企业方') ||
       CASE office WHEN 'chair' THEN '主任' WHEN 'vice' THEN '副主任' ELSE '委员' END, from_on FROM live_mediator
     WHERE person_id = ?1 ORDER BY from_on";
