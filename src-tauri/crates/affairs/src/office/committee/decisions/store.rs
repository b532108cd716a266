//! The rows that tie acts to decisions. What an act is called and where it is kept stands in one list.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{CiteDecision, DecidedAct, DecisionAct, DecisionLine, DecisionUse, DecisionUseId};
use crate::Problem;
use crate::duty::Place;
use crate::office::committee::model::CommitteeTopicId;
use crate::office::committee::rules::{decision_name, number};

/// An act as it lies in the tables.
struct Act {
    act: DecisionAct,
    /// the column's text
    code: &'static str,
    /// its title over the record `?1`
    title: &'static str,
    /// the day on which it was done, over the record `?1`; null while it is not known
    day: &'static str,
    /// the page that shows it
    page: &'static str,
    /// the part of that page
    part: Option<&'static str>,
}

const ACTS: [Act; 5] = [
    Act {
        act: DecisionAct::Paper,
        code: "paper",
        title: "SELECT paper_number(kind, year, number) || '《' || title || '》' FROM live_paper WHERE id = ?1",
        day: "SELECT substr(issued_at, 1, 10) FROM live_paper WHERE id = ?1",
        page: "outgoing",
        part: None,
    },
    Act {
        act: DecisionAct::Representatives,
        code: "representatives",
        title: "SELECT title || '：推选协商代表' FROM live_negotiation WHERE id = ?1",
        // Chosen on several days, the choice was made on the last of them.
        day: "SELECT max(chosen_on) FROM live_negotiation_representative WHERE negotiation_id = ?1 AND side = 'workers'",
        page: "negotiation",
        part: Some("decisions"),
    },
    Act {
        act: DecisionAct::Offer,
        code: "offer",
        title: "SELECT title || '：提出要约' FROM live_negotiation WHERE id = ?1",
        day: "SELECT issued_on FROM live_negotiation_offer WHERE negotiation_id = ?1 AND by_side = 'workers'",
        page: "negotiation",
        part: Some("decisions"),
    },
    Act {
        act: DecisionAct::Admission,
        code: "admission",
        title: "SELECT (SELECT min(p.name) FROM application a JOIN person p ON p.id = a.person_id
                  WHERE a.admission_id = m.id) || '等' ||
                (SELECT count(*) FROM application a WHERE a.admission_id = m.id) || '人入会'
              FROM admission m WHERE m.id = ?1",
        day: "SELECT approved_on FROM admission WHERE id = ?1",
        page: "joining",
        part: Some("admission"),
    },
    Act {
        act: DecisionAct::Expulsion,
        code: "expulsion",
        title: "SELECT '开除' || name || '的会籍' FROM live_person WHERE id = ?1",
        day: "SELECT max(happened_on) FROM live_membership_event WHERE person_id = ?1 AND kind = 'expelled'",
        page: "members",
        part: Some("life"),
    },
];

fn about(act: DecisionAct) -> &'static Act {
    ACTS.iter().find(|one| one.act == act).unwrap_or(&ACTS[0])
}

/// The words of the acts by their codes, for the journal.
pub(crate) const WORDS: &[(&str, &str)] = &[
    ("paper", "印发文件"),
    ("representatives", "推选协商代表"),
    ("offer", "提出要约"),
    ("admission", "批准入会"),
    ("expulsion", "开除会籍"),
];

/// Whether the record of an act stands.
pub(super) fn act_stands(connection: &Connection, act: DecisionAct, of: &str) -> Result<bool, Problem> {
    Ok(connection.prepare_cached(about(act).title)?.exists([of])?)
}

/// The day on which an act was done, where it is known.
pub(super) fn day_of(
    connection: &Connection,
    act: DecisionAct,
    of: &str,
) -> Result<Option<NaiveDate>, Problem> {
    let day: Option<Option<NaiveDate>> =
        connection.prepare_cached(about(act).day)?.query_row([of], |row| row.get(0)).optional()?;
    Ok(day.flatten())
}

/// The decision of a signed record; none for what is no such.
pub(super) fn decision(
    connection: &Connection,
    id: CommitteeTopicId,
) -> Result<Option<DecisionLine>, Problem> {
    let sql = format!(
        "{LINES} LEFT JOIN live_decision_use u ON 0 WHERE t.id = ?1 AND t.decision_number IS NOT NULL"
    );
    Ok(connection.prepare_cached(&sql)?.query_row([id], line).optional()?)
}

