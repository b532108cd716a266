//! The paragraphs of a paper, listed and reworded before printing. What was changed is kept by `office`; which blocks
//! are text, `paper` says.

use affairs::Problem;
use affairs::office::changes::{self, TextChange};
use affairs::office::{Filled, source::Source, turns_reading};
use paper::{Document, Template, TextBlock};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Done;
use crate::commands::papers_filled::fill;
use crate::commands::papers_set::{filled_only, set, source};
use crate::commands::papers_unissued::never_issued;
use crate::desk::{Desk, Outcome};
use crate::open::{Reading, Writing};

/// A paper whose paragraphs are asked for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TextsOf {
    /// The kind.
    pub kind: String,
    /// The record it is made from.
    pub of: String,
}

/// A paragraph to be reworded.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveText {
    /// The kind.
    pub kind: String,
    /// The record it is made from.
    pub of: String,
    /// The block's id.
    pub block: String,
    /// The text of the facts that the person had before them.
    pub replaced: String,
    /// The text in its place.
    pub text: String,
}

/// A reworded paragraph to be taken back.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DropText {
    /// The kind.
    pub kind: String,
    /// The record it is made from.
    pub of: String,
    /// The block's id.
    pub block: String,
}

/// A paragraph as it was reworded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Reworded {
    /// The text in place of the facts' own.
    pub text: String,
    /// What the facts gave when it was changed.
    pub replaced: String,
    /// Whether the facts give another text now.
    pub moved: bool,
}

/// A paragraph of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaperText {
    /// The block's id.
    pub block: String,
    /// What it is called: 标题, 正文, or its own label.
    pub name: String,
    /// The text that the facts give; absent when the paper has no such paragraph any more.
    pub filled: Option<String>,
    /// How it was reworded, if it was.
    pub changed: Option<Reworded>,
}

/// Why a paragraph stands in the paper that is not for rewording.
const SETTLED: &str = "这一段照账本的记录印，不能在文件上改字：合同的条款在“合同文本”里改，谈定的内容在会议记录里改，票数在表决的登记里更正；签了字的，双方要改请登记变更。";

/// A paper as the facts fill it, with its paragraphs.
fn filled_texts(
    reading: &Reading<'_>,
    desk: &Desk,
    filled: &Filled,
) -> Result<(Source, Document, Vec<TextBlock>), Problem> {
    let source = source(reading, desk, filled, None)?;
    let (template, document) = filled_only(&reading.open.ledger, &source)?;
    let mut texts = template.texts(&document);
    // What was signed or voted stays so in the union's own template too, which may be older than this rule.
    if source.made_by.is_some() {
        let program = Template::load(&desk.assets, filled.template)?;
        texts.retain(|text| !program.is_settled(&text.id));
    }
    Ok((source, document, texts))
}

/// Fills a paper whose text may be changed.
fn changeable(reading: &Reading<'_>, desk: &Desk, kind: &str, of: &str) -> Result<Filled, Problem> {
    if never_issued(kind).is_some() {
        return Err(Problem::new("refused", "这种文件每次都按账本里的记录打印，不能在这里改文字。"));
    }
    fill(reading, desk, kind, of)
}

/// The paragraphs of a paper, in order, those that are gone at the end.
pub fn list(desk: &Desk, args: TextsOf) -> Result<Outcome<Vec<PaperText>>, Problem> {
    desk.view(|reading| {
        let filled = changeable(reading, desk, &args.kind, &args.of)?;
        let (_, _, texts) = filled_texts(reading, desk, &filled)?;
        let of_facts =
            |block: &str| texts.iter().find(|text| text.id == block).map(|text| text.text.as_str());
        let reworded = |change: &TextChange| Reworded {
            text: change.text.clone(),
            replaced: change.replaced.clone(),
            moved: change.moved(of_facts(&change.block)),
        };
        let mut lines: Vec<PaperText> = texts
            .iter()
            .map(|text| PaperText {
                block: text.id.clone(),
                name: text.name.clone(),
                filled: Some(text.text.clone()),
                changed: filled.changes.iter().find(|change| change.block == text.id).map(reworded),
            })
            .collect();
        let gone = filled.changes.iter().filter(|change| of_facts(&change.block).is_none());
        lines.extend(gone.map(|change| PaperText {
            block: change.block.clone(),
            name: "这一段现在没有了".to_owned(),
            filled: None,
            changed: Some(reworded(change)),
        }));
        Ok(Outcome::of(lines))
    })
}

/// Refuses to issue a paper of which a reworded paragraph stands on facts that have moved on.
pub(super) fn settled(reading: &Reading<'_>, desk: &Desk, filled: &Filled) -> Result<(), Problem> {
    if filled.changes.is_empty() {
        return Ok(());
    }
    let (_, _, texts) = filled_texts(reading, desk, filled)?;
    let of_facts = |block: &str| texts.iter().find(|text| text.id == block).map(|text| text.text.as_str());
    let moved = filled.changes.iter().filter(|change| change.moved(of_facts(&change.block))).count();
    if moved == 0 {
        return Ok(());
    }
    let message = format!(
        "有{moved}段改过的文字，账本里的数据后来又变动了。请在“文件”页的“改文字”里选保留改动还是用新内容，再印发。"
    );
    Err(Problem::new("incomplete", message))
}

/// Keeps a reworded paragraph, or that it is kept although the facts have moved on.
///
/// Errors: `bad_input` at `text`; `refused` when the facts have moved on since the person saw them; `not_found`; what
/// `paper` says of characters that no face has.
pub fn save(writing: &Writing<'_, '_>, desk: &Desk, args: SaveText) -> Result<Done, Problem> {
    let reading = writing.reading();
    let filled = changeable(&reading, desk, &args.kind, &args.of)?;
    let (mut source, document, texts) = filled_texts(&reading, desk, &filled)?;
    let standing = texts.iter().find(|text| text.id == args.block);
    let standing =
        standing.ok_or_else(|| match document.texts().iter().any(|text| text.id == args.block) {
            true => Problem::new("refused", SETTLED),
            false => Problem::missing("段可以改的文字"),
        })?;
    if standing.text != args.replaced {
        let message = "这一段的数据刚刚又变动了，请看过新的内容再改。";
        return Err(Problem::new("refused", message));
    }
    let change = TextChange { block: args.block, replaced: args.replaced, text: plain(&args.text) };
    changes::keep(writing.tx, &args.kind, &args.of, &change)?;
    // A character that no face has is named now and not when the paper is wanted.
    source.changes = changes::of_paper(writing.tx, &args.kind, &args.of)?;
    paper::render(&set(&reading.open.ledger, &source)?, &desk.faces())?;
    Ok(Done)
}

/// A pasted text without what no paper prints: control characters, and marks that turn the direction of reading.
fn plain(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || !(c.is_control() || turns_reading(*c))).collect()
}

/// Takes a reworded paragraph back.
pub fn drop(writing: &Writing<'_, '_>, _: &Desk, args: DropText) -> Result<Done, Problem> {
    changes::drop(writing.tx, &args.kind, &args.of, &args.block).map(|()| Done)
}
