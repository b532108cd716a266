//! The named styles of a Word file: those that Word itself knows (正文, 标题, 标题 1 …, whose Chinese names it shows by
//! itself) where it has one for the purpose, ours with a Chinese name otherwise; and the faces they ask for. Sizes and
//! faces by GB/T 9704—2012, as in `layout`.

use super::units::{half_points, twips};
use super::xml::{Written, Xml};
use crate::document::Form;
use crate::error::PaperError;
use crate::faces::Role;
use crate::layout::grid::{CELL_HEIGHT, NUMBER_SIZE, SIZE as CELL_SIZE};
use crate::layout::measure::{CELL, NO_2, NO_3, NO_4, PITCH};
use crate::layout::signatures::ROLE_SIZE;
use crate::layout::title::TITLE_PITCH;
use crate::layout::{SHEET_PITCH, SHEET_SIZE};

/// Twips of the exact line pitch: 22 lines fit the type area only when it is rounded down, to 28.95 points.
const LINE: i64 = 579;
/// Twips of air between characters: 28 fill a line only when they stand this much closer than their size.
fn air() -> i64 {
    ((CELL - NO_3) * 20.0).floor() as i64
}

/// 5号, the mark in the header.
const NO_5: f32 = 10.5;

/// Styles of paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Style {
    /// 正文: all others come from it.
    #[default]
    Normal,
    /// 正文缩进: running text.
    Body,
    Title,
    Subtitle,
    Heading1,
    Heading2,
    Heading3,
    Heading4,
    RedHeader,
    DocumentNumber,
    Addressee,
    LabelLine,
    Item,
    Attachments,
    Note,
    Signer,
    Date,
    SigningLabel,
    SigningName,
    SigningRole,
    TableHead,
    TableText,
    CellNumber,
    CellCharacter,
    Imprint,
    Picture,
    Gap,
    Header,
    Footer,
}

impl Style {
    const ALL: [Style; 29] = [
        Style::Normal,
        Style::Body,
        Style::Title,
        Style::Subtitle,
        Style::Heading1,
        Style::Heading2,
        Style::Heading3,
        Style::Heading4,
        Style::RedHeader,
        Style::DocumentNumber,
        Style::Addressee,
        Style::LabelLine,
        Style::Item,
        Style::Attachments,
        Style::Note,
        Style::Signer,
        Style::Date,
        Style::SigningLabel,
        Style::SigningName,
        Style::SigningRole,
        Style::TableHead,
        Style::TableText,
        Style::CellNumber,
        Style::CellCharacter,
        Style::Imprint,
        Style::Picture,
        Style::Gap,
        Style::Header,
        Style::Footer,
    ];

    /// The style of a heading of this level.
    pub fn heading(level: u8) -> Style {
        match level {
            0 | 1 => Style::Heading1,
            2 => Style::Heading2,
            3 => Style::Heading3,
            _ => Style::Heading4,
        }
    }

    /// Its id in the file.
    pub fn id(self) -> String {
        format!("{self:?}")
    }

