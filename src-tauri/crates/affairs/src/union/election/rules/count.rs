//! Counting: who is elected in each round, whose votes are equal, how many seats stay empty. The line is the law's of the day of
//! the ballot and is counted from those who should be there, not from those who came.

use chrono::NaiveDate;

use super::ElectionLaw;
use crate::members::model::PersonId;
use crate::union::election::model::{ElectionCandidate, ElectionTally};

/// The votes for one person.
#[derive(Debug, Clone)]
pub struct Cast {
    /// The person on the roster.
    pub person: Option<PersonId>,
    /// The name.
    pub name: String,
    /// Whether nobody had put them up.
    pub write_in: bool,
    /// 赞成, 不赞成, 弃权.
    pub votes: [u32; 3],
}

/// One round for one post.
#[derive(Debug, Clone)]
pub struct Round {
    /// When.
    pub held_on: NaiveDate,
    /// 应到.
    pub due: u32,
    /// What each got.
    pub casts: Vec<Cast>,
}

/// What a round brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Brought {
    /// Seats that it was to fill.
    pub seats: u32,
    /// Votes needed; in a round between equals the most votes decide.
    pub needed: u32,
    /// Whether it was held between people whose votes had been equal.
    pub runoff: bool,
    /// What each got, those with most votes first.
    pub tallies: Vec<ElectionTally>,
}

/// What all rounds of a post brought.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outcome {
    /// Round by round.
    pub rounds: Vec<Brought>,
    /// Elected, round by round, those with most votes first.
    pub elected: Vec<ElectionTally>,
    /// Seats still empty.
    pub short: u32,
    /// Those whose votes are equal after the last round.
    pub tied: Vec<ElectionTally>,
}

impl Outcome {
    /// Whether all seats are filled.
    pub fn is_full(&self) -> bool {
        self.short == 0 && !self.elected.is_empty()
    }
}

/// Votes needed to be elected where so many should be there.
pub fn needed(law: ElectionLaw<'_>, due: u32, on: NaiveDate) -> u32 {
    law.line("union.election.majority", on).and_then(|(_, line)| line.boundary(due)).unwrap_or(1).max(1)
}

/// Counts all rounds of a post.
pub fn count(law: ElectionLaw<'_>, seats: u32, rounds: &[Round]) -> Outcome {
    let mut outcome = Outcome { short: seats, ..Outcome::default() };
    for round in rounds {
        let open = outcome.short;
        let runoff = !outcome.tied.is_empty();
        let needed = needed(law, round.due, round.held_on);
        let mut tallies: Vec<ElectionTally> = round.casts.iter().map(tally).collect();
        tallies.sort_by_key(|one| std::cmp::Reverse(one.votes_for));
        let line = if runoff { 1 } else { needed };
        let reached = tallies.iter().filter(|one| one.votes_for >= line).count();
        let places = usize::try_from(open).unwrap_or(usize::MAX);
        // Where more reach the line than there are seats, equal votes at the last seat decide nothing.
        let edge = (reached > places)
            .then(|| places.checked_sub(1).and_then(|last| tallies.get(last)))
            .flatten()
            .map(|last| last.votes_for);
        let tie = edge.filter(|edge| tallies.get(places).is_some_and(|next| next.votes_for == *edge));
        for one in tallies.iter_mut().take(reached.min(places)) {
            one.elected = tie.is_none_or(|edge| one.votes_for > edge);
        }
        for one in tallies.iter_mut().take(reached) {
            one.tied = tie == Some(one.votes_for);
        }
        let elected: Vec<ElectionTally> = tallies.iter().filter(|one| one.elected).cloned().collect();
        outcome.short = open.saturating_sub(u32::try_from(elected.len()).unwrap_or(u32::MAX));
        outcome.elected.extend(elected);
        outcome.tied = tallies.iter().filter(|one| one.tied).cloned().collect();
        outcome.rounds.push(Brought { seats: open, needed, runoff, tallies });
    }
    outcome
}

/// What a list brought on which nobody votes: those who are named fill the seats.
pub fn named(slate: &[ElectionCandidate], seats: u32) -> Outcome {
    let one = |one: &ElectionCandidate| ElectionTally {
        person: one.person,
        name: one.name.clone(),
        write_in: false,
        votes_for: 0,
        votes_against: 0,
        abstained: 0,
        elected: true,
        tied: false,
    };
    let places = usize::try_from(seats).unwrap_or(usize::MAX);
    let elected: Vec<ElectionTally> = slate.iter().take(places).map(one).collect();
    let short = seats.saturating_sub(u32::try_from(elected.len()).unwrap_or(u32::MAX));
    Outcome { elected, short, ..Outcome::default() }
}

fn tally(cast: &Cast) -> ElectionTally {
    let [votes_for, votes_against, abstained] = cast.votes;
    ElectionTally {
        person: cast.person,
        name: cast.name.clone(),
        write_in: cast.write_in,
        votes_for,
        votes_against,
        abstained,
        elected: false,
        tied: false,
    }
}

/// Whether two rows are the same person: by the roster where both are on it, else by name.
pub fn same(one: (Option<PersonId>, &str), other: (Option<PersonId>, &str)) -> bool {
    match (one.0, other.0) {
        (Some(one), Some(other)) => one == other,
        _ => one.1.trim() == other.1.trim(),
    }
}
