//! Every duty that 今日 can show: it appears on its first day, says whose it is and on which ground, its button opens what it says,
//! and it vanishes when done. One story a duty, or one along a ladder whose rungs follow each other. A new kind without a story
//! fails here.

mod congress;
mod election;
mod leave;
mod members;
mod office;
mod platform;
mod reform;
mod registers;
mod rights;
mod safety;
pub mod story;
mod supervision;
mod talks;
mod talks_after;
mod talks_before;
mod talks_course;
mod talks_dispute;
mod talks_people;
mod union;

use std::collections::BTreeSet;

use affairs::duty::DutyKind;

/// Declares stories: each with its place, the duties that it tells and what happens.
macro_rules! stories {
    ($($name:ident in $place:literal tells [$($kind:ident),+ $(,)?] |$story:ident| $happens:block)+) => {
        $(#[test]
        fn $name() {
            use affairs::duty::DutyKind::*;
            let $story = $crate::duties::story::Story::begin($place, &[$($kind),+]);
            $happens
            $story.end();
        })+

        /// The duties that these stories tell.
        pub const TOLD: &[affairs::duty::DutyKind] = &[$($(affairs::duty::DutyKind::$kind,)+)+];
    };
}
use stories;

/// Kinds whose stories stand elsewhere, with the reason.
const ELSEWHERE: &[(DutyKind, &str)] = &[
    (
        DutyKind::UnionCreditCode,
        "stands from the founding on in a ledger without a code: told by the journey of the union",
    ),
    (DutyKind::LedgerOutside, LEDGER),
    (DutyKind::LedgerSheet, LEDGER),
    (DutyKind::LedgerRulebook, FAULT),
    (DutyKind::LedgerTemplates, LEDGER),
    (DutyKind::LedgerCheck, LEDGER),
    (DutyKind::LedgerCopy, FAULT),
    (DutyKind::LedgerRetention, LEDGER),
    (DutyKind::LedgerCalendar, LEDGER),
];
const LEDGER: &str = "what the ledger asks for itself comes of its files: told by the journeys of copies, looking, templates, attachments, trash, calendar";
const FAULT: &str = "comes of a fault of files from outside that no test provokes yet";

#[test]
fn every_kind_of_duty_has_its_story() {
    let stories = [
        election::TOLD,
        congress::TOLD,
        leave::TOLD,
        members::TOLD,
        office::TOLD,
        platform::TOLD,
        reform::TOLD,
        registers::TOLD,
        rights::TOLD,
        safety::TOLD,
        supervision::TOLD,
        talks::TOLD,
        talks_before::TOLD,
        talks_people::TOLD,
        talks_course::TOLD,
        talks_dispute::TOLD,
        talks_after::TOLD,
        union::TOLD,
    ];
    let told: Vec<DutyKind> = stories.concat();
    let elsewhere = ELSEWHERE.iter().map(|(kind, reason)| {
        assert!(!reason.is_empty());
        *kind
    });
    let known: Vec<DutyKind> = told.iter().copied().chain(elsewhere).collect();
    let once: BTreeSet<DutyKind> = known.iter().copied().collect();
    let silent: Vec<_> = DutyKind::ALL.iter().filter(|kind| !once.contains(kind)).collect();
    assert!(silent.is_empty(), "without a story: {silent:?}");
    assert_eq!(known.len(), once.len(), "each kind is told once");
}
