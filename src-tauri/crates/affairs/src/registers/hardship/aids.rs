//! The register of everything that was given (帮扶慰问台账), whoever has a file or not. How they were helped is told once health is
//! revealed; sums and whose money it was are the union's own account.

use rusqlite::Connection;

use super::model::{MemberAidId, MemberAidLine, MemberAidPage, MemberAidQuery};
use super::store::lists;
use crate::Problem;
use crate::union::model::Shown;

/// Everything that matches, in order, with how much there is.
pub fn each_aid(
    connection: &Connection,
    query: &MemberAidQuery,
    health: Shown,
    each: &mut dyn FnMut(u32, MemberAidLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let (total, _) = lists::sum_of_aids(connection, query)?;
    lists::aids(connection, query, None, health, &mut |line| each(total, line))
}

/// A slice of the register.
pub fn page_of_aids(
    connection: &Connection,
    query: &MemberAidQuery,
    health: Shown,
) -> Result<MemberAidPage, Problem> {
    let (total, sum) = lists::sum_of_aids(connection, query)?;
    let slice = (query.limit.unwrap_or(50).min(500), query.offset.unwrap_or(0));
    let mut rows = Vec::new();
    lists::aids(connection, query, Some(slice), health, &mut |line| {
        rows.push(line);
        Ok(())
    })?;
    let (kept, years) = (lists::aids_kept(connection)?, lists::aid_years(connection)?);
    Ok(MemberAidPage { total, rows, kept, years, sum, health })
}

/// One entry of the register.
///
/// Errors: `not_found`.
pub fn one_aid(connection: &Connection, id: MemberAidId, health: Shown) -> Result<MemberAidLine, Problem> {
    lists::one_aid(connection, id, health)
}
