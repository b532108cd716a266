//! The shape of a template file: which kinds and keys it may have. Whether a file is whole is `checked`'s affair, what its
//! expressions give `fill`'s.

use serde::Deserialize;

use crate::chart::ChartKind;
use crate::document::{Align, Form, Marks};

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
    /// Says what two sides signed or a meeting voted: a person does not reword it on the paper, while a union's own template
    /// may set it otherwise.
    #[serde(default)]
    pub settled: bool,
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
    /// A table that is not parted between pages where it fits on one.
    #[serde(default)]
    pub whole: bool,
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
