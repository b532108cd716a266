//! What a paper adds to the words of a block: numbers of headings and items, colons, brackets, fixed labels. Asked by the
//! layout and by the Word writer, so that both say the same. Faces and places are theirs.

use crate::document::{Block, BlockKind, Document, Form, Marks};
use crate::error::PaperError;
use crate::text::chinese_number;

/// Before the name of who signs a paper that goes upwards.
pub(crate) const SIGNER: &str = "签发人：";
/// Before the names of attachments.
pub(crate) const ATTACHMENTS: &str = "附件：";
/// The entry of a cover in the outline.
pub(crate) const COVER: &str = "封面";
/// Where a seal belongs.
pub(crate) const SEAL_PLACE: &str = "（盖章）";
/// A date to be filled in by hand.
pub(crate) const DATE_TO_FILL: &str = "年\u{3000}\u{3000}月\u{3000}\u{3000}日";

/// Attachments counted so far, of how many.
#[derive(Debug)]
pub(crate) struct Attachments {
    of: usize,
    so_far: usize,
}

impl Attachments {
    /// The attachments of a paper, none counted yet.
    pub fn of(doc: &Document) -> Attachments {
        let of = doc.blocks.iter().filter(|b| matches!(b.kind, BlockKind::Attachment { .. })).count();
        Attachments { of, so_far: 0 }
    }

    /// Counts one and says what stands over it: 附件2, or 附件 when it is the only one (GB/T 9704—2012, 7.3.7).
    pub fn next(&mut self) -> String {
        self.so_far += 1;
        if self.of == 1 { "附件".to_owned() } else { format!("附件{}", self.so_far) }
    }
}

/// Figures and photos counted so far.
#[derive(Debug, Default)]
pub(crate) struct Pictures(usize);

impl Pictures {
    /// Counts one and gives its number.
    pub fn next(&mut self) -> usize {
        self.0 += 1;
        self.0
    }
}

/// A caption with its number: 图1　会员人数.
pub(crate) fn picture_caption(n: usize, text: &str) -> String {
    format!("图{n}\u{3000}{}", crate::text::one_line(text))
}

/// Headings counted so far, a level each, and articles; both begin anew with each attachment.
#[derive(Debug, Default)]
pub(crate) struct Numbers {
    headings: [u32; 4],
    articles: u32,
    /// Whether the paper itself, and each attachment, has a heading of the first level and no other.
    alone: Vec<bool>,
    attachment: usize,
}

impl Numbers {
    /// The headings of a paper, none counted yet.
    pub fn of(doc: &Document) -> Numbers {
        let parts = doc.blocks.split(|b| matches!(b.kind, BlockKind::Attachment { .. }));
        let level = |b: &Block| match b.kind {
            BlockKind::Heading { level, .. } => Some(level),
            _ => None,
        };
        let alone = parts.map(|own| own.iter().filter_map(level).collect::<Vec<u8>>() == [1]).collect();
        Numbers { alone, ..Numbers::default() }
    }

    /// An attachment begins.
    pub fn attach(&mut self) {
        let alone = std::mem::take(&mut self.alone);
        *self = Numbers { alone, attachment: self.attachment + 1, ..Numbers::default() };
    }

    /// Counts a heading of this level (1 to 4) and gives its number as it is printed: none to the only one.
    pub fn next(&mut self, level: u8) -> String {
        let at = usize::from(level.clamp(1, 4) - 1);
        self.headings[at] += 1;
        self.headings[at + 1..].fill(0);
        if self.alone.get(self.attachment).is_some_and(|alone| *alone) {
            return String::new();
        }
        heading_number(level, self.headings[at])
    }

    /// The mark of item `n` of a list of so many; articles are counted on from the list before.
    pub fn item(&mut self, marks: Marks, of: usize, n: usize) -> String {
        if marks != Marks::Article {
            // A single item is no enumeration; an article has its place in the whole contract.
            return if of == 1 { String::new() } else { item_mark(marks, n) };
        }
        self.articles += 1;
        let number = chinese_number(self.articles).unwrap_or_else(|| self.articles.to_string());
        format!("第{number}条\u{3000}")
    }
}

/// 一、 （一） 1. （1）: GB/T 9704—2012, 7.3.3.
fn heading_number(level: u8, n: u32) -> String {
    let chinese = chinese_number(n).unwrap_or_else(|| n.to_string());
    match level {
        1 => format!("{chinese}、"),
        2 => format!("（{chinese}）"),
        3 => format!("{n}. "),
        _ => format!("（{n}）"),
    }
}

/// The mark of the item of this number.
fn item_mark(marks: Marks, n: usize) -> String {
    match marks {
        Marks::Number => format!("{n}."),
        Marks::Bracket => format!("（{n}）"),
        Marks::Plain | Marks::Article => String::new(),
    }
}

/// The mark of an attachment; the only one bears none.
pub(crate) fn attachment_mark(of: usize, n: usize) -> String {
    if of == 1 { String::new() } else { item_mark(Marks::Number, n) }
}

/// The lines of a text; an empty text is one empty line.
pub(crate) fn parts(text: &str) -> impl Iterator<Item = &str> {
    let all = text.split('\n').map(str::trim).filter(|p| !p.is_empty());
    let empty = text.trim().is_empty().then_some("");
    all.chain(empty)
}

/// With one full-width colon at its end.
pub(crate) fn with_colon(text: &str) -> String {
    let text = text.trim_end().trim_end_matches([':', '：']);
    format!("{text}：")
}

/// In round brackets.
pub(crate) fn note(text: &str) -> String {
    let text = text.trim();
    if text.starts_with('（') { text.to_owned() } else { format!("（{text}）") }
}

/// The imprint's line of copies.
pub(crate) fn copies(text: &str) -> String {
    format!("抄送：{}。", text.trim_end_matches(['。', '.']))
}

/// The imprint's date.
pub(crate) fn printed_on(date: &str) -> String {
    format!("{date}印发")
}

/// Refuses a block that the paper's form does not allow.
///
/// # Errors
/// [`PaperError::Form`] for a red header outside the union's own papers, and for a seal on minutes (GB/T 9704—2012, 10.3).
pub(crate) fn suits(form: Form, id: &str, kind: &BlockKind) -> Result<(), PaperError> {
    let own = matches!(form, Form::Official | Form::Minutes | Form::Letterhead);
    let reason = match kind {
        BlockKind::RedHeader { .. } if !own => "红头只用于本单位自己的公文、信函和纪要",
        BlockKind::DateLine { seal: true, .. } if form == Form::Minutes => "纪要不盖章",
        BlockKind::Signatures { sides }
            if form == Form::Minutes && sides.iter().any(|s| s.seal.is_some()) =>
        {
            "纪要不盖章"
        }
        _ => return Ok(()),
    };
    Err(PaperError::Form { block: id.to_owned(), reason: reason.to_owned() })
}

/// [`suits`] for a whole paper.
pub(crate) fn all_suit(doc: &Document) -> Result<(), PaperError> {
    doc.blocks.iter().try_for_each(|block| suits(doc.form, &block.id, &block.kind))
}
