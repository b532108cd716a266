//! Faces a person chose for a role: a committed face under another name stands for the user's own, so that no test
//! depends on what is installed here.

use std::path::PathBuf;

use paper::{
    ChosenFace, FaceOrigin, FaceRefusal, Faces, FontPlaces, LACKING_AT_MOST, Role, chinese_faces,
    face_prints, look_at_faces,
};

use crate::installed::{entry, patched, shown_faces};
use crate::judges::{assert_archive, assert_fonts, assert_text};
use crate::support::*;

const HEI: &str = "NotoSansSC_400Regular.ttf";
const FANGSONG: &str = "FandolFang-Regular.otf";

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

fn with(places: FontPlaces, chosen: &[(Role, &PathBuf)]) -> Faces {
    let chosen =
        chosen.iter().map(|(role, file)| ChosenFace { role: *role, file: (*file).clone(), index: 0 });
    Faces::load(&assets()).unwrap().with_fonts(places).with_chosen(chosen.collect())
}

#[test]
fn a_chosen_face_goes_before_what_is_found_by_itself() {
    let folder = Folder::new();
    let found = patched(FANGSONG, "黑体", "SimHei", 0);
    folder.file("simhei.otf", &found);
    let chosen = folder.file("mine.ttf", &patched(HEI, "某某宋体", "MySong", 0x0008));
    let faces = with(FontPlaces::Folders(vec![folder.0.path().to_owned()]), &[(Role::Title, &chosen)]);
    let uses: Vec<_> = faces.uses().into_iter().map(|it| (it.role, it.family, it.origin)).collect();
    assert_eq!(uses[2], (Role::Hei, "黑体".into(), FaceOrigin::Found));
    assert_eq!(uses[3], (Role::Title, "某某宋体".into(), FaceOrigin::Chosen));
    assert_eq!((uses[0].2, uses[1].2), (FaceOrigin::Bundled, FaceOrigin::Bundled));

    let doc = filled("union/faces", &sample("union/faces"));
    let made = paper::render(&doc, &faces).unwrap();
    let shown = shown_faces(folder.0.path(), &made);
    assert!(shown.contains("+MySong") && shown.contains("+SimHei"), "{shown}");
    assert!(!shown.contains("NotoSerifSC-Bold"), "the bundled title face has nothing to do: {shown}");
    let file = folder.0.path().join("made.pdf");
    assert_text(&doc, &file);
    assert_fonts(&file);
    assert_archive(&file);
    assert!(paper::render(&doc, &faces).unwrap().pdf == made.pdf, "the same choice gives the same bytes");
}

#[test]
fn a_choice_holds_where_nothing_is_looked_for() {
    let folder = Folder::new();
    let chosen = folder.file("mine.ttf", &patched(HEI, "Mine", "Mine", 0));
    let faces = with(FontPlaces::None, &[(Role::Kai, &chosen)]);
    assert_eq!(faces.uses()[1].origin, FaceOrigin::Chosen);
}

#[test]
fn a_chosen_file_that_is_gone_leaves_the_bundled_face_and_says_so() {
    let folder = Folder::new();
    let gone = folder.0.path().join("gone.ttf");
    let faces = with(FontPlaces::None, &[(Role::Fangsong, &gone)]);
    let fangsong = &faces.uses()[0];
    assert_eq!(
        (fangsong.origin, &fangsong.refused),
        (FaceOrigin::Bundled, &Some((gone, FaceRefusal::Unreadable)))
    );
    let doc = filled("union/faces", &sample("union/faces"));
    assert!(paper::render(&doc, &faces).unwrap().pdf == rendered(&doc).pdf, "as if nothing had been chosen");
}

#[test]
fn a_face_is_looked_at_before_it_is_taken() {
    let folder = Folder::new();
    let mut no_letters = patched(HEI, "Empty", "Empty", 0);
    let at = entry(&no_letters, b"cmap");
    no_letters[at..at + 4].copy_from_slice(b"cmaX");
    let refused = |name: &str, bytes: &[u8]| {
        let file = folder.file(name, bytes);
        look_at_faces(&file).into_iter().map(|one| (one.refused, one.lacks.len())).collect::<Vec<_>>()
    };
    assert_eq!(refused("good.ttf", &patched(HEI, "Good", "Good", 0)), [(None, 0)]);
    let forbidden = patched(HEI, "Shut", "Shut", 0x0002);
    assert_eq!(refused("shut.ttf", &forbidden), [(Some(FaceRefusal::Forbidden), 0)]);
    assert_eq!(refused("empty.ttf", &no_letters), [(Some(FaceRefusal::TooFew), 3755)]);
    assert_eq!(refused("text.ttf", b"no font at all"), []);
    assert_eq!(
        refused("jp.ttf", &patched(HEI, "Some CJK JP", "SomeJP", 0)),
        [(Some(FaceRefusal::Foreign), 0)],
        "forms of another place"
    );
    let few = refused("few.otf", &patched(FANGSONG, "Few", "Few", 0));
    assert!(
        few[0].0.is_none() && few[0].1 <= LACKING_AT_MOST,
        "some lacking characters are no reason: {few:?}"
    );
}

#[test]
fn the_machines_chinese_faces_are_listed_once_a_family_and_those_without_chinese_not_at_all() {
    let folder = Folder::new();
    let mut no_letters = patched(HEI, "Empty", "Empty", 0);
    let at = entry(&no_letters, b"cmap");
    no_letters[at..at + 4].copy_from_slice(b"cmaX");
    folder.file("empty.ttf", &no_letters);
    folder.file("one.ttf", &patched(HEI, "甲体", "A", 0));
    folder.file("again.ttf", &patched(HEI, "甲体", "A", 0));
    folder.file("shut.ttf", &patched(HEI, "乙体", "B", 0x0002));
    let all = chinese_faces(&FontPlaces::Folders(vec![folder.0.path().to_owned()]));
    let mut told: Vec<_> = all.into_iter().map(|one| (one.family, one.refused)).collect();
    told.sort_by(|a, b| b.0.cmp(&a.0));
    assert_eq!(told, [("甲体".to_owned(), None), ("乙体".to_owned(), Some(FaceRefusal::Forbidden))]);
    assert_eq!(chinese_faces(&FontPlaces::None), []);
}

#[test]
fn a_damaged_face_is_found_before_it_is_chosen() {
    let folder = Folder::new();
    let whole = patched(HEI, "Whole", "Whole", 0);
    assert!(face_prints(&folder.file("whole.ttf", &whole), 0, Role::Hei));
    let mut torn = whole;
    let at = entry(&torn, b"glyf");
    let place = |at: usize| u32::from_be_bytes(torn[at..at + 4].try_into().unwrap()) as usize;
    let (start, length) = (place(at + 8), place(at + 12));
    for byte in torn[start..start + length].iter_mut().step_by(7) {
        *byte = 0xA5;
    }
    assert!(!face_prints(&folder.file("torn.ttf", &torn), 0, Role::Hei));
    assert!(!face_prints(&folder.0.path().join("gone.ttf"), 0, Role::Hei));
}
