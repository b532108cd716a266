//! What a seal stands against: no command that names a record of a sealed affair is begun, and no step that would write one of its
//! rows is kept, whatever module it comes from. To which affair a row belongs stands here, table by table.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;

use super::store::seal_of;
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::model::NegotiationId;
use crate::negotiation::store as talks;

macro_rules! of_meeting {
    ($table:literal) => {
        concat!(
            "SELECT m.negotiation_id FROM ",
            $table,
            " r JOIN meeting m ON m.id = r.meeting_id WHERE r.id = ?1"
        )
    };
}
macro_rules! of_agreement {
    ($table:literal) => {
        concat!(
            "SELECT a.negotiation_id FROM ",
            $table,
            " r JOIN agreement a ON a.id = r.agreement_id WHERE r.id = ?1"
        )
    };
}

/// The tables of an affair, each with how the affair of a row is found; the ones that others refer to first.
pub(super) const TABLES: &[(&str, &str)] = &[
    ("negotiation", "SELECT id FROM negotiation WHERE id = ?1"),
    ("negotiation_topic", "SELECT negotiation_id FROM negotiation_topic WHERE id = ?1"),
    ("negotiation_offer", "SELECT negotiation_id FROM negotiation_offer WHERE id = ?1"),
    ("negotiation_reply", "SELECT negotiation_id FROM negotiation_reply WHERE id = ?1"),
    ("negotiation_representative", "SELECT negotiation_id FROM negotiation_representative WHERE id = ?1"),
    ("negotiation_event", "SELECT negotiation_id FROM negotiation_event WHERE id = ?1"),
    ("representative_election", "SELECT negotiation_id FROM representative_election WHERE id = ?1"),
    (
        "representative_candidate",
        "SELECT e.negotiation_id FROM representative_candidate r JOIN representative_election e ON e.id = r.election_id
         WHERE r.id = ?1",
    ),
    ("negotiation_mandate", "SELECT negotiation_id FROM negotiation_mandate WHERE id = ?1"),
    ("opinion_survey", "SELECT negotiation_id FROM opinion_survey WHERE id = ?1"),
    (
        "opinion_topic",
        "SELECT s.negotiation_id FROM opinion_topic r JOIN opinion_survey s ON s.id = r.survey_id WHERE r.id = ?1",
    ),
    (
        "petition_count",
        "SELECT e.negotiation_id FROM petition_count r JOIN negotiation_event e ON e.id = r.event_id WHERE r.id = ?1",
    ),
    ("negotiation_warning", "SELECT negotiation_id FROM negotiation_warning WHERE id = ?1"),
    ("negotiation_order", "SELECT negotiation_id FROM negotiation_order WHERE id = ?1"),
    ("negotiation_suspension", "SELECT negotiation_id FROM negotiation_suspension WHERE id = ?1"),
    ("negotiation_information", "SELECT negotiation_id FROM negotiation_information WHERE id = ?1"),
    ("negotiation_secrecy", "SELECT negotiation_id FROM negotiation_secrecy WHERE id = ?1"),
    ("meeting", "SELECT negotiation_id FROM meeting WHERE id = ?1"),
    ("meeting_attendance", of_meeting!("meeting_attendance")),
    ("meeting_topic", of_meeting!("meeting_topic")),
    ("meeting_undertaking", of_meeting!("meeting_undertaking")),
    ("skill_pay_level", "SELECT negotiation_id FROM skill_pay_level WHERE id = ?1"),
    ("skill_pay_form", "SELECT negotiation_id FROM skill_pay_form WHERE id = ?1"),
    ("agreement", "SELECT negotiation_id FROM agreement WHERE id = ?1"),
    ("agreement_amendment", "SELECT negotiation_id FROM agreement WHERE id = ?1"),
    ("agreement_filing", "SELECT negotiation_id FROM agreement WHERE id = ?1"),
    ("agreement_change", of_agreement!("agreement_change")),
    ("agreement_material", of_agreement!("agreement_material")),
    ("agreement_check", of_agreement!("agreement_check")),
    (
        "agreement_check_clause",
        "SELECT a.negotiation_id FROM agreement_check_clause r JOIN agreement_check c ON c.id = r.check_id
         JOIN agreement a ON a.id = c.agreement_id WHERE r.id = ?1",
    ),
    ("contract_clause", of_agreement!("contract_clause")),
    ("contract_value", of_agreement!("contract_value")),
    ("contract_version", of_agreement!("contract_version")),
    (
        "contract_version_clause",
        "SELECT a.negotiation_id FROM contract_version_clause r JOIN contract_version v ON v.id = r.version_id
         JOIN agreement a ON a.id = v.agreement_id WHERE r.id = ?1",
    ),
    ("congress_vote", of_agreement!("congress_vote")),
    (
        "congress_session",
        "SELECT a.negotiation_id FROM congress_vote r JOIN agreement a ON a.id = r.agreement_id
         WHERE r.session_id = ?1 LIMIT 1",
    ),
];

