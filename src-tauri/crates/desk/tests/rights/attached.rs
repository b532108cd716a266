//! A person's attachments and the copy of their own data, of a real person with real files: by each command that gives
//! content, to every seat. What is refused leaves nothing behind.

use std::path::Path;

use desk::{Desk, NoProgress, Problem};
use serde_json::{Value, json};

use super::room::{Room, Seat};
use super::table::Secret;

/// Gives a command of either kind; the answer's bytes.
fn asked(desk: &Desk, name: &str, args: Value) -> Result<Vec<u8>, Problem> {
    let told = |answer: Value| answer.to_string().into_bytes();
    match name {
        "files.thumbnail" | "files.drawn" | "papers.preview" => desk.bytes(name, args),
        "papers.print" => desk.call(name, args).map(|answer| told(answer.value)),
        _ => desk.job(name, args, &NoProgress).map(|answer| told(answer.value)),
    }
}

fn code(answer: &Result<Vec<u8>, Problem>) -> &str {
    answer.as_ref().map_or_else(|problem| problem.code.as_str(), |_| "ok")
}

fn tells(room: &Room, bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    room.identity().iter().any(|secret| text.contains(secret.as_str()))
}

#[test]
fn a_persons_files_open_only_to_a_reader_of_identity_who_said_why() {
    let room = Room::new();
    let to = room.id("out").as_str().unwrap().to_owned() + "/取出.pdf";
    let scan = room.id("scan");
    for seat in Seat::all() {
        let desk = room.seated(seat);
        let expected = match (seat.role, seat.may_see(), seat.revealed) {
            (super::Role::Nobody, ..) => "not_open",
            (_, false, _) => "no_right",
            (_, true, false) => "covered",
            (_, true, true) => "ok",
        };
        for (name, args) in [
            ("files.drawn", json!({ "id": scan })),
            ("files.open", json!({ "id": scan })),
            ("files.save", json!({ "id": scan, "to": to })),
            ("files.thumbnail", json!({ "id": room.id("picture") })),
        ] {
            let answer = asked(desk, name, args);
            assert_eq!(code(&answer), expected, "{name} as {seat:?}");
            match (&answer, name) {
                (Ok(bytes), "files.drawn") => assert!(tells(&room, bytes), "the scan itself: {seat:?}"),
                (Ok(bytes), "files.open") => {
                    let lent: Value = serde_json::from_slice(bytes).unwrap();
                    assert!(tells(&room, &std::fs::read(lent["path"].as_str().unwrap()).unwrap()));
                }
                (Ok(bytes), "files.thumbnail") => {
                    assert!(bytes.starts_with(&[0xFF, 0xD8]), "a small picture")
                }
                (Ok(_), _) => assert!(tells(&room, &std::fs::read(&to).unwrap())),
                (Err(problem), _) => assert!(!tells(&room, problem.message.as_bytes()), "{name} as {seat:?}"),
            }
            let saved = Path::new(&to);
            assert_eq!(saved.exists(), name == "files.save" && expected == "ok", "{name} as {seat:?}");
            let _ = std::fs::remove_file(saved);
        }
    }
}

#[test]
fn a_persons_own_data_is_made_only_for_a_reader_of_identity_who_said_why() {
    let room = Room::new();
    let to = room.id("out").as_str().unwrap().to_owned() + "/副本.pdf";
    for seat in Seat::all() {
        let desk = room.seated(seat);
        let expected = match (seat.role, seat.may_see(), seat.revealed) {
            (super::Role::Nobody, ..) => "not_open",
            (_, false, _) => "no_right",
            (_, true, false) => "covered",
            (_, true, true) => "ok",
        };
        let paper = json!({ "kind": "members.ownData", "of": room.id("member") });
        let preview = asked(desk, "papers.preview", paper.clone());
        assert_eq!(code(&preview), expected, "preview as {seat:?}");
        let mut print = paper;
        print["to"] = json!(to);
        let printed = asked(desk, "papers.print", print);
        assert_eq!(code(&printed), expected, "print as {seat:?}");
        assert_eq!(Path::new(&to).exists(), expected == "ok", "as {seat:?}");
        for refused in [preview, printed].into_iter().filter_map(Result::err) {
            assert!(!tells(&room, refused.message.as_bytes()), "as {seat:?}");
        }
        if seat.role == super::Role::Chair {
            // Both looks, each for the purpose that was given; the one who gave none left no look.
            let log = desk.call("sight.log", json!({})).unwrap().value;
            let looks = log.as_array().unwrap().iter().filter(|look| look["kind"] == "members.ownData");
            let purposes: Vec<&Value> = looks.map(|look| &look["purpose"]).collect();
            let given = json!("核对入会申请");
            let kept = if seat.revealed { vec![&given; 2] } else { Vec::new() };
            assert_eq!(purposes, kept, "as {seat:?}");
        }
        let _ = std::fs::remove_file(&to);
    }
}

/// What can be read in a Word file, without its blanks.
fn words(file: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    let xml = std::io::read_to_string(zip.by_name("word/document.xml").unwrap()).unwrap();
    let text: String = xml.split('<').filter_map(|tag| tag.split_once('>')).map(|(_, text)| text).collect();
    text.split_whitespace().collect()
}

/// One rule for papers of every kind: those that are listed, and those that a person's pages print.
#[test]
fn no_paper_tells_identity_or_health_before_somebody_said_why() {
    let room = Room::new();
    let chair = Seat::all().into_iter().find(|seat| seat.role == super::Role::Chair && !seat.revealed);
    let desk = room.seated(chair.expect("the chair, with all covered"));
    let to = room.id("out").as_str().unwrap().to_owned() + "/文书.docx";
    let listed = desk.call("papers.list", json!({})).unwrap().value;
    let word = |line: &Value, key: &str| line[key].as_str().unwrap().to_owned();
    let mut papers: Vec<(String, String)> =
        listed.as_array().unwrap().iter().map(|line| (word(line, "kind"), word(line, "of"))).collect();
    for kind in ["members.ownData", "members.dossier"] {
        papers.push((kind.to_owned(), room.id("member").as_str().unwrap().to_owned()));
    }
    let mut covered = Vec::new();
    for (kind, of) in &papers {
        let _ = std::fs::remove_file(&to);
        match desk.call("papers.exportWord", json!({ "kind": kind, "of": of, "to": to })) {
            Ok(_) => {
                let text = words(&to);
                for (secret, written) in Room::secrets().iter().filter(|(secret, _)| *secret != Secret::Wage)
                {
                    assert!(
                        written.iter().all(|one| !text.contains(*one)),
                        "{kind} tells {secret:?}: {text}"
                    );
                }
            }
            Err(why) if why.code == "covered" => {
                assert!(why.field.is_some(), "{kind} says what is to be revealed");
                covered.push(kind.as_str());
            }
            // A paper that is not ready yet, or is no Word file, tells nothing.
            Err(_) => {}
        }
    }
    for kind in ["members.ownData", "members.dossier", "dismissals.opinion", "platform.help", "leave.waiver"]
    {
        assert!(covered.contains(&kind), "{kind} asks what for: {covered:?}");
    }
}
