//! What goes for good with a record: its rows, the drafts that speak of it, the looks whose purpose names it. Who
//! may erase is `desk`'s; the erasing itself, the ledger's.

use chrono::NaiveDate;
use law::LawBook;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension};

use super::kind::TrashKind;
use super::kinds::{KINDS, lies};
use super::retention::purge_from;
use super::{TrashRef, removed_at};
use crate::{Problem, drafts, fields};

/// What lets go of a person, and what is on the papers of their own data that go with them.
const AROUND_A_PERSON: [&str; 18] = [
    "DELETE FROM decision_use WHERE act = 'expulsion' AND of_id = ?1",
    // Their number is given to nobody else.
    "UPDATE member_number SET person_id = NULL WHERE person_id = ?1",
    "UPDATE negotiation_representative SET person_id = NULL WHERE person_id = ?1",
    "UPDATE committee_attendance SET person_id = NULL WHERE person_id = ?1",
    "UPDATE supervision_inspector SET person_id = NULL WHERE person_id = ?1",
    "UPDATE appeal_person SET person_id = NULL WHERE person_id = ?1",
    "UPDATE dismissal SET person_id = NULL WHERE person_id = ?1",
    "UPDATE mediation_case SET person_id = NULL WHERE person_id = ?1",
    "UPDATE mediator SET person_id = NULL WHERE person_id = ?1",
    "UPDATE union_seat SET person_id = NULL WHERE person_id = ?1",
    "UPDATE election_candidate SET person_id = NULL WHERE person_id = ?1",
    "UPDATE election_vote SET person_id = NULL WHERE person_id = ?1",
    "UPDATE members_delegate SET person_id = NULL WHERE person_id = ?1",
    // The money stays in the sums.
    "UPDATE dues_payment SET person_id = NULL WHERE person_id = ?1",
    "UPDATE union_group SET leader_id = NULL WHERE leader_id = ?1",
    "UPDATE incoming_paper SET done_paper_id = NULL WHERE done_paper_id IN (SELECT id FROM paper WHERE of_id = ?1)",
    "DELETE FROM paper_sending WHERE paper_id IN (SELECT id FROM paper WHERE of_id = ?1)",
    "DELETE FROM attachment WHERE of_kind = 'paper' AND of_id IN (SELECT id FROM paper WHERE of_id = ?1)",
];

/// What keeps the name of a person whose record is erased, by the column that is let go of: affairs are records of their own.
const KEEPS_THE_NAME: [(&str, &str); 12] = [
    ("negotiation_representative", "person_id"),
    ("committee_attendance", "person_id"),
    ("supervision_inspector", "person_id"),
    ("appeal_person", "person_id"),
    ("dismissal", "person_id"),
    ("mediation_case", "person_id"),
    ("mediator", "person_id"),
    ("union_seat", "person_id"),
    ("election_candidate", "person_id"),
    ("election_vote", "person_id"),
    ("members_delegate", "person_id"),
    ("union_group", "leader_id"),
];

/// Where the name of a person stands in other affairs and stays when their record is erased, counted by kind, in one sentence;
/// none where it stands nowhere.
pub(super) fn stays(connection: &Connection, id: &str) -> Result<Option<String>, Problem> {
    let mut said = Vec::new();
    for (table, column) in KEEPS_THE_NAME {
        let sql = format!("SELECT count(*) FROM {table} WHERE {column} = ?1");
        let count: u32 = connection.prepare_cached(&sql)?.query_row([id], |row| row.get(0))?;
        if count > 0 {
            said.push(format!("{}{count}处", fields::record_name(table)));
        }
    }
    let all = said.join("、");
    Ok((!said.is_empty())
        .then(|| format!("姓名仍留在其他事项里：{all}。那些是各自的档案，到各自的保存期满才清除。")))
}

/// What a purge of a record deletes: table and id of every row of it.
pub struct Doomed {
    /// The rows.
    pub rows: Vec<(String, String)>,
    /// What it is, in words.
    pub label: &'static str,
    /// Where a person's name stays, in one sentence.
    pub stays: Option<String>,
    words: Vec<String>,
    unlinks: bool,
    id: String,
}

