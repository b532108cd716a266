//! Certificates that a training ledger brings, matched by ID number, work number or a name that only one person has, as the rows of
//! other sheets of people are by the same. They are kept in the person's file (`dossier`); how the ledger is read stands in
//! `sheets::training`.

use std::collections::HashMap;

use ledger::Tx;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::masks::{shown_certificate, shown_id};
use crate::members::dossier;
use crate::members::dossier::model::{Certificate, CertificateKind, Training};
use crate::members::model::PersonId;
use crate::members::roster::{Precision, latest};
use crate::members::sources::{self, Source};
use crate::members::store::BatchId;
use crate::sheets::table::Whose;
use crate::sheets::training::{TrainingLine, TrainingSheet};
use crate::union::model::Shown;

/// How a line of a training ledger stands to the roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CertificateMatch {
    /// One person fits; the certificate is new.
    Fits,
    /// The person has it already.
    Held,
    /// Nobody fits.
    Nobody,
    /// Several people fit.
    Several,
}

/// What an import of certificates did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CertificatesImported {
    /// Certificates added.
    pub added: u32,
    /// Those that people had already.
    pub held: u32,
    /// Lines whose person is not known for certain.
    pub unknown: u32,
}

/// The people of the roster by what a sheet names them by, and the certificates they hold.
pub struct Holders {
    by: HashMap<String, Vec<PersonId>>,
    people: HashMap<PersonId, Held>,
    held: HashMap<PersonId, Vec<(String, Option<String>)>>,
    identity: Shown,
}

/// What a row is held against once it is known whom it names.
struct Held {
    name: String,
    key: String,
    /// 证件号码 as it may be seen.
    id_number: Option<String>,
    work_numbers: Vec<String>,
}

/// Whom a row of a sheet means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Meant {
    /// This one, by all that the row says.
    One(PersonId),
    /// Nobody of the roster.
    Nobody,
    /// Several people fit.
    Several,
    /// Perhaps another than the one whom it names: why.
    Doubt(String),
}

impl Meant {
    /// The one person; else why there is none.
    pub(crate) fn person(self) -> Result<PersonId, String> {
        match self {
            Meant::One(person) => Ok(person),
            Meant::Nobody => Err("花名册里没有这个人，请先登记，或者核对姓名、工号、证件号码。".to_owned()),
            Meant::Several => Err("花名册里有几个同名的人，请写上工号或者证件号码。".to_owned()),
            Meant::Doubt(why) => Err(why),
        }
    }
}

/// Reads them. To one who does not see identity in full a number is told by what its mask shows and the name beside it: the rows of
/// a sheet could try every day of a year.
pub fn holders(connection: &Connection, identity: Shown) -> Result<Holders, Problem> {
    let mut by: HashMap<String, Vec<PersonId>> = HashMap::new();
    let mut people: HashMap<PersonId, Held> = HashMap::new();
    let mut statement = connection.prepare(
        "SELECT p.id, p.name_key, i.number, e.work_number, p.name FROM live_person p
         LEFT JOIN live_person_identity i ON i.id = p.id
         LEFT JOIN live_employment e ON e.person_id = p.id AND e.left_on IS NULL",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: PersonId = row.get(0)?;
        let key: String = row.get(1)?;
        let id_number = row.get::<_, Option<String>>(2)?;
        let work_number: Option<String> = row.get(3)?;
        let keys = [
            id_number.as_deref().map(|number| number_key(number, &key, identity)),
            work_number.as_ref().map(|number| format!("no:{number}")),
            Some(format!("name:{key}")),
        ];
        for key in keys.into_iter().flatten() {
            let people = by.entry(key).or_default();
            if !people.contains(&id) {
                people.push(id);
            }
        }
        let name: String = row.get(4)?;
        let held = people.entry(id).or_insert_with(|| Held {
            name,
            key,
            id_number: id_number.map(|number| shown_id(&number, identity)),
            work_numbers: Vec::new(),
        });
        held.work_numbers.extend(work_number);
    }
    let mut held: HashMap<PersonId, Vec<(String, Option<String>)>> = HashMap::new();
    let mut statement = connection.prepare("SELECT person_id, name, number FROM live_certificate")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        held.entry(row.get(0)?).or_default().push((row.get(1)?, row.get(2)?));
    }
    Ok(Holders { by, people, held, identity })
}

/// What people are found by of a number.
fn number_key(number: &str, name_key: &str, identity: Shown) -> String {
    match identity {
        Shown::Full => format!("id:{number}"),
        Shown::Masked | Shown::Never => format!("id:{} {name_key}", shown_id(number, identity)),
    }
}

impl Holders {
    /// Whose a line is, and how it stands. A line that may mean another of that name is nobody's.
    pub fn of(&self, line: &TrainingLine) -> (CertificateMatch, Option<PersonId>) {
        match self.meant(&line.whose) {
            Meant::One(one) if self.holds(one, line) => (CertificateMatch::Held, Some(one)),
            Meant::One(one) => (CertificateMatch::Fits, Some(one)),
            Meant::Nobody | Meant::Doubt(_) => (CertificateMatch::Nobody, None),
            Meant::Several => (CertificateMatch::Several, None),
        }
    }

