//! Which kind of sheet a book is, by its headings; and what can be taken from each kind today. How a kind is read stands
//! with it.

use sheet::Book;

use super::exams::ExamColumn;
use super::figures;
use super::hazards::HazardColumn;
use super::leave::LeaveColumn;
use super::model::SheetKind;
use super::others::{CourseColumn, OrderColumn, RecuperationColumn};
use super::payroll::PayColumn;
use super::table::fits;
use super::training::TrainingColumn;

/// The kind that fits a book best; none for a roster and for what is no known sheet.
pub fn recognise(book: &Book) -> Option<SheetKind> {
    let found = [
        (SheetKind::Payroll, fits::<PayColumn>(book)),
        (SheetKind::Leave, fits::<LeaveColumn>(book)),
        (SheetKind::Exams, fits::<ExamColumn>(book)),
        (SheetKind::Hazards, fits::<HazardColumn>(book)),
        (SheetKind::Training, fits::<TrainingColumn>(book)),
        (SheetKind::Courses, fits::<CourseColumn>(book)),
        (SheetKind::Recuperation, fits::<RecuperationColumn>(book)),
        (SheetKind::Orders, fits::<OrderColumn>(book)),
        (SheetKind::References, figures::fit(book)),
    ];
    let all = found.into_iter().filter_map(|(kind, fit)| Some((kind, fit?.1)));
    // Among equals the first: a payroll has the most words of its own.
    all.min_by_key(|(kind, known)| (std::cmp::Reverse(*known), *kind)).map(|(kind, _)| kind)
}
