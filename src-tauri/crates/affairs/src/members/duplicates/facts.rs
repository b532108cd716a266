//! What is compared of one record when records may be one person's, as far as whoever asks may see it. Pure: what is read of people
//! comes from `store`.

use super::sound;
use crate::masks::mask_phone;
use crate::members::model::{PersonId, Sex};
use crate::union::model::Shown;

/// As many digits of a number as its mask must show to say something when they are the same: the region and the last four.
const TELLING: usize = 10;
/// The mask of a mobile shows enough, that of any other telephone its last two digits.
const MOBILE: usize = 11;

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
    /// The document's number, of fifteen digits made eighteen; its mask where no more is seen.
    pub number: Option<String>,
    /// The mask of the number as it is written.
    pub mask: Option<String>,
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

    /// What may be judged by whoever asks: who may not read identity learns nothing from documents, phones and days of birth, which
    /// could be found out by entering somebody of the same name; who has not uncovered it, no more than the masks show.
    pub fn seen(self, identity: Shown) -> Self {
        let facts = self.named();
        match identity {
            Shown::Never => Facts { number: None, mask: None, phones: Vec::new(), birth: None, ..facts },
            Shown::Masked => {
                let mobiles = facts.phones.iter().filter(|phone| phone.len() == MOBILE);
                let phones = mobiles.map(|phone| mask_phone(phone)).collect();
                Facts { number: facts.mask, mask: None, phones, birth: None, ..facts }
            }
            Shown::Full => facts,
        }
    }
}

/// Whether two numbers are the same as far as they are seen; `None` where the masks show too little to say.
pub fn same_number(one: &str, other: &str) -> Option<bool> {
    if one == other {
        let shown = one.chars().filter(|sign| *sign != '*').count();
        return (shown >= TELLING || !one.contains('*')).then_some(true);
    }
    Some(one.len() != other.len() && place(one).is_some() && place(one) == place(other))
}

/// What the masks of an old number of fifteen digits and of the new one of eighteen both show: the region, and the order within a day.
pub fn place(mask: &str) -> Option<(&str, &str)> {
    let order = match mask.len() {
        15 => 12..15,
        18 => 14..17,
        _ => return None,
    };
    if !mask.contains('*') {
        return None;
    }
    Some((mask.get(..6)?, mask.get(order)?))
}
