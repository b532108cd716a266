//! Every template with its sample, judged by programs that are not ours: poppler for text and fonts, qpdf for structure,
//! Apache PDFBox Preflight for PDF/A-1b.

use std::path::Path;

use paper::{BlockKind, Document, SigningSide};

use crate::support::*;

/// The texts of a document in the order of reading.
fn texts(doc: &Document) -> Vec<String> {
    let mut out = Vec::new();
    let colon = |s: &str| format!("{s}：");
    for block in &doc.blocks {
        match &block.kind {
            BlockKind::Addressee { text } => out.push(colon(text)),
            BlockKind::Title { text }
            | BlockKind::Subtitle { text }
            | BlockKind::Heading { text, .. }
            | BlockKind::Paragraph { text }
            | BlockKind::DocumentNumber { text, .. } => out.push(text.clone()),
            BlockKind::LabelLine { label, text, .. } => out.push(colon(label) + text),
            BlockKind::List { items, .. } | BlockKind::CharacterGrid { items, .. } => {
                out.extend(items.iter().cloned())
            }
            BlockKind::Table { columns, rows, .. } => {
                out.extend(heads(columns));
                out.extend(rows.iter().flat_map(|row| row.iter()).map(str::to_owned));
            }
            BlockKind::DayCount { count } => {
                out.extend([count.quantity.clone(), count.start.clone(), count.end.clone()]);
                out.extend(count.notes.iter().map(|note| note.text.clone()));
            }
            BlockKind::Figure { caption, chart } => {
                out.extend(chart.series.iter().cloned());
                out.extend(
                    chart
                        .rows
                        .iter()
                        .flat_map(|row| [std::slice::from_ref(&row.label), &row.values[..]].concat()),
                );
                out.push(caption.clone());
            }
            BlockKind::Form { rows, .. } => {
                let cells = rows.iter().flat_map(|row| &row.cells);
                out.extend(cells.flat_map(|cell| [cell.text.clone(), cell.foot.clone()]));
            }
            BlockKind::Cover { number, title, facts, date } => {
                out.extend(number.clone());
                out.push(title.clone());
                out.extend(facts.iter().flat_map(|fact| [colon(&fact.label), fact.text.clone()]));
                out.extend(date.clone());
            }
            BlockKind::Attachments { items } => out.extend(items.iter().cloned()),
            BlockKind::Attachment { title } => out.push(title.clone()),
            BlockKind::RedHeader { text } => out.push(text.clone()),
            BlockKind::Signatures { sides } => {
                // Label, name and line beside each other, where half a line has room for them.
                let inline = sides.iter().all(|s| {
                    let name = s.names.first().map_or("", |p| p.name.as_str());
                    let taken = 16 * (s.label.chars().count() + name.chars().count() + 1);
                    let plain = s.seal.is_none() && s.names.len() <= 1;
                    plain && s.names.iter().all(|p| p.role.is_empty()) && taken <= 134
                });
                if inline {
                    let side = |s: &SigningSide| {
                        [s.label.clone(), s.names.first().map_or_else(String::new, |p| p.name.clone())]
                    };
                    out.extend(sides.iter().flat_map(side));
                    continue;
                }
                out.extend(sides.iter().map(|s| s.label.clone()));
                out.extend(sides.iter().filter_map(|s| s.seal.clone()));
                let most = sides.iter().map(|s| s.names.len()).max().unwrap_or(0);
                let row = |i: usize| sides.iter().filter_map(move |s| s.names.get(i));
                out.extend((0..most).flat_map(row).flat_map(|p| [p.name.clone(), p.role.clone()]));
            }
            BlockKind::DateLine { signer, date, .. } => out.extend(signer.iter().chain([date]).cloned()),
            BlockKind::Note { text } => out.push(format!("（{text}）")),
            BlockKind::Imprint { copies, proof, issuer, date } => {
                out.extend(copies.iter().map(|copies| format!("抄送：{copies}。")));
                // The foot of a letter holds the copies alone.
                if doc.form != paper::Form::Letterhead {
                    out.extend(proof.clone());
                    out.extend([issuer.clone(), format!("{date}印发")]);
                }
            }
            BlockKind::PageBreak | BlockKind::Leaf { .. } => {}
            other => panic!("no sample uses {other:?}: say how its text reads"),
        }
    }
    out.iter().map(|t| bare(t)).filter(|t| !t.is_empty()).collect()
}

/// Asserts that all texts come back, each after the one before it.
pub fn assert_text(doc: &Document, pdf: &Path) {
    let raw = judge("pdftotext", &["-raw", "-enc", "UTF-8", &pdf.to_string_lossy(), "-"]);
    let read: String = raw.split('\u{c}').map(unnumbered).collect();
    let mut at = 0;
    for text in texts(doc) {
        let found = read[at..]
            .find(&text)
            .unwrap_or_else(|| panic!("{}: “{text}” not read after byte {at}", doc.title));
        at += found + text.len();
    }
}

