//! Papers: a [`Document`] of blocks, its layout on the grid of GB/T 9704—2012, and the PDF/A-1b made of it.
//! Templates turn a typed context into a document. Knows nothing of unions, ledgers or rules.

pub mod bind;
mod by_char;
mod cells;
mod chart;
mod day_count;
mod document;
mod docx;
mod error;
mod faces;
pub mod figures;
pub mod filling;
mod layout;
mod pdf;
mod photo;
mod places;
mod rows;
mod template;
mod text;
mod texts;
mod wording;

pub use cells::{CellGrid, CellLine, CellSheet, cell_grids, render_cells};
pub use chart::{Chart, ChartKind, ChartRow};
pub use day_count::{DayCount, DayKind, DayNote, DayRun};
pub use document::{
    Align, Block, BlockKind, Column, Document, Fact, Form, FormCell, FormRow, Marks, Photo, Signatory,
    SigningSide,
};
pub use docx::word;
pub use error::{MissingGlyph, PaperError};
pub use faces::{
    ChosenFace, FaceId, FaceOrigin, FaceRefusal, FaceUse, Faces, FontPlaces, InstalledFace, LACKING_AT_MOST,
    LookedFace, Role, chinese_faces, face_prints, look_at_faces,
};
pub use layout::layout;
pub use layout::page::{Glyph, Image, Ink, OutlineMark, PAGE_HEIGHT, PAGE_WIDTH, Page, Rule, Run};
pub use pdf::{OutlineEntry, Rendered, first_page, render};
pub use photo::{Photos, Picture, end_of_jpeg, whole_picture};
pub use rows::{Row, Rows};
pub use template::own;
pub use template::{Lacking, Meta, Template};
pub use text::chinese_number;
pub use texts::TextBlock;
