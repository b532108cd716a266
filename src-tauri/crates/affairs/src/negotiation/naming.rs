//! When a round of talks is called anew: as its contracts change, until the other side or an issued paper bears the name. What it is
//! called is `called`'s.

use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use super::agreement::model::{AddAgreement, AgreementId, AgreementKind};
use super::agreement::store as agreements;
use super::model::NegotiationId;
use super::{agreement, called, removal, standing, store};
use crate::Problem;

/// Adds an agreement to a round of talks, which is called by it too.
///
/// Errors: those of `agreement::add`.
pub fn add(tx: &Tx, book: &LawBook, input: &AddAgreement) -> Result<AgreementId, Problem> {
    let id = agreement::add(tx, book, input)?;
    keep(tx, input.negotiation)?;
    Ok(id)
}

/// Puts an agreement out of sight to which nothing has happened; the talks are called without it.
///
/// Errors: those of `agreement::remove`.
pub fn remove(tx: &Tx, book: &LawBook, id: AgreementId) -> Result<(), Problem> {
    let talks = agreements::head(tx, id)?.negotiation;
    agreement::remove(tx, book, id)?;
    keep(tx, talks)
}

/// Calls an affair by the contracts that it is over now, as long as nothing bears the name that it had.
pub(super) fn keep(tx: &Tx, id: NegotiationId) -> Result<(), Problem> {
    let head = store::head(tx, id)?;
    let kinds = agreement::kinds(tx, id)?;
    let behind = head.title.find('（').map_or("", |at| &head.title[at..]);
    let title = format!("{}{behind}", called::title(head.year, &kinds));
    if title == head.title || is_borne(tx, id)? {
        return Ok(());
    }
    store::rename_affair(tx, id, &title)
}

/// A round of talks by what it is called and over.
#[derive(PartialEq, Eq)]
struct Named {
    id: NegotiationId,
    title: String,
    kinds: Vec<AgreementKind>,
}

/// What every round of talks was called before a step of the journal was turned round out of its order, or a record came back out of
/// the trash. The step writes back the name of its own time, which other steps may have changed the ground of since.
pub struct Names(Vec<Named>);

impl Names {
    /// Reads them.
    pub fn before(connection: &Connection) -> Result<Names, Problem> {
        let mut all = Vec::new();
        for head in store::heads(connection)? {
            let kinds = agreement::kinds(connection, head.id)?;
            all.push(Named { id: head.id, title: head.title, kinds });
        }
        Ok(Names(all))
    }

    /// Of the talks that changed since, calls each by the contracts that it is over now; a name that something bears stays.
    pub fn keep(&self, tx: &Tx) -> Result<(), Problem> {
        for now in Names::before(tx)?.0 {
            let touched = self.0.iter().find(|was| was.id == now.id).filter(|was| **was != now);
            let Some(was) = touched else { continue };
            if was.title != now.title && is_borne(tx, now.id)? {
                store::rename_affair(tx, now.id, &was.title)?;
            } else {
                keep(tx, now.id)?;
            }
        }
        Ok(())
    }
}

/// Whether the other side has the offer, or a paper of the talks was issued.
fn is_borne(connection: &Connection, id: NegotiationId) -> Result<bool, Problem> {
    Ok(standing::is_out(connection, id)? || removal::is_printed(connection, id)?)
}
