//! From blocks to paragraphs and tables, in the words of the PDF. Numbers of headings and items are written out and not
//! left to Word, which counts anew wherever a paragraph is pasted: what a signed paper calls （二） must stay （二）.

use super::parts::{Indent, Leaves, Para, Part, Run, TabStop, lines_of};
use super::styles::{CharStyle, Stand, Style};
use super::units::{widest, width};
use crate::document::{Block, BlockKind, Document, Form, Marks};
use crate::error::PaperError;
use crate::layout::columns::{Shape, shapes};
use crate::layout::head::{HEADER_HEIGHT, HEADER_TOP};
use crate::layout::measure::{CELL, HEIGHT, NO_2, NO_3, PITCH, WIDTH};
use crate::layout::prose::WIDEST_LABEL;
use crate::layout::tail::DATE_RIGHT;
use crate::layout::{SHEET_PITCH, SHEET_SIZE};
use crate::photo::Picture;
use crate::wording::{
    self, ATTACHMENTS, Attachments, Numbers, Pictures, SIGNER, attachment_mark, parts, with_colon,
};

/// The parts of a paper, in order, and its pictures.
///
/// # Errors
/// [`PaperError::Form`] when a block does not suit the form.
pub(super) fn body(doc: &Document) -> Result<(Vec<Part>, Vec<Picture>), PaperError> {
    wording::all_suit(doc)?;
    let mut body = Body::new(doc)?;
    for (i, block) in doc.blocks.iter().enumerate() {
        let next = doc.blocks.get(i + 1);
        body.block(&block.kind, next)?;
        if block.leads_to(next) {
            body.hold();
        }
    }
    body.turn(false);
    Ok((body.parts, body.images))
}

/// What has been written so far.
pub(super) struct Body {
    pub form: Form,
    pub parts: Vec<Part>,
    pub numbers: Numbers,
    /// Whether a red header or number stands above.
    pub headed: bool,
    /// Whether what follows begins a page.
    pub turned: bool,
    pub attachments: Attachments,
    pub pictures: Pictures,
    /// The columns of tables that look alike.
    pub shapes: Vec<Shape>,
    /// The photos so far.
    pub images: Vec<Picture>,
    /// What the leaves are like.
    pub leaves: Leaves,
}

impl Body {
    fn new(doc: &Document) -> Result<Body, PaperError> {
        Ok(Body {
            shapes: shapes(doc, &mut |_, _, text, size| Ok(widest(text, size)))?,
            form: doc.form,
            parts: Vec::new(),
            numbers: Numbers::of(doc),
            headed: false,
            turned: false,
            attachments: Attachments::of(doc),
            pictures: Pictures::default(),
            images: Vec::new(),
            leaves: Leaves::default(),
        })
    }

    /// Width of the text.
    pub fn across(&self) -> f32 {
        if self.leaves.wide { HEIGHT } else { WIDTH }
    }

    /// Height of the text on a page.
    pub fn high(&self) -> f32 {
        if self.leaves.wide { WIDTH } else { HEIGHT }
    }

    /// Indent of a paragraph's first line.
    fn indent(&self) -> f32 {
        if self.form == Form::Sheet { 0.0 } else { 2.0 * CELL }
    }

    /// Height of a line of running text.
    fn pitch(&self) -> f32 {
        if self.form == Form::Sheet { SHEET_PITCH } else { PITCH }
    }

    /// Width of a text of the body's size.
    pub fn width(&self, text: &str) -> f32 {
        if self.form == Form::Sheet { width(text, SHEET_SIZE) } else { width(text, NO_3) * CELL / NO_3 }
    }

    pub fn push(&mut self, mut part: Part) {
        if std::mem::take(&mut self.turned)
            && let Some(first) = part.first()
        {
            first.page_break = true;
        }
        self.parts.push(part);
    }

    pub fn para(&mut self, para: Para) {
        self.push(Part::Para(para));
    }

    /// Ties what stands last to what follows: the text, and the air under it.
    pub fn hold(&mut self) {
        for part in self.parts.iter_mut().rev() {
            part.hold();
            if !matches!(part, Part::Para(para) if para.style == Style::Gap) {
                return;
            }
        }
    }

