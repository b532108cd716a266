//! `bench-typst PAPER PDF`: the same texts set by typst as a library, in the same faces and sizes. Rosters are a table with a
//! repeated head, their cells read from a CSV file; minutes and books are headings, text and tables. Signatures are left out.

use std::fmt::Write as _;

use bench_papers::{Outcome, assets, documents, measured};
use paper::{BlockKind, Document, Rows};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

/// The look of ours: A4, the standard's margins, its faces.
const LOOK: &str = r#"#set page(paper: "a4", margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm), numbering: "— 1 —")
#set text(font: ("FandolFang R", "Noto Serif SC"), size: 16pt, lang: "zh", region: "cn")
#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 12.99pt, spacing: 12.99pt)
#set heading(numbering: "一、")
#show heading: set text(font: ("Noto Sans SC", "Noto Serif SC"), size: 16pt, weight: "regular")
#let title(body) = align(center, text(font: "Noto Serif SC", weight: "bold", size: 22pt, body))
#let label(body) = text(font: ("Noto Sans SC", "Noto Serif SC"), body)
#let ruled(size, columns, heads, cells) = {
  set text(size: size)
  set par(first-line-indent: 0pt, justify: false, leading: 0.3em)
  table(columns: columns, align: center + horizon, inset: 3pt, stroke: 0.5pt,
    table.header(..heads.map(label)), ..cells)
}
"#;

fn main() -> Outcome<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [name, to] = args.as_slice() else { return Err("bench-typst PAPER PDF".into()) };
    let document = documents::named(name)?;
    let (source, tables) = source(&document)?;
    drop(document);
    measured(|| {
        let world = Desk::new(source, tables)?;
        let made: PagedDocument = typst::compile(&world).output.map_err(|e| format!("{e:?}"))?;
        let pdf = typst_pdf::pdf(&made, &PdfOptions::default()).map_err(|e| format!("{e:?}"))?;
        std::fs::write(to, pdf)?;
        Ok(made.pages().len())
    })
}

/// The paper in typst's own words, and its tables as CSV.
fn source(document: &Document) -> Outcome<(String, Vec<Bytes>)> {
    let (mut out, mut tables) = (LOOK.to_owned(), Vec::new());
    for block in &document.blocks {
        match &block.kind {
            BlockKind::Title { text } => writeln!(out, "#title({})\n", quoted(text))?,
            BlockKind::Subtitle { text } => writeln!(out, "#align(center, {})\n", quoted(text))?,
            BlockKind::Heading { level, text } => {
                writeln!(out, "#heading(level: {level}, {})\n", quoted(text))?
            }
            BlockKind::Paragraph { text } | BlockKind::Note { text } => {
                text.lines().try_for_each(|line| writeln!(out, "#{}\n", quoted(line)))?;
            }
            BlockKind::LabelLine { label, text, .. } => {
                writeln!(out, "#label({})：#{}\n", quoted(label), quoted(text))?;
            }
            BlockKind::List { items, .. } => {
                items
                    .iter()
                    .enumerate()
                    .try_for_each(|(i, item)| writeln!(out, "{}. #{}\n", i + 1, quoted(item)))?;
            }
            BlockKind::Table { columns, rows, size, .. } => {
                let shares: Vec<String> = columns.iter().map(|c| format!("{}fr", c.width)).collect();
                let heads: Vec<String> = columns.iter().map(|c| quoted(&c.head)).collect();
                let (shares, heads) = (shares.join(", "), heads.join(", "));
                let file = tables.len();
                writeln!(out, "#ruled({size}pt, ({shares},), ({heads},), csv(\"{file}.csv\").flatten())\n")?;
                tables.push(Bytes::new(csv(columns.len(), rows)));
            }
            BlockKind::PageBreak => writeln!(out, "#pagebreak(weak: true)\n")?,
            BlockKind::Signatures { .. } | BlockKind::Spacer { .. } => {}
            other => return Err(format!("no words for {other:?}").into()),
        }
    }
    Ok((out, tables))
}

/// A string of typst's, from which no markup can come.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

fn csv(columns: usize, rows: &Rows) -> Vec<u8> {
    let mut out = String::new();
    for row in rows.iter() {
        let cells = (0..columns).map(|i| row.get(i).unwrap_or_default().replace('"', "\"\""));
        out.push_str(&cells.map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(","));
        out.push('\n');
    }
    out.into_bytes()
}

/// One source, its tables, our faces.
struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    source: Source,
    tables: Vec<(FileId, Bytes)>,
}

impl Desk {
    fn new(text: String, tables: Vec<Bytes>) -> Outcome<Desk> {
        let mut fonts = Vec::new();
        for entry in std::fs::read_dir(assets().join("fonts"))? {
            let file = entry?.path();
            if file.extension().is_some_and(|kind| kind == "ttf" || kind == "otf") {
                fonts.extend(Font::iter(Bytes::new(std::fs::read(file)?)));
            }
        }
        let named = |(i, table): (usize, Bytes)| -> Outcome<(FileId, Bytes)> {
            let path = VirtualPath::new(format!("{i}.csv")).map_err(|e| format!("{e:?}"))?;
            Ok((RootedPath::new(VirtualRoot::Project, path).intern(), table))
        };
        Ok(Desk {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            source: Source::detached(text),
            tables: tables.into_iter().enumerate().map(named).collect::<Outcome<_>>()?,
        })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::NotSource) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let table = self.tables.iter().find(|(own, _)| *own == id);
        table.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
