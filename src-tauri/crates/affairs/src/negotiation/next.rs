//! How far the talks of a later year have come: that they be opened is asked until their offer is out, and not only until somebody
//! has started them.

use rusqlite::Connection;

use super::model::NegotiationId;
use super::seal;
use super::store::{self, Head};
use crate::Problem;

/// The talks of the years after an affair's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextTalks {
    /// Nobody has started them.
    ToStart,
    /// Started, and nothing was offered yet: which.
    Started(NegotiationId),
    /// Opened, or closed again.
    Opened,
}

/// The talks that follow on those of a year.
pub(super) fn after(connection: &Connection, year: i32) -> Result<NextTalks, Problem> {
    let mut next = NextTalks::ToStart;
    // The newest stand first: the earliest of them is the one that comes next.
    for head in store::heads(connection)?.into_iter().filter(|head| head.year > year) {
        if is_opened(connection, &head)? {
            return Ok(NextTalks::Opened);
        }
        // What goes on of a sealed affair is no round of its own.
        if seal::closing(connection, head.id)?.continues.is_none() {
            next = NextTalks::Started(head.id);
        }
    }
    Ok(next)
}

/// Whether talks are open, on paper at least, or were closed again.
fn is_opened(connection: &Connection, head: &Head) -> Result<bool, Problem> {
    Ok(head.late_entry.is_some()
        || store::offer_dates(connection, head.id)?.is_some()
        || !store::meetings(connection, head.id)?.is_empty()
        || seal::seal_of(connection, head.id)?.is_some())
}
