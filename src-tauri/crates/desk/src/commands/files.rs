//! Attachments: added, listed, seen small, opened, saved, renamed, put out of sight. Which part of the work a
//! record belongs to, and so who may add to it, is decided here; who may look into a file, by `files_guard`.

use std::io::{Cursor, Read};

use affairs::masks::{mask_within, shown_within};
use affairs::office::attachments as work;
use affairs::office::attachments::model::{Added, Attachment, AttachmentId, RecordKind, RecordRef};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::{Command, Done};
use crate::commands::files_guard::{guard, guard_record};
use crate::desk::{Desk, Outcome};
use crate::files::{FileHandle, safe_target};
use crate::open::{Open, Reading, Writing};
use crate::progress::Progress;
use crate::rights::{Module, Right};

/// A record whose files are asked for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FilesOf {
    /// The record.
    pub of: RecordRef,
}

/// A file to add: picked or dropped, or pasted.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AddFile {
    /// The record it belongs to.
    pub of: RecordRef,
    /// The file.
    pub file: Option<FileHandle>,
    /// Or its bytes, in base64: a pasted picture.
    pub pasted: Option<String>,
    /// Its name; the file's own when absent.
    pub name: Option<String>,
    /// Leaves in a photo where it was taken, and the free text that may tell it. Both are taken out when absent.
    pub keep_place: Option<bool>,
}

/// A file.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FileOf {
    /// The id.
    pub id: AttachmentId,
}

/// A file to save elsewhere.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveFile {
    /// The id.
    pub id: AttachmentId,
    /// Where to.
    pub to: FileHandle,
}

/// Another name for a file.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RenameFile {
    /// The id.
    pub id: AttachmentId,
    /// The name; the end stays when none is typed.
    pub name: String,
}

/// A private copy to be opened by another program. It goes at lock and at the end.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Lent {
    /// The handle of the copy.
    pub file: FileHandle,
    /// Where it lies.
    pub path: String,
}

/// The largest pasted picture, in base64 characters: some 32 MB.
const PASTED: usize = 44 * 1024 * 1024;

/// The right to write on a record.
fn right(kind: RecordKind) -> Right {
    match kind {
        RecordKind::Person
        | RecordKind::Election
        | RecordKind::MembersMeeting
        | RecordKind::Consent
        | RecordKind::LabourContract
        | RecordKind::Certificate
        | RecordKind::Training
        | RecordKind::Honour
        | RecordKind::HealthExam
        | RecordKind::HardshipFile
        | RecordKind::MemberAid
        | RecordKind::UnionTerm
        | RecordKind::FeePayment
        | RecordKind::Application
        | RecordKind::MembershipEvent
        | RecordKind::DuesEntry
        | RecordKind::Workforce
        | RecordKind::DuesTalk
        | RecordKind::DueBasis
        | RecordKind::PersonTag
        | RecordKind::FeeDemand
        | RecordKind::ElectionEvent
        | RecordKind::ElectionBallot
        | RecordKind::UnionGroup => Right::Writer(Module::Members),
        RecordKind::Negotiation
        | RecordKind::Meeting
        | RecordKind::Event
        | RecordKind::Information
        | RecordKind::Agreement
        | RecordKind::AgreementCheck
        | RecordKind::Mandate
        | RecordKind::OpinionSurvey
        | RecordKind::RepresentativeElection
        | RecordKind::PaySheet
        | RecordKind::PayReference
        | RecordKind::CorrectionOrder
        | RecordKind::Suspension
        | RecordKind::CongressSession => Right::Writer(Module::Negotiation),
        RecordKind::Paper
        | RecordKind::Incoming
        | RecordKind::Committee
        | RecordKind::Form
        | RecordKind::Letter
        | RecordKind::Report
        | RecordKind::Sending => Right::Writer(Module::Office),
        RecordKind::Supervision
        | RecordKind::SupervisionEvent
        | RecordKind::SupervisionLetter
        | RecordKind::Appeal
        | RecordKind::Dismissal
        | RecordKind::Mediation
        | RecordKind::MediationEvent
        | RecordKind::Inspector
        | RecordKind::Mediator => Right::Writer(Module::Letters),
        RecordKind::PlatformTalk
        | RecordKind::PlatformWork
        | RecordKind::PlatformReferral
        | RecordKind::InjuryHelp
        | RecordKind::PlatformMeeting
        | RecordKind::PlatformFirm => Right::Writer(Module::Platform),
        RecordKind::LeaveYear
        | RecordKind::LeaveSchedule
        | RecordKind::RecuperationPlan
        | RecordKind::RecuperationBatch => Right::Writer(Module::Leave),
        RecordKind::Hazard | RecordKind::HazardEvent | RecordKind::SafetyVisit => {
            Right::Writer(Module::Safety)
        }
        RecordKind::CongressTerm
        | RecordKind::CongressDelegate
        | RecordKind::CongressMotion
        | RecordKind::CongressMeeting => Right::Writer(Module::Congress),
        RecordKind::ReformMeasure => Right::Writer(Module::Reform),
        RecordKind::Union | RecordKind::Custody | RecordKind::CalendarNotice | RecordKind::OwnRule => {
            Right::Chair
        }
    }
}

