//! Whom of the ledger a row may be when neither its number nor a phone under the same name says so: by the sound of the
//! name, the day of birth, the number of the card. Nothing is read from the ledger here.

use std::collections::HashMap;

use super::field::Field;
use super::held::Held;
use super::model::RosterRow;
use crate::members::duplicates::sound;
use crate::members::rules::{card_text, stored_date};

/// The people of a ledger by what may tell that a row is one of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Alike {
    /// How a name may sound with a phone: one that was written with another character of the same sound.
    heard: HashMap<(String, String), usize>,
    /// Names and sounds with a day of birth, and whether all who bear them have an identity number.
    born: HashMap<(String, String), (usize, bool)>,
    /// Numbers of members' cards.
    cards: HashMap<String, usize>,
}

impl Alike {
    /// Takes in one person, the `at`th of the ledger. Of several who are alike the first is told, or one without a number.
    pub(super) fn add(&mut self, held: &Held, at: usize) {
        let folded = sound::folded(&held.key);
        let sounds = sound::sounds(&folded);
        // By a birth that is masked nobody is found: the rows of a file could try every day of the year.
        let whole = |day: &&str| day.len() == "1990-01-01".len() && !day.contains('*');
        if let Some(birth) = held.value(Field::Birth).filter(whole) {
            for name in sounds.iter().chain([&folded]) {
                let (first, documented) =
                    self.born.entry((name.clone(), birth.to_owned())).or_insert((at, true));
                if *documented && held.number.is_none() {
                    (*first, *documented) = (at, false);
                }
            }
        }
        if let [Some(phone), _] = &held.reached_by {
            for name in sounds.into_iter().chain([folded]) {
                self.heard.entry((name, phone.clone())).or_insert(at);
            }
        }
        if let Some(card) = &held.card {
            self.cards.entry(card.clone()).or_insert(at);
        }
    }

    /// Whom of the ledger a row may be, and why; its `phones` as the ledger's are held.
    pub(super) fn may_be(&self, row: &RosterRow, phones: &[String]) -> Option<(usize, &'static str)> {
        let person = &row.person;
        let card = person.union_card.as_deref().map(card_text);
        if let Some(at) = card.and_then(|card| self.cards.get(&card)) {
            return Some((*at, "会员证号相同：一个证号只发给一个人，可能是同一个人，或者证号重复"));
        }
        let folded = sound::folded(&person.name_key);
        let names: Vec<String> = sound::sounds(&folded).into_iter().chain([folded]).collect();
        let heard =
            |name: &String| phones.iter().find_map(|phone| self.heard.get(&(name.clone(), phone.clone())));
        if let Some(at) = names.iter().find_map(heard) {
            return Some((*at, "姓名的读音相近、电话相同，可能是同一个人，姓名写成了另一个字"));
        }
        let birth = person.birth.as_ref().map(stored_date).filter(|(_, precision)| precision == "day")?.0;
        // Two numbers that differ are two people, born on one day or not.
        let open = |found: &&(usize, bool)| !found.1 || person.id_number.is_none();
        let found = names.into_iter().find_map(|name| self.born.get(&(name, birth.clone())).filter(open));
        found.map(|(at, _)| (*at, "姓名（或读音）和出生日期都相同，证件号码没有登记全，可能是同一个人"))
    }
}
