//! Removing an affair that was started by mistake, for a wrong year say: while nothing came of it. One from which something went
//! out or was decided is closed by its seal (`seal`).

use ledger::Tx;
use rusqlite::{Connection, params};

use super::model::NegotiationId;
use super::{seal, standing, store};
use crate::Problem;
use crate::congress;

/// Removes an affair with its topics; the trash brings both back.
///
/// Errors: `refused` where something came of it, naming what; `not_found`.
pub fn remove(tx: &Tx, id: NegotiationId) -> Result<(), Problem> {
    let head = store::head(tx, id)?;
    let closing = seal::closing(tx, id)?;
    if let Some(earlier) = closing.continues {
        let message =
            format!("它接续的是已经封存的{}，不能移除；不再进行的，请写明理由封存。", earlier.title);
        return Err(Problem::new("refused", message));
    }
    let there = came_of(tx, id)?;
    if !there.is_empty() {
        let message = format!(
            "{}里已经有{}，不能移除；登记错的请逐项更正，不再进行的，请写明理由封存。",
            head.title,
            there.join("、")
        );
        return Err(Problem::new("refused", message));
    }
    store::remove(tx, "negotiation_topic", "negotiation_id", &id.to_string())?;
    store::remove(tx, "negotiation", "id", &id.to_string())
}

/// What came of an affair and is not to be lost with it.
fn came_of(connection: &Connection, id: NegotiationId) -> Result<Vec<&'static str>, Problem> {
    let voted = || -> Result<bool, Problem> {
        for head in super::agreement::store::heads(connection, id)? {
            if !congress::store::votes_on(connection, head.id.uuid())?.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    };
    let facts = [
        (standing::is_out(connection, id)?, "送达或者印发的要约"),
        (store::reply(connection, id)?.is_some(), "对方的答复"),
        (!store::meetings(connection, id)?.is_empty(), "会议记录"),
        (!store::events(connection, id)?.is_empty(), "登记的经过"),
        (voted()?, "职代会的表决"),
        (exists(connection, PAPERS, id)?, "印发的文件"),
        (exists(connection, ATTACHMENTS, id)?, "附件"),
    ];
    Ok(facts.into_iter().filter(|(there, _)| *there).map(|(_, what)| what).collect())
}

/// Whether a paper was issued of an affair, of its elections, mandates or meetings.
pub(super) fn is_printed(connection: &Connection, id: NegotiationId) -> Result<bool, Problem> {
    exists(connection, PAPERS, id)
}

const PAPERS: &str = "SELECT 1 FROM live_paper WHERE of_id = ?1
  OR of_id IN (SELECT id FROM live_representative_election WHERE negotiation_id = ?1)
  OR of_id IN (SELECT id FROM live_negotiation_mandate WHERE negotiation_id = ?1)
  OR of_id IN (SELECT id FROM live_meeting WHERE negotiation_id = ?1)";
const ATTACHMENTS: &str = "SELECT 1 FROM live_attachment WHERE of_id = ?1
  OR of_id IN (SELECT id FROM live_representative_election WHERE negotiation_id = ?1)
  OR of_id IN (SELECT id FROM live_negotiation_mandate WHERE negotiation_id = ?1)
  OR of_id IN (SELECT id FROM live_opinion_survey WHERE negotiation_id = ?1)";

fn exists(connection: &Connection, sql: &str, id: NegotiationId) -> Result<bool, Problem> {
    Ok(connection.prepare_cached(sql)?.exists(params![id])?)
}
