//! Where in a paper a character stands, in the words of whoever wrote it: 正文第 3 段, 表格第 2 行“姓名”. Asked only when a
//! paper is refused, so it reads the whole paper again and no layout carries places along. Ids of blocks are for programs.

use std::collections::BTreeMap;

use crate::document::{Block, BlockKind, Document, FormRow};
use crate::text::one_line;
use crate::wording::parts;

/// As much of a heading or label as tells it from others.
const EXCERPT: usize = 16;

/// The places of a character, in the order of the paper, each once.
pub(crate) fn places(doc: &Document, wanted: char) -> Vec<String> {
    let mut walk = Walk { wanted, found: Vec::new(), counts: BTreeMap::new(), heading: String::new() };
    let tables = doc.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Table { .. })).count();
    for block in &doc.blocks {
        walk.block(block, tables);
    }
    walk.found
}

struct Walk {
    wanted: char,
    found: Vec<String>,
    /// How many of each kind were passed.
    counts: BTreeMap<&'static str, usize>,
    /// The heading that stands above.
    heading: String,
}

impl Walk {
    fn next(&mut self, kind: &'static str) -> usize {
        let count = self.counts.entry(kind).or_default();
        *count += 1;
        *count
    }

    fn has(&self, text: &str) -> bool {
        text.contains(self.wanted)
    }

    /// Notes a place when the text there has the character.
    fn look(&mut self, text: &str, place: impl FnOnce() -> String) {
        if self.has(text) {
            let place = place();
            if !self.found.contains(&place) {
                self.found.push(place);
            }
        }
    }

    fn block(&mut self, block: &Block, tables: usize) {
        match &block.kind {
            BlockKind::RedHeader { text } => self.look(text, || "红头".into()),
            BlockKind::DocumentNumber { text, signer } => {
                self.look(text, || "发文字号".into());
                self.look(signer.as_deref().unwrap_or_default(), || "签发人".into());
            }
            BlockKind::Cover { number, title, facts, date } => {
                self.look(title, || "封面的标题".into());
                for text in [number, date] {
                    self.look(text.as_deref().unwrap_or_default(), || "封面".into());
                }
                for fact in facts {
                    self.look(&format!("{}{}", fact.label, fact.text), || format!("封面“{}”", fact.label));
                }
            }
            BlockKind::Title { text } => self.look(text, || "标题".into()),
            BlockKind::Subtitle { text } => self.look(text, || "副标题".into()),
            BlockKind::Addressee { text } => self.look(text, || "主送机关".into()),
            BlockKind::Heading { text, .. } => {
                self.look(text, || format!("小标题“{}”", short(text)));
                self.heading = short(text);
            }
            BlockKind::Paragraph { text } => {
                for part in parts(text) {
                    let n = self.next("paragraph");
                    self.look(part, || format!("正文第 {n} 段"));
                }
            }
            BlockKind::LabelLine { label, text, .. } => {
                self.look(&format!("{label}{text}"), || format!("“{}”一栏", short(label)));
            }
            BlockKind::List { items, .. } => {
                let under = self.heading.clone();
                for (n, item) in (1..).zip(items) {
                    self.look(item, || match under.as_str() {
                        "" => format!("列项第 {n} 项"),
                        heading => format!("“{heading}”第 {n} 项"),
                    });
                }
            }
            BlockKind::Table { columns, rows, .. } => {
                let n = self.next("table");
                let table = if tables > 1 { format!("第 {n} 张表格") } else { "表格".to_owned() };
                for column in columns {
                    self.look(&format!("{}{}", column.over, column.head), || {
                        format!("{table}的表头“{}”", short(&column.head))
                    });
                }
                for (r, row) in (1..).zip(rows.iter()) {
                    for (c, cell) in row.iter().enumerate() {
                        let head = columns.get(c).map_or("", |column| column.head.as_str());
                        self.look(cell, || format!("{table}第 {r} 行“{}”", short(head)));
                    }
                }
            }
            BlockKind::Figure { caption, chart } => {
                let n = self.next("figure");
                self.look(caption, || format!("第 {n} 幅图的说明"));
                let labels =
                    chart.rows.iter().map(|row| &row.label).chain(&chart.series).chain([&chart.unit]);
                for label in labels {
                    self.look(label, || format!("第 {n} 幅图里的“{}”", short(label)));
                }
            }
            BlockKind::Photos { photos, .. } => {
                for photo in photos {
                    let n = self.next("photo");
                    self.look(&photo.caption, || format!("第 {n} 张照片的说明"));
                }
            }
            BlockKind::DayCount { count } => {
                let notes: Vec<String> = count.notes.iter().map(|note| note.text.clone()).collect();
                let all = format!("{}{}{}{}", count.quantity, count.start, count.end, notes.concat());
                self.look(&all, || "日期算法的图示".into());
            }
            BlockKind::Form { rows, .. } => self.form(rows),
            BlockKind::Signatures { sides } => {
                for side in sides {
                    self.look(side.seal.as_deref().unwrap_or_default(), || "盖章处的单位名称".into());
                    self.look(&side.label, || "签署处".into());
                    for one in &side.names {
                        self.look(&format!("{}{}{}", one.name, one.role, one.note), || {
                            format!("签署处“{}”", short(&side.label))
                        });
                    }
                }
            }
            BlockKind::Attachments { items } => {
                for (n, item) in (1..).zip(items) {
                    self.look(item, || format!("附件说明第 {n} 项"));
                }
            }
            BlockKind::Attachment { title } => self.look(title, || "附件的标题".into()),
            BlockKind::Note { text } => self.look(text, || "附注".into()),
            BlockKind::DateLine { signer, date, .. } => {
                self.look(signer.as_deref().unwrap_or_default(), || "落款的单位名称".into());
                self.look(date, || "落款的日期".into());
            }
            BlockKind::Imprint { copies, proof, issuer, date } => {
                self.look(copies.as_deref().unwrap_or_default(), || "版记的抄送机关".into());
                self.look(proof.as_deref().unwrap_or_default(), || "版记".into());
                self.look(&format!("{issuer}{date}"), || "版记的印发机关".into());
            }
            BlockKind::CharacterGrid { items, .. } => {
                for (n, item) in (1..).zip(items) {
                    self.look(item, || format!("第 {n} 格"));
                }
            }
            BlockKind::Spacer { .. } | BlockKind::PageBreak | BlockKind::Leaf { .. } => {}
        }
    }

    /// A cell of a form is told by the label before it.
    fn form(&mut self, rows: &[FormRow]) {
        let mut label = String::new();
        for cell in rows.iter().flat_map(|row| &row.cells) {
            if cell.label {
                label = short(&cell.text);
            }
            self.look(&format!("{}{}", cell.text, cell.foot), || match label.as_str() {
                "" => "表单".to_owned(),
                label => format!("表单“{label}”一栏"),
            });
        }
    }
}

fn short(text: &str) -> String {
    let line = one_line(text);
    let short: String = line.chars().take(EXCERPT).collect();
    if short.len() < line.len() { format!("{short}…") } else { short }
}
