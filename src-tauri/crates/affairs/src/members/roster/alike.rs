//! Whom of the ledger a row may be when neither its number nor a phone under the same name says so: by the sound of the
//! name, the day of birth, the number of the card. Nothing is read from the ledger here.

use std::collections::{HashMap, HashSet};

use super::field::Field;
use super::known::Held;
use super::model::RosterRow;
use crate::members::duplicates::sound;
use crate::members::rules::{card_text, stored_date};

/// The people of a ledger by what may tell that a row is one of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Alike {
    /// How a name may sound with a phone: one that was written with another character of the same sound.
    heard: HashSet<(String, String)>,
    /// Names and sounds with a day of birth, and whether all who bear them have an identity number.
    born: HashMap<(String, String), bool>,
    /// Numbers of members' cards.
    cards: HashSet<String>,
}

impl Alike {
    /// Takes in one person.
    pub(super) fn add(&mut self, held: &Held) {
        let folded = sound::folded(&held.key);
        let sounds = sound::sounds(&folded);
        if let Some(birth) = held.value(Field::Birth).filter(|day| day.len() == "1990-01-01".len()) {
            for name in sounds.iter().chain([&folded]) {
                let documented = self.born.entry((name.clone(), birth.to_owned())).or_insert(true);
                *documented &= held.number.is_some();
            }
        }
        if let [Some(phone), _] = &held.reached_by {
            self.heard.extend(sounds.into_iter().chain([folded]).map(|name| (name, phone.clone())));
        }
        self.cards.extend(held.card.clone());
    }

    /// Why a row may be someone whom the ledger holds.
    pub(super) fn may_be(&self, row: &RosterRow) -> Option<&'static str> {
        let person = &row.person;
        let card = person.union_card.as_deref().map(card_text);
        if card.is_some_and(|card| self.cards.contains(&card)) {
            return Some(
                "账本里有会员证号相同的人：一个证号只发给一个人，可能是同一个人，或者证号重复；是另一个人才导入。",
            );
        }
        let folded = sound::folded(&person.name_key);
        let names: Vec<String> = sound::sounds(&folded).into_iter().chain([folded]).collect();
        if names
            .iter()
            .any(|name| person.phones.iter().any(|phone| self.heard.contains(&(name.clone(), phone.clone()))))
        {
            return Some(
                "账本里有读音相近、电话相同的人，可能是同一个人，姓名写成了另一个字；是另一个人才导入。",
            );
        }
        let birth = person.birth.as_ref().map(stored_date).filter(|(_, precision)| precision == "day")?.0;
        // Two numbers that differ are two people, born on one day or not.
        let open = |documented: &bool| !documented || person.id_number.is_none();
        names.into_iter().any(|name| self.born.get(&(name, birth.clone())).is_some_and(open)).then_some(
            "账本里有姓名（或读音）和出生日期都相同的人，证件号码没有登记全，可能是同一个人；是另一个人才导入。",
        )
    }
}
