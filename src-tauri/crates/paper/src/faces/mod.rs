//! The faces papers are set in: read from the assets folder at first use, never linked into the program. Which face gives
//! which character is decided here, once: role, then fallback, then nothing (and the paper is refused).

mod list;
mod shaper;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

pub(crate) use shaper::Shaper;

use crate::error::PaperError;

/// What a face is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// 仿宋, the body.
    Fangsong,
    /// 楷体, second headings and names.
    Kai,
    /// 黑体, first headings and labels.
    Hei,
    /// 小标宋, titles and red headers.
    Title,
    /// Light Song: characters the role lacks, and page numbers.
    Fallback,
}

impl Role {
    /// All roles; the position is the face's number in a page.
    pub const ALL: [Role; 5] = [Role::Fangsong, Role::Kai, Role::Hei, Role::Title, Role::Fallback];

    /// Position in [`Role::ALL`].
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Role::Fangsong => 0,
            Role::Kai => 1,
            Role::Hei => 2,
            Role::Title => 3,
            Role::Fallback => 4,
        }
    }
}

/// The faces of an assets folder. Cheap to load; each face's bytes are read when first needed and then kept.
pub struct Faces {
    folder: PathBuf,
    entries: Vec<list::Entry>,
    data: [OnceLock<Vec<u8>>; 5],
    colour: OnceLock<Vec<u8>>,
}

impl Faces {
    /// Reads `fonts/FONTS.toml` under the assets folder; no face yet.
    ///
    /// # Errors
    /// [`PaperError::Asset`] or [`PaperError::Face`] when the list is missing, wrong, or lacks a role.
    pub fn load(assets: &Path) -> Result<Faces, PaperError> {
        let folder = assets.join("fonts");
        let entries = list::read(&folder)?;
        Ok(Faces { folder, entries, data: Default::default(), colour: OnceLock::new() })
    }

    /// The name of a role's face as it stands in the PDF.
    pub(crate) fn name(&self, role: Role) -> &str {
        &self.entries[role.index()].name
    }

    /// The bytes of a role's face.
    pub(crate) fn data(&self, role: Role) -> Result<&[u8], PaperError> {
        self.cached(&self.data[role.index()], &self.entries[role.index()])
    }

    /// The sRGB profile of the output intent.
    pub(crate) fn colour_profile(&self) -> Result<&[u8], PaperError> {
        self.cached(&self.colour, &self.entries[Role::ALL.len()])
    }

    fn cached<'a>(
        &'a self,
        cell: &'a OnceLock<Vec<u8>>,
        entry: &list::Entry,
    ) -> Result<&'a [u8], PaperError> {
        if let Some(bytes) = cell.get() {
            return Ok(bytes);
        }
        let bytes = std::fs::read(self.folder.join(&entry.file)).map_err(|e| PaperError::Asset {
            file: format!("fonts/{}", entry.file),
            reason: e.to_string(),
        })?;
        Ok(cell.get_or_init(|| bytes))
    }
}
