//! Whether someone has worked here so long and stands so near to retirement that the law protects them (劳动合同法第四十二条第五
//! 项), computed from the roster: the year of birth, sex, the day of hiring. Where the roster does not tell it, or the employments
//! before can be counted in or not, it is asked. The day of birth is left out: whoever enters a notice chooses the day that is
//! reckoned to, and could find it out from the years that are left.

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use crate::Problem;
use crate::duty::day_words;
use crate::letters::rules::SupervisionLaw;
use crate::masks::judged_birth;
use crate::members::employment;
use crate::members::flags;
use crate::members::flags::rules::{FlagDays, Retiring};
use crate::members::model::PersonId;
use crate::members::store::PersonRow;
use crate::union::model::{Shown, Sight};

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
    let birth = judged_birth(row.birth.as_ref(), Shown::Never);
    let (Some(hired), Some(since), Some((year, _))) = (full(&row.hired_on), full(&since), birth) else {
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
        // Whoever was born first and last in the year retires first and last; where the two do not come to the same, it is asked.
        let ends = ["01-01", "12-31"].map(|day| days.retires_on(&format!("{year}-{day}"), whose));
        let [Some(first), Some(last)] = ends else { return Ok(None) };
        let near = |retires: NaiveDate| near.allows(retires.years_since(on).unwrap_or(0), 0);
        let long = service.allows(worked, 0);
        if long && near(first) != near(last) {
            return Ok(None);
        }
        let yes = long && near(first);
        let text = format!(
            "按花名册：{}入职，到{}在本单位满{worked}年；{year}年出生，{}。",
            day_words(hired),
            day_words(on),
            retiring(first, last, on)
        );
        match &said {
            Some(before) if before.yes != yes => return Ok(None),
            Some(_) => {}
            None => said = Some(Senior { yes, text }),
        }
    }
    Ok(said)
}

/// When somebody reaches the age of retirement of whom the year of birth alone is told, in words: between two days.
fn retiring(first: NaiveDate, last: NaiveDate, on: NaiveDate) -> String {
    if last <= on {
        return "已经到了法定退休年龄".to_owned();
    }
    let years = match (first.year(), last.year()) {
        (first, last) if first == last => format!("{first}年"),
        (first, last) => format!("{first}年至{last}年"),
    };
    match last.year() - on.year() {
        0 => format!("约在{years}到法定退休年龄，就在这一年前后"),
        left => format!("约在{years}到法定退休年龄，还有约{left}年"),
    }
}

#[cfg(test)]
mod tests {
    use super::retiring;

    #[test]
    fn retirement_is_told_by_the_year_of_birth_alone() {
        let told = |first: &str, last: &str, on: &str| {
            retiring(first.parse().unwrap(), last.parse().unwrap(), on.parse().unwrap())
        };
        assert_eq!(
            told("2029-02-01", "2030-03-31", "2026-09-15"),
            "约在2029年至2030年到法定退休年龄，还有约4年"
        );
        assert_eq!(
            told("2026-02-01", "2026-12-31", "2026-09-15"),
            "约在2026年到法定退休年龄，就在这一年前后"
        );
        assert_eq!(told("2025-02-01", "2026-09-15", "2026-09-15"), "已经到了法定退休年龄");
    }
}
