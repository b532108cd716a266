//! Rare characters: those of 通用规范汉字表 print with the program's own faces, others with a face of the machine; what no face
//! has is told by its place in words that a chair knows. A cut of a real face stands for the machine's own.

use std::path::{Path, PathBuf};

use paper::{
    Align, Block, BlockKind, CellLine, CellSheet, ChosenFace, Document, FaceOrigin, FaceRefusal, Faces,
    FontPlaces, Form, PaperError, Role, chinese_faces, face_prints, look_at_faces,
};
use serde_json::Value;

use crate::flow::document;
use crate::installed::{renamed, shown_faces};
use crate::judges::{assert_archive, assert_fonts, assert_text};
use crate::support::*;

/// Not in any bundled face.
const NAMES: &str = "何𣑊、周𡌛、李𢌞和吴𩸽";

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

fn with(places: FontPlaces, chosen: Option<PathBuf>) -> Faces {
    let chosen = chosen.map(|file| ChosenFace { role: Role::Rare, file, index: 0 });
    Faces::load(&assets()).unwrap().with_fonts(places).with_chosen(chosen.into_iter().collect())
}

fn named() -> Document {
    let names = || NAMES.to_owned();
    document(
        Form::Official,
        vec![
            BlockKind::Title { text: format!("关于{NAMES}同志的通知") },
            BlockKind::Heading { level: 2, text: names() },
            BlockKind::Paragraph { text: format!("{}到会，𠮷田和平缺席。", names()) },
        ],
    )
}

#[test]
fn every_character_of_the_standard_list_prints_with_the_programs_own_faces() {
    let text = std::fs::read_to_string(data("common-8105.txt")).unwrap();
    let all: std::collections::BTreeSet<char> = text.chars().filter(|c| *c != '\n').collect();
    assert_eq!(all.len(), 8105, "三级共 8105 字");
    let lines = || text.lines().map(str::to_owned);
    let mut kinds: Vec<BlockKind> = lines().map(|text| BlockKind::Paragraph { text }).collect();
    kinds.extend(
        [1, 2].into_iter().flat_map(|level| lines().map(move |text| BlockKind::Heading { level, text })),
    );
    kinds.extend(lines().map(|text| BlockKind::Subtitle { text }));
    kinds.extend(lines().map(|text| BlockKind::Title { text }));
    let made = paper::layout(&document(Form::Official, kinds), faces());
    assert!(made.is_ok(), "{}", made.err().unwrap());
}

#[test]
fn a_name_that_no_bundled_face_has_is_refused_and_the_setting_is_told() {
    let why = paper::render(&named(), faces()).unwrap_err().to_string();
    for told in ["“𣑊”（U+2344A，在标题、小标题“何𣑊、", "、正文第 1 段）", "设置 → 字体", "生僻字"]
    {
        assert!(why.contains(told), "{told}: {why}");
    }
    assert!(!why.contains('𠮷'), "the bundled 楷体 has this one: {why}");
}

#[test]
fn a_chosen_face_for_rare_characters_prints_them_and_they_are_read_back() {
    let folder = tempfile::tempdir().unwrap();
    let faces = with(FontPlaces::None, Some(data("rare.ttf")));
    let used = faces.uses().pop().unwrap();
    assert_eq!((used.role, used.family.as_str(), used.origin), (Role::Rare, "Rare Test", FaceOrigin::Chosen));
    let doc = named();
    let made = paper::render(&doc, &faces).unwrap();
    assert!(shown_faces(folder.path(), &made).contains("+RareTest"));
    let file = folder.path().join("made.pdf");
    assert_text(&doc, &file);
    assert_fonts(&file);
    assert_archive(&file);
    let read = bare(&judge("pdftotext", &["-layout", &file.to_string_lossy(), "-"]));
    assert_eq!(read.matches(&bare(NAMES)).count(), 3, "{read}");
    assert!(paper::render(&doc, &faces).unwrap().pdf == made.pdf, "the same choice gives the same bytes");
    // Nothing else changes its face.
    let plain = filled("negotiation/minutes", &sample("negotiation/minutes"));
    assert!(paper::render(&plain, &faces).unwrap().pdf == rendered(&plain).pdf);
}

#[test]
fn a_face_known_for_rare_characters_is_found_by_itself_unless_its_maker_forbids_it() {
    let font =
        |fs_type| renamed(std::fs::read(data("rare.ttf")).unwrap(), "宋体-ExtB", "SimSun-ExtB", fs_type);
    for (fs_type, origin) in [(0x0008, FaceOrigin::Found), (0x0002, FaceOrigin::Bundled)] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("simsunb.ttf"), font(fs_type)).unwrap();
        let places = FontPlaces::Folders(vec![folder.path().to_owned()]);
        let faces = with(places, None);
        assert_eq!(faces.uses().pop().unwrap().origin, origin);
        assert_eq!(paper::render(&named(), &faces).is_ok(), origin == FaceOrigin::Found);
    }
}

