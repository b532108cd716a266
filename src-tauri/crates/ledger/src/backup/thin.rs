//! Which copies are kept and which go: a pure decision over their names. Writing and removing copies does not
//! belong here.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta};
use std::collections::BTreeSet;

/// Days, weeks and months of which the newest copy is kept.
const DAYS: usize = 7;
const WEEKS: usize = 5;
const MONTHS: usize = 12;
/// So long a copy made before a migration, a restore or a change of keys is kept whatever else there is: who
/// regrets such an act finds out within half a year, at the yearly report at the latest.
const REGRET: TimeDelta = TimeDelta::days(180);
/// So many days ahead the thinning is followed. What stays longer stays for good.
const AHEAD: u64 = 3 * 366;

/// Why a copy was made, as its name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CopyKind {
    /// of the day, or on request
    Plain,
    /// before the ledger was changed as a whole
    Before,
    /// a person gave it another name: it is theirs
    Named,
}

/// When and why a copy was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub at: NaiveDateTime,
    /// 2, 3, … for the next ones of the same second
    pub n: u32,
    pub kind: CopyKind,
}

impl Stamp {
    /// Reads `20261116-090000`, `20261116-090000-2`, `20261116-090000-v2.3`, `20261116-090000-before-restore`.
    pub fn read(name: &str) -> Option<Self> {
        let at = NaiveDateTime::parse_from_str(name.get(..15)?, "%Y%m%d-%H%M%S").ok()?;
        let rest = name.get(15..)?;
        let n = rest.rsplit_once('-').and_then(|(_, n)| n.parse().ok());
        let kind = if rest.is_empty() || n.is_some_and(|n: u32| rest == format!("-{n}")) {
            CopyKind::Plain
        } else if rest.starts_with("-v") || rest.starts_with("-before-") {
            CopyKind::Before
        } else {
            CopyKind::Named
        };
        Some(Self { at, n: n.unwrap_or(1), kind })
    }
}

/// The places in `copies` of those that go. The newest always stays, and of each of the last 7 days, 5 weeks
/// and 12 months that have copies the newest one. Days without a copy do not count, so that a ledger that
/// was left alone for a year keeps what it has.
pub(crate) fn thin(copies: &[Stamp], now: NaiveDateTime) -> Vec<usize> {
    let mut order: Vec<usize> = (0..copies.len()).collect();
    order.sort_by_key(|i| std::cmp::Reverse((copies[*i].at, copies[*i].n)));
    let (mut days, mut weeks, mut months) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut gone: Vec<usize> = order
        .into_iter()
        .filter(|i| {
            let copy = &copies[*i];
            // One that stays in any case takes no day from the others.
            let mine = copy.kind == CopyKind::Named
                || copy.kind == CopyKind::Before && now.signed_duration_since(copy.at) < REGRET;
            if mine {
                return false;
            }
            let (day, week) = (copy.at.date(), copy.at.iso_week());
            // Each is asked, so that a copy kept for its day also counts for its week and month.
            let kept = [
                days.len() < DAYS && days.insert(day),
                weeks.len() < WEEKS && weeks.insert((week.year(), week.week())),
                months.len() < MONTHS && months.insert((day.year(), day.month())),
            ];
            !kept.contains(&true)
        })
        .collect();
    gone.sort_unstable();
    gone
}

