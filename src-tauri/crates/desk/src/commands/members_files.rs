//! Files of other kinds than a roster that are dropped where one is wanted: they are told for what they are, certificates of a
//! training ledger, the courses of a sheet of training and the exams of a health report are taken.

use affairs::members::certificates::{self as work, CertificateMatch, CertificatesImported};
use affairs::members::dossier::many;
use affairs::members::dossier::many::model::{FileRecordKind, RecordSheet, RecordsKept};
use affairs::sheets::{
    CertificateCounts, CourseCounts, ExamCounts, OtherSheet, SheetKind, exams, recognise, survey, training,
};
use affairs::union::model::Shown;
use affairs::union::store;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Command;
use crate::commands::dossier::guard_health;
use crate::commands::pasted::book;
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::open::Open;
use crate::progress::Progress;

/// A training ledger whose certificates, a sheet of training whose courses or a health report whose exams are to be taken.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ImportCertificates {
    /// The file; absent for a paste.
    #[serde(default)]
    pub file: Option<FileHandle>,
    /// What was pasted.
    #[serde(default)]
    pub pasted: Option<String>,
    /// The hash of the file that was previewed: another file under the same name is refused.
    #[serde(default)]
    pub sha256: Option<String>,
}

/// A sheet of training as the reading of pasted records takes it: its cells are those of the file.
fn of_training() -> RecordSheet {
    RecordSheet {
        kind: FileRecordKind::Training,
        text: String::new(),
        certificate: None,
        honour: None,
        level: None,
    }
}

/// How the courses of a sheet stand to the people of the ledger; none where there are too many to be taken at once, or where
/// no column says what was taught.
fn courses(
    connection: &rusqlite::Connection,
    book: &sheet::Book,
    today: chrono::NaiveDate,
    identity: Shown,
) -> Result<Option<CourseCounts>, Problem> {
    match many::read_records(connection, book, &of_training(), today, identity) {
        Ok(read) => Ok(Some(CourseCounts { fits: read.fits, held: read.held, wrong: read.wrong })),
        Err(why) if why.code == "bad_input" => Ok(None),
        Err(why) => Err(why),
    }
}

/// How the exams of a report stand to the people of the ledger; none where there are too many to be taken at once.
fn exams_of(
    connection: &rusqlite::Connection,
    report: &exams::ExamSheet,
    today: chrono::NaiveDate,
    identity: Shown,
) -> Result<Option<ExamCounts>, Problem> {
    match many::exams::read_exams(connection, report, today, identity) {
        Ok(counts) => Ok(Some(counts)),
        Err(why) if why.code == "bad_input" => Ok(None),
        Err(why) => Err(why),
    }
}

/// What a book is besides a roster; of a training ledger, a sheet of courses and a health report how they stand to the people of
/// the ledger.
pub(crate) fn told(open: &Open, desk: &Desk, book: &sheet::Book) -> Result<Option<OtherSheet>, Problem> {
    let sight = open.sight();
    open.ledger.read(|connection| {
        let place = store::place(connection)?;
        let Some(mut other) = survey(book, &desk.book, &place, desk.today()) else { return Ok(None) };
        if other.kind == SheetKind::Training
            && let Some(sheet) = training::read(book, desk.today())
        {
            let holders = work::holders(connection, sight.identity)?;
            let mut counts = CertificateCounts::default();
            for line in &sheet.lines {
                match holders.of(line).0 {
                    CertificateMatch::Fits => counts.fits += 1,
                    CertificateMatch::Held => counts.held += 1,
                    CertificateMatch::Nobody => counts.nobody += 1,
                    CertificateMatch::Several => counts.several += 1,
                }
            }
            other.certificates = Some(counts);
        }
        if other.kind == SheetKind::Courses {
            other.courses = courses(connection, book, desk.today(), sight.identity)?;
        }
        // Which exams stand already is told to nobody who may not read health.
        if other.kind == SheetKind::Exams
            && sight.health != Shown::Never
            && let Some(report) = exams::read(book, &desk.book, &place, desk.today())
        {
            other.exams = exams_of(connection, &report, desk.today(), sight.identity)?;
        }
        Ok(Some(other))
    })
}

