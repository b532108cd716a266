//! Papers saved where a person says: the PDF, its Word copy, both by one act. What they hold is `papers`'s to fill; what
//! may be written over, `files`'s to say.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use affairs::office::{self, Filled, model::PaperId};
use affairs::union;
use paper::Rendered;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::Problem;
use crate::commands::papers_filled::fill;
use crate::commands::papers_guard::guard_issued;
use crate::commands::papers_set::{render, set};
use crate::commands::papers_unissued::never_issued;
use crate::commands::sight;
use crate::desk::{Desk, Outcome};
use crate::files::{FileHandle, safe_target};
use crate::open::Reading;

/// A paper to be saved as a file.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PrintPaper {
    /// The kind.
    pub kind: String,
    /// The record it is made from.
    pub of: String,
    /// The issue whose kept bytes are wanted; absent: as it would be made now.
    pub issued: Option<PaperId>,
    /// Where to.
    pub to: FileHandle,
    /// Whether its Word copy is to stand beside it.
    pub word: Option<bool>,
}

/// A paper to be saved as a Word file.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ExportWord {
    /// The kind.
    pub kind: String,
    /// The record it is made from.
    pub of: String,
    /// The issue that it shall agree with; absent: as it would be made now.
    pub issued: Option<PaperId>,
    /// Where to.
    pub to: FileHandle,
}

/// A paper that was saved.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Printed {
    /// Where it stands.
    pub path: String,
    /// Pages.
    pub pages: u32,
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// Where its Word copy stands, if one was asked for.
    pub word: Option<String>,
}

/// A Word file that was saved.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportedWord {
    /// Where it stands.
    pub path: String,
    /// SHA-256 of the file, hex.
    pub sha256: String,
}

/// Saves a paper to the file the person chose, and its Word copy beside it where asked. Both appear whole, or
/// neither does.
pub fn print(desk: &Desk, args: PrintPaper) -> Result<Outcome<Printed>, Problem> {
    let to = desk.resolve(&args.to)?;
    let wanted = args.word.unwrap_or(false);
    let (rendered, word) = desk.view(|reading| {
        // One filling for both files: a look at a person's own data is one look.
        match args.issued {
            Some(id) => {
                let word = wanted.then(|| issued_word(reading, desk, id, &args.kind, &args.of));
                Ok((kept(reading, id)?, word.transpose()?))
            }
            None => {
                let filled = fill(reading, desk, &args.kind, &args.of)?;
                let document = render(reading, desk, &filled, None)?;
                let word = wanted.then(|| word(reading, desk, &filled, &args.kind, &args.of));
                Ok((paper::render(&document, &desk.faces())?, word.transpose()?))
            }
        }
    })?;
    if args.kind == union::papers::RECOVERY_SHEET {
        sight::sheet_given(&*desk.opened()?, "把恢复单存为 PDF")?;
    }
    let (to, beside) = match word {
        Some(bytes) => {
            // The Word file first: it stands in nobody's place, and goes again if the PDF cannot be written.
            let (pdf, docx) = pair(&to)?;
            write_whole(&docx, &bytes)?;
            (pdf, Some(docx))
        }
        None => (to, None),
    };
    if let Err(why) = write_whole(&to, &rendered.pdf) {
        if let Some(ours) = &beside {
            let _ = std::fs::remove_file(ours);
        }
        return Err(why);
    }
    if args.kind == union::papers::RECOVERY_SHEET {
        desk.opened()?.ledger.sheet_kept()?;
    }
    Ok(Outcome::of(Printed {
        path: to.display().to_string(),
        pages: u32::try_from(rendered.pages).unwrap_or(u32::MAX),
        sha256: rendered.sha256,
        word: beside.map(|path| path.display().to_string()),
    }))
}

/// An issue as it was kept.
fn kept(reading: &Reading<'_>, id: PaperId) -> Result<Rendered, Problem> {
    guard_issued(reading, id)?;
    let pdf = office::store::issued_bytes(reading.connection, id)?;
    let pages = office::store::issued_pages(reading.connection, id)? as usize;
    Ok(Rendered { sha256: hex::encode(Sha256::digest(&pdf)), pdf, pages, outline: Vec::new() })
}

/// Saves a paper as a Word file where the person chose. The file appears whole or not at all.
pub fn export_word(desk: &Desk, args: ExportWord) -> Result<Outcome<ExportedWord>, Problem> {
    let to = desk.resolve(&args.to)?;
    let bytes = desk.view(|reading| match args.issued {
        Some(id) => issued_word(reading, desk, id, &args.kind, &args.of),
        None => {
            let filled = fill(reading, desk, &args.kind, &args.of)?;
            word(reading, desk, &filled, &args.kind, &args.of)
        }
    })?;
    write_whole(&to, &bytes)?;
    let sha256 = hex::encode(Sha256::digest(&bytes));
    Ok(Outcome::of(ExportedWord { path: to.display().to_string(), sha256 }))
}

