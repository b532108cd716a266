//! The figures of GB/T 9704—2012 measured on the finished page by other programs: poppler's boxes for the edges of lines,
//! its pixels for what ink stands outside the type area.

use std::path::Path;

use paper::{Block, BlockKind, Document, Form};

use crate::support::*;

const MM: f64 = 72.0 / 25.4;

fn body(lines: usize) -> (tempfile::TempDir, std::path::PathBuf) {
    let text: String = "国家企业工会职工工资集体协商".chars().cycle().take(28 * lines - 2).collect();
    let doc = Document {
        title: "版面".into(),
        author: "工会".into(),
        created: meta().created,
        id_seed: "margins".into(),
        form: Form::TwoParty,
        blocks: vec![Block { id: "p".into(), kind: BlockKind::Paragraph { text } }],
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.pdf");
    std::fs::write(&file, rendered(&doc).pdf).unwrap();
    (folder, file)
}

/// Boxes of words on page 1: left, top, right, bottom, text.
fn boxes(file: &Path, page: &str) -> Vec<(f64, f64, f64, f64, String)> {
    let xml = judge("pdftotext", &["-bbox", "-f", page, "-l", page, &file.to_string_lossy(), "-"]);
    let number = |line: &str, key: &str| -> f64 {
        let from = line.find(&format!("{key}=\"")).unwrap() + key.len() + 2;
        line[from..].split('"').next().unwrap().parse().unwrap()
    };
    xml.lines()
        .filter(|l| l.contains("<word "))
        .map(|l| {
            let text = l.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned();
            (number(l, "xMin"), number(l, "yMin"), number(l, "xMax"), number(l, "yMax"), text)
        })
        .collect()
}

#[test]
fn twenty_two_lines_of_twenty_eight_characters_fill_the_type_area() {
    let (_keep, file) = body(44);
    let words: Vec<_> =
        boxes(&file, "1").into_iter().filter(|w| !w.4.contains('—') && w.4.len() > 6).collect();
    let left = words.iter().map(|w| w.0).fold(f64::MAX, f64::min);
    let right = words.iter().map(|w| w.2).fold(0.0, f64::max);
    assert!((left / MM - 28.0).abs() < 0.5, "left margin {} mm", left / MM);
    assert!((210.0 - right / MM - 26.0).abs() < 0.5, "right margin {} mm", 210.0 - right / MM);
    let mut tops: Vec<f64> = words.iter().map(|w| w.1).collect();
    tops.sort_by(f64::total_cmp);
    tops.dedup_by(|a, b| (*a - *b).abs() < 1.0);
    assert_eq!(tops.len(), 22, "lines on a full page");
    let pitch = (tops[21] - tops[0]) / 21.0;
    assert!((pitch - 28.99).abs() < 0.02, "line pitch {pitch} pt");
    let indent = words.iter().find(|w| (w.1 - tops[0]).abs() < 1.0).unwrap().0;
    assert!((indent - left - 2.0 * 15.79).abs() < 0.5, "indent of two characters");
    let text: String = words.iter().filter(|w| (w.1 - tops[5]).abs() < 1.0).map(|w| w.4.as_str()).collect();
    assert_eq!(text.chars().count(), 28, "characters in a line");
}

/// Ink of page 1 as millimetres from the upper left corner: first and last row, first and last column, above `limit`.
fn ink(file: &Path, page: &str, rows: std::ops::Range<f64>) -> (f64, f64, f64, f64) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("p");
    judge(
        "pdftoppm",
        &[
            "-gray",
            "-r",
            "254",
            "-f",
            page,
            "-l",
            page,
            "-singlefile",
            &file.to_string_lossy(),
            &root.to_string_lossy(),
        ],
    );
    let bytes = std::fs::read(root.with_extension("pgm")).unwrap();
    let mut head = bytes.splitn(4, |b| *b == b'\n');
    assert_eq!(head.next(), Some(&b"P5"[..]));
    let size = String::from_utf8(head.next().unwrap().to_vec()).unwrap();
    let (w, h) = size
        .split_once(' ')
        .map(|(w, h)| (w.parse::<usize>().unwrap(), h.parse::<usize>().unwrap()))
        .unwrap();
    let pixels = &bytes[bytes.len() - w * h..];
    let (mut top, mut bottom, mut left, mut right) = (f64::MAX, 0.0_f64, f64::MAX, 0.0_f64);
    for (i, _) in pixels.iter().enumerate().filter(|(_, p)| **p < 128) {
        let (x, y) = ((i % w) as f64 / 10.0, (i / w) as f64 / 10.0);
        if rows.contains(&y) {
            (top, bottom, left, right) = (top.min(y), bottom.max(y), left.min(x), right.max(x));
        }
    }
    (top, bottom, left, right)
}

#[test]
fn no_ink_leaves_the_type_area_and_the_page_number_stands_seven_millimetres_under_it() {
    let (_keep, file) = body(44);
    let (top, bottom, left, right) = ink(&file, "1", 0.0..262.5);
    assert!((37.0..40.5).contains(&top) && (256.0..262.0).contains(&bottom), "ink from {top} to {bottom} mm");
    assert!((28.0..29.5).contains(&left) && (182.5..184.0).contains(&right), "ink from {left} to {right} mm");
    let dash = |page: &str| {
        let words: Vec<_> = boxes(&file, page).into_iter().filter(|w| w.4 == "—").collect();
        (words[0].0 / MM, words[1].2 / MM)
    };
    let (_, odd_right) = dash("1");
    assert!((184.0 - odd_right - 4.94).abs() < 0.5, "odd pages: one character from the right, {odd_right}");
    let (even_left, _) = dash("2");
    assert!((even_left - 28.0 - 4.94).abs() < 0.5, "even pages: one character from the left, {even_left}");
    // The left dash alone: its ink is the bar itself.
    let (x0, _) = dash("2");
    let (top, bottom, ..) = bar(&file, x0);
    assert!((top - 262.0 - 7.0).abs() < 0.5, "the dash stands at {top}–{bottom} mm");
}

/// Ink of the dash that begins at `left` mm on page 2.
fn bar(file: &Path, left: f64) -> (f64, f64) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("p");
    let x = ((left + 1.0) * 10.0).round().to_string();
    judge(
        "pdftoppm",
        &[
            "-gray",
            "-r",
            "254",
            "-f",
            "2",
            "-singlefile",
            "-x",
            &x,
            "-y",
            "2630",
            "-W",
            "20",
            "-H",
            "200",
            &file.to_string_lossy(),
            &root.to_string_lossy(),
        ],
    );
    let bytes = std::fs::read(root.with_extension("pgm")).unwrap();
    let pixels = &bytes[bytes.len() - 20 * 200..];
    let rows: Vec<usize> =
        (0..200).filter(|y| pixels[y * 20..(y + 1) * 20].iter().any(|p| *p < 160)).collect();
    assert!(!rows.is_empty(), "there is a dash");
    (263.0 + rows[0] as f64 / 10.0, 263.0 + rows[rows.len() - 1] as f64 / 10.0)
}
