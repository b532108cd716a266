//! What the filing of an agreement tells and no other record knows (报送的情况): kept once, proposed anew for the next agreement. The
//! papers that print it are `negotiation::papers`'.

pub mod model;
pub mod store;

use ledger::Tx;
use rusqlite::Connection;

use super::model::AgreementId;
use super::store::head;
use crate::Problem;
use crate::negotiation::model::{Event, EventKind};
use crate::negotiation::store as talks;
use crate::office::{short, text};
use model::AgreementFiling;

/// The most workers that are believed of one employer.
const AT_MOST: u32 = 5_000_000;

/// Keeps it.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save(tx: &Tx, input: &AgreementFiling) -> Result<(), Problem> {
    head(tx, input.agreement)?;
    for (field, value, most) in [
        ("department", Some(&input.department), 100),
        ("filer", Some(&input.filer), 50),
        ("phone", input.phone.as_ref(), 50),
        ("enterpriseKind", input.enterprise_kind.as_ref(), 50),
        ("trade", input.trade.as_ref(), 50),
        ("business", input.business.as_ref(), 1000),
        ("previous", input.previous.as_ref(), 2000),
        ("disputed", input.disputed.as_ref(), 2000),
    ] {
        short(field, value.map_or("", String::as_str), most)?;
    }
    for (field, value, message) in [
        ("department", &input.department, "请填写报送给哪个部门，例如“某县人力资源和社会保障局”。"),
        ("filer", &input.filer, "请填写报送的经办人。"),
    ] {
        if value.trim().is_empty() {
            return Err(Problem::input(field, message));
        }
    }
    if input.covered.is_some_and(|covered| covered == 0 || covered > AT_MOST) {
        return Err(Problem::input("covered", "请核对合同适用的职工人数。"));
    }
    store::save(tx, input)
}

/// Tells of one agreement what is told of another, where anything is.
pub(super) fn carry(tx: &Tx, from: AgreementId, to: AgreementId) -> Result<(), Problem> {
    match store::one(tx, from)? {
        Some(told) => store::save(tx, &AgreementFiling { agreement: to, ..told }),
        None => Ok(()),
    }
}

/// Where an agreement was handed in, as the newest entry of it says; none before that.
fn handed_in(connection: &Connection, id: AgreementId) -> Result<Option<String>, Problem> {
    let events = talks::events(connection, head(connection, id)?.negotiation)?;
    let of_it = |event: &&Event| event.kind == EventKind::Filed && event.agreement == Some(id);
    Ok(events.iter().rev().filter(of_it).find_map(|event| text(&event.facts.receiver).map(str::to_owned)))
}

/// What is kept of an agreement; else what was told of the newest one before, to begin with, and where its entry says that it went.
pub fn of(connection: &Connection, id: AgreementId) -> Result<Option<AgreementFiling>, Problem> {
    if let Some(kept) = store::one(connection, id)? {
        return Ok(Some(kept));
    }
    // How the last contract was kept and what stayed open is told of each anew.
    let newest = store::newest(connection)?;
    let begun = newest.map(|one| AgreementFiling { agreement: id, previous: None, disputed: None, ..one });
    let Some(department) = handed_in(connection, id)? else { return Ok(begun) };
    Ok(Some(match begun {
        Some(one) => AgreementFiling { department, ..one },
        None => AgreementFiling::begun(id, department),
    }))
}