/// Adds a file to a record.
pub fn add(
    desk: &Desk,
    command: &Command,
    args: AddFile,
    progress: &dyn Progress,
) -> Result<Outcome<Added>, Problem> {
    let open = desk.opened()?;
    open.may(right(args.of.kind))?;
    let stands = open.ledger.read(|connection| {
        guard_record(connection, &open, &args.of)?;
        work::store::stands(connection, &args.of)
    })?;
    if !stands {
        return Err(Problem::missing("条记录"));
    }
    let (mut from, name, size): (Box<dyn Read>, Option<String>, u64) = match (&args.file, &args.pasted) {
        (Some(handle), None) => {
            let (file, name, size) = picked(&desk.resolve(handle)?)?;
            (Box::new(file), Some(name), size)
        }
        (None, Some(text)) => {
            let bytes = unpasted(text)?;
            let (at, size) = (desk.now().format("%Y%m%d-%H%M%S"), bytes.len());
            // Other systems open a file by its ending.
            let ending = work::media::ending(&bytes).map(|end| format!(".{end}")).unwrap_or_default();
            (Box::new(Cursor::new(bytes)), Some(format!("粘贴的图片{at}{ending}")), size as u64)
        }
        _ => return Err(Problem::input("file", "请选择一个文件，或者粘贴一张图片。")),
    };
    let name = args.name.clone().or(name).unwrap_or_default();
    let kept = work::keep(
        &open.ledger.files(),
        &mut from,
        (&name, size),
        args.keep_place.unwrap_or(false),
        &mut |done| {
            progress.report(done.min(size), size, "添加附件");
            !progress.cancelled()
        },
    )?;
    let by = open.person().name;
    desk.step(command, |writing| work::add(writing.tx, &args.of, kept, &by))
}

