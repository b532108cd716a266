//! Wage data. What single people were paid is entered and read by whoever may read wages; in full it goes out only once it was
//! revealed with a purpose, and each such look is kept. Totals and bands are everyone's, as far as they tell nobody's wage.

use affairs::masks::shown_within;
use affairs::members::model::PersonId;
use affairs::pay as work;
use affairs::pay::figures::policy::Policy;
use affairs::pay::import::model::{PayImported, PayOptions, PayPreview, PayStanding};
use affairs::pay::model::{
    PayColumnTaken, PayDepth, PayLineId, PayReference, PayReferenceId, PaySheet, PaySheetId, PaySheetLine,
};
use affairs::pay::references::PayReferencesRead;
use affairs::pay::typed::PayBandsRead;
use affairs::pay::typed::input::PaySheetInput;
use affairs::pay::view::{PayCell, PayLineOrigin, PayLinePage, PayLineQuery};
use affairs::pay::{references, typed, view};
use affairs::union::model::{Shown, Sight};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::{Command, Done, Nothing};
use crate::commands::pasted::book;
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::open::{Open, Reading, Writing};
use crate::progress::Progress;

/// One table.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaySheetRef {
    /// The table.
    pub id: PaySheetId,
}

/// One line.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PayLineRef {
    /// The line.
    pub id: PayLineId,
}

/// One figure.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PayReferenceRef {
    /// The figure.
    pub id: PayReferenceId,
}

/// Whose a line is.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MatchPayLine {
    /// The line.
    pub id: PayLineId,
    /// The person; absent for nobody of the roster.
    #[serde(default)]
    pub person: Option<PersonId>,
}

/// A payroll to be looked at.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PreviewPay {
    /// The file; absent for a paste.
    #[serde(default)]
    pub file: Option<FileHandle>,
    /// What was pasted.
    #[serde(default)]
    pub pasted: Option<String>,
    /// What the person has chosen so far.
    #[serde(default)]
    pub options: Option<PayOptions>,
}

/// A payroll to be taken in.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ImportPay {
    /// The file, read again; absent for a paste.
    #[serde(default)]
    pub file: Option<FileHandle>,
    /// What was pasted.
    #[serde(default)]
    pub pasted: Option<String>,
    /// What the person has decided.
    #[serde(default)]
    pub options: Option<PayOptions>,
    /// The hash of the file that was previewed: another file under the same name is refused.
    #[serde(default)]
    pub sha256: Option<String>,
    /// The table of the period that goes to the trash for it.
    #[serde(default)]
    pub replaces: Option<PaySheetId>,
}

/// A pasted table.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PastedPay {
    /// The text: cells divided by tabs.
    pub text: String,
}

/// Figures to keep.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PayReferences {
    /// The figures.
    pub figures: Vec<PayReference>,
}

/// Refuses single wages to one who may not read them.
pub(super) fn guard_wages(open: &Open) -> Result<(), Problem> {
    if open.sight().wages == Shown::Never {
        let name = open.person().name;
        let message = format!(
            "{name}没有查看个人工资的权限；逐人的工资表由有权的人导入和查看，请由主席授权。总额和分档可以照填。"
        );
        return Err(Problem::new("no_right", message));
    }
    Ok(())
}

/// Keeps that the wages of a table were looked at, with whose they are.
fn looked(reading: &Reading<'_>, command: &str, page: &PayLinePage, of: PaySheetId) -> Result<(), Problem> {
    let people = page.rows.iter().map(|row| row.person.map_or_else(|| of.to_string(), |id| id.to_string()));
    reading.open.looked_at(page.shown, command, people)
}

/// A table with the name of its file as it may be seen.
fn seen(line: PaySheetLine, identity: Shown) -> PaySheetLine {
    PaySheetLine { source: line.source.seen(identity), ..line }
}

