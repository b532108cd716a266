//! The register of consents (个人信息处理同意): who agreed to what, for whom, and when it was withdrawn. A consent
//! is a person's own; what may be done without one is law and is not decided here.

mod model;
mod store;

pub use model::{Consent, ConsentHow, ConsentId, ConsentInput, ConsentPurpose};
pub use store::{list, remove};

use ledger::Tx;

use crate::Problem;
use crate::members::store as people;

/// Keeps a consent, new or changed.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save(tx: &Tx, input: &ConsentInput) -> Result<ConsentId, Problem> {
    people::name_and_sex(tx, input.person)?;
    check(input, tx.today())?;
    match input.id {
        Some(id) => store::update(tx, id, input).map(|()| id),
        None => {
            let id = tx.new_id::<ConsentId>();
            store::insert(tx, id, input).map(|()| id)
        }
    }
}

fn check(input: &ConsentInput, today: chrono::NaiveDate) -> Result<(), Problem> {
    if input.about.trim().is_empty() {
        return Err(Problem::input("about", "请写明同意处理哪些信息、用来做什么。"));
    }
    if input.purpose == ConsentPurpose::Provide
        && input.recipient.as_deref().is_none_or(|name| name.trim().is_empty())
    {
        // 个人信息保护法 art. 23: the recipient is told, and the consent is to this recipient.
        return Err(Problem::input("recipient", "向他人提供个人信息的，请写明接收方的名称。"));
    }
    if input.given_on > today {
        return Err(Problem::input("givenOn", "同意的日期还没有到，请核对。"));
    }
    match input.withdrawn_on {
        Some(day) if day < input.given_on => {
            Err(Problem::input("withdrawnOn", "撤回的日期不能早于同意的日期，请核对。"))
        }
        Some(day) if day > today => Err(Problem::input("withdrawnOn", "撤回的日期还没有到，请核对。")),
        _ => Ok(()),
    }
}
