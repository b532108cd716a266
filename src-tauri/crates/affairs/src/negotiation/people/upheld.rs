//! An election that an upheld objection undid (异议成立，另行推选): until someone is chosen anew, whom it chose do not stand elected.

use ledger::Tx;
use rusqlite::Connection;

use super::model::{PostingOutcome, RepresentativeElection};
use super::store;
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::model::{NegotiationId, RepresentativeInput, SaveOffer};
use crate::negotiation::rules::{Law, offer_name};
use crate::negotiation::store as kept;
use crate::office::text;

/// The election that an objection undid and after which nobody was chosen anew: neither a later meeting is kept, nor does anyone
/// stand on the list who was chosen on a later day.
pub fn undone(
    connection: &Connection,
    id: NegotiationId,
    workers: &[RepresentativeInput],
) -> Result<Option<RepresentativeElection>, Problem> {
    Ok(newest_undone(store::elections(connection, id)?, workers))
}

/// `elections`: the earliest first.
fn newest_undone(
    mut elections: Vec<RepresentativeElection>,
    workers: &[RepresentativeInput],
) -> Option<RepresentativeElection> {
    let last = elections.pop()?;
    let anew = workers.iter().any(|one| one.chosen_on.is_some_and(|on| on > last.held_on));
    Some(last).filter(|last| last.objections == Some(PostingOutcome::Upheld) && !anew)
}

/// Refuses a new offer where the law of the place has the workers' side elected first and an objection undid the election. What
/// was sent before, or is entered afterwards, stands.
///
/// Errors: `refused` with the rule.
pub fn check_offer(
    tx: &Tx,
    law: Law<'_>,
    offer: &SaveOffer,
    workers: &[RepresentativeInput],
) -> Result<(), Problem> {
    let Some(rule) = law.rule("negotiation.representatives.before_offer") else { return Ok(()) };
    if text(&offer.late_entry).is_some() || kept::offer(tx, offer.negotiation)?.is_some() {
        return Ok(());
    }
    let Some(election) = undone(tx, offer.negotiation, workers)? else { return Ok(()) };
    let message = format!(
        "{}推选的职工方代表，公示时异议成立，要另行推选；本地规定先产生代表，再发出{}。请先登记新的推选会议；已经推选过的，补登以后再保存，或者写明补录的理由。",
        day_words(election.held_on),
        offer_name(law)
    );
    Err(Problem::refused(&rule, message).at("representatives"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn election(held_on: &str, objections: &str) -> RepresentativeElection {
        serde_json::from_value(json!({
            "negotiation": "018f0000-0000-7000-8000-000000000001", "meeting": "职工代表大会", "heldOn": held_on, "due": 45,
            "present": 42, "way": "secret", "candidates": [], "objections": objections,
        }))
        .unwrap()
    }

    fn chosen(on: &str) -> RepresentativeInput {
        serde_json::from_value(json!({
            "name": "周喆", "sex": "male", "post": "铣工", "chief": false, "chosenHow": "职代会选举", "chosenOn": on,
        }))
        .unwrap()
    }

    #[test]
    fn an_upheld_objection_stands_until_someone_is_chosen_anew() {
        let first = || election("2026-06-01", "upheld");
        let workers = [chosen("2026-06-01")];
        assert!(newest_undone(vec![first()], &workers).is_some());
        assert!(newest_undone(vec![election("2026-06-01", "settled")], &workers).is_none());
        let then = |objections: &str| vec![first(), election("2026-06-12", objections)];
        assert!(newest_undone(then("settled"), &workers).is_none(), "a new meeting");
        assert!(newest_undone(then("upheld"), &workers).is_some(), "again");
        assert!(newest_undone(vec![first()], &[chosen("2026-06-12")]).is_none(), "chosen on a later day");
        assert!(newest_undone(Vec::new(), &workers).is_none());
    }
}