/// Tables of the office whose rows belong to the record they name.
const OFFICE: &[(&str, &str)] = &[
    ("paper", "SELECT of_id FROM paper WHERE id = ?1"),
    ("paper_change", "SELECT of_id FROM paper_change WHERE id = ?1"),
    ("attachment", "SELECT of_id FROM attachment WHERE id = ?1"),
    ("decision_use", "SELECT of_id FROM decision_use WHERE id = ?1"),
];

/// The one sentence with which a sealed affair answers.
pub(super) fn sealed(title: &str, on: NaiveDate) -> Problem {
    let message =
        format!("{title}已于{}封存，内容不能再改；要接着办的，请在这次协商里点“接续协商”。", day_words(on));
    Problem::new("sealed", message)
}

/// Why nothing of an affair changes any more, and what is left to do; none while it is open.
///
/// Errors: `not_found`.
pub(in crate::negotiation) fn why_held(
    connection: &Connection,
    id: NegotiationId,
) -> Result<Option<String>, Problem> {
    let Some(seal) = seal_of(connection, id)? else { return Ok(None) };
    let head = talks::head(connection, id)?;
    Ok(Some(sealed(&head.title, seal.sealed_on).message))
}

fn any(connection: &Connection) -> Result<bool, Problem> {
    Ok(connection.prepare_cached("SELECT 1 FROM live_negotiation_seal")?.exists([])?)
}

fn one(connection: &Connection, sql: &str, id: &str) -> Result<Option<String>, Problem> {
    Ok(connection.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?)
}

/// Of what is on the way of an issue: the issue itself, and the table of the row.
const ON_THE_WAY: &[(&str, &str)] = &[
    ("paper_sending", "SELECT paper_id FROM paper_sending WHERE id = ?1"),
    (
        "attachment",
        "SELECT s.paper_id FROM attachment a JOIN paper_sending s ON s.id = a.of_id
         WHERE a.id = ?1 AND a.of_kind = 'sending'",
    ),
];

/// Whether a row was first written after an affair was sealed. A day is too coarse for it, so the journal is asked.
pub(in crate::negotiation) fn since_seal(
    connection: &Connection,
    affair: &str,
    (table, row): (&str, &str),
) -> Result<bool, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT 1 FROM negotiation_seal n
         JOIN change k ON substr(k.row_id, -8) = substr(n.id, -8) AND k.row_id = n.id AND k.tbl = 'negotiation_seal'
           AND k.act = 'insert'
         JOIN change r ON substr(r.row_id, -8) = substr(?3, -8) AND r.row_id = ?3 AND r.tbl = ?2 AND r.act = 'insert'
         WHERE n.negotiation_id = ?1 AND n.removed_at IS NULL AND r.place > k.place",
    )?;
    Ok(statement.exists([affair, table, row])?)
}

