//! What may be said of a person who goes: the names and the numbers, those of before too, and which of them are another's as well, so
//! that a text that holds them may mean somebody else. What becomes of such texts is `purge`'s and `mentions`'.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use crate::members::roster::id_number::{long, short};
use crate::members::roster::names::key;
use crate::trash::mentions::{NUMBERS, each_number};
use crate::union::settings;
use crate::words::Words;
use crate::written::{Numbers, holds};
use crate::{Problem, fields};

/// A shorter one is a house number as well as an extension: it says nobody.
const TELLING: usize = 7;

/// What a draft or a purpose may say of a person by one of their names; the numbers stand with the one they bear, or bore last.
pub(super) struct Said {
    pub(super) name: String,
    /// names of others in which this one is contained: 王伟东 holds 王伟
    pub(super) longer: Vec<String>,
    /// whether another person bears the same name
    pub(super) shared: bool,
    /// number, also with fifteen digits, phones and address
    pub(super) numbers: Vec<String>,
    /// those of them that another person has too
    pub(super) others: BTreeSet<String>,
    /// those of them at which the union is reached
    pub(super) unions: BTreeSet<String>,
}

/// The numbers of these that are nobody else's and say who is meant.
pub(super) fn numbers_of(said: &[Said]) -> Vec<&str> {
    said.iter().flat_map(Said::own).collect()
}

/// Their names that say who is meant, each with the longer ones in which it is contained.
pub(super) fn names_of(said: &[Said]) -> BTreeMap<&str, &[String]> {
    said.iter().filter_map(|one| Some((one.name()?, one.longer.as_slice()))).collect()
}

/// What a person is called and was called once, by each name, the present or last one first: with it the identity number, each phone
/// and the mail, as far as the table and the journal know them. Of whom else they are, is not looked at.
pub(super) fn called(connection: &Connection, id: &str) -> Result<Vec<Said>, Problem> {
    let (mut names, mut numbers): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for person in fields::ever(connection, "person", id)? {
        if let Some(name) = person.get("name").and_then(|name| name.as_str())
            && names.iter().all(|one| one != name)
        {
            names.push(name.to_owned());
        }
    }
    for identity in fields::ever(connection, "person_identity", id)? {
        let borne =
            NUMBERS.map(|column| identity.get(column).and_then(|own| own.as_str()).map(str::to_owned));
        for number in numbers_in(&borne) {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
    }
    let by_name = |name: String| Said::of(name, std::mem::take(&mut numbers));
    Ok(names.into_iter().map(by_name).collect())
}

/// The numbers in the columns of an identity, that of a resident as it once was too; a single character is none.
pub(super) fn numbers_in(borne: &[Option<String>]) -> Vec<String> {
    let all = borne.iter().flatten().flat_map(|column| each_number(column));
    let all = all.filter(|number| number.chars().count() > 1);
    all.flat_map(|number| std::iter::once(number.to_owned()).chain(short(number))).collect()
}

/// Where the union is reached today; empty where that is not told.
///
/// Errors: those of the ledger.
pub fn reached(connection: &Connection) -> Result<String, Problem> {
    Ok(settings::phone(connection)?.unwrap_or_default())
}

/// What may be said of a person who goes together with `people`, by each name; nothing of one whom nothing knows any more.
pub(super) fn said_of(connection: &Connection, id: &str, people: &[&str]) -> Result<Vec<Said>, Problem> {
    let (mut all, reached) = (called(connection, id)?, reached(connection)?);
    let mut named = connection.prepare_cached("SELECT id, name FROM person WHERE instr(name_key, ?1) > 0")?;
    let mut bearers = connection.prepare_cached(
        "SELECT id FROM person_identity WHERE id <> ?2
           AND (number IN (?1, ?3) OR ?1 IN (phone, email) OR instr('、' || other_phones || '、', '、' || ?1 || '、') > 0)",
    )?;
    for said in &mut all {
        let own = key(&said.name);
        let others = named.query_map([&own], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let others = others.collect::<Result<Vec<(String, String)>, _>>()?;
        let others =
            others.into_iter().filter(|(other, _)| !people.contains(&other.as_str())).map(|(_, name)| name);
        let (same, longer): (BTreeSet<String>, BTreeSet<String>) = others.partition(|one| key(one) == own);
        said.shared = !same.is_empty();
        said.longer = longer.into_iter().collect();
        said.longer.sort_by_key(|one| std::cmp::Reverse(one.chars().count()));
        for number in &said.numbers {
            // Who bears a number bears what it once was.
            let found = bearers
                .query_map([number.as_str(), id, long(number).as_str()], |row| row.get::<_, String>(0))?;
            for other in found {
                if !people.contains(&other?.as_str()) {
                    said.others.insert(number.clone());
                }
            }
        }
        said.shares_with_union(&reached);
    }
    Ok(all)
}

impl Said {
    /// A name with its numbers, of which nothing of others is known yet.
    pub(super) fn of(name: String, numbers: Vec<String>) -> Said {
        let (others, unions) = (BTreeSet::new(), BTreeSet::new());
        Said { name, longer: Vec::new(), shared: false, numbers, others, unions }
    }

    /// A single character says nobody, whatever space is beside it.
    pub(super) fn name(&self) -> Option<&str> {
        Some(self.name.as_str()).filter(|name| key(name).chars().count() > 1)
    }

    /// Whether a text holds the name or a number, whatever spaces and dots either was written with.
    pub(super) fn is_in(&self, text: &str) -> bool {
        let numbered = |number: &String| text.contains(number.as_str()) || holds(text, number);
        self.name().is_some_and(|name| key(text).contains(&key(name))) || self.numbers.iter().any(numbered)
    }

    /// Finds those of the numbers at which the union is reached: they are the union's too.
    pub(super) fn shares_with_union(&mut self, reached: &str) {
        self.unions = self.telling().filter(|number| holds(reached, number)).map(str::to_owned).collect();
    }

    /// Numbers long enough to be one person's alone.
    pub(super) fn telling(&self) -> impl Iterator<Item = &str> {
        self.numbers.iter().map(String::as_str).filter(|number| number.chars().count() >= TELLING)
    }

    /// Those of them that nobody else has, and the union neither: what was typed or told of another by the same number is not theirs.
    pub(super) fn own(&self) -> impl Iterator<Item = &str> {
        self.telling().filter(move |number| !self.is_shared(number))
    }

    /// Those of them that another person has too, or the union.
    pub(super) fn shared_numbers(&self) -> impl Iterator<Item = &str> {
        self.telling().filter(move |number| self.is_shared(number))
    }

    fn is_shared(&self, number: &str) -> bool {
        self.others.contains(number) || self.unions.contains(number)
    }
}

/// Whether a text says who goes.
pub(super) fn names_one(said: &[Said], text: &str) -> bool {
    said.iter().any(|said| said.is_in(text))
}

/// Whether a text holds a name or a number of these that is nobody else's.
pub(super) fn tells(said: &[Said]) -> impl Fn(&str) -> bool {
    let own = |said: &&Said| !said.shared && said.longer.is_empty();
    let names = Words::folded(said.iter().filter(own).filter_map(Said::name), key);
    let numbers = Numbers::of(numbers_of(said));
    move |text: &str| !names.within(text).is_empty() || !numbers.within(text).is_empty()
}
