//! What goes for good with a record: its rows, the drafts that speak of it, the looks whose purpose names it. Who
//! may erase is `desk`'s; the erasing itself, the ledger's.

mod named;
mod said;
mod undone_step;

pub use undone_step::{DoomedStep, doom_step};

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use law::LawBook;
use ledger::{Erased, Tx};
use rusqlite::Connection;

use super::bound::purge_from;
use super::kind::{TrashKind, TrashRef};
use super::kinds::{KINDS, lies};
use super::mentions::{self, RowId};
use super::retention::{PurgeDay, purge_from_taken_back};
use super::tables::removed_at;
use super::{bound, counted, issued, taken_back};
use crate::schema::SCHEMA;
use crate::union::groups;
use crate::{Problem, drafts, fields};
use named::named_by;
pub use said::reached;
use said::{Said, names_of, names_one, numbers_of, said_of, tells};

/// What lets go of a person.
const AROUND_A_PERSON: [&str; 15] = [
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
    "UPDATE congress_delegate SET person_id = NULL WHERE person_id = ?1",
    "UPDATE union_group SET leader_id = NULL WHERE leader_id = ?1",
];

/// What keeps the name of a person whose record is erased, by the column that is let go of: affairs are records of their own.
const KEEPS_THE_NAME: [(&str, &str); 13] = [
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
    ("congress_delegate", "person_id"),
    ("union_group", "leader_id"),
];

/// More people in the trash than these are told of by the links of their affairs alone, since looking through every text of the
/// ledger takes its time for each; the answer of a purge is always whole.
pub(super) const LOOKED_THROUGH: usize = 20;

/// What to know of a number that is where the union is reached too: it stays as one that another person has does.
const OF_THE_UNION: &str = "本人的号码现在也是工会的联系电话，作为工会的号码照样留着";

/// What can be done about it as long as the person stands in the trash; who has been erased is beyond it, and out of what others wrote
/// the numbers of an entry that was taken back go in no case.
const CHANGED_FIRST: &str = "；工会不再用它的，请先在“工会登记”里换掉，再清除";

/// What to know of a name in the union's own record, which nobody removes.
const IN_THE_RECORD: &str = "“工会登记”里也写着姓名，不会随之清除，请在那里改。";

/// Where the name of a person stands in other affairs and stays when their record is erased, counted by kind, in one sentence;
/// none where it stands nowhere. `whole`: in every text, and not by the links alone.
pub(super) fn stays(connection: &Connection, id: &str, whole: bool) -> Result<Option<String>, Problem> {
    let rows = if whole { Some(fields::family(connection, "person", id)?) } else { None };
    stays_beside(connection, id, rows.as_deref(), true)
}

/// The same; with the rows that go with the person, in every text but theirs. `before`: it is told while something can still be done
/// about it.
fn stays_beside(
    connection: &Connection,
    id: &str,
    rows: Option<&[RowId]>,
    before: bool,
) -> Result<Option<String>, Problem> {
    let mut found: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
    for (table, column) in KEEPS_THE_NAME {
        let sql = format!("SELECT id FROM {table} WHERE {column} = ?1");
        let mut statement = connection.prepare_cached(&sql)?;
        for linked in statement.query_map([id], |row| row.get(0))? {
            found.entry(table).or_default().insert(linked?);
        }
    }
    let (mut all, mut numbered): (Vec<Said>, usize) = (Vec::new(), 0);
    if let Some(rows) = rows {
        let own: BTreeSet<RowId> = rows.iter().cloned().collect();
        let people = people_of(rows);
        for person in &people {
            all.extend(said_of(connection, person, &people)?);
        }
        numbered = papers_that_tell(connection, &all, &own, &mut found)?;
        mentions::of_names(connection, &names_of(&all), &own, &mut found)?;
    }
    let shared = all.iter().any(|said| said.shared && said.name().is_some());
    Ok(with_union(stays_in(&found, numbered, shared), &all, before))
}

/// What is told of what stays, with what to know where the union is reached at a number of theirs.
fn with_union(told: Option<String>, said: &[Said], before: bool) -> Option<String> {
    if said.iter().all(|one| one.unions.is_empty()) {
        return told;
    }
    let first = if before { CHANGED_FIRST } else { "" };
    Some(format!("{}{OF_THE_UNION}{first}。", told.unwrap_or_default()))
}

