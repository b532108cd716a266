//! Paragraphs of a paper that were reworded before printing (改动): each keeps the text that the facts gave when it was
//! changed, so that it is known when the facts moved on. The text is plain; which blocks a paper has, its template says.

use ledger::Tx;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use crate::Problem;

ledger::id_type!(
    /// One reworded paragraph.
    ChangeId
);

/// A paragraph reworded in a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextChange {
    /// The block's id in the paper.
    pub block: String,
    /// The text that the facts gave when it was changed.
    pub replaced: String,
    /// The text in its place.
    pub text: String,
}

impl TextChange {
    /// Whether the facts now give another text, or none.
    pub fn moved(&self, filled: Option<&str>) -> bool {
        filled != Some(self.replaced.as_str())
    }
}

/// The longest text of one paragraph, in characters: a page holds some six hundred.
const LONGEST: usize = 10_000;

/// The paragraphs reworded in a paper of this record, in the order of their ids.
pub fn of_paper(connection: &Connection, kind: &str, of: &str) -> Result<Vec<TextChange>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT block, replaced, text FROM live_paper_change WHERE of_id = ?1 AND kind = ?2 ORDER BY block",
    )?;
    let rows = statement.query_map([of, kind], |row| {
        Ok(TextChange { block: row.get(0)?, replaced: row.get(1)?, text: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Keeps a reworded paragraph. One that says what the facts say is no change, and takes back the one that stood.
///
/// Errors: `bad_input` at `text` when it is empty or too long.
pub fn keep(tx: &Tx, kind: &str, of: &str, change: &TextChange) -> Result<(), Problem> {
    let text = change.text.trim();
    if text.is_empty() {
        return Err(Problem::input("text", "这一段不能空着。不想改了，请选“用原来的文字”。"));
    }
    if text.chars().count() > LONGEST {
        return Err(Problem::input("text", format!("一段最多写{LONGEST}个字，请分开写或精简。")));
    }
    if text == change.replaced {
        forget(tx, kind, of, &change.block)?;
        return Ok(());
    }
    let kept = tx.execute(
        "UPDATE paper_change SET replaced = ?4, text = ?5
         WHERE of_id = ?1 AND kind = ?2 AND block = ?3 AND removed_at IS NULL",
        params![of, kind, change.block, change.replaced, text],
    )?;
    if kept == 0 {
        tx.execute(
            "INSERT INTO paper_change (id, of_id, kind, block, replaced, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![tx.new_id::<ChangeId>(), of, kind, change.block, change.replaced, text],
        )?;
    }
    Ok(())
}

/// Takes a reworded paragraph back, so that the facts speak again.
///
/// Errors: `not_found` when that paragraph was not changed.
pub fn drop(tx: &Tx, kind: &str, of: &str, block: &str) -> Result<(), Problem> {
    if forget(tx, kind, of, block)? { Ok(()) } else { Err(Problem::missing("处改过的文字")) }
}

fn forget(tx: &Tx, kind: &str, of: &str, block: &str) -> Result<bool, Problem> {
    let gone = tx.execute(
        "UPDATE paper_change SET removed_at = ?4
         WHERE of_id = ?1 AND kind = ?2 AND block = ?3 AND removed_at IS NULL",
        params![of, kind, block, tx.now().to_rfc3339()],
    )?;
    Ok(gone == 1)
}
