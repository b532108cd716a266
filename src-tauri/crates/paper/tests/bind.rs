//! Volumes bound of files from outside, judged by other programs: everything shown, in order, numbered and marked; what is
//! locked or torn refused; what would act by itself left behind.

use std::path::{Path, PathBuf};
use std::process::Command;

use lopdf::{Document as File, Object, Stream, dictionary};
use paper::bind::{Binder, Imprint, Picture, Readable, Unbound};
use proptest::prelude::*;

use crate::support::*;

fn imprint(title: &str) -> Imprint<'_> {
    Imprint { title, author: "某某工会", created: meta().created, id_seed: "seed" }
}

fn own(key: &str) -> Vec<u8> {
    rendered(&filled(key, &sample(key))).pdf
}

/// A foreign file of one page: what it is drawn with, its size and its turn are inherited from the tree; it says `word` and
/// leaves its state open, as many do; it acts when it is opened.
fn foreign(word: &str, turned: i64) -> Vec<u8> {
    let mut file = File::with_version("1.5");
    let (tree, outer) = (file.new_object_id(), file.new_object_id());
    let font =
        file.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" });
    let said = format!("q 0.5 0 0 0.5 0 0 cm BT /F1 40 Tf 200 300 Td ({word}) Tj ET");
    let contents = file.add_object(Stream::new(dictionary! {}, said.into_bytes()));
    let script = || dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
    let link = file.add_object(dictionary! {
        "Type" => "Annot", "Subtype" => "Link", "Rect" => vec![0.into(), 0.into(), 9.into(), 9.into()], "A" => script(),
    });
    let page = file.add_object(dictionary! {
        "Type" => "Page", "Parent" => tree, "Contents" => contents, "Annots" => vec![Object::Reference(link)],
        "AA" => dictionary! { "O" => script() },
    });
    let inner = dictionary! { "Type" => "Pages", "Kids" => vec![Object::Reference(page)], "Count" => 1, "Parent" => outer };
    let above = dictionary! {
        "Type" => "Pages",
        "Kids" => vec![Object::Reference(tree)],
        "Count" => 1,
        "Rotate" => turned,
        "MediaBox" => vec![0.into(), 0.into(), 500.into(), 700.into()],
        "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
    };
    file.objects.insert(tree, Object::Dictionary(inner));
    file.objects.insert(outer, Object::Dictionary(above));
    let root = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => outer });
    file.trailer.set("Root", root);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

fn picture() -> Picture {
    // A small field of red and yellow.
    let jpeg = include_bytes!("data/field.jpg").to_vec();
    Picture { jpeg, width: 40, height: 30 }
}

/// Two papers of ours, four foreign pages turned each way, a picture, between a front and a back.
fn volume() -> Vec<u8> {
    let readable = |bytes: &[u8]| Readable::of(bytes).unwrap();
    let mut binder = Binder::default();
    binder.mark("1 要约", 0);
    binder.mark("送达回执", 1);
    binder.add(&readable(&own("office/receipt")));
    for (turned, word) in [(0, "straight"), (90, "right"), (180, "over"), (270, "left")] {
        binder.mark(word, 1);
        binder.add(&readable(&foreign(word, turned)));
    }
    binder.mark("5 会议记录", 0);
    binder.mark("签到表.jpg", 1);
    binder.add_picture(&picture());
    binder.mark("不装订的", 1);
    binder.unmark();
    binder.front(&readable(&own("office/archive")), "封面和卷内文件目录");
    binder.back(&readable(&own("office/archive-notes")), "卷内备考表");
    binder.finish(&imprint("归档案卷")).unwrap()
}

fn kept(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path: PathBuf = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_string_lossy().into_owned()
}

