//! Others' forms: kept, looked at, filled and saved. What marks stand for is joined here from the modules, for what the
//! form is about; identity goes into a form by the rules that hold for lists and papers.

use std::io::{Cursor, Read};

use affairs::letters::model::SupervisionCaseId;
use affairs::members::model::{MemberQuery, PersonId};
use affairs::negotiation::model::NegotiationId;
use affairs::office::attachments as kept;
use affairs::office::committee;
use affairs::office::forms::marks::Marks;
use affairs::office::forms::model::{
    ChangeForm, FormAbout, FormFilling, FormId, FormMark, FormOutcome, FormPurpose, KeptForm, MarkGroup,
};
use affairs::office::forms::{self as work, Filling};
use affairs::union::model::Shown;
use affairs::{letters, members, negotiation, union};
use paper::filling::{FilledForm, FormFile, MOST_BYTES};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::{Command, Done, Nothing};
use crate::commands::files::picked;
use crate::commands::papers_saved::write_whole;
use crate::desk::{Desk, Outcome};
use crate::files::{FileHandle, safe_target};
use crate::open::{Open, Reading, Writing};
use crate::progress::Progress;

/// A kept form.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FormRef {
    /// The id.
    pub id: FormId,
}

/// A form to keep.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddForm {
    /// The file.
    pub file: FileHandle,
    /// What it is called; the file's name when absent.
    pub name: Option<String>,
    /// What it is about; told by its marks when absent.
    pub about: Option<FormAbout>,
}

/// A form and what it is to be filled with.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FormOf {
    /// The form.
    pub id: FormId,
    /// The person, the negotiation or the supervision case that it is about.
    pub of: Option<String>,
    /// Which members, for a list; all of them when absent.
    pub members: Option<MemberQuery>,
    /// For whom.
    pub purpose: FormPurpose,
}

/// A form to fill and save.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FillForm {
    /// What is filled with what.
    pub form: FormOf,
    /// Where to.
    pub to: FileHandle,
}

/// A kept form with its marks and what became of it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormDetail {
    /// The form.
    pub form: KeptForm,
    /// The marks in it, each once.
    pub marks: Vec<FormMark>,
    /// Why it cannot be looked into, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub trouble: Option<String>,
    /// Its fillings, the newest first.
    pub fillings: Vec<FormFilling>,
}

/// A form that was filled and saved.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FilledFormFile {
    /// Where it stands.
    pub path: String,
    /// What came of it.
    pub outcome: FormOutcome,
}

/// Every kept form.
pub fn list(reading: &Reading<'_>, _: Nothing) -> Result<Vec<KeptForm>, Problem> {
    work::store::all(reading.connection)
}

/// The marks that a form about this may bear, with nothing known of what it is about.
fn known(reading: &Reading<'_>, about: FormAbout) -> Result<Marks, Problem> {
    let mut marks = of_any(reading)?;
    match about {
        FormAbout::Union => {}
        FormAbout::Person => {
            members::marks::of_person(reading.connection, None, Shown::Never, &mut marks)?;
        }
        FormAbout::Roster => {
            members::marks::of_roster(reading.connection, None, Shown::Never, &mut marks)?;
        }
        FormAbout::Negotiation => {
            negotiation::marks::marks(reading.connection, reading.book, None, &mut marks)?;
        }
        FormAbout::Supervision => {
            letters::marks::marks(reading.connection, reading.book, None, &mut marks)?;
        }
    }
    Ok(marks)
}

/// The marks that any form may bear: of the union and of its committee.
fn of_any(reading: &Reading<'_>) -> Result<Marks, Problem> {
    let mut marks = Marks::default();
    union::marks::marks(reading.connection, reading.today, &mut marks)?;
    committee::marks::marks(reading.connection, &mut marks)?;
    Ok(marks)
}

/// Every mark that a form may bear.
pub fn marks(reading: &Reading<'_>, _: Nothing) -> Result<Vec<MarkGroup>, Problem> {
    let mut marks = of_any(reading)?;
    members::marks::of_person(reading.connection, None, Shown::Never, &mut marks)?;
    members::marks::of_roster(reading.connection, None, Shown::Never, &mut marks)?;
    negotiation::marks::marks(reading.connection, reading.book, None, &mut marks)?;
    letters::marks::marks(reading.connection, reading.book, None, &mut marks)?;
    Ok(marks.groups)
}

