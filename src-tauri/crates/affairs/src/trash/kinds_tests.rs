//! That whatever belongs to a record is erased with it, by the schema.

use std::collections::BTreeSet;

use super::KINDS;
use crate::fields;
use crate::office;
use crate::office::attachments::model::RecordKind;

/// What refers to a record and is not erased with it, so that its purge is refused while the other stands, and why.
const STANDS_IN_THE_WAY: &[(&str, &str)] = &[
    ("negotiation_suspension → meeting", "a suspension is a record of its own"),
    ("negotiation_event → agreement", "what happened to an agreement is one too"),
    ("congress_vote → agreement", "and so is the session that voted"),
    ("contract_version_clause → contract_clause", "a kept version says what stood in it"),
    ("decision_use → committee_topic", "what rests on a decision is undone first"),
    ("negotiation_warning → supervision_case", "the talks name the case"),
    ("dismissal → mediation_case", "the dismissal names the case"),
    ("platform_talk → platform_firm", "talks with a firm are a record of their own"),
    ("platform_work → platform_firm", "and so is who works there"),
    ("injury_help → platform_work", "help is one too"),
    ("platform_referral → platform_work", "and a referral"),
    ("membership_event): application → membership_event", "the admission says what it began"),
    ("mediation_case → mediator", "the case names who mediated"),
    ("supervision_event → supervision_inspector", "what was looked into names who looked"),
    ("hazard → safety_visit", "a hazard that was found on a visit goes its own way"),
    ("congress_meeting → congress_term", "and so has a session its votes"),
    (
        "congress_motion → congress_term",
        "a motion has its number and its answer, and outlives the list of delegates",
    ),
];
/// What lets go of a person before the purge.
const LETS_GO: &str = "→ person";
/// What names an issued paper goes on naming its number, which stays.
const NAMES_A_NUMBER: &str = "incoming_paper → paper";

/// Every table with each that it refers to.
fn references(snapshot: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for text in snapshot.split("CREATE TABLE ").skip(1) {
        let Some((name, _)) = text.split_once(" (") else { continue };
        let Some((columns, _)) = text.split_once("STRICT") else { continue };
        for to in columns.split("REFERENCES ").skip(1) {
            let to = to.split(' ').next().unwrap_or_default();
            all.push((name.trim_matches('"').to_owned(), to.trim_matches('"').to_owned()));
        }
    }
    all
}

fn closure(table: &'static str, all: &mut BTreeSet<&'static str>) {
    if all.insert(table) {
        fields::parts(table).iter().for_each(|(part, _)| closure(part, all));
    }
}

#[test]
fn what_belongs_to_a_record_is_erased_with_it() {
    let refers = references(include_str!("../../migrations/schema.snapshot.sql"));
    assert!(refers.len() > 100, "the snapshot was read");
    let mut missed = BTreeSet::new();
    for lies in &KINDS {
        let mut family = BTreeSet::new();
        closure(lies.table, &mut family);
        for (from, to) in &refers {
            if family.contains(to.as_str()) && !family.contains(from.as_str()) {
                missed.insert(format!("{} ({}): {from} → {to}", lies.code, lies.table));
            }
        }
    }
    let told = |line: &String| {
        STANDS_IN_THE_WAY.iter().any(|(stands, _)| line.ends_with(stands))
            || line.ends_with(NAMES_A_NUMBER)
            || (line.starts_with("person ") && line.ends_with(LETS_GO))
    };
    missed.retain(|line| !told(line));
    assert!(missed.is_empty(), "{missed:#?}");
}

/// Records that bear no files of their own, and where the paper about them lies. "On any record" ends here: a new kind takes files
/// or stands in this list.
const NO_FILES: &[(&str, &str)] = &[
    ("contractClause", "on the agreement"),
    ("contractVersion", "it is the text itself; the scan is on the agreement"),
    ("attachment", "it is a file"),
    ("lawPack", "it is a file, kept whole"),
    ("publisher", "a public key"),
    ("ownTemplate", "it is a file, kept whole"),
    ("employment", "on the contract, and on the person; a merge of two people keeps one present employment"),
    ("memberList", "a question to the roster"),
    ("personApart", "on the two people"),
    ("feeShare", "the paper that it rests on came in (收文)"),
    ("platformCap", "on the talks in which it was agreed"),
    ("payScenario", "reckoned by the program"),
    ("payInsurance", "the notice came in as a paper (收文)"),
    ("decisionUse", "the record of the decision bears them"),
    ("leavePeriod", "on the person's year"),
    (
        "leaveBar",
        "the proof of an illness is the employer's; where the union has it too, on the person's year",
    ),
    ("leavePay", "reckoned by the program; the payroll that shows it is the employer's"),
    ("recuperationPlace", "on the batch"),
];

#[test]
fn every_record_takes_files_or_says_where_they_lie() {
    let tables: BTreeSet<&str> =
        RecordKind::ALL.into_iter().map(office::attachments::store::table_of).collect();
    for lies in &KINDS {
        let told = NO_FILES.iter().any(|(code, _)| *code == lies.code);
        assert_ne!(tables.contains(lies.table), told, "{} ({})", lies.code, lies.label);
    }
    let codes: BTreeSet<&str> = KINDS.iter().map(|lies| lies.code).collect();
    let gone: Vec<_> = NO_FILES.iter().filter(|(code, _)| !codes.contains(code)).collect();
    assert!(gone.is_empty(), "no record is called so: {gone:?}");
}

#[test]
fn files_are_of_health_by_their_kind_where_every_record_of_it_is() {
    let kinds: Vec<RecordKind> = RecordKind::ALL.into_iter().filter(|kind| kind.is_health()).collect();
    // Those of a notice of dismissal and of a person's mark go by what the one record says: a mark of hardship tells of an illness as
    // often as not, one of a model worker does not.
    let health = [
        RecordKind::HealthExam,
        RecordKind::InjuryHelp,
        RecordKind::LeaveYear,
        RecordKind::HardshipFile,
        RecordKind::MemberAid,
    ];
    assert_eq!(kinds, health, "with a year of leave lies what says why days were given up");
}
