//! The standard's own faces where a machine has them: a committed face is renamed and its embedding bits are set in a
//! folder of the test's own, so that no test depends on what is installed here.

use std::path::Path;
use std::time::Instant;

use paper::{Document, Faces, FontPlaces, Rendered, Role};

use crate::judges::{assert_archive, assert_fonts, assert_text};
use crate::support::*;

const FANGSONG: &str = "FandolFang-Regular.otf";
const HEI: &str = "NotoSansSC_400Regular.ttf";

fn number(bytes: &[u8], at: usize, size: usize) -> usize {
    bytes[at..at + size].iter().fold(0, |n, b| n << 8 | usize::from(*b))
}

/// Where a table's entry stands in the directory.
pub fn entry(font: &[u8], tag: &[u8; 4]) -> usize {
    let tables = number(font, 4, 2);
    (0..tables).map(|i| 12 + 16 * i).find(|at| &font[*at..at + 4] == tag).expect("the table is listed")
}

/// A name table of two names: family and PostScript name, in Unicode for Windows.
fn names(family: &str, post_script: &str) -> Vec<u8> {
    let texts = [(1_u16, family), (6, post_script)]
        .map(|(id, text)| (id, text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>()));
    let mut out: Vec<u8> = [0_u16, 2, 6 + 24].iter().flat_map(|n| n.to_be_bytes()).collect();
    let mut at = 0;
    for (id, text) in &texts {
        let length = text.len() as u16;
        out.extend([3_u16, 1, 0x409, *id, length, at].iter().flat_map(|n| n.to_be_bytes()));
        at += length;
    }
    out.extend(texts.into_iter().flat_map(|(_, text)| text));
    out
}

/// A committed face under another name and with other embedding bits.
pub fn patched(file: &str, family: &str, post_script: &str, fs_type: u16) -> Vec<u8> {
    renamed(std::fs::read(assets().join("fonts").join(file)).unwrap(), family, post_script, fs_type)
}

/// The same of any face.
pub fn renamed(mut font: Vec<u8>, family: &str, post_script: &str, fs_type: u16) -> Vec<u8> {
    let os2 = number(&font, entry(&font, b"OS/2") + 8, 4);
    font[os2 + 8..os2 + 10].copy_from_slice(&fs_type.to_be_bytes());
    let table = names(family, post_script);
    font.resize(font.len().next_multiple_of(4), 0);
    let (entry, from) = (entry(&font, b"name"), font.len() as u32);
    font[entry + 8..entry + 12].copy_from_slice(&from.to_be_bytes());
    font[entry + 12..entry + 16].copy_from_slice(&(table.len() as u32).to_be_bytes());
    font.extend(table);
    font
}

/// Faces in one collection file.
fn collection(fonts: Vec<Vec<u8>>) -> Vec<u8> {
    let mut out: Vec<u8> = b"ttcf\0\x01\0\0".to_vec();
    out.extend((fonts.len() as u32).to_be_bytes());
    let mut base = out.len() + 4 * fonts.len();
    let mut bodies = Vec::new();
    for mut font in fonts {
        font.resize(font.len().next_multiple_of(4), 0);
        for i in 0..number(&font, 4, 2) {
            let at = 12 + 16 * i + 8;
            let moved = (number(&font, at, 4) + base) as u32;
            font[at..at + 4].copy_from_slice(&moved.to_be_bytes());
        }
        out.extend((base as u32).to_be_bytes());
        base += font.len();
        bodies.extend(font);
    }
    out.extend(bodies);
    out
}

/// Faces that look for the standard's own in a folder with these files.
fn with(files: &[(&str, Vec<u8>)]) -> (tempfile::TempDir, Faces) {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        std::fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let places = FontPlaces::Folders(vec![folder.path().to_owned()]);
    (folder, Faces::load(&assets()).unwrap().with_fonts(places))
}

fn minutes() -> Document {
    filled("negotiation/minutes", &sample("negotiation/minutes"))
}

/// Names of the faces in a PDF, as poppler reads them.
pub fn shown_faces(folder: &Path, made: &Rendered) -> String {
    let file = folder.join("made.pdf");
    std::fs::write(&file, &made.pdf).unwrap();
    judge("pdffonts", &[&file.to_string_lossy()])
}