/// Every period.
pub fn list(desk: &Desk, _: Nothing) -> Result<Outcome<Vec<PaySheetLine>>, Problem> {
    let least = Policy::load(&desk.assets)?.least;
    let lines = desk.view(|reading| {
        let shown = reading.open.sight().wages;
        let lines = view::list(reading.connection, shown, least)?;
        let few = lines.iter().filter(|line| line.headcount < least && line.sum.is_some());
        reading.open.looked_at(shown, "pay.list", few.map(|line| line.id.to_string()))?;
        let identity = reading.open.sight().identity;
        let lines: Vec<PaySheetLine> = lines.into_iter().map(|line| seen(line, identity)).collect();
        Ok(lines)
    });
    lines.map(Outcome::of)
}

/// One table: by shop, bands, what is the matter with its people.
pub fn get(desk: &Desk, which: PaySheetRef) -> Result<Outcome<PaySheet>, Problem> {
    let least = Policy::load(&desk.assets)?.least;
    let sheet = desk.view(|reading| {
        let sight = reading.open.sight();
        let sheet = view::get(reading.connection, which.id, sight.wages, least)?;
        reading.open.looked_at(sheet.shown, "pay.get", [which.id.to_string()])?;
        let columns = sheet
            .columns
            .into_iter()
            .map(|one| PayColumnTaken { heading: shown_within(&one.heading, sight.identity), ..one });
        Ok(PaySheet { line: seen(sheet.line, sight.identity), columns: columns.collect(), ..sheet })
    });
    sheet.map(Outcome::of)
}

/// A slice of the lines of a table.
pub fn lines(reading: &Reading<'_>, query: PayLineQuery) -> Result<PayLinePage, Problem> {
    let page = view::line_page(reading.connection, &query, reading.open.sight().wages)?;
    looked(reading, "pay.lines", &page, query.sheet)?;
    Ok(page)
}

/// Where a line came from.
pub fn origin(reading: &Reading<'_>, which: PayLineRef) -> Result<PayLineOrigin, Problem> {
    guard_wages(reading.open)?;
    let Sight { wages: shown, identity, .. } = reading.open.sight();
    let origin = view::origin(reading.connection, which.id, shown)?;
    let whose = origin.line.person.map_or_else(|| which.id.to_string(), |id| id.to_string());
    reading.open.looked_at(shown, "pay.origin", [whose])?;
    // A remark beside a wage names numbers as often as the name of a file does.
    let cells = origin.cells.into_iter().map(|one| PayCell {
        heading: shown_within(&one.heading, identity),
        value: shown_within(&one.value, identity),
        ..one
    });
    Ok(PayLineOrigin { source: origin.source.seen(identity), cells: cells.collect(), ..origin })
}

/// Reads a payroll and tells what it would bring; nothing is kept. It is the file in the person's own hands that is shown.
pub fn preview(
    desk: &Desk,
    _: &Command,
    args: PreviewPay,
    progress: &dyn Progress,
) -> Result<Outcome<PayPreview>, Problem> {
    let (source, book) = book(desk, args.file.as_ref(), args.pasted.as_deref(), progress)?;
    let open = desk.opened()?;
    guard_wages(&open)?;
    let options = args.options.unwrap_or_default();
    let (today, identity) = (desk.today(), open.sight().identity);
    open.ledger.read(|connection| {
        let read = work::import::read(connection, &book, &source, &options, today, identity)?;
        let mut preview = read.preview(connection, &source)?;
        preview.standing =
            preview.standing.map(|standing| PayStanding { line: seen(standing.line, identity), ..standing });
        Ok(Outcome::of(preview))
    })
}

