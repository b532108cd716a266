//! The text of a topic that a meeting agreed upon, put into the draft of the agreement that it belongs to.

use ledger::Tx;
use rusqlite::Connection;

use super::model::{ContractClause, ContractClauseId, ContractOrigin, TakeAgreedText};
use super::{Means, by_words, check_item, check_room, open, store, view};
use crate::Problem;
use crate::negotiation::agreement::store::Head;
use crate::negotiation::model::TopicId;
use crate::negotiation::topics::places;

/// Refuses the text of a topic of another agreement, unless a clause was made from it before.
fn check_topic(
    connection: &Connection,
    head: &Head,
    clauses: &[ContractClause],
    topic: TopicId,
) -> Result<(), Problem> {
    let place = places(connection, head.negotiation)?.into_iter().find(|one| one.topic == topic);
    let other = place.filter(|one| !one.kinds.contains(&head.kind));
    let Some(other) = other.filter(|_| !clauses.iter().any(|one| one.topic == Some(topic))) else {
        return Ok(());
    };
    let kinds: Vec<&str> = other.kinds.iter().map(|kind| kind.label()).collect();
    let message = format!(
        "“{}”这个议题归{}；确实也要写进这一份合同的，请先在“议题”里把它也归到这一份。",
        other.title,
        kinds.join("、")
    );
    Err(Problem::new("refused", message).at("topic"))
}

/// Puts the agreed text of a topic in, or brings the clause made from it to the newest agreed words.
///
/// Errors: `refused` when nothing was agreed on the topic or the contract is signed; `not_found`.
pub fn take_agreed(tx: &Tx, means: Means<'_>, input: &TakeAgreedText) -> Result<ContractClauseId, Problem> {
    let head = open(tx, means, input.agreement)?;
    let clauses = store::clauses(tx, head.id)?;
    check_topic(tx, &head, &clauses, input.topic)?;
    let agreed = view::agreed(tx, &head, &clauses)?;
    let text = agreed.into_iter().find(|text| text.topic == input.topic).ok_or_else(|| {
        Problem::new("refused", "这个议题还没有达成一致的文字，请先在会议记录里写下一致的文字。")
    })?;
    let standing = clauses.into_iter().find(|one| one.topic == Some(input.topic));
    let item = match &input.item {
        Some(item) => {
            check_item(means, head.kind, item)?;
            item.clone()
        }
        None => match &standing {
            Some(one) => one.item.clone(),
            None => by_words(means.library, head.kind, &format!("{}{}", text.title, text.text)),
        },
    };
    check_room(tx, head.id, usize::from(standing.is_none()))?;
    let clause = ContractClause {
        id: standing.as_ref().map_or_else(|| tx.new_id(), |one| one.id),
        item,
        group: standing.as_ref().and_then(|one| one.group.clone()),
        library: standing.and_then(|one| one.library),
        origin: ContractOrigin::Agreed,
        round: Some(text.round),
        topic: Some(text.topic),
        text: text.text,
    };
    store::save_clause(tx, head.id, &clause)?;
    Ok(clause.id)
}