/// The affair of a record, whatever it is; a paper and an attachment are of the affair of the record they belong to. A sending and
/// its receipts are of the affair of their paper, those after its seal of none: they are not filed with it.
pub fn affair_of(connection: &Connection, id: &str) -> Result<Option<String>, Problem> {
    for (_, sql) in TABLES {
        if let Some(found) = one(connection, sql, id)? {
            return Ok(Some(found));
        }
    }
    for (table, sql) in ON_THE_WAY {
        if let Some(paper) = one(connection, sql, id)? {
            return match affair_of(connection, &paper)? {
                Some(affair) if !since_seal(connection, &affair, (*table, id))? => Ok(Some(affair)),
                _ => Ok(None),
            };
        }
    }
    for (_, sql) in OFFICE {
        if let Some(of) = one(connection, sql, id)?
            && of != id
        {
            return affair_of(connection, &of);
        }
    }
    Ok(None)
}

/// Refuses where a record's affair is sealed.
fn refuse_record(connection: &Connection, id: &str) -> Result<(), Problem> {
    let Some(affair) = affair_of(connection, id)? else { return Ok(()) };
    let found = connection
        .prepare_cached(
            "SELECT n.title, s.sealed_on FROM live_negotiation_seal s JOIN negotiation n ON n.id = s.negotiation_id
             WHERE n.id = ?1",
        )?
        .query_row([affair], |row| Ok((row.get::<_, String>(0)?, row.get::<_, NaiveDate>(1)?)))
        .optional()?;
    match found {
        Some((title, on)) => Err(sealed(&title, on)),
        None => Ok(()),
    }
}

/// The ids that a request names; the affair that a new one continues is not changed by it.
fn named<'a>(request: &'a Value, ids: &mut Vec<&'a str>) {
    match request {
        Value::String(text) if text.len() == 36 => ids.push(text),
        Value::Array(all) => all.iter().for_each(|one| named(one, ids)),
        Value::Object(fields) => {
            fields.iter().filter(|(name, _)| *name != "continues").for_each(|(_, one)| named(one, ids));
        }
        _ => {}
    }
}

/// Refuses a request to write that names a record of a sealed affair, before anything else is looked at.
///
/// Errors: `sealed`.
pub fn refuse(connection: &Connection, request: &Value) -> Result<(), Problem> {
    if !any(connection)? {
        return Ok(());
    }
    let mut ids = Vec::new();
    named(request, &mut ids);
    ids.into_iter().try_for_each(|id| refuse_record(connection, id))
}

/// Whether a change only says who among the people a representative is: two records that proved to be one person.
fn only_who(table: &str, after: Option<&str>) -> bool {
    let Some(Value::Object(fields)) = after.and_then(|text| serde_json::from_str(text).ok()) else {
        return false;
    };
    table == "negotiation_representative" && fields.keys().all(|name| name == "person_id")
}

/// Whether a change of a sending only tells its receipt, which comes back when it comes back.
fn only_signed(after: Option<&str>) -> bool {
    let Some(Value::Object(fields)) = after.and_then(|text| serde_json::from_str(text).ok()) else {
        return false;
    };
    fields.keys().all(|name| ["signed_by", "signed_on", "note"].contains(&name.as_str()))
}

/// Refuses a step that wrote a row of an affair which was sealed before it.
///
/// Errors: `sealed`; nothing of the step is kept then.
pub fn hold(tx: &Tx) -> Result<(), Problem> {
    if !any(tx)? {
        return Ok(());
    }
    for written in tx.written()? {
        let table = written.table.as_str();
        let of_affair = TABLES.iter().any(|(name, _)| *name == table);
        // Where a paper lies in the cabinet and to whom it is sent is the office's, also after the seal: a copy may be asked for years
        // later. That there is another issue is the affair's, and so is to whom it was sent before the seal: its receipt is filed.
        let of_office = OFFICE.iter().any(|(name, _)| *name == table) && (table != "paper" || written.new);
        let sent = table == "paper_sending" && !only_signed(written.after.as_deref());
        if (of_affair && !only_who(table, written.after.as_deref())) || of_office || sent {
            refuse_record(tx, &written.row)?;
        }
    }
    Ok(())
}
