//! Faces a person chose for a role, and the look at a font file before it is taken: its names, whether its maker allows it
//! in a paper, and which common characters it lacks. A choice that cannot be used any more is no error of a paper: the
//! role falls back to what is found by itself, and `uses` says why.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use fontdb::{Database, Language, Source};
use subsetter::GlyphRemapper;
use ttf_parser::Face;

use super::file::FaceFile;
use super::installed::{self, FontPlaces};
use super::{Faces, Role};

/// A face file that stands for a role on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenFace {
    /// What it is used for.
    pub role: Role,
    /// Its file.
    pub file: PathBuf,
    /// Its number in the file; a collection holds several.
    pub index: u32,
}

/// A face that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookedFace {
    /// Its family name, in Chinese where it has one.
    pub family: String,
    /// Its name for programs.
    pub post_script: String,
    /// Its file.
    pub file: PathBuf,
    /// Its number in the file.
    pub index: u32,
    /// Why text cannot be set in it, if it cannot.
    pub refused: Option<FaceRefusal>,
    /// Common characters it lacks; they come from the faces behind it.
    pub lacks: Vec<char>,
    /// How many rare characters it has: Chinese ones beyond the first 65,536.
    pub rare: usize,
    /// Why it cannot be used for anything, if it cannot.
    barred: Option<FaceRefusal>,
}

impl LookedFace {
    /// Why it cannot stand for a role. Rare characters may have the forms of any place: a name is better in them than not.
    #[must_use]
    pub fn refused_for(&self, role: Role) -> Option<FaceRefusal> {
        if role != Role::Rare {
            return self.refused.clone();
        }
        self.barred.clone().or((self.rare == 0).then_some(FaceRefusal::NoRare))
    }

    /// Whether it holds the Chinese of the mainland, so that text can be set in it if its maker allows.
    #[must_use]
    pub fn for_text(&self) -> bool {
        self.lacks.len() <= LACKING_AT_MOST && self.refused != Some(FaceRefusal::Foreign)
    }
}

/// Why a face is not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaceRefusal {
    /// The file is gone or is no font.
    Unreadable,
    /// Its maker forbids embedding (`fsType`).
    Forbidden,
    /// It is a variable or damaged face that cannot be cut.
    Uncuttable,
    /// It lacks more common characters than [`LACKING_AT_MOST`].
    TooFew,
    /// It has no rare characters.
    NoRare,
    /// Its characters and marks have the forms of another place: a colon in the middle of its square.
    Foreign,
}

/// Where the face of a role comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaceOrigin {
    /// A person chose it.
    Chosen,
    /// It bears a name of the standard and was found by itself.
    Found,
    /// It comes with the program.
    Bundled,
}

/// The face a role is printed with now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaceUse {
    /// The role.
    pub role: Role,
    /// The face's family.
    pub family: String,
    /// Its file, if it is the machine's.
    pub file: Option<PathBuf>,
    /// Where it comes from.
    pub origin: FaceOrigin,
    /// The chosen file that cannot be used, and why.
    pub refused: Option<(PathBuf, FaceRefusal)>,
}

/// Of the common characters, more missing ones than these make a patchwork of a paper.
pub const LACKING_AT_MOST: usize = 100;

/// Of a face for rare characters so many are tried before it is taken: as many as there are common ones, about.
const TRIED: usize = 4000;

/// The 3,755 common characters of GB 2312, its first level.
fn common() -> impl Iterator<Item = char> {
    let pairs = (0xB0_u8..=0xD7).flat_map(|high| (0xA1_u8..=0xFE).map(move |low| [high, low]));
    pairs.filter_map(|pair| {
        let (text, _, wrong) = encoding_rs::GBK.decode(&pair);
        // The last row of the level is not full.
        text.chars().next().filter(|c| !wrong && ('\u{4E00}'..='\u{9FFF}').contains(c))
    })
}

fn lacks(file: &FaceFile) -> Vec<char> {
    let Ok(face) = Face::parse(file.measures(), 0) else { return common().collect() };
    common().filter(|c| face.glyph_index(*c).is_none_or(|id| id.0 == 0)).collect()
}

/// The rare characters of a face, each once: Chinese ones beyond the first 65,536, such as 𠮷.
pub(super) fn rare(face: &Face<'_>) -> impl Iterator<Item = char> {
    let mut all = BTreeSet::new();
    for part in face.tables().cmap.iter().flat_map(|cmap| cmap.subtables) {
        if part.is_unicode() {
            part.codepoints(|code| {
                all.extend(char::from_u32(code).filter(|c| ('\u{20000}'..='\u{3FFFF}').contains(c)));
            });
        }
    }
    all.into_iter()
}

