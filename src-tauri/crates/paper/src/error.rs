//! The ways in which a paper can be refused, each with the place and what to do about it in plain Chinese.
//! No text of a person's record stands in an error except the characters that no face can print.

use std::fmt;

/// A character that no face can print, and the blocks that use it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingGlyph {
    /// The character.
    pub character: char,
    /// Ids of the blocks in which it stands, in the order of the paper.
    pub blocks: Vec<String>,
    /// The same places as people call them: 正文第 3 段.
    pub places: Vec<String>,
}

/// Why a paper cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// A file of the assets folder is not there or cannot be read.
    #[error("打不开程序自带的文件 {file}（{reason}）。请重新安装程序。")]
    Asset {
        /// Path within the assets folder.
        file: String,
        /// What the system said.
        reason: String,
    },
    /// A face, the list of faces or the colour profile cannot be understood.
    #[error("字体文件 {file} 无法使用：{reason}。请重新安装程序。")]
    Face {
        /// Path within the assets folder.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Characters that no face has. The paper is refused: a box in place of a person's name is never printed.
    #[error("{}", missing(.0))]
    MissingGlyphs(Vec<MissingGlyph>),
    /// The template file is not well formed.
    #[error("文书模板 {template} 写错了（{place}）：{reason}。请更正模板，或删去它改用程序自带的模板。")]
    Template {
        /// Key of the template, `negotiation/minutes`.
        template: String,
        /// Id of the block, or the line of the file.
        place: String,
        /// What is wrong.
        reason: String,
    },
    /// The context lacks a field that the template needs.
    #[error("文书模板 {template} 的“{block}”一段需要 {field}，但没有填。请先补上这一项。")]
    MissingField {
        /// Key of the template.
        template: String,
        /// Id of the block that needs the field.
        block: String,
        /// Name of the field, dotted: `enterprise.name`.
        field: String,
    },
    /// Something that must stand in the paper is not there; the reviewing office would send it back.
    #[error("{}还缺：{}。请补上以后再生成。", title.as_deref().map_or_else(|| format!("文书（模板 {template}）"), |t| format!("《{t}》")), names.join("、"))]
    Lacking {
        /// Key of the template.
        template: String,
        /// The paper's title, when it can be told.
        title: Option<String>,
        /// What is missing, as people call it.
        names: Vec<String>,
    },
    /// The paper's form does not allow this block: only the union's own papers bear a red header.
    #[error("这种文书不能有“{block}”一段：{reason}。")]
    Form {
        /// Id of the block.
        block: String,
        /// Which rule of the form it breaks.
        reason: String,
    },
    /// A photo that is not there, or is no picture that can be printed.
    #[error("第 {number} 张照片（{caption}）{}", if *found { "打不开：不是照片，或者没有传完、已经损坏、过大。请从手机或相机重新拷贝，或者换成 JPEG、PNG 格式的照片。" } else { "没有找到。请重新选择这张照片。" })]
    Photo {
        /// Its number in its block, from 1.
        number: usize,
        /// What is said of it.
        caption: String,
        /// Whether there were any bytes.
        found: bool,
    },
    /// The PDF could not be put together.
    #[error("生成 PDF 时出错：{0}。请把这份文书的名称告诉维护人员。")]
    Pdf(String),
    /// The Word file could not be put together.
    #[error("生成 Word 文件时出错：{0}。请把这份文书的名称告诉维护人员。")]
    Word(String),
}

/// Of the places of a character so many are told.
const PLACES: usize = 3;

fn missing(list: &[MissingGlyph]) -> String {
    let shown = list.iter().take(20).map(|m| {
        let code = m.character as u32;
        let first: Vec<&str> = m.places.iter().take(PLACES).map(String::as_str).collect();
        let more =
            if m.places.len() > PLACES { format!("等 {} 处", m.places.len()) } else { String::new() };
        format!("“{}”（U+{code:04X}，在{}{more}）", m.character, first.join("、"))
    });
    let shown: Vec<String> = shown.collect();
    let more = if list.len() > shown.len() { format!("等 {} 个字", list.len()) } else { String::new() };
    format!(
        "这份文书里有字库没有的字：{}{more}。姓名、地名里的生僻字，请在“设置 → 字体”的“生僻字”一行选一款有这个字的字体（如宋体-ExtB、花园明朝）；表情等符号请删去，打勾的方框请改用 □、√。",
        shown.join("；")
    )
}

impl PaperError {
    /// Tells missing characters by the places that `places` knows; any other refusal as it is.
    pub(crate) fn with_places(self, places: impl Fn(char) -> Vec<String>) -> PaperError {
        let PaperError::MissingGlyphs(list) = self else { return self };
        let told = |one: MissingGlyph| MissingGlyph { places: places(one.character), ..one };
        PaperError::MissingGlyphs(list.into_iter().map(told).collect())
    }
}

impl MissingGlyph {
    /// Adds one place, each block once.
    pub(crate) fn at(&mut self, block: &str) {
        if self.blocks.last().is_none_or(|last| last != block) && !self.blocks.iter().any(|b| b == block) {
            self.blocks.push(block.to_owned());
        }
    }
}

impl fmt::Display for MissingGlyph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.character)
    }
}
