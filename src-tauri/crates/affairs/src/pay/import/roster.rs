//! The roster as a payroll is compared with it: everyone with the work they have, or had last.

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::Problem;
use crate::masks::shown_id;
use crate::members::membership::model::MembershipKind;
use crate::members::model::{EmploymentForm, PersonId};
use crate::members::store::{form_of, sex_of};
use crate::sheets::payroll::OnRoster;
use crate::union::model::Shown;

/// Everyone with a work, by pinyin; numbers as `identity` may be seen.
pub fn on_roster(connection: &Connection, identity: Shown) -> Result<Vec<OnRoster>, Problem> {
    let mut statement = connection.prepare(
        "SELECT p.id, p.name, p.name_key, i.number, e.work_number, e.shop, e.post, p.sex, p.skill_grade, e.form,
           CASE WHEN e.hired_precision = 'day' THEN e.hired_on END, e.left_on, l.last_event, e.employer
         FROM live_person p JOIN member_line l ON l.id = p.id
         JOIN live_employment e ON e.person_id = p.id
         LEFT JOIN live_person_identity i ON i.id = p.id
         ORDER BY l.name_sort, p.id, e.left_on IS NULL DESC, e.left_on DESC, e.id",
    )?;
    let mut all: Vec<OnRoster> = Vec::new();
    let mut employer: Option<String> = None;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let person: PersonId = row.get(0)?;
        let form = form_of(&row.get::<_, String>(9)?);
        let (hired_on, left_on) = (row.get(10)?, row.get(11)?);
        let at: Option<String> = row.get(13)?;
        if let Some(last) = all.last_mut().filter(|last| last.person == person) {
            if at == employer && paid_elsewhere(form) == paid_elsewhere(last.form) {
                last.hired_on = through(last.hired_on, left_on, hired_on);
            }
            continue;
        }
        employer = at;
        let last: Option<String> = row.get(12)?;
        let gone = last.as_deref().and_then(MembershipKind::of);
        all.push(OnRoster {
            person,
            name: row.get(1)?,
            key: row.get(2)?,
            id_number: row.get::<_, Option<String>>(3)?.map(|number| shown_id(&number, identity)),
            work_number: row.get(4)?,
            shop: row.get(5)?,
            post: row.get(6)?,
            sex: sex_of(&row.get::<_, String>(7)?),
            skill: row.get(8)?,
            form,
            hired_on,
            left_on,
            gone: matches!(gone, Some(MembershipKind::MovedOut | MembershipKind::Died)),
        });
    }
    Ok(all)
}

/// Whether another firm pays the wages.
fn paid_elsewhere(form: EmploymentForm) -> bool {
    matches!(form, EmploymentForm::Dispatched | EmploymentForm::Outsourced)
}

/// Since when someone is paid here without a break: from the beginning of the work before, where that ended on the day before
/// the next began or on that very day. A month with a new contract in its middle is a whole month.
fn through(
    since: Option<NaiveDate>,
    left: Option<NaiveDate>,
    hired_before: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let (Some(since_on), Some(left)) = (since, left) else { return since };
    if left == since_on || left.succ_opt() == Some(since_on) { hired_before } else { since }
}

#[cfg(test)]
mod tests {
    use super::through;

    #[test]
    fn work_that_goes_on_the_next_day_is_no_joining_within_the_month() {
        let day = |text: &str| Some(text.parse().unwrap());
        let (since, first) = (day("2026-10-16"), day("2019-03-01"));
        assert_eq!(through(since, day("2026-10-15"), first), first);
        assert_eq!(
            through(since, day("2026-10-16"), first),
            first,
            "the last day of one is the first of the next"
        );
        assert_eq!(through(since, day("2026-10-14"), first), since, "a day lies between");
        assert_eq!(
            through(since, day("2026-10-15"), None),
            None,
            "since when before is not known to the day"
        );
    }
}
