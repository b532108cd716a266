//! Choosing faces: a font file stands for a role from then on, in every paper of the machine; a paper that was issued
//! keeps its own; a file that is gone is told and does no harm.

use std::path::Path;
use std::process::Command;

use serde_json::json;

use crate::concluding::met;
use crate::gonghui::{Desk, root};

const KIND: &str = "negotiation.minutes";

/// Names of the faces in a PDF, as poppler reads them.
fn shown(pdf: &Path) -> String {
    let out = Command::new("pdffonts").arg(pdf).output().expect("pdffonts of poppler-utils is installed");
    String::from_utf8(out.stdout).unwrap()
}

fn issued(desk: &Desk, name: &str) -> Vec<u8> {
    let paper = desk.paper(KIND);
    let to = desk.out(name);
    let id = paper["issued"][0]["id"].clone();
    desk.call("papers.print", json!({ "kind": KIND, "of": paper["of"], "issued": id, "to": to }));
    std::fs::read(to).unwrap()
}

#[test]
fn a_chosen_face_prints_every_paper_but_those_that_were_issued() {
    let (desk, _) = met();
    let of = desk.paper(KIND)["of"].clone();
    desk.call("papers.issue", json!({ "kind": KIND, "of": of }));
    let kept = issued(&desk, "kept.pdf");
    let draft = std::fs::read(desk.print(KIND, "draft.pdf")).unwrap();
    assert!(shown(&desk.out("draft.pdf")).contains("FandolFang"));

    let own = desk.room().join("own.ttf");
    std::fs::copy(root().join("assets/fonts/NotoSansSC_400Regular.ttf"), &own).unwrap();
    desk.call("faces.choose", json!({ "role": "fangsong", "file": own }));
    let face = |role: &str| {
        let list = desk.call("faces.list", json!({}));
        list.as_array().unwrap().iter().find(|one| one["role"] == role).unwrap().clone()
    };
    assert_eq!((&face("fangsong")["why"], &face("title")["why"]), (&json!("chosen"), &json!("bundled")));
    let chosen = desk.print(KIND, "chosen.pdf");
    assert!(!shown(&chosen).contains("FandolFang"), "the body is set in the chosen face: {}", shown(&chosen));
    assert!(issued(&desk, "again.pdf") == kept, "what was issued is bytes");

    // The laptop's font folder was tidied up.
    std::fs::remove_file(&own).unwrap();
    let gone = face("fangsong");
    assert_eq!((&gone["why"], &gone["chosen"]), (&json!("bundled"), &json!(true)));
    assert!(gone["refused"].as_str().unwrap().contains("不在了"), "{gone}");
    assert!(std::fs::read(desk.print(KIND, "fallen.pdf")).unwrap() == draft, "as before the choice");

    desk.call("faces.choose", json!({ "role": "fangsong" }));
    assert_eq!((&face("fangsong")["refused"], &face("fangsong")["chosen"]), (&json!(null), &json!(false)));
}

#[test]
fn a_face_for_rare_characters_is_chosen_and_the_refusal_points_to_it() {
    let desk = Desk::founded("36", None);
    let refused = |file: &Path| desk.refused("faces.choose", json!({ "role": "rare", "file": file }));
    let plain = refused(&root().join("assets/fonts/FandolFang-Regular.otf"));
    assert!(plain.code == "refused" && plain.message.contains("没有生僻字"), "{}", plain.message);
    let letter = json!({ "addressee": "县总工会", "title": "关于何𡌛同志的函", "body": "何𡌛同志到会。" });
    let of = desk.call("correspondence.save", letter);
    let to = desk.out("函.pdf");
    let print = json!({ "kind": "office.letter", "of": of, "to": to });
    let lacking = desk.refused("papers.print", print.clone());
    for told in ["“𡌛”（U+2131B，在标题、正文第 1 段）", "设置 → 字体", "生僻字"] {
        assert!(lacking.message.contains(told), "{told}: {}", lacking.message);
    }
    let own = root().join("src-tauri/crates/paper/tests/data/rare.ttf");
    desk.call("faces.choose", json!({ "role": "rare", "file": own }));
    desk.call("papers.print", print);
    let read = crate::judges::text(&to);
    assert!(read.contains("何𡌛同志到会"), "read back as it is: {read}");
}

#[test]
fn a_file_that_is_no_usable_font_is_refused_with_the_reason_and_nothing_changes() {
    let desk = Desk::founded("36", None);
    let text = desk.room().join("text.ttf");
    std::fs::write(&text, "no font").unwrap();
    let refused = desk.refused("faces.choose", json!({ "role": "title", "file": text }));
    assert!(refused.code == "refused" && refused.message.contains("不是能用的字体"), "{}", refused.message);
    let missing = desk.refused("faces.choose", json!({ "role": "title", "family": "没有这种字体" }));
    assert_eq!(missing.code, "not_found");
    for face in desk.call("faces.list", json!({})).as_array().unwrap() {
        assert_eq!((&face["why"], &face["chosen"]), (&json!("bundled"), &json!(false)), "{face}");
    }
}
