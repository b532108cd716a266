//! The reform ledger (产改台账): the 27 articles of the Opinions, and what the union and the firm do for each: a measure with whoever
//! answers for it, its day, its proofs and what came of it. Each act here runs inside one step: rules decide, the store writes. What
//! an article asks stands in `articles`.

pub mod articles;
mod duties;
mod figures;
pub mod found;
pub mod model;
pub mod papers;
mod rules;
mod store;
mod view;

pub use duties::duties;
pub use view::{article, each, get, overview, page};

use ledger::Tx;

use crate::Problem;
use crate::office::register::Register;
use model::{ReformArticleInput, ReformEnding, ReformMeasureId, ReformMeasureInput};

/// The page of the measures.
pub(crate) const PAGE: &str = "reformMeasures";

/// The series of the ledger's numbers, as `office` knows it by kind.
pub(crate) const SERIES: &str = "reformMeasure";

/// The register.
pub(crate) const REGISTER: Register =
    Register { table: "reform_measure", series: SERIES, name: "条产改措施" };

/// Keeps a measure, new or changed; a new one gets the next number of its year within the step.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save(tx: &Tx, input: &ReformMeasureInput) -> Result<ReformMeasureId, Problem> {
    rules::check(input, tx.today())?;
    let Some(id) = input.id else {
        let id = tx.new_id::<ReformMeasureId>();
        store::save(tx, id, Some(REGISTER.next_serial(tx, input.year)?), input)?;
        return Ok(id);
    };
    let standing = store::get(tx, id)?;
    if standing.record.year != input.year {
        let message = "年份已经写进编号，不能改；登记错了年份的，请移除以后重新登记。";
        return Err(Problem::input("year", message));
    }
    store::save(tx, id, None, input)?;
    Ok(id)
}

/// Keeps that a measure is done or given up, or that it runs again.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn finish(tx: &Tx, input: &ReformEnding) -> Result<(), Problem> {
    rules::check_ending(input, tx.today())?;
    store::end(tx, input)
}

/// Puts a measure out of sight; its number stays used.
///
/// Errors: `not_found`.
pub fn remove(tx: &Tx, id: ReformMeasureId) -> Result<(), Problem> {
    REGISTER.remove(tx, id)
}

/// Keeps the text of an article, whoever leads it, and how it stands in a year.
///
/// Errors: `bad_input` at its field.
pub fn save_article(tx: &Tx, input: &ReformArticleInput) -> Result<(), Problem> {
    rules::check_words(input, tx.today())?;
    store::save_words(tx, input)
}
