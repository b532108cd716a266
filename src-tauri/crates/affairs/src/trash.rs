//! The trash: records that a page removed, whole and out of sight; bringing one back as it was; erasing one for
//! good when its time is over (`purge`), also one whose entry was taken back, or all of a step (`taken_back`). Which records there are is each module's affair, told in `kinds`; who may
//! erase is `desk`'s.

mod bound;
mod counted;
mod issued;
mod kind;
mod kinds;
mod mentions;
mod moved;
mod purge;
mod retention;
mod returning;
mod starts;
mod tables;
mod taken_back;

pub use kind::{TrashKind, TrashRef};
pub use purge::{AroundDrafts, Doomed, DoomedStep, doom, doom_step, erase_around_again, reached};
pub(crate) use retention::setting_label;
pub use retention::{Retention, RetentionLaw, SetRetention, retentions, set_retention};
pub use taken_back::{UndoneStep, taken_back};

use chrono::NaiveDate;
use law::LawBook;
use ledger::Tx;
use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;

use crate::fields::listed;
use crate::{Problem, fields};
use bound::purge_from;
use kinds::{KINDS, lies};
use purge::{LOOKED_THROUGH, stays};
use tables::{Lies, removed_at};

/// A record in the trash.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrashLine {
    /// What it is.
    pub kind: TrashKind,
    /// What it is, in words.
    pub kind_label: String,
    /// The record.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// When it was removed or taken back, at +08:00.
    pub removed_at: String,
    /// Who removed it or took it back.
    pub removed_by: Option<String>,
    /// The first day on which it may be erased; none as long as its time has not begun: the labour contract has no end yet.
    pub purge_from: Option<NaiveDate>,
    /// Whether that day has come.
    pub may_purge: bool,
    /// How the day is reckoned, in one sentence.
    pub reckoned: String,
    /// What of it keeps the whole until that day, in words: 劳动合同; none where it is kept for itself.
    pub held_by: Option<String>,
    /// Where a person's name would stay in other affairs, in one sentence; told to whoever may erase.
    pub stays: Option<String>,
}

