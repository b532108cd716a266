//! A million characters of mixed text printed in columns of many widths and read back by poppler: the text that comes out
//! is the text put in. Where lines break is judged in the crate (`layout/line/million`).

use paper::{Align, BlockKind, Column, Form};

use crate::flow::document;
use crate::law_texts;
use crate::support::*;

const COUNT: usize = 1_000_000;
/// Characters of one file, about as many as a book of eighty pages has.
const FILE: usize = 50_000;

/// Paragraphs in the first column of a table each, which is `columns` characters wide; the rest of the leaf stays free.
fn column(texts: &[String], columns: usize) -> BlockKind {
    let of = |width: f32| Column {
        head: String::new(),
        over: String::new(),
        width,
        align: Align::Left,
        group: false,
    };
    let rows = texts.iter().map(|text| vec![text.clone(), String::new()]).collect();
    // Cells have air beside their text.
    let own = columns as f32 * 12.0 + 10.0;
    BlockKind::Table { columns: vec![of(own), of(442.2 - own)], rows, size: 12.0, whole: false }
}

/// One file: its paragraphs as running text and in columns of eight to thirty-four characters.
fn printed(texts: &[String]) -> String {
    let mut kinds = Vec::new();
    for (i, part) in texts.chunks(24).enumerate() {
        if i % 3 == 0 {
            kinds.extend(part.iter().map(|text| BlockKind::Paragraph { text: text.clone() }));
        } else {
            kinds.push(column(part, 8 + i * 5 % 27));
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.pdf");
    std::fs::write(&file, rendered(&document(Form::Register, kinds)).pdf).unwrap();
    let raw = judge("pdftotext", &["-raw", "-enc", "UTF-8", &file.to_string_lossy(), "-"]);
    raw.split('\u{c}').map(unnumbered).collect()
}

#[test]
fn a_million_characters_are_read_back_as_they_were_put_in() {
    let all = law_texts::paragraphs("a_million_characters_are_read_back_as_they_were_put_in", COUNT);
    let mut files: Vec<Vec<String>> = vec![Vec::new()];
    let mut size = 0;
    for text in all {
        size += text.chars().count();
        if size > FILE {
            size = text.chars().count();
            files.push(Vec::new());
        }
        files.last_mut().unwrap().push(text);
    }
    assert!(files.len() >= COUNT / FILE, "{} files", files.len());
    let next = std::sync::atomic::AtomicUsize::new(0);
    let one = || {
        while let Some(texts) = files.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
            let wanted: String = texts.iter().map(|text| bare(text)).collect();
            let read = printed(texts);
            let same = wanted.chars().zip(read.chars()).take_while(|(a, b)| a == b).count();
            let near = |text: &str| text.chars().skip(same.saturating_sub(20)).take(60).collect::<String>();
            assert!(
                read == wanted,
                "after {same} characters: put in “{}”, read “{}”",
                near(&wanted),
                near(&read)
            );
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(4);
    std::thread::scope(|scope| (0..workers).for_each(|_| drop(scope.spawn(one))));
}
