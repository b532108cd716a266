//! Annual leave as far as the roster tells it: the years in this firm are the least that someone has worked, what was worked
//! elsewhere comes on top.

use chrono::NaiveDate;
use law::{LawBook, Place};

use super::model::{DossierLeave, DossierNote};
use crate::Problem;
use crate::members::flags::rules::first_day;
use crate::members::store::StoredDate;

/// The least days of a year by the day of hiring; none where that is not known.
pub(crate) fn least(
    book: &LawBook,
    place: &Place,
    today: NaiveDate,
    hired: Option<&StoredDate>,
) -> Result<Option<DossierLeave>, Problem> {
    let Some(start) = hired.and_then(|(day, _)| first_day(day)) else { return Ok(None) };
    let (days, rule) = book.quantity("leave.days", place, today)?;
    let years = today.years_since(start).unwrap_or(0);
    let own = days.boundary(years);
    let service = book.applies("leave.days.service", place, today);
    let more = service.map_or(String::new(), |ruling| format!("{}，", ruling.winner.title));
    let text = match own {
        Some(days) => format!(
            "在本单位满{years}年，每年至少{days}个工作日；{more}以前在别处工作过的凭证明另算，可能更多。"
        ),
        None => format!("在本单位还不满一年；{more}以前在别处工作过的凭证明另算。"),
    };
    Ok(Some(DossierLeave { days: own, why: DossierNote { text, rule: Some(rule) } }))
}
