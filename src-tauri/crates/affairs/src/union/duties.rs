//! Everything that the union's own record, its bodies, their election, the meetings of its members and the contribution ask
//! for. What each asks is decided in its own room.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::{bodies, details, election, fee, members_congress};
use crate::Problem;
use crate::duty::Duty;

/// Everything that the union's own record asks for.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let mut duties = details::duties(connection, today)?;
    duties.extend(bodies::duties(connection, book, today)?);
    duties.extend(election::duties(connection, book, today)?);
    duties.extend(members_congress::duties(connection, book, today)?);
    duties.extend(fee::duties(connection, book, today)?);
    Ok(duties)
}
