//! Commands of the roster: lists, one person, and the import with its preview.

use std::sync::PoisonError;

use affairs::members as work;
use affairs::members::model::{Imported, MemberCounts, MemberPage, MemberQuery, PersonId, PersonRecord};
use affairs::members::roster::{self, Leaver, Options, Preview, RosterError, RosterRow, RowStatus};
use affairs::members::sources::{self, RowOrigin, Source};
use affairs::union::model::Shown;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::{Command, Done, Nothing};
pub use crate::commands::about::MemberRef;
use crate::commands::members_files;
use crate::commands::pasted::book;
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::open::{Reading, Writing};
use crate::preview::HeldPreview;
use crate::progress::Progress;

/// A file, or a table from the clipboard, to read as a roster.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PreviewRoster {
    /// The file; absent for a paste.
    #[serde(default)]
    pub file: Option<FileHandle>,
    /// What was pasted: cells divided by tabs, or the table of a web page as a sheet program lays it on the clipboard.
    #[serde(default)]
    pub pasted: Option<String>,
    /// What the person has chosen so far.
    #[serde(default)]
    pub options: Option<Options>,
}

/// Rows of the last preview.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RosterSlice {
    /// First row of the slice, from 0.
    pub offset: u32,
    /// Rows wanted, at most 500.
    pub limit: u32,
    /// Only rows of this status.
    pub status: Option<RowStatus>,
}

/// A roster to import.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ImportRoster {
    /// The file, read again; absent for a paste.
    #[serde(default)]
    pub file: Option<FileHandle>,
    /// What was pasted.
    #[serde(default)]
    pub pasted: Option<String>,
    /// What the person has decided. Rows that still wait for a decision are left out.
    #[serde(default)]
    pub options: Option<Options>,
    /// The hash of the file that was previewed: another file under the same name is refused.
    pub sha256: Option<String>,
    /// What became of people whom the file no longer lists; nobody is deleted.
    #[serde(default)]
    pub leavers: Option<Vec<Leaver>>,
}

/// A slice of the people.
pub fn search(reading: &Reading<'_>, query: MemberQuery) -> Result<MemberPage, Problem> {
    let identity = reading.open.sight().identity;
    let days = work::flags::days(reading.connection, reading.book, reading.today, identity)?;
    let page = work::store::search(reading.connection, &days, &query, identity)?;
    reading.open.looked("members.search", page.rows.iter().map(|line| line.id.to_string()))?;
    Ok(page)
}

/// Counts for the head of the list.
pub fn counts(reading: &Reading<'_>, _: Nothing) -> Result<MemberCounts, Problem> {
    work::counts(reading.connection, reading.book, reading.today)
}

/// One person, identity as the person at the desk may see it.
pub fn get(reading: &Reading<'_>, which: MemberRef) -> Result<PersonRecord, Problem> {
    let record = work::store::record(reading.connection, which.id, reading.open.sight().identity)?;
    reading.open.looked("members.get", [which.id.to_string()])?;
    Ok(record)
}

/// Keeps one person. Whoever may not read identity adds to it and takes nothing away, for they do not see what it is;
/// nor are they told whose a number is.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, mut record: PersonRecord) -> Result<PersonId, Problem> {
    let identity = writing.open.sight().identity;
    if identity != Shown::Never {
        return work::save(writing.tx, writing.book, &record, identity);
    }
    if let Some(id) = record.id {
        let standing = work::store::record(writing.tx, id, Shown::Never)?;
        let typed = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        record.birth = typed(record.birth).or(standing.birth);
        record.id_number = typed(record.id_number).or(standing.id_number);
        record.phone = typed(record.phone).or(standing.phone);
        record.email = typed(record.email).or(standing.email);
    }
    work::save(writing.tx, writing.book, &record, identity).map_err(|why| match why.code.as_str() {
        "duplicate" => {
            let message = "这个证件号码已经有人登记。您没有查看证件的权限，请有权查看的人核对是否同一人。";
            Problem { message: message.to_owned(), ..why }
        }
        _ => why,
    })
}

/// Puts one person out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: MemberRef) -> Result<Done, Problem> {
    work::remove(writing.tx, which.id).map(|()| Done)
}

