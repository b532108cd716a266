//! What tables and columns are called in the field's words, and what belongs to a record, for its history and its
//! purge. Every journalled column has its name in `tables`; how a change reads is `teller`'s. Who may read a
//! value unmasked is not decided here: it is told.

mod guarded;
mod listed;
mod loose;
mod rows;
mod tables;
mod teller;
mod words;

use rusqlite::Connection;

use crate::Problem;
pub use guarded::{is_of_health, may_know, tells_health, tells_identity, tells_wages};
pub(crate) use listed::listed;
pub(crate) use loose::LOOSE;
pub use loose::loose_to;
pub use rows::Row;
pub(crate) use rows::{ever, json, row};
pub use tables::{Table, table, tables};
pub use teller::{FieldChange, RecordTouched, Teller};

/// Columns that the program keeps for itself and a person has no use for in a history.
const QUIET: &[&str] = &[
    "id",
    "name_key",
    "name_sort",
    "ord",
    "law_pack",
    "sha256",
    "source_sha256",
    "file_sha256",
    "small_sha256",
    "content",
    "list_view",
    "cells",
    "filled",
    "block",
    "library",
    "ground_key",
    "kept",
    "base",
    "facts",
    "shape",
    "steps",
    "erased",
    "certificates",
];

/// What belongs to a record of a table: the table of the part, and its column that names the record.
const PARTS: &[(&str, &[(&str, &str)])] = &[
    (
        "person",
        &[
            ("person_identity", "id"),
            ("employment", "person_id"),
            ("membership_event", "person_id"),
            ("application", "person_id"),
            ("expulsion", "person_id"),
            ("consent", "person_id"),
            ("person_tag", "person_id"),
            ("person_apart", "one_id"),
            ("person_apart", "other_id"),
            ("person_merge", "kept_id"),
            ("person_merge", "gone_id"),
            ("import_row", "person_id"),
            ("labour_contract", "person_id"),
            ("certificate", "person_id"),
            ("training", "person_id"),
            ("honour", "person_id"),
            ("health_exam", "person_id"),
            ("union_group_person", "person_id"),
            ("dues_base", "person_id"),
            ("dues_talk", "person_id"),
            // Told as one life with the person, and left as a figure when they are erased: `trash::counted` says which.
            ("pay_line", "person_id"),
            ("platform_work", "person_id"),
            ("platform_referral", "person_id"),
            ("injury_help", "person_id"),
            ("leave_period", "person_id"),
            ("leave_year", "person_id"),
            ("leave_bar", "person_id"),
            ("leave_pay", "person_id"),
            ("hardship_file", "person_id"),
            ("member_aid", "person_id"),
            ("recuperation_place", "person_id"),
            ("attachment", "of_id"),
            ("form_filling", "of_id"),
            // A copy of their own data, which an earlier program issued and kept. Of what is issued about one person alone the number
            // stays when they are erased: `trash::issued` says how.
            ("paper", "of_id"),
        ],
    ),
    (
        "membership_event",
        &[("expulsion", "event_id"), ("paper", "of_id"), ("paper_change", "of_id"), ("attachment", "of_id")],
    ),
    ("application", &[("attachment", "of_id")]),
    ("workforce", &[("attachment", "of_id")]),
    ("pay_reference", &[("attachment", "of_id")]),
    ("negotiation_event", &[("petition_count", "event_id"), ("attachment", "of_id")]),
    (
        "representative_election",
        &[("representative_candidate", "election_id"), ("paper_change", "of_id"), ("attachment", "of_id")],
    ),
    ("negotiation_mandate", &[("paper_change", "of_id"), ("attachment", "of_id")]),
    ("opinion_survey", &[("opinion_topic", "survey_id"), ("attachment", "of_id")]),
    ("negotiation_suspension", &[("paper_change", "of_id"), ("attachment", "of_id")]),
    ("negotiation_reply", &[("paper_change", "of_id")]),
    ("negotiation_order", &[("attachment", "of_id")]),
    ("negotiation_information", &[("attachment", "of_id")]),
    (
        "agreement",
        &[
            ("agreement_material", "agreement_id"),
            ("agreement_check", "agreement_id"),
            ("agreement_amendment", "id"),
            ("agreement_change", "agreement_id"),
            ("agreement_filing", "id"),
            ("negotiation_party", "agreement_id"),
            ("contract_clause", "agreement_id"),
            ("contract_value", "agreement_id"),
            ("contract_version", "agreement_id"),
            ("paper_change", "of_id"),
            ("attachment", "of_id"),
        ],
    ),
    ("contract_version", &[("contract_version_clause", "version_id")]),
    (
        "agreement_check",
        &[("agreement_check_clause", "check_id"), ("paper_change", "of_id"), ("attachment", "of_id")],
    ),
    (
        "congress_session",
        &[("congress_vote", "session_id"), ("paper_change", "of_id"), ("attachment", "of_id")],
    ),
    ("congress_vote", &[("paper_change", "of_id")]),
    (
        "congress_term",
        &[("congress_delegate", "term_id"), ("paper_change", "of_id"), ("attachment", "of_id")],
    ),
    ("congress_delegate", &[("attachment", "of_id")]),
    ("congress_motion", &[("attachment", "of_id")]),
    (
        "congress_meeting",
        &[("congress_matter", "meeting_id"), ("paper_change", "of_id"), ("attachment", "of_id")],
    ),
    ("incoming_paper", &[("attachment", "of_id")]),
    (
        "committee_meeting",
        &[
            ("committee_attendance", "meeting_id"),
            ("committee_topic", "meeting_id"),
            ("paper_change", "of_id"),
            ("attachment", "of_id"),
        ],
    ),
    ("letter", &[("paper_change", "of_id"), ("attachment", "of_id")]),
    ("consent", &[("attachment", "of_id")]),
    ("custody", &[("attachment", "of_id")]),
    ("labour_contract", &[("attachment", "of_id")]),
    ("certificate", &[("attachment", "of_id")]),
    ("training", &[("attachment", "of_id")]),
    ("honour", &[("attachment", "of_id")]),
    ("health_exam", &[("attachment", "of_id")]),
    ("fee_payment", &[("attachment", "of_id")]),
    ("platform_work", &[("attachment", "of_id")]),
    ("leave_year", &[("attachment", "of_id")]),
    ("hardship_file", &[("attachment", "of_id")]),
    ("member_aid", &[("attachment", "of_id")]),
    (
        "recuperation_batch",
        &[("recuperation_place", "batch_id"), ("paper_change", "of_id"), ("attachment", "of_id")],
    ),
    ("leave_schedule", &[("paper_change", "of_id"), ("attachment", "of_id")]),
    ("injury_help", &[("attachment", "of_id")]),
    (
        "pay_sheet",
        &[
            ("pay_line", "sheet_id"),
            ("pay_band", "sheet_id"),
            ("pay_total", "sheet_id"),
            ("pay_column", "sheet_id"),
            ("pay_scenario", "sheet_id"),
            ("attachment", "of_id"),
        ],
    ),
    ("dues_entry", &[("dues_payment", "entry_id"), ("paper_change", "of_id"), ("attachment", "of_id")]),
    ("fee_demand", &[("paper_change", "of_id"), ("attachment", "of_id")]),
    ("dues_talk", &[("attachment", "of_id")]),
    ("year_report", &[("report_photo", "report_id"), ("paper_change", "of_id"), ("attachment", "of_id")]),
    (
        "calendar_notice",
        &[("calendar_holiday", "notice_id"), ("calendar_workday", "notice_id"), ("attachment", "of_id")],
    ),
    ("own_rule", &[("attachment", "of_id")]),
    ("dues_basis", &[("attachment", "of_id")]),
    ("person_tag", &[("attachment", "of_id")]),
    ("supervision_inspector", &[("attachment", "of_id")]),
    ("mediator", &[("attachment", "of_id")]),
    ("recuperation_plan", &[("attachment", "of_id")]),
    (
        "supervision_case",
        &[
            ("supervision_informer", "id"),
            ("supervision_event", "case_id"),
            ("supervision_letter", "case_id"),
            ("form_filling", "of_id"),
            ("paper_change", "of_id"),
            ("attachment", "of_id"),
        ],
    ),
    ("supervision_event", &[("paper_change", "of_id"), ("attachment", "of_id")]),
    ("supervision_letter", &[("paper_change", "of_id"), ("attachment", "of_id")]),
    ("appeal", &[("appeal_person", "id"), ("attachment", "of_id")]),
    ("dismissal", &[("dismissal_check", "dismissal_id"), ("paper_change", "of_id"), ("attachment", "of_id")]),
    ("mediation_case", &[("mediation_event", "case_id"), ("paper_change", "of_id"), ("attachment", "of_id")]),
    ("mediation_event", &[("attachment", "of_id")]),
    ("platform_firm", &[("platform_cap", "firm_id"), ("attachment", "of_id")]),
    ("platform_referral", &[("paper", "of_id"), ("paper_change", "of_id"), ("attachment", "of_id")]),
    (
        "platform_talk",
        &[("platform_meeting", "talk_id"), ("platform_position", "talk_id"), ("attachment", "of_id")],
    ),
    (
        "platform_meeting",
        &[("platform_position", "meeting_id"), ("paper_change", "of_id"), ("attachment", "of_id")],
    ),
    ("hazard", &[("hazard_event", "hazard_id"), ("paper_change", "of_id"), ("attachment", "of_id")]),
    ("hazard_event", &[("attachment", "of_id")]),
    ("safety_visit", &[("safety_visit_item", "visit_id"), ("attachment", "of_id")]),
    ("safety_report", &[("paper_change", "of_id")]),
    ("reform_measure", &[("attachment", "of_id")]),
    ("paper", &[("paper_sending", "paper_id"), ("attachment", "of_id")]),
    ("paper_sending", &[("attachment", "of_id")]),
    ("form", &[("form_filling", "form_id"), ("attachment", "of_id")]),
    ("desk_person", &[("desk_grant", "person_id")]),
    ("union_term", &[("union_seat", "term_id"), ("election_term", "term_id"), ("attachment", "of_id")]),
    (
        "election",
        &[
            ("election_event", "election_id"),
            ("election_candidate", "election_id"),
            ("election_ballot", "election_id"),
            ("election_vote", "election_id"),
            ("election_term", "election_id"),
            ("paper_change", "of_id"),
            ("attachment", "of_id"),
        ],
    ),
    (
        "election_ballot",
        &[("election_vote", "ballot_id"), ("paper_change", "of_id"), ("attachment", "of_id")],
    ),
    ("election_event", &[("attachment", "of_id")]),
    (
        "members_meeting",
        &[("members_topic", "meeting_id"), ("paper_change", "of_id"), ("attachment", "of_id")],
    ),
    (
        "negotiation",
        &[
            ("negotiation_seal", "negotiation_id"),
            ("negotiation_party", "negotiation_id"),
            ("negotiation_paper", "negotiation_id"),
            ("negotiation_topic", "negotiation_id"),
            ("negotiation_offer", "negotiation_id"),
            ("negotiation_reply", "negotiation_id"),
            ("negotiation_representative", "negotiation_id"),
            ("negotiation_event", "negotiation_id"),
            ("representative_election", "negotiation_id"),
            ("negotiation_mandate", "negotiation_id"),
            ("opinion_survey", "negotiation_id"),
            ("negotiation_warning", "negotiation_id"),
            ("negotiation_order", "negotiation_id"),
            ("negotiation_suspension", "negotiation_id"),
            ("negotiation_information", "negotiation_id"),
            ("negotiation_secrecy", "negotiation_id"),
            ("agreement", "negotiation_id"),
            ("meeting", "negotiation_id"),
            ("skill_pay_level", "negotiation_id"),
            ("skill_pay_form", "negotiation_id"),
            ("paper_change", "of_id"),
            ("attachment", "of_id"),
        ],
    ),
    ("union_group", &[("union_group_person", "group_id"), ("attachment", "of_id")]),
    (
        "meeting",
        &[
            ("meeting_attendance", "meeting_id"),
            ("meeting_topic", "meeting_id"),
            ("meeting_undertaking", "meeting_id"),
            ("paper_change", "of_id"),
            ("attachment", "of_id"),
        ],
    ),
];

