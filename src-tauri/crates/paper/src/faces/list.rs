//! The list of faces, `FONTS.toml`: role, name, file, hash, licence, origin. Only this file knows its shape.

use std::path::Path;

use serde::Deserialize;

use crate::error::PaperError;

const FILE: &str = "fonts/FONTS.toml";
/// Roles with a bundled face in the order of `Role::ALL`, then the colour profile.
const ROLES: [&str; 6] = ["fangsong", "kai", "hei", "title", "fallback", "colour"];

/// One file of the list (hash, licence and origin are for people and for the test that checks the files).
#[derive(Debug, Deserialize)]
pub(super) struct Entry {
    role: String,
    pub name: String,
    pub file: String,
    /// Characters that the face draws as something else: FandolFang a $ for ￥.
    #[serde(default)]
    pub misdrawn: String,
}

#[derive(Deserialize)]
struct List {
    file: Vec<Entry>,
}

/// The entries in the order of [`ROLES`].
pub(super) fn read(folder: &Path) -> Result<Vec<Entry>, PaperError> {
    let text = std::fs::read_to_string(folder.join("FONTS.toml"))
        .map_err(|e| PaperError::Asset { file: FILE.to_owned(), reason: e.to_string() })?;
    let mut list: List = toml::from_str(&text)
        .map_err(|e| PaperError::Face { file: FILE.to_owned(), reason: e.message().to_owned() })?;
    let mut out = Vec::with_capacity(ROLES.len());
    for role in ROLES {
        let at =
            list.file.iter().position(|e| e.role == role).ok_or_else(|| PaperError::Face {
                file: FILE.to_owned(),
                reason: format!("没有 {role} 一项"),
            })?;
        out.push(list.file.swap_remove(at));
    }
    Ok(out)
}
