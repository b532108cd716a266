//! A committee's decisions as later acts stand on them (依据的决定): which can be picked, and which act names which. A
//! decision that is signed stays; what stands on it is told on its record.

pub mod model;
pub(crate) mod store;

pub use store::{citable, of_act};

use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use model::{CiteDecision, DecisionAct, DecisionUseId};

/// Keeps that an act stands on a decision.
///
/// Errors: `not_found` for an act that does not stand; `refused` for what is no signed decision, one whose record was
/// corrected or that was taken after the act, or one that is named already.
pub fn cite(tx: &Tx, cite: &CiteDecision) -> Result<DecisionUseId, Problem> {
    if !store::act_stands(tx, cite.act, &cite.of)? {
        return Err(Problem::missing("件事"));
    }
    let Some(decision) = store::decision(tx, cite.decision)? else {
        let message = "选的不是已签字的决定。会议记录签字定稿、表决通过以后，它的决定才能作依据。";
        return Err(Problem::new("refused", message).at("decision"));
    };
    if let Some(later) = &decision.corrected_by {
        let message = format!("{}所在的会议记录已由{later}更正，请改选{later}的决定。", decision.reference);
        return Err(Problem::new("refused", message).at("decision"));
    }
    if let Some(done) = store::day_of(tx, cite.act, &cite.of)?.filter(|done| *done < decision.held_on) {
        let [held, done] = [decision.held_on, done].map(|day| day.format("%Y年%-m月%-d日"));
        let message = format!(
            "{}是{held}的会议作的，这件事{done}就已经办了，不能以后来的决定为依据。请核对两个日期。",
            decision.reference
        );
        return Err(Problem::new("refused", message).at("decision"));
    }
    if store::is_cited(tx, cite)? {
        return Err(Problem::new("refused", "这项决定已经写作依据了，不用再选。").at("decision"));
    }
    let id = tx.new_id::<DecisionUseId>();
    store::insert(tx, id, cite)?;
    Ok(id)
}

/// Takes such a link back.
///
/// Errors: `refused` where the act cannot stand without it; `not_found`.
pub fn uncite(tx: &Tx, id: DecisionUseId) -> Result<(), Problem> {
    if matches!(store::act_of(tx, id)?, DecisionAct::Admission | DecisionAct::Expulsion) {
        let message = "入会和开除会籍都要依据委员会的决定，依据不能拿掉。";
        return Err(Problem::new("refused", message));
    }
    store::remove(tx, id)
}

/// Which act a link is of, for the right to take it back.
///
/// Errors: `not_found`.
pub fn act_of(connection: &Connection, id: DecisionUseId) -> Result<DecisionAct, Problem> {
    store::act_of(connection, id)
}
