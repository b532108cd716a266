//! Every column of the schema that names a person, and what becomes of it when two records are merged. A test reads the
//! schema and fails at a column that is not declared here, so that nothing of a person is ever left behind.

/// A column that names a person.
pub struct Reference {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// Of which rows, where the column names other things as well.
    pub of: &'static str,
}

const fn to(table: &'static str, column: &'static str) -> Reference {
    Reference { table, column, of: "1" }
}

const fn some(table: &'static str, column: &'static str, of: &'static str) -> Reference {
    Reference { table, column, of }
}

/// What goes over to the record that stays, whole. What would meet there is settled before (`plan`).
pub const MOVED: &[Reference] = &[
    to("appeal_person", "person_id"),
    to("application", "person_id"),
    to("certificate", "person_id"),
    to("committee_attendance", "person_id"),
    to("congress_delegate", "person_id"),
    to("consent", "person_id"),
    to("dismissal", "person_id"),
    to("dues_base", "person_id"),
    to("dues_payment", "person_id"),
    to("dues_talk", "person_id"),
    to("election_candidate", "person_id"),
    to("election_vote", "person_id"),
    to("employment", "person_id"),
    to("expulsion", "person_id"),
    to("hardship_file", "person_id"),
    to("health_exam", "person_id"),
    to("honour", "person_id"),
    to("import_row", "person_id"),
    to("injury_help", "person_id"),
    to("labour_contract", "person_id"),
    to("leave_bar", "person_id"),
    to("leave_pay", "person_id"),
    to("leave_period", "person_id"),
    to("leave_year", "person_id"),
    to("mediation_case", "person_id"),
    to("mediator", "person_id"),
    to("member_aid", "person_id"),
    to("member_number", "person_id"),
    to("members_delegate", "person_id"),
    to("membership_event", "person_id"),
    to("negotiation_representative", "person_id"),
    to("pay_line", "person_id"),
    to("person_merge", "kept_id"),
    to("person_tag", "person_id"),
    to("platform_referral", "person_id"),
    to("platform_work", "person_id"),
    to("recuperation_place", "person_id"),
    to("supervision_inspector", "person_id"),
    to("training", "person_id"),
    to("union_group", "leader_id"),
    to("union_group_person", "person_id"),
    to("union_seat", "person_id"),
    // These name records of several kinds, so the schema knows no reference.
    some("attachment", "of_id", "of_kind = 'person'"),
    some("decision_use", "of_id", "act = 'expulsion'"),
    some("form_filling", "of_id", "1"),
    some("paper", "of_id", "1"),
];

/// What stays with the record that goes, and why.
pub const STAYS: &[(&str, &str, &str)] = &[
    (
        "person_identity",
        "id",
        "the document as it was entered; what is chosen of it is written into the other",
    ),
    ("person_merge", "gone_id", "says who went"),
    ("person_apart", "one_id", "settled before: the pair is no more"),
    ("person_apart", "other_id", "settled before: the pair is no more"),
];

/// Columns that look like a reference without one in the schema, and name no person.
pub const NO_PERSON: &[(&str, &str)] = &[
    ("appeal", "onward_id"),
    ("desk_grant", "person_id"),
    ("draft", "person_id"),
    ("draft", "record"),
    ("election_term", "ended_id"),
    ("form", "file_id"),
    ("form_filling", "file_id"),
    ("letter", "answers_id"),
    ("negotiation_paper", "of_id"),
    ("own_rule", "rule_id"),
    ("paper_change", "of_id"),
    ("platform_cap", "talk_id"),
    ("report_photo", "attachment_id"),
];
