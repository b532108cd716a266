//! One row to one person: who it is, then what the row says of their work. The desk it is done at is
//! `check`, which knows neither of the two.

use sheet::Row;

use super::check::{Desk, RowCheck};
use super::model::{PersonDraft, RosterRow, RowStatus};
use super::remark::status;
use super::{identity, units, work};

/// Checks a row; `Err` never: what is wrong stands in the row's problems.
pub(super) fn check<'a>(desk: &mut Desk<'a>, row: &'a Row) -> RosterRow {
    let page = desk.page_index;
    let mut check = RowCheck {
        desk,
        row,
        person: PersonDraft::default(),
        problems: Vec::new(),
        filled: Vec::new(),
        skip: false,
    };
    identity::check(&mut check);
    work::check(&mut check);
    units::check(&mut check);
    let (person, problems, filled, skip) = (check.person, check.problems, check.filled, check.skip);
    let last = row.cells.last().map_or(0, |c| c.0);
    let raw = (1..=last.min(1000)).map(|c| row.get(c).show()).collect();
    let status = if skip { RowStatus::Skipped } else { status(&problems) };
    let number = row.number;
    RosterRow { page, row: number, status, raw, filled, person, problems, of: None, changes: Vec::new() }
}