#[test]
fn faces_are_looked_at_for_the_rare_characters_they_have() {
    let rare = look_at_faces(&data("rare.ttf")).remove(0);
    assert_eq!((rare.rare, rare.refused_for(Role::Rare)), (8, None));
    assert_eq!(rare.refused_for(Role::Fangsong), Some(FaceRefusal::TooFew), "no text is set in it");
    assert!(!rare.for_text() && face_prints(&data("rare.ttf"), 0, Role::Rare));
    let fangsong = look_at_faces(&assets().join("fonts/FandolFang-Regular.otf")).remove(0);
    assert_eq!((fangsong.rare, fangsong.refused_for(Role::Rare)), (0, Some(FaceRefusal::NoRare)));
    assert_eq!(fangsong.refused_for(Role::Fangsong), None);

    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(data("rare.ttf"), folder.path().join("a.ttf")).unwrap();
    let kai = "LXGWWenKai-Regular.ttf";
    std::fs::copy(assets().join("fonts").join(kai), folder.path().join(kai)).unwrap();
    let all = chinese_faces(&FontPlaces::Folders(vec![folder.path().to_owned()]));
    let told: Vec<_> = all.iter().map(|one| (one.for_text(), one.rare > 7)).collect();
    assert_eq!(told.len(), 2, "{all:?}");
    assert!(told.contains(&(false, true)) && told.contains(&(true, true)), "{told:?}");
}

/// Texts that a program reads and nobody prints.
const CODES: [&str; 5] = ["kind", "marks", "align", "picture", "runs"];

/// Puts a character nobody has behind every printed text of a block.
fn spoil(value: &mut Value) {
    match value {
        Value::String(text) => text.push('😀'),
        Value::Array(all) => all.iter_mut().for_each(spoil),
        Value::Object(all) => {
            all.iter_mut().filter(|(key, _)| !CODES.contains(&key.as_str())).for_each(|(_, one)| spoil(one));
        }
        _ => {}
    }
}

#[test]
fn every_block_of_every_paper_is_told_in_words() {
    let mut blocks = 0;
    let mut told = std::collections::BTreeSet::new();
    for key in TEMPLATES {
        let doc = filled(key, &sample(key));
        let whole = serde_json::to_value(&doc).unwrap();
        for (i, block) in doc.blocks.iter().enumerate() {
            let mut changed = whole["blocks"][i].clone();
            spoil(&mut changed["kind"]);
            let spoilt: Block =
                serde_json::from_value(changed).unwrap_or_else(|e| panic!("{key} {}: {e}", block.id));
            let mut doc = doc.clone();
            doc.blocks[i] = spoilt;
            let Err(PaperError::MissingGlyphs(list)) = paper::layout(&doc, faces()) else {
                let silent = matches!(
                    block.kind,
                    BlockKind::Spacer { .. } | BlockKind::PageBreak | BlockKind::Leaf { .. }
                );
                assert!(silent, "{key}: {} prints no text", block.id);
                continue;
            };
            blocks += 1;
            for place in &list[0].places {
                assert!(
                    place != &block.id && !place.starts_with(&format!("{}.", block.id)),
                    "{key}: {place}"
                );
                let words: String = place.split(['“', '”']).step_by(2).collect();
                assert!(words.chars().any(|c| c >= '一') && !words.contains('_'), "{key}: {place}");
                told.insert(words);
            }
            assert!(!list[0].places.is_empty(), "{key}: {} has no place", block.id);
        }
    }
    assert!(blocks > 400 && told.len() > 25, "{blocks} blocks: {told:?}");
    for place in ["正文第 3 段", "主送机关", "标题", "签署处", "落款的单位名称", "表格第 2 行", "附注"]
    {
        assert!(told.contains(place), "{place}: {told:?}");
    }
}

#[test]
fn a_label_is_told_by_its_cell() {
    let line = |text: &str| CellLine { text: text.into(), role: Role::Hei, size: 12.0, align: Align::Left };
    let sheet = CellSheet {
        title: "标签".into(),
        meta: meta(),
        grid: paper::cell_grids(&assets()).unwrap().remove(0),
        first: 1,
        shift: (0.0, 0.0),
        borders: false,
        cells: vec![vec![line("王伟")], vec![line("何𣑊")]],
    };
    let why = paper::render_cells(&sheet, faces()).err().unwrap().to_string();
    assert!(why.contains("“𣑊”（U+2344A，在第 3 格“何𣑊”）"), "{why}");
}

#[test]
fn a_mark_that_a_face_draws_as_another_comes_from_the_next_face() {
    let doc = document(Form::Official, vec![BlockKind::Paragraph { text: "补发12人，计￥3,600元。".into() }]);
    let pages = paper::layout(&doc, faces()).unwrap();
    let sum = pages[0].runs.iter().find(|run| run.text().contains('￥')).unwrap();
    assert_eq!(sum.face.role, Role::Fallback, "FandolFang draws a $ for ￥");
}

#[test]
fn characters_that_share_a_glyph_are_read_back_as_they_were_put_in() {
    let text = "阿依古丽·买买提、艾尔肯•吐尔逊和买买提・艾力到会，还有……和⋯⋯。";
    let folder = tempfile::tempdir().unwrap();
    let doc = document(Form::Official, vec![BlockKind::Paragraph { text: text.into() }]);
    shown_faces(folder.path(), &paper::render(&doc, faces()).unwrap());
    let file = folder.path().join("made.pdf");
    assert_text(&doc, &file);
    let read = bare(&judge("pdftotext", &["-raw", "-enc", "UTF-8", &file.to_string_lossy(), "-"]));
    assert!(read.contains(text), "{read}");
    assert_archive(&file);
}
