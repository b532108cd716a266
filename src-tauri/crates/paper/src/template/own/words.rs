//! What blocks are called to people, and how their text begins: so that a chair knows which part of a file is meant.

use crate::document::{Block, BlockKind, Document};

/// As much of a text as tells it from others.
const EXCERPT: usize = 24;

/// What a block of this kind is called.
pub(super) fn kind_word(kind: &BlockKind) -> &'static str {
    match kind {
        BlockKind::RedHeader { .. } => "红头",
        BlockKind::DocumentNumber { .. } => "发文字号",
        BlockKind::Cover { .. } => "封面",
        BlockKind::Title { .. } => "标题",
        BlockKind::Subtitle { .. } => "副标题",
        BlockKind::Addressee { .. } => "主送",
        BlockKind::Heading { .. } => "小标题",
        BlockKind::Paragraph { .. } => "正文",
        BlockKind::LabelLine { .. } => "一栏",
        BlockKind::List { .. } => "列项",
        BlockKind::Table { .. } => "表格",
        BlockKind::Figure { .. } => "图",
        BlockKind::Photos { .. } => "照片",
        BlockKind::DayCount { .. } => "日子怎样算",
        BlockKind::Form { .. } => "表单",
        BlockKind::Signatures { .. } => "签字栏",
        BlockKind::Attachments { .. } => "附件说明",
        BlockKind::Attachment { .. } => "附件",
        BlockKind::Note { .. } => "附注",
        BlockKind::DateLine { .. } => "落款",
        BlockKind::Imprint { .. } => "版记",
        BlockKind::CharacterGrid { .. } => "字格",
        BlockKind::Spacer { .. } => "空行",
        BlockKind::PageBreak => "换页",
        BlockKind::Leaf { .. } => "纸张方向",
    }
}

/// The first block of a paper that came from a block of a template, called and begun: 正文“为建立和完善…”; none
/// when the paper has none.
pub(super) fn told(paper: &Document, id: &str) -> Option<String> {
    let from = |block: &&Block| {
        block.id == id || block.id.strip_prefix(id).is_some_and(|rest| rest.starts_with(['.', '/']))
    };
    let block = paper.blocks.iter().find(from)?;
    let word = kind_word(&block.kind);
    let begins = begins(&block.kind);
    Some(if begins.is_empty() { format!("{word}（{id}）") } else { format!("{word}“{begins}”") })
}

fn begins(kind: &BlockKind) -> String {
    let text = match kind {
        BlockKind::RedHeader { text }
        | BlockKind::DocumentNumber { text, .. }
        | BlockKind::Title { text }
        | BlockKind::Subtitle { text }
        | BlockKind::Addressee { text }
        | BlockKind::Heading { text, .. }
        | BlockKind::Paragraph { text }
        | BlockKind::Note { text } => text.as_str(),
        BlockKind::LabelLine { label, .. } => label,
        BlockKind::Cover { title, .. } | BlockKind::Attachment { title } => title,
        BlockKind::List { items, .. } | BlockKind::Attachments { items } => {
            items.first().map_or("", String::as_str)
        }
        BlockKind::Table { columns, .. } => columns.first().map_or("", |c| c.head.as_str()),
        BlockKind::Figure { caption, .. } => caption,
        BlockKind::Signatures { sides } => sides.first().map_or("", |side| side.label.as_str()),
        BlockKind::DateLine { signer, date, .. } => signer.as_ref().unwrap_or(date),
        _ => "",
    };
    let line = crate::text::one_line(text);
    let short: String = line.chars().take(EXCERPT).collect();
    if short.len() < line.len() { format!("{short}…") } else { short }
}
