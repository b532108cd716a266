//! The glyphs a PDF uses, face by face: numbered as they come, cut out of the face at the end and embedded. The numbers
//! are the codes in the page contents.

use std::collections::BTreeMap;

use printpdf::{FontId, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, Pt, TextItem};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use crate::by_char::ByChar;
use crate::error::PaperError;
use crate::faces::{FaceId, Faces};
use crate::layout::page::Glyph;

/// The used glyphs of all faces.
#[derive(Default)]
pub(super) struct FontSet {
    used: [Used; FaceId::COUNT],
}

#[derive(Default)]
struct Used {
    numbers: GlyphRemapper,
    /// Code of each character.
    codes: ByChar<Code>,
    /// How many codes there are.
    given: u16,
    /// Code and width of each character whose code reads as it, in their order.
    chars: BTreeMap<char, (u16, u16)>,
}

/// How a character is written in the page contents.
#[derive(Debug, Clone, Copy)]
pub(super) struct Code {
    pub number: u16,
    /// Whether the code reads as another character that the face draws by the same glyph, as · and • in some: then the
    /// character must be said beside it, or the text copied from the PDF is not the text put in.
    pub says_another: bool,
}

impl FontSet {
    /// The code of a glyph in the page contents.
    pub fn code(&mut self, face: FaceId, glyph: &Glyph) -> Code {
        let used = &mut self.used[face.index()];
        if let Some(code) = used.codes.get(glyph.character) {
            return code;
        }
        let number = used.numbers.remap(glyph.id);
        // Codes are given in order from 1, so one that was given before is another character's.
        let code = Code { number, says_another: number <= used.given };
        used.given = used.given.max(number);
        used.codes.insert(glyph.character, code);
        if !code.says_another {
            used.chars.insert(glyph.character, (number, glyph.width as u16));
        }
        code
    }

    /// Hands the cut faces to printpdf; gives the operators that show every used glyph once.
    pub fn embed(&self, pdf: &mut PdfDocument, faces: &Faces) -> Result<Vec<Op>, PaperError> {
        let mut ops = vec![Op::StartTextSection];
        for face in FaceId::all() {
            let used = &self.used[face.index()];
            if used.chars.is_empty() {
                continue;
            }
            let id = FontId(format!("F{}", face.index()));
            pdf.resources.fonts.map.insert(id.clone(), PdfFont::new(cut(face, used, faces)?));
            ops.push(Op::SetFont { font: PdfFontHandle::External(id), size: Pt(10.0) });
            ops.push(Op::ShowText { items: vec![TextItem::Text(used.chars.keys().collect())] });
        }
        ops.push(Op::EndTextSection);
        Ok(ops)
    }
}

fn cut(face: FaceId, used: &Used, faces: &Faces) -> Result<ParsedFont, PaperError> {
    let unusable = |reason: String| PaperError::Face { file: faces.name(face).to_owned(), reason };
    let bytes = faces.cut(face, &used.numbers)?;
    let mut warnings = Vec::new();
    let mut font = ParsedFont::from_bytes(&bytes, 0, &mut warnings)
        .ok_or_else(|| unusable("裁剪后的字体无法读取".to_owned()))?;
    font.font_name = Some(format!("{}+{}", tag(&bytes), faces.name(face)));
    font.codepoint_to_glyph = used.chars.iter().map(|(c, (code, _))| (*c as u32, *code)).collect();
    let upm = u32::from(font.pdf_font_metrics.units_per_em);
    // Widths are kept in thousandths; printpdf wants the face's own units.
    font.glyph_widths =
        used.chars.values().map(|(code, width)| (*code, (u32::from(*width) * upm / 1000) as u16)).collect();
    Ok(font)
}

/// Six capitals that tell this cut from others of the same face.
fn tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|b| char::from(b'A' + b % 26)).collect()
}
