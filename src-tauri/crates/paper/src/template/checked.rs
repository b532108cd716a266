//! The check of a template file at loading: what each kind of block needs is given, ids are told apart, every expression
//! parses. What the expressions give is `fill`'s affair.

use super::expressions::Expressions;
use super::file::{BlockTemplate, Kind, TemplateFile, read};
use super::sources::{Gives, sources};
use crate::error::PaperError;

/// Parses and checks a file.
pub(super) fn parse(key: &str, text: &str) -> Result<TemplateFile, PaperError> {
    let file = read(text).map_err(|e| {
        let line = e.span().map_or(1, |s| text.get(..s.start).unwrap_or("").matches('\n').count() + 1);
        bad(key, &format!("第 {line} 行"), e.message())
    })?;
    let expressions = Expressions::new();
    for source in sources(&file) {
        expressions
            .check(source.text, source.gives != Gives::Text)
            .map_err(|e| bad(key, source.block, &e))?;
    }
    if file.required.iter().any(|one| one.field.is_empty() || one.name.trim().is_empty()) {
        return Err(bad(key, "required", "每一项都要有 field 和 name"));
    }
    check_blocks(key, &file.block)?;
    Ok(file)
}

fn check_blocks(key: &str, blocks: &[BlockTemplate]) -> Result<(), PaperError> {
    let mut seen = std::collections::BTreeSet::new();
    for b in blocks {
        if b.id.is_empty() || !seen.insert(b.id.as_str()) {
            return Err(bad(key, &b.id, "每段都要有 id，并且不能重复"));
        }
        if let Some(reason) = lacking(b) {
            return Err(bad(key, &b.id, reason));
        }
        if b.block.iter().any(|inner| inner.fixed) || (b.fixed && (b.kind == Kind::Group || b.each.is_some()))
        {
            return Err(bad(key, &b.id, "fixed 只用于最外层、不重复的段"));
        }
        check_blocks(key, &b.block)?;
    }
    Ok(())
}

/// What the kind needs and the file does not give.
fn lacking(b: &BlockTemplate) -> Option<&'static str> {
    use Kind::*;
    let text_kinds = [
        RedHeader,
        DocumentNumber,
        Cover,
        Attachment,
        Title,
        Subtitle,
        Addressee,
        Heading,
        Paragraph,
        LabelLine,
        Article,
        Note,
        Figure,
        Photos,
    ];
    if text_kinds.contains(&b.kind) && b.text.is_none() {
        return Some("缺少 text");
    }
    match b.kind {
        Heading if !matches!(b.level, Some(1..=4)) => Some("标题要有 level,1 到 4"),
        LabelLine if b.label.is_none() => Some("缺少 label"),
        List | Attachments if b.items.is_none() => Some("缺少 items"),
        Table if b.items.is_none() || b.column.is_empty() => Some("缺少 items 或 column"),
        Table if b.column.iter().any(|c| c.width <= 0.0) => Some("每一栏的 width 要大于 0"),
        Table if b.column.iter().skip(1).any(|c| c.group) => Some("只有第一栏可以 group"),
        Figure if b.items.is_none() || b.label.is_none() || b.series.is_empty() => {
            Some("缺少 items、label 或 series")
        }
        DayCount if b.count.is_none() => Some("缺少 count"),
        Photos if b.items.is_none() || b.photo.is_none() => Some("缺少 items 或 photo"),
        Photos if !matches!(b.per_row, None | Some(1..=2)) => Some("per_row 是 1 或 2"),
        Form if b.widths.is_empty() || b.row.is_empty() => Some("缺少 widths 或 row"),
        Form if b.widths.iter().any(|w| *w <= 0.0) => Some("每一栏的 width 要大于 0"),
        Form if b.row.iter().flat_map(|r| &r.cell).any(|c| c.label.is_some() == c.text.is_some()) => {
            Some("每一格要有 label 或者 text")
        }
        Signatures if b.side.is_empty() || b.side.len() > 2 => Some("签字方（side）要有一方或两方"),
        CharacterGrid if b.items.is_none() || !matches!(b.per_row, Some(1..=12)) => {
            Some("缺少 items 或 per_row")
        }
        DateLine if b.date.is_none() => Some("缺少 date"),
        Imprint if b.issuer.is_none() || b.date.is_none() => Some("缺少 issuer 或 date"),
        Leaf if b.wide.is_none() => Some("缺少 wide"),
        Spacer if b.lines.is_none() => Some("缺少 lines"),
        Group if b.block.is_empty() => Some("组里没有段"),
        k if k != Table && b.whole => Some("只有表格（table）可以写 whole"),
        k if k != Group && !b.block.is_empty() => Some("只有组（group）里面可以再有段"),
        _ => None,
    }
}

fn bad(key: &str, place: &str, reason: &str) -> PaperError {
    PaperError::Template { template: key.to_owned(), place: place.to_owned(), reason: reason.to_owned() }
}