#[test]
fn an_installed_face_that_may_be_embedded_is_used_and_the_bundled_one_stands_behind_it() {
    // FandolFang lacks 喆 and 堃: in these papers they must come from the bundled faces.
    let (folder, faces) = with(&[
        ("deep/er/simhei.ttf", patched(FANGSONG, "黑体", "SimHei", 0x0008)),
        ("fzxbs.ttf", patched(HEI, "FZXiaoBiaoSong-B05S", "FZXBSJW--GB1-0", 0x0000)),
    ]);
    let families: Vec<(Role, String)> = faces.installed().into_iter().map(|f| (f.role, f.family)).collect();
    assert_eq!(families, [(Role::Hei, "黑体".into()), (Role::Title, "FZXiaoBiaoSong-B05S".into())]);
    let mut context = sample("negotiation/minutes");
    context["agenda"] = serde_json::json!([]);
    let mut doc = filled("negotiation/minutes", &context);
    let heading = doc.blocks.iter_mut().find(|b| b.id == "topics-heading").unwrap();
    heading.kind = paper::BlockKind::Heading { level: 1, text: "喆堃协商".into() };
    let made = paper::render(&doc, &faces).unwrap();
    let shown = shown_faces(folder.path(), &made);
    assert!(shown.contains("+SimHei") && shown.contains("+FZXBSJW--GB1-0"), "{shown}");
    assert!(
        shown.contains("+NotoSansSC "),
        "what the installed face lacks comes from the bundled one: {shown}"
    );
    assert!(!shown.contains("NotoSerifSC-Bold"), "no bundled title face beside the installed one: {shown}");
    let file = folder.path().join("made.pdf");
    assert_text(&doc, &file);
    assert_fonts(&file);
    assert_archive(&file);
    assert!(paper::render(&doc, &faces).unwrap().pdf == made.pdf, "the same faces give the same bytes");
}

#[test]
fn a_face_whose_maker_forbids_it_is_not_used() {
    for (fs_type, why) in [(0x0002, "restricted"), (0x0108, "no cutting"), (0x0200, "bitmaps only")] {
        let (folder, faces) = with(&[("simhei.ttf", patched(FANGSONG, "SimHei", "SimHei", fs_type))]);
        assert_eq!(faces.installed(), [], "{why}");
        let made = paper::render(&minutes(), &faces).unwrap();
        let shown = shown_faces(folder.path(), &made);
        assert!(!shown.contains("SimHei") && shown.contains("+NotoSansSC "), "{why}: {shown}");
        assert!(made.pdf == rendered(&minutes()).pdf, "{why}: as if it were not installed");
    }
}

#[test]
fn a_collection_is_read_and_the_best_name_wins() {
    let other = patched(HEI, "Another Face", "Another", 0x0000);
    let wanted = patched(FANGSONG, "KaiTi", "KaiTi", 0x0004);
    let best = patched(FANGSONG, "楷体_GB2312", "KaiTi_GB2312", 0x0008);
    let (folder, faces) = with(&[("a.ttc", collection(vec![other, wanted]))]);
    let shown = shown_faces(folder.path(), &paper::render(&minutes(), &faces).unwrap());
    assert!(shown.contains("+KaiTi "), "the second face of the collection: {shown}");
    std::fs::write(folder.path().join("z.ttf"), best).unwrap();
    let places = FontPlaces::Folders(vec![folder.path().to_owned()]);
    let faces = Faces::load(&assets()).unwrap().with_fonts(places);
    assert_eq!(faces.installed()[0].family, "楷体_GB2312", "the standard's own name before its successor's");
}

#[test]
fn a_broken_face_is_skipped_for_the_next() {
    // Names and bits stand at the file's head, the outlines are cut away.
    let mut torn = patched(HEI, "SimHei", "SimHei-Torn", 0x0000);
    let glyf = entry(&torn, b"glyf");
    torn[glyf + 8..glyf + 12].copy_from_slice(&0xFFFF_FF00_u32.to_be_bytes());
    let whole = patched(FANGSONG, "SimHei", "SimHei-Whole", 0x0000);
    let (folder, faces) = with(&[
        ("a.ttf", torn),
        ("b.ttf", b"\0\x01\0\0\xff\xff no face at all".to_vec()),
        ("c.otf", Vec::new()),
        ("d.ttf", whole),
    ]);
    let shown = shown_faces(folder.path(), &paper::render(&minutes(), &faces).unwrap());
    assert!(shown.contains("+SimHei-Whole") && !shown.contains("Torn"), "{shown}");
}

#[test]
fn without_places_nothing_of_the_machine_is_used() {
    let (_folder, empty) = with(&[]);
    assert_eq!((empty.installed(), faces().installed()), (Vec::new(), Vec::new()));
    assert!(paper::render(&minutes(), &empty).unwrap().pdf == rendered(&minutes()).pdf);
}

#[test]
#[ignore = "prints how long the search in a folder of 300 faces takes"]
fn measure_the_search() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("0.otf");
    std::fs::write(&file, patched(FANGSONG, "Another", "Another", 0)).unwrap();
    (1..299).for_each(|i| std::fs::hard_link(&file, folder.path().join(format!("{i}.otf"))).unwrap());
    std::fs::write(folder.path().join("simhei.ttf"), patched(HEI, "SimHei", "SimHei", 0)).unwrap();
    let started = Instant::now();
    let places = FontPlaces::Folders(vec![folder.path().to_owned()]);
    let faces = Faces::load(&assets()).unwrap().with_fonts(places);
    let made = started.elapsed();
    let found = faces.installed().len();
    println!("300 faces: made in {made:?}, searched in {:?}, {found} found", started.elapsed());
    let started = Instant::now();
    let found = Faces::load(&assets()).unwrap().with_fonts(FontPlaces::System).installed();
    println!("this machine: searched in {:?}, {found:?}", started.elapsed());
}