/// Counts the issued papers that tell of these people among what names them; answers how many tell a number too.
fn papers_that_tell(
    connection: &Connection,
    said: &[Said],
    own: &BTreeSet<RowId>,
    found: &mut BTreeMap<&'static str, BTreeSet<String>>,
) -> Result<usize, Problem> {
    let numbers: Vec<&str> = said.iter().flat_map(Said::telling).collect();
    let papers = issued::that_tell(connection, &names_of(said), &numbers, own)?;
    found.entry("paper").or_default().extend(papers.all);
    Ok(papers.numbered.len())
}

/// What was found of names in other affairs, by table, in one sentence, with what to know of the issued papers among it.
fn stays_in(
    found: &BTreeMap<&'static str, BTreeSet<String>>,
    numbered: usize,
    shared: bool,
) -> Option<String> {
    let said: Vec<String> = found
        .iter()
        .filter(|(table, ids)| **table != "setting" && !ids.is_empty())
        .map(|(table, ids)| format!("{}{}处", fields::record_name(table), ids.len()))
        .collect();
    let of_record = if found.get("setting").is_some_and(|ids| !ids.is_empty()) { IN_THE_RECORD } else { "" };
    let also = if shared { "另有同名的人，文字里写到的可能说的是别人。" } else { "" };
    let all = said.join("、");
    let papers = if found.get("paper").is_some_and(|ids| !ids.is_empty()) {
        of_papers(numbered)
    } else {
        String::new()
    };
    let affairs = if said.is_empty() {
        String::new()
    } else {
        format!("姓名仍留在其他事项里：{all}。那些是各自的档案，各自移除、保存期满以后才能清除。{papers}")
    };
    let told = affairs + of_record;
    (!told.is_empty()).then(|| told + also)
}

/// What to know of issued papers that name a person and stay, of which so many tell a number too: they stand as they were issued, and
/// nothing takes them away by itself.
fn of_papers(numbered: usize) -> String {
    let numbers = if numbered > 0 {
        format!("其中{numbered}份印发文件里连同本人的电话、证件号码等，照印发时的样子留着。")
    } else {
        String::new()
    };
    format!(
        "印发文件不会自动清除；保存期满的，主席可以在“发文”里打开那一份，清除它的内容，只留文号。{numbers}"
    )
}

/// The people among rows: also of the records that were merged into a person's.
fn people_of(rows: &[RowId]) -> Vec<&str> {
    rows.iter().filter(|(table, _)| table == "person").map(|(_, id)| id.as_str()).collect()
}

/// What a purge of a record deletes: table and id of every row of it.
pub struct Doomed {
    /// The rows.
    pub rows: Vec<(String, String)>,
    /// What it is, in words.
    pub label: &'static str,
    /// Where a person's name stays, and where their numbers go, in a sentence or two.
    pub stays: Option<String>,
    /// Whether its entry was taken back: what others wrote is not theirs.
    pub taken_back: bool,
    said: Vec<Said>,
    /// people whom the rows name and who do not go
    named: Vec<Said>,
    /// records of others in which the person's numbers stand, or stood once
    mentions: BTreeSet<RowId>,
    unlinks: bool,
    id: String,
}

/// What became of drafts with a purge.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AroundDrafts {
    /// How many went: those of the record itself, and those that hold its id or a number that is the person's alone.
    pub gone: usize,
    /// Whose drafts hold the name, or a number that another person has too, and stay; and how many of theirs. Under no name those of
    /// people who left the desk.
    pub naming: BTreeMap<String, usize>,
}

