//! Others' forms (上级发来的表格): a county's Word or Excel form with marks, kept as it came, filled, each filling kept
//! with what it is about. What marks stand for, the modules tell; how a file is filled, `paper`; who may see what,
//! `desk`.

pub mod marks;
pub mod model;
pub mod store;

pub use model::Filling;

use ledger::Tx;
use paper::filling::{FilledForm, FormError, FormFile, FormKind, MarkAt};

use crate::Problem;
use crate::office::attachments::model::{AttachmentId, RecordKind, RecordRef};
use crate::office::attachments::{self, Kept};
use crate::typed::short;
use model::{
    ChangeForm, FillingId, FormAbout, FormId, FormMark, FormOutcome, FormProgram, MarkGroup, OpenMark,
};

/// Looks at a file that shall be kept as a form.
///
/// Errors: `bad_input` at `file`, with what it is and what to do.
pub fn look(bytes: &[u8]) -> Result<FormFile, Problem> {
    FormFile::open(bytes).map_err(|why| trouble(&why))
}

/// What is wrong with a form's file.
pub fn trouble(why: &FormError) -> Problem {
    Problem::input("file", why.to_string())
}

/// Which program opens a form.
pub fn program(form: &FormFile) -> FormProgram {
    match form.kind() {
        FormKind::Docx => FormProgram::Docx,
        FormKind::Xlsx => FormProgram::Xlsx,
    }
}

/// What a form is called: as typed, or as its file.
///
/// Errors: `bad_input` at `name`.
fn name(typed: &str) -> Result<&str, Problem> {
    let name = typed.trim();
    if name.is_empty() {
        return Err(Problem::input("name", "请写明这份表格叫什么，例如“基层工会基本情况登记表”。"));
    }
    short("name", name, 60)?;
    Ok(name)
}

/// Refuses a name that another form has: whoever picks one would not know which.
fn free(tx: &Tx, typed: &str, own: Option<FormId>) -> Result<(), Problem> {
    if store::taken(tx, typed, own)? {
        return Err(Problem::input(
            "name",
            format!("已经有一份叫“{typed}”的表格，请换一个名字，例如加上年份。"),
        ));
    }
    Ok(())
}

/// Keeps a form, whose file is kept already.
///
/// Errors: `bad_input` at `name`.
pub fn add(
    tx: &Tx,
    typed: &str,
    (program, about): (FormProgram, FormAbout),
    kept: Kept,
    by: &str,
) -> Result<FormId, Problem> {
    let name = name(typed)?;
    free(tx, name, None)?;
    let id = tx.new_id::<FormId>();
    // The row first: a file hangs on a record that stands.
    store::insert(tx, id, (name, program, about))?;
    let of = RecordRef { kind: RecordKind::Form, id: id.to_string() };
    let file = attachments::add(tx, &of, kept, by)?.attachment.id;
    store::set_file(tx, id, file)?;
    Ok(id)
}

/// Gives a form another name or subject.
///
/// Errors: `bad_input` at `name`; `not_found`.
pub fn change(tx: &Tx, change: &ChangeForm) -> Result<(), Problem> {
    let name = name(&change.name)?;
    free(tx, name, Some(change.id))?;
    store::update(tx, change.id, (name, change.about))
}

/// Keeps a filling with its file: on the person, the negotiation or the case it is about, else on the form.
///
/// Errors: `not_found` when what it is about is gone.
pub fn keep(tx: &Tx, filling: &Filling<'_>, kept: Kept) -> Result<FillingId, Problem> {
    let on = |kind, id: &Option<String>| RecordRef { kind, id: id.clone().unwrap_or_default() };
    let of = match filling.form.about {
        FormAbout::Person => on(RecordKind::Person, &filling.of),
        FormAbout::Negotiation => on(RecordKind::Negotiation, &filling.of),
        FormAbout::Supervision => on(RecordKind::Supervision, &filling.of),
        FormAbout::Union | FormAbout::Roster => {
            RecordRef { kind: RecordKind::Form, id: filling.form.id.to_string() }
        }
    };
    let file = attachments::add(tx, &of, kept, filling.by)?.attachment.id;
    let id = tx.new_id::<FillingId>();
    store::insert_filling(tx, id, filling, file)?;
    Ok(id)
}

/// Whether a file on a form holds identity in full: a list filled for a report.
pub fn holds_identity(connection: &rusqlite::Connection, file: AttachmentId) -> Result<bool, Problem> {
    store::holds_identity(connection, file)
}

/// Whether a file is a filled form, made here from the ledger.
pub fn is_filling(connection: &rusqlite::Connection, file: AttachmentId) -> Result<bool, Problem> {
    store::is_filling(connection, file)
}

/// What a form is about, told by its marks: the subject that most of them belong to, the union itself when none does.
pub fn guess(found: &[MarkAt], groups: &[MarkGroup]) -> FormAbout {
    let bears = |about: FormAbout, mark: &str| {
        groups.iter().any(|group| group.about == about && group.marks.iter().any(|known| known == mark))
    };
    let fits = |about: FormAbout| found.iter().filter(|at| bears(about, &at.mark)).count();
    let subjects =
        [FormAbout::Supervision, FormAbout::Negotiation, FormAbout::Person, FormAbout::Roster].into_iter();
    let most =
        subjects.map(|about| (fits(about), about)).filter(|(fit, _)| *fit > 0).max_by_key(|(fit, _)| *fit);
    most.map_or(FormAbout::Union, |(_, about)| about)
}

/// A form comes back only while no other has taken its name.
pub(crate) fn may_return(connection: &rusqlite::Connection, id: &str) -> Result<(), Problem> {
    if store::name_taken_from(connection, id)? {
        let message = "移除之后又添加了一份同名的表格，所以恢复不了。请先给那一份改名，再来恢复。";
        return Err(Problem::new("refused", message));
    }
    Ok(())
}

/// The marks of a form, each once, told by the groups of its subject.
pub fn told(found: Vec<MarkAt>, groups: &[MarkGroup], about: FormAbout) -> Vec<FormMark> {
    let own = groups.iter().filter(|group| group.about == about || group.about == FormAbout::Union);
    let known = own.flat_map(|group| group.marks.iter().map(move |mark| (mark.as_str(), group.repeats)));
    let mut told: Vec<FormMark> = Vec::new();
    for at in found {
        if let Some(mark) = told.iter_mut().find(|mark| mark.mark == at.mark) {
            if !mark.places.contains(&at.place) {
                mark.places.push(at.place);
            }
            continue;
        }
        // Within a line of a list the bare counter is known too.
        let counter = at.mark == "序号" && known.clone().any(|(_, repeats)| repeats);
        let repeats = known.clone().find(|(mark, _)| *mark == at.mark).map(|(_, repeats)| repeats);
        let nearest = || marks::nearest(&at.mark, known.clone().map(|(mark, _)| mark)).map(str::to_owned);
        let is_known = repeats.is_some() || counter;
        told.push(FormMark {
            nearest: if is_known { None } else { nearest() },
            known: is_known,
            repeats: repeats.unwrap_or(counter),
            places: vec![at.place],
            mark: at.mark,
        });
    }
    told
}

/// What a filling brought, for a person to read.
pub fn outcome(filled: &FilledForm) -> FormOutcome {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let open = |all: &[MarkAt]| {
        let one =
            |at: &MarkAt| OpenMark { mark: at.mark.clone(), place: at.place.clone(), times: count(at.times) };
        all.iter().map(one).collect()
    };
    FormOutcome {
        filled: count(filled.filled),
        lines: count(filled.rows),
        blank: open(&filled.blank),
        unknown: open(&filled.unknown),
    }
}
