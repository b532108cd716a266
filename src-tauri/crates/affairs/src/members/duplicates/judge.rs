//! What two records have in common, and how much it says. A name alone says nothing: many are called 王伟. Two documents that
//! differ are two people unless a phone, a staff number or a card says otherwise, and then it is told. Pure.

use super::facts::{Facts, same_number};
use super::model::{DuplicateGround as Ground, DuplicateStrength as Strength};
use crate::members::model::Sex;
use crate::union::model::Shown;

/// What two records say together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// What they have in common.
    pub grounds: Vec<Ground>,
    /// How much it says.
    pub strength: Strength,
    /// What speaks against it.
    pub against: Option<String>,
}

/// How two names are to each other.
fn names(one: &Facts, other: &Facts) -> Option<Ground> {
    if one.name == other.name {
        Some(Ground::Name)
    } else if one.folded == other.folded {
        Some(Ground::Variant)
    } else {
        one.sounds.iter().any(|sound| other.sounds.contains(sound)).then_some(Ground::Sound)
    }
}

/// Whether both have something and it is the same, or is not.
fn both<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> Option<bool> {
    one.zip(other).map(|(one, other)| one == other)
}

/// Whether both have a document, and it is the same as far as it is seen.
fn numbers(one: &Facts, other: &Facts) -> Option<bool> {
    let (one, other) = one.number.as_deref().zip(other.number.as_deref())?;
    same_number(one, other)
}

/// Judges two records as they are seen; `None` when they are no pair. `identity`: how far they are. What a mask hides may differ, so
/// that masks which are the same say something of people of one name alone, and nothing for certain.
pub fn pair(one: &Facts, other: &Facts, identity: Shown) -> Option<Judged> {
    let (documents, masked) = (identity != Shown::Never, identity == Shown::Masked);
    let name = names(one, other);
    let number = numbers(one, other);
    let card = both(one.card.as_ref(), other.card.as_ref()) == Some(true);
    let staff = both(one.staff.as_ref(), other.staff.as_ref()) == Some(true);
    let birth = both(one.birth.as_ref(), other.birth.as_ref());
    let phone = one.phones.iter().any(|phone| other.phones.contains(phone));
    let shop = both(one.shop.as_ref(), other.shop.as_ref()) == Some(true);
    let apart = number == Some(false);
    let same_name = matches!(name, Some(Ground::Name | Ground::Variant));
    let undocumented = documents && (one.number.is_none() || other.number.is_none());

    let reached = phone || staff;
    let born = birth == Some(true);
    let strength = match name {
        _ if number == Some(true) && !masked => {
            if same_name {
                Strength::Certain
            } else {
                Strength::Likely
            }
        }
        Some(Ground::Name | Ground::Variant) if number == Some(true) => Strength::Likely,
        Some(Ground::Sound) if number == Some(true) => Strength::Possible,
        Some(Ground::Name | Ground::Variant) if apart && (reached || card) => Strength::Possible,
        Some(Ground::Name | Ground::Variant) if apart => return None,
        Some(Ground::Name | Ground::Variant) if reached && birth == Some(false) => Strength::Possible,
        Some(Ground::Name | Ground::Variant) if reached || born || card => Strength::Likely,
        Some(Ground::Name | Ground::Variant) if shop && undocumented && birth != Some(false) => {
            Strength::Possible
        }
        Some(Ground::Sound) if apart || birth == Some(false) => return card_alone(card, one, other),
        Some(Ground::Sound) if born && reached => Strength::Likely,
        Some(Ground::Sound) if born || reached || card => Strength::Possible,
        _ => return card_alone(card, one, other),
    };
    let grounds = [
        (Ground::Number, number == Some(true)),
        (Ground::Card, card),
        (Ground::Name, name == Some(Ground::Name)),
        (Ground::Variant, name == Some(Ground::Variant)),
        (Ground::Sound, name == Some(Ground::Sound)),
        (Ground::Phone, phone),
        (Ground::StaffNumber, staff),
        (Ground::Birth, born),
        (Ground::Shop, shop && undocumented && !reached && !born && number.is_none()),
    ];
    let grounds: Vec<Ground> =
        grounds.into_iter().filter(|(_, holds)| *holds).map(|(ground, _)| ground).collect();
    let against = if number == Some(true) && !same_name && !masked {
        Some("证件号码相同、姓名不同，必有一处写错，请对照证件核对。")
    } else if apart {
        Some("两个人的证件号码不同；电话或工号相同，也可能是家里人，或者登记错了，请对照证件核对。")
    } else if birth == Some(false) {
        Some("两个人的出生日期不同，请核对。")
    } else if one.sex != other.sex && one.sex != Sex::Unspecified && other.sex != Sex::Unspecified {
        Some("两个人的性别不同，请核对。")
    } else if masked && (number == Some(true) || phone) {
        Some("号码只对照了看得见的几位，请显示完整号码再核对。")
    } else {
        None
    };
    Some(Judged { grounds, strength, against: against.map(str::to_owned) })
}

/// A card of one number is given to one member: when two have it, at least one of them is wrong.
fn card_alone(card: bool, one: &Facts, other: &Facts) -> Option<Judged> {
    card.then(|| Judged {
        grounds: vec![Ground::Card],
        strength: Strength::Possible,
        against: Some(if one.number.is_some() && other.number.is_some() {
            "会员证号重复：一个证号只发给一个人；姓名、证件号码不同的，请对照会员证改正其中一个。".to_owned()
        } else {
            "会员证号重复：一个证号只发给一个人，请对照会员证核对。".to_owned()
        }),
    })
}

/// Why two that are no pair are none.
#[must_use]
pub fn why_not(one: &Facts, other: &Facts, identity: Shown) -> &'static str {
    let documents = identity != Shown::Never;
    let same_name = matches!(names(one, other), Some(Ground::Name | Ground::Variant));
    match (same_name, numbers(one, other)) {
        (true, Some(false)) => "姓名相同，证件号码不同：是同名的两个人，不算重复。",
        (true, _) if identity == Shown::Masked => {
            "只有姓名相同：证件号码和电话只对照了看得见的几位，出生日期没有比对，不算重复；显示完整号码再查更准。"
        }
        (true, _) if documents && both(one.birth.as_ref(), other.birth.as_ref()).is_none() => {
            "只有姓名相同：证件号码、电话、工号都对不上，出生日期没有比对，不算重复。"
        }
        (true, _) if documents => "只有姓名相同：证件号码、电话、工号、出生日期都对不上，不算重复。",
        (true, _) => "只有姓名相同，不算重复。",
        (false, _) => "姓名不同，也没有别的相同，不算重复。",
    }
}
