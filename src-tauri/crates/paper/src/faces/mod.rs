//! The faces papers are set in: read at first use, never linked into the program. Which face gives which character is
//! decided here, once: the standard's own if installed, the bundled one, the fallback, the machine's face for rare characters,
//! the bundled 楷体, nothing (and the paper is refused).

mod chosen;
mod file;
mod installed;
mod list;
mod looked;
mod role;
mod shaper;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

pub use chosen::{FaceOrigin, FaceUse, chinese_faces};
use file::FaceFile;
use installed::Installed;
pub use installed::{ChosenFace, FontPlaces, InstalledFace};
pub use looked::{FaceRefusal, LACKING_AT_MOST, LookedFace, face_prints, look_at_faces};
use role::BUNDLED;
pub use role::{FaceId, Role};
pub(crate) use shaper::Shaper;
use subsetter::GlyphRemapper;

use crate::error::PaperError;

/// The faces a program prints with, made once by its host: those of the assets folder, and the machine's own where the host
/// says so. Cheap to make; folders are searched and a face's measures read when a paper first needs them, and then kept, so
/// that one program sets the same input the same way.
pub struct Faces {
    folder: PathBuf,
    entries: Vec<list::Entry>,
    bundled: [OnceLock<FaceFile>; BUNDLED],
    colour: OnceLock<Vec<u8>>,
    installed: Installed,
}

impl Faces {
    /// Reads `fonts/FONTS.toml` under the assets folder; no face yet. Prints with the bundled faces only.
    ///
    /// # Errors
    /// [`PaperError::Asset`] or [`PaperError::Face`] when the list is missing, wrong, or lacks a role.
    pub fn load(assets: &Path) -> Result<Faces, PaperError> {
        let folder = assets.join("fonts");
        let entries = list::read(&folder)?;
        let installed = Installed::default();
        Ok(Faces { folder, entries, bundled: Default::default(), colour: OnceLock::new(), installed })
    }

    /// Prefers the standard's own faces found in these places, each with its bundled face behind it. Searches nothing yet.
    #[must_use]
    pub fn with_fonts(self, places: FontPlaces) -> Faces {
        Faces { installed: Installed::new(places), ..self }
    }

    /// Whether a bundled face has a character and draws it as something else.
    pub(crate) fn misdraws(&self, face: FaceId, c: char) -> bool {
        let at = face.role.index();
        !face.installed && at < BUNDLED && self.entries[at].misdrawn.contains(c)
    }

    /// The standard's own faces that are used; searches for them when no paper has yet.
    #[must_use]
    pub fn installed(&self) -> Vec<InstalledFace> {
        Role::ALL.iter().filter_map(|role| self.installed.face(*role)).map(|l| l.face.clone()).collect()
    }

    /// Whether there is such a face on this machine.
    pub(crate) fn has(&self, face: FaceId) -> bool {
        !face.installed || self.installed.face(face.role).is_some()
    }

    /// The face's name as it stands in the PDF.
    pub(crate) fn name(&self, face: FaceId) -> &str {
        let bundled = &self.entries[face.role.bundled()].name;
        match self.installed.face(face.role).filter(|_| face.installed) {
            Some(loaded) => &loaded.name,
            None => bundled,
        }
    }

    /// A face without its outlines, for measuring.
    pub(crate) fn measures(&self, face: FaceId) -> Result<&[u8], PaperError> {
        self.file(face).map(FaceFile::measures)
    }

    /// The wanted glyphs of a face, as a face of their own.
    pub(crate) fn cut(&self, face: FaceId, glyphs: &GlyphRemapper) -> Result<Vec<u8>, PaperError> {
        self.file(face)?
            .cut(glyphs)
            .map_err(|e| PaperError::Face { file: self.name(face).to_owned(), reason: e.to_string() })
    }

    fn file(&self, face: FaceId) -> Result<&FaceFile, PaperError> {
        if let Some(loaded) = self.installed.face(face.role).filter(|_| face.installed) {
            return Ok(&loaded.file);
        }
        let at = face.role.bundled();
        let open = |path: &Path| FaceFile::open(path, 0);
        self.cached(&self.bundled[at], &self.entries[at], open)
    }

    /// The sRGB profile of the output intent.
    pub(crate) fn colour_profile(&self) -> Result<&[u8], PaperError> {
        let read = |path: &Path| std::fs::read(path);
        self.cached(&self.colour, &self.entries[BUNDLED], read).map(Vec::as_slice)
    }

    fn cached<'a, T>(
        &'a self,
        cell: &'a OnceLock<T>,
        entry: &list::Entry,
        read: impl FnOnce(&Path) -> std::io::Result<T>,
    ) -> Result<&'a T, PaperError> {
        if let Some(kept) = cell.get() {
            return Ok(kept);
        }
        let kept = read(&self.folder.join(&entry.file)).map_err(|e| PaperError::Asset {
            file: format!("fonts/{}", entry.file),
            reason: e.to_string(),
        })?;
        Ok(cell.get_or_init(|| kept))
    }
}