/// Gathers what a purge would delete.
///
/// Errors: `not_found`; `refused` before its day.
pub fn doom(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
    of: &TrashRef,
) -> Result<Doomed, Problem> {
    let lies = lies(of.kind);
    let removed = removed_at(connection, lies, &of.id)?;
    let (from, reckoned) = purge_from(connection, book, lies, &of.id, &removed)?;
    if today < from {
        return Err(Problem::new("refused", format!("还没有到可以清除的日子：{reckoned}")));
    }
    let rows = fields::family(connection, lies.table, &of.id)?;
    let mut words = Vec::new();
    // Also of the records that were merged into a person's.
    for (_, id) in rows.iter().filter(|(table, _)| of.kind == TrashKind::Person && table == "person") {
        words.extend(words_of(connection, id)?);
    }
    let unlinks = of.kind == TrashKind::Person;
    let stays = if unlinks { stays(connection, &of.id)? } else { None };
    Ok(Doomed { rows, label: lies.label, stays, words, unlinks, id: of.id.clone() })
}

/// What a draft or a purpose may say of a person.
fn words_of(connection: &Connection, id: &str) -> Result<Vec<String>, Problem> {
    let words = connection
        .query_row(
            "SELECT p.name, i.number, i.phone, i.email FROM person p LEFT JOIN person_identity i ON i.id = p.id
             WHERE p.id = ?1",
            [id],
            |row| Ok([row.get::<_, Option<String>>(0)?, row.get(1)?, row.get(2)?, row.get(3)?]),
        )
        .optional()?;
    Ok(words.into_iter().flatten().flatten().filter(|word| word.chars().count() > 1).collect())
}

impl Doomed {
    /// Whether a text says who or what is to go.
    pub fn names(&self, text: &str) -> bool {
        self.words.iter().any(|word| text.contains(word.as_str()))
    }

    /// The names and numbers that go with it wherever they stand.
    pub fn words(&self) -> Vec<&str> {
        self.words.iter().map(String::as_str).collect()
    }

    /// What goes with the rows within the purge's step: drafts that speak of them, and the link of an affair's
    /// representative to the person. The name in the affair's own record stays as long as the affair.
    pub fn erase_around(&self, tx: &Tx) -> Result<(), Problem> {
        for (_, id) in &self.rows {
            drafts::erase_of(tx, id)?;
        }
        for word in &self.words {
            drafts::erase_of(tx, word)?;
        }
        if self.unlinks {
            for around in AROUND_A_PERSON {
                tx.execute(around, [&self.id])?;
            }
        }
        Ok(())
    }
}

/// What goes with rows that are erased again because a copy from before the purge was put back: what belongs to
/// them there, and the drafts of that day that speak of them.
pub fn erase_around_again(tx: &Tx, rows: &[(String, String)]) -> Result<(), Problem> {
    for (table, id) in rows {
        let words = if table == "person" { words_of(tx, id)? } else { Vec::new() };
        for word in words.iter().chain([id]) {
            drafts::erase_of(tx, word)?;
        }
        if !KINDS.iter().any(|lies| lies.table == table) {
            continue;
        }
        for (part, own) in fields::family(tx, table, id)?.iter().filter(|part| !rows.contains(part)) {
            drafts::erase_of(tx, own)?;
            tx.execute(&format!("DELETE FROM {part} WHERE id = ?1"), [own])?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{AROUND_A_PERSON, KEEPS_THE_NAME};

    /// A number and a sum are no name.
    const NAMELESS: [&str; 2] = ["member_number", "dues_payment"];

    #[test]
    fn whatever_lets_go_of_a_person_and_keeps_the_name_is_told() {
        let mut told = 0;
        for around in AROUND_A_PERSON {
            let Some((table, rest)) =
                around.strip_prefix("UPDATE ").and_then(|rest| rest.split_once(" SET "))
            else {
                continue;
            };
            let column = rest.split(' ').next().unwrap_or_default();
            if !NAMELESS.contains(&table) && rest == format!("{column} = NULL WHERE {column} = ?1") {
                assert!(KEEPS_THE_NAME.contains(&(table, column)), "{table}.{column}");
                told += 1;
            }
        }
        assert_eq!(told, KEEPS_THE_NAME.len());
    }
}
