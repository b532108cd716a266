//! Every duty that 今日 can show: it appears on its first day, says whose it is and on which ground, its button opens what it says,
//! and it vanishes when done. One story a duty; a ladder whose rungs follow each other may have one story where it is named here. A
//! new kind without a story fails here.

mod congress;
mod election;
mod leave;
mod members;
mod office;
mod platform;
mod reform;
mod registers;
pub mod rights;
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

        /// These stories by their names, each with the duties that it tells.
        pub const STORIES: &[(&str, &[affairs::duty::DutyKind])] =
            &[$((stringify!($name), &[$(affairs::duty::DutyKind::$kind),+])),+];
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
/// Ladders of papers and people whose rungs follow each other, told by one story each. Every other story tells one kind, and so does
/// each of the talks.
const LADDERS: &[&str] = &[
    "a_session_goes_from_its_agenda_to_the_report",
    "a_re_election_is_asked_for_held_and_reported",
    "what_was_not_taken_is_paid_within_the_year_or_the_union_reminds",
    "who_pays_no_dues_for_six_months_is_talked_with",
    "the_talks_of_a_year_go_from_the_demand_to_the_feedback",
    "who_was_hurt_is_helped_to_the_conclusion",
    "a_dismissal_is_objected_to_until_the_worker_is_helped",
    "talks_without_an_answer_lead_to_mediation",
    "a_dispute_is_mediated_to_an_agreement_that_is_kept",
    "a_hazard_goes_from_its_grade_to_the_notice_board",
    "lives_in_danger_come_before_all_papers_and_a_major_hazard_is_reported",
    "a_complaint_goes_up_to_the_department_and_back_to_the_informer",
    "talks_come_first_and_the_department_has_two_clocks",
    "the_contribution_is_paid_and_returned",
];
const LEDGER: &str = "what the ledger asks for itself comes of its files: told by the journeys of copies, looking, templates, attachments, trash, calendar";
const FAULT: &str = "comes of a fault of files from outside that no test provokes yet";

#[test]
fn every_kind_of_duty_has_its_story() {
    let stories = [
        election::STORIES,
        congress::STORIES,
        leave::STORIES,
        members::STORIES,
        office::STORIES,
        platform::STORIES,
        reform::STORIES,
        registers::STORIES,
        rights::STORIES,
        safety::STORIES,
        supervision::STORIES,
        talks::STORIES,
        talks_before::STORIES,
        talks_people::STORIES,
        talks_course::STORIES,
        talks_dispute::STORIES,
        talks_after::STORIES,
        union::STORIES,
    ];
    let stories = stories.concat();
    let told = stories.iter().flat_map(|(_, kinds)| kinds.iter().copied());
    let elsewhere = ELSEWHERE.iter().map(|(kind, reason)| {
        assert!(!reason.is_empty());
        *kind
    });
    let known: Vec<DutyKind> = told.chain(elsewhere).collect();
    let once: BTreeSet<DutyKind> = known.iter().copied().collect();
    let silent: Vec<_> = DutyKind::ALL.iter().filter(|kind| !once.contains(kind)).collect();
    assert!(silent.is_empty(), "without a story: {silent:?}");
    assert_eq!(known.len(), once.len(), "each kind is told once");
    // A kind is found by the name of its test.
    let many = stories.iter().filter(|(_, kinds)| kinds.len() > 1).map(|(name, _)| *name);
    let many: BTreeSet<&str> = many.collect();
    let ladders: BTreeSet<&str> = LADDERS.iter().copied().collect();
    assert_eq!(
        many, ladders,
        "a story tells one kind; those of a ladder of another module are named one by one"
    );
}
