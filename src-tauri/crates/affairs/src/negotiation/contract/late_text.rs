//! Whether the text of an agreement may not be changed any more, with the way that is left, and whether it is a copy of what was
//! signed on paper. How such a copy is put right stands in `copied`.

use rusqlite::{Connection, params};

use super::{Head, Means, is_settled};
use crate::Problem;
use crate::negotiation::agreement::affair::course_of;
use crate::negotiation::agreement::course::What;
use crate::negotiation::model::EventKind;
use crate::negotiation::seal::guard;

/// Whether the text of an agreement was typed after its signature and is kept.
pub(super) fn is_copy(connection: &Connection, means: Means<'_>, head: &Head) -> Result<bool, Problem> {
    // One that continues another was brought along as it stood.
    if head.continues.is_some() || !is_settled(connection, means, head.id)? {
        return Ok(false);
    }
    let course = course_of(connection, means.book, head.id)?;
    let signature = course.last(What::Event(EventKind::Signed)).filter(|_| course.is_signed());
    let Some(signature) = signature else { return Ok(false) };
    // A version that the step of the signature kept holds what was in the ledger when it was signed.
    let before = "SELECT 1 FROM live_contract_version v
         JOIN change c ON substr(c.row_id, -8) = substr(v.id, -8) AND c.row_id = v.id AND c.tbl = 'contract_version'
           AND c.act = 'insert'
         WHERE v.agreement_id = ?1 AND v.source = 'draft' AND NOT coalesce((c.place >> 32) > (
           SELECT min(s.place) >> 32 FROM change s
             WHERE substr(s.row_id, -8) = substr(?2, -8) AND s.row_id = ?2 AND s.tbl = 'negotiation_event'), 0)";
    let known = connection.prepare_cached(before)?.exists(params![head.id, signature.id.to_string()])?;
    Ok(!known)
}

/// Why the text of an agreement may not be changed any more, and what to do instead; none while it may. In a sealed affair nothing is
/// taken back, copied anew or amended, whatever became of the text: the seal answers first.
pub(super) fn settled(
    connection: &Connection,
    means: Means<'_>,
    head: &Head,
) -> Result<Option<String>, Problem> {
    if let Some(why) = guard::why_held(connection, head.negotiation)? {
        return Ok(Some(why));
    }
    if !is_settled(connection, means, head.id)? {
        return Ok(None);
    }
    let signed = course_of(connection, means.book, head.id)?.is_signed();
    let why = if is_copy(connection, means, head)? {
        "合同已经签字，文字不能再改。这份文字是签字以后照纸面录入的：录错了的地方，请写明更正的说明再改；双方要改的，登记变更。"
    } else if signed {
        "合同已经签字，文字不能再改；双方要改的，登记变更。签字登记错了的，先撤回签字和表决的登记。"
    } else {
        "职代会已经表决通过，文字不能再改；要改的，先撤回表决的登记，重新谈定、形成草案以后再表决。"
    };
    Ok(Some(why.to_owned()))
}
