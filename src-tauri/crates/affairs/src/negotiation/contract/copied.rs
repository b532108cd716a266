//! A text that was typed into the ledger only after both sides had signed it is a copy of their paper. Nothing of it was voted on or
//! signed here, so that a slip of the typing is no change of the contract: it is mended from the paper, with its reason, and each time
//! the text as it stands then is kept as a further version behind the one that was kept first. So it is with its term, whether the text
//! or the signature is put right. Who stands for a party and was filled in after the signature is put right in the same way, without a
//! version: no clause holds it, and the journal keeps what stood there.

use ledger::Tx;
use rusqlite::{Connection, params};

use super::model::{ContractVersionSource, KeepContractVersion};
use super::{Head, Means, agreements, keep, late_text, open, store, view};
use crate::Problem;
use crate::negotiation::agreement::affair::keep_head;
use crate::negotiation::agreement::course::{Act, Course, What};
use crate::negotiation::agreement::model::AgreementId;
use crate::negotiation::model::EventKind;
use crate::office::{short, text};

/// The longest reason: the name of a version holds it.
const LONGEST: usize = 40;
/// How the name of a version begins that a correction of a copy is kept as.
const CORRECTED: &str = "照签字的纸面更正：";

/// The agreement whose text may be changed; with what the version is called that a correction of a copy is kept as.
///
/// Errors: `bad_input` at `correction`; `refused` once the congress has passed it; `not_found`.
pub(super) fn mended(
    tx: &Tx,
    means: Means<'_>,
    id: AgreementId,
    correction: &Option<String>,
) -> Result<(Head, Option<String>), Problem> {
    let head = agreements::head(tx, id)?;
    match text(correction) {
        Some(why) if late_text::is_copy(tx, means, &head)? => {
            short("correction", why, LONGEST)?;
            Ok((head, Some(format!("{CORRECTED}{why}"))))
        }
        _ => Ok((open(tx, means, id)?, None)),
    }
}

/// Writes the term of a copy as its paper has it.
///
/// Errors: `bad_input` at `value`; `refused` with the rule.
pub(super) fn date(tx: &Tx, means: Means<'_>, stood: &Head, right: &Head) -> Result<(), Problem> {
    let gone = (stood.term_from.is_some() && right.term_from.is_none())
        || (stood.term_to.is_some() && right.term_to.is_none());
    if gone {
        return Err(Problem::input("value", "签了字的合同写明了期限，不能空着，请照纸面填写。"));
    }
    keep_head(tx, means.book, stood, right).map_err(|why| why.at("value"))
}

/// Keeps a corrected copy as its next version.
///
/// Errors: none of its own.
pub(super) fn keep_corrected(tx: &Tx, means: Means<'_>, head: &Head, note: &str) -> Result<(), Problem> {
    let clauses = view::as_kept(tx, means, head)?;
    let source = ContractVersionSource::Draft;
    let new = store::NewVersion { agreement: head.id, source, note, kept_on: tx.today(), clauses: &clauses };
    store::insert_version(tx, &new).map(drop)
}

/// Keeps a copy whose term the correction of what happened put right as its next version. Where no clause names the term, its words
/// are what they were.
///
/// Errors: `not_found`.
pub fn keep_dated(tx: &Tx, means: Means<'_>, id: AgreementId) -> Result<(), Problem> {
    if !late_text::is_copy(tx, means, &agreements::head(tx, id)?)? {
        return Ok(());
    }
    let note = "照签字的登记更正期限".to_owned();
    match keep(tx, means, &KeepContractVersion { agreement: id, note }) {
        Err(problem) if problem.code == "refused" => Ok(()),
        kept => kept.map(drop),
    }
}

/// Whether the running step kept a copy anew because it was corrected.
pub(in crate::negotiation) fn is_corrected(tx: &Tx, id: AgreementId) -> Result<bool, Problem> {
    let sql = "SELECT 1 FROM change c JOIN live_contract_version v ON v.id = c.row_id
         WHERE c.place >= ?1 << 32 AND c.tbl = 'contract_version' AND c.act = 'insert' AND v.agreement_id = ?2
           AND instr(v.note, ?3) = 1";
    Ok(tx.prepare_cached(sql)?.exists(params![tx.seq(), id, CORRECTED])?)
}

/// Whether a blank was filled in only after what settled the agreement last: its signature; before that, the vote.
pub(in crate::negotiation) fn is_filled_since(
    connection: &Connection,
    course: &Course,
    (id, name): (AgreementId, &str),
) -> Result<bool, Problem> {
    let signature = course.last(What::Event(EventKind::Signed)).filter(|_| course.is_signed());
    let settled: Option<(&Act, &str)> = match signature {
        Some(act) => Some((act, "negotiation_event")),
        None => course.last(What::Vote(true)).map(|act| (act, "congress_vote")),
    };
    let Some((act, table)) = settled else { return Ok(false) };
    let sql = "SELECT 1 FROM live_contract_value v
         JOIN change c ON substr(c.row_id, -8) = substr(v.id, -8) AND c.row_id = v.id AND c.tbl = 'contract_value'
           AND c.act = 'insert'
         WHERE v.agreement_id = ?1 AND v.name = ?2 AND c.place > (
           SELECT min(s.place) FROM change s
             WHERE substr(s.row_id, -8) = substr(?3, -8) AND s.row_id = ?3 AND s.tbl = ?4)";
    Ok(connection.prepare_cached(sql)?.exists(params![id, name, act.id.to_string(), table])?)
}
