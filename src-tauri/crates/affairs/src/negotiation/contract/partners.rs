//! Which words of the earlier version answer each clause of the later one: by the clause's id, its words or the library's clause it was
//! made from; then by what both are about; then by likeness. Clauses that are not known for sure are taken apart at their numbered
//! items, and what was joined or parted since keeps its partner. How the two are shown stands in `compare`.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::library::Words;
use super::model::KeptClause;
use super::pieces::pieces;
use super::topics::topics;
use crate::negotiation::amounts::{AmountKind, amounts};
use crate::negotiation::wording;

/// Pieces that have less than this in common, in thousandths, are not the same.
const ALIKE: usize = 450;
/// Pieces that have this much in common are the same, whatever else speaks of their subject.
const NEARLY: usize = 800;

/// A clause, or a numbered item of one.
pub(super) struct Piece<'a> {
    /// The clause it stands in, from 0.
    pub clause: usize,
    /// Its words without the item's number.
    pub text: String,
    /// The same without the white space that says nothing.
    closed: String,
    /// What it is about.
    topics: BTreeSet<&'a str>,
    /// Which kinds of amounts it names.
    kinds: BTreeSet<AmountKind>,
}

/// Both versions in pieces, and the earlier pieces that answer each later one.
pub(super) struct Sides<'a> {
    pub before: Vec<Piece<'a>>,
    pub after: Vec<Piece<'a>>,
    /// For each later piece the earlier ones it answers, in order.
    pub partners: Vec<Vec<usize>>,
}

/// The clause of the earlier version that is surely the same, for each of the later one.
fn sure(before: &[KeptClause], after: &[KeptClause]) -> Vec<Option<usize>> {
    let closed = |all: &[KeptClause]| all.iter().map(|one| wording::closed(&one.text)).collect::<Vec<_>>();
    let (old_words, new_words) = (closed(before), closed(after));
    let mut taken = vec![false; before.len()];
    let mut partners = vec![None; after.len()];
    let sure: [&dyn Fn(usize, usize) -> bool; 3] = [
        &|old: usize, new: usize| before[old].clause.is_some() && before[old].clause == after[new].clause,
        &|old: usize, new: usize| old_words[old] == new_words[new],
        &|old: usize, new: usize| before[old].library.is_some() && before[old].library == after[new].library,
    ];
    for same in sure {
        for (at, partner) in partners.iter_mut().enumerate().filter(|(_, partner)| partner.is_none()) {
            let found = (0..before.len()).find(|old| !taken[*old] && same(*old, at));
            if let Some(old) = found {
                taken[old] = true;
                *partner = Some(old);
            }
        }
    }
    partners
}

/// The clauses in pieces; those that are known for sure stay whole.
fn taken_apart<'a>(
    words: &'a Words,
    clauses: &[KeptClause],
    whole: impl Fn(usize) -> bool,
) -> Vec<Piece<'a>> {
    let mut all = Vec::new();
    for (clause, kept) in clauses.iter().enumerate() {
        let texts = if whole(clause) { vec![kept.text.clone()] } else { pieces(&kept.text) };
        all.extend(texts.into_iter().map(|text| {
            let closed = wording::closed(&text);
            let kinds = amounts(&closed).into_iter().map(|one| one.kind).collect();
            Piece { clause, topics: topics(words, &closed), kinds, text, closed }
        }));
    }
    all
}

/// Two pieces that speak of different things are never partners, however alike their words are.
fn strangers(old: &Piece<'_>, new: &Piece<'_>) -> bool {
    !old.topics.is_empty() && !new.topics.is_empty() && old.topics.is_disjoint(&new.topics)
}

impl<'a> Sides<'a> {
    fn is_taken(&self, old: usize) -> bool {
        self.partners.iter().any(|of| of.contains(&old))
    }

    /// Pairs what is left, the highest ranks first, so that a piece does not lose its partner to one that fits less.
    fn pair<R: Ord>(&mut self, rank: impl Fn(&Piece<'_>, &Piece<'_>) -> Option<R>) {
        let mut ranked = Vec::new();
        for (at, new) in self.after.iter().enumerate().filter(|(at, _)| self.partners[*at].is_empty()) {
            for (old, piece) in self.before.iter().enumerate().filter(|(old, _)| !self.is_taken(*old)) {
                ranked.extend(rank(piece, new).map(|rank| (Reverse(rank), old, at)));
            }
        }
        ranked.sort();
        for (_, old, at) in ranked {
            if self.partners[at].is_empty() && !self.is_taken(old) {
                self.partners[at].push(old);
            }
        }
    }