/// The Word file that agrees with an issue, set again from what the issue was made from. An issue of an earlier program
/// kept its bytes alone: then the paper as it would be made now, as a draft that names the issue.
pub(super) fn issued_word(
    reading: &Reading<'_>,
    desk: &Desk,
    id: PaperId,
    kind: &str,
    of: &str,
) -> Result<Vec<u8>, Problem> {
    guard_issued(reading, id)?;
    if !office::store::issues(reading.connection, kind, of)?.iter().any(|issue| issue.id == id) {
        return Err(Problem::missing("份已印发的文件"));
    }
    let Some(source) = office::store::proved_source(reading.connection, id)? else {
        let filled = fill(reading, desk, kind, of)?;
        return word(reading, desk, &filled, kind, of);
    };
    let number = office::outgoing::get(reading.connection, id)?.number;
    Ok(paper::word(&set(&reading.open.ledger, &source)?, Some(&format!("与{number}一致")))?)
}

/// The Word file of a filled paper. It can be changed, so it is never the issue itself: it bears no number and says
/// on every page that it is a draft, and which issue is the one that counts. A kind that is never issued has no draft:
/// its file is what its PDF is.
fn word(
    reading: &Reading<'_>,
    desk: &Desk,
    filled: &Filled,
    kind: &str,
    of: &str,
) -> Result<Vec<u8>, Problem> {
    if kind == union::papers::RECOVERY_SHEET {
        let message = "恢复单能打开账本，只存为 PDF：Word 会在电脑里另留副本。请用“另存为 PDF”或直接打印。";
        return Err(Problem::new("refused", message));
    }
    let issued = office::store::issues(reading.connection, kind, of)?;
    let mark = match issued.first() {
        Some(issue) => Some(format!("草稿，以印发的{}为准", issue.number)),
        None if never_issued(kind).is_some() => None,
        None => Some("草稿".to_owned()),
    };
    let document = render(reading, desk, filled, None)?;
    Ok(paper::word(&document, mark.as_deref())?)
}

/// The names of a PDF and of the Word file beside it: the same but for their ends. The person was asked about the PDF alone;
/// a Word file that stands under its name may hold their own changes and is never written over, so both get a number then.
fn pair(pdf: &Path) -> Result<(PathBuf, PathBuf), Problem> {
    let end = pdf.extension().unwrap_or(OsStr::new("pdf"));
    let pairs = (1..MOST_OF_A_NAME).map(|n| {
        let own = if n == 1 { pdf.to_owned() } else { numbered(pdf, n, end) };
        (n, own, numbered(pdf, n, OsStr::new("docx")))
    });
    let free = pairs
        .filter(|(n, own, word)| own != word && !taken(word) && (*n == 1 || !taken(own)))
        .map(|(_, own, word)| (own, word))
        .next();
    free.ok_or_else(crowded)
}

/// The name of a file that may hold a person's own changes when it stands already: itself where it is free, else with a
/// number. Errors: `unwritable` where all are taken.
pub(crate) fn free(to: &Path) -> Result<PathBuf, Problem> {
    let end = to.extension().unwrap_or_default();
    let names = (2..MOST_OF_A_NAME).map(|n| numbered(to, n, end));
    std::iter::once(to.to_owned()).chain(names).find(|name| !taken(name)).ok_or_else(crowded)
}

/// So many files of one name are tried in a folder.
const MOST_OF_A_NAME: u32 = 1000;

/// A name with a number from 2 on, and this end.
fn numbered(to: &Path, n: u32, end: &OsStr) -> PathBuf {
    let mut name = to.file_stem().unwrap_or_default().to_owned();
    if n > 1 {
        name.push(format!("（{n}）"));
    }
    if !end.is_empty() {
        name.push(".");
        name.push(end);
    }
    to.with_file_name(name)
}

fn taken(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok()
}

fn crowded() -> Problem {
    Problem::new("unwritable", "文件没有存下来：这个文件夹里同名的太多，请换一个位置。").at("to")
}

/// Why `to` could not be written, in words.
pub(crate) fn no_room(to: &Path, why: &std::io::Error) -> Problem {
    let reason = match why.kind() {
        std::io::ErrorKind::NotFound if !to.parent().is_some_and(Path::is_dir) => {
            "这个文件夹不存在，请换一个位置"
        }
        std::io::ErrorKind::NotFound => "这里不能存文件，请换一个位置",
        std::io::ErrorKind::PermissionDenied => "没有写入权限，请换一个位置",
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::FileTooLarge => "磁盘已满，请清理后再存",
        _ => "磁盘拒绝写入，请检查磁盘或换一个位置",
    };
    Problem::new("unwritable", format!("文件没有存下来：{reason}。")).at("to")
}

/// Writes a file whole or not at all.
pub(crate) fn write_whole(to: &Path, bytes: &[u8]) -> Result<(), Problem> {
    use std::io::Write;
    safe_target(to)?;
    // A name of our own beside the target, so that no file of the person's is overwritten.
    let mut name = std::ffi::OsString::from(format!(".gonghui-{}-", std::process::id()));
    name.push(to.file_name().unwrap_or_default());
    let temp = to.with_file_name(name);
    let written = std::fs::File::create(&temp).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.and_then(|()| std::fs::rename(&temp, to)).map_err(|why| {
        // The half-written file is ours; what stood there before is untouched.
        let _ = std::fs::remove_file(&temp);
        no_room(to, &why)
    })
}
