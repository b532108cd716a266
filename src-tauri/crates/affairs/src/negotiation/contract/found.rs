//! Whether a removed clause may come back from the trash.

use rusqlite::Connection;

use crate::Problem;

/// A clause of the library stands once in a contract, and a contract that is gone takes none back.
pub fn may_restore_clause(connection: &Connection, id: &str) -> Result<(), Problem> {
    let gone = !connection
        .prepare(
            "SELECT 1 FROM contract_clause r JOIN live_agreement a ON a.id = r.agreement_id WHERE r.id = ?1",
        )?
        .exists([id])?;
    if gone {
        return Err(Problem::new("refused", "这一条所在的合同已经移除，请先恢复合同。"));
    }
    let again = connection
        .prepare(
            "SELECT 1 FROM contract_clause r JOIN live_contract_clause l ON l.agreement_id = r.agreement_id
             AND (l.library = r.library OR l.topic_id = r.topic_id) WHERE r.id = ?1",
        )?
        .exists([id])?;
    if again {
        return Err(Problem::new(
            "refused",
            "草案里后来又放进了同一条；要用回移除的这一条，请先移除现在的。",
        ));
    }
    Ok(())
}