    /// Its name: what Word calls it if Word knows it.
    fn name(self) -> &'static str {
        match self {
            Style::Normal => "Normal",
            Style::Body => "Normal Indent",
            Style::Title => "Title",
            Style::Subtitle => "Subtitle",
            Style::Heading1 => "heading 1",
            Style::Heading2 => "heading 2",
            Style::Heading3 => "heading 3",
            Style::Heading4 => "heading 4",
            Style::RedHeader => "发文机关标志",
            Style::DocumentNumber => "发文字号",
            Style::Addressee => "主送机关",
            Style::LabelLine => "项目行",
            Style::Item => "编号项",
            Style::Attachments => "附件说明",
            Style::Note => "附注",
            Style::Signer => "Signature",
            Style::Date => "Date",
            Style::SigningLabel => "签字栏",
            Style::SigningName => "签字人",
            Style::SigningRole => "签字人身份",
            Style::TableHead => "表头",
            Style::TableText => "表格文字",
            Style::CellNumber => "格号",
            Style::CellCharacter => "格中字",
            Style::Imprint => "版记",
            Style::Picture => "图片",
            Style::Gap => "间隔",
            Style::Header => "header",
            Style::Footer => "footer",
        }
    }

    /// What people call it, beside a name of Word's.
    fn alias(self) -> Option<&'static str> {
        match self {
            Style::Heading1 => Some("一级标题"),
            Style::Heading2 => Some("二级标题"),
            Style::Heading3 => Some("三级标题"),
            Style::Heading4 => Some("四级标题"),
            _ => None,
        }
    }

    fn look(self, form: Form) -> Look {
        let sheet = form == Form::Sheet;
        let base = Look::default();
        let heading =
            |level: u8, face| Look { face, level: Some(level), indented: !sheet, keep: true, ..base };
        let small = |face, size: f32, line: f32| Look { face, size: Some(size), line: Some(line), ..base };
        match self {
            Style::Normal | Style::Addressee | Style::LabelLine | Style::Attachments => base,
            Style::Body | Style::Item | Style::Note => Look { indented: !sheet, ..base },
            Style::Title => {
                let face = Some(if sheet { Role::Hei } else { Role::Title });
                Look { stand: Some(Stand::Center), keep: true, ..small(face, NO_2, TITLE_PITCH) }
            }
            Style::Subtitle => {
                Look { stand: Some(Stand::Center), keep: true, ..small(Some(Role::Kai), NO_3, PITCH) }
            }
            Style::Heading1 => heading(0, Some(Role::Hei)),
            Style::Heading2 => heading(1, Some(Role::Kai)),
            Style::Heading3 => heading(2, None),
            Style::Heading4 => heading(3, None),
            Style::RedHeader => {
                Look { face: Some(Role::Title), stand: Some(Stand::Center), red: true, keep: true, ..base }
            }
            Style::DocumentNumber => Look { stand: Some(Stand::Center), keep: true, ..base },
            Style::Signer | Style::Date => Look { stand: Some(Stand::Right), ..base },
            Style::SigningLabel => Look { stand: Some(Stand::Left), ..small(Some(Role::Hei), NO_3, PITCH) },
            Style::SigningName => {
                Look { stand: Some(Stand::Left), ..small(Some(Role::Fangsong), NO_3, 0.75 * PITCH) }
            }
            Style::SigningRole => {
                Look { stand: Some(Stand::Left), ..small(Some(Role::Kai), ROLE_SIZE, 1.3 * ROLE_SIZE) }
            }
            Style::TableHead => {
                Look { stand: Some(Stand::Center), ..small(Some(Role::Hei), NO_4, 1.4 * NO_4) }
            }
            Style::TableText => Look { stand: Some(Stand::Left), ..small(None, NO_4, 1.4 * NO_4) },
            Style::CellNumber => Look {
                stand: Some(Stand::Left),
                ..small(Some(Role::Fallback), NUMBER_SIZE, 1.2 * NUMBER_SIZE)
            },
            Style::CellCharacter => Look {
                stand: Some(Stand::Center),
                ..small(Some(Role::Kai), CELL_SIZE, CELL_HEIGHT - 1.8 * NUMBER_SIZE)
            },
            Style::Picture => Look { stand: Some(Stand::Center), ..base },
            Style::Imprint => small(Some(Role::Fangsong), NO_4, 1.6 * NO_4),
            Style::Gap => small(None, 1.0, 1.0),
            Style::Header => Look { stand: Some(Stand::Right), ..small(Some(Role::Kai), NO_5, 1.4 * NO_5) },
            Style::Footer => small(Some(Role::Fallback), NO_4, NO_4),
        }
    }
}

/// Styles of pieces of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CharStyle {
    /// 项目名, before the colon.
    Label,
    /// 签发人.
    SignerName,
}