/// Gathers what a purge would delete; of a record whose entry was taken back, what the journal alone still knows of it.
///
/// Errors: `not_found`; `refused` before its day, and where another record stands under it.
pub fn doom(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
    of: &TrashRef,
) -> Result<Doomed, Problem> {
    let lies = lies(of.kind);
    let was_undone = taken_back::stood(connection, &(lies.table.to_owned(), of.id.clone()))?;
    let day = match was_undone {
        Some(stood) => {
            let own = purge_from_taken_back(connection, book, lies, &[of.id.as_str()], stood)?;
            own.or_later(bound::of_taken_back(connection, book, &mentions::family(lies.table, &of.id))?)
        }
        None => purge_from(connection, book, lies, &of.id, &removed_at(connection, lies, &of.id)?)?,
    };
    let PurgeDay { from, reckoned, .. } = day;
    if today < from {
        return Err(Problem::new("refused", format!("还没有到可以清除的日子：{reckoned}")));
    }
    if of.kind == TrashKind::UnionGroup && was_undone.is_none() {
        groups::may_be_erased(connection, &of.id)?;
    }
    let unlinks = of.kind == TrashKind::Person;
    let (mut rows, figures) = match was_undone {
        Some(_) => (mentions::family(lies.table, &of.id), Vec::new()),
        None if of.kind == TrashKind::Paper => (issued::rows(connection, &of.id)?, Vec::new()),
        None if unlinks => counted::apart(fields::family(connection, lies.table, &of.id)?),
        None => (fields::family(connection, lies.table, &of.id)?, Vec::new()),
    };
    let mut said = Vec::new();
    if unlinks {
        let people = people_of(&rows);
        for id in &people {
            said.extend(said_of(connection, id, &people)?);
        }
        // Entered, taken back and entered again: that stood once under ids of its own.
        let own: BTreeSet<RowId> = rows.iter().cloned().collect();
        rows.extend(mentions::taken_back(connection, &numbers_of(&said), &own)?);
    }
    let hanging = hanging(connection, &rows)?;
    rows.extend(hanging);
    let mut rows = issued::with_content(connection, rows)?;
    let (mut stays, mut mentions) = (None, BTreeSet::new());
    if unlinks {
        // Of what stays as a figure the name goes too.
        let theirs: Vec<RowId> = rows.iter().chain(&figures).cloned().collect();
        stays = stays_beside(connection, &of.id, Some(&theirs), false)?;
    }
    if !figures.is_empty() {
        let told = format!("工资表、帮扶慰问等登记里的{}处只留下数字，不再写是谁。", figures.len());
        stays = Some(stays.unwrap_or_default() + &told);
    }
    if let Some(told) = issued::told(connection, of.kind, &rows)? {
        stays = Some(stays.unwrap_or_default() + &told);
    }
    // What was typed by mistake is not theirs to take out of a record that stands: it may be the number of whom that is about.
    if unlinks && was_undone.is_none() {
        let (people, numbers) = (people_of(&rows), numbers_of(&said));
        let own: BTreeSet<RowId> = rows.iter().cloned().collect();
        mentions = mentions::of_numbers(connection, (&people, &numbers), &own)?;
        let mut gone = Vec::new();
        for row in &mentions {
            if !mentions::stands(connection, row)? {
                gone.push(row.clone());
            }
        }
        // What no table holds any more has its texts in the journal alone: they go as those of the rows do.
        rows.extend(gone);
        if !mentions.is_empty() {
            let told = format!(
                "其他记录里写着的本人电话、号码等{}处一并抹去，那几条记录以前的修改内容也随之清除。",
                mentions.len()
            );
            stays = Some(stays.unwrap_or_default() + &told);
        }
    }
    let named = named_by(connection, &rows, &people_of(&rows))?;
    let (label, taken_back, id) = (lies.label, was_undone.is_some(), of.id.clone());
    Ok(Doomed { rows, label, stays, taken_back, said, named, mentions, unlinks, id })
}

/// What stands and goes with these, since it belongs to what the journal alone still knows of them: no part of theirs names it.
fn hanging(connection: &Connection, rows: &[RowId]) -> Result<Vec<RowId>, Problem> {
    let mut standing = Vec::new();
    for row in ledger::hanging(connection, &SCHEMA, rows)? {
        if fields::table(&row.0).is_some() && mentions::stands(connection, &row)? {
            standing.push(row);
        }
    }
    Ok(standing)
}

impl Doomed {
    /// Whether a text says who is to go, or of whom what is to go tells.
    pub fn names(&self, text: &str) -> bool {
        names_one(&self.said, text) || names_one(&self.named, text)
    }

    /// Whether a purpose in the access log goes with it, by a name or a number: not by one that may be meant of another, for whom the
    /// purpose was told. The looks at the person go whatever their purpose says.
    pub fn tells(&self) -> impl Fn(&str) -> bool {
        tells(&self.said)
    }

    /// What goes with the rows within the purge's step: drafts of theirs, what issued papers said, and the link of an affair's
    /// representative to the person. The name in the affair's own record stays as long as the affair, and so does a draft that says
    /// no more than the name, or a number that is another's too: it is told of.
    pub fn erase_around(&self, tx: &Tx) -> Result<AroundDrafts, Problem> {
        let mut around = drafts_around(tx, &self.rows, &self.said)?;
        if self.unlinks {
            // While the links still say whose they are.
            let people = people_of(&self.rows);
            mentions::erase(tx, (&people, &numbers_of(&self.said)), &self.mentions)?;
            for person in people {
                around.gone += counted::let_go(tx, person)?;
            }
            for lets_go in AROUND_A_PERSON {
                tx.execute(lets_go, [&self.id])?;
            }
        }
        for (_, id) in self.rows.iter().filter(|(table, _)| table == "paper") {
            issued::leave_number(tx, id, &|text: &str| names_one(&self.said, text))?;
        }
        Ok(around)
    }
}

