//! Which copies are kept and which go: a pure decision over their names. Writing and removing copies does not
//! belong here.

use chrono::{Datelike, Months, NaiveDate, NaiveDateTime, TimeDelta};
use std::collections::BTreeSet;

/// Days, weeks and months of which the newest copy is kept.
const DAYS: usize = 7;
const WEEKS: usize = 5;
const MONTHS: usize = 12;
/// So long a copy made before a migration, a restore or a change of keys is kept whatever else there is: who
/// regrets such an act finds out within half a year, at the yearly report at the latest.
const REGRET: TimeDelta = TimeDelta::days(180);
/// Half a year is over when copies of so many months say so. A clock that runs ahead for some days, or for weeks, stamps
/// copies of two months at most, and what it says of the time that has passed takes nothing away.
const WITNESSES: u32 = 3;
/// So many months ahead the thinning is followed. What stays longer stays for good.
const AHEAD: u32 = 36;

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
    /// its newest step, asked for where a copy is named after a day to come
    pub seq: Option<i64>,
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
        Some(Self { at, n: n.unwrap_or(1), kind, seq: None })
    }
}

/// The places in `copies` of those that go. The newest always stays, and of each of the last 7 days, 5 weeks
/// and 12 months that have copies the newest one. Days without a copy do not count, so that a ledger that
/// was left alone for a year keeps what it has.
///
/// Copies named after a day to come are thinned among themselves and take no day from the others, for nothing tells
/// whether the clock was ahead then or is behind now. One of them goes at the latest when copies of 12 months have
/// more steps than it.
pub(crate) fn thin(copies: &[Stamp], now: NaiveDateTime) -> Vec<usize> {
    thin_by(copies, now, WEEKS)
}

fn thin_by(copies: &[Stamp], now: NaiveDateTime, of_weeks: usize) -> Vec<usize> {
    let (come, ahead): (Vec<usize>, Vec<usize>) = (0..copies.len()).partition(|i| copies[*i].at <= now);
    let outlived = |copy: &Stamp| {
        let later =
            come.iter().map(|i| &copies[*i]).filter(|later| copy.seq.is_some() && later.seq > copy.seq);
        let months: BTreeSet<_> = later.map(|later| (later.at.year(), later.at.month())).collect();
        copy.kind != CopyKind::Named && months.len() >= MONTHS
    };
    let (over, ahead): (Vec<usize>, Vec<usize>) = ahead.into_iter().partition(|i| outlived(&copies[*i]));
    let mut gone = over;
    for track in [come, ahead] {
        gone.extend(thin_track(copies, track, now, of_weeks));
    }
    gone.sort_unstable();
    gone
}

/// Those that go of one track: the places of copies whose days may be held against each other.
fn thin_track(copies: &[Stamp], mut track: Vec<usize>, now: NaiveDateTime, of_weeks: usize) -> Vec<usize> {
    track.sort_by_key(|i| std::cmp::Reverse((copies[*i].at, copies[*i].n)));
    let made: Vec<NaiveDateTime> = track.iter().map(|i| copies[*i].at).collect();
    let regretted = |copy: &Stamp| {
        let later = made.iter().filter(|at| at.signed_duration_since(copy.at) >= REGRET);
        let months: BTreeSet<_> = later.map(|at| (at.year(), at.month())).collect();
        now.signed_duration_since(copy.at) < REGRET || months.len() < WITNESSES as usize
    };
    let (mut days, mut weeks, mut months) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    track
        .into_iter()
        .filter(|i| {
            let copy = &copies[*i];
            // One that stays in any case takes no day from the others.
            if copy.kind == CopyKind::Named || copy.kind == CopyKind::Before && regretted(copy) {
                return false;
            }
            let (day, week) = (copy.at.date(), copy.at.iso_week());
            // Each is asked, so that a copy kept for its day also counts for its week and month.
            let kept = [
                days.len() < DAYS && days.insert(day),
                weeks.len() < of_weeks && weeks.insert((week.year(), week.week())),
                months.len() < MONTHS && months.insert((day.year(), day.month())),
            ];
            !kept.contains(&true)
        })
        .collect()
}

