//! The tables of the union's work as the ledger needs them: numbered migrations, the tables that are not
//! journalled with the reason, and the SQL functions of the search index. A released migration is never
//! edited; a change is a new file.

use ledger::{Digested, Migration, Schema};

use crate::fields::LOOSE;

/// The schema of every ledger of this program.
pub const SCHEMA: Schema = Schema {
    migrations: &[
        Migration { number: 1, name: "foundation", sql: include_str!("../migrations/0001_foundation.sql") },
        Migration {
            number: 2,
            name: "refused_talks",
            sql: include_str!("../migrations/0002_refused_talks.sql"),
        },
        Migration { number: 3, name: "search", sql: include_str!("../migrations/0003_search.sql") },
        Migration { number: 4, name: "people", sql: include_str!("../migrations/0004_people.sql") },
        Migration { number: 5, name: "attachments", sql: include_str!("../migrations/0005_attachments.sql") },
        Migration { number: 6, name: "custody", sql: include_str!("../migrations/0006_custody.sql") },
        Migration { number: 7, name: "drafts", sql: include_str!("../migrations/0007_drafts.sql") },
        Migration {
            number: 8,
            name: "contract_term",
            sql: include_str!("../migrations/0008_contract_term.sql"),
        },
        Migration { number: 9, name: "incoming", sql: include_str!("../migrations/0009_incoming.sql") },
        Migration { number: 10, name: "rulebook", sql: include_str!("../migrations/0010_rulebook.sql") },
        Migration {
            number: 11,
            name: "year_report",
            sql: include_str!("../migrations/0011_year_report.sql"),
        },
        Migration { number: 12, name: "outgoing", sql: include_str!("../migrations/0012_outgoing.sql") },
        Migration { number: 13, name: "forms", sql: include_str!("../migrations/0013_forms.sql") },
        Migration { number: 14, name: "committee", sql: include_str!("../migrations/0014_committee.sql") },
        Migration {
            number: 15,
            name: "own_templates",
            sql: include_str!("../migrations/0015_own_templates.sql"),
        },
        Migration { number: 16, name: "letter", sql: include_str!("../migrations/0016_letter.sql") },
        Migration { number: 17, name: "letters", sql: include_str!("../migrations/0017_letters.sql") },
        Migration { number: 18, name: "membership", sql: include_str!("../migrations/0018_membership.sql") },
        Migration {
            number: 19,
            name: "union_bodies",
            sql: include_str!("../migrations/0019_union_bodies.sql"),
        },
        Migration { number: 20, name: "money", sql: include_str!("../migrations/0020_money.sql") },
        Migration { number: 21, name: "rights", sql: include_str!("../migrations/0021_rights.sql") },
        Migration { number: 22, name: "platform", sql: include_str!("../migrations/0022_platform.sql") },
        Migration {
            number: 23,
            name: "people_lists",
            sql: include_str!("../migrations/0023_people_lists.sql"),
        },
        Migration {
            number: 24,
            name: "members_by_event",
            sql: include_str!("../migrations/0024_members_by_event.sql"),
        },
        Migration {
            number: 25,
            name: "mediation_ends",
            sql: include_str!("../migrations/0025_mediation_ends.sql"),
        },
        Migration { number: 26, name: "one_person", sql: include_str!("../migrations/0026_one_person.sql") },
        Migration {
            number: 27,
            name: "import_sources",
            sql: include_str!("../migrations/0027_import_sources.sql"),
        },
        Migration { number: 28, name: "dossier", sql: include_str!("../migrations/0028_dossier.sql") },
        Migration { number: 29, name: "election", sql: include_str!("../migrations/0029_election.sql") },
        Migration { number: 30, name: "pay", sql: include_str!("../migrations/0030_pay.sql") },
        Migration { number: 31, name: "scenarios", sql: include_str!("../migrations/0031_scenarios.sql") },
        Migration { number: 32, name: "agreements", sql: include_str!("../migrations/0032_agreements.sql") },
        Migration {
            number: 33,
            name: "contract_text",
            sql: include_str!("../migrations/0033_contract_text.sql"),
        },
        Migration {
            number: 34,
            name: "household_place",
            sql: include_str!("../migrations/0034_household_place.sql"),
        },
        Migration {
            number: 35,
            name: "representatives",
            sql: include_str!("../migrations/0035_representatives.sql"),
        },
        Migration {
            number: 36,
            name: "preparation",
            sql: include_str!("../migrations/0036_preparation.sql"),
        },
        Migration {
            number: 37,
            name: "talks_course",
            sql: include_str!("../migrations/0037_talks_course.sql"),
        },
        Migration {
            number: 38,
            name: "talks_information",
            sql: include_str!("../migrations/0038_talks_information.sql"),
        },
        Migration { number: 39, name: "seal", sql: include_str!("../migrations/0039_seal.sql") },
        Migration { number: 40, name: "amendments", sql: include_str!("../migrations/0040_amendments.sql") },
        Migration { number: 41, name: "women_way", sql: include_str!("../migrations/0041_women_way.sql") },
        Migration {
            number: 42,
            name: "roster_fields",
            sql: include_str!("../migrations/0042_roster_fields.sql"),
        },
        Migration {
            number: 43,
            name: "supervision_forms",
            sql: include_str!("../migrations/0043_supervision_forms.sql"),
        },
        Migration {
            number: 44,
            name: "employer_representative",
            sql: include_str!("../migrations/0044_employer_representative.sql"),
        },
        Migration {
            number: 45,
            name: "promises_and_objections",
            sql: include_str!("../migrations/0045_promises_and_objections.sql"),
        },
        Migration {
            number: 46,
            name: "scenario_bounds",
            sql: include_str!("../migrations/0046_scenario_bounds.sql"),
        },
        Migration {
            number: 47,
            name: "topic_places",
            sql: include_str!("../migrations/0047_topic_places.sql"),
        },
        Migration {
            number: 48,
            name: "small_pictures",
            sql: include_str!("../migrations/0048_small_pictures.sql"),
        },
        Migration { number: 49, name: "leave", sql: include_str!("../migrations/0049_leave.sql") },
        Migration {
            number: 50,
            name: "recuperation",
            sql: include_str!("../migrations/0050_recuperation.sql"),
        },
        Migration { number: 51, name: "hazards", sql: include_str!("../migrations/0051_hazards.sql") },
        Migration {
            number: 52,
            name: "safety_visits",
            sql: include_str!("../migrations/0052_safety_visits.sql"),
        },
        Migration {
            number: 53,
            name: "kept_at_the_end",
            sql: include_str!("../migrations/0053_kept_at_the_end.sql"),
        },
        Migration {
            number: 54,
            name: "congress_terms",
            sql: include_str!("../migrations/0054_congress_terms.sql"),
        },
        Migration {
            number: 55,
            name: "congress_motions",
            sql: include_str!("../migrations/0055_congress_motions.sql"),
        },
        Migration {
            number: 56,
            name: "congress_meetings",
            sql: include_str!("../migrations/0056_congress_meetings.sql"),
        },
        Migration { number: 57, name: "reform", sql: include_str!("../migrations/0057_reform.sql") },
        Migration { number: 58, name: "hardship", sql: include_str!("../migrations/0058_hardship.sql") },
        Migration {
            number: 59,
            name: "sealed_papers",
            sql: include_str!("../migrations/0059_sealed_papers.sql"),
        },
        Migration {
            number: 60,
            name: "party_codes",
            sql: include_str!("../migrations/0060_party_codes.sql"),
        },
        Migration {
            number: 61,
            name: "meeting_chiefs",
            sql: include_str!("../migrations/0061_meeting_chiefs.sql"),
        },
        Migration { number: 62, name: "answers", sql: include_str!("../migrations/0062_answers.sql") },
        Migration { number: 63, name: "counted", sql: include_str!("../migrations/0063_counted.sql") },
        Migration { number: 64, name: "back_pay", sql: include_str!("../migrations/0064_back_pay.sql") },
        Migration { number: 65, name: "names", sql: include_str!("../migrations/0065_names.sql") },
        Migration {
            number: 66,
            name: "birth_years",
            sql: include_str!("../migrations/0066_birth_years.sql"),
        },
    ],
    unjournalled: &[
        (
            "paper_bytes",
            "content-addressed and never rewritten: the journalled row in `paper` names it by its hash",
        ),
        (
            "paper_source",
            "content-addressed and never rewritten: the journalled row in `paper` names it by its hash",
        ),
        ("draft", "what is being typed is no history; it goes when its form is saved"),
        ("search_doc", "derived: kept by triggers from journalled tables"),
        ("search_index", "derived: kept by triggers from journalled tables"),
        ("member_line", "derived: kept by triggers from journalled tables"),
        ("thumbnail", "derived: made from the attachments' files"),
    ],
    functions: crate::functions::register,
    derived: crate::derived::DERIVED,
    digested: &[
        Digested {
            name: "印发文件", table: "paper_bytes", content: "bytes", named_by: ("paper", "sha256")
        },
        Digested {
            name: "印发文件的底本",
            table: "paper_source",
            content: "content",
            named_by: ("paper", "source_sha256"),
        },
    ],
    loose: LOOSE,
    natural: &["setting", "year_report", "safety_report", "reform_article"],
    attachments: &[("attachment", "content")],
    counts: &[
        ("登记的人员", "SELECT count(*) FROM live_person"),
        ("集体协商", "SELECT count(*) FROM live_negotiation"),
        ("协商会议", "SELECT count(*) FROM live_meeting"),
        ("印发的文件", "SELECT count(*) FROM live_paper"),
        ("委员会会议记录", "SELECT count(*) FROM live_committee_meeting"),
        ("收文", "SELECT count(*) FROM live_incoming_paper"),
        ("劳动法律监督案件", "SELECT count(*) FROM live_supervision_case"),
        ("职工诉求", "SELECT count(*) FROM live_appeal"),
        ("平台和合作企业", "SELECT count(*) FROM live_platform_firm"),
        ("年休假登记", "SELECT count(*) FROM live_leave_period"),
        ("困难职工档案", "SELECT count(*) FROM live_hardship_file"),
        ("附件", "SELECT count(*) FROM live_attachment"),
    ],
};