/// Drops the drafts that go with these rows, or by what they say of these people, and counts those that stay.
fn drafts_around(tx: &Tx, rows: &[RowId], said: &[Said]) -> Result<AroundDrafts, Problem> {
    let records: Vec<&str> = rows.iter().map(|(_, id)| id.as_str()).collect();
    let shared: Vec<&str> = said.iter().flat_map(Said::shared_numbers).collect();
    let (numbers, naming) = (numbers_of(said), names_of(said));
    let around = drafts::Around { records: &records, numbers: &numbers, shared: &shared, naming: &naming };
    let (gone, owners) = drafts::erase_around(tx, &around)?;
    let mut around = AroundDrafts { gone, naming: BTreeMap::new() };
    for owner in owners.into_values() {
        *around.naming.entry(owner).or_default() += 1;
    }
    Ok(around)
}

/// What goes with rows that are erased again because a copy from before the purge was put back: what belongs to
/// them there, and the drafts of that day that speak of them. Out of the records of others the numbers go as they went then: not
/// where the entry had been taken back, nor those at which the union is reached, which `reached` says of the ledger that the copy
/// takes the place of; the copy's own record of the union keeps what it says of it.
pub fn erase_around_again(tx: &Tx, rows: &[Erased], reached: &str) -> Result<(), Problem> {
    let known: BTreeSet<RowId> = rows.iter().map(|row| (row.table.clone(), row.id.clone())).collect();
    // Who goes together has a number together.
    let going: Vec<&str> =
        rows.iter().filter(|row| row.table == "person").map(|row| row.id.as_str()).collect();
    let mut told = Vec::new();
    for id in &going {
        told.extend(said_of(tx, id, &going)?);
    }
    let says = |text: &str| told.iter().any(|said: &Said| said.is_in(text));
    for paper in rows.iter().filter(|row| row.table == "paper") {
        issued::leave_number(tx, &paper.id, &says)?;
    }
    for Erased { table, id, taken_back } in rows {
        drafts::erase_of(tx, id)?;
        if table == "person" && mentions::stands(tx, &(table.clone(), id.clone()))? {
            let mut said = said_of(tx, id, &going)?;
            let unions: BTreeSet<String> = said.iter().flat_map(|one| one.unions.clone()).collect();
            said.iter_mut().for_each(|one| one.shares_with_union(reached));
            let numbers = numbers_of(&said);
            let naming = BTreeMap::new();
            let typed = drafts::Around { records: &[], numbers: &numbers, shared: &[], naming: &naming };
            drafts::erase_around(tx, &typed)?;
            if !taken_back {
                let (going, _) = counted::apart(fields::family(tx, table, id)?);
                let own: BTreeSet<RowId> = known.iter().cloned().chain(going).collect();
                let people = [id.as_str()];
                let found = mentions::of_numbers(tx, (&people, &numbers), &own)?;
                let (mut record, found): (BTreeSet<RowId>, BTreeSet<RowId>) =
                    found.into_iter().partition(|(table, _)| table == "setting");
                mentions::erase(tx, (&people, &numbers), &found)?;
                let numbers: Vec<&str> =
                    numbers.into_iter().filter(|number| !unions.contains(*number)).collect();
                if !unions.is_empty() {
                    let telling = mentions::of_numbers(tx, (&[], &numbers), &own)?;
                    record.retain(|row| telling.contains(row));
                }
                mentions::erase(tx, (&people, &numbers), &record)?;
            }
        }
        if !KINDS.iter().any(|lies| lies.table == table) {
            continue;
        }
        let mut parts = fields::family(tx, table, id)?;
        if table == "person" {
            // What is on a figure is found by the person as long as the figure says whose it is.
            (parts, _) = counted::apart(parts);
            counted::let_go(tx, id)?;
        }
        let parts = issued::with_content(tx, parts)?;
        for (part, own) in parts.iter().filter(|part| !known.contains(*part)) {
            drafts::erase_of(tx, own)?;
            if part == "paper" {
                issued::leave_number(tx, own, &says)?;
            } else {
                tx.execute(&format!("DELETE FROM {part} WHERE id = ?1"), [own])?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{AROUND_A_PERSON, KEEPS_THE_NAME};

    /// A number is no name.
    const NAMELESS: [&str; 1] = ["member_number"];

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