/// The latest day on which one of `watched` (places in `copies`) can still be there, however seldom the ledger is used, so long
/// as it is used once a month: copies are thinned when one is made, and nobody opens a ledger at a weekend or on leave. With
/// fewer copies, and later ones, none goes sooner; so the fewest and the latest are followed: one on the last day of each month
/// to come. `None` when one of them never goes by itself.
pub(crate) fn until(copies: &[Stamp], watched: &[usize], now: NaiveDateTime) -> Option<NaiveDate> {
    if watched.is_empty() {
        return Some(now.date());
    }
    let mut stand: Vec<(Stamp, bool)> =
        copies.iter().enumerate().map(|(i, copy)| (copy.clone(), watched.contains(&i))).collect();
    for month in 1..=AHEAD {
        let next = month_end(now, month)?;
        // It has every step that there is.
        stand.push((Stamp { at: next, n: 1, kind: CopyKind::Plain, seq: Some(i64::MAX) }, false));
        let stamps: Vec<Stamp> = stand.iter().map(|(stamp, _)| stamp.clone()).collect();
        // The last copy of a month and the first of the next may fall into one week: then it takes twice as many.
        for gone in thin_by(&stamps, next, 2 * WEEKS).into_iter().rev() {
            stand.remove(gone);
        }
        if !stand.iter().any(|(_, watched)| *watched) {
            // Half a year may be over after the only copy of its month: then that month is no witness, and it takes one more.
            let of_month = |at: NaiveDateTime| (at.year(), at.month()) == (next.year(), next.month());
            let last_witness = |copy: &Stamp| copy.at + REGRET + Months::new(WITNESSES - 1);
            let late =
                copies.iter().any(|copy| copy.kind == CopyKind::Before && of_month(last_witness(copy)));
            return if late { Some(month_end(now, month + 1)?.date()) } else { Some(next.date()) };
        }
    }
    None
}

