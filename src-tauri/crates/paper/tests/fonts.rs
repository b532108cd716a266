//! The committed faces are the listed ones, with their licences; and a face that lacks a character is never left to print
//! its missing glyph.

use paper::{Block, BlockKind, PaperError};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::support::*;

#[derive(Deserialize)]
struct List {
    file: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    role: String,
    file: String,
    sha256: String,
    licence: String,
    licence_file: String,
    origin: String,
}

#[test]
fn every_listed_file_is_there_unchanged_with_its_licence() {
    let folder = assets().join("fonts");
    let list: List = toml::from_str(&std::fs::read_to_string(folder.join("FONTS.toml")).unwrap()).unwrap();
    assert_eq!(list.file.len(), 6, "five faces and a colour profile");
    let mut files = Vec::new();
    for e in &list.file {
        let bytes = std::fs::read(folder.join(&e.file)).unwrap_or_else(|_| panic!("{} is missing", e.file));
        assert_eq!(hex::encode(Sha256::digest(bytes)), e.sha256, "{} is not the listed file", e.file);
        let licence = std::fs::read_to_string(folder.join(&e.licence_file)).unwrap();
        assert!(licence.len() > 1000, "the whole licence of {} stands beside it", e.role);
        assert!(
            !e.licence.is_empty() && e.origin.contains(char::is_whitespace),
            "{}: package and version",
            e.role
        );
        files.push(e.file.clone());
    }
    for entry in std::fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let known = ["FONTS.toml", "README.md", "licences"].contains(&name.as_str()) || files.contains(&name);
        assert!(known, "{name} stands in assets/fonts and is not listed");
    }
}

#[test]
fn a_character_nobody_has_refuses_the_paper_and_names_its_place() {
    let mut doc = filled("negotiation/minutes", &sample("negotiation/minutes"));
    doc.blocks
        .push(Block { id: "extra".into(), kind: BlockKind::Paragraph { text: "王😀明😀🀀".into() } });
    doc.blocks.push(Block { id: "more".into(), kind: BlockKind::Heading { level: 1, text: "😀".into() } });
    let error = paper::render(&doc, faces()).expect_err("a missing glyph is never printed");
    let PaperError::MissingGlyphs(list) = &error else { panic!("{error}") };
    let found: Vec<(char, Vec<&str>)> =
        list.iter().map(|m| (m.character, m.blocks.iter().map(String::as_str).collect())).collect();
    assert_eq!(found, [('😀', vec!["extra", "more"]), ('🀀', vec!["extra"])]);
    let told = error.to_string();
    assert!(
        told.contains("“😀”（U+1F600，在正文第 "),
        "the sentence names the character and its place: {told}"
    );
    assert!(told.contains("小标题“😀”") && !told.contains("extra"), "in words: {told}");
}

#[test]
fn rare_names_come_from_the_fallback_face() {
    let doc = filled("negotiation/minutes", &sample("negotiation/minutes"));
    let pages = paper::layout(&doc, faces()).unwrap();
    let face_of = |c: char| {
        pages
            .iter()
            .flat_map(|p| &p.runs)
            .find(|r| r.size > 14.5 && r.text().contains(c))
            .map(|r| r.face.role)
    };
    assert_eq!(face_of('喆'), Some(paper::Role::Fallback), "FandolFang lacks 喆");
    assert_eq!(face_of('伟'), Some(paper::Role::Fangsong));
}

#[test]
fn a_missing_assets_folder_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let error = paper::Faces::load(folder.path()).err().expect("no list, no faces");
    assert!(matches!(&error, PaperError::Asset { file, .. } if file == "fonts/FONTS.toml"), "{error}");
}