/// Whether the characters a role wants of a face can be cut from its file: what a damaged one shows only when it prints.
#[must_use]
pub fn face_prints(file: &Path, index: u32, role: Role) -> bool {
    let cut = || {
        let file = FaceFile::open(file, index).ok()?;
        let face = Face::parse(file.measures(), 0).ok()?;
        let mut glyphs = GlyphRemapper::new();
        let wanted: Vec<char> =
            if role == Role::Rare { rare(&face).take(TRIED).collect() } else { common().collect() };
        for id in wanted.into_iter().filter_map(|c| face.glyph_index(c)) {
            glyphs.remap(id.0);
        }
        file.cut(&glyphs).ok()
    };
    cut().is_some()
}

/// Whether a family's name says that its forms are those of Japan, Korea, Hong Kong or Taiwan: makers put the place last.
fn foreign(family: &str) -> bool {
    let place = family.rsplit([' ', '-', '_']).next().unwrap_or_default();
    ["JP", "KR", "TC", "HK", "TW", "MO"].contains(&place)
}

/// Looks at every face of a font file.
#[must_use]
pub fn look_at_faces(file: &Path) -> Vec<LookedFace> {
    let mut fonts = Database::new();
    // A pipe would be read without end.
    if !file.is_file() {
        return Vec::new();
    }
    // What is no font gives no face.
    let _ = fonts.load_font_file(file);
    looked(&fonts, |_| true)
}

/// The faces of these places that hold Chinese, common or rare, by family name. Reads every font file: seconds on a machine
/// with many.
#[must_use]
pub fn chinese_faces(places: &FontPlaces) -> Vec<LookedFace> {
    let mut found = looked(&installed::database(places), |one| one.for_text() || one.rare > 0);
    found.sort_by(|a, b| (&a.family, &a.file, a.index).cmp(&(&b.family, &b.file, b.index)));
    found.dedup_by(|a, b| a.family == b.family);
    found
}

fn looked(fonts: &Database, wanted: impl Fn(&LookedFace) -> bool) -> Vec<LookedFace> {
    let look = |info: &fontdb::FaceInfo| {
        let Source::File(file) = &info.source else { return None };
        let opened = FaceFile::open(file, info.index).ok()?;
        let (lacks, barred) = (lacks(&opened), installed::trial(&opened).err());
        let rare = Face::parse(opened.measures(), 0).map_or(0, |face| rare(&face).count());
        let few = (lacks.len() > LACKING_AT_MOST).then_some(FaceRefusal::TooFew);
        let refused = barred.clone().or(few);
        let chinese =
            |(_, language): &&(String, Language)| *language == Language::Chinese_PeoplesRepublicOfChina;
        let family = info.families.iter().find(chinese).or(info.families.first())?.0.clone();
        let refused =
            refused.or(info.families.iter().any(|(name, _)| foreign(name)).then_some(FaceRefusal::Foreign));
        let bold = if info.weight > fontdb::Weight::MEDIUM { " 粗体" } else { "" };
        let family = format!("{family}{bold}");
        let (post_script, file, index) = (info.post_script_name.clone(), file.clone(), info.index);
        let looked = LookedFace { family, post_script, file, index, refused, lacks, rare, barred };
        wanted(&looked).then_some(looked)
    };
    fonts.faces().filter_map(look).collect()
}

impl Faces {
    /// Prefers the faces a person chose, each before what is found by itself.
    #[must_use]
    pub fn with_chosen(self, chosen: Vec<ChosenFace>) -> Faces {
        Faces { installed: self.installed.with_chosen(chosen), ..self }
    }

    /// The faces the four named roles and rare characters are printed with now; searches for them when no paper has yet.
    #[must_use]
    pub fn uses(&self) -> Vec<FaceUse> {
        let named = Role::ALL.into_iter().filter(|role| *role != Role::Fallback);
        named.map(|role| self.used_for(role)).collect()
    }

    fn used_for(&self, role: Role) -> FaceUse {
        let refused = self.installed.refused(role);
        match self.installed.face(role) {
            Some(loaded) => FaceUse {
                role,
                family: loaded.face.family.clone(),
                file: Some(loaded.face.file.clone()),
                origin: if loaded.chosen { FaceOrigin::Chosen } else { FaceOrigin::Found },
                refused,
            },
            None => {
                let family = self.entries[role.bundled()].name.clone();
                FaceUse { role, family, file: None, origin: FaceOrigin::Bundled, refused }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_a_family_stands_at_its_end() {
        for (family, elsewhere) in [
            ("Noto Serif CJK JP", true),
            ("Source Han Sans HK", true),
            ("思源宋体 TW", true),
            ("Noto Serif CJK SC", false),
            ("方正小标宋_GBK", false),
            ("JP Song", false),
        ] {
            assert_eq!(foreign(family), elsewhere, "{family}");
        }
    }

    #[test]
    fn the_common_characters_are_those_of_the_first_level() {
        let all: Vec<char> = common().collect();
        assert_eq!((all.len(), all.first(), all.last()), (3755, Some(&'啊'), Some(&'座')));
    }
}