/// Reads a file or a paste as a roster, beside the ledger, with what was chosen for files of its shape before.
pub(crate) fn read(
    desk: &Desk,
    (file, pasted): (Option<&FileHandle>, Option<&str>),
    options: Option<Options>,
    progress: &dyn Progress,
) -> Result<(Source, Preview), Problem> {
    let (source, book) = book(desk, file, pasted, progress)?;
    let opened = desk.opened()?;
    let (ages, known, (options, remembered)) = opened.ledger.read(|connection| {
        let place = affairs::union::store::place(connection)?;
        let ages = roster::Ages::of(&desk.book, &place, desk.today())?;
        let identity = opened.sight().identity;
        let known = work::import::known(connection, &source.sha256, identity)?;
        let options = sources::with_remembered(connection, &book, options.unwrap_or_default(), identity)?;
        Ok::<_, Problem>((ages, known, options))
    })?;
    let read = roster::read_roster(&book, desk.today(), &ages, &known, &options, &mut |done, total| {
        progress.report(done, total, "核对每一行");
        !progress.cancelled()
    });
    let other = members_files::told(&opened, desk, &book)?;
    let mut preview = match (read, &other) {
        (Ok(preview), _) => preview,
        // Nobody on it, and still something that can be told.
        (Err(RosterError::NoHeader | RosterError::NoNameColumn | RosterError::NoPeople), Some(_)) => {
            Preview::empty(source.sha256.clone())
        }
        (Err(why), _) => return Err(Problem::new(why.code(), why.to_string()).at("file")),
    };
    preview.other = other;
    preview.remarks.extend(remembered);
    Ok((source, preview))
}

/// Every cell of a file that something known of a person came from.
pub fn origins(reading: &Reading<'_>, which: MemberRef) -> Result<Vec<RowOrigin>, Problem> {
    let rows = sources::origins(reading.connection, which.id, reading.open.sight().identity)?;
    reading.open.looked("members.origins", [which.id.to_string()])?;
    Ok(rows)
}

/// Reads a file as a roster and tells what it holds; nothing is kept. Rows come in slices.
pub fn preview(
    desk: &Desk,
    _: &Command,
    args: PreviewRoster,
    progress: &dyn Progress,
) -> Result<Outcome<Preview>, Problem> {
    let from = (args.file.as_ref(), args.pasted.as_deref());
    let (_, mut preview) = read(desk, from, args.options, progress)?;
    let rows = std::mem::take(&mut preview.rows);
    *desk.preview.lock().unwrap_or_else(PoisonError::into_inner) = Some(HeldPreview { rows });
    Ok(Outcome::of(preview))
}

/// Rows of the last preview.
pub fn preview_rows(desk: &Desk, slice: RosterSlice) -> Result<Outcome<Vec<RosterRow>>, Problem> {
    let held = desk.preview.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(held) = held.as_ref() else {
        return Err(Problem::new("no_preview", "预览已经过期，请重新选择文件。"));
    };
    let rows = held.rows.iter().filter(|row| slice.status.is_none_or(|status| row.status == status));
    Ok(Outcome::of(rows.skip(slice.offset as usize).take(slice.limit.min(500) as usize).cloned().collect()))
}

/// Imports the good rows of a roster in one step.
pub fn import(
    desk: &Desk,
    command: &Command,
    args: ImportRoster,
    progress: &dyn Progress,
) -> Result<Outcome<Imported>, Problem> {
    let from = (args.file.as_ref(), args.pasted.as_deref());
    let (source, preview) = read(desk, from, args.options, progress)?;
    if args.sha256.is_some_and(|previewed| previewed != preview.file_sha256) {
        return Err(Problem::new("changed", "文件在预览之后被改动过，请重新预览再导入。").at("file"));
    }
    let outcome = desk.step(command, |writing| {
        let leavers = args.leavers.as_deref().unwrap_or_default();
        work::import::store_roster(
            writing.tx,
            writing.book,
            &source,
            &preview,
            leavers,
            writing.open.sight().identity,
            &mut |done, total| {
                progress.report(done, total, "写入账本");
                !progress.cancelled()
            },
        )
    })?;
    *desk.preview.lock().unwrap_or_else(PoisonError::into_inner) = None;
    Ok(outcome)
}
