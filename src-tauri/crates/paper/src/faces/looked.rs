//! The look at a font file before it is taken: its names, whether its maker allows it in a paper, whether it can be cut, and
//! which common characters it lacks. Which face stands for a role is decided by `installed`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use fontdb::{Database, Language, Source};
use subsetter::GlyphRemapper;
use ttf_parser::{Face, RawFace, Tag};

use super::file::FaceFile;
use super::role::Role;

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

/// Of the common characters, more missing ones than these make a patchwork of a paper.
pub const LACKING_AT_MOST: usize = 100;

/// Of a face for rare characters so many are tried before it is taken: as many as there are common ones, about.
const TRIED: usize = 4000;

/// Bits of `fsType` that say how a face may be embedded: preview and print, or editable.
const EMBEDDABLE: u16 = 0x0004 | 0x0008;
/// All bits of usage; none set means installable.
const USAGE: u16 = 0x000F;
/// No cutting, and bitmaps only.
const FORBIDDEN: u16 = 0x0100 | 0x0200;

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

/// The faces of these files that are wanted, each looked at.
pub(super) fn looked(fonts: &Database, wanted: impl Fn(&LookedFace) -> bool) -> Vec<LookedFace> {
    let look = |info: &fontdb::FaceInfo| {
        let Source::File(file) = &info.source else { return None };
        let opened = FaceFile::open(file, info.index).ok()?;
        let (lacks, barred) = (lacks(&opened), trial(&opened).err());
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

/// Whether a face may be embedded and can be cut; a trial cut shows the latter.
pub(super) fn trial(file: &FaceFile) -> Result<(), FaceRefusal> {
    let face = Face::parse(file.measures(), 0).map_err(|_| FaceRefusal::Unreadable)?;
    if !fs_type(file.measures()).is_some_and(may_embed) {
        return Err(FaceRefusal::Forbidden);
    }
    // A common character, or of a face for rare ones any of those.
    let tried = face.glyph_index('会').filter(|id| id.0 != 0);
    let tried = tried.or_else(|| face.glyph_index(rare(&face).next()?));
    let mut glyphs = GlyphRemapper::new();
    glyphs.remap(tried.ok_or(FaceRefusal::TooFew)?.0);
    if face.is_variable() || file.cut(&glyphs).is_err() {
        return Err(FaceRefusal::Uncuttable);
    }
    Ok(())
}

/// `fsType` of the OS/2 table; a face without it says nothing and is not taken.
fn fs_type(data: &[u8]) -> Option<u16> {
    let table = RawFace::parse(data, 0).ok()?.table(Tag::from_bytes(b"OS/2"))?;
    Some(u16::from_be_bytes([*table.get(8)?, *table.get(9)?]))
}

/// Where several usages are set, the least restrictive holds, as the format's older versions have it.
fn may_embed(fs_type: u16) -> bool {
    let usage = fs_type & USAGE;
    (usage == 0 || usage & EMBEDDABLE != 0) && fs_type & FORBIDDEN == 0
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

    #[test]
    fn embedding_follows_the_bits() {
        for (bits, allowed) in [
            (0x0000, true),
            (0x0002, false),
            (0x0004, true),
            (0x0008, true),
            (0x000C, true),
            (0x0006, true),
            (0x0100, false),
            (0x0108, false),
            (0x0204, false),
            (0x0001, false),
        ] {
            assert_eq!(may_embed(bits), allowed, "{bits:#06x}");
        }
    }
}
