//! Duplicates (重复人员): records that may be one person's are found, laid side by side, and merged with everything that hangs
//! on them, or kept as the two people they are.

mod alike;
mod course;
mod facts;
mod fields;
mod judge;
mod merge;
pub mod model;
mod plan;
pub mod references;
pub(crate) mod sound;
pub(crate) mod stayed;
pub(crate) mod store;

pub use merge::merge;
pub use stayed::lead;
pub use store::merges;

use std::collections::HashMap;

use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::members::model::PersonId;
use crate::typed::short;
use crate::union::model::{Shown, Sight};
use facts::Facts;
use model::{
    ApartInput, DuplicatePair, DuplicatesFound, FindDuplicates, MergeView, PersonApart, PersonApartId,
    PersonPair,
};

/// The most pairs that are told at once.
const AT_MOST: usize = 500;

/// Finds the pairs. `progress(done, total)` answers whether to go on.
///
/// Errors: `cancelled`.
pub fn find(
    connection: &Connection,
    asked: &FindDuplicates,
    identity: Shown,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<DuplicatesFound, Problem> {
    let cancelled = || Problem::new("cancelled", "已停止查重，账本里什么都没有改动。");
    if !progress(0, 1) {
        return Err(cancelled());
    }
    let all = store::facts(connection, None)?;
    let (settled, apart) = settled(connection, &all)?;
    let people: Vec<Facts> = all.into_iter().map(|facts| facts.seen(identity)).collect();
    let documents = identity != Shown::Never;
    let mut found = alike::find(&people, identity, progress).ok_or_else(cancelled)?;
    let ids = |one: usize, other: usize| (people[one].id, people[other].id);
    found.pairs.retain(|(one, other, _)| {
        let (one, other) = ids(*one, *other);
        !settled.contains(&(one.min(other), one.max(other)))
            && asked.person.is_none_or(|person| person == one || person == other)
    });
    found.pairs.sort_by_key(|(one, other, judged)| (judged.strength, *one, *other));
    let total = u32::try_from(found.pairs.len()).unwrap_or(u32::MAX);
    let mut pairs = Vec::new();
    for (one, other, judged) in found.pairs.into_iter().take(AT_MOST) {
        let (one, other) = ids(one, other);
        pairs.push(DuplicatePair {
            one: store::shown(connection, one, identity)?,
            other: store::shown(connection, other, identity)?,
            grounds: judged.grounds,
            strength: judged.strength,
            against: judged.against,
        });
    }
    Ok(DuplicatesFound {
        total,
        pairs,
        same_name: documents.then_some(found.same_name),
        crowded: found.crowded,
        apart,
    })
}

/// Pairs of people, the lower id first.
type PairSet = std::collections::HashSet<(PersonId, PersonId)>;

/// The pairs that are settled and have not changed since, by their ids in order; and all of them for people.
fn settled(connection: &Connection, all: &[Facts]) -> Result<(PairSet, Vec<PersonApart>), Problem> {
    let by_id: HashMap<PersonId, &Facts> = all.iter().map(|facts| (facts.id, facts)).collect();
    let mut settled = std::collections::HashSet::new();
    let mut lines = Vec::new();
    for mut apart in store::apart(connection)? {
        let now = by_id.get(&apart.pair.0).zip(by_id.get(&apart.pair.1));
        let same = now.is_some_and(|(one, other)| store::digest(apart.line.id, one, other) == apart.digest);
        if same {
            settled.insert(apart.pair);
        }
        apart.line.outdated = !same;
        lines.push(apart.line);
    }
    Ok((settled, lines))
}

fn one(connection: &Connection, id: PersonId) -> Result<Facts, Problem> {
    store::facts(connection, Some(id))?.pop().ok_or_else(|| stayed::missing(connection, id))
}

/// Two people side by side, as far as `sight` lets what hangs on them be known.
///
/// Errors: `bad_input` for one person twice; `not_found`.
pub fn compare(connection: &Connection, pair: &PersonPair, sight: Sight) -> Result<MergeView, Problem> {
    let identity = sight.identity;
    if pair.kept == pair.gone {
        return Err(Problem::input("gone", "这是同一份档案，请另选一个人。"));
    }
    let documents = identity != Shown::Never;
    let facts = [pair.kept, pair.gone].map(|id| one(connection, id).map(|facts| facts.seen(identity)));
    let [own, other] = facts;
    let (own, other) = (own?, other?);
    let judged = judge::pair(&own, &other, identity);
    let (kept, gone) = (fields::read(connection, pair.kept)?, fields::read(connection, pair.gone)?);
    let rows = fields::rows(&kept, &gone, identity);
    let alone = rows.iter().filter(|row| row.take).map(|row| row.field);
    let take: Vec<_> = alone.chain(pair.take.iter().flatten().copied()).collect();
    // What would meet tells of money and of cases; whoever cannot merge is told only why they cannot.
    let (moves, notes, refused) = if documents {
        let mut plan = plan::read(connection, (pair.kept, pair.gone), &take)?;
        if sight.health != Shown::Never {
            plan.notes.append(&mut plan.notes_of_health);
        }
        if sight.wages != Shown::Never {
            plan.refused.append(&mut plan.refused_of_wages);
        }
        (merge::moves(connection, pair.gone, sight)?, plan.notes, plan.refused)
    } else {
        (Vec::new(), Vec::new(), vec![blind().message])
    };
    Ok(MergeView {
        kept: store::shown(connection, pair.kept, identity)?,
        gone: store::shown(connection, pair.gone, identity)?,
        grounds: judged.as_ref().map(|judged| judged.grounds.clone()).unwrap_or_default(),
        strength: judged.as_ref().map(|judged| judged.strength),
        against: match judged {
            Some(judged) => judged.against,
            None => Some(judge::why_not(&own, &other, identity).to_owned()),
        },
        rows,
        moves,
        notes,
        refused,
    })
}

/// Why whoever may not read identity cannot merge: whatever the two records hold.
#[must_use]
pub fn blind() -> Problem {
    let message = "合并要对照两个人的证件号码和电话，您没有查看证件的权限，请有权查看的人办理。";
    Problem::new("no_right", message)
}

/// Whether lines of single wages are somebody's, also of tables that were replaced or removed. A merge says that they are
/// another's, and with it what the groups and the sums of those tables are of.
pub fn is_paid(connection: &Connection, id: PersonId) -> Result<bool, Problem> {
    let sql = "SELECT EXISTS (SELECT 1 FROM pay_line WHERE person_id = ?1)";
    Ok(connection.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
}

/// Why whoever may not read single wages cannot merge a record that has lines of them into another.
#[must_use]
pub fn blind_to_wages() -> Problem {
    let message = "要并进来的这份档案在工资数据里有工资行，合并会把工资行改到另一个人名下，请由有查看个人工资权限的人办理；另一份档案没有工资行的，也可以反过来，留下这一份。";
    Problem::new("no_right", message)
}

/// Keeps that two are two people, until one of them changes.
///
/// Errors: `bad_input` without a reason or for one person twice; `not_found`.
pub fn set_apart(tx: &Tx, input: &ApartInput) -> Result<PersonApartId, Problem> {
    short("reason", &input.reason, 200)?;
    if input.reason.trim().is_empty() {
        return Err(Problem::input("reason", "请写一句怎么知道是两个人，例如“父子，电话是家里的”。"));
    }
    if input.one == input.other {
        return Err(Problem::input("other", "这是同一份档案，请另选一个人。"));
    }
    let (a, b) = (one(tx, input.one)?, one(tx, input.other)?);
    let id = tx.new_id::<PersonApartId>();
    store::put_apart(tx, id, input, &store::digest(id, &a, &b))?;
    Ok(id)
}

/// Takes back that two are two people.
///
/// Errors: `not_found`.
pub fn lift_apart(tx: &Tx, id: PersonApartId) -> Result<(), Problem> {
    store::lift_apart(tx, id)
}
