//! From characters to glyphs for one paper: parses a face when a character first needs it, remembers every answer, and
//! collects the characters that no face has. Horizontal Chinese needs no more shaping than this.

use std::collections::BTreeMap;

use subsetter::GlyphRemapper;
use ttf_parser::Face;

use super::{FaceId, Faces, Role};
use crate::by_char::ByChar;
use crate::error::{MissingGlyph, PaperError};

/// How much smaller the fallback stands beside the other faces; found by eye.
const FALLBACK_SCALE: f32 = 0.94;

/// A character's glyph, measured in ems of the wanted size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    pub face: FaceId,
    pub id: u16,
    /// Size of the glyph against the wanted size (the fallback is smaller).
    pub scale: f32,
    /// Width of the glyph, thousandths of its own size.
    pub width: f32,
    /// How far the pen moves.
    pub advance: f32,
    /// Where the glyph begins within its advance.
    pub shift: f32,
}

/// The glyphs of one paper.
pub(crate) struct Shaper<'f> {
    faces: &'f Faces,
    /// Whether the machine's own faces are used.
    own: bool,
    parsed: [Option<Face<'f>>; FaceId::COUNT],
    /// By role.
    known: [ByChar<Option<Glyph>>; Role::ALL.len()],
    missing: BTreeMap<char, MissingGlyph>,
    order: Vec<char>,
}

impl<'f> Shaper<'f> {
    pub fn new(faces: &'f Faces) -> Shaper<'f> {
        let parsed = [const { None }; FaceId::COUNT];
        let (known, missing, order) = (Default::default(), BTreeMap::new(), Vec::new());
        Shaper { faces, own: true, parsed, known, missing, order }
    }

    /// A shaper that leaves the machine's own faces alone.
    pub fn bundled(faces: &'f Faces) -> Shaper<'f> {
        Shaper { own: false, ..Shaper::new(faces) }
    }

    /// The glyph of `c` in a role. A character that no face has is noted for `block` and takes one em.
    pub fn glyph(&mut self, role: Role, c: char, block: &str) -> Result<Glyph, PaperError> {
        let found = match self.known[role.index()].get(c) {
            Some(found) => found,
            None => {
                let found = self.find(role, c)?;
                self.known[role.index()].insert(c, found);
                found
            }
        };
        if let Some(glyph) = found {
            return Ok(glyph);
        }
        let order = &mut self.order;
        let entry = self.missing.entry(c).or_insert_with(|| {
            order.push(c);
            MissingGlyph { character: c, blocks: Vec::new(), places: Vec::new() }
        });
        entry.at(block);
        Ok(Glyph { face: FaceId::bundled(role), id: 0, scale: 1.0, width: 1000.0, advance: 1.0, shift: 0.0 })
    }

    /// How far a glyph's ink reaches over and under the baseline, ems of its size; none for one without ink.
    pub fn reach(&self, face: FaceId, id: u16) -> Option<(f32, f32)> {
        // Outlines stay on the disk until a face is cut: so it is cut to this one.
        let mut glyphs = GlyphRemapper::new();
        let cut_id = glyphs.remap(id);
        let cut = self.faces.cut(face, &glyphs).ok()?;
        let face = Face::parse(&cut, 0).ok()?;
        let ink = face.glyph_bounding_box(ttf_parser::GlyphId(cut_id))?;
        let em = f32::from(face.units_per_em());
        Some((f32::from(ink.y_max) / em, -f32::from(ink.y_min) / em))
    }

    /// The characters nobody has, in the order of the paper.
    pub fn refused(&mut self) -> Option<PaperError> {
        let list: Vec<_> = self.order.drain(..).filter_map(|c| self.missing.remove(&c)).collect();
        (!list.is_empty()).then_some(PaperError::MissingGlyphs(list))
    }

    fn find(&mut self, role: Role, c: char) -> Result<Option<Glyph>, PaperError> {
        let chain = [
            FaceId::installed(role),
            FaceId::bundled(role),
            FaceId::bundled(Role::Fallback),
            FaceId::installed(Role::Rare),
            // 楷体 has some characters of rare names that the light Song lacks, 𠮷 among them.
            FaceId::bundled(Role::Kai),
        ];
        for face in chain {
            if (!face.installed || self.own)
                && self.faces.has(face)
                && !self.faces.misdraws(face, c)
                && let Some((id, advance)) = self.lookup(face, c)?
            {
                return Ok(Some(fit(role, face, c, id, advance)));
            }
        }
        Ok(None)
    }

    fn lookup(&mut self, id: FaceId, c: char) -> Result<Option<(u16, f32)>, PaperError> {
        let slot = &mut self.parsed[id.index()];
        if slot.is_none() {
            let face = Face::parse(self.faces.measures(id)?, 0).map_err(|e| PaperError::Face {
                file: self.faces.name(id).to_owned(),
                reason: e.to_string(),
            })?;
            *slot = Some(face);
        }
        let found = slot.as_ref().and_then(|face| {
            let id = face.glyph_index(c).filter(|id| id.0 != 0)?;
            let advance = f32::from(face.glyph_hor_advance(id)?) / f32::from(face.units_per_em());
            Some((id.0, advance))
        });
        Ok(found)
    }
}

/// Chinese characters and marks fill a whole em whatever the face thinks (WenKai's “ is a third of one), each standing
/// where its ink belongs: opening marks at the right, closing ones at the left, the rest in the middle.
fn fit(role: Role, face: FaceId, c: char, id: u16, advance: f32) -> Glyph {
    let scale = if face.role == role { 1.0 } else { FALLBACK_SCALE };
    let (own, width) = (advance * scale, (advance * 1000.0).round());
    if !crate::layout::kinsoku::is_wide(c) || own >= 1.0 {
        return Glyph { face, id, scale, width, advance: own, shift: 0.0 };
    }
    let room = 1.0 - own;
    let shift = match crate::layout::kinsoku::blank(c) {
        (before, _) if before > 0.0 => room,
        (_, after) if after > 0.0 => 0.0,
        _ => room / 2.0,
    };
    Glyph { face, id, scale, width, advance: 1.0, shift }
}
