//! What a union adds to the law book that the program brings along: newer packs, days off of further years, and
//! numbers agreed with the employer. What the law says stands in the packs; how it is chosen and counted is the law book's.

pub mod calendar;
pub mod own;
pub mod packs;

use law::{LawBook, Notice, OwnRule};
use packs::{Taken, TakenPackId};
use rusqlite::Connection;

use crate::Problem;

/// Everything a ledger adds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Additions {
    packs: Vec<Taken>,
    notices: Vec<Notice>,
    own: Vec<OwnRule>,
}

impl Additions {
    /// What the ledger adds now.
    pub fn read(connection: &Connection) -> Result<Self, Problem> {
        Ok(Additions {
            packs: packs::taken(connection)?,
            notices: calendar::notices(connection)?,
            own: own::list(connection)?,
        })
    }

    /// The same without one taken pack. Errors: `not_found`.
    pub fn without_pack(mut self, id: TakenPackId) -> Result<Self, Problem> {
        let at = self.packs.iter().position(|pack| pack.id == id);
        self.packs.remove(at.ok_or_else(|| Problem::missing("份法规文件"))?);
        Ok(self)
    }

    /// Whether it adds nothing.
    pub fn is_empty(&self) -> bool {
        self.packs.is_empty() && self.notices.is_empty() && self.own.is_empty()
    }

    /// The law book with it, and what could not be joined, a sentence each: a program that came later may bring the
    /// same rules itself, and no ledger may be shut out by that.
    pub fn join(&self, book: &LawBook) -> (LawBook, Vec<String>) {
        let (mut joined, mut left_out) = (book.clone(), Vec::new());
        for pack in &self.packs {
            match joined.with_taken(&pack.name, &pack.text) {
                Ok((with, _)) => joined = with,
                Err(why) => left_out.push(format!("法规文件“{}”：{why}", pack.name)),
            }
        }
        for notice in &self.notices {
            let with = calendar::checked(&joined, notice).and_then(|year| Ok(joined.with_year(year)?));
            match with {
                Ok(with) => joined = with,
                Err(why) => left_out.push(format!("{}年放假安排：{why}", notice.year)),
            }
        }
        (joined.with_own(&self.own), left_out)
    }
}
