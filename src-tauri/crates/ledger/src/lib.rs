//! The encrypted ledger: a folder with one SQLCipher file, its keys and its journal.
//! Here belong keys, connections, migrations, the one door for writes, undo and the checks.
//! What a union does with its rows does not belong here: tables come from the floors above.

mod access;
mod actor;
mod attempts;
mod backup;
mod chain;
mod check;
mod clock;
mod connect;
mod doubt;
mod earlier;
mod erasures;
mod error;
mod files;
mod folder;
mod fulltext;
mod history;
mod id_type;
mod ids;
mod inverse;
mod keys;
mod ledger;
mod loose;
mod meta;
mod migrate;
mod money;
mod notes;
mod open;
mod out_of_order;
mod passphrase;
mod place;
mod prove;
mod purge;
mod recorder;
mod recovery;
mod rekey;
pub mod restore;
mod schema;
mod setting;
mod slots;
mod sound;
mod step;
mod strength;
mod triggers;
mod turns;
mod undo;
mod watch;
mod ways;

pub use access::Look;
pub use actor::Actor;
pub use backup::{BackupLine, BackupMade, BackupTo, DroppedCopies, HeldByCopies, OutsideCopy};
pub use chain::Head;
pub use check::{Finding, LastCheck, Mend, Severity};
pub use clock::{Clock, FixedClock, SystemClock, shanghai};
pub use connect::SCALAR;
pub use doubt::ClockDoubt;
pub use erasures::{Around, Erased, Erasures, standing};
pub use error::LedgerError;
pub use files::{FileRef, Files, Swept};
pub use history::{
    CellChange, ChangeRow, JournalLine, JournalPage, JournalQuery, RecordChange, StepChanges, steps_in,
};
pub use ids::{Ids, RandomIds, SeededIds};
pub use keys::{EarlierKey, Kdf, RawKey};
pub use ledger::{Ledger, StepRow};
pub use loose::hanging;
pub use money::Fen;
pub use open::Unlock;
pub use passphrase::Passphrase;
pub use place::{belongs_to_ledger, inside_ledger};
pub use prove::{PROOF_DIGITS, Proof};
pub use purge::Purge;
pub use recovery::RecoveryWords;
pub use rekey::Rekeyed;
pub use schema::{Derived, Digested, LooseReference, Migration, Schema};
pub use setting::Setting;
pub use step::{Done, Finality, Op, Tx, Written};
pub use strength::{Strength, strength};
pub use turns::{Doing, Sealed};
pub use undo::{UndoState, Undone};
pub use watch::Watch;

pub use chrono;
pub use rusqlite;
pub use uuid;

/// What `id_type!` needs to name from another crate.
#[doc(hidden)]
pub mod private {
    pub use serde;
    pub use ts_rs;
}
