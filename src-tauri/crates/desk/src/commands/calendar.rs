//! The State Council's days off: which years are there, the union's own entered by form or from a small table, and
//! which dates of what is due move with a notice before it is kept. How days count is the law book's.

use affairs::union::rulebook::calendar as work;
use chrono::Datelike;
use law::{HolidayAsked, Notice};
use serde::{Deserialize, Serialize};
use sheet::Writer;
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::commands::moves::Moves;
use crate::commands::today::wanted;
use crate::desk::{Desk, Outcome};
use crate::files::{FileHandle, safe_target};
use crate::open::{Reading, Writing};

/// A year that is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CalendarLine {
    /// The year.
    pub year: i32,
    /// What it was taken from.
    pub basis: String,
    /// Dates of statutory holidays.
    pub statutory: usize,
    /// Further days off.
    pub rest: usize,
    /// Weekend days that are worked.
    pub work: usize,
    /// Whether the union entered it; else the program brought it.
    pub own: bool,
    /// The union's notice; absent of a year that the program brought.
    pub id: Option<work::NoticeId>,
    /// The program brings this year too, and reads it otherwise.
    pub differs: bool,
}

/// The years that are there, and those that are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CalendarYears {
    /// The newest first.
    pub years: Vec<CalendarLine>,
    /// Years that open clocks run into and that nobody has entered yet.
    pub wanted: Vec<i32>,
    /// The year to be entered next.
    pub next: i32,
}

/// A year.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct YearAsked {
    /// The year.
    pub year: i32,
}

/// What the form of a year asks, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CalendarForm {
    /// The holidays it must name; none for a year before the present regulation, whose notice cannot be entered.
    pub asked: Vec<HolidayAsked>,
    /// The notice as it stands, the union's own or the program's.
    pub notice: Option<Notice>,
    /// Whether the union entered it.
    pub own: bool,
}

/// A notice that is tried or kept.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CalendarNotice {
    /// The notice.
    pub notice: Notice,
}

/// What a notice would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TriedCalendar {
    /// What should be read again before it is kept.
    pub doubt: Option<String>,
    /// What of the things due moves.
    #[serde(flatten)]
    #[ts(flatten)]
    pub moves: Moves,
}

/// A table to read.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CalendarFile {
    /// The file.
    pub file: FileHandle,
}

/// A year to save as a table.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportCalendar {
    /// The year; one that is not there gives an empty table.
    pub year: i32,
    /// Where to.
    pub to: FileHandle,
}

/// Columns of the table.
const WIDTH: u16 = 5;

/// The years, the newest first.
pub fn years(desk: &Desk, _: Nothing) -> Result<Outcome<CalendarYears>, Problem> {
    let shipped = desk.book.calendar();
    desk.view(|reading| {
        let calendar = reading.book.calendar();
        let own = work::ids(reading.connection)?;
        let line = |year: i32| {
            let known = calendar.year(year)?;
            Some(CalendarLine {
                year,
                statutory: known.statutory.len(),
                rest: known.rest.len(),
                work: known.work.len(),
                own: own.contains_key(&year),
                id: own.get(&year).copied(),
                differs: shipped.year(year).is_some_and(|other| {
                    (&other.statutory, &other.rest, &other.work)
                        != (&known.statutory, &known.rest, &known.work)
                }),
                basis: known.basis,
            })
        };
        let mut years: Vec<CalendarLine> = calendar.years().filter_map(line).collect();
        years.reverse();
        let next = years.first().map_or(reading.today.year(), |newest| newest.year + 1);
        Ok(Outcome::of(CalendarYears { years, wanted: wanted(reading)?, next }))
    })
}

/// The form of a year.
pub fn form(reading: &Reading<'_>, asked: YearAsked) -> Result<CalendarForm, Problem> {
    let calendar = reading.book.calendar();
    let holidays = calendar.holidays_asked(asked.year);
    let own = work::notice(reading.connection, asked.year)?;
    let is_own = own.is_some();
    let known = || calendar.year(asked.year).map(|year| year.as_notice(&holidays));
    let notice = if holidays.is_empty() { None } else { own.or_else(known) };
    Ok(CalendarForm { asked: holidays, notice, own: is_own })
}

/// What a notice would move. Errors: `bad_input` at the field that contradicts the regulation or itself.
pub fn attempt(reading: &Reading<'_>, args: CalendarNotice) -> Result<TriedCalendar, Problem> {
    let year = work::checked(reading.book, &args.notice)?;
    let doubt = year.doubt();
    let moves = Moves::by(reading, &reading.book.with_year(year)?)?;
    Ok(TriedCalendar { doubt, moves })
}

/// Keeps a notice.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, args: CalendarNotice) -> Result<Done, Problem> {
    work::save(writing.tx, writing.book, &args.notice).map(|_| Done)
}

/// Puts the union's notice of a year out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, asked: YearAsked) -> Result<Done, Problem> {
    work::remove(writing.tx, asked.year).map(|()| Done)
}

/// Reads a table into a notice, to be looked at in the form. Errors: `bad_input` at `file` with the cell.
pub fn read(desk: &Desk, args: CalendarFile) -> Result<Outcome<Notice>, Problem> {
    let path = desk.resolve(&args.file)?;
    let book = sheet::read(&path, &mut |_, _| true).map_err(|why| Problem::from(why).at("file"))?;
    work::read(&book).map(Outcome::of)
}

/// Saves a year as a table, empty where it is not there yet.
///
/// Errors: `unwritable` for a place that is not safe; what `sheet` says of a disk that takes no file.
pub fn export(desk: &Desk, args: ExportCalendar) -> Result<Outcome<Done>, Problem> {
    let to = desk.resolve(&args.to)?;
    safe_target(&to)?;
    let form = desk.view(|reading| form(reading, YearAsked { year: args.year }))?;
    if form.asked.is_empty() {
        return Err(Problem::input("year", "这一年的放假安排按当时的办法，程序里已经有了，不用录入。"));
    }
    let mut writer = Writer::new(&format!("{}年", args.year))?;
    writer.title(&format!("{}年放假安排", args.year), WIDTH)?;
    writer.head(&work::COLUMNS.map(|(name, _)| name))?;
    writer.widths(&work::COLUMNS.map(|(_, width)| width))?;
    for row in work::rows(&form.asked, form.notice.as_ref()) {
        writer.row(&row)?;
    }
    let basis = form.notice.map_or_else(String::new, |notice| notice.basis);
    writer.note(&format!("{}{basis}", work::BASIS), WIDTH)?;
    writer.save(&to).map_err(|why| Problem::from(why).at("to"))?;
    Ok(Outcome::of(Done))
}
