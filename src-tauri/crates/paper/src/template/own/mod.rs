//! A union's own template beside the program's (本单位模板): looked at before it is taken, and handed out to be changed. A
//! paper that a reviewing office would send back is not made by it: what must stand in the paper is still asked for and
//! printed. Where it is kept is not this crate's affair.

mod demands;
mod difference;
mod fields;
mod lines;
mod marks;
mod meanings;
mod probes;
mod shape;
mod suggest;
mod syntax;
mod taken_out;
mod toml_text;
mod words;

use std::fmt;

use serde_json::Value as Json;

use suggest::Suggest;

use super::sources::{Gives, sources};
use super::{Meta, Template, file};
use crate::document::Document;
use crate::error::PaperError;
use crate::faces::Faces;
pub use difference::TemplateChange;
pub use meanings::Meanings;
pub use taken_out::taken_out;

/// A template is text of a few pages; what is longer is none.
pub const LONGEST_TEMPLATE: usize = 64 << 10;
/// A text of one block, in characters: a page holds some six hundred.
const LONGEST_TEXT: usize = 3_000;
/// So many faults are told; whoever mends them looks again.
const MOST_FAULTS: usize = 12;

/// What stands against a template, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFault {
    /// The line of the file, from 1.
    pub line: Option<usize>,
    /// The id of the block.
    pub block: Option<String>,
    /// What is wrong and what to do, in plain Chinese, without a full stop.
    pub what: String,
}

impl fmt::Display for TemplateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, &self.block) {
            (Some(line), Some(block)) => write!(f, "第{line}行（“{block}”段）：{}。", self.what),
            (Some(line), None) => write!(f, "第{line}行：{}。", self.what),
            (None, Some(block)) => write!(f, "“{block}”段：{}。", self.what),
            (None, None) => write!(f, "{}。", self.what),
        }
    }
}

/// A template that may be taken.
pub struct OwnTemplate {
    /// The template.
    pub template: Template,
    /// The paper that it makes of the sample.
    pub sample: Document,
    /// What it does otherwise than the program's.
    pub change: TemplateChange,
}

/// Faults as they are found, with the file at hand for their lines.
struct Faults<'a> {
    file: Option<&'a file::TemplateFile>,
    lines: lines::Lines,
    found: Vec<TemplateFault>,
}

impl Faults<'_> {
    fn at(&mut self, place: &str, block: Option<&str>, what: impl Into<String>) {
        let fault =
            TemplateFault { line: self.lines.at(place), block: block.map(str::to_owned), what: what.into() };
        if self.found.len() < MOST_FAULTS && !self.found.contains(&fault) {
            self.found.push(fault);
        }
    }

    /// The same for a block of the filled paper, whose id begins with that of its block in the file.
    fn in_block(&mut self, id: &str, what: impl Into<String>) {
        let own = id.split(['.', '/']).next().unwrap_or_default();
        let i = self.file.and_then(|file| file.block.iter().position(|b| b.id == own));
        match i {
            Some(i) => self.at(&format!("block.{i}"), Some(own), what),
            None => self.at(own, None, what),
        }
    }

    /// Gives the lines back where nothing was found.
    fn refuse(self) -> Result<lines::Lines, Vec<TemplateFault>> {
        if self.found.is_empty() { Ok(self.lines) } else { Err(self.found) }
    }
}

/// The paper that a file is for: its key, as the file says it.
#[must_use]
pub fn paper_of(text: &str) -> Option<String> {
    // By its line, so that a file whose other lines are wrong can be told what is wrong with them.
    let said =
        text.lines().find_map(|line| line.trim().strip_prefix("paper")?.trim_start().strip_prefix('='))?;
    Some(said.split('"').nth(1)?.to_owned())
}

