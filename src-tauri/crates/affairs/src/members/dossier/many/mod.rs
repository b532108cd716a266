//! Certificates, training and honours of many people entered at once from a pasted sheet: read and told row by row first, then kept in
//! one step, which one undo takes back; so are health exams of a report, in `exams`. One record of one person is entered in `dossier`; a
//! training ledger as a file in `members::certificates`.

mod columns;
pub mod exams;
pub mod model;
mod read;

use std::collections::HashSet;

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::Connection;
use sheet::Book;

use super::{check_certificate, check_honour, check_training, save_certificate, save_honour, save_training};
use crate::Problem;
use crate::masks::shown_certificate;
use crate::members;
use crate::members::certificates::{Holders, holders};
use crate::members::model::PersonId;
use crate::union::model::Shown;
use model::{RecordLine, RecordSheet, RecordState, RecordsKept, RecordsRead};
use read::{Line, Record, Sheet};

/// More rows are pasted in parts: what cannot be looked through is not entered.
const MOST: usize = 5000;

/// What a record is told from others of the same person by.
type Mark = (PersonId, String);

impl Record {
    /// The record as somebody's.
    fn of(mut self, person: PersonId) -> Record {
        match &mut self {
            Record::Certificate(one) => one.person = person,
            Record::Training(one) => one.person = person,
            Record::Honour(one) => one.person = person,
        }
        self
    }

    /// A certificate goes by its number as far as that is seen: a sheet could try all that a mask may hide.
    fn mark(&self, identity: Shown) -> Mark {
        match self {
            Record::Certificate(one) => match &one.number {
                Some(number) => (one.person, numbered(number, identity)),
                None => (one.person, format!("c:{}", one.name)),
            },
            Record::Training(one) => (one.person, format!("t:{} {}", one.trained_on, one.course)),
            Record::Honour(one) => (one.person, format!("h:{} {}", one.year, one.name)),
        }
    }

    fn check(&self, today: NaiveDate) -> Result<(), Problem> {
        match self {
            Record::Certificate(one) => check_certificate(one, today),
            Record::Training(one) => check_training(one, today),
            Record::Honour(one) => check_honour(one, today),
        }
    }

    fn keep(&self, tx: &Tx) -> Result<(), Problem> {
        match self {
            Record::Certificate(one) => save_certificate(tx, one).map(|_| ()),
            Record::Training(one) => save_training(tx, one).map(|_| ()),
            Record::Honour(one) => save_honour(tx, one).map(|_| ()),
        }
    }

    /// In one line.
    fn said(&self) -> String {
        let day = |day: Option<NaiveDate>, after: &str| day.map(|day| format!("{day}{after}"));
        let parts: Vec<Option<String>> = match self {
            Record::Certificate(one) => vec![
                Some(one.name.clone()),
                one.grade.clone(),
                one.number.as_ref().map(|number| format!("编号{number}")),
                day(one.issued_on, "发证"),
                day(one.valid_until, "到期"),
                Some(one.kind.label().to_owned()),
            ],
            Record::Training(one) => vec![
                Some(one.course.clone()),
                Some(one.trained_on.to_string()),
                one.hours.map(|hours| format!("{hours}学时")),
                one.provider.clone(),
            ],
            Record::Honour(one) => vec![
                Some(one.name.clone()),
                Some(format!("{}年", one.year)),
                Some(one.level.label().to_owned()),
                Some(one.kind.label().to_owned()),
            ],
        };
        parts.into_iter().flatten().collect::<Vec<_>>().join("，")
    }
}

/// What a certificate with a number is told from others by.
fn numbered(number: &str, identity: Shown) -> String {
    format!("c#{}", shown_certificate(number, identity))
}

/// The records that people have already.
fn marks(connection: &Connection, identity: Shown) -> Result<HashSet<Mark>, Problem> {
    let mut all = HashSet::new();
    let sql = "SELECT person_id, number, 'c:' || name FROM live_certificate
       UNION ALL SELECT person_id, NULL, 't:' || trained_on || ' ' || course FROM live_training
       UNION ALL SELECT person_id, NULL, 'h:' || year || ' ' || name FROM live_honour";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let number: Option<String> = row.get(1)?;
        let mark = match number {
            Some(number) => numbered(&number, identity),
            None => row.get(2)?,
        };
        all.insert((row.get(0)?, mark));
    }
    Ok(all)
}

/// What the rows are held against.
struct Desk<'a> {
    connection: &'a Connection,
    people: Holders,
    held: HashSet<Mark>,
    today: NaiveDate,
    identity: Shown,
}

