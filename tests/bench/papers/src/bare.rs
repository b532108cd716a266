//! The yardstick: kept glyph runs to a PDF by pdf-writer alone. Compressed pages, cut faces, text that can be read back;
//! no outline, no archive file, no hash.

use std::collections::BTreeMap;
use std::path::Path;

use flate2::{Compress, Compression, FlushCompress};
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str};
use subsetter::GlyphRemapper;

use bench_papers::kept::{Glyph, Reader, Rule, Run};
use bench_papers::{Outcome, assets};

/// By role, as the paper crate numbers them.
const FILES: [&str; 5] = [
    "FandolFang-Regular.otf",
    "LXGWWenKai-Regular.ttf",
    "NotoSansSC_400Regular.ttf",
    "NotoSerifSC_700Bold.ttf",
    "NotoSerifSC_300Light.ttf",
];
const NAMES: [Name<'static>; 5] = [Name(b"F0"), Name(b"F1"), Name(b"F2"), Name(b"F3"), Name(b"F4")];
const HEIGHT: f32 = 841.89;
const SYSTEM: SystemInfo<'static> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

#[derive(Default)]
struct Used {
    glyphs: GlyphRemapper,
    chars: BTreeMap<u16, (char, f32)>,
}

/// Writes the PDF; gives the number of pages.
pub fn write(runs: &Path, to: &Path) -> Outcome<usize> {
    let mut reader = Reader::open(runs)?;
    let mut used: [Used; 5] = Default::default();
    let mut pdf = Pdf::new();
    let (catalog, tree) = (Ref::new(1), Ref::new(2));
    let mut next = Ref::new(3);
    let fonts = [0; 5].map(|_: i32| next.bump());
    let mut pages = Vec::new();
    let mut packer = Packer(Compress::new(Compression::default(), true));
    while let Some((rules, runs)) = reader.page()? {
        let (page, contents) = (next.bump(), next.bump());
        let stream = packer.pack(&content(&rules, &runs, &mut used))?;
        pdf.stream(contents, &stream).filter(Filter::FlateDecode);
        let mut entry = pdf.page(page);
        entry.parent(tree).contents(contents).media_box(Rect::new(0.0, 0.0, 595.276, HEIGHT));
        let mut resources = entry.resources();
        let mut dictionary = resources.fonts();
        for (name, font) in NAMES.iter().zip(fonts) {
            dictionary.pair(*name, font);
        }
        dictionary.finish();
        resources.finish();
        entry.finish();
        pages.push(page);
    }
    for ((file, used), font) in FILES.iter().zip(&used).zip(fonts) {
        embed(&mut pdf, file, used, font, &mut next, &mut packer)?;
    }
    pdf.catalog(catalog).pages(tree);
    pdf.pages(tree).kids(pages.iter().copied()).count(i32::try_from(pages.len())?);
    std::fs::write(to, pdf.finish())?;
    Ok(pages.len())
}

fn content(rules: &[Rule], runs: &[Run], used: &mut [Used; 5]) -> Vec<u8> {
    let mut out = Content::new();
    let mut width = -1.0;
    for [x1, y1, x2, y2, thick] in rules {
        if *thick != width {
            width = *thick;
            out.set_line_width(width);
        }
        out.move_to(*x1, HEIGHT - y1).line_to(*x2, HEIGHT - y2).stroke();
    }
    out.begin_text();
    let (mut font, mut spacing) = (None, 0.0);
    for run in runs {
        if font != Some((run.face, run.size)) {
            font = Some((run.face, run.size));
            out.set_font(NAMES[run.face], run.size);
        }
        let extra = |g: &Glyph| g.step - g.width * run.size / 1000.0;
        // The spacing of the second glyph carries the run; the others are adjusted.
        let common = run.glyphs.get(run.glyphs.len() / 2).map_or(0.0, extra);
        if common != spacing {
            spacing = common;
            out.set_char_spacing(spacing);
        }
        out.set_text_matrix([1.0, 0.0, 0.0, 1.0, run.x, HEIGHT - run.y]);
        let used = &mut used[run.face];
        let mut shown = out.show_positioned();
        let mut items = shown.items();
        let mut codes = Vec::with_capacity(2 * run.glyphs.len());
        for glyph in &run.glyphs {
            let code = used.glyphs.remap(glyph.id);
            used.chars.entry(code).or_insert((glyph.character, glyph.width));
            codes.extend(code.to_be_bytes());
            let off = extra(glyph) - common;
            if off.abs() > 0.004 {
                items.show(Str(&codes));
                items.adjust(-off * 1000.0 / run.size);
                codes.clear();
            }
        }
        items.show(Str(&codes));
    }
    out.end_text();
    out.finish().to_vec()
}

/// The compressor of ours at the same level, as sparing: one for all streams.
struct Packer(Compress);

impl Packer {
    fn pack(&mut self, bytes: &[u8]) -> Outcome<Vec<u8>> {
        self.0.reset();
        let mut out = Vec::with_capacity(bytes.len() + bytes.len() / 1000 + 64);
        self.0.compress_vec(bytes, &mut out, FlushCompress::Finish)?;
        out.shrink_to_fit();
        Ok(out)
    }
}

fn embed(
    pdf: &mut Pdf,
    file: &str,
    used: &Used,
    font: Ref,
    next: &mut Ref,
    packer: &mut Packer,
) -> Outcome<()> {
    let (cid, descriptor, data, map) = (next.bump(), next.bump(), next.bump(), next.bump());
    let bytes = std::fs::read(assets().join("fonts").join(file))?;
    let cut = subsetter::subset(&bytes, 0, &used.glyphs)?;
    let face = ttf_parser::RawFace::parse(&cut, 0)?;
    let outlines = face.table(ttf_parser::Tag::from_bytes(b"CFF ")).map(<[u8]>::to_vec);
    let name = Name(b"ABCDEF+Face");
    let kind = if outlines.is_some() { CidFontType::Type0 } else { CidFontType::Type2 };
    pdf.type0_font(font)
        .base_font(name)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(map);
    let mut cid_font = pdf.cid_font(cid);
    cid_font
        .subtype(kind)
        .base_font(name)
        .system_info(SYSTEM)
        .font_descriptor(descriptor)
        .default_width(1000.0);
    if kind == CidFontType::Type2 {
        cid_font.cid_to_gid_map_predefined(Name(b"Identity"));
    }
    let mut widths = cid_font.widths();
    for (code, (_, width)) in &used.chars {
        widths.consecutive(*code, [*width]);
    }
    widths.finish();
    cid_font.finish();
    let mut entry = pdf.font_descriptor(descriptor);
    entry.name(name).flags(FontFlags::SYMBOLIC).bbox(Rect::new(0.0, -200.0, 1000.0, 900.0));
    entry.italic_angle(0.0).ascent(880.0).descent(-120.0).cap_height(700.0).stem_v(80.0);
    match &outlines {
        Some(_) => entry.font_file3(data),
        None => entry.font_file2(data),
    };
    entry.finish();
    let packed = packer.pack(outlines.as_deref().unwrap_or(&cut))?;
    let mut stream = pdf.stream(data, &packed);
    stream.filter(Filter::FlateDecode);
    if outlines.is_some() {
        stream.pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
    }
    stream.finish();
    let mut unicode = UnicodeCmap::new(Name(b"Custom"), SYSTEM);
    used.chars.iter().for_each(|(code, (character, _))| unicode.pair(*code, *character));
    let packed = packer.pack(&unicode.finish())?;
    pdf.cmap(map, &packed).filter(Filter::FlateDecode);
    Ok(())
}