/// Takes a payroll in, in one step.
///
/// Errors: `changed`; what `affairs` says of it.
pub fn import(
    desk: &Desk,
    command: &Command,
    args: ImportPay,
    progress: &dyn Progress,
) -> Result<Outcome<PayImported>, Problem> {
    let (source, book) = book(desk, args.file.as_ref(), args.pasted.as_deref(), progress)?;
    let open = desk.opened()?;
    guard_wages(&open)?;
    if args.sha256.is_some_and(|previewed| previewed != source.sha256) {
        return Err(Problem::new("changed", "文件在预览之后被改动过，请重新预览再导入。").at("file"));
    }
    let options = args.options.unwrap_or_default();
    let (today, identity) = (desk.today(), open.sight().identity);
    let taken_by = open.actor().name;
    desk.step(command, |writing| {
        let read = work::import::read(writing.tx, &book, &source, &options, today, identity)?;
        let how = (args.replaces, taken_by.as_str());
        work::import::store(writing.tx, &read, &source, &options, how, &mut |done, total| {
            progress.report(done, total, "写入账本");
            !progress.cancelled()
        })
    })
}

/// Reads pasted bands or a pay scale; nothing is kept.
pub fn read_bands(desk: &Desk, args: PastedPay) -> Result<Outcome<PayBandsRead>, Problem> {
    typed::read_bands(&pasted(&args)?, desk.today()).map(Outcome::of)
}

/// Reads pasted figures; nothing is kept.
pub fn read_references(desk: &Desk, args: PastedPay) -> Result<Outcome<PayReferencesRead>, Problem> {
    references::read(&pasted(&args)?, desk.today()).map(Outcome::of)
}

fn pasted(args: &PastedPay) -> Result<sheet::Book, Problem> {
    super::pasted::pasted_cells(&args.text, &mut |_, _| true).map_err(|why| why.at("text"))
}

/// Refuses to touch a table of single wages to one who may not read them: what two tables of a period tell, one taken from the
/// other, is whose wage they differ by.
pub(super) fn guard_single(writing: &Writing<'_, '_>, id: &str) -> Result<(), Problem> {
    match work::store::depth_of(writing.tx, id)? {
        Some(PayDepth::Single) => guard_wages(writing.open),
        _ => Ok(()),
    }
}

/// Keeps totals or bands.
///
/// Errors: `implausible` where the sums can hardly be those of the period and nobody looked at them; what `affairs` says of it.
pub fn save(writing: &Writing<'_, '_>, desk: &Desk, input: PaySheetInput) -> Result<PaySheetId, Problem> {
    if let Some(replaced) = input.replaces {
        guard_single(writing, &replaced.to_string())?;
    }
    // A refusal tells what was paid in another period: no more of it than anybody may know.
    let known = view::list(writing.tx, Shown::Never, Policy::load(&desk.assets)?.least)?;
    typed::save(writing.tx, &input, &writing.open.actor().name, &known)
}

/// Puts a table out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: PaySheetRef) -> Result<Done, Problem> {
    guard_single(writing, &which.id.to_string())?;
    work::remove(writing.tx, which.id).map(|()| Done)
}

/// Says whose a line is.
pub fn match_line(writing: &Writing<'_, '_>, _: &Desk, args: MatchPayLine) -> Result<Done, Problem> {
    guard_wages(writing.open)?;
    work::match_line(writing.tx, args.id, args.person).map(|()| Done)
}

/// The figures that wages are laid beside.
pub fn references(reading: &Reading<'_>, _: Nothing) -> Result<Vec<PayReference>, Problem> {
    work::store::references(reading.connection)
}

/// Keeps a figure.
pub fn save_reference(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: PayReference,
) -> Result<PayReferenceId, Problem> {
    references::save(writing.tx, &input)
}

/// Keeps several figures.
pub fn save_references(writing: &Writing<'_, '_>, _: &Desk, input: PayReferences) -> Result<u32, Problem> {
    references::save_all(writing.tx, &input.figures)
}

/// Puts a figure out of sight.
pub fn remove_reference(
    writing: &Writing<'_, '_>,
    _: &Desk,
    which: PayReferenceRef,
) -> Result<Done, Problem> {
    references::remove(writing.tx, which.id).map(|()| Done)
}
