//! A paper before layout: a list of blocks with ids, plain text and nothing else. What a block looks like is decided
//! by `layout`; what its text says, by `template`. No block can hold markup, so no name can turn into one.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::chart::Chart;
use crate::day_count::DayCount;
use crate::photo::Picture;
use crate::rows::Rows;

/// A whole paper, ready for layout.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Title in the PDF's metadata and window caption.
    pub title: String,
    /// The body that issues it (metadata).
    pub author: String,
    /// When it was made; written into the PDF, so the same moment gives the same bytes.
    pub created: DateTime<FixedOffset>,
    /// Anything that tells this issue from others; the PDF's `/ID` is computed from it.
    pub id_seed: String,
    /// Which rules of form it follows.
    pub form: Form,
    /// The text, in order.
    pub blocks: Vec<Block>,
}

/// Which rules of form a paper follows (GB/T 9704—2012 for the union's own papers).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A paper of one body: red header allowed (request, report, notice, decision), seal on the date.
    Official,
    /// The union's own minutes (纪要格式): red header allowed, no seal.
    Minutes,
    /// A paper of two parties (minutes of a negotiation, a contract): no red header.
    TwoParty,
    /// A letter-like paper from one party to the other (offer, reply): no red header.
    Letter,
    /// The union's own letter (信函格式): its name in red over red double rules, no number on page 1.
    Letterhead,
    /// A list or roster: tables in small type, same margins and page numbers.
    Register,
    /// No official paper at all (recovery sheet): own look, no page number.
    Sheet,
}

/// One block and its id; ids are unique in a paper and stand in errors and in the preview.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// For instance `topics.2.workers`.
    pub id: String,
    /// What it is.
    pub kind: BlockKind,
}

impl Block {
    /// Whether it is a sentence that leads to the table under it (明细如下：): on another page than that it says nothing.
    pub(crate) fn leads_to(&self, next: Option<&Block>) -> bool {
        let BlockKind::Paragraph { text } = &self.kind else { return false };
        let table = |b: &Block| matches!(b.kind, BlockKind::Table { .. } | BlockKind::Form { .. });
        text.trim_end().ends_with('：') && next.is_some_and(table)
    }
}

/// What a block is. Text may hold `\n`: a new line inside the block, never a new block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum BlockKind {
    /// 发文机关标志: red, over the paper. Only in [`Form::Official`], [`Form::Minutes`] and [`Form::Letterhead`].
    RedHeader {
        /// The body's name, for instance 某某工会委员会文件.
        text: String,
    },
    /// 发文字号 and the red rule under it.
    DocumentNumber {
        /// For instance 某工发〔2026〕3号.
        text: String,
        /// 签发人, on papers that go upwards; moves the number to the left.
        signer: Option<String>,
    },
    /// 封面: a page of its own that bears no number. It counts: what follows stands on page 2.
    Cover {
        /// The paper's number, at the upper right.
        number: Option<String>,
        /// Its name, in large type; `\n` is a wished break.
        title: String,
        /// Who and what it is about, a line each.
        facts: Vec<Fact>,
        /// The day, at the foot.
        date: Option<String>,
    },
    /// 标题: 2号小标宋, centred, balanced lines; `\n` is a wished break.
    Title {
        /// The title.
        text: String,
    },
    /// A line under the title: 3号楷体, centred.
    Subtitle {
        /// For instance (第二次协商会议).
        text: String,
    },
    /// 主送机关: flush left, followed by a colon (added when missing).
    Addressee {
        /// The addressee.
        text: String,
    },
    /// A heading; its number (一、 (一) 1. (1)) is counted by the layout.
    Heading {
        /// 1 to 4.
        level: u8,
        /// Text without the number.
        text: String,
    },
    /// Body text, indented by two characters.
    Paragraph {
        /// The text.
        text: String,
    },
    /// A label in 黑体, a colon, the text.
    LabelLine {
        /// For instance 时间.
        label: String,
        /// What follows the colon.
        text: String,
        /// Whether turned lines stand under the text's first character; otherwise they begin at the left edge.
        hang: bool,
    },
    /// Numbered items.
    List {
        /// How items are marked.
        marks: Marks,
        /// The items.
        items: Vec<String>,
    },
    /// A ruled table; the head is repeated on each page, tall rows are split.
    Table {
        /// Columns from left to right.
        columns: Vec<Column>,
        /// Cells row by row; a short row is filled up with empty cells.
        rows: Rows,
        /// Size of the type in points (14 = 4号, 12 = 小4号, 9 = 小5号).
        size: f32,
        /// Whether it stays on one page with its heading wherever it is no longer than a page.
        #[serde(default)]
        whole: bool,
    },
    /// 图: a chart drawn from numbers, and its caption with a number counted by itself. Kept on one page where it can be.
    Figure {
        /// The caption without its number.
        caption: String,
        /// What is drawn.
        chart: Chart,
    },
    /// Photos, one or two in a row, each with a caption counted together with the figures.
    Photos {
        /// The photos in order.
        photos: Vec<Photo>,
        /// How many stand in a row, 1 or 2.
        per_row: u8,
    },
    /// 日子怎样算: the start, the days counted, those passed over and the end, as a small drawing.
    DayCount {
        /// What is drawn.
        count: DayCount,
    },
    /// A ruled form (审查表, 审批表): labels and what is filled in beside them, cells over several columns or rows.
    Form {
        /// Shares of the columns in the table's width, in any unit.
        widths: Vec<f32>,
        /// Rows from top to bottom.
        rows: Vec<FormRow>,
        /// Size of the type in points.
        size: f32,
    },
    /// Room for handwritten signatures. Two sides stand beside each other, one side takes the whole width.
    Signatures {
        /// One or two sides.
        sides: Vec<SigningSide>,
    },
    /// 附件说明: one blank line above, 附件:1. …
    Attachments {
        /// Names of the attachments, without numbers and full stop.
        items: Vec<String>,
    },
    /// 附件: on a new page, 附件 and its number (none when it is the only one), the title on the third line. Headings
    /// begin anew.
    Attachment {
        /// The attachment's title.
        title: String,
    },
    /// 附注: in round brackets (added when missing).
    Note {
        /// The note.
        text: String,
    },
    /// 成文日期 with the body's name above it, four characters from the right.
    DateLine {
        /// The body that signs; room for its seal is left when `seal`.
        signer: Option<String>,
        /// 2026年3月5日.
        date: String,
        /// Whether room for a seal is kept.
        seal: bool,
    },
    /// 版记: copies to, what it proves, printed by, printed on; at the foot of the last even page.
    Imprint {
        /// 抄送, without the label and full stop.
        copies: Option<String>,
        /// A sentence of its own between two rules: by what the paper can be proved against the file.
        #[serde(default)]
        proof: Option<String>,
        /// 印发机关.
        issuer: String,
        /// 印发日期.
        date: String,
    },
    /// Characters in numbered cells, for a recovery sheet.
    CharacterGrid {
        /// One character (or word) a cell.
        items: Vec<String>,
        /// Cells in a row.
        columns: u8,
    },
    /// Blank lines of the grid; nothing at the top of a page.
    Spacer {
        /// How many lines.
        lines: f32,
    },
    /// What follows begins on a new page.
    PageBreak,
    /// What follows begins on a new page and stands on leaves of this way: turned ones for wide tables.
    Leaf {
        /// Turned by a quarter: the head of the table at the left of the leaf, where it is bound (GB/T 9704—2012, 7.3.8).
        wide: bool,
    },
}

