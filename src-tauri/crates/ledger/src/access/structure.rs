//! The structure of the access log against what its shapes make: whoever drops the trigger that forbids it may rewrite looks, and
//! whoever adds one may write others, and the chain alone does not tell who could. It is found by the check, and put right when the
//! chair puts the gap down.

use super::shape;
use crate::check::{Altered, of_log};
use crate::{Ledger, LedgerError, connect, triggers};
use rusqlite::{Connection, Transaction, TransactionBehavior};

impl Ledger {
    /// What of the log's structure is not as its shapes make it. Errors: `Damaged` when the file cannot be read.
    pub(crate) fn altered_log(&self) -> Result<Altered, LedgerError> {
        let made = self.made_log()?;
        self.access(|conn| of_log(conn, &made))
    }

    /// Makes the structure of the log anew around its looks; a log whose table is another is set aside, and one begun anew.
    pub(super) fn renew_log(&self) -> Result<(), LedgerError> {
        let made = self.made_log()?;
        let altered = self.access_or_anew(|conn| of_log(conn, &made))?;
        if altered.is_empty() {
            return Ok(());
        }
        if altered.of_tables() {
            return self.set_access_aside();
        }
        match self.access(|conn| renew(conn, &made, &altered)) {
            Err(LedgerError::Sql(_)) => self.set_access_aside(),
            done => done,
        }
    }

    /// An empty log in memory.
    fn made_log(&self) -> Result<Connection, LedgerError> {
        let conn = connect::in_memory(&self.schema)?;
        shape(&conn)?;
        Ok(conn)
    }
}

/// Takes away what is not due and makes what is; no table is among it.
fn renew(conn: &Connection, made: &Connection, altered: &Altered) -> Result<(), LedgerError> {
    let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    for (kind, name) in altered.standing() {
        tx.execute_batch(&format!("DROP {kind} {}", triggers::ident(name)))?;
    }
    for (kind, name) in altered.due() {
        let sql = "SELECT sql FROM sqlite_schema WHERE type = ?1 AND name = ?2";
        let sql: String = made.query_row(sql, [kind, name], |row| row.get(0))?;
        tx.execute_batch(&sql)?;
    }
    Ok(tx.commit()?)
}
