//! How the words of the roster stand in columns.

use crate::members::model::{EmploymentForm, Sex};

/// The column's text of a sex.
pub fn sex_column(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "male",
        Sex::Female => "female",
        Sex::Unspecified => "unspecified",
    }
}

/// A sex from its column.
pub fn sex_of(column: &str) -> Sex {
    match column {
        "male" => Sex::Male,
        "female" => Sex::Female,
        _ => Sex::Unspecified,
    }
}

/// The column's text of a form of employment.
pub fn form_column(form: EmploymentForm) -> &'static str {
    match form {
        EmploymentForm::Contract => "contract",
        EmploymentForm::Dispatched => "dispatched",
        EmploymentForm::PartTime => "part_time",
        EmploymentForm::Outsourced => "outsourced",
        EmploymentForm::Intern => "intern",
        EmploymentForm::Rehired => "rehired",
        EmploymentForm::Other => "other",
    }
}

/// A form of employment from its column.
pub fn form_of(column: &str) -> EmploymentForm {
    EmploymentForm::ALL
        .iter()
        .copied()
        .find(|form| form_column(*form) == column)
        .unwrap_or(EmploymentForm::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_comes_back_from_its_column() {
        for sex in Sex::ALL {
            assert_eq!(sex_of(sex_column(*sex)), *sex);
        }
        for form in EmploymentForm::ALL {
            assert_eq!(form_of(form_column(*form)), *form);
        }
    }
}