/// The first day on which none of `watched` (places in `copies`) is left when a copy a day is made from now on;
/// `None` when one of them never goes by itself.
pub(crate) fn until(copies: &[Stamp], watched: &[usize], now: NaiveDateTime) -> Option<NaiveDate> {
    let mut stand: Vec<(Stamp, bool)> =
        copies.iter().enumerate().map(|(i, copy)| (copy.clone(), watched.contains(&i))).collect();
    for day in 0..AHEAD {
        let then = now + Days::new(day);
        if !stand.iter().any(|(_, watched)| *watched) {
            return Some(then.date());
        }
        let next = now + Days::new(day + 1);
        stand.push((Stamp { at: next, n: 1, kind: CopyKind::Plain }, false));
        let stamps: Vec<Stamp> = stand.iter().map(|(stamp, _)| stamp.clone()).collect();
        for gone in thin(&stamps, next).into_iter().rev() {
            stand.remove(gone);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    fn stamps() -> impl Strategy<Value = Vec<Stamp>> {
        let kind =
            prop_oneof![8 => Just(CopyKind::Plain), 1 => Just(CopyKind::Before), 1 => Just(CopyKind::Named)];
        let one = (0i64..2_000_000, kind).prop_map(|(minutes, kind)| Stamp {
            at: at("2024-01-01 00:00") + TimeDelta::minutes(minutes),
            n: 1,
            kind,
        });
        proptest::collection::vec(one, 0..120)
    }

    #[test]
    fn a_copy_a_day_for_two_years_leaves_seven_days_five_weeks_twelve_months() {
        let copies: Vec<Stamp> = (0..730)
            .map(|day| Stamp {
                at: at("2024-11-17 09:00") + TimeDelta::days(day),
                n: 1,
                kind: CopyKind::Plain,
            })
            .collect();
        let gone = thin(&copies, at("2026-11-16 10:00"));
        let kept: Vec<String> = (0..730)
            .filter(|i| !gone.contains(i))
            .map(|i| copies[i].at.format("%m-%d").to_string())
            .collect();
        // The newest of the week, of last week and of November stand among the seven days.
        assert_eq!(
            kept.join(" "),
            "12-31 01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-25 10-31 11-01 11-08 \
             11-10 11-11 11-12 11-13 11-14 11-15 11-16"
        );
    }

    #[test]
    fn what_stands_in_todays_copies_is_gone_after_twelve_months_with_copies() {
        let plain = |day| Stamp { at: at(day), n: 1, kind: CopyKind::Plain };
        let copies = [plain("2026-09-30 09:00"), plain("2026-10-31 09:00"), plain("2026-11-16 09:00")];
        let end =
            |watched: &[usize]| until(&copies, watched, at("2026-11-16 10:00")).map(|day| day.to_string());
        assert_eq!(end(&[]).as_deref(), Some("2026-11-16"), "nothing holds it");
        assert_eq!(
            end(&[0]).as_deref(),
            Some("2027-09-01"),
            "the twelfth month after September pushes it out"
        );
        assert_eq!(end(&[0, 1]).as_deref(), Some("2027-10-01"));
        assert_eq!(end(&[2]).as_deref(), Some("2026-11-23"), "its week and its month have newer ones");
        let before = Stamp { at: at("2026-11-16 09:00"), n: 1, kind: CopyKind::Before };
        assert_eq!(
            until(&[before], &[0], at("2026-11-16 10:00")).map(|d| d.to_string()).as_deref(),
            Some("2027-05-15")
        );
        let named = Stamp { kind: CopyKind::Named, ..plain("2026-11-16 09:00") };
        assert_eq!(
            until(&[named], &[0], at("2026-11-16 10:00")),
            None,
            "a person's own never goes by itself"
        );
    }

    #[test]
    fn names_tell_when_and_why() {
        let kind = |name| Stamp::read(name).map(|stamp| stamp.kind);
        assert_eq!(kind("20261116-090000"), Some(CopyKind::Plain));
        assert_eq!(kind("20261116-090000-12"), Some(CopyKind::Plain));
        assert_eq!(kind("20261116-090000-v2.3"), Some(CopyKind::Before));
        assert_eq!(kind("20261116-090000-before-restore-2"), Some(CopyKind::Before));
        assert_eq!(kind("20261116-090000 报上级前"), Some(CopyKind::Named));
        for other in ["", "20261116", "2026年的账本账本账本", "20261399-090000", "20261116-090000.part"]
        {
            assert!(kind(other).is_none_or(|kind| kind == CopyKind::Named), "{other}");
        }
    }

    proptest! {
        #[test]
        fn the_newest_the_named_and_the_regretted_stay(copies in stamps(), late in 0i64..500) {
            let newest = copies.iter().map(|copy| copy.at).max();
            let now = newest.unwrap_or(at("2026-01-01 00:00")) + TimeDelta::days(late);
            let gone = thin(&copies, now);
            let kept: Vec<&Stamp> = (0..copies.len()).filter(|i| !gone.contains(i)).map(|i| &copies[i]).collect();
            prop_assert!(newest.is_none_or(|newest| kept.iter().any(|copy| copy.at == newest)));
            for i in &gone {
                prop_assert!(copies[*i].kind != CopyKind::Named);
                prop_assert!(copies[*i].kind == CopyKind::Plain || now - copies[*i].at >= REGRET);
            }
            let plain = kept.iter().filter(|copy| copy.kind == CopyKind::Plain).count();
            prop_assert!(plain <= DAYS + WEEKS + MONTHS);
        }

        #[test]
        fn every_month_of_the_last_twelve_keeps_one_and_thinning_again_takes_nothing(copies in stamps()) {
            let now = at("2028-01-01 00:00");
            let gone = thin(&copies, now);
            let kept: Vec<Stamp> = (0..copies.len()).filter(|i| !gone.contains(i)).map(|i| copies[i].clone()).collect();
            let month = |copy: &Stamp| (copy.at.year(), copy.at.month());
            let counted = |copy: &&Stamp| match copy.kind {
                CopyKind::Plain => true,
                CopyKind::Before => now - copy.at >= REGRET,
                CopyKind::Named => false,
            };
            let all: BTreeSet<_> = copies.iter().filter(counted).map(month).collect();
            for wanted in all.iter().rev().take(MONTHS) {
                prop_assert!(kept.iter().any(|copy| month(copy) == *wanted));
            }
            prop_assert_eq!(thin(&kept, now), Vec::<usize>::new());
        }
    }
}