/// A photo and what is said of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Photo {
    /// The caption without its number.
    pub caption: String,
    /// The photo, ready for paper.
    pub picture: Picture,
}

/// A line of a cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// For instance 用人单位.
    pub label: String,
    /// What stands on the line; empty leaves the line to be filled in by hand.
    pub text: String,
}

/// A row of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FormRow {
    /// Cells from left to right, without those that reach down from a row above.
    pub cells: Vec<FormCell>,
    /// Height at the least in millimetres: room for an opinion, a seal and a signature.
    #[serde(default)]
    pub height: f32,
}

/// A cell of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FormCell {
    /// What stands in it.
    pub text: String,
    /// What stands at its foot, to the right: (盖章) 年 月 日.
    #[serde(default)]
    pub foot: String,
    /// Whether it names what stands beside it: in 黑体.
    #[serde(default)]
    pub label: bool,
    /// Over how many columns it reaches, from 1.
    pub across: u8,
    /// Over how many rows it reaches, from 1.
    pub down: u8,
    /// How its text stands.
    #[serde(default)]
    pub align: Align,
}

/// How the items of a list are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Marks {
    /// 1. 2. 3.
    #[default]
    Number,
    /// (1) (2) (3)
    Bracket,
    /// No mark: each item is a paragraph.
    Plain,
    /// 第一条, counted through the whole paper: the articles of a contract.
    Article,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Text of the head.
    pub head: String,
    /// A head over this one's; neighbours of the same one share it. Empty for none.
    #[serde(default)]
    pub over: String,
    /// Share of the table's width, in any unit.
    pub width: f32,
    /// How cells stand.
    #[serde(default)]
    pub align: Align,
    /// An empty cell belongs to the one above it: no rule parts them, and what stands above is said again at the top of a
    /// page. Only the first column.
    #[serde(default)]
    pub group: bool,
}

/// How text stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// From the left.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// To the right (figures).
    Right,
}

/// One side that signs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SigningSide {
    /// For instance 职工方代表(签字).
    pub label: String,
    /// The body whose seal belongs here: its full name, and room for the seal. The seal is never drawn.
    #[serde(default)]
    pub seal: Option<String>,
    /// Who signs, each with own room.
    pub names: Vec<Signatory>,
    /// Whether a line for the date stands under the names.
    #[serde(default)]
    pub date: bool,
}

/// One person's room to sign.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Signatory {
    /// Printed name; empty leaves only the line.
    pub name: String,
    /// For instance 首席代表; empty for none.
    #[serde(default)]
    pub role: String,
    /// What stands in place of the line to sign on: 缺席; empty for the line.
    #[serde(default)]
    pub note: String,
}
