//! The rows of the union's own templates: one a paper, the earlier ones out of sight.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{OwnTemplateId, OwnTemplateText};
use super::paper_name;
use crate::Problem;

const COLUMNS: &str = "id, paper, title, body, base, taken_on";

fn template(row: &Row<'_>) -> rusqlite::Result<OwnTemplateText> {
    Ok(OwnTemplateText {
        id: row.get(0)?,
        paper: row.get(1)?,
        title: row.get(2)?,
        text: row.get(3)?,
        base: row.get(4)?,
        taken_on: row.get(5)?,
    })
}

/// Keeps a template; the one that stood for its paper goes out of sight.
pub fn take(tx: &Tx, paper: &str, title: &str, text: &str, base: &str) -> Result<OwnTemplateId, Problem> {
    let id = tx.new_id::<OwnTemplateId>();
    tx.execute(
        "UPDATE own_template SET removed_at = ?2 WHERE paper = ?1 AND removed_at IS NULL",
        params![paper, tx.now().to_rfc3339()],
    )?;
    tx.execute(
        "INSERT INTO own_template (id, paper, title, body, base, taken_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![id, paper, title, text, base, tx.today()],
    )?;
    Ok(id)
}

/// The templates that stand, in the order of their papers.
pub fn all(connection: &Connection) -> Result<Vec<OwnTemplateText>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_own_template ORDER BY paper");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([], template)?.collect::<Result<_, _>>()?)
}

/// The template that stands for a paper.
pub fn of_paper(connection: &Connection, paper: &str) -> Result<Option<OwnTemplateText>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_own_template WHERE paper = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([paper], template).optional()?)
}

/// Puts a template out of sight; the program's own holds again. Errors: `not_found`.
pub fn drop(tx: &Tx, id: OwnTemplateId) -> Result<(), Problem> {
    let gone = tx.execute(
        "UPDATE own_template SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    if gone == 1 { Ok(()) } else { Err(Problem::missing("份本单位模板")) }
}

/// A paper has one template of the union's own. Errors: `refused` when another stands.
pub fn may_return(connection: &Connection, id: &str) -> Result<(), Problem> {
    let paper: Option<String> = connection
        .query_row(
            "SELECT r.paper FROM own_template r JOIN live_own_template l ON l.paper = r.paper WHERE r.id = ?1",
            [id],
            |row| row.get(0),
        )
        .optional()?;
    let Some(paper) = paper else { return Ok(()) };
    let name = paper_name(&paper).unwrap_or("这种文书");
    Err(Problem::new(
        "refused",
        format!("{name}后来又放入了别的本单位模板；要用回移除的这一份，请先改回程序自带的。"),
    ))
}
