//! The words of an agreement: its clauses and what stands in their blanks, the table attached to it, its term; of what amends one,
//! what it says.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, params};
use serde_json::Value;
use uuid::Uuid;

use super::outcome::way_back;
use super::{Stand, Term};
use crate::Problem;
use crate::negotiation::agreement::affair::is_of_paper;
use crate::negotiation::agreement::amendments::model::SaveAmendment;
use crate::negotiation::agreement::amendments::store as amendments;
use crate::negotiation::agreement::course::{Act, Back, Course, What};
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::agreement::store::Head;
use crate::negotiation::contract::model::ContractVersionSource;
use crate::negotiation::contract::store as contract;
use crate::negotiation::contract::values::Values;
use crate::negotiation::contract::{is_filled_since, is_of_party};
use crate::negotiation::levels::model::SkillPayLevel;
use crate::negotiation::levels::store as levels;
use crate::negotiation::model::EventKind;
use crate::negotiation::rules;

/// A row of the journal: its table and its id.
type RowId = (String, String);
/// What stands in its columns.
type Cells = serde_json::Map<String, Value>;
/// The rows that make the text of an agreement, removed ones among them.
type Rows = BTreeMap<RowId, Cells>;

/// The columns of the term, in the agreement's own row.
const TERM: [&str; 2] = ["term_from", "term_to"];

/// The tables that hold the text of an agreement: which column names it, or its affair, and which are read.
const TABLES: [(&str, &str, &[&str]); 6] = [
    ("agreement", "id", &["title", "term_from", "term_to"]),
    (
        "agreement_amendment",
        "id",
        &["act", "proposed_by", "proposed_on", "ground_key", "reason", "effective_on", "terms"],
    ),
    ("agreement_change", "agreement_id", &["ord", "clause", "was", "becomes"]),
    ("contract_clause", "agreement_id", &["ord", "item", "text"]),
    ("contract_value", "agreement_id", &["name", "kept"]),
    (
        "skill_pay_level",
        "negotiation_id",
        &["ord", "trade", "grade", "from_fen", "to_fen", "allowance_fen", "people", "note"],
    ),
];

/// What a table's column must say to be of the agreement `?1`. The pay levels of an affair are attached to its contract on wages.
fn of_agreement(column: &str) -> &'static str {
    match column {
        "negotiation_id" => {
            "(SELECT negotiation_id FROM agreement WHERE id = ?1 AND kind = 'wage' AND amends_id IS NULL)"
        }
        _ => "?1",
    }
}

fn rows(connection: &Connection, head: &Head) -> Result<Rows, Problem> {
    let select = |(table, of, columns): &(&str, &str, &[&str])| {
        let cells: String = columns.iter().map(|name| format!("'{name}', {name}, ")).collect();
        let own = of_agreement(of);
        format!(
            "SELECT '{table}', id, json_object({cells}'removed_at', removed_at) FROM {table} WHERE {of} = {own}"
        )
    };
    let sql = TABLES.iter().map(select).collect::<Vec<_>>().join(" UNION ALL ");
    let mut statement = connection.prepare_cached(&sql)?;
    let found =
        statement.query_map([head.id], |row| Ok(((row.get(0)?, row.get(1)?), row.get::<_, String>(2)?)))?;
    let mut all = Rows::new();
    for row in found {
        let (id, cells) = row?;
        all.insert(id, cells_of(&cells).unwrap_or_default());
    }
    Ok(all)
}

fn cells_of(text: &str) -> Option<Cells> {
    serde_json::from_str(text).ok()
}

/// The rows of a table that were not removed.
fn live<'a>(rows: &'a Rows, table: &'a str) -> impl Iterator<Item = &'a Cells> {
    let stands = |cells: &Cells| cells.get("removed_at").is_none_or(Value::is_null);
    rows.iter().filter(move |((of, _), cells)| of == table && stands(cells)).map(|(_, cells)| cells)
}

