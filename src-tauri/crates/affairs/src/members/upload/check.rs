//! One person held against a template: every value as the system takes it, or why it does not. What the values are is
//! gathered in `mod`.

use chrono::NaiveDate;

use super::model::{Upload, UploadLine};
use super::template::{UploadColumn, UploadTemplate, Written};
use crate::members::model::PersonId;
use crate::members::roster::codes::{
    ChangeKind, ChangeReason, IdKind, Meaning, Sex, SkillGrade, WorkStatus, education_code, ethnicity_code,
    fold, political_code,
};
use crate::members::roster::{Field, Precision, names, phones};

/// Values of a person by field: words as the program uses them, days as the ledger stores them.
pub(super) type Values<'v> = dyn Fn(Field) -> Option<String> + 'v;

/// Who a line is: the name, the person of the ledger or the row of the file.
pub(super) type Who = (String, Option<PersonId>, Option<u32>);

/// Adds a person, with what is wrong.
pub(super) fn line(
    template: &UploadTemplate,
    upload: &mut Upload,
    (name, person, row): Who,
    values: &Values<'_>,
) {
    let number = u32::try_from(upload.lines.len()).unwrap_or(u32::MAX);
    let mut cells = Vec::with_capacity(template.columns.len());
    for (at, column) in (0_u32..).zip(&template.columns) {
        let written = match column.value {
            Field::Sequence => Ok((number + 1).to_string()),
            field => cell(column, values(field).as_deref(), values),
        };
        match written {
            Ok(cell) => cells.push(cell),
            Err((shown, why)) => {
                cells.push(shown);
                upload.faults.push(template.fault(number, at, &why));
            }
        }
    }
    upload.lines.push(UploadLine { name, person, row, cells });
}

/// A value as the system takes it; else as it is, and why not.
fn cell(column: &UploadColumn, value: Option<&str>, values: &Values<'_>) -> Result<String, (String, String)> {
    let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) else {
        return match column.required {
            true => Err((String::new(), "必填，没有填；请补上。".to_owned())),
            false => needed(column.value, values).map_or(Ok(String::new()), |why| Err((String::new(), why))),
        };
    };
    let wrong = |why: &str| Err((value.to_owned(), why.to_owned()));
    match column.value {
        Field::Birth | Field::ChangeOn | Field::JoinedOn | Field::EmployedOn => match whole_day(value) {
            Some(day) => Ok(day.format("%Y%m%d").to_string()),
            None => wrong(match precision(value) {
                Precision::Year => "只知道年，上报要写到日；请补上月和日。",
                Precision::Month => "只知道年和月，上报要写到日；请补上日。",
                Precision::Day => "不是日期；请核对。",
            }),
        },
        Field::StartedWorkOn => Ok(value.get(..4).unwrap_or(value).to_owned()),
        Field::Name
            if names::read(value).1.iter().any(|issue| {
                matches!(
                    issue,
                    names::NameIssue::Private | names::NameIssue::Lost | names::NameIssue::Impossible
                )
            }) =>
        {
            wrong("姓名里有上报系统认不出的字；请对照身份证改正。")
        }
        Field::Phone => match phones::read(value).numbers.first() {
            Some(number) if number.len() == 11 && number.starts_with('1') => Ok(number.clone()),
            _ => wrong("上报要本人的手机号码，11位；请补上。"),
        },
        // Who has no grade, or none yet, has no code either: the system takes an empty cell.
        Field::SkillGrade
            if [SkillGrade::NoGrade, SkillGrade::Apprentice].map(SkillGrade::label).contains(&value) =>
        {
            Ok(String::new())
        }
        field if column.write == Written::Code => match code_of(field, value) {
            Some(code) => Ok(code),
            None => wrong("上报的代码表里没有这一项；请换成代码表里有的，或者留空。"),
        },
        _ => Ok(value.to_owned()),
    }
}

/// What must stand beside a change of membership that is told.
fn needed(field: Field, values: &Values<'_>) -> Option<String> {
    let kind = values(Field::ChangeKind)?;
    match field {
        Field::ChangeOn => Some("写了会籍变化类型，就要写变化的日期。".to_owned()),
        Field::ChangeReason if !matches!(kind.as_str(), "入会" | "转入") => {
            Some("保留、转出、退会要写原因。".to_owned())
        }
        _ => None,
    }
}

/// The words of a coded field that the program itself writes, as codes of the data standard.
fn code_of(field: Field, word: &str) -> Option<String> {
    let plain = fold(word);
    let coded = |code: &'static str| (!code.is_empty()).then(|| code.to_owned());
    macro_rules! code {
        ($list:ident) => {
            match $list::read(&plain) {
                Meaning::Sure(one) | Meaning::Likely(one) => coded(one.code()),
                Meaning::Unknown => None,
            }
        };
    }
    match field {
        Field::Sex => code!(Sex),
        Field::WorkStatus => code!(WorkStatus),
        Field::IdKind => code!(IdKind),
        // The system's scale has five grades; who stands above the first of them is told as the first.
        Field::SkillGrade => match SkillGrade::read(&plain) {
            Meaning::Sure(SkillGrade::SpecialTechnician | SkillGrade::ChiefTechnician) => {
                coded(SkillGrade::SeniorTechnician.code())
            }
            Meaning::Sure(one) | Meaning::Likely(one) => coded(one.code()),
            Meaning::Unknown => None,
        },
        Field::ChangeKind => code!(ChangeKind),
        Field::ChangeReason => code!(ChangeReason),
        Field::Ethnicity => Some(ethnicity_code(word)),
        Field::Education => education_code(word).map(str::to_owned),
        Field::Political => political_code(word).map(str::to_owned),
        _ => None,
    }
}

/// A day as the ledger stores it, when it is known to the day.
fn whole_day(text: &str) -> Option<NaiveDate> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

/// How a day is known, for what is said of one that is not whole.
fn precision(text: &str) -> Precision {
    match text.len() {
        4 => Precision::Year,
        7 => Precision::Month,
        _ => Precision::Day,
    }
}
