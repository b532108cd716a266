//! Where the workers of a firm belong, by class, with what the ledger knows of the firm and of our own union. What decides it
//! is `rules`'.

use rusqlite::Connection;

use chrono::NaiveDate;

use super::model::{PlatformClass, PlatformFirmId, PlatformFirmInput, PlatformRoute};
use super::rules::{self, Firm, OwnUnion, PlatformLaw};
use super::store::firms;
use crate::Problem;
use crate::union;
use crate::union::model::Shown;

/// Our own union, as routing asks for it.
fn own_union(connection: &Connection) -> Result<OwnUnion, Problem> {
    let record = union::store::union_record(connection)?;
    let sheet = union::details::sheet(connection, Shown::Never)?;
    let mut enterprises: Vec<(String, String)> = (sheet.details.enterprises.into_iter())
        .map(|one| (one.name, one.credit_code.unwrap_or_default()))
        .collect();
    if enterprises.is_empty() {
        enterprises.push((record.employer, String::new()));
    }
    Ok(OwnUnion { name: record.name, enterprises })
}

/// Where the workers of a firm belong, by class: read once for many people.
pub(super) struct Routes {
    own: OwnUnion,
    pub firm: PlatformFirmInput,
    pub platform: Option<PlatformFirmInput>,
    members: u32,
    by_class: Vec<(PlatformClass, PlatformRoute)>,
}

impl Routes {
    /// Those of a firm.
    ///
    /// Errors: `not_found`.
    pub(super) fn of(
        connection: &Connection,
        law: PlatformLaw<'_>,
        id: PlatformFirmId,
        today: NaiveDate,
    ) -> Result<Self, Problem> {
        let firm = firms::get(connection, id)?;
        let platform = firm.partner_of.map(|platform| firms::get(connection, platform)).transpose()?;
        let members = firms::counts(connection, Some(id))?.members;
        let mut routes =
            Routes { own: own_union(connection)?, firm, platform, members, by_class: Vec::new() };
        routes.by_class = (PlatformClass::ALL.iter())
            .map(|class| (*class, rules::route(law, &routes.own, routes.facts(), *class, today)))
            .collect();
        Ok(routes)
    }

    /// The firm as the rules read it.
    pub(super) fn facts(&self) -> Firm<'_> {
        Firm { at: &self.firm, platform: self.platform.as_ref(), members: self.members }
    }

    /// Where a worker of a class belongs.
    pub(super) fn of_class(&self, class: PlatformClass) -> PlatformRoute {
        let found = self.by_class.iter().find(|(one, _)| *one == class);
        found.map(|(_, route)| route.clone()).unwrap_or_else(|| PlatformRoute {
            ours: false,
            to: None,
            union: None,
            sentence: String::new(),
            rule: None,
            committee: None,
        })
    }
}