/// What a reader reads of them but for the term: the title, the clauses with their places, what fills the blanks, the table that is
/// attached to them, what an amendment says. What tells of a party alone is no word of it: its address may be put right. Of an affair
/// that was entered afterwards as a whole, the papers say all but the clauses.
fn words(rows: &Rows, late: bool) -> BTreeSet<String> {
    let clauses: Vec<&str> =
        live(rows, "contract_clause").filter_map(|cells| cells.get("text")?.as_str()).collect();
    let attached = !clauses.is_empty();
    let of_party = |cells: &Cells| {
        let name = cells.get("name").and_then(Value::as_str);
        name.is_some_and(|name| is_of_party(name, clauses.iter().copied()))
    };
    let mut words = BTreeSet::new();
    for (table, _, columns) in &TABLES {
        if (late && !table.starts_with("contract_")) || (*table == "skill_pay_level" && !attached) {
            continue;
        }
        for cells in live(rows, table).filter(|cells| *table != "contract_value" || !of_party(cells)) {
            let read = columns.iter().filter(|name| !TERM.contains(*name)).map(|name| cells.get(*name));
            words.insert(format!("{table} {:?}", read.collect::<Vec<_>>()));
        }
    }
    words
}

/// Whether a day of the term that stood is another, or gone.
fn is_moved(was: &Rows, now: &Rows) -> bool {
    let day = |rows: &Rows, name: &str| {
        live(rows, "agreement").find_map(|cells| cells.get(name).filter(|day| !day.is_null()).cloned())
    };
    TERM.iter().any(|name| day(was, name).is_some_and(|stood| day(now, name) != Some(stood)))
}

/// The text as it stood when a row was written, by its place in the journal; none where the journal tells it no more. What was changed
/// and taken back since reads as it did.
fn rows_then(
    connection: &Connection,
    head: &Head,
    (table, row, place): (&str, Uuid, &str),
) -> Result<Option<Rows>, Problem> {
    // A row that was undone into nothing stands in no table any more: where it came and went, the journal names what it is of.
    let of_it = |(table, of, _): &(&str, &str, &[&str])| {
        let own = of_agreement(of);
        format!(
            "(c.tbl = '{table}' AND (c.row_id IN (SELECT id FROM {table} WHERE {of} = {own})
               OR json_extract(coalesce(c.before, c.after), '$.{of}') = {own}))"
        )
    };
    let of_it = TABLES.iter().map(of_it).collect::<Vec<_>>().join(" OR ");
    let sql = format!(
        "SELECT c.tbl, c.row_id, c.act, c.before FROM change c
         WHERE c.place > (SELECT {place} FROM change e
             WHERE substr(e.row_id, -8) = substr(?2, -8) AND e.row_id = ?2 AND e.tbl = ?3)
           AND ({of_it})
         ORDER BY c.place DESC"
    );
    let mut was = rows(connection, head)?;
    let mut statement = connection.prepare_cached(&sql)?;
    let mut changes = statement.query(params![head.id, row.to_string(), table])?;
    while let Some(change) = changes.next()? {
        let (id, act): (RowId, String) = ((change.get(0)?, change.get(1)?), change.get(2)?);
        let before = change.get::<_, Option<String>>(3)?;
        match (act.as_str(), before.as_deref().and_then(cells_of)) {
            ("insert", _) => drop(was.remove(&id)),
            ("update", Some(cells)) => was.entry(id).or_default().extend(cells),
            ("delete", Some(cells)) => drop(was.insert(id, cells)),
            _ => return Ok(None),
        }
    }
    Ok(Some(was))
}

/// Whether the term is another than stood in the text that a vote passed. Where none stood in it, the signature gives the term; of a vote
/// that was entered late, the paper says what was passed.
fn is_passed_moved(connection: &Connection, head: &Head, vote: &Act, now: &Rows) -> Result<bool, Problem> {
    if is_of_paper(connection, vote)? {
        return Ok(false);
    }
    let passed = rows_then(connection, head, ("congress_vote", vote.id, "min(e.place)"))?;
    let texts = ["contract_clause", "agreement_amendment"];
    let is_text = |rows: &Rows| texts.iter().any(|table| live(rows, table).next().is_some());
    Ok(passed.is_none_or(|passed| is_text(&passed) && is_moved(&passed, now)))
}

