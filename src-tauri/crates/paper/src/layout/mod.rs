//! From blocks to pages: a composer walks the blocks, each kind in its own file makes pieces, the flow packs them. Only
//! this floor knows what a block looks like; it knows nothing of PDF.

mod atom;
pub(crate) mod attachment;
pub(crate) mod columns;
pub(crate) mod cover;
mod days;
pub(crate) mod figure;
pub(crate) mod flow;
pub(crate) mod form;
mod frames;
pub(crate) mod furniture;
pub(crate) mod grid;
pub(crate) mod head;
pub(crate) mod kinsoku;
pub(crate) mod letterhead;
pub(crate) mod line;
pub(crate) mod measure;
pub(crate) mod page;
pub(crate) mod photo;
pub(crate) mod photo_size;
pub(crate) mod piece;
pub(crate) mod prose;
mod pull;
pub(crate) mod signatures;
pub(crate) mod table;
pub(crate) mod tail;
pub(crate) mod title;
mod units;
mod words;

use crate::document::{Block, BlockKind, Document, Form};
use crate::error::PaperError;
use crate::faces::{Faces, Role, Shaper};
use crate::places::places;
use crate::wording::{Attachments, Numbers, Pictures, suits};
use flow::{Fill, Flow, Sink};
use line::{Line, Style, runs};
use measure::{CELL, HEIGHT, MM, NO_3, PITCH, WIDTH, baseline};
use page::{Ink, Page};
use piece::{Air, Piece};

/// Lays a document out: its pages in order.
///
/// # Errors
/// [`PaperError::MissingGlyphs`] when a character has no face, [`PaperError::Form`] when a block does not suit the form.
pub fn layout(doc: &Document, faces: &Faces) -> Result<Vec<Page>, PaperError> {
    let mut pages = Vec::new();
    let mut shaper = Shaper::new(faces);
    let mut sink = |page: Page| {
        pages.push(page);
        Ok(true)
    };
    compose(doc, &mut shaper, &mut sink)?;
    Ok(pages)
}

/// Lays a document out page by page, until the sink wants no more.
pub(crate) fn compose<'f>(
    doc: &Document,
    shaper: &mut Shaper<'f>,
    sink: &mut Sink<'_>,
) -> Result<(), PaperError> {
    if !pull::suits(doc) {
        return walk(doc, PITCH, shaper, sink).map(drop);
    }
    for page in pull::together(|pitch, sink| walk(doc, pitch, shaper, sink))? {
        if !sink(page)? {
            return Ok(());
        }
    }
    Ok(())
}

/// One walk through the blocks at a pitch of the grid; gives how full each page is.
fn walk<'f>(
    doc: &Document,
    pitch: f32,
    shaper: &mut Shaper<'f>,
    sink: &mut Sink<'_>,
) -> Result<Vec<Fill>, PaperError> {
    let look = Look::of(doc.form, pitch);
    let flow = Flow::new(look.numbered, look.height, pitch, sink);
    let role = look.body.role;
    let shapes = columns::shapes(doc, &mut |id, head, text, size| {
        let style = Style::solid(if head { Role::Hei } else { role }, size);
        line::shape(shaper, style, text, id).map(|atoms| line::width_of(&atoms))
    })?;
    let mut composer = Composer {
        form: doc.form,
        look,
        shaper,
        flow,
        numbers: Numbers::of(doc),
        attachments: Attachments::of(doc),
        pictures: Pictures::default(),
        shapes,
        headed: false,
        signed: false,
    };
    for (i, block) in doc.blocks.iter().enumerate() {
        if composer.flow.done {
            return Ok(composer.flow.fills);
        }
        composer.block(block, doc.blocks.get(i + 1))?;
    }
    let Composer { shaper, mut flow, .. } = composer;
    if !flow.done {
        flow.finish(shaper)?;
    }
    let fills = flow.fills;
    shaper.refused().map_or(Ok(fills), |why| Err(why.with_places(|c| places(doc, c))))
}

/// A [`Form::Sheet`]: its type, its pitch, and how much further down its pages reach.
pub(crate) const SHEET_SIZE: f32 = 14.0;
pub(crate) const SHEET_PITCH: f32 = 21.5;
pub(crate) const SHEET_MORE: f32 = 18.0 * MM;

/// How a form sets its text.
struct Look {
    body: Style,
    pitch: f32,
    /// Width of the text.
    width: f32,
    /// Indent of a paragraph's first line, points.
    indent: f32,
    /// Height of the text on a page; without page numbers there is more of it.
    height: f32,
    /// Whether pages bear numbers.
    numbered: bool,
    /// Whether headings bear numbers.
    counted: bool,
}

impl Look {
    fn of(form: Form, pitch: f32) -> Look {
        match form {
            Form::Sheet => {
                let body = Style::solid(Role::Kai, SHEET_SIZE);
                Look {
                    body,
                    pitch: SHEET_PITCH,
                    width: WIDTH,
                    indent: 0.0,
                    height: HEIGHT + SHEET_MORE,
                    numbered: false,
                    counted: false,
                }
            }
            Form::Official
            | Form::Minutes
            | Form::TwoParty
            | Form::Letter
            | Form::Letterhead
            | Form::Register => {
                let body = Style { role: Role::Fangsong, size: NO_3, cell: CELL };
                Look {
                    body,
                    pitch,
                    width: WIDTH,
                    indent: 2.0 * CELL,
                    height: HEIGHT,
                    numbered: true,
                    counted: true,
                }
            }
        }
    }