    fn block(&mut self, kind: &BlockKind, next: Option<&Block>) -> Result<(), PaperError> {
        match kind {
            BlockKind::RedHeader { text } => self.red_header(text),
            BlockKind::DocumentNumber { text, signer } => self.document_number(text, signer.as_deref()),
            BlockKind::Cover { number, title, facts, date } => {
                self.cover(number.as_deref(), title, facts, date.as_deref());
            }
            BlockKind::Title { text } => self.title(text, next),
            BlockKind::Subtitle { text } => {
                let after = self.after_title(next);
                self.para(Para { after, ..Para::of(Style::Subtitle, text) });
            }
            BlockKind::Addressee { text } => {
                let para = Para::of(Style::Addressee, with_colon(text));
                self.para(Para { keep_next: true, ..para });
            }
            BlockKind::Heading { level, text } => self.heading(*level, text),
            BlockKind::Paragraph { text } => self.paragraph(Style::Body, text),
            BlockKind::LabelLine { label, text, hang } => self.label_line(label, text, *hang),
            BlockKind::List { marks, items } => self.list(*marks, items),
            BlockKind::Table { columns, rows, size, whole } => {
                return self.table(columns, rows, *size, *whole);
            }
            BlockKind::Figure { caption, chart } => self.figure(caption, chart),
            BlockKind::Photos { photos, per_row } => self.photos(photos, *per_row),
            BlockKind::DayCount { count } => self.day_count(count),
            BlockKind::Form { widths, rows, size } => self.form_table(widths, rows, *size),
            BlockKind::Signatures { sides } => self.signatures(sides),
            BlockKind::Attachments { items } => self.attachments(items),
            BlockKind::Attachment { title } => self.attachment(title),
            BlockKind::Note { text } => self.paragraph(Style::Note, &wording::note(text)),
            BlockKind::DateLine { signer, date, seal } => self.date_line(signer.as_deref(), date, *seal),
            BlockKind::Imprint { copies, proof, issuer, date } => {
                self.imprint(copies.as_deref(), proof.as_deref(), issuer, date);
            }
            BlockKind::CharacterGrid { items, columns } => self.character_grid(items, *columns),
            BlockKind::Spacer { lines } => self.para(Para::gap(lines.clamp(0.0, 22.0) * PITCH)),
            BlockKind::PageBreak => self.turned = !self.parts.is_empty(),
            BlockKind::Leaf { wide } => self.lie(*wide),
        }
        Ok(())
    }

    fn red_header(&mut self, text: &str) {
        if self.form == Form::Letterhead {
            return self.letterhead(text);
        }
        let size = (WIDTH / width(text, 1.0).max(1.0)).min(HEADER_HEIGHT);
        self.headed = true;
        self.para(Para { before: HEADER_TOP, ..Para::sized(Style::RedHeader, text, size) });
    }

    fn document_number(&mut self, text: &str, signer: Option<&str>) {
        if self.form == Form::Letterhead {
            return self.letter_number(text);
        }
        let mut para = Para::of(Style::DocumentNumber, text);
        para.before = if self.headed { 2.0 * PITCH } else { 0.0 };
        para.red_rule = matches!(self.form, Form::Official | Form::Minutes);
        // A letter bears its number at the right, an upward paper at the left, others in the middle.
        if self.form == Form::Letter && signer.is_none() {
            para.stand = Some(Stand::Right);
            para.indent = Some(Indent { right: CELL, ..Indent::default() });
        }
        if let Some(name) = signer {
            para.stand = Some(Stand::Left);
            para.tabs = vec![TabStop::Left(CELL), TabStop::Right(WIDTH - CELL)];
            para.runs.insert(0, Run::Tab);
            para.runs.extend([Run::Tab, Run::text(SIGNER), Run::styled(name, CharStyle::SignerName)]);
        }
        self.headed = true;
        self.para(para);
    }

    /// Leaves of this way from here on.
    fn lie(&mut self, wide: bool) {
        if self.parts.is_empty() {
            self.leaves.wide = wide;
        } else if wide == self.leaves.wide {
            self.turned = true;
        } else {
            self.turn(wide);
            self.turned = false;
        }
    }

    /// Ends the leaves so far.
    fn turn(&mut self, wide: bool) {
        let before = std::mem::replace(&mut self.leaves, Leaves { wide, cover: false });
        self.parts.push(Part::Turn(before));
    }