impl CharStyle {
    const ALL: [CharStyle; 2] = [CharStyle::Label, CharStyle::SignerName];

    /// Its id in the file.
    pub fn id(self) -> String {
        format!("{self:?}")
    }

    fn look(self) -> (&'static str, Role) {
        match self {
            CharStyle::Label => ("项目名", Role::Hei),
            CharStyle::SignerName => ("签发人", Role::Kai),
        }
    }
}

/// What a style says; nothing said is as in 正文.
#[derive(Debug, Clone, Copy, Default)]
struct Look {
    face: Option<Role>,
    size: Option<f32>,
    /// Exact height of a line.
    line: Option<f32>,
    stand: Option<Stand>,
    /// By two characters at the first line.
    indented: bool,
    /// Level in the outline, from 0.
    level: Option<u8>,
    keep: bool,
    red: bool,
}

/// The standard's face for a role, and the one that a machine without it has.
fn face(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::Fangsong => ("仿宋_GB2312", "仿宋"),
        Role::Kai => ("楷体_GB2312", "楷体"),
        Role::Hei => ("黑体", "SimHei"),
        Role::Title => ("方正小标宋简体", "宋体"),
        Role::Fallback => ("宋体", "SimSun"),
        Role::Rare => ("SimSun-ExtB", "宋体-ExtB"),
    }
}

/// How a paragraph stands, in Word's word.
pub(super) fn stand(how: Stand) -> &'static str {
    match how {
        Stand::Left => "left",
        Stand::Center => "center",
        Stand::Right => "right",
        Stand::Both => "both",
    }
}

/// How a paragraph's lines stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Stand {
    Left,
    Center,
    Right,
    Both,
}

/// The table of faces: each with the one to take where it is missing.
pub(super) fn fonts(space: &str) -> Result<Vec<u8>, PaperError> {
    let mut xml = Xml::new()?;
    xml.open("w:fonts", &[("xmlns:w", space)])?;
    for role in Role::ALL {
        let (name, instead) = face(role);
        let (family, pitch) = match role {
            Role::Fangsong | Role::Kai | Role::Hei => ("modern", "fixed"),
            Role::Title | Role::Fallback => ("auto", "variable"),
            // Word looks for rare characters by itself.
            Role::Rare => continue,
        };
        xml.open("w:font", &[("w:name", name)])?;
        xml.val("w:altName", instead)?;
        // GB 2312.
        xml.val("w:charset", "86")?;
        xml.val("w:family", family)?;
        xml.val("w:pitch", pitch)?;
        xml.close("w:font")?;
    }
    xml.close("w:fonts")?;
    Ok(xml.finish())
}

/// The styles of a paper of this form.
pub(super) fn styles(form: Form, space: &str) -> Result<Vec<u8>, PaperError> {
    let mut xml = Xml::new()?;
    xml.open("w:styles", &[("xmlns:w", space)])?;
    xml.open("w:docDefaults", &[])?;
    xml.open("w:rPrDefault", &[])?;
    xml.open("w:rPr", &[])?;
    let (role, size) = if form == Form::Sheet { (Role::Kai, SHEET_SIZE) } else { (Role::Fangsong, NO_3) };
    faces(&mut xml, role)?;
    sizes(&mut xml, size)?;
    xml.empty("w:lang", &[("w:val", "zh-CN"), ("w:eastAsia", "zh-CN"), ("w:bidi", "ar-SA")])?;
    xml.close("w:rPr")?;
    xml.close("w:rPrDefault")?;
    xml.empty("w:pPrDefault", &[])?;
    xml.close("w:docDefaults")?;
    for style in Style::ALL {
        paragraph(&mut xml, style, form)?;
    }
    for style in CharStyle::ALL {
        let (name, role) = style.look();
        let custom = [("w:type", "character"), ("w:customStyle", "1"), ("w:styleId", &style.id())];
        xml.open("w:style", &custom)?;
        xml.val("w:name", name)?;
        xml.empty("w:qFormat", &[])?;
        xml.open("w:rPr", &[])?;
        faces(&mut xml, role)?;
        xml.close("w:rPr")?;
        xml.close("w:style")?;
    }
    xml.close("w:styles")?;
    Ok(xml.finish())
}