    /// The body's size in another face.
    fn with(&self, role: Role) -> Style {
        Style { role, ..self.body }
    }
}

/// The walk through the blocks.
struct Composer<'a, 'f, 's> {
    form: Form,
    look: Look,
    shaper: &'a mut Shaper<'f>,
    flow: Flow<'s>,
    numbers: Numbers,
    attachments: Attachments,
    pictures: Pictures,
    /// The columns of tables that look alike.
    shapes: Vec<columns::Shape>,
    /// Whether a red header or number stands above.
    headed: bool,
    /// Whether names or a date follow the block.
    signed: bool,
}

impl Composer<'_, '_, '_> {
    fn block(&mut self, block: &Block, next: Option<&Block>) -> Result<(), PaperError> {
        let id = block.id.as_str();
        suits(self.form, id, &block.kind)?;
        let signs = |b: &Block| matches!(b.kind, BlockKind::DateLine { .. } | BlockKind::Signatures { .. });
        self.signed = next.is_some_and(signs);
        match &block.kind {
            BlockKind::RedHeader { text } => self.red_header(id, text),
            BlockKind::DocumentNumber { text, signer } => self.document_number(id, text, signer.as_deref()),
            BlockKind::Cover { number, title, facts, date } => {
                self.cover(id, number.as_deref(), title, facts, date.as_deref())
            }
            BlockKind::Title { text } => self.title(id, text, next),
            BlockKind::Subtitle { text } => self.subtitle(id, text, next),
            BlockKind::Addressee { text } => self.addressee(id, text),
            BlockKind::Heading { level, text } => self.heading(id, *level, text),
            BlockKind::Paragraph { text } => {
                self.paragraph(id, text)?;
                if block.leads_to(next) {
                    self.flow.hold();
                }
                Ok(())
            }
            BlockKind::LabelLine { label, text, hang } => self.label_line(id, label, text, *hang),
            BlockKind::List { marks, items } => self.list(id, *marks, items),
            BlockKind::Table { columns, rows, size, whole } => self.table(id, columns, rows, *size, *whole),
            BlockKind::Figure { caption, chart } => self.figure(id, caption, chart),
            BlockKind::Photos { photos, per_row } => self.photos(id, photos, *per_row),
            BlockKind::DayCount { count } => self.day_count(id, count),
            BlockKind::Form { widths, rows, size } => self.form(id, widths, rows, *size),
            BlockKind::Signatures { sides } => self.signatures(id, sides),
            BlockKind::Attachments { items } => self.attachments(id, items),
            BlockKind::Attachment { title } => self.attachment(id, title),
            BlockKind::Note { text } => self.note(id, text),
            BlockKind::DateLine { signer, date, seal } => self.date_line(id, signer.as_deref(), date, *seal),
            BlockKind::Imprint { copies, proof, issuer, date } => {
                self.imprint(id, copies.as_deref(), proof.as_deref(), issuer, date)
            }
            BlockKind::CharacterGrid { items, columns } => self.character_grid(id, items, *columns),
            BlockKind::Spacer { lines } => {
                self.flow.blank(lines.clamp(0.0, 22.0));
                Ok(())
            }
            BlockKind::PageBreak => self.flow.page_break(self.shaper),
            BlockKind::Leaf { wide } => self.lie(*wide),
        }
    }

    /// Leaves of this way from here on: a turned one is as wide as the type area is high.
    fn lie(&mut self, wide: bool) -> Result<(), PaperError> {
        let (width, height) = if wide { (HEIGHT, WIDTH) } else { (WIDTH, HEIGHT) };
        self.look.width = width;
        self.flow.lie(wide, height, self.shaper)
    }

    fn push(&mut self, piece: Piece) -> Result<(), PaperError> {
        self.flow.push(piece, self.shaper)
    }

    /// Lines of body text at the form's pitch, no line alone on a page.
    fn push_lines(&mut self, lines: Vec<Line>, size: f32) -> Result<(), PaperError> {
        let (count, pitch) = (lines.len(), self.look.pitch);
        for (i, line) in lines.into_iter().enumerate() {
            let mut piece = line_piece(&line, line.x, pitch, size, Ink::Black);
            piece.keep = count > 1 && (i == 0 || i + 2 == count);
            piece.above = i;
            self.push(piece)?;
        }
        Ok(())
    }

    /// A little air between a line of text and a table's upper rule.
    fn air_over_table(&mut self) {
        if self.flow.after_text() {
            self.gap(0.2);
        }
    }

    /// Air at the end of the page does no harm; between blocks it is a line of the grid.
    fn gap(&mut self, lines: f32) {
        self.flow.blank(lines);
    }
}

/// A piece of one line of text.
fn line_piece(line: &Line, x: f32, height: f32, size: f32, ink: Ink) -> Piece {
    let mut piece = Piece { height, air: Air::No, ..Piece::default() };
    runs(&line.atoms, x, baseline(height, size), ink, &mut piece.runs);
    piece
}
