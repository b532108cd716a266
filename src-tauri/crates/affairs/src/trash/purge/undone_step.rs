//! What goes for good with everything that one step had entered before it was taken back: as with one such record, but asked of the
//! ledger for all of them at once, since a roster has thousands. Which records a step left is `taken_back`'s.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use law::LawBook;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension};

use super::named::named_by;
use super::said::{Said, called, names_of, names_one, numbers_in, numbers_of, reached, tells};
use super::{
    AROUND_A_PERSON, AroundDrafts, drafts_around, hanging, papers_that_tell, people_of, stays_in, with_union,
};
use crate::Problem;
use crate::members::roster::names::key;
use crate::trash::mentions::{self, RowId};
use crate::trash::retention::PurgeDay;
use crate::trash::{bound, taken_back};
use crate::words::Words;

/// How many times it is told how far the looking is.
const STAGES: u64 = 6;

/// What a purge of an undone step deletes.
pub struct DoomedStep {
    /// The rows, as table and id.
    pub rows: Vec<(String, String)>,
    /// How many records they are.
    pub count: usize,
    /// Number of the step that had entered them.
    pub entered: i64,
    /// Where people's names stay, in a sentence.
    pub stays: Option<String>,
    said: Vec<Said>,
    /// people whom the rows name and who do not go
    named: Vec<Said>,
    /// what the step left: it stood nowhere when it was looked at
    gone: Vec<RowId>,
}

/// Gathers what a purge of everything that a step left would delete; `undo`: the step that took it back. `watch(done, total)` answers
/// whether to go on.
///
/// Errors: `not_found`; `refused` before the day of the last of them; `cancelled`.
pub fn doom_step(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
    undo: i64,
    watch: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<DoomedStep, Problem> {
    let entered: Option<i64> = connection
        .query_row("SELECT target FROM journal WHERE seq = ?1 AND kind = 'undo'", [undo], |row| row.get(0))
        .optional()?;
    let Some(entered) = entered else { return Err(nothing_left()) };
    let left = taken_back::left(connection, undo)?;
    if left.records.is_empty() {
        return Err(nothing_left());
    }
    let day = taken_back::purge_from_all(connection, book, &left.rows)?;
    let PurgeDay { from, reckoned, .. } = day.or_later(bound::of_taken_back(connection, book, &left.rows)?);
    if today < from {
        return Err(Problem::new("refused", format!("还没有到可以清除的日子：{reckoned}")));
    }
    let mut stage = 0;
    let mut go_on = || {
        stage += 1;
        if watch(stage, STAGES) {
            Ok(())
        } else {
            Err(Problem::new("cancelled", "已取消，没有清除任何内容。"))
        }
    };
    go_on()?;
    let mut own: BTreeSet<RowId> = left.rows.iter().cloned().collect();
    for (table, id) in &left.records {
        own.extend(mentions::family(table, id));
    }
    let rows: Vec<RowId> = own.iter().cloned().collect();
    let said = said_of_all(connection, &people_of(&rows))?;
    go_on()?;
    // Entered, taken back and entered again: that stood once under ids of its own.
    own.extend(mentions::taken_back(connection, &numbers_of(&said), &own)?);
    go_on()?;
    let rows: Vec<RowId> = own.iter().cloned().collect();
    own.extend(hanging(connection, &rows)?);
    go_on()?;
    let mut found = BTreeMap::new();
    mentions::of_names(connection, &names_of(&said), &own, &mut found)?;
    let numbered = papers_that_tell(connection, &said, &own, &mut found)?;
    let stays = with_union(stays_in(&found, numbered, said.iter().any(|one| one.shared)), &said, false);
    go_on()?;
    let (rows, count): (Vec<RowId>, usize) = (own.into_iter().collect(), left.records.len());
    let named = named_by(connection, &rows, &people_of(&rows))?;
    go_on()?;
    Ok(DoomedStep { rows, count, entered, stays, said, named, gone: left.rows })
}

fn nothing_left() -> Problem {
    Problem::missing("次撤销留下的记录")
}

/// What may be said of people whose entry was taken back: the tables of those who stand are read once for all of them.
fn said_of_all(connection: &Connection, people: &[&str]) -> Result<Vec<Said>, Problem> {
    let mut all: Vec<Said> = Vec::new();
    for id in people {
        all.extend(called(connection, id)?);
    }
    let (mut same, mut longer) = (BTreeSet::new(), BTreeMap::<String, BTreeSet<String>>::new());
    let names = Words::folded(all.iter().map(|one| one.name.as_str()), key);
    let mut statement = connection.prepare("SELECT name FROM person")?;
    let mut standing = statement.query([])?;
    while let Some(row) = standing.next()? {
        let other: String = row.get(0)?;
        for name in names.within(&other) {
            if key(name) == key(&other) {
                same.insert(name.to_owned());
            } else {
                longer.entry(name.to_owned()).or_default().insert(other.clone());
            }
        }
    }
    let numbers: BTreeSet<&str> = all.iter().flat_map(|one| &one.numbers).map(String::as_str).collect();
    let mut others = BTreeSet::new();
    let mut statement =
        connection.prepare("SELECT number, phone, other_phones, email FROM person_identity")?;
    let mut standing = statement.query([])?;
    while let Some(row) = standing.next()? {
        let borne = numbers_in(&[row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]);
        others.extend(borne.into_iter().filter(|number| numbers.contains(number.as_str())));
    }
    let reached = reached(connection)?;
    for one in &mut all {
        one.shared = same.contains(&one.name);
        one.longer = longer.get(&one.name).into_iter().flatten().cloned().collect();
        one.longer.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
        one.others = one.numbers.iter().filter(|number| others.contains(*number)).cloned().collect();
        one.shares_with_union(&reached);
    }
    Ok(all)
}

impl DoomedStep {
    /// Whether a text says who is to go, or of whom what is to go tells.
    pub fn names(&self, text: &str) -> bool {
        names_one(&self.said, text) || names_one(&self.named, text)
    }

    /// Whether a purpose in the access log goes with it, as with one record.
    pub fn tells(&self) -> impl Fn(&str) -> bool {
        tells(&self.said)
    }

    /// What goes with the rows within the purge's step, as with one record: drafts of theirs, and what speaks loosely of the people.
    ///
    /// Errors: `changed` where the entry was brought back since it was looked at.
    pub fn erase_around(&self, tx: &Tx) -> Result<AroundDrafts, Problem> {
        if !ledger::standing(tx, &self.gone)?.is_empty() {
            return Err(Problem::new("changed", "这一步刚才又重做了，记录还在用，没有清除。"));
        }
        let around = drafts_around(tx, &self.rows, &self.said)?;
        let people = people_of(&self.rows);
        if !people.is_empty() {
            let ids = people.into_iter().collect::<serde_json::Value>().to_string();
            for lets_go in AROUND_A_PERSON {
                tx.execute(&lets_go.replace("= ?1", "IN (SELECT value FROM json_each(?1))"), [&ids])?;
            }
        }
        Ok(around)
    }
}
