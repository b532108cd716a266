//! The pre-flight for the upper system's template (上报模板预检): people of the ledger, or of a given file, as the template
//! wants them. Whoever passes goes into a clean workbook, whoever does not into one with a comment on each bad cell. How the
//! templates look is data under `assets/upload`.

mod check;
mod template;
#[cfg(test)]
mod tests;
mod write;

use std::path::Path;

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::members::flags::rules::FlagDays;
use crate::members::joining;
use crate::members::membership;
use crate::members::membership::model::MembershipState;
use crate::members::model::{MemberQuery, PersonId};
use crate::members::roster::codes::{ChangeKind, IdKind, Meaning, SkillGrade, WorkStatus, fold};
use crate::members::roster::{Field, Precision, Preview, ProblemKind as K, RosterDate, Severity};
use crate::members::store::{self, PersonRow, StoredDate};
use crate::union::model::Shown;

pub use template::{UploadTemplate, templates};
pub use write::{LISTED, clean, errors};

/// A template that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UploadTemplateLine {
    /// How it is chosen.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Its headings in their order.
    pub headings: Vec<String>,
}

/// Which of the two workbooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum UploadBook {
    /// Whoever passes.
    Clean,
    /// Whoever does not, with a comment on each bad cell.
    Errors,
}

/// What is wrong with one value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UploadFault {
    /// Which line, from 0.
    pub line: u32,
    /// Which column of the template, from 0.
    pub column: u32,
    /// Its heading.
    pub heading: String,
    /// Why, and what to do; never with the value in it.
    pub message: String,
}

/// One person as the template wants them.
#[derive(Debug, Clone)]
pub struct UploadLine {
    /// 姓名.
    pub name: String,
    /// The person of the ledger; none of a file.
    pub person: Option<PersonId>,
    /// The row of the file; none of the ledger.
    pub row: Option<u32>,
    /// The cells, one a column.
    pub cells: Vec<String>,
}

/// People held against a template.
#[derive(Debug, Clone, Default)]
pub struct Upload {
    /// Everyone.
    pub lines: Vec<UploadLine>,
    /// What is wrong, line by line.
    pub faults: Vec<UploadFault>,
}

/// How people stand to a template, for the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UploadChecked {
    /// Everyone.
    pub people: u32,
    /// Whoever passes.
    pub good: u32,
    /// Whoever does not.
    pub bad: u32,
    /// Everything that is wrong.
    pub faults: u32,
    /// What is wrong by its heading and its reason, the commonest first: so many cells, and the first few names.
    pub kinds: Vec<UploadFaultKind>,
}

/// One reason and how often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UploadFaultKind {
    /// The heading.
    pub heading: String,
    /// The reason.
    pub message: String,
    /// How many cells.
    pub cells: u32,
    /// The first few people.
    pub names: Vec<String>,
}

/// Values of a person by field: words as the program uses them, days as the ledger stores them.
pub(crate) type Values<'v> = dyn Fn(Field) -> Option<String> + 'v;

