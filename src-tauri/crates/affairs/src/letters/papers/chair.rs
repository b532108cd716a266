//! Who signs.

use rusqlite::Connection;

use crate::Problem;
use crate::union;
use crate::union::model::Role;

/// The chair, who signs.
pub(crate) fn chair(connection: &Connection) -> Result<String, Problem> {
    let people = union::store::desk_people(connection)?;
    Ok(people.into_iter().find(|one| one.role == Role::Chair).map(|one| one.name).unwrap_or_default())
}
