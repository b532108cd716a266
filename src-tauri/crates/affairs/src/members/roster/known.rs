//! The rows of a roster beside the people whom the ledger holds already: nobody is entered twice, and a number
//! that stands there under another name is told before anything is stored. Nothing is read from the ledger here.

use std::collections::{HashMap, HashSet};

use super::cross::{Remark, alive, decided, push};
use super::field::Field;
use super::model::{ColumnFound, Options, ProblemKind as K, RosterRow, RowStatus, Severity};
use crate::members::duplicates::sound;
use crate::members::rules::{card_text, stored_date};

/// The people of a ledger by what tells them apart.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Identity number → the key that names are matched by, and the name.
    numbers: HashMap<String, (String, String)>,
    /// Name key with a phone or a staff number.
    reached: HashSet<(String, String)>,
    /// How a name may sound with a phone: one that was written with another character of the same sound.
    heard: HashSet<(String, String)>,
    /// Names and sounds with a day of birth, and whether all who bear them have an identity number.
    born: HashMap<(String, String), bool>,
    /// Numbers of members' cards.
    cards: HashSet<String>,
}

/// One person of the ledger as far as a row can be told to be them.
#[derive(Debug, Clone, Default)]
pub struct KnownPerson {
    /// 姓名.
    pub name: String,
    /// The key that names are matched by.
    pub key: String,
    /// Identity number.
    pub number: Option<String>,
    /// 电话.
    pub phone: Option<String>,
    /// 工号.
    pub staff: Option<String>,
    /// The day of birth, where it is known to the day.
    pub birth: Option<String>,
    /// 会员证号.
    pub card: Option<String>,
}

impl Known {
    /// Takes in one person.
    pub fn add(&mut self, person: KnownPerson) {
        let folded = sound::folded(&person.key);
        let sounds = sound::sounds(&folded);
        if let Some(birth) = &person.birth {
            for name in sounds.iter().chain([&folded]) {
                let documented = self.born.entry((name.clone(), birth.clone())).or_insert(true);
                *documented &= person.number.is_some();
            }
        }
        if let Some(phone) = &person.phone {
            self.heard.extend(sounds.into_iter().chain([folded]).map(|name| (name, phone.clone())));
        }
        if let Some(number) = person.number {
            self.numbers.insert(number, (person.key.clone(), person.name));
        }
        let reached_by = [person.phone, person.staff].into_iter().flatten();
        self.reached.extend(reached_by.map(|by| (person.key.clone(), by)));
        self.cards.extend(person.card);
    }

    fn reaches(&self, row: &RosterRow) -> bool {
        let by = row.person.phones.iter().chain(&row.person.staff_no);
        by.into_iter().any(|by| self.reached.contains(&(row.person.name_key.clone(), by.clone())))
    }

    /// Why a row may be someone whom the ledger holds.
    fn may_be(&self, row: &RosterRow) -> Option<&'static str> {
        if self.reaches(row) {
            return Some("账本里有姓名和电话（或工号）都相同的人，多半是同一个人；是另一个人才导入。");
        }
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

/// Compares the rows with the ledger and brings their states up to date.
pub(super) fn check(rows: &mut [RosterRow], columns: &[&[ColumnFound]], options: &Options, known: &Known) {
    for row in rows.iter_mut().filter(|row| alive(row)) {
        let held = row.person.id_number.as_ref().and_then(|number| known.numbers.get(number));
        let remark = match held {
            Some((key, _)) if *key == row.person.name_key => {
                row.status = RowStatus::Skipped;
                Remark {
                    field: Field::IdNumber,
                    severity: Severity::Note,
                    kind: K::PersonKnown,
                    text: "账本里已有这个人（姓名和证件号码都相同），不重复导入；资料有变化的，请在会员页打开这个人修改。",
                    proposal: None,
                }
            }
            Some((_, name)) => {
                let text =
                    format!("账本里这个证件号码登记的是{name}，姓名不同，必有一处写错；请对照证件核对。");
                let kind = K::NumberKnown;
                let remark = Remark {
                    field: Field::IdNumber,
                    severity: Severity::Stop,
                    kind,
                    text: &text,
                    proposal: None,
                };
                push(row, columns, remark);
                continue;
            }
            None => match known.may_be(row) {
                Some(text) => Remark {
                    field: Field::Name,
                    severity: decided(options, K::PersonMaybeKnown, false, row),
                    kind: K::PersonMaybeKnown,
                    text,
                    proposal: Some("按另一个人导入".to_owned()),
                },
                None => continue,
            },
        };
        push(row, columns, remark);
    }
}