/// Looks at a union's own template: whether it parses, uses what there is, keeps what must be kept, and prints the sample.
///
/// # Errors
/// Every fault with its place; a dozen at the most.
pub fn examine(
    text: &str,
    program: &Template,
    sample: &Json,
    meta: &Meta,
    faces: &Faces,
    meanings: &Meanings,
) -> Result<OwnTemplate, Vec<TemplateFault>> {
    let alone = |what: String| vec![TemplateFault { line: None, block: None, what }];
    if text.len() > LONGEST_TEMPLATE {
        return Err(alone(format!("文件超过{}KB，不是文书模板", LONGEST_TEMPLATE >> 10)));
    }
    let lines = lines::Lines::of(text);
    let read = file::read(text).map_err(|why| vec![syntax::unread(&why, text)])?;
    let learnt = fields::Reader::learnt(program, sample);
    let suggest = Suggest::of(program.key(), &learnt.shape, &program.file.required, meanings);
    let mut faults = Faults { file: None, lines, found: Vec::new() };
    for source in sources(&read) {
        if let Some(what) = syntax::unparsed(&source, &suggest) {
            faults.at(&source.at, Some(source.block), what);
        }
    }
    let lines = faults.refuse()?;
    let own = Template::parse(program.key(), text).map_err(|why| vec![syntax::unmade(why, &lines, text)])?;
    let mut faults = Faults { file: Some(&own.file), lines, found: Vec::new() };
    if own.file.paper.as_deref() != Some(program.key()) {
        faults.at("paper", None, format!("这一行要写 paper = \"{}\"", program.key()));
    }
    fields_of(&own, program, learnt, &mut faults);
    demands::of_files(&own.file, &program.file, &mut faults);
    // What is not sound is not filled.
    if !faults.found.is_empty() {
        return Err(faults.found);
    }
    let filled = |template: &Template| template.fill_bounded(sample, meta.clone());
    let standing = filled(program).map_err(|why| alone(plain(&why)))?;
    let made = match filled(&own) {
        Ok(made) => made,
        Err(why) => {
            unfilled(&why, &mut faults);
            return Err(faults.found);
        }
    };
    demands::of_papers(&made, &standing, "", &mut faults);
    let probes = probes::Probes { own: &own, program, sample, meta };
    probes.printed(&mut faults);
    probes.kept(sample, None, &mut faults);
    probes.empty(&mut faults);
    if let Err(why) = crate::layout::layout(&made, faces) {
        unprinted(&why, &mut faults);
    }
    faults.refuse()?;
    let change = TemplateChange::between((&own.file, &made), (&program.file, &standing));
    Ok(OwnTemplate { template: own, sample: made, change })
}

/// Every expression reads what the sample has, and every field that must be printed is read.
fn fields_of(own: &Template, program: &Template, mut reader: fields::Reader, faults: &mut Faults<'_>) {
    reader.learns = false;
    reader.used.clear();
    for source in sources(&own.file) {
        if source.text.chars().count() > LONGEST_TEXT {
            faults.at(&source.at, Some(source.block), format!("一段最多写{LONGEST_TEXT}个字，请分开写"));
        }
        let escaped = faults.lines.escaped(&source.at).map(toml_text::backslash);
        if let Some(what) = escaped.or_else(|| stray(source.text, source.gives)) {
            faults.at(&source.at, Some(source.block), what);
        }
        for what in reader.read(&source) {
            faults.at(&source.at, Some(source.block), what);
        }
    }
    for one in &program.file.required {
        if !reader.used.contains(&one.field) {
            let why = format!("“{}”（{}）必须印出来，模板里没有用到它", one.name, one.field);
            faults.at("block", None, why);
        }
    }
}

/// A character in a text that would not print as it is meant.
fn stray(text: &str, gives: Gives) -> Option<String> {
    let unseen = |c: &char| {
        (c.is_control() && !matches!(c, '\n' | '\t'))
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    if let Some(c) = text.chars().find(unseen) {
        return Some(format!("里面有看不见的字符（U+{:04X}），请删掉重新输入", u32::from(c)));
    }
    if gives != Gives::Text {
        return None;
    }
    let mut rest = text.to_owned();
    for (open, close) in [("{{", "}}"), ("{%", "%}"), ("{#", "#}")] {
        while let Some((from, to)) =
            rest.find(open).and_then(|from| Some((from, from + rest[from..].find(close)?)))
        {
            rest.replace_range(from..to + close.len(), "");
        }
    }
    let brace = rest.chars().find(|c| "{}｛｝".contains(*c))?;
    Some(format!("“{brace}”会照原样印在纸上：字段要写在英文半角的两个花括号里，例如 {{{{ contact }}}}"))
}

fn unfilled(why: &PaperError, faults: &mut Faults<'_>) {
    match why {
        PaperError::MissingField { block, field, .. } => {
            let what = format!("“{field}”可能空着，请先用 {{% if {field} %}} 判断，或给这一段加 when");
            faults.in_block(block, what);
        }
        PaperError::Template { place, reason, .. } => {
            faults.in_block(place, format!("用示例印不出来：{}", engine_words(reason)));
        }
        other => faults.at("block", None, plain(other)),
    }
}

/// What the engine of expressions says, where it is not Chinese already.
fn engine_words(reason: &str) -> &str {
    if reason.is_ascii() {
        "这个写法用在这里算不出来，例如把名字当成了日期"
    } else {
        reason
    }
}

fn unprinted(why: &PaperError, faults: &mut Faults<'_>) {
    match why {
        PaperError::MissingGlyphs(all) => {
            for one in all {
                let code = u32::from(one.character);
                let what = format!("字库里没有“{}”（U+{code:04X}）这个字，请换通用的字形", one.character);
                faults.in_block(one.blocks.first().map_or("", String::as_str), what);
            }
        }
        PaperError::Form { block, reason } => faults.in_block(block, reason.clone()),
        other => faults.at("block", None, plain(other)),
    }
}

fn plain(why: &PaperError) -> String {
    why.to_string().trim_end_matches('。').to_owned()
}
