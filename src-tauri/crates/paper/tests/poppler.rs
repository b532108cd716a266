//! What poppler reads of a finished PDF, in millimetres from the page's upper left corner: boxes of words, sizes and faces
//! of type, strokes with their thickness, and ink as its pixels show it. Judges nothing.

use std::ops::Range;
use std::path::PathBuf;

use paper::Document;

use crate::support::*;

/// A millimetre in points.
pub const MM: f64 = 72.0 / 25.4;
/// Height of a page, millimetres.
const HEIGHT: f64 = 297.0;
/// Pixels in a millimetre when a page is drawn.
const FINE: f64 = 20.0;

/// A PDF in a folder of its own.
pub struct Print {
    folder: tempfile::TempDir,
}

/// A word: its text and the box of its type.
#[derive(Debug, Clone)]
pub struct Word {
    pub text: String,
    pub left: f64,
    pub top: f64,
    pub right: f64,
}

/// A straight line.
#[derive(Debug, Clone, Copy)]
pub struct Stroke {
    pub left: f64,
    pub right: f64,
    /// The middle of the line.
    pub y: f64,
    pub thick: f64,
    pub red: bool,
}

/// Text of one size and face.
#[derive(Debug, Clone)]
pub struct Type {
    pub text: String,
    pub size: f64,
    pub face: String,
}

/// Where there is ink.
#[derive(Debug, Clone, Copy)]
pub struct Ink {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Print {
    pub fn of(doc: &Document) -> Print {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.pdf"), rendered(doc).pdf).unwrap();
        Print { folder }
    }

    pub fn file(&self) -> PathBuf {
        self.folder.path().join("a.pdf")
    }

    fn ask(&self, program: &str, page: usize, args: &[&str]) -> String {
        let (page, file) = (page.to_string(), self.file());
        let own = ["-f", &page, "-l", &page, &file.to_string_lossy()].map(str::to_owned);
        let all: Vec<&str> = args.iter().copied().chain(own.iter().map(String::as_str)).collect();
        if program == "pdftoppm" {
            return judge(program, &[&all[..], &[&self.folder.path().join("p").to_string_lossy()]].concat());
        }
        judge(program, &[&all[..], &["-"]].concat())
    }

    /// The words of a page.
    pub fn words(&self, page: usize) -> Vec<Word> {
        let xml = self.ask("pdftotext", page, &["-bbox"]);
        let word = |line: &str| Word {
            text: inner(line).to_owned(),
            left: number(line, "xMin") / MM,
            top: number(line, "yMin") / MM,
            right: number(line, "xMax") / MM,
        };
        xml.lines().filter(|line| line.contains("<word ")).map(word).collect()
    }

    /// The page's type, a line or a part of one each.
    pub fn types(&self, page: usize) -> Vec<Type> {
        let (page, file) = (page.to_string(), self.file());
        let args = ["-xml", "-stdout", "-i", "-zoom", "1", "-fontfullname", "-f", &page, "-l", &page];
        let xml = judge("pdftohtml", &[&args[..], &[&file.to_string_lossy()]].concat());
        let faces: Vec<(&str, f64, &str)> = (xml.lines().filter(|line| line.contains("<fontspec ")))
            .map(|line| (value(line, "id"), number(line, "size"), value(line, "family")))
            .collect();
        let of = |line: &str| {
            let own = faces.iter().find(|face| face.0 == value(line, "font")).unwrap();
            let text = inner(line).replace("<b>", "").replace("</b>", "");
            Type { text, size: own.1, face: own.2.split_once('+').unwrap().1.to_owned() }
        };
        // A text may hold marks of its own: `inner` ends at the last.
        xml.lines().filter(|line| line.starts_with("<text ")).map(of).collect()
    }

    /// The level strokes of a page, from above.
    pub fn strokes(&self, page: usize) -> Vec<Stroke> {
        let svg = self.ask("pdftocairo", page, &["-svg"]);
        let mut strokes: Vec<Stroke> = svg.lines().filter_map(stroke).collect();
        strokes.sort_by(|a, b| a.y.total_cmp(&b.y));
        strokes
    }

