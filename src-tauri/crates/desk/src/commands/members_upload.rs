//! The pre-flight for an upper system's template: people of the ledger, or of a file, held against it, and the two workbooks
//! that come of it. Full numbers leave the ledger only where the person may see them and has said what for.

use affairs::members::flags;
use affairs::members::model::MemberQuery;
use affairs::members::upload::{
    self as work, Upload, UploadBook, UploadChecked, UploadTemplate, UploadTemplateLine,
};
use affairs::union::model::Shown;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::{Command, Nothing};
use crate::commands::members::read;
use crate::commands::members_export::Exported;
use crate::desk::{Desk, Outcome};
use crate::files::{FileHandle, safe_target};
use crate::progress::Progress;

/// Who is held against which template.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CheckUpload {
    /// The template.
    pub template: String,
    /// A file that was filled in elsewhere; people of the ledger when absent.
    #[serde(default)]
    pub file: Option<FileHandle>,
    /// Which people of the ledger; all when absent.
    #[serde(default)]
    pub query: Option<MemberQuery>,
}

/// One of the two workbooks, to be saved.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveUpload {
    /// The template.
    pub template: String,
    /// A file that was filled in elsewhere; people of the ledger when absent.
    #[serde(default)]
    pub file: Option<FileHandle>,
    /// Which people of the ledger; all when absent.
    #[serde(default)]
    pub query: Option<MemberQuery>,
    /// Which of the two.
    pub which: UploadBook,
    /// Where to.
    pub to: FileHandle,
}

/// The templates there are.
pub fn list(desk: &Desk, _: Nothing) -> Result<Outcome<Vec<UploadTemplateLine>>, Problem> {
    Ok(Outcome::of(work::templates(&desk.assets)?.iter().map(UploadTemplate::line).collect()))
}

fn gather(
    desk: &Desk,
    template: &UploadTemplate,
    (file, query): (Option<&FileHandle>, Option<MemberQuery>),
    progress: &dyn Progress,
) -> Result<Upload, Problem> {
    if let Some(file) = file {
        let (_, preview) = read(desk, (Some(file), None), None, progress)?;
        return Ok(work::of_file(&preview, template));
    }
    desk.view(|reading| {
        let identity = reading.open.sight().identity;
        let days = flags::days(reading.connection, reading.book, reading.today, identity)?;
        work::of_ledger(
            reading.connection,
            template,
            (&days, &query.unwrap_or_default(), identity),
            &mut |done, total| {
                progress.report(done, total, "核对每个人");
                !progress.cancelled()
            },
        )
    })
}

/// How everyone stands to the template; nothing is written.
///
/// Errors: `bad_input` for none of the templates; `cancelled`; what the file says.
pub fn check(
    desk: &Desk,
    _: &Command,
    args: CheckUpload,
    progress: &dyn Progress,
) -> Result<Outcome<UploadChecked>, Problem> {
    let template = work::chosen(&desk.assets, &args.template)?;
    let upload = gather(desk, &template, (args.file.as_ref(), args.query), progress)?;
    Ok(Outcome::of(work::summed(&upload)))
}

/// Saves one of the two workbooks. The file appears whole or not at all.
///
/// Errors: `no_right`, `covered` where full numbers of the ledger may not be seen; `nothing`; `unwritable`; `cancelled`.
pub fn save(
    desk: &Desk,
    _: &Command,
    args: SaveUpload,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    let template = work::chosen(&desk.assets, &args.template)?;
    let to = desk.resolve(&args.to)?;
    safe_target(&to)?;
    if args.file.is_none() {
        desk.view(|reading| match reading.open.sight().identity {
            Shown::Full => Ok(()),
            Shown::Masked => Err(Problem::new(
                "covered",
                "上报的表里有完整的证件号码和电话；请先点“显示完整号码”，写明用途，再来保存。",
            )),
            Shown::Never => Err(Problem::new(
                "no_right",
                "上报的表里有完整的证件号码和电话，您没有查看的权限；请有权查看的人来办。",
            )),
        })?;
    }
    let upload = gather(desk, &template, (args.file.as_ref(), args.query), progress)?;
    if args.file.is_none() {
        desk.view(|reading| {
            let people = upload.lines.iter().filter_map(|line| line.person).map(|id| id.to_string());
            reading.open.looked("members.saveUpload", people)
        })?;
    }
    let rows = match args.which {
        UploadBook::Clean => work::clean(&upload, &template, &to)?,
        UploadBook::Errors => work::errors(&upload, &template, &to)?,
    };
    Ok(Outcome::of(Exported { rows }))
}
