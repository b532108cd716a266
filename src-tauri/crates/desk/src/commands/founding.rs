//! What was typed to found a ledger, kept until it is founded: there is no ledger yet to keep a draft in. A small file in the
//! home that says the union, its place and the folder; no passphrase and nobody's name. Founding itself is `ledger`'s.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::home;

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
    /// The handle.
    pub handle: FileHandle,
    /// How it is shown.
    pub name: String,
}

const FILE: &str = "founding.json";

/// The file: the folder stands in it by its path, for a handle lasts no longer than the program.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    /// Without the folder.
    notes: FoundingNotes,
    #[serde(skip_serializing_if = "Option::is_none")]
    folder: Option<KeptFolder>,
}

#[derive(Serialize, Deserialize)]
struct KeptFolder {
    path: PathBuf,
    name: String,
}

/// What was typed before, in this run of the program or an earlier one. An unreadable file is as good as none.
pub fn read(desk: &Desk, _: Nothing) -> Result<Outcome<FoundingNotes>, Problem> {
    let Kept { mut notes, folder } = home::read(&desk.home, FILE);
    notes.folder = folder
        .map(|kept| FoundingFolder { handle: FileHandle(desk.own_handle(&kept.path)), name: kept.name });
    Ok(Outcome::of(notes))
}

/// Keeps what is typed so far; a form that is empty again leaves no file.
///
/// # Errors
/// `unwritable` when the home cannot be written.
pub fn keep(desk: &Desk, mut notes: FoundingNotes) -> Result<Outcome<Done>, Problem> {
    // A handle that is not known any more is no folder.
    let folder = notes.folder.take().and_then(|folder| {
        let path = desk.resolve(&folder.handle).ok().filter(|path| path.to_str().is_some())?;
        Some(KeptFolder { path, name: folder.name })
    });
    if notes == FoundingNotes::default() && folder.is_none() {
        forget(&desk.home);
        return Ok(Outcome::of(Done));
    }
    home::keep(&desk.home, FILE, &Kept { notes, folder }, "已经填写的内容")?;
    Ok(Outcome::of(Done))
}

/// Forgets it, once a ledger is founded: what it says stands there. A file that cannot go now says nothing that the list of
/// known ledgers does not say too.
pub(crate) fn forget(home: &Path) {
    home::forget(home, FILE);
}