    /// Whom a row means: by ID number before work number before name, and nothing else of the row says otherwise.
    pub(crate) fn meant(&self, whose: &Whose) -> Meant {
        let keys = [
            whose.id_number.as_ref().map(|number| number_key(number, &whose.key, self.identity)),
            whose.work_number.as_ref().map(|number| format!("no:{number}")),
            (!whose.key.is_empty()).then(|| format!("name:{}", whose.key)),
        ];
        let found = keys.into_iter().flatten().find_map(|key| self.by.get(&key));
        let person = match found.map(Vec::as_slice) {
            Some([person]) => *person,
            Some([_, ..]) => return Meant::Several,
            Some([]) | None => return Meant::Nobody,
        };
        let Some(held) = self.people.get(&person) else { return Meant::Nobody };
        if !whose.key.is_empty() && whose.key != held.key {
            let name = &held.name;
            return Meant::Doubt(format!("这个号码在花名册里是{name}的，与写的姓名不一致，请核对。"));
        }
        // A number that is written and is another one than the roster has may mean another person of that name. With stars in it,
        // it says nothing.
        let written = whose.id_number.as_ref().filter(|number| !number.contains('*'));
        if let (Some(written), Some(known)) = (written, &held.id_number) {
            if shown_id(written, self.identity) == *known {
                return Meant::One(person);
            }
            return Meant::Doubt("写的证件号码与花名册里这个姓名的人不一致，请核对。".to_owned());
        }
        match &whose.work_number {
            Some(written) if !held.work_numbers.is_empty() && !held.work_numbers.contains(written) => {
                Meant::Doubt("写的工号与花名册里这个姓名的人不一致，请核对。".to_owned())
            }
            _ => Meant::One(person),
        }
    }

    /// Whether somebody has the certificate already: by its number as far as that is seen, else by its name.
    fn holds(&self, person: PersonId, line: &TrainingLine) -> bool {
        let seen = |number: &str| shown_certificate(number, self.identity);
        self.held.get(&person).is_some_and(|all| {
            all.iter().any(|(name, number)| match (&line.number, number) {
                (Some(new), Some(old)) => seen(new) == seen(old),
                _ => *name == line.name && *number == line.number,
            })
        })
    }
}

/// Keeps the certificates of a ledger of training whose people are known, as far as `identity` may be seen; each with the row it
/// came from.
///
/// Errors: `nothing_new`; `cancelled`, with nothing kept.
pub fn store(
    tx: &Tx,
    source: &Source,
    sheet: &TrainingSheet,
    identity: Shown,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<CertificatesImported, Problem> {
    let mut known = holders(tx, identity)?;
    let mut done = CertificatesImported { added: 0, held: 0, unknown: 0 };
    let batch = tx.new_id::<BatchId>();
    let people = u32::try_from(sheet.lines.len()).unwrap_or(u32::MAX);
    sources::insert_batch(tx, batch, source, &sheet.page, people)?;
    for (place, heading, field) in &sheet.columns {
        sources::insert_column(tx, batch, &sheet.page, (*place, heading), *field)?;
    }
    for (at, line) in sheet.lines.iter().enumerate() {
        if at.is_multiple_of(500) && !progress(at as u64, sheet.lines.len() as u64) {
            return Err(Problem::new("cancelled", "已取消导入，账本里什么都没有改动。"));
        }
        match known.of(line) {
            (CertificateMatch::Fits, Some(person)) => {
                keep(tx, person, line)?;
                sources::insert_row(tx, batch, person, (&sheet.page, line.row), &line.raw, &[])?;
                // The same certificate twice in one file is one.
                known.held.entry(person).or_default().push((line.name.clone(), line.number.clone()));
                done.added += 1;
            }
            (CertificateMatch::Held, _) => done.held += 1,
            _ => done.unknown += 1,
        }
    }
    if done.added == 0 {
        let message = match done.held {
            0 => "表里的人在花名册里都没有找到，没有导入证书；请先导入花名册，或者补上工号、证件号码。",
            _ => "表里的证书账本里都已经有了，没有改动。",
        };
        return Err(Problem::new("nothing_new", message).at("file"));
    }
    Ok(done)
}

/// The certificate with the day until which it holds, and the hours as training where the day is known.
fn keep(tx: &Tx, person: PersonId, line: &TrainingLine) -> Result<(), Problem> {
    let issued_on = line.issued_on.filter(|day| day.precision == Precision::Day).map(|day| day.date);
    let certificate = Certificate {
        id: None,
        person,
        kind: CertificateKind::Operation,
        name: line.name.clone(),
        grade: None,
        number: line.number.clone(),
        issuer: None,
        issued_on,
        valid_until: line.review_on.map(latest).filter(|until| issued_on.is_none_or(|on| on <= *until)),
    };
    dossier::save_certificate(tx, &certificate)?;
    if let (Some(hours), Some(trained_on)) = (line.hours, issued_on) {
        let course = line.name.clone();
        let training = Training { id: None, person, course, trained_on, hours: Some(hours), provider: None };
        dossier::save_training(tx, &training)?;
    }
    Ok(())
}