/// Takes the certificates of a training ledger in one step.
///
/// Errors: `no_certificates` for a file of another kind; `changed`; what `affairs` says of what it holds.
pub fn import_certificates(
    desk: &Desk,
    command: &Command,
    args: ImportCertificates,
    progress: &dyn Progress,
) -> Result<Outcome<CertificatesImported>, Problem> {
    let (source, book) = book(desk, args.file.as_ref(), args.pasted.as_deref(), progress)?;
    if args.sha256.is_some_and(|previewed| previewed != source.sha256) {
        return Err(Problem::new("changed", "文件在预览之后被改动过，请重新预览再导入。").at("file"));
    }
    let Some(sheet) = training::read(&book, desk.today()) else {
        let message = "这不是培训和证书台账：表头里没有证书号、发证日期、复审日期这样的列。";
        return Err(Problem::new("no_certificates", message).at("file"));
    };
    desk.step(command, |writing| {
        work::store(writing.tx, &source, &sheet, writing.open.sight().identity, &mut |done, total| {
            progress.report(done, total, "写入账本");
            !progress.cancelled()
        })
    })
}

/// Takes the courses of a sheet of training in one step.
///
/// Errors: `no_courses` for a file of another kind; `changed`; what `affairs` says of what it holds.
pub fn import_trainings(
    desk: &Desk,
    command: &Command,
    args: ImportCertificates,
    progress: &dyn Progress,
) -> Result<Outcome<RecordsKept>, Problem> {
    let (source, book) = book(desk, args.file.as_ref(), args.pasted.as_deref(), progress)?;
    if args.sha256.is_some_and(|previewed| previewed != source.sha256) {
        return Err(Problem::new("changed", "文件在预览之后被改动过，请重新预览再导入。").at("file"));
    }
    if recognise(&book) != Some(SheetKind::Courses) {
        let message = "这不是培训记录：表头里没有培训内容、培训日期、培训单位这样的列。";
        return Err(Problem::new("no_courses", message).at("file"));
    }
    desk.step(command, |writing| {
        many::keep_records(writing.tx, &book, &of_training(), writing.open.sight().identity)
            .map_err(|why| why.at("file"))
    })
}

/// Takes the exams of a health report in one step. The rows as they stand in the file are kept nowhere: an import's own rows are
/// seen by all who may see the roster.
///
/// Errors: `no_right` to one who may not read health; `no_exams` for a file of another kind; `changed`; what `affairs` says of what
/// it holds.
pub fn import_exams(
    desk: &Desk,
    command: &Command,
    args: ImportCertificates,
    progress: &dyn Progress,
) -> Result<Outcome<RecordsKept>, Problem> {
    let open = desk.opened()?;
    guard_health(&open)?;
    let (source, book) = book(desk, args.file.as_ref(), args.pasted.as_deref(), progress)?;
    if args.sha256.is_some_and(|previewed| previewed != source.sha256) {
        return Err(Problem::new("changed", "文件在预览之后被改动过，请重新预览再导入。").at("file"));
    }
    let no_exams = || {
        let message = "这不是职业健康检查结果：表头里没有危害因素、检查类别、结论这样的列。";
        Problem::new("no_exams", message).at("file")
    };
    if recognise(&book) != Some(SheetKind::Exams) {
        return Err(no_exams());
    }
    desk.step(command, |writing| {
        let place = store::place(writing.tx)?;
        let report = exams::read(&book, writing.book, &place, writing.tx.today()).ok_or_else(no_exams)?;
        many::exams::keep_exams(writing.tx, &report, writing.open.sight().identity)
            .map_err(|why| why.at("file"))
    })
}