/// Everything in the trash, newest first.
pub fn list(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<TrashLine>, Problem> {
    let mut lines = Vec::new();
    for lies in &KINDS {
        let sql = format!(
            "SELECT r.id, {}, r.removed_at, {},
               (SELECT j.actor_name FROM change c JOIN journal j ON j.seq = c.place >> 32
                WHERE substr(c.row_id, -8) = substr(r.id, -8) AND c.row_id = r.id AND c.tbl = '{}'
                ORDER BY c.place DESC LIMIT 1)
             FROM {} r WHERE r.removed_at IS NOT NULL AND {}",
            lies.title,
            lies.kind.word().map_or("NULL".to_owned(), |column| format!("r.{column}")),
            lies.table,
            lies.table,
            lies.kind.by_itself()
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| {
            let title: Option<String> = row.get(1)?;
            let word: Option<String> = row.get(3)?;
            let word =
                lies.kind.word().zip(word).and_then(|(column, code)| listed(lies.table, column, &code));
            let title = [title, word].into_iter().flatten().collect::<Vec<_>>().join(" ");
            Ok((row.get(0)?, title, row.get::<_, String>(2)?, row.get(4)?))
        })?;
        for row in rows {
            let (id, title, removed_at, removed_by): (String, String, String, Option<String>) = row?;
            let day = purge_from(connection, book, lies, &id, &removed_at)?;
            let stays = if lies.kind == TrashKind::Person { stays(connection, &id, false)? } else { None };
            lines.push(TrashLine {
                kind: lies.kind,
                stays,
                kind_label: lies.label.to_owned(),
                id,
                title,
                may_purge: today >= day.from,
                removed_at,
                removed_by,
                purge_from: day.told(),
                reckoned: day.reckoned,
                held_by: day.held_by.map(str::to_owned),
            });
        }
    }
    lines.sort_by(|a, b| (&b.removed_at, &b.id).cmp(&(&a.removed_at, &a.id)));
    Ok(lines)
}

/// Looks through every text for the names of the people in the trash, where they are few: whoever may erase is told of each
/// mention, and not of the links alone.
pub fn look_through(connection: &Connection, lines: &mut [TrashLine]) -> Result<(), Problem> {
    let people = lines.iter().filter(|line| line.kind == TrashKind::Person).count();
    if people <= LOOKED_THROUGH {
        for line in lines.iter_mut().filter(|line| line.kind == TrashKind::Person) {
            line.stays = stays(connection, &line.id, true)?;
        }
    }
    Ok(())
}

/// Tells one who may not read single wages nothing of whom a payroll holds: a person is kept by something.
pub fn cover_wages(lines: &mut [TrashLine]) {
    let payroll = lies(TrashKind::PaySheet).label;
    for line in lines.iter_mut().filter(|line| line.kind == TrashKind::Person) {
        if line.held_by.as_deref() == Some(payroll) {
            line.held_by = Some(bound::SOMETHING.to_owned());
            line.reckoned = bound::untold(line.purge_from.unwrap_or(NaiveDate::MAX));
        }
    }
}

/// What belongs to a person comes back to one who stands: it would be in no list, and in the trash no more.
fn its_person_stands(connection: &Connection, lies: &Lies, id: &str) -> Result<(), Problem> {
    if !fields::parts("person").contains(&(lies.table, "person_id")) {
        return Ok(());
    }
    let sql = format!(
        "SELECT 1 FROM {} r WHERE r.id = ?1
           AND (r.person_id IS NULL OR EXISTS (SELECT 1 FROM live_person p WHERE p.id = r.person_id))",
        lies.table
    );
    if connection.prepare_cached(&sql)?.exists([id])? {
        return Ok(());
    }
    Err(Problem::new("refused", "这条记录的本人已经移除，请先恢复本人。"))
}

/// What became of a record that was brought back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BroughtBack {
    /// What was moved elsewhere since its removal and stays there, in a sentence; none where all of it came back.
    pub note: Option<String>,
}

/// Brings a record back with everything that was removed together with it, and with what its removal moved to another record,
/// where nobody moved that since.
///
/// Errors: `refused` when another record has taken its place meanwhile.
pub fn restore(tx: &Tx, of: &TrashRef) -> Result<BroughtBack, Problem> {
    let lies = lies(of.kind);
    let removed = removed_at(tx, lies, &of.id)?;
    (lies.check)(tx, &of.id)?;
    its_person_stands(tx, lies, &of.id)?;
    let step = moved::step_of_removal(tx, lies.table, &of.id)?;
    // What belongs to it first: the search index looks at a person's identity when the person comes back.
    for (table, column) in fields::parts(lies.table).iter().chain([&(lies.table, "id")]) {
        let sql = format!(
            "UPDATE {table} SET removed_at = NULL WHERE {column} = ?1 AND removed_at = ?2 AND {}",
            moved::place_is_free(table)
        );
        tx.execute(&sql, params![of.id, removed]).map_err(|why| match why.sqlite_error_code() {
            Some(rusqlite::ErrorCode::ConstraintViolation) => Problem::new(
                "refused",
                format!(
                    "这条{}移除之后，有别的记录用了同样的号码，所以恢复不了。请先改那一条，再来恢复。",
                    lies.label
                ),
            ),
            _ => why.into(),
        })?;
    }
    let elsewhere = match step {
        Some(seq) => moved::bring_back(tx, lies, &of.id, (seq, removed.as_str()))?,
        None => Vec::new(),
    };
    let note = (!elsewhere.is_empty())
        .then(|| format!("移除以后另有安排的{}没有动，仍在现在的地方。", elsewhere.join("、")));
    Ok(BroughtBack { note })
}
