//! What is compared of one record when records may be one person's. Pure: what is read of people comes from `store`.

use super::sound;
use crate::members::model::{PersonId, Sex};

/// What is compared of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Whose.
    pub id: PersonId,
    /// The key that names are matched by.
    pub name: String,
    /// The same with variants of characters folded.
    pub folded: String,
    /// How the name may sound.
    pub sounds: Vec<String>,
    /// 性别.
    pub sex: Sex,
    /// The document's number, of fifteen digits made eighteen.
    pub number: Option<String>,
    /// Every phone.
    pub phones: Vec<String>,
    /// 工号.
    pub staff: Option<String>,
    /// 会员证号 of a card given elsewhere.
    pub card: Option<String>,
    /// The day of birth, where it is known to the day.
    pub birth: Option<String>,
    /// 车间.
    pub shop: Option<String>,
}

impl Facts {
    /// Fills in what follows from the name.
    pub fn named(mut self) -> Self {
        self.folded = sound::folded(&self.name);
        self.sounds = sound::sounds(&self.folded);
        self
    }
}
