//! Work safety (安全生产监督): hazards and their closed loop from the day they are found to the report to the congress, the papers of
//! it, and the union's inspections from which hazards come. Each act here runs inside one step: rules decide, the store writes.
//! Exams and occupational disease are `members`', accidents of riders `platform`'s.

mod duties;
pub mod found;
pub mod import;
mod kinds;
pub mod model;
pub mod papers;
mod report;
pub mod rules;
mod store;
mod view;
pub mod visits;

pub use duties::duties;
pub use report::{figures, save_filing, save_report};
pub use view::{each, get, page};

use chrono::Datelike;
use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::office::register::Register;
use crate::union;
use model::{HazardAssurances, HazardEventId, HazardEventInput, HazardId, HazardInput, HazardProposal};

/// The page of this module.
pub(crate) const PAGE: &str = "safety";

/// The page of the union's inspections.
pub(crate) const VISITS_PAGE: &str = "safetyVisits";

/// The page of the figures and the report.
pub(crate) const REPORT_PAGE: &str = "safetyReport";

/// The series of the register's numbers, as `office` knows it by kind.
pub(crate) const SERIES: &str = "hazard";

/// The register.
pub(crate) const REGISTER: Register = Register { table: "hazard", series: SERIES, name: "件隐患" };

/// The law of the union's place.
fn place(connection: &Connection) -> Result<law::Place, Problem> {
    union::store::place(connection)
}

/// Keeps a hazard, new or changed; a new one gets the next number of the year within the step.
///
/// Errors: `bad_input` at its field; `refused` where what happened since could not have; `not_found`.
pub fn save(tx: &Tx, input: &HazardInput) -> Result<HazardId, Problem> {
    rules::check(input, tx.today())?;
    let Some(id) = input.id else {
        let id = tx.new_id::<HazardId>();
        let year = tx.today().year();
        store::save(tx, id, Some((year, REGISTER.next_serial(tx, year)?)), input)?;
        return Ok(id);
    };
    let standing = store::get(tx, id)?;
    let events = store::events(tx, id)?;
    if let Some(first) = events.iter().map(|event| event.record.happened_on).min()
        && input.found_on > first
    {
        let message = "这件已经登记了后面的经过，发现的日期不能晚于它，请核对。";
        return Err(Problem::input("foundOn", message));
    }
    let went_on = !events.is_empty() || standing.proposal.is_some();
    if input.grade.is_none() && standing.record.grade.is_some() && went_on {
        let message = "这件分级以后已经往下办了，不能改回没有分级；级别判错的，请改选另一级。";
        return Err(Problem::input("grade", message));
    }
    store::save(tx, id, None, input)?;
    Ok(id)
}

/// Puts a hazard out of sight; its number stays used.
///
/// Errors: `refused` when a paper of it was issued, for that is kept; `not_found`.
pub fn remove(tx: &Tx, id: HazardId) -> Result<(), Problem> {
    if store::was_issued(tx, id)? {
        let message = "这件隐患已经印发过建议书，要留存，不能移除；不成立的，请写明情况后验收、销号。";
        return Err(Problem::new("refused", message));
    }
    REGISTER.remove(tx, id)
}

/// Keeps what the union asks the employer to do.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save_proposal(tx: &Tx, input: &HazardProposal) -> Result<(), Problem> {
    let standing = store::get(tx, input.id)?;
    rules::check_proposal(input, standing.record.found_on)?;
    store::save_proposal(tx, input)
}

/// Keeps the five assurances as far as the employer gave them.
///
/// Errors: `bad_input` at its field; `refused` once an extension set another day; `not_found`.
pub fn save_assurances(tx: &Tx, input: &HazardAssurances) -> Result<(), Problem> {
    let standing = store::get(tx, input.id)?;
    rules::check_assurances(input, standing.record.found_on)?;
    let events = store::events(tx, input.id)?;
    let course = store::course(tx, &standing, &events)?;
    if input.due_on != course.due_on && course.deadline() != course.due_on {
        let message = "期限后来登记过延期或者重新整改，原来的时限要留着；要再改的，请登记“同意延期”。";
        return Err(Problem::new("refused", message).at("dueOn"));
    }
    store::save_assurances(tx, input)
}

/// Keeps something that happened, new or corrected, with the day it was due by and the rule of that day.
///
/// Errors: `bad_input` at its field; `refused` where the order cannot be; `not_found`.
pub fn save_event(tx: &Tx, book: &LawBook, input: &HazardEventInput) -> Result<HazardEventId, Problem> {
    let kept = store::get(tx, input.hazard)?;
    let mut events = store::events(tx, input.hazard)?;
    let mut later = Vec::new();
    if let Some(id) = input.id {
        let at = events.iter().position(|event| event.id == id);
        let at = at.ok_or_else(|| Problem::missing("条隐患经过"))?;
        if events[at].record.kind != input.kind {
            let message = "登记了什么不能换成别的；登记错了的请移除，另登记一条。";
            return Err(Problem::input("kind", message));
        }
        later = events.split_off(at);
    }
    let course = store::course(tx, &kept, &events)?;
    rules::check_event(&course, input, tx.today())?;
    // What was corrected alone moves past what came after it; what stood so before may stay.
    if let Some((old, after)) = later.split_first()
        && input.happened_on > old.record.happened_on
        && after.iter().any(|next| next.record.happened_on < input.happened_on)
    {
        return Err(Problem::input("happenedOn", "这个日期晚于后一步的日期，请核对。"));
    }
    let place = place(tx)?;
    let due = rules::due(rules::law_of(book, &place), &course, input.kind)?;
    let id = input.id.unwrap_or_else(|| tx.new_id::<HazardEventId>());
    store::save_event(tx, id, input, &due)?;
    Ok(id)
}

/// Removes what was entered last by mistake.
///
/// Errors: `refused` when something after it stands on it; `not_found`.
pub fn remove_event(tx: &Tx, id: HazardEventId) -> Result<(), Problem> {
    let events = store::events(tx, store::hazard_of(tx, id)?)?;
    if events.last().map(|event| event.id) != Some(id) {
        return Err(Problem::new("refused", "后面还有登记的经过，请从最后一条移起。"));
    }
    store::remove_event(tx, id)
}
