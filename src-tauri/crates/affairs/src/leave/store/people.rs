//! Who has annual leave in a year, as the roster tells it: everyone who works here in it, by the job they have or had last, from the
//! day on which they came without a break. Interns, the rehired and those of outsourced firms are in no labour relation here;
//! whoever was referred to another union works elsewhere.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};

use crate::Problem;
use crate::leave::rules::{Service, span};
use crate::members::model::{EmploymentForm, PersonId};
use crate::members::store::{form_of, referred_sql};

/// One person of the roster with what leave is reckoned from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worker {
    /// Who.
    pub id: PersonId,
    /// 姓名.
    pub name: String,
    /// By which names are ordered.
    pub sort: String,
    /// 车间、部门.
    pub shop: Option<String>,
    /// 工号.
    pub work_number: Option<String>,
    /// 用工形式.
    pub form: EmploymentForm,
    /// 参加工作时间 as stored.
    pub started_on: Option<String>,
    /// 入职日期 as stored: of the first job of an unbroken run with one employer.
    pub hired_on: Option<String>,
    /// When they worked.
    pub service: Service,
}

struct Job {
    hired: Option<String>,
    left: Option<NaiveDate>,
    form: EmploymentForm,
    employer: Option<String>,
    shop: Option<String>,
    work_number: Option<String>,
}

struct Person {
    id: PersonId,
    name: String,
    sort: String,
    started: Option<String>,
}

fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person { id: row.get(0)?, name: row.get(1)?, sort: row.get(2)?, started: row.get(3)? })
}

fn job(row: &Row<'_>) -> rusqlite::Result<Option<Job>> {
    let Some(form) = row.get::<_, Option<String>>(4)? else { return Ok(None) };
    Ok(Some(Job {
        form: form_of(&form),
        hired: row.get(5)?,
        left: row.get(6)?,
        employer: row.get(7)?,
        shop: row.get(8)?,
        work_number: row.get(9)?,
    }))
}

/// Everyone who works here in a year, or one of them.
pub fn of_year(connection: &Connection, year: i32, one: Option<PersonId>) -> Result<Vec<Worker>, Problem> {
    let sql = format!(
        "SELECT p.id, p.name, p.name_sort, p.started_on, e.form, e.hired_on, e.left_on, e.employer, e.shop, e.work_number
         FROM live_person p LEFT JOIN live_employment e ON e.person_id = p.id
         WHERE (?1 IS NULL OR p.id = ?1) AND NOT {} AND NOT EXISTS (SELECT 1 FROM member_line l WHERE l.id = p.id
           AND l.last_event IN ('moved_out', 'died'))
         ORDER BY p.id, e.hired_on, e.id",
        referred_sql("p.id")
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![one])?;
    let mut workers = Vec::new();
    let mut open: Option<(Person, Vec<Job>)> = None;
    while let Some(row) = rows.next()? {
        let who = person(row)?;
        let work = job(row)?;
        match open.as_mut().filter(|(known, _)| known.id == who.id) {
            Some((_, jobs)) => jobs.extend(work),
            None => {
                if let Some((known, jobs)) = open.take() {
                    workers.extend(worker(year, known, jobs));
                }
                open = Some((who, work.into_iter().collect()));
            }
        }
    }
    if let Some((known, jobs)) = open {
        workers.extend(worker(year, known, jobs));
    }
    Ok(workers)
}

/// Of whom no job is known leave is asked for: the roster lacks it.
fn worker(year: i32, person: Person, jobs: Vec<Job>) -> Option<Worker> {
    let (first, last) = (NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?);
    let began = |job: &Job| job.hired.as_deref().and_then(span).map(|span| span.first);
    let here =
        |job: &&Job| began(job).is_none_or(|day| day <= last) && job.left.is_none_or(|left| left >= first);
    let none = jobs.is_empty();
    let mut jobs = jobs;
    // The job that one has now stands behind those that ended.
    jobs.sort_by_key(|job| (job.left.unwrap_or(NaiveDate::MAX), began(job)));
    let at = jobs.iter().rposition(|job| here(&job));
    let (form, shop, work_number, hired, left) = match at {
        Some(at) => {
            let job = &jobs[at];
            let mut from = at;
            while from > 0 && follows(&jobs[from - 1], &jobs[from], &began) {
                from -= 1;
            }
            let left = job.left.filter(|left| *left <= last);
            (job.form, job.shop.clone(), job.work_number.clone(), jobs[from].hired.clone(), left)
        }
        None if none => (EmploymentForm::Other, None, None, None, None),
        None => return None,
    };
    if matches!(form, EmploymentForm::Outsourced | EmploymentForm::Intern | EmploymentForm::Rehired) {
        return None;
    }
    Some(Worker {
        id: person.id,
        name: person.name,
        sort: person.sort,
        shop,
        work_number,
        form,
        service: Service {
            started: person.started.as_deref().and_then(span),
            hired: hired.as_deref().and_then(span),
            left,
        },
        started_on: person.started,
        hired_on: hired,
    })
}

/// Whether a job follows another of the same employer without a day between.
fn follows(before: &Job, job: &Job, began: &dyn Fn(&Job) -> Option<NaiveDate>) -> bool {
    let same = (before.employer.as_deref(), before.form == EmploymentForm::Dispatched)
        == (job.employer.as_deref(), job.form == EmploymentForm::Dispatched);
    let next = before.left.and_then(|left| left.succ_opt());
    same && next.zip(began(job)).is_some_and(|(next, began)| began <= next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hired: &str, left: Option<&str>, form: EmploymentForm) -> Job {
        Job {
            hired: Some(hired.to_owned()),
            left: left.map(|day| day.parse().unwrap()),
            form,
            employer: None,
            shop: Some("焊接".to_owned()),
            work_number: None,
        }
    }

    fn of(jobs: Vec<Job>) -> Option<Worker> {
        let id = "01900000-0000-7000-8000-000000000001".parse().unwrap();
        let person = Person { id, name: "王伟".to_owned(), sort: "wang".to_owned(), started: None };
        worker(2026, person, jobs)
    }

    #[test]
    fn a_job_that_follows_another_here_begins_with_the_first() {
        use EmploymentForm::{Contract, Dispatched, Intern};
        let run = of(vec![at("2015-03-01", Some("2020-06-30"), Contract), at("2020-07-01", None, Contract)]);
        assert_eq!(run.unwrap().hired_on.as_deref(), Some("2015-03-01"), "no day between");
        let gap = of(vec![at("2015-03-01", Some("2020-06-30"), Contract), at("2020-09-01", None, Contract)]);
        assert_eq!(gap.unwrap().hired_on.as_deref(), Some("2020-09-01"), "two months between");
        let other =
            of(vec![at("2015-03-01", Some("2020-06-30"), Dispatched), at("2020-07-01", None, Contract)]);
        assert_eq!(other.unwrap().hired_on.as_deref(), Some("2020-07-01"), "another employer before");
        assert_eq!(of(vec![at("2026-03-01", None, Intern)]), None, "no labour relation");
        assert_eq!(of(vec![at("2015-03-01", Some("2025-12-31"), Contract)]), None, "gone before the year");
        assert_eq!(of(vec![at("2027-01-01", None, Contract)]), None, "not here yet");
        let left = of(vec![at("2015-03-01", Some("2026-06-30"), Contract)]).unwrap();
        assert_eq!(left.service.left, "2026-06-30".parse().ok(), "gone in the year");
        assert!(of(Vec::new()).unwrap().hired_on.is_none(), "who has no job on the roster is asked about");
    }
}