pub fn assert_fonts(pdf: &Path) {
    let table = judge("pdffonts", &[&pdf.to_string_lossy()]);
    let rows: Vec<&str> = table.lines().skip(2).collect();
    assert!(!rows.is_empty(), "a paper has faces: {table}");
    for row in rows {
        let words: Vec<&str> = row.split_whitespace().collect();
        let flags = &words[words.len() - 5..words.len() - 2];
        assert_eq!(flags, ["yes", "yes", "yes"], "embedded, subset, with Unicode: {row}");
    }
}

/// One PDF judged by Preflight.
pub fn assert_archive(file: &Path) {
    let said = preflight(&[&file.to_string_lossy()]);
    assert!(said.contains("is a valid PDF/A-1b file"), "{said}");
}

/// Every PDF of a folder, in one run: starting Java is what costs.
fn assert_archives(folder: &Path) {
    let said = preflight(&["batch", &folder.to_string_lossy()]);
    let files = std::fs::read_dir(folder).unwrap().count();
    assert!(files > 0, "there is something to judge");
    assert_eq!(said.matches("is a valid PDF/A-1b file").count(), files, "{said}");
}

fn preflight(what: &[&str]) -> String {
    let jars =
        ["preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api"]
            .map(|j| format!("/usr/share/java/{j}.jar"));
    for jar in &jars {
        assert!(
            Path::new(jar).exists(),
            "{jar} is missing: install libpdfbox2-java libfontbox2-java libcommons-logging-java libactivation-java libjaxb-api-java (make test does)"
        );
    }
    let class_path = jars.join(":");
    let start = ["-cp", &class_path, "org.apache.pdfbox.preflight.Validator_A1b"];
    judge("java", &[&start, what].concat())
}

#[test]
fn every_template_passes_its_judges() {
    let folder = tempfile::tempdir().unwrap();
    for key in TEMPLATES {
        let doc = filled(key, &sample(key));
        let made = rendered(&doc);
        let first = paper::first_page(&doc, faces()).unwrap();
        for (name, bytes) in [("whole", &made.pdf), ("first", &first)] {
            let file = folder.path().join(format!("{}-{name}.pdf", key.replace('/', "-")));
            std::fs::write(&file, bytes).unwrap();
            judge("qpdf", &["--check", &file.to_string_lossy()]);
            assert_fonts(&file);
            if name == "whole" {
                assert_text(&doc, &file);
            }
        }
        if key == "ledger/recovery-sheet" {
            assert_eq!(made.pages, 2, "the sheet is one leaf with its back: it goes into one envelope");
        }
        assert_eq!(made.outline[0].level, 0, "{key}: the title opens the outline");
    }
    assert_archives(folder.path());
}

#[test]
fn every_template_is_judged() {
    let mut found = Vec::new();
    for module in std::fs::read_dir(assets().join("papers")).unwrap().filter_map(Result::ok) {
        for file in std::fs::read_dir(module.path()).into_iter().flatten().filter_map(Result::ok) {
            let name = file.file_name().into_string().unwrap();
            if let Some(stem) = name.strip_suffix(".toml") {
                found.push(format!("{}/{stem}", module.file_name().into_string().unwrap()));
            }
        }
    }
    found.sort();
    let mut known = TEMPLATES.map(str::to_owned);
    known.sort();
    assert_eq!(found, known, "a new template needs its sample and its key in the list");
}

#[test]
fn the_outline_is_a_tree_that_names_pages() {
    let made = rendered(&filled("negotiation/minutes", &sample("negotiation/minutes")));
    let levels: Vec<u8> = made.outline.iter().map(|e| e.level).collect();
    assert_eq!(levels, [0, 1, 1, 2, 2, 2, 1, 1, 1], "{:?}", made.outline);
    assert!(made.outline.iter().any(|e| e.title == "（二）企业最低工资标准"), "headings carry their numbers");
    assert!(made.outline.iter().all(|e| (1..=made.pages).contains(&e.page)));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.pdf");
    std::fs::write(&file, &made.pdf).unwrap();
    let json: serde_json::Value =
        serde_json::from_str(&judge("qpdf", &["--json=2", "--json-key=outlines", &file.to_string_lossy()]))
            .unwrap();
    let top = json["outlines"].as_array().unwrap();
    assert_eq!(top.len(), 1, "one root: the title");
    let kids = top[0]["kids"].as_array().unwrap();
    assert_eq!(kids.len(), 5, "five headings of the first level");
    assert_eq!(kids[1]["kids"].as_array().unwrap().len(), 3, "three topics below the second");
}
