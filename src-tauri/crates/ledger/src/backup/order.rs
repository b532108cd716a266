//! Which of several copies holds the newer state: a pure decision over their names and newest steps. A name tells what
//! the clock told when the copy was made, and a clock can be wrong; the chain inside cannot. Reading copies is `listed`'s.

use crate::Head;
use chrono::NaiveDateTime;
use std::cmp::Reverse;

/// What is known of one copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Made {
    /// the moment that its name tells, and which of that second it is
    pub at: NaiveDateTime,
    pub n: u32,
    /// made before the ledger was changed as a whole: of two copies of one second the other is of what came after
    pub before: bool,
    /// its newest step; `None` when no key opens it
    pub head: Option<Head>,
}

/// The places in `copies`, the newest state first. A copy in which another one's newest step stands, and more, was made
/// after it, whatever their names tell. Where the chain tells nothing (a copy that does not open, a state that a restore
/// has left) the day decides, and one that has not come yet comes last. `holds`: whether a copy has that step.
pub(super) fn newest_first(
    copies: &[Made],
    now: NaiveDateTime,
    holds: impl Fn(usize, &Head) -> bool,
) -> Vec<usize> {
    let mut left: Vec<usize> = (0..copies.len()).collect();
    left.sort_by_key(|i| Reverse((copies[*i].at <= now, copies[*i].at, copies[*i].n, !copies[*i].before)));
    let steps: Vec<i64> = left.iter().filter_map(|i| copies[*i].head.as_ref()).map(|head| head.seq).collect();
    if steps.windows(2).all(|two| two[0] >= two[1]) {
        // No day is at odds with the chain, so none of them needs to be asked.
        return left;
    }
    let follows = |later: usize, earlier: usize| match (&copies[later].head, &copies[earlier].head) {
        (Some(late), Some(early)) => late.seq > early.seq && holds(later, early),
        _ => false,
    };
    let followers: Vec<Vec<usize>> = (0..copies.len())
        .map(|earlier| (0..copies.len()).filter(|later| follows(*later, earlier)).collect())
        .collect();
    let mut order = Vec::with_capacity(copies.len());
    while let Some(at) = left.iter().position(|i| followers[*i].iter().all(|later| order.contains(later))) {
        order.push(left.remove(at));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(at: &str, head: Option<(i64, &str)>) -> Made {
        let at = NaiveDateTime::parse_from_str(at, "%Y-%m-%d %H:%M").unwrap();
        Made { at, n: 1, before: false, head: head.map(|(seq, hash)| Head { seq, hash: hash.to_owned() }) }
    }

    /// The days in order. In these tests the hash of a step tells its branch, which holds what the trunk `t` has up to 50.
    fn days(copies: &[Made], now: &str) -> String {
        let now = made(now, None).at;
        let holds = |copy: usize, head: &Head| {
            let own = copies[copy].head.as_ref().unwrap();
            head.seq <= own.seq && (own.hash == head.hash || head.hash == "t" && head.seq <= 50)
        };
        let order = newest_first(copies, now, holds);
        order.into_iter().map(|i| copies[i].at.format("%y-%m-%d").to_string()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_day_of_a_clock_that_was_wrong_gives_way_to_the_chain() {
        let ahead = made("2036-09-17 09:00", Some((10, "t")));
        let rest = [
            made("2026-09-16 09:00", Some((5, "t"))),
            made("2026-09-23 09:00", Some((20, "t"))),
            made("2026-09-24 09:00", Some((30, "t"))),
        ];
        let mut all = rest.to_vec();
        all.push(ahead);
        assert_eq!(days(&all, "2026-09-25 09:00"), "26-09-24 26-09-23 36-09-17 26-09-16");
        // The only one that has the newest steps is the newest, whatever its name tells.
        all[3] = made("2036-09-17 09:00", Some((40, "t")));
        assert_eq!(days(&all, "2026-09-25 09:00"), "36-09-17 26-09-24 26-09-23 26-09-16");
        // A clock behind, too, also while it is.
        all[3] = made("2010-01-01 09:00", Some((40, "t")));
        for now in ["2026-09-25 09:00", "2010-01-01 10:00"] {
            assert_eq!(days(&all, now), "10-01-01 26-09-24 26-09-23 26-09-16", "{now}");
        }
    }

    #[test]
    fn what_a_restore_has_left_is_no_newer_for_its_many_steps() {
        let all = [
            made("2026-09-20 09:00", Some((50, "t"))),
            made("2026-09-23 09:00", Some((200, "left"))),
            made("2026-09-24 09:00", Some((52, "goes on"))),
        ];
        assert_eq!(days(&all, "2026-09-25 09:00"), "26-09-24 26-09-23 26-09-20");
    }

    #[test]
    fn the_state_that_a_restore_gave_up_comes_after_the_one_that_it_made() {
        let given_up = Made { before: true, ..made("2026-09-24 09:00", Some((200, "left"))) };
        let restored = made("2026-09-24 09:00", Some((51, "goes on")));
        let trunk = made("2026-09-20 09:00", Some((50, "t")));
        let now = made("2026-09-24 09:00", None).at;
        for all in [[given_up.clone(), restored.clone(), trunk.clone()], [restored, trunk, given_up]] {
            let holds = |copy: usize, head: &Head| {
                let own = all[copy].head.as_ref().unwrap();
                head.seq <= own.seq && (own.hash == head.hash || head.hash == "t" && head.seq <= 50)
            };
            let order = newest_first(&all, now, holds);
            let steps: Vec<i64> = order.into_iter().map(|i| all[i].head.as_ref().unwrap().seq).collect();
            assert_eq!(steps, [51, 200, 50], "of the same second, in whatever order the folder tells them");
        }
    }

    #[test]
    fn a_copy_that_does_not_open_stands_by_its_day_and_a_day_to_come_last() {
        let all = [
            made("2026-09-20 09:00", Some((50, "t"))),
            made("2026-09-23 09:00", None),
            made("2026-09-24 09:00", Some((52, "t"))),
            made("2036-09-24 09:00", None),
        ];
        assert_eq!(days(&all, "2026-09-25 09:00"), "26-09-24 26-09-23 26-09-20 36-09-24");
        assert_eq!(days(&[], "2026-09-25 09:00"), "");
    }
}