/// The last second of the month so many months on.
fn month_end(now: NaiveDateTime, months: u32) -> Option<NaiveDateTime> {
    (now.date().with_day(1)? + Months::new(months + 1)).pred_opt()?.and_hms_opt(23, 59, 59)
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
            seq: None,
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
                seq: None,
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
    fn what_stands_in_todays_copies_is_gone_after_twelve_more_months_at_the_latest() {
        let plain = |day| Stamp { at: at(day), n: 1, kind: CopyKind::Plain, seq: None };
        let copies = [plain("2026-09-30 09:00"), plain("2026-10-31 09:00"), plain("2026-11-16 09:00")];
        let end =
            |watched: &[usize]| until(&copies, watched, at("2026-11-16 10:00")).map(|day| day.to_string());
        assert_eq!(end(&[]).as_deref(), Some("2026-11-16"), "nothing holds it");
        assert_eq!(
            end(&[0]).as_deref(),
            Some("2027-09-30"),
            "the twelfth month after September pushes it out, with its last copy at the latest"
        );
        assert_eq!(end(&[0, 1]).as_deref(), Some("2027-10-31"));
        assert_eq!(end(&[2]).as_deref(), Some("2027-11-30"), "nobody may use the ledger again in November");
        let before = Stamp { at: at("2026-11-16 09:00"), n: 1, kind: CopyKind::Before, seq: None };
        assert_eq!(
            until(&[before], &[0], at("2026-11-16 10:00")).map(|d| d.to_string()).as_deref(),
            Some("2027-11-30"),
            "half a year in any case, and then as the last of its month"
        );
        let named = Stamp { kind: CopyKind::Named, ..plain("2026-11-16 09:00") };
        assert_eq!(
            until(&[named], &[0], at("2026-11-16 10:00")),
            None,
            "a person's own never goes by itself"
        );
    }

    #[test]
    fn a_clock_that_ran_ahead_does_not_end_the_half_year_of_what_a_restore_gave_up() {
        let made = |day: &str, kind| Stamp { at: at(day), n: 1, kind, seq: None };
        let mut copies = vec![
            made("2026-09-16 10:00", CopyKind::Before),
            made("2026-09-16 10:05", CopyKind::Plain),
            made("2026-10-15 09:00", CopyKind::Plain),
        ];
        for ahead in ["2036-01-01 09:00", "2036-01-30 09:00", "2036-02-02 09:00"] {
            copies.push(made(ahead, CopyKind::Plain));
            assert_eq!(
                thin(&copies, at(ahead)),
                Vec::<usize>::new(),
                "{ahead}: weeks of a wrong clock take nothing"
            );
        }
        assert_eq!(thin(&copies, at("2026-10-16 09:00")), Vec::<usize>::new(), "put right");
        // Half a year of real days, and three months of copies that say so.
        let mut copies = copies[..2].to_vec();
        let days: [(&str, Vec<usize>); 3] =
            [("2027-03-20 09:00", vec![]), ("2027-04-20 09:00", vec![]), ("2027-05-20 09:00", vec![0])];
        for (day, gone) in days {
            copies.push(made(day, CopyKind::Plain));
            assert_eq!(thin(&copies, at(day)), gone, "{day}: another copy stands for its day and month");
        }
        // Where the only copy of March was made before the half year was over, it takes until June.
        let copies = [made("2026-09-16 10:00", CopyKind::Before), made("2026-09-18 10:05", CopyKind::Plain)];
        let told = until(&copies, &[0], at("2026-09-18 11:00")).map(|day| day.to_string());
        assert_eq!(told.as_deref(), Some("2027-06-30"));
    }

    /// The day on which the last watched copy goes when copies are made at these moments.
    fn goes(copies: &[Stamp], watched: &[usize], made: &[NaiveDateTime]) -> Option<NaiveDate> {
        let mut stand: Vec<(Stamp, bool)> =
            copies.iter().enumerate().map(|(i, copy)| (copy.clone(), watched.contains(&i))).collect();
        for then in made {
            stand.push((Stamp { at: *then, n: 1, kind: CopyKind::Plain, seq: None }, false));
            let stamps: Vec<Stamp> = stand.iter().map(|(stamp, _)| stamp.clone()).collect();
            for gone in thin(&stamps, *then).into_iter().rev() {
                stand.remove(gone);
            }
            if stand.iter().all(|(_, watched)| !watched) {
                return Some(then.date());
            }
        }
        None
    }

    #[test]
    fn a_purge_on_a_friday_is_told_of_with_the_latest_day() {
        let plain = |day| Stamp { at: at(day), n: 1, kind: CopyKind::Plain, seq: None };
        let days = |from: &str, skip: &[&str]| -> Vec<NaiveDateTime> {
            let first = at(from);
            let all = (0..500).map(|day| first + TimeDelta::days(day));
            let office = |then: &NaiveDateTime| then.weekday().number_from_monday() <= 5;
            all.filter(office).filter(|then| !skip.contains(&then.date().to_string().as_str())).collect()
        };
        // A purge on the last Friday of November, and nobody in the office on the Monday that ends the month.
        let copies = [plain("2026-11-26 09:00"), plain("2026-11-27 09:00")];
        let told = until(&copies, &[0, 1], at("2026-11-27 17:00")).unwrap();
        assert_eq!(told.to_string(), "2027-11-30");
        let gap = goes(&copies, &[0, 1], &days("2026-11-28 09:00", &["2026-11-30"])).unwrap();
        assert_eq!(gap.to_string(), "2027-11-01", "kept as the newest of November, eleven months long");
        let full = goes(&copies, &[0, 1], &days("2026-11-28 09:00", &[])).unwrap();
        assert!(full < gap && gap <= told, "{full}, {gap}, {told}");
        // In the middle of a month the week keeps it for longer than seven days.
        let copies = [plain("2026-11-20 09:00")];
        let told = until(&copies, &[0], at("2026-11-20 17:00")).unwrap();
        let office = goes(&copies, &[0], &days("2026-11-21 09:00", &[])).unwrap();
        assert!(office > at("2026-11-27 09:00").date() && office <= told, "{office}, {told}");
        // Once a month, on its last day: to the day that was told.
        let ends: Vec<NaiveDateTime> =
            (1..30).map(|n| at("2026-12-01 23:00") + Months::new(n) - TimeDelta::days(1)).collect();
        assert_eq!(goes(&copies, &[0], &ends), Some(told));
    }

    #[test]
    fn copies_of_a_clock_that_ran_ahead_take_no_day_from_the_others_and_go_within_a_year_of_copies() {
        let made = |day: &str, seq| Stamp { at: at(day), n: 1, kind: CopyKind::Plain, seq: Some(seq) };
        let days = |copies: &[Stamp], now: &str| {
            let gone = thin(copies, at(now));
            let kept = (0..copies.len()).filter(|i| !gone.contains(i));
            kept.map(|i| copies[i].at.format("%y-%m-%d").to_string()).collect::<Vec<_>>().join(" ")
        };
        // A week in 2036 in the middle of a week of 2026.
        let mut copies: Vec<Stamp> = (1..=8).map(|n| made(&format!("2026-09-{n:02} 09:00"), n)).collect();
        copies.extend((1..=2).map(|n| made(&format!("2036-09-17 {:02}:00", 8 + n), 10 + n)));
        copies.push(made("2026-09-09 09:00", 20));
        assert_eq!(
            days(&copies, "2026-09-09 10:00"),
            "26-09-03 26-09-04 26-09-05 26-09-06 26-09-07 26-09-08 36-09-17 26-09-09",
            "seven days of the others, and one of that day"
        );
        // While the clock is behind it is the good ones that are named after days to come: none of them goes for it.
        let good: Vec<Stamp> = (1..=7).map(|n| made(&format!("2026-09-{n:02} 09:00"), n)).collect();
        let mut behind = good.clone();
        behind.extend((1..=20).map(|n| made(&format!("2010-01-{n:02} 09:00"), 20 + n)));
        let gone = thin(&behind, at("2010-01-20 10:00"));
        assert!(!gone.is_empty() && gone.iter().all(|i| *i >= good.len()), "{gone:?}");
        // Its months come: eleven of them are not enough, twelve are.
        let months = |count: u32| {
            let mut all = vec![made("2036-09-17 09:00", 10)];
            let end = |n: u32| at("2026-10-01 09:00") + Months::new(n) - TimeDelta::days(1);
            all.extend(
                (0..count).map(|n| Stamp { at: end(n), ..made("2026-09-30 09:00", 20 + i64::from(n)) }),
            );
            let now = end(count - 1) + TimeDelta::hours(1);
            thin(&all, now)
        };
        assert_eq!((months(11), months(12)), (vec![], vec![0]));
        // What a purge leaves in it is told with that day.
        let copies = [made("2036-09-17 09:00", 10), made("2026-11-16 09:00", 20)];
        let told = until(&copies, &[0], at("2026-11-16 10:00")).map(|day| day.to_string());
        assert_eq!(told.as_deref(), Some("2027-10-31"), "the twelfth month with a copy after it");
        // One whose steps nobody can read goes by itself no sooner than its day.
        let closed = [Stamp { seq: None, ..made("2036-09-17 09:00", 0) }, made("2026-11-16 09:00", 20)];
        assert_eq!(until(&closed, &[0], at("2026-11-16 10:00")), None);
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
        fn whoever_uses_the_ledger_once_a_month_finds_it_gone_by_the_day_that_was_told(
            copies in stamps(), days in proptest::collection::vec(proptest::collection::vec(1u32..29, 1..4), 37)
        ) {
            let now = copies.iter().map(|copy| copy.at).max().unwrap_or(at("2026-01-01 00:00")) + TimeDelta::hours(1);
            let copies: Vec<Stamp> = {
                let gone = thin(&copies, now);
                (0..copies.len()).filter(|i| !gone.contains(i)).map(|i| copies[i].clone()).collect()
            };
            let watched: Vec<usize> = (0..copies.len()).filter(|i| copies[*i].kind != CopyKind::Named).collect();
            let first = now.date().with_day(1).unwrap().and_hms_opt(12, 0, 0).unwrap();
            let mut made: Vec<NaiveDateTime> = Vec::new();
            for (month, days) in (1..).zip(&days) {
                let mut days = days.clone();
                days.sort_unstable();
                days.dedup();
                let start = first + Months::new(month);
                made.extend(days.iter().map(|day| start + TimeDelta::days(i64::from(*day) - 1)));
            }
            let told = until(&copies, &watched, now);
            prop_assert!(told.is_some(), "none of these stays for good");
            if !watched.is_empty() {
                let gone = goes(&copies, &watched, &made);
                prop_assert!(gone.is_some() && gone <= told, "{gone:?}, {told:?}");
            }
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
