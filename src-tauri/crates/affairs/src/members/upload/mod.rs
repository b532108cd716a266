//! The pre-flight for the upper system's template (上报模板预检): people of the ledger, or of a given file, as the template
//! wants them. Whoever passes goes into a clean workbook, whoever does not into one with a comment on each bad cell. How the
//! templates look is data under `assets/upload`.

mod check;
mod model;
mod template;
#[cfg(test)]
mod tests;
mod write;

use std::path::Path;

use rusqlite::Connection;

use crate::Problem;
use crate::members::flags::rules::FlagDays;
use crate::members::joining;
use crate::members::membership;
use crate::members::membership::model::MembershipState;
use crate::members::model::{MemberQuery, PersonId};
use crate::members::roster::codes::ChangeKind;
use crate::members::roster::{Field, Preview, ProblemKind as K, RosterDate, Severity};
use crate::members::store::{self, PersonRow, StoredDate};
use crate::union::model::Shown;

pub use model::{
    Upload, UploadBook, UploadChecked, UploadFault, UploadFaultKind, UploadLine, UploadTemplateLine,
};
pub use template::{UploadTemplate, templates};
pub use write::{LISTED, clean, errors};

/// Everyone of the ledger who matches, held against a template. Members and those whose membership is kept are sent; of
/// those who have left only whom the query asks for. They are found and ordered as far as identity may be seen.
///
/// `progress(done, total)` answers whether to go on. Errors: `cancelled`.
pub fn of_ledger(
    connection: &Connection,
    template: &UploadTemplate,
    (days, query, identity): (&FlagDays, &MemberQuery, Shown),
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Upload, Problem> {
    let mut people: Vec<PersonId> = Vec::new();
    store::each(connection, days, query, identity, &mut |_, line| {
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
