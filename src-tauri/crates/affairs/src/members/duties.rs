//! Everything that the life of membership makes due: what joining, leaving, dues and the files of people ask for, each by its
//! own room.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;

use super::{dossier, dues, joining, leaving};
use crate::Problem;
use crate::duty::Duty;

/// Everything that the life of membership makes due.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let mut duties = joining::duties(connection, book, today)?;
    duties.extend(leaving::duties(connection, book, today)?);
    duties.extend(dues::duties(connection, book, today)?);
    duties.extend(dossier::duties(connection, book, today)?);
    Ok(duties)
}
