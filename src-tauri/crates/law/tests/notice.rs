//! The yearly notice as a form holds it: the shipped years come back from it day for day, and what contradicts the
//! regulation or itself is refused at its field.

use chrono::NaiveDate;
use law::{Notice, NoticeHoliday};

use crate::{book, day};

/// An invented arrangement of 2027, of the usual kind.
fn notice() -> Notice {
    let holiday = |name: &str, from: &str, to: &str, first: &str, work: &[&str]| NoticeHoliday {
        name: name.to_owned(),
        from: day(from),
        to: day(to),
        first: day(first),
        work: work.iter().map(|date| day(date)).collect(),
    };
    Notice {
        year: 2027,
        basis: "国务院办公厅关于2027年部分节假日安排的通知".to_owned(),
        holidays: vec![
            holiday("元旦", "2027-01-01", "2027-01-03", "2027-01-01", &[]),
            holiday("春节", "2027-02-05", "2027-02-11", "2027-02-05", &["2027-02-14"]),
            holiday("清明节", "2027-04-03", "2027-04-05", "2027-04-05", &[]),
            holiday("劳动节", "2027-05-01", "2027-05-05", "2027-05-01", &["2027-05-08"]),
            holiday("端午节", "2027-06-09", "2027-06-09", "2027-06-09", &[]),
            holiday("中秋节", "2027-09-15", "2027-09-15", "2027-09-15", &[]),
            holiday("国庆节", "2027-10-01", "2027-10-07", "2027-10-01", &["2027-09-26", "2027-10-09"]),
        ],
    }
}

#[test]
fn the_years_that_are_known_come_back_from_the_form_day_for_day() {
    let calendar = book().calendar();
    for year in [2025, 2026] {
        let known = calendar.year(year).unwrap();
        let notice = known.as_notice(&calendar.holidays_asked(year));
        assert_eq!(calendar.year_of(&notice), Ok(known.clone()), "{year}");
        assert_eq!(known.doubt(), None, "the moved days of {year} balance");
    }
}

#[test]
fn a_notice_makes_its_year_certain() {
    let asked = book().calendar().holidays_asked(2027);
    let named: Vec<(&str, u32)> = asked.iter().map(|one| (one.name.as_str(), one.days)).collect();
    let seven =
        [("元旦", 1), ("春节", 4), ("清明节", 1), ("劳动节", 2), ("端午节", 1), ("中秋节", 1), ("国庆节", 3)];
    assert_eq!(named, seven);
    assert_eq!(asked[3].first, Some(day("2027-05-01")), "a fixed date is not asked for");
    assert_eq!(asked[1].first_is.as_deref(), Some("农历除夕"));

    let year = book().calendar().year_of(&notice()).unwrap();
    assert_eq!((year.statutory.len(), year.work.len()), (13, 4));
    let later = book().with_year(year).unwrap();
    assert_ne!(later.version(), book().version(), "verdicts tell which calendar they used");
    let works = |text: &str| later.calendar().is_working_day(day(text));
    assert_eq!(
        (works("2027-02-11"), works("2027-02-14"), works("2027-02-12")),
        (Some(false), Some(true), Some(true))
    );
    assert_eq!(later.calendar().make_up_for(day("2027-02-14")), Some("春节"));
    assert!(
        later.calendar().is_statutory_holiday(day("2027-02-08"))
            && !later.calendar().is_statutory_holiday(day("2027-02-09"))
    );
    let again = later.calendar().year(2027).unwrap().as_notice(&later.calendar().holidays_asked(2027));
    assert_eq!(again, notice(), "it is corrected in the form it was written in");
}

#[test]
fn two_holidays_on_one_day_keep_both_names() {
    let mut both = notice();
    let last = both.holidays.len() - 2;
    let date = day("2027-10-03");
    both.holidays[last] =
        NoticeHoliday { name: "中秋节".to_owned(), from: date, to: date, first: date, work: Vec::new() };
    let year = book().calendar().year_of(&both).unwrap();
    assert_eq!(year.statutory.len(), 12, "thirteen days on twelve dates");
    assert!(
        year.statutory
            .iter()
            .any(|one| one.date == date && one.name.contains("国庆节") && one.name.contains("中秋节"))
    );
}

#[test]
fn what_contradicts_the_regulation_or_itself_is_refused_at_its_field() {
    let refused = |change: &dyn Fn(&mut Notice)| {
        let mut wrong = notice();
        change(&mut wrong);
        let fault = book().calendar().year_of(&wrong).unwrap_err();
        (fault.field, fault.message)
    };
    let at = |text: &str| -> NaiveDate { day(text) };
    type Change = Box<dyn Fn(&mut Notice)>;
    let cases: [(&str, &str, Change); 13] = [
        ("year", "2027年起", Box::new(|n| n.year = 2024)),
        ("basis", "名称", Box::new(|n| n.basis = " ".into())),
        ("holidays", "清明节", Box::new(|n| drop(n.holidays.remove(2)))),
        (
            "holidays.3.name",
            "不是法定节假日",
            Box::new(|n| {
                let mut other = n.holidays[3].clone();
                other.name = "建党节".into();
                n.holidays.insert(3, other);
            }),
        ),
        ("holidays.7.name", "两次", Box::new(|n| n.holidays.push(n.holidays[0].clone()))),
        ("holidays.1.to", "早于", Box::new(move |n| n.holidays[1].to = at("2027-02-04"))),
        ("holidays.1.to", "4天法定休假日", Box::new(move |n| n.holidays[1].to = at("2027-02-07"))),
        ("holidays.5.first", "不会是", Box::new(move |n| n.holidays[5].first = at("2027-03-15"))),
        ("holidays.3.first", "5月1日起", Box::new(move |n| n.holidays[3].first = at("2027-05-02"))),
        ("holidays.1.work.0", "不是周末", Box::new(move |n| n.holidays[1].work[0] = at("2027-02-15"))),
        ("holidays.1.work.0", "已经填作放假", Box::new(move |n| n.holidays[1].work[0] = at("2027-02-06"))),
        ("holidays.6.work.1", "两次", Box::new(|n| n.holidays[6].work[1] = n.holidays[6].work[0])),
        ("holidays.6.work.1", "不在2027年内", Box::new(move |n| n.holidays[6].work[1] = at("2028-01-08"))),
    ];
    for (field, words, change) in cases {
        let (at, message) = refused(&*change);
        assert_eq!(at, field, "{message}");
        assert!(message.contains(words), "{message}");
    }
}

#[test]
fn a_forgotten_working_day_is_doubted_not_refused() {
    let mut short = notice();
    assert_eq!(book().calendar().year_of(&short).unwrap().doubt(), None, "the whole one balances");
    short.holidays[1].work.pop();
    let doubt = book().calendar().year_of(&short).unwrap().doubt().unwrap();
    assert!(doubt.contains("两边不等"), "{doubt}");
}