/// The blank of a form, looked at.
fn blank(reading: &Reading<'_>, form: &KeptForm) -> Result<FormFile, Problem> {
    let file = kept::store::one(reading.connection, form.file)?;
    work::look(&reading.open.ledger.files().bytes(&file.content, MOST_BYTES)?)
}

/// One form.
pub fn get(reading: &Reading<'_>, which: FormRef) -> Result<FormDetail, Problem> {
    let form = work::store::one(reading.connection, which.id)?;
    let fillings = work::store::fillings(reading.connection, form.id)?;
    let found = blank(reading, &form).and_then(|mut file| file.marks().map_err(|why| work::trouble(&why)));
    let (found, trouble) = match found {
        Ok(found) => (found, None),
        Err(why) => (Vec::new(), Some(why.message)),
    };
    let marks = work::told(found, &marks(reading, Nothing {})?, form.about);
    Ok(FormDetail { form, marks, trouble, fillings })
}

/// A form as it is filled, and who stands in it with identity in full.
struct Made {
    form: KeptForm,
    filled: FilledForm,
    in_full: Vec<String>,
}

fn made(reading: &Reading<'_>, args: &FormOf) -> Result<Made, Problem> {
    let connection = reading.connection;
    let form = work::store::one(connection, args.id)?;
    let mut file = blank(reading, &form)?;
    let found = file.marks().map_err(|why| work::trouble(&why))?;
    let asks = found.iter().any(|at| members::marks::is_identity(&at.mark));
    let seen = reading.open.sight().identity;
    let identity = match args.purpose {
        FormPurpose::Submit if asks && matches!(form.about, FormAbout::Person | FormAbout::Roster) => {
            in_full(reading.open)?
        }
        // Masked, and for whoever may not read it at all not searched by either.
        _ if seen == Shown::Never => Shown::Never,
        FormPurpose::Submit | FormPurpose::Notice => Shown::Masked,
    };
    let mut marks = of_any(reading)?;
    let of = args.of.as_deref().unwrap_or_default();
    let mut people = Vec::new();
    match form.about {
        FormAbout::Union => {}
        FormAbout::Person => {
            let nobody = |_| Problem::input("of", "请先选择给哪一位会员填。");
            let id = of.parse::<PersonId>().map_err(nobody)?;
            members::marks::of_person(connection, Some(id), identity, &mut marks)?;
            people.push(id.to_string());
        }
        FormAbout::Roster => {
            let query = args.members.clone().unwrap_or_default();
            let days = members::flags::days(connection, reading.book, reading.today, seen)?;
            let all = members::marks::of_roster(connection, Some((&query, &days)), identity, &mut marks)?;
            people.extend(all.iter().map(ToString::to_string));
        }
        FormAbout::Negotiation => {
            let none = |_| Problem::input("of", "请先选择填哪一次协商。");
            let id = of.parse::<NegotiationId>().map_err(none)?;
            negotiation::marks::marks(connection, reading.book, Some(id), &mut marks)?;
        }
        FormAbout::Supervision => {
            let none = |_| Problem::input("of", "请先选择填哪一件监督案件。");
            let id = of.parse::<SupervisionCaseId>().map_err(none)?;
            letters::marks::marks(connection, reading.book, Some(id), &mut marks)?;
        }
    }
    let filled = file.fill(&marks.facts).map_err(|why| work::trouble(&why))?;
    let in_full = if identity == Shown::Full { people } else { Vec::new() };
    Ok(Made { form, filled, in_full })
}

/// Lets identity go into a form in full, or says what to do first.
fn in_full(open: &Open) -> Result<Shown, Problem> {
    match open.sight().identity {
        Shown::Full => Ok(Shown::Full),
        Shown::Masked => Err(Problem::new(
            "covered",
            "这份表格要填完整的证件号码、电话或出生日期。请先点“显示完整号码”，写明用途，再填；用来公示的，请选“公示”，号码只填头尾，出生日期只填年份。",
        )),
        Shown::Never => Err(Problem::new(
            "no_right",
            format!(
                "{}没有查看证件号码和电话的权限，请由主席填写，或选“公示”，号码只填头尾，出生日期只填年份。",
                open.person().name
            ),
        )),
    }
}

