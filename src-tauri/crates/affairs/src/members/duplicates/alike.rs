//! Which records can be one person's, among any number of them: each is put under what it can be found by, and only records
//! that stand under the same are compared, so that the work grows with the records and not with their square. Pure: what is
//! read of people comes from `store`, what two records say together is `judge`'s.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use super::facts::{self, Facts};
use super::judge::{self, Judged};
use crate::union::model::Shown;

/// Records alike in one thing that are still compared each with each; of more, each is compared with the next.
const CROWD: usize = 12;
/// Records between two looks at the progress and the cancel.
const LOOK: usize = 4096;

impl Facts {
    /// Everything it can be found by, hashed; what two of them truly have in common is judged afterwards.
    fn places(&self, identity: Shown) -> (Vec<u64>, Option<u64>) {
        let mut all = Vec::with_capacity(8);
        let number = self.number.as_deref();
        all.extend(number.filter(|_| identity == Shown::Full).map(|number| hash(("number", number))));
        all.extend(self.card.as_ref().map(|card| hash(("card", card))));
        let names = std::iter::once(&self.folded).chain(&self.sounds);
        for name in names {
            // What a mask shows is many people's.
            let masked = number.filter(|_| identity == Shown::Masked);
            all.extend(masked.map(|mask| hash(("number", name, facts::place(mask).unwrap_or((mask, ""))))));
            all.extend(self.phones.iter().map(|phone| hash(("phone", name, phone))));
            all.extend(self.staff.as_ref().map(|staff| hash(("staff", name, staff))));
            all.extend(self.birth.as_ref().map(|birth| hash(("birth", name, birth))));
        }
        let shop = self
            .shop
            .as_ref()
            .filter(|_| identity != Shown::Never)
            .map(|shop| hash(("shop", &self.folded, shop)));
        (all, shop)
    }
}

fn hash(of: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// What was found, by places in the list given.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Alike {
    /// The pairs, the earlier record first.
    pub pairs: Vec<(usize, usize, Judged)>,
    /// Names that several bear whose documents are all different.
    pub same_name: u32,
    /// Names in a shop that too many bear without a document.
    pub crowded: u32,
}

/// Finds the pairs. `identity`: how far the people are seen. `progress(done, total)` answers whether to go on; `None` when it was
/// not.
pub fn find(people: &[Facts], identity: Shown, progress: &mut dyn FnMut(u64, u64) -> bool) -> Option<Alike> {
    let total = people.len() as u64 * 2;
    let (mut under, mut shops, mut names) = (Vec::new(), Vec::new(), Vec::new());
    for (at, one) in people.iter().enumerate() {
        if at.is_multiple_of(LOOK) && !progress(at as u64, total) {
            return None;
        }
        let (places, shop) = one.places(identity);
        under.extend(places.into_iter().map(|place| (place, at)));
        shops.extend(shop.map(|place| (place, at)));
        names.push((hash(&one.folded), at));
    }
    let mut candidates: Vec<(usize, usize)> = Vec::new();
    for together in groups(&mut under) {
        meet(together, &mut candidates);
    }
    let mut found = Alike::default();
    for together in groups(&mut shops) {
        let without = together.iter().filter(|(_, at)| people[*at].number.is_none()).count();
        match (without, together.len()) {
            (0, _) => {}
            (_, many) if many > CROWD => found.crowded += 1,
            _ => meet(together, &mut candidates),
        }
    }
    candidates.sort_unstable();
    candidates.dedup();
    for (done, (one, other)) in candidates.into_iter().enumerate() {
        if done.is_multiple_of(LOOK) && !progress(people.len() as u64 + done as u64 / 8, total) {
            return None;
        }
        if let Some(judged) = judge::pair(&people[one], &people[other], identity) {
            found.pairs.push((one, other, judged));
        }
    }
    found.same_name = groups(&mut names).filter(|together| all_documented(people, together)).count() as u32;
    Some(found)
}

/// The records under each place that has several.
fn groups(under: &mut Vec<(u64, usize)>) -> impl Iterator<Item = &[(u64, usize)]> {
    under.sort_unstable();
    under.dedup();
    under.chunk_by(|one, next| one.0 == next.0).filter(|together| together.len() > 1)
}

fn meet(together: &[(u64, usize)], candidates: &mut Vec<(usize, usize)>) {
    if together.len() > CROWD {
        candidates.extend(together.windows(2).map(|pair| (pair[0].1, pair[1].1)));
        return;
    }
    for (at, (_, one)) in together.iter().enumerate() {
        candidates.extend(together[at + 1..].iter().map(|(_, other)| (*one, *other)));
    }
}

fn all_documented(people: &[Facts], together: &[(u64, usize)]) -> bool {
    let mut numbers: Vec<Option<&String>> =
        together.iter().map(|(_, at)| people[*at].number.as_ref()).collect();
    numbers.sort_unstable();
    numbers[0].is_some() && numbers.windows(2).all(|pair| pair[0] != pair[1])
}

#[cfg(test)]
#[path = "alike_tests.rs"]
mod tests;
