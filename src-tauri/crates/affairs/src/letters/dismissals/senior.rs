//! Whether someone has worked here so long and stands so near to retirement that the law protects them (劳动合同法第四十二条第五
//! 项), computed from the roster: birth, sex, the day of hiring. Where the roster does not tell it, or the employments before can
//! be counted in or not, it is asked.

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use crate::Problem;
use crate::duty::day_words;
use crate::letters::rules::SupervisionLaw;
use crate::members::employment;
use crate::members::flags;
use crate::members::flags::rules::{FlagDays, Retiring};
use crate::members::model::PersonId;
use crate::members::store::PersonRow;
use crate::union::model::Sight;

const SERVICE: &str = "union.dismissal.senior.service";
const NEAR: &str = "union.dismissal.senior.near";

/// What the roster says of it, and by what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Senior {
    /// Whether both hold.
    pub yes: bool,
    /// In one sentence.
    pub text: String,
}

/// What the roster says of a person on a day; none where it does not tell, or tells two things.
pub(super) fn of(
    connection: &Connection,
    law: SupervisionLaw<'_>,
    person: PersonId,
    row: &PersonRow,
    on: NaiveDate,
) -> Result<Option<Senior>, Problem> {
    let full = |stored: &Option<(String, String)>| {
        stored.as_ref().and_then(|(day, _)| day.parse::<NaiveDate>().ok())
    };
    let since = employment::unbroken_since(connection, person)?;
    let (Some(hired), Some(since), Some(birth)) = (full(&row.hired_on), full(&since), full(&row.birth))
    else {
        return Ok(None);
    };
    // Whether what was worked before a change of form or of employer counts here, the roster does not tell: both are tried.
    let begun = if since == hired { vec![hired] } else { vec![hired, since] };
    let days = FlagDays::of(law.book, law.place, on)?;
    let sure = flags::of_person(connection, law.book, on, person, Sight::default())?;
    let staff = sure.tags.iter().any(|tag| tag.kind == flags::model::PersonTagKind::StaffPost);
    let whose = match Retiring::of(row.sex, staff) {
        // Of a woman whose post nobody entered both ages are tried.
        Some(Retiring::WomenWorker) => vec![Retiring::WomenWorker, Retiring::WomenStaff],
        Some(one) => vec![one],
        None => return Ok(None),
    };
    let (service, _) = law.book.quantity(SERVICE, law.place, on)?;
    let (near, _) = law.book.quantity(NEAR, law.place, on)?;
    let mut said: Option<Senior> = None;
    for (whose, hired) in whose.into_iter().flat_map(|whose| begun.iter().map(move |hired| (whose, *hired))) {
        let worked = on.years_since(hired).unwrap_or(0);
        let Some(retires) = days.retires_on(&birth.to_string(), whose) else { return Ok(None) };
        let left = retires.years_since(on).unwrap_or(0);
        let yes = service.allows(worked, 0) && near.allows(left, 0);
        let text = format!(
            // The day itself would tell the day of birth to readers of the notice who may not see it.
            "按花名册：{}入职，到{}在本单位满{worked}年；{}年到法定退休年龄，{}。",
            day_words(hired),
            day_words(on),
            retires.year(),
            if retires <= on { "已经到了".to_owned() } else { format!("还有{left}年多") }
        );
        match &said {
            Some(before) if before.yes != yes => return Ok(None),
            Some(_) => {}
            None => said = Some(Senior { yes, text }),
        }
    }
    Ok(said)
}
