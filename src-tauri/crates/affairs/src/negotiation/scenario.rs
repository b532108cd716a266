//! The scenario of a rise that was chosen for the year goes into the offer: its words become the proposal of the topic on wages.
//! Trying and choosing belong to `pay`.

use ledger::Tx;

use super::agreement::model::AgreementKind;
use super::model::{NegotiationId, TopicInput};
use super::{agreement, standing, store, topics};
use crate::Problem;
use crate::pay::figures::policy::Policy;
use crate::pay::simulate::acts;
use crate::pay::simulate::model::KeptPayScenario;
use crate::pay::simulate::store as kept;
use crate::union::model::Shown;

/// What the topic is called where there is none yet.
const TOPIC: &str = "工资增长";

/// What the scenario proposes: its words, and how the average rises where everybody may be told of it, for an offer is read by all.
fn proposal(told: &KeptPayScenario) -> String {
    match told.averages() {
        Some(averages) => format!("{}，{averages}", told.said),
        None => told.said.clone(),
    }
}

/// Writes the scenario that was chosen before the talks began into the topics that they begin with; nothing where none was, and
/// where the talks are over no contract that says what is paid.
///
/// Errors: as of [`take`].
pub fn bring(tx: &Tx, id: NegotiationId, policy: &Policy) -> Result<(), Problem> {
    let head = store::head(tx, id)?;
    let pays = |kind: &AgreementKind| matches!(kind, AgreementKind::Wage | AgreementKind::Collective);
    match kept::chosen(tx, head.year)? {
        Some(_) if agreement::kinds(tx, id)?.iter().any(pays) => take(tx, id, policy),
        Some(_) | None => Ok(()),
    }
}

/// Writes the chosen scenario of the negotiation's year into its topic on wages, which is made where there is none.
///
/// Errors: `not_found`; `refused` where none is chosen, and once the offer is out.
pub fn take(tx: &Tx, id: NegotiationId, policy: &Policy) -> Result<(), Problem> {
    let head = store::head(tx, id)?;
    if standing::is_out(tx, id)? {
        let message = "要约已经送达或者印发，里面的方案不能再改；新的方案请在下一轮会议里提出。";
        return Err(Problem::new("refused", message));
    }
    let Some(chosen) = acts::chosen(tx, head.year, (Shown::Never, policy))? else {
        let message = format!("{}年还没有选定的增资方案，请先在测算里保存方案并选定一个。", head.year);
        return Err(Problem::new("refused", message));
    };
    let said = proposal(&chosen);
    let mut topics: Vec<TopicInput> = store::topics(tx, id)?
        .into_iter()
        .map(|(id, title, proposal)| TopicInput { id: Some(id), title, proposal, agreements: None })
        .collect();
    match topics.iter_mut().find(|topic| topics::is_wages(&topic.title)) {
        Some(topic) => topic.proposal = said,
        None => {
            let topic = TopicInput { id: None, title: TOPIC.to_owned(), proposal: said, agreements: None };
            topics.insert(0, topic);
        }
    }
    topics::enter(tx, id, &topics)
}
