//! The faces papers are set in: read at first use, never linked into the program. Which face gives which character is
//! decided here, once: the standard's own if installed, the bundled one, the fallback, the machine's face for rare characters,
//! the bundled 楷体, nothing (and the paper is refused).

mod chosen;
mod file;
mod installed;
mod list;
mod shaper;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

pub use chosen::{
    ChosenFace, FaceOrigin, FaceRefusal, FaceUse, LACKING_AT_MOST, LookedFace, chinese_faces, face_prints,
    look_at_faces,
};
use file::FaceFile;
use installed::Installed;
pub use installed::{FontPlaces, InstalledFace};
pub(crate) use shaper::Shaper;
use subsetter::GlyphRemapper;

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
    /// 生僻字: characters that no bundled face of text has. Only the machine's own; the program brings none.
    Rare,
}

/// How many roles have a face that comes with the program: the first ones.
const BUNDLED: usize = 5;

impl Role {
    /// All roles; the position is the face's number in a page.
    pub const ALL: [Role; 6] =
        [Role::Fangsong, Role::Kai, Role::Hei, Role::Title, Role::Fallback, Role::Rare];

    /// Position in [`Role::ALL`].
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Role::Fangsong => 0,
            Role::Kai => 1,
            Role::Hei => 2,
            Role::Title => 3,
            Role::Fallback => 4,
            Role::Rare => 5,
        }
    }

    /// The role whose bundled face serves it: rare characters come from 楷体 as far as that has them.
    fn bundled(self) -> usize {
        if self == Role::Rare { Role::Kai.index() } else { self.index() }
    }
}

/// The file a glyph comes from: a role's bundled face, or the standard's own on the user's machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId {
    /// What it is used for.
    pub role: Role,
    /// Whether it is the machine's own.
    pub installed: bool,
}

impl FaceId {
    /// How many there can be.
    pub(crate) const COUNT: usize = 2 * Role::ALL.len();

    /// The face that comes with the program.
    #[must_use]
    pub fn bundled(role: Role) -> FaceId {
        FaceId { role, installed: false }
    }

    /// The machine's own face.
    #[must_use]
    pub fn installed(role: Role) -> FaceId {
        FaceId { role, installed: true }
    }

    /// Its number in a PDF: the bundled ones first.
    #[must_use]
    pub fn index(self) -> usize {
        self.role.index() + if self.installed { Role::ALL.len() } else { 0 }
    }

    /// All of them, by number.
    pub(crate) fn all() -> impl Iterator<Item = FaceId> {
        Role::ALL.map(FaceId::bundled).into_iter().chain(Role::ALL.map(FaceId::installed))
    }
}

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