/// What belongs to a record of this table.
pub fn parts(table: &str) -> &'static [(&'static str, &'static str)] {
    PARTS.iter().find(|(of, _)| *of == table).map_or(&[], |(_, parts)| parts)
}

/// What a record of this table may belong to: the table of the whole, and the column that names it.
pub(crate) fn wholes(table: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    PARTS.iter().flat_map(move |(of, parts)| {
        parts.iter().filter(move |(part, _)| *part == table).map(move |(_, column)| (*of, *column))
    })
}

/// Of the rows that a step touched the one that names it best, and whether there are others like it: the first that
/// is a record of its own, else the first part of one.
pub fn chief(touched: &[(String, String)]) -> Option<(&(String, String), bool)> {
    let is_part = |table: &str| PARTS.iter().flat_map(|(_, parts)| *parts).any(|(part, _)| *part == table);
    let mut own = touched.iter().filter(|(table, _)| !is_part(table));
    let mut parts = touched.iter();
    match own.next() {
        Some(first) => Some((first, own.any(|other| other != first))),
        None => parts.next().map(|first| (first, parts.any(|other| other != first))),
    }
}

/// A record and what belongs to it, living and removed, as table and id: what is told as one life, and what a
/// purge takes together; of a person also the records that were merged into theirs.
pub fn family(connection: &Connection, table: &str, id: &str) -> Result<Vec<(String, String)>, Problem> {
    let mut rows = vec![(table.to_owned(), id.to_owned())];
    for (part, column) in parts(table) {
        let mut statement = connection.prepare(&format!("SELECT id FROM {part} WHERE {column} = ?1"))?;
        let ids = statement.query_map([id], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        for id in ids {
            // What is a part may have parts of its own: a version has clauses.
            rows.extend(family(connection, part, &id)?);
        }
    }
    // There is one union, and no column says that a further enterprise is of its record.
    if table == "union_record" {
        let mut statement = connection.prepare("SELECT id FROM union_enterprise")?;
        let ids = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        rows.extend(ids.into_iter().map(|id| ("union_enterprise".to_owned(), id)));
    }
    if table == "person" {
        let mut statement = connection.prepare("SELECT gone_id FROM person_merge WHERE kept_id = ?1")?;
        let merged =
            statement.query_map([id], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        for gone in merged.iter().filter(|gone| gone.as_str() != id) {
            rows.extend(family(connection, table, gone)?);
        }
    }
    Ok(rows)
}

/// What a record of this table is called; the table's own name when it is no longer known.
pub fn record_name(table: &str) -> &str {
    // A purge marks in its step the looks whose purposes it erased; they stand in a file of their own.
    let known = tables().map(|(name, label, ..)| (*name, *label)).chain([("look", "查阅记录")]);
    known.into_iter().find(|(name, _)| *name == table).map_or(table, |(_, label)| label)
}

/// What a column is called; its own name when it is no longer known.
pub fn column_name<'a>(table: &str, column: &'a str) -> &'a str {
    let columns = tables::table(table).map(|(.., columns)| *columns);
    columns.into_iter().flatten().find(|(name, _)| *name == column).map_or(column, |(_, label)| label)
}

/// Whether a person has use for the column in a history.
pub fn is_quiet(column: &str) -> bool {
    QUIET.contains(&column)
}
