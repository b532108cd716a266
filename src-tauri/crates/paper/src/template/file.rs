//! The shape of a template file and its check at loading: kinds and keys are known, every expression parses.
//! What the expressions give is `fill`'s affair.

use serde::Deserialize;

use super::expressions::Expressions;
use super::sources::{Gives, sources};
use crate::chart::ChartKind;
use crate::document::{Align, Form, Marks};
use crate::error::PaperError;

/// A whole template file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TemplateFile {
    /// The key of the paper that it is for; a file outside of the assets folder says it, one within is named by it.
    pub paper: Option<String>,
    pub form: Form,
    pub title: String,
    /// Values for fields that the context does not give: what a union may settle for itself, such as the number of
    /// originals.
    #[serde(default)]
    pub defaults: serde_json::Map<String, serde_json::Value>,
    /// What must stand in the paper before it may be issued.
    #[serde(default)]
    pub required: Vec<Required>,
    pub block: Vec<BlockTemplate>,
}

/// A field that must not be empty, and what people call it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Required {
    /// Dotted path in the context; `[]` after a list means each of its values: `votes[].for`. A list itself must not
    /// be empty.
    pub field: String,
    /// In plain Chinese: 应到人数.
    pub name: String,
    /// Expression: asked for only when it is true.
    pub when: Option<String>,
}

/// One entry of the list: a block, or a group of blocks repeated for each value.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BlockTemplate {
    pub id: String,
    pub kind: Kind,
    /// Said by the program of itself (草稿, 编号, 更正): a person does not reword it.
    #[serde(default)]
    pub fixed: bool,
    /// Expression: the block is left out when it is false, empty or null.
    pub when: Option<String>,
    /// Expression giving a list: the block (or group) is repeated for each value, with `item` and `n` (from 1).
    pub each: Option<String>,
    /// Name of the value inside `each`, when `item` would be unclear.
    #[serde(rename = "as")]
    pub name: Option<String>,
    pub text: Option<String>,
    pub label: Option<String>,
    pub hang: Option<bool>,
    pub level: Option<u8>,
    pub lines: Option<f32>,
    pub size: Option<f32>,
    pub marks: Option<Marks>,
    pub signer: Option<String>,
    pub date: Option<String>,
    pub seal: Option<bool>,
    pub wide: Option<bool>,
    pub number: Option<String>,
    pub copies: Option<String>,
    pub proof: Option<String>,
    pub issuer: Option<String>,
    /// Expression giving the values of items or rows.
    pub items: Option<String>,
    pub per_row: Option<u8>,
    /// The handle of a photo.
    pub photo: Option<String>,
    /// Expression giving a count of days: {quantity, start, end, back, runs: [{kind, days}], notes: [{kind, text}]}.
    pub count: Option<String>,
    /// How a figure is drawn.
    pub chart: Option<ChartKind>,
    /// What a figure's values count.
    pub unit: Option<String>,
    #[serde(default)]
    pub series: Vec<SeriesTemplate>,
    #[serde(default)]
    pub column: Vec<ColumnTemplate>,
    #[serde(default)]
    pub side: Vec<SideTemplate>,
    #[serde(default)]
    pub fact: Vec<FactTemplate>,
    /// Shares of a form's columns.
    #[serde(default)]
    pub widths: Vec<f32>,
    #[serde(default)]
    pub row: Vec<RowTemplate>,
    /// Blocks of a group.
    #[serde(default)]
    pub block: Vec<BlockTemplate>,
}

/// Kinds of block, as written in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    Group,
    RedHeader,
    DocumentNumber,
    Cover,
    Title,
    Subtitle,
    Addressee,
    Heading,
    Paragraph,
    LabelLine,
    /// One article of a contract.
    Article,
    List,
    Table,
    /// A chart drawn from numbers.
    Figure,
    /// Photos with their captions.
    Photos,
    /// How a date was counted, as a drawing.
    DayCount,
    Form,
    Signatures,
    Attachments,
    Attachment,
    Note,
    DateLine,
    Imprint,
    CharacterGrid,
    Spacer,
    PageBreak,
    Leaf,
}

/// A column: its head and the text of its cells.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ColumnTemplate {
    pub head: String,
    /// Expression giving a list: a column for each value, with `col` and `k` (from 1).
    pub each: Option<String>,
    /// A head over this one's, shared by neighbours of the same one.
    #[serde(default)]
    pub over: String,
    pub width: f32,
    #[serde(default)]
    pub align: Align,
    /// Whether an empty cell belongs to the one above it.
    #[serde(default)]
    pub group: bool,
    pub text: String,
}

/// A series of a figure: its name, and the text of its value for each item.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeriesTemplate {
    pub name: String,
    /// Expression: the series is left out when it is false, empty or null.
    pub when: Option<String>,
    pub text: String,
}

/// A signing side: its label, an expression giving the people, and what is printed of each.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SideTemplate {
    pub label: String,
    /// The body whose seal belongs here.
    pub seal: Option<String>,
    pub people: String,
    pub name: String,
    #[serde(default)]
    pub role: String,
    /// What stands in place of the line to sign on.
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub date: bool,
}

/// A line of a cover.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FactTemplate {
    pub label: String,
    pub text: String,
    pub when: Option<String>,
}

/// A row of a form, or one for each value of its `each`.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RowTemplate {
    pub when: Option<String>,
    pub each: Option<String>,
    /// Millimetres at the least.
    #[serde(default)]
    pub height: f32,
    pub cell: Vec<CellTemplate>,
}

/// A cell of a form: a label, or a text with what stands at the cell's foot.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CellTemplate {
    pub label: Option<String>,
    pub text: Option<String>,
    #[serde(default)]
    pub foot: String,
    #[serde(default = "one")]
    pub across: u8,
    #[serde(default = "one")]
    pub down: u8,
    #[serde(default)]
    pub align: Align,
}

fn one() -> u8 {
    1
}

/// Reads a file, and looks at nothing in it.
pub(super) fn read(text: &str) -> Result<TemplateFile, toml::de::Error> {
    toml::from_str(text)
}

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
        k if k != Group && !b.block.is_empty() => Some("只有组（group）里面可以再有段"),
        _ => None,
    }
}

fn bad(key: &str, place: &str, reason: &str) -> PaperError {
    PaperError::Template { template: key.to_owned(), place: place.to_owned(), reason: reason.to_owned() }
}