fn paragraph(xml: &mut Xml, style: Style, form: Form) -> Written {
    let look = style.look(form);
    let id = style.id();
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", id.as_str())];
    if style == Style::Normal {
        attributes.push(("w:default", "1"));
    } else if !style.name().is_ascii() {
        attributes.push(("w:customStyle", "1"));
    }
    xml.open("w:style", &attributes)?;
    xml.val("w:name", style.name())?;
    if let Some(alias) = style.alias() {
        xml.val("w:aliases", alias)?;
    }
    if style != Style::Normal {
        xml.val("w:basedOn", &Style::Normal.id())?;
        if look.level.is_some() || matches!(style, Style::Title | Style::Subtitle) {
            xml.val("w:next", &Style::Body.id())?;
        }
    }
    xml.empty("w:qFormat", &[])?;
    xml.open("w:pPr", &[])?;
    if look.keep {
        xml.empty("w:keepNext", &[])?;
    }
    if style == Style::Normal {
        // 2026年3月5日 is one fact: no air between figures and what they count.
        xml.val("w:autoSpaceDN", "0")?;
    }
    if look.line.is_some() {
        // The grid of lines is the body's.
        xml.val("w:snapToGrid", "0")?;
    }
    let normal = if form == Form::Sheet { twips(SHEET_PITCH) } else { LINE };
    let line = match look.line {
        Some(line) if line != PITCH => Some(twips(line)),
        Some(_) => Some(LINE),
        None => (style == Style::Normal).then_some(normal),
    };
    if let Some(line) = line {
        xml.empty("w:spacing", &[("w:line", &line.to_string()), ("w:lineRule", "exact")])?;
    } else if matches!(style, Style::RedHeader | Style::Picture) {
        xml.empty("w:spacing", &[("w:line", "240"), ("w:lineRule", "auto")])?;
    }
    if look.indented {
        let first = twips(2.0 * CELL).to_string();
        xml.empty("w:ind", &[("w:firstLineChars", "200"), ("w:firstLine", &first)])?;
    }
    let how = look.stand.or((style == Style::Normal).then_some(Stand::Both));
    if let Some(how) = how {
        xml.val("w:jc", stand(how))?;
    }
    if let Some(level) = look.level {
        xml.val("w:outlineLvl", &level.to_string())?;
    }
    xml.close("w:pPr")?;
    xml.open("w:rPr", &[])?;
    if let Some(role) = look.face {
        faces(xml, role)?;
    }
    if look.red {
        xml.val("w:color", "FF0000")?;
    }
    if form != Form::Sheet && (style == Style::Normal || look.size.is_some()) {
        // Only the body's type stands on the grid.
        let air = if look.size.is_some() { 0 } else { air() };
        xml.val("w:spacing", &air.to_string())?;
    }
    if let Some(size) = look.size {
        sizes(xml, size)?;
    }
    xml.close("w:rPr")?;
    xml.close("w:style")
}

/// One face for all scripts: quotation marks and dashes are as wide as a character only in a Chinese face.
fn faces(xml: &mut Xml, role: Role) -> Written {
    let (name, _) = face(role);
    xml.empty("w:rFonts", &[("w:ascii", name), ("w:hAnsi", name), ("w:eastAsia", name), ("w:cs", name)])
}

/// The size of type.
pub(super) fn sizes(xml: &mut Xml, points: f32) -> Written {
    let size = half_points(points).to_string();
    xml.val("w:sz", &size)?;
    xml.val("w:szCs", &size)
}
