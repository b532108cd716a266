//! Flags on both sides of their day, by the packs that are shipped; no table here.

use std::path::Path;
use std::sync::LazyLock;

use super::*;

static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn on(today: &str) -> FlagDays {
    FlagDays::of(&BOOK, &Place::province("36"), day(today)).unwrap()
}

fn flag(today: &str, birth: &str, whose: Retiring) -> Option<MemberFlag> {
    on(today).by_age(birth, Some(whose), Shown::Full).map(|(flag, _)| flag)
}

#[test]
fn retirement_is_reached_on_the_day_and_announced_a_year_before() {
    use MemberFlag::{NearRetirement, OverAge};
    let men = |today: &str| flag(today, "1965-01-15", Retiring::Men);
    // 六十周岁零一个月.
    assert_eq!(men("2024-12-31"), Some(NearRetirement), "the law of 1978: sixty in two weeks");
    assert_eq!(men("2025-02-14"), Some(NearRetirement));
    assert_eq!(men("2025-02-15"), Some(OverAge));
    let last = |today: &str| flag(today, "1976-09-30", Retiring::Men);
    assert_eq!(last("2038-09-29"), None);
    assert_eq!(last("2038-09-30"), Some(NearRetirement), "a year before sixty-three");
    assert_eq!(last("2039-09-30"), Some(OverAge));
}

#[test]
fn a_womans_post_decides_by_years() {
    let born = "1978-06-10";
    assert_eq!(flag("2030-03-10", born, Retiring::WomenWorker), Some(MemberFlag::OverAge));
    assert_eq!(flag("2030-02-10", born, Retiring::WomenStaff), None);
    assert_eq!(flag("2035-03-10", born, Retiring::WomenStaff), Some(MemberFlag::NearRetirement));
    let said = on("2029-10-01").by_age(born, Some(Retiring::WomenWorker), Shown::Full).unwrap().1;
    assert!(
        said.contains("到法定退休年龄") && said.contains("附表三") && said.contains("管理或技术岗位"),
        "{said}"
    );
}

#[test]
fn the_young_are_flagged_up_to_their_birthday_and_in_doubt() {
    use MemberFlag::{Minor, UnderAge};
    let at = |birth: &str| on("2026-11-16").by_age(birth, None, Shown::Full).map(|(flag, _)| flag);
    assert_eq!(at("2008-11-16"), None, "eighteen today");
    assert_eq!(at("2008-11-17"), Some(Minor));
    assert_eq!(at("2010-11-16"), Some(Minor), "sixteen today");
    assert_eq!(at("2010-11-17"), Some(UnderAge));
    assert_eq!(at("2008-11"), Some(Minor), "perhaps the seventeenth");
    assert_eq!(at("2008-10"), None);
    assert_eq!(at("2008"), Some(Minor));
}

#[test]
fn an_uncertain_birth_is_flagged_early() {
    assert_eq!(flag("2025-02-01", "1965-01", Retiring::Men), Some(MemberFlag::OverAge));
    assert_eq!(flag("2024-12-31", "1965", Retiring::Men), Some(MemberFlag::NearRetirement));
    let said = on("2025-02-01").by_age("1965-01", Some(Retiring::Men), Shown::Full).unwrap().1;
    assert!(said.contains("按最早的一天算"), "{said}");
}

#[test]
fn the_day_of_retirement_is_told_with_the_day_of_birth_alone() {
    let said =
        |today: &str, identity| on(today).by_age("1965-01-15", Some(Retiring::Men), identity).unwrap().1;
    assert!(said("2025-02-14", Shown::Full).contains("2025年2月15日到法定退休年龄"));
    for identity in [Shown::Masked, Shown::Never] {
        assert!(said("2025-02-14", identity).starts_with("12个月内到法定退休年龄（"), "{identity:?}");
        assert!(said("2025-02-15", identity).starts_with("已到法定退休年龄（"), "{identity:?}");
    }
}

#[test]
fn the_days_of_birth_agree_with_each_birth() {
    for today in ["2025-03-01", "2026-11-16", "2031-02-28", "2040-01-01"] {
        let days = on(today);
        for whose in Retiring::ALL {
            let (over, near) = days.retired(whose);
            for at in -400..400 {
                let birth = over + chrono::Duration::days(at);
                let expected = if birth <= over {
                    Some(MemberFlag::OverAge)
                } else if birth <= near {
                    Some(MemberFlag::NearRetirement)
                } else {
                    None
                };
                let reached = reached(&days.retire[whose as usize].months, birth).unwrap();
                assert_eq!(reached <= day(today), birth <= over, "{today} {birth} {whose:?}");
                assert_eq!(
                    days.by_age(&birth.to_string(), Some(whose), Shown::Full).map(|(flag, _)| flag),
                    expected
                );
            }
        }
    }
}

#[test]
fn who_sees_the_year_of_birth_alone_is_told_no_more_by_ages_and_flags() {
    for today in ["2026-01-01", "2026-05-07", "2026-11-16", "2026-12-31"] {
        let days = on(today).seen(Shown::Masked);
        for year in (1960..=1982).chain(2004..=2012) {
            let told = ["01-01", "06-15", "12-31"].map(|day| {
                let birth = format!("{year}-{day}");
                let flags = Retiring::ALL.map(|whose| days.by_age(&birth, Some(whose), Shown::Masked));
                (days.age(&birth), flags)
            });
            assert!(told.iter().all(|one| *one == told[0]), "{year} on {today}: {told:?}");
        }
    }
    let on_day = |birth: &str| {
        on("2026-11-16").seen(Shown::Never).by_age(birth, Some(Retiring::Men), Shown::Never).unwrap()
    };
    let (flag, said) = on_day("2008-03-01");
    assert_eq!(flag, MemberFlag::Minor, "eighteen this year: in doubt one is flagged");
    assert!(said.starts_with("按出生年份算，可能不满18周岁"), "{said}");
    let (flag, said) = on_day("1966-01-02");
    assert_eq!(flag, MemberFlag::NearRetirement, "of some born that year it is certain");
    assert!(said.starts_with("按出生年份算，就在这一年前后到法定退休年龄"), "{said}");
    assert_eq!(on_day("1960-07-01").0, MemberFlag::OverAge, "whatever the day");
    assert_eq!(on("2026-11-16").seen(Shown::Masked).age("1990-12-31"), Some(36), "the age of the year");
    assert_eq!(on("2026-11-16").seen(Shown::Full).age("1990-12-31"), Some(35));
}
