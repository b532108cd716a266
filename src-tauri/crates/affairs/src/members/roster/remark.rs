//! What is to be said of a row once it is read: a remark, its place in the file, and the state of the row that follows. Which
//! remarks there are is decided by who compares.

use super::field::Field;
use super::model::{CellProblem, ColumnFound, ProblemKind as K, RosterRow, RowStatus, Severity};

pub(super) fn alive(row: &RosterRow) -> bool {
    matches!(row.status, RowStatus::Ready | RowStatus::Ask)
}

/// The status that follows from a row's problems.
pub(super) fn status(problems: &[CellProblem]) -> RowStatus {
    match problems.iter().map(|p| p.severity).max() {
        Some(Severity::Stop) => RowStatus::Stop,
        Some(Severity::Ask) => RowStatus::Ask,
        _ => RowStatus::Ready,
    }
}

/// What is to be said of a row.
pub(super) struct Remark<'a> {
    pub field: Field,
    pub severity: Severity,
    pub kind: K,
    pub text: &'a str,
    pub proposal: Option<String>,
}

/// The column of a field on the row's page.
pub(super) fn column(row: &RosterRow, columns: &[&[ColumnFound]], field: Field) -> Option<u32> {
    let page = columns.get(usize::try_from(row.page).ok()?)?;
    page.iter().find(|one| one.field == field).map(|one| one.column)
}

/// 第7行「证件号码」：…
pub(super) fn place(row: u32, heading: &str, text: &str) -> String {
    if heading.is_empty() {
        format!("第{row}行：{text}")
    } else {
        format!("第{row}行「{heading}」：{text}")
    }
}

/// Says it, with the place in the file, and brings the row's state up to date.
pub(super) fn push(row: &mut RosterRow, columns: &[&[ColumnFound]], remark: Remark<'_>) {
    let found = columns
        .get(usize::try_from(row.page).unwrap_or(0))
        .and_then(|cs| cs.iter().find(|c| c.field == remark.field));
    let (column, heading) = found.map_or((0, ""), |c| (c.column, c.heading.as_str()));
    let was = usize::try_from(column)
        .ok()
        .and_then(|c| row.raw.get(c.checked_sub(1)?))
        .cloned()
        .unwrap_or_default();
    row.problems.push(CellProblem {
        row: row.row,
        column,
        field: Some(remark.field),
        severity: remark.severity,
        kind: remark.kind,
        message: place(row.row, heading, remark.text),
        was,
        proposal: remark.proposal,
    });
    if row.status != RowStatus::Skipped {
        row.status = status(&row.problems);
    }
}