/// The term that stood in the clauses that a vote was held over; none where the ledger held no clauses then. Where the journal tells no
/// more how they stood, they count as they stand.
pub(super) fn passed_term(connection: &Connection, head: &Head, vote: &Act) -> Result<Option<Term>, Problem> {
    let then = rows_then(connection, head, ("congress_vote", vote.id, "min(e.place)"))?;
    let passed = match then {
        Some(then) => then,
        None => rows(connection, head)?,
    };
    if live(&passed, "contract_clause").next().is_none() {
        return Ok(None);
    }
    let day = |cells: &Cells, name: &str| cells.get(name)?.as_str()?.parse::<NaiveDate>().ok();
    let [from, to] = TERM.map(|name| live(&passed, "agreement").find_map(|cells| day(cells, name)));
    Ok(Some((from, to)))
}

/// Refuses that a contract that came back stands again as it was passed, because it is signed or filed anew or never came back at all,
/// when its text was worked on since: the vote and the signatures were of other words.
///
/// Errors: `refused`.
pub(super) fn check_unworded(connection: &Connection, head: &Head, back: Back) -> Result<(), Problem> {
    // What goes on from another affair came back there and is read here as it was taken over, with the whole step.
    let own = "SELECT 1 FROM negotiation_event WHERE id = ?1 AND agreement_id = ?2";
    let own = head.continues.is_none()
        || connection.prepare_cached(own)?.exists(params![back.id.to_string(), head.id])?;
    let since = match own {
        true => ("negotiation_event", back.id, "min(e.place)"),
        false => ("agreement", head.id.uuid(), "min(e.place) | 4294967295"),
    };
    let now = rows(connection, head)?;
    let then = rows_then(connection, head, since)?;
    let same = match (then.filter(|then| words(then, back.late) == words(&now, back.late)), back.voted) {
        (None, _) => false,
        (Some(_), Some(vote)) => !is_passed_moved(connection, head, &vote, &now)?,
        (Some(then), None) => back.late || !is_moved(&then, &now),
    };
    if same {
        return Ok(());
    }
    let message = format!(
        "{}退回以后改动过文字（包括名称、期限和附表），职代会表决、双方签字的都是原来的文字，不能再算数。请照现在的文字登记新的草案，重新表决、签字，再报送；文字本来不该改的，请先用“撤销”把文字退回到签字时的样子。",
        head.title
    );
    Err(Problem::new("refused", message))
}

/// Refuses that a vote or a signature comes back that was taken away, when the text was worked on since: it was of other words.
///
/// Errors: `refused`.
pub(super) fn check_comes_back(tx: &Tx, head: &Head, act: &Act, late: bool) -> Result<(), Problem> {
    let table = match act.what {
        What::Vote(_) => "congress_vote",
        What::Event(EventKind::Signed) => "negotiation_event",
        What::Event(_) => return Ok(()),
    };
    // Where the row went: its last change before the running step.
    let went = format!("max(e.place) FILTER (WHERE e.place >> 32 < {})", tx.seq());
    let now = rows(tx, head)?;
    let then = rows_then(tx, head, (table, act.id, &went))?;
    let same = match (then.filter(|then| words(then, late) == words(&now, late)), act.what) {
        (None, _) => false,
        (Some(_), What::Vote(_)) => late || !is_passed_moved(tx, head, act, &now)?,
        (Some(then), What::Event(_)) => late || !is_moved(&then, &now),
    };
    if same {
        return Ok(());
    }
    let message = format!(
        "“{}”撤回以后改动过{}的文字，原来的登记不能再用。请照现在的文字重新登记。",
        act.told(),
        head.title
    );
    Err(Problem::new("refused", message))
}

/// What the write of a command has judged itself.
#[derive(Clone, Copy)]
pub(super) struct Judged {
    /// the clauses and blanks: the contract's own room knows which are still open
    pub words: bool,
    /// the term: something that happened to the agreement names it, or a copy of the signed paper was corrected by it
    pub term: bool,
    /// the table: how it is changed under the signed contract is noted with it
    pub table: bool,
}

/// The words of an agreement as they stand.
pub(super) struct Text {
    title: String,
    /// the item and the words of each clause, in their order
    clauses: Vec<(String, String)>,
    values: Values,
    /// the blanks that tell of a party alone and were filled in only after the signature, before one after the vote
    since: BTreeSet<String>,
    levels: Vec<SkillPayLevel>,
    term: Term,
    /// what amends an agreement, without its term
    said: Option<SaveAmendment>,
    /// one version at least is kept: what was written down afterwards is open until then
    kept: bool,
}

