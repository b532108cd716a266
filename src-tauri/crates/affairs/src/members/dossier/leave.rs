//! Annual leave as far as the roster tells it: the years in this firm are the least that someone has worked, what was worked
//! elsewhere comes on top; when someone began to work at all tells how much that may be.

use chrono::NaiveDate;
use law::{LawBook, Place};

use super::model::{DossierLeave, DossierNote};
use crate::Problem;
use crate::members::days::words;
use crate::members::employment::rules::last_day;
use crate::members::flags::rules::first_day;
use crate::members::store::StoredDate;

/// The least days of a year by the day of hiring (入职日期), and what the beginning of work (参加工作时间) says beside it; by the
/// latter alone where the former is not known. None where neither is.
pub(crate) fn least(
    book: &LawBook,
    place: &Place,
    today: NaiveDate,
    hired: Option<&StoredDate>,
    started: Option<&StoredDate>,
) -> Result<Option<DossierLeave>, Problem> {
    let hired = hired.and_then(|(day, _)| first_day(day));
    let began = started.and_then(|(day, precision)| Some((words(day), last_day(day, precision)?)));
    if hired.is_none() && began.is_none() {
        return Ok(None);
    }
    let (days, rule) = book.quantity("leave.days", place, today)?;
    let years = |start: NaiveDate| today.years_since(start).unwrap_or(0);
    let here = hired.map(years);
    let whole = began.map(|(when, day)| (when, years(day)));
    let service = book.applies("leave.days.service", place, today);
    let service = service.map_or(String::new(), |ruling| format!("{}，", ruling.winner.title));
    let own = here.and_then(|years| days.boundary(years));
    let (least, text) = match (here, whole) {
        (Some(here), whole) => {
            let first = match own {
                Some(days) => format!("在本单位满{here}年，每年至少{days}个工作日"),
                None => "在本单位还不满一年".to_owned(),
            };
            // What was worked elsewhere, if it makes more than the years here.
            let more = whole.and_then(|(when, years)| Some((when, years, days.boundary(years)?)));
            let second = match more {
                Some((when, years, all)) if own.is_none_or(|own| all > own) => {
                    format!(
                        "{service}从参加工作（{when}）算起满{years}年，中间没有断过的每年{all}个工作日，断过的减去。"
                    )
                }
                _ if own.is_some() => format!("{service}以前在别处工作过的凭证明另算，可能更多。"),
                _ => format!("{service}以前在别处工作过的凭证明另算。"),
            };
            (own, format!("{first}；{second}"))
        }
        (None, Some((when, years))) => {
            let all = days.boundary(years);
            let text = match all {
                Some(days) => {
                    format!("从参加工作（{when}）算起满{years}年，中间没有断过的每年{days}个工作日")
                }
                None => format!("从参加工作（{when}）算起还不满一年"),
            };
            // No least: how long work was broken off in between nobody has told.
            (None, format!("{text}；{service}没有登记入职日期，断过的按实际工作时间算。"))
        }
        (None, None) => return Ok(None),
    };
    Ok(Some(DossierLeave { days: least, why: DossierNote { text, rule: Some(rule) } }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The least days and the sentence on 16 November 2026.
    fn told(hired: &str, started: &str) -> Option<(Option<u32>, String)> {
        let assets = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets");
        let book = LawBook::load(&assets).unwrap();
        let stored = |text: &str| {
            let precision = match text.len() {
                0 => return None,
                4 => "year",
                7 => "month",
                _ => "day",
            };
            Some((text.to_owned(), precision.to_owned()))
        };
        let today = "2026-11-16".parse().unwrap();
        let (hired, started) = (stored(hired), stored(started));
        let leave = least(&book, &Place::province("36"), today, hired.as_ref(), started.as_ref()).unwrap()?;
        Some((leave.days, leave.why.text))
    }

    #[test]
    fn the_beginning_of_work_tells_what_the_day_of_hiring_does_not() {
        assert_eq!(told("", ""), None);
        let (days, text) = told("2022-02-06", "").unwrap();
        assert_eq!(days, Some(5), "{text}");
        assert!(text.contains("在本单位满4年") && text.contains("以前在别处工作过的凭证明另算"), "{text}");
        let (days, text) = told("2022-02-06", "2001-07").unwrap();
        assert_eq!(days, Some(5), "what is certain stays the least: {text}");
        assert!(
            text.contains("2001年7月") && text.contains("满25年") && text.contains("每年15个工作日"),
            "{text}"
        );
        let (days, text) = told("", "2001").unwrap();
        assert_eq!(days, None, "how long it was broken off nobody has told: {text}");
        assert!(
            text.contains("满24年") && text.contains("每年15个工作日"),
            "the last day of the year counts: {text}"
        );
        let (days, text) = told("2022-02-06", "2022-02-06").unwrap();
        assert_eq!(days, Some(5));
        assert!(!text.contains("参加工作"), "it says nothing more: {text}");
    }

    #[test]
    fn the_tenth_and_the_twentieth_year_of_work_are_told_on_their_day() {
        for (started, days) in
            [("2016-11-17", 5), ("2016-11-16", 10), ("2006-11-17", 10), ("2006-11-16", 15), ("2025-11-16", 5)]
        {
            let text = told("", started).unwrap().1;
            assert!(text.contains(&format!("每年{days}个工作日")), "{started}: {text}");
        }
        assert!(told("", "2025-11-17").unwrap().1.contains("还不满一年"));
    }
}
