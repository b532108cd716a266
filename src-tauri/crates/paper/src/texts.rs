//! The text blocks of a filled paper, to be read and put back changed, block by block. What is put in is plain text: it
//! comes after the template's expressions, so nothing in it can be one. Tables, signatures, dates and numbers are no
//! text blocks.

use crate::document::{Block, BlockKind, Document};
use crate::text::{clean, one_line};

/// A block of text as it stands in a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextBlock {
    /// The block's id.
    pub id: String,
    /// What it is called on a page: 标题, 正文, or a label line's own label.
    pub name: String,
    /// Its text; the items of a list a line each.
    pub text: String,
}

impl Document {
    /// The blocks whose text can be changed, in their order.
    pub fn texts(&self) -> Vec<TextBlock> {
        self.blocks.iter().filter_map(text_of).collect()
    }

    /// Puts a text in place of a block's own; `false` when there is no such text block.
    pub fn put_text(&mut self, id: &str, text: &str) -> bool {
        let Some(block) = self.blocks.iter_mut().find(|block| block.id == id) else { return false };
        let whole = tidy(text);
        match &mut block.kind {
            BlockKind::Title { text } | BlockKind::Paragraph { text } | BlockKind::Note { text } => {
                *text = whole
            }
            BlockKind::LabelLine { text, .. } => *text = whole,
            BlockKind::Subtitle { text }
            | BlockKind::Addressee { text }
            | BlockKind::Heading { text, .. } => {
                *text = one_line(&whole);
            }
            BlockKind::List { items, .. } | BlockKind::Attachments { items } => {
                *items = whole.lines().map(str::to_owned).collect();
            }
            _ => return false,
        }
        true
    }
}

fn text_of(block: &Block) -> Option<TextBlock> {
    let (name, text) = match &block.kind {
        BlockKind::Title { text } => ("标题", text.clone()),
        BlockKind::Subtitle { text } => ("副标题", text.clone()),
        BlockKind::Addressee { text } => ("主送", text.clone()),
        BlockKind::Heading { text, .. } => ("小标题", text.clone()),
        BlockKind::Paragraph { text } => ("正文", text.clone()),
        BlockKind::LabelLine { label, text, .. } => (label.as_str(), text.clone()),
        BlockKind::List { items, .. } => ("列项", lines(items)),
        BlockKind::Attachments { items } => ("附件说明", lines(items)),
        BlockKind::Note { text } => ("附注", text.clone()),
        _ => return None,
    };
    Some(TextBlock { id: block.id.clone(), name: name.to_owned(), text: tidy(&text) })
}

/// Items a line each; line ends inside an item become spaces, so that lines and items are the same thing.
fn lines(items: &[String]) -> String {
    items.iter().map(|item| one_line(item)).collect::<Vec<_>>().join("\n")
}

/// Text as paper takes it: nothing invisible, no empty lines, none with blanks around it.
fn tidy(text: &str) -> String {
    let clean = clean(text);
    clean.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Form, Marks};

    fn paper() -> Document {
        let block = |id: &str, kind| Block { id: id.to_owned(), kind };
        let label = BlockKind::LabelLine { label: "地点".into(), text: "三楼".into(), hang: true };
        Document {
            title: "t".into(),
            author: "a".into(),
            created: "2026-11-16T09:00:00+08:00".parse().unwrap(),
            id_seed: "s".into(),
            form: Form::TwoParty,
            blocks: vec![
                block("head", BlockKind::Heading { level: 1, text: "议程".into() }),
                block("place", label),
                block(
                    "list",
                    BlockKind::List { marks: Marks::Number, items: vec!["甲".into(), "乙\n丙".into()] },
                ),
                block("space", BlockKind::Spacer { lines: 1.0 }),
            ],
        }
    }

    #[test]
    fn texts_are_read_and_put_back_by_id() {
        let mut doc = paper();
        let texts = doc.texts();
        let shown: Vec<(&str, &str, &str)> =
            texts.iter().map(|t| (t.id.as_str(), t.name.as_str(), t.text.as_str())).collect();
        assert_eq!(
            shown,
            [("head", "小标题", "议程"), ("place", "地点", "三楼"), ("list", "列项", "甲\n乙 丙")]
        );
        assert!(doc.put_text("list", "一\n\n 二 \n三"));
        assert!(doc.put_text("head", "会议\n议程"));
        assert!(doc.put_text("place", "{{ secret }}\u{202e}<w:t>&\r\n第二行"));
        assert!(!doc.put_text("space", "x") && !doc.put_text("nowhere", "x"));
        let after: Vec<String> = doc.texts().into_iter().map(|t| t.text).collect();
        assert_eq!(
            after,
            ["会议 议程", "{{ secret }}<w:t>&\n第二行", "一\n二\n三"],
            "plain text, whatever it looks like"
        );
    }
}