/// What filling a form would bring; nothing is saved.
pub fn attempt(reading: &Reading<'_>, args: FormOf) -> Result<FormOutcome, Problem> {
    Ok(work::outcome(&made(reading, &args)?.filled))
}

/// Keeps a form.
pub fn add(
    desk: &Desk,
    command: &Command,
    args: AddForm,
    progress: &dyn Progress,
) -> Result<Outcome<FormId>, Problem> {
    let open = desk.opened()?;
    let (file, name, size) = picked(&desk.resolve(&args.file)?)?;
    let mut bytes = Vec::new();
    // One byte more than allowed, so that a larger file is told as such.
    file.take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| Problem::input("file", "这个文件读到一半读不下去了，没有添加。请复制到电脑上再试。"))?;
    let mut form = work::look(&bytes)?;
    let found = form.marks().map_err(|why| work::trouble(&why))?;
    let about = match args.about {
        Some(about) => about,
        None => work::guess(&found, &desk.view(|reading| marks(reading, Nothing {}))?),
    };
    // What can never be filled is said now, and not when the form is due.
    let probe = desk.view(|reading| known(reading, about))?.facts.probe();
    form.fill(&probe).map_err(|why| work::trouble(&why))?;
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let called = args.name.unwrap_or_else(|| stem.to_owned());
    let file = put(&open, &bytes, &format!("{stem}.{}", work::program(&form).code()), progress)?;
    progress.report(size, size, "添加表格");
    let by = open.person().name;
    desk.step(command, |writing| work::add(writing.tx, &called, (work::program(&form), about), file, &by))
}

/// Keeps bytes among the attachments' files.
fn put(open: &Open, bytes: &[u8], name: &str, progress: &dyn Progress) -> Result<kept::Kept, Problem> {
    let size = bytes.len() as u64;
    kept::keep(&open.ledger.files(), &mut Cursor::new(bytes), (name, size), false, &mut |_| {
        !progress.cancelled()
    })
}

/// Gives a form another name or subject.
pub fn change(writing: &Writing<'_, '_>, _: &Desk, args: ChangeForm) -> Result<Done, Problem> {
    work::change(writing.tx, &args).map(|()| Done)
}

/// Puts a form out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: FormRef) -> Result<Done, Problem> {
    work::store::remove(writing.tx, which.id).map(|()| Done)
}

/// Fills a form, saves it where the person chose and keeps it with what it is about. The file appears whole or not at
/// all; what could not be saved is not kept either.
pub fn fill(
    desk: &Desk,
    command: &Command,
    args: FillForm,
    progress: &dyn Progress,
) -> Result<Outcome<FilledFormFile>, Problem> {
    let to = desk.resolve(&args.to)?;
    safe_target(&to)?;
    let open = desk.opened()?;
    let made = desk.view(|reading| {
        let made = made(reading, &args.form)?;
        reading.open.looked("forms.fill", made.in_full.iter().cloned())?;
        Ok(made)
    })?;
    let outcome = work::outcome(&made.filled);
    let name = format!("{}（{}填）.{}", made.form.name, desk.today(), made.form.program.code());
    let file = put(&open, &made.filled.bytes, &name, progress)?;
    if progress.cancelled() {
        return Err(Problem::new("cancelled", "已取消，没有存下文件。"));
    }
    write_whole(&to, &made.filled.bytes)?;
    let by = open.person().name;
    let done = desk.step(command, |writing| {
        let of = match made.form.about {
            FormAbout::Person | FormAbout::Negotiation | FormAbout::Supervision => args.form.of.clone(),
            FormAbout::Union | FormAbout::Roster => None,
        };
        let in_full = !made.in_full.is_empty();
        let (form, purpose, lines) = (&made.form, args.form.purpose, made.filled.rows);
        work::keep(writing.tx, &Filling { form, of, purpose, in_full, lines, by: &by }, file)
    })?;
    let value = FilledFormFile { path: to.display().to_string(), outcome };
    Ok(Outcome { value, changed: done.changed })
}
