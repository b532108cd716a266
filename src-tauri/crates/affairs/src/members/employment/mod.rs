//! The employments of a person (用工经历): a new one is begun and ends the one before, a past one is corrected, one that was
//! entered by mistake is taken back. What is entered of the present one in the person's own form is written by `members::save`;
//! what a roster brings, by `import`.

pub mod model;
pub(crate) mod rules;
mod store;

use chrono::NaiveDate;
use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::masks::judged_birth;
use crate::members::model::PersonId;
use crate::members::returning;
use crate::members::store::{self as people, PersonRow, StoredDate};
use crate::union::model::Shown;
use model::{Employment, EmploymentBegin, EmploymentId};
use rules::Span;

/// The employments of a person, the newest first.
pub fn list(connection: &Connection, person: PersonId) -> Result<Vec<Employment>, Problem> {
    store::of_person(connection, person)
}

/// The same by their days.
pub(crate) fn spans(connection: &Connection, person: PersonId) -> Result<Vec<Span>, Problem> {
    store::spans(connection, person)
}

/// The last day of the employment that something of a person's file hung on, where that has ended and nothing goes on from it:
/// `rules::over`.
pub(crate) fn over(
    connection: &Connection,
    person: PersonId,
    day: NaiveDate,
    ahead: bool,
) -> Result<Option<NaiveDate>, Problem> {
    Ok(rules::over(&store::spans(connection, person)?, day, ahead))
}

/// 入职日期 of the first of the employments that lead up to the present one without a day between them; none where it is not
/// known, or nobody works here.
pub(crate) fn unbroken_since(
    connection: &Connection,
    person: PersonId,
) -> Result<Option<StoredDate>, Problem> {
    let all = store::spans(connection, person)?;
    Ok(rules::unbroken(&all).and_then(|one| one.hired.clone()))
}

/// Someone with the birth that they may be judged by, by whoever writes.
fn judged(row: PersonRow, identity: Shown) -> PersonRow {
    PersonRow { birth: judged_birth(row.birth.as_ref(), identity), ..row }
}

/// Begins a new employment, and ends the one that it follows; with a day of leaving it is an earlier one that is entered late.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn begin(
    tx: &Tx,
    book: &LawBook,
    input: &EmploymentBegin,
    identity: Shown,
) -> Result<EmploymentId, Problem> {
    let person = judged(people::person(tx, input.job.person)?, identity);
    let job = rules::check(&input.job, None, tx.today())?;
    rules::check_person(&person, job.hired.as_ref())?;
    rules::check_age(book, &person, job.hired.as_ref())?;
    rules::check_dispatched(&job)?;
    let mut all = store::spans(tx, input.job.person)?;
    let open = all.iter_mut().find(|one| one.left.is_none());
    match open.filter(|_| job.left.is_none()) {
        Some(open) => {
            let until = rules::check_end(open, input.previous_until, job.hired.as_ref(), tx.today())?;
            store::end(tx, open.id, until)?;
            open.left = Some(until);
        }
        None if input.previous_until.is_some() => {
            let message =
                "没有要在这里结束的用工：以前的用工已经有离职日期，或者这一份是补登的。这一项请空着。";
            return Err(Problem::input("previousUntil", message));
        }
        None => {}
    }
    let id = tx.new_id();
    rules::fits(&job.span(id), &all)?;
    store::insert(tx, id, input.job.person, &job)?;
    Ok(id)
}

/// Corrects an employment that stands; what of it nobody touches stays as it is.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn correct(
    tx: &Tx,
    book: &LawBook,
    input: &Employment,
    identity: Shown,
) -> Result<EmploymentId, Problem> {
    let id = input.id.ok_or_else(|| Problem::missing("份用工"))?;
    let standing = store::get(tx, id)?;
    if standing.person != input.person {
        return Err(Problem::missing("份用工"));
    }
    let job = rules::check(input, Some(&standing), tx.today())?;
    let hired = job.hired.as_ref().map(|(day, _)| day.as_str());
    if hired != standing.hired_on.as_deref() {
        let person = judged(people::person(tx, input.person)?, identity);
        rules::check_person(&person, job.hired.as_ref())?;
        rules::check_age(book, &person, job.hired.as_ref())?;
    }
    if hired != standing.hired_on.as_deref() || job.left != standing.left_on {
        rules::fits(&job.span(id), &store::spans(tx, input.person)?)?;
    }
    store::update(tx, id, &job)?;
    Ok(id)
}

/// Puts an employment that was entered by mistake out of sight. The one before it keeps its last day.
///
/// Errors: `refused` for the only one of a person; `not_found`.
pub fn remove(tx: &Tx, id: EmploymentId) -> Result<(), Problem> {
    let standing = store::get(tx, id)?;
    if store::spans(tx, standing.person)?.len() < 2 {
        let message = "本人只有这一份用工，不能移除；内容不对的请更正，已经离开的请填写离职日期。";
        return Err(Problem::new("refused", message));
    }
    store::put_away(tx, id)
}

/// Whether a removed employment may come back: its person stands, and so does nothing in its time.
///
/// Errors: `refused`.
pub(crate) fn may_return(connection: &Connection, id: &str) -> Result<(), Problem> {
    returning::may_return(connection, "employment", id)?;
    let (person, span) = store::removed(connection, id)?;
    rules::fits(&span, &store::spans(connection, person)?)
        .map_err(|why| Problem::new("refused", format!("这份用工恢复不了：{}", why.message)))
}

/// Holds the days that the person's own form writes into the present employment, or the one that ended last, against the
/// others. What stands and nobody touches stays.
///
/// Errors: `bad_input` at `hiredOn` or `leftOn`.
pub(crate) fn may_move(
    connection: &Connection,
    person: PersonId,
    hired: Option<&StoredDate>,
    left: Option<NaiveDate>,
) -> Result<(), Problem> {
    let all = store::spans(connection, person)?;
    let Some(newest) = all.first() else { return Ok(()) };
    if newest.hired.as_ref() == hired && newest.left == left {
        return Ok(());
    }
    let moved = Span { hired: hired.cloned(), left, ..newest.clone() };
    rules::fits(&moved, &all)
}