    /// The ink of a page between these heights and sides; red ink alone, or all but red.
    pub fn ink(&self, page: usize, rows: Range<f64>, columns: Range<f64>, red: bool) -> Option<Ink> {
        let dpi = (FINE * 25.4).to_string();
        let at = |mm: f64| (mm * FINE).round() as usize;
        let (x, y, w, h) = (
            at(columns.start),
            at(rows.start),
            at(columns.end) - at(columns.start),
            at(rows.end) - at(rows.start),
        );
        let [left, top, width, height] = [x, y, w, h].map(|n| n.to_string());
        let crop = ["-r", &dpi, "-singlefile", "-x", &left, "-y", &top, "-W", &width, "-H", &height];
        self.ask("pdftoppm", page, &crop);
        let bytes = std::fs::read(self.folder.path().join("p.ppm")).unwrap();
        let pixels = &bytes[bytes.len() - 3 * w * h..];
        let inked = |p: &[u8]| {
            let is_red = p[0] > 160 && p[1] < 140 && p[2] < 140;
            if red { is_red } else { p.iter().all(|v| *v < 128) }
        };
        let mut found: Option<(usize, usize, usize, usize)> = None;
        for (i, _) in pixels.chunks_exact(3).enumerate().filter(|(_, p)| inked(p)) {
            let (px, py) = (i % w, i / w);
            let old = found.unwrap_or((px, py, px, py));
            found = Some((old.0.min(px), old.1.min(py), old.2.max(px), old.3.max(py)));
        }
        found.map(|(l, t, r, b)| Ink {
            left: (x + l) as f64 / FINE,
            top: (y + t) as f64 / FINE,
            right: (x + r + 1) as f64 / FINE,
            bottom: (y + b + 1) as f64 / FINE,
        })
    }
}

impl Type {
    /// The type that shows this text.
    pub fn of<'t>(all: &'t [Type], text: &str) -> &'t Type {
        all.iter()
            .find(|one| one.text.contains(text))
            .unwrap_or_else(|| panic!("“{text}” is printed: {all:?}"))
    }
}

/// A level stroke of an SVG line; its path is in the PDF's own points, from the foot.
fn stroke(line: &str) -> Option<Stroke> {
    let line = line.trim_start();
    if !line.starts_with("<path ") || !line.contains("fill:none") {
        return None;
    }
    let style = value(line, "style");
    let wide = style.split("stroke-width:").nth(1)?.split(';').next()?.parse::<f64>().ok()?;
    let path = value(line, "d");
    let at: Vec<f64> = path.split_whitespace().filter_map(|part| part.parse().ok()).collect();
    let [x0, y0, x1, y1] = at[..] else { return None };
    let red = !style.contains("stroke:rgb(0%,0%,0%)");
    (y0 == y1).then(|| Stroke {
        left: x0.min(x1) / MM,
        right: x0.max(x1) / MM,
        y: HEIGHT - y0 / MM,
        thick: wide / MM,
        red,
    })
}

fn value<'t>(line: &'t str, key: &str) -> &'t str {
    let from = line.find(&format!("{key}=\"")).unwrap_or_else(|| panic!("{key} in {line}")) + key.len() + 2;
    line[from..].split('"').next().unwrap()
}

fn number(line: &str, key: &str) -> f64 {
    value(line, key).parse().unwrap()
}

/// What stands between the first tag and the last.
fn inner(line: &str) -> &str {
    let from = line.find('>').unwrap() + 1;
    &line[from..line.rfind("</").unwrap()]
}

/// Whether a measure agrees to half a millimetre.
pub fn agrees(what: &str, measured: f64, wanted: f64) {
    assert!((measured - wanted).abs() < 0.5, "{what}: {measured:.2} mm, wanted {wanted} mm");
}
