//! A paper that proves the file: the number and hash of a step, as a report's imprint or the back of the
//! recovery sheet bears them, looked up in the chain, and the chain followed: a hash that stands where it should says
//! nothing while the changes it covers were altered, nor does the chain while the records were rewritten behind it, or another view
//! was put before them. How the paper is printed is not decided here.

use crate::check::Amiss;
use crate::{Ledger, LedgerError};
use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use ts_rs::TS;

/// The fewest digits of a hash that prove anything: 32 bits.
pub const PROOF_DIGITS: usize = 8;

/// What the chain says of a step that stands on a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum Proof {
    /// The step is in this ledger, everything before it as it was when the paper was printed, and the records are what the journal
    /// last says of them.
    Holds {
        /// time of the step, RFC 3339
        at: String,
        /// its label
        label: String,
    },
    /// A step of this number is there with another hash: mistyped, or of another ledger, or the chain was altered.
    Differs {
        /// the place, counted from 1 without blanks, of the one digit that is another; none where more are
        wrong: Option<u32>,
        /// the newest step whose hash begins with these digits
        #[ts(type = "number | null")]
        fits: Option<i64>,
    },
    /// The step is there with this hash, but the journal was altered: what the hash covers is no longer what it was.
    Broken {
        /// where, in words
        found: String,
    },
    /// The step is there with this hash and the chain holds, but the structure of the file, or records behind the journal, were
    /// altered: what is shown is no longer what was entered.
    Altered {
        /// what, in words
        found: String,
    },
    /// No step of this number is there: mistyped, or the ledger is younger than the paper, a restored copy or another ledger.
    Beyond {
        /// the newest step that is there
        #[ts(type = "number")]
        newest: i64,
        /// the newest step whose hash begins with these digits
        #[ts(type = "number | null")]
        fits: Option<i64>,
    },
}

impl Ledger {
    /// Looks up a step by number and the first digits of its hash, follows the chain, and holds the records against it; blanks do not
    /// matter. `progress(done, total)` is called now and then; when it says `false` the proof stops. Errors: `ShortHash` for fewer than
    /// eight digits or other characters; `Cancelled`.
    pub fn prove(
        &self,
        seq: i64,
        digits: &str,
        progress: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Proof, LedgerError> {
        let digits: String =
            digits.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
        if digits.len() < PROOF_DIGITS || digits.len() > 64 || !digits.bytes().all(|b| b.is_ascii_hexdigit())
        {
            return Err(LedgerError::ShortHash);
        }
        self.read(|conn| {
            let found = conn
                .prepare_cached("SELECT hash, at, label FROM journal WHERE seq = ?1")?
                .query_row([seq], |r| Ok((r.get::<_, Vec<u8>>(0)?, r.get(1)?, r.get(2)?)))
                .optional()?;
            Ok(match found {
                Some((hash, at, label)) if hex::encode(&hash).starts_with(&digits) => {
                    match self.amiss(conn, progress)? {
                        Amiss::Journal(found) => Proof::Broken { found },
                        Amiss::Records(found) => Proof::Altered { found },
                        Amiss::Nothing => Proof::Holds { at, label },
                    }
                }
                Some((hash, ..)) => Proof::Differs {
                    wrong: only_wrong(&hex::encode(&hash), &digits),
                    fits: step_of(conn, &digits)?,
                },
                None => {
                    Proof::Beyond { newest: crate::chain::head(conn)?.seq, fits: step_of(conn, &digits)? }
                }
            })
        })
    }
}

/// The place, counted from 1, of the only digit in which what was typed differs from the hash.
fn only_wrong(hash: &str, digits: &str) -> Option<u32> {
    let pairs = hash.bytes().zip(digits.bytes()).zip(1_u32..);
    let mut wrong = pairs.filter(|((is, typed), _)| is != typed).map(|(_, place)| place);
    let first = wrong.next();
    if wrong.next().is_none() { first } else { None }
}

/// The newest step whose hash begins with these digits.
fn step_of(conn: &Connection, digits: &str) -> Result<Option<i64>, LedgerError> {
    let sql = "SELECT max(seq) FROM journal WHERE substr(lower(hex(hash)), 1, length(?1)) = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([digits], |r| r.get(0))?)
}
