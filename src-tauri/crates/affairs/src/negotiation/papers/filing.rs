//! The papers that go on top of what is handed in to the department: 集体合同报送审查表 and 情况说明. Each is filled from the ledger;
//! what only the filing tells stands in `agreement::filing`.

mod desk;
mod form;
mod statement;

use law::LawBook;
use rusqlite::Connection;

use crate::Problem;
use crate::negotiation::agreement;
use crate::negotiation::agreement::amendments::model::AmendmentAct;
use crate::negotiation::agreement::amendments::store as amended;
use crate::negotiation::agreement::model::{AgreementId, AgreementState as State};
use crate::negotiation::agreement::store as agreements;
use crate::negotiation::kinds::{FORM, STATEMENT};
use crate::negotiation::store;
use crate::office::model::{Filled, PaperLine};
use desk::Desk;

/// Fills one of them; none for a kind that is not theirs.
///
/// Errors: `not_found`.
pub(super) fn fill(
    connection: &Connection,
    book: &LawBook,
    kind: &str,
    of: &str,
) -> Option<Result<Filled, Problem>> {
    let unknown = || Problem::missing("份文件");
    let id = || of.parse::<AgreementId>().map_err(|_| unknown());
    Some(match kind {
        FORM => id().and_then(|id| form::form(connection, book, id)),
        STATEMENT => id().and_then(|id| statement::statement(connection, book, id)),
        _ => return None,
    })
}

/// Those of a round of talks: an agreement that the congress passed, and what changes or renews one.
pub(super) fn list(
    connection: &Connection,
    book: &LawBook,
    head: &store::Head,
) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    for one in agreements::all(connection, head.id)? {
        let filed = match amended::said(connection, one.id)? {
            Some(said) => matches!(said.act, AmendmentAct::Change | AmendmentAct::Renew),
            // What was in effect before it went on here was filed there.
            None => !agreement::is_taken_over(connection, book, &one)?,
        };
        let state = agreement::course_of(connection, book, one.id)?.state();
        if !filed || matches!(state, State::Talks | State::Drafted | State::Rejected) {
            continue;
        }
        // What was concluded on paper alone has nothing to fill them from.
        if Desk::load(connection, book, one.id).is_err() {
            continue;
        }
        for (kind, title) in
            [(FORM, format!("{}报送审查表", one.title)), (STATEMENT, format!("关于{}的情况说明", one.title))]
        {
            lines.push(PaperLine {
                kind: kind.to_owned(),
                of: one.id.to_string(),
                title,
                affair: head.title.clone(),
                dated: None,
                missing: Vec::new(),
                issued: Vec::new(),
                made_by: None,
            });
        }
    }
    Ok(lines)
}
