//! What an issue was made from (底本): its facts, its template's text, its reworded paragraphs. Kept beside the bytes,
//! named by content, and gone with the last issue that names it. What the paper looks like, `paper` says.

use ledger::Tx;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::Problem;
use crate::office::changes::TextChange;
use crate::office::templates::model::MadeBy;

/// All that fills one issue again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// The template's key.
    pub template: String,
    /// The template as it was.
    pub text: String,
    /// The facts, with the number.
    pub context: serde_json::Value,
    /// The paragraphs reworded.
    pub changes: Vec<TextChange>,
    /// The body in the paper's metadata.
    pub author: String,
    /// The moment in the paper's metadata.
    pub created: chrono::DateTime<chrono::FixedOffset>,
    /// What tells this issue from others in the paper's metadata.
    pub id_seed: String,
    /// The union's own template that it was made by; none for the program's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_by: Option<MadeBy>,
}

/// What each issue has of its own among its facts.
const OF_AN_ISSUE: [&str; 3] = ["number", "corrects", "draft"];

impl Source {
    /// Whether a reader of both papers would find the same but for their numbers.
    pub fn says_as(&self, other: &Source) -> bool {
        let facts = |source: &Source| {
            let mut facts = source.context.clone();
            if let Some(facts) = facts.as_object_mut() {
                facts.retain(|name, _| !OF_AN_ISSUE.contains(&name.as_str()));
            }
            facts
        };
        (&self.template, &self.text, &self.changes, &self.author)
            == (&other.template, &other.text, &other.changes, &other.author)
            && facts(self) == facts(other)
    }
}

/// Keeps a source; answers its name. What is kept already is kept once.
pub(super) fn keep(tx: &Tx, source: &Source) -> Result<String, Problem> {
    let content = serde_json::to_string(source).map_err(|_| unreadable())?;
    let sha256 = hex::encode(Sha256::digest(&content));
    tx.execute(
        "INSERT OR IGNORE INTO paper_source (sha256, content) VALUES (?1, ?2)",
        params![sha256, content],
    )?;
    Ok(sha256)
}

pub(super) fn unreadable() -> Problem {
    Problem::new("internal", "程序内部出错：文件的底本无法整理。账本没有受影响，印发的 PDF 照样可以打开。")
}

/// The kept bytes and sources, each with the column of `paper` that names it.
const KEPT: [(&str, &str); 2] = [("paper_bytes", "sha256"), ("paper_source", "source_sha256")];

/// Those that neither a row nor the journal names: the law erased the issue, or a step of it was never kept.
fn stray((table, column): (&str, &str)) -> String {
    format!(
        "NOT EXISTS (SELECT 1 FROM paper WHERE {column} = {table}.sha256)
         AND NOT EXISTS (SELECT 1 FROM change WHERE tbl = 'paper'
           AND {table}.sha256 IN (json_extract(after, '$.{column}'), json_extract(before, '$.{column}')))"
    )
}

/// Whether everything kept belongs to an issue that is or was named.
pub(crate) fn kept_hold(connection: &Connection) -> rusqlite::Result<bool> {
    for (table, column) in KEPT {
        if connection
            .prepare(&format!("SELECT 1 FROM {table} WHERE {}", stray((table, column))))?
            .exists([])?
        {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Forgets bytes and sources that belong to nothing.
pub(crate) fn forget_strays(connection: &Connection) -> rusqlite::Result<()> {
    for (table, column) in KEPT {
        connection.execute(&format!("DELETE FROM {table} WHERE {}", stray((table, column))), [])?;
    }
    Ok(())
}
