//! What was typed to found a ledger, kept until it is founded: there is no ledger yet to keep a draft in. A small file in the
//! home that says the union, its place and the folder; no passphrase and nobody's name. Founding itself is `ledger`'s.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;

/// What is kept of the form; a text that was not typed is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct FoundingNotes {
    /// The union's name.
    pub union_name: String,
    /// Its credit code, as it was typed.
    pub credit_code: String,
    /// The employer's name.
    pub employer: String,
    /// The province, two digits.
    pub province: String,
    /// The city, four digits.
    pub city: String,
    /// The folder that was picked, if one was.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub folder: Option<FoundingFolder>,
}

/// A folder for the ledger to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FoundingFolder {
    /// The handle; in the file the path itself.
    pub handle: FileHandle,
    /// How it is shown.
    pub name: String,
}

fn file(home: &Path) -> PathBuf {
    home.join("founding.json")
}

/// What was typed before, in this run of the program or an earlier one. An unreadable file is as good as none.
pub fn read(desk: &Desk, _: Nothing) -> Result<Outcome<FoundingNotes>, Problem> {
    let kept = std::fs::read(file(&desk.home)).ok();
    let mut notes: FoundingNotes =
        kept.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    if let Some(folder) = &mut notes.folder {
        folder.handle = FileHandle(desk.own_handle(Path::new(&folder.handle.0)));
    }
    Ok(Outcome::of(notes))
}

/// Keeps what is typed so far; a form that is empty again leaves no file.
///
/// # Errors
/// `unwritable` when the home cannot be written.
pub fn keep(desk: &Desk, mut notes: FoundingNotes) -> Result<Outcome<Done>, Problem> {
    // A handle lasts no longer than the program; one that is not known any more is no folder.
    notes.folder = notes.folder.and_then(|folder| {
        let path = desk.resolve(&folder.handle).ok()?;
        Some(FoundingFolder { handle: FileHandle(path.to_str()?.to_owned()), ..folder })
    });
    if notes == FoundingNotes::default() {
        forget(&desk.home);
        return Ok(Outcome::of(Done));
    }
    let trouble = |_| {
        Problem::new("unwritable", "记不下已经填写的内容：程序的数据文件夹不可写，请检查磁盘空间和权限。")
    };
    let text = serde_json::to_vec_pretty(&notes)
        .map_err(|_| Problem::new("internal", "已经填写的内容无法写成文字。"))?;
    std::fs::create_dir_all(&desk.home).map_err(trouble)?;
    let temp = desk.home.join("founding.json.new");
    std::fs::write(&temp, text).map_err(trouble)?;
    std::fs::rename(&temp, file(&desk.home)).map_err(trouble)?;
    Ok(Outcome::of(Done))
}

/// Forgets it, once a ledger is founded: what it says stands there. A file that cannot go now says nothing that the list of
/// known ledgers does not say too.
pub(crate) fn forget(home: &Path) {
    let _ = std::fs::remove_file(file(home));
}
