//! The goals of a plan: what each topic asks, what is to be reached and below what the talks do not go. The scenarios they go by are
//! `pay`'s.

use rusqlite::Connection;
use serde::Serialize;

use super::NONE;
use crate::Problem;
use crate::negotiation::model::NegotiationId;
use crate::negotiation::{store, topics};
use crate::pay::simulate::model::{KeptPayScenario, PaySide};

#[derive(Serialize)]
pub(super) struct Goal {
    topic: String,
    opening: String,
    target: String,
    floor: String,
}

/// The word by which a scenario of ours is known as the one below which the talks do not go.
const BOTTOM: &str = "底线";

/// The scenario of ours below which the talks do not go: the one that its name calls so.
pub(super) fn bottom<'k>(
    all: &'k [KeptPayScenario],
    chosen: Option<&KeptPayScenario>,
) -> Option<&'k KeptPayScenario> {
    let is = |one: &&KeptPayScenario| {
        one.side == PaySide::Workers
            && one.name.contains(BOTTOM)
            && chosen.is_none_or(|chosen| chosen.id != one.id)
    };
    all.iter().find(is)
}

/// The goals: every topic with what is asked, the chosen scenario as the target of the one on wages, and the scenario below which
/// the talks do not go as its floor.
pub(super) fn goals(
    connection: &Connection,
    id: NegotiationId,
    (chosen, bottom): (Option<&KeptPayScenario>, Option<&KeptPayScenario>),
) -> Result<Vec<Goal>, Problem> {
    let filled = |text: String| if text.trim().is_empty() { NONE.to_owned() } else { text };
    let topics = store::topics(connection, id)?.into_iter().map(|(_, topic, proposal)| {
        let wages = topics::is_wages(&topic);
        let said = |of: Option<&KeptPayScenario>| of.map_or_else(|| NONE.to_owned(), |one| one.said.clone());
        // The lowest wage of the firm is a topic of its own.
        let lowest = topic.contains("最低工资") && !topic.contains("增长");
        let sum = |of: Option<&KeptPayScenario>| {
            let floor = of.and_then(|one| one.target_floor);
            floor.map_or_else(|| NONE.to_owned(), |floor| format!("每月{floor}元"))
        };
        let (target, floor) = match (wages, lowest) {
            (true, _) => (said(chosen), said(bottom)),
            (false, true) => (sum(bottom.and(chosen)), sum(bottom.or(chosen))),
            (false, false) => (NONE.to_owned(), NONE.to_owned()),
        };
        Goal { topic, opening: filled(proposal), target, floor }
    });
    Ok(topics.collect())
}