/// Whether an act names the decision already.
pub(super) fn is_cited(connection: &Connection, cite: &CiteDecision) -> Result<bool, Problem> {
    let sql = "SELECT 1 FROM live_decision_use WHERE topic_id = ?1 AND act = ?2 AND of_id = ?3";
    Ok(connection.prepare_cached(sql)?.exists(params![cite.decision, about(cite.act).code, cite.of])?)
}

pub(super) fn insert(tx: &Tx, id: DecisionUseId, cite: &CiteDecision) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO decision_use (id, topic_id, act, of_id) VALUES (?1, ?2, ?3, ?4)",
        params![id, cite.decision, about(cite.act).code, cite.of],
    )?;
    Ok(())
}

fn missing() -> Problem {
    Problem::missing("条依据")
}

pub(super) fn act_of(connection: &Connection, id: DecisionUseId) -> Result<DecisionAct, Problem> {
    let code: Option<String> = connection
        .query_row("SELECT act FROM live_decision_use WHERE id = ?1", [id], |row| row.get(0))
        .optional()?;
    let code = code.ok_or_else(missing)?;
    ACTS.iter().find(|one| one.code == code).map(|one| one.act).ok_or_else(missing)
}

pub(super) fn remove(tx: &Tx, id: DecisionUseId) -> Result<(), Problem> {
    let gone = tx.execute(
        "UPDATE decision_use SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    if gone == 1 { Ok(()) } else { Err(missing()) }
}

/// The acts that stand on a decision, those of records that are gone left out.
pub(crate) fn uses(connection: &Connection, id: CommitteeTopicId) -> Result<Vec<DecisionUse>, Problem> {
    let mut statement = connection
        .prepare_cached("SELECT id, act, of_id FROM live_decision_use WHERE topic_id = ?1 ORDER BY id")?;
    let rows: Vec<(DecisionUseId, String, String)> = statement
        .query_map([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    let mut uses = Vec::new();
    for (id, code, of) in rows {
        let Some(Act { act, title, page, part, .. }) = ACTS.iter().find(|one| one.code == code) else {
            continue;
        };
        let title: Option<String> =
            connection.prepare_cached(title)?.query_row([&of], |row| row.get(0)).optional()?;
        uses.extend(title.map(|title| DecisionUse {
            id,
            act: *act,
            title,
            place: Place { page: (*page).to_owned(), id: Some(of), part: part.map(str::to_owned) },
        }));
    }
    Ok(uses)
}

const LINES: &str = "SELECT t.id, m.body, m.year, m.serial, t.decision_number, t.decision, m.held_on, m.id,
    n.body, n.year, n.serial, u.id
  FROM live_committee_topic t JOIN live_committee_meeting m ON m.id = t.meeting_id
  LEFT JOIN live_committee_meeting n ON n.corrects_id = m.id AND n.signed_on IS NOT NULL";

fn line(row: &Row<'_>) -> rusqlite::Result<DecisionLine> {
    let body: String = row.get(1)?;
    let record = number(&body, row.get(2)?, row.get(3)?);
    let corrected_by = match row.get::<_, Option<String>>(8)? {
        Some(body) => Some(number(&body, row.get(9)?, row.get(10)?)),
        None => None,
    };
    Ok(DecisionLine {
        id: row.get(0)?,
        reference: format!("{record} {}", decision_name(row.get(4)?)),
        text: row.get(5)?,
        held_on: row.get(6)?,
        meeting: row.get(7)?,
        corrected_by,
        cited: row.get(11)?,
    })
}

/// Every decision that an act can stand on, the newest first: signed, and its record not corrected by a signed one.
pub fn citable(connection: &Connection) -> Result<Vec<DecisionLine>, Problem> {
    let sql = format!(
        "{LINES} LEFT JOIN live_decision_use u ON 0 WHERE t.decision_number IS NOT NULL AND n.id IS NULL
         ORDER BY m.held_on DESC, m.serial DESC, t.decision_number"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([], line)?.collect::<Result<_, _>>()?)
}

/// The decisions that an act stands on, in the order they were named.
pub fn of_act(connection: &Connection, of: &DecidedAct) -> Result<Vec<DecisionLine>, Problem> {
    let sql = format!(
        "{LINES} JOIN live_decision_use u ON u.topic_id = t.id WHERE u.act = ?1 AND u.of_id = ?2 ORDER BY u.id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map(params![about(of.act).code, of.of], line)?.collect::<Result<_, _>>()?)
}