    /// What two pieces are both about and nothing else that answers the later one is.
    fn opens(&self, old: usize, at: usize) -> bool {
        let covered =
            |topic: &&str| self.partners[at].iter().any(|other| self.before[*other].topics.contains(topic));
        self.before[old].topics.intersection(&self.after[at].topics).any(|topic| !covered(topic))
    }

    /// Items that were joined into one clause since.
    fn join(&mut self) {
        let left =
            (0..self.before.len()).filter(|old| !self.is_taken(*old) && !self.before[*old].kinds.is_empty());
        for old in left.collect::<Vec<_>>() {
            let joined =
                (0..self.after.len()).find(|at| !self.partners[*at].is_empty() && self.opens(old, *at));
            if let Some(at) = joined {
                self.partners[at].push(old);
                self.partners[at].sort_unstable();
            }
        }
    }

    /// Items of a clause that was parted since: they answer the words of it that are about the same.
    fn part(&mut self) {
        let left = (0..self.after.len())
            .filter(|at| self.partners[*at].is_empty() && !self.after[*at].kinds.is_empty());
        for at in left.collect::<Vec<_>>() {
            let of = (0..self.before.len()).find(|old| {
                // What the partner that it has already is about is answered.
                let answered = |topic: &&str| {
                    let others = (0..self.after.len()).filter(|other| self.partners[*other].contains(old));
                    others.into_iter().any(|other| self.after[other].topics.contains(topic))
                };
                self.before[*old].topics.intersection(&self.after[at].topics).any(|topic| !answered(topic))
            });
            self.partners[at].extend(of);
        }
    }

    /// The words of the earlier version that a later piece answers. Of a clause that several pieces answer, only those that are
    /// about the same.
    pub(super) fn answered(&self, words: &Words, at: usize) -> Option<String> {
        let texts = self.partners[at].iter().map(|old| {
            let shared = self.partners.iter().filter(|of| of.contains(old)).count() > 1;
            let text = &self.before[*old].text;
            if shared { about(words, text, &self.after[at].topics) } else { text.clone() }
        });
        let texts: Vec<String> = texts.collect();
        (!texts.is_empty()).then(|| texts.concat())
    }
}

/// The parts of a text between its commas that are about one of these; the whole where none is.
fn about(words: &Words, text: &str, wanted: &BTreeSet<&str>) -> String {
    let parts = text.split_inclusive(['，', '；', '。']);
    let own: String =
        parts.filter(|part| topics(words, part).iter().any(|topic| wanted.contains(topic))).collect();
    if own.is_empty() { text.to_owned() } else { own }
}

/// Both versions in pieces with their partners.
pub(super) fn partners<'a>(words: &'a Words, before: &[KeptClause], after: &[KeptClause]) -> Sides<'a> {
    let sure = sure(before, after);
    let old = taken_apart(words, before, |clause| sure.contains(&Some(clause)));
    let new = taken_apart(words, after, |clause| sure[clause].is_some());
    let partners = new
        .iter()
        .map(|piece| old.iter().position(|one| sure[piece.clause] == Some(one.clause)).into_iter().collect())
        .collect();
    let mut sides = Sides { before: old, after: new, partners };
    let alike = |least: usize| {
        move |old: &Piece<'_>, new: &Piece<'_>| {
            let likeness = wording::likeness(&old.closed, &new.closed);
            (likeness >= least && !strangers(old, new)).then_some(likeness)
        }
    };
    sides.pair(alike(NEARLY));
    sides.pair(|old, new| {
        let shared = old.topics.intersection(&new.topics).count();
        let kinds = old.kinds.intersection(&new.kinds).count();
        (shared > 0).then(|| (shared, kinds, wording::likeness(&old.closed, &new.closed)))
    });
    sides.pair(alike(ALIKE));
    sides.join();
    sides.part();
    sides
}