/// How far a word of a page, as it is looked at, stands from the right and from the top, in points.
fn numbered(pdf: &str, page: &str, number: &str) -> (f64, f64) {
    let told = judge("pdftotext", &["-f", page, "-l", page, "-bbox", pdf, "-"]);
    let value = |line: &str, name: &str| -> f64 {
        line.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    let width = value(told.lines().find(|line| line.contains("<page")).unwrap(), "width");
    // A paper has a number of its own at its foot.
    let words = told.lines().filter(|line| line.contains(&format!(">{number}<")));
    let highest = words.min_by(|a, b| value(a, "yMin").total_cmp(&value(b, "yMin"))).unwrap();
    (width - value(highest, "xMax"), value(highest, "yMin"))
}

#[test]
fn a_volume_shows_everything_in_order_numbered_and_marked() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = kept(folder.path(), "volume.pdf", &volume());
    judge("qpdf", &["--check", &pdf]);
    let front = Readable::of(&own("office/archive")).unwrap().pages();
    let back = Readable::of(&own("office/archive-notes")).unwrap().pages();
    assert!(judge("pdfinfo", &[&pdf]).contains(&format!("Pages:           {}", front + 6 + back)));
    for (at, words) in [(1, "送达回执"), (2, "straight"), (3, "right"), (4, "over"), (5, "left"), (6, "")]
    {
        let page = (front + at).to_string();
        let read = judge("pdftotext", &["-f", &page, "-l", &page, "-layout", &pdf, "-"]);
        assert!(read.contains(words), "page {at} says {words}: {read}");
        let (right, top) = numbered(&pdf, &page, &at.to_string());
        assert!(
            right < 50.0 && top < 50.0,
            "the number of page {at} stands {right} from the right, {top} from the top"
        );
    }
    let outlines: serde_json::Value =
        serde_json::from_str(&judge("qpdf", &["--json=2", "--json-key=outlines", &pdf])).unwrap();
    let told: Vec<(String, u64, usize)> = (outlines["outlines"].as_array().unwrap().iter())
        .map(|one| {
            let kids = one["kids"].as_array().unwrap().len();
            (one["title"].as_str().unwrap().to_owned(), one["destpageposfrom1"].as_u64().unwrap(), kids)
        })
        .collect();
    let at = |n: usize| u64::try_from(front + n).unwrap();
    assert_eq!(
        told,
        [
            ("封面和卷内文件目录".to_owned(), 1, 0),
            ("1 要约".to_owned(), at(1), 5),
            ("5 会议记录".to_owned(), at(6), 1),
            ("卷内备考表".to_owned(), at(7), 0),
        ]
    );
    assert_eq!(volume(), volume(), "the same content, the same bytes");
}

#[test]
fn what_would_act_by_itself_stays_behind() {
    let bound = volume();
    let file = File::load_mem(&bound).unwrap();
    let told = format!("{:?}", file.objects);
    assert!(!told.contains("JavaScript") && !told.contains("app.alert"), "no script is bound");
    assert!(told.contains("Annot"), "the link itself is there, and does nothing");
}

#[test]
fn what_is_locked_or_torn_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let whole = own("office/receipt");
    let plain = kept(folder.path(), "plain.pdf", &whole);
    let locked = |user: &str| {
        let to = folder.path().join("locked.pdf");
        let done = Command::new("qpdf")
            .args(["--encrypt", user, "owner", "256", "--", &plain])
            .arg(&to)
            .status()
            .expect("qpdf is installed");
        assert!(done.success());
        Readable::of(&std::fs::read(to).unwrap()).err()
    };
    assert_eq!(locked("secret"), Some(Unbound::Locked), "asks for a password");
    assert_eq!(locked(""), Some(Unbound::Locked), "restricts what may be done with it");
    for torn in [&whole[..whole.len() / 2], b"%PDF-1.7\nhello", b"", b"PK\x03\x04"] {
        assert_eq!(Readable::of(torn).err(), Some(Unbound::Damaged), "{} bytes", torn.len());
    }
    let mut lost = File::load_mem(&whole).unwrap();
    let page = lost.page_iter().next().unwrap();
    let contents = lost.get_page_contents(page)[0];
    lost.objects.remove(&contents);
    let mut bytes = Vec::new();
    lost.save_to(&mut bytes).unwrap();
    assert_eq!(
        Readable::of(&bytes).err(),
        Some(Unbound::Damaged),
        "a page without its contents is not a page"
    );
}

#[test]
fn a_stream_that_says_a_wrong_length_is_bound_as_long_as_it_is() {
    let bytes = foreign("word", 90);
    let at = bytes.windows(8).position(|part| part == b"/Length ").unwrap();
    let digits = bytes[at + 8..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut wrong = bytes.clone();
    wrong[at + 8 + digits - 1] = b'.';
    let file = Readable::of(&wrong).unwrap();
    let mut binder = Binder::default();
    binder.add(&file);
    let bound = binder.finish(&imprint("案卷")).unwrap();
    assert_eq!(Readable::of(&bound).map(|bound| bound.pages()).ok(), Some(1));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    /// A file from outside may be anything: it is bound whole or refused, and the volume stands.
    #[test]
    fn a_flipped_file_is_bound_or_refused(flips in proptest::collection::vec((any::<usize>(), any::<u8>()), 1..8)) {
        let mut bytes = foreign("word", 90);
        for (at, byte) in flips {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        if let Ok(file) = Readable::of(&bytes) {
            let mut binder = Binder::default();
            binder.add(&file);
            let bound = binder.finish(&imprint("案卷")).unwrap();
            prop_assert_eq!(Readable::of(&bound).unwrap().pages(), file.pages());
        }
    }
}
