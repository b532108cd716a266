//! What may be said of a person who goes: the name and the numbers, and which of them are another's too, so that a text that holds them
//! may mean somebody else. What becomes of such texts is `purge`'s and `mentions`'.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};

use crate::trash::mentions::{NUMBERS, each_number};
use crate::{Problem, fields};

/// A shorter one is a house number as well as an extension: it says nobody.
const TELLING: usize = 7;

/// What a draft or a purpose may say of a person.
pub(super) struct Said {
    pub(super) name: String,
    /// names of others in which this one is contained: 王伟东 holds 王伟
    pub(super) longer: Vec<String>,
    /// whether another person bears the same name
    pub(super) shared: bool,
    /// number, phones and address
    pub(super) numbers: Vec<String>,
    /// those of them that another person has too
    pub(super) others: BTreeSet<String>,
}

/// The numbers of these that are nobody else's and say who is meant.
pub(super) fn numbers_of(said: &[Said]) -> Vec<&str> {
    said.iter().flat_map(Said::own).collect()
}

/// What a person is called: the name, and the identity number, each phone and the mail as far as they are known.
pub(super) type Called = (String, Vec<String>);

/// The same of a person whose entry was taken back, as the journal has it.
pub(super) fn once_called(connection: &Connection, id: &str) -> Result<Option<Called>, Problem> {
    let Some(person) = fields::row(connection, "person", id)? else { return Ok(None) };
    let identity = fields::row(connection, "person_identity", id)?.unwrap_or_default();
    let said = |row: &fields::Row, column: &str| row.get(column)?.as_str().map(str::to_owned);
    let borne = NUMBERS.map(|column| said(&identity, column));
    Ok(said(&person, "name").map(|name| (name, numbers_in(&borne))))
}

/// The numbers in the columns of an identity; a single character is none.
pub(super) fn numbers_in(borne: &[Option<String>]) -> Vec<String> {
    let all = borne.iter().flatten().flat_map(|column| each_number(column));
    all.filter(|number| number.chars().count() > 1).map(str::to_owned).collect()
}

/// What may be said of a person who goes together with `people`.
pub(super) fn said_of(connection: &Connection, id: &str, people: &[&str]) -> Result<Option<Said>, Problem> {
    let found = connection
        .query_row(
            "SELECT p.name, i.number, i.phone, i.other_phones, i.email
             FROM person p LEFT JOIN person_identity i ON i.id = p.id WHERE p.id = ?1",
            [id],
            |row| {
                let borne: [Option<String>; 4] = [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?];
                Ok::<Called, rusqlite::Error>((row.get(0)?, numbers_in(&borne)))
            },
        )
        .optional()?;
    let found = if found.is_some() { found } else { once_called(connection, id)? };
    let Some((name, numbers)) = found else { return Ok(None) };
    let mut statement = connection.prepare("SELECT id, name FROM person WHERE instr(name, ?1) > 0")?;
    let others = statement.query_map([&name], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let others = others.collect::<Result<Vec<(String, String)>, _>>()?;
    let others =
        others.into_iter().filter(|(other, _)| !people.contains(&other.as_str())).map(|(_, name)| name);
    let (same, longer): (BTreeSet<String>, BTreeSet<String>) = others.partition(|other| *other == name);
    let mut longer: Vec<String> = longer.into_iter().collect();
    longer.sort_by_key(|one| std::cmp::Reverse(one.chars().count()));
    let mut bearers = connection.prepare(
        "SELECT id FROM person_identity WHERE id <> ?2
           AND (?1 IN (number, phone, email) OR instr('、' || other_phones || '、', '、' || ?1 || '、') > 0)",
    )?;
    let mut others = BTreeSet::new();
    for number in &numbers {
        let found = bearers.query_map([number.as_str(), id], |row| row.get::<_, String>(0))?;
        for other in found {
            if !people.contains(&other?.as_str()) {
                others.insert(number.clone());
            }
        }
    }
    Ok(Some(Said { shared: !same.is_empty(), name, longer, numbers, others }))
}

impl Said {
    /// A single character says nobody.
    pub(super) fn name(&self) -> Option<&str> {
        Some(self.name.as_str()).filter(|name| name.chars().count() > 1)
    }

    /// Whether a text holds the name or a number.
    pub(super) fn is_in(&self, text: &str) -> bool {
        let mut words = self.name().into_iter().chain(self.numbers.iter().map(String::as_str));
        words.any(|word| text.contains(word))
    }

    /// Numbers long enough to be one person's alone.
    pub(super) fn telling(&self) -> impl Iterator<Item = &str> {
        self.numbers.iter().map(String::as_str).filter(|number| number.chars().count() >= TELLING)
    }

    /// Those of them that nobody else has: what was typed or told of another by the same number is not theirs.
    pub(super) fn own(&self) -> impl Iterator<Item = &str> {
        self.telling().filter(move |number| !self.others.contains(*number))
    }

    /// Those of them that another person has too.
    pub(super) fn shared_numbers(&self) -> impl Iterator<Item = &str> {
        self.telling().filter(move |number| self.others.contains(*number))
    }
}

/// Whether a text says who goes.
pub(super) fn names_one(said: &[Said], text: &str) -> bool {
    said.iter().any(|said| said.is_in(text))
}

/// The names and numbers of these that are nobody else's.
pub(super) fn words_of(said: &[Said]) -> Vec<&str> {
    let own = |said: &&Said| !said.shared && said.longer.is_empty();
    let names = said.iter().filter(own).filter_map(Said::name);
    names.chain(numbers_of(said)).collect()
}
