//! What amends an agreement, with the days of the talks over it: what was said in these is said of that alone.

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::Problem;
use crate::negotiation::agreement::amendments::model::AmendmentAct;
use crate::negotiation::agreement::amendments::store as amendments;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::agreement::store::{self as agreements, Head};
use crate::negotiation::model::EventKind;
use crate::negotiation::store;

/// What amends an agreement.
pub(super) struct Amended {
    /// of what kind the agreement is
    pub kind: AgreementKind,
    pub act: AmendmentAct,
    pub proposed_on: NaiveDate,
    pub signed_on: Option<NaiveDate>,
}

impl Amended {
    /// Whether a meeting of a day is one over it.
    pub(super) fn holds(&self, day: NaiveDate) -> bool {
        self.proposed_on <= day && self.signed_on.is_none_or(|signed| day <= signed)
    }
}

/// What amends an agreement, each with the days of its talks.
pub(super) fn of_agreement(connection: &Connection, head: &Head) -> Result<Vec<Amended>, Problem> {
    let all = agreements::amendments(connection, head.negotiation)?;
    of(connection, all.into_iter().filter(|one| one.amends == Some(head.id)))
}

/// The same of all that amends any.
pub(super) fn of(
    connection: &Connection,
    amending: impl Iterator<Item = Head>,
) -> Result<Vec<Amended>, Problem> {
    let mut all = Vec::new();
    for one in amending {
        let Some(said) = amendments::said(connection, one.id)? else { continue };
        // What goes on from a sealed affair may have been signed there.
        let mut signed_on = None;
        for head in agreements::line(connection, &one)? {
            let events = store::events(connection, head.negotiation)?.into_iter();
            let signed =
                events.filter(|event| event.agreement == Some(head.id) && event.kind == EventKind::Signed);
            signed_on = signed.map(|event| event.happened_on).max().max(signed_on);
        }
        all.push(Amended { kind: one.kind, act: said.act, proposed_on: said.proposed_on, signed_on });
    }
    Ok(all)
}