/// Everyone of the ledger who matches, held against a template. Members and those whose membership is kept are sent; of
/// those who have left only whom the query asks for.
///
/// `progress(done, total)` answers whether to go on. Errors: `cancelled`.
pub fn of_ledger(
    connection: &Connection,
    template: &UploadTemplate,
    (days, query): (&FlagDays, &MemberQuery),
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Upload, Problem> {
    let mut people: Vec<PersonId> = Vec::new();
    store::each(connection, days, query, Shown::Never, &mut |_, line| {
        let sent = query.state.is_some()
            || matches!(line.state, MembershipState::Member | MembershipState::Retained);
        people.extend(sent.then_some(line.id));
        Ok(())
    })?;
    let employer = employer(connection)?;
    let total = people.len() as u64;
    let mut upload = Upload::default();
    for (at, id) in people.into_iter().enumerate() {
        if at.is_multiple_of(500) && !progress(at as u64, total) {
            return Err(Problem::new("cancelled", "已取消，没有存下文件。"));
        }
        let row = store::person(connection, id)?;
        let last = membership::life(connection, id)?.rungs.pop();
        let number = joining::store::number_of(connection, id)?;
        let value = |field: Field| {
            of_row(&row, field).or_else(|| match field {
                Field::ChangeKind => last.as_ref().and_then(|rung| kind_word(rung.kind)),
                Field::ChangeOn => last.as_ref().and_then(|rung| rung.on.clone()),
                Field::ChangeReason => {
                    last.as_ref().and_then(|rung| rung.reason).map(|reason| reason.label().to_owned())
                }
                Field::UnionCard => number.clone().or_else(|| row.card_number.clone()),
                Field::Employer => employer.clone(),
                _ => None,
            })
        };
        check::line(template, &mut upload, (row.name.clone(), Some(id), None), &value);
    }
    Ok(upload)
}

fn employer(connection: &Connection) -> Result<Option<String>, Problem> {
    use rusqlite::OptionalExtension;
    Ok(connection.query_row("SELECT employer FROM union_record", [], |row| row.get(0)).optional()?)
}

/// As the template's code list calls it; what is in no list of the system is told as the nearest that is.
fn kind_word(kind: membership::model::MembershipKind) -> Option<String> {
    use membership::model::MembershipKind as Kind;
    let kind = match kind {
        Kind::Joined | Kind::Resumed => ChangeKind::Joined,
        Kind::MovedIn => ChangeKind::TransferredIn,
        Kind::Retained => ChangeKind::Retained,
        Kind::MovedOut => ChangeKind::TransferredOut,
        Kind::Withdrawn => ChangeKind::Withdrawn,
        Kind::Expelled => ChangeKind::Expelled,
        Kind::Died => return None,
    };
    Some(kind.label().to_owned())
}

fn of_row(row: &PersonRow, field: Field) -> Option<String> {
    let day = |day: &Option<StoredDate>| day.as_ref().map(|(text, _)| text.clone());
    match field {
        Field::Name => Some(row.name.clone()),
        Field::Sex => Some(row.sex.label().to_owned()),
        Field::Birth => day(&row.birth),
        Field::Ethnicity => row.ethnicity.clone(),
        Field::WorkStatus => row.status.clone(),
        Field::IdKind => row.id_kind.clone(),
        Field::IdNumber => row.id_number.clone(),
        Field::Education => row.education.clone(),
        Field::SkillGrade => row.skill_grade.clone(),
        Field::Title => row.title.clone(),
        Field::Phone => row.phone.clone(),
        Field::Email => row.email.clone(),
        Field::Household => row.household.clone(),
        Field::HouseholdPlace => row.household_place.clone(),
        Field::NativePlace => row.native_place.clone(),
        Field::Migrant => row.migrant.map(|yes| if yes { "是" } else { "否" }.to_owned()),
        Field::Political => row.political.clone(),
        Field::Employer => row.employer.clone(),
        Field::EmployerCode => row.employer_code.clone(),
        Field::Shop => row.shop.clone(),
        Field::Team => row.team.clone(),
        Field::Post => row.post.clone(),
        Field::StaffNo => row.work_number.clone(),
        Field::Employment => Some(row.form.label().to_owned()),
        Field::EmployedOn => day(&row.hired_on),
        Field::StartedWorkOn => day(&row.started_on),
        Field::JoinedOn => day(&row.member_since),
        Field::Remark => row.note.clone(),
        _ => None,
    }
}

/// Everyone of a file that was read as a roster, held against a template. What the reading found doubtful or impossible is
/// wrong here: the upper system asks nobody.
pub fn of_file(preview: &Preview, template: &UploadTemplate) -> Upload {
    let mut upload = Upload::default();
    for row in &preview.rows {
        let person = &row.person;
        let date = |day: &Option<RosterDate>| day.as_ref().map(ToString::to_string);
        let value = |field: Field| match field {
            Field::Name => Some(person.name.clone()).filter(|name| !name.is_empty()),
            Field::Sex => person.sex.map(|sex| sex.label().to_owned()),
            Field::Birth => date(&person.birth),
            Field::WorkStatus => person.work_status.map(|status| status.label().to_owned()),
            Field::IdKind => person.id_kind.map(|kind| kind.label().to_owned()),
            Field::IdNumber => person.id_number.clone(),
            Field::Household => person.household.clone(),
            Field::HouseholdPlace => person.household_place.clone(),
            Field::NativePlace => person.native_place.clone(),
            Field::Employer => person.employer.clone(),
            Field::JoinedOn => date(&person.joined_on),
            Field::ChangeKind => person.change_kind.map(|kind| kind.label().to_owned()),
            Field::ChangeOn => date(&person.change_on),
            Field::ChangeReason => person.change_reason.map(|reason| reason.label().to_owned()),
            Field::UnionCard => person.union_card.clone(),
            Field::Remark => person.remark.clone(),
            other => crate::members::roster::compared(person, other),
        };
        check::line(template, &mut upload, (person.name.clone(), None, Some(row.row)), &value);
        let line = u32::try_from(upload.lines.len()).unwrap_or(u32::MAX) - 1;
        // How the file differs from the ledger is the import's question.
        let of_the_ledger =
            [K::ValueChanged, K::MembershipDiffers, K::PersonMaybeKnown, K::NameChanged, K::NumberKnown];
        let faults = row.problems.iter().filter(|one| one.severity != Severity::Note);
        for found in faults.filter(|one| !of_the_ledger.contains(&one.kind)) {
            // What the system does not ask for is none of its faults.
            let Some(at) = found.field.and_then(|field| template.place(field)) else { continue };
            let message = found.message.split_once('：').map_or(found.message.as_str(), |(_, why)| why);
            // Nothing is imported here.
            let message = &message.replace("，或者先留空导入", "");
            // The cell as the file has it, and why it was not read, over that nothing stands there.
            let cell = usize::try_from(at).ok().and_then(|at| upload.lines.last_mut()?.cells.get_mut(at));
            if let Some(cell) = cell.filter(|cell| cell.is_empty()) {
                cell.clone_from(&found.was);
                upload.faults.retain(|fault| (fault.line, fault.column) != (line, at));
            }
            if !upload.faults.iter().any(|fault| (fault.line, fault.column) == (line, at)) {
                upload.faults.push(template.fault(line, at, message));
            }
        }
    }
    upload
}

/// The words of a coded field that the program itself writes, as codes of the data standard.
pub(crate) fn code_of(field: Field, word: &str) -> Option<String> {
    use crate::members::roster::codes::{ChangeReason, Sex, education_code, ethnicity_code, political_code};
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
pub(crate) fn whole_day(text: &str) -> Option<NaiveDate> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

/// How a day is known, for what is said of one that is not whole.
pub(crate) fn precision(text: &str) -> Precision {
    match text.len() {
        4 => Precision::Year,
        7 => Precision::Month,
        _ => Precision::Day,
    }
}

/// Sums up for the page.
pub fn summed(upload: &Upload) -> UploadChecked {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut bad: Vec<u32> = upload.faults.iter().map(|fault| fault.line).collect();
    bad.dedup();
    let mut kinds: Vec<UploadFaultKind> = Vec::new();
    for fault in &upload.faults {
        let name = usize::try_from(fault.line)
            .ok()
            .and_then(|at| upload.lines.get(at))
            .map(|line| line.name.clone());
        match kinds.iter_mut().find(|one| one.heading == fault.heading && one.message == fault.message) {
            Some(kind) => {
                kind.cells += 1;
                if kind.names.len() < 5 {
                    kind.names.extend(name);
                }
            }
            None => kinds.push(UploadFaultKind {
                heading: fault.heading.clone(),
                message: fault.message.clone(),
                cells: 1,
                names: name.into_iter().collect(),
            }),
        }
    }
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.cells));
    UploadChecked {
        people: count(upload.lines.len()),
        good: count(upload.lines.len() - bad.len()),
        bad: count(bad.len()),
        faults: count(upload.faults.len()),
        kinds,
    }
}

/// The template that was chosen.
///
/// Errors: `bad_input` for none of them.
pub fn chosen(assets: &Path, id: &str) -> Result<UploadTemplate, Problem> {
    let found = templates(assets)?.into_iter().find(|one| one.id == id);
    found.ok_or_else(|| Problem::input("template", "没有这种上报模板，请从列出的模板里选一种。"))
}
