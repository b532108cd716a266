//! Programs that are not ours and judge a PDF: poppler for text and faces, qpdf for structure, Apache PDFBox
//! Preflight for PDF/A-1b. A judge that is not installed fails the journey and says which package to install.

use std::path::Path;
use std::process::Command;

fn judge(program: &str, args: &[&str]) -> String {
    let output = Command::new(program)
        .args(args)
        .output()
        .unwrap_or_else(|why| panic!("{program} is missing ({why}): install poppler-utils, qpdf, java"));
    let said =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{program} finds fault: {said}");
    said
}

/// The text as poppler reads it, without spaces and line breaks.
pub fn text(pdf: &Path) -> String {
    let raw = judge("pdftotext", &["-raw", "-enc", "UTF-8", &pdf.to_string_lossy(), "-"]);
    let page_number = |line: &str| {
        let inside = line.strip_prefix("— ").and_then(|line| line.strip_suffix(" —"));
        inside.is_some_and(|line| line.chars().all(|c| c.is_ascii_digit()))
    };
    raw.replace('\u{c}', "\n")
        .lines()
        .map(str::trim)
        .filter(|line| !page_number(line))
        .flat_map(str::chars)
        .filter(|c| !c.is_whitespace())
        .collect()
}

/// How many pages the file has.
pub fn pages(pdf: &Path) -> usize {
    let said = judge("pdfinfo", &[&pdf.to_string_lossy()]);
    let told = said.lines().find_map(|line| line.strip_prefix("Pages:"));
    told.and_then(|count| count.trim().parse().ok())
        .unwrap_or_else(|| panic!("pdfinfo tells no pages: {said}"))
}

/// Every face embedded, cut to what is used, with a way back to the text.
fn faces(pdf: &Path) {
    let table = judge("pdffonts", &[&pdf.to_string_lossy()]);
    let rows: Vec<&str> = table.lines().skip(2).collect();
    assert!(!rows.is_empty(), "a paper has faces: {table}");
    for row in rows {
        let words: Vec<&str> = row.split_whitespace().collect();
        assert_eq!(
            words[words.len() - 5..words.len() - 2],
            ["yes", "yes", "yes"],
            "embedded, subset, Unicode: {row}"
        );
    }
}

fn archive(pdf: &Path) {
    let jars =
        ["preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api"]
            .map(|jar| format!("/usr/share/java/{jar}.jar"));
    for jar in &jars {
        assert!(
            Path::new(jar).exists(),
            "{jar} is missing: install libpdfbox2-java libfontbox2-java libcommons-logging-java libactivation-java libjaxb-api-java (make test does)"
        );
    }
    let said = judge(
        "java",
        &["-cp", &jars.join(":"), "org.apache.pdfbox.preflight.Validator_A1b", &pdf.to_string_lossy()],
    );
    assert!(said.contains("is a valid PDF/A-1b file"), "{said}");
}

/// The file is well formed, as another program reads it.
pub fn well_formed(pdf: &Path) {
    judge("qpdf", &["--check", &pdf.to_string_lossy()]);
}

/// The paper is sound, archival, and every line of `lines` can be read in it in this order.
pub fn sound(pdf: &Path, lines: &[&str]) {
    well_formed(pdf);
    faces(pdf);
    archive(pdf);
    let read = text(pdf);
    let mut at = 0;
    for line in lines {
        let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
        let found = read[at..].find(&line);
        at += found.unwrap_or_else(|| panic!("“{line}” is not read after byte {at} of {}", pdf.display()))
            + line.len();
    }
}

/// The text of a Word file as it is read, without spaces and line breaks; and its header's.
pub fn word(file: &Path) -> (String, String) {
    let bytes = std::fs::File::open(file).expect("the Word file is there");
    let mut zip = zip::ZipArchive::new(bytes).expect("a Word file is a zip");
    let headed = zip.by_name("word/headerOdd.xml").is_ok();
    let mut read = |part: &str| {
        let xml = std::io::read_to_string(zip.by_name(part).expect(part)).expect("parts are text");
        // Between tags stands nothing but text, and none of it is a tag: `<` is always written as an entity.
        let text = xml.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text);
        let text: String = text.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect();
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&amp;", "&")
    };
    let header = if headed { read("word/headerOdd.xml") } else { String::new() };
    (read("word/document.xml"), header)
}

/// The rows of a workbook's first page as a person sees them, from its first column on.
pub fn cells(book: &Path) -> Vec<Vec<String>> {
    let read = sheet::read(book, &mut |_, _| true).unwrap_or_else(|why| panic!("{}: {why}", book.display()));
    let page = read.pages.first().expect("a workbook has a page");
    let row = |row: &sheet::Row| {
        let last = row.cells.iter().map(|(column, _)| *column).max().unwrap_or(0);
        (1..=last).map(|column| row.get(column).show()).collect()
    };
    page.rows.iter().map(row).collect()
}