/// A file that was picked or dropped, with its name and size.
pub(super) fn picked(path: &std::path::Path) -> Result<(std::fs::File, String, u64), Problem> {
    let trouble = |_| Problem::input("file", "这个文件读不出来，没有添加。请检查它还在不在、能不能打开。");
    let file = std::fs::File::open(path).map_err(trouble)?;
    let meta = file.metadata().map_err(trouble)?;
    if !meta.is_file() {
        return Err(Problem::input("file", "选的是文件夹，不是文件。请先打开文件夹，再选其中的文件。"));
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok((file, name, meta.len()))
}

fn unpasted(text: &str) -> Result<Vec<u8>, Problem> {
    if text.len() > PASTED {
        return Err(Problem::input("pasted", "粘贴的图片太大。请先存成文件，再添加。"));
    }
    BASE64.decode(text).map_err(|_| Problem::input("pasted", "粘贴的内容认不出来。请重新复制图片再粘贴。"))
}

/// The files of a record, numbers within their names as identity may be seen.
///
/// Errors: `no_right` for those of a record of health to one who may not read it.
pub fn list(reading: &Reading<'_>, args: FilesOf) -> Result<Vec<Attachment>, Problem> {
    guard_record(reading.connection, reading.open, &args.of)?;
    let mut files = work::list(reading.connection, &args.of)?;
    let named = |file: &Attachment| mask_within(&file.name) != file.name;
    if files.iter().any(named) {
        reading.open.looked("files.list", [args.of.id])?;
    }
    let identity = reading.open.sight().identity;
    for file in &mut files {
        file.name = shown_within(&file.name, identity);
    }
    Ok(files)
}

/// What a file is called where another program opens it: its own name, a number within it as it may be seen.
fn named_outside(open: &Open, file: &Attachment) -> String {
    work::file_name(&shown_within(&file.name, open.sight().identity))
}

/// The small picture of a file.
pub fn thumbnail(reading: &Reading<'_>, _: &Desk, args: FileOf) -> Result<Vec<u8>, Problem> {
    let file = work::store::one(reading.connection, args.id)?;
    guard(reading.connection, reading.open, "files.thumbnail", &file)?;
    work::small::thumbnail(reading.connection, &file.content)
}

/// A file so small that it is worth drawing beside its name: the window takes it whole into memory, and so each of a list.
const DRAWN: u64 = 20 * 1024 * 1024;

/// The whole of a file that the window draws itself: the first page of a PDF, an AVIF picture. Errors: `not_found`
/// for any other file; `refused` for one too large to be worth it.
pub fn drawn(reading: &Reading<'_>, _: &Desk, args: FileOf) -> Result<Vec<u8>, Problem> {
    let file = work::store::one(reading.connection, args.id)?;
    guard(reading.connection, reading.open, "files.drawn", &file)?;
    if !matches!(file.media.as_str(), "application/pdf" | "image/avif") {
        return Err(Problem::missing("份可以画成小图的文件"));
    }
    if file.bytes > DRAWN {
        return Err(Problem::new(
            "refused",
            format!("文件超过{}MB，没有画小图；打开和另存不受影响。", DRAWN / (1024 * 1024)),
        ));
    }
    Ok(reading.open.ledger.files().bytes(&file.content, DRAWN)?)
}

/// A private copy of a file, for another program to open.
pub fn open(
    desk: &Desk,
    command: &Command,
    args: FileOf,
    progress: &dyn Progress,
) -> Result<Outcome<Lent>, Problem> {
    let open = desk.opened()?;
    let file = open.ledger.read(|connection| {
        let file = work::store::one(connection, args.id)?;
        guard(connection, &open, command.name, &file)?;
        Ok::<_, Problem>(file)
    })?;
    let path = desk.lent.place(&named_outside(&open, &file))?;
    save_to(&open, &file, &path, progress, "打开附件")?;
    let handle = desk.own_handle(&path);
    Ok(Outcome::of(Lent { file: FileHandle(handle), path: path.display().to_string() }))
}

/// Saves a file elsewhere.
pub fn save(
    desk: &Desk,
    command: &Command,
    args: SaveFile,
    progress: &dyn Progress,
) -> Result<Outcome<Done>, Problem> {
    let open = desk.opened()?;
    let file = open.ledger.read(|connection| {
        let file = work::store::one(connection, args.id)?;
        guard(connection, &open, command.name, &file)?;
        Ok::<_, Problem>(file)
    })?;
    let to = desk.resolve(&args.to)?;
    let to = if to.is_dir() { to.join(named_outside(&open, &file)) } else { to };
    safe_target(&to)?;
    save_to(&open, &file, &to, progress, "保存附件").map_err(|why| no_room_there(why).at("to"))?;
    Ok(Outcome::of(Done))
}

/// A target that is full is most often a stick: it is told as that, and not as the disk of the ledger.
fn no_room_there(why: Problem) -> Problem {
    if why.code != "ledger.diskFull" {
        return why;
    }
    let message = "附件没有存下来：存的位置写不下了（已满，或到了允许的大小上限）。账本里的附件没有受影响。请在那里清出一些空间，或者换一个位置。";
    Problem { message: message.to_owned(), ..why }
}

fn save_to(
    open: &Open,
    file: &Attachment,
    to: &std::path::Path,
    progress: &dyn Progress,
    label: &str,
) -> Result<(), Problem> {
    open.ledger.files().save(&file.content, to, &mut |done| {
        progress.report(done, file.bytes, label);
        !progress.cancelled()
    })?;
    Ok(())
}

/// Gives a file another name.
pub fn rename(writing: &Writing<'_, '_>, _: &Desk, args: RenameFile) -> Result<Done, Problem> {
    may_change(writing, args.id)?;
    work::rename(writing.tx, args.id, &args.name).map(|()| Done)
}

/// Puts a file out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, args: FileOf) -> Result<Done, Problem> {
    may_change(writing, args.id)?;
    work::remove(writing.tx, args.id).map(|_| Done)
}

fn may_change(writing: &Writing<'_, '_>, id: AttachmentId) -> Result<(), Problem> {
    let file = work::store::one(writing.tx, id)?;
    writing.open.may(right(file.of.kind))?;
    guard_record(writing.tx, writing.open, &file.of)
}