impl Text {
    pub(super) fn read(connection: &Connection, head: &Head, course: &Course) -> Result<Text, Problem> {
        let clauses = contract::clauses(connection, head.id)?;
        let said = match head.amends {
            Some(_) if amendments::said(connection, head.id)?.is_some() => {
                let (said, _) = amendments::record(connection, head.id)?;
                Some(SaveAmendment { term_from: None, term_to: None, ..said })
            }
            _ => None,
        };
        let table = head.kind == AgreementKind::Wage && head.amends.is_none();
        let versions = contract::versions(connection, head.id)?;
        let values = contract::values(connection, head.id)?;
        let mut since = BTreeSet::new();
        for name in values.keys() {
            let of_party = is_of_party(name, clauses.iter().map(|one| one.text.as_str()));
            if of_party && is_filled_since(connection, course, (head.id, name.as_str()))? {
                since.insert(name.clone());
            }
        }
        Ok(Text {
            title: head.title.trim().to_owned(),
            clauses: clauses.into_iter().map(|one| (one.item, one.text)).collect(),
            values,
            since,
            levels: if table { levels::levels(connection, head.negotiation)? } else { Vec::new() },
            term: (head.term_from, head.term_to),
            kept: said.is_some() || versions.iter().any(|one| one.source == ContractVersionSource::Draft),
            said,
        })
    }

    /// What fills the blanks, but for what tells of a party and nobody passed or signed, here or in another state of the text: the step
    /// that filled it in may be taken back.
    fn filled(&self, other: &Text) -> Vec<(&String, &String)> {
        let since = |name: &String| self.since.contains(name) || other.since.contains(name);
        self.values.iter().filter(|(name, _)| !since(name)).collect()
    }

    /// Refuses what writes over the words that the congress passed; over the term and the attached table, that both sides signed.
    ///
    /// Errors: `refused`.
    pub(super) fn check(&self, now: &Stand, was: &Stand, judged: Judged) -> Result<(), Problem> {
        if !was.is_passed() || !now.is_passed() {
            return Ok(());
        }
        let after = &now.text;
        if self.term != after.term {
            rules::check_days(after.term.0, after.term.1)?;
        }
        let signed = was.course.is_signed() && now.course.is_signed();
        // What was entered afterwards as a whole is corrected by its papers.
        let late = now.course.is_concluded_on_paper();
        // A term that stood in the text that was passed; where none stood, the signature gives it and takes it with it.
        let open = !was.course.is_signed() && !now.course.is_signed() && !late;
        let moved = |was: Option<NaiveDate>, is: Option<NaiveDate>| was.is_some() && was != is;
        let term = moved(self.term.0, after.term.0) || moved(self.term.1, after.term.1);
        let lost = |was: Option<NaiveDate>, is: Option<NaiveDate>| was.is_some() && is.is_none();
        let lost = lost(self.term.0, after.term.0) || lost(self.term.1, after.term.1);
        let term = match signed {
            true => (late && lost) || (!late && self.term != after.term),
            false => open && self.kept && term,
        };
        // So with the table: one that was passed with the text is not written over, and none is added to what was signed unless that
        // is noted.
        let table = self.levels != after.levels && (signed || (open && !self.levels.is_empty()));
        let words = self.kept && !judged.words;
        let facts = [
            (self.title != after.title && !late, "名称"),
            (words && self.clauses != after.clauses, "条款"),
            (words && self.filled(after) != after.filled(self), "填好的空"),
            (self.kept && self.said != after.said && !late, "协议的内容"),
            (term && !judged.term, "期限"),
            (self.kept && table && !judged.table, "工种和技能等级工资水平表"),
        ];
        let Some((_, what)) = facts.into_iter().find(|(moved, _)| *moved) else { return Ok(()) };
        let done = if signed { now.signed() } else { now.done() };
        let message =
            format!("{}已经{done}，{what}不能再变，这一步会改动它。{}", now.head.title, way_back(now));
        Err(Problem::new("refused", message))
    }
}
