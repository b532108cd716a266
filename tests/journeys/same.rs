//! The same input, clock and ids give the same papers, byte for byte: in one process or many, today or in a
//! year. Another clock gives another paper, so the comparison can fail.

use serde_json::json;

use crate::gonghui::Desk;
use crate::meeting::{ready, record};

const PAPERS: [&str; 4] =
    ["negotiation.minutes", "negotiation.offer", "negotiation.reply", "negotiation.representatives"];

/// The bytes of every paper of a story told from the beginning, and the head of its journal.
fn told() -> (Vec<Vec<u8>>, String, Desk) {
    let (desk, id) = ready();
    desk.call("negotiation.saveMeeting", record(&desk, &id));
    let papers = PAPERS
        .iter()
        .map(|kind| std::fs::read(desk.print(kind, &format!("{kind}.pdf"))).expect("the paper was saved"))
        .collect();
    let (_, head) = desk.head();
    (papers, head, desk)
}

#[test]
fn the_same_story_twice_gives_the_same_papers() {
    let (first, first_head, desk) = told();
    let (second, second_head, _) = told();
    for ((kind, one), other) in PAPERS.iter().zip(&first).zip(&second) {
        assert!(one == other, "{kind}: {} and {} bytes differ", one.len(), other.len());
    }
    assert_eq!(first_head, second_head, "the journal itself is the same");
    // Printed again by another process, the same; an hour later, not.
    let again = std::fs::read(desk.print(PAPERS[0], "又一次.pdf")).unwrap();
    assert!(again == first[0], "a paper printed twice is the same");
    desk.now("2026-10-20T18:00:00+08:00");
    let later = std::fs::read(desk.print(PAPERS[0], "一小时后.pdf")).unwrap();
    assert!(later != first[0], "the moment of making stands in the file, so the comparison can fail");
}

#[test]
fn an_issue_is_the_same_file_whoever_issues_it() {
    let issue = || {
        let (_, _, desk) = told();
        let minutes = desk.paper(PAPERS[0]);
        desk.call("papers.issue", json!({ "kind": PAPERS[0], "of": minutes["of"] }));
        desk.paper(PAPERS[0])["issued"][0]["sha256"].clone()
    };
    assert_eq!(issue(), issue(), "clock and seed decide everything");
}