    fn title(&mut self, text: &str, next: Option<&Block>) {
        let runs = lines_of(text, None);
        let indent = Some(Indent { left: NO_2, right: NO_2, first: 0.0 });
        let before = if self.headed { 2.0 * PITCH } else { 0.0 };
        let after = self.after_title(next);
        self.para(Para { style: Style::Title, runs, before, after, indent, ..Para::default() });
    }

    /// Half a line, unless a subtitle follows.
    fn after_title(&self, next: Option<&Block>) -> f32 {
        let more = next.is_some_and(|b| matches!(b.kind, BlockKind::Subtitle { .. }));
        if more { 0.0 } else { 0.5 * PITCH }
    }

    fn heading(&mut self, level: u8, text: &str) {
        let number = self.numbers.next(level);
        let sheet = self.form == Form::Sheet;
        let text = if sheet { text.to_owned() } else { format!("{number}{text}") };
        let before = if sheet { 0.4 * PITCH } else { 0.0 };
        self.para(Para { before, ..Para::of(Style::heading(level), text) });
    }

    fn paragraph(&mut self, style: Style, text: &str) {
        for part in parts(text) {
            self.para(Para::of(style, part));
        }
    }

    fn label_line(&mut self, label: &str, text: &str, hang: bool) {
        let label = with_colon(label);
        let (indent, own) = (self.indent(), self.width(&label));
        let rest = if !hang || own > WIDEST_LABEL { 0.0 } else { indent + own };
        for (i, part) in parts(text).enumerate() {
            let mut runs = vec![Run::text(part)];
            let mut first = indent - rest;
            if i == 0 {
                runs.insert(0, Run::styled(label.clone(), CharStyle::Label));
            } else if rest > 0.0 {
                first = 0.0;
            }
            let indent = Some(Indent { left: rest, right: 0.0, first });
            self.para(Para { style: Style::LabelLine, runs, indent, ..Para::default() });
        }
    }

    fn list(&mut self, marks: Marks, items: &[String]) {
        for (i, item) in items.iter().enumerate() {
            let mark = self.numbers.item(marks, items.len(), i + 1);
            for (k, part) in parts(item).enumerate() {
                let own = if k == 0 { mark.as_str() } else { "" };
                let mut para = Para::of(Style::Item, format!("{own}{part}"));
                if marks == Marks::Article && k == 0 {
                    para.runs = vec![Run::styled(own, CharStyle::Label), Run::text(part)];
                }
                if self.form == Form::Sheet && !own.is_empty() {
                    let rest = self.width(own);
                    para.indent = Some(Indent { left: rest, right: 0.0, first: -rest });
                }
                self.para(para);
            }
        }
    }

    fn attachments(&mut self, items: &[String]) {
        if !items.is_empty() {
            self.hold();
        }
        let label = self.indent() + self.width(ATTACHMENTS);
        for (i, item) in items.iter().enumerate() {
            let mark = attachment_mark(items.len(), i + 1);
            let rest = label + self.width(&mark);
            let (head, first) = if i == 0 { (ATTACHMENTS, self.indent()) } else { ("", label) };
            let text = format!("{head}{mark}{}", crate::text::one_line(item));
            let mut para = Para::of(Style::Attachments, text);
            para.indent = Some(Indent { left: rest, right: 0.0, first: first - rest });
            para.before = if i == 0 { PITCH } else { 0.0 };
            self.para(para);
        }
    }

    fn date_line(&mut self, signer: Option<&str>, date: &str, seal: bool) {
        self.hold();
        let mut before = self.pitch() * if seal { 2.0 } else { 1.0 };
        let date_width = self.width(date);
        let mut right = DATE_RIGHT;
        if let Some(signer) = signer {
            // The name stands over the middle of the date; a long one ends two characters from the right.
            let own = self.width(signer).min(self.across() - 4.0 * CELL);
            let middle = (DATE_RIGHT + date_width / 2.0).max(2.0 * CELL + own / 2.0);
            right = middle - date_width / 2.0;
            let indent = Some(Indent { right: middle - own / 2.0, ..Indent::default() });
            self.para(Para { before, keep_next: true, indent, ..Para::of(Style::Signer, signer) });
            before = 0.0;
        }
        let indent = Some(Indent { right, ..Indent::default() });
        self.para(Para { before, indent, ..Para::of(Style::Date, date) });
    }
}