impl<'a> Desk<'a> {
    fn of(connection: &'a Connection, today: NaiveDate, identity: Shown) -> Result<Self, Problem> {
        let (people, held) = (holders(connection, identity)?, marks(connection, identity)?);
        Ok(Desk { connection, people, held, today, identity })
    }

    /// A row with its person: the record where it can be entered, and where the person works.
    fn judge(&mut self, line: &Line) -> Result<Judged, Problem> {
        let wrong = |trouble: String| Judged { place: None, trouble: Some(trouble), ..Judged::default() };
        let record = match &line.read {
            Ok(record) => record.clone(),
            Err(trouble) => return Ok(wrong(trouble.clone())),
        };
        let person = match self.people.meant(&line.whose).person() {
            Ok(person) => person,
            Err(why) => return Ok(wrong(why)),
        };
        let row = members::store::person(self.connection, person)?;
        let place: String = [row.shop, row.post].into_iter().flatten().collect();
        let place = (!place.is_empty()).then_some(place);
        let record = record.of(person);
        if let Err(problem) = record.check(self.today) {
            return Ok(Judged { place, trouble: Some(problem.message), ..Judged::default() });
        }
        // The same record twice in one sheet is one.
        let held = !self.held.insert(record.mark(self.identity));
        Ok(Judged { record: Some(record), place, held, trouble: None })
    }
}

#[derive(Default)]
struct Judged {
    record: Option<Record>,
    place: Option<String>,
    held: bool,
    trouble: Option<String>,
}

fn sheet(book: &Book, input: &RecordSheet, today: NaiveDate) -> Result<Sheet, Problem> {
    let sheet = read::read(book, input, today)?;
    if sheet.lines.len() > MOST {
        let message = format!("一次最多{MOST}行，这里有{}行，请分几次粘贴。", sheet.lines.len());
        return Err(Problem::input("text", message));
    }
    Ok(sheet)
}

/// Reads a pasted sheet and tells how each row stands; nothing is kept. People are told by their numbers as far as `identity` may be
/// seen.
///
/// Errors: `bad_input` at `text`.
pub fn read_records(
    connection: &Connection,
    book: &Book,
    input: &RecordSheet,
    today: NaiveDate,
    identity: Shown,
) -> Result<RecordsRead, Problem> {
    let sheet = sheet(book, input, today)?;
    let mut desk = Desk::of(connection, today, identity)?;
    let mut told = RecordsRead {
        lines: Vec::new(),
        fits: 0,
        held: 0,
        wrong: 0,
        passed: sheet.passed,
        unused: sheet.unused,
    };
    for line in &sheet.lines {
        let judged = desk.judge(line)?;
        let (state, count) = match (&judged.record, judged.held) {
            (Some(_), false) => (RecordState::Fits, &mut told.fits),
            (Some(_), true) => (RecordState::Held, &mut told.held),
            (None, _) => (RecordState::Wrong, &mut told.wrong),
        };
        *count += 1;
        let whose = &line.whose;
        let name = [Some(whose.name.clone()).filter(|name| !name.is_empty()), whose.work_number.clone()];
        let said = match (&judged.record, &line.read) {
            (Some(record), _) | (None, Ok(record)) => record.said(),
            (None, Err(_)) => String::new(),
        };
        told.lines.push(RecordLine {
            row: line.row,
            name: name.into_iter().flatten().next().unwrap_or_default(),
            place: judged.place,
            said,
            state,
            trouble: judged.trouble,
        });
    }
    Ok(told)
}

/// Keeps the rows of a pasted sheet that can be entered, as far as `identity` tells whose they are.
///
/// Errors: `bad_input` at `text`; `nothing_new` where no row is left.
pub fn keep_records(
    tx: &Tx,
    book: &Book,
    input: &RecordSheet,
    identity: Shown,
) -> Result<RecordsKept, Problem> {
    let sheet = sheet(book, input, tx.today())?;
    let mut desk = Desk::of(tx, tx.today(), identity)?;
    let mut kept = RecordsKept { added: 0, held: 0, wrong: 0 };
    for line in &sheet.lines {
        let judged = desk.judge(line)?;
        match judged.record {
            Some(record) if !judged.held => {
                record.keep(tx)?;
                kept.added += 1;
            }
            Some(_) => kept.held += 1,
            None => kept.wrong += 1,
        }
    }
    if kept.added == 0 {
        let message = match kept.held {
            0 => "没有一行能登记，请照每行后面的说明改好，再粘贴一次。",
            _ => "能登记的都已经登记过了，没有改动。",
        };
        return Err(Problem::new("nothing_new", message).at("text"));
    }
    Ok(kept)
}
